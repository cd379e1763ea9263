"""Where the accounts do not accord: reports of one event, or figures of one thing, whose values cannot all hold.

In: events with their reports, and figures. Out: `Disagreement`s with one position per value, who says it and in which
reports. A missing value is no disagreement, a wider one that holds the narrower is none, and a bound that holds a number is
none. `conflict`: both cannot hold; `update`: the later may have replaced the earlier; `detail`: one says more than another.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from accord.linking.case import Case
from accord.linking.events.blame import is_alleged, list_blamed
from accord.linking.events.passages import find_copied_reports
from accord.linking.figures.quantities import find_figure_conflicts
from accord.linking.origins import find_footing
from accord.model.ids import make_id
from accord.model.record import Disagreement, DisagreementKind, Event, Figure, Position, Report

_Valued = dict[str, list[Report]]
_WEEK = 7
"""Days between the ends of a date that is still compared: two Wednesdays, where an article appeared in one of two weeks."""


def find_disagreements(
    case: Case, events: Sequence[Event], reports: Sequence[Report], figures: Sequence[Figure]
) -> tuple[Disagreement, ...]:
    """Return the disagreements of a case, sorted by id."""
    by_event: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_event[report.event].append(report)
    found: list[Disagreement] = []
    for event in events:
        told = sorted(by_event[event.id], key=lambda report: report.id)
        if len(told) > 1:
            found += [
                *_compare_sides(case, event, told),
                *_compare_dates(case, event, told),
                *_compare_places(case, event, told),
                *_compare_statuses(case, event, told),
            ]
    parted = {disagreement.about for disagreement in found if disagreement.field == "actor"}
    found += _compare_blame(case, [event for event in events if event.id not in parted], by_event)
    found += _compare_denials(case, events, by_event)
    found += find_figure_conflicts(case, figures)
    return tuple(sorted(found, key=lambda disagreement: disagreement.id))


def make_disagreement(case: Case, about: str, field: str, kind: DisagreementKind, values: _Valued) -> Disagreement:
    """Return a disagreement about one field from the reports of each value."""
    positions = tuple(
        Position(value, tuple(sorted(report.id for report in told)), _list_voices(case, told))
        for value, told in sorted(values.items())
    )
    return Disagreement(
        id=make_id("disagreement", about, field, *values), about=about, field=field, positions=positions, kind=kind
    )


def _list_voices(case: Case, reports: Iterable[Report]) -> tuple[str, ...]:
    """Return the innermost known voices of reports, as actor ids or words."""
    voices = (find_footing(case, report).voice for report in reports)
    return tuple(sorted({voice for voice in voices if voice is not None}))


def _compare_sides(case: Case, event: Event, reports: Sequence[Report]) -> Iterable[Disagreement]:
    """Compare who acted and to whom.

    One name beside a list, or beside a body of the same party, is a shorter way of telling; two lists that differ, and
    single names that have nothing to do with each other, are a disagreement.
    """
    copied = find_copied_reports(case, reports)
    for field in ("actor", "recipient"):
        named: dict[frozenset[str], list[Report]] = {}
        for report in reports:
            side = case.parties(party.actor for party in (report.actor if field == "actor" else report.recipient))
            side = frozenset(filter(case.is_named, side))
            if side and report.status in (event.status, "actual", "future"):
                named.setdefault(side, []).append(report)
        sets = sorted(named, key=lambda parties: (len(parties), sorted(parties)))
        apart = [
            (one, other)
            for i, one in enumerate(sets)
            for other in sets[i + 1 :]
            if _do_differ(case, event, one, other) and _are_two_accounts(case, copied, named[one], named[other])
        ]
        if apart:
            kept = sorted({parties for pair in apart for parties in pair}, key=sorted)
            values = {", ".join(sorted(case.name(actor) for actor in parties)): named[parties] for parties in kept}
            nested = all(one <= other or other <= one for one, other in apart)
            if len(values) < 2:  # namesakes: linking kept them apart, no text does
                continue
            yield make_disagreement(case, event.id, field, "detail" if nested else "conflict", values)


def _are_two_accounts(case: Case, copied: set[tuple[str, str]], one: Sequence[Report], other: Sequence[Report]) -> bool:
    """Whether two values stand on two footings: not one wording read in two ways, nor one voice in one article."""
    pairs = [(min(a.id, b.id), max(a.id, b.id)) for a in one for b in other]
    if any(pair in copied for pair in pairs):
        return False
    footings = [{(report.article, find_footing(case, report).key) for report in told} for told in (one, other)]
    return footings[0] != footings[1] or len(footings[0]) > 1


def _do_differ(case: Case, event: Event, one: frozenset[str], other: frozenset[str]) -> bool:
    if one - other and other - one and _is_one_country(case, one - other, other - one):
        return False
    if _may_stand_for(case, one - other, other - one) or _may_stand_for(case, other - one, one - other):
        return False
    if len(one) > 1 and len(other) > 1:
        return one != other
    if one & other or event.event_type in ("CONSULT", "COOPERATE"):
        return False
    countries = [{case.country(party) for party in parties} - {None} for parties in (one, other)]
    return not countries[0] & countries[1] and len(one) == len(other) == 1


def _is_one_country(case: Case, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sides are the same countries by other names: "the Assad regime" for Syria, not those who fight it."""
    sides = []
    for parties in (one, other):
        found = [case.actor_by_id.get(party) for party in sorted(parties)]
        sides.append(
            {a.country if a is not None and not set(a.sectors) & {"UAF", "REB", "SEP", "OPP"} else None for a in found}
        )
    return sides[0] == sides[1] and None not in sides[0]


