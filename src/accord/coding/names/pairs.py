"""Which two "the two countries", "both sides" and "the two leaders" are.

In: a plural descriptor with "two" or "both" and the drafts before it. Out: its members, where the sentence and the two before
it name exactly two of the kind; nothing otherwise. Who does something to the two is neither of them ("Oman urged both sides").
"""

from collections.abc import Callable, Sequence

from accord.coding.names.binding import doers_to, root_of
from accord.coding.names.drafts import Draft
from accord.coding.names.words import word_set

_BODIES = word_set("paired_bodies")
_PEOPLE = word_set("paired_people")
_REACH = 2
# How a country or a body hangs on the noun for its people or on the first of a list.
_PARTS = frozenset({"poss", "amod", "compound", "nmod", "conj"})


def pair_meant(draft: Draft, earlier: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the two whom a descriptor counts, nearest sentences first, or nothing where more or fewer are named."""
    if not draft.plural or draft.members or draft.refers_to is not None or not _counts_two(draft):
        return ()
    head = draft.token.lemma_.lower()
    if head not in _BODIES | _PEOPLE or (draft.owner is not None and draft.owner.form != "pronoun"):
        return ()
    key_of = _person_key if head in _PEOPLE else _body_key
    barred = {key_of(other) for other in earlier if other.sentence is draft.sentence and _is_doer(other, draft)}
    found: dict[str, Draft] = {}
    nearest = ""
    for distance in range(_REACH + 1):
        for other in earlier:
            if (draft.sentence.index - other.sentence.index == distance and other.last < draft.first) or distance:
                key = key_of(other)
                if key and key not in barred and draft.sentence.index - other.sentence.index == distance:
                    found.setdefault(key, root_of(other))
        if len(found) > 1:
            break
        nearest = next(iter(found), "")
    if len(found) > 2 or not nearest:
        return tuple(found.values()) if len(found) == 2 else ()
    known = [other for other in earlier if key_of(other) and key_of(other) not in barred]
    return _listed_with(nearest, known, key_of) or (tuple(found.values()) if len(found) == 2 else ())


def _listed_with(key: str, known: Sequence[Draft], key_of: Callable[[Draft], str]) -> tuple[Draft, ...]:
    """Return the two of whom the sentence of the two names one, where a list before has him beside one other ("X and Y")."""
    for other in reversed(known):
        beside = other.token.conjuncts if key_of(other) == key else ()
        parts = [d for d in known if beside and d.sentence is other.sentence and (d is other or d.token in beside)]
        keyed = {key_of(part): part for part in parts}
        if len(keyed) == 2:
            return tuple(root_of(part) for part in keyed.values())
    return ()


def _counts_two(draft: Draft) -> bool:
    doc = draft.sentence.doc
    words = {token.lower_ for token in doc[max(0, draft.first - 1) : draft.last]}
    return bool(words & {"two", "both"}) and not words & {"other", "another"}


def _is_doer(other: Draft, draft: Draft) -> bool:
    """Whether a party does something to those a descriptor counts, itself or through its people ("Oman's envoy urged them")."""
    token = other.token
    while token.dep_ in _PARTS and token.head.i != token.i:
        token = token.head
    return any(token.i == doer.i for doer in doers_to(draft.token))


def _person_key(other: Draft) -> str:
    root = root_of(other)
    return root.head if root.form == "name" and root.label == "person" else ""


def _body_key(other: Draft) -> str:
    """Return what tells one party from another: its country, or the name of a body that is of none."""
    root = root_of(other)
    if root.form == "metonym" or root.label in {"state", "nationality"}:
        return root.country or ""
    if root.form == "name" and root.label == "organization" and root.actor_type != "intergovernmental":
        return root.country or root.head
    return ""
