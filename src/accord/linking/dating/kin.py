"""What ties between articles say about their days.

In: ties and meetings, and the days in which a group of articles is sought. Out: for an undated article a logarithmic weight
of each day from its dated kin, and links among undated articles for the graph. An article and its kin are of one story, and
then their days lie close and their expressions of one event agree, or they are not, and then the distance is anything.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from accord.linking.dating.calendar import Days, Weights, explain
from accord.linking.dating.graph import LATER_POWER, LEAST_CHANCE, Link, Meet
from accord.linking.dating.ties import Meeting, Tie

_CLOSE = ((0.78, 0.9), (0.15, 4.0), (0.07, 15.0))
"""Days between two articles of one story: shares and scales of two-sided exponentials, fitted by eye to the nearest articles
of the development parts of news_cluster and basil (half of all pairs on one day, a fifth on neighbouring days)."""
_FAR = ((0.30, 30.0), (0.40, 400.0), (0.30, 1500.0))
"""The same for two articles about the same people."""
_ONE_STORY = ((0.55, 0.985), (0.35, 0.97), (0.22, 0.93), (0.17, 0.75), (0.0, 0.25))
"""Share of nearest articles of each strength that are of one story (same sets)."""
_FALL = 3.0
"""Power with which the chance of one story falls as a dated article is less alike than the nearest of all, dated or not:
where an article's own story is undated, dated articles about the same people are of another."""
_APART = 14
"""Days between dated kin from which they are taken for two stories."""

Meets = Mapping[tuple[int, int], Sequence[Meeting]]


def rate_story(strength: float) -> float:
    """Return how likely two articles with a tie of this strength are of one story."""
    return next(share for floor, share in _ONE_STORY if strength >= floor)


def group_meetings(meetings: Sequence[Meeting]) -> dict[tuple[int, int], list[Meeting]]:
    """Return the meetings of each pair of articles, the most trusted first."""
    along: defaultdict[tuple[int, int], list[Meeting]] = defaultdict(list)
    for meeting in sorted(meetings, key=lambda m: (-m.trust, m.clue_a.index, m.clue_b.index)):
        along[meeting.a, meeting.b].append(meeting)
    return dict(along)


def make_links(ties: Sequence[Tie], meets: Meets, days: Days, place: Mapping[int, int]) -> list[Link]:
    """Return the ties among undated articles as links of a graph, with the expressions that meet along each."""
    links: list[Link] = []
    for tie in ties:
        if tie.is_near:
            share = rate_story(tie.strength)
            mixture = (*((share * s, scale) for s, scale in _CLOSE), *(((1 - share) * s, scale) for s, scale in _FAR))
            explained = (
                (explain(m.clue_a.value, days, m.clue_a.direction), explain(m.clue_b.value, days, m.clue_b.direction), m.trust)
                for m in meets.get((tie.a, tie.b), ())
            )
            met = tuple(Meet(a, b, trust) for a, b, trust in explained if a is not None and b is not None)
            links.append(Link(place[tie.a], place[tie.b], mixture, met))
    return links


def weigh_kin(number: int, ties: Sequence[Tie], meets: Meets, known: Mapping[int, tuple[int, int]], days: Days) -> Weights:
    """Return a logarithmic weight of each day of an article from the dated articles it is tied to.

    `ties` are those of the article's whole group: a dated article that speaks to many of a group is heard by each a little
    less, because what it says also reaches each through the others.
    """
    heard = Counter(m for tie in ties for m in (tie.a, tie.b) if m in known and tie.is_near)
    ties = [tie for tie in ties if number in (tie.a, tie.b)]
    kin = [(known[m][0], m, tie) for tie in ties for m in (tie.a, tie.b) if m != number and m in known]
    weights = np.zeros(len(days))
    left = 1.0
    best = max((tie.strength for tie in ties), default=1.0)
    stories = _split_stories(sorted(kin, key=lambda k: k[:2]))
    for story in sorted(stories, key=lambda story: -max(tie.strength for _, _, tie in story)):
        power = 1.0 / len(story) ** 0.5
        nearest = max(tie.strength for _, _, tie in story)
        share = left * rate_story(nearest) * min(1.0, (nearest / best) ** _FALL)
        left -= share
        close, far = np.zeros(len(days)), np.zeros(len(days))
        for day, _, tie in story:
            met = _weigh_meetings(meets.get((tie.a, tie.b), ()), number, day, days)
            close += power * (np.log(_mix(_CLOSE, days - day)) + met) if tie.is_near else power * met
            far += np.log(_mix(_FAR, days - day)) / len(story) if tie.is_near else 0.0
        weights += np.log(share * _scale(close) + (1.0 - share) * _scale(far)) / max(1, *(heard[m] for _, m, _ in story)) ** 0.5
    return weights


def _split_stories(kin: Sequence[tuple[int, int, Tie]]) -> list[list[tuple[int, int, Tie]]]:
    """Split dated kin, sorted by day, where they lie weeks apart."""
    stories: list[list[tuple[int, int, Tie]]] = []
    for item in kin:
        if stories and item[0] - stories[-1][-1][0] <= _APART:
            stories[-1].append(item)
        else:
            stories.append([item])
    return stories


def _weigh_meetings(meetings: Sequence[Meeting], number: int, day: int, days: Days) -> Weights:
    """Return a logarithmic weight of each day from expressions that a dated article shares."""
    factors: list[tuple[float, Weights]] = []
    for meeting in meetings:
        mine, theirs = (meeting.clue_a, meeting.clue_b) if meeting.a == number else (meeting.clue_b, meeting.clue_a)
        meant = explain(mine.value, days, mine.direction)
        told = explain(theirs.value, np.array([day], dtype=np.int64), theirs.direction)
        if meant is not None and told is not None:
            match = (meant.first <= told.last[0]) & (told.first[0] <= meant.last)
            chance = max(LEAST_CHANCE, float(match.mean()))
            factors.append((chance, np.where(match, 1.0 - meeting.trust + meeting.trust / chance, 1.0 - meeting.trust)))
    total = np.zeros(len(days))
    for rank, (_, factor) in enumerate(sorted(factors, key=lambda pair: pair[0])):
        total += np.log(factor) * (1.0 if rank == 0 else LATER_POWER)
    return total


def _mix(mixture: Sequence[tuple[float, float]], distance: Days) -> Weights:
    apart = np.abs(distance).astype(np.float64)
    return np.asarray(sum(share * np.exp(-apart / scale) / (2 * scale) for share, scale in mixture) + 1e-12)


def _scale(logarithms: Weights) -> Weights:
    """Return weights that sum to one."""
    weights = np.exp(logarithms - logarithms.max())
    return np.asarray(weights / weights.sum() + 1e-15)
