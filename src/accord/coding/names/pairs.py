"""Which two "the two countries", "both sides" and "the two leaders" are.

In: a plural descriptor with "two" or "both" and the drafts before it. Out: its members, where the sentence and the two before
it name exactly two of the kind; nothing otherwise.
"""

from collections.abc import Sequence

from accord.coding.names.binding import root_of
from accord.coding.names.drafts import Draft
from accord.coding.names.words import word_set

_BODIES = word_set("paired_bodies")
_PEOPLE = word_set("paired_people")
_REACH = 2


def pair_meant(draft: Draft, earlier: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the two whom a descriptor counts, nearest sentences first, or nothing where more or fewer are named."""
    if not draft.plural or draft.members or draft.refers_to is not None or not _counts_two(draft):
        return ()
    head = draft.token.lemma_.lower()
    if head not in _BODIES | _PEOPLE or (draft.owner is not None and draft.owner.form != "pronoun"):
        return ()
    found: dict[str, Draft] = {}
    for distance in range(_REACH + 1):
        for other in earlier:
            if (draft.sentence.index - other.sentence.index == distance and other.last < draft.first) or distance:
                key = _person_key(other) if head in _PEOPLE else _body_key(other)
                if key and draft.sentence.index - other.sentence.index == distance:
                    found.setdefault(key, root_of(other))
        if len(found) > 1:
            break
    return tuple(found.values()) if len(found) == 2 else ()


def _counts_two(draft: Draft) -> bool:
    doc = draft.sentence.doc
    words = {token.lower_ for token in doc[max(0, draft.first - 1) : draft.last]}
    return bool(words & {"two", "both"}) and not words & {"other", "another"}


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
