"""The harness measures what is there, skips what is missing and survives what fails."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from bench import quality
from bench.floors import find_fallen, read_floors
from bench.gold import Row
from bench.quality import Outcome, QualityOptions, find_value, format_table
from bench.registry import find_set

SCORER = """
import json, sys
name, said, true = sys.argv[1:4]
rows = lambda path: {r["id"]: r for r in map(json.loads, open(path))}
p, g = rows(said), rows(true)
right = sum(p.get(i, {}).get("match") == r["match"] for i, r in g.items())
print(json.dumps({"all": {"f1": right / len(g)}, "Person": {"f1": 0.5}}))
"""


def _write(path: Path, rows: Iterable[Row]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a scorer and one set of two pairs of names."""
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    pairs = [("Ada Brandt", "Ada Brandt", True), ("Ada Brandt", "Tomas Kell", False)]
    rows = [{"id": str(n), "schema": "Person", "a": a, "b": b, "match": match} for n, (a, b, match) in enumerate(pairs)]
    _write(tmp_path / "name_pairs" / "dev.jsonl", rows)
    return tmp_path


def test_predictions_are_scored_under_the_records_own_ids(data: Path) -> None:
    """A set is predicted under hidden ids, scored under its own, and a missing set is skipped with a note."""
    found, missing = quality.measure_quality(data, QualityOptions(only=("name_pairs", "name_translit"), jobs=1))
    assert found.scores is not None
    assert find_value(found.scores, "all.f1") == 1.0
    assert found.records == 2
    assert missing.scores is None
    assert missing.note.startswith("skipped")


def test_a_set_that_fails_does_not_stop_the_others(data: Path) -> None:
    """A record without the fields its set needs is an error of that set, which is named."""
    _write(data / "name_translit" / "dev.jsonl", [{"id": "1", "native": "x"}])
    found, broken = quality.measure_quality(data, QualityOptions(only=("name_pairs", "name_translit"), jobs=1))
    assert found.scores is not None
    assert broken.note.startswith("failed: KeyError: 'candidates' (names.py line")


def test_a_gold_file_that_is_no_json_fails_alone(data: Path) -> None:
    """A broken file is reported by its name."""
    (data / "name_pairs" / "dev.jsonl").write_text("{not json", encoding="utf-8")
    (found,) = quality.measure_quality(data, QualityOptions(only=("name_pairs",), jobs=1))
    assert found.note.startswith("failed: dev.jsonl: JSONDecodeError")


def test_the_table_shows_the_headline_scores_or_the_note() -> None:
    """Every line has set, records, scores and seconds."""
    right = Outcome("name_pairs", {"all": {"f1": 0.5}, "Person": {"f1": 0.25}}, records=9, seconds=1.6)
    lines = format_table([right, Outcome("polnear", note="skipped: no such set")])
    assert lines == [("name_pairs", "9", "all 0.500, Person 0.250", "2"), ("polnear", "0", "skipped: no such set", "0")]


def test_a_score_under_its_floor_is_named() -> None:
    """Floors are compared score by score; a set without scores is under all of its floors."""
    floors = {"name_pairs": {"all.f1": 0.6}, "polnear": {"attribution.f1": 0.1}}
    outcomes = [Outcome("name_pairs", {"all": {"f1": 0.5}}), Outcome("polnear", note="skipped")]
    assert list(find_fallen(outcomes, floors)) == [
        "name_pairs all.f1: 0.500 is under its floor 0.600",
        "polnear attribution.f1: skipped, floor 0.100",
    ]
    assert list(find_fallen([Outcome("name_pairs", {"all": {"f1": 0.7}})], floors)) == []


@pytest.mark.parametrize("name", sorted(set(read_floors()) - {"seeds"}))
def test_every_floor_belongs_to_a_set(name: str) -> None:
    """Floors name sets of the registry."""
    assert find_set(name).name == name
