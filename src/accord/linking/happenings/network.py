"""Score pairs of happenings with weights learnt on annotated news: two small networks, the second sees what the first said.

In: the numbers of all pairs of a story. Out: a score for each pair, the logarithm of its odds. The weights
(`data/happening_weights.yaml`) are learnt by `python -m bench happenings` on ECB+ (Cybulska and Vossen 2014, CC BY 3.0) and the
Gun Violence Corpus (Vossen et al. 2018, CC BY 4.0). The second network is what joins different words: a "takeover" and a
"deal" whose sentences share their other happenings (as the iterations of Barhom et al. 2019 do, with participants only).
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accord.data import load_yaml
from accord.linking.happenings.features import compare_sides
from accord.linking.happenings.sides import Story

Numbers = NDArray[np.float64]

_SURE = 4.0
"""Scores are cut here: odds of 50 to 1 are as sure as such a model can be."""
_WIDE = 5.0
_PARTS = ("mean", "spread", "hidden", "offsets", "out")


@dataclass(frozen=True, slots=True)
class Network:
    """One hidden layer of rectified units over numbers brought to mean 0 and spread 1."""

    mean: Numbers
    spread: Numbers
    hidden: Numbers
    offsets: Numbers
    out: Numbers
    offset: float

    def score(self, rows: Numbers) -> Numbers:
        """Return the logarithm of the odds of each row."""
        level = np.clip((rows - self.mean) / self.spread, -_WIDE, _WIDE)
        scores: Numbers = np.maximum(level @ self.hidden + self.offsets, 0.0) @ self.out + self.offset
        return scores


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of a story's sides: their numbers as rows, and which sides they are of."""

    rows: Numbers
    first: NDArray[np.intp]
    second: NDArray[np.intp]


def score_story(story: Story, networks: Sequence[Sequence[Network]] | None = None) -> Numbers:
    """Return a square of scores, one for each two sides of a story; `networks` are the two sets of them, else the stored."""
    first, second = networks or _load_networks()
    pairs = compare_all(story)
    scores = score_rows(first, pairs.rows)
    scores = score_rows(second, np.hstack([pairs.rows, describe_pairs(story, pairs, scores)]))
    return fill_square(len(story.sides), pairs, scores)


def compare_all(story: Story) -> Pairs:
    """Return the numbers of all pairs of a story."""
    size = len(story.sides)
    first, second = np.triu_indices(size, 1)
    rows = [compare_sides(story, story.sides[a], story.sides[b]) for a, b in zip(first.tolist(), second.tolist(), strict=True)]
    return Pairs(np.array(rows, dtype=np.float64).reshape(len(rows), -1), first, second)


def score_rows(networks: Sequence[Network], rows: Numbers) -> Numbers:
    """Return the mean of what some networks say of each row, within bounds."""
    if not len(rows):
        return np.zeros(0)
    total: Numbers = sum((network.score(rows) for network in networks), start=np.zeros(len(rows)))
    return np.clip(total / len(networks), -_SURE, _SURE)


def describe_pairs(story: Story, pairs: Pairs, scores: Numbers) -> Numbers:
    """Return what the scores of other pairs say of each pair: of its neighbours, its two sentences and its two articles."""
    a, b = pairs.first, pairs.second
    square = 1 / (1 + np.exp(-fill_square(len(story.sides), pairs, scores)))
    np.fill_diagonal(square, 0.0)
    own, total = square[a, b], square.sum(axis=1)
    articles = _mark([side.article for side in story.sides])
    passages = _mark([(side.article, side.happening.passage) for side in story.sides])
    best = np.stack([np.where(row, square, 0.0).max(axis=1) for row in articles.astype(bool)], axis=1) if len(own) else square
    at = articles.argmax(axis=0)
    columns = (
        scores,
        np.array([np.minimum(square[i], square[j]).max() for i, j in zip(a, b, strict=True)]),
        np.log(0.05 + (square @ square)[a, b] / (total[a] + total[b] - own + 0.1)),
        _sum_others(square, passages, pairs),
        _sum_others(square, articles, pairs),
        own - best[a, at[b]],
        own - best[b, at[a]],
        np.log1p(np.minimum(total[a], total[b])),
        np.log1p(np.maximum(total[a], total[b])),
    )
    return np.stack(columns, axis=1)


def _sum_others(square: Numbers, groups: Numbers, pairs: Pairs) -> Numbers:
    """Return how much the other members of the two groups of a pair match each other, per member of the smaller group."""
    sums, sizes, at = groups @ square @ groups.T, groups.sum(axis=1), groups.argmax(axis=0)
    a, b = at[pairs.first], at[pairs.second]
    others: Numbers = np.where(a == b, 0.0, sums[a, b] - square[pairs.first, pairs.second]) / np.minimum(sizes[a], sizes[b])
    return others


def _mark(groups: Sequence[Any]) -> Numbers:
    """Return a row for each group with 1 for its members."""
    known = sorted(set(groups))
    return np.array([[float(group == one) for group in groups] for one in known])


def fill_square(size: int, pairs: Pairs, scores: Numbers) -> Numbers:
    """Return scores of pairs as a square of all sides."""
    square = np.full((size, size), -_SURE)
    square[pairs.first, pairs.second] = square[pairs.second, pairs.first] = scores
    return square


@functools.cache
def _load_networks() -> tuple[tuple[Network, ...], ...]:
    return tuple(
        tuple(Network(**{part: np.array(one[part]) for part in _PARTS}, offset=one["offset"]) for one in stage)
        for stage in load_yaml("happening_weights")["stages"]
    )
