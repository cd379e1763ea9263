"""Put symbolic time values on a calendar.

In: a `TimeValue` and the days on which the article may have appeared. Out: a `When`, or None where the words give no date
(lengths, clock times, repetitions, "two days later") or the anchor is not known and the words need one.

Conventions, from news practice: "on Thursday" of something past is the latest Thursday on or before publication; "last
Thursday" lies strictly before it; "next Tuesday" is in the week after (weeks begin on Monday). A month or day without a
year is the latest one begun in the past, the nearest to come in the future, and the past one where nothing says. "early",
"mid" and "late" are thirds. "recently" is the month before and "soon" the month after, approximately. `since X`, `until X`,
`before X` and `after X` give X itself: the bound is in the value's `modifier`.
"""

import calendar
import datetime
from collections.abc import Iterator
from dataclasses import replace

from accord.model.time import Granularity, Interval, TimeValue, When

_DAY = datetime.timedelta(days=1)
_NEAR_AHEAD = 60  # days: without a tense, a month that begins sooner than this is meant as the one to come
_FAR_BEHIND = 180
_UNDATED = frozenset({"duration", "clock", "set"})
_VAGUE_REACH = {
    "hour": 2,
    "day": 7,
    "week": 28,
    "month": 92,
    "year": 1096,
    "decade": 7305,
    "quarter": 276,
}  # days back for "recent weeks"
_MONTH_REACH = 31


def resolve(value: TimeValue, anchor: Interval) -> When | None:
    """Return when a time value is, for an article that appeared on a day of the interval.

    Args:
        value: what the words say.
        anchor: first and last day the article may have appeared on; open ends leave only complete dates resolvable.

    Returns:
        None for lengths, repetitions, clock times, and what is counted from another time of the text. Where the days of the
        interval give different dates, the whole stretch, with granularity "interval".
    """
    if value.form in _UNDATED or value.anchored_in_text:
        return None
    if value.year is not None and (value.until is None or value.until.year is not None):
        return _on_day(value, datetime.date(value.year, 1, 1))
    if anchor.start is None or anchor.end is None:
        return None
    first = _on_day(value, anchor.start)
    if first is None or anchor.start == anchor.end:
        return first
    found = [first, *(when for day in _sample(anchor.start, anchor.end) if (when := _on_day(value, day)) is not None)]
    if all(when == first for when in found):
        return first
    starts, ends = [w.start for w in found if w.start], [w.end for w in found if w.end]
    return When(min(starts), max(ends), "interval", any(w.approximate for w in found))


