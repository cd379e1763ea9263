"""The rules of clock times: "5 p.m.", "half past seven", "from 5 to 6pm", "between 3 and 5 on Monday".

In: chunks after the calendar rules (`times_rules`). Out: chunks of the kind CLOCK, whose value holds the hour it begins.
News dates are whole days, so a clock time only ever shades a date; the end of a range of hours is not kept.
"""

from collections.abc import Sequence
from typing import Any

from accord.coding.times.grammar import Rule, find_values, has_kind, make_rule
from accord.coding.times.lexer import Chunk
from accord.model.time import TimeValue

_NUMBERS = ("NUM", "DIG", "YEAR", "NUMX")


def _with_half(chunks: Sequence[Chunk]) -> str | None:
    """Read "nine a m", "1140 a.m.", "one thirty p m"."""
    numbers = [int(n) for n in find_values(chunks, *_NUMBERS)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if hour >= 100:
        hour, minute = divmod(hour, 100)
    if not (1 <= hour <= 12 and 0 <= minute < 60):
        return None
    late = str(chunks[-1].value)[0] in "pP"
    hour = hour % 12 + (12 if late else 0)
    return f"T{hour:02d}:{minute:02d}" if minute else f"T{hour:02d}"


def _oclock(chunks: Sequence[Chunk]) -> str | None:
    numbers: list[Any] = find_values(chunks, "NUM", "DIG")
    hour = int(numbers[-1])
    minute = 30 if has_kind(chunks, "HALF") else int(numbers[0]) if has_kind(chunks, "PAST") and len(numbers) > 1 else 0
    if not (0 < hour <= 24 and 0 <= minute < 60):
        return None
    return f"T{hour:02d}:{minute:02d}" if minute else f"T{hour:02d}"


def _in_part(chunks: Sequence[Chunk]) -> str | None:
    """Read "seven in the morning", "in the afternoon at 7", "12 noon"."""
    clock, part = find_values(chunks, "CLK"), find_values(chunks, "PART")[0]
    if clock:
        return str(clock[0])
    hour = int(find_values(chunks, "NUM", "DIG")[0])
    if not 0 < hour <= 12 or (len(chunks) == 2 and not part.startswith("T1")):
        return None
    return f"T{hour + 12 if part in {'TAF', 'TEV', 'TNI'} and hour < 12 else hour:02d}"


def _range(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Read a range of hours; a bare number takes its half of the day from the other end where that fits."""
    ends = [chunk for chunk in chunks if chunk.kind in {"CLK", *_NUMBERS}]
    if has_kind(chunks, "AND") and chunks[0].kind != "BETWEEN":
        return None
    if ends[0].kind == "CLK":
        return TimeValue(form="clock", clock=ends[0].value)
    hour = ends[0].value
    if ends[0].kind == "YEAR" or hour > 100:
        hour = hour / 100
    if not 0 < hour <= 24:
        return None
    last = int(ends[1].value[1:3]) if ends[1].kind == "CLK" else 0
    hour = int(hour)
    return TimeValue(form="clock", clock=f"T{hour + 12 if hour < 12 <= last and hour + 12 <= last else hour:02d}")


def _clock(chunks: Sequence[Chunk]) -> TimeValue:
    return TimeValue(form="clock", clock=find_values(chunks, "CLK")[0])


def _bare_hour(chunks: Sequence[Chunk]) -> TimeValue | None:
    numbers = find_values(chunks, "NUM", "DIG", "NUMX")
    hour, minute = int(numbers[0]), round(numbers[0] % 1 * 100)
    if len(numbers) > 1:
        minute = int(numbers[1])
    if not (0 < hour <= 24 and minute < 60 and (len(numbers) < 2 or minute >= 10)):
        return None
    return TimeValue(form="clock", clock=f"T{hour:02d}:{minute:02d}" if minute else f"T{hour:02d}")


def _part(chunks: Sequence[Chunk]) -> TimeValue:
    return TimeValue(form="clock", clock=find_values(chunks, "PART", "PARTS")[0])


def _step_part(chunks: Sequence[Chunk]) -> TimeValue:
    """Build "last night", "this morning", "next evening"."""
    step = -1 if has_kind(chunks, "LAST", "PAST") else 1 if has_kind(chunks, "NEXT") else 0
    return TimeValue(form="relative", unit="day", offset=step, direction=step, clock=find_values(chunks, "PART")[0])


_END = "(?=[MARK COMMA ZONE ON RDAY LAST TONIGHT]|$)"
_TO = "[TO DASH AND UNTIL]"

HOURS: tuple[Rule, ...] = (
    make_rule("CLK", "[NUM DIG YEAR NUMX] AMPM|NUM NUM AMPM", _with_half, needs="AMPM"),
    make_rule(
        "CLK", "HALF PAST [NUM DIG] OCLOCK?|[NUM DIG] PAST [NUM DIG] OCLOCK|[NUM DIG] OCLOCK", _oclock, needs="OCLOCK PAST"
    ),
    make_rule(
        "CLK",
        "[NUM DIG CLK] IN THE PART|IN THE? PART AT? [NUM DIG CLK](?!UNIT|UNITS|OTHER)|[NUM DIG] PART",
        _in_part,
        needs="PART",
    ),
    make_rule(
        "CLOCK",
        f"[FROM BETWEEN]? [CLK NUM DIG YEAR NUMX] {_TO} CLK|[FROM BETWEEN]? CLK {_TO} [NUM DIG NUMX]{_END}|"
        f"[FROM BETWEEN]? CLK {_TO} DIG(?=DATE)",
        _range,
        needs="CLK",
    ),
    make_rule(
        "CLOCK",
        "[FROM BETWEEN] [NUM DIG NUMX] [TO DASH AND] [NUM DIG NUMX](?=ON? DATE|[LAST THIS] [PART DATE])|"
        "(?<=DATE) [FROM BETWEEN]? [NUM DIG NUMX] [DASH TO AND] [NUM DIG NUMX](?=[MARK COMMA]|$)|"
        "BETWEEN [YEAR NUMX] DASH [YEAR NUMX]",
        _range,
        needs="NUM DIG NUMX",
    ),
    make_rule("CLOCK", "[BEFORE AFTER UNTIL] ABOUT? CLK|(?<!HOW) ABOUT CLK", _clock, needs="BEFORE AFTER UNTIL ABOUT"),
    make_rule("CLOCK", "CLK", _clock, needs="CLK"),
)
"""Clock times, before durations take the numbers."""

LATE_HOURS: tuple[Rule, ...] = (
    make_rule("DATE", "[LAST THIS PAST NEXT] PART", _step_part, needs="PART"),
    make_rule(
        "CLOCK",
        f"(?<=DATE) [AT ABOUT] [NUM DIG NUMX](?=[MARK COMMA]|$)|(?<=DATE AT) NUM DASH? NUM{_END}",
        _bare_hour,
        needs="AT ABOUT",
    ),
    make_rule(
        "CLOCK", "(?:LATER|EARLY|LATE)? (?:IN|DURING) THE [PART PARTS] (?:DASH TIME)?|AT PART", _part, needs="PART PARTS"
    ),
)
"""Hours that are told only by the date before them, and parts of the day alone."""
