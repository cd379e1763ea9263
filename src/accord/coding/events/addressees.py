"""Recipients that stand deeper than a frame's own places: in what the object is about, in aims, in conditions.

In: an `Act` without recipients. Out: the same act, with whom it concerns where the sentence says so. News rarely puts the other
side of an act next to its verb: "rejected a plan drawn up by Oman", "lifted sanctions imposed on Peru", "marched to demand
reforms by the government", "will strike unless Quito yields". Only actors and countries are taken, the nearest first; a town is
where something happens.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import Arguments, expand, find_arguments, is_infinitive, preps_of
from accord.coding.events.classes import event_noun
from accord.coding.events.clauses import Clause, is_actor, is_place, root_of
from accord.coding.events.parties import is_wanted, owner_parties, parties
from accord.coding.events.setting import is_site
from accord.coding.events.subjects import SUBJECT, is_passive, surface_subjects

_MAX_DEPTH = 3
# Types whose acts have another side; not RETREAT, which need have none, nor CONSULT and COOPERATE among equals.
_AIMED = frozenset(
    {
        "REQUEST",
        "REJECT",
        "ACCUSE",
        "THREATEN",
        "AGREE",
        "CONCEDE",
        "SANCTION",
        "COERCE",
        "PROTEST",
        "SUPPORT",
        "AID",
        "ASSAULT",
    }
    | {"MOBILIZE"}
)
# Prepositions after which the other side of what a noun names stands, the likeliest first. Place and time are no side.
_OF_NOUNS = (
    "by",
    "from",
    "with",
    "against",
    "to",
    "on",
    "of",
    "toward",
    "towards",
    "for",
    "between",
    "among",
    "over",
    "at",
    "into",
)
_OF_VERBS = ("against", "with", "to", "from", "on", "toward", "towards", "for", "over", "at", "into", "between", "of", "about")
# Prepositions after which somebody else than the other side stands: who gains from what is asked, what an attack is done with.
_NOT_OTHERS: dict[str, frozenset[str]] = {
    "REQUEST": frozenset({"for"}),
    "ACCUSE": frozenset({"for"}),
    "PROTEST": frozenset({"for", "at"}),
    "AID": frozenset({"from", "by", "with"}),
    "ASSAULT": frozenset({"with", "by", "from", "for", "to", "over"}),
}
# Acts of offering, asking and giving, and nouns whose "of" or "for" says what.
_LENDING = frozenset({"AGREE", "REQUEST", "REJECT", "AID", "CONCEDE", "COOPERATE", "SUPPORT"})
_OF_LOANS = frozenset(
    """
    offer pledge promise proposal plan request plea appeal call bid deployment dispatch supply shipment delivery provision
    transfer sale gift contribution loan use arrival presence number group team hundred thousand dozen score
    """.split()
)
# Acts of words after which a demand goes to the same, and verbs of writing.
_SPOKEN_TO = frozenset({"ACCUSE", "CONSULT", "REQUEST", "THREATEN"})
_WRITTEN = frozenset({"write", "cable", "turn", "send", "petition", "tell"})
_AIMS = frozenset({"PROTEST", "AID", "MOBILIZE", "CONSULT"})
_CONDITIONAL = frozenset({"if", "unless", "until"})


def add_addressees(clause: Clause, act: Act) -> Act:
    """Return the act with the recipients that its object, its aim or its condition names, where its own places name none."""
    verb = act.predicate
    lone_talk = act.event_type == "CONSULT" and not act.mutual
    towns_alone = all(is_site(clause.mentions[i]) for i in (*act.recipients, *act.places))
    called_home = act.mode == "withdraw" and bool(act.recipients)  # a town that an envoy leaves stands for its government
    if not towns_alone or called_home or act.mutual or act.stage or verb.pos_ not in ("VERB", "AUX"):
        return act  # both sides of what is done together stand with it, and a stage of an agreement has no recipient
    if act.event_type not in _AIMED and not lone_talk:
        return act
    search = _Search(clause, act)
    found = next((found for step in search.steps() if (found := step)), ())
    if not found:
        return replace(act, places=(*act.places, *search.towns[:1]))
    return replace(act, recipients=found, places=(*act.places, *act.recipients))


class _Search:
    """The walk from an act's words down to who else is named; leaves out the actors and what is theirs."""

    def __init__(self, clause: Clause, act: Act) -> None:
        self.clause = clause
        self.act = act
        self.arguments = find_arguments(act.predicate)
        self.towns: list[int] = []
        self.own = {root_of(clause, i) for i in act.actors}
        self.barred = _NOT_OTHERS.get(act.event_type, frozenset())
        self.home = {clause.mentions[i].country for i in (*act.actors, *self.own)}

    def steps(self) -> Iterator[tuple[int, ...]]:
        """Yield what each kind of place holds, the nearest first."""
        act = self.act
        objects = list(self.arguments.objects)
        if act.trigger.pos_ == "NOUN" and act.trigger not in objects:
            objects.append(act.trigger)
        if act.event_type != "MOBILIZE":  # whose troops are sent does not say against whom
            yield self._below([t for o in objects for t in expand(o)])
        yield self._behind(self.arguments, _OF_VERBS)
        if act.event_type in _AIMS:
            for aim in _aims(act.predicate, objects):
                yield self._of_aim(aim)
        if act.event_type != "MOBILIZE":
            governed = (c for c in act.predicate.children if c.dep_ == "xcomp" and c.i in act.used and c != act.trigger)
            yield from (self._of_aim(c) for c in governed)
        if act.event_type == "REQUEST":
            yield self._of_clause_before()
        if act.mode == "investigate":
            yield self._of_open_question()
        if act.event_type == "THREATEN":
            yield from (self._named(surface_subjects(c)) for c in _conditions(act.predicate))
        if act.event_type in ("CONCEDE", "AGREE", "REJECT"):
            yield self._of_talks(self.arguments)

    def _of_aim(self, aim: Token) -> tuple[int, ...]:
        if aim.lemma_ == "be":
            return ()
        arguments = find_arguments(aim)
        objects = [t for o in arguments.objects for t in expand(o)]
        found = self._named(objects) or self._below(objects) or self._behind(arguments, _OF_VERBS)
        if found:
            return found
        inner = (c for c in aim.children if c.dep_ in ("xcomp", "ccomp"))
        return next((found for c in inner if (found := self._named(surface_subjects(c)) or self._of_aim(c))), ())

    def _below(self, nouns: Iterable[Token], depth: int = 0) -> tuple[int, ...]:
        """Who the nearest noun under these belongs to or concerns, level by level."""
        nouns = list(nouns)
        if not nouns or depth > _MAX_DEPTH:
            return ()
        for noun in nouns:
            concerned = [t for t in _governed(noun, self._allowed(_OF_NOUNS)) if not self._is_lent(t)]
            found = self._owners(noun) or self._named(concerned)
            found = found or next((f for c in _participles(noun) if (f := self._of_participle(c))), ())
            if found:
                return found
        within = [t for noun in nouns for t in _governed(noun, ("in", "during")) if event_noun(t) is not None]
        return self._below([*(t for noun in nouns for t in _governed(noun, _OF_NOUNS)), *within], depth + 1)

    def _is_lent(self, token: Token) -> bool:
        """Whether people are what is offered, asked for or given: "an offer of troops", "a request for monitors"."""
        above = token.head.head.lemma_.lower() if token.dep_ == "pobj" and token.head.lower_ in ("of", "for") else ""
        return self.act.event_type in _LENDING and above in _OF_LOANS and is_wanted(self.clause, token)

    def _allowed(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in self.barred)

    def _owners(self, noun: Token) -> tuple[int, ...]:
        """Whose a noun is, others than the noun itself and than the actor's own country ("full Kenyan support")."""
        if self._is_means(noun):
            return ()
        mentions, itself = self.clause.mentions, self.clause.mention_of.get(noun.i)
        found = self._fit(i for i in owner_parties(self.clause, [noun]) if i != itself)
        return tuple(i for i in found if mentions[i].country is None or mentions[i].country not in self.home)

    def _is_means(self, noun: Token) -> bool:
        """Whether a noun belongs to who acts: aid to its giver, an inquiry to its head, an envoy or missile to its sender."""
        act, lemma = self.act, noun.lemma_.lower()
        shot = act.event_type == "ASSAULT" and any(lemma in lexicon.noun_class(name) for name in ("weapon", "missile"))
        led = act.mode == "investigate" and noun == act.trigger
        return act.event_type == "AID" or act.mode == "withdraw" or led or shot

    def _behind(self, arguments: Arguments, names: tuple[str, ...]) -> tuple[int, ...]:
        """Who stands after the verb's prepositions, or below what does."""
        for name in names:
            tokens = [t for p in arguments.preps.get(name, ()) if p.i not in self.clause.time_of for t in expand(p)]
            found = () if name in self.barred else self._named(tokens)
            found = found or self._below(tokens)
            if found:
                return found
        return ()

    def _of_talks(self, arguments: Arguments) -> tuple[int, ...]:
        """With whom an act was talked over, or who pressed for it: "after talks with the bank", "despite calls from Oslo"."""
        events = [t for name in ("after", "following", "despite", "amid") for t in arguments.preps.get(name, ())]
        return self._named([p for e in events for p in _governed(e, ("with", "by", "from"))])

    def _of_clause_before(self) -> tuple[int, ...]:
        """To whom the words went that a demand is joined to: "wrote to Rome, asking for aid", "met the envoy and demanded"."""
        verb = self.act.predicate
        joined = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
        if not joined or verb.head.pos_ != "VERB" or any(c.dep_ in SUBJECT for c in verb.children):
            return ()
        spoken = any(frame.event_type in _SPOKEN_TO for frame in lexicon.frames().get(verb.head.lemma_.lower(), ()))
        if not spoken and verb.head.lemma_ not in _WRITTEN:
            return ()
        before = find_arguments(verb.head)
        told = [t for o in (*before.objects, *before.indirect) for t in expand(o)]
        return self._named(told) or self._named(t for p in ("to", "with", "at") for t in before.preps.get(p, ()))

    def _of_open_question(self) -> tuple[int, ...]:
        """Of whom something is looked into: "is investigating whether the driver fell asleep"."""
        asked = [c for c in self.act.predicate.children if c.dep_ in ("ccomp", "advcl") and c.i > self.act.predicate.i]
        open_ones = [c for c in asked if any(m.dep_ == "mark" and m.lower_ in ("whether", "if") for m in c.children)]
        return self._named(t for c in open_ones for s in surface_subjects(c) for t in expand(s))

    def _of_participle(self, verb: Token) -> tuple[int, ...]:
        """Whose deed or lot a participle tells: "sanctions imposed on Peru", "crimes committed by the guards"."""
        arguments = find_arguments(verb)
        if is_passive(verb):
            return self._named(arguments.subjects) or self._behind(arguments, ("on", "against", "to", "for"))
        # "a letter accusing Rome" accuses Rome; "backed a bill banning strikes" has nothing to do with strikers
        return self._named(arguments.objects) if self.act.event_type in ("ACCUSE", "PROTEST", "REQUEST") else ()

    def _named(self, tokens: Iterable[Token]) -> tuple[int, ...]:
        tokens = [t for t in tokens if is_actor(self.clause, t) or is_place(self.clause, t)]
        return self._fit(parties(self.clause, tokens))

    def _fit(self, found: Iterable[int]) -> tuple[int, ...]:
        """Leave out the actors themselves and towns."""
        mentions = self.clause.mentions
        others = [i for i in found if root_of(self.clause, i) not in self.own and mentions[i].label != "facility"]
        self.towns += [i for i in others if is_site(mentions[i])]
        others = [i for i in others if not self._is_all_own(mentions[i].members)]
        return tuple(i for i in others if not is_site(mentions[i]) and not self._is_own(mentions[i].owner))

    def _is_all_own(self, members: tuple[int, ...]) -> bool:
        """Whether a plural stands for who acts: "Ann and Bo affirmed their commitment"."""
        return bool(members) and all(root_of(self.clause, i) in self.own for i in members)

    def _is_own(self, owner: int | None) -> bool:
        return owner is not None and root_of(self.clause, owner) in self.own


