"""CSV: one flat table per kind, the same columns whatever a record holds."""

import csv
from pathlib import Path

import pytest

from accord.exports import TABLES, write_csv_folder, write_csv_lines
from accord.model.record import Record
from tests.samples import make_record


def read(table: str, record: Record) -> list[dict[str, str]]:
    """Return a table as rows by column."""
    return list(csv.DictReader("".join(write_csv_lines(record, table)).splitlines()))


def test_the_events_table_can_be_read_alone() -> None:
    """Actors, recipients and places stand by name, with the support of the event."""
    first, second = read("events", make_record())
    assert (first["actor_names"], first["recipient_names"], first["location_name"]) == ("Velden", "Österland", "Velden")
    assert (first["date_start"], first["date_granularity"], first["context"]) == ("2022-05-03", "day", "economic; diplomatic")
    assert (first["origins_count"], first["origins_interested"], first["quad"]) == ("1", "1", "verbal_cooperation")
    assert (second["date_start"], second["actor_names"], second["historical"]) == ("", "", "true")


@pytest.mark.parametrize("table", TABLES)
def test_columns_do_not_depend_on_the_record(table: str) -> None:
    """An empty record gives the same columns as a full one."""
    full, empty = (next(iter(write_csv_lines(record, table))).split("\n")[0] for record in (make_record(), Record()))
    assert full == empty
    assert len(read(table, make_record())) == len(getattr(make_record(), table))


def test_nested_lists_are_json() -> None:
    """What is no list of words stays whole, as JSON."""
    assert (
        read("actors", make_record())[1]["aliases"] == '[{"text": "Osterland", "count": 2}, {"text": "Österland", "count": 1}]'
    )


def test_a_folder_gets_a_file_for_each_kind(tmp_path: Path) -> None:
    """Every kind has its file, made anew each time."""
    for _ in range(2):
        written = write_csv_folder(make_record(), tmp_path / "tables")
    assert sorted(path.stem for path in written) == sorted(TABLES)
    assert (tmp_path / "tables" / "events.csv").read_text(encoding="utf-8").count("\n") == 3
