"""Find the event that each number of an article counts.

In: readings, accounts and their events. Out: the event of each figure, where one is known: that of the report it stands by
(`accord.linking.figures.counted`), else, for a toll, the attack its article is about, where the sentence names no other
time and act.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from accord.linking.case import Case
from accord.linking.events.report_dates import resolve_times
from accord.linking.events.reports import Account
from accord.linking.figures.counted import find_counted, is_overall
from accord.model.reading import Reading
from accord.model.record import Report

_TOLLS = frozenset(("killed", "injured", "wounded"))
_RECENT = 7
"""Days before its article from which a sentence with a date tells of something else than the news."""

_LINES_BACK = 2
"""Sentences by which a number of arrests may follow the arrest it is of."""

FigureKey = tuple[str, int]
"""Article id and the figure's index in that article's reading."""


def find_figure_events(case: Case, accounts: Sequence[Account], reports: Sequence[Report]) -> dict[FigureKey, str]:
    """Return the event that each figure counts, where it is known."""
    event_of = {report.id: report.event for report in reports}
    of_draft = {(account.report.article, account.draft): event_of[account.report.id] for account in reversed(accounts)}
    incidents = _find_main_events(accounts, event_of)
    found: dict[FigureKey, str] = {}
    for reading in case.readings:
        article = reading.article.id
        for index, report in enumerate(find_counted(reading)):
            report = report if report is not None else _find_arrest(reading, index)
            event = of_draft.get((article, reading.reports[report])) if report is not None else None
            if event is None and report is None and article in incidents and _is_of_incident(case, reading, index):
                event = incidents[article]
            if event is not None:
                found[article, index] = event
    return found


def _find_main_events(accounts: Sequence[Account], event_of: Mapping[str, str]) -> dict[str, str]:
    """Return for each article about an attack the event of most of its accounts of it."""
    told: dict[str, Counter[str]] = {}
    for account in accounts:
        if account.incident is not None and "/" not in account.incident:
            told.setdefault(account.report.article, Counter())[event_of[account.report.id]] += 1
    return {article: min(counts, key=lambda event: (-counts[event], event)) for article, counts in told.items()}


def _find_arrest(reading: Reading, index: int) -> int | None:
    """Return the arrest that a bare number of arrests is of: the last one that the lines before it counted."""
    figure = reading.figures[index]
    if figure.measure != "captured" or figure.of is not None:
        return None
    near = [
        report
        for other, report in zip(reading.figures, find_counted(reading), strict=True)
        if report is not None and other.measure == "captured" and 0 < figure.sentence - other.sentence <= _LINES_BACK
    ]
    return max(near, key=lambda report: reading.reports[report].trigger_start, default=None)


def _is_of_incident(case: Case, reading: Reading, index: int) -> bool:
    """Whether a toll that stands by no act is that of the attack its article is about."""
    figure = reading.figures[index]
    sentence = reading.sentences[figure.sentence]
    if figure.measure not in _TOLLS or is_overall(reading.article.text[sentence.start : sentence.end]):
        return False
    if any(report.sentence == figure.sentence and report.event_type == "ASSAULT" for report in reading.reports):
        return False
    start = case.anchor(reading.article.id).start
    dates = resolve_times(case, reading).resolved
    days = [
        when for time, when in zip(reading.times, dates, strict=True) if time.sentence == figure.sentence and when is not None
    ]
    return all(when.end is None or start is None or (start - when.end).days <= _RECENT for when in days)