def _governed(noun: Token, names: tuple[str, ...]) -> list[Token]:
    below = preps_of(noun)
    return [t for name in names for p in below.get(name, ()) for t in expand(p)]


def _participles(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB" and c.tag_ in ("VBN", "VBG")]


def _aims(verb: Token, objects: Iterable[Token]) -> list[Token]:
    """The clauses that say what an act is for: "to demand …", "calling for …", also where the parse hung them on the object."""
    found = [c for c in verb.children if c.dep_ == "advcl" and (is_infinitive(c) or c.tag_ == "VBG")]
    found = [c for c in found if not any(g.dep_ in SUBJECT for g in c.children)]  # "as officials are saying": no aim
    found += [c for o in objects for c in o.children if c.dep_ in ("acl", "relcl", "advcl") and is_infinitive(c)]
    found += [c for o in objects for c in o.children if c.dep_ == "acl" and c.tag_ == "VBG"]
    return sorted({t.i: t for t in found}.values(), key=lambda t: t.i)


def _conditions(verb: Token) -> list[Token]:
    """The clauses that say on what a threat depends, on the verb or on what it threatens to do."""
    holders = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "ccomp"))]
    return [c for h in holders for c in h.children if c.dep_ == "advcl" and any(m.lower_ in _CONDITIONAL for m in c.children)]
