"""The rules of dates: how chunks of a sentence make numbers, calendar dates and weekdays.

In: chunks (`times_lexer`). Out: chunks of the kinds DATE (a `TimeValue` that can be put on a calendar) and NUM. Rules stand
in the order they are tried, long readings before short ones. Relative dates, durations and clock times are in
`times_relative`, ranges and bounds in `times_joins`. Deliberately not here: what tense or context says (`times`).
"""

import calendar
from collections.abc import Sequence
from dataclasses import replace

from accord.coding.times.grammar import Rule, find_values, has_kind, make_rule
from accord.coding.times.lexer import Chunk
from accord.model.time import TimeValue

_SMALL = 100


def build_number(chunks: Sequence[Chunk]) -> int | None:
    """Read number words: "two hundred and five", "twenty-one", and years as they are spoken, "nineteen eighty-four"."""
    words = [chunk.value for chunk in chunks if chunk.kind == "CARD"]
    for before, join, _ in zip(chunks, chunks[1:], chunks[2:], strict=False):
        if join.kind == "AND" and before.value not in {100, 1000}:
            return None
    groups: list[int] = []
    total = current = 0
    for place, word in enumerate(words):
        if word == 1000:
            total += max(current, 1) * 1000
            current = 0
        elif word == 100:
            current = max(current, 1) * 100
        elif current == 0 or current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0 and word < 10):
            current += word
        elif 10 <= current < 100 and word >= 10 and not groups:
            groups.append(current)
            current = word
        else:
            return None if place else word
    if groups:
        return groups[0] * 100 + current if groups[0] < 22 and not total else None
    return total + current


def read_day(chunks: Sequence[Chunk]) -> list[int] | None:
    """Return the days of the month among the chunks, None where one is out of range."""
    days: list[int] = []
    for before, chunk in zip([None, *chunks], chunks, strict=False):
        if chunk.kind in {"DIG", "ORDD", "ORDW"}:
            if chunk.kind == "ORDW" and before is not None and before.kind in {"NUM", "CARD"} and days == [before.value]:
                days[-1] += chunk.value
            else:
                days.append(chunk.value)
        elif chunk.kind == "NUM":
            days.append(int(chunk.value))
    return days if all(1 <= day <= 31 for day in days) else None


def _year(chunks: Sequence[Chunk]) -> int | None:
    years = find_values(chunks, "YEAR")
    return years[-1] if years else None


def _fits(month: int, day: int) -> bool:
    return day <= (29 if month == 2 else calendar.monthrange(2000, month)[1])


