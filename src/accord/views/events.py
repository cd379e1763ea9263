"""Events as pages show them: what, when, who, how well founded, and each report with its quote and voices.

In: a `RecordIndex`. Out: `EventView`s. It chooses no events and draws nothing.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from accord.model.record import Copy, Event, EventType, Figure, Origin, Quad, Report, Status
from accord.views.dates import DateView, view_date
from accord.views.figures import FigureView, view_figure
from accord.views.index import RecordIndex
from accord.views.labels import DATE_BASES, QUADS, STATUSES, TYPES, find_quad, join_names, say_word
from accord.views.passages import (
    Name,
    Passage,
    QuoteView,
    VoiceView,
    mark_trigger,
    name_all,
    name_publisher,
    name_voice,
    view_passage,
    view_quote,
    view_voices,
)
from accord.views.phrases import say_count


@dataclass(frozen=True, slots=True)
class TwinView:
    """The passage of another article with the same wording as a report's."""

    passage: Passage
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    id: str
    quote: QuoteView
    voices: tuple[VoiceView, ...]
    date: DateView
    date_basis: str
    date_evidence: Passage | None
    status: str
    status_text: str
    differs: tuple[str, ...]
    twins: tuple[TwinView, ...]
    rule: str
    confidence: int | None


@dataclass(frozen=True, slots=True)
class OriginView:
    """One independent footing of an event, with why its reports count as one."""

    voice: str
    interested: bool
    reports: int
    sources: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    id: str
    summary: str
    headline: tuple[str, str, str]
    date: DateView
    date_basis: str
    date_evidence: tuple[Passage, ...]
    type: EventType
    type_text: str
    mode: str
    contexts: tuple[str, ...]
    quad: Quad
    quad_text: str
    status: Status
    status_text: str
    historical: bool
    actors: tuple[Name, ...]
    recipients: tuple[Name, ...]
    place: str
    articles: int
    support: str
    single: bool
    interested: bool
    disagreements: tuple[Name, ...]
    origins: tuple[OriginView, ...]
    reports: tuple[ReportView, ...]
    agreement: Name | None
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Copies by article and figures by event, collected once for all events."""

    copies: defaultdict[str, list[Copy]]
    figures: defaultdict[str, list[Figure]]


def view_events(index: RecordIndex, events: tuple[Event, ...]) -> tuple[EventView, ...]:
    """Return events as pages show them, in the order given."""
    evidence = _Evidence(defaultdict(list), defaultdict(list))
    for copy in index.record.copies:
        for article in sorted({copy.a.article, copy.b.article}):
            evidence.copies[article].append(copy)
    for figure in index.record.figures:
        evidence.figures[figure.of or ""].append(figure)
    return tuple(_view_event(index, event, evidence) for event in events)


def rests_on_interested(event: Event) -> bool:
    """Whether every origin of an event is a party to it."""
    return bool(event.origins) and all(origin.interested for origin in event.origins)


def say_support(index: RecordIndex, event: Event) -> str:
    """Return how many articles and origins stand behind an event, and who of them is a party to it."""
    origins = len(event.origins)
    interested = [name_voice(index, origin.voice) for origin in event.origins if origin.interested]
    parts = [say_count(event.articles, "article")]
    if origins:
        parts.append(say_count(origins, "origin"))
    if interested:
        word = "interested" if len(interested) == origins else f"{len(interested)} interested"
        parts.append(f"{word}: {join_names(interested)}")
    return ", ".join(parts)


def _view_event(index: RecordIndex, event: Event, evidence: _Evidence) -> EventView:
    reports = index.reports_of(event)
    basis, dated_by = _explain_date(index, event, reports)
    agreement = index.agreements.get(event.agreement or "")
    quad = find_quad(event.event_type)
    summary = event.summary or _describe(index, event)
    return EventView(
        id=event.id,
        summary=summary,
        headline=mark_trigger(summary, reports),
        date=view_date(event.date),
        date_basis=basis,
        date_evidence=dated_by,
        type=event.event_type,
        type_text=TYPES[event.event_type],
        mode=say_word(event.mode or ""),
        contexts=tuple(say_word(context) for context in event.context),
        quad=quad,
        quad_text=QUADS[quad],
        status=event.status,
        status_text=STATUSES[event.status],
        historical=event.historical,
        actors=name_all(index, event.actor),
        recipients=name_all(index, event.recipient),
        place=index.name_place(event.location),
        articles=event.articles,
        support=say_support(index, event),
        single=len(event.origins) == 1,
        interested=rests_on_interested(event),
        disagreements=_name_disagreements(index, event),
        origins=tuple(_view_origin(index, origin) for origin in event.origins),
        reports=tuple(_view_report(index, event, report, evidence.copies) for report in reports),
        agreement=Name(agreement.id, agreement.name) if agreement else None,
        figures=tuple(view_figure(index, figure) for figure in evidence.figures.get(event.id, ())),
    )


def _name_disagreements(index: RecordIndex, event: Event) -> tuple[Name, ...]:
    """Return the disagreements about an event by what they are about, those that cannot all hold first."""
    found = sorted(index.disagreements.get(event.id, []), key=lambda one: (one.kind != "conflict", one.field, one.id))
    words = {"conflict": "disputed", "update": "updated", "detail": "told differently"}
    return tuple(Name(one.id, f"{say_word(one.field)} {words[one.kind]}".capitalize()) for one in found)


def _describe(index: RecordIndex, event: Event) -> str:
    """Return a line for an event whose reports give none."""
    who = index.name_actors(event.actor) or "Somebody"
    whom = index.name_actors(event.recipient)
    return f"{who}: {TYPES[event.event_type].lower()}" + (f" ({whom})" if whom else "")


def _explain_date(index: RecordIndex, event: Event, reports: tuple[Report, ...]) -> tuple[str, tuple[Passage, ...]]:
    """Return what an event's date rests on: the reports that give just this date, stated ones first."""
    if event.date is None:
        return "no report says when, and nothing bounds it", ()
    dates = [report.date for report in reports if report.date is not None]
    same = [date for date in dates if (date.start, date.end) == (event.date.start, event.date.end)]
    for basis in ("stated", "publication", "story"):
        found = [date for date in same or dates if date.basis == basis]
        if found:
            evidence = {date.evidence for date in found if date.evidence is not None}
            return DATE_BASES[basis], tuple(view_passage(index, span) for span in sorted(evidence))
    return "what its reports leave open together", ()


