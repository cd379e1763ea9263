"""Which reports stand in copied passages.

In: reports and the case's copies. Out: pairs of reports of different articles whose triggers stand in the two sides of one
copy. It does not say that they are one event.
"""

from collections import defaultdict
from collections.abc import Sequence

from accord.linking.case import Case
from accord.model.record import Copy, Report, Span


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
    return abs(first - second) < 0.35
