"""Find out when the undated articles of a case appeared.

In: readings, who is who in them, and their copies. Out: for each article that states its date, has one in its metadata,
or can be dated, a `Published`. The undated ones are solved together: each is an unknown day, weighed by its own expressions
(`dating_clues`) and tied to others by copies, likeness, and expressions that tell one event (`dating_ties`), then all are
weighed at once (`dating_graph`). An inferred date is the shortest run of days that holds nearly all of the weight, with the
expressions it rests on. An article whose days stay too many gets no date.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from accord.linking.dating.calendar import Days, Weights, to_date, to_day
from accord.linking.dating.clues import Clue, find_clues, has_dated_news, latest_known, weigh_days, weigh_page_day
from accord.linking.dating.graph import Link, spread_beliefs
from accord.linking.dating.kin import Meets, group_meetings, make_links, weigh_kin
from accord.linking.dating.ties import Meeting, Tie, find_meetings, find_ties
from accord.linking.links import ActorLinks
from accord.model.reading import Reading
from accord.model.record import Copy, Published, Span

_COVER = 0.93
"""Share of the weight that the reported days must hold."""
_WIDEST = 31
"""Days beyond which an inferred date says too little to be one."""
_BEFORE = 800
_AFTER = 2200
"""Days around what is known in which an undated article is sought: before its dated kin, after the latest date it names."""
_DAY_LATE = 0.10
"""Share of articles that appear a day after the day that all else says."""
_EVIDENCE = 6

_Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Case:
    """Readings by number, with their clues and the days of those that are dated."""

    readings: Sequence[Reading]
    clues: Sequence[tuple[Clue, ...]]
    known: dict[int, _Bounds]
    ties: Sequence[Tie]
    meetings: Sequence[Meeting]


def date_articles(readings: Sequence[Reading], actors: ActorLinks, copies: Sequence[Copy]) -> dict[str, Published]:
    """Return when each article appeared; an article that cannot be dated has no entry.

    Stated dates and those of metadata are kept as they are.
    """
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    published = {r.article.id: r.article.published for r in ordered if r.article.published and r.article.published.start}
    known = {n: _bounds(published[r.article.id]) for n, r in enumerate(ordered) if r.article.id in published}
    if len(known) == len(ordered):
        return published
    clues = [find_clues(reading, actors) for reading in ordered]
    ties = find_ties(ordered, copies, known)
    case = _Case(ordered, clues, known, ties, find_meetings(clues, ties))
    for group in _find_groups(len(ordered), known, ties):
        for number, found in _solve_group(case, group).items():
            published[ordered[number].article.id] = found
    return dict(sorted(published.items()))


def _bounds(published: Published) -> _Bounds:
    start = published.start or published.end
    if start is None:
        raise ValueError("a dated article needs a day")
    return to_day(start), to_day(published.end or start)


def _find_groups(size: int, known: dict[int, _Bounds], ties: Sequence[Tie]) -> list[list[int]]:
    """Return the undated articles in groups that must be solved together."""
    leader = list(range(size))

    def lead(n: int) -> int:
        while leader[n] != n:
            leader[n] = leader[leader[n]]
            n = leader[n]
        return n

    for tie in ties:
        if tie.a not in known and tie.b not in known:
            first, second = sorted((lead(tie.a), lead(tie.b)))
            leader[second] = first
    groups: dict[int, list[int]] = {}
    for number in range(size):
        if number not in known:
            groups.setdefault(lead(number), []).append(number)
    return list(groups.values())


def _solve_group(case: _Case, group: Sequence[int]) -> dict[int, Published]:
    """Return the dates of the undated articles of one group, those that can be dated."""
    inside = set(group)
    ties = [tie for tie in case.ties if tie.a in inside or tie.b in inside]
    days = _find_span(case, ties, group)
    if days is None:
        return {}
    place = {number: at for at, number in enumerate(group)}
    meets = group_meetings([m for m in case.meetings if m.a in inside or m.b in inside])
    alone = [_weigh_alone(case, n, days) + weigh_kin(n, ties, meets, case.known, days) for n in group]
    links = make_links([tie for tie in ties if tie.a in inside and tie.b in inside], meets, days, place)
    beliefs = spread_beliefs(alone, links, _order(links, len(group)))
    found: dict[int, Published] = {}
    for number in group:
        start, end = _shortest(_soften(beliefs[place[number]]), _COVER)
        if end - start < _WIDEST and start > 0 and end < len(days) - 1:
            bounds = (int(days[start]), int(days[end]))
            evidence = _collect_evidence(case, number, meets)
            found[number] = Published(to_date(bounds[0]), to_date(bounds[1]), "inferred", evidence)
    return found


def _weigh_alone(case: _Case, number: int, days: Days) -> Weights:
    """Return what an article's own words weigh: the expressions of its text, and the day of its dateline."""
    return weigh_days(case.clues[number], days) + weigh_page_day(case.readings[number].article.page_day, days)


