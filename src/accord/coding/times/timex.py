"""Write time expressions as TIMEX3 (type and value), the form of the TempEval tasks, for measuring.

In: a time expression and the day its article appeared. Out: TIMEX3 type and value. Deliberately not used by the program
itself, which keeps intervals (`accord.model.calendar`) rather than strings.
"""

import datetime
from dataclasses import replace

from accord.model.calendar import resolve
from accord.model.reading import TimeExpression
from accord.model.time import Interval, TimeValue

_LETTER = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "weekend": "W",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
_SEASON = ("WI", "SP", "SU", "FA")


def to_timex(expression: TimeExpression, anchor: datetime.date) -> tuple[str, str]:
    """Return the TIMEX3 type and value of an expression in an article that appeared on `anchor`."""
    value = expression.value
    if value.form == "duration":
        return "DURATION", _length(value)
    if value.form == "set":
        return "SET", value.timex or (_length(value) if value.unit else "P1D")
    if value.form == "clock":
        return "TIME", f"{anchor.isoformat()}{value.clock}"
    if value.form == "vague":
        return ("DATE", value.timex) if value.timex else ("DURATION", f"PX{_LETTER[value.unit or 'day']}")
    if value.anchored_in_text and value.unit in {"second", "minute", "hour"}:
        return "DURATION", _length(value)
    if value.until is not None and value.form == "relative":
        far = value if value.offset else value.until
        return "DURATION", _length(far)
    date = _date(value, anchor)
    if value.clock and len(date) == 10:
        return "TIME", date + value.clock
    return "DATE", date


def _length(value: TimeValue) -> str:
    unit: str = value.unit or "day"
    clock = "T" if unit in {"second", "minute", "hour"} else ""
    count = None if value.offset is None or value.approximate else abs(value.offset)
    if unit in {"decade", "century"} and count is not None:
        unit, count = "year", count * (10 if unit == "decade" else 100)
    number = "X" if count is None else f"{count:g}"
    return f"P{clock}{number}{_LETTER[unit]}"


def _date(value: TimeValue, anchor: datetime.date) -> str:
    if value.anchored_in_text:
        return "XXXX-XX-XX" if value.unit in {"day", None} else "XXXX"
    when = resolve(value if value.until is None else _first(value), Interval(anchor, anchor))
    if when is None or when.start is None:
        return "XXXX-XX-XX"
    middle = when.start + (when.end - when.start) / 2 if when.end else when.start
    year = f"{middle.year:04d}"
    if value.unit in {"century", "decade"} and value.form == "date":
        return str(value.year)[:2] if value.unit == "century" else str(value.year)[:3]
    if value.season is not None:
        return f"{(when.end or when.start).year:04d}-{_SEASON[value.season]}"
    if value.unit == "quarter":
        return f"{year}-Q{(middle.month + 2) // 3}"
    if value.unit in {"week", "weekend"} and value.form == "relative":
        iso = middle.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if value.unit == "weekend" else "")
    if value.day is not None or value.form == "weekday" or value.unit in {"day", "hour", "minute"}:
        return middle.isoformat()
    if value.month is not None or value.unit == "month":
        return f"{year}-{middle.month:02d}"
    return year[:3] if value.unit == "decade" else year


def _first(value: TimeValue) -> TimeValue:
    return replace(value, until=None)
