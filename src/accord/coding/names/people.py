"""Whom "he" and "she" stand for.

In: a pronoun and the drafts around it. Out: the draft of one person, or nothing. Sex is read off titles, kinship and given
names; where they say nothing, both fit.
"""

import functools
import itertools
from collections.abc import Sequence

from spacy.tokens import Token

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
    return _sex_of_given_name(doc[draft.first].text) if draft.form == "name" and draft.label == "person" else None


def is_woman(draft: Draft) -> bool:
    """Whether a form of address, kinship or a given name says that a mention is a woman's."""
    return _sex_of(draft) == "f"


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
    barred = [
        root_of(other) for other in earlier if other.label == "person" and (is_bound(other, draft) or _is_beside(other, draft))
    ]
    nearest = _clause_subject(draft)
    if speaker is not None:
        barred.append(root_of(speaker))
    for other in earlier:
        root = root_of(other)
        if root.label != "person" or other.label != "person" or other.plural or root is draft or root.form == "pronoun":
            continue
        if other.form == "descriptor" and other.first == other.last and other.token.dep_ not in _SUBJECTS:
            continue  # an office without article is held by nobody yet ("to become president")
        seen[id(root)] = seen.get(id(root), 0) + 1
        distance = draft.sentence.index - other.sentence.index
        if distance > _REACH or _sex_of(root) not in {None, sex} or sexes.get(id(root), sex) != sex:
            continue
        if any(_is_same(root, one) for one in barred):
            continue
        score = _score(other, distance, draft) + min(seen[id(root)], 5) * 0.2
        if distance == 0 and nearest is not None and other.core == nearest.i:
            score += 1.5
        if _sex_of(root) == sex:
            score += 1.0
        if best is None or score >= best[0]:
            best = (score, root)
    if best is None:
        return None
    sexes[id(best[1])] = sex
    return best[1]


def _is_beside(other: Draft, draft: Draft) -> bool:
    """Whether a pronoun stands beside somebody or in his description, and so means another ("he and X", "the man by him")."""
    if other.sentence is not draft.sentence or draft.token.tag_ != "PRP":
        return False
    above = itertools.takewhile(lambda token: token.pos_ not in {"VERB", "AUX"}, draft.token.ancestors)
    return draft.token in other.token.conjuncts or any(token.i == other.core for token in above)


def _clause_subject(draft: Draft) -> Token | None:
    """Return the subject of the innermost clause that a pronoun stands in, other than itself ("X said Y was in her office")."""
    for above in draft.token.ancestors:
        for child in above.children:
            if child.dep_ in _SUBJECTS and child.i < draft.core and not child.is_ancestor(draft.token):
                return child
    return None


def _is_same(root: Draft, other: Draft) -> bool:
    """Whether two mentions name one person: by the same words, or by one family name where neither has another given name."""
    if root is other or "name" not in {root.form, other.form}:
        return root is other
    if root.form != other.form or root.sentence.doc[root.last].lower_ != other.sentence.doc[other.last].lower_:
        return False
    whole = [one for one in (root, other) if one.last > one.first]
    if len(whole) == 1:  # a bare family name that fits several whole names of the article came before this one
        return root.position() > other.position()
    return not whole or root.sentence.doc[root.first].lower_ == other.sentence.doc[other.first].lower_


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
        score += 3.0 if draft.token.tag_ == "PRP$" and draft.token.head in other.token.conjuncts else -3.0
    return score
