"""Engines: the same results in the same order from each, and a dead worker said in words."""

import functools
import os
from collections.abc import Callable, Iterator

import pytest

from accord.engines import run_local, run_processes
from accord.errors import AccordError

ENGINES = {"local": run_local, "processes": functools.partial(run_processes, jobs=2)}


def make_doubler() -> Callable[[int], int]:
    """Return a worker that doubles."""
    return double


def double(number: int) -> int:
    """Double a number; die at 13."""
    if number == 13:
        os._exit(9)
    return number * 2


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_gives_the_results_in_the_order_of_the_items(engine: str) -> None:
    """What is computed does not depend on the engine."""
    assert list(ENGINES[engine](make_doubler, range(11))) == [number * 2 for number in range(11)]


def test_no_items_cost_no_worker() -> None:
    """A worker, which may load a model, is made only when there is something to do."""

    def fail() -> Callable[[int], int]:
        raise AssertionError

    assert list(run_local(fail, [])) == []


def test_items_are_taken_as_they_are_needed() -> None:
    """However many items there are, only a few are held at a time."""
    taken = []

    def give() -> Iterator[int]:
        for number in range(100, 200):
            taken.append(number)
            yield number

    results = run_processes(make_doubler, give(), jobs=1)
    assert next(results) == 200
    assert len(taken) < 30
    results.close()


def test_a_worker_that_dies_is_an_error_in_words() -> None:
    """A process that is gone ends the run with what to do, not with a hang."""
    with pytest.raises(AccordError, match="a worker process died"):
        list(run_processes(make_doubler, [13], jobs=1))
