"""Dates as a reader says them, with how precise they are: what a timeline draws.

In: `When`, `ReportDate` or `Published`. Out: a `DateView`. ISO forms for terminals and programs are in `phrases`.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

from accord.model.record import Published, ReportDate
from accord.model.time import When

Precision = Literal["day", "period", "interval", "open", "none"]
"""How a date is drawn: one day; a month or another named period; days between two bounds; one bound only; unknown."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PERIODS = {"week", "month", "quarter", "season", "year", "decade"}


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words. `start` and `end` are ISO days, empty where a bound is open; `year` and `month` group a timeline."""

    text: str
    precision: Precision
    approximate: bool = False
    start: str = ""
    end: str = ""
    year: int = 0
    month: int = 0
    day: int = 0


NO_DATE = DateView("no date known", "none")


def view_date(when: When | ReportDate | Published | None) -> DateView:
    """Return a date in words, as precise as it is known.

    `month` is 0 where a year is all that is known, `day` where no single day is.

    >>> view_date(When(datetime.date(2021, 3, 1), datetime.date(2021, 3, 31), "month", approximate=True)).text
    'about March 2021'
    >>> view_date(When(datetime.date(2021, 3, 1), datetime.date(2021, 3, 9), "interval")).text
    'between 1 and 9 March 2021'
    >>> view_date(None).text
    'no date known'
    """
    if when is None or (when.start is None and when.end is None):
        return NO_DATE
    granularity = getattr(when, "granularity", "interval")
    precision, text = _say(when.start, when.end, granularity)
    approximate = getattr(when, "approximate", False)
    first = when.start or when.end
    assert first is not None
    return DateView(
        text=f"about {text}" if approximate and precision in ("day", "period") else text,
        precision=precision,
        approximate=approximate,
        start=str(when.start or ""),
        end=str(when.end or ""),
        year=first.year,
        month=0 if granularity in ("year", "decade") else first.month,
        day=first.day if precision == "day" else 0,
    )


def say_month(year: int, month: int) -> str:
    """Return a month in words, or the year where the month is not known.

    >>> say_month(2021, 3), say_month(2014, 0)
    ('March 2021', '2014')
    """
    return f"{MONTHS[month - 1]} {year}" if month else str(year)


def _say(start: datetime.date | None, end: datetime.date | None, granularity: str) -> tuple[Precision, str]:
    if start is None or end is None:
        word, day = ("until", end) if start is None else ("from", start)
        assert day is not None
        return "open", f"{word} {_say_day(day)}" + ("" if start is None else " on")
    if start == end:
        return "day", _say_day(start)
    if granularity in _PERIODS:
        return "period", _say_period(start, end, granularity)
    return "interval", f"between {_say_range(start, end)}"


def _say_period(start: datetime.date, end: datetime.date, granularity: str) -> str:
    if granularity == "month" and (start.year, start.month) == (end.year, end.month):
        return say_month(start.year, start.month)
    if granularity == "year" and start.year == end.year:
        return str(start.year)
    if granularity == "decade":
        return f"the {start.year}s"
    if granularity == "week":
        return f"the week of {_say_day(start)}"
    if granularity in ("quarter", "season"):
        return f"{MONTHS[start.month - 1]} to {MONTHS[end.month - 1]} {end.year}"
    return f"between {_say_range(start, end)}"


def _say_range(start: datetime.date, end: datetime.date) -> str:
    """Return two days, the month and year said once where they are the same."""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} and {_say_day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} and {_say_day(end)}"
    return f"{_say_day(start)} and {_say_day(end)}"


def _say_day(day: datetime.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
