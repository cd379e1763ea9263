"""Who is said to have done an act only because somebody blames him for it.

In: reports. Out: whether a report rests on an accusation, and which of an event's actors stand on more than one accuser's
word. "Ruritania accused Sylvania of the raid" is Ruritania's word: the report names Sylvania, the event does so only where
somebody tells it without an accuser, or where two accusers who do not rest on each other name it. It judges nobody: who is
blamed is shown among the disagreements.
"""

import functools
from collections.abc import Iterable, Sequence

from accord.data import load_yaml
from accord.linking.case import Case
from accord.linking.origins import find_footing
from accord.linking.words import find_words, stem
from accord.model.record import Party, Report

_ACCUSERS = 2
"""Independent accusers whose word is more than one side's."""


@functools.cache
def _charges() -> frozenset[str]:
    return frozenset(stem(verb) for verb in load_yaml("speech")["verbs"]["charge"].split())


def is_alleged(report: Report) -> bool:
    """Whether a report is what somebody accuses its actors of."""
    return any(voice.cue is not None and find_words(voice.cue.text) & _charges() for voice in report.voices)


def list_actors(case: Case, reports: Sequence[Report]) -> Iterable[tuple[Party, ...]]:
    """Yield the actors of each report that tells that they did it: neither denied nor on one accuser's word only.

    An event that nothing but accusations tell of keeps their actors: without them it would be no event.
    """
    told = [report for report in reports if report.status != "negated"] or list(reports)
    if all(map(is_alleged, told)):
        yield from (report.actor for report in told)
        return
    accusers: dict[str, set[str | None]] = {}
    for report in filter(is_alleged, told):
        for party in case.parties(one.actor for one in report.actor):
            accusers.setdefault(party, set()).add(find_footing(case, report).key or report.article)
    for report in told:
        sure = not is_alleged(report)
        yield tuple(one for one in report.actor if sure or len(accusers[case.party(one.actor)]) >= _ACCUSERS)


def list_blamed(case: Case, told: Sequence[Report], charges: Iterable[Report]) -> dict[str, list[Report]]:
    """Return whom the accounts of an event blame for it, by name: those accused, and those whom the accused blame in turn.

    Args:
        told: the reports of the event.
        charges: reports of accusations in the articles that tell of it.
    """
    blamed: dict[str, list[Report]] = {}
    accused: set[str] = set()
    for report in told:
        parties = case.parties(one.actor for one in report.actor)
        if parties and report.status != "negated" and is_alleged(report):
            accused |= parties
            blamed.setdefault(_name(case, parties), []).append(report)
    for charge in charges:
        by = case.parties(one.actor for one in charge.actor)
        against = case.parties(one.actor for one in charge.recipient)
        if by & accused and against and not against & accused and charge.status == "actual" and charge.mode == "allege":
            blamed.setdefault(_name(case, against), []).append(charge)
    return blamed


def _name(case: Case, parties: Iterable[str]) -> str:
    return ", ".join(sorted(case.name(party) for party in parties))
