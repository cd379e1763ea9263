"""Where a participant of an act stands in its sentence: "subject of 'signed'", "after 'with' of 'talks'".

In: a mention and the numbers of the words that tell an act. Out: a `Standing`. Read off the parse alone; it decides
nothing about who takes part.
"""

from spacy.tokens import Token

from accord.coding.events.classes import through
from accord.coding.events.clauses import Clause
from accord.coding.explaining.explanation import Place, Standing

_PLACES: dict[str, Place] = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubjpass": "passive subject",
    "csubjpass": "passive subject",
    "dobj": "object",
    "attr": "object",
    "oprd": "object",
    "dative": "indirect object",
    "poss": "owner",
}


def find_standing(clause: Clause, mention: int, own: frozenset[int]) -> Standing | None:
    """Return where a mention stands to the words of an act, or None where it stands in another sentence."""
    words = [t for t in clause.sentence.doc if clause.mention_of.get(t.i) == mention]
    if not words:
        return None
    inside = {t.i for t in words}
    head = next((t for t in words if t.head.i not in inside or t.head == t), words[0])
    first = _first_of_list(head)
    beside = first.text if first != head else None
    describing = next((c for c in first.children if c.dep_ in ("relcl", "acl") and c.i in own), None)
    return _stand(first, beside, own) if describing is None else Standing("described", describing.text, beside=beside)


def _first_of_list(token: Token) -> Token:
    """Return the first of what a word is listed with, the noun it stands in apposition to, or what only counts it."""
    while True:
        if token.dep_ in ("conj", "appos") and token.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            token = token.head
        elif token.dep_ == "pobj" and token in through(token.head.head)[1:]:
            token = token.head.head
        else:
            return token


def _stand(token: Token, beside: str | None, own: frozenset[int]) -> Standing:
    preposition, holder = None, token.head
    place = _PLACES.get(token.dep_, "before")
    if token.dep_ in ("pobj", "pcomp"):
        preposition, holder = holder.lower_, holder.head
        place = "agent" if token.head.dep_ == "agent" else "after"
    is_verb = holder.pos_ in ("VERB", "AUX")
    return Standing(place, holder.text, preposition, beside, shared=is_verb and holder.i not in own)
