"""Whom "he" and "she" stand for.

In: a pronoun and the drafts around it. Out: the draft of one person, or nothing. Sex is read off titles, kinship and given
names; where they say nothing, both fit.
"""

import functools
from collections.abc import Sequence

from accord.coding.names.binding import is_bound, root_of
from accord.coding.names.drafts import Draft
from accord.coding.names.words import word_set
from accord.data import load_yaml

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FEMALE = word_set("female")
_MALE = word_set("male")
_FRONTED = 6
"""Within this many words of its sentence's start a pronoun may look ahead."""
_REACH = 3
"""An antecedent is sought within this many sentences."""


def _sex_of_given_name(name: str) -> str | None:
    """Return whose name a given name nearly always is, a woman's ("f") or a man's ("m")."""
    women, men = _given_names()
    if name.lower() in women:
        return "f"
    return "m" if name.lower() in men else None


def is_given_name(word: str) -> bool:
    """Whether a word is a well-known given name."""
    return _sex_of_given_name(word) is not None


@functools.cache
def _given_names() -> tuple[frozenset[str], frozenset[str]]:
    names = load_yaml("given_names")
    return frozenset(names["female"]), frozenset(names["male"])


def _sex_of(draft: Draft) -> str | None:
    words = {draft.head, *draft.titled.lower().replace(".", "").split()}
    doc = draft.sentence.doc
    if draft.first > 0:
        words.add(doc[draft.first - 1].lower_.rstrip("."))
    if words & _FEMALE:
        return "f"
    if words & _MALE:
        return "m"
    given = doc[draft.first].text if draft.form == "name" and draft.label == "person" and draft.last > draft.first else ""
    return _sex_of_given_name(given)


def person_ahead(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the named subject that a phrase before it looks ahead to ("Before his election, X …", "In her speech, X …")."""
    root = draft.sentence.doc[:].root
    subject = next((child for child in root.children if child.dep_ in _SUBJECTS), None)
    if subject is None or not draft.core < subject.i or draft.core > _FRONTED:
        return None
    if draft.sentence.doc[0].tag_ != "IN" or not any(token.text == "," for token in draft.sentence.doc[draft.core : subject.i]):
        return None
    sex = "f" if draft.head in {"she", "her", "hers", "herself"} else "m"
    named = next((d for d in drafts if d.sentence is draft.sentence and d.form == "name" and d.core == subject.i), None)
    if named is None or named.label != "person" or _sex_of(root_of(named)) not in {None, sex}:
        return None
    between = (d for d in drafts if d.sentence is draft.sentence and d.last < draft.first and d.label == "person")
    return root_of(named) if next(between, None) is None else None


def person_meant(draft: Draft, earlier: Sequence[Draft], sexes: dict[int, str], speaker: Draft | None = None) -> Draft | None:
    """Return whom "he" or "she" stands for: near, a subject, of no other sex, neither its clause's subject nor its speaker."""
    sex = "f" if draft.head in {"she", "her", "hers", "herself"} else "m"
    best: tuple[float, Draft] | None = None
    seen: dict[int, int] = {}
    barred = {_surname(root_of(other)) for other in earlier if other.label == "person" and is_bound(other, draft)}
    if speaker is not None:
        barred.add(_surname(root_of(speaker)))
    for other in earlier:
        root = root_of(other)
        if root.label != "person" or other.label != "person" or other.plural or root is draft or root.form == "pronoun":
            continue
        seen[id(root)] = seen.get(id(root), 0) + 1
        distance = draft.sentence.index - other.sentence.index
        if distance > _REACH or _sex_of(root) not in {None, sex} or sexes.get(id(root), sex) != sex or _surname(root) in barred:
            continue
        score = _score(other, distance, draft) + min(seen[id(root)], 5) * 0.2
        if best is None or score >= best[0]:
            best = (score, root)
    if best is None:
        return None
    sexes[id(best[1])] = sex
    return best[1]


def _surname(draft: Draft) -> str:
    """Return the last word of whom a mention names; a description stands for itself."""
    return draft.sentence.doc[draft.last].lower_ if draft.form == "name" else f"{draft.position()}"


def _score(other: Draft, distance: int, draft: Draft) -> float:
    score = 4.0 - 2.0 * distance
    if other.token.dep_ in _SUBJECTS:
        score += 2.0
    elif other.token.dep_ == "poss":
        score -= 0.5
    if other.form == "pronoun":
        score += 0.5
    if other.form == "descriptor":
        score -= 1.5
    if other.sentence.paragraph != draft.sentence.paragraph:
        score -= 0.5
    if distance == 0 and (other.token.dep_ == "conj" or any(child.dep_ == "conj" for child in other.token.children)):
        score -= 3.0
    return score
