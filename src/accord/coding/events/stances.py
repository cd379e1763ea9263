"""What the words above and beside a predicate say of it: that it is untrue, only feared, not confirmed, kept from happening.

In: a predicate token. Out: a `Stance` with the word that decides, or `None`. Modal verbs, negation of the predicate itself and
conditions are read elsewhere, as are verbs that make one act of two ("denied bombing", `matrix`). Words: data/stances.yaml.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from accord.data import load_yaml

Holding = Literal["denied", "doubted"]
_REACH = 8
_NOT = frozenset({"not", "n't", "n’t", "never", "hardly", "barely", "no", "neither", "nobody", "none", "nothing", "nor"})
_STATIVE = frozenset({"be", "remain", "seem", "appear", "become", "look", "sound", "prove"})
_QUOTES = frozenset({'"', "''", "”", "“", "``"})
_DENYING = frozenset("deny reject dismiss refute dispute rebut".split())
_YET = frozenset({"have", "be", "remain"})


@dataclass(frozen=True, slots=True)
class Stance:
    """How what a predicate tells is held: denied, or left in doubt; `word` is what says so."""

    holding: Holding
    word: Token


@cache
def stance_words(name: str) -> frozenset[str]:
    """Return a list of data/stances.yaml as a set."""
    return frozenset(load_yaml("stances")[name])


def read_stance(predicate: Token) -> Stance | None:
    """Return what stands above a predicate or beside it that denies or doubts it, the nearest first.

    Args:
        predicate: the verb of an act, or the noun or adjective that stands for one.
    """
    node = predicate
    for _ in range(_REACH):
        found = _beside(node) or _above(node)
        if found is not None or node.head == node or node.dep_ in ("relcl", "advcl"):
            return found
        node = node.head
    return None


def _beside(verb: Token) -> Stance | None:
    """Read an adverb of doubt: "perhaps the army came"."""
    found = (c for c in verb.children if c.dep_ == "advmod" and c.lower_ in stance_words("perhaps"))
    return next((Stance("doubted", word) for word in found), None)


def _above(node: Token) -> Stance | None:
    head = node.head
    if node.dep_ == "pcomp":
        return _of_preposition(head)
    if node.dep_ == "xcomp" and head.lemma_ in _YET and _word_of(head, ("yet",)):
        return Stance("denied", head)
    marked = node.dep_ == "relcl" and any(c.dep_ == "mark" for c in node.children)  # "the fear that the army came"
    if (marked or node.dep_ in ("acl", "ccomp", "appos")) and head.pos_ in ("NOUN", "PROPN"):
        return _of_noun(head, node)
    if node.dep_ in ("ccomp", "csubj", "xcomp") and head.pos_ == "ADJ":
        return _of_adjective(head, is_negated(head.head) or is_negated(head)) if node.dep_ != "xcomp" else None
    if node.dep_ in ("ccomp", "csubj") and head.pos_ in ("VERB", "AUX"):
        # a quotation that ends between the two was hung on its speaker's verb upside down
        quoted = any(t.text in _QUOTES for t in node.doc[head.i : node.i])
        return None if quoted else _of_verb(head, node)
    return None


def is_negated(verb: Token) -> bool:
    """Whether a verb stands with "not", or with a subject that says there is none."""
    if any(c.dep_ == "neg" or (c.dep_ in ("advmod", "preconj") and c.lower_ in _NOT) for c in verb.children):
        return not is_only(verb)
    return any(c.dep_ in ("nsubj", "nsubjpass", "attr") and is_none(c) for c in verb.children)


def is_only(verb: Token) -> bool:
    """Whether "not" is that of "not only", "not just" or "not until Monday", which deny nothing."""
    for word in (c for c in verb.children if c.dep_ in ("neg", "advmod", "preconj") and c.lower_ in _NOT):
        after = verb.doc[word.i + 1].lower_ if word.i + 1 < len(verb.doc) else ""
        if after in ("only", "just", "merely", "simply", "least"):
            return True
    return False


def is_none(noun: Token) -> bool:
    """Whether a noun says that there is none: "nobody", "no deal", "neither side"."""
    return noun.lower_ in ("no", "neither", "nobody", "none", "nothing", "noone") or any(
        d.lower_ in ("no", "neither") and d.dep_ in ("det", "preconj", "neg") for d in noun.children
    )


def _of_preposition(prep: Token) -> Stance | None:
    """Read "without signing", "instead of signing", "stopped short of signing", "kept from signing", "far from signing"."""
    if prep.lower_ == "without":
        return Stance("denied", prep)
    if prep.lower_ == "of":
        found = (t for t in (prep.head, *prep.lefts) if t.lower_ in ("instead", "short"))
        return next((Stance("denied", word) for word in found), None)
    if prep.lower_ == "from" and prep.head.lemma_.lower() in stance_words("kept"):
        return Stance("denied", prep)
    return None


def _of_noun(noun: Token, clause: Token) -> Stance | None:
    """Read "the possibility that", "no evidence that", "reports that … were false"; an infinitive is only an aim."""
    lemma, that = noun.lemma_.lower(), _has_mark(clause)
    if not that or noun.head.lemma_.lower() in _DENYING:
        return None  # "refuted suggestions that it had fled" is the denier's word, read in `governing`
    if lemma in stance_words("denials"):
        return Stance("denied", noun)
    if lemma in stance_words("proof") and is_none(noun) and lemma != "question":
        return Stance("doubted", noun)
    if lemma in stance_words("doubtful_nouns") and not is_none(noun):
        return Stance("doubted", noun)
    if lemma in stance_words("told_nouns") and noun.dep_ == "nsubj" and noun.head.lemma_ in _STATIVE:
        return next((s for c in _complements(noun.head) if (s := _of_adjective(c, is_negated(noun.head)))), None)
    return None


def _of_verb(verb: Token, clause: Token) -> Stance | None:
    lemma, negated = verb.lemma_.lower(), is_negated(verb)
    if lemma in _STATIVE:
        found = next((s for c in _complements(verb) if (s := _of_adjective(c, negated))), None)
        if found is not None or not negated:
            return found
    if negated and lemma in stance_words("transferred"):
        return Stance("denied", verb)
    if negated and lemma in stance_words("unsaid") and clause.i > verb.i:
        return Stance("doubted", verb)
    if lemma in stance_words("doubting") and not negated and clause.i > verb.i:
        return Stance("doubted", verb)
    commanded = verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    return Stance("doubted", verb) if commanded and lemma in stance_words("supposing") else None


def _of_adjective(adjective: Token, negated: bool) -> Stance | None:
    """Read "it is false that", "it is not true that", "it is unclear whether"."""
    lemma = adjective.lemma_.lower()
    if lemma in stance_words("untrue"):
        return None if negated else Stance("denied", adjective)
    if lemma in stance_words("truth"):
        return Stance("denied" if lemma not in ("certain", "clear") else "doubted", adjective) if negated else None
    if lemma == "unlikely":
        return Stance("doubted", adjective)
    return Stance("doubted", adjective) if lemma in stance_words("doubtful") and not negated else None


def _complements(verb: Token) -> Iterable[Token]:
    return (c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd"))


def _has_mark(clause: Token) -> bool:
    """Whether a clause below a noun says a whole sentence: "the fear that the army came"."""
    return any(c.dep_ == "mark" for c in clause.children) or any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)


def _word_of(verb: Token, words: tuple[str, ...]) -> bool:
    return any(c.dep_ in ("advmod", "neg") and c.lower_ in words for c in verb.children)
