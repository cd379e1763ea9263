"""Pronouns and whom they stand for.

In: a parsed article and its drafts with names and descriptors. Out: drafts of form "pronoun", `refers_to` set where number,
kind and syntax leave one likely antecedent. "It" that stands for no actor ("it is clear that") is no mention.
"""

import functools
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from accord.coding.drafts import Draft, before, make_draft
from accord.coding.name_words import word_set
from accord.data import load_yaml
from accord.language.parse import ParsedArticle, Sentence
from accord.model.reading import MentionLabel

_PERSON = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
_THING = frozenset(["it", "its", "itself"])
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_SPEAKER = word_set("speaker")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SPEECH = word_set("speech")
_FEMALE = word_set("female")
_MALE = word_set("male")
_TOWARD_OTHERS = word_set("toward_others")
_FRONTED = 6
"""Within this many words of its sentence's start a pronoun may look ahead."""
_REACH = 3
_FARTHEST = 15
"""How often a person was mentioned counts over this many sentences back; an antecedent is sought within `_REACH`."""


def find_pronouns(parsed: ParsedArticle) -> list[Draft]:
    """Return the personal and possessive pronouns of an article."""
    drafts: list[Draft] = []
    for sentence in parsed.sentences:
        for token in sentence.doc:
            word = token.lower_
            if word not in _PERSON | _THING | _PLURAL | _SPEAKER or token.tag_ not in {"PRP", "PRP$"}:
                continue
            if (word in _THING and _is_empty(token)) or token.text == "US":
                continue
            draft = make_draft(sentence, token.i, token.i)
            draft.form, draft.head, draft.core = "pronoun", word, token.i
            draft.plural = word in _PLURAL or word in {"we", "us", "our", "ours", "ourselves"}
            if word in _PERSON or word in {"i", "me", "my"}:
                draft.label, draft.actor_type = "person", "person"
            drafts.append(draft)
    return drafts


# Adjectives of a will or a means, which only somebody has: "it is willing to talk".
_OF_SOMEBODY = frozenset(
    "willing ready prepared able unable unwilling determined committed eager reluctant keen concerned confident".split()
)


