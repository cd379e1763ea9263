"""Acts that a verb tells by itself: its frames in data/verbs.yaml, and death in an attack.

In: a `Governor`. Out: at most one `Act`.
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import Arguments, expand, is_infinitive, preps_of
from accord.coding.events.attackers import find_attackers, find_cause
from accord.coding.events.classes import event_noun, has_pattern, in_classes
from accord.coding.events.clauses import Clause, is_place
from accord.coding.events.construction import first_preps
from accord.coding.events.culprits import find_culprits
from accord.coding.events.governed import Governor, settle
from accord.coding.events.lexicon import Frame
from accord.coding.events.nominals import act_of_noun
from accord.coding.events.participants import agents, noun_actors, recipients, subject_above
from accord.coding.events.parties import parties

_WEAPONS = frozenset({"weapon", "missile"})
_Sides = tuple[tuple[int, ...], tuple[int, ...]]


def read_frame(governor: Governor) -> list[Act]:
    """The verb's own frames, the strictest that holds."""
    frames = lexicon.frames().get(governor.verb.lemma_.lower(), ())
    if not frames and not governor.classes:
        governor.refuse("not in the lexicon")
    for frame in frames:
        miss = _miss(governor, frame)
        if miss is None:
            return [_act_of_frame(governor, frame)]
        governor.refuse(*miss, entry=frame)
    return []


def _miss(governor: Governor, frame: Frame) -> tuple[str, tuple[Token, ...]] | None:
    """Return what a frame asks for in vain, with the words that stand there instead; `None` where it holds."""
    clause, verb, arguments = governor.clause, governor.verb, governor.arguments
    if not has_pattern(verb, frame.pattern, arguments.objects):
        return "fixed words", ()
    objects: Iterable[Token] = arguments.objects
    if frame.pattern.prep:
        below = (
            tuple(t for o in arguments.objects for t in preps_of(o).get(frame.pattern.prep, ())) if frame.pattern.noun else ()
        )
        objects = arguments.prep(frame.pattern.prep) or below or arguments.objects
    elif frame.pattern.noun:
        objects = ()
    fought_for = [c for c in verb.children if c.dep_ == "advcl" and is_infinitive(c) and verb.lemma_ in ("fight", "battle")]
    clauses = (*(c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), *fought_for)
    if "none" in frame.objects and not objects and not frame.pattern.words and clauses:
        return "object", clauses  # "tried to learn" has an object, only no noun
    heads = tuple(t for o in objects for t in expand(o))
    if frame.objects and not in_classes(clause, heads, frame.objects):
        return "object", heads
    beside = tuple(t for o in arguments.objects for t in expand(o)) if frame.direct else ()
    if frame.direct and not in_classes(clause, beside, frame.direct):
        return "object", beside
    unnamed = arguments.passive and not arguments.subjects and frame.event_type == "ACCUSE"  # "are being investigated"
    if frame.subjects and not unnamed and not in_classes(clause, arguments.subjects, frame.subjects):
        return "subject", arguments.subjects
    if frame.actor and not _given_by(clause, arguments, frame):
        return "giver", ()
    if frame.needs and not recipients(clause, arguments, frame):
        return "recipient", ()
    return None


def _act_of_frame(governor: Governor, frame: Frame) -> Act:
    clause, verb, arguments = governor.clause, governor.verb, governor.arguments
    actors, trust = agents(clause, verb, arguments)
    if frame.event_type == "ASSAULT" and trust < 1.0 and _is_armed(clause, arguments):
        trust = 0.9  # "killed by a roadside bomb": a weapon says as much as a hand
    actors, others = _turned(clause, arguments, frame, (actors, recipients(clause, arguments, frame)))
    instrument = _instrument(clause, arguments, frame)
    if instrument is not None and frame.mutual:
        actors, others = _signatories(governor, instrument, (actors, others))
    used = {verb.i}
    mode = frame.mode
    cause = find_cause(arguments) if frame.event_type == "ASSAULT" and not arguments.subjects else None
    if cause is not None and (named := event_noun(cause)) is not None:
        # "killed in Russian airstrikes": who strikes, and how, stands with the noun.
        actors, mode = noun_actors(clause, cause) or find_culprits(clause, cause), mode or named.mode
        used.add(cause.i)
    if frame.event_type == "ASSAULT" and not actors and (arguments.passive or trust < 1.0):
        actors = find_attackers(governor, others)
    nouns = (t.i for t in arguments.objects if event_noun(t) and not any(c.i in clause.time_of for c in t.children))
    return Act(
        trigger=verb,
        predicate=verb,
        event_type=frame.event_type,
        mode=mode,
        stage=frame.stage,
        contexts=frame.contexts,
        actors=actors,
        recipients=others,
        places=parties(clause, [t for t in arguments.objects if is_place(clause, t)]),
        instrument=instrument,
        voice=_claimer(clause, verb, frame, actors),
        mutual=frame.mutual,
        weight=frame.weight * trust,
        rule=frame.name,
        entry=frame,
        used=frozenset({*used, *nouns}),
    )


