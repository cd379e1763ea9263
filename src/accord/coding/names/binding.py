"""What a pronoun cannot stand for by the grammar of its clause.

In: drafts of one sentence. Out: yes or no. Which of the rest is meant is for `pronouns` and `pronoun_people`.
"""

from accord.coding.names.drafts import Draft
from accord.coding.names.words import word_set

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TOWARD_OTHERS = word_set("toward_others")


def root_of(draft: Draft) -> Draft:
    """Follow references to the mention that is named."""
    seen: set[int] = set()
    while draft.refers_to is not None and id(draft) not in seen:
        seen.add(id(draft))
        draft = draft.refers_to
    return draft


def is_bound(other: Draft, draft: Draft) -> bool:
    """Whether an antecedent is barred: the subject of the very verb whose object the pronoun is."""
    if other.sentence is not draft.sentence or draft.head.endswith(("self", "selves")):
        return False
    if draft.token.tag_ == "PRP$":
        return _owns_what_others_meet(other, draft)
    verb = (
        draft.token.head
        if draft.token.dep_ in {"dobj", "dative", "iobj"}
        else draft.token.head.head
        if draft.token.dep_ == "pobj"
        else None
    )
    for _ in range(4):
        if verb is None or (other.token.head.i == verb.i and other.token.dep_ in _SUBJECTS):
            return verb is not None
        has_subject = any(child.dep_ in _SUBJECTS for child in verb.children)
        verb = (
            verb.head
            if not has_subject and verb.dep_ in {"xcomp", "advcl", "conj", "pcomp", "prep"} and verb.head.i != verb.i
            else None
        )
    return False


def _owns_what_others_meet(other: Draft, draft: Draft) -> bool:
    """Whether a possessive owns the object of an act that is done to others ("X criticised his policy": not X's own)."""
    noun = draft.token.head
    verb = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else None
    if verb is None or verb.lemma_ not in _TOWARD_OTHERS:
        return False
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS and child.i != noun.i), None)
    return subject is not None and (other.token.i == subject.i or other.token in subject.conjuncts)
