"""Names of those who publish: known agencies, and a source's type by the words of its name."""

import functools
import re

from accord.data import load_yaml
from accord.model.record import SourceType


@functools.cache
def _agencies() -> dict[str, str]:
    names: dict[str, str] = {}
    for name, others in load_yaml("outlets")["agencies"].items():
        for other in (name, *others):
            names.setdefault(_key(other), name)
    return names


@functools.cache
def _types() -> tuple[tuple[SourceType, re.Pattern[str]], ...]:
    data = load_yaml("outlets")
    kinds: tuple[SourceType, ...] = ("broadcaster", "government", "organization")
    return tuple((kind, re.compile(data[kind])) for kind in kinds)


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).strip().casefold().removeprefix("the ")


def find_agency(name: str) -> str | None:
    """Return the usual name of a news agency, or None where the name is of none.

    >>> find_agency("The Associated Press")
    'Associated Press'
    """
    return _agencies().get(_key(name))


def find_type(name: str | None) -> SourceType:
    """Return what kind of source a name is of: `unknown` without a name, `outlet` where nothing says more."""
    if not name:
        return "unknown"
    if find_agency(name) or re.search(r"\b(?:News Agency|Press Agency|Newswire)\b", name):
        return "agency"
    return next((kind for kind, pattern in _types() if pattern.search(name)), "outlet")