def _view_origin(index: RecordIndex, origin: Origin) -> OriginView:
    articles = {index.reports[id].article for id in origin.reports if id in index.reports}
    sources = tuple(sorted({name_publisher(index, article) for article in articles}))
    return OriginView(
        voice=join_names(sources) if origin.voice is None else name_voice(index, origin.voice),
        interested=origin.interested,
        reports=len(origin.reports),
        sources=sources,
        reasons=origin.reasons,
    )


def _view_report(index: RecordIndex, event: Event, report: Report, copies: Mapping[str, list[Copy]]) -> ReportView:
    date = report.date
    return ReportView(
        id=report.id,
        quote=view_quote(index, report),
        voices=view_voices(index, report.article, report.voices),
        date=view_date(date),
        date_basis=DATE_BASES[date.basis] if date else "",
        date_evidence=view_passage(index, date.evidence) if date and date.evidence else None,
        status=report.status,
        status_text=STATUSES[report.status],
        differs=tuple(_find_differences(event, report)),
        twins=_find_twins(index, report, copies.get(report.article, [])),
        rule=report.rule,
        confidence=None if report.confidence is None else round(100 * report.confidence),
    )


def _find_differences(event: Event, report: Report) -> list[str]:
    """Return where a report's own coding departs from its event's."""
    found = []
    if report.event_type != event.event_type:
        found.append(f"read here as {TYPES[report.event_type].lower()}")
    if report.status != event.status:
        found.append(f"told here as: {STATUSES[report.status].lower()}")
    if report.historical and not event.historical:
        found.append("recalled here as background")
    return found


def _find_twins(index: RecordIndex, report: Report, copies: list[Copy]) -> tuple[TwinView, ...]:
    """Return the passages elsewhere that share the wording of a report's sentence, the most alike first."""
    found: dict[str, TwinView] = {}
    for copy in sorted(copies, key=lambda copy: (-copy.similarity, copy.id)):
        mine, other = (copy.a, copy.b) if copy.a.article == report.article else (copy.b, copy.a)
        if mine.start < report.trigger.end and report.trigger.start < mine.end:
            found.setdefault(other.article, TwinView(view_passage(index, other), round(100 * copy.similarity)))
    return tuple(found.values())
