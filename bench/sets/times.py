"""Predictions for sets of time expressions."""

import datetime
from collections.abc import Iterator

from accord.coding.times import find_times, resolve
from accord.coding.times_timex import to_timex
from accord.language.parse import Parser
from accord.model.reading import TimeExpression
from accord.model.time import Interval
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
    """Return an expression as the recognizer does: TIMEX strings, and a day or a range whose end is left out."""
    _, timex = to_timex(time, day)
    when = resolve(time.value, Interval(day, day))
    values = []
    if when is not None and (when.start or when.end):
        one = when.start is not None and when.start == when.end
        after = when.end + datetime.timedelta(1) if when.end and when.end < datetime.date.max else None
        bounds = {"start": str(when.start) if when.start else None, "end": str(after) if after else None}
        values.append({"value": str(when.start)} if one else {key: value for key, value in bounds.items() if value})
    return {"start": time.start, "end": time.end, "timex": [timex, timex.removeprefix(f"{day.isoformat()}")], "values": values}
