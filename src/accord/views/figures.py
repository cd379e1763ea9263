"""Figures as pages show them: a number in words, of what, who says so, and where.

In: a `RecordIndex`. Out: `FigureView`s, by what they measure.
"""

from dataclasses import dataclass

from accord.model.record import Figure, Quantity
from accord.views.dates import DateView, view_date
from accord.views.index import RecordIndex
from accord.views.labels import say_word
from accord.views.passages import Name, Passage, VoiceView, view_passage, view_voices

_TIME_UNITS = {"second", "minute", "hour", "day", "week", "month", "year", "decade"}


@dataclass(frozen=True, slots=True)
class FigureView:
    """A reported number; `of` is what it counts in words, `event` the event it belongs to."""

    id: str
    measure: str
    value: str
    of: str
    event: Name | None
    as_of: DateView | None
    voices: tuple[VoiceView, ...]
    passages: tuple[Passage, ...]


def view_figures(index: RecordIndex) -> tuple[FigureView, ...]:
    """Return all figures, those of one measure together."""
    figures = sorted(index.record.figures, key=lambda figure: (figure.measure, figure.of or "", figure.id))
    return tuple(view_figure(index, figure) for figure in figures)


def view_figure(index: RecordIndex, figure: Figure) -> FigureView:
    """Return one figure in words."""
    event = index.events.get(figure.of or "")
    of = "" if event else figure.of or ""
    value = say_amount(figure.value)
    unit = "" if figure.unit in (None, of) or (figure.unit == "people" and of) else figure.unit
    if unit in _TIME_UNITS and figure.value.exact != 1:
        unit += "s"
    return FigureView(
        id=figure.id,
        measure=say_word(figure.measure),
        value=f"{value} {unit}" if unit else value,
        of=of,
        event=Name(event.id, event.summary or event.id) if event else None,
        as_of=view_date(figure.as_of) if figure.as_of else None,
        voices=view_voices(index, figure.reports[0].article, figure.voices) if figure.reports else (),
        passages=tuple(view_passage(index, span) for span in sorted(figure.reports)),
    )


def say_amount(value: Quantity) -> str:
    """Return a number with its bounds, without the powers of ten that a terminal would print.

    >>> say_amount(Quantity(at_least=5000)), say_amount(Quantity(at_least=2_000_000, at_most=3_500_000))
    ('at least 5,000', '2,000,000 to 3,500,000')
    """
    if value.exact is not None:
        return _say_number(value.exact)
    if value.at_least is not None and value.at_most is not None:
        return f"{_say_number(value.at_least)} to {_say_number(value.at_most)}"
    if value.at_least is not None:
        return f"at least {_say_number(value.at_least)}"
    return "unknown" if value.at_most is None else f"at most {_say_number(value.at_most)}"


def _say_number(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.6f}".rstrip("0")
