"""The views of `accord show`: a page of a case → text for a terminal, or JSON values for a script. Prints nothing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text

from accord.cli.terminal import make_printable
from accord.exports.jsonl import to_json
from accord.model.reading import InputFailure
from accord.model.record import Actor, Agreement, Article, Disagreement, Event, Report
from accord.views.index import RecordIndex
from accord.views.phrases import say_code, say_count, say_stage, say_support, say_voices, say_when
from accord.views.selection import EventFilter, find_by_id, matches_name, select_events

_SPELLINGS = 6
_BEST = 30
"""How many events a summary shows; `events` shows all."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a view needs: the record by id, the filter, the id that was typed, the case's name and its failed inputs."""

    index: RecordIndex
    wanted: EventFilter
    id: str
    case: str
    failed: tuple[InputFailure, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that match the filter, by date."""
        return select_events(self.index, self.wanted)

    @property
    def event(self) -> Event:
        """The event that was asked for."""
        return find_by_id(self.index.events, self.id, "event")

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors, by how often they are named."""
        actors = (a for a in self.index.record.actors if not self.wanted.actor or matches_name(a, self.wanted.actor))
        return tuple(sorted(actors, key=lambda a: (-sum(alias.count for alias in a.aliases), a.name, a.id)))

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """The disagreements, only those about matching events where a filter asks for some."""
        every = self.index.record.disagreements
        if self.wanted == EventFilter():
            return every
        events = {event.id for event in self.events}
        return tuple(found for found in every if found.about in events)


def render(page: Page, view: str) -> Text:
    """Return a view as text."""
    return make_printable(Text("\n").join(_VIEWS[view](page)))


def select_json(page: Page, view: str) -> Any:
    """Return what a view shows as JSON values with the names of docs/record.md."""
    record = page.index.record
    if view == "event":
        event = page.event
        return {
            **to_json(event),
            "reports": [to_json(report) for report in page.index.reports_of(event)],
            "disagreements": [to_json(found) for found in page.index.disagreements.get(event.id, ())],
        }
    if view == "origins":
        return to_json(page.event)["origins"]
    if view == "summary":
        return {
            "articles": len(record.articles),
            "events": [to_json(event) for event in page.events],
            "agreements": [to_json(line) for line in record.agreements],
            "disagreements": [to_json(line) for line in page.disagreements],
            "failed": [{"path": given.path, "reason": given.reason} for given in page.failed],
        }
    lines: dict[str, Sequence[Any]] = {
        "events": page.events,
        "timeline": page.events,
        "actors": page.actors,
        "agreements": record.agreements,
        "disagreements": page.disagreements,
        "sources": record.sources,
        "articles": record.articles,
    }
    return [to_json(line) for line in lines[view]]


def _show_summary(page: Page) -> Iterator[Text]:
    record = page.index.record
    sizes = ((record.articles, "article"), (record.sources, "source"), (record.events, "event"), (record.actors, "actor"))
    yield Text.assemble((page.case, "bold"), ": ", ", ".join(say_count(len(lines), noun) for lines, noun in sizes))
    shown = _choose_best(page.events)
    title = "Events" if len(shown) == len(page.events) else f"Events, the best supported of {len(page.events):,}"
    yield from _show_part(title, shown, lambda event: _show_event_lines(page, event))
    if len(shown) < len(page.events):
        yield Text(f"  all of them: accord show {page.case} events", style="dim")
    yield from _show_part("Agreements", record.agreements, lambda agreement: _show_agreement(page, agreement))
    yield from _show_part("Disagreements", page.disagreements, lambda found: _show_disagreement(page, found))
    yield from _show_part("Failed inputs", page.failed, lambda given: iter([Text(f"  {given.path}: {given.reason}")]))


def _choose_best(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Return the events that most articles and origins report, by date; news before background."""
    ranked = sorted(events, key=lambda event: (event.historical, -event.articles, -len(event.origins), -len(event.reports)))
    best = {event.id for event in ranked[:_BEST]}
    return tuple(event for event in events if event.id in best)


def _show_part(title: str, lines: Sequence[Any], show: Callable[[Any], Iterator[Text]]) -> Iterator[Text]:
    if lines:
        yield Text.assemble("\n", (f"{title} ({len(lines):,})", "bold underline"))
        for line in lines:
            yield from show(line)


def _show_events(page: Page) -> Iterator[Text]:
    yield from _show_lines(page.events, lambda event: _show_event_lines(page, event), "event")


def _show_lines(lines: Sequence[Any], show: Callable[[Any], Iterator[Text]], noun: str) -> Iterator[Text]:
    for line in lines:
        yield from show(line)
    if not lines:
        yield Text(f"no {noun} to show", style="dim")


def _show_event_lines(page: Page, event: Event) -> Iterator[Text]:
    support = (f"   {say_support(event)}", _support_style(event))
    yield Text.assemble((f"  {say_when(event.date):<30} ", "cyan"), (say_code(event), "bold"), support)
    yield Text.assemble("    ", _say_parties(page.index, event), ("  " + event.id, "dim"))
    if event.summary:
        yield Text(f"    {event.summary}", style="italic")


def _support_style(event: Event) -> str:
    is_doubtful = bool(event.origins) and all(origin.interested for origin in event.origins)
    return "yellow" if is_doubtful else "green"


def _say_parties(index: RecordIndex, event: Event) -> str:
    recipients = index.name_actors(event.recipient)
    place = index.name_place(event.location)
    parties = (index.name_actors(event.actor) or "somebody") + (f" → {recipients}" if recipients else "")
    return parties + (f", in {place}" if place else "")


def _show_timeline(page: Page) -> Iterator[Text]:
    day = ""
    for event in page.events:
        said = say_when(event.date)
        if said != day:
            yield Text(said, style="bold cyan")
            day = said
        parts = f"{_say_parties(page.index, event)}: {event.event_type} ({event.status})"
        yield Text.assemble("  ", parts, (f"  {say_support(event)}", _support_style(event)), (f"  {event.id}", "dim"))
    if not page.events:
        yield Text("no event to show", style="dim")


def _show_event(page: Page) -> Iterator[Text]:
    index, event = page.index, page.event
    yield from _show_event_lines(page, event)
    if event.context:
        yield Text(f"    about: {', '.join(event.context)}")
    if event.agreement in index.agreements:
        yield Text(f"    part of: {index.agreements[event.agreement].name}  {event.agreement}")
    yield from _show_part("Reports", index.reports_of(event), lambda report: _show_report(index, report))
    yield from _show_part("Origins", event.origins, lambda origin: _show_origin(index, event, event.origins.index(origin)))
    found = index.disagreements.get(event.id, ())
    yield from _show_part("Disagreements", found, lambda disagreement: _show_disagreement(page, disagreement))


def _show_report(index: RecordIndex, report: Report) -> Iterator[Text]:
    article = index.articles.get(report.article)
    published = say_when(article.published) if article else "no date"
    yield Text.assemble("  ", (index.name_source(report.article), "bold"), f", {published}", ("  " + report.id, "dim"))
    quote = Text(f"    “{' '.join(report.quote.split())}”")
    yield quote
    basis = f", {report.date.basis}" if report.date else ""
    details = [f"{report.event_type} {report.status}", say_when(report.date) + basis]
    if report.voices:
        details.append(f"says {say_voices(report.voices)}")
    if article:
        details.append(f"{article.path}:{report.span.start}-{report.span.end}")
    yield Text("    " + " | ".join(details), style="dim")


def _show_origins(page: Page) -> Iterator[Text]:
    event = page.event
    yield from _show_event_lines(page, event)
    for number in range(len(event.origins)):
        yield from _show_origin(page.index, event, number)


def _show_origin(index: RecordIndex, event: Event, number: int) -> Iterator[Text]:
    origin = event.origins[number]
    voice = index.name_actors([origin.voice]) if origin.voice else "no voice named"
    interested = (" a party to the event", "yellow") if origin.interested else (" no party to the event", "green")
    yield Text.assemble("  ", (voice, "bold"), ",", interested, f", {say_count(len(origin.reports), 'report')}")
    for reason in origin.reasons:
        yield Text(f"    because {reason}", style="dim")


def _show_actors(page: Page) -> Iterator[Text]:
    yield from _show_lines(page.actors, lambda actor: _show_actor(page.index, actor), "actor")


def _show_actor(index: RecordIndex, actor: Actor) -> Iterator[Text]:
    details = ", ".join(part for part in (actor.type, actor.country, *actor.sectors) if part)
    yield Text.assemble("  ", (actor.name, "bold"), f"  {details}", (f"  {actor.id}", "dim"))
    others = [f"{alias.text} ({alias.count})" for alias in actor.aliases if alias.text != actor.name]
    if others:
        more = f" and {len(others) - _SPELLINGS} more" if len(others) > _SPELLINGS else ""
        yield Text(f"    also: {', '.join(others[:_SPELLINGS])}{more}")
    roles = [role.title + (f" of {index.name_actors([role.of])}" if role.of else "") for role in actor.roles]
    if roles:
        yield Text(f"    is: {', '.join(dict.fromkeys(roles))}")
    bodies = [index.name_actors([membership.actor]) for membership in actor.member_of]
    if bodies:
        yield Text(f"    belongs to: {', '.join(dict.fromkeys(bodies))}")


def _show_agreements(page: Page) -> Iterator[Text]:
    yield from _show_lines(page.index.record.agreements, lambda agreement: _show_agreement(page, agreement), "agreement")


def _show_agreement(page: Page, agreement: Agreement) -> Iterator[Text]:
    subject = f"  about {', '.join(agreement.subject)}" if agreement.subject else ""
    yield Text.assemble("  ", (agreement.name, "bold"), subject, (f"  {agreement.id}", "dim"))
    if agreement.parties:
        yield Text(f"    between: {page.index.name_actors(agreement.parties)}")
    if agreement.stages:
        yield Text(f"    stages: {', '.join(say_stage(stage) for stage in agreement.stages)}")


def _show_disagreements(page: Page) -> Iterator[Text]:
    yield from _show_lines(page.disagreements, lambda found: _show_disagreement(page, found), "disagreement")


def _show_disagreement(page: Page, found: Disagreement) -> Iterator[Text]:
    subject = _name_subject(page.index, found.about)
    yield Text.assemble("  ", (f"{found.field} ({found.kind})", "bold"), f": {subject}", (f"  {found.id}", "dim"))
    for position in found.positions:
        said = _say_value(page.index, position.value)
        voices = f", says {page.index.name_actors(position.voices)}" if position.voices else ""
        yield Text(f"    {said} ({say_count(len(position.reports), 'report')}{voices})")


def _say_value(index: RecordIndex, value: str) -> str:
    """Return a position's value with ids of actors and places as names."""
    parts = value.split(", ")
    return ", ".join(index.name_actors([part]) if part in index.actors else index.name_place(part) for part in parts)


def _name_subject(index: RecordIndex, about: str) -> str:
    if about in index.events:
        event = index.events[about]
        return event.summary or f"{event.event_type} {about}"
    if about in index.agreements:
        return index.agreements[about].name
    if about in index.figures:
        return f"the number {index.figures[about].measure}"
    return about


def _show_sources(page: Page) -> Iterator[Text]:
    yield from _show_lines(page.index.record.sources, lambda source: _show_source(page.index, source), "source")


def _show_source(index: RecordIndex, source: Any) -> Iterator[Text]:
    number = sum(article.source == source.id for article in index.record.articles)
    details = ", ".join(part for part in (source.type, source.country, say_count(number, "article")) if part)
    yield Text.assemble("  ", (source.name, "bold"), f"  {details}", (f"  {source.id}", "dim"))


def _show_articles(page: Page) -> Iterator[Text]:
    record = page.index.record
    articles = sorted(record.articles, key=lambda article: (say_when(article.published), article.path, article.id))
    yield from _show_lines(articles, lambda article: _show_article(page.index, article), "article")
    yield from _show_part("Failed inputs", page.failed, lambda given: iter([Text(f"  {given.path}: {given.reason}")]))


def _show_article(index: RecordIndex, article: Article) -> Iterator[Text]:
    number = sum(report.article == article.id for report in index.record.reports)
    basis = f" ({article.published.basis})" if article.published else ""
    yield Text.assemble("  ", (article.title or "untitled", "bold"), (f"  {article.id}", "dim"))
    details = (index.name_source(article.id), say_when(article.published) + basis, say_count(number, "report"), article.path)
    yield Text(f"    {' | '.join(details)}")


_VIEWS: dict[str, Callable[[Page], Iterator[Text]]] = {
    "summary": _show_summary,
    "events": _show_events,
    "event": _show_event,
    "actors": _show_actors,
    "agreements": _show_agreements,
    "disagreements": _show_disagreements,
    "sources": _show_sources,
    "timeline": _show_timeline,
    "articles": _show_articles,
    "origins": _show_origins,
}
