"""Who did the harm of which a sentence tells only the toll: the attacker of the sentence before.

In: the decisions of a sentence and the reports of the sentence before. Out: the decisions, where a bare passive of harm takes
the one attacker told of just before ("Gunmen raided the village. Nine people were killed."). It makes no report surer. Nothing
is carried past a sentence, from a count of dead, or where time, place or side speak against one attack.
"""

from collections.abc import Sequence
from dataclasses import replace

from accord.coding.events.arguments import find_arguments
from accord.coding.events.attackers import find_cause
from accord.coding.events.clauses import Clause, root_of
from accord.coding.events.decisions import Decision
from accord.coding.events.subjects import is_passive
from accord.model.reading import MentionDraft, ReportDraft

_HARM = frozenset({"kill", "wound", "injure", "hurt", "die", "murder", "slay", "maim"})
_OTHER = frozenset(
    {"another", "other", "separate", "separately", "elsewhere", "earlier", "later", "different", "meanwhile", "since"}
)
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_FORCES = frozenset({"MIL", "COP", "GOV", "SPY"})


def carry_attackers(clause: Clause, decisions: list[Decision], before: Sequence[ReportDraft]) -> list[Decision]:
    """Return the decisions of a sentence, bare passives of harm with the attacker that the sentence before names."""
    if any(d.report.event_type == "ASSAULT" and d.report.actors for d in decisions):
        return decisions
    told = [r for r in before if r.event_type == "ASSAULT" and r.status == "actual"]
    attackers = {r.actors for r in told}
    if len(attackers) != 1 or not told[0].actors or any(r.lemma in _HARM for r in told):
        return decisions
    return [_carry(clause, decision, told) if _is_bare_toll(clause, decision) else decision for decision in decisions]


def _is_bare_toll(clause: Clause, decision: Decision) -> bool:
    """Whether a passive only counts who was harmed: no doer, no other attack named, no word of another happening."""
    verb, report = decision.act.predicate, decision.report
    if report.event_type != "ASSAULT" or report.status != "actual" or report.historical or verb.lemma_ not in _HARM:
        return False
    if not report.recipients or not is_passive(verb):
        return False
    arguments = find_arguments(verb)
    cause = find_cause(arguments)
    if arguments.subjects or any(t.lower_ in _OTHER and t.dep_ in ("amod", "advmod", "det") for t in clause.sentence.doc):
        return False
    return cause is None or any(c.dep_ == "det" and c.lower_ in _KNOWN for c in cause.children)


def _carry(clause: Clause, decision: Decision, told: list[ReportDraft]) -> Decision:
    report, last = decision.report, told[-1]
    times = {report.time, *(r.time for r in told)} - {None}
    places = {clause.mentions[i].text for i in (report.location, *(r.location for r in told)) if i is not None}
    attackers = [clause.mentions[root_of(clause, i)] for i in last.actors]
    victims = [clause.mentions[root_of(clause, i)] for i in report.recipients]
    own_time = report.time is not None and len(times) > 1
    if own_time or len(places) > 1 or any(_is_one_side(a, v) for a in attackers for v in victims):
        return decision
    return replace(decision, report=replace(report, actors=last.actors, rule=f"carried>{report.rule}"))


def _is_one_side(attacker: MentionDraft, victim: MentionDraft) -> bool:
    """Whether two could be of one side: the same, of one head noun, or both of a state's forces."""
    both_forces = bool(_FORCES & set(attacker.sectors)) and bool(_FORCES & set(victim.sectors))
    return attacker == victim or both_forces or attacker.head == victim.head
