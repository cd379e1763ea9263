"""The rules of relative dates, durations, repetitions and clock times.

In: chunks after `times_rules`. Out: chunks of the kinds DATE ("last month", "two days ago"), DUR ("for two weeks", "a
three-day visit"), SET ("every day") and CLOCK ("5 p.m."). "in two weeks" may be a date or a duration: it becomes INDUR, and
`times` decides by tense.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from accord.coding.times.grammar import Rule, find_values, has_kind, make_rule
from accord.coding.times.lexer import Chunk
from accord.coding.times.rules import NUMBER, build_half
from accord.model.time import TimeValue, Unit

_PLAIN: dict[str, tuple[Unit, float]] = {"night": ("day", 1), "fortnight": ("week", 2)}
_DAY_ROUNDED = ("second", "minute", "hour")


def plain_unit(unit: str, count: float = 1) -> tuple[Unit, float]:
    """Return a unit of `TimeValue` and how many: a fortnight is two weeks, a night counts as a day."""
    plain, factor = _PLAIN.get(unit, (cast(Unit, unit), 1))
    return plain, count * factor


def _count(chunks: Sequence[Chunk]) -> tuple[float | None, bool]:
    """Return the number that is said and whether it is vague: (None, True) for a bare "weeks"."""
    some = find_values(chunks, "SOME")
    if some:
        return float(some[0]), True
    numbers = find_values(chunks, "NUM", "DIG", "NUMX", "YEAR")
    if numbers:
        return float(numbers[0]), has_kind(chunks, "ABOUT")
    return (1.0, False) if has_kind(chunks, "UNIT") else (None, True)


def _duration(chunks: Sequence[Chunk]) -> TimeValue | None:
    units = find_values(chunks, "UNIT", "UNITS")
    count, vague = _count(chunks)
    unit, length = plain_unit(units[0], count if count is not None else 1)
    if unit == "quarter" and count == 1:
        return None  # a quarter of something, far more often than three months
    if len(units) > 1:
        length += _second_part(unit, units[1], chunks)
    return TimeValue(
        form="duration",
        unit=unit,
        offset=length if count is not None else None,
        approximate=vague or has_kind(chunks, "MORE", "ABOUT", "LEAST"),
    )


_FRACTION = {
    ("hour", "minute"): 1 / 60,
    ("year", "month"): 1 / 12,
    ("week", "day"): 1 / 7,
    ("minute", "second"): 1 / 60,
    ("day", "hour"): 1 / 24,
}


def _second_part(unit: str, second: str, chunks: Sequence[Chunk]) -> float:
    numbers = find_values(chunks, "NUM", "DIG")
    return float(numbers[1] if len(numbers) > 1 else numbers[0]) * _FRACTION.get((unit, second), 0) if numbers else 0.0


def _half_duration(chunks: Sequence[Chunk]) -> TimeValue | None:
    value = _duration([chunk for chunk in chunks if chunk.kind != "HALF"])
    return replace(value, offset=(value.offset or 1) + 0.5) if value else None


def _shift(chunks: Sequence[Chunk], sign: int, *, in_text: bool = False) -> TimeValue | None:
    """Build a date some units from the anchor: "two days ago", "a week later"."""
    value = _duration(chunks)
    if value is None:
        return None
    some = value.offset is None
    return TimeValue(
        form="relative", unit=value.unit, offset=sign * (value.offset or 3), direction=sign,
        approximate=value.approximate or some, anchored_in_text=in_text,
    )  # fmt: skip


def _pick_step(chunks: Sequence[Chunk]) -> int:
    return -1 if has_kind(chunks, "LAST", "PAST") else 1 if has_kind(chunks, "NEXT") else 0


_IN_TEXT = frozenset({"previous", "preceding", "following", "subsequent", "ensuing", "that", "same"})


def _is_in_text(chunks: Sequence[Chunk]) -> bool:
    return any(value in _IN_TEXT for value in find_values(chunks, "LAST", "NEXT", "THAT"))


def _unit_step(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "last month", "this week", "the following day", "that year"."""
    step = _pick_step(chunks)
    unit, _ = plain_unit(find_values(chunks, "UNIT")[0])
    if unit in _DAY_ROUNDED:
        return TimeValue(form="relative", unit=unit, offset=step, direction=step) if step else None
    if has_kind(chunks, "PAST") and len(chunks) == 2 and unit != "weekend":
        return _span_of_units([*chunks, Chunk("NUM", 0, 0, 1)])
    clock = "TNI" if find_values(chunks, "UNIT")[0] == "night" else None
    in_text = _is_in_text(chunks)
    if unit == "day" and step and not clock and not in_text:
        return _span_of_units([*chunks, Chunk("NUM", 0, 0, 1)]) if step < 0 else replace(_text_day(step), anchored_in_text=True)
    return TimeValue(form="relative", unit=unit, offset=step, direction=step, anchored_in_text=in_text, clock=clock)


