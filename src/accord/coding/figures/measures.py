"""Say what a number measures: the killed, the injured, troops, money, a distance.

In: a parsed sentence and a quantity in it. Out: the measure, the unit, what was counted, and the tokens that say so, or
None for a number without a meaning that the record keeps (ages, scores, labels). Deliberately not here: which numbers there
are (`figure_numbers`), and whose word the figure is.
"""

from spacy.tokens import Doc, Token

from accord.coding.figures.numbers import Quantity
from accord.coding.figures.people import find_befallen, find_strength, find_toll
from accord.coding.figures.words import Meaning, is_person, keep_tokens, name_counted, words_of, write_phrase
from accord.data import load_yaml

__all__ = ["Meaning", "find_meaning"]


def find_meaning(doc: Doc, quantity: Quantity) -> Meaning | None:
    """Return what a quantity of a sentence measures, or None."""
    number = _number_token(doc, quantity)
    if number is None or _is_label(number, quantity):
        return None
    if quantity.currency is not None:
        return Meaning("money", quantity.currency, None, ())
    if number.i > 1 and number.nbor(-1).lower_ == "to" and number.nbor(-2).lemma_.lower() in words_of("votes"):
        return Meaning("votes", "votes", None, ())  # "by 88 votes to 40"
    noun = _counted(number, quantity)
    if noun is not None:
        physical = _physical(noun, doc, quantity)
        if physical is not None:
            return physical
    anchor = number if noun is None or number in noun.ancestors else noun
    found = _beside(doc, quantity, noun) or find_befallen(anchor, noun) or find_toll(number)
    if found is None and noun is not None and quantity.exact != 1:
        found = find_strength(noun)
    return found


def _number_token(doc: Doc, quantity: Quantity) -> Token | None:
    """Return the head token of the words of the number."""
    inside = [
        token
        for token in doc
        if quantity.core <= token.idx < quantity.end and not token.is_punct and token.lower_ not in {"of", "between"}
    ]
    if not inside:
        return None
    return next((token for token in inside if token.head not in inside), inside[-1])


def _is_label(number: Token, quantity: Quantity) -> bool:
    """Whether a number names something rather than counts it: "No. 5", "Article 5", "Flight 17", "aged 12", "Lee, 48,"."""
    doc = number.doc
    if (
        0 < number.i < len(doc) - 1
        and doc[number.i - 1].text in {",", "("}
        and doc[number.i + 1].text in {",", ")", "."}
        and quantity.exact is not None
    ):
        return doc[number.i - 1].text == "(" or (number.i > 1 and doc[number.i - 2].pos_ in {"PROPN", "NOUN"})
    before = number.nbor(-1) if number.i else None
    if (
        before is not None
        and before.lower_ in {"no.", "no", "number", "aged", "age", "article", "section", "flight", "page", "resolution", "#"}
        and number.lower_ != "one"
    ):
        return True
    return number.i + 2 < len(number.doc) and number.nbor(1).text == "-" and number.nbor(2).lower_ in {"year", "month", "day"}


def _counted(number: Token, quantity: Quantity) -> Token | None:
    """Return the noun that is counted: the number's head, or what stands after "of"; None for a number that "
    "stands alone."""
    if number.tag_ in {"NN", "NNS"} and quantity.core <= number.idx < quantity.end:
        return _after_of(number) or (
            number.head if number.dep_ in {"nummod", "compound", "quantmod", "amod"} and number.head.pos_ == "NOUN" else None
        )
    node = number
    for _ in range(4):
        if node.pos_ in {"NOUN", "PROPN"} and node.idx >= quantity.end:
            return node.head if node.dep_ == "compound" and node.head.i > node.i else node
        if (
            node.dep_ in {"nummod", "quantmod", "compound", "amod", "advmod", "npadvmod", "det", "predet"}
            and node.head.i > number.i
        ):
            node = node.head
        else:
            break
    following = number.doc[number.i + 1] if number.i + 1 < len(number.doc) else None
    if following is not None and following.pos_ == "NOUN" and following.head.i == number.head.i and following.dep_ == "dobj":
        return following
    return _after_of(number)


def _after_of(number: Token) -> Token | None:
    for child in number.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def _physical(noun: Token, doc: Doc, quantity: Quantity) -> Meaning | None:
    """Read money in words, distances, equipment and votes."""
    lemma, data = noun.lemma_.lower(), load_yaml("figures")
    if lemma in data["distances"] or noun.lower_ in data["distances"]:
        between = doc.char_span(quantity.end, noun.idx, alignment_mode="expand")
        unit = data["distances"].get(lemma) or data["distances"].get(noun.lower_)
        nautical = between is not None and "nautical" in between.text.lower()
        square = between is not None and "square" in between.text.lower()
        return None if square else Meaning("distance", "nautical miles" if nautical else unit, None, (noun,))
    if lemma in words_of("equipment"):
        return Meaning("equipment", lemma, write_phrase(noun), (noun,))
    return Meaning("votes", "votes", None, (noun,)) if lemma in words_of("votes") else None


def _beside(doc: Doc, quantity: Quantity, noun: Token | None) -> Meaning | None:
    """Read "12 dead", "30 others wounded", "5,000 people injured": a state right after the number or its noun."""
    after = noun if noun is not None and noun.idx >= quantity.end else None
    following = [token for token in doc if token.idx >= (after.idx + len(after) if after is not None else quantity.end)][:3]
    while following and following[0].lower_ in {
        "others",
        "more",
        "people",
        "were",
        "was",
        "have",
        "has",
        "been",
        "are",
        "still",
        "reported",
        "went",
    }:
        following = following[1:]
    if not following:
        return None
    state = following[0]
    measure = load_yaml("figures")["states"].get(state.lower_)
    if measure is None or (state.tag_ in {"VBD", "VBN"} and any(child.dep_ in {"dobj", "obj"} for child in state.children)):
        return None
    if state.dep_ == "amod" and state.head.i > state.i:
        return None if after is not None else Meaning(measure, "people", write_phrase(state.head), (state.head,))
    return (
        None
        if noun is not None and not is_person(noun)
        else Meaning(measure, "people", name_counted(noun), keep_tokens(noun, state))
    )
