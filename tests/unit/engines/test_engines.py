"""Engines: the same results in the same order from each, and a dead worker said in words."""

import functools
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

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


def report_pid(number: int) -> int:
    """Return which process works."""
    return os.getpid()


def make_reporter() -> Callable[[int], int]:
    """Return a worker that tells its process."""
    return report_pid


ORPHANS = """
import time
from tests.unit.engines.test_engines import make_reporter
from accord.engines import run_processes
if __name__ == "__main__":
    for pid in run_processes(make_reporter, range(10), jobs=1):
        print(pid, flush=True)
        time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see other processes")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    """A build that is killed leaves no process behind."""
    script = tmp_path / "orphans.py"
    script.write_text(ORPHANS, encoding="utf-8")
    root = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen([sys.executable, script], cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        process.kill()
    for _ in range(100):
        if not is_alive(worker):
            return
        time.sleep(0.1)
    pytest.fail(f"worker {worker} lives on")


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be noticed does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_a_worker_that_dies_is_an_error_in_words() -> None:
    """A process that is gone ends the run with what to do, not with a hang."""
    with pytest.raises(AccordError, match="a worker process died"):
        list(run_processes(make_doubler, [13], jobs=1))
