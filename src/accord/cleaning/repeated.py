"""Furniture that shows only across a case: lines that one source prints again and again at the head or foot of its articles."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from accord.cleaning.lines import Line, fold, split_lines
from accord.model.reading import CleanArticle
from accord.model.record import Removed

_EDGE = 4
"""Kept lines from either end that may be furniture."""
_SMALL, _LARGE_COUNT, _LARGE_SHARE = 4, 3, 0.3
_MIN_LETTERS = 4
_MAX_WORDS = 60


def find_repeated(articles: Sequence[CleanArticle]) -> dict[str, tuple[Removed, ...]]:
    """Return, by article id, kept lines that stand at the head or foot of several articles of the same source.

    Two articles of a source suffice where the case holds up to four of it; beyond, three and 30 per cent of them.
    Articles without a source, and copies of one text, tell nothing.
    """
    by_source: dict[str, list[CleanArticle]] = defaultdict(list)
    for article in articles:
        if article.source_name:
            by_source[article.source_name].append(article)
    found: dict[str, tuple[Removed, ...]] = {}
    for name, group in sorted(by_source.items()):
        found |= _find_in_source(name, group)
    return found


def _find_in_source(name: str, group: Sequence[CleanArticle]) -> dict[str, tuple[Removed, ...]]:
    edges = {article.id: _find_edges(article) for article in group}
    bodies = {article.id: _fold_body(article) for article in group}
    distinct = {body: id_ for id_, body in sorted(bodies.items(), reverse=True)}
    counts = Counter(key for id_ in distinct.values() for key in {fold(line.plain) for line in edges[id_]})
    wanted = 2 if len(distinct) <= _SMALL else max(_LARGE_COUNT, round(_LARGE_SHARE * len(distinct)))
    found = {}
    for article in group:
        lines = [line for line in edges[article.id] if counts[fold(line.plain)] >= wanted]
        if lines:
            found[article.id] = tuple(Removed(line.start, line.end, f"repeated in {name}") for line in lines)
    return found


def _find_edges(article: CleanArticle) -> list[Line]:
    """Return the kept lines nearest to the head and foot that may be furniture: not the title, not long."""
    body = [p for p in article.paragraphs if p.kind == "body"]
    edge = body if len(body) <= 2 * _EDGE else [*body[:_EDGE], *body[-_EDGE:]]
    lines = (
        Line(p.start + line.start, p.start + line.end, line.plain)
        for p in edge
        for line in split_lines(article.text[p.start : p.end])
    )
    return [line for line in lines if line.words <= _MAX_WORDS and len(fold(line.plain)) >= _MIN_LETTERS]


def _fold_body(article: CleanArticle) -> str:
    """Return the body without its edges' accidents, so that copies of one text count once."""
    body = [fold(article.text[p.start : p.end]) for p in article.paragraphs if p.kind == "body"]
    return max(body, key=len, default="")
