"""The rules that put dates together: with a weekday, a part of the day or a clock time, into ranges, and under bounding words.

In: chunks after `times_relative`. Out: chunks of the kinds DATE, DUR, INDUR, CLOCK, SET and NOWX, ready to be checked
(`times`).
"""

from collections.abc import Sequence
from dataclasses import replace

from accord.coding.times.grammar import Rule, find_values, has_kind, make_rule
from accord.coding.times.lexer import Chunk
from accord.coding.times.relative import plain_unit
from accord.model.time import TimeModifier, TimeValue


def _dates(chunks: Sequence[Chunk]) -> list[TimeValue]:
    return list(find_values(chunks, "DATE"))


def _with_weekday(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Join "Thursday, Dec. 19", "Wednesday 22 May 2019 (Tuesday)", "Thursday of last week"."""
    first, second = _dates(chunks)
    if first.form != "weekday":
        first, second = second, first
    if first.until or second.until:
        return None
    if second.anchored_in_text and has_kind(chunks, "COMMA", "DASH"):
        return None  # "on Monday, a week after his arrest": the day stands by itself, what follows explains it
    if first.form != "weekday" or second.form == "weekday":
        return _in_year(first, second) or _in_year(second, first)
    if second.form == "date" and second.day is not None:
        return replace(second, weekday=first.weekday)
    if second.form == "relative" and second.unit == "week" and second.until is None and abs(second.offset or 0) <= 1:
        return replace(second, form="weekday", weekday=first.weekday)
    if second.form == "relative" and second.unit in {"day", "week", "month", "year"} and abs(second.offset or 0) > 1:
        return replace(second, clock=first.clock or second.clock, weekday=first.weekday)
    return None


def _in_year(date: TimeValue, year: TimeValue) -> TimeValue | None:
    """Join "June 12 last year", "April this year"."""
    if date.form != "date" or date.year is not None or date.month is None or date.unit is not None:
        return None
    if year.form != "relative" or year.unit != "year" or year.modifier or abs(year.offset or 0) > 1 or year.anchored_in_text:
        return None
    return replace(date, unit="year", offset=year.offset, direction=year.direction)


def _with_part(chunks: Sequence[Chunk]) -> TimeValue | None:
    part = (find_values(chunks, "PART") + [c.clock for c in find_values(chunks, "CLOCK")])[0]
    if part == "T24:00":
        part = "T00:00"
    dates = _dates(chunks)
    return (
        replace(dates[0], clock=part)
        if dates[0].until is None and dates[0].unit in {None, "day"} and _is_day(dates[0])
        else None
    )


def _is_day(value: TimeValue) -> bool:
    return value.form == "weekday" or value.day is not None or (value.form == "relative" and value.unit == "day")


def _range(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Join the two ends of a range; what one end leaves out is taken from the other ("from Nov. to March 2017")."""
    first, second = _dates(chunks)
    if first.until or second.until:
        return None
    if second.year is not None and first.year is None and first.form == "date":
        months = (first.month or 0, second.month or 13)
        first = replace(first, year=second.year - (1 if months[0] > months[1] else 0))
    if first.month is not None and second.day is not None and second.month is None and second.form == "date":
        second = replace(second, month=first.month, year=first.year)
    return replace(first, until=second, approximate=first.approximate or second.approximate)


def _mixed_range(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "between now and eight o'clock": a stretch of today, unless an end names another day."""
    ends = find_values(chunks, "DATE", "NOWX", "CLOCK")
    return next((end for end in ends if end.form not in {"clock", "vague"}), TimeValue(form="relative", unit="day", offset=0))


_MODIFIERS: dict[str, TimeModifier] = {
    "SINCE": "since",
    "UNTIL": "until",
    "BEFORE": "before",
    "AFTER": "after",
    "BY": "by",
    "EARLY": "early",
    "MID": "mid",
    "MIDDLE": "mid",
    "LATE": "late",
    "START": "early",
    "BEGINNING": "early",
    "END": "late",
    "ABOUT": "about",
    "EARLIER": "early",
    "LATER": "late",
}


def _modifier(chunks: Sequence[Chunk]) -> TimeModifier:
    if has_kind(chunks, "STARTING", "OR", "AND") or (has_kind(chunks, "BEGINNING") and not has_kind(chunks, "OF")):
        return "since"
    if has_kind(chunks, "THAN"):
        return "by" if has_kind(chunks, "NOT") else "after"
    return next(_MODIFIERS[chunk.kind] for chunk in chunks if chunk.kind in _MODIFIERS)


def _modified(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Put a modifier on a date; a second one only bounds what the first has shaded ("since late 2019")."""
    value = _dates(chunks)[0]
    modifier = _modifier(chunks)
    if modifier == "about":
        return replace(value, approximate=True)
    if value.modifier is not None or (modifier in {"early", "mid", "late"} and value.until is not None):
        return value if value.modifier in {"early", "mid", "late"} else None
    return replace(value, modifier=modifier)


def _end_of_unit(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "the end of the year", "later in the week": the unit that the anchor lies in."""
    unit, _ = plain_unit(find_values(chunks, "UNIT")[0])
    modifier = next(_MODIFIERS[chunk.kind] for chunk in chunks if chunk.kind in _MODIFIERS)
    if unit in {"second", "minute", "hour", "decade", "century"}:
        return None
    return TimeValue(form="relative", unit=unit, offset=0, modifier=modifier)


def _week_of(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "the week of April 10": the week from that day."""
    date = _dates(chunks)[0]
    if find_values(chunks, "UNIT")[:1] != ["week"] or not (date.day or date.form == "weekday"):
        return None
    return replace(date, unit="week", timex=None)


def _part_of_date(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "the first week of June", "the last days of 2016", as an early or late part."""
    lengths = find_values(chunks, "DUR")
    unit, date = lengths[0].unit if lengths else find_values(chunks, "UNIT", "UNITS")[0], _dates(chunks)[0]
    ordinal = find_values(chunks, "ORDW", "ORDD")
    if unit not in {"day", "week", "weekend", "month", "quarter"} or date.until or date.modifier:
        return None
    if not ordinal:
        return replace(date, modifier="late", approximate=True)
    return replace(date, modifier="early" if ordinal[0] == 1 else "mid" if ordinal[0] < 4 else "late", approximate=True)


def _weekend(chunks: Sequence[Chunk]) -> TimeValue:
    return TimeValue(form="relative", unit="weekend", offset=0)


_BOUND = "[SINCE UNTIL BEFORE AFTER BY]"

JOINS: tuple[Rule, ...] = (
    make_rule("DATE", "UNIT", lambda chunks: _weekend(chunks) if chunks[0].value == "weekend" else None, needs="UNIT"),
    make_rule(
        "DATE",
        "DATE [COMMA DASH]? [LPAR]? [ON OF]? [THE]? DATE RPAR?",
        lambda chunks: None if has_kind(chunks, "LPAR") != has_kind(chunks, "RPAR") else _with_weekday(chunks),
        needs="DATE",
    ),
    make_rule("DATE", "DATE COMMA? (?:ON|OF)? DATE", _with_weekday, needs="DATE"),
    make_rule(
        "DATE", "[LATE EARLY LATER EARLIER]? DATE [LATE EARLY]? PART|[LAST THIS PAST NEXT] PART", _with_part, needs="PART"
    ),
    make_rule("DATE", "CLOCK [ON OF COMMA]? DATE|DATE [COMMA DASH]? [AT BY ON ABOUT]? CLOCK", _with_part, needs="CLOCK"),
    make_rule("DATE", "DATE COMMA? (?:ON|OF)? DATE", _with_weekday, needs="DATE"),
    make_rule(
        "SET",
        "SET AT? CLOCK|CLOCK SET",
        lambda chunks: replace(find_values(chunks, "SET")[0], clock=find_values(chunks, "CLOCK")[0].clock),
        needs="SET",
    ),
    make_rule("DATE", "(?<=[AND TO UNTIL BETWEEN FROM DASH]) NOWX", lambda chunks: chunks[0].value, needs="NOWX"),
    make_rule("DATE", "THE UNIT [OF STARTING BEGINNING] DATE", _week_of, needs="UNIT"),
    make_rule(
        "DATE",
        "THE? [ORDW ORDD LAST] [NUM DIG SOME]? [UNIT UNITS] OF THE? DATE|THE? [ORDW ORDD LAST] DUR OF THE? DATE",
        _part_of_date,
        needs="ORDW ORDD LAST",
    ),
    make_rule(
        "DATE",
        "[END START BEGINNING MIDDLE] OF THE? DATE|[EARLY MID LATE] (?:IN|ON)? DASH? DATE|[EARLIER LATER] DATE",
        _modified,
        needs="END START BEGINNING MIDDLE EARLY MID LATE EARLIER LATER",
    ),
    make_rule(
        "DATE",
        "[END START BEGINNING MIDDLE] OF THE? UNIT|[EARLIER LATER EARLY LATE] IN THE UNIT",
        _end_of_unit,
        needs="END START BEGINNING MIDDLE EARLIER LATER EARLY LATE",
    ),
    make_rule(
        "DATE",
        "FROM THE? DATE [TO UNTIL DASH] THE? DATE|BETWEEN THE? DATE [AND DASH TO] THE? DATE|DATE [TO UNTIL DASH] THE? DATE",
        _range,
        needs="DATE",
    ),
    make_rule(
        "DATE",
        f"{_BOUND} THE? DATE|[STARTING BEGINNING] [ON FROM]? DATE|(?<!HOW) ABOUT DATE|NOT? LATER THAN DATE|"
        f"DATE [OR AND] [LATER AFTER](?!CLOCK|OTHER|THAN)|DUR [STARTING BEGINNING] [ON FROM]? DATE",
        _modified,
        needs="SINCE UNTIL BEFORE AFTER BY ABOUT STARTING BEGINNING LATER",
    ),
    make_rule("DATE", "BETWEEN [DATE NOWX CLOCK] AND [DATE NOWX CLOCK]", _mixed_range, needs="CLOCK"),
    make_rule("CLOCK", "[AT AFTER BEFORE ABOUT] MEAL", lambda chunks: TimeValue(form="clock", clock="TME"), needs="MEAL"),
)
"""Dates put together."""
