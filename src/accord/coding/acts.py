"""Acts in one sentence: what verbs, matrix constructions and event nouns say was done, by whom, to whom.

In: a `Clause`. Out: `Act`s over tokens, before status, voice and dates. A verb is read in this order: constructions that
make one act of two words (light verb and event noun, matrix verb and complement), then frames of the verb itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from accord.coding import lexicon
from accord.coding.arguments import Arguments, complements, expand, find_arguments, owners, preps_of, surface_subjects
from accord.coding.clauses import Clause, event_noun, has_pattern, in_classes, is_actor, is_place, noun_keys, owner_parties, parties
from accord.coding.lexicon import EventNoun, Frame
from accord.coding.modality import Modality, read_modality
from accord.model.record import EventType, Status

_MAX_DEPTH = 4
_RECIPIENT_PREPS = ("with", "against", "on", "at", "to", "from", "between", "among", "of", "for", "in")


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its type, the token that names it, its predicate (for modality and time), and participants as mentions."""

    trigger: Token
    predicate: Token
    event_type: EventType
    mode: str | None = None
    stage: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    instrument: Token | None = None
    mutual: bool = False
    weight: float = 0.8
    rule: str = ""
    status: Status | None = None
    voice: int | None = None
    used: frozenset[int] = field(default_factory=frozenset)


