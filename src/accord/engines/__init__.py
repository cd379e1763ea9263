"""Run a function over many items: here, or in several processes. Knows nothing of news.

An engine is a function that takes `make_worker`, which is called once per process and gives a function of one item, and
the items; it yields the results in the order of the items. What is computed does not depend on the engine.
"""

from accord.engines.local import run_local
from accord.engines.processes import run_processes

__all__ = ["run_local", "run_processes"]
