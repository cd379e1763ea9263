"""Read a case: the record as typed lines, stored texts and readings, and what became of each input."""

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from sqlalchemy import select

from accord.errors import StoreError
from accord.model.reading import Reading, SourceText
from accord.model.record import Record
from accord.store import tables
from accord.store.case import Case
from accord.store.failures import explain_failures
from accord.store.rows import from_row

Outcome = Literal["coded", "duplicate", "failed"]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """A stored article, where it came from and what coded it; `coder` is None where it could not be coded."""

    id: str
    path: str
    coder: str | None


@dataclass(frozen=True, slots=True)
class StoredInput:
    """What became of one input: its outcome, the reason it failed, the article it gave."""

    path: str
    outcome: Outcome
    reason: str | None
    article: str | None


def read_record(case: Case) -> Record:
    """Return the whole record, each kind sorted by id."""
    kinds: dict[str, Any] = {}
    with explain_failures(case.location), case.engine.begin() as connection:
        for name, cls, table in tables.RECORD:
            rows = connection.execute(select(table)).mappings()
            kinds[name] = tuple(sorted((from_row(row, cls, table) for row in rows), key=lambda line: line.id))
    return Record(**kinds)


def read_readings(case: Case) -> tuple[Reading, ...]:
    """Return the stored readings with their texts, sorted by article id."""
    query = select(tables.reading.c.body, tables.original.c.text).join(tables.original)
    with explain_failures(case.location), case.engine.begin() as connection:
        readings = [_decode(body, text) for body, text in connection.execute(query)]
    return tuple(sorted(readings, key=lambda reading: reading.article.id))


def read_reading(case: Case, article: str) -> Reading | None:
    """Return the stored reading of one article with its text, or None where the case holds none."""
    query = select(tables.reading.c.body, tables.original.c.text).join(tables.original)
    with explain_failures(case.location), case.engine.begin() as connection:
        row = connection.execute(query.where(tables.original.c.article == article)).one_or_none()
    return None if row is None else _decode(*row)


def read_stored(case: Case) -> dict[str, StoredArticle]:
    """Return the stored articles by id."""
    query = select(tables.original.c.article, tables.original.c.path, tables.reading.c.coder)
    with explain_failures(case.location), case.engine.begin() as connection:
        rows = connection.execute(query.outerjoin_from(tables.original, tables.reading))
        return {article: StoredArticle(article, path, coder) for article, path, coder in sorted(rows.all())}


def read_original(case: Case, article: str) -> SourceText | None:
    """Return an article as it was read, or None where the case holds none of that id."""
    query = select(tables.original).where(tables.original.c.article == article)
    with explain_failures(case.location), case.engine.begin() as connection:
        row = connection.execute(query).mappings().one_or_none()
    if row is None:
        return None
    names = [field.name for field in dataclasses.fields(SourceText) if field.name != "id"]
    return SourceText(id=row["article"], **{name: row[name] for name in names})


def read_text(case: Case, article: str) -> str:
    """Return the stored text of an article.

    Raises:
        StoreError: the case holds no such article.
    """
    found = read_original(case, article)
    if found is None:
        raise StoreError(f"{case.location}: there is no article {article!r}: `accord show {case.location} articles` lists them")
    return found.text


def read_texts(case: Case) -> dict[str, str]:
    """Return the stored texts by article id."""
    with explain_failures(case.location), case.engine.begin() as connection:
        rows = connection.execute(select(tables.original.c.article, tables.original.c.text))
        return dict(sorted(rows.all()))


def read_digests(case: Case) -> dict[str, str]:
    """Return the SHA-256 of each stored text as it was when it was stored."""
    with explain_failures(case.location), case.engine.begin() as connection:
        rows = connection.execute(select(tables.original.c.article, tables.original.c.digest))
        return dict(rows.all())


def read_stored_inputs(case: Case) -> tuple[StoredInput, ...]:
    """Return what became of each input, sorted by path."""
    with explain_failures(case.location), case.engine.begin() as connection:
        rows = connection.execute(select(tables.input_)).mappings().all()
    return tuple(sorted((StoredInput(**row) for row in rows), key=lambda given: given.path))


def read_meta(case: Case) -> dict[str, str]:
    """Return what the case notes about itself: model, program, what its record was made from."""
    with explain_failures(case.location), case.engine.begin() as connection:
        return dict(connection.execute(select(tables.meta.c.key, tables.meta.c.value)).all())


def search_articles(case: Case, words: str) -> tuple[str, ...]:
    """Return ids of articles whose text holds all the words, best first (SQLite only)."""
    return _search(
        case,
        "SELECT original.article FROM article_search JOIN original ON original.number = article_search.rowid"
        " WHERE article_search MATCH ? ORDER BY article_search.rank, original.article",
        words,
    )


def search_reports(case: Case, words: str) -> tuple[str, ...]:
    """Return ids of reports whose quote or event summary holds all the words, best first (SQLite only)."""
    return _search(case, "SELECT id FROM report_search WHERE report_search MATCH ? ORDER BY rank, id", words)


def _search(case: Case, query: str, words: str) -> tuple[str, ...]:
    if case.engine.dialect.name != "sqlite":
        raise StoreError(f"{case.location}: search needs a case in an SQLite file")
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    if not quoted:
        return ()
    with explain_failures(case.location), case.engine.begin() as connection:
        return tuple(row[0] for row in connection.exec_driver_sql(query, (quoted,)))


def _decode(body: str, text: str) -> Reading:
    reading = msgspec.json.decode(body, type=Reading)
    return dataclasses.replace(reading, article=dataclasses.replace(reading.article, text=text))
