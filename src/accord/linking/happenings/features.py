"""What speaks for and against two words naming one happening, as numbers.

In: two sides of a story. Out: a fixed list of numbers: their words, who takes part, when and where, their sentences, articles
and places, and which of six kinds of pair they are. What the numbers weigh is learnt (`accord.linking.happenings.network`).
"""

import math
from collections.abc import Set

from accord.linking.happenings.sides import Side, Story
from accord.linking.likeness.similarity import compare

_DEEP = 10
_LEAD = 3
_KINDS = 6
OTHER = 49
"""The column that marks pairs of quite other words, most pairs of any story."""


def compare_sides(story: Story, one: Side, other: Side) -> list[float]:
    """Return the numbers of a pair; the same whichever side is named first."""
    kind = _find_kind(one, other)
    numbers = (
        *_compare_words(one, other),
        *_compare_participants(story, one, other),
        *_compare_names(one, other),
        *_compare_passages(one, other),
        *(kind == n for n in range(_KINDS)),
        *_compare_places(story, one, other),
    )
    return [float(number) for number in numbers]


def _find_kind(one: Side, other: Side) -> int:
    """Return what kind of pair it is: pronoun, reports, a report and an act, same words, near words, other words."""
    if one.is_pronoun or other.is_pronoun:
        return 0
    if one.is_report or other.is_report:
        return 1 if one.is_report and other.is_report else 2
    if one.key == other.key:
        return 3
    return 4 if one.near & other.near or one.stem == other.stem or one.family == other.family else 5


def _compare_words(one: Side, other: Side) -> tuple[float, ...]:
    a, b = one.happening, other.happening
    return (
        one.key == other.key,
        a.lemma == b.lemma,
        a.text == b.text,
        one.stem == other.stem,
        bool(a.particle and b.particle and a.particle != b.particle),
        len(one.near & other.near) / max(1, min(len(one.near), len(other.near))),
        a.governor == b.governor,
        bool(set(a.lemmas) & set(b.lemmas)),
        a.part == b.part == "verb",
        "verb" not in (a.part, b.part),
        (a.part == "verb") != (b.part == "verb"),
        one.is_general or other.is_general,
        a.negated != b.negated,
        a.modal != b.modal,
        a.tense != b.tense,
        min(one.share, other.share),
        max(one.share, other.share),
    )


def _compare_participants(story: Story, one: Side, other: Side) -> tuple[float, ...]:
    a, b = one.happening, other.happening
    first, second = a.doers | a.undergoers, b.doers | b.undergoers

    def overlap(x: frozenset[str], y: frozenset[str]) -> float:
        return story.weigh(x & y) / min(story.weigh(x), story.weigh(y)) if x and y else 0.0

    return (
        overlap(a.doers, b.doers),
        _are_apart(a.doers, b.doers),
        overlap(a.undergoers, b.undergoers),
        _are_apart(a.undergoers, b.undergoers),
        max(overlap(a.doers, b.undergoers), overlap(a.undergoers, b.doers)),
        overlap(first, second),
        _are_apart(first, second),
        _share(a.settings, b.settings),
        _are_apart(a.settings, b.settings),
        bool(a.undergoers) != bool(b.undergoers),
        (bool(a.doers) + bool(b.doers)) / 2,
        (bool(a.undergoers) + bool(b.undergoers)) / 2,
    )


def _compare_names(one: Side, other: Side) -> tuple[float, ...]:
    """Compare participants by name alone: two names part more than a name and a description."""
    first, second = one.doer_names | one.undergoer_names, other.doer_names | other.undergoer_names
    return (
        _are_apart(one.doer_names, other.doer_names),
        bool(one.doer_names & other.doer_names),
        _are_apart(one.undergoer_names, other.undergoer_names),
        bool(one.undergoer_names & other.undergoer_names),
        _are_apart(first, second),
        bool(first & second),
        _are_apart(one.setting_names, other.setting_names),
    )


def _compare_passages(one: Side, other: Side) -> tuple[float, ...]:
    a, b = one.passage, other.passage
    return (
        compare(one.words, other.words),
        compare(one.around, other.around),
        _share(a.names, b.names),
        _are_apart(a.names, b.names),
        _share(a.numbers, b.numbers),
        _are_apart(a.numbers, b.numbers),
        _share(a.times, b.times),
        _are_apart(a.times, b.times),
    )


def _compare_places(story: Story, one: Side, other: Side) -> tuple[float, ...]:
    """Compare where the words stand: one article or two like ones, titles, how far apart."""
    a, b = one.happening.passage, other.happening.passage
    same = one.article == other.article
    return (
        0.0 if same else compare(story.articles[one.article], story.articles[other.article]),
        same,
        same and a == b,
        math.log(1 + abs(a - b)) if same else 0.0,
        same and abs(one.order - other.order) == 1,
        a == b == 0,
        abs(min(a, _DEEP) - min(b, _DEEP)),
        a < _LEAD and b < _LEAD,
        1 / len(story.articles),
    )


def _share(one: Set[str], other: Set[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _are_apart(one: Set[str], other: Set[str]) -> bool:
    return bool(one and other and not one & other)
