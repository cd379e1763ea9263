"""Acts in one sentence: what verbs, constructions and event nouns say was done, by whom, to whom.

In: a `Clause`. Out: `Act`s over tokens, before status, voice and dates. A verb is read in this order: constructions that
make one act of two words (light verb and event noun, ending verb and event noun, matrix verb and complement), then frames
of the verb itself, the strictest first.
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import (
    Arguments,
    complements,
    expand,
    find_arguments,
    is_infinitive,
    preps_of,
    surface_subjects,
)
from accord.coding.events.clauses import (
    Clause,
    event_noun,
    has_pattern,
    in_classes,
    is_actor,
    is_place,
    owner_parties,
    parties,
    through,
)
from accord.coding.events.lexicon import EventNoun, Frame
from accord.coding.events.matrix import COMBINE, NEEDS_AIM, OVER_NOUNS, Construction, end_of, first_preps
from accord.coding.events.participants import (
    agents,
    noun_actors,
    noun_recipients,
    recipients,
    subject_above,
    subject_matter,
    subject_parties,
)

_MAX_DEPTH = 4
_LIGHT = frozenset({"light", "make"})
# Verbs so light that they make an act only of a few nouns: "had talks", but not "had a war".
_LIGHTEST = frozenset("have take give do put face pay join attend host".split())
_LIGHTEST_TYPES = frozenset({"CONSULT", "AGREE", "SUPPORT", "REQUEST", "CONCEDE", "THREATEN", "PROTEST", "COOPERATE"})
_DENYING = frozenset("deny reject dismiss refute dispute rebut".split())
_SUFFERED = frozenset("suffer face experience sustain come".split())
_HARM = frozenset("kill wound injure hit strike target destroy claim rock shake leave".split())
# Event nouns of speech tell an act only with a verb that performs it; "the offer" alone recalls one.
_SPOKEN = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "COOPERATE", "ACCUSE", "CONCEDE"})


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
            acts = self._read_token(token)
            for act in acts:
                self.used |= act.used
            found += acts
        return found

    def _read_token(self, token: Token) -> list[Act]:
        if token.pos_ in ("VERB", "AUX"):
            return self.read_verb(token)
        if token.pos_ in ("NOUN", "PROPN"):
            return self.read_noun(token)
        return self.read_adjective(token) if token.pos_ == "ADJ" else []

    # ------------------------------------------------------------------ verbs
    def read_verb(self, verb: Token, depth: int = 0) -> list[Act]:
        """Return the acts that a verb tells, alone or with what it governs."""
        if depth > _MAX_DEPTH:
            return []
        arguments = find_arguments(verb)
        classes = _classes(verb, arguments)
        for rule in (self._light, self._end, self._matrix, self._frame, self._death, self._effort):
            acts = rule(verb, arguments, classes, depth)
            if acts:
                return acts
        return []

    def _light(self, verb: Token, arguments: Arguments, classes: list[str], depth: int) -> list[Act]:
        """Light verb and event noun: "launched an offensive", "issued a threat", "held talks"."""
        if not _LIGHT & set(classes):
            return []
        for noun in map(_named, _light_objects(verb, arguments)):
            frame = event_noun(noun)
            if frame is None or (verb.lemma_ in _LIGHTEST and frame.event_type not in _LIGHTEST_TYPES):
                continue
            others = noun_recipients(self.clause, noun, frame)
            others = others or parties(
                self.clause, first_preps(arguments.preps, ("against", "with", "on", "to", "between", "from"))
            )
            others = others or parties(self.clause, arguments.indirect)
            actors = subject_parties(self.clause, arguments)
            if verb.lemma_ in _SUFFERED:
                actors, others = noun_actors(self.clause, noun), parties(self.clause, arguments.subjects)
            act = self._of_noun(noun, verb, frame, self._content(noun, depth))
            return [_with(act, actors, others or act.recipients, f"light:{verb.lemma_}+{frame.noun}")]
        return []

    def _end(self, verb: Token, arguments: Arguments, classes: list[str], depth: int) -> list[Act]:
        """Ending an act: "halted the offensive", "called off talks", "suspended aid"."""
        if "lightstop" not in classes:
            return []
        for noun in (t for o in arguments.objects for t in expand(o)):
            frame = event_noun(noun)
            if frame is None:
                continue
            made = end_of(frame.event_type, verb.lemma_)
            if made is None:
                return []
            others = noun_recipients(self.clause, noun, frame) or owner_parties(self.clause, [noun])
            others = others or parties(self.clause, first_preps(arguments.preps, ("with", "against", "to")))
            act = Act(verb, verb, *made, weight=0.7, used=frozenset({verb.i, noun.i}))
            return [_with(act, subject_parties(self.clause, arguments), others, f"end:{verb.lemma_}+{frame.noun}")]
        return []

    def _frame(self, verb: Token, arguments: Arguments, classes: list[str], depth: int) -> list[Act]:
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
        clausal = any(c.dep_ in ("ccomp", "xcomp") for c in verb.children)
        if "none" in frame.objects and not objects and not frame.pattern.words and clausal:
            return False  # "tried to learn" has an object, only no noun
        if frame.objects and not in_classes(self.clause, [t for o in objects for t in expand(o)], frame.objects):
            return False
        return not frame.subjects or in_classes(self.clause, arguments.subjects, frame.subjects)

    def _of_frame(self, verb: Token, arguments: Arguments, frame: Frame) -> Act:
        actors, trust = agents(self.clause, verb, arguments)
        others = recipients(self.clause, arguments, frame)
        if frame.recipient == ("subjswap",):
            actors, others = parties(self.clause, arguments.objects), actors
        instrument = self._instrument(arguments, frame)
        if instrument is not None and frame.mutual:
            actors, others = self._signatories(verb, arguments, instrument, (actors, others))
        used = {verb.i}
        mode = frame.mode
        cause = _cause(verb, arguments) if frame.event_type == "ASSAULT" and not arguments.subjects else None
        if cause is not None and (named := event_noun(cause)) is not None:
            # "killed in Russian airstrikes": who strikes, and how, stands with the noun.
            actors, mode = noun_actors(self.clause, cause), mode or named.mode
            used.add(cause.i)
        nouns = (t.i for t in arguments.objects if event_noun(t) and not any(c.i in self.clause.time_of for c in t.children))
        return Act(
            trigger=verb,
            predicate=verb,
            event_type=frame.event_type,
            mode=mode,
            stage=frame.stage,
            contexts=frame.contexts,
            actors=actors,
            recipients=others,
            places=parties(self.clause, [t for t in arguments.objects if is_place(self.clause, t)]),
            instrument=instrument,
            mutual=frame.mutual,
            weight=frame.weight * trust,
            rule=frame.name,
            used=frozenset({*used, *nouns}),
        )

    def _instrument(self, arguments: Arguments, frame: Frame) -> Token | None:
        """The agreement that an act is about: an argument, or what an argument's noun phrase holds ("its application")."""
        near = (*arguments.objects, *(t for tokens in arguments.preps.values() for t in tokens), *arguments.subjects)
        found = next((t for t in near if t.i in self.clause.instrument_of), None)
        if found is None and frame.stage:
            found = next((t for o in arguments.objects for t in o.subtree if t.i in self.clause.instrument_of), None)
        return found

    def _signatories(
        self, verb: Token, arguments: Arguments, instrument: Token, found: tuple[tuple[int, ...], tuple[int, ...]]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Both sides of an agreement: who signs, and who stands "between" or "with" beside it."""
        actors, others = found
        between = parties(self.clause, first_preps(preps_of(instrument), ("between", "among", "with")))
        others = others or between
        actors = actors or between
        if arguments.passive and verb.dep_ == "acl" and not arguments.subjects and len({*actors, *others}) == 1:
            # "the council moved to activate an accord brokered with Lima": the other side is the clause's subject.
            actors = (*actors, *(i for i in subject_above(self.clause, instrument) if i not in others))
        return actors, others

    def _death(self, verb: Token, arguments: Arguments, classes: list[str], depth: int) -> list[Act]:
        """Death in an attack: "Twelve people died in Wednesday's air raid"."""
        cause = _cause(verb, arguments) if verb.lemma_ in ("die", "perish") else None
        frame = event_noun(cause) if cause is not None else None
        if cause is None or frame is None:
            return []
        act = replace(self._of_noun(cause, verb, frame, []), weight=0.7)
        return [_with(act, noun_actors(self.clause, cause), parties(self.clause, arguments.subjects), f"death:{frame.noun}")]

    def _effort(self, verb: Token, arguments: Arguments, classes: list[str], depth: int) -> list[Act]:
        """A light verb and an undertaking with an infinitive: "launched a campaign to capture the city"."""
        if not _LIGHT & set(classes):
            return []
        for noun in (_named(t) for o in arguments.objects for t in expand(o)):
            names = {name for name, _ in lexicon.matrix("nouns").get(noun.lemma_.lower(), ())}
            if not names & {"attempt", "plan"}:
                continue
            aims = [a for c in verb.children if c.dep_ == "advcl" and is_infinitive(c) for a in self.read_verb(c, depth + 1)]
            inner = [a for a in self._content(noun, depth) or aims if lexicon.is_conflict(a.event_type)]
            for act in inner:
                told = replace(act, trigger=verb, predicate=verb, weight=act.weight * 0.9, used=act.used | {verb.i, noun.i})
                rule = f"effort:{verb.lemma_}+{noun.lemma_}>{act.rule}"
                return [_with(told, subject_parties(self.clause, arguments), act.recipients, rule)]
        return []

    # ----------------------------------------------------------------- matrix
    def _matrix(self, verb: Token, arguments: Arguments, classes: list[str], depth: int) -> list[Act]:
        """A verb about another act: "agreed to send aid", "urged Rome to talk", "denied bombing the town"."""
        if not classes and verb.lemma_ not in _DENYING:
            return []
        inner_verb = next((c for c in complements(verb) if c.i != verb.i), None)
        if inner_verb is None and verb.lemma_ in _DENYING:
            inner_verb = _denied_clause(arguments)
            classes = ["deny"] if inner_verb is not None else classes
        if inner_verb is None:
            return self._matrix_of_noun(verb, arguments, classes)
        verbal = inner_verb.pos_ in ("VERB", "AUX") or is_infinitive(inner_verb)  # "offered to host": taken for a noun
        inner = self.read_verb(inner_verb, depth + 1) if verbal else self.read_adjective(inner_verb, depth + 1)
        actors = subject_parties(self.clause, arguments)
        construction = Construction(self.clause, verb, verb, arguments, actors, inner_verb, tuple(inner))
        for name in classes:
            if name not in COMBINE or (name in NEEDS_AIM and not _is_aimed(inner_verb)):
                continue
            made = COMBINE[name](construction)
            if made is not None:
                return made
        return []

    def _matrix_of_noun(self, verb: Token, arguments: Arguments, classes: list[str]) -> list[Act]:
        """A matrix verb over an act that a noun names: "allowed the return of monitors", "denied the attack"."""
        objects = (*arguments.objects, *first_preps(arguments.preps, ("for", "to")))
        for noun in (_named(t) for o in objects for t in expand(o)):
            frame = event_noun(noun)
            if frame is None:
                continue
            content = replace(
                Act(noun, noun, frame.event_type, frame.mode, mutual=frame.mutual, weight=0.65, used=frozenset({noun.i})),
                actors=noun_actors(self.clause, noun),
                recipients=noun_recipients(self.clause, noun, frame),
                rule=f"noun:{frame.noun}",
            )
            actors = subject_parties(self.clause, arguments)
            construction = Construction(self.clause, verb, verb, arguments, actors, noun, (content,))
            for name in (n for n in OVER_NOUNS if n in classes):
                if name == "allow" and frame.event_type not in ("RETREAT", "CONSULT", "AID", "PROTEST"):
                    continue
                made = COMBINE[name](construction)
                if made:
                    return made
        return []

    def read_adjective(self, adjective: Token, depth: int = 0) -> list[Act]:
        """Return acts of adjectives with an infinitive: "ready to help", "set to meet", "unable to agree"."""
        classes = [name for name, _ in lexicon.matrix("adjectives").get(adjective.lemma_.lower(), ())]
        inner_verb = next(iter(complements(adjective)), None)
        if not classes or depth > _MAX_DEPTH or inner_verb is None:
            return []
        inner = self.read_verb(inner_verb, depth + 1)
        predicative = adjective.dep_ in ("acomp", "attr", "oprd") and adjective.head.pos_ in ("AUX", "VERB")
        subjects = surface_subjects(adjective.head) if predicative else [adjective.head] if adjective.dep_ == "amod" else []
        arguments = Arguments(tuple(subjects), (), (), {}, False)
        predicate = adjective.head if predicative else adjective
        actors = subject_parties(self.clause, arguments)
        made = COMBINE[classes[0]](Construction(self.clause, adjective, predicate, arguments, actors, inner_verb, tuple(inner)))
        return made or []

    def _content(self, noun: Token, depth: int) -> list[Act]:
        """What an offer, threat or request is about: its infinitive ("an offer to help")."""
        if depth >= _MAX_DEPTH:
            return []
        return next((acts for verb in complements(noun) if (acts := self.read_verb(verb, depth + 1))), [])

    # ------------------------------------------------------------------ nouns
    def read_noun(self, noun: Token) -> list[Act]:
        """Return the act of an event noun that stands as subject of happening, or that names who did it to whom."""
        frame = event_noun(noun)
        if frame is None or noun.dep_ in ("compound", "amod", "nmod", "poss"):
            return []
        actors = noun_actors(self.clause, noun)
        others = noun_recipients(self.clause, noun, frame)
        happening = _happening(noun)
        if happening is not None:
            return self._of_happening(noun, frame, happening, actors, others)
        act = self._of_noun(noun, noun, frame, [])
        if frame.event_type == "ASSAULT" and self._is_dated(noun, bool(others)):
            return [replace(_with(act, actors, others, f"dated:{frame.noun}"), weight=0.5)]
        if not actors or noun.dep_ in ("attr", "appos", "conj") or frame.event_type in _SPOKEN:
            return []
        if not others and not (frame.mutual and len(actors) > 1):
            return []
        return [replace(_with(act, actors, others, f"noun:{frame.noun}"), weight=0.5)]

    def _of_happening(
        self, noun: Token, frame: EventNoun, verb: Token, actors: tuple[int, ...], others: tuple[int, ...]
    ) -> list[Act]:
        """An act told by a verb of happening ("clashes broke out", "the blast killed 12 soldiers")."""
        if frame.event_type in ("AGREE", "REQUEST", "THREATEN", "ACCUSE", "REJECT") and not actors:
            return []
        harm = verb.lemma_ in _HARM
        victims = find_arguments(verb).objects if harm else ()
        others = parties(self.clause, [t for t in victims if is_actor(self.clause, t) or is_place(self.clause, t)]) or others
        act = self._of_noun(noun, verb, frame, self._content(noun, 1))
        act = replace(act, weight=0.7 if actors or others else 0.55, used=act.used if harm else act.used - {verb.i})
        return [_with(act, actors, others or act.recipients, f"noun:{frame.noun}+{verb.lemma_}")]

    def _is_dated(self, noun: Token, has_victims: bool) -> bool:
        """Whether a noun carries its own time: "Thursday's airstrike", "the overthrow of the king in 1969"."""
        near = any(t.i in self.clause.time_of for t in noun.subtree if noun in (t.head, t.head.head))
        return near and (has_victims or any(c.dep_ == "poss" and c.i in self.clause.time_of for c in noun.children))

    def _of_noun(self, noun: Token, predicate: Token, frame: EventNoun, inner: list[Act]) -> Act:
        """Make the act that an event noun names, with mode and recipients of what it is about."""
        event_type, mode = frame.event_type, frame.mode
        content = inner[0] if inner else None
        if event_type in ("REQUEST", "REJECT"):
            about = content.event_type if content else subject_matter(noun)
            mode = lexicon.demand_mode(about) if about else None
        elif event_type == "THREATEN" and content:
            mode = lexicon.threat_mode(content.event_type, content.mode)
        return Act(
            trigger=noun,
            predicate=predicate,
            event_type=event_type,
            mode=mode,
            stage=frame.stage,
            recipients=content.recipients if content else (),
            mutual=frame.mutual,
            weight=0.75,
            used=frozenset({noun.i, predicate.i}) | (content.used if content else frozenset()),
        )


def _with(act: Act, actors: tuple[int, ...], others: tuple[int, ...], rule: str) -> Act:
    """Set an act's participants and rule; a speech act without addressee or content weighs less ("made a call")."""
    others = tuple(r for r in others if r not in actors)
    empty = (
        act.event_type in ("REQUEST", "AGREE", "ACCUSE", "THREATEN")
        and not others
        and act.mode in (None, "disapprove", "allege")
    )
    return replace(act, actors=actors, recipients=others, rule=rule, weight=min(act.weight, 0.6) if empty else act.weight)


def _cause(verb: Token, arguments: Arguments) -> Token | None:
    """Return the attack that a passive verb of harm names after "in", "due to" or "as a result of"."""
    for prep in ("in", "by", "during", "from", "after", "due", "as", "because"):
        nouns = [t for p in arguments.preps.get(prep, ()) for t in expand(p)]
        nouns += [
            t for n in nouns if n.lemma_ in ("result", "consequence") for p in preps_of(n).get("of", ()) for t in expand(p)
        ]
        for token in nouns:
            frame = event_noun(token)
            if frame is not None and frame.event_type == "ASSAULT":
                return token
    return None


def _denied_clause(arguments: Arguments) -> Token | None:
    """Return the clause below what is denied: "denied a report that it had paid", "rejected claims it had lied"."""
    for noun in arguments.objects:
        if noun.lemma_.lower() in lexicon.noun_class("idea"):
            clauses = [c for c in noun.children if c.dep_ in ("acl", "relcl", "ccomp") and c.pos_ in ("VERB", "AUX")]
            if clauses:
                return clauses[0]
    return None


def _classes(verb: Token, arguments: Arguments) -> list[str]:
    """Return the matrix classes of a verb whose fixed words are there."""
    entries = lexicon.matrix().get(verb.lemma_.lower(), ())
    return [name for name, pattern in entries if has_pattern(verb, pattern, arguments.objects)]


def _light_objects(verb: Token, arguments: Arguments) -> list[Token]:
    """Return the nouns that a light verb may make an act of: objects, and "in" or "under" of a few fixed phrases."""
    found = [t for o in arguments.objects for t in expand(o)]
    if verb.lemma_ in ("engage", "take", "participate"):
        found += arguments.preps.get("in", ())
    if verb.lemma_ == "embark":
        found += arguments.preps.get("on", ())
    if verb.lemma_ == "come":
        found += arguments.preps.get("under", ())
    return found


def _happening(noun: Token) -> Token | None:
    """Return the verb of happening that a noun is subject of."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return None
    patterns = lexicon.occurrence_patterns().get(verb.lemma_.lower(), ())
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return verb if any(has_pattern(verb, p, objects) for p in patterns) else None


def _named(noun: Token) -> Token:
    """Return the noun that a grouping word is about ("a series of raids")."""
    return through(noun)[-1]


def _is_aimed(verb: Token) -> bool:
    """Whether a complement tells an act to come: infinitive, gerund, or a clause with a modal or a bare subjunctive."""
    if is_infinitive(verb) or verb.tag_ in ("VBG", "VB") or verb.pos_ in ("NOUN", "ADJ"):
        return True
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token and depth < 60:
        token, depth = token.head, depth + 1
    return depth
