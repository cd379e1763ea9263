"""Intergovernmental bodies, well-known groups, agencies, state bodies and government buildings by name.

In: a name as a text writes it. Out: a `Body` with what any news reader knows of it, or `None`.
"""

import functools
from dataclasses import dataclass

from accord.data import load_yaml
from accord.data.countries import fold, is_capitals
from accord.model.record import ActorType


@dataclass(frozen=True, slots=True)
class Body:
    """A well-known body. `building` is true for seats of government that stand for it (the Kremlin)."""

    name: str
    type: ActorType
    sectors: tuple[str, ...]
    country: str | None = None
    building: bool = False


_TYPES: dict[str, tuple[ActorType, tuple[str, ...]]] = {
    "intergovernmental": ("intergovernmental", ("IGO",)),
    "nongovernmental": ("organization", ("NGO",)),
    "armed_group": ("armed_group", ("UAF",)),
    "party": ("party", ("PTY",)),
    "media": ("media", ("MED",)),
    "company": ("organization", ("BUS",)),
}


@functools.cache
def _bodies() -> dict[str, tuple[Body, bool]]:
    bodies: dict[str, tuple[Body, bool]] = {}
    for block, entries in load_yaml("bodies").items():
        for name, entry in entries.items():
            if block in _TYPES:
                body, aliases = Body(name, *_TYPES[block]), entry
            else:
                sectors = tuple(entry["sectors"])
                body = Body(name, "government", sectors, entry["country"], block == "buildings")
                aliases = entry.get("aliases", ())
            for alias in (name, *aliases):
                bodies.setdefault(fold(alias), (body, is_capitals(alias)))
    return bodies


def body_named(text: str) -> Body | None:
    """Return the well-known body of this name: `body_named("U.N.")` is the United Nations."""
    found = _bodies().get(fold(text))
    return found[0] if found and (not found[1] or is_capitals(text)) else None
