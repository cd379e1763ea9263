"""The words of `data/instruments.yaml`, and the phrase that names an agreement, as its finders share them."""

import functools
from dataclasses import dataclass
from typing import Any

from accord.data import load_yaml

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    heads: dict[str, str]
    needs: dict[str, list[str]]
    not_after: frozenset[str]
    signing: frozenset[str]
    made: frozenset[str]
    signed: frozenset[str]
    keeping: frozenset[str]
    in_name: frozenset[str]
    not_in_name: frozenset[str]
    subjects: dict[str, list[str]]


@functools.cache
def load_lexicon() -> Lexicon:
    raw: Any = load_yaml("instruments")
    return Lexicon(
        heads=raw["heads"],
        needs=raw["needs"],
        not_after=frozenset(raw["not_after"]),
        signing=frozenset(raw["signing"]),
        made=frozenset(raw["made"]),
        signed=frozenset(raw["signed"]),
        keeping=frozenset(raw["keeping"]),
        in_name=frozenset(raw["in_name"]),
        not_in_name=frozenset(raw["not_in_name"]),
        subjects=raw["subjects"],
    )


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in tokens: `first` to `last` included, the head, and what it is about."""

    first: int
    head: int
    last: int
    subject: tuple[str, ...]
