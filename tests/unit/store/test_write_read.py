"""Writing and reading a case: what goes in comes out, writing twice changes nothing, a failure leaves all as it was."""

import dataclasses
from pathlib import Path
from typing import get_type_hints

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from accord.errors import StoreError
from accord.model.reading import InputFailure
from accord.model.record import Record
from accord.store import Case, open_case, tables
from accord.store.read import (
    StoredArticle,
    StoredInput,
    read_meta,
    read_original,
    read_readings,
    read_record,
    read_stored,
    read_stored_inputs,
    read_text,
    read_texts,
    search_articles,
    search_reports,
)  # fmt: skip
from accord.store.write import put_duplicate, put_failure, put_reading, replace_record
from tests.samples import TEXTS, make_reading, make_record, make_source


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Return an open case that holds the two sample articles."""
    opened = open_case(tmp_path / "case.db", create=True)
    for article in TEXTS:
        put_reading(opened, make_source(article), make_reading(make_source(article)), coder="c1")
    return opened


def test_a_record_comes_back_as_it_was_written(case: Case) -> None:
    """Every kind and every field, full or empty, survives the way through the tables."""
    replace_record(case, make_record(), record_of="x")
    assert read_record(case) == make_record()
    assert read_meta(case)["record_of"] == "x"


def test_writing_twice_changes_nothing(case: Case) -> None:
    """Replacing a record by itself, and an article by itself, leaves one of each."""
    for _ in range(2):
        replace_record(case, make_record())
        put_reading(case, make_source("article-1"), make_reading(make_source("article-1")), coder="c1")
    assert read_record(case) == make_record()
    assert [reading.article.id for reading in read_readings(case)] == ["article-1", "article-2"]


def test_a_new_record_takes_the_place_of_the_old(case: Case) -> None:
    """Nothing of the record before stays, not even for somebody who held the old one."""
    replace_record(case, make_record())
    assert case.record == make_record()
    replace_record(case, Record())
    assert case.record == Record() == read_record(case)
    assert search_reports(case, "treaty") == ()


def test_readings_come_back_with_their_texts(case: Case) -> None:
    """A reading's text is stored once, as the original, and is there again when the reading is read."""
    assert read_readings(case) == tuple(make_reading(make_source(article)) for article in TEXTS)
    with case.engine.begin() as connection:
        assert "Velden signed" not in str(connection.exec_driver_sql("SELECT body FROM reading").fetchall())


def test_originals_come_back_as_they_were_read(case: Case) -> None:
    """The stored text is the text that was read, with what its file said of it."""
    assert read_original(case, "article-1") == make_source("article-1")
    assert read_original(case, "article-9") is None
    assert read_texts(case) == TEXTS
    assert read_text(case, "article-2") == case.text("article-2") == TEXTS["article-2"]
    with pytest.raises(StoreError, match="no article 'article-9'"):
        read_text(case, "article-9")


def test_each_input_is_noted_once_with_what_became_of_it(case: Case) -> None:
    """A later outcome of an input takes the place of the earlier."""
    put_failure(case, InputFailure("b.txt", "empty"))
    put_failure(case, InputFailure("a.txt", "binary"))
    put_duplicate(case, "b.txt", "article-1")
    assert read_stored_inputs(case) == (
        StoredInput("a.txt", "failed", "binary", None),
        StoredInput("article-1.txt", "coded", None, "article-1"),
        StoredInput("article-2.txt", "coded", None, "article-2"),
        StoredInput("b.txt", "duplicate", None, "article-1"),
    )


def test_a_failed_article_keeps_its_text_and_loses_its_reading(case: Case) -> None:
    """An article that can no longer be coded is out of the record; its text stays."""
    put_failure(case, InputFailure("article-1.txt", "could not be coded"), article="article-1")
    assert [reading.article.id for reading in read_readings(case)] == ["article-2"]
    assert read_stored(case) == {
        "article-1": StoredArticle("article-1", "article-1.txt", None),
        "article-2": StoredArticle("article-2", "article-2.txt", "c1"),
    }


@pytest.mark.parametrize(
    ("words", "articles", "reports"),
    [
        ("treaty", ("article-1", "article-2"), ("report-1",)),
        ("fishing treaty", ("article-1",), ("report-1",)),
        ("boats seized", ("article-2",), ("report-2",)),
        ('"', (), ()),
        ("", (), ()),
        ("NEAR( *", (), ()),
    ],
)
def test_words_find_articles_and_reports(case: Case, words: str, articles: tuple[str, ...], reports: tuple[str, ...]) -> None:
    """Search finds texts and reports that hold all the words; no typed sign breaks it."""
    replace_record(case, make_record())
    assert tuple(sorted(search_articles(case, words))) == articles
    assert search_reports(case, words) == reports


def test_a_full_disk_loses_nothing_that_was_stored(case: Case) -> None:
    """When the disk is full, writing says so, and what was stored before can still be read."""
    replace_record(case, make_record())
    with case.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    case.close()

    from sqlalchemy import event

    @event.listens_for(case.engine, "connect")
    def _limit(connection: object, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    big = dataclasses.replace(make_source("article-1"), id="article-3", text="long " * 100_000)
    with pytest.raises(StoreError, match="the disk is full: free some space"):
        put_reading(case, big, make_reading(big), coder="c1")
    assert read_texts(case) == TEXTS
    assert read_record(case) == make_record()


@pytest.mark.parametrize(("name", "cls", "table"), tables.RECORD)
def test_every_field_of_a_line_has_its_columns(name: str, cls: type, table: object) -> None:
    """A field added to the record must be added to its table, or it would be lost silently."""
    columns = {column.name for column in table.c}  # type: ignore[attr-defined]
    for field in get_type_hints(cls):
        assert field in columns or any(column.startswith(f"{field}_") for column in columns)


@pytest.mark.parametrize("table", tables.metadata.sorted_tables, ids=lambda table: table.name)
def test_the_tables_can_be_made_on_postgresql(table: object) -> None:
    """No table uses what only SQLite has."""
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[arg-type]
