"""Fit the confidence of reports to judgements, and check it on articles that the fit has not seen.

In: judged reports, each with its signals. Out: a weight for each signal (logistic regression with a ridge, by Newton's
method), and a table that compares what was claimed with what was right, each report scored by a fit to other articles.
"""

import hashlib
import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import yaml
from numpy.typing import NDArray

from accord.coding.events.confidence import Calibration
from bench.judging import Judged

CORE = ("what", "who", "whom", "status")
"""A report is right where these are."""
_FOLDS = 5
_RIDGE = 16.0
_RARE = 8
"""A signal seen in fewer judged reports gets no weight."""
_EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Case:
    """One judged report: the article it is from, its signals, whether it is right, and whether it is of the newest round."""

    article: str
    signals: tuple[str, ...]
    right: bool
    newest: bool = True


@dataclass(frozen=True, slots=True)
class Bin:
    """Reports of like confidence: how many, their mean confidence, the share of them that is right."""

    low: float
    high: float
    number: int
    claimed: float
    right: float


def find_cases(judged: Sequence[Judged]) -> list[Case]:
    """Return the reports whose core fields are all judged, or of which one is known to be wrong."""
    cases = []
    newest = max((one.round for one in judged), default=0)
    for one in judged:
        answers = [one.right[field] for field in CORE if field in one.right]
        if one.candidate.report.signals and (len(answers) == len(CORE) or not all(answers)):
            cases.append(Case(one.candidate.article, one.candidate.report.signals, all(answers), one.round == newest))
    return cases


def fit(cases: Sequence[Case]) -> Calibration:
    """Return the weights that make the judged answers likeliest, drawn towards none.

    All rounds say how much a signal counts. How many reports are right at all is taken from the newest round: what was wrong
    in earlier ones has been mended since, so that what is left of them is better than what the program reads today.
    """
    counts = Counter(signal for case in cases for signal in case.signals)
    names = sorted(signal for signal, count in counts.items() if count >= _RARE)
    table = np.array([[1.0, *(float(name in case.signals) for name in names)] for case in cases])
    right = np.array([float(case.right) for case in cases])
    weights = _solve(table, right)
    newest = np.array([case.newest for case in cases])
    if newest.any():
        weights[0] += _shift(table[newest] @ weights, right[newest])
    return Calibration(round(float(weights[0]), 2), {n: round(float(w), 2) for n, w in zip(names, weights[1:], strict=True)})


def _shift(odds: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    """Return what must be added to log odds for their mean probability to be the share that is right."""
    added = 0.0
    for _ in range(50):
        claimed = 1 / (1 + np.exp(-odds - added))
        added += float((right - claimed).sum() / (claimed * (1 - claimed)).sum())
    return added


def _solve(table: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    ridge = np.diag([0.0, *([_RIDGE] * (table.shape[1] - 1))])
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        claimed = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - claimed) - ridge @ weights
        curve = table.T @ (table * (claimed * (1 - claimed))[:, None]) + ridge
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def check(cases: Sequence[Case]) -> list[tuple[float, bool]]:
    """Return for each report of the newest round the confidence by a fit to other articles, and whether it is right."""
    found = []
    for fold in range(_FOLDS):
        calibration = fit([case for case in cases if _fold(case) != fold])
        found += [(calibration.confidence(case.signals), case.right) for case in cases if case.newest and _fold(case) == fold]
    return found


def _fold(case: Case) -> int:
    return int(hashlib.sha256(case.article.encode()).hexdigest(), 16) % _FOLDS


def tabulate_bins(checked: Sequence[tuple[float, bool]]) -> list[Bin]:
    """Sort checked reports into bins of confidence."""
    bins = []
    for low, high in itertools.pairwise(_EDGES):
        inside = [(claimed, right) for claimed, right in checked if low <= claimed < high or claimed == high == 1.0]
        if inside:
            number = len(inside)
            bins.append(Bin(low, high, number, sum(c for c, _ in inside) / number, sum(r for _, r in inside) / number))
    return bins


def expected_error(bins: Sequence[Bin]) -> float:
    """Return the mean distance between claimed and right, weighed by reports (expected calibration error)."""
    total = sum(one.number for one in bins)
    return sum(one.number * abs(one.claimed - one.right) for one in bins) / total if total else 0.0


def format_calibration(calibration: Calibration, cases: Sequence[Case]) -> str:
    """Return the weights as the YAML file that the program reads."""
    head = f"# Written by `python -m bench confidence --write` from {len(cases)} judged reports; log odds by signal.\n"
    body: str = yaml.safe_dump({"base": calibration.base, "signals": calibration.weights}, sort_keys=True, allow_unicode=True)
    return head + body
