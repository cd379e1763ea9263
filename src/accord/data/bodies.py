"""Intergovernmental bodies, armed groups, parties, agencies, state bodies and government buildings that any news reader knows.

In: a name as a text writes it. Out: a `Body` with its type, sectors and country, or `None`. The names stand in two lists:
`bodies.yaml` by kind, `organizations.yaml` (armed groups, parties, forces, offices, unions) by kind and country.
"""

import functools
from collections.abc import Iterator
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
    "armed_group": ("armed_group", ("REB",)),
    "paramilitary": ("armed_group", ("PRM",)),
    "party": ("party", ("PTY",)),
    "media": ("media", ("JRN",)),
    "company": ("organization", ("BUS",)),
    "criminal": ("armed_group", ("CRM",)),
    "legislature": ("government", ("LEG",)),
    "government": ("government", ("GOV",)),
    "military": ("government", ("MIL",)),
    "police": ("government", ("COP",)),
    "intelligence": ("government", ("SPY",)),
    "court": ("government", ("JUD",)),
    "union": ("organization", ("LAB",)),
}
_NO_COUNTRY = "XXX"
"""The block of `organizations.yaml` for bodies that are of no single country, or whose name several countries have."""


@functools.cache
def known_bodies() -> tuple[tuple[Body, tuple[str, ...]], ...]:
    """Return every listed body with all of its names, its own first."""
    return (*_plain_bodies(), *_bodies_of_countries())


def _plain_bodies() -> Iterator[tuple[Body, tuple[str, ...]]]:
    for block, entries in load_yaml("bodies").items():
        for name, entry in entries.items():
            if block in _TYPES:
                yield Body(name, *_TYPES[block]), (name, *entry)
            else:
                sectors = tuple(entry["sectors"])
                yield (
                    Body(name, "government", sectors, entry["country"], block == "buildings"),
                    (name, *entry.get("aliases", ())),
                )


def _bodies_of_countries() -> Iterator[tuple[Body, tuple[str, ...]]]:
    for block, by_country in load_yaml("organizations").items():
        for country, entries in by_country.items():
            code = None if country == _NO_COUNTRY else country
            for name, aliases in entries.items():
                yield Body(name, *_TYPES[block], code), (name, *aliases)


@functools.cache
def _bodies() -> dict[str, tuple[Body, bool]]:
    """Folded name → the body, and whether the name must be written in capitals."""
    bodies: dict[str, tuple[Body, bool]] = {}
    for body, names in known_bodies():
        for name in names:
            bodies.setdefault(fold(name), (body, is_capitals(name)))
    return bodies


def body_named(text: str) -> Body | None:
    """Return the well-known body of this name: `body_named("U.N.")` is the United Nations."""
    found = _bodies().get(fold(text))
    return found[0] if found and (not found[1] or is_capitals(text)) else None
