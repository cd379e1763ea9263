"""Where names stand in one sentence, and how runs of capitals fall apart into owner, title and name.

In: a parsed sentence, and the names that the rest of the article is sure of. Out: `Draft` spans, bare: without title, article
or possessive. Labels are given by `name_labels`. Generic noun phrases ("the Turkish parliament") belong to `descriptors`.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from accord.coding.names.capitals import NAMING, Seen, casing_of, compound_parts, ends_title, is_acronym, is_known_name
from accord.coding.names.drafts import Draft, make_draft
from accord.coding.names.groups import is_group_noun
from accord.coding.names.runs import KEEPS_COUNTRY, find_runs
from accord.coding.names.words import (
    LANGUAGES_AFTER,
    is_courtesy,
    is_organization_word,
    is_title_head,
    is_title_word,
    word_set,
)  # fmt: skip
from accord.data import countries
from accord.data.bodies import body_named
from accord.language.parse import Sentence

_SURNAME_LIKE = word_set("surname_like")
"""Titles that are also family names: at the end of a run they are the name."""


def is_nationality(text: str) -> bool:
    """Whether a text is an adjective of nationality, people or region, and not also a country's name."""
    return bool(countries.country_of_adjective(text) or countries.is_people_adjective(text))


def find_name_spans(sentence: Sentence, seen: Seen) -> list[Draft]:
    """Return the names of one sentence, without labels; `seen` is what the article's running text shows."""
    casing = casing_of(sentence)
    drafts: list[Draft] = []
    for run in find_runs(sentence.doc, casing, seen):
        drafts.extend(_split_run(sentence, *run))
    drafts.extend(_find_prefixes(sentence))
    return drafts


def _find_prefixes(sentence: Sentence) -> Iterator[Draft]:
    """Yield the names that start compounds of one token ("U.S.-led", "pro-Russian")."""
    for token in sentence.doc:
        start = sentence.start + token.idx
        for first, last in (compound_parts(token.text) if "-" in token.text else None) or ():
            yield Draft(sentence, token.i, token.i, start + first, start + last, core=token.i)


def _split_run(sentence: Sentence, first: int, last: int) -> Iterator[Draft]:
    """Yield the names of a run: owners, then what stands after a title."""
    doc = sentence.doc
    while first <= last and (
        (is_courtesy(doc[first].text) and first < last and doc[first].lower_ not in {"lord", "don"})
        or doc[first].lower_ in {"-", "&", "of", "the", "and", "for", "ethnic"}
    ):
        first += 1
    last = _cut_country(doc, first, last)
    if first > last:
        return
    if first == 0 < last and not is_known_name(doc[first : last + 1].text) and _is_people(doc[1 : last + 1].text):
        first += 0 if is_known_name(doc[0].text) and not doc[0].is_stop else 1
    whole = doc[first : last + 1].text
    if is_known_name(whole) or first == last:
        if first == last and (is_title_word(whole) or is_group_noun(whole.lower())) and not _is_lone_name(doc, first):
            return
        yield make_draft(sentence, first, last)
        return
    length = _owner_length(doc, first, last)
    if length:
        yield make_draft(sentence, first, first + length - 1)
        rest = first + length
        while rest <= last and doc[rest].text in {"-", "–", "'s"}:
            rest += 1
        generic = all(_is_generic(doc[i].text) for i in range(rest, last + 1))
        if not generic or is_known_name(doc[rest : last + 1].text):
            yield from _split_run(sentence, rest, last)
        return
    title = _find_title(doc, first, last)
    if title is not None:
        start, stop = title
        if start > first:
            yield from _split_run(sentence, first, start - 1)
        if stop < last:
            for draft in _split_run(sentence, stop + 1, last):
                if draft.first == stop + 1 and not draft.titled:
                    draft.titled, draft.title_first = doc[start : stop + 1].text, start
                yield draft
        return
    tokens = doc[first : last + 1]
    if all(_is_generic(token.text) for token in tokens) and not any(token.ent_type_ in NAMING for token in tokens):
        return
    if last - first >= 2 and first > 1 and _ends_scope(doc, first):
        for length in (3, 2, 1):
            if last - first + 1 - length >= 2 and is_known_name(doc[first : first + length].text):
                yield make_draft(sentence, first, first + length - 1)
                first += length
                break
    if doc[last].lower_ == "state" and doc[last - 1].lower_ == "of" and is_group_noun(doc[first].lower_):
        return
    yield make_draft(sentence, first, last)


def _is_people(text: str) -> bool:
    return bool(countries.country_of_people(text) or countries.is_people(text))


def _ends_scope(doc: Doc, first: int) -> bool:
    """Whether a run follows a title and "for (the)", so that it starts with what the office is for."""
    before = first - 1
    if doc[before].lower_ == "the":
        before -= 1
    return before > 0 and doc[before].lower_ in {"for", "of", "to"} and is_title_head(doc[before - 1].text)


