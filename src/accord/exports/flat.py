"""The record as flat CSV tables, one per kind, for spreadsheets, R and pandas.

Nested values become columns (`date_start`); lists of words or ids are joined with `; `; other lists are JSON. The events
table also names its actors, so that it can be read alone.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from accord.model import record as lines
from accord.model.record import QUAD, Record
from accord.model.time import When

TABLES: dict[str, type] = {
    "sources": lines.Source,
    "articles": lines.Article,
    "actors": lines.Actor,
    "places": lines.Place,
    "mentions": lines.Mention,
    "events": lines.Event,
    "reports": lines.Report,
    "agreements": lines.Agreement,
    "figures": lines.Figure,
    "copies": lines.Copy,
    "disagreements": lines.Disagreement,
    "stories": lines.Story,
}
_SPREAD: tuple[type, ...] = (lines.Span, lines.Published, lines.ReportDate, lines.Quantity, When)
_EVENT_COLUMNS = ("quad", "actor_names", "recipient_names", "location_name", "origins_count", "origins_interested")
_JOIN = "; "


def write_csv_lines(record: Record, table: str = "events") -> Iterator[str]:
    """Yield one table of a record as lines of CSV, the first one naming the columns."""
    columns = _name_columns(table)
    names = {actor.id: actor.name for actor in record.actors} | {place.id: place.name for place in record.places}
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, lineterminator="\n")
    writer.writeheader()
    for line in getattr(record, table):
        row = _flatten(line)
        if table == "events":
            row.update(_describe_event(line, names))
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def write_csv_folder(record: Record, folder: Path) -> list[Path]:
    """Write every table of a record into a folder, which is made where there is none; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in TABLES:
        path = folder / f"{table}.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(write_csv_lines(record, table))
        written.append(path)
    return written


def _describe_event(event: lines.Event, names: Mapping[str, str]) -> dict[str, str | int]:
    return {
        "quad": QUAD[event.event_type],
        "actor_names": _join([names.get(id, id) for id in event.actor]),
        "recipient_names": _join([names.get(id, id) for id in event.recipient]),
        "location_name": names.get(event.location or "", ""),
        "origins_count": len(event.origins),
        "origins_interested": sum(origin.interested for origin in event.origins),
    }


def _name_columns(table: str) -> list[str]:
    """Return the columns of a table; they do not depend on what a record holds."""
    columns: list[str] = []
    for name, hint in get_type_hints(TABLES[table]).items():
        part = _find_spread(hint)
        columns += [f"{name}_{field.name}" for field in fields(part)] if part else [name]
    return [*columns, *_EVENT_COLUMNS] if table == "events" else columns


def _find_spread(hint: Any) -> Any:
    """Return the class of a field that is spread over columns, or None."""
    choices = {hint} if isinstance(hint, type) else set(get_args(hint)) if get_origin(hint) is UnionType else set()
    return next((cls for cls in _SPREAD if cls in choices), None)


def _flatten(line: Any) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, hint in get_type_hints(type(line)).items():
        value = msgspec.to_builtins(getattr(line, name))
        if _find_spread(hint):
            row.update({f"{name}_{key}": _to_cell(part) for key, part in (value or {}).items()})
        else:
            row[name] = _to_cell(value)
    return row


def _to_cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        is_plain = all(isinstance(part, str) for part in value)
        return _join(value) if is_plain else json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def _join(values: Sequence[str]) -> str:
    return _JOIN.join(values)