def _sample(start: datetime.date, end: datetime.date) -> Iterator[datetime.date]:
    """Yield the other days of an interval: each up to two months, then months apart, and always the last."""
    step = max(1, (end - start).days // 62)
    day = start + step * _DAY
    while day < end:
        yield day
        day += step * _DAY
    yield end


def _on_day(value: TimeValue, day: datetime.date) -> When | None:
    when = _plain(value, day)
    if when is None or when.start is None or when.end is None:
        return None
    if value.until is not None:
        if value.form == "weekday" and value.until.form == "weekday" and value.direction <= 0 and value.offset is None:
            last = _weekday(replace(value.until, direction=-1), day).start or day  # a past range ends on or before the anchor
            return When(last - ((last.weekday() - (value.weekday or 0)) % 7) * _DAY, last, "interval", value.approximate)
        other = _plain(
            value.until, when.start if value.form == "date" and value.year is None and value.month else day, after=when.start
        )
        if other is None or other.end is None or other.start is None:
            return None
        low, high = min(when.start, other.start), max(when.end, other.end)
        return When(low, high, "interval", value.approximate or value.until.approximate)
    return _shade(when, value)


def _plain(value: TimeValue, day: datetime.date, after: datetime.date | None = None) -> When | None:
    """Resolve without range and modifier; the end of a range comes after its start."""
    if value.form == "weekday" and value.weekday is not None:
        return _weekday(value, day) if after is None else _spread(after + ((value.weekday - after.weekday()) % 7) * _DAY, "day")
    if value.form == "relative":
        return _relative(value, day)
    if value.form == "date" and value.unit == "year" and value.offset is not None:
        return _calendar(replace(value, unit=None), day.year + int(value.offset))
    if value.form == "vague":
        return _vague(value, day)
    if value.form == "date" and value.month is None and value.day is not None and value.year is None:
        return _nth_of_month(value, day)
    return _calendar(value, value.year) if value.year is not None else _named(value, day, after)


def _spread(day: datetime.date, granularity: Granularity, *, approximate: bool = False) -> When:
    return When(day, day, granularity, approximate)


def _calendar(value: TimeValue, year: int | None) -> When | None:
    """Resolve calendar parts in a given year."""
    if year is None or not 1 <= year <= 9900:
        return None
    if value.form == "holiday":
        feast = _easter(year) + int(value.offset or 0) * _DAY
        return When(feast, feast, "day", value.approximate)
    if value.season is not None:
        first = datetime.date(year, value.season * 3, 1) if value.season else datetime.date(year - 1, 12, 1)
        return When(
            first, _last_of(first.year + (first.month + 1) // 12, (first.month + 1) % 12 + 1), "season", value.approximate
        )
    if value.unit in {"decade", "century"}:
        length = 10 if value.unit == "decade" else 100
        return When(
            datetime.date(year, 1, 1),
            datetime.date(year + length - 1, 12, 31),
            "decade" if length == 10 else "interval",
            value.approximate,
        )
    if value.month is None:
        return When(datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year", value.approximate)
    if value.unit == "quarter":
        return When(datetime.date(year, value.month, 1), _last_of(year, value.month + 2), "quarter", value.approximate)
    if value.day is None:
        return When(datetime.date(year, value.month, 1), _last_of(year, value.month), "month", value.approximate)
    if value.day > calendar.monthrange(year, value.month)[1]:
        return None
    first = datetime.date(year, value.month, value.day)
    if value.unit == "week":
        return When(first, first + 6 * _DAY, "week", value.approximate)
    return When(first, first, "day", value.approximate)


def _easter(year: int) -> datetime.date:
    """Return Western Easter Sunday (anonymous Gregorian computus; Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)


def _last_of(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _named(value: TimeValue, day: datetime.date, after: datetime.date | None) -> When | None:
    """Resolve a month, a day of a month, a season or a quarter without its year, by direction."""
    found = [when for year in range(day.year - 8, day.year + 9) if (when := _calendar(value, year)) and _agrees(value, when)]
    found = [when for when in found if when.start and when.end]
    if after is not None:
        return next((when for when in found if when.end and when.end >= after), None)
    step = 0 if value.form == "holiday" else value.offset
    behind = [when for when in found if when.start and when.start <= day and not (step == -1 and when.end and when.end >= day)]
    ahead = [when for when in found if when.end and when.end >= day and not (step == 1 and when.start and when.start <= day)]
    if step == 0 and value.offset is not None and value.form != "holiday" and value.direction == 0:
        within = [when for when in found if when.start and when.start.year == day.year]
        return within[0] if within else (behind[-1] if behind else None)
    if value.direction > 0:
        return ahead[0] if ahead else None
    if not behind:
        return None
    past, future = behind[-1], ahead[0] if ahead else None
    if value.direction or not (future and future.start and past.end):
        return past
    is_near = (future.start - day).days <= _NEAR_AHEAD and (day - past.end).days > _FAR_BEHIND
    return future if is_near else past


def _agrees(value: TimeValue, when: When) -> bool:
    """Whether a date falls on the weekday that is said beside it, if one is."""
    return value.weekday is None or value.form != "date" or (when.start is not None and when.start.weekday() == value.weekday)


def _nth_of_month(value: TimeValue, day: datetime.date) -> When | None:
    """Resolve "the 18th": of this month, or of the month before or after by direction."""
    number = value.day or 1
    months = sorted({(day.replace(day=15) + shift * 30 * _DAY).replace(day=1) for shift in (-2, -1, 0, 1, 2)})
    dates = [month.replace(day=number) for month in months if number <= calendar.monthrange(month.year, month.month)[1]]
    fitting = [d for d in dates if d >= day] if value.direction > 0 else [d for d in dates if d <= day][::-1]
    return _spread(fitting[0], "day") if fitting else None


def _weekday(value: TimeValue, day: datetime.date) -> When:
    wanted = value.weekday or 0
    if value.unit == "week" and value.offset is not None:
        monday = day - day.weekday() * _DAY + 7 * int(value.offset) * _DAY
        return _spread(monday + wanted * _DAY, "day")
    if value.unit == "week":
        first = day - ((day.weekday() - wanted) % 7) * _DAY
        return When(first, first + 6 * _DAY, "week", value.approximate)
    if value.offset == 1:
        return _spread(day - day.weekday() * _DAY + (7 + wanted) * _DAY, "day")
    if value.offset == -1:
        return _spread(day - ((day.weekday() - wanted - 1) % 7 + 1) * _DAY, "day")
    if value.direction > 0 or (value.offset == 0 and value.direction == 0):
        return _spread(day + ((wanted - day.weekday()) % 7) * _DAY, "day")
    return _spread(day - ((day.weekday() - wanted) % 7) * _DAY, "day")


def _relative(value: TimeValue, day: datetime.date) -> When | None:
    """Resolve a number of units from the anchor: whole units for "last month", a day or month for "three weeks ago"."""
    offset, unit = value.offset or 0, value.unit or "day"
    exact = not value.approximate
    if unit in {"second", "minute", "hour"}:
        return _spread(day, "day", approximate=True)
    if unit == "day":
        reach = round(abs(offset) / 2) if value.approximate else 0
        there = day + round(offset) * _DAY
        return When(there - reach * _DAY, there + reach * _DAY, "day" if exact else "interval", value.approximate)
    if unit == "weekend":
        saturday = day + (5 - day.weekday()) * _DAY
        if day.weekday() < 5 and value.direction <= 0 and offset <= 0:
            saturday -= 7 * _DAY
            offset = min(offset + 1, 0)
        return When(saturday + round(offset) * 7 * _DAY, saturday + (round(offset) * 7 + 1) * _DAY, "interval")
    if unit == "week":
        if abs(offset) > 1 or value.approximate:
            there = day + round(offset * 7) * _DAY
            reach = 3 if exact else 10
            return When(there - reach * _DAY, there + reach * _DAY, "week" if exact else "interval", True)
        monday = day - day.weekday() * _DAY + round(offset) * 7 * _DAY
        return When(monday, monday + 6 * _DAY, "week", False)
    return _relative_months(value, day)


def _relative_months(value: TimeValue, day: datetime.date) -> When | None:
    offset, unit = value.offset or 0, value.unit
    size = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit or "month"]
    index = day.year * 12 + day.month - 1 + round(offset * size)
    index -= index % size
    last = index + size - 1
    if value.approximate:
        index, last = index - size, last + size
    if index < 12 or last // 12 > 9900:
        return None
    grain: Granularity = {"month": "month", "quarter": "quarter", "year": "year", "decade": "decade"}.get(
        unit or "", "interval"
    )  # type: ignore[assignment]
    start = datetime.date(index // 12, index % 12 + 1, 1)
    return When(start, _last_of(last // 12, last % 12 + 1), "interval" if value.approximate else grain, value.approximate)


def _vague(value: TimeValue, day: datetime.date) -> When:
    reach = (
        _VAGUE_REACH.get(value.unit or "day", _MONTH_REACH) if value.timex is None else _MONTH_REACH if value.direction else 0
    )
    if value.direction > 0:
        return When(day, day + reach * _DAY, "interval", True)
    return When(day - reach * _DAY, day, "interval" if reach else "day", True)


def _shade(when: When, value: TimeValue) -> When:
    """Narrow a stretch to its early, middle or late third."""
    if value.modifier not in {"early", "mid", "late"} or when.start is None or when.end is None:
        return when
    days = (when.end - when.start).days + 1
    if days < 3:
        return when
    third = days // 3
    if value.modifier == "early":
        return When(when.start, when.start + (third - 1) * _DAY, "interval", True)
    if value.modifier == "mid":
        return When(when.start + third * _DAY, when.end - third * _DAY, "interval", True)
    return When(when.end - (third - 1) * _DAY, when.end, "interval", True)
