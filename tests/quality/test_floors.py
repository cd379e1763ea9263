"""Scores on gold standards do not fall under what was measured before. Skipped where the gold standards are not at hand."""

from pathlib import Path

import pytest
from bench.document import SEEDS, measure_seeds
from bench.floors import find_fallen, read_floors
from bench.quality import QualityOptions, measure_quality

DATA = Path("../shared/bench")
FAST = ("plover_gsr", "tempeval3", "datetime_specs", "name_pairs", "name_translit")
"""Sets that together take a minute; `python -m bench quality` shows the floors of all."""


@pytest.mark.slow
@pytest.mark.skipif(not (DATA / "score.py").is_file(), reason="the gold standards are not beside the repository")
def test_no_score_of_the_fast_sets_is_under_its_floor() -> None:
    """What the fast sets measured once, less a tolerance, still holds; a set that fails or is missing counts as fallen."""
    outcomes = measure_quality(DATA, QualityOptions(only=FAST, jobs=1))
    assert list(find_fallen(outcomes, read_floors())) == []


@pytest.mark.slow
@pytest.mark.skipif(not (SEEDS / "score.py").is_file(), reason="the five articles are not beside the repository")
def test_the_record_of_the_five_articles_is_as_good_as_it_was() -> None:
    """The share of right lines of the project's own gold file is not under its floor."""
    assert measure_seeds() >= read_floors()["seeds"]["total"]
