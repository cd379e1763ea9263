"""The record as JSON Lines, exactly as docs/record.md fixes it: a header, then one line each, kinds in a fixed order."""

from collections.abc import Iterator
from typing import Any

import msgspec

from accord.model.record import FORMAT, Disagreement, Record

KINDS: tuple[tuple[str, str], ...] = (
    ("sources", "source"),
    ("articles", "article"),
    ("actors", "actor"),
    ("places", "place"),
    ("mentions", "mention"),
    ("events", "event"),
    ("reports", "report"),
    ("agreements", "agreement"),
    ("figures", "figure"),
    ("copies", "copy"),
    ("disagreements", "disagreement"),
    ("stories", "story"),
)
"""Field of `Record` and the `kind` of its lines."""

_ALWAYS = frozenset({"title", "date", "start", "end", "unit", "of"})
"""Fields that record.md does not mark as optional: null is said, not left out."""


def write_jsonl(record: Record) -> Iterator[str]:
    """Yield the lines of a record, each with its line end."""
    header: dict[str, Any] = {"kind": "record", "format": FORMAT}
    header.update({name: len(getattr(record, name)) for name, _ in KINDS})
    yield _encode(header)
    for name, kind in KINDS:
        for line in getattr(record, name):
            yield _encode({"kind": kind, **to_json(line)})


def to_json(line: Any) -> dict[str, Any]:
    """Return a line of the record as JSON values, without optional fields that are empty."""
    values: dict[str, Any] = _drop_absent(msgspec.to_builtins(line))
    if isinstance(line, Disagreement):
        # `kind` names the kind of line; a disagreement's own kind (conflict, update, detail) goes by a longer name.
        values["disagreement_kind"] = values.pop("kind")
    return values


def _drop_absent(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _drop_absent(part) for key, part in value.items() if part is not None or key in _ALWAYS}
    if isinstance(value, list | tuple):
        return [_drop_absent(part) for part in value]
    return value


def _encode(line: dict[str, Any]) -> str:
    return msgspec.json.encode(line).decode() + "\n"
