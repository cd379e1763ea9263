"""Date an event from the reports that tell of it.

In: reports of one event. Out: its `When`, and the dates that reports without an own expression take over (basis `story`).
"""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from accord.model.record import Report, ReportDate
from accord.model.time import Granularity, When

_PRECISION: tuple[Granularity, ...] = ("day", "week", "interval", "month", "quarter", "season", "year", "decade")
_Days = tuple[datetime.date, datetime.date]


def date_event(reports: Sequence[Report]) -> When | None:
    """Return the days on which most articles can agree, as narrow as what they state; None where none dates the event.

    Stated dates go before vague ones ("recently"), and these before those bounded by publication. Of stated dates the one
    supported by most articles is taken, the narrower one at a tie, then the earlier; it is narrowed by every other date
    that meets it.
    """
    told = [(r.article, r.date) for r in reports if r.date is not None]
    exact = [(article, date) for article, date in told if date.basis == "stated" and not date.approximate]
    vague = [(article, date) for article, date in told if date.basis == "stated" and date.approximate]
    for dates in (exact, vague, [(article, date) for article, date in told if date.basis == "publication"]):
        closed = sorted({_key(date) for _, date in dates if date.start is not None and date.end is not None})
        if closed:
            return _narrow(closed, [(article, date) for article, date in dates if date.start and date.end])
    opened = [r.date for r in reports if r.date is not None and (r.date.start is not None or r.date.end is not None)]
    if not opened:
        return None
    first = min(opened, key=lambda date: (str(date.start or ""), str(date.end or "")))
    return When(first.start, first.end, first.granularity, first.approximate)


def lend_dates(reports: Sequence[Report], when: When | None) -> tuple[Report, ...]:
    """Give the event's stated date to those of its reports that state none; the evidence is the words that state it."""
    givers = [r.date for r in reports if r.date is not None and r.date.basis == "stated"]
    if when is None or not givers:
        return tuple(reports)
    best = min(givers, key=lambda date: (not _meets(date, when), _width(date), str(date.start), str(date.evidence)))
    lent = ReportDate(when.start, when.end, when.granularity, when.approximate, "story", best.evidence)
    return tuple(r if r.date is not None and r.date.basis == "stated" else replace(r, date=lent) for r in reports)


def _key(date: ReportDate) -> tuple[int, datetime.date, datetime.date, int, bool]:
    start, end = date.start or datetime.date.min, date.end or datetime.date.max
    return (end - start).days, start, end, _PRECISION.index(date.granularity), date.approximate


def _narrow(
    closed: Sequence[tuple[int, datetime.date, datetime.date, int, bool]], dates: Sequence[tuple[str, ReportDate]]
) -> When:
    def support(days: _Days) -> int:
        return len({article for article, date in dates if _share(days, date)})

    best = min(closed, key=lambda key: (-support((key[1], key[2])), key[0], key[1], key[3], key[4]))
    start, end, chosen = best[1], best[2], best
    for key in closed:
        if max(start, key[1]) <= min(end, key[2]):
            if (max(start, key[1]), min(end, key[2])) != (start, end):
                chosen = min(chosen, key)
            start, end = max(start, key[1]), min(end, key[2])
    same = (chosen[1], chosen[2]) == (start, end)
    granularity = _PRECISION[chosen[3]] if same else "day" if start == end else "interval"
    return When(start, end, granularity, chosen[4])


def _share(days: _Days, date: ReportDate) -> bool:
    return date.start is not None and date.end is not None and max(days[0], date.start) <= min(days[1], date.end)


def _meets(date: ReportDate, when: When) -> bool:
    return (date.start is None or when.end is None or date.start <= when.end) and (
        date.end is None or when.start is None or when.start <= date.end
    )


def _width(date: ReportDate) -> int:
    return (date.end - date.start).days if date.start is not None and date.end is not None else 1_000_000
