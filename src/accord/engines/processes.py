"""The engine that spreads items over processes of this machine.

Items and results are pickled, `make_worker` too. Processes are spawned, not forked, so that it works alike on every
system and no process inherits an open case. Only a few items per process are under way at a time: however many items
there are, memory stays bounded.
"""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import connection
from typing import Any, TypeVar

from accord.errors import AccordError

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 4
_CHUNKS_UNDER_WAY = 3

_worker: Callable[[Any], Any] | None = None


def run_processes(make_worker: Callable[[], Callable[[Item], Result]], items: Iterable[Item], *, jobs: int) -> Iterator[Result]:
    """Yield the result of each item, computed in `jobs` processes.

    Raises:
        AccordError: a process died, most often because memory ran out.
    """
    remaining = iter(items)
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare, initargs=(make_worker,))
    under_way: deque[Future[list[Result]]] = deque()
    try:
        while True:
            while len(under_way) < jobs * _CHUNKS_UNDER_WAY and (chunk := list(islice(remaining, _CHUNK))):
                under_way.append(pool.submit(_apply, chunk))
            if not under_way:
                return
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise AccordError(
            "a worker process died, most often because memory ran out: use fewer --jobs and run the same command again; "
            "what was finished is kept"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _prepare(make_worker: Callable[[], Callable[[Any], Any]]) -> None:
    global _worker
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = make_worker()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, killed for instance: nobody would ever give it work."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _apply(chunk: list[Any]) -> list[Any]:
    if _worker is None:
        raise RuntimeError("_prepare must run before _apply")
    return [_worker(item) for item in chunk]
