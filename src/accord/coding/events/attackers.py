"""Who did the harm that a sentence tells of, where the verb of harm does not say: "were killed when gunmen opened fire".

In: a `Governor` of a verb of harm without a party that acts. Out: mention indexes. The doer may stand with the attack that
killed, in a clause of time, with a verb joined to this one, or behind the weapon.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from accord.coding.events.arguments import Arguments, expand, find_arguments, preps_of
from accord.coding.events.classes import event_noun
from accord.coding.events.clauses import Clause, is_actor, root_of
from accord.coding.events.culprits import find_culprits
from accord.coding.events.governed import Governor
from accord.coding.events.participants import noun_actors
from accord.coding.events.parties import parties
from accord.coding.events.subjects import surface_subjects

_WHEN = frozenset({"when", "as", "after"})
_RAMMING = frozenset("drive ram plow plough mow storm burst detonate blow steer crash smash slam".split())
_HANDLED = frozenset(
    "drive fire launch plant detonate pilot steer fly operate set throw hurl lob carry wear wield trigger lay place".split()
)


def find_attackers(governor: Governor, victims: tuple[int, ...]) -> tuple[int, ...]:
    """Return who harmed somebody, as the rest of the sentence tells; nobody who is harmed."""
    hurt = {root_of(governor.clause, i) for i in victims}
    for actors in _candidates(governor):
        if actors and not any(root_of(governor.clause, i) in hurt for i in actors):
            return actors
    return ()


def _candidates(governor: Governor) -> Iterator[tuple[int, ...]]:
    clause, verb, arguments = governor.clause, governor.verb, governor.arguments
    yield from _behind_attack(governor, (t for s in arguments.subjects for t in expand(s)))
    yield _hands_behind(clause, arguments.subjects)
    joined = _joined(verb)
    for one in (verb, *joined):
        yield from _told_when(governor, one)
    for one in joined if arguments.passive else ():
        yield from _of_joined(governor, find_arguments(one))


def _joined(verb: Token) -> list[Token]:
    """Verbs of the same happening: conjuncts, and participles of those who suffer too ("killed and others injured in …")."""
    nouns = [c for c in verb.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "NUM", "PRON")]
    inner = [p for c in verb.children if c.dep_ == "prep" and c.lower_ == "with" for p in c.children if p.dep_ == "pcomp"]
    found = [c for c in verb.conjuncts if c.pos_ == "VERB"] + inner
    return found + [c for n in nouns for c in n.children if c.dep_ == "acl" and c.tag_ == "VBN"]


def _told_when(governor: Governor, verb: Token) -> Iterator[tuple[int, ...]]:
    """Who attacks in the clause that tells how it came: "were wounded when gunmen stormed the bank"."""
    days = [t for c in verb.children for t in (c, *c.children) if t.dep_ in ("npadvmod", "pobj")]
    hung = [c for day in days for c in day.children if c.dep_ == "relcl"]  # "on Friday when a gunman opened fire"
    told = (c for c in (*verb.children, *hung) if c.dep_ in ("advcl", "relcl"))
    for clause in (c for c in told if any(m.lower_ in _WHEN for m in c.children)):
        yield from (a.actors for a in governor.below(clause) if a.event_type == "ASSAULT")
        if clause.lemma_ in _RAMMING:
            yield parties(governor.clause, [t for t in surface_subjects(clause) if is_actor(governor.clause, t)])


def _of_joined(governor: Governor, arguments: Arguments) -> Iterator[tuple[int, ...]]:
    if not arguments.passive:
        return
    acting = [t for s in arguments.subjects for t in expand(s)]
    yield parties(governor.clause, [t for t in acting if is_actor(governor.clause, t)])
    yield _hands_behind(governor.clause, acting)
    cause = find_cause(arguments)
    if cause is not None:
        yield from _behind_attack(governor, [cause])


def _behind_attack(governor: Governor, nouns: Iterable[Token]) -> Iterator[tuple[int, ...]]:
    """Who made an attack: whose it is, who is blamed for it, who launched it ("launched a raid that killed six")."""
    clause = governor.clause
    for noun in nouns:
        frame = event_noun(noun)
        if frame is None or frame.event_type != "ASSAULT" or noun.lemma_ == "war":
            continue
        yield noun_actors(clause, noun) or find_culprits(clause, noun)
        whole = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun  # "a series of raids"
        if whole.dep_ == "dobj" and whole.head.pos_ == "VERB" and whole.head != governor.verb:
            yield from (a.actors for a in governor.below(whole.head) if a.event_type == "ASSAULT" and noun.i in a.used)


def _hands_behind(clause: Clause, things: Iterable[Token]) -> tuple[int, ...]:
    """Who handles a weapon: "a bomb planted by rebels", "a truck driven by an armed man"."""
    for verb in (c for t in things for c in t.children if c.dep_ == "acl" and c.lemma_ in _HANDLED):
        arguments = find_arguments(verb)
        if arguments.passive and any(is_actor(clause, t) for t in arguments.subjects):
            return parties(clause, arguments.subjects)
    return ()


def find_cause(arguments: Arguments) -> Token | None:
    """Return the attack that a verb of harm names after "in", "due to" or "as a result of"."""
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
