"""The one place where the stages are put together: inputs → readings, one per article → the record of a case.

*Map*: each article is read, cleaned, parsed and coded by itself, and stored at once. *Gather*: the record is linked from
all stored readings and replaces the one before. So a killed build loses no finished article, and adding articles to a
case gives by construction the record that building all at once gives.
"""

import functools
import hashlib
import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from accord.cleaning.withdraw import withdraw
from accord.engines import run_local, run_processes
from accord.errors import InputError, SettingsError
from accord.fingerprint import describe_coder, describe_linker
from accord.model.ids import make_id
from accord.model.reading import InputFailure, Reading, SourceText
from accord.model.record import Record
from accord.settings import LanguageSettings, ReadingSettings, Settings
from accord.store import Case, open_case
from accord.store.read import (
    StoredArticle,
    read_digests,
    read_meta,
    read_original,
    read_readings,
    read_stored,
    read_stored_inputs,
    read_texts,
)
from accord.store.verify import Problem, find_problems
from accord.store.write import put_duplicate, put_failure, put_meta, put_reading, replace_record

__all__ = [
    "BuildResult",
    "Case",
    "Problem",
    "Progress",
    "RunOptions",
    "add_to_case",
    "build_case",
    "find_model",
    "list_failed",
    "open_case",
    "read_article",
    "verify_case",
]

if TYPE_CHECKING:
    from accord.language.parse import Parser

# Stages that load spaCy or large word lists are imported where they are used, so that a command that needs none of them
# starts at once.

Stage = Literal["reading", "linking"]
Coded = tuple[SourceText, Reading | InputFailure]
Coder = Callable[[SourceText], Coded]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: `done` inputs are finished, `path` was the last; `total` counts files, some of which hold many."""

    stage: Stage
    done: int
    total: int
    path: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How a build runs; nothing here changes the record.

    `jobs` processes code articles; `strict` stops at the first input that fails; `stdin` is what `-` reads.
    """

    jobs: int = 1
    strict: bool = False
    stdin: BinaryIO | None = None
    on_progress: Callable[[Progress], None] | None = None


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

    >>> result = build_case(["articles/"], "case.db")  # doctest: +SKIP
    >>> result.coded, result.events  # doctest: +SKIP
    (14, 61)
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
    """
    from accord.reading.plain import read_plain

    source = read_plain(text, "-")
    outcome = source if isinstance(source, InputFailure) else make_coder(settings or Settings())(source)[1]
    if isinstance(outcome, InputFailure):
        raise InputError(outcome.path, outcome.reason)
    return outcome


def verify_case(case: Case) -> list[Problem]:
    """Return what does not hold in a case: spans, ids that are referred to, stored texts; an empty list if all is well."""
    texts = read_texts(case)
    changed = [
        Problem("original", article, "the stored text is not what was stored first: its digest differs")
        for article, digest in sorted(read_digests(case).items())
        if hashlib.sha256(texts[article].encode("utf-8")).hexdigest() != digest
    ]
    return [*changed, *find_problems(case.record, texts)]


def make_coder(settings: Settings) -> Coder:
    """Return a function that codes one article; it holds a language model, so make one per process."""
    from accord.language.parse import Parser

    return functools.partial(_code, Parser(settings.language))


def link_readings(readings: Sequence[Reading]) -> Record:
    """Link a case's readings, without the passages that one source repeats from page to page."""
    from accord.cleaning import find_repeated
    from accord.linking.link import link

    repeated = find_repeated([reading.article for reading in readings])
    return link([withdraw(reading, repeated.get(reading.article.id, ())) for reading in readings])


def _code(parser: "Parser", source: SourceText) -> Coded:
    """Clean, parse and code one article. Whatever goes wrong becomes a failure of that input alone."""
    from accord.cleaning import clean_article
    from accord.coding.article import code_article

    try:
        article = clean_article(source)
        if isinstance(article, InputFailure):
            return source, article
        return source, code_article(parser.parse_article(article))
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name} line {place.lineno}"
        return source, InputFailure(
            source.path, f"could not be coded: {type(error).__name__}: {error} ({where}); please report it"
        )


@dataclass(slots=True)
class _Tally:
    coded: int = 0
    unchanged: int = 0
    duplicate: int = 0
    failed: list[InputFailure] = field(default_factory=list)


