"""The whole of a case as one page shows it: what is in it, how well it is founded, and every part.

In: a `Record` and the stored texts by article. Out: a `CaseView`. It knows nothing about HTML.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from accord.model.record import Event, Record
from accord.views.actors import ActorView, view_actors
from accord.views.agreements import AgreementView, view_agreements
from accord.views.articles import ArticleView, view_articles
from accord.views.dates import say_month
from accord.views.disagreements import DisagreementView, view_disagreements
from accord.views.events import EventView, rests_on_interested, view_events
from accord.views.figures import FigureView, view_figures
from accord.views.index import RecordIndex
from accord.views.labels import QUADS, STATUSES, TYPES, join_names
from accord.views.passages import Name
from accord.views.selection import sort_by_date
from accord.views.sources import SourceView, view_sources
from accord.views.timeline import MonthView, view_timeline

Code = TypeVar("Code", bound=str)

TEXT_BUDGET = 2_000_000
"""Characters of articles that one page holds; a browser opens some ten times as much, but nobody waits for it."""
EVENT_LIMIT = 1_500
"""Events that one page holds; in larger cases those that most articles report."""
ACTOR_LIMIT = 3_000
"""Actors that one page lists; in larger cases those of most events, then of most mentions."""
_TITLE_ACTORS = 3


@dataclass(frozen=True, slots=True)
class StoryView:
    title: str
    articles: int
    follows: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a reader can filter by, and how many events it leaves."""

    value: str
    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The case in numbers. `alone` events rest on one origin, `interested` ones on the word of their parties only."""

    articles: int
    sources: int
    unsourced: int
    events: int
    actors: int
    reports: int
    origins: int
    alone: int
    interested: int
    undated_events: int
    undated_articles: int
    worked_out: int
    disputed: int
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    title: str
    span: str
    totals: Totals
    quads: tuple[Choice, ...]
    stories: tuple[StoryView, ...]
    timeline: tuple[MonthView, ...]
    background: tuple[MonthView, ...]
    undated: tuple[EventView, ...]
    actor_choices: tuple[Choice, ...]
    type_choices: tuple[Choice, ...]
    status_choices: tuple[Choice, ...]
    actors: tuple[ActorView, ...]
    agreements: tuple[AgreementView, ...]
    disagreements: tuple[DisagreementView, ...]
    figures: tuple[FigureView, ...]
    sources: tuple[SourceView, ...]
    articles: tuple[ArticleView, ...]
    shown: frozenset[str]
    """Ids of what the page holds, articles only with their text, so that links to anything else can be left out."""


def view_case(record: Record, texts: Mapping[str, str]) -> CaseView:
    """Return a case as one page: all of it, or of a large one what most articles report."""
    index = RecordIndex(record)
    kept = sorted(record.events, key=lambda event: (-event.articles, event.id))[:EVENT_LIMIT]
    events = view_events(index, sort_by_date(kept))
    news = [event for event in events if not event.historical]
    recalled = [event for event in events if event.historical]
    actors = view_actors(index)[:ACTOR_LIMIT]
    articles = view_articles(index, texts, TEXT_BUDGET)
    return CaseView(
        title=_find_title(actors),
        span=_find_span(news),
        totals=_count(record, len(kept)),
        quads=_count_choices([event.quad for event in events], QUADS),
        stories=_view_stories(record),
        timeline=view_timeline(news),
        background=view_timeline(recalled),
        undated=tuple(event for event in events if event.date.precision == "none"),
        actor_choices=_choose_actors(events),
        type_choices=_count_choices([event.type for event in events], TYPES),
        status_choices=_count_choices([event.status for event in events], STATUSES),
        actors=actors,
        agreements=view_agreements(index),
        disagreements=view_disagreements(index),
        figures=view_figures(index),
        sources=view_sources(index),
        articles=articles,
        shown=frozenset(
            [
                *(event.id for event in kept),
                *(actor.id for actor in actors),
                *(agreement.id for agreement in record.agreements),
                *(figure.id for figure in record.figures),
                *(article.id for article in articles if article.inlined),
            ]
        ),
    )


def _find_title(actors: tuple[ActorView, ...]) -> str:
    """Return who the case is about: those who take part in most events."""
    names = [actor.name for actor in actors if actor.events][:_TITLE_ACTORS]
    return join_names(names) or "A case without events"


def _find_span(events: list[EventView]) -> str:
    """Return from when to when the events happened."""
    days = sorted(day for event in events for day in (event.date.start, event.date.end) if day)
    if not days:
        return ""
    months = [_say_month(day) for day in (days[0], days[-1])]
    return months[0] if months[0] == months[1] else f"{months[0]} to {months[1]}"


def _say_month(day: str) -> str:
    return say_month(int(day[:4]), int(day[5:7]))


def _count(record: Record, kept: int) -> Totals:
    events = record.events
    return Totals(
        articles=len(record.articles),
        sources=len(record.sources),
        unsourced=sum(article.source is None for article in record.articles),
        events=len(events),
        actors=len(record.actors),
        reports=len(record.reports),
        origins=sum(len(event.origins) for event in events),
        alone=sum(len(event.origins) == 1 for event in events),
        interested=sum(rests_on_interested(event) for event in events),
        undated_events=sum(_is_undated(event) for event in events),
        undated_articles=sum(
            article.published is None or (article.published.start or article.published.end) is None
            for article in record.articles
        ),
        worked_out=sum(article.published is not None and article.published.basis == "inferred" for article in record.articles),
        disputed=len({one.about for one in record.disagreements if one.kind == "conflict"}),
        left_out=len(events) - kept,
    )


def _is_undated(event: Event) -> bool:
    return event.date is None or (event.date.start or event.date.end) is None


def _view_stories(record: Record) -> tuple[StoryView, ...]:
    titles = {story.id: story.title for story in record.stories}
    views = [StoryView(story.title, len(story.articles), titles.get(story.follows or "", "")) for story in record.stories]
    return tuple(sorted(views, key=lambda story: (-story.articles, story.title)))


def _count_choices(values: list[Code], texts: Mapping[Code, str]) -> tuple[Choice, ...]:
    """Return the values that occur, in the order of their words' table."""
    counts = Counter(values)
    return tuple(Choice(value, text, counts[value]) for value, text in texts.items() if counts[value])


def _choose_actors(events: tuple[EventView, ...]) -> tuple[Choice, ...]:
    """Return the actors of events, those of most events first."""
    names: dict[str, Name] = {}
    counts: Counter[str] = Counter()
    for event in events:
        for name in {*event.actors, *event.recipients}:
            names[name.id] = name
            counts[name.id] += 1
    ranked = sorted(counts, key=lambda id: (-counts[id], names[id].text, id))
    return tuple(Choice(id, names[id].text, counts[id]) for id in ranked)
