"""Spellings of names: folding, keys that survive transliteration, and how alike two names are.

In: names as texts. Out: folded tokens, blocking keys, and a similarity from 0 to 1 with words that explain it. It knows
nothing of articles; whether two actors are one is decided in `accord.linking.actors.resolve`, with evidence.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA, JaroWinkler

from accord.data import load_yaml

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "&": " and "}
)
_SILENT = re.compile(r"['’‘`´ʻʼʾʿ.·]")
_BREAK = re.compile(r"[\W_]+")
_ROMAN = re.compile(r"[ivx]+|\d+")
_VOWELS = re.compile(r"[aeiouyw]")
_REPEAT = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ar|as|ash|at|az|an)(?=[-‐ ])", re.IGNORECASE)
ALIKE = 0.78
"""Names alone: the threshold with the best F1 on the development part of name_pairs (people 0.858, all 0.849)."""
SAME_NAME = 0.86
"""A stricter threshold for joining actors, where a wrong merge costs more than a missed one."""


@functools.cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_yaml("spelling")[kind])


@functools.cache
def _scripts() -> dict[int, str]:
    data = load_yaml("spelling")
    return str.maketrans({**data["cyrillic"], **data["arabic"], **data["hebrew"]})


@functools.cache
def _sounds() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = {str(a): str(b) for a, b in load_yaml("spelling")["sounds"]}
    return re.compile("|".join(pairs)), pairs


@functools.lru_cache(maxsize=100_000)
def fold_name(name: str) -> str:
    """Return a name in lower case without accents, points and marks, other scripts in Latin letters.

    >>> fold_name("Süleyman Demirel")
    'suleyman demirel'
    >>> fold_name("U.N.")
    'un'
    """
    text = name if name.isascii() else unicodedata.normalize("NFC", name)
    text = text.casefold()
    if not text.isascii():
        text = text.translate(_scripts())
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(c for c in text if not unicodedata.combining(c))
    text = _SILENT.sub("", text.translate(_LETTERS))
    return _BREAK.sub(" ", text).strip()


@functools.lru_cache(maxsize=100_000)
def name_tokens(name: str) -> tuple[str, ...]:
    """Return the folded words of a person's name without titles and particles.

    >>> name_tokens("Dr. Ayad al-Alawi")
    ('ayad', 'alawi')
    """
    words = fold_name(name).split()
    words = [w for w in words if w not in _words("titles")] or words
    first = words[:1] if len(words) > 1 and words[0] in _words("given_names") else []
    kept = tuple(first + [w for w in words[len(first) :] if w not in _words("particles")])
    return kept or tuple(words)


@functools.lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word as press spellings of one name share them.

    >>> skeleton("qasim") == skeleton("gassem")
    True
    >>> skeleton("sherif") == skeleton("sharif")
    True
    """
    pattern, sounds = _sounds()
    text = pattern.sub(lambda match: sounds[match.group()], word)
    body = _VOWELS.sub("", text[1:]).replace("h", "")
    first = "a" if text[:1] in "aeiouy" else text[:1]
    return _REPEAT.sub(r"\1", first + body)


def sound_key(name: str) -> str:
    """Return one key for a whole name: the skeleton of its words run together, particles left out.

    >>> sound_key("Nur al-Din Zengi") == sound_key("Nuruddin Zengi")
    True
    """
    joined = re.sub(r"(?<=[^aeiou])u(?=l?l?d+in\b|r+ahman\b|llah\b)", "", "".join(name_tokens(name)))
    return skeleton(joined)


@functools.lru_cache(maxsize=200_000)
def compare_words(a: str, b: str) -> float:
    """Return how alike two folded words are, from 0 to 1; equal skeletons of some length lift the score."""
    if a == b:
        return 1.0
    edit = OSA.normalized_similarity(a, b)
    winkler = JaroWinkler.similarity(a, b)
    score = (edit + winkler) / 2
    one, two = skeleton(a), skeleton(b)
    if one == two and len(one) >= 3:
        return max(score, 0.92)
    if one == two and len(one) == 2 and min(len(a), len(b)) >= 4:
        return max(score, 0.86)
    return score


@dataclass(frozen=True, slots=True)
class NameScore:
    """How alike two names are, and in words why."""

    score: float
    reason: str


def compare_people(a: str, b: str) -> NameScore:
    """Compare two persons' names: words aligned in any order, initials allowed, words left over only on one side."""
    one, two = name_tokens(a), name_tokens(b)
    if not one or not two:
        return NameScore(0.0, "a name without words")
    if sorted(one) == sorted(two):
        return NameScore(1.0, "same words")
    if len(one) != len(two) and _is_same_joined("".join(one), "".join(two), sound_key(a), sound_key(b)):
        return NameScore(0.95, "same sounds written together")
    pairs, left, right = align_words(one, two)
    if left and right:
        return NameScore(0.3, f"{' '.join(left)} against {' '.join(right)}")
    if _is_crossed(one, two, pairs):
        return NameScore(0.4, "alike words in another order")
    if not pairs:
        return NameScore(0.0, "no word in common")
    if min(len(one), len(two)) == 1 and max(len(one), len(two)) > 1:
        return NameScore(0.7 * pairs[0][2], f"only {pairs[0][0]} in common")
    weight = sum(len(x) + len(y) for x, y, _ in pairs)
    mean = sum((len(x) + len(y)) * s for x, y, s in pairs) / weight
    worst = min(s for _, _, s in pairs)
    score = 0.5 * mean + 0.5 * worst - 0.05 * (len(left) + len(right))
    return NameScore(score, "alike word by word: " + ", ".join(x if x == y else f"{x}/{y}" for x, y, _ in pairs))


