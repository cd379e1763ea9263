"""Measure everything and write docs/benchmarks.md from its template."""

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from string import Template
from typing import Any

from accord.settings import LanguageSettings
from bench.judged import measure_judged
from bench.judging import match
from bench.quality import Outcome, QualityOptions, format_table, measure_quality, write_scores
from bench.speed import MIX, Result, measure_speed

PAGE = Path("docs/benchmarks.md")
METHODS = Path("docs/methods.md")
TEMPLATE = Path(__file__).with_name("benchmarks.template")
SEEDS = Path("../shared/seeds")
_STAGES = ("reading", "cleaning", "parsing", "coding", "linking")


def write_document(data: Path, options: QualityOptions, out: Path | None = None) -> int:
    """Measure, print each part as it is known, write the page; exit code 1 where a set failed."""
    outcomes = _try_quality(data, options)
    if out is not None:
        write_scores(outcomes, out)
    quality = _tell(tabulate(("set", "records", "scores", "CPU seconds"), format_table(outcomes)) or "No gold standards here.")
    seeds = _tell(_format_seeds())
    judged = {name: _tell(tabulate(*table)) for name, table in measure_judged(match(data)).items()}
    speed = measure_speed(data)
    parts = {
        **judged,
        "quality": quality,
        "seeds": seeds,
        "speed": _tell(_format_speed(speed)),
        "stages": _tell(_format_stages(speed)),
        "growth": _tell(_format_growth(speed)),
        "mix": f"articles of {' and '.join(MIX)} in turn",
        "commit": _run("git", "rev-parse", "--short", "HEAD"),
        "machine": describe_machine(),
        "python": platform.python_version(),
        "spacy": f"spaCy {version('spacy')} with `{LanguageSettings().model}`",
    }
    _put(METHODS, "errors", judged["causes"])
    PAGE.write_text(Template(TEMPLATE.read_text(encoding="utf-8")).substitute(parts), encoding="utf-8")
    return int(any(outcome.note.startswith("failed") for outcome in outcomes))


def _put(page: Path, name: str, text: str) -> None:
    """Put a text between the marks of a name in a page that is otherwise written by hand."""
    first, last = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, rest = page.read_text(encoding="utf-8").split(first)
    page.write_text(f"{before}{first}\n{text}\n{last}{rest.split(last)[1]}", encoding="utf-8")


def _try_quality(data: Path, options: QualityOptions) -> list[Outcome]:
    try:
        return measure_quality(data, options)
    except FileNotFoundError as error:
        print(f"quality skipped: {error}", file=sys.stderr)
        return []


def score_seeds() -> list[str]:
    """Return the lines that the scorer prints on the record of the five articles."""
    from accord.exports.jsonl import write_jsonl
    from accord.pipeline import build_case, open_case

    with tempfile.TemporaryDirectory() as folder:
        case, record = Path(folder) / "seeds.db", Path(folder) / "record.jsonl"
        build_case(sorted(SEEDS.glob("*.txt")), case)
        with open_case(case) as opened:
            record.write_text("".join(write_jsonl(opened.record)), encoding="utf-8")
        return [line for line in _run(sys.executable, str(SEEDS / "score.py"), str(record)).splitlines() if line.strip()]


def measure_seeds() -> float:
    """Return the share of right lines of the project's own gold file."""
    return float(next(line for line in score_seeds() if line.startswith("total")).split()[-1])


def _format_seeds() -> str:
    if not (SEEDS / "score.py").is_file():
        return "Not measured: the articles are not here."
    return tabulate(("part", "right of asked"), [(line[:15].strip(), line[15:].strip()) for line in score_seeds()])


def describe_machine() -> str:
    """Return the processor, the cores this process may use and the system."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        names = [line.split(":")[1].strip() for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        name = names[0] if names else name
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{name}, {cores} cores, {platform.system()}"


def tabulate(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table, or nothing where there are no lines."""
    if not lines:
        return ""
    rows = [head, ["---"] * len(head), *lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _format_speed(speed: Result) -> str:
    runs = {"examples": speed["example"], **{f"mix of {size}": runs for size, runs in _find_largest(speed)}}
    lines = []
    for name, run in runs.items():
        plain, build = run["spacy"], run["build"]
        rates = plain["articles"] / plain["seconds"], build["articles"] / build["seconds"]
        lines.append(
            (
                name,
                str(build["articles"]),
                f"{plain['characters'] / plain['articles']:.0f}",
                f"{rates[0]:.1f}",
                f"{rates[1]:.1f}",
                f"{rates[1] / rates[0]:.2f}",
            )
        )
    head = ("corpus", "articles", "characters each", "spaCy, articles/s", "whole build, articles/s", "build to spaCy")
    return tabulate(head, lines)


def _find_largest(speed: Result) -> list[tuple[int, Result]]:
    growth = speed.get("growth", {})
    return [(max(growth), growth[max(growth)])] if growth else []


def _format_stages(speed: Result) -> str:
    runs = {"examples": speed["example"], **{f"mix of {size}": runs for size, runs in _find_largest(speed)}}
    lines = []
    for name, run in runs.items():
        stages = run["stages"]
        total = sum(stages[stage] for stage in _STAGES)
        lines.append((name, *(f"{stages[stage]:.1f} s ({stages[stage] / total:.0%})" for stage in _STAGES)))
    return tabulate(("corpus", *_STAGES), lines)


def _format_growth(speed: Result) -> str:
    growth: dict[int, Any] = speed.get("growth", {})
    if not growth:
        return "Not measured: the articles are not here."
    lines = [
        (
            str(size),
            f"{run['build']['seconds']:.0f}",
            f"{run['build']['seconds'] / size * 1000:.0f}",
            f"{run['build']['linking']:.1f}",
            f"{run['build']['peak_mb']:.0f}",
            str(run["build"]["events"]),
        )
        for size, run in sorted(growth.items())
    ]
    head = ("articles", "build, s", "ms an article", "of it linking and storing the record, s", "peak MB", "events")
    return tabulate(head, lines)


def _tell(text: str) -> str:
    print(text, end="\n\n", flush=True)
    return text


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or done.stderr.strip()
