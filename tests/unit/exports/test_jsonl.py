"""JSON Lines: the lines and keys that docs/record.md fixes, and nothing lost on the way back."""

import json
from typing import Any

import msgspec

from accord.exports import write_jsonl
from accord.exports.jsonl import KINDS
from accord.model.record import Record
from accord.store import tables
from tests.samples import make_record

LINES: list[dict[str, Any]] = [json.loads(line) for line in write_jsonl(make_record())]


def select(kind: str, id: str) -> dict[str, Any]:
    """Return the line of a kind and id."""
    return next(line for line in LINES if line["kind"] == kind and line["id"] == id)


def test_the_first_line_counts_what_follows() -> None:
    """The header names the format and how many lines of each kind come."""
    assert LINES[0]["kind"] == "record"
    assert LINES[0]["format"] == 1
    assert LINES[0]["articles"] == LINES[0]["events"] == 2
    for name, kind in KINDS:
        assert sum(line["kind"] == kind for line in LINES[1:]) == LINES[0][name]


def test_every_other_line_has_a_kind_and_an_id() -> None:
    """No line stands without what it is and which one it is."""
    assert all(line["id"] and line["kind"] for line in LINES[1:])


def test_nothing_is_lost() -> None:
    """A record can be made again from its lines."""
    classes = {name: cls for name, cls, _ in tables.RECORD}
    kinds: dict[str, Any] = {name: () for name, _ in KINDS}
    for name, kind in KINDS:
        for line in (line for line in LINES if line["kind"] == kind):
            values = {**dict.fromkeys(("source", "byline", "published")), **line} if name == "articles" else line
            own = {"kind": line["disagreement_kind"]} if name == "disagreements" else {}
            kinds[name] += (msgspec.convert({**values, **own}, classes[name]),)
    assert Record(**kinds) == make_record()


def test_a_report_has_the_keys_of_the_record() -> None:
    """Names, nesting and dates of a report are those of docs/record.md."""
    report = select("report", "report-1")
    assert report["actor"] == [{"actor": "actor-1", "mention": "mention-1"}]
    assert report["date"]["start"] == "2022-05-03"
    assert report["date"]["evidence"]["text"] == "3 May 2022"
    assert report["voices"][0] == {"text": "Velden Courier"}
    assert set(report["span"]) == {"article", "start", "end", "text"}


def test_optional_fields_without_a_value_are_left_out_and_others_are_null() -> None:
    """`mode?` is absent where there is none; `title` and `date`, which record.md does not mark, are null."""
    event = select("event", "event-2")
    assert "mode" not in event
    assert "location" not in event
    assert event["date"] is None
    assert event["recipient"] == []
    article = select("article", "article-2")
    assert article["title"] is None
    assert not {"source", "byline", "published"} & set(article)
    assert select("article", "article-1")["published"]["end"] is None
    assert select("figure", "figure-2")["value"] == {}


def test_text_is_written_as_it_is() -> None:
    """Letters beyond ASCII are not escaped, and every line ends with one line end."""
    written = list(write_jsonl(make_record()))
    assert any("Österland" in line for line in written)
    assert all(line.endswith("}\n") and line.count("\n") == 1 for line in written)


def test_an_empty_record_is_a_header() -> None:
    """A record without lines still says its format."""
    assert [json.loads(line)["events"] for line in write_jsonl(Record())] == [0]
