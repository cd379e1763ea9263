"""Accord reads many news accounts of the same events and writes one record of them.

    >>> import accord, pathlib, tempfile
    >>> folder = tempfile.TemporaryDirectory()
    >>> article, case = pathlib.Path(folder.name, "a.txt"), pathlib.Path(folder.name, "case.db")
    >>> _ = article.write_text("France and Germany signed a treaty in Paris on 3 May 2022, officials said.")
    >>> result = accord.build_case([article], case)
    >>> result.coded, result.failed
    (1, ())
    >>> with accord.open_case(case) as opened:
    ...     names = {actor.id: actor.name for actor in opened.actors}
    ...     for event in opened.events:
    ...         print(event.event_type, event.status, event.date.start, sorted(names[id] for id in event.actor))
    SUPPORT actual 2022-05-03 ['France', 'Germany']
    >>> folder.cleanup()

PLOVER counts a signing as `SUPPORT`; `AGREE` is an agreement to act. `build_case` makes a case from files, `add_to_case`
adds to one, `open_case` opens it; a `Case` gives typed events, reports and actors; `read_article` codes one text without a
case. Importing this module loads neither a language model nor a database: each name is loaded when it is first used.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accord.errors import AccordError
    from accord.model.record import Actor, Article, Event, Record, Report
    from accord.pipeline import BuildResult, add_to_case, build_case, open_case, read_article, verify_case
    from accord.settings import Settings
    from accord.store import Case

__version__ = "0.1.0"
__all__ = [
    "AccordError",
    "Actor",
    "Article",
    "BuildResult",
    "Case",
    "Event",
    "Record",
    "Report",
    "Settings",
    "add_to_case",
    "build_case",
    "open_case",
    "read_article",
    "verify_case",
]

_HOME = {
    "AccordError": "accord.errors",
    "Actor": "accord.model.record",
    "Article": "accord.model.record",
    "BuildResult": "accord.pipeline",
    "Case": "accord.store",
    "Event": "accord.model.record",
    "Record": "accord.model.record",
    "Report": "accord.model.record",
    "Settings": "accord.settings",
    "add_to_case": "accord.pipeline",
    "build_case": "accord.pipeline",
    "open_case": "accord.pipeline",
    "read_article": "accord.pipeline",
    "verify_case": "accord.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'accord' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
