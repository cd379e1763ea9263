"""Database errors told as what happened, where, and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from accord.errors import StoreError

_ADVICE: tuple[tuple[str, str], ...] = (
    ("disk is full", "the disk is full: free some space and run the same command again; what was stored before is intact"),
    ("disk i/o error", "the disk refused to be read or written: check the disk; what was stored before is intact"),
    ("locked", "another program is writing to it: wait until that has ended and try again"),
    ("not a database", "this file is not an Accord case: name a file that `accord build` wrote"),
    ("malformed", "the file is damaged: restore it from a copy, or build the case again"),
    ("readonly", "it may not be written: change its permissions or name another file"),
    ("unable to open", "it cannot be opened: check that its folder exists and may be written"),
)
"""A part of the database's own message (SQLite result codes, as text) and what a user is told."""


@contextmanager
def explain_failures(location: str) -> Iterator[None]:
    """Turn an error of the database into a `StoreError` that names the case and says what to do."""
    try:
        yield
    except SQLAlchemyError as error:
        said = str(getattr(error, "orig", None) or error)
        for part, advice in _ADVICE:
            if part in said.casefold():
                raise StoreError(f"{location}: {advice}") from error
        raise StoreError(f"{location}: the database says: {said}; what was stored before is intact") from error
