"""Make the line of an event from the accounts that were merged: what they say together.

In: a group of accounts. Out: the `Event` (origins not yet known) and its reports, each with the event's id and a date.
Where reports differ the value that most articles give is taken; the differences are for `accord.linking.disagreements`.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from accord.linking.case import Case, fold
from accord.linking.events.blame import list_actors
from accord.linking.events.dates import date_event, lend_dates
from accord.linking.events.reports import Account
from accord.linking.events.summary import summarize
from accord.model.ids import make_id
from accord.model.record import Event, Party, Report, Status

_Value = TypeVar("_Value", bound=Hashable)
_NAMELESS = 3
_STATUS_ORDER: tuple[Status, ...] = ("actual", "negated", "future", "hypothetical")


def make_event(case: Case, group: Sequence[Account]) -> tuple[Event, tuple[Report, ...]]:
    """Return the event that a group of accounts tells of, and its reports."""
    event_id = make_id("event", *sorted(account.report.id for account in group))
    reports = [account.report for account in group]
    when = date_event([r for r in reports if r.status == _choose_status(reports)]) or date_event(reports)
    reports = [replace(report, event=event_id) for report in lend_dates(reports, when)]
    told = Counter(agreement for account in group for agreement in account.agreements)
    kinds = _weigh((r.event_type, r) for r in reports)
    event_type = kinds[0] if kinds else reports[0].event_type
    modes = _weigh((r.mode, r) for r in reports if r.mode is not None and r.event_type == event_type)
    places = _weigh((r.location, r) for r in reports if r.location is not None)
    event = Event(
        id=event_id,
        event_type=event_type,
        mode=modes[0] if modes else None,
        context=tuple(sorted({context for r in reports for context in r.context})),
        status=_choose_status(reports),
        historical=all(r.historical for r in reports),
        actor=_gather(case, list_actors(case, reports)),
        recipient=_gather(case, (r.recipient for r in reports)),
        location=_choose_place(case, places),
        date=when,
        reports=tuple(sorted(r.id for r in reports)),
        articles=len({r.article for r in reports}),
        agreement=min(told, key=lambda key: (-told[key], key)) if told else None,
        summary=summarize(case, group, _choose_status(reports)),
    )
    return event, tuple(reports)


def _choose_status(reports: Sequence[Report]) -> Status:
    """Return the status most articles give; an act that is denied stays told as done while anybody says it was done."""
    counts = Counter(status for status, _ in sorted({(r.status, r.article) for r in reports}))
    return min(counts, key=lambda status: (status == "negated", -counts[status], _STATUS_ORDER.index(status)))


def _weigh(values: Iterable[tuple[_Value, Report]]) -> list[_Value]:
    """Return values by how many articles give them, then by the confidence of their reports."""
    articles: dict[_Value, set[str]] = {}
    trust: Counter[_Value] = Counter()
    for value, report in values:
        articles.setdefault(value, set()).add(report.article)
        trust[value] += round((report.confidence or 0.5) * 1000)
    return sorted(articles, key=lambda value: (-len(articles[value]), -trust[value], str(value)))


def _choose_place(case: Case, places: Sequence[str | None]) -> str | None:
    """Return the place most articles name, or a narrower one in it that others name."""
    if not places or places[0] is None:
        return None
    for other in places[1:]:
        if other is not None and case.is_wide(places[0]) and not case.is_wide(other) and case.is_within(places[0], other):
            return other
    return places[0]


def _gather(case: Case, sides: Iterable[Sequence[Party]]) -> tuple[str, ...]:
    """Return who stands on one side, those that most reports name first.

    Of nameless ones with equal words ("driver" in four articles) one is enough, and of many nameless groups the three told of
    most: the reports keep them all.
    """
    counts: Counter[str] = Counter(party.actor for side in sides for party in side)
    names: Counter[str] = Counter()
    for actor, count in counts.items():
        names[_key(case, actor)] += count
    kept: dict[str, str] = {}
    for actor in sorted(counts, key=lambda actor: (-counts[actor], actor)):
        kept.setdefault(_key(case, actor), actor)
    ordered = sorted(kept.values(), key=lambda actor: (-names[_key(case, actor)], actor))
    nameless = [actor for actor in ordered if not case.is_named(actor)]
    return tuple(actor for actor in ordered if case.is_named(actor) or actor in nameless[:_NAMELESS])


def _key(case: Case, actor: str) -> str:
    return actor if case.is_named(actor) else fold(case.name(actor))
