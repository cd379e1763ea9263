"""Events in date order, grouped by month and day as a reader follows them, with the gaps between.

In: `EventView`s. Out: `MonthView`s of `DayView`s. Background and undated events are kept apart by whoever calls.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from accord.views.dates import DateView, say_month
from accord.views.events import EventView

_STEPS = {"period": 0, "interval": 1, "open": 1, "day": 2, "none": 3}


@dataclass(frozen=True, slots=True)
class DayView:
    """Events of one date; the date may also be a month or an interval."""

    date: DateView
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month (or a year, where no more is known) with its days. `gap` says in words how long nothing was before it."""

    id: str
    title: str
    gap: str
    days: tuple[DayView, ...]

    @property
    def count(self) -> int:
        """How many events the month holds."""
        return sum(len(day.events) for day in self.days)


def view_timeline(events: Iterable[EventView]) -> tuple[MonthView, ...]:
    """Return dated events by month and day; events without a date are left out."""
    months: dict[tuple[int, int], dict[DateView, list[EventView]]] = {}
    for event in sorted((event for event in events if event.date.precision != "none"), key=_order):
        key = (event.date.year, event.date.month)
        months.setdefault(key, {}).setdefault(event.date, []).append(event)
    views: list[MonthView] = []
    before: tuple[int, int] | None = None
    for (year, month), days in months.items():
        views.append(
            MonthView(
                id=f"{year:04}-{month:02}",
                title=say_month(year, month),
                gap=_say_gap(before, (year, month)),
                days=tuple(DayView(date, tuple(held)) for date, held in days.items()),
            )
        )
        before = (year, month)
    return tuple(views)


def _order(event: EventView) -> tuple[object, ...]:
    date = event.date
    return date.year, date.month, date.start or date.end, _STEPS[date.precision], date.end or "9999", -event.articles, event.id


def _say_gap(before: tuple[int, int] | None, after: tuple[int, int]) -> str:
    """Return how long the time between two months is, or nothing where they follow each other.

    >>> _say_gap((2020, 11), (2021, 1)), _say_gap((2018, 2), (2021, 1)), _say_gap((2021, 1), (2021, 2))
    ('1 month without events', '2 years without events', '')
    """
    if before is None:
        return ""
    exact = before[1] and after[1]
    months = 12 * (after[0] - before[0]) + after[1] - before[1] - 1 if exact else 12 * (after[0] - before[0] - 1)
    if months < 1:
        return ""
    number, unit = (months // 12, "year") if months >= 24 or not exact else (months, "month")
    return f"{number} {unit}{'' if number == 1 else 's'} without events"
