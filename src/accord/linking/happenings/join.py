"""Join what articles of one story tell into happenings.

In: what each article tells. Out: a number for each happening of each article, the same for those that are one. Groups are
joined from the most alike down by their mean score, so one odd pair does not join two groups.
"""

from collections.abc import Sequence

import numpy as np

from accord.linking.happenings.happening import Told
from accord.linking.happenings.network import Network, Numbers, score_story
from accord.linking.happenings.sides import prepare_story, sort_happenings

THRESHOLD = -0.75
"""Mean score from which groups are one; under 0 since a chain left in two costs more than a doubtful pair (cross-validated)."""


def join_happenings(
    told: Sequence[Told], *, threshold: float = THRESHOLD, networks: Sequence[Sequence[Network]] | None = None
) -> list[list[int]]:
    """Return for each article the number of the group of each of its happenings, in the order they were given in."""
    story = prepare_story(told)
    group_of = join_scored(score_story(story, networks), threshold) if story.sides else []
    numbers = iter(group_of)
    found: list[list[int]] = []
    for one in told:
        order = sort_happenings(one)
        given = {at: next(numbers) for at in order}
        found.append([given[at] for at in range(len(order))])
    return found


def join_scored(scores: Numbers, threshold: float) -> list[int]:
    """Return the group of each item, by average linkage over a square of scores; a group is named by its first item."""
    size = len(scores)
    total, members = scores.astype(np.float64), np.ones(size)
    group = list(range(size))
    mean = np.where(np.tri(size, dtype=bool), -np.inf, total)
    while size > 1:
        one, other = divmod(int(mean.argmax()), size)
        if mean[one, other] < threshold:
            break
        total[one] += total[other]
        total[:, one] += total[:, other]
        members[one] += members[other]
        members[other] = 0.0
        group = [one if at == other else at for at in group]
        mean[other, :] = mean[:, other] = -np.inf
        level = np.where(members > 0, total[one] / (members[one] * np.maximum(members, 1.0)), -np.inf)
        mean[one, one + 1 :], mean[:one, one] = level[one + 1 :], level[:one]
    return group
