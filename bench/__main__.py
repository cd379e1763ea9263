"""`python -m bench`: everything, written to docs/benchmarks.md; `python -m bench quality`: the scores on gold standards."""

import argparse
import sys
from pathlib import Path

from bench.floors import find_fallen, read_floors
from bench.quality import QualityOptions, format_table, measure_quality, write_scores

DATA = Path("../shared/bench")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("part", nargs="?", choices=["all", "quality"], default="all")
    options.add_argument("--data", type=Path, default=DATA, help="folder of gold standards, one folder a set")
    options.add_argument("--out", type=Path, help="file for {set: scores} as JSON")
    options.add_argument("--only", default="", help="names of sets, with commas between")
    options.add_argument("--limit", type=int, help="at most so many records of each set")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--keep", type=Path, help="folder for the predictions")
    chosen = options.parse_args()
    quality = QualityOptions(
        only=tuple(filter(None, chosen.only.split(","))), limit=chosen.limit, jobs=chosen.jobs, keep=chosen.keep
    )
    if chosen.part == "quality":
        return _run_quality(chosen.data, quality, chosen.out)
    from bench.document import write_document

    return write_document(chosen.data, quality, chosen.out)


def _run_quality(data: Path, options: QualityOptions, out: Path | None) -> int:
    """Measure, print the table, write the scores; exit code 1 where a set failed."""
    try:
        outcomes = measure_quality(data, options)
    except FileNotFoundError as error:
        print(f"nothing to measure: {error}", file=sys.stderr)
        return 1
    for name, records, shown, seconds in format_table(outcomes):
        print(f"{name:22}{records:>6}{seconds:>6} s  {shown}")
    if data == DATA and options.limit is None:
        for line in find_fallen(outcomes, read_floors()):
            print(f"under its floor: {line}")
    if out is not None:
        write_scores(outcomes, out)
    return int(any(outcome.note.startswith("failed") for outcome in outcomes))


if __name__ == "__main__":
    raise SystemExit(main())
