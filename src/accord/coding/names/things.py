"""Which body, state or group "it" and "they" stand for.

In: a pronoun and the drafts before it. Out: one draft, or the several that a list names ("X and Y … they"), or nothing. The
nearest subject that agrees in number is meant; where the article has no mention of it, nothing is.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from accord.coding.names.binding import doers_to, is_bound, root_of
from accord.coding.names.drafts import Draft
from accord.language.parse import Sentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL_WORDS = frozenset(
    {"police", "people", "media", "they", "we", "these", "those", "both", "others", "many", "most", "some", "all"}
)
_PERSONAL = frozenset({"he", "she", "i", "you", "who", "someone", "everyone", "nobody"})


def thing_meant(draft: Draft, earlier: Sequence[Draft], *, plural: bool) -> Draft | None:
    """Return the body, state or group that "it" or "they" stands for: a subject near by, or the nearest for a possessive."""
    candidates = [
        other for other in earlier if _fits_thing(root_of(other), other, plural=plural) and not is_bound(other, draft)
    ]
    same = [other for other in candidates if other.sentence is draft.sentence and other.last < draft.first]
    rivals = _rival_subjects(draft, plural=plural)
    for token in rivals:
        covering = _covering(same, token.i)
        if covering is not None:
            return root_of(covering)
        if _agrees(token, plural=plural):
            return None
    if draft.token.tag_ == "PRP$" and same:
        return root_of(same[-1])
    return None if rivals else _subject_before(draft, candidates)


def parts_meant(draft: Draft, earlier: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return those whom "they" stands for one by one, where the nearest subject is a list of names ("X and Y said they …")."""
    near = [other for other in earlier if other.sentence is draft.sentence and other.last < draft.first]
    subject = next((token for token in _rival_subjects(draft, plural=True) if _agrees(token, plural=True)), None)
    if subject is None or not subject.conjuncts:
        return ()
    parts = [_covering(near, token.i) for token in (subject, *subject.conjuncts)]
    named = [part for part in parts if part is not None and part.form != "pronoun" and not is_bound(part, draft)]
    return tuple(root_of(part) for part in named) if len(named) == len(parts) else ()


def _subject_before(draft: Draft, candidates: Sequence[Draft]) -> Draft | None:
    """Return the first or main subject of the sentence before."""
    previous = [other for other in candidates if other.sentence.index == draft.sentence.index - 1]
    if not previous:
        return None
    sentence = previous[-1].sentence
    for noun in (_first_subject(sentence), _last_subject(sentence)):
        covering = _covering(previous, noun)
        if covering is not None:
            return root_of(covering)
    return None


def _fits_thing(root: Draft, other: Draft, *, plural: bool) -> bool:
    if (other.form == "pronoun" and other.refers_to is None) or root.label == "nationality":
        return False
    if root.label == "place" or root.kind == "place":
        return root.form == "metonym" and not plural
    if plural:
        if root.label == "person" and not root.plural:
            return False
        return other.plural or root.plural or root.label in {"group", "media"} or root.actor_type == "armed_group"
    return not other.plural and (
        root.label in {"organization", "state", "media", "facility"}
        or root.form == "metonym"
        or root.kind in {"body", "country"}
    )


def _is_subject(token: Token) -> bool:
    return token.dep_ in _SUBJECTS and token.pos_ in {"NOUN", "PROPN", "PRON"} and token.tag_ not in {"WDT", "WP", "EX"}


def _rival_subjects(draft: Draft, *, plural: bool) -> list[Token]:
    """Return the subjects before a pronoun: those of the clauses it stands in, then the nearest.

    The subject of the verb whose object it is and those of another number are left out.
    """
    doers = [] if draft.head.endswith(("self", "selves")) else doers_to(draft.token)
    above = [token for verb in draft.token.ancestors for token in _doers(verb) if token.i < draft.token.i]
    near = [token for token in reversed(draft.sentence.doc[: draft.token.i]) if _is_subject(token) and token not in above]
    return [
        token
        for token in (*above, *near)
        if token not in doers and (_agrees(token, plural=plural) or token.pos_ == "PROPN" or token.tag_ == "NN")
    ]


def _doers(verb: Token) -> list[Token]:
    """Return the subjects of a verb, or of an infinitive whom its governing verb moves to act ("told troops to …")."""
    subjects = [child for child in verb.children if _is_subject(child)]
    if subjects or verb.dep_ != "xcomp":
        return subjects
    return [child for child in verb.head.children if child.dep_ in {"dobj", "dative"} and child.i < verb.i]


def _agrees(token: Token, *, plural: bool) -> bool:
    """Whether a subject can be meant by its number, as far as its word shows; names are told by their mentions."""
    if token.lower_ in _PERSONAL or token.ent_type_ == "PERSON":
        return plural and bool(token.conjuncts)
    if plural:
        return token.tag_ in {"NNS", "NNPS"} or token.lower_ in _PLURAL_WORDS or bool(token.conjuncts)
    return token.tag_ in {"NN", "NNP"} or token.lower_ == "it"


def _last_subject(sentence: Sentence) -> int | None:
    return next((int(token.i) for token in reversed(sentence.doc) if _is_subject(token)), None)


def _first_subject(sentence: Sentence) -> int | None:
    return next((int(token.i) for token in sentence.doc if _is_subject(token)), None)


def _covering(drafts: Sequence[Draft], i: int | None) -> Draft | None:
    """Return the mention whose head a token is, or that a quantity before "of" counts ("thousands of women")."""
    if i is None:
        return None
    direct = (other for other in drafts if other.core == i or (other.first <= i <= other.last and other.form == "name"))
    counted = (
        other for other in drafts if other.token.dep_ == "pobj" and other.token.head.lower_ == "of" and _counts(other, i)
    )
    return next(direct, None) or next(counted, None)


_COUNTING = frozenset("thousand hundred dozen score million number group many most some all lot majority".split())


def _counts(other: Draft, i: int) -> bool:
    head = other.token.head.head
    return bool(head.i == i and (head.lemma_.lower() in _COUNTING or head.tag_ == "CD"))
