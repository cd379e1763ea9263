"""The schema of a case by version: each migration is a named function, run once, all in one transaction.

To change the schema: change `tables.py`, append a function here that changes an older case, and add a test with one.
"""

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select

from accord.errors import StoreError
from accord.store import tables

Migration = Callable[[Connection], None]

MIGRATIONS: tuple[tuple[str, Migration], ...] = ()
"""Steps from version 1 to 2, 2 to 3, and so on."""


def newest_version() -> int:
    """Return the version that this program writes."""
    return len(MIGRATIONS) + 1


def read_version(connection: Connection) -> int | None:
    """Return the schema version of a case, or None where the database holds no case."""
    if not inspect(connection).has_table(tables.schema_version.name):
        return None
    versions = connection.execute(select(tables.schema_version.c.version)).scalars().all()
    return max(versions, default=None)


def create_schema(connection: Connection) -> None:
    """Create the tables of an empty case."""
    tables.metadata.create_all(connection)
    connection.execute(tables.schema_version.insert().values(version=newest_version(), name="created"))
    if connection.dialect.name == "sqlite":
        for statement in _SEARCH:
            connection.exec_driver_sql(statement)


def migrate(connection: Connection, location: str, version: int) -> None:
    """Bring an older case to this program's version.

    Raises:
        StoreError: the case was written by a newer version of the program.
    """
    newest = newest_version()
    if version > newest:
        raise StoreError(
            f"{location}: this case was written by a newer version of Accord (schema {version}, this program knows {newest}): "
            "install that version (pip install --upgrade accord); the case was left as it is"
        )
    for number, (name, change) in enumerate(MIGRATIONS, start=2):
        if number > version:
            change(connection)
            connection.execute(tables.schema_version.insert().values(version=number, name=name))


# Full text of articles without a second copy of it (external content), and of what the reports say.
_SEARCH = (
    "CREATE VIRTUAL TABLE article_search USING fts5(text, content='original', content_rowid='number')",
    "CREATE TRIGGER original_added AFTER INSERT ON original BEGIN"
    " INSERT INTO article_search(rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER original_gone AFTER DELETE ON original BEGIN"
    " INSERT INTO article_search(article_search, rowid, text) VALUES ('delete', old.number, old.text); END",
    "CREATE VIRTUAL TABLE report_search USING fts5(id UNINDEXED, quote, summary)",
)
