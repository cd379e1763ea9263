"""Read what befalls counted people: killed, injured, captured, displaced, and the strength of troops.

In: the token that stands for a number and the noun it counts. Out: the meaning, by the predicate that the parse gives
it a part in, by the noun itself ("deaths"), or by a toll. Deliberately not here: things (`figure_measures`).
"""

from collections.abc import Iterable

from spacy.tokens import Token

from accord.coding.figures.words import (
    Meaning,
    is_listed_person,
    is_person,
    keep_tokens,
    measures_of,
    name_counted,
    words_of,
    write_phrase,
)
from accord.data import load_yaml

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "obj", "oprd", "attr"})
_TAKING = frozenset({"capture", "seize", "hold", "take", "evacuate"})  # of things as often as of people
_TOLL_LINKS = frozenset({"to", "at", "of", "past", "above", "beyond", "over"})
_REACHING = frozenset({"reach", "hit", "top", "exceed", "pass", "surpass", "be"})
_UNDERGOING = frozenset({"dobj", "obj", "nsubjpass"})
_HOLDING = frozenset({"hold", "take", "keep", "seize"})
_HELD = frozenset({"hostage", "captive", "prisoner"})
_FINDING = frozenset("find recover pull retrieve discover exhume collect unearth bury remove drag".split())
_STRIKING = frozenset("shoot strike find declare pronounce gun hack stab beat report fear".split())
_SAME_ROLE = frozenset({"conj", "appos"})


def find_befallen(anchor: Token, noun: Token | None) -> Meaning | None:
    """Read counts of people by what is said to happen to them, or by the noun itself."""
    if noun is not None and noun.lemma_.lower() in {"body", "corpse"}:
        role = _human_role(noun)
        return Meaning("killed", "people", None, (noun, role[1])) if role is not None and role[0] == "killed" else None
    if noun is not None:
        measure = measures_of("result_nouns").get(noun.lemma_.lower())
        if measure is not None and _human_role(noun) is None:
            return Meaning(measure, "people", write_phrase(noun) if measure == "displaced" else None, (noun,))
        if not is_person(noun) and noun.lemma_.lower() not in measures_of("result_nouns"):
            return None
        described = _described(noun)
        if described is not None:
            return described
    role = _human_role(anchor)
    if role is None:
        return None
    measure, predicate = role
    if predicate.lemma_.lower() in _TAKING and noun is not None and not is_listed_person(noun):
        return None
    return Meaning(measure, "people", name_counted(noun), keep_tokens(noun, predicate))


def _described(noun: Token) -> Meaning | None:
    """Read "30 wounded soldiers" and "12 people who were killed"."""
    for child in noun.children:
        state = load_yaml("figures")["states"].get(child.lower_)
        if child.dep_ in {"amod", "acl"} and state is not None and not any(c.dep_ in {"dobj", "obj"} for c in child.children):
            return Meaning(state, "people", _phrase_without(noun, child), (noun, child))
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in measures_of("agent_verbs"):
            return Meaning(measures_of("agent_verbs")[child.lemma_.lower()], "people", name_counted(noun), (noun, child))
        if child.dep_ == "relcl":
            measure = _verb_measure(child, _relative_role(child))
            if measure is not None:
                return Meaning(measure, "people", name_counted(noun), (noun, child))
    return None


def _phrase_without(noun: Token, word: Token) -> str:
    return write_phrase(noun).replace(f"{word.lower_} ", "")


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
        if node.dep_ in _SAME_ROLE or (node.dep_ == "pobj" and (head.lower_ in {"including", "among"} or _is_beside(head))):
            if node.dep_ in _SAME_ROLE and head.pos_ in {"VERB", "AUX"}:
                return None
            node = head
            continue
        if node.dep_ == "prep" and (node.lower_ in {"including", "among"} or _is_beside(node)):
            node = head
            continue
        if node.dep_ == "pobj" and head.lower_ in {"of", "by"} and head.head.i != head.i:
            return _nominal_role(head) if head.lower_ == "of" else None
        if node.dep_ == "compound" and head.lower_ in _HELD and head.head.lemma_.lower() in _HOLDING:
            return "captured", head.head  # "hold 13 engineers hostage", read as one noun phrase
        measure = _verb_measure(head, node.dep_) or _phrase_measure(head, node) or _joined_measure(head, node)
        return (measure, head) if measure is not None else None
    return None


def _is_beside(preposition: Token) -> bool:
    """Whether a preposition adds to who stands before it: "along with", "together with"."""
    return preposition.lower_ == "with" and preposition.i > 0 and preposition.nbor(-1).lower_ in {"along", "together"}


def _joined_measure(verb: Token, node: Token) -> str | None:
    """Read the second of two verbs: "200 rebels surrendered or were captured"."""
    if node.dep_ not in _SUBJECTS:
        return None
    joined = [c for c in verb.conjuncts if c.i > verb.i and not any(s.dep_ in _SUBJECTS for s in c.children)]
    passive = [c for c in joined if any(a.dep_ == "auxpass" for a in c.children)]
    return next((m for c in passive if (m := _verb_measure(c, "nsubjpass")) is not None), None)


