"""A prediction sees only what a reader has."""

import json
from pathlib import Path

import pytest
from bench.gold import BenchSet, Row, find_gold, hide_id, show_row
from bench.registry import SETS

PLAIN = BenchSet(name="plain", predict=lambda rows, parser: [], fields=("text", "spans.text"), headline=("f1",))
LABELS = {
    "events",
    "roles",
    "label",
    "match",
    "gold",
    "cluster",
    "event",
    "incident",
    "timexes",
    "results",
    "attributions",
    "slots",
}


def test_a_record_is_shown_without_its_gold_fields() -> None:
    """Fields that are not listed, and ids that may name the answer, do not reach an adapter; nor do labels inside lists."""
    row: Row = {"id": "AGREE-1", "text": "They met.", "events": ["AGREE"], "spans": [{"text": "They", "label": "who"}]}
    seen = show_row(row, PLAIN, Path("plain"))
    assert seen == {"id": hide_id("AGREE-1"), "text": "They met.", "spans": [{"text": "They"}], "folder": "plain"}
    assert "AGREE" not in json.dumps(seen)


@pytest.mark.parametrize("one", SETS, ids=lambda one: one.name)
def test_no_set_shows_a_gold_field(one: BenchSet) -> None:
    """The fields that the registry lists are none that a scorer compares."""
    shown = {part for field in one.fields for part in field.split(".")}
    assert not shown & (LABELS | {"labels", "root", "quad", "toponyms", "entities"})


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (["plain/dev.jsonl", "plain/heldout.jsonl"], "plain/dev.jsonl"),
        (["plain/heldout.jsonl", "plain/heldout_full.jsonl"], "plain/heldout.jsonl"),
        (["plain/test.jsonl"], "plain/test.jsonl"),
        (["plain/part2/gold.jsonl"], "plain/part2/gold.jsonl"),
        (["plain.jsonl"], "plain.jsonl"),
        (["other/dev.jsonl"], None),
    ],
)
def test_the_gold_file_is_found_under_several_names(tmp_path: Path, files: list[str], found: str | None) -> None:
    """The development part comes first, then whatever a held-out part is called; other sets' files are not taken."""
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    path = find_gold(tmp_path, PLAIN)
    assert (path and str(path.relative_to(tmp_path))) == found


def test_ids_tell_records_apart() -> None:
    """Hidden ids are as many as the ids they hide, and always the same."""
    assert len({hide_id(str(n)) for n in range(3)}) == 3
    assert hide_id("a") == hide_id("a")