def _is_empty(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it seems", "it rained"."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.dep_ not in _SUBJECTS:
        return False
    if verb.lemma_ in {"seem", "appear", "rain", "snow", "happen", "emerge", "turn"}:
        return True
    clausal = any(child.dep_ in {"ccomp", "xcomp", "advcl", "csubj"} and child.i > verb.i for child in verb.children)
    if verb.lemma_ == "be":
        if any(child.dep_ == "acomp" and child.lemma_ in _OF_SOMEBODY for child in verb.children):
            return False
        complement = any(child.dep_ in {"acomp", "attr"} for child in verb.children)
        return (
            complement
            and (
                clausal
                or any(
                    grand.dep_ in {"ccomp", "xcomp", "relcl", "acl"}
                    for child in verb.children
                    if child.dep_ in {"acomp", "attr"}
                    for grand in child.children
                )
            )
        ) or (
            token.i + 2 < len(token.doc)
            and token.doc[token.i + 2].lower_ in {"not", "unclear", "clear", "unknown", "likely", "time"}
        )
    return (
        token.dep_ == "nsubjpass"
        and clausal
        and verb.lemma_ in {"say", "report", "believe", "expect", "think", "know", "understand", "hope", "fear"}
    )


def resolve_pronouns(drafts: Sequence[Draft], parsed: ParsedArticle) -> None:
    """Set `refers_to` of pronouns, sentence by sentence."""
    quoted = _quoted_spans(parsed)
    sexes: dict[int, str] = {}
    for number, draft in enumerate(drafts):
        if draft.form != "pronoun":
            continue
        word = draft.head
        if word in _SPEAKER:
            draft.refers_to = _speaker(draft, _around(drafts, number), quoted) if _is_quoted(draft, quoted) else None
        elif word in _PERSON:
            draft.refers_to = _person_ahead(draft, _around(drafts, number)) or _person_meant(
                draft, before(drafts, number, _FARTHEST), sexes
            )
        else:
            draft.refers_to = _thing_meant(draft, before(drafts, number, _REACH), plural=word in _PLURAL)
        if draft.refers_to is not None:
            _copy(draft, draft.refers_to)


def _copy(draft: Draft, target: Draft) -> None:
    label: MentionLabel = target.label
    draft.label, draft.country, draft.sectors, draft.actor_type = label, target.country, target.sectors, target.actor_type


def _quoted_spans(parsed: ParsedArticle) -> list[tuple[int, int]]:
    """Return the offsets of quotations, sentence by sentence; a quotation left open runs to the end of its paragraph."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    paragraph = -1
    for sentence in parsed.sentences:
        if sentence.paragraph != paragraph and opened is not None:
            spans.append((opened, sentence.start))
            opened = None
        paragraph = sentence.paragraph
        for token in sentence.doc:
            if token.text not in {'"', "``", "''"}:
                continue
            place = sentence.start + token.idx
            if opened is None:
                opened = place
            else:
                spans.append((opened, place + 1))
                opened = None
    if opened is not None:
        spans.append((opened, len(parsed.article.text)))
    return spans


def _is_quoted(draft: Draft, quoted: Sequence[tuple[int, int]]) -> bool:
    place = bisect_right(quoted, draft.start, key=lambda span: span[0]) - 1
    return place >= 0 and draft.start < quoted[place][1]


def _root(draft: Draft) -> Draft:
    seen: set[int] = set()
    while draft.refers_to is not None and id(draft) not in seen:
        seen.add(id(draft))
        draft = draft.refers_to
    return draft


def _around(drafts: Sequence[Draft], number: int) -> Sequence[Draft]:
    """Return the drafts from two sentences before one to the sentence after it."""
    here = drafts[number].sentence.index
    stop = bisect_right(drafts, here + 1, lo=number, key=lambda other: other.sentence.index)
    return [*before(drafts, number, 2), *drafts[number:stop]]


def _speaker(draft: Draft, drafts: Sequence[Draft], quoted: Sequence[tuple[int, int]]) -> Draft | None:
    """Return who speaks the quotation a pronoun stands in: the subject of a verb of saying outside it."""
    here = draft.sentence.index
    for reach in (0, 1, -1, 2):
        for other in drafts:
            if (
                other.sentence.index != here - reach
                or _is_quoted(other, quoted)
                or other is draft
                or (other.plural and draft.head in {"i", "me", "my"})
            ):
                continue
            if reach and other.sentence.paragraph != draft.sentence.paragraph and reach != 1:
                continue
            if other.token.dep_ in _SUBJECTS and other.token.head.lemma_ in _SPEECH:
                return _root(other) if _root(other) is not draft else None
    return None


def _sex_of_given_name(name: str) -> str | None:
    """Return whose name a given name nearly always is, a woman's ("f") or a man's ("m")."""
    women, men = _given_names()
    if name.lower() in women:
        return "f"
    return "m" if name.lower() in men else None


@functools.cache
def _given_names() -> tuple[frozenset[str], frozenset[str]]:
    names = load_yaml("given_names")
    return frozenset(names["female"]), frozenset(names["male"])


def _sex_of(draft: Draft) -> str | None:
    words = {draft.head, *draft.titled.lower().replace(".", "").split()}
    doc = draft.sentence.doc
    if draft.first > 0:
        words.add(doc[draft.first - 1].lower_.rstrip("."))
    if words & _FEMALE:
        return "f"
    if words & _MALE:
        return "m"
    given = doc[draft.first].text if draft.form == "name" and draft.label == "person" and draft.last > draft.first else ""
    return _sex_of_given_name(given)


def _person_ahead(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the named subject that a phrase before it looks ahead to ("Before his election, X …", "In her speech, X …")."""
    root = draft.sentence.doc[:].root
    subject = next((child for child in root.children if child.dep_ in _SUBJECTS), None)
    if subject is None or not draft.core < subject.i or draft.core > _FRONTED:
        return None
    if draft.sentence.doc[0].tag_ != "IN" or not any(token.text == "," for token in draft.sentence.doc[draft.core : subject.i]):
        return None
    sex = "f" if draft.head in {"she", "her", "hers", "herself"} else "m"
    named = next((d for d in drafts if d.sentence is draft.sentence and d.form == "name" and d.core == subject.i), None)
    if named is None or named.label != "person" or _sex_of(_root(named)) not in {None, sex}:
        return None
    between = (d for d in drafts if d.sentence is draft.sentence and d.last < draft.first and d.label == "person")
    return _root(named) if next(between, None) is None else None


def _person_meant(draft: Draft, earlier: Sequence[Draft], sexes: dict[int, str]) -> Draft | None:
    """Return the person "he" or "she" stands for: near, a subject, of no other sex, not the subject of the same clause."""
    sex = "f" if draft.head in {"she", "her", "hers", "herself"} else "m"
    best: tuple[float, Draft] | None = None
    seen: dict[int, int] = {}
    barred = {_surname(_root(other)) for other in earlier if other.label == "person" and _binds(other, draft)}
    for other in earlier:
        root = _root(other)
        if (
            root.label != "person"
            or other.label != "person"
            or other.plural
            or (other.form == "pronoun" and other.refers_to is None)
        ):
            continue
        seen[id(root)] = seen.get(id(root), 0) + 1
        distance = draft.sentence.index - other.sentence.index
        if distance > _REACH or _sex_of(root) not in {None, sex} or sexes.get(id(root), sex) != sex or _surname(root) in barred:
            continue
        score = _score(other, distance, draft) + min(seen[id(root)], 5) * 0.2
        if best is None or score >= best[0]:
            best = (score, root)
    if best is None:
        return None
    sexes[id(best[1])] = sex
    return best[1]


def _surname(draft: Draft) -> str:
    """Return the last word of whom a mention names; a description stands for itself."""
    return draft.sentence.doc[draft.last].lower_ if draft.form == "name" else f"{draft.position()}"


def _score(other: Draft, distance: int, draft: Draft) -> float:
    score = 4.0 - 2.0 * distance
    if other.token.dep_ in _SUBJECTS:
        score += 2.0
    elif other.token.dep_ == "poss":
        score -= 0.5
    if other.form == "pronoun":
        score += 0.5
    if other.form == "descriptor":
        score -= 1.5
    if other.sentence.paragraph != draft.sentence.paragraph:
        score -= 0.5
    if distance == 0 and (other.token.dep_ == "conj" or any(child.dep_ == "conj" for child in other.token.children)):
        score -= 3.0
    return score


def _binds(other: Draft, draft: Draft) -> bool:
    """Whether an antecedent is barred: the subject of the very verb whose object the pronoun is."""
    if other.sentence is not draft.sentence or draft.head.endswith("self"):
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


def _thing_meant(draft: Draft, earlier: Sequence[Draft], *, plural: bool) -> Draft | None:
    """Return the body, state or group that "it" or "they" stands for: a subject near by, or the nearest for a possessive."""
    candidates = [other for other in earlier if _fits_thing(_root(other), other, plural=plural) and not _binds(other, draft)]
    same = [other for other in candidates if other.sentence is draft.sentence and other.last < draft.first]
    subjects = [other for other in same if other.token.dep_ in _SUBJECTS]
    if draft.token.tag_ == "PRP$" and same:
        near = _nearest_subject_noun(draft.sentence, draft.token.i)
        covering = _covering(same, near)
        return (
            _root(covering or (subjects[-1] if subjects else same[-1]))
            if near is None or covering or not subjects
            else _root(subjects[-1])
        )
    near = _nearest_subject_noun(draft.sentence, draft.token.i)
    if near is not None:
        covering = _covering(same, near)
        return _root(covering) if covering is not None else None
    previous = [other for other in candidates if other.sentence.index == draft.sentence.index - 1]
    if not previous:
        return None
    main = _nearest_subject_noun(previous[-1].sentence, len(previous[-1].sentence.doc))
    first = _first_subject_noun(previous[-1].sentence)
    for noun in (first, main):
        covering = _covering(previous, noun)
        if covering is not None:
            return _root(covering)
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


def _nearest_subject_noun(sentence: Sentence, before: int) -> int | None:
    """Return the nearest subject before a token that is no relative pronoun."""
    for token in reversed(sentence.doc[:before]):
        if token.dep_ in _SUBJECTS and token.pos_ in {"NOUN", "PROPN", "PRON"} and token.tag_ not in {"WDT", "WP", "EX"}:
            return int(token.i)
    return None


def _first_subject_noun(sentence: Sentence) -> int | None:
    return next(
        (int(token.i) for token in sentence.doc if token.dep_ in _SUBJECTS and token.pos_ in {"NOUN", "PROPN", "PRON"}), None
    )


def _covering(drafts: Sequence[Draft], i: int | None) -> Draft | None:
    if i is None:
        return None
    return next(
        (other for other in drafts if other.core == i or (other.first <= i <= other.last and other.form == "name")), None
    )
