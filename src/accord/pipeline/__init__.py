"""The one place where the stages are put together: inputs → readings, one per article → the record of a case.

*Map*: each article is read, cleaned, parsed and coded by itself, and stored at once. *Gather*: the record is linked from
all stored readings and replaces the one before. So a killed build loses no finished article, and adding articles to a
case gives by construction the record that building all at once gives. `stages` holds what is computed, `run` one build.
"""

import datetime
import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accord.errors import InputError, SettingsError
from accord.model.reading import InputFailure, Reading
from accord.model.record import Report
from accord.pipeline.run import Progress, Run, RunOptions
from accord.pipeline.stages import make_coder
from accord.settings import LanguageSettings, ReadingSettings, Settings
from accord.store import Case, open_case
from accord.store.read import read_digests, read_meta, read_reading, read_stored_inputs, read_texts
from accord.store.verify import Problem, find_problems
from accord.store.write import put_meta

if TYPE_CHECKING:
    from accord.coding.explaining.explanation import ExplainedSentence

__all__ = [
    "BuildResult",
    "Case",
    "Problem",
    "Progress",
    "RunOptions",
    "add_to_case",
    "build_case",
    "explain_reports",
    "explain_text",
    "find_model",
    "list_failed",
    "open_case",
    "read_article",
    "verify_case",
]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What became of the inputs, each in exactly one count, and the size of the record."""

    case: str
    coded: int
    unchanged: int
    duplicate: int
    failed: tuple[InputFailure, ...]
    articles: int
    events: int
    reports: int


def build_case(
    inputs: Sequence[str | os.PathLike[str]],
    case: str | os.PathLike[str],
    settings: Settings | None = None,
    *,
    options: RunOptions | None = None,
) -> BuildResult:
    """Read inputs (files, folders, globs) into a case, which is made where there is none, and link its record.

    A case that is there already is continued: what a killed build finished is not done again.

    Raises:
        StoreError: the case cannot be opened or written.
        SettingsError: the case was coded with another language model, or the model is not installed.
        InputError: with `strict`, the first input that fails.
    """
    with open_case(case, create=True) as opened:
        return _extend(opened, [os.fspath(name) for name in inputs], settings or Settings(), options or RunOptions())


def add_to_case(
    case: str | os.PathLike[str],
    inputs: Sequence[str | os.PathLike[str]],
    *,
    reading: ReadingSettings | None = None,
    model: str | None = None,
    options: RunOptions | None = None,
) -> BuildResult:
    """Add inputs to a case: the record becomes the one that building all at once would have given.

    Without `model` the case's own language model is used. Raises as `build_case` does.
    """
    with open_case(case) as opened:
        language = LanguageSettings(model or find_model(opened) or LanguageSettings().model)
        settings = Settings(reading or ReadingSettings(), language)
        return _extend(opened, [os.fspath(name) for name in inputs], settings, options or RunOptions())


def list_failed(case: Case) -> tuple[InputFailure, ...]:
    """Return the inputs of a case that could not be used, sorted by path."""
    given = read_stored_inputs(case)
    return tuple(InputFailure(one.path, one.reason or "") for one in given if one.outcome == "failed")


def find_model(case: Case) -> str | None:
    """Return the language model that a case is coded with, or None where it holds nothing yet."""
    return read_meta(case).get("model")


def read_article(text: str, settings: Settings | None = None) -> Reading:
    """Return what one plain text says, without a case: mentions, times, reports, figures.

    Raises:
        InputError: the text holds nothing to read.

    >>> reading = read_article("France and Germany signed a treaty in Paris on 3 May 2022, officials said.")
    >>> [(report.event_type, report.lemma) for report in reading.reports]
    [('SUPPORT', 'sign')]
    >>> [time.text for time in reading.times]
    ['3 May 2022']
    """
    from accord.reading.plain import read_plain

    source = read_plain(text, "-")
    outcome = source if isinstance(source, InputFailure) else make_coder(settings or Settings())(source)[1]
    if isinstance(outcome, InputFailure):
        raise InputError(outcome.path, outcome.reason)
    return outcome


def explain_text(
    text: str, published: datetime.date | None = None, language: LanguageSettings | None = None
) -> "tuple[ExplainedSentence, ...]":
    """Return how each sentence of a text is coded and why, every line of it taken for prose.

    Args:
        text: one or more sentences.
        published: the day the text appeared, which puts "Thursday" on the calendar.
        language: the pipeline that parses.

    Raises:
        SettingsError: the language model is not installed.
    """
    from accord.coding.explaining.explain import explain
    from accord.language.parse import Parser

    return explain(Parser(language).parse_text(text), published)


def explain_reports(case: Case, reports: Iterable[Report]) -> "tuple[ExplainedSentence, ...]":
    """Return how the sentences of reports are coded and why, in the order of articles and texts.

    Their articles are coded anew by the program as it is, with the case's language model and the days it dates them to.
    """
    from accord.coding.explaining.explain import explain
    from accord.language.parse import Parser

    starts: dict[str, set[int]] = {}
    for report in reports:
        starts.setdefault(report.article, set()).add(report.span.start)
    published = {article.id: article.published for article in case.articles}
    parser = Parser(LanguageSettings(find_model(case) or LanguageSettings().model))
    found: list[ExplainedSentence] = []
    for article in sorted(starts):
        reading, day = read_reading(case, article), published.get(article)
        if reading is not None:
            known = day.start if day is not None and day.start == day.end else None
            found += [s for s in explain(parser.parse_article(reading.article), known) if s.start in starts[article]]
    return tuple(found)


def verify_case(case: Case) -> list[Problem]:
    """Return what does not hold in a case: spans, ids that are referred to, stored texts; an empty list if all is well."""
    texts = read_texts(case)
    changed = [
        Problem("original", article, "the stored text is not what was stored first: its digest differs")
        for article, digest in sorted(read_digests(case).items())
        if hashlib.sha256(texts[article].encode("utf-8")).hexdigest() != digest
    ]
    return [*changed, *find_problems(case.record, texts)]


def _extend(case: Case, inputs: Sequence[str], settings: Settings, options: RunOptions) -> BuildResult:
    model = find_model(case)
    if model is not None and model != settings.language.model:
        raise SettingsError(
            f"{case.location}: its articles were coded with the language model {model!r}, not {settings.language.model!r}: "
            f"use --model {model}, or build a new case; one case is coded with one model"
        )
    run = Run(case, settings, options)
    put_meta(case, model=settings.language.model)
    run.map(inputs)
    run.gather()
    tally = run.tally
    return BuildResult(
        case=case.location,
        coded=tally.coded,
        unchanged=tally.unchanged,
        duplicate=tally.duplicate,
        failed=tuple(tally.failed),
        articles=len(case.record.articles),
        events=len(case.record.events),
        reports=len(case.record.reports),
    )