class Reader:
    """Reads the acts of one sentence; remembers which words an act has used up."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.doc = clause.sentence.doc
        self.used: set[int] = set()

    def read(self) -> list[Act]:
        """Return the acts of the sentence, predicates before what they govern."""
        found: list[Act] = []
        for token in sorted(self.doc, key=lambda t: (_depth(t), t.i)):
            if token.i in self.used:
                continue
            if token.pos_ in ("VERB", "AUX"):
                acts = self.read_verb(token)
            elif token.pos_ in ("NOUN", "PROPN"):
                acts = self.read_noun(token)
            elif token.pos_ == "ADJ":
                acts = self.read_adjective(token)
            else:
                continue
            for act in acts:
                self.used |= act.used
            found += acts
        return found

    # ------------------------------------------------------------------ verbs
    def read_verb(self, verb: Token, depth: int = 0) -> list[Act]:
        """Return the acts that a verb tells, alone or with what it governs."""
        if depth > _MAX_DEPTH:
            return []
        arguments = find_arguments(verb)
        for rule in (self._light, self._end, self._matrix, self._frame, self._effort):
            acts = rule(verb, arguments, depth)
            if acts:
                return acts
        return []

    def _classes(self, verb: Token, arguments: Arguments, part: str = "verbs") -> list[str]:
        entries = lexicon.matrix(part).get(verb.lemma_.lower(), ())
        return [name for name, pattern in entries if has_pattern(verb, pattern, arguments.objects)]

    def _light(self, verb: Token, arguments: Arguments, depth: int) -> list[Act]:
        """Light verb and event noun: "launched an offensive", "issued a threat", "held talks"."""
        classes = self._classes(verb, arguments)
        if not {"light", "make"} & set(classes):
            return []
        objects = [t for o in arguments.objects for t in expand(o)] + [t for t in arguments.preps.get("in", ()) if verb.lemma_ in ("engage", "take", "participate")]
        objects += [t for t in arguments.preps.get("on", ()) if verb.lemma_ in ("embark",)] + [t for t in arguments.preps.get("under", ()) if verb.lemma_ == "come"]
        for noun in objects:
            frame = event_noun(_named(noun))
            if frame is None:
                continue
            if verb.lemma_ in ("have", "take", "give", "do", "put", "set", "face", "pay") and frame.event_type not in ("CONSULT", "AGREE", "SUPPORT", "REQUEST", "CONCEDE", "THREATEN"):
                continue
            noun = _named(noun)
            inner = self._content(noun, depth)
            actors = self.actors(arguments)
            suffered = verb.lemma_ in ("suffer", "face", "experience", "sustain") or verb.lemma_ == "come"
            recipients = self._noun_recipients(noun, frame) or parties(self.clause, _first(arguments.preps, ("against", "with", "on", "to", "between", "from")))
            recipients = recipients or parties(self.clause, arguments.indirect)
            if suffered:
                actors, recipients = self._noun_actors(noun), parties(self.clause, arguments.subjects)
            return [self._of_noun(noun, verb, frame, inner, actors, recipients, f"light:{verb.lemma_}+{frame.noun}")]
        return []

    def _end(self, verb: Token, arguments: Arguments, depth: int) -> list[Act]:
        """Ending an act: "halted the offensive", "called off talks", "suspended aid"."""
        if "lightstop" not in self._classes(verb, arguments):
            return []
        for noun in (t for o in arguments.objects for t in expand(o)):
            frame = event_noun(noun)
            if frame is None:
                continue
            made = _ended(frame.event_type, verb.lemma_)
            if made is None:
                return []
            event_type, mode = made
            actors = self.actors(arguments)
            recipients = self._noun_recipients(noun, frame) or owner_parties(self.clause, [noun]) or parties(self.clause, _first(arguments.preps, ("with", "against", "to")))
            used = frozenset({verb.i, noun.i})
            return [Act(verb, verb, event_type, mode, actors=actors, recipients=recipients, weight=0.7, rule=f"end:{verb.lemma_}+{frame.noun}", used=used)]
        return []

    def _frame(self, verb: Token, arguments: Arguments, depth: int) -> list[Act]:
        """The verb's own frames, the strictest that holds."""
        for frame in lexicon.frames().get(verb.lemma_.lower(), ()):
            if self._holds(verb, arguments, frame):
                return [self._of_frame(verb, arguments, frame)]
        return []

    def _holds(self, verb: Token, arguments: Arguments, frame: Frame) -> bool:
        if not has_pattern(verb, frame.pattern, arguments.objects):
            return False
        objects: Iterable[Token] = arguments.objects
        if frame.pattern.prep:
            objects = arguments.prep(frame.pattern.prep) or arguments.objects
        elif frame.pattern.noun:
            objects = ()
        if "none" in frame.objects and not objects and not frame.pattern.words and any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
            return False
        if frame.objects and not in_classes(self.clause, [t for o in objects for t in expand(o)] if objects else [], frame.objects):
            return False
        return not frame.subjects or in_classes(self.clause, arguments.subjects, frame.subjects)

    def _of_frame(self, verb: Token, arguments: Arguments, frame: Frame) -> Act:
        actors, weight = self._actors(arguments)
        recipients = self._recipients(arguments, frame)
        if frame.recipient == ("subjswap",):
            actors, recipients = parties(self.clause, arguments.objects), actors
        instrument = next((t for t in (*arguments.objects, *(x for p in arguments.preps.values() for x in p), *arguments.subjects) if t.i in self.clause.instrument_of), None)
        if instrument is None and frame.stage:
            instrument = next((t for o in arguments.objects for t in o.subtree if t.i in self.clause.instrument_of), None)
        if instrument is not None and frame.mutual:
            between = parties(self.clause, _first(preps_of(instrument), ("between", "among", "with")))
            recipients = recipients or between
            if not actors:
                actors = between
            if arguments.passive and verb.dep_ == "acl" and not arguments.subjects and len({*actors, *recipients}) == 1:
                # "the GNA moved to activate an accord brokered with Ankara": the other party is the clause's subject.
                actors = (*actors, *(i for i in self._above(instrument) if i not in recipients))
        places = parties(self.clause, [t for t in arguments.objects if is_place(self.clause, t)])
        return Act(
            trigger=verb, predicate=verb, event_type=frame.event_type, mode=frame.mode, stage=frame.stage, contexts=frame.contexts,
            actors=actors, recipients=recipients, places=places, instrument=instrument, mutual=frame.mutual,
            weight=frame.weight * weight, rule=frame.name,
            used=frozenset({verb.i, *(t.i for t in arguments.objects if event_noun(t) and not any(c.i in self.clause.time_of for c in t.children))}),
        )  # fmt: skip

    def _above(self, noun: Token) -> tuple[int, ...]:
        """Who is subject of the clause that a noun stands in."""
        node = noun
        while node.head != node and node.pos_ not in ("VERB", "AUX"):
            node = node.head
        return parties(self.clause, [t for t in surface_subjects(node) if is_actor(self.clause, t) or is_place(self.clause, t)])

    def _actors(self, arguments: Arguments) -> tuple[tuple[int, ...], float]:
        """Who acts: subjects that are people or bodies; for a thing as subject ("the raid killed"), whose it is."""
        found = parties(self.clause, arguments.subjects)
        people = [t for t in arguments.subjects if any(is_actor(self.clause, e) or is_place(self.clause, e) for e in expand(t))]
        if people:
            return found, 1.0
        if arguments.subjects:
            behind = owner_parties(self.clause, arguments.subjects)
            return behind, 0.8 if behind else 0.6
        return found, 0.9

    def actors(self, arguments: Arguments) -> tuple[int, ...]:
        """Who a clause has as subject, or whose the subject is where it is no mention itself ("the APEC forum")."""
        return parties(self.clause, arguments.subjects) or owner_parties(self.clause, arguments.subjects)

    def _recipients(self, arguments: Arguments, frame: Frame) -> tuple[int, ...]:
        if frame.pattern.prep:
            named = arguments.prep(frame.pattern.prep)
            found = parties(self.clause, named) or owner_parties(self.clause, named)
            if found:
                return found
        for place in frame.recipient:
            found = self._recipient_at(place, arguments)
            if found:
                return found
        return ()

    def _recipient_at(self, place: str, arguments: Arguments) -> tuple[int, ...]:
        clause = self.clause
        if place == "obj":
            direct = [t for o in arguments.objects for t in expand(o) if is_actor(clause, t) or is_place(clause, t)]
            return parties(clause, direct) or owner_parties(clause, arguments.objects)
        if place == "iobj":
            return parties(clause, arguments.indirect)
        if place == "owner":
            return owner_parties(clause, arguments.objects) or parties(clause, _first_below(arguments.objects, ("by", "from", "of", "against", "on")))
        tokens = arguments.preps.get(place, ())
        below = [t for o in arguments.objects for t in preps_of(o).get(place, ())]
        if place in ("in", "at", "of", "for") and not any(is_actor(clause, t) or is_place(clause, t) for t in (*tokens, *below)):
            return ()
        return parties(clause, tokens) or parties(clause, below) or (owner_parties(clause, tokens) if place in ("against", "on", "to") else ())

    # ----------------------------------------------------------------- matrix
    def _matrix(self, verb: Token, arguments: Arguments, depth: int) -> list[Act]:
        """A verb about another act: "agreed to send aid", "urged Rome to talk", "denied bombing the town"."""
        classes = self._classes(verb, arguments)
        if not classes:
            return []
        inner_verb = next((c for c in complements(verb) if c.i != verb.i), None)
        if inner_verb is None:
            return self._matrix_of_noun(verb, arguments, classes)
        inner = self.read_verb(inner_verb, depth + 1) if inner_verb.pos_ in ("VERB", "AUX") else self.read_adjective(inner_verb, depth + 1)
        for name in classes:
            if name in _NEEDS_INFINITIVE and not _is_aimed(inner_verb):
                continue
            made = _COMBINE[name](self, verb, arguments, inner_verb, inner) if name in _COMBINE else None
            if made is not None:
                return made
        return []

    def _matrix_of_noun(self, verb: Token, arguments: Arguments, classes: list[str]) -> list[Act]:
        """A matrix verb over an act that a noun names: "allowed the return of monitors", "denied the attack"."""
        for noun in (_named(t) for o in (*arguments.objects, *_first(arguments.preps, ("for", "to"))) for t in expand(o)):
            frame = event_noun(noun)
            if frame is None:
                continue
            for name in _OVER_NOUNS & set(classes):
                if name == "allow" and frame.event_type not in ("RETREAT", "CONSULT", "AID", "PROTEST"):
                    continue
                content = Act(
                    noun, noun, frame.event_type, frame.mode, actors=self._noun_actors(noun), recipients=self._noun_recipients(noun, frame),
                    mutual=frame.mutual, weight=0.65, rule=f"noun:{frame.noun}", used=frozenset({noun.i}),
                )  # fmt: skip
                made = _COMBINE[name](self, verb, arguments, noun, [content])
                if made:
                    return made
        return []

    def read_adjective(self, adjective: Token, depth: int = 0) -> list[Act]:
        """Return acts of adjectives with an infinitive: "ready to help", "set to meet", "unable to agree"."""
        classes = [name for name, _ in lexicon.matrix("adjectives").get(adjective.lemma_.lower(), ())]
        if not classes or depth > _MAX_DEPTH:
            return []
        inner_verb = next(iter(complements(adjective)), None)
        if inner_verb is None:
            return []
        inner = self.read_verb(inner_verb, depth + 1)
        verb = adjective.head if adjective.dep_ in ("acomp", "attr", "oprd") and adjective.head.pos_ in ("AUX", "VERB") else adjective
        subjects = surface_subjects(verb) if verb != adjective else [adjective.head] if adjective.dep_ == "amod" else []
        arguments = Arguments(tuple(subjects), (), (), {}, False)
        if classes[0] == "ready":
            return _commit(self, adjective, arguments, inner_verb, inner, predicate=verb)
        if classes[0] == "plan":
            return _plan(self, adjective, arguments, inner_verb, inner) or []
        return [replace(a, status="negated", used=a.used | {adjective.i}) for a in inner]

    def _content(self, noun: Token, depth: int) -> list[Act]:
        """What an offer, threat or request is about: its infinitive ("an offer to help") or the noun it names ("for aid")."""
        for verb in complements(noun):
            acts = self.read_verb(verb, depth + 1) if depth < _MAX_DEPTH else []
            if acts:
                return acts
        return []

    def _effort(self, verb: Token, arguments: Arguments, depth: int) -> list[Act]:
        """A light verb and an undertaking with an infinitive: "launched a campaign to capture the city"."""
        if not {"light", "make"} & set(self._classes(verb, arguments)):
            return []
        for noun in (_named(t) for o in arguments.objects for t in expand(o)):
            names = [name for name, _ in lexicon.matrix("nouns").get(noun.lemma_.lower(), ())]
            if "attempt" not in names and "plan" not in names:
                continue
            inner = self._content(noun, depth) or [a for c in verb.children if c.dep_ == "advcl" and _is_to(c) for a in self.read_verb(c, depth + 1)]
            hits = [a for a in inner if lexicon.is_conflict(a.event_type)]
            actors = self.actors(arguments)
            return [
                replace(a, trigger=verb, predicate=verb, actors=actors, weight=a.weight * 0.9, rule=f"effort:{verb.lemma_}+{noun.lemma_}>{a.rule}", used=a.used | {verb.i, noun.i})
                for a in hits[:1]
            ]
        return []

    # ------------------------------------------------------------------ nouns
    def read_noun(self, noun: Token) -> list[Act]:
        """Return the act of an event noun that stands as subject of happening, or that names who did it to whom."""
        frame = event_noun(noun)
        if frame is None or noun.dep_ in ("compound", "amod", "nmod", "poss"):
            return []
        happening = self._happens(noun)
        actors = self._noun_actors(noun)
        recipients = self._noun_recipients(noun, frame)
        if happening is not None:
            victims = find_arguments(happening).objects if happening.lemma_ in _HARM else ()
            recipients = parties(self.clause, [t for t in victims if is_actor(self.clause, t) or is_place(self.clause, t)]) or recipients
            if frame.event_type in ("AGREE", "REQUEST", "THREATEN", "ACCUSE", "REJECT") and not actors:
                return []
            act = self._of_noun(noun, happening, frame, self._content(noun, 1), actors, recipients, f"noun:{frame.noun}+{happening.lemma_}")
            return [replace(act, weight=0.7 if actors or recipients else 0.55, used=act.used | ({happening.i} if happening.lemma_ in _HARM else set()))]
        dated = any(t.i in self.clause.time_of for t in noun.subtree if t.head == noun or t.head.head == noun)
        if dated and frame.event_type == "ASSAULT" and (recipients or any(c.dep_ == "poss" and c.i in self.clause.time_of for c in noun.children)):
            return [replace(self._of_noun(noun, noun, frame, [], actors, recipients, f"dated:{frame.noun}"), weight=0.5)]
        if not actors or noun.dep_ in ("attr", "appos", "conj") or frame.event_type in ("AGREE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "COOPERATE", "ACCUSE", "CONCEDE"):
            return []
        if not recipients and not (frame.mutual and len(actors) > 1):
            return []
        return [replace(self._of_noun(noun, noun, frame, [], actors, recipients, f"noun:{frame.noun}"), weight=0.5)]

    def _happens(self, noun: Token) -> Token | None:
        """The verb of happening that a noun is subject of."""
        verb = noun.head
        if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
            return None
        patterns = lexicon.occurrence_patterns().get(verb.lemma_.lower(), ())
        objects = [c for c in verb.children if c.dep_ == "dobj"]
        return verb if any(has_pattern(verb, p, objects) for p in patterns) else None

    def _of_noun(self, noun: Token, predicate: Token, frame: EventNoun, inner: list[Act], actors: tuple[int, ...], recipients: tuple[int, ...], rule: str) -> Act:
        event_type, mode = frame.event_type, frame.mode
        content = inner[0] if inner else None
        if event_type in ("REQUEST", "REJECT"):
            about = content.event_type if content else self._about(noun)
            mode = lexicon.demand_mode(about) if about else None
        elif event_type == "THREATEN" and content:
            mode = lexicon.threat_mode(content.event_type, content.mode)
        if content and not recipients:
            recipients = content.recipients
        used = frozenset({noun.i, predicate.i}) | (content.used if content else frozenset())
        empty = event_type in ("REQUEST", "AGREE", "ACCUSE", "THREATEN") and not recipients and not content and mode != "assist"
        return Act(noun, predicate, event_type, mode, frame.stage, actors=actors, recipients=tuple(r for r in recipients if r not in actors), mutual=frame.mutual, weight=0.6 if empty else 0.75, rule=rule, used=used)  # fmt: skip

    def _about(self, noun: Token) -> str | None:
        """What kind of act a request or refusal is about, from the nouns after "for" and "of"."""
        for token in _first(preps_of(noun), ("for", "of")):
            for name, event_type in (("assistance", "AID"), ("aid", "AID"), ("support_n", "AID"), ("talks", "CONSULT"), ("withdrawal", "RETREAT"), ("ceasefire", "RETREAT"), ("release_n", "RETREAT")):
                if any(key in lexicon.noun_class(name) for t in expand(token) for key in noun_keys(t)):
                    return event_type
        return None

    def _noun_actors(self, noun: Token) -> tuple[int, ...]:
        found = owner_parties(self.clause, [noun])
        between = parties(self.clause, _first(preps_of(noun), ("between", "among")))
        return tuple(dict.fromkeys((*found, *between)))

    def _noun_recipients(self, noun: Token, frame: EventNoun) -> tuple[int, ...]:
        below = preps_of(noun)
        for prep in frame.recipient:
            tokens = [t for t in below.get(prep, ()) if any(is_actor(self.clause, e) or is_place(self.clause, e) for e in expand(t))]
            if tokens:
                return parties(self.clause, tokens)
        return ()


# "declined to comment" is no rejection of anybody.
_TALK_OF_TALK = frozenset("comment say elaborate speak discuss disclose reveal identify answer name specify speculate talk give provide confirm".split())
_HARM = frozenset("kill wound injure hit strike target destroy claim rock shake leave".split())


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token and depth < 60:
        token, depth = token.head, depth + 1
    return depth


def _is_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_aimed(verb: Token) -> bool:
    """Whether a complement tells an act to come: infinitive, gerund, or a clause with a modal or a bare subjunctive."""
    if _is_to(verb) or verb.tag_ in ("VBG", "VB") or verb.pos_ in ("NOUN", "ADJ"):
        return True
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _named(noun: Token) -> Token:
    """The noun that a free relative or a grouping word is about: "what he called a battle", "a series of raids"."""
    if noun.lemma_.lower() in lexicon.words("transparent"):
        inner = [p for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
        return inner[0] if inner else noun
    return noun


def _first(preps: dict[str, tuple[Token, ...]], names: Iterable[str]) -> tuple[Token, ...]:
    return next((preps[name] for name in names if preps.get(name)), ())


def _first_below(nouns: Iterable[Token], names: tuple[str, ...]) -> tuple[Token, ...]:
    for noun in nouns:
        found = _first(preps_of(noun), names)
        if found:
            return found
    return ()


def _ended(event_type: str, verb: str) -> tuple[EventType, str | None] | None:
    """The act of ending an act of a type (PLOVER manual: RETREAT, CONCEDE, REJECT, SANCTION)."""
    called_off = verb in ("cancel", "call", "postpone")
    if event_type == "CONSULT":
        return ("REJECT", "meet") if called_off else ("SANCTION", "discontinue") if verb in ("suspend", "break", "halt") else None
    if event_type in ("AID", "COOPERATE", "SUPPORT"):
        return "SANCTION", "discontinue"
    if event_type in ("ASSAULT", "MOBILIZE"):
        return "RETREAT", "ceasefire" if event_type == "ASSAULT" else None
    if event_type in ("PROTEST", "COERCE", "SANCTION", "THREATEN"):
        return "CONCEDE", None
    return None


# ------------------------------------------------------- two acts made one
def _own_force(reader: Reader, token: Token) -> bool:
    return token.lemma_.lower() in lexicon.words("own_forces") and bool(owners(token) or reader.clause.mention(token))


def _involved(reader: Reader, arguments: Arguments, inner: list[Act]) -> tuple[int, ...]:
    """Recipients of the act that a commitment or refusal is about, else who is addressed."""
    for act in inner:
        if act.recipients or act.places:
            return act.recipients or act.places
    return parties(reader.clause, (*arguments.indirect, *_first(arguments.preps, ("to", "with"))))


def _commit(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act], *, predicate: Token | None = None) -> list[Act]:
    actors = reader.actors(arguments)
    recipients = tuple(r for r in _involved(reader, arguments, inner) if r not in actors)
    used = frozenset({verb.i, inner_verb.i}).union(*(a.used for a in inner))
    content = inner[0] if inner else None
    event_type: EventType = "AGREE"
    mode: str | None = None
    weight = 0.75
    if content is None:
        if verb.pos_ != "ADJ" and verb.lemma_ not in ("agree", "promise", "pledge", "offer", "vow", "commit", "undertake", "consent"):
            return []
        recipients = recipients or _any_party(reader, inner_verb, actors)
        weight = 0.6 if recipients or verb.lemma_ in ("agree", "promise", "pledge") else 0.4
        if verb.pos_ == "ADJ" and not recipients:
            return []
    elif content.event_type in ("ACCUSE", "REJECT", "REQUEST"):
        return [replace(content, actors=content.actors or actors, used=used, status=content.status or "future", weight=content.weight * 0.8)]
    elif lexicon.is_conflict(content.event_type) or content.event_type == "THREATEN":
        if verb.lemma_ in ("agree", "consent", "decide", "opt", "propose"):
            return [replace(content, status="future", used=used, weight=content.weight * 0.8)]
        event_type, mode = "THREATEN", lexicon.threat_mode(content.event_type, content.mode)
    elif verb.lemma_ in ("decide", "opt", "resolve") and not lexicon.is_cooperative(content.event_type):
        return [replace(content, status="future", used=used)]
    return [Act(verb, predicate or verb, event_type, mode, actors=actors, recipients=recipients, weight=weight, rule=f"commit:{verb.lemma_}+{inner_verb.lemma_}", used=used)]


def _any_party(reader: Reader, verb: Token, actors: tuple[int, ...]) -> tuple[int, ...]:
    """Any party below a complement verb without a frame of its own: its object, then its prepositional objects."""
    arguments = find_arguments(verb)
    tokens = [*arguments.objects, *arguments.indirect, *_first(arguments.preps, _RECIPIENT_PREPS)]
    tokens = [t for t in tokens if is_actor(reader.clause, t) or is_place(reader.clause, t)]
    return tuple(i for i in parties(reader.clause, tokens) if i not in actors)


def _request(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act] | None:
    if any(t.tag_ in ("WP", "WRB", "WDT") or t.lower_ in ("whether", "if") for t in inner_verb.lefts for t in t.subtree):
        return []  # asked a question, not for an act
    if verb.lemma_ in ("want", "push", "press", "call", "encourage", "invite", "petition", "lobby") and not _is_to(inner_verb):
        return None
    addressed = [*arguments.objects, *arguments.indirect] or list(_first(arguments.preps, ("on", "to", "for", "from", "with", "of")))
    addressed = [t for t in addressed if is_actor(reader.clause, t) or is_place(reader.clause, t)]
    if not addressed and inner_verb.dep_ == "ccomp":
        addressed = [t for t in surface_subjects(inner_verb) if is_actor(reader.clause, t) or is_place(reader.clause, t)]
    actors = reader.actors(arguments)
    recipients = tuple(i for i in parties(reader.clause, addressed) if i not in actors)
    content = inner[0] if inner else None
    if verb.lemma_ in ("want", "push", "recommend", "advise", "encourage", "counsel", "invite", "call", "press") and not recipients:
        return None
    if verb.lemma_ == "insist" and not read_modality(inner_verb).obliged:
        return None
    if content is None and not recipients:
        return []
    if content is not None and verb.lemma_ == "invite" and content.event_type == "CONSULT":
        return [replace(content, event_type="AGREE", mode=None, actors=actors, recipients=recipients, trigger=verb, predicate=verb)]
    stops = content is not None and content.event_type in ("RETREAT", "CONCEDE")
    mode = lexicon.demand_mode(content.event_type if content else None, stops)
    recipients = recipients or (content.recipients if content else ())
    used = frozenset({verb.i, inner_verb.i}).union(*(a.used for a in inner))
    weight = 0.75 if recipients and verb.lemma_ != "want" else 0.6
    return [Act(verb, verb, "REQUEST", mode, actors=actors, recipients=recipients, weight=weight, rule=f"request:{verb.lemma_}+{inner_verb.lemma_}", used=used)]


def _order(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act] | None:
    objects = [t for o in (*arguments.objects, *arguments.indirect) for t in expand(o)]
    actors = reader.actors(arguments)
    used = frozenset({verb.i, inner_verb.i}).union(*(a.used for a in inner))
    if any(_own_force(reader, t) for t in objects):
        content = next((a for a in inner if a.event_type == "ASSAULT"), None)
        targets = content.recipients or content.places if content else ()
        if content is None and any((found := event_noun(t)) is not None and found.event_type == "ASSAULT" for t in inner_verb.subtree):
            content = Act(verb, verb, "ASSAULT")
        if content is not None:
            return [Act(verb, verb, "THREATEN", "violence", actors=actors, recipients=targets, weight=0.65, rule=f"order:{verb.lemma_}+{inner_verb.lemma_}", used=used)]
        return [replace(a, status="future", used=used, weight=a.weight * 0.8) for a in inner[:1]]
    if verb.lemma_ == "tell" and not _is_to(inner_verb):
        return None
    if verb.lemma_ in ("force", "compel", "oblige", "require"):
        return None
    return _request(reader, verb, arguments, inner_verb, inner)


def _refuse(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act]:
    actors = reader.actors(arguments)
    content = inner[0] if inner else None
    if inner_verb.lemma_ in _TALK_OF_TALK:
        return []
    recipients = _involved(reader, arguments, inner) or _any_party(reader, inner_verb, actors)
    used = frozenset({verb.i, inner_verb.i}).union(*(a.used for a in inner))
    mode = lexicon.demand_mode(content.event_type) if content else None
    weight = 0.75 if content else 0.6
    return [Act(verb, verb, "REJECT", mode, actors=actors, recipients=tuple(r for r in recipients if r not in actors), weight=weight, rule=f"refuse:{verb.lemma_}+{inner_verb.lemma_}", used=used)]


def _threaten(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act] | None:
    actors = reader.actors(arguments)
    content = inner[0] if inner else None
    addressed = parties(reader.clause, [t for t in (*arguments.objects, *arguments.indirect) if is_actor(reader.clause, t) or is_place(reader.clause, t)])
    if verb.lemma_ == "warn":
        own = set(surface_subjects(inner_verb)) and set(parties(reader.clause, surface_subjects(inner_verb))) <= set(actors) | {-1}
        if not addressed and not (own and content):
            return None
    used = frozenset({verb.i, inner_verb.i}).union(*(a.used for a in inner))
    recipients = addressed or _involved(reader, arguments, inner)
    mode = lexicon.threat_mode(content.event_type, content.mode) if content else None
    weight = 0.75 if verb.lemma_ == "threaten" else 0.55
    return [Act(verb, verb, "THREATEN", mode, actors=actors, recipients=tuple(r for r in recipients if r not in actors), weight=weight, rule=f"threaten:{verb.lemma_}+{inner_verb.lemma_}", used=used)]


def _accuse(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act]:
    actors = reader.actors(arguments)
    recipients = parties(reader.clause, [t for t in arguments.objects if is_actor(reader.clause, t) or is_place(reader.clause, t)])
    if not recipients:
        return []
    mode = "disapprove" if verb.lemma_ in ("condemn", "criticize", "criticise", "slam", "denounce") else "allege"
    used = frozenset({verb.i}).union(*(a.used for a in inner))
    accusation = Act(verb, verb, "ACCUSE", mode, actors=actors, recipients=recipients, weight=0.85, rule=f"accuse:{verb.lemma_}", used=used | {inner_verb.i})
    told = [replace(a, actors=a.actors or recipients, weight=a.weight * 0.75, voice=actors[0]) for a in inner[:1]] if actors else []
    return [accusation, *told]


def _deny(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act]:
    actors = reader.actors(arguments)
    return [replace(a, status="negated", voice=actors[0] if actors else None, used=a.used | {verb.i}) for a in inner]


def _fail(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act]:
    return [replace(a, status="negated", predicate=verb, used=a.used | {verb.i}) for a in inner]


def _attempt(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act] | None:
    if not inner:
        return None
    return [
        replace(a, predicate=verb, status=a.status if lexicon.is_conflict(a.event_type) else "future", weight=a.weight * 0.85, rule=f"attempt:{verb.lemma_}>{a.rule}", used=a.used | {verb.i})
        for a in inner
    ]


def _phase(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act] | None:
    if not inner or inner_verb.dep_ not in ("xcomp", "ccomp") or (verb.lemma_ in ("be", "have") and not _is_to(inner_verb)):
        return None
    return [replace(a, predicate=verb, used=a.used | {verb.i}) for a in inner]


def _stop(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act] | None:
    for act in inner:
        made = _ended(act.event_type, verb.lemma_)
        if made:
            return [replace(act, trigger=verb, predicate=verb, event_type=made[0], mode=made[1], rule=f"stop:{verb.lemma_}>{act.rule}", used=act.used | {verb.i})]
    return [] if inner else None


def _plan(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act] | None:
    if not inner:
        return None
    return [replace(a, status="future", predicate=verb, weight=a.weight * 0.85, rule=f"plan:{verb.lemma_}>{a.rule}", used=a.used | {verb.i}) for a in inner]


def _consider(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act] | None:
    if not inner:
        return None
    return [replace(a, status="hypothetical", predicate=verb, weight=a.weight * 0.85, used=a.used | {verb.i}) for a in inner]


def _allow(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act] | None:
    objects = [t for t in (*arguments.objects, *arguments.indirect) if is_actor(reader.clause, t) or is_place(reader.clause, t)]
    objects = objects or [t for t in surface_subjects(inner_verb) if is_actor(reader.clause, t)]
    actors = reader.actors(arguments)
    recipients = tuple(i for i in parties(reader.clause, objects) if i not in actors) or tuple(i for a in inner for i in (*a.recipients, *a.actors))
    if not actors or not recipients:
        return None
    entering = inner_verb.lemma_ in ("enter", "visit", "return", "inspect", "deliver", "access", "cross", "pass", "travel")
    event_type: EventType = "RETREAT" if entering else "CONCEDE"
    used = frozenset({verb.i, inner_verb.i}).union(*(a.used for a in inner))
    return [Act(verb, verb, event_type, "access" if entering else None, actors=actors, recipients=recipients, weight=0.6, rule=f"allow:{verb.lemma_}+{inner_verb.lemma_}", used=used)]


def _say(reader: Reader, verb: Token, arguments: Arguments, inner_verb: Token, inner: list[Act]) -> list[Act] | None:
    """Content of speech is read on its own, but "said X must …" asks X, and a coming attack told by its own side threatens."""
    speakers = reader.actors(arguments)
    modality = read_modality(inner_verb)
    subjects = [t for t in surface_subjects(inner_verb) if is_actor(reader.clause, t) or is_place(reader.clause, t)]
    if modality.obliged and not modality.negated and speakers and subjects and verb.lemma_ not in ("believe", "think", "know", "show"):
        addressed = tuple(i for i in parties(reader.clause, subjects) if i not in speakers)
        if addressed:
            content = inner[0].event_type if inner else None
            used = frozenset({inner_verb.i, verb.i}).union(*(a.used for a in inner))
            return [Act(verb, verb, "REQUEST", lexicon.demand_mode(content), actors=speakers, recipients=addressed, weight=0.6, rule=f"say-must:{verb.lemma_}+{inner_verb.lemma_}", used=used)]
    return None


_COMBINE = {
    "commit": _commit, "request": _request, "order": _order, "refuse": _refuse, "threaten": _threaten, "accuse": _accuse, "deny": _deny,
    "fail": _fail, "attempt": _attempt, "phase": _phase, "stop": _stop, "plan": _plan, "consider": _consider, "allow": _allow, "say": _say,
}  # fmt: skip


# Matrix classes whose act is an infinitive, a gerund or a clause with "will", "would" or "should", never a plain statement.
_NEEDS_INFINITIVE = frozenset({"commit", "refuse", "attempt", "plan", "threaten", "stop", "order", "allow"})

# Matrix classes that take a noun for the act as well as a clause; verbs of asking and refusing have frames for nouns.
_OVER_NOUNS = frozenset({"commit", "threaten", "plan", "consider", "allow", "deny"})

__all__ = ["Act", "Modality", "Reader"]
