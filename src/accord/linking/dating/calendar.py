"""What a time expression means on each day that its article may have appeared.

In: a `TimeValue` and an array of candidate days (days since 1970-01-01). Out: for each candidate day the first and last day
the words would then mean. The same calendar as for one known day, but over thousands of possible ones at once.
It gives nothing for vague words, durations, and expressions counted from another time of the text.
"""

import datetime
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accord.model.time import TimeValue

Days = NDArray[np.int64]
Weights = NDArray[np.float64]

EPOCH = datetime.date(1970, 1, 1)
_AHEAD = 60
"""Days that a date without year and tense may lie ahead; otherwise it is the latest such day."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """First and last day meant, for each candidate day; `fixed` where they do not depend on it."""

    first: Days
    last: Days
    fixed: bool = False


def to_day(date: datetime.date) -> int:
    """Return a date as days since 1970-01-01."""
    return (date - EPOCH).days


def to_date(day: int) -> datetime.date:
    """Return days since 1970-01-01 as a date."""
    return EPOCH + datetime.timedelta(days=int(day))


def weekdays(days: Days) -> Days:
    """Return the weekday of each day, 0 for Monday (1970-01-01 was a Thursday)."""
    return (days + 3) % 7


def explain(value: TimeValue, days: Days, direction: int) -> Meaning | None:
    """Return what an expression means on each candidate day, or None where it names no days by itself.

    `direction` is -1 for an expression known to lie in the past, 1 for the future, 0 where neither is known.
    """
    if value.anchored_in_text or value.modifier in ("before", "after", "until", "by"):
        return None
    if value.form == "date":
        return _explain_date(value, days, direction)
    if value.form == "weekday" and value.weekday is not None:
        return _explain_weekday(value, days, direction)
    if value.form == "relative" and value.unit is not None and value.offset is not None:
        return _explain_relative(value, days)
    return None


def find_bounds(value: TimeValue) -> tuple[int, int] | None:
    """Return first and last day of a date that says its year, or None."""
    if value.form != "date" or value.year is None or not 1000 <= value.year <= 2200:
        return None
    months = _months(np.array([value.year]), value.month)
    if value.month is None:
        return int(_month_start(months)[0]), int(_month_start(months + 12)[0]) - 1
    start = int(_month_start(months)[0])
    end = int(_month_start(months + 1)[0]) - 1
    if value.day is None:
        return start, end
    day = start + value.day - 1
    return (day, day) if day <= end else None


def _explain_date(value: TimeValue, days: Days, direction: int) -> Meaning | None:
    bounds = find_bounds(value)
    if bounds:
        return Meaning(np.full_like(days, bounds[0]), np.full_like(days, bounds[1]), fixed=True)
    if value.year is not None or value.month is None:
        return None
    years = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    first, last = np.zeros_like(days), np.zeros_like(days)
    for shift in (1, 0, -1) if direction <= 0 else (-1, 0, 1):
        months = _months(years + shift, value.month)
        start = _month_start(months) + ((value.day or 1) - 1)
        end = start if value.day else _month_start(months + 1) - 1
        limit = days + (_AHEAD if direction == 0 else 0)
        fits = (end >= days) if direction > 0 else (start <= limit)
        fresh = fits & (first == 0) & (last == 0)
        first, last = np.where(fresh, start, first), np.where(fresh, end, last)
    return Meaning(first, last)


def _explain_weekday(value: TimeValue, days: Days, direction: int) -> Meaning:
    now, wanted = weekdays(days), int(value.weekday or 0)
    if value.unit == "week" and value.offset is not None:
        day = days - now + 7 * round(value.offset) + wanted
    elif direction > 0:
        day = days + (wanted - now) % 7
    else:
        day = days - (now - wanted) % 7
    return Meaning(day, day)


def _explain_relative(value: TimeValue, days: Days) -> Meaning | None:
    offset, slack = round(value.offset or 0), 2 if value.approximate else 0
    if value.unit in ("hour", "day"):
        moved = days + (0 if value.unit == "hour" else offset)
        spread = slack + (1 if value.unit == "hour" or abs(offset) > 3 else 0)
        return Meaning(moved - spread, moved + spread)
    if value.unit in ("week", "weekend"):
        # A week begins on Monday for some papers and on Sunday for others; "three weeks ago" is a round number.
        monday = days - weekdays(days) + 7 * offset
        wide = 0 if abs(offset) <= 1 else 3
        return Meaning(monday - 1 - wide - slack, monday + 6 + wide + slack)
    if value.unit == "month":
        months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
        wide = (0 if abs(offset) <= 1 else 1) + slack
        return Meaning(_month_start(months + offset - wide), _month_start(months + offset + wide + 1) - 1)
    if value.unit == "year":
        years = days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
        wide = (0 if abs(offset) <= 1 else 1) + slack
        return Meaning(_month_start(_months(years + offset - wide, 1)), _month_start(_months(years + offset + wide + 1, 1)) - 1)
    return None


def _months(years: Days, month: int | None) -> Days:
    """Return months since January 1970."""
    return np.asarray((years - 1970) * 12 + ((month or 1) - 1), dtype=np.int64)


def _month_start(months: Days) -> Days:
    """Return the first day of each month."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
