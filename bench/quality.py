"""Run the program on gold standards and let their own scorer judge.

In: a folder of sets and the scorer beside them. Out: for each set what `score.py SET PREDICTIONS GOLD --json` prints. A set
that is missing is skipped with a note; one that fails is reported with its error, and the others go on.
"""

import json
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from accord.language.parse import Parser
from bench.gold import BenchSet, Row, find_gold, hide_id, read_rows, show_row
from bench.registry import SETS, find_set

_CHUNK = 40
"""Records predicted at once in one process."""
_parser: Parser | None = None


class PredictionError(Exception):
    """A set's adapter failed; the text says how and where."""


@dataclass(slots=True)
class Outcome:
    """What became of one set: its scores, or why there are none; `seconds` is the work of all processes together."""

    name: str
    scores: dict[str, Any] | None = None
    note: str = ""
    records: int = 0
    seconds: float = 0.0
    predictions: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityOptions:
    """Which sets, how many records of each, in how many processes; `keep` is a folder for the predictions."""

    only: tuple[str, ...] = ()
    limit: int | None = None
    jobs: int = 2
    keep: Path | None = None


def find_scorer(data: Path) -> Path | None:
    """Return the scorer: beside the sets, else the one of the development part."""
    return next((path for path in (data / "score.py", Path("../shared/bench/score.py")) if path.is_file()), None)


def measure_quality(data: Path, options: QualityOptions) -> list[Outcome]:
    """Return the outcome of each set, in the order of the registry.

    Raises:
        FileNotFoundError: there is no scorer.
    """
    scorer = find_scorer(data)
    if scorer is None:
        raise FileNotFoundError(f"no score.py in {data} nor in ../shared/bench")
    chosen = [one for one in SETS if not options.only or one.name in options.only]
    outcomes = {one.name: Outcome(one.name) for one in chosen}
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        started = {one.name: _start(one, data, pool, options, outcomes[one.name]) for one in _longest_first(chosen)}
        for one in chosen:
            gold, futures = started[one.name]
            if gold is not None:
                _finish(outcomes[one.name], gold, futures, scorer, options)
                print(f"{one.name}: {outcomes[one.name].note or 'done'}", file=sys.stderr, flush=True)
    return list(outcomes.values())


def _longest_first(chosen: Sequence[BenchSet]) -> Iterator[BenchSet]:
    """Yield sets that cannot be split before the others, so that no process waits for one at the end."""
    yield from sorted(chosen, key=lambda one: not one.is_whole)


def _start(
    one: BenchSet, data: Path, pool: ProcessPoolExecutor, options: QualityOptions, outcome: Outcome
) -> tuple[Path | None, list[Future[tuple[list[Row], float]]]]:
    path = find_gold(data, one)
    if path is None:
        outcome.note = "skipped: no such set below the folder"
        return None, []
    try:
        rows = read_rows(path)[: options.limit]
        seen = [show_row(row, one, path.parent) for row in rows]
    except (ValueError, KeyError, OSError) as error:
        outcome.note = f"failed: {path.name}: {type(error).__name__}: {error}"
        return None, []
    outcome.records = len(rows)
    size = len(seen) if one.is_whole else _CHUNK
    return path, [pool.submit(predict_part, one.name, seen[at : at + size]) for at in range(0, len(seen), max(1, size))]


def predict_part(name: str, rows: list[Row]) -> tuple[list[Row], float]:
    """Return the predictions for some records of a set and the processor seconds they took; runs in a worker process."""
    global _parser
    _parser = _parser or Parser()
    began = time.process_time()
    try:
        return list(find_set(name).predict(rows, _parser)), time.process_time() - began
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        raise PredictionError(f"{type(error).__name__}: {error} ({Path(last.filename).name} line {last.lineno})") from error


def _finish(
    outcome: Outcome, gold: Path, futures: Sequence[Future[tuple[list[Row], float]]], scorer: Path, options: QualityOptions
) -> None:
    try:
        for future in futures:
            rows, seconds = future.result()
            outcome.predictions += rows
            outcome.seconds += seconds
        outcome.scores = _score(outcome, gold, scorer, options)
    except Exception as error:  # whatever a set does must not stop the others
        outcome.note = f"failed: {error}" if isinstance(error, PredictionError) else f"failed: {type(error).__name__}: {error}"


def _score(outcome: Outcome, gold: Path, scorer: Path, options: QualityOptions) -> dict[str, Any]:
    """Give predictions their records' own ids back and let the scorer compare them with the gold records."""
    rows = read_rows(gold)[: options.limit]
    names = {hide_id(row["id"]): row["id"] for row in rows}
    with tempfile.TemporaryDirectory() as folder:
        said = (options.keep or Path(folder)) / f"{outcome.name}.jsonl"
        true = Path(folder) / "gold.jsonl"
        said.parent.mkdir(parents=True, exist_ok=True)
        _write_rows(said, [{**row, "id": names[row["id"]]} for row in outcome.predictions])
        _write_rows(true, rows)
        command = [sys.executable, str(scorer), outcome.name, str(said), str(true), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the scorer failed: {done.stderr.strip().splitlines()[-1:]}")
    scores: dict[str, Any] = json.loads(done.stdout)
    return scores


def _write_rows(path: Path, rows: Sequence[Row]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def find_value(scores: dict[str, Any], path: str) -> float:
    """Return one number of a result by its path: "event+source+target.f1"."""
    value: Any = scores
    for key in path.split("."):
        value = value[key]
    return float(value)


def format_table(outcomes: Sequence[Outcome]) -> list[tuple[str, str, str, str]]:
    """Return the lines of the table: set, records, scores, processor seconds."""
    lines = []
    for outcome in outcomes:
        shown = outcome.note
        if outcome.scores is not None:
            shown = ", ".join(
                f"{p.removesuffix('.f1')} {find_value(outcome.scores, p):.3f}" for p in find_set(outcome.name).headline
            )
        lines.append((outcome.name, str(outcome.records), shown, f"{outcome.seconds:.0f}"))
    return lines


def write_scores(outcomes: Sequence[Outcome], out: Path) -> None:
    """Write {set: what the scorer printed}."""
    scores = {outcome.name: outcome.scores for outcome in outcomes if outcome.scores is not None}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
