"""The engine that works here and now, one item after the other."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def run_local(make_worker: Callable[[], Callable[[Item], Result]], items: Iterable[Item]) -> Iterator[Result]:
    """Yield the result of each item. The worker is made when the first item comes, so that no items cost nothing."""
    worker: Callable[[Item], Result] | None = None
    for item in items:
        if worker is None:
            worker = make_worker()
        yield worker(item)
