"""Passages of articles: where a line of the record can be read, its words with the trigger set off, its voices.

In: a `RecordIndex` and lines of the record. Out: frozen values that pages show. Texts are plain: escaping is the page's work.
"""

from dataclasses import dataclass
from pathlib import PurePath

from accord.model.record import Report, Span, Voice
from accord.views.index import RecordIndex

_TITLE = 44
"""Characters of a title that stand in for a source; enough to know the article by."""

_PRONOUNS = {"he", "she", "it", "they", "we", "i", "you", "who", "him", "her", "them", "us", "me", "both"}


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
    """One link of a voice chain. `aside` says who is meant, or what a pronoun stood for them, where it helps."""

    text: str
    actor: str | None
    aside: str


def view_passage(index: RecordIndex, span: Span) -> Passage:
    """Return where a span can be read."""
    return Passage(span.article, span.start, " ".join(span.text.split()), name_publisher(index, span.article))


def name_publisher(index: RecordIndex, id: str) -> str:
    """Return an article's source; where it names none, the article's own title, so that two such are told apart."""
    article = index.articles.get(id)
    if article is None or article.source in index.sources:
        return index.name_source(id)
    title = " ".join((article.title or PurePath(article.path).name).split())
    shortened = title if len(title) <= _TITLE else f"{title[: title.rfind(' ', 0, _TITLE)]} …"
    return f"“{shortened}” (no source named)"


def mark_trigger(summary: str, reports: tuple[Report, ...]) -> tuple[str, str, str]:
    """Return an event's line with the words that name the act set off, where a report's sentence holds the line.

    Several events can stand in one sentence, and so have one line: the act tells them apart.
    """
    for report in reports:
        span, trigger = report.span, report.trigger
        sentence, before = _straighten(span.text), _straighten(span.text[: trigger.start - span.start] + "|")[:-1]
        at = sentence.casefold().find(summary.rstrip(" …").casefold())
        start = len(before) - at
        end = start + len(trigger.text)
        if at >= 0 and start >= 0 and summary[start:end].casefold() == trigger.text.casefold():
            return summary[:start], summary[start:end], summary[end:]
    return summary, "", ""


def view_quote(index: RecordIndex, report: Report) -> QuoteView:
    """Return a report's sentence with its trigger set off."""
    span, trigger = report.span, report.trigger
    passage = view_passage(index, span)
    start, end = trigger.start - span.start, trigger.end - span.start
    if trigger.article != span.article or not 0 <= start < end <= len(span.text):
        return QuoteView(passage, passage.text, "", "")
    return QuoteView(passage, span.text[:start], span.text[start:end], span.text[end:])


def view_voices(index: RecordIndex, article: str, voices: tuple[Voice, ...]) -> tuple[VoiceView, ...]:
    """Return a voice chain, outermost first; it begins with who published the article, even where that is not known."""
    publisher = name_publisher(index, article)
    chain = tuple(_view_voice(index, voice) for voice in voices)
    return chain if chain and chain[0].text == publisher else (VoiceView(publisher, None, ""), *chain)


def name_all(index: RecordIndex, ids: tuple[str, ...]) -> tuple[Name, ...]:
    """Return actors as names; an id that the record does not hold is shown as it is."""
    return tuple(Name(id, index.name_actors([id])) for id in ids)


def name_voice(index: RecordIndex, voice: str | None) -> str:
    """Return a voice that is an actor's id or words; None is a voice that no text names."""
    return "no voice named" if voice is None else index.name_actors([voice])


def _straighten(text: str) -> str:
    return " ".join(text.split())


def _view_voice(index: RecordIndex, voice: Voice) -> VoiceView:
    text = " ".join(voice.text.split())
    actor = index.actors.get(voice.actor or "")
    if actor is None:
        return VoiceView(text, None, "")
    if text.casefold() in _PRONOUNS:
        return VoiceView(actor.name, actor.id, f"“{text}”")
    said, name = set(text.casefold().split()), set(actor.name.casefold().split())
    return VoiceView(text, actor.id, "" if said & name else actor.name)
