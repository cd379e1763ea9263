"""Judged reports: sheets go out, answers come in, and a fitted confidence keeps its word."""

import json
from pathlib import Path

import pytest
from bench.confidence import Case, check, expected_error, fit, tabulate_bins
from bench.judging import FIELDS, digest, take_sheet

from accord.coding.events.confidence import Calibration


def _row(**changes: object) -> dict[str, object]:
    values = {field: f"the {field}" for field in FIELDS}
    return {
        "set": "invented",
        "article": "a1",
        "at": [3, 9],
        **values,
        "right": dict.fromkeys(FIELDS, True),
        "cause": "",
        **changes,
    }


def _write(path: Path, *rows: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_judgements_hold_no_text(tmp_path: Path) -> None:
    """A taken sheet leaves places, digests and answers, and a second answer for a place replaces the first."""
    kept = tmp_path / "kept.jsonl"
    wrong = {**dict.fromkeys(FIELDS, True), "who": False}
    sheet = _write(tmp_path / "sheet.jsonl", _row(), _row(at=[20, 25], right=wrong, cause="wrong actor"))
    assert take_sheet(sheet, kept) == 2
    assert "the who" not in kept.read_text(encoding="utf-8")
    first = json.loads(kept.read_text(encoding="utf-8").splitlines()[1])
    assert first["who"] == [digest("the who"), False]
    take_sheet(_write(sheet, _row(at=[20, 25])), kept)
    again = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert [row["who"][1] for row in again] == [True, True]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"right": {**dict.fromkeys(FIELDS, True), "when": None}}, "line 1: no true or false for when"),
        ({"right": {**dict.fromkeys(FIELDS, True), "who": False}, "cause": "bad luck"}, "the cause 'bad luck' is none of"),
    ],
)
def test_unfilled_sheets_are_refused(tmp_path: Path, changes: dict[str, object], told: str) -> None:
    """A sheet with a missing answer or an unknown cause is not taken, and what was kept stays."""
    kept = _write(tmp_path / "kept.jsonl", {"set": "s", "article": "a", "at": [1, 2]})
    before = kept.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        take_sheet(_write(tmp_path / "sheet.jsonl", _row(**changes)), kept)
    assert kept.read_text(encoding="utf-8") == before


def _cases() -> list[Case]:
    """Reports whose first signal is right nine times in ten, whose second four times in ten."""
    good = [Case(f"g{n}", ("sure",), n % 10 != 0) for n in range(2000)]
    return good + [Case(f"b{n}", ("doubtful",), n % 10 < 4) for n in range(2000)]


def test_fitted_confidence_is_the_share_that_is_right() -> None:
    """A fit to many cases claims for each signal nearly the share of its reports that is right."""
    fitted = fit(_cases())
    assert isinstance(fitted, Calibration)
    assert fitted.confidence(("sure",)) == pytest.approx(0.9, abs=0.03)
    assert fitted.confidence(("doubtful",)) == pytest.approx(0.4, abs=0.03)
    assert "rare" not in fit([*_cases(), Case("r", ("rare",), True)]).weights


def test_bins_compare_claimed_with_right() -> None:
    """Each report is scored by a fit to other articles; the bins cover all of them and claim about what is right."""
    bins = tabulate_bins(check(_cases()))
    assert sum(one.number for one in bins) == 4000
    assert expected_error(bins) < 0.05
