"""What the reading of a sentence decided: which reports it kept and on what grounds, and why other words made none.

In: words, reasons and lexicon entries, given where the code decides. Out: `Decision`s with the reports, and `Refusal`s in the
order in which they were made, kept only by a `Trace` that somebody passed in. Decides nothing, and puts nothing into sentences.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from accord.coding.events.act import Act
from accord.coding.events.lexicon import EventNoun, Frame
from accord.model.reading import ReportDraft

if TYPE_CHECKING:
    from accord.coding.events.modality import Modality

Entry = Frame | EventNoun | str
"""A lexicon entry: a verb's frame, an event noun, or the class of a verb about other acts (data/matrix.yaml)."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A word that made no report, or one reading of it that did not hold.

    Attributes:
        word: the verb or noun.
        reason: why, in constant words; `by` says which words decided, in the order in which the sentence has them.
        entry: the lexicon entry that did not hold, where it is one that failed.
        act: the act that was read and then dropped.
    """

    word: Token
    reason: str
    by: tuple[Token, ...] = ()
    entry: Entry | None = None
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that lowers trust in a report, by a factor."""

    factor: float
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A report with what it was made of.

    `act` is the act as it was read, `told` what its speaker and status make of it; `modality` is how its predicate stands.
    """

    act: Act
    modality: "Modality"
    doubts: tuple[Doubt, ...]
    report: ReportDraft
    told: Act


class Trace:
    """Keeps refusals. Coding as such needs none and carries `SILENT`."""

    def __init__(self) -> None:
        self.refusals: list[Refusal] = []

    def refuse(
        self,
        word: Token,
        reason: str,
        by: tuple[Token, ...] = (),
        *,
        entry: Entry | None = None,
        act: Act | None = None,
    ) -> None:
        """Keep word of why a word, or one reading of it, makes no report."""
        self.refusals.append(Refusal(word, reason, by, entry, act))


class _Silence(Trace):
    """Keeps nothing, so that coding pays nothing for explanations that nobody asked for."""

    def refuse(
        self,
        word: Token,
        reason: str,
        by: tuple[Token, ...] = (),
        *,
        entry: Entry | None = None,
        act: Act | None = None,
    ) -> None:
        """Forget it."""


SILENT = _Silence()
