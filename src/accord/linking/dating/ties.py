"""What ties the days of different articles together.

In: readings, their clues, copies and actors. Out: `Tie`s between articles that must lie near each other (copies, likeness,
shared actors), and `Meeting`s between expressions that date one event in two articles. It weighs nothing itself.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from accord.linking.dating.calendar import find_bounds
from accord.linking.dating.clues import Clue, Deed
from accord.linking.likeness.kinship import measure_strength
from accord.linking.likeness.similarity import compare
from accord.model.reading import Reading
from accord.model.record import Copy

_LIKELY = 0.17
_KIN = 0.08
"""Strengths from which two articles are mostly of one story, and at least about the same people."""
_DATED_KIN = 3
_CLOSE = 6
"""Dated and other articles that each article is tied to at most."""
_SAME_EVENT = 0.40
_NEWS_AND_PAST = 0.75
"""What likeness of words counts where one article tells as news what the other recalls: alike words are then often a habit."""
_TRUST = 0.9
_CLUES = 40


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles, by number, and how strongly they belong together; `is_near` where it says that days lie close."""

    a: int
    b: int
    strength: float
    is_near: bool = True


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two expressions in two articles that date the same event, with a trust from 0 to 1."""

    a: int
    b: int
    clue_a: Clue
    clue_b: Clue
    trust: float


def find_ties(readings: Sequence[Reading], copies: Sequence[Copy], known: Mapping[int, tuple[int, int]]) -> list[Tie]:
    """Return the ties that matter for dating: each undated article's nearest dated kin, and its nearest undated."""
    strength = measure_strength(readings, copies, floor=_KIN)
    near: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), value in strength.items():
        near[a].append((-value, b))
        near[b].append((-value, a))
    chosen: dict[tuple[int, int], Tie] = {}
    for n in range(len(readings)):
        if n in known:
            continue
        others = sorted(near[n])
        for tie in (*_tie_dated(n, others, known), *_tie_undated(n, others, known)):
            chosen.setdefault((tie.a, tie.b), tie)
    return _keep_forest([chosen[pair] for pair in sorted(chosen)], known)


def _tie_dated(n: int, others: Sequence[tuple[float, int]], known: Mapping[int, tuple[int, int]]) -> list[Tie]:
    """Tie an article to its nearest dated ones, or to the one nearest of mere kin."""
    dated = [(-value, m) for value, m in others if m in known]
    best = [pair for pair in dated if pair[0] >= _LIKELY][:_DATED_KIN] or dated[:1]
    return [Tie(min(n, m), max(n, m), value) for value, m in best]


def _tie_undated(n: int, others: Sequence[tuple[float, int]], known: Mapping[int, tuple[int, int]]) -> list[Tie]:
    undated = [(-value, m) for value, m in others if m not in known and -value >= _LIKELY][:_CLOSE]
    return [Tie(min(n, m), max(n, m), value) for value, m in undated]


def _keep_forest(ties: Sequence[Tie], known: Mapping[int, tuple[int, int]]) -> list[Tie]:
    """Let only ties that tell something of their own say that days lie near.

    Among undated articles these are the strongest that form no ring; a dated article that is mere kin speaks once to a whole
    group. All other ties remain for the expressions they let meet.
    """
    leader: dict[int, int] = {}
    spoken: set[tuple[int, int]] = set()

    def lead(n: int) -> int:
        while leader.get(n, n) != n:
            n = leader[n]
        return n

    kept: list[Tie] = []
    for tie in sorted(ties, key=lambda t: (-t.strength, t.a, t.b)):
        if tie.a in known or tie.b in known:
            dated, undated = (tie.a, tie.b) if tie.a in known else (tie.b, tie.a)
            tells = tie.strength >= _LIKELY or (lead(undated), dated) not in spoken
            spoken.add((lead(undated), dated))
        else:
            a, b = lead(tie.a), lead(tie.b)
            leader[max(a, b)] = min(a, b)
            tells = a != b
        kept.append(replace(tie, is_near=tells))
    return sorted(kept, key=lambda t: (t.a, t.b))


def find_meetings(clues: Sequence[tuple[Clue, ...]], ties: Sequence[Tie]) -> list[Meeting]:
    """Return the pairs of expressions in tied articles that date one event: the words around them are alike."""
    return [meeting for tie in ties for meeting in _match_clues(tie, clues[tie.a][:_CLUES], clues[tie.b][:_CLUES])]


def _match_clues(tie: Tie, ours: Sequence[Clue], theirs: Sequence[Clue]) -> list[Meeting]:
    """Pair each expression with the one it resembles most, once."""
    scored = [
        (_rate_event(a, b), a.index, b.index, a, b)
        for a in ours
        for b in theirs
        if not (find_bounds(a.value) and find_bounds(b.value)) and _may_meet(a, b)
    ]
    used_a: set[int] = set()
    used_b: set[int] = set()
    found: list[Meeting] = []
    for score, i, j, a, b in sorted((s for s in scored if s[0] >= _SAME_EVENT), key=lambda s: (-s[0], s[1], s[2])):
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            found.append(Meeting(tie.a, tie.b, a, b, min(_TRUST, score + 0.2)))
    return found


def _rate_event(a: Clue, b: Clue) -> float:
    """Return from 0 to 1 how likely two expressions date one event: by the words around them, or by the acts told."""
    words = compare(a.about, b.about)
    if _is_news(a) != _is_news(b):
        words *= _NEWS_AND_PAST
    return max([words, *(_rate_deeds(one, two, words) for one in a.deeds for two in b.deeds)])


def _is_news(clue: Clue) -> bool:
    """Whether an expression tells of the days around its article: a weekday, or anything in the first sentences."""
    return clue.value.form == "weekday" or clue.is_lead


def _rate_deeds(a: Deed, b: Deed, words: float) -> float:
    """Return how likely two acts are one: by kind, stage of an agreement, parties, and words."""
    if a.event_type != b.event_type or (a.stage != b.stage and a.stage and b.stage):
        return 0.0
    if a.subject and b.subject and not a.subject & b.subject:
        return 0.0
    same_stage = a.stage is not None and a.stage == b.stage
    return 0.1 + 0.2 * same_stage + 0.15 * (a.lemma == b.lemma) + 0.2 * bool(a.parties & b.parties) + 0.4 * words


def _may_meet(a: Clue, b: Clue) -> bool:
    """Whether two expressions can date one event: not two counted from unknown days, not a bare year, not an open start."""
    if any(c.value.modifier == "since" or (c.value.form == "date" and c.value.month is None) for c in (a, b)):
        return False
    return not (a.value.form == b.value.form == "relative")
