"""Predictions for sets of time expressions."""

import datetime
import re
from collections.abc import Iterator

from accord.coding.times.expressions import find_times, resolve
from accord.coding.times.timex import to_timex
from accord.language.parse import Parser
from accord.model.reading import TimeExpression
from accord.model.time import Interval, When
from bench.gold import Row


def tempeval3(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Time expressions of an article with their TIMEX3 values, anchored in its date."""
    for row in rows:
        day = datetime.date.fromisoformat(row["date"])
        times = [t for s in parser.parse_text(row["text"]).sentences for t in find_times(s, row["text"])]
        found = [(t, to_timex(t, day)) for t in times]
        yield {"id": row["id"], "timexes": [{"start": t.start, "end": t.end, "type": k, "value": v} for t, (k, v) in found]}


def datetime_specs(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Time expressions of a message, with the days they mean at a time of reference."""
    for row in rows:
        given = row.get("reference", "")[:10]
        day = datetime.date.fromisoformat(given) if given else datetime.date(2000, 1, 1)
        times = [t for s in parser.parse_text(row["text"]).sentences for t in find_times(s, row["text"])]
        yield {"id": row["id"], "results": [_describe(time, day) for time in times]}


def _describe(time: TimeExpression, day: datetime.date) -> Row:
    """Return an expression as the recognizer does: TIMEX strings, and its day, minute or range as values."""
    _, timex = to_timex(time, day)
    anchor = Interval(day, day)
    when = resolve(time.value, anchor)
    values = [] if when is None else [_to_value(time, when, anchor)]
    return {"start": time.start, "end": time.end, "timex": [timex, timex.removeprefix(day.isoformat())], "values": values}


def _to_value(time: TimeExpression, when: When, anchor: Interval) -> Row:
    """Return days as the set writes them: a range ends where its last part begins ("2014 to 2018"), else a day after it."""
    value = time.value
    if when.start is not None and when.start == when.end:
        clock = re.fullmatch(r"T(\d\d)(?::(\d\d))?", value.clock or "")
        return {"value": f"{when.start} {clock[1]}:{clock[2] or '00'}:00" if clock else str(when.start)}
    last = resolve(value.until, anchor) if value.until is not None else None
    end = last.start if last is not None else None
    if end is None and when.end is not None and when.end < datetime.date.max:
        end = when.end + datetime.timedelta(1)
    bounds = {"start": when.start, "end": None if value.modifier == "since" else end}
    return {key: str(bound) for key, bound in bounds.items() if bound is not None}
