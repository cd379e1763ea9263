"""Pronouns and whom they stand for.

In: a parsed article and its drafts with names and descriptors. Out: drafts of form "pronoun", `refers_to` or `members` set
where number, kind and syntax leave one likely antecedent; which body is meant is for `things`, which person for `people`.
"It" that stands for no actor ("it is clear that") is no mention.
"""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from accord.coding.names.binding import root_of
from accord.coding.names.drafts import Draft, before, make_draft
from accord.coding.names.people import person_ahead, person_meant
from accord.coding.names.things import parts_meant, thing_meant
from accord.coding.names.words import word_set
from accord.language.parse import ParsedArticle
from accord.model.reading import MentionLabel

_PERSON = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
_THING = frozenset(["it", "its", "itself"])
_PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
_SPEAKER = word_set("speaker")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SPEECH = word_set("speech")
_WHOLE = 4
"""Quotations of more words than this that start with a capital are whole sentences, not a phrase worked into the news."""
_REACH = 3
"""A body is sought within this many sentences."""
_FARTHEST = 15
"""How often a person was mentioned counts over this many sentences back."""


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
        if any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children):
            return True
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
            around = _around(drafts, number)
            speaker = _speaker(draft, around, quoted) if _is_in_speech(draft, quoted, parsed.article.text) else None
            earlier = before(drafts, number, _FARTHEST)
            outside = earlier if _is_quoted(draft, quoted) else [other for other in earlier if not _is_quoted(other, quoted)]
            draft.refers_to = person_ahead(draft, around) or person_meant(draft, outside, sexes, speaker)
            if draft.refers_to is None and len(outside) < len(earlier):
                draft.refers_to = person_meant(draft, earlier, sexes, speaker)
        else:
            earlier = before(drafts, number, _REACH)
            draft.members = parts_meant(draft, earlier) if word in _PLURAL else ()
            if not draft.members:
                draft.refers_to = thing_meant(draft, earlier, plural=word in _PLURAL)
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
                return root_of(other) if root_of(other) is not draft else None
    return None


def _is_in_speech(draft: Draft, quoted: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether a pronoun stands in a quotation of a whole sentence, where nobody calls himself "he"."""
    place = bisect_right(quoted, draft.start, key=lambda span: span[0]) - 1
    if place < 0 or draft.start >= quoted[place][1]:
        return False
    said = text[quoted[place][0] : quoted[place][1]].strip("\"'`“”‘’ ")
    return said[:1].isupper() and len(said.split()) > _WHOLE
