"""Open and create cases. A `Case` is a handle: what it holds is read by `store.read` and written by `store.write`."""

import functools
import os
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import Engine, create_engine, event, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from accord.errors import StoreError
from accord.model.record import Actor, Agreement, Article, Disagreement, Event, Record, Report
from accord.store import migrations
from accord.store.failures import explain_failures

_BUSY_SECONDS = 10


class Case:
    """An open case: its record as typed values, its texts as they were stored.

    Use it as a context manager, or call `close`. The record is read once, on first use.
    """

    def __init__(self, engine: Engine, location: str) -> None:
        self.engine = engine
        self.location = location

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Case({self.location!r})"

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    @functools.cached_property
    def record(self) -> Record:
        """The whole record."""
        from accord.store.read import read_record

        return read_record(self)

    @property
    def articles(self) -> tuple[Article, ...]:
        """Its articles, sorted by id."""
        return self.record.articles

    @property
    def events(self) -> tuple[Event, ...]:
        """Its events, sorted by id."""
        return self.record.events

    @property
    def reports(self) -> tuple[Report, ...]:
        """Its reports, sorted by id."""
        return self.record.reports

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Its actors, sorted by id."""
        return self.record.actors

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Its agreements, sorted by id."""
        return self.record.agreements

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Its disagreements, sorted by id."""
        return self.record.disagreements

    def texts(self) -> dict[str, str]:
        """Return the stored texts by article id."""
        from accord.store.read import read_texts

        return read_texts(self)

    def text(self, article: str) -> str:
        """Return the stored text of an article.

        Raises:
            StoreError: the case holds no such article.
        """
        from accord.store.read import read_text

        return read_text(self, article)


def open_case(location: str | os.PathLike[str], *, create: bool = False) -> Case:
    """Open a case file, or a database by URL; with `create`, make it where there is none.

    Raises:
        StoreError: there is no such case, it is none, it is damaged, or a newer version wrote it.
    """
    place = os.fspath(location)
    engine = _connect(place, create=create)
    try:
        with explain_failures(place), engine.begin() as connection:
            version = migrations.read_version(connection)
            if version is None and create and _is_free(connection):
                migrations.create_schema(connection)
            elif version is None:
                raise StoreError(f"{place}: this database is not an Accord case: name a file that `accord build` wrote")
            else:
                migrations.migrate(connection, place, version)
    except BaseException:
        engine.dispose()
        raise
    return Case(engine, place)


def _is_free(connection: Any) -> bool:
    """Whether a case may be made here: never inside somebody else's SQLite file."""
    return connection.dialect.name != "sqlite" or not inspect(connection).get_table_names()


def _connect(place: str, *, create: bool) -> Engine:
    options: dict[str, Any] = {
        "json_serializer": lambda value: msgspec.json.encode(value).decode(),
        "json_deserializer": msgspec.json.decode,
    }
    if "://" in place:
        try:
            engine = create_engine(make_url(place), **options)
        except (ArgumentError, NoSuchModuleError, ImportError) as error:
            raise StoreError(f"{place}: no database can be reached by this address: {error}") from error
    else:
        path = Path(place)
        _check_file(path, create=create)
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _BUSY_SECONDS}, **options)
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    return engine


def _check_file(path: Path, *, create: bool) -> None:
    """Say in words what keeps a file from being a case, before the database does."""
    try:
        if path.is_dir():
            raise StoreError(f"{path}: this is a folder: name the case file itself, such as {path / 'case.db'}")
        if not path.exists():
            if not create:
                raise StoreError(f"{path}: there is no such case: `accord build INPUT… --case {path}` makes one")
            if not path.parent.is_dir():
                raise StoreError(f"{path}: its folder does not exist: make {path.parent} first")
    except OSError as error:
        raise StoreError(f"{path}: it cannot be opened: {error.strerror or error}") from error


def _prepare_sqlite(engine: Engine) -> None:
    """Let SQLAlchemy begin transactions itself, so that a change of schema is one too, and keep one file.

    The rollback journal (SQLite's default) is used rather than a write-ahead log: a case stays a single file that can
    be copied or sent, also while it is open.
    """

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")
