"""Write a case: each article in a transaction of its own, the record whole in one."""

import dataclasses
import hashlib

import msgspec
from sqlalchemy import Connection, delete, insert

from accord.model.reading import InputFailure, Reading, SourceText
from accord.model.record import Record
from accord.store import tables
from accord.store.case import Case
from accord.store.failures import explain_failures
from accord.store.rows import to_row


def put_reading(case: Case, source: SourceText, reading: Reading, *, coder: str) -> None:
    """Store an article's text and reading at once; what was stored under its id is replaced."""
    with explain_failures(case.location), case.engine.begin() as connection:
        connection.execute(delete(tables.reading).where(tables.reading.c.article == source.id))
        connection.execute(delete(tables.original).where(tables.original.c.article == source.id))
        connection.execute(insert(tables.original).values(**_original_row(source)))
        connection.execute(insert(tables.reading).values(article=source.id, coder=coder, body=_encode(reading)))
        _put_input(connection, source.path, "coded", article=source.id)


def put_duplicate(case: Case, path: str, article: str) -> None:
    """Note an input whose article the case holds already."""
    with explain_failures(case.location), case.engine.begin() as connection:
        _put_input(connection, path, "duplicate", article=article)


def put_failure(case: Case, failure: InputFailure, *, article: str | None = None) -> None:
    """Note an input that could not be used, and why; an older reading of its article no longer counts."""
    with explain_failures(case.location), case.engine.begin() as connection:
        connection.execute(delete(tables.reading).where(tables.reading.c.article == article))
        _put_input(connection, failure.path, "failed", reason=failure.reason)


def put_meta(case: Case, **values: str) -> None:
    """Set what the case notes about itself."""
    with explain_failures(case.location), case.engine.begin() as connection:
        _put_meta(connection, values)


def replace_record(case: Case, record: Record, **values: str) -> None:
    """Put a record in the place of the one stored, and set `values` of the case's notes, in one transaction."""
    with explain_failures(case.location), case.engine.begin() as connection:
        for name, _, table in tables.RECORD:
            connection.execute(delete(table))
            rows = [to_row(line, table) for line in getattr(record, name)]
            if rows:
                connection.execute(insert(table), rows)
        if connection.dialect.name == "sqlite":
            _index_reports(connection, record)
        _put_meta(connection, values)
    case.__dict__.pop("record", None)


def _encode(reading: Reading) -> str:
    """Return a reading as JSON, without the article's text, which is stored once, as the original."""
    return msgspec.json.encode(dataclasses.replace(reading, article=dataclasses.replace(reading.article, text=""))).decode()


def _original_row(source: SourceText) -> dict[str, object]:
    return {
        "article": source.id,
        "path": source.path,
        "text": source.text,
        "digest": hashlib.sha256(source.text.encode("utf-8")).hexdigest(),
        "url": source.url,
        "title": source.title,
        "byline": source.byline,
        "source_name": source.source_name,
        "published": source.published,
        "language": source.language,
    }


def _put_input(
    connection: Connection, path: str, outcome: str, *, reason: str | None = None, article: str | None = None
) -> None:
    connection.execute(delete(tables.input_).where(tables.input_.c.path == path))
    connection.execute(insert(tables.input_).values(path=path, outcome=outcome, reason=reason, article=article))


def _put_meta(connection: Connection, values: dict[str, str]) -> None:
    for key, value in sorted(values.items()):
        connection.execute(delete(tables.meta).where(tables.meta.c.key == key))
        connection.execute(insert(tables.meta).values(key=key, value=value))


def _index_reports(connection: Connection, record: Record) -> None:
    connection.exec_driver_sql("DELETE FROM report_search")
    summaries = {event.id: event.summary for event in record.events}
    rows = [(report.id, report.quote, summaries.get(report.event, "")) for report in record.reports]
    if rows:
        connection.exec_driver_sql("INSERT INTO report_search(id, quote, summary) VALUES (?, ?, ?)", rows)