def build_month_day(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "Dec. 19", "19 December 2019", "May 3-5" from a month, one or two days, and maybe a year."""
    month = find_values(chunks, "MONTH", "MONTHX")[0]
    days, year = read_day(chunks), _year(chunks)
    if not days:
        return None
    dates = [TimeValue(form="date", year=year, month=month, day=day) for day in days]
    if len(dates) == 1:
        return dates[0]
    return replace(dates[0], until=dates[-1]) if days[0] < days[-1] or has_kind(chunks, "FROM", "BETWEEN") else None


def build_months(chunks: Sequence[Chunk]) -> TimeValue:
    """Build "April", "April 2014", "June-August 1992"."""
    months, year = find_values(chunks, "MONTH", "MONTHX"), _year(chunks)
    first = TimeValue(form="date", year=year, month=months[0])
    if len(months) == 1:
        return first
    begin = year - 1 if year and months[0] > months[-1] else year
    return replace(first, year=begin, until=TimeValue(form="date", year=year, month=months[-1]))


def _build_slash(chunks: Sequence[Chunk]) -> TimeValue | None:
    month, day = find_values(chunks, "MD")[0]
    return TimeValue(form="date", month=month, day=day, year=_year(chunks)) if month <= 12 and _fits(month, day) else None


def _build_years(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "2014-15", "2014 to 2018"."""
    years = find_values(chunks, "YEAR")
    if len(years) == 1:
        short = find_values(chunks, "DIG")[0]
        years.append(years[0] // _SMALL * _SMALL + short)
    if not years[0] < years[1] <= years[0] + 300:
        return None
    return TimeValue(form="date", year=years[0], until=TimeValue(form="date", year=years[1]))


def _build_quarter(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "Q3 2019", "the first quarter of 2013", "2019-H2"; month is the first of the quarter."""
    marks = find_values(chunks, "QTR")
    if not marks and "quarter" not in find_values(chunks, "UNIT"):
        return None
    ordinal = find_values(chunks, "ORDW", "ORDD")
    number = int(marks[0][1]) if marks else ordinal[0]
    half = bool(marks) and marks[0][0] == "H"
    if not 1 <= number <= (2 if half else 4):
        return None
    start = TimeValue(form="date", year=_year(chunks), month=(number - 1) * (6 if half else 3) + 1, unit="quarter")
    return replace(start, until=replace(start, month=(start.month or 1) + 3)) if half else start


def _build_century(chunks: Sequence[Chunk]) -> TimeValue | None:
    number = find_values(chunks, "ORDW", "ORDD")[0]
    if find_values(chunks, "UNIT")[0] != "century" or not 10 <= number <= 22:
        return None
    return TimeValue(form="date", year=(number - 1) * 100, unit="century")


def _build_season(chunks: Sequence[Chunk]) -> TimeValue:
    return TimeValue(form="season", season=find_values(chunks, "SEASON", "FALL")[0], year=_year(chunks))


def _build_holiday(chunks: Sequence[Chunk]) -> TimeValue:
    day: TimeValue = find_values(chunks, "HOLI")[0]
    return replace(day, year=_year(chunks))


def _build_day_of_month(chunks: Sequence[Chunk]) -> TimeValue | None:
    days = read_day(chunks)
    return TimeValue(form="date", day=days[0]) if days and find_values(chunks, "UNIT") == ["day", "month"] else None


def _build_weekday(chunks: Sequence[Chunk]) -> TimeValue:
    return TimeValue(form="weekday", weekday=find_values(chunks, "WDAY")[0])


def _build_weekday_nth(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "Monday 21", "Friday the 13th": a day of some month, with its weekday to tell which."""
    days = read_day(chunks)
    return TimeValue(form="date", day=days[0], weekday=find_values(chunks, "WDAY")[0]) if days else None


def _build_day(chunks: Sequence[Chunk]) -> TimeValue:
    offset = chunks[0].value
    return TimeValue(
        form="relative", unit="day", offset=offset, direction=offset, clock="TNI" if chunks[0].kind == "TONIGHT" else None
    )


def _build_whole_year(chunks: Sequence[Chunk]) -> TimeValue:
    return TimeValue(form="date", year=_year(chunks))


def _build_nth_day(chunks: Sequence[Chunk]) -> TimeValue | None:
    days = read_day(chunks)
    return TimeValue(form="date", day=days[0]) if days and len(days) == 1 else None


def _build_spoken_year(chunks: Sequence[Chunk]) -> int | None:
    year = build_number([chunk for chunk in chunks if chunk.kind in {"CARD", "AND", "DASH"}])
    return year if year and 1100 <= year <= 2199 else None


def build_some(chunks: Sequence[Chunk]) -> float:
    """Return what "a couple of", "a few", "several" stand for, as far as they do."""
    return float(find_values(chunks, "SOME")[0])


def build_half(chunks: Sequence[Chunk]) -> float:
    """Return "two and a half" and "half a" as numbers."""
    whole = find_values(chunks, "NUM", "DIG")
    return (float(whole[0]) if whole else 0.0) + 0.5


DAY = "(?:ORDD|(?:NUM DASH?)?ORDW|DIG)"
NUMBER = "(?:NUM|DIG|NUMX)"
_YEAR = "(?:(?:COMMA|OF|IN|DASH|SLASH)? YEAR)"

NUMBERS: tuple[Rule, ...] = (
    make_rule("YEAR", "(?<=[MONTH ORDD ORDW]) CARD (?:(?:AND|DASH)? CARD)+", _build_spoken_year, needs="CARD"),
    make_rule("NUM", "CARD(?:(?:AND|DASH)?CARD)*", build_number, needs="CARD"),
    make_rule("NUM", "CARD", lambda chunks: chunks[0].value, needs="CARD"),
    make_rule("NUM", "(?:NUM|DIG) AND A? HALF(?=[UNIT UNITS])", build_half, needs="HALF"),
    make_rule("NUM", "A HALF(?=UNIT)|HALF A(?=UNIT)", build_half, needs="HALF"),
    make_rule("SOME", "A? SOME OF?", build_some, needs="SOME"),
)

CALENDAR: tuple[Rule, ...] = (
    make_rule("DATE", f"YEAR [DASH COMMA SLASH]? MONTH [DASH SLASH]? {DAY}(?!DASH? UNIT)", build_month_day, needs="YEAR"),
    make_rule(
        "DATE",
        f"(?:[FROM BETWEEN] THE?)? {DAY} (?:DASH|TO|AND) THE? {DAY} DASH? OF? [MONTH MONTHX] {_YEAR}?",
        build_month_day,
        needs="MONTH MONTHX",
    ),
    make_rule(
        "DATE",
        f"[FROM BETWEEN]? [MONTH MONTHX] COMMA? THE? {DAY} (?:DASH|TO|AND|UNTIL) THE? {DAY}(?!OF?MONTH) {_YEAR}?",
        build_month_day,
        needs="MONTH",
    ),
    make_rule(
        "DATE", f"(?:THE (?!DIG))? {DAY} [DASH SLASH]? OF? [MONTH MONTHX] {_YEAR}", build_month_day, needs="MONTH MONTHX"
    ),
    make_rule("DATE", f"[MONTH MONTHX] [COMMA DASH SLASH]? THE? {DAY} {_YEAR}", build_month_day, needs="MONTH MONTHX"),
    make_rule(
        "DATE", f"(?:THE (?!DIG))? {DAY} [DASH SLASH]? OF? [MONTH MONTHX](?!{DAY})", build_month_day, needs="MONTH MONTHX"
    ),
    make_rule(
        "DATE",
        "[MONTH MONTHX] [COMMA DASH SLASH]? THE? (?:ORDD|(?:NUM DASH?)?ORDW)|MONTH [DASH SLASH]?DIG(?!DASH?[UNIT UNITS])",
        build_month_day,
        needs="MONTH MONTHX",
    ),
    make_rule("DATE", f"MONTH [DASH SLASH] MONTH {_YEAR}?", build_months, needs="MONTH"),
    make_rule("DATE", f"[MONTH MONTHX] {_YEAR}", build_months, needs="MONTH MONTHX"),
    make_rule("DATE", "MONTH", build_months, needs="MONTH"),
    make_rule(
        "DATE",
        "(?<=[FROM DATE]) MD (?:[COMMA SLASH]? YEAR)?|MD (?=DASH [MD DATE]|TO MD|COMMA? CLK|"
        "[BEFORE AFTER BETWEEN FROM] [CLK CLOCK])|MD COMMA? YEAR",
        _build_slash,
        needs="MD",
    ),
    make_rule(
        "DATE", "(?<=[WDAY ON THIS NEXT LAST LPAR TO DASH UNTIL BETWEEN]) MD (?:[COMMA SLASH]? YEAR)?", _build_slash, needs="MD"
    ),
    make_rule(
        "DATE",
        "(?<![CURRENCY THAN LEAST]) (?:[FROM BETWEEN]? YEAR DASH DIG(?!DIG|DASH)|[FROM BETWEEN]? YEAR (?:DASH|TO) YEAR)",
        _build_years,
        needs="YEAR",
    ),
    make_rule(
        "DATE", "(?:QTR|[ORDW ORDD] UNIT) (?:(?:OF|DASH|COMMA)? FISCAL? YEAR)?|YEAR DASH QTR", _build_quarter, needs="QTR UNIT"
    ),
    make_rule("DATE", "[ORDW ORDD] DASH? UNIT", _build_century, needs="UNIT"),
    make_rule("DATE", "DECADE", lambda chunks: chunks[0].value, needs="DECADE"),
    make_rule(
        "DATE",
        "SEASON (?:OF? YEAR)?|(?<=[THE IN LAST NEXT THIS EARLY LATE DURING SINCE]) FALL (?:OF? YEAR)?|FALL OF? YEAR",
        _build_season,
        needs="SEASON FALL",
    ),
    make_rule("DATE", "HOLI (?:[OF COMMA]? YEAR)?", _build_holiday, needs="HOLI"),
    make_rule("DATE", "THE? (?:NUM DASH?)? [ORDW ORDD] UNIT OF THE UNIT", _build_day_of_month, needs="ORDW ORDD"),
    make_rule("DATE", "WDAY THE? ORDD(?!OF)|WDAY DIG(?=[MARK COMMA CLK BETWEEN]|$)", _build_weekday_nth, needs="WDAY"),
    make_rule("DATE", "WDAY", _build_weekday, needs="WDAY"),
    make_rule("DATE", "RDAY|TONIGHT", _build_day, needs="RDAY TONIGHT"),
    make_rule("DATE", "FISCAL UNIT YEAR|(?:UNIT(?=YEAR))? YEAR", _build_whole_year, needs="YEAR"),
    make_rule("DATE", "(?<=ON) THE ORDD(?=MARK|$|COMMA|FROM|BETWEEN|CLK|AT)", _build_nth_day, needs="ORDD"),
)
"""Dates as they stand on a calendar."""
