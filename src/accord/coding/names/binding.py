"""What a pronoun cannot stand for by the grammar of its clause.

In: drafts of one sentence. Out: yes or no. Which of the rest is meant is for `pronouns` and `pronoun_people`.
"""

from spacy.tokens import Token

from accord.coding.names.drafts import Draft
from accord.coding.names.words import word_set

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Words before "of" that take some of what follows: who takes them is not among these either.
_SOME = frozenset("some many most all several few dozens scores hundreds thousands both each none any half".split())
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
    verb = _verb_over(draft.token)
    return verb is not None and any(other.token.i == subject.i for subject in _subjects_of(verb))


def doers_to(token: Token) -> list[Token]:
    """Return the subjects of the verb whose object a noun is, one that is told to act too ("urged the two to talk")."""
    verb = _verb_over(token)
    if verb is None and token.dep_ == "nsubj" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.head.children):
        verb = token.head.head if token.head.dep_ in {"ccomp", "xcomp", "advcl"} else None
    return [] if verb is None else _subjects_of(verb)


def _verb_over(token: Token) -> Token | None:
    """Return the verb whose object a word is or is some of: "arrested them", "arrested nine of them", "shot at them"."""
    if token.dep_ in {"dobj", "dative", "iobj"}:
        return token.head
    if token.dep_ != "pobj":
        return None
    above = token.head.head
    counted = token.head.lower_ == "of" and (above.like_num or above.lower_ in _SOME)
    return _verb_over(above) if counted else above


def _subjects_of(verb: Token) -> list[Token]:
    """Return the subjects of a verb, or those of the verbs above that it shares."""
    node: Token | None = verb
    for _ in range(4):
        if node is None:
            break
        found = [child for child in node.children if child.dep_ in _SUBJECTS]
        if found:
            return found
        shares = node.dep_ in {"xcomp", "advcl", "conj", "pcomp", "prep"} and node.head.i != node.i
        node = node.head if shares else None
    return []


def _owns_what_others_meet(other: Draft, draft: Draft) -> bool:
    """Whether a possessive owns the object of an act that is done to others ("X criticised his policy": not X's own)."""
    noun = draft.token.head
    verb = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else None
    if verb is None or verb.lemma_ not in _TOWARD_OTHERS:
        return False
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS and child.i != noun.i), None)
    return subject is not None and (other.token.i == subject.i or other.token in subject.conjuncts)
