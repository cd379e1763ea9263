"""Nouns that stand for actors without naming them, with what they say: sectors, actor type, person or body.

In: a lemma or plural as written, lower case. Out: a `GroupNoun` or `None`.
"""

import functools
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
