"""Opening cases: what is none is said to be none, and what is stored is never touched by a failure."""

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from accord.errors import StoreError
from accord.store import Case, open_case, tables
from accord.store.read import read_meta
from accord.store.write import put_meta


def test_a_new_case_is_one_file_that_opens_again(tmp_path: Path) -> None:
    """Creating a case leaves one SQLite file and nothing beside it; opening it again changes nothing."""
    path = tmp_path / "case.db"
    with open_case(path, create=True) as case:
        put_meta(case, model="m")
    assert [entry.name for entry in tmp_path.iterdir()] == ["case.db"]
    with open_case(path) as case:
        assert read_meta(case) == {"model": "m"}
        assert "case.db" in repr(case)


def write_newer(path: Path) -> None:
    """Make a case that claims to come from a later program."""
    with open_case(path, create=True) as case, case.engine.begin() as connection:
        connection.execute(tables.schema_version.insert().values(version=99, name="from the future"))


def write_foreign(path: Path) -> None:
    """Make an SQLite file of another program."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.commit()
    connection.close()


BAD = {
    "nothing there": (lambda path: None, "there is no such case", False),
    "a folder": (lambda path: path.mkdir(), "this is a folder", True),
    "an empty file": (lambda path: path.write_bytes(b""), "not an Accord case", False),
    "a text file": (lambda path: path.write_text("Dear Sir, " * 1000), "not an Accord case", True),
    "another program's database": (write_foreign, "not an Accord case", True),
    "a newer version's case": (write_newer, "newer version of Accord", True),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("create", [False, True])
def test_what_is_no_case_is_refused_in_words_and_left_alone(tmp_path: Path, name: str, create: bool) -> None:
    """Whatever is no case that this program can use gives a StoreError that names it; its bytes stay as they were."""
    make, words, even_when_creating = BAD[name]
    path = tmp_path / "case.db"
    make(path)
    if create and not even_when_creating:
        open_case(path, create=True).close()
        return
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=words) as caught:
        open_case(path, create=create)
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A case in a folder that does not exist is refused with the folder's name."""
    with pytest.raises(StoreError, match=r"make .*nowhere first"):
        open_case(tmp_path / "nowhere" / "case.db", create=True)


def test_an_unknown_address_is_refused() -> None:
    """A database URL that names no known database gives a StoreError, not a traceback of SQLAlchemy."""
    with pytest.raises(StoreError, match="no database can be reached"):
        open_case("nosuch://host/case", create=True)


def test_a_url_names_a_case_as_well(tmp_path: Path) -> None:
    """An SQLite URL opens the same case as its path."""
    url = f"sqlite:///{tmp_path / 'case.db'}"
    with open_case(url, create=True) as case:
        put_meta(case, model="m")
    with open_case(tmp_path / "case.db") as case:
        assert read_meta(case) == {"model": "m"}


def test_a_locked_case_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing while another program writes ends in a StoreError that says to wait."""
    monkeypatch.setattr("accord.store.case._BUSY_SECONDS", 0.05)
    path = tmp_path / "case.db"
    open_case(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreError, match="another program is writing"):
            open_case(path)
    finally:
        other.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_case_that_may_not_be_written_can_be_read(tmp_path: Path) -> None:
    """A read-only file opens; writing to it is refused in words."""
    path = tmp_path / "case.db"
    open_case(path, create=True).close()
    path.chmod(0o400)
    with open_case(path) as case:
        assert read_meta(case) == {}
        with pytest.raises(StoreError, match="may not be written"):
            put_meta(case, model="m")


def test_an_old_case_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening a case of version 1 with a program of version 2 runs the migration once and notes it."""
    path = tmp_path / "case.db"
    open_case(path, create=True).close()

    def add_notes(connection: object) -> None:
        connection.exec_driver_sql("CREATE TABLE note (words TEXT)")  # type: ignore[attr-defined]

    monkeypatch.setattr("accord.store.migrations.MIGRATIONS", (("notes", add_notes),))
    for _ in range(2):
        with open_case(path) as case:
            assert list_versions(case) == [(1, "created"), (2, "notes")]


def test_a_migration_that_fails_leaves_the_case_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration is one transaction: half of it never stays."""
    path = tmp_path / "case.db"
    open_case(path, create=True).close()
    before = path.read_bytes()

    def break_off(connection: object) -> None:
        connection.exec_driver_sql("CREATE TABLE note (words TEXT)")  # type: ignore[attr-defined]
        connection.exec_driver_sql("no SQL at all")  # type: ignore[attr-defined]

    with monkeypatch.context() as patch:
        patch.setattr("accord.store.migrations.MIGRATIONS", (("notes", break_off),))
        with pytest.raises(StoreError, match="syntax error"):
            open_case(path)
    assert path.read_bytes() == before
    with open_case(path) as case:
        assert list_versions(case) == [(1, "created")]


def list_versions(case: Case) -> list[tuple[int, str]]:
    """Return the schema versions noted in a case."""
    with case.engine.begin() as connection:
        rows = connection.execute(select(tables.schema_version).order_by(tables.schema_version.c.version))
        return [(version, name) for version, name in rows]