def _cut_country(doc: Doc, first: int, last: int) -> int:
    """Return the last token of a body's name without the country after it ("Presidential Council | of Libya")."""
    for i in range(last - 1, first + 1, -1):
        if doc[i].lower_ in {"of", "in"}:
            text = doc[i + 1 : last + 1].text
            left = [doc[k].text for k in range(first, i)]
            if (
                countries.country_named(text)
                and len(left) > 1
                and is_organization_word(left[-1])
                and left[-1].lower() not in KEEPS_COUNTRY
                and not _is_spelt_out(doc, first, last)
            ):
                return i - 1
            return last
    return last


def _is_spelt_out(doc: Doc, first: int, last: int) -> bool:
    """Whether initials in brackets after a name count its country too: "National Council of Chad (NCC)"."""
    after = doc[last + 1 : last + 4]
    if len(after) < 3 or after[0].text != "(" or after[2].text != ")":
        return False
    return after[1].text == "".join(token.text[0] for token in doc[first : last + 1] if token.text[:1].isupper())


def _is_lone_name(doc: Doc, i: int) -> bool:
    """Whether a single word that could be a title or noun is a name here: only as an acronym."""
    return is_acronym(doc[i].text) and not is_title_word(doc[i].text)


def _is_generic(word: str) -> bool:
    return (
        is_title_word(word) or is_group_noun(word.lower()) or word.lower() in {"of", "the", "and", "for", "-", "national", "'s"}
    )


def _owner_length(doc: Doc, first: int, last: int) -> int:
    """Return how many leading tokens of a run name somebody to whom the rest belongs, 0 where the run is one name.

    "Turkish President X", "UN Secretary-General X", "Iran-Iraq", "Turkish Defense Ministry"; not "Libyan National Army".
    """
    for length in range(min(5, last - first), 0, -1):
        stop = first + length - 1
        text = doc[first : stop + 1].text
        if not (is_known_name(text) or (length == 1 and _is_people(f"{text}s"))) or doc[stop].text == "-":
            continue
        rest = stop + 1
        hyphen = doc[rest].text in {"-", "–"}
        after = rest + 1 if hyphen else rest
        if after > last:
            return length
        tail = [doc[i].text for i in range(after, last + 1)]
        remainder = doc[after : last + 1].text
        if hyphen:
            return length if is_known_name(remainder) or is_known_name(tail[0]) else 0
        adjective = countries.country_of_adjective(text) is not None
        if _starts_with_title(tail) and not is_organization_word(tail[-1]):
            return length
        if (
            all(_is_generic(word) for word in tail)
            and tail[0].lower() != "national"
            and (adjective or countries.country_named(text) or body_named(text))
        ):
            return length
        if is_known_name(remainder) and not countries.is_region(text):
            return length
        if adjective and doc[after].ent_type_ == "PERSON" and doc[after].ent_iob_ == "B":
            return length
        if len(tail) > 1 and _is_people(f"{text}s") and not any(is_organization_word(word) for word in tail):
            return length
        scope = first > 0 and doc[first - 1].lower_ == "of" and countries.country_named(text) is not None
        if scope and len(tail) > 1 and not any(is_organization_word(word) for word in tail):
            return length
        return 0
    return 0


def _starts_with_title(words: list[str]) -> bool:
    """Whether words start with a title: modifiers, then a head."""
    for word in words:
        if is_title_head(word):
            return True
        if not is_title_word(word) and word not in {"-", "of"}:
            return False
    return False


def _find_title(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    """Return the tokens of the title inside a run, or None: the run's end must not make it an organization's name."""
    if is_organization_word(doc[last].text) and not is_title_word(doc[last].text):
        return None
    for start in range(first, last + 1):
        if not is_title_word(doc[start].text) or (start > first and _is_joined(doc, start)):
            continue
        stop, head = start, False
        position = start
        while position <= last and (
            is_title_word(doc[position].text)
            or doc[position].text == "-"
            or ends_title(doc, position)
            or (head and doc[position].lower_ in {"of", "for", "and", "&"})
        ):
            if is_title_head(doc[position].text) or (head and is_title_word(doc[position].text)):
                head, stop = True, position
            elif head and stop == position - 1 and ends_title(doc, position):
                stop = position
            position += 1
        if head and start > first and stop == last and doc[stop].lower_ in _SURNAME_LIKE:
            return None
        if head:
            return start, stop
    return None


def _is_joined(doc: Doc, i: int) -> bool:
    """Whether a hyphen ties a word to the one before it, so that it is no title of its own ("Port-au-Prince")."""
    return doc[i - 1].text in {"-", "–"} and not doc[i - 1].whitespace_ and not is_title_word(doc[i - 2].text)


def is_language(doc: Doc, i: int) -> bool:
    """Whether an adjective of nationality names a language here ("Arabic-language", "in French")."""
    token = doc[i]
    if token.ent_type_ == "LANGUAGE" and not is_known_name(token.text):
        return True
    following = doc[i + 1 : i + 3]
    if any(word.lower_ in LANGUAGES_AFTER for word in following):
        return True
    if countries.country_named(token.text) or not is_nationality(token.text):
        return False
    return i > 0 and doc[i - 1].lower_ in {"in", "speak", "speaks", "spoke", "into"} and token.dep_ in {"pobj", "dobj"}
