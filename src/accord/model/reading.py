"""What one article yields before articles are linked.

The flow is `SourceText` (an input as it was read) → `CleanArticle` (furniture marked, metadata found) → `Reading` (what the
article says: mentions, times, reports, figures, instruments). Positions are code points of the article's stored text.
Elements of a reading refer to each other by their index in the reading's tuples. A reading depends on its article alone,
so it can be computed anywhere, stored, and linked later with any others.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

from accord.model.record import ActorType, EventType, MentionForm, Published, Removed, SourceType, Stage, Status
from accord.model.time import TimeValue

ParagraphKind = Literal["title", "body"]
MentionLabel = Literal["person", "organization", "state", "place", "nationality", "group", "media", "facility", "unknown"]
FactKind = Literal["title", "member_of", "alias", "country", "descriptor"]
AttributionKind = Literal["direct", "indirect", "according_to", "noun", "credit", "mixed"]
Tense = Literal["past", "perfect", "present", "future", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """One input as it was read: decoded once, text stored as it is from here on.

    `published` and the other fields hold only what the file's own metadata says (HTML meta tags, JSON fields).
    """

    id: str
    path: str
    text: str
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    source_name: str | None = None
    published: datetime.date | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class InputFailure:
    """An input that could not be used: where, and why in words a user can act on."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    start: int
    end: int
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class PageDay:
    """The day of an article as a dateline or date line names it without a year ("March 3", "Thursday"); offsets of the text."""

    start: int
    end: int
    value: TimeValue


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanArticle:
    """An article with its furniture marked and its metadata found. `paragraphs` cover what is left to read.

    `dateline` is the place a date line names; `credits` are agencies or outlets the page credits ("(Reuters)");
    `opinion` is true for op-eds, letters and editorials.
    """

    id: str
    path: str
    text: str
    url: str | None = None
    source_name: str | None = None
    source_type: SourceType = "unknown"
    title: str | None = None
    title_start: int | None = None
    byline: str | None = None
    dateline: str | None = None
    credits: tuple[str, ...] = ()
    published: Published | None = None
    language: str = "en"
    removed: tuple[Removed, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    opinion: bool = False
    page_day: PageDay | None = None


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """A sentence: `paragraph` is the index of its paragraph."""

    start: int
    end: int
    paragraph: int
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    sentence: int
    start: int
    end: int
    text: str
    value: TimeValue


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionDraft:
    """A span that names or refers to an actor or a place, before linking.

    Attributes:
        head: index-free lemma of the head noun, lower case ("government", "forces"); for names the last word.
        country: ISO 3166 alpha-3 where the words themselves say it ("Kenyan", "Peru's government", "Lima").
        sectors: PLOVER sector codes that the words say (GOV, MIL, REB, LEG, JUD, SPY, …).
        actor_type: the type the words suggest, or None.
        refers_to: index of the mention in the same article that this one stands for (pronouns, descriptors, acronyms).
        owner: index of the mention that this one belongs to ("Castro's forces" → Castro, "the council's cabinet" → council).
        members: indexes of the parts of a plural ("both sides", "they") where they are known.
        plural: whether the words are plural.
    """

    sentence: int
    start: int
    end: int
    text: str
    form: MentionForm
    label: MentionLabel = "unknown"
    head: str = ""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    actor_type: ActorType | None = None
    refers_to: int | None = None
    owner: int | None = None
    members: tuple[int, ...] = ()
    plural: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something the text says of a mention.

    `title`: subject holds title `value`, of `object` where said ("Kenyan President Kibaki": president, of Kenya).
    `member_of`: subject belongs to object ("KFOR commander Fabio Mini", "the council's cabinet").
    `alias`: subject and object are one ("Organization of American States (OAS)").
    `country`: subject is of country `value` (alpha-3).
    `descriptor`: subject is described as `value` ("renegade military commander").
    """

    kind: FactKind
    subject: int
    start: int
    end: int
    value: str | None = None
    object: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceDraft:
    """One link of a voice chain inside an article, outermost first; the outlet itself is added on linking."""

    text: str
    mention: int | None = None
    cue_start: int | None = None
    cue_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody says something: source span, cue span and content spans; `parent` is the attribution it stands within.

    `medium` is the outlet that carries the source's words ("told Reuters that"). `says` is false for wishes, plans and
    stances ("wants to", "condemned the raid"), which are attitudes of the source but nobody's account of what happened.
    """

    kind: AttributionKind
    source: tuple[int, int] | None
    source_mention: int | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    parent: int | None = None
    medium: tuple[int, int] | None = None
    says: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentDraft:
    """A mention of an agreement: "a trade accord brokered with Lima", "the memorandum", "MoU".

    `head` is the lemma of its kind (deal, memorandum, ceasefire, mandate …); `subject` the words that say what it is
    about ("security", "military", "maritime"); `parties` are mention indexes.
    """

    sentence: int
    start: int
    end: int
    text: str
    head: str
    subject: tuple[str, ...] = ()
    parties: tuple[int, ...] = ()
    definite: bool = False
    proper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """One account of one event in one sentence.

    `start`/`end` are the sentence; the trigger is the word or phrase that names the act; `actors`, `recipients` and
    `location` are mention indexes, `time` a time-expression index, `instrument` an instrument index. `tense` bounds the date
    of an act without a time expression. `rule` names what decided, `confidence` is the share of reports with the same
    `signals` that is right, 0 to 1.
    """

    sentence: int
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    lemma: str
    event_type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Status = "actual"
    historical: bool = False
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    location: int | None = None
    time: int | None = None
    voices: tuple[VoiceDraft, ...] = ()
    instrument: int | None = None
    stage: Stage | None = None
    tense: Tense = "none"
    rule: str = ""
    signals: tuple[str, ...] = ()
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureDraft:
    """A number with its meaning: `measure` such as killed, injured, displaced, troops, money, duration, distance."""

    sentence: int
    start: int
    end: int
    text: str
    measure: str
    at_least: float | None = None
    at_most: float | None = None
    exact: float | None = None
    unit: str | None = None
    of: str | None = None
    report: int | None = None
    as_of: int | None = None
    voices: tuple[VoiceDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    article: CleanArticle
    sentences: tuple[SentenceSpan, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[MentionDraft, ...] = ()
    facts: tuple[Fact, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    instruments: tuple[InstrumentDraft, ...] = ()
    reports: tuple[ReportDraft, ...] = ()
    figures: tuple[FigureDraft, ...] = ()
