"""Sets of gold-standard records: where their files lie, and what of a record a reader may see.

In: a folder with one folder a set. Out: gold records, and views of them that hold only the fields a reader has, under an id
that tells nothing (ids of some sets name the answer). A prediction can depend on nothing else.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accord.language.parse import Parser

Row = dict[str, Any]
Predict = Callable[[list[Row], Parser], Iterable[Row]]

_PREFERRED = ("dev", "test", "heldout", "held_out", "gold", "")
"""Beginnings of the names of gold files, the preferred first; with "" any other JSON Lines file is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchSet:
    """One set the program can be measured on.

    Attributes:
        name: the scorer's name of the set.
        fields: what a reader sees of a record; "mentions.tokens" is a field of each record in a list,
            "entries#" the length of a list.
        headline: paths into the scorer's result that the table shows, as "event.f1".
        folder: the folder of the set where it is not called like the set.
        kind: a word in the gold file's name where a set has files of several kinds ("timelines").
        is_whole: whether all records must be seen together, as for grouping; else they are predicted in parts.
    """

    name: str
    predict: Predict
    fields: tuple[str, ...]
    headline: tuple[str, ...]
    folder: str = ""
    kind: str = ""
    is_whole: bool = False


def find_gold(data: Path, chosen: BenchSet) -> Path | None:
    """Return a set's gold file: `dev.jsonl` first, then what a held-out part may be called; None where there is none."""
    name = chosen.folder or chosen.name
    inside = sorted((data / name).rglob("*.jsonl")) if (data / name).is_dir() else []
    beside = sorted(path for path in data.rglob("*.jsonl") if path.stem == name and path.parent.name != name)
    inside = [path for path in inside if chosen.kind in path.stem]
    whole = [path for path in inside if "full" not in path.stem] or inside
    for start in _PREFERRED:
        for path in (*whole, *beside):
            if path.stem.startswith(start):
                return path
    return None


def read_rows(path: Path) -> list[Row]:
    """Read a file of JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def show_row(row: Row, chosen: BenchSet, folder: Path) -> Row:
    """Return what a reader sees of a record, under an id made from its own that tells nothing."""
    seen = {field: row[field] for field in chosen.fields if "." not in field and field in row}
    for outer in sorted({field.split(".")[0] for field in chosen.fields if "." in field}):
        inner = [field.split(".")[1] for field in chosen.fields if field.startswith(f"{outer}.")]
        seen[outer] = [{field: part[field] for field in inner if field in part} for part in row.get(outer, ())]
    seen |= {field: len(row[field[:-1]]) for field in chosen.fields if field.endswith("#")}
    return {**seen, "id": hide_id(row["id"]), "folder": str(folder)}


def hide_id(name: str) -> str:
    """Return an id that depends on a record's id alone and says nothing of it."""
    return hashlib.sha256(str(name).encode()).hexdigest()[:16]
