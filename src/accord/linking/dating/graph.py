"""Weigh days for many articles at once: a forest of unknown days, and messages along its links.

In: a logarithmic weight for each day of each article, and links that say which days of two articles go together. Out: a
probability for each day of each article. Sum-product messages (Pearl 1988, chapter 4): exact, because the links among
articles whose day is not known form no ring; rings would count evidence more than once. It knows nothing of texts.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from accord.linking.dating.calendar import Days, Meaning, Weights

_BAND = 60
"""Days apart up to which two days are weighed pair by pair; beyond, only the distance counts."""
LEAST_CHANCE = 0.005
"""Two expressions that mean one day are never taken for rarer than this by chance, so that one pair cannot decide all."""
LATER_POWER = 0.5
"""What each pair of expressions after the first between two articles counts: they depend on each other."""


_RULED_OUT = 1e-6
_SAMPLE = 11
"""Every how many-th day is looked at to find how often two expressions meet by chance; no divisor of a week or year."""


@dataclass(frozen=True, slots=True)
class Meet:
    """What an expression of each of two articles means, if they mean one day, with a trust from 0 to 1."""

    a: Meaning
    b: Meaning
    trust: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two nodes that appeared near each other: a mixture of (share, scale in days), and expressions that meet."""

    a: int
    b: int
    mixture: tuple[tuple[float, float], ...]
    meets: tuple[Meet, ...] = ()


def spread_beliefs(alone: Sequence[Weights], links: Sequence[Link], order: Sequence[int]) -> list[Weights]:
    """Return a probability for each day of each node.

    Args:
        alone: for each node the logarithmic weight of each day, `-inf` where it is impossible.
        links: which nodes depend on each other; no rings.
        order: nodes such that each has at most one link to an earlier one.
    """
    priors = [_normalise(np.exp(weights - weights.max())) for weights in alone]
    rank = {node: place for place, node in enumerate(order)}
    at: defaultdict[int, list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        at[link.a].append(number)
        at[link.b].append(number)
    incoming: dict[tuple[int, int], Weights] = {}

    def send_all(source: int, *, upward: bool) -> None:
        for number in at[source]:
            link = links[number]
            target = link.b if link.a == source else link.a
            if (rank[target] < rank[source]) == upward:
                others = [incoming[n, source] for n in at[source] if n != number and (n, source) in incoming]
                incoming[number, target] = _send(link, _combine(priors[source], others), to_b=target == link.b)

    for node in reversed(order):
        send_all(node, upward=True)
    for node in order:
        send_all(node, upward=False)
    return [_combine(prior, [incoming[n, node] for n in at[node]]) for node, prior in enumerate(priors)]


def _combine(prior: Weights, messages: Sequence[Weights]) -> Weights:
    belief = prior
    for message in messages:
        belief = _normalise(belief * message)
    return belief


def _normalise(weights: Weights) -> Weights:
    total = weights.sum()
    return np.asarray(weights / total if total > 0 else np.full(len(weights), 1.0 / len(weights)))


def _send(link: Link, belief: Weights, *, to_b: bool) -> Weights:
    """Return what one end's belief says of each day of the other end.

    Days are weighed pair by pair only near days that the belief does not rule out; elsewhere the expressions count as missed.
    """
    kernel = _make_kernel(link.mixture, len(belief))
    missed = float(np.prod([1.0 - meet.trust for meet in link.meets])) if link.meets else 1.0
    message = missed * _convolve(belief, kernel)
    if link.meets:
        rows = _find_rows(belief)
        middle = slice(len(belief) - 1 - _BAND, len(belief) + _BAND)
        near = sliding_window_view(np.pad(belief, _BAND), 2 * _BAND + 1)[rows] * kernel[middle]
        message[rows] += (near * (_weigh_band(link, rows, to_b=to_b) - missed)).sum(axis=1)
    return np.asarray(np.maximum(message / message.max(), 1e-12))


def _find_rows(belief: Weights) -> Days:
    """Return the days within the band of any day that a belief does not rule out."""
    open_days = np.concatenate(([0], np.cumsum(belief > _RULED_OUT * belief.max())))
    size = len(belief)
    places = np.arange(size)
    reached = open_days[np.minimum(places + _BAND + 1, size)] - open_days[np.maximum(places - _BAND, 0)]
    return np.flatnonzero(reached)


def _make_kernel(mixture: tuple[tuple[float, float], ...], size: int) -> Weights:
    """Return a mixture of two-sided exponentials over the distances -size+1 to size-1."""
    distance = np.abs(np.arange(-size + 1, size, dtype=np.float64))
    return np.asarray(sum(share * np.exp(-distance / scale) / (2 * scale) for share, scale in mixture))


def _weigh_band(link: Link, rows: Days, *, to_b: bool) -> Weights:
    """Return for each row, a day of the target, and each near day of the source how well the expressions meet."""
    factors: list[tuple[float, Weights]] = []
    for meet in link.meets:
        target, source = (meet.b, meet.a) if to_b else (meet.a, meet.b)
        chance = max(LEAST_CHANCE, float(_match(source, target, np.arange(0, len(target.first), _SAMPLE)).mean()))
        hit = 1.0 - meet.trust + meet.trust / chance
        factors.append((chance, np.where(_match(source, target, rows), hit, 1.0 - meet.trust)))
    weights = np.ones((len(rows), 2 * _BAND + 1))
    for number, (_, factor) in enumerate(sorted(factors, key=lambda pair: pair[0])):
        weights *= factor if number == 0 else factor**LATER_POWER
    return weights


def _match(source: Meaning, target: Meaning, rows: Days) -> NDArray[np.bool_]:
    """Return for each row and each near day whether the two expressions then mean a day in common."""
    first = sliding_window_view(np.pad(source.first, _BAND, mode="edge"), 2 * _BAND + 1)[rows]
    last = sliding_window_view(np.pad(source.last, _BAND, mode="edge"), 2 * _BAND + 1)[rows]
    return np.asarray((first <= target.last[rows, None]) & (target.first[rows, None] <= last))


def _convolve(belief: Weights, kernel: Weights) -> Weights:
    size = len(belief)
    padded = 1 << (3 * size).bit_length()
    full = np.fft.irfft(np.fft.rfft(belief, padded) * np.fft.rfft(kernel, padded), padded)
    return np.maximum(full[size - 1 : 2 * size - 1], 0.0)
