"""Articles as a reading view: paragraphs cut into pieces that say what stands there and what can be opened.

In: a `RecordIndex` and stored texts. Out: `ArticleView`s. Every character of a text is in exactly one piece, except the line
breaks between paragraphs. Pieces are plain text: escaping is the page's work.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accord.model.record import Article, Mention, Removed, Report, Span
from accord.views.dates import DateView, view_date
from accord.views.index import RecordIndex
from accord.views.labels import PUBLISHED_BASES
from accord.views.passages import Passage, view_passage

_PARAGRAPH = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of which one thing holds: `anchor` where a line of the record opens, `event` where a trigger stands.

    `twins` are given where a copied passage begins: where its wording stands elsewhere.
    """

    text: str
    start: int
    anchor: bool = False
    removed: str = ""
    event: str = ""
    mention: str = ""
    name: str = ""
    copied: bool = False
    twins: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceView:
    """Pieces that are opened together: a reported sentence, or what stands between two. `start` is None between."""

    start: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ParagraphView:
    sentences: tuple[SentenceView, ...]
    removed: bool
    title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article with what is known of it. `inlined` is false where a page leaves its text out."""

    id: str
    title: str
    source: str
    byline: str
    path: str
    published: DateView
    published_basis: str
    published_evidence: tuple[Passage, ...]
    events: int
    inlined: bool
    paragraphs: tuple[ParagraphView, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """All that can be marked in the texts of a case, by article."""

    anchors: Mapping[str, frozenset[int]]
    reports: Mapping[str, tuple[Report, ...]]
    mentions: Mapping[str, tuple[Mention, ...]]
    copies: Mapping[str, tuple[tuple[Span, Passage], ...]]


def view_articles(index: RecordIndex, texts: Mapping[str, str], budget: int) -> tuple[ArticleView, ...]:
    """Return all articles by date; texts are inlined in that order until `budget` characters are used."""
    marks = find_marks(index)
    views = []
    for article in sorted(index.record.articles, key=_order):
        text = texts.get(article.id, "")
        inlined = bool(text) and len(text) <= budget
        budget -= len(text) if inlined else 0
        views.append(view_article(index, article, text if inlined else "", marks))
    return tuple(views)


def view_article(index: RecordIndex, article: Article, text: str, marks: Marks) -> ArticleView:
    """Return one article; an empty text is one that the page leaves out."""
    reports = marks.reports.get(article.id, ())
    return ArticleView(
        id=article.id,
        title=article.title or "(without a title)",
        source=index.name_source(article.id) if article.source else "",
        byline=article.byline or "",
        path=article.path,
        published=view_date(article.published),
        published_basis=PUBLISHED_BASES[article.published.basis] if article.published else "nothing dates it",
        published_evidence=tuple(view_passage(index, span) for span in article.published.evidence) if article.published else (),
        events=len({report.event for report in reports}),
        inlined=bool(text),
        paragraphs=_cut_paragraphs(index, article, text, marks) if text else (),
    )


def find_marks(index: RecordIndex) -> Marks:
    """Collect what is marked in each article, and each position that a line of the record points at."""
    record = index.record
    anchors: defaultdict[str, set[int]] = defaultdict(set)
    for span in _list_spans(index):
        anchors[span.article].add(span.start)
    reports: defaultdict[str, list[Report]] = defaultdict(list)
    for report in record.reports:
        reports[report.article].append(report)
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in record.mentions:
        if mention.form != "pronoun":
            mentions[mention.article].append(mention)
    copies: defaultdict[str, list[tuple[Span, Passage]]] = defaultdict(list)
    for copy in record.copies:
        copies[copy.a.article].append((copy.a, view_passage(index, copy.b)))
        copies[copy.b.article].append((copy.b, view_passage(index, copy.a)))
    return Marks(
        {article: frozenset(starts) for article, starts in anchors.items()},
        {article: tuple(found) for article, found in reports.items()},
        {article: tuple(found) for article, found in mentions.items()},
        {article: tuple(found) for article, found in copies.items()},
    )


def _list_spans(index: RecordIndex) -> Iterable[Span]:
    record = index.record
    for report in record.reports:
        yield report.span
        if report.date and report.date.evidence:
            yield report.date.evidence
    for article in record.articles:
        if article.published:
            yield from article.published.evidence
    for figure in record.figures:
        yield from figure.reports
    for copy in record.copies:
        yield from (copy.a, copy.b)
    for actor in record.actors:
        for evidence in (*(role.evidence for role in actor.roles), *(tie.evidence for tie in actor.member_of)):
            yield from evidence


def _order(article: Article) -> tuple[str, str, str]:
    published = article.published
    first = (published.start or published.end) if published else None
    return str(first or "9999"), article.path, article.id


def _cut_paragraphs(index: RecordIndex, article: Article, text: str, marks: Marks) -> tuple[ParagraphView, ...]:
    canvas = _Canvas(index, article, text, marks)
    views = []
    for found in _PARAGRAPH.finditer(text):
        if not found.group().strip():
            continue
        sentences = canvas.cut(found.start(), found.end())
        pieces = [piece for sentence in sentences for piece in sentence.pieces]
        removed = all(piece.removed for piece in pieces if piece.text.strip())
        title = bool(article.title) and " ".join(found.group().split()) == " ".join((article.title or "").split())
        views.append(ParagraphView(sentences, removed, title and not removed))
    return tuple(views)


class _Canvas:
    """One text cut at every edge of a mark, with what covers each part."""

    def __init__(self, index: RecordIndex, article: Article, text: str, marks: Marks) -> None:
        reports = marks.reports.get(article.id, ())
        mentions = marks.mentions.get(article.id, ())
        copies = marks.copies.get(article.id, ())
        self._text = text
        self._anchors = marks.anchors.get(article.id, frozenset())
        self._sentences = _keep_apart(report.span for report in reports)
        self._starts = [span.start for span in self._sentences]
        copied = [span for span, _ in copies]
        marked: list[Span | Removed | Mention] = [*article.removed, *mentions, *copied, *self._sentences]
        spans = [(one.start, one.end) for one in marked]
        spans += [(report.trigger.start, report.trigger.end) for report in reports]
        breaks = [edge for found in _PARAGRAPH.finditer(text) for edge in found.span()]
        edges = {edge for span in spans for edge in span} | self._anchors | {*breaks, 0, len(text)}
        self._edges = sorted(edge for edge in edges if 0 <= edge <= len(text))
        self._removed = self._paint((one, one.reason) for one in article.removed)
        self._copied = self._paint((span, "copied") for span in copied)
        self._twins: defaultdict[int, list[Passage]] = defaultdict(list)
        for span, twin in copies:
            self._twins[span.start].append(twin)
        self._events = self._paint((report.trigger, report.event) for report in reversed(reports))
        named = sorted(mentions, key=lambda mention: (mention.start - mention.end, mention.id))
        self._mentions = self._paint((one, "place" if one.place else "actor" if one.actor else "") for one in named)
        self._names = self._paint((one, _name_mention(index, one)) for one in named)

    def cut(self, start: int, end: int) -> tuple[SentenceView, ...]:
        """Return the characters from `start` to `end` as pieces, those of one reported sentence together."""
        views: list[tuple[int | None, list[Piece]]] = []
        first, last = bisect_left(self._edges, start), bisect_left(self._edges, end)
        for at in range(first, last):
            piece = self._make_piece(at)
            sentence = self._find_sentence(piece.start)
            if not views or views[-1][0] != sentence:
                views.append((sentence, []))
            views[-1][1].append(piece)
        return tuple(
            SentenceView(sentence if sentence == pieces[0].start else None, tuple(pieces)) for sentence, pieces in views
        )

    def _make_piece(self, at: int) -> Piece:
        start, end = self._edges[at], self._edges[at + 1]
        return Piece(
            text=self._text[start:end],
            start=start,
            anchor=start in self._anchors and self._find_sentence(start) != start,
            removed=self._removed.get(at, ""),
            event=self._events.get(at, ""),
            mention=self._mentions.get(at, ""),
            name=self._names.get(at, ""),
            copied=at in self._copied,
            twins=tuple(self._twins.get(start, ())),
        )

    def _find_sentence(self, position: int) -> int | None:
        """Return where the reported sentence begins that holds a position, or None."""
        at = bisect_right(self._starts, position) - 1
        return self._starts[at] if at >= 0 and position < self._sentences[at].end else None

    def _paint(self, marks: Iterable[tuple[Span | Removed | Mention, str]]) -> dict[int, str]:
        """Return what covers each part; of two marks on one part the later holds."""
        painted: dict[int, str] = {}
        for span, value in marks:
            for at in range(bisect_left(self._edges, span.start), bisect_left(self._edges, span.end)):
                painted[at] = value
        return painted


def _keep_apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order without those that overlap one before."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _name_mention(index: RecordIndex, mention: Mention) -> str:
    return index.name_place(mention.place) if mention.place else index.name_actors([mention.actor] if mention.actor else [])
