"""Pronouns and whom they stand for.

In: a parsed article and its drafts with names and descriptors. Out: drafts of form "pronoun", `refers_to` or `members` set
where number, kind and syntax leave one likely antecedent; which body is meant is for `things`, which person for `people`.
"It" that stands for no actor ("it is clear that") is no mention.
"""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from accord.coding.names.binding import is_bound, root_of
from accord.coding.names.drafts import Draft, FactDraft, before, make_draft
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


def resolve_pronouns(drafts: Sequence[Draft], parsed: ParsedArticle, facts: Sequence[FactDraft] = ()) -> None:
    """Set `refers_to` of pronouns, sentence by sentence; `facts` tell for whom those who say "we" speak."""
    spoken_for = _bodies_spoken_for(facts)
    quoted = _quoted_spans(parsed)
    sexes: dict[int, str] = {}
    for number, draft in enumerate(drafts):
        if draft.form != "pronoun":
            continue
        word = draft.head
        if word in _SPEAKER:
            draft.refers_to = _speaker(draft, _around(drafts, number), quoted) if _is_quoted(draft, quoted) else None
            if draft.plural and draft.refers_to is not None:
                draft.refers_to = _body_of(draft.refers_to, spoken_for)
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
            if draft.refers_to is None and not draft.members and word in _PLURAL:
                draft.refers_to = _only_group(draft, earlier)
        if draft.refers_to is not None:
            _copy(draft, draft.refers_to)


_COLLECTIVES = word_set("collectives")


def _only_group(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Return the only people before a plural pronoun in its sentence, where no plural of things stands between.

    "Police held three men and charged them", "the crew reached the ship and they found nobody".
    """
    known = [other for other in earlier if other.sentence is draft.sentence and other.last < draft.first]
    here = [other for other in known if not is_bound(other, draft)]
    groups = [other for other in here if other.form != "pronoun" and _is_people(other)]
    people = groups or [other for other in here if other.form == "descriptor" and other.head in _COLLECTIVES]
    if not people or len({id(root_of(other)) for other in people}) > 1:
        return None
    subject = draft.token.dep_ in _SUBJECTS
    covered = {i for other in known for i in range(other.first, other.last + 1)}
    between = draft.sentence.doc[people[-1].last + 1 if subject else 0 : draft.first]
    if any(
        token.tag_ in {"NNS", "NNPS"} and token.i not in covered and token.ent_type_ not in {"DATE", "TIME"}
        for token in between
    ):
        return None
    return root_of(people[-1])


def _is_people(other: Draft) -> bool:
    root = root_of(other)
    return (other.plural or root.plural) and (root.label == "group" or root.kind == "persons")


_VOICES = word_set("voices")


def _bodies_spoken_for(facts: Sequence[FactDraft]) -> dict[int, Draft]:
    """Return the body that each person holds an office of, where the office is to lead it or to speak for it."""
    return {
        id(fact.subject): fact.object
        for fact in facts
        if fact.kind == "title" and fact.object is not None and fact.value and fact.value.split()[-1].lower() in _VOICES
    }


def _body_of(speaker: Draft, spoken_for: dict[int, Draft]) -> Draft:
    """Return the body in whose name somebody says "we": a company's head, a spokeswoman; a statesman speaks as himself."""
    body = spoken_for.get(id(speaker))
    if body is None and speaker.form == "descriptor" and speaker.head in _VOICES:
        body = speaker.owner
    body = root_of(body) if body is not None else None
    return body if body is not None and body.form == "name" and body.label in {"organization", "media"} else speaker


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