def is_alike(a: str, b: str, *, is_person: bool) -> bool:
    """Return whether two names alone, without evidence, are likelier one than two."""
    return (compare_people if is_person else compare_bodies)(a, b).score >= ALIKE


def rank_spellings(name: str, candidates: Iterable[str]) -> list[str]:
    """Return Latin spellings of a name of any script, the likeliest first: by consonants, then by letters."""
    folded = fold_name(name)
    return sorted(candidates, key=lambda other: (-_sound_similarity(folded, fold_name(other)), other))


def _sound_similarity(a: str, b: str) -> float:
    return 0.6 * OSA.normalized_similarity(skeleton(a), skeleton(b)) + 0.4 * OSA.normalized_similarity(a, b)


def _is_crossed(one: tuple[str, ...], two: tuple[str, ...], pairs: list[tuple[str, str, float]]) -> bool:
    """Return whether words that are not quite equal, or initials, stand in another order in the two names."""
    places = sorted(
        (one.index(x), two.index(y), len(x) > 1 < len(y) and OSA.normalized_similarity(x, y) >= 0.7) for x, y, _ in pairs
    )
    return any(b[1] < a[1] and not (a[2] and b[2]) for a, b in pairwise(places))


def _is_same_joined(one: str, two: str, key: str, other: str) -> bool:
    """Return whether two names are one written with its words together or apart ("Salah al-Din", "Salahuddin")."""
    if min(len(one), len(two)) < 5:
        return False
    return OSA.normalized_similarity(one, two) >= 0.92 or (key == other and len(key) >= 4)


def align_words(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[list[tuple[str, str, float]], list[str], list[str]]:
    """Pair the words of two names, best pairs first, and return the pairs and what is left of each.

    A word pairs with an initial that it begins with; words less alike than 0.66 do not pair.
    """
    scored = []
    for i, x in enumerate(one):
        for j, y in enumerate(two):
            score = _initial(x, y) if min(len(x), len(y)) == 1 else compare_words(x, y)
            if score >= 0.66:
                scored.append((-score, abs(i - j), i, j))
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    pairs = []
    for negative, _, i, j in sorted(scored):
        if i not in taken_i and j not in taken_j:
            taken_i.add(i)
            taken_j.add(j)
            pairs.append((one[i], two[j], -negative))
    return pairs, [w for i, w in enumerate(one) if i not in taken_i], [w for j, w in enumerate(two) if j not in taken_j]


def _initial(x: str, y: str) -> float:
    if len(x) == len(y) == 1:
        return float(x == y)
    return 0.9 if x[0] == y[0] else 0.0


@functools.lru_cache(maxsize=100_000)
def body_tokens(name: str) -> tuple[str, ...]:
    """Return the folded words of a body's name without fillers and legal forms.

    >>> body_tokens("The Ministry of Defence")
    ('ministry', 'defence')
    """
    text = f" {fold_name(name)} "
    for phrase in load_yaml("spelling")["legal_phrases"]:
        text = text.replace(f" {phrase} ", " ")
    words = text.split()
    kept = tuple(w for w in words if w not in _words("fillers") and w not in _words("legal_forms"))
    return kept or tuple(words)


def compare_bodies(a: str, b: str) -> NameScore:
    """Compare two names of bodies: every word must find its like, in any order; numbers must be equal."""
    one, two = body_tokens(a), body_tokens(b)
    if sorted(one) == sorted(two):
        return NameScore(1.0, "same words")
    if is_acronym_of(a, b) or is_acronym_of(b, a):
        return NameScore(0.88, "initials of the longer name")
    joined = compare_words("".join(one), "".join(two))
    pairs, left, right = align_words(one, two)
    numbers = {w for w in (*one, *two) if _ROMAN.fullmatch(w)}
    if any((w in one) != (w in two) for w in numbers):
        return NameScore(0.3, "different numbers")
    if left or right:
        known = joined >= 0.94 and not (left and right)
        return NameScore(joined if known else 0.3, f"{' '.join(left) or '-'} against {' '.join(right) or '-'}")
    worst = min(s for _, _, s in pairs)
    mean = sum((len(x) + len(y)) * s for x, y, s in pairs) / sum(len(x) + len(y) for x, y, _ in pairs)
    return NameScore(max(0.4 * mean + 0.6 * worst, joined if joined >= 0.95 else 0.0), "alike word by word")


def is_acronym_of(short: str, long: str) -> bool:
    """Return whether a text in capitals is made of the initials of a longer name.

    >>> is_acronym_of("AU", "African Union")
    True
    """
    letters = short.replace(".", "").strip()
    if not (2 <= len(letters) <= 8 and letters.isalpha() and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)):
        return False
    words = fold_name(long).split()
    if len(words) < 2:
        return False
    wanted = fold_name(letters)
    every = "".join(w[0] for w in words)
    content = "".join(w[0] for w in words if w not in _words("fillers"))
    return wanted in (every, content)


def strip_article(name: str) -> str:
    """Return a name without a leading Arabic article, as surnames are quoted alone.

    >>> strip_article("Al-Sadr")
    'Sadr'
    """
    return _ARTICLE.sub("", name).lstrip("-‐ ")
