"""Learn a small network that tells pairs of one happening from others.

In: rows of numbers, whether each is one happening, and what it counts. Out: a `Network`. Adam on the logistic loss, with
decaying steps and weight decay; the seed decides the first weights and the order of the rows, so the same input gives the same
network.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accord.linking.happenings.network import Network, Numbers

_UNITS, _ROUNDS, _BATCH = 16, 10, 512
_RATE, _LAST_RATE, _DECAY = 3e-3, 1e-4, 2e-3
_WIDE = 5.0
_DIGITS = 4


@dataclass(slots=True)
class _Part:
    """Weights on their way, with the means of their slopes and of the squares of these, as Adam keeps them."""

    values: Numbers
    slope: Numbers
    square: Numbers

    def step(self, slope: Numbers, rate: float, turn: int) -> None:
        self.slope = 0.9 * self.slope + 0.1 * slope
        self.square = 0.999 * self.square + 0.001 * slope * slope
        self.values -= rate * (self.slope / (1 - 0.9**turn)) / (np.sqrt(self.square / (1 - 0.999**turn)) + 1e-8)


def learn_network(rows: Numbers, same: Numbers, counts: Numbers, seed: int) -> Network:
    """Return a network learnt from rows, rounded as it is stored."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread < 1e-6] = 1.0
    level = np.clip((rows - mean) / spread, -_WIDE, _WIDE)
    random = np.random.default_rng(seed)
    width = level.shape[1]
    hidden = _start(random.normal(0, width**-0.5, (width, _UNITS)))
    offsets, out, offset = _start(np.zeros(_UNITS)), _start(random.normal(0, _UNITS**-0.5, _UNITS)), _start(np.array([-1.0]))
    for turn, (chosen, rate) in enumerate(_draw(random, len(same)), 1):
        before = level[chosen] @ hidden.values + offsets.values
        active = np.maximum(before, 0.0)
        guess = 1 / (1 + np.exp(-(active @ out.values + offset.values[0])))
        error = (guess - same[chosen]) * counts[chosen] / len(chosen)
        back = np.outer(error, out.values) * (before > 0)
        slopes = (level[chosen].T @ back + _DECAY * hidden.values, active.T @ error + _DECAY * out.values)
        hidden.step(slopes[0], rate, turn)
        out.step(slopes[1], rate, turn)
        offsets.step(back.sum(axis=0), rate, turn)
        offset.step(np.array([error.sum()]), rate, turn)
    return Network(
        mean=np.round(mean, _DIGITS),
        spread=np.round(spread, _DIGITS),
        hidden=np.round(hidden.values, _DIGITS),
        offsets=np.round(offsets.values, _DIGITS),
        out=np.round(out.values, _DIGITS),
        offset=round(float(offset.values[0]), _DIGITS),
    )


def _start(values: Numbers) -> _Part:
    return _Part(values, np.zeros_like(values), np.zeros_like(values))


def _draw(random: np.random.Generator, size: int) -> Iterator[tuple[NDArray[np.intp], float]]:
    """Yield the numbers of the rows of each step, and how far it goes."""
    for turn in range(_ROUNDS):
        order = random.permutation(size)
        for start in range(0, size, _BATCH):
            yield order[start : start + _BATCH], _RATE * (1 - turn / _ROUNDS) + _LAST_RATE
