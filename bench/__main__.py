"""`python -m bench`: everything, written to docs/benchmarks.md. Its parts alone:

quality     the scores on gold standards
sample      a sheet of NUMBER random reports to judge by hand, in --sheet
judge       take a filled sheet into bench/judgements.jsonl
happenings  how well happenings are joined that are given, on topics not learnt from; --write learns the weights anew
confidence  how often judged reports are right, and whether their confidence keeps its word; --write fits it anew
"""

import argparse
import sys
from pathlib import Path

from accord.language.parse import Parser
from bench.floors import find_fallen, read_floors
from bench.judged import run_confidence, run_judge, run_sample
from bench.quality import QualityOptions, format_table, measure_quality, write_scores

DATA = Path("../shared/bench")


def main() -> int:
    chosen = _read_options()
    only = tuple(filter(None, chosen.only.split(",")))
    if chosen.part == "sample":
        return run_sample(chosen.data, chosen.number, chosen.seed, chosen.sheet, only)
    if chosen.part == "judge":
        return run_judge(chosen.sheet, chosen.round)
    if chosen.part == "confidence":
        return run_confidence(chosen.data, write=chosen.write)
    if chosen.part == "happenings":
        from bench.happenings import run_happenings

        return run_happenings(chosen.data, Parser(), write=chosen.write)
    quality = QualityOptions(only=only, limit=chosen.limit, jobs=chosen.jobs, keep=chosen.keep)
    if chosen.part == "quality":
        return _run_quality(chosen.data, quality, chosen.out)
    from bench.document import write_document

    return write_document(chosen.data, quality, chosen.out)


def _read_options() -> argparse.Namespace:
    options = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "part", nargs="?", choices=["all", "quality", "sample", "judge", "confidence", "happenings"], default="all"
    )
    options.add_argument("--data", type=Path, default=DATA, help="folder of gold standards, one folder a set")
    options.add_argument("--out", type=Path, help="file for {set: scores} as JSON")
    options.add_argument("--only", default="", help="names of sets, with commas between")
    options.add_argument("--limit", type=int, help="at most so many records of each set")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--keep", type=Path, help="folder for the predictions")
    options.add_argument("--sheet", type=Path, default=Path("reports.jsonl"), help="file of reports to judge")
    options.add_argument("--number", type=int, default=100, help="reports of a sheet")
    options.add_argument("--seed", type=int, default=1, help="another seed draws other reports")
    options.add_argument("--round", type=int, default=1, help="number of the round of judging that a sheet belongs to")
    options.add_argument("--write", action="store_true", help="write the fitted confidence, or the learnt weights")
    return options.parse_args()


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
