"""Words that may name one happening: families ("die", "death"), near synonyms, and words that name any.

In: lemmas. Out: the family of a lemma, the groups of near synonyms it is in. A word has one family and any number of groups.
"""

import functools
from collections import defaultdict
from typing import Literal

from accord.data import load_yaml

Kind = Literal["reports", "pronouns", "general"]


@functools.cache
def _families() -> dict[str, str]:
    """Return for each listed word the first word of its family; a word of two families belongs to the first."""
    return {word: line.split()[0] for line in reversed(load_yaml("happening_words")["families"]) for word in line.split()}


@functools.cache
def _near() -> dict[str, frozenset[int]]:
    groups: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(load_yaml("happening_words")["near"]):
        for word in line.split():
            groups[word].add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


@functools.cache
def list_words(kind: Kind) -> frozenset[str]:
    """Return the words that report what is said, that stand for a happening, or that may name any happening."""
    return frozenset(load_yaml("happening_words")[kind].split())


@functools.cache
def find_family(lemma: str) -> str:
    """Return what stands for a lemma: its family, else itself without endings that a headline's capitals keep.

    >>> find_family("slain") == find_family("death")
    True
    """
    for form in (lemma, *(lemma.removesuffix(ending) for ending in ("s", "es", "d", "ed"))):
        if form in _families():
            return _families()[form]
    return lemma.removesuffix("s") if len(lemma) > 3 and not lemma.endswith("ss") else lemma


@functools.cache
def find_near(lemma: str) -> frozenset[int]:
    """Return the numbers of the groups of near synonyms that a lemma or its family is in."""
    forms = {lemma, find_family(lemma), *(lemma.removesuffix(ending) for ending in ("s", "d", "ed", "ing"))}
    return frozenset(number for form in forms for number in _near().get(form, ()))
