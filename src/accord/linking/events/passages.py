"""Which reports, and which namings of agreements, stand in copied passages.

In: reports or instruments, and the case's copies. Out: pairs of them from different articles that stand in the two sides of
one copy. It does not say that they are one event or one agreement.
"""

from collections import defaultdict
from collections.abc import Sequence

from accord.linking.case import Case, fold
from accord.model.record import Copy, Report, Span

_SAME_PLACE = 0.35
"""Share of a copied passage by which the same words may stand apart in its two sides."""


def find_copied_reports(case: Case, reports: Sequence[Report]) -> set[tuple[str, str]]:
    """Return the pairs of report ids, smaller first, that tell with one wording."""
    by_article: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_article[report.article].append(report)
    pairs: set[tuple[str, str]] = set()
    for copy in case.copies:
        for one in by_article.get(copy.a.article, ()):
            if not _holds(copy.a, one.trigger):
                continue
            for other in by_article.get(copy.b.article, ()):
                if _holds(copy.b, other.trigger) and _are_alike(copy, one, other):
                    pairs.add((min(one.id, other.id), max(one.id, other.id)))
    return pairs


def _holds(passage: Span, trigger: Span) -> bool:
    return passage.start <= trigger.start and trigger.end <= passage.end


def _are_alike(copy: Copy, one: Report, other: Report) -> bool:
    """Whether two triggers have one wording and stand at about the same share of the passage."""
    if one.trigger.text.casefold() != other.trigger.text.casefold():
        return False
    first = (one.trigger.start - copy.a.start) / max(1, copy.a.end - copy.a.start)
    second = (other.trigger.start - copy.b.start) / max(1, copy.b.end - copy.b.start)
    return abs(first - second) < _SAME_PLACE


def find_copied_namings(case: Case) -> frozenset[tuple[tuple[str, int], tuple[str, int]]]:
    """Return the namings of two articles that stand in the same place of a copied passage: article and index, smaller first."""
    readings = {reading.article.id: reading for reading in case.readings}
    found: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for copy in case.copies:
        inside = [
            [
                (n, (draft.start - side.start) / max(1, side.end - side.start), fold(draft.text))
                for n, draft in enumerate(readings[side.article].instruments)
                if side.start <= draft.start and draft.end <= side.end
            ]
            for side in (copy.a, copy.b)
        ]
        for n, place, text in inside[0]:
            for m, other_place, other_text in inside[1]:
                if text == other_text and abs(place - other_place) < _SAME_PLACE:
                    first, second = sorted(((copy.a.article, n), (copy.b.article, m)))
                    found.add((first, second))
    return frozenset(found)
