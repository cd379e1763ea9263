"""Prepare the happenings of one story for comparison: kinds of words, vectors of sentences, how common each is.

In: what the articles of one story tell. Out: a `Side` for each happening, in order of articles and places, and a `Story` that
knows how telling each word is among the story's sentences. A word that all sentences share tells nothing apart.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accord.linking.happenings.happening import Happening, Passage, Told
from accord.linking.happenings.lexicon import find_family, find_near, list_words
from accord.linking.likeness.similarity import Vector, to_unit
from accord.linking.words import stem

_UNSEEN = 2.0
_LEAST = 0.2
"""What any word of a participant weighs at least, so that two who are named everywhere can still agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One happening as it is compared: `article` is its article's number, `order` its own among its article's happenings.

    `share` is the share of the story's articles that name a happening of its family.
    """

    happening: Happening
    passage: Passage
    article: int
    order: int
    family: str
    key: str
    stem: str
    near: frozenset[int]
    words: Vector
    around: Vector
    share: float
    is_report: bool
    is_pronoun: bool
    is_general: bool
    doer_names: frozenset[str]
    undergoer_names: frozenset[str]
    setting_names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """The sides of a story, the weight of each stem, and a vector of words for each article."""

    sides: tuple[Side, ...]
    weights: Mapping[str, float]
    articles: tuple[Vector, ...]

    def weigh(self, words: Iterable[str]) -> float:
        """Return how telling the words of participants are together."""
        return sum(self.weights.get(stem(word), _UNSEEN) + _LEAST for word in sorted(words))


def prepare_story(told: Sequence[Told]) -> Story:
    """Return what comparing the happenings of some articles needs."""
    weights = _weigh_words(told)
    totals = [Counter[str]() for _ in told]
    for total, one in zip(totals, told, strict=True):
        for passage in one.passages:
            total.update(passage.words)
    articles = tuple(to_unit({w: (1 + math.log(n)) * weights[w] for w, n in sorted(total.items())}) for total in totals)
    families: defaultdict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(told):
        for happening in one.happenings:
            families[find_family(happening.lemma)].add(number)
    names = frozenset(name for one in told for passage in one.passages for name in passage.names)
    shares = {family: len(numbers) / len(told) for family, numbers in families.items()}
    sides = tuple(
        _make_side(one.happenings[at], one.passages[one.happenings[at].passage], (number, order), (weights, names, shares))
        for number, one in enumerate(told)
        for order, at in enumerate(sort_happenings(one))
    )
    return Story(sides, weights, articles)


def sort_happenings(told: Told) -> list[int]:
    """Return the numbers of an article's happenings in the order of its text."""
    return sorted(range(len(told.happenings)), key=lambda n: told.happenings[n].start)


def _weigh_words(told: Sequence[Told]) -> dict[str, float]:
    spread = Counter(word for one in told for passage in one.passages for word in passage.words)
    total = sum(len(one.passages) for one in told)
    return {word: math.log((total + 2) / (n + 1)) for word, n in spread.items()}


def _make_side(
    happening: Happening,
    passage: Passage,
    place: tuple[int, int],
    story: tuple[Mapping[str, float], frozenset[str], Mapping[str, float]],
) -> Side:
    weights, names, shares = story
    own, family = stem(happening.lemma), find_family(happening.lemma)
    return Side(
        happening=happening,
        passage=passage,
        article=place[0],
        order=place[1],
        family=family,
        key=f"{family}+{happening.particle}" if happening.particle else family,
        stem=own,
        near=find_near(happening.lemma),
        words=to_unit({word: weights.get(word, 1.0) for word in sorted(passage.words) if word != own}),
        around=to_unit({word: weights.get(word, 1.0) for word in sorted(set(happening.near))}),
        share=shares[family],
        is_report=happening.lemma in list_words("reports"),
        is_pronoun=happening.lemma in list_words("pronouns") or happening.part == "pronoun",
        is_general=happening.lemma in list_words("general"),
        doer_names=happening.doers & names,
        undergoer_names=happening.undergoers & names,
        setting_names=happening.settings & names,
    )
