"""Group the articles of a case into stories: runs of events that several articles tell.

In: readings, when each appeared, who is who, and the copies. Out: `Story` values, each article in one, and for a story taken up
again later the one it follows. Articles are joined from the most alike down (average linkage); likeness fades with the days
between them; a group that tells of two like happenings is parted again. It does not look at single events: two raids told in
one article are of one story.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accord.linking.likeness.kinship import Strengths, count_parties, measure_strength
from accord.linking.likeness.parting import part_group
from accord.linking.links import ActorLinks
from accord.model.ids import make_id
from accord.model.reading import Reading
from accord.model.record import Copy, Published, Story

_FLOOR = 0.06
_JOIN = 0.12
"""Mean strength of two groups from which they are one story: B-cubed F1 0.92 on news_cluster, 0.94 on basil."""
_FADE = 90.0
"""Days between two articles after which their likeness counts two thirds less."""
_FOLLOW = 0.09
"""Mean strength, whatever the days between, from which a later story picks an earlier one up again."""
_FOLLOW_GAP = 10
_MAIN_PARTIES = 6


@dataclass(frozen=True, slots=True)
class _Days:
    first: int
    last: int


def find_stories(
    readings: Sequence[Reading], published: Mapping[str, Published], actors: ActorLinks, copies: Sequence[Copy]
) -> tuple[Story, ...]:
    """Group articles into stories, each article in exactly one, sorted by id."""
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    strength = measure_strength(ordered, copies, floor=_FLOOR)
    days = [_find_days(published.get(reading.article.id)) for reading in ordered]
    joined = _join_groups(len(ordered), _fade(strength, days))
    groups = sorted(tuple(g[n] for n in part) for g in joined for part in part_group([ordered[n] for n in g]))
    follows = _find_follows(groups, strength, days, [count_parties(reading, actors) for reading in ordered])
    ids = [make_id("story", *(ordered[n].article.id for n in group)) for group in groups]
    stories = [
        Story(
            id=ids[place],
            title=_make_title(ordered, group, strength),
            articles=tuple(ordered[n].article.id for n in group),
            follows=ids[follows[place]] if place in follows else None,
        )
        for place, group in enumerate(groups)
    ]
    return tuple(sorted(stories, key=lambda story: story.id))


def _find_days(published: Published | None) -> _Days | None:
    if published is None or (published.start is None and published.end is None):
        return None
    start, end = published.start or published.end, published.end or published.start
    return _Days(start.toordinal(), end.toordinal()) if start and end else None


def _find_gap(a: _Days | None, b: _Days | None) -> int:
    """Return the days that certainly lie between two articles."""
    return max(0, a.first - b.last, b.first - a.last) if a and b else 0


def _fade(strength: Strengths, days: Sequence[_Days | None]) -> Strengths:
    """Return strengths that count less the more days lie between."""
    return {(a, b): value * 3 ** (-_find_gap(days[a], days[b]) / _FADE) for (a, b), value in strength.items()}


def _join_groups(size: int, strength: Strengths) -> list[tuple[int, ...]]:
    """Join articles into groups by average linkage, the strongest pair of groups first; sorted by first article."""
    members: dict[int, tuple[int, ...]] = {n: (n,) for n in range(size)}
    beside: defaultdict[int, dict[int, float]] = defaultdict(dict)
    queue: list[tuple[float, int, int]] = []
    for (a, b), value in strength.items():
        beside[a][b] = beside[b][a] = value
        queue.append((-value, a, b))
    heapq.heapify(queue)
    fresh = size
    while queue:
        value, a, b = heapq.heappop(queue)
        if -value < _JOIN:
            break
        if a not in members or b not in members:
            continue
        members[fresh] = tuple(sorted(members.pop(a) + members.pop(b)))
        for other in sorted((beside[a].keys() | beside[b].keys()) & members.keys()):
            total = beside[a].get(other, 0.0) + beside[b].get(other, 0.0)
            beside[fresh][other] = beside[other][fresh] = total
            heapq.heappush(queue, (-total / (len(members[fresh]) * len(members[other])), other, fresh))
        fresh += 1
    return sorted(members.values())


def _find_follows(
    groups: Sequence[tuple[int, ...]], strength: Strengths, days: Sequence[_Days | None], parties: Sequence[Counter[str]]
) -> dict[int, int]:
    """Return for each group that picks an earlier one up again the place of that one."""
    place_of = {n: place for place, group in enumerate(groups) for n in group}
    total: defaultdict[tuple[int, int], float] = defaultdict(float)
    for (a, b), value in strength.items():
        one, two = sorted((place_of[a], place_of[b]))
        if one != two:
            total[one, two] += value
    spans = [_span_days([days[n] for n in group]) for group in groups]
    main = [_find_main(group, parties) for group in groups]
    best: dict[int, tuple[float, int]] = {}
    for (one, two), value in sorted(total.items()):
        mean = value / (len(groups[one]) * len(groups[two]))
        first, second = spans[one], spans[two]
        if mean < _FOLLOW or first is None or second is None or not _share_parties(main[one], main[two]):
            continue
        earlier, later = (one, two) if first.last < second.first else (two, one)
        if _find_gap(first, second) >= _FOLLOW_GAP and mean > best.get(later, (0.0, 0))[0]:
            best[later] = (mean, earlier)
    return {later: earlier for later, (_, earlier) in best.items()}


def _span_days(days: Sequence[_Days | None]) -> _Days | None:
    known = [d for d in days if d is not None]
    return _Days(min(d.first for d in known), max(d.last for d in known)) if known else None


def _find_main(group: Sequence[int], parties: Sequence[Counter[str]]) -> frozenset[str]:
    """Return the parties that a group of articles names most."""
    named: Counter[str] = Counter()
    for n in group:
        named.update(parties[n])
    return frozenset(party for party, _ in sorted(named.items(), key=lambda item: (-item[1], item[0]))[:_MAIN_PARTIES])


def _share_parties(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two groups have main parties in common; groups that name none are judged by their words alone."""
    return not a or not b or len(a & b) >= min(2, len(a), len(b))


def _make_title(readings: Sequence[Reading], group: Sequence[int], strength: Strengths) -> str:
    """Return the title of the article most like the others, or its first sentence, or the first that any article has."""

    def centrality(n: int) -> float:
        return sum(strength.get((min(n, m), max(n, m)), 0.0) for m in group if m != n)

    ranked = sorted(group, key=lambda n: (-centrality(n), n))
    titles = [title for n in ranked if (title := readings[n].article.title)]
    return titles[0] if titles else next((text for n in ranked if (text := _first_sentence(readings[n]))), "")


def _first_sentence(reading: Reading) -> str:
    sentences = reading.sentences
    return reading.article.text[sentences[0].start : sentences[0].end] if sentences else ""
