"""Measure speed: the whole build beside plain spaCy, the share of each stage, growth with the number of articles.

In: the example articles and, where gold standards lie, real articles of two of them. Out: numbers as JSON. Each measurement
runs in a process of its own, after imports, with the model loaded and one sentence parsed, so that all start alike.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from accord.model.reading import InputFailure, SourceText
from accord.settings import LanguageSettings, ReadingSettings, Settings

EXAMPLES = Path("examples/articles")
MIX = ("news_cluster", "polnear")
"""Sets whose articles make the larger mix: world news by many outlets, US politics by seven."""
GROWTH = (50, 100, 200, 400)
Result = dict[str, Any]


def measure_speed(data: Path, sizes: Sequence[int] = GROWTH) -> Result:
    """Return all measurements by name; the mix is left out where its sets are missing."""
    found: Result = {"example": {mode: _measure(mode, EXAMPLES) for mode in ("spacy", "build", "stages")}}
    with tempfile.TemporaryDirectory() as folder:
        articles = list(_read_mix(data, max(sizes)))
        for size in sizes:
            if len(articles) >= size:
                path = Path(folder) / f"{size}.jsonl"
                path.write_text("".join(json.dumps(article) + "\n" for article in articles[:size]), encoding="utf-8")
                modes = ("spacy", "build", "stages") if size == max(sizes) else ("build",)
                found.setdefault("growth", {})[size] = {mode: _measure(mode, path) for mode in modes}
    return found


def _read_mix(data: Path, size: int) -> Iterator[Result]:
    """Yield articles of the sets in turn, so that every size holds some of each."""
    lists = []
    for name in MIX:
        path = data / name / "dev.jsonl"
        if path.is_file():
            with path.open(encoding="utf-8") as lines:
                rows = [json.loads(line) for _, line in zip(range(size), lines, strict=False)]
            lists.append(
                [
                    {"id": r["id"], "source": r["outlet"], "title": r["title"], "text": r["text"], "date": r["date"]}
                    for r in rows
                ]
            )
    count = 0
    for place in range(size):
        for rows in lists:
            if place < len(rows) and count < size:
                count += 1
                yield {key: value for key, value in rows[place].items() if value}


def _measure(mode: str, path: Path) -> Result:
    """Run one measurement in a fresh process."""
    done = subprocess.run([sys.executable, "-m", "bench.speed", mode, str(path)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{mode} on {path.name}: {done.stderr.strip().splitlines()[-1:]}")
    result: Result = json.loads(done.stdout.splitlines()[-1])
    return result


def _read_sources(path: Path) -> list[SourceText]:
    from accord.reading import read_inputs

    return [one for one in read_inputs([str(path)], ReadingSettings()) if not isinstance(one, InputFailure)]


def _clock(work: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    result = work()
    return result, time.perf_counter() - began


def run_spacy(path: Path) -> Result:
    """Time plain spaCy over the same texts with the same pipeline."""
    from accord.language.parse import load_model

    texts = [source.text for source in _read_sources(path)]
    nlp = load_model(LanguageSettings().model)
    nlp("One sentence wakes the model.")
    _, seconds = _clock(lambda: [None for _ in nlp.pipe(texts)])
    return {"articles": len(texts), "characters": sum(map(len, texts)), "seconds": seconds, "peak_mb": _find_peak()}


def run_build(path: Path) -> Result:
    """Time a whole build as the command does it, case file included."""
    from accord.language.parse import Parser
    from accord.pipeline import Progress, RunOptions, build_case

    Parser().parse_text("One sentence wakes the model.")
    linked_from: list[float] = []

    def watch(progress: Progress) -> None:
        if progress.stage == "linking":
            linked_from.append(time.perf_counter())

    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case.db"
        result, seconds = _clock(lambda: build_case([path], case, options=RunOptions(on_progress=watch)))
        linking = time.perf_counter() - linked_from[0]
    return {
        "articles": result.articles,
        "events": result.events,
        "reports": result.reports,
        "seconds": seconds,
        "linking": linking,
        "peak_mb": _find_peak(),
    }


def run_stages(path: Path) -> Result:
    """Time each stage by itself; storing is what a build takes beyond them."""
    from accord.cleaning import clean_article
    from accord.coding.article import code_article
    from accord.language.parse import Parser
    from accord.pipeline.stages import link_readings

    parser = Parser(Settings().language)
    parser.parse_text("One sentence wakes the model.")
    sources, reading = _clock(lambda: _read_sources(path))
    cleaned, cleaning = _clock(lambda: [clean_article(source) for source in sources])
    articles = [one for one in cleaned if not isinstance(one, InputFailure)]
    parsed, parsing = _clock(lambda: [parser.parse_article(article) for article in articles])
    readings, coding = _clock(lambda: [code_article(one) for one in parsed])
    _, linking = _clock(lambda: link_readings(readings))
    return {
        "articles": len(articles),
        "sentences": sum(len(one.sentences) for one in parsed),
        "reading": reading,
        "cleaning": cleaning,
        "parsing": parsing,
        "coding": coding,
        "linking": linking,
    }


def _find_peak() -> float:
    """Return the largest memory this process held, in MB (kilobytes on Linux, bytes on macOS)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


_MODES: dict[str, Callable[[Path], Result]] = {"spacy": run_spacy, "build": run_build, "stages": run_stages}

if __name__ == "__main__":
    print(json.dumps(_MODES[sys.argv[1]](Path(sys.argv[2]))))
