"""Whether an act is recalled rather than told as news, by the words of its own clause: "in the 1990s", "during the civil war".

In: the predicate of an act and its tense. Out: yes or no. What only a date can tell ("in March 1998" in an article of 2020) is
left to linking, which knows when the article appeared. Words: data/background.yaml.
"""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from accord.data import load_yaml
from accord.model.reading import Tense

_DECADE = re.compile(r"(?:1[0-9]|20[01])\d0'?s|'?[2-9]0'?s")
_CENTURY = re.compile(r"1\d{3}")
_REACH = 3


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_yaml("background")[name])


def is_recalled(predicate: Token, tense: Tense) -> bool:
    """Return whether the words around a predicate put its act into an age that is over.

    Args:
        predicate: the verb or noun that tells the act.
        tense: its tense; only what is told as past can be recalled.
    """
    if tense not in ("past", "perfect", "none"):
        return False
    if tense != "none" and any(c.lower_ in _words("adverbs") and c.dep_ == "advmod" for c in predicate.children):
        return not any(c.lower_ == "once" and c.i > predicate.i for c in predicate.children)
    age = predicate.head if predicate.dep_ == "relcl" and predicate.head.dep_ == "pobj" else None
    if age is not None and _names_age(age, age.head.lower_):
        return True  # "since the days of the dictatorship, when soldiers executed thousands"
    return any(_is_past_age(child) for node in _holders(predicate) for child in node.children)


def _holders(predicate: Token) -> Iterator[Token]:
    """Yield the predicate and, where it is a bare complement, the verbs it hangs on."""
    node = predicate
    for _ in range(_REACH):
        yield node
        if node.head == node or node.dep_ not in ("xcomp", "dobj", "nsubj", "nsubjpass", "pcomp", "attr"):
            return
        node = node.head


def _is_past_age(child: Token) -> bool:
    if child.dep_ in ("prep", "agent") and child.lower_ in _words("prepositions"):
        return any(_names_age(noun, child.lower_) for noun in child.children if noun.dep_ == "pobj")
    if child.dep_ == "advmod" and child.lower_ in ("ago", "earlier", "before", "back"):
        return any(c.lemma_.lower() in _words("far") and _is_plural(c) for c in child.children if c.dep_ == "npadvmod")
    return False


def _names_age(noun: Token, preposition: str) -> bool:
    """Whether a noun phrase names an age that is over: "the 1990s", "the Cold War", "colonial rule", "the 1973 war"."""
    if _DECADE.fullmatch(noun.lower_):
        return True
    lemma, lower = noun.lemma_.lower(), noun.lower_
    around = {c.lower_ for c in noun.children} | {c.lemma_.lower() for c in noun.children}
    if {lemma, lower} & _words("periods"):
        new = around & {"this", "last", "next", "coming", "past", "new", "our", "current", "recent"}
        return not new or (lemma == "century" and "last" in new)
    if preposition in ("since", "after") and lemma in _words("turns") and noun.doc[noun.i - 1].lower_ == preposition:
        return preposition == "after"
    if not {lemma, lower} & _words("named") or around & {"this", "ongoing", "current", "last", "recent"}:
        return False
    dated = any(_CENTURY.fullmatch(c.text) for c in noun.children)
    below = {p.lower_ for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children}
    return dated or bool((around | below) & _words("beside"))


def _is_plural(noun: Token) -> bool:
    """Whether a length is more than one: "ten years ago", "decades ago", not "a year ago"."""
    return noun.tag_ == "NNS" or noun.lemma_.lower() in ("decade", "century", "generation")
