"""An explanation as values: what `explain` finds, without tokens, so that it can be shown, stored or sent.

In: nothing, only types. Names of places, kinds and reasons are codes of coding; a view puts them into sentences.
"""

from dataclasses import dataclass
from typing import Literal

from accord.coding.events.decisions import Doubt
from accord.model.reading import AttributionKind, MentionLabel, Tense
from accord.model.record import EventType, MentionForm, Status
from accord.model.time import TimeValue, When

Place = Literal["subject", "passive subject", "object", "indirect object", "agent", "after", "owner", "before", "described"]
EntryFile = Literal["verbs", "nouns", "matrix"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the parse; `head` is the number of the word it hangs on, its own for the root."""

    text: str
    lemma: str
    part: str
    relation: str
    head: int


@dataclass(frozen=True, slots=True)
class Named:
    """A mention. `refers_to` and `owner` are the words of other mentions."""

    text: str
    label: MentionLabel
    form: MentionForm
    refers_to: str | None = None
    owner: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timed:
    """A time expression with its value, and the days it comes to where they are known."""

    text: str
    value: TimeValue
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution; `says` is false for wishes and stances, which are nobody's account of what happened."""

    kind: AttributionKind
    cue: str | None
    speaker: str | None
    content: tuple[str, ...]
    says: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A lexicon entry in the words of its file: `wants` names what it asks for, by place ("object": actor, place)."""

    file: EntryFile
    words: str
    event_type: EventType | None = None
    mode: str | None = None
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a participant stands in the sentence.

    Attributes:
        place: its relation to `of`, the word it hangs on; `preposition` for what stands after one.
        beside: the word it is listed with, or that counts it, which has the relation.
        shared: whether `of` is another verb than the act's own, which takes the participant over.
    """

    place: Place
    of: str
    preposition: str | None = None
    beside: str | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor or recipient; `standing` is None for who is named in another sentence."""

    text: str
    refers_to: str | None = None
    country: str | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class StatusGround:
    """What decided a status: what the act's clause says by `words`, and what a construction gives by the words above the act.

    In "denied that it had planned to attack", "denied" and "planned" are `above`.
    """

    status: Status
    own: Status
    given: Status | None = None
    flags: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    tense: Tense = "none"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One voice of a report: who, by which kind of attribution and which words; no kind for who accuses or denies."""

    text: str
    kind: AttributionKind | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class ExplainedReport:
    """A report and its grounds.

    Attributes:
        at: the number of the word that names the act.
        read_as: the type that the words have before their speaker and status make another of it.
        rule: the rule's name as records have it; `entry` the lexicon entry behind it.
        weight: of the rule, before the doubts are counted.
        signals: what its confidence rests on, each with its log odds, those that count most first.
    """

    trigger: str
    at: int
    event_type: EventType
    mode: str | None
    read_as: EventType
    rule: str
    entry: Entry | None
    status: StatusGround
    historical: bool
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    location: str | None
    time: Timed | None
    instrument: str | None
    stage: str | None
    contexts: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    weight: float
    doubts: tuple[Doubt, ...]
    confidence: float
    signals: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a reading of a word made no report; `by` are the words that decided, `event_type` what was read and dropped."""

    reason: str
    by: tuple[str, ...] = ()
    entry: Entry | None = None
    event_type: EventType | None = None


@dataclass(frozen=True, slots=True)
class Unreported:
    """A verb or event noun without a report; `phrases` are entries whose fixed words are not in the sentence."""

    word: str
    at: int
    part: str
    reasons: tuple[Reason, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """All of one sentence; `start` is its offset in the text."""

    text: str
    start: int
    words: tuple[Word, ...]
    mentions: tuple[Named, ...]
    times: tuple[Timed, ...]
    attributions: tuple[Said, ...]
    reports: tuple[ExplainedReport, ...]
    unreported: tuple[Unreported, ...]
