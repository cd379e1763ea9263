"""Nouns that stand for actors without naming them, with what they say: sectors, actor type, person or body.

In: a lemma or plural as written, lower case. Out: a `GroupNoun` or `None`.
"""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from accord.data import load_yaml
from accord.model.record import ActorType

NounKind = Literal["person", "persons", "body", "country", "place"]


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """What a noun says of the actor it stands for."""

    kind: NounKind
    type: ActorType | None
    sectors: tuple[str, ...]


@functools.cache
def _nouns() -> dict[str, GroupNoun]:
    nouns: dict[str, GroupNoun] = {}
    for block in load_yaml("group_nouns"):
        noun = GroupNoun(block["kind"], block["type"], tuple(block["sectors"]))
        for word in block["nouns"]:
            nouns.setdefault(word.lower(), noun)
    return nouns


def group_noun(word: str) -> GroupNoun | None:
    """Return what a noun says, by the form as written; `None` where it stands for no actor.

    >>> group_noun("rebels").sectors
    ('REB',)
    """
    return _nouns().get(word.lower())


def is_group_noun(word: str) -> bool:
    """Whether a noun stands for actors."""
    return word.lower() in _nouns()


@functools.cache
def _said_by() -> dict[str, tuple[str, ...]]:
    said: dict[str, tuple[str, ...]] = {
        word: (sector,) for sector, words in load_yaml("sector_words")["modifiers"].items() for word in words
    }
    for word, noun in _nouns().items():
        if noun.sectors and noun.kind != "place" and not is_rank(word):
            said.setdefault(word, noun.sectors)
    return said


def is_rank(head: str) -> bool:
    """Whether a noun says a rank or a part of something and leaves its sector to what that is ("leaders of X")."""
    return head.lower() in _ranks()


@functools.cache
def _ranks() -> frozenset[str]:
    return frozenset(load_yaml("sector_words")["neutral"])


def sectors_of(head: str, modifiers: Iterable[str]) -> tuple[str, ...]:
    """Return the sectors of a noun phrase by its head and the words before it, nearest first.

    >>> sectors_of("leader", ["rebel"]), sectors_of("forces", ["government"]), sectors_of("president", ["former"])
    (('REB',), ('MIL',), ('ELI',))
    """
    words = load_yaml("sector_words")
    noun = group_noun(head)
    plain = noun.sectors if noun else ()
    before = [word.lower() for word in modifiers]
    if set(before) & set(words["former"]) and set(plain) & {"GOV", "LEG", "MIL", "JUD"}:
        return ("ELI",)
    neutral = is_rank(head)
    changing = {"armed": "armed_sectors", "workers": "worker_sectors"}
    open_to = {sector for heads, sectors in changing.items() if head.lower() in words[heads] for sector in words[sectors]}
    for word in before if neutral or open_to else ():
        said = _said_by().get(word)
        if said and (neutral or set(said) & open_to):
            return said
    return plain
