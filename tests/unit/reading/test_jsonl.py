"""JSON objects become articles by their fields' names; what is missing or ill-typed is said with its place."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from accord.model.reading import InputFailure, SourceText
from accord.reading import read_inputs
from accord.reading.jsonl import make_source, parse_date
from accord.settings import ReadingSettings

SETTINGS = ReadingSettings()


@pytest.mark.parametrize(
    "value",
    [
        {"text": "T.", "title": "H", "url": "U", "source": "S", "published": "2024-05-06", "author": "A"},
        {
            "maintext": "T.",
            "headline": "H",
            "link": "U",
            "outlet": "S",
            "date_publish": "2024-05-06 10:00:00",
            "authors": ["A"],
        },
        {"body": "T.", "title": "H", "url": "U", "domain": "S", "pubDate": "Mon, 06 May 2024 10:00:00 +0000", "byline": "A"},
        {"content": ["T."], "title": "H", "url": "U", "publisher": {"name": "S"}, "date": 20240506, "author": {"name": "A"}},
    ],
)
def test_usual_field_names_are_known(value: dict[str, Any]) -> None:
    """Archives and scrapers name fields differently; the article is the same."""
    source = make_source(value, "f#1", SETTINGS)
    assert isinstance(source, SourceText)
    assert (source.text, source.title, source.url, source.source_name, source.byline) == ("T.", "H", "U", "S", "A")
    assert source.published == datetime.date(2024, 5, 6)


def test_a_mapping_replaces_the_usual_names() -> None:
    """A mapped field is read from its own name and from no other."""
    settings = ReadingSettings(fields=(("text", "story"), ("source", "paper")))
    source = make_source({"story": "Mine.", "text": "Other.", "paper": "P"}, "f#1", settings)
    assert isinstance(source, SourceText)
    assert (source.text, source.source_name) == ("Mine.", "P")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"title": "H"}, "found title"),
        ({}, "no field at all"),
        ({"text": 5}, "'text' must be text, found a number"),
        ({"text": "  "}, "'text' is empty"),
        ({"text": None}, "must be text, found null"),
        (["a"], "found a list"),
        ("words", "found text"),
        ({"text": "T.", "date": "someday"}, "'date' is no date: found 'someday'"),
        ({"text": "T.", "date": [1]}, "is no date"),
    ],
)
def test_unusable_values_say_what_was_found(value: Any, words: str) -> None:
    """A failure names the field and what stood there."""
    failure = make_source(value, "f.jsonl#7", SETTINGS)
    assert isinstance(failure, InputFailure)
    assert failure.path == "f.jsonl#7"
    assert words in failure.reason


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-02-28T23:59:59Z", (2023, 2, 28)),
        ("2023/02/28", (2023, 2, 28)),
        ("20230228", (2023, 2, 28)),
        ("20230228T101500Z", (2023, 2, 28)),
        ("February 28, 2023", (2023, 2, 28)),
        ("Tuesday, 28 Feb 2023, 10:30 AM", (2023, 2, 28)),
        (1677542400, (2023, 2, 28)),
        (1677542400000, (2023, 2, 28)),
        ("2023-02-30", None),
        ("02/03/2023", None),
        (True, None),
        (float("nan"), None),
    ],
)
def test_dates(value: Any, day: tuple[int, int, int] | None) -> None:
    """Dates of feeds and archives are read; impossible and ambiguous ones are none."""
    assert parse_date(value) == (datetime.date(*day) if day else None)


def test_a_bad_line_does_not_stop_the_file(tmp_path: Path) -> None:
    """Every line gives one article or one failure; empty lines give nothing; numbers are those of the file."""
    path = tmp_path / "pile.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"text": "One."}\r\n\r\nnot json\n{"text": "Two.", "title": "\\ud83d"}\n[' + b"[" * 5000 + b"\n"
    )
    found = list(read_inputs([str(path)], SETTINGS))
    assert [(item.path.rsplit("#")[1], type(item).__name__) for item in found] == [
        ("1", "SourceText"), ("3", "InputFailure"), ("4", "SourceText"), ("5", "InputFailure"),
    ]  # fmt: skip
    assert "found 'not json'" in found[1].reason  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("document", "count"),
    [
        ([{"text": "A."}, {"text": "B."}], 2),
        ({"status": "ok", "articles": [{"content": "A."}, {"content": "B."}, {"content": None}]}, 3),
        ({"text": "A."}, 1),
        ([], 1),
    ],
)
def test_json_documents(tmp_path: Path, document: Any, count: int) -> None:
    """An array, an object that holds one, and a single article written over several lines are all read."""
    path = tmp_path / "d.json"
    path.write_text(json.dumps(document, indent=2))
    found = list(read_inputs([str(path)], SETTINGS))
    assert len(found) == count
    assert all(f"d.json#{n}" in item.path for n, item in enumerate(found, 1) if isinstance(item, SourceText))
