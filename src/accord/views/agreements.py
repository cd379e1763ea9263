"""Agreements as pages show them: names, parties, and each stage from proposal to end with its evidence.

In: a `RecordIndex`. Out: `AgreementView`s, those with most stages first.
"""

from dataclasses import dataclass

from accord.model.record import Agreement, AgreementStage
from accord.views.dates import DateView, view_date
from accord.views.index import RecordIndex
from accord.views.labels import say_word
from accord.views.passages import Name, QuoteView, name_all, view_quote

_ENDS = {"ended", "rejected", "suspended"}


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage: `stands` is false where the agreement does not hold from here on."""

    text: str
    date: DateView
    stands: bool
    quotes: tuple[QuoteView, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    id: str
    name: str
    aliases: tuple[str, ...]
    parties: tuple[Name, ...]
    subjects: tuple[str, ...]
    stages: tuple[StageView, ...]


def view_agreements(index: RecordIndex) -> tuple[AgreementView, ...]:
    """Return all agreements, by the number of their stages, then by name."""
    views = [_view_agreement(index, agreement) for agreement in index.record.agreements]
    return tuple(sorted(views, key=lambda view: (-len(view.stages), view.name, view.id)))


def _view_agreement(index: RecordIndex, agreement: Agreement) -> AgreementView:
    return AgreementView(
        id=agreement.id,
        name=agreement.name,
        aliases=tuple(alias for alias in agreement.aliases if alias != agreement.name),
        parties=name_all(index, agreement.parties),
        subjects=tuple(say_word(subject) for subject in agreement.subject),
        stages=tuple(_view_stage(index, stage) for stage in agreement.stages),
    )


def _view_stage(index: RecordIndex, stage: AgreementStage) -> StageView:
    return StageView(
        text=say_word(stage.stage),
        date=view_date(stage.date),
        stands=stage.stage not in _ENDS,
        quotes=tuple(view_quote(index, index.reports[id]) for id in stage.reports if id in index.reports),
        events=tuple(id for id in stage.events if id in index.events),
    )
