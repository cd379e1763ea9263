"""Readings built by hand for the tests of linking: sentences by full stop, times by a small table."""

import datetime
import re

from accord.model.reading import CleanArticle, Paragraph, Reading, SentenceSpan, TimeExpression
from accord.model.record import Published
from accord.model.time import TimeValue

Stamp = tuple[str, TimeValue]


def make_reading(
    name: str,
    text: str,
    *,
    title: str | None = None,
    source: str | None = None,
    day: str | None = None,
    times: tuple[Stamp, ...] = (),
) -> Reading:
    """Return a reading of a text: each entry of `times` is found in the text in order and carries the value given."""
    full = f"{title}\n{text}" if title else text
    sentences: list[SentenceSpan] = []
    paragraphs: list[Paragraph] = []
    for number, line in enumerate(re.finditer(r"[^\n]+", full)):
        kind = "title" if title and number == 0 else "body"
        paragraphs.append(Paragraph(line.start(), line.end(), kind))
        for match in re.finditer(r"[^.!?\s][^.!?]*(?:\.(?=\w)[^.!?]*)*[.!?]*[\"”]?", line.group()):
            sentences.append(SentenceSpan(line.start() + match.start(), line.start() + match.end(), number, kind))
    published = Published(datetime.date.fromisoformat(day), datetime.date.fromisoformat(day), "metadata") if day else None
    article = CleanArticle(
        id=name, path=f"{name}.txt", text=full, title=title, title_start=0 if title else None, source_name=source,
        published=published, paragraphs=tuple(paragraphs),
    )  # fmt: skip
    return Reading(article=article, sentences=tuple(sentences), times=_place(full, sentences, times))


def _place(text: str, sentences: list[SentenceSpan], times: tuple[Stamp, ...]) -> tuple[TimeExpression, ...]:
    placed: list[TimeExpression] = []
    at = 0
    for words, value in times:
        at = text.index(words, at)
        end = at + len(words)
        sentence = next(i for i, s in enumerate(sentences) if s.start <= at < s.end)
        placed.append(TimeExpression(sentence, at, end, words, value))
        at = end
    return tuple(placed)
