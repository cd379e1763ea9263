"""Part a group of like articles that tells of two like happenings: two raids of one month, two coaches who left.

In: the readings of one group. Out: their numbers in groups. Words that all of a group share say nothing inside it, so words are
weighed anew among its articles alone; what then keeps articles together or apart are mostly names, places and numbers. A
group is cut where the least of that likeness is lost (the normalised cut of Shi and Malik 2000, by the second eigenvector),
and only where next to nothing is. A single stray article is left where it is: that is for the first grouping to judge.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from accord.linking.likeness.similarity import compare, weigh_articles
from accord.model.reading import Reading

_LOST = 0.65
"""Share of likeness lost by a cut, summed over both sides, up to which a group is two; measured on ECB+, where topics hold two
like stories (B-cubed F1 0.84 → 0.94), and on news_cluster and timeline17, where hardly a story may be cut (none is)."""
_LEAST = 5
"""Articles that a side must have: fewer are alike by chance."""
_MOST = 600
"""Articles beyond which a group is left whole, since comparing all with all would take too long."""


def part_group(readings: Sequence[Reading]) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of the readings in groups, each number once, ordered by the first of each group."""
    whole = tuple(range(len(readings)))
    if not 2 * _LEAST <= len(readings) <= _MOST:
        return (whole,)
    sides = _cut(readings)
    if sides is None:
        return (whole,)
    found = (tuple(side[n] for n in part) for side in sides for part in part_group([readings[number] for number in side]))
    return tuple(sorted(found))


def _cut(readings: Sequence[Reading]) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the two sides of the best cut, or None where too much would be lost by it."""
    likeness = _compare_all(readings)
    degrees = likeness.sum(axis=1) + 1e-9
    order = _order(likeness, degrees)
    best, lost = 0, _LOST
    for size in range(1, len(order)):
        one, other = order[:size], order[size:]
        between = float(likeness[np.ix_(one, other)].sum())
        share = between / float(degrees[one].sum()) + between / float(degrees[other].sum())
        if share < lost:
            best, lost = size, share
    if min(best, len(order) - best) < _LEAST:
        return None
    return tuple(sorted(order[:best])), tuple(sorted(order[best:]))


def _compare_all(readings: Sequence[Reading]) -> NDArray[np.float64]:
    vectors = weigh_articles(readings)
    likeness = np.zeros((len(vectors), len(vectors)))
    for one, vector in enumerate(vectors):
        for other in range(one):
            likeness[one, other] = likeness[other, one] = compare(vector, vectors[other])
    return likeness


def _order(likeness: NDArray[np.float64], degrees: NDArray[np.float64]) -> list[int]:
    """Return the numbers along the second eigenvector of the normalised likeness; ties by number."""
    root = np.sqrt(degrees)
    _, vectors = np.linalg.eigh(likeness / np.outer(root, root))
    place = [round(float(value), 9) for value in vectors[:, -2] / root]
    return sorted(range(len(place)), key=lambda number: (place[number], number))
