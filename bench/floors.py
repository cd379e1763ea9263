"""Floors of scores: what was measured once, less a small tolerance, so that no later change lowers a score unseen.

In: `floors.json` beside this module, edited by hand, and outcomes. Out: the scores under their floors. A floor is lowered only
by editing the file, which a reviewer sees.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.quality import Outcome, find_value

FILE = Path(__file__).with_name("floors.json")
Floors = dict[str, dict[str, float]]


def read_floors() -> Floors:
    """Return the floor of each pinned score, by set and path."""
    floors: Floors = json.loads(FILE.read_text(encoding="utf-8"))
    return floors


def find_fallen(outcomes: Sequence[Outcome], floors: Floors) -> Iterator[str]:
    """Yield a line for each score under its floor; a set that gave no scores is under all of them."""
    for outcome in outcomes:
        for path, floor in floors.get(outcome.name, {}).items():
            if outcome.scores is None:
                yield f"{outcome.name} {path}: {outcome.note}, floor {floor:.3f}"
            elif (value := find_value(outcome.scores, path)) < floor:
                yield f"{outcome.name} {path}: {value:.3f} is under its floor {floor:.3f}"
