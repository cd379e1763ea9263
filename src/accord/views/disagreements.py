"""Disagreements as pages show them: the sides beside each other, each with its voices and its quotes.

In: a `RecordIndex`. Out: `DisagreementView`s; what cannot all be right comes first.
"""

from dataclasses import dataclass

from accord.model.record import Disagreement, Position
from accord.views.figures import view_figure
from accord.views.index import RecordIndex
from accord.views.labels import DISAGREEMENTS, STATUSES, say_word
from accord.views.passages import Name, Passage, QuoteView, name_voice, view_passage, view_quote

_ORDER = ("conflict", "update", "detail")
_STATUS_WORDS: dict[str, str] = {str(code): text for code, text in STATUSES.items()}


@dataclass(frozen=True, slots=True)
class PositionView:
    """One side: what is said, on whose word, and the sentences that say it."""

    value: str
    voices: tuple[str, ...]
    quotes: tuple[QuoteView, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """`about` is the event or agreement; a figure is named in words alone."""

    id: str
    about: Name
    about_kind: str
    field: str
    kind: str
    kind_text: str
    positions: tuple[PositionView, ...]


def view_disagreements(index: RecordIndex) -> tuple[DisagreementView, ...]:
    """Return all disagreements, those that cannot all hold first."""
    found = sorted(index.record.disagreements, key=lambda one: (_ORDER.index(one.kind), one.field, one.about, one.id))
    return tuple(_view_disagreement(index, disagreement) for disagreement in found)


def _view_disagreement(index: RecordIndex, disagreement: Disagreement) -> DisagreementView:
    kind, about = _name_subject(index, disagreement.about)
    return DisagreementView(
        id=disagreement.id,
        about=about,
        about_kind=kind,
        field=say_word(disagreement.field),
        kind=disagreement.kind,
        kind_text=DISAGREEMENTS[disagreement.kind],
        positions=tuple(_view_position(index, position) for position in disagreement.positions),
    )


def _name_subject(index: RecordIndex, id: str) -> tuple[str, Name]:
    if id in index.events:
        return "event", Name(id, index.events[id].summary or id)
    if id in index.agreements:
        return "agreement", Name(id, index.agreements[id].name)
    if id in index.figures:
        figure = index.figures[id]
        return "figure", Name(id, " ".join(filter(None, (say_word(figure.measure), view_figure(index, figure).of))))
    return "", Name(id, id)


def _view_position(index: RecordIndex, position: Position) -> PositionView:
    figures = [index.figures[id] for id in position.reports if id in index.figures]
    return PositionView(
        value=_STATUS_WORDS.get(position.value, position.value),
        voices=tuple(name_voice(index, voice) for voice in position.voices),
        quotes=tuple(view_quote(index, index.reports[id]) for id in position.reports if id in index.reports),
        passages=tuple(view_passage(index, span) for figure in figures for span in sorted(figure.reports)),
    )
