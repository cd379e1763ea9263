"""Stand-ins for coding and linking: quick, without a language model, so that tests of the flow need no parse."""

from collections.abc import Callable, Sequence

import pytest

from accord import fingerprint
from accord.model.reading import InputFailure, Reading, SourceText
from accord.model.record import Article, Event, Record, Report, Span
from accord.pipeline import run
from accord.pipeline.stages import Coder
from accord.settings import Settings
from tests.samples import make_reading

coded: list[str] = []
"""Paths that the stand-in coder was asked to code."""


def make_stand_in(settings: Settings) -> Coder:
    """Return a coder that finds one report in the first line of anything."""
    return code


def code(source: SourceText) -> tuple[SourceText, Reading | InputFailure]:
    """Code an article; one that says BROKEN fails as if a rule had."""
    coded.append(source.path)
    if "BROKEN" in source.text:
        return source, InputFailure(source.path, "could not be coded: ValueError: broken (rules.py line 1); please report it")
    return source, make_reading(source)


def link_stand_in(readings: Sequence[Reading]) -> Record:
    """Return a record with an event for each report."""
    events, reports, articles = [], [], []
    for reading in sorted(readings, key=lambda reading: reading.article.id):
        article, sentence = reading.article, reading.sentences[0]
        words = article.text[sentence.start : sentence.end]
        span = Span(article.id, sentence.start, sentence.end, words)
        report, event = f"report-{article.id}", f"event-{article.id}"
        articles.append(
            Article(
                id=article.id,
                source=None,
                path=article.path,
                title=None,
                byline=None,
                published=None,
                language="en",
                length=len(article.text),
            )
        )
        reports.append(
            Report(id=report, event=event, article=article.id, span=span, quote=words, trigger=span, event_type="AGREE")
        )
        events.append(Event(id=event, event_type="AGREE", reports=(report,), articles=1, summary=words))
    return Record(articles=tuple(articles), events=tuple(events), reports=tuple(reports))


def digest(packages: object) -> str:
    """Return which code this is: always the same, also while somebody edits it."""
    return "stand-in"


def replace_stages(replace: Callable[[object, str, object], None]) -> None:
    """Put the stand-ins in the place of the real stages."""
    replace(run, "make_coder", make_stand_in)
    replace(run, "link_readings", link_stand_in)
    replace(fingerprint, "_digest_packages", digest)


def put_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pipeline use the stand-ins for the length of a test."""
    coded.clear()
    replace_stages(monkeypatch.setattr)