def _may_stand_for(case: Case, people: frozenset[str], bodies: frozenset[str]) -> bool:
    """Whether persons of whom no text says where they belong may act for the bodies that others name in their place."""
    found = [case.actor_by_id.get(party) for party in people]
    loose = all(actor is not None and actor.type == "person" and actor.country is None for actor in found)
    return (
        bool(people and bodies)
        and loose
        and not any((body := case.actor_by_id.get(party)) is not None and body.type == "person" for party in bodies)
    )


def _compare_blame(case: Case, events: Sequence[Event], by_event: dict[str, list[Report]]) -> Iterable[Disagreement]:
    """Compare whom the sides blame for an act of violence; nobody is named as its actor on one side's word alone."""
    charges: defaultdict[str, list[Report]] = defaultdict(list)
    for told in by_event.values():
        for report in told:
            if report.event_type == "ACCUSE":
                charges[report.article].append(report)
    for event in events:
        told = sorted(by_event[event.id], key=lambda report: report.id)
        if event.event_type != "ASSAULT" or not any(map(is_alleged, told)):
            continue
        around = [charge for article in sorted({report.article for report in told}) for charge in charges[article]]
        values = list_blamed(case, told, sorted(around, key=lambda report: report.id))
        if len(values) > 1:
            made = make_disagreement(case, event.id, "actor", "conflict", values)
            yield replace(made, positions=tuple(_name_accusers(position, around) for position in made.positions))


def _name_accusers(position: Position, charges: Sequence[Report]) -> Position:
    """Give a position that rests on accusations the accusers as its voices."""
    accusers = {party.actor for charge in charges if charge.id in position.reports for party in charge.actor}
    return replace(position, voices=tuple(sorted(accusers))) if accusers else position


def _compare_dates(case: Case, event: Event, reports: Sequence[Report]) -> Iterable[Disagreement]:
    """Compare stated dates no wider than a week: those that share no day cannot both hold."""
    values: _Valued = defaultdict(list)
    days: dict[str, tuple[int, int]] = {}
    for report in reports:
        date = report.date
        if (
            date is None
            or date.basis != "stated"
            or date.start is None
            or date.end is None
            or (date.end - date.start).days > _WEEK
        ):
            continue
        value = str(date.start) if date.start == date.end else f"{date.start}/{date.end}"
        values[value].append(report)
        days[value] = (date.start.toordinal(), date.end.toordinal())
    ordered = sorted(days)
    if any(days[a][0] > days[b][1] or days[b][0] > days[a][1] for i, a in enumerate(ordered) for b in ordered[i + 1 :]):
        yield make_disagreement(case, event.id, "date", "conflict", values)


def _compare_places(case: Case, event: Event, reports: Sequence[Report]) -> Iterable[Disagreement]:
    """Compare the places of the finest precision that is given: towns, or countries where no town is named."""
    values: _Valued = defaultdict(list)
    places = {report.location for report in reports if report.location is not None}
    places = {i for i in places if (found := case.place_by_id.get(i)) is not None and found.country is not None}
    towns = {i for i in places if not case.is_wide(i)}
    if not towns and len({case.place_by_id[i].country for i in places}) < 2:
        return
    for report in reports:
        if report.location in (towns or places):
            values[case.name(str(report.location))].append(report)
    if len(values) > 1:
        yield make_disagreement(case, event.id, "location", "conflict", values)


def _compare_statuses(case: Case, event: Event, reports: Sequence[Report]) -> Iterable[Disagreement]:
    """Compare whether it happened: told as done by some and denied by others."""
    values: _Valued = defaultdict(list)
    for report in reports:
        if report.status in ("actual", "negated"):
            values[report.status].append(report)
    if len(values) > 1:
        yield make_disagreement(case, event.id, "status", _kind_by_time(case, values["negated"], values["actual"]), values)


def _kind_by_time(case: Case, denied: Sequence[Report], told: Sequence[Report]) -> DisagreementKind:
    """Return `update` where every denial stands before every telling, else `conflict`."""
    last = [report.date.end for report in denied if report.date is not None and report.date.end is not None]
    first = [report.date.start for report in told if report.date is not None and report.date.start is not None]
    return "update" if last and first and max(last) < min(first) else "conflict"


def _compare_denials(case: Case, events: Sequence[Event], by_event: dict[str, list[Report]]) -> Iterable[Disagreement]:
    """Compare an event that is said not to have happened with one of its kind, by the same party, in the next fortnight."""
    acts: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.status == "actual" and not event.historical:
            for party in sorted(case.parties((*event.actor, *event.recipient))):
                acts[event.event_type, party].append(event)
    for denied in events:
        if denied.status != "negated":
            continue
        matches = {
            e.id: e
            for party in case.parties(denied.actor) or _list_deniers(case, by_event[denied.id])
            for e in acts[denied.event_type, party]
            if _may_replace(case, denied, e)
        }
        for act in (matches[key] for key in sorted(matches)):
            values = {"negated": by_event[denied.id], "actual": by_event[act.id]}
            yield make_disagreement(case, act.id, "status", "update", values)


def _list_deniers(case: Case, reports: Sequence[Report]) -> frozenset[str]:
    """Return who denies an act without saying whose: who was to take part in it knows best."""
    return case.parties(voice.actor for report in reports for voice in report.voices[-1:] if voice.actor is not None)


def _may_replace(case: Case, denied: Event, act: Event) -> bool:
    if denied.actor and not case.parties(denied.actor) & case.parties(act.actor):
        return False
    if denied.date is None or act.date is None or denied.date.end is None or act.date.start is None:
        return False
    if denied.mode and act.mode and denied.mode != act.mode:
        return False
    days = (act.date.start - denied.date.end).days
    asked, got = case.parties(denied.recipient), case.parties(act.recipient)
    return 0 <= days <= 14 and (not asked or not got or bool(asked & got))