def _text_day(step: int) -> TimeValue:
    return TimeValue(form="relative", unit="day", offset=step, direction=step)


def _span_of_units(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "the last three days", "the next few months": from the anchor back or ahead."""
    step = _pick_step(chunks)
    value = _duration(chunks)
    if value is None or not step:
        return None
    far = TimeValue(
        form="relative", unit=value.unit, offset=step * (value.offset or 3), direction=step, approximate=value.approximate
    )
    here = TimeValue(form="relative", unit="day", offset=0)
    span = replace(far, until=here) if step < 0 else replace(here, direction=1, approximate=value.approximate, until=far)
    return replace(span, anchored_in_text=_is_in_text(chunks))


def _vague_units(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "recent days", "the coming weeks", "the past months"."""
    unit, _ = plain_unit(find_values(chunks, "UNITS")[0])
    direction = 1 if has_kind(chunks, "NEXT") else -1
    return TimeValue(form="vague", unit=unit, direction=direction, approximate=True, anchored_in_text=_is_in_text(chunks))


def _named_step(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "last Thursday", "next June", "this summer"."""
    value: TimeValue = find_values(chunks, "DATE")[0]
    if value.year is not None or value.form == "relative" or value.until is not None or value.unit is not None:
        return None
    step = _pick_step(chunks)
    return replace(value, offset=step, direction=step, anchored_in_text=_is_in_text(chunks))


def _text_step(chunks: Sequence[Chunk]) -> TimeValue | None:
    return _shift(chunks, -1 if has_kind(chunks, "EARLIER", "BEFORE") else 1, in_text=True)


def _from_date(chunks: Sequence[Chunk]) -> TimeValue | None:
    """Build "three weeks from tomorrow", "two days after Christmas": counted from a date that is said, so only in text."""
    sign = -1 if has_kind(chunks, "BEFORE") else 1
    value = _shift([chunk for chunk in chunks if chunk.kind != "DATE"], sign)
    dates = find_values(chunks, "DATE")
    if value is None or not dates or dates[0].form != "relative" or dates[0].unit != value.unit:
        return replace(value, anchored_in_text=bool(dates)) if value else None
    return replace(value, offset=(value.offset or 0) + (dates[0].offset or 0))


def _set(chunks: Sequence[Chunk]) -> TimeValue | None:
    words = find_values(chunks, "FREQ")
    if words:
        return TimeValue(form="set", timex=words[0])
    units, numbers = find_values(chunks, "UNIT", "UNITS"), find_values(chunks, "NUM", "DIG")
    weekday = find_values(chunks, "WDAYS") or [
        value.weekday for value in find_values(chunks, "DATE") if value.form == "weekday"
    ]
    if weekday:
        return TimeValue(form="set", weekday=weekday[0], timex=f"XXXX-WXX-{weekday[0] + 1}")
    parts = find_values(chunks, "PART", "PARTS")
    if parts or "night" in units:
        return TimeValue(form="set", clock=(parts or ["TNI"])[0], timex="XXXX-XX-XX" + (parts or ["TNI"])[0])
    if not units:
        return None
    unit, count = plain_unit(units[0], numbers[0] if numbers else 2 if has_kind(chunks, "OTHERW") else 1)
    return TimeValue(form="set", unit=unit, offset=count)


def _now(chunks: Sequence[Chunk]) -> TimeValue:
    timex = (find_values(chunks, "NOW") or ["PRESENT_REF"])[0]
    direction = {"PAST_REF": -1, "FUTURE_REF": 1}.get(timex, 0)
    return TimeValue(form="vague", direction=direction, approximate=True, timex=timex, unit="month" if direction else "day")


_OF = "OF THE?[DATE THIS LAST NEXT]"
_SPAN = f"(?:(?:(?<!HOW)ABOUT|MORE THAN|AT LEAST) (?={NUMBER}|A|HALF|SOME))?"
_MORE = f"(?:[COMMA AND]? {NUMBER} [UNIT UNITS])"
_LENGTH = f"(?:{NUMBER} MERE? DASH? [UNIT UNITS]|A MERE? {NUMBER}? UNIT|SOME [UNIT UNITS]|A NUM UNIT)"

UNITS: tuple[Rule, ...] = (
    make_rule(
        "AGEX",
        "[DIG NUM] DASH? [UNIT UNITS] (?:DASH? OLD)|[DIG NUM] DASH [UNIT UNITS] DASH OTHER|AGED [DIG NUM]",
        lambda chunks: 1 if has_kind(chunks, "OLD", "AGED") else None,
        needs="OLD AGED",
    ),
    make_rule(
        "SET",
        "[NUM TIMES] A [UNIT]|NUM TIMES A UNIT|[EVERY] [OTHERW]? [NUM DIG ORDW]? [UNIT UNITS PART DATE]",
        _set,
        needs="TIMES EVERY",
    ),
    make_rule(
        "SET", "OTHER DASH FREQ", lambda chunks: _set(chunks) if chunks[0].value in {"semi", "bi"} else None, needs="FREQ"
    ),
    make_rule("SET", "FREQ|WDAYS [PART PARTS]?|DATE PARTS", _set, needs="FREQ WDAYS PARTS"),
    make_rule("DATE", f"(?:{_LENGTH}|UNITS|MERE? HALF A? UNIT) {_MORE}* AGO", lambda chunks: _shift(chunks, -1), needs="AGO"),
    make_rule(
        "DATE",
        f"(?:[LAST PAST NEXT] [NUM DIG SOME NUMX] [UNIT UNITS](?!{_OF})|[NUM DIG SOME] [LAST PAST NEXT] UNITS)",
        _span_of_units,
        needs="LAST PAST NEXT",
    ),
    make_rule(
        "DATE",
        "(?<=[DURING IN OVER FOR WITHIN] THE) [LAST NEXT] UNIT(?=MARK|COMMA|$)|PAST UNIT",
        _span_of_units,
        needs="LAST PAST NEXT",
    ),
    make_rule(
        "DATE",
        f"[THIS LAST PAST NEXT THAT] FISCAL? UNIT (?!{_OF})|(?<=FOR) THE UNIT(?=MARK|COMMA|$)|FISCAL UNIT",
        _unit_step,
        needs="THIS LAST PAST NEXT THAT FOR FISCAL",
    ),
    make_rule("DATE", "[RECENT NEXT PAST LAST] UNITS", _vague_units, needs="RECENT NEXT PAST LAST"),
    make_rule("DATE", "[THIS LAST PAST NEXT] DATE", _named_step, needs="DATE"),
    make_rule("DATE", f"(?:MORE THAN)? (?:{_LENGTH}|UNITS|THE UNIT) (?:FROM|BEFORE|AFTER) DATE", _from_date, needs="DATE"),
    make_rule("DATE", f"(?:{_LENGTH}) FROM NOW", lambda chunks: _shift(chunks, 1), needs="NOW"),
    make_rule(
        "DATE",
        f"(?:{_LENGTH}|UNITS) {_MORE}* [EARLIER LATER]|(?:THE|A) UNIT [BEFORE AFTER EARLIER LATER]|"
        f"{_LENGTH} [BEFORE AFTER](?!MARK)",
        _text_step,
        needs="EARLIER LATER BEFORE AFTER",
    ),
    make_rule("DUR", f"{_SPAN} {_LENGTH} AND A? HALF", _half_duration, needs="HALF"),
    make_rule("DUR", f"{_SPAN} {NUMBER} [UNIT UNITS] {_MORE}+", _duration, needs="UNIT UNITS"),
    make_rule("INDUR", f"(?<=IN) {_LENGTH}", _duration, needs="IN"),
    make_rule(
        "DUR",
        "[NUM DIG SOME] [PART PARTS]",
        lambda chunks: (
            TimeValue(form="duration", unit="day", offset=float(chunks[0].value)) if chunks[1].value == "TNI" else None
        ),
        needs="PART PARTS",
    ),
    make_rule("DUR", f"WITHIN? {_SPAN} (?:{_LENGTH}|HALF A? UNIT)|ALL UNIT", _duration, needs="UNIT UNITS"),
    make_rule("DUR", "(?<![NUM DIG NUMX YEAR CURRENCY]) UNITS", _duration, needs="UNITS"),
    make_rule("NOWX", "RIGHT? NOW|AT THE MOMENT|AT MOMENT", _now, needs="NOW MOMENT"),
)
"""Counted from the anchor or from another time of the text, lengths, repetitions, clock times."""

__all__ = ["UNITS", "build_half", "plain_unit"]
