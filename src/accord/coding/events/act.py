"""One act in a sentence, before it is a report: what was done, over tokens and mentions."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from accord.coding.events.lexicon import EventNoun, Frame
from accord.model.record import EventType, Status


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its type, the token that names it, its predicate (for modality and time), and participants as mentions.

    `entry` is the frame or event noun of the lexicon that it was read by, if one was.
    """

    trigger: Token
    predicate: Token
    event_type: EventType
    mode: str | None = None
    stage: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    instrument: Token | None = None
    mutual: bool = False
    weight: float = 0.8
    rule: str = ""
    status: Status | None = None
    voice: int | None = None
    entry: Frame | EventNoun | None = None
    used: frozenset[int] = field(default_factory=frozenset)
