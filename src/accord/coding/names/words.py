"""Which words belong to names, titles and organizations: the word lists of the data package as sets.

In: single words as written. Out: yes or no, or the sectors a word says. No context is looked at here.
"""

import functools
from typing import Any

from accord.data import load_yaml
from accord.model.record import ActorType


@functools.cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the closed word lists of the data package, by its name."""
    return frozenset(load_yaml("name_context")[name])


PARTICLES = word_set("particles")
"""Lower-case words inside names. Those of `LEADING` also start one ("al-Abadi", "bin Laden")."""
LEADING = word_set("leading")
CONNECTORS = frozenset({"of", "for", "de", "du", "des", "del", "da"})

MONTHS = word_set("months")
CALENDAR = MONTHS | word_set("calendar")
NOT_NAMES = CALENDAR | word_set("not_names")
LANGUAGES_AFTER = frozenset({"language", "speaking", "speaker", "speakers"})

PLACE_PREPOSITIONS = word_set("place_prepositions")


@functools.cache
def _titles() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml("titles")
    return data


@functools.cache
def title_heads() -> dict[str, tuple[str, ...]]:
    """Return each title word that can end a title, with its sectors."""
    heads: dict[str, tuple[str, ...]] = {}
    for sector, words in _titles()["heads"].items():
        for word in words:
            heads.setdefault(word.lower().rstrip("."), (sector,) if sector else ())
    return heads


@functools.cache
def title_modifiers() -> frozenset[str]:
    """Return the words that may stand within a title before its head."""
    return frozenset(word.lower().rstrip(".") for word in _titles()["modifiers"])


@functools.cache
def courtesy_forms() -> frozenset[str]:
    """Return the forms of address that are no office (Mr., Dr., Sir)."""
    return frozenset(word.lower().rstrip(".") for word in _titles()["forms"])


_DOTTED = frozenset({"gov", "govs", "pres", "amb", "atty", "sen", "rep", "fr", "m", "hon", "sens", "reps", "gens", "cols"})
"""Abbreviated titles that are words or family names where no full stop follows."""


def is_title_head(word: str) -> bool:
    """Whether a word can end a title before a name."""
    return word.lower() not in _DOTTED and word.lower().rstrip(".") in title_heads()


def is_title_word(word: str) -> bool:
    """Whether a word can be part of a title."""
    plain = word.lower().rstrip(".")
    if word.lower() in _DOTTED:
        return False
    return plain in title_heads() or plain in title_modifiers()


def is_courtesy(word: str) -> bool:
    """Whether a word is a form of address."""
    return word.lower().rstrip(".") in courtesy_forms()


_ORGANIZATION_KINDS: dict[str, tuple[ActorType, tuple[str, ...]]] = {
    "government": ("government", ("GOV",)),
    "legislature": ("government", ("LEG",)),
    "court": ("government", ("JUD",)),
    "military": ("organization", ("MIL",)),
    "police": ("government", ("COP",)),
    "armed": ("armed_group", ("REB",)),
    "party": ("party", ("PTY",)),
    "media": ("media", ("JRN",)),
    "business": ("organization", ("BUS",)),
    "education": ("organization", ("EDU",)),
    "union": ("organization", ("LAB",)),
    "body": ("organization", ()),
}


@functools.cache
def organization_words() -> dict[str, tuple[ActorType, tuple[str, ...]]]:
    """Return the words that make a run of capitals an organization's name, with the actor type and sectors they say."""
    words: dict[str, tuple[ActorType, tuple[str, ...]]] = {}
    for kind, heads in load_yaml("organization_words")["heads"].items():
        for head in heads:
            words.setdefault(head.lower().rstrip("."), _ORGANIZATION_KINDS[kind])
    return words


def is_organization_word(word: str) -> bool:
    """Whether a word ends or starts names of organizations."""
    return word.lower().rstrip(".") in organization_words()


@functools.cache
def facility_words() -> frozenset[str]:
    """Return the last words of names of buildings and works."""
    return frozenset(word.lower() for word in load_yaml("organization_words")["facilities"])


@functools.cache
def geographic_words() -> frozenset[str]:
    """Return the words that make a name a place's ("River", "Province")."""
    return frozenset(word.lower() for word in load_yaml("organization_words")["places"])
