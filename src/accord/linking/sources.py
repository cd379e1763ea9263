"""The lines of articles and of the sources that published them.

In: the case. Out: one `Article` per reading and one `Source` per name, whatever its spelling in capitals.
"""

from collections import Counter, defaultdict

from accord.linking.case import Case, fold
from accord.linking.events.reports import find_source_actor
from accord.model.ids import make_id
from accord.model.record import Article, Source, SourceType


def list_sources(case: Case) -> tuple[Source, ...]:
    """Return the sources of a case, sorted by id; name and type are those that most of its articles give."""
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    types: defaultdict[str, Counter[SourceType]] = defaultdict(Counter)
    for reading in case.readings:
        if reading.article.source_name:
            key = source_id(reading.article.source_name)
            names[key][reading.article.source_name] += 1
            if reading.article.source_type != "unknown":
                types[key][reading.article.source_type] += 1
    sources = []
    for key in sorted(names):
        name = min(names[key], key=lambda text: (-names[key][text], text))
        kinds = types[key]
        kind: SourceType = min(kinds, key=lambda text: (-kinds[text], text)) if kinds else "unknown"
        actor = find_source_actor(case, name)
        country = case.actor_by_id[actor].country if actor is not None else None
        sources.append(Source(id=key, name=name, type=kind, country=country))
    return tuple(sources)


def source_id(name: str) -> str:
    """Return the id of a source from its name."""
    return make_id("source", fold(name))


def list_articles(case: Case) -> tuple[Article, ...]:
    """Return the articles of a case, sorted by id."""
    return tuple(
        Article(
            id=article.id,
            source=source_id(article.source_name) if article.source_name else None,
            path=article.path,
            title=article.title,
            byline=article.byline,
            published=case.published.get(article.id, article.published),
            language=article.language,
            length=len(article.text),
            removed=tuple(sorted(article.removed)),
        )
        for article in (reading.article for reading in case.readings)
    )
