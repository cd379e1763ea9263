"""The words of figures: nouns that count people, how a counted noun is written, and what a meaning is made of.

In: tokens of a parsed sentence and the tables of `figures.yaml`. Out: answers about single words. Deliberately not here: what
happened to those counted (`figure_people`).
"""

import functools
from dataclasses import dataclass

from spacy.tokens import Token

from accord.data import load_yaml

# climber, jihadist, engineer: people where something befalls them
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "ee", "man", "woman")
_COUNTING_TEXT = "more other further many few additional several numerous dozen hundred thousand million least"
_COUNTING = frozenset(_COUNTING_TEXT.split())


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a quantity measures; `tokens` are the words that say so, the counted noun and the predicate."""

    measure: str
    unit: str | None
    of: str | None
    tokens: tuple[Token, ...]


@functools.cache
def measures_of(key: str) -> dict[str, str]:
    """Return a table of words by measure turned round: word to measure."""
    return {word: measure for measure, words in load_yaml("figures")[key].items() for word in words}


@functools.cache
def words_of(key: str) -> frozenset[str]:
    """Return a list of words of `figures.yaml` as a set."""
    return frozenset(load_yaml("figures")[key])


def write_phrase(noun: Token) -> str:
    """Return a counted noun with the words that belong to it, in lower case unless they are names."""
    parts = [
        child for child in noun.lefts if child.dep_ in {"amod", "compound", "nmod"} and child.pos_ in {"ADJ", "NOUN", "PROPN"}
    ]
    parts = [part for part in parts if part.lower_ not in _COUNTING]
    words = [part.text if part.pos_ == "PROPN" or (part.text[0].isupper() and part.i) else part.lower_ for part in parts]
    return " ".join([*words, noun.lower_])


def name_counted(noun: Token | None) -> str | None:
    """Return what was counted in words, None where the noun only stands for one said before ("30 others")."""
    return None if noun is None or noun.lower_ in {"others", "one", "ones", "lives"} else write_phrase(noun)


def keep_tokens(*tokens: Token | None) -> tuple[Token, ...]:
    """Return the tokens that are there."""
    return tuple(token for token in tokens if token is not None)


def is_listed_person(noun: Token) -> bool:
    """Whether a noun is known to be a person, or is a name."""
    return noun.lemma_.lower() in words_of("people") or noun.lower_ in words_of("people") or noun.pos_ == "PROPN"


def is_person(noun: Token) -> bool:
    """Whether a noun counts people, by the lists or by how it ends."""
    lemma = noun.lemma_.lower()
    if noun.lower_ in load_yaml("figures")["states"] or (len(lemma) > 4 and lemma.endswith(_AGENT_ENDINGS)):
        return True
    return (
        lemma in words_of("people")
        or noun.lower_ in words_of("people")
        or lemma in words_of("troops")
        or noun.ent_type_ == "NORP"
        or noun.pos_ == "PROPN"
    )
