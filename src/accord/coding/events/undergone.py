"""What somebody is put to: "is under investigation", "was put on trial", "is on a visit to Rome".

In: a `Governor`. Out: at most one `Act`, of the noun after "under" or "on". Verbs of doing are read elsewhere.
"""

from accord.coding.events.act import Act
from accord.coding.events.classes import event_noun
from accord.coding.events.construction import first_preps
from accord.coding.events.governed import Governor, named, settle
from accord.coding.events.light import find_senders
from accord.coding.events.nominals import act_of_noun
from accord.coding.events.participants import is_party, noun_actors, noun_recipients
from accord.coding.events.parties import owner_parties, parties

_PUT = frozenset("be remain come put place bring stay go stand".split())


def read_undergone(governor: Governor) -> list[Act]:
    """What somebody is put to: "is under investigation", "was put on trial", "is on a visit to Rome"."""
    clause, verb, arguments = governor.clause, governor.verb, governor.arguments
    if verb.lemma_ == "oppose" and arguments.preps.get("to") and verb.dep_ not in ("acl", "relcl"):
        return _read_opposed(governor)
    if verb.lemma_ not in _PUT:
        return []
    for noun in map(named, first_preps(arguments.preps, ("under", "on"))):
        frame = event_noun(noun)
        if frame is None:
            continue
        if frame.mode == "visit" and verb.lemma_ == "be":
            act = act_of_noun(noun, verb, frame, [])
            return [settle(act, governor.actors, noun_recipients(clause, noun, frame), f"light:{verb.lemma_}+{frame.noun}")]
        if frame.event_type != "ACCUSE":
            continue
        moved = not arguments.passive and verb.lemma_ in ("put", "place", "bring")
        others = parties(clause, arguments.objects if arguments.passive or moved else arguments.subjects)
        actors = governor.actors if arguments.passive or moved else noun_actors(clause, noun) or find_senders(governor, noun)
        act = act_of_noun(noun, verb, frame, [])
        return [settle(act, actors, others, f"undergone:{verb.lemma_}+{frame.noun}")]
    return []


def _read_opposed(governor: Governor) -> list[Act]:
    """A stand that stands in the passive: "is opposed to Lima's plan"."""
    against = governor.arguments.preps.get("to", ())
    others = parties(governor.clause, [t for t in against if is_party(governor.clause, t)]) or owner_parties(
        governor.clause, against
    )
    actors = parties(governor.clause, (*governor.arguments.subjects, *governor.arguments.objects))
    if not actors or not against:
        return []
    act = Act(governor.verb, governor.verb, "REJECT", "change", weight=0.65, used=frozenset({governor.verb.i}))
    return [settle(act, actors, others, "undergone:oppose")]
