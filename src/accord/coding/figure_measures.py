"""Say what a number measures: the killed, the injured, troops, money, a distance.

In: a parsed sentence and a quantity in it. Out: the measure, the unit, what was counted, and the tokens that say so, or
None for a number without a meaning that the record keeps (ages, scores, labels). Deliberately not here: which numbers there
are (`figure_numbers`), and whose word the figure is.
"""

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from accord.coding.figure_numbers import Quantity
from accord.data import load_yaml

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "obj", "oprd", "attr"})
# climber, jihadist, engineer: people where something befalls them
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "ee", "man", "woman")
_TAKING = frozenset({"capture", "seize", "hold", "take", "evacuate"})  # of things as often as of people
_TOLL_LINKS = frozenset({"to", "at", "of", "past", "above", "beyond", "over"})
_SAME_ROLE = frozenset({"conj", "appos"})
_COUNTING = frozenset(
    {
        "more",
        "other",
        "further",
        "many",
        "few",
        "additional",
        "several",
        "numerous",
        "dozen",
        "hundred",
        "thousand",
        "million",
        "least",
    }
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a quantity measures; `tokens` are the words that say so, the counted noun and the predicate."""

    measure: str
    unit: str | None
    of: str | None
    tokens: tuple[Token, ...]


@functools.cache
def _measures(key: str) -> dict[str, str]:
    """Return a table of words by measure turned round: word to measure."""
    return {word: measure for measure, words in load_yaml("figures")[key].items() for word in words}


@functools.cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_yaml("figures")[key])


def find_meaning(doc: Doc, quantity: Quantity) -> Meaning | None:
    """Return what a quantity of a sentence measures, or None."""
    number = _number_token(doc, quantity)
    if number is None or _is_label(number, quantity):
        return None
    if quantity.currency is not None:
        return Meaning("money", quantity.currency, None, ())
    noun = _counted(number, quantity)
    if noun is not None:
        physical = _physical(noun, doc, quantity)
        if physical is not None:
            return physical
    anchor = number if noun is None or number in noun.ancestors else noun
    found = _beside(doc, quantity, noun) or _human(anchor, noun) or _toll(number)
    if found is None and noun is not None:
        found = _strength(noun)
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
            return node
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
    if lemma in _words("equipment"):
        return Meaning("equipment", lemma, _phrase(noun), (noun,))
    return Meaning("votes", "votes", None, (noun,)) if lemma in _words("votes") else None


def _phrase(noun: Token) -> str:
    """Return a counted noun with the words that belong to it, in lower case unless they are names."""
    parts = [
        child for child in noun.lefts if child.dep_ in {"amod", "compound", "nmod"} and child.pos_ in {"ADJ", "NOUN", "PROPN"}
    ]
    parts = [part for part in parts if part.lower_ not in _COUNTING]
    words = [part.text if part.pos_ == "PROPN" or (part.text[0].isupper() and part.i) else part.lower_ for part in parts]
    return " ".join([*words, noun.lower_])


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
        return None if after is not None else Meaning(measure, "people", _phrase(state.head), (state.head,))
    return None if noun is not None and not _is_person(noun) else Meaning(measure, "people", _of(noun), _some(noun, state))


def _some(*tokens: Token | None) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token is not None)


def _of(noun: Token | None) -> str | None:
    return None if noun is None or noun.lower_ in {"others", "one", "ones", "lives"} else _phrase(noun)


def _is_listed(noun: Token) -> bool:
    return noun.lemma_.lower() in _words("people") or noun.lower_ in _words("people") or noun.pos_ == "PROPN"


def _is_person(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.lower_ in load_yaml("figures")["states"] or (len(lemma) > 4 and lemma.endswith(_AGENT_ENDINGS)):
        return True
    return (
        lemma in _words("people")
        or noun.lower_ in _words("people")
        or lemma in _words("troops")
        or noun.ent_type_ == "NORP"
        or noun.pos_ == "PROPN"
    )


def _human(anchor: Token, noun: Token | None) -> Meaning | None:
    """Read counts of people by what is said to happen to them, or by the noun itself."""
    if noun is not None:
        measure = _measures("result_nouns").get(noun.lemma_.lower())
        if measure is not None and _human_role(noun) is None:
            return Meaning(measure, "people", _phrase(noun) if measure == "displaced" else None, (noun,))
        if not _is_person(noun) and noun.lemma_.lower() not in _measures("result_nouns"):
            return None
        described = _described(noun)
        if described is not None:
            return described
    role = _human_role(anchor)
    if role is None:
        return None
    measure, predicate = role
    if predicate.lemma_.lower() in _TAKING and noun is not None and not _is_listed(noun):
        return None
    return Meaning(measure, "people", _of(noun), _some(noun, predicate))


def _described(noun: Token) -> Meaning | None:
    """Read "30 wounded soldiers" and "12 people who were killed"."""
    for child in noun.children:
        state = load_yaml("figures")["states"].get(child.lower_)
        if child.dep_ in {"amod", "acl"} and state is not None and not any(c.dep_ in {"dobj", "obj"} for c in child.children):
            return Meaning(state, "people", _phrase_without(noun, child), (noun, child))
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in _measures("agent_verbs"):
            return Meaning(_measures("agent_verbs")[child.lemma_.lower()], "people", _of(noun), (noun, child))
        if child.dep_ == "relcl":
            measure = _verb_measure(child, _relative_role(child))
            if measure is not None:
                return Meaning(measure, "people", _of(noun), (noun, child))
    return None


def _phrase_without(noun: Token, word: Token) -> str:
    return _phrase(noun).replace(f"{word.lower_} ", "")


def _relative_role(verb: Token) -> str:
    return next(
        (child.dep_ for child in verb.children if child.lower_ in {"who", "that", "which"} and child.dep_ in _SUBJECTS), "dobj"
    )


def _human_role(token: Token) -> tuple[str, Token] | None:
    """Climb from a counted noun to the predicate that decides what happened to the counted."""
    node = token
    for _ in range(6):
        head = node.head
        if head.i == node.i:
            return None
        if node.dep_ in _SAME_ROLE or (node.dep_ == "pobj" and head.lower_ in {"including", "among"}):
            if node.dep_ in _SAME_ROLE and head.pos_ in {"VERB", "AUX"}:
                return None
            node = head
            continue
        if node.dep_ == "prep" and node.lower_ in {"including", "among"}:
            node = head
            continue
        if node.dep_ == "pobj" and head.lower_ in {"of", "by"} and head.head.i != head.i:
            return _nominal_role(head) if head.lower_ == "of" else None
        measure = _verb_measure(head, node.dep_) or _phrase_measure(head, node)
        return (measure, head) if measure is not None else None
    return None


def _phrase_measure(verb: Token, node: Token) -> str | None:
    """Read "claimed 20 lives", "left 25 soldiers of the army dead" and "forced thousands from their homes"."""
    lemma = verb.lemma_.lower()
    if lemma in _words("claim_verbs") and node.lower_ == "lives":
        return "killed"
    if lemma == "leave" and any(token.lower_ == "dead" and token.i > node.i for token in verb.subtree):
        return "killed"
    if lemma in _words("force_verbs") and node.dep_ in {"dobj", "nsubjpass"}:
        around = [token for token in verb.subtree if token.i > verb.i and token.lower_ in {"homes", "home", "houses"}]
        return "displaced" if around else None
    return None


def _nominal_role(preposition: Token) -> tuple[str, Token] | None:
    """Read "the killing of three journalists", "the lives of 20 people"."""
    noun = preposition.head
    measure = _measures("event_nouns").get(noun.lemma_.lower())
    if measure is not None:
        return measure, noun
    if noun.lower_ == "lives" and noun.dep_ in _OBJECTS and noun.head.lemma_.lower() in _words("claim_verbs"):
        return "killed", noun.head
    return None


def _verb_measure(verb: Token, role: str) -> str | None:
    """Return the measure of a verb for who stands in a role to it: patients of killing, those who die or flee."""
    lemma = verb.lemma_.lower()
    if lemma in _measures("agent_verbs"):
        return _measures("agent_verbs")[lemma] if role in _SUBJECTS else None
    measure = _measures("patient_verbs").get(lemma)
    if measure is None or (lemma in {"hold", "seize"} and verb.tag_ != "VBN"):
        return None
    if role in {"nsubjpass", "dobj", "obj"}:
        return measure
    if (
        role == "nsubj"
        and verb.tag_ in {"VBN", "VBD"}
        and not any(child.dep_ in {"dobj", "obj", "dative"} for child in verb.children)
    ):
        return measure
    return None


def _toll(number: Token) -> Meaning | None:
    """Read "the death toll rose to 45", "a toll of 45 dead"."""
    if number.dep_ != "pobj" or number.head.lower_ not in _TOLL_LINKS:
        return None
    for node in list(number.ancestors)[:4]:
        for candidate in (node, *_subjects(node)):
            if candidate.lemma_.lower() in _words("toll_nouns") and any(c.lower_ in {"death", "dead"} for c in candidate.lefts):
                return Meaning("killed", "people", None, (candidate,))
    return None


def _subjects(verb: Token) -> Iterable[Token]:
    return (child for child in verb.children if child.dep_ in _SUBJECTS)


def _strength(noun: Token) -> Meaning | None:
    """Read numbers of troops that nothing has happened to."""
    lemma = noun.lemma_.lower()
    if lemma in _words("troops") or noun.lower_ in {"troops", "personnel", "forces"}:
        return Meaning("troops", "people", _phrase(noun), (noun,))
    return None
