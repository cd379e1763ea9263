"""People who lead or led states, intergovernmental bodies, armed groups and oppositions, as any reader of news knows them.

In: a name as a text writes it. Out: the `Leader`s who bear it, with country, PLOVER sector and years. A full name finds one;
a surname finds all who share it. It does not decide whether a text means them: that is for those who know the text.
"""

import functools
import re
from collections import defaultdict
from dataclasses import dataclass

from accord.data import load_yaml
from accord.data.countries import City, city_named, country_of_people, fold, is_people

_ENTRY = re.compile(r"(?P<names>.+?) (?P<first>\d{4})-(?P<last>\d{4})?")
_BLOCKS = ("GOV", "IGO", "REB", "OPP")
_NO_COUNTRY = "XXX"
_ARTICLES = frozenset({"al", "el", "ul", "as", "ad", "ar", "ash", "an", "at"})
"""Arabic articles, which English spellings of one name have or leave out ("al-Abadi", "Abadi")."""
_PARTICLES = frozenset({"de", "del", "della", "di", "da", "dos", "du", "van", "von", "der", "den", "bin", "ben", "le", "la"})
_CITY = 100_000
"""The name of a city from this size on stands for the city before it stands for a person."""
_SHORTEST = 5
"""Shorter surnames are too easily other words or names to mean somebody by themselves."""


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader: the years are the first and the last at the head, the last being `None` for those who are."""

    names: tuple[str, ...]
    country: str | None
    sector: str
    first: int
    last: int | None

    def leads_in(self, year: int) -> bool:
        """Whether the years at the head contain a year."""
        return self.first <= year <= (self.last or year)


def read_leader(entry: str, country: str, sector: str) -> Leader:
    """Return the leader of one line of the list.

    Raises:
        ValueError: the line is not "Name = Name FIRST-LAST".
    """
    found = _ENTRY.fullmatch(entry)
    if found is None:
        raise ValueError(f"not a leader with years: {entry!r}")
    last = int(found["last"]) if found["last"] else None
    names = tuple(found["names"].split(" = "))
    return Leader(names, None if country == _NO_COUNTRY else country, sector, int(found["first"]), last)


@functools.cache
def known_leaders() -> tuple[Leader, ...]:
    """Return every listed leader, in the order of the list."""
    data = load_yaml("leaders")
    return tuple(
        read_leader(entry, country, sector)
        for sector in _BLOCKS
        for country, entries in data[sector].items()
        for entry in entries
    )


def _words(name: str) -> list[str]:
    return [word for word in fold(name).split() if word not in _ARTICLES]


@functools.cache
def _full_names() -> dict[str, Leader]:
    found: dict[str, Leader] = {}
    for leader in known_leaders():
        for name in leader.names:
            found.setdefault(" ".join(_words(name)), leader)
    return found


@functools.cache
def _surnames() -> dict[str, tuple[Leader, ...]]:
    """Surname → who bear it: the last word, with the particle before it, for double surnames the last two, or the only name."""
    found: dict[str, list[Leader]] = defaultdict(list)
    backwards = frozenset(load_yaml("leaders")["family_first"])
    for leader in known_leaders():
        keys = set()
        for name in leader.names if leader.country not in backwards else ():
            words = _words(name)
            keys.add(words[-1])
            if len(words) > 1:
                keys.add(" ".join(words[-2:]) if len(words) > 2 or words[-2] in _PARTICLES else words[-1])
        for key in sorted(keys):
            found[key].append(leader)
    return {key: tuple(leaders) for key, leaders in found.items()}


def leader_named(name: str) -> Leader | None:
    """Return the leader of this full name: `leader_named("Hosni Mubarak").country` is "EGY"."""
    return _full_names().get(" ".join(_words(name)))


def leaders_surnamed(name: str) -> tuple[Leader, ...]:
    """Return all leaders of this surname: `leaders_surnamed("Papandreou")` are two."""
    return _surnames().get(" ".join(_words(name)), ())


@functools.lru_cache(maxsize=4096)
def is_telling_surname(name: str) -> bool:
    """Whether a surname that leaders of one country bear is rare enough to mean one of them by itself.

    >>> is_telling_surname("Mubarak"), is_telling_surname("Johnson")
    (True, False)
    """
    words = _words(name)
    key = " ".join(words)
    bearers = _surnames().get(key, ())
    city: City | None = city_named(name)
    return (
        len({leader.country for leader in bearers}) == 1
        and len(key) >= _SHORTEST
        and not is_shared_surname(name)
        and words[-1] not in _given_names()
        and (city is None or city.population < _CITY)
        and not (is_people(name) or country_of_people(name))
    )


def is_shared_surname(name: str) -> bool:
    """Whether the last word of a name is a surname that many people of many countries bear."""
    words = _words(name)
    return bool(words) and words[-1] in load_yaml("leaders")["shared_surnames"]


@functools.cache
def _given_names() -> frozenset[str]:
    listed = load_yaml("given_names")
    return frozenset({*listed["female"], *listed["male"]})