def _phrase_measure(verb: Token, node: Token) -> str | None:
    """Read "claimed 20 lives", "left 25 soldiers of the army dead", "took six hostage", "forced thousands from their homes"."""
    lemma = verb.lemma_.lower()
    if lemma in _HOLDING and node.dep_ in _UNDERGOING:
        held = node.lemma_.lower() in _HELD
        if held or any(c.lower_ in _HELD and c.dep_ in {"oprd", "dobj", "attr", "xcomp"} for c in verb.children if c != node):
            return "captured"
    if lemma in _FINDING and node.lemma_.lower() in {"body", "corpse"} and node.dep_ in _UNDERGOING:
        return "killed"
    if lemma in _STRIKING and node.dep_ in _UNDERGOING and any(c.lower_ == "dead" and c.i > verb.i for c in verb.children):
        return "killed"
    if lemma in words_of("claim_verbs") and node.lower_ == "lives":
        return "killed"
    if lemma == "leave" and any(token.lower_ == "dead" and token.i > node.i for token in verb.subtree):
        return "killed"
    if lemma in words_of("force_verbs") and node.dep_ in {"dobj", "nsubjpass"}:
        around = [token for token in verb.subtree if token.i > verb.i and token.lower_ in {"homes", "home", "houses"}]
        return "displaced" if around else None
    return None


def _nominal_role(preposition: Token) -> tuple[str, Token] | None:
    """Read "the killing of three journalists", "the lives of 20 people"."""
    noun = preposition.head
    measure = measures_of("event_nouns").get(noun.lemma_.lower())
    if measure is not None:
        return measure, noun
    if noun.lower_ == "lives" and noun.dep_ in _OBJECTS and noun.head.lemma_.lower() in words_of("claim_verbs"):
        return "killed", noun.head
    return None


def _verb_measure(verb: Token, role: str) -> str | None:
    """Return the measure of a verb for who stands in a role to it: patients of killing, those who die or flee."""
    lemma = verb.lemma_.lower()
    if lemma in measures_of("agent_verbs"):
        return measures_of("agent_verbs")[lemma] if role in _SUBJECTS else None
    measure = measures_of("patient_verbs").get(lemma)
    if measure is None or (lemma in {"hold", "seize"} and verb.tag_ != "VBN"):
        return None
    if role == "dep" and any(child.dep_ == "auxpass" for child in verb.children):
        return measure  # "70 recruits, most of them boys, were shot": a subject that the parse lost
    if role in {"nsubjpass", "dobj", "obj"}:
        return measure
    if (
        role == "nsubj"
        and verb.tag_ in {"VBN", "VBD"}
        and not any(child.dep_ in {"dobj", "obj", "dative"} for child in verb.children)
    ):
        return measure
    return None


def find_toll(number: Token) -> Meaning | None:
    """Read "the death toll rose to 45", "a toll of 45 dead", "put the number of arrests at 40"."""
    linked = number.dep_ == "pobj" and number.head.lower_ in _TOLL_LINKS
    reached = number.dep_ in {"dobj", "attr"} and number.head.lemma_.lower() in _REACHING
    if not linked and not reached:
        return None
    for node in list(number.ancestors)[:4]:
        for candidate in (node, *_subjects(node), *_objects(node)):
            if candidate.i > number.i:
                continue
            if candidate.lemma_.lower() in words_of("toll_nouns") and any(
                c.lower_ in {"death", "dead"} for c in candidate.lefts
            ):
                return Meaning("killed", "people", None, (candidate,))
            measure = _measure_of_number(candidate)
            if measure is not None:
                return Meaning(measure, "people", None, (candidate,))
    return None


def _measure_of_number(noun: Token) -> str | None:
    """Return what "the number of arrests", "the number of wounded" and "the number of those killed" count."""
    if noun.lower_ != "number":
        return None
    states, nouns = load_yaml("figures")["states"], measures_of("result_nouns") | measures_of("event_nouns")
    for counted in (part for prep in noun.children if prep.lower_ == "of" for part in prep.children if part.dep_ == "pobj"):
        described = (child.lower_ for child in counted.children if child.dep_ in {"acl", "amod"})
        found = states.get(counted.lower_) or nouns.get(counted.lemma_.lower())
        return found or next((states[word] for word in described if word in states), None)
    return None


def _subjects(verb: Token) -> Iterable[Token]:
    return (child for child in verb.children if child.dep_ in _SUBJECTS)


def _objects(verb: Token) -> Iterable[Token]:
    return (child for child in verb.children if child.dep_ in {"dobj", "obj"})


def find_strength(noun: Token) -> Meaning | None:
    """Read numbers of troops that nothing has happened to."""
    lemma = noun.lemma_.lower()
    if lemma in words_of("troops") or noun.lower_ in {"troops", "personnel", "forces"}:
        return Meaning("troops", "people", write_phrase(noun), (noun,))
    return None
