"""One build of a case: map, each article coded by itself and stored at once; gather, the record linked from all readings."""

import dataclasses
import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Literal

from accord.engines import run_local, run_processes
from accord.errors import InputError
from accord.fingerprint import describe_coder, describe_linker
from accord.model.ids import make_id
from accord.model.reading import InputFailure, SourceText
from accord.pipeline.stages import link_readings, make_coder
from accord.settings import Settings
from accord.store import Case
from accord.store.read import StoredArticle, read_meta, read_original, read_readings, read_stored
from accord.store.write import put_duplicate, put_failure, put_reading, replace_record

Stage = Literal["reading", "linking"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: `done` inputs are finished, `path` was the last; `total` counts files, some of which hold many."""

    stage: Stage
    done: int
    total: int
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How a build runs; nothing here changes the record.

    `jobs` processes code articles; `strict` stops at the first input that fails; `stdin` is what `-` reads.
    """

    jobs: int = 1
    strict: bool = False
    stdin: BinaryIO | None = None
    on_progress: Callable[[Progress], None] | None = None


@dataclass(slots=True)
class Tally:
    """What became of the inputs so far."""

    coded: int = 0
    unchanged: int = 0
    duplicate: int = 0
    failed: list[InputFailure] = field(default_factory=list)


class Run:
    """One build: chooses what is to be coded, stores what comes back, counts each input once."""

    def __init__(self, case: Case, settings: Settings, options: RunOptions) -> None:
        self.case = case
        self.settings = settings
        self.options = options
        self.coder = describe_coder(settings.language)
        self.tally = Tally()
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

        for given in read_inputs(inputs, self.settings.reading, stdin=self.options.stdin):
            item = _make_storable(given)
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


def _make_storable(item: SourceText | InputFailure) -> SourceText | InputFailure:
    """Return an item without lone surrogates, which no database takes: file names that are no UTF-8 have them.

    Each becomes a question mark, so that offsets stay what they are.
    """
    values = {field.name: getattr(item, field.name) for field in dataclasses.fields(item)}
    texts = {name: value.encode("utf-8", "replace").decode() for name, value in values.items() if isinstance(value, str)}
    changed: dict[str, Any] = {name: text for name, text in texts.items() if text != values[name]}
    return dataclasses.replace(item, **changed) if changed else item
