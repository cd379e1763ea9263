"""How much articles resemble each other in their words: TF-IDF vectors and the pairs of articles worth comparing.

In: readings. Out: one unit vector of word weights an article, and cosines of pairs that share rare words. Titles and first
sentences weigh more than the rest, names more than other words. It knows nothing of time and meaning.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from accord.linking.likeness.wording import Word, find_words
from accord.model.reading import Reading

Vector = Mapping[str, float]

_TITLE_WEIGHT = 4.0
_LEAD_WEIGHT = 3.0
_LEAD_SENTENCES = 3
_NAME_WEIGHT = 1.5
_SMOOTHING = 5
"""Articles added to a case when words are weighed, so that in a case of five a word of all five still counts."""
_KEYS = 40
"""Heaviest words of an article by which it is looked up."""
_COMMON = 60
"""Articles beyond which a word is too common to look others up by; keeps the work linear in the number of articles."""


def weigh_articles(readings: Sequence[Reading]) -> list[Vector]:
    """Return a unit vector of word weights for each reading; an article without words has an empty one."""
    counts = [_count_words(reading, find_words(reading)) for reading in readings]
    return weigh_counts(counts)


def weigh_counts(counts: Sequence[Mapping[str, float]]) -> list[Vector]:
    """Return unit vectors of counted words, each damped and weighed by its rarity among all."""
    spread = Counter(form for count in counts for form in count)
    total = len(counts) + _SMOOTHING
    vectors: list[Vector] = []
    for count in counts:
        raw = {form: (1 + math.log(n)) * math.log(total / (spread[form] + 1)) for form, n in sorted(count.items()) if n >= 1}
        vectors.append(to_unit({form: value for form, value in raw.items() if value > 0}))
    return vectors


def to_unit(raw: Mapping[str, float]) -> Vector:
    """Return a vector at length one."""
    norm = math.sqrt(sum(value * value for value in raw.values()))
    return {form: value / norm for form, value in raw.items()} if norm else {}


def compare(a: Vector, b: Vector) -> float:
    """Return the cosine of two unit vectors."""
    if len(b) < len(a):
        a, b = b, a
    return sum(value * b[form] for form, value in a.items() if form in b)


def find_alike(vectors: Sequence[Vector], floor: float) -> dict[tuple[int, int], float]:
    """Return the cosine of each pair of vectors that shares a telling word and reaches the floor."""
    found = ((pair, compare(vectors[pair[0]], vectors[pair[1]])) for pair in _pair_by_keys(vectors))
    return {pair: cosine for pair, cosine in found if cosine >= floor}


def _pair_by_keys(vectors: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    spread = Counter(form for vector in vectors for form in vector)
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        useful = (form for form in vector if 1 < spread[form] <= _COMMON)
        for form in sorted(useful, key=lambda f: (-vector[f], f))[:_KEYS]:
            index[form].append(number)
    yield from sorted({(a, b) for numbers in index.values() for n, a in enumerate(numbers) for b in numbers[n + 1 :]})


def _count_words(reading: Reading, words: Iterable[Word]) -> dict[str, float]:
    """Count content words by where they stand: title, first sentences, rest; names count more."""
    text = reading.article.text
    body = [i for i, sentence in enumerate(reading.sentences) if sentence.kind == "body"][:_LEAD_SENTENCES]
    counts: defaultdict[str, float] = defaultdict(float)
    for word in words:
        if not word.is_content or word.form.isdigit():
            continue
        weight = _LEAD_WEIGHT if word.sentence in body else 1.0
        if reading.sentences[word.sentence].kind == "title":
            weight = _TITLE_WEIGHT
        if text[word.start].isupper() and word.start > reading.sentences[word.sentence].start:
            weight *= _NAME_WEIGHT
        counts[_stem(word.form)] += weight
    return counts


def _stem(form: str) -> str:
    """Cut the commonest endings, so that "ratifies", "ratified" and "strikes", "strike" meet.

    >>> _stem("ratifies") == _stem("ratified"), _stem("strikes") == _stem("strike")
    (True, True)
    """
    for ending in ("ations", "ation", "ings", "ing", "ies", "ied", "es", "ed", "s", "e", "y"):
        if form.endswith(ending) and len(form) - len(ending) >= 4 and not form.endswith("ss"):
            return form[: -len(ending)]
    return form
