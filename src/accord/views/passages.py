"""Passages of articles: where a line of the record can be read, its words with the trigger set off, its voices.

In: a `RecordIndex` and lines of the record. Out: frozen values that pages show. Texts are plain: escaping is the page's work.
"""

from dataclasses import dataclass

from accord.model.record import Report, Span, Voice
from accord.views.index import RecordIndex


@dataclass(frozen=True, slots=True)
class Name:
    """Something with a page entry of its own: its id and what it is called."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words can be read: in which article, from which character on, and who published it."""

    article: str
    start: int
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A passage in three parts; `trigger` is empty where nothing in it is set off."""

    passage: Passage
    before: str
    trigger: str
    after: str


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One link of a voice chain. `name` says who is meant, where the words alone do not."""

    text: str
    actor: str | None
    name: str


def view_passage(index: RecordIndex, span: Span) -> Passage:
    """Return where a span can be read."""
    return Passage(span.article, span.start, " ".join(span.text.split()), index.name_source(span.article))


def view_quote(index: RecordIndex, report: Report) -> QuoteView:
    """Return a report's sentence with its trigger set off."""
    span, trigger = report.span, report.trigger
    passage = view_passage(index, span)
    start, end = trigger.start - span.start, trigger.end - span.start
    if trigger.article != span.article or not 0 <= start < end <= len(span.text):
        return QuoteView(passage, passage.text, "", "")
    return QuoteView(passage, span.text[:start], span.text[start:end], span.text[end:])


def view_voices(index: RecordIndex, voices: tuple[Voice, ...]) -> tuple[VoiceView, ...]:
    """Return a voice chain, outermost first."""
    return tuple(_view_voice(index, voice) for voice in voices)


def name_all(index: RecordIndex, ids: tuple[str, ...]) -> tuple[Name, ...]:
    """Return actors as names; an id that the record does not hold is shown as it is."""
    return tuple(Name(id, index.name_actors([id])) for id in ids)


def name_voice(index: RecordIndex, voice: str | None) -> str:
    """Return a voice that is an actor's id or words; None is a voice that no text names."""
    return "no voice named" if voice is None else index.name_actors([voice])


def _view_voice(index: RecordIndex, voice: Voice) -> VoiceView:
    text = " ".join(voice.text.split())
    actor = index.actors.get(voice.actor or "")
    if actor is None:
        return VoiceView(text, None, "")
    said, name = set(text.casefold().split()), set(actor.name.casefold().split())
    return VoiceView(text, actor.id, "" if said & name else actor.name)
