"""Whether the name of a country, capital or building stands for a place or for those who govern there.

In: a labelled name draft. Out: the same draft as place, state or metonym. What the name is called elsewhere is not looked at.
"""

from spacy.tokens import Token

from accord.coding.names.drafts import Draft
from accord.coding.names.groups import group_noun
from accord.coding.names.words import (
    PLACE_PREPOSITIONS,
    word_set,
)  # fmt: skip
from accord.data import countries
from accord.data.bodies import body_named

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


def place_in_syntax(draft: Draft, name: str) -> None:
    """Decide between place, state and metonym by what a name does in its sentence."""
    if draft.label == "state" and _is_location(draft):
        draft.label = "place"
    elif draft.label == "place" and countries.capital_of(name) and _is_agent(draft):
        draft.form, draft.actor_type, draft.sectors = "metonym", "government", ("GOV",)
    elif draft.label == "facility" and body_named(name) and not _is_location(draft):
        draft.form = "metonym"


def _is_location(draft: Draft) -> bool:
    """Whether a country's name stands for where something is."""
    token = draft.token
    before = _preposition_before(draft)
    if before is not None:
        word = before.lower_
        if word in {"on", "against", "to", "with", "by", "from", "for", "of", "between", "over"}:
            moved = before.head.lemma_ in _MOTION or (before.head.lemma_ == "send" and _sends_forces(before.head))
            return (word in {"from", "to"} and moved) or (word == "of" and before.head.lower_ in _PARTS)
        return word in PLACE_PREPOSITIONS
    if token.dep_ == "dobj" and token.head.lemma_ in _REACH:
        return True
    return token.dep_ == "poss" and token.head.lower_ in _PARTS


_MOTION = word_set("motion")


_REACH = word_set("reach")


_PARTS = word_set("parts")


_POLITICAL = word_set("political")


_ABSTRACT_OWNED = word_set("abstract_owned")


def _sends_forces(verb: Token) -> bool:
    """Whether "send … to X" moves troops to a place, and no letters to a government."""
    return any(child.dep_ == "dobj" and group_noun(child.lower_) is not None for child in verb.children)


def _is_agent(draft: Draft) -> bool:
    """Whether a capital's name stands for its government: who acts, who is dealt with, whose policy it is."""
    token = draft.token
    if token.dep_ == "conj" and token.head.i != token.i and token.head.tag_.startswith("NNP"):
        token = token.head
    before = _preposition_before(draft)
    if before is not None:
        word = before.lower_
        if word in {"with", "between", "by", "against"}:
            return True
        given = [before.head, *(child for child in before.head.children if child.dep_ == "dobj")]  # "sent a letter to Rome"
        return word in {"from", "to", "for"} and any(noun.lemma_ in _ABSTRACT_OWNED for noun in given)
    if token.dep_ in _SUBJECTS and token.head.pos_ in {"VERB", "AUX"}:
        return token.head.lemma_ in _POLITICAL and not (token.head.lemma_ == "be" and token.dep_ == "nsubj")
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in _ABSTRACT_OWNED
    if token.dep_ in {"dobj", "iobj", "dative"}:
        return token.head.lemma_ in {
            "tell",
            "urge",
            "accuse",
            "warn",
            "ask",
            "criticize",
            "criticise",
            "blame",
            "condemn",
            "press",
            "pressure",
            "anger",
            "call",
        }
    return False


def _preposition_before(draft: Draft) -> Token | None:
    """Return the preposition that governs a name, through "X and Y" where it is the second."""
    token = draft.token
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token.dep_ == "pobj":
        return token.head
    return None