def _claimer(clause: Clause, verb: Token, frame: Frame, actors: tuple[int, ...]) -> int | None:
    """Who says of himself that he attacked: "claimed responsibility for the blast"; nobody in "no group claimed …"."""
    if frame.event_type != "ASSAULT" or verb.lemma_ != "claim" or not actors or any(c.dep_ == "neg" for c in verb.children):
        return None
    return None if clause.mentions[actors[0]].text.lower().startswith(("no ", "nobody", "none", "neither")) else actors[0]


def _is_armed(clause: Clause, arguments: Arguments) -> bool:
    """Whether what acts is a weapon or an attack."""
    named = (event_noun(t) for t in arguments.subjects)
    return in_classes(clause, arguments.subjects, _WEAPONS) or any(n is not None and n.event_type == "ASSAULT" for n in named)


def _turned(clause: Clause, arguments: Arguments, frame: Frame, found: _Sides) -> _Sides:
    """Who acts and who undergoes, where a frame does not have the one as subject and the other where the verb points."""
    actors, others = found
    if frame.actor:
        return _given_by(clause, arguments, frame), actors
    if frame.recipient == ("subjswap",):
        return parties(clause, arguments.objects), actors
    if frame.recipient == ("subject",):
        return (), actors
    if frame.recipient == ("direct",):
        return actors, parties(clause, arguments.objects)
    return actors or _behind(clause, arguments, frame), others


def _given_by(clause: Clause, arguments: Arguments, frame: Frame) -> tuple[int, ...]:
    """Who gives what is received, after the frame's preposition: "received grain from Oslo"."""
    below = tuple(t for o in arguments.objects for t in first_preps(preps_of(o), frame.actor))
    return parties(clause, (*first_preps(arguments.preps, frame.actor), *below))


def _behind(clause: Clause, arguments: Arguments, frame: Frame) -> tuple[int, ...]:
    """Who stands behind an act without a party as subject: "food from Oslo arrived", "troops were sent in"."""
    if arguments.passive and (frame.event_type == "MOBILIZE" or "peacekeeper_n" in frame.objects):
        return parties(clause, arguments.objects)
    names = {"AID": ("from",), "RETREAT": ("between", "with")}.get(frame.event_type, ())
    things = (*arguments.subjects, *(arguments.objects if arguments.passive else ()))
    return parties(clause, tuple(t for thing in things for t in first_preps(preps_of(thing), names)))


def _instrument(clause: Clause, arguments: Arguments, frame: Frame) -> Token | None:
    """The agreement that an act is about: an argument, or what an argument's noun phrase holds ("its application")."""
    near = (*arguments.objects, *(t for tokens in arguments.preps.values() for t in tokens), *arguments.subjects)
    found = next((t for t in near if t.i in clause.instrument_of), None)
    if found is None and frame.stage:
        found = next((t for o in arguments.objects for t in o.subtree if t.i in clause.instrument_of), None)
    return found


def _signatories(governor: Governor, instrument: Token, found: _Sides) -> _Sides:
    """Both sides of an agreement: who signs, and who stands "between" or "with" beside it."""
    clause, verb, arguments = governor.clause, governor.verb, governor.arguments
    actors, others = found
    between = parties(clause, first_preps(preps_of(instrument), ("between", "among", "with")))
    others = others or between
    actors = actors or between
    if arguments.passive and verb.dep_ == "acl" and not arguments.subjects and len({*actors, *others}) == 1:
        # "the council moved to activate an accord brokered with Lima": the other side is the clause's subject.
        actors = (*actors, *(i for i in subject_above(clause, instrument) if i not in others))
    return actors, others


def read_death(governor: Governor) -> list[Act]:
    """Death in an attack: "Twelve people died in Wednesday's air raid"."""
    clause, verb, arguments = governor.clause, governor.verb, governor.arguments
    if verb.lemma_ not in ("die", "perish"):
        return []
    cause = find_cause(arguments)
    frame = event_noun(cause) if cause is not None else None
    victims = parties(clause, arguments.subjects)
    if cause is None or frame is None:
        attackers = find_attackers(governor, victims)
        act = Act(verb, verb, "ASSAULT", weight=0.7, used=frozenset({verb.i}))
        return [settle(act, attackers, victims, "death:when")] if attackers else []
    act = replace(act_of_noun(cause, verb, frame, []), weight=0.7)
    return [settle(act, noun_actors(clause, cause) or find_culprits(clause, cause), victims, f"death:{frame.noun}")]