class _Run:
    """One build: chooses what is to be coded, stores what comes back, counts each input once."""

    def __init__(self, case: Case, settings: Settings, options: RunOptions) -> None:
        self.case = case
        self.settings = settings
        self.options = options
        self.coder = describe_coder(settings.language)
        self.tally = _Tally()
        self._stored = read_stored(case)
        self._seen: set[str] = set()
        self._uncounted: set[tuple[str, str]] = set()
        self._total = 0

    def map(self, inputs: Sequence[str]) -> None:
        """Code and store what the case does not hold yet."""
        from accord.reading.discover import discover

        self._total = sum(1 for _ in discover(inputs))
        make = functools.partial(make_coder, self.settings)
        work, jobs = self._choose(inputs), self.options.jobs
        for source, outcome in run_local(make, work) if jobs == 1 else run_processes(make, work, jobs=jobs):
            if isinstance(outcome, InputFailure):
                self._fail(outcome, article=source.id)
            else:
                put_reading(self.case, source, outcome, coder=self.coder)
                self.tally.coded += (source.id, source.path) not in self._uncounted
                self._tell(source.path)

    def gather(self) -> None:
        """Link the record anew, unless the stored one was made from the same readings by the same program."""
        stored = read_stored(self.case).values()
        made_from = make_id("record", describe_linker(), *(f"{a.id} {a.path} {a.coder}" for a in stored))
        if read_meta(self.case).get("record_of") == made_from:
            return
        self._tell("", stage="linking")
        replace_record(self.case, link_readings(read_readings(self.case)), record_of=made_from)

    def _choose(self, inputs: Sequence[str]) -> Iterator[SourceText]:
        """Yield the articles to code: new ones, then stored ones that another version of the program coded."""
        from accord.reading import read_inputs

        for item in read_inputs(inputs, self.settings.reading, stdin=self.options.stdin):
            if isinstance(item, InputFailure):
                self._fail(item)
            elif (source := self._weigh(item)) is not None:
                yield source
            else:
                self._tell(item.path)
        for known in list(self._stored.values()):
            if known.coder != self.coder and (source := read_original(self.case, known.id)) is not None:
                self._uncounted.add((source.id, source.path))
                yield source

    def _weigh(self, source: SourceText) -> SourceText | None:
        """Return what must be coded for an input: itself, the same text as stored from another path, or nothing.

        One text under several paths is kept under the first path in sorted order, so that the order of reading does not matter.
        """
        known = self._stored.get(source.id)
        is_repeat = source.id in self._seen
        is_current = known is not None and known.coder == self.coder
        if known is not None and known.path == source.path and not is_repeat:
            is_current = is_current and read_original(self.case, source.id) == source
        is_first_path = known is None or source.path <= known.path
        self._seen.add(source.id)
        if is_repeat:
            put_duplicate(self.case, source.path, source.id)
            self.tally.duplicate += 1
        elif is_current:
            self.tally.unchanged += 1
        if is_current and (known is None or source.path >= known.path):
            return None
        chosen = source if is_first_path else read_original(self.case, source.id) or source
        if is_repeat or is_current:
            self._uncounted.add((chosen.id, chosen.path))
        self._stored[source.id] = StoredArticle(source.id, chosen.path, self.coder)
        return chosen

    def _fail(self, failure: InputFailure, *, article: str | None = None) -> None:
        put_failure(self.case, failure, article=article)
        self.tally.failed.append(failure)
        self._tell(failure.path)
        if self.options.strict:
            raise InputError(failure.path, failure.reason)

    def _tell(self, path: str, *, stage: Stage = "reading") -> None:
        if self.options.on_progress is not None:
            tally = self.tally
            done = tally.coded + tally.unchanged + tally.duplicate + len(tally.failed)
            self.options.on_progress(Progress(stage, done, self._total, path))


def _extend(case: Case, inputs: Sequence[str], settings: Settings, options: RunOptions) -> BuildResult:
    model = find_model(case)
    if model is not None and model != settings.language.model:
        raise SettingsError(
            f"{case.location}: its articles were coded with the language model {model!r}, not {settings.language.model!r}: "
            f"use --model {model}, or build a new case; one case is coded with one model"
        )
    run = _Run(case, settings, options)
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
