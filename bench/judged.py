"""Tables on judged reports: how often each field is right, what went wrong, and whether the confidence keeps its word."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from accord.coding.events.reports import LEAST_CONFIDENCE
from bench.confidence import check, expected_error, find_cases, fit, format_calibration, tabulate_bins
from bench.judging import CAUSES, JUDGEMENTS, SOURCES, Judged, count_right, draw, match, take_sheet, write_sheet

WEIGHTS = Path("src/accord/data/confidence.yaml")
Table = tuple[tuple[str, ...], list[tuple[str, ...]]]
_LARGEST = 10


def run_sample(data: Path, number: int, seed: int, sheet: Path, names: Sequence[str] = ()) -> int:
    """Write a sheet of reports to judge, of some sets or of all whose licences allow it."""
    drawn = draw(data, number, seed, names=names or tuple(SOURCES))
    write_sheet(drawn, sheet)
    print(f"{len(drawn)} reports of {len({(one.set, one.article) for one in drawn})} articles in {sheet}")
    return 0 if drawn else 1


def run_judge(sheet: Path, round_number: int) -> int:
    """Put a filled sheet among the judgements."""
    try:
        number = take_sheet(sheet, round_number=round_number)
    except (ValueError, OSError) as error:
        print(f"not taken: {error}")
        return 1
    print(f"{number} judged reports put into {JUDGEMENTS}")
    return 0


def run_confidence(data: Path, *, write: bool) -> int:
    """Print the tables, and write the weights where asked to."""
    judged = match(data)
    for head, lines in measure_judged(judged).values():
        print("\n".join("  ".join(f"{cell:>12}" for cell in line) for line in (head, *lines)), end="\n\n")
    if write:
        cases = find_cases(judged)
        WEIGHTS.write_text(format_calibration(fit(cases), cases), encoding="utf-8")
        print(f"weights of {len(cases)} reports written to {WEIGHTS}")
    return 0 if judged else 1


def measure_judged(judged: Sequence[Judged]) -> dict[str, Table]:
    """Return the tables by name: `rates`, `causes`, `calibration`."""
    return {"rates": _rates(judged), "causes": _causes(judged), "calibration": _calibration(judged)}


def _rates(judged: Sequence[Judged]) -> Table:
    """Count what is right in the newest round, of all reports judged and of those sure enough to be kept."""
    newest = [one for one in judged if one.round == max(j.round for j in judged)]
    kept = [one for one in newest if one.candidate.report.confidence >= LEAST_CONFIDENCE]
    lines = []
    for (field, (right, number)), (sure, of) in zip(count_right(newest).items(), count_right(kept).values(), strict=True):
        lines.append((field, _share(right, number), _share(sure, of)))
    return ("field", "right of all judged", f"right of those with confidence {LEAST_CONFIDENCE} or more, which are kept"), lines


def _share(right: int, number: int) -> str:
    return f"{right} of {number} ({right / number:.2f})" if number else "none"


def _causes(judged: Sequence[Judged]) -> Table:
    """Count the causes of reports of which a field is still as it was when it was found wrong."""
    counts = Counter(one.cause for one in judged if one.cause and not all(one.right.values()))
    return ("cause", "reports", "what it is"), [
        (cause, str(number), CAUSES[cause]) for cause, number in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:_LARGEST]
    ]


def _calibration(judged: Sequence[Judged]) -> Table:
    bins = tabulate_bins(check(find_cases(judged)))
    lines = [(f"{b.low:.1f} to {b.high:.1f}", str(b.number), f"{b.claimed:.2f}", f"{b.right:.2f}") for b in bins]
    total = sum(b.number for b in bins)
    return ("confidence", "reports", "claimed", "right"), [
        *lines,
        ("mean distance", str(total), f"{expected_error(bins):.3f}", ""),
    ]
