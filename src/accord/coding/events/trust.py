"""How far a report can be trusted: the weight of what it was read by, less for what is missing, each with its reason.

In: an `Act` with its participants. Out: `Doubt`s and a confidence. Does not drop reports.
"""

from collections.abc import Iterable

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.clauses import Clause
from accord.coding.events.decisions import Doubt
from accord.coding.events.subjects import is_passive

Parties = tuple[tuple[int, ...], tuple[int, ...], int | None]
"""Actors, recipients and place of an act, as mentions."""
HEADLINE = "a headline"
NOBODY_PUBLIC = "nobody with an office or a country takes part"
LONE = "an act of two sides with one participant"
"""Reasons that are signals of confidence too, under the same words."""
_UNAIMED = frozenset({"ASSAULT", "PROTEST", "COERCE"})
# Acts that private persons do to each other every day without any politics in them, as they say sorry to nobody in particular.
_OFFICIAL = frozenset({"AID", "COOPERATE"})
# Acts that passives tell by whom they are done to: "four envoys were expelled", "the sailors have been freed".
_SUFFERED = frozenset({"ACCUSE", "RETREAT", "SANCTION", "CONCEDE", "COOPERATE"})


def weigh(act: Act, doubts: Iterable[Doubt]) -> float:
    """Return the weight of an act, 0 to 0.95: that of its rule, less for each doubt.

    The factors were set by reading reports on news of four sets. They rank readings and are no probabilities; what a
    report's confidence claims is fitted to judged reports (`confidence`).
    """
    value = act.weight
    for doubt in doubts:
        value *= doubt.factor
    return min(value, 0.95)


def find_doubts(clause: Clause, act: Act, parties: Parties) -> tuple[Doubt, ...]:
    """Return what lowers trust in a report: a headline's grammar, participants that are missing."""
    actors, recipients, location = parties
    found = [Doubt(0.95, HEADLINE)] if clause.sentence.kind == "title" else []
    if act.event_type == "SUPPORT" and not recipients and not act.mutual and act.instrument is None and act.stage is None:
        found.append(Doubt(0.6, "nobody and nothing that is supported is named"))
    if not actors and not act.rule.startswith("dated:"):
        found.append(_doubt_without_actor(act, recipients, location))
    kind = act.event_type in _OFFICIAL or (act.event_type == "CONCEDE" and not recipients)
    if kind and not any(has_standing(clause, i) for i in (*actors, *recipients)):
        found.append(Doubt(0.55, NOBODY_PUBLIC))
    if not recipients and not act.mutual and act.event_type in ("AID", "COOPERATE", "SANCTION"):
        found.append(Doubt(0.7, "to whom it is done is not named"))
    return (*found, *_doubt_of_lone(clause, act, actors))


def has_standing(clause: Clause, index: int) -> bool:
    """Whether a participant is more than a private person, as far as the text says."""
    seen: set[int] = set()
    queue = [index]
    while queue:
        current = queue.pop()
        mention = clause.mentions[current]
        if mention.label != "person" or mention.country or mention.sectors:
            return True
        seen.add(current)
        queue += [i for i in (mention.refers_to, mention.owner) if i is not None and i not in seen]
    return False


def _doubt_without_actor(act: Act, recipients: tuple[int, ...], location: int | None) -> Doubt:
    undergone = act.mode == "release" or act.rule.startswith("undergone:") or is_passive(act.predicate)
    suffered = bool(recipients) and act.event_type in _SUFFERED and undergone
    held = act.mode == "ceasefire" and location is not None
    aimed = suffered or held or (act.event_type in _UNAIMED and (bool(recipients) or location is not None))
    told = act.predicate.pos_ in ("VERB", "AUX")
    meant = any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "PRON" for c in act.predicate.children)
    forceful = told and not meant and act.event_type in ("ASSAULT", "PROTEST") and (act.mode or act.trigger.pos_ == "VERB")
    accused = act.event_type in ("ACCUSE", "SANCTION") and bool(recipients)
    factor = 0.85 if aimed else 0.8 if act.instrument is not None else 0.6 if accused or forceful else 0.4
    if act.event_type == "REQUEST" and not recipients:
        factor *= 2.0  # "no such request had been made": who asks whom is left to the reader
    return Doubt(factor, "who did it is not named")


def _doubt_of_lone(clause: Clause, act: Act, actors: tuple[int, ...]) -> list[Doubt]:
    """Less trust in a mutual act with one participant: "speaking at a conference" is no consultation."""
    if not act.mutual or len(actors) > 1 or any(clause.mentions[i].plural for i in actors):
        return []
    if act.event_type == "SUPPORT" and act.instrument is None:
        return [Doubt(0.6, LONE)]
    if act.event_type in ("CONSULT", "COOPERATE"):
        return [Doubt(0.45 if act.trigger.lemma_ in lexicon.words("lone_talk") else 0.75, LONE)]
    return []