def _order(links: Sequence[Link], size: int) -> list[int]:
    """Return the nodes outwards from the first one of each tree, so that each has one link to an earlier one."""
    beside: dict[int, list[int]] = {}
    for link in links:
        beside.setdefault(link.a, []).append(link.b)
        beside.setdefault(link.b, []).append(link.a)
    order: list[int] = []
    seen: set[int] = set()
    for root in range(size):
        queue = [root] if root not in seen else []
        seen.update(queue)
        for node in queue:
            order.append(node)
            found = [n for n in sorted(beside.get(node, ())) if n not in seen]
            seen.update(found)
            queue.extend(found)
    return order


def _find_span(case: _Case, ties: Sequence[Tie], group: Sequence[int]) -> Days | None:
    """Return the days in which a group is sought, or None where no dated kin and no news names a year."""
    anchors = [day for tie in ties for n in (tie.a, tie.b) if n in case.known for day in case.known[n]]
    latest = [day for n in group if (day := latest_known(case.clues[n])) is not None]
    if not anchors and not any(has_dated_news(case.clues[n]) for n in group):
        return None
    first = min([*anchors, *latest]) - _BEFORE
    last = max([*anchors, *latest]) + (_BEFORE if anchors else _AFTER)
    return np.arange(first, last, dtype=np.int64)


def _soften(belief: Weights) -> Weights:
    """Return a belief that leaves room for papers that print a day later than their text and its kin suggest."""
    moved = (1.0 - _DAY_LATE) * belief
    moved[1:] += _DAY_LATE * belief[:-1]
    return np.asarray(moved)


def _shortest(belief: Weights, cover: float) -> tuple[int, int]:
    """Return the first and last place of the shortest run that holds a share of the weight."""
    total = np.concatenate(([0.0], np.cumsum(belief)))
    ends = np.searchsorted(total, total[:-1] + cover * total[-1] - 1e-9)
    lengths = np.where(ends < len(total), ends - np.arange(len(belief)), len(belief) + 1)
    start = int(np.argmin(lengths))
    return start, min(int(ends[start]), len(belief)) - 1


def _collect_evidence(case: _Case, number: int, meets: Meets) -> tuple[Span, ...]:
    """Return the expressions a date rests on: its own of the first lines and with year, and those told of one event."""
    own = {clue.index: clue for clue in case.clues[number] if clue.is_lead and clue.direction <= 0}
    other: dict[tuple[int, int], Clue] = {}
    for (a, b), meetings in sorted(meets.items()):
        if number in (a, b):
            for meeting in meetings:
                mine, theirs = (meeting.clue_a, meeting.clue_b) if a == number else (meeting.clue_b, meeting.clue_a)
                own[mine.index] = mine
                other[b if a == number else a, theirs.index] = theirs
    article = case.readings[number].article
    spans = [Span(article.id, day.start, day.end, article.text[day.start : day.end])] if (day := article.page_day) else []
    spans += [_span(case.readings[number], clue) for _, clue in sorted(own.items())][:_EVIDENCE]
    spans += [_span(case.readings[n], clue) for (n, _), clue in list(other.items())[:_EVIDENCE]]
    return tuple(spans) or _cite_kin(case, number)


def _span(reading: Reading, clue: Clue) -> Span:
    article, expression = reading.article, clue.expression
    return Span(article.id, expression.start, expression.end, article.text[expression.start : expression.end])


def _cite_kin(case: _Case, number: int) -> tuple[Span, ...]:
    """Return the first sentence of the articles whose likeness dates one that names no day itself."""
    kin = [tie.b if tie.a == number else tie.a for tie in case.ties if number in (tie.a, tie.b)]
    spans: list[Span] = []
    for n in sorted(kin)[:_EVIDENCE]:
        article, sentences = case.readings[n].article, case.readings[n].sentences
        if sentences:
            start, end = sentences[0].start, sentences[0].end
            spans.append(Span(article.id, start, end, article.text[start:end]))
    return tuple(spans)
