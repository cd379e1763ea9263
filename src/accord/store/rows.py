"""Lines of the record as rows and back, by the fields of the line's class and the columns of its table.

A field that is no column itself is spread over the columns that begin with its name: `date` over `date_start` and so on.
"""

import datetime
import functools
import typing
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Table

from accord.store import tables

Line = TypeVar("Line")
_CLASS: dict[str, type] = {table.name: cls for _, cls, table in tables.RECORD}


def to_row(line: Any, table: Table) -> dict[str, Any]:
    """Return the values of a line by column."""
    values = msgspec.to_builtins(line, builtin_types=(datetime.date,))
    row: dict[str, Any] = {}
    for name, parts in _layout(table).items():
        if parts is None:
            row[name] = values[name]
        else:
            nested = values[name] or {}
            row.update({f"{name}_{part}": nested.get(part) for part in parts})
    return row


def from_row(row: Any, cls: type[Line], table: Table) -> Line:
    """Return the line that a row (a mapping by column) holds."""
    optional = _optional_fields(table)
    values: dict[str, Any] = {}
    for name, parts in _layout(table).items():
        if parts is None:
            values[name] = row[name]
            continue
        nested = {part: row[f"{name}_{part}"] for part in parts}
        is_absent = name in optional and all(value is None for value in nested.values())
        values[name] = None if is_absent else nested
    return msgspec.convert(values, cls)


@functools.cache
def _layout(table: Table) -> dict[str, tuple[str, ...] | None]:
    """Return for each field None where it is a column, else the parts it is spread over."""
    layout: dict[str, tuple[str, ...] | None] = {}
    for name in typing.get_type_hints(_CLASS[table.name]):
        if name in table.c:
            layout[name] = None
        else:
            prefix = f"{name}_"
            layout[name] = tuple(column.name.removeprefix(prefix) for column in table.c if column.name.startswith(prefix))
    return layout


@functools.cache
def _optional_fields(table: Table) -> frozenset[str]:
    return frozenset(
        name for name, hint in typing.get_type_hints(_CLASS[table.name]).items() if type(None) in typing.get_args(hint)
    )
