"""Sources as pages show them: what they published, whose voices they carry, what they share, where they stand alone.

In: a `RecordIndex`. Out: `SourceView`s, those with most articles first; articles that name no source stand together.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from accord.model.record import Article, Report
from accord.views.index import RecordIndex
from accord.views.labels import say_word
from accord.views.passages import Name

NO_SOURCE = "Source not named"


@dataclass(frozen=True, slots=True)
class CountedName:
    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """`alone` counts the events that no other source reports; `copies` the passages shared with each other source."""

    id: str
    name: str
    type: str
    articles: tuple[Name, ...]
    reports: int
    events: int
    alone: int
    voices: tuple[CountedName, ...]
    copies: tuple[CountedName, ...]


def view_sources(index: RecordIndex) -> tuple[SourceView, ...]:
    """Return all sources, by the number of their articles."""
    articles: defaultdict[str, list[Article]] = defaultdict(list)
    reports: defaultdict[str, list[Report]] = defaultdict(list)
    tellers: defaultdict[str, set[str]] = defaultdict(set)
    for article in index.record.articles:
        articles[article.source or ""].append(article)
    for report in index.record.reports:
        source = _find_source(index, report.article)
        reports[source].append(report)
        tellers[report.event].add(source)
    shared = _count_copies(index)
    views = []
    for source in sorted({*articles, *index.sources}):
        found = index.sources.get(source)
        events = {report.event for report in reports[source]}
        views.append(
            SourceView(
                id=source or "source-none",
                name=found.name if found else NO_SOURCE,
                type=say_word(found.type) if found and found.type != "unknown" else "",
                articles=tuple(Name(one.id, one.title or one.path) for one in articles[source]),
                reports=len(reports[source]),
                events=len(events),
                alone=sum(tellers[event] == {source} for event in events),
                voices=_count_voices(index, reports[source]),
                copies=shared.get(source, ()),
            )
        )
    return tuple(sorted(views, key=lambda view: (-len(view.articles), view.name, view.id)))


def _find_source(index: RecordIndex, article: str) -> str:
    found = index.articles.get(article)
    return (found.source or "") if found else ""


def _name_source(index: RecordIndex, article: str) -> str:
    return index.name_source(article) if _find_source(index, article) else "an article that names no source"


def _count_voices(index: RecordIndex, reports: list[Report]) -> tuple[CountedName, ...]:
    """Count whose word a source's reports give, by their innermost voice; its own word is not counted."""
    counts: Counter[str] = Counter()
    for report in reports:
        if report.voices and report.voices[-1].text != index.name_source(report.article):
            voice = report.voices[-1]
            counts[index.name_actors([voice.actor]) if voice.actor else " ".join(voice.text.split())] += 1
    return _rank(counts)


def _count_copies(index: RecordIndex) -> dict[str, tuple[CountedName, ...]]:
    """Count the passages that each source shares with another, by the other's name."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for copy in index.record.copies:
        for mine, other in ((copy.a, copy.b), (copy.b, copy.a)):
            counts[_find_source(index, mine.article)][_name_source(index, other.article)] += 1
    return {source: _rank(counted) for source, counted in counts.items()}


def _rank(counts: Counter[str]) -> tuple[CountedName, ...]:
    return tuple(CountedName(text, count) for text, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))
