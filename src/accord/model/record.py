"""The lines of the record, format 1: immutable values whose fields are the JSON keys of an export.

Positions are spans: offsets in Unicode code points into the article's stored text, half-open, with
`stored[start:end] == text`. Ids come from content (`accord.model.ids`).
"""

import datetime
from dataclasses import dataclass
from typing import Literal

from accord.model.time import Granularity, When

FORMAT = 1

SourceType = Literal["outlet", "agency", "broadcaster", "government", "organization", "unknown"]
ActorType = Literal[
    "person", "state", "government", "armed_group", "intergovernmental", "party", "organization", "media", "group"
]
MentionForm = Literal["name", "descriptor", "pronoun", "metonym"]
Status = Literal["actual", "future", "hypothetical", "negated"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
QUAD: dict[str, Quad] = {
    "AGREE": "verbal_cooperation",
    "CONSULT": "verbal_cooperation",
    "SUPPORT": "verbal_cooperation",
    "CONCEDE": "verbal_cooperation",
    "COOPERATE": "material_cooperation",
    "AID": "material_cooperation",
    "RETREAT": "material_cooperation",
    "REQUEST": "verbal_conflict",
    "ACCUSE": "verbal_conflict",
    "REJECT": "verbal_conflict",
    "THREATEN": "verbal_conflict",
    "PROTEST": "material_conflict",
    "SANCTION": "material_conflict",
    "MOBILIZE": "material_conflict",
    "COERCE": "material_conflict",
    "ASSAULT": "material_conflict",
}
"""Quad category of each PLOVER event type (PLOVER manual 2.0, "Quad category" of each chapter)."""

Stage = Literal[
    "proposed", "negotiated", "signed", "ratified", "in_force", "requested",
    "mandated", "extended", "suspended", "ended", "rejected",
]  # fmt: skip
PublishedBasis = Literal["stated", "metadata", "inferred"]
DateBasis = Literal["stated", "publication", "story"]
DisagreementKind = Literal["conflict", "update", "detail"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of an article's stored text: `stored[start:end] == text`."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Removed:
    """Page furniture: left out of the reading, never deleted from the text."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared: both bounds included, with what it rests on."""

    start: datetime.date | None
    end: datetime.date | None
    basis: PublishedBasis
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    id: str
    name: str
    type: SourceType = "unknown"
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text as one source published it. `length` counts code points of the stored text."""

    id: str
    source: str | None
    path: str
    title: str | None
    byline: str | None
    published: Published | None
    language: str
    length: int
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Role:
    """A title somebody holds, `of` an actor where the text says of whom."""

    title: str
    of: str | None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    actor: str
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    id: str
    name: str
    type: ActorType
    country: str | None = None
    sectors: tuple[str, ...] = ()
    aliases: tuple[Alias, ...] = ()
    roles: tuple[Role, ...] = ()
    member_of: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    id: str
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    id: str
    article: str
    start: int
    end: int
    text: str
    form: MentionForm
    actor: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent footing of an event. `reasons` says in words why its reports are one."""

    voice: str | None
    reports: tuple[str, ...]
    interested: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    id: str
    event_type: EventType
    mode: str | None = None
    context: tuple[str, ...] = ()
    status: Status = "actual"
    historical: bool = False
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    location: str | None = None
    date: When | None = None
    reports: tuple[str, ...] = ()
    articles: int = 0
    origins: tuple[Origin, ...] = ()
    agreement: str | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class ReportDate:
    start: datetime.date | None
    end: datetime.date | None
    granularity: Granularity
    approximate: bool
    basis: DateBasis
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in a report, and the mention that says so."""

    actor: str
    mention: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain of who says so. `actor` is the resolved actor's id, where there is one."""

    text: str
    actor: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    id: str
    event: str
    article: str
    span: Span
    quote: str
    trigger: Span
    event_type: EventType
    mode: str | None = None
    context: tuple[str, ...] = ()
    status: Status = "actual"
    historical: bool = False
    actor: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    location: str | None = None
    date: ReportDate | None = None
    voices: tuple[Voice, ...] = ()
    rule: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class AgreementStage:
    stage: Stage
    date: When | None
    events: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    stages: tuple[AgreementStage, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    at_least: float | None = None
    at_most: float | None = None
    exact: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A reported number with its meaning. `of` is an event's id, or words; `reports` are the spans that say it."""

    id: str
    measure: str
    value: Quantity
    unit: str | None = None
    of: str | None = None
    as_of: When | None = None
    voices: tuple[Voice, ...] = ()
    reports: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two passages with one wording; `similarity` from 0 to 1."""

    id: str
    a: Span
    b: Span
    similarity: float


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a disagreement: what is said, the reports (or figures) that say it, and on whose word."""

    value: str
    reports: tuple[str, ...]
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    id: str
    about: str
    field: str
    positions: tuple[Position, ...]
    kind: DisagreementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    id: str
    title: str
    articles: tuple[str, ...]
    follows: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A whole record. Each tuple is sorted by id, so that equal articles give an equal record."""

    sources: tuple[Source, ...] = ()
    articles: tuple[Article, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    reports: tuple[Report, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    figures: tuple[Figure, ...] = ()
    copies: tuple[Copy, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    stories: tuple[Story, ...] = ()
