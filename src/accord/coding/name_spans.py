"""Where names stand in one sentence, and how runs of capitals fall apart into owner, title and name.

In: a parsed sentence, and the names that the rest of the article is sure of. Out: `Draft` spans, bare: without title, article or
possessive. Labels are given by `name_labels`. Generic noun phrases ("the Turkish parliament") belong to `descriptors`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from accord.coding.drafts import Draft, make_draft
from accord.coding.group_words import is_group_noun
from accord.coding.name_words import (
    CALENDAR,
    CONNECTORS,
    LANGUAGES_AFTER,
    LEADING,
    MONTHS,
    NOT_NAMES,
    PARTICLES,
    PLACE_PREPOSITIONS,
    is_courtesy,
    is_organization_word,
    is_title_head,
    is_title_word,
    word_set,
)  # fmt: skip
from accord.data import countries
from accord.data.bodies import body_named
from accord.language.parse import Sentence

NAMING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_NUMERIC = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
_FUNCTION_TAGS = frozenset(
    ["DT", "IN", "CC", "PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "TO", "MD", "EX", "UH", "CD", "RP", "PDT", "VBZ", "VBP"]
)
_GENERIC_OF = frozenset({"government", "parliament", "army", "cabinet", "ministry", "president", "embassy", "military", "navy"})
_SURNAME_LIKE = word_set("surname_like")
"""Titles that are also family names: at the end of a run they are the name."""
_COLLECTIVE = word_set("collective")
"""Words whose possessive is part of names of bodies ("People's Army", "Workers' Party")."""
_KEEPS_COUNTRY = frozenset({"bank", "party", "university", "church", "republic", "federation"})
_TITLE_CASE_SHARE = 0.7
"""A line whose longer words are capitalised to this share is in title case: its capitals say nothing about names."""


@dataclass(frozen=True, slots=True)
class Casing:
    """How a sentence uses capitals."""

    shouting: bool
    title: bool


def casing_of(sentence: Sentence) -> Casing:
    """Tell whether a sentence is in title case or in capitals throughout."""
    words = [token.text for token in sentence.doc if token.text.isalpha() and len(token) > 3]
    if not words:
        return Casing(False, False)
    shouting = len(words) > 2 and sum(word.isupper() for word in words) > _TITLE_CASE_SHARE * len(words)
    rest = words[1:]
    title = len(rest) > 3 and sum(word[0].isupper() for word in rest) > _TITLE_CASE_SHARE * len(rest)
    return Casing(shouting, title)


def is_known_name(text: str) -> bool:
    """Whether any gazetteer knows a text as the name of a country, nationality, body or region."""
    return bool(
        countries.country_named(text)
        or countries.country_of_adjective(text)
        or countries.country_of_people(text)
        or body_named(text)
        or countries.is_people_adjective(text)
        or countries.is_people(text)
        or countries.is_region(text)
    )


def is_nationality(text: str) -> bool:
    """Whether a text is an adjective of nationality, people or region, and not also a country's name."""
    return bool(countries.country_of_adjective(text) or countries.is_people_adjective(text))


def find_name_spans(sentence: Sentence, known: frozenset[str]) -> list[Draft]:
    """Return the names of one sentence, without labels; `known` are the words of names seen in running text."""
    casing = casing_of(sentence)
    drafts: list[Draft] = []
    for run in _find_runs(sentence.doc, casing, known):
        drafts.extend(_split_run(sentence, *run))
    drafts.extend(_find_prefixes(sentence))
    return drafts


def _find_runs(doc: Doc, casing: Casing, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield first and last token of each maximal run of name words."""
    i, size = 0, len(doc)
    while i < size:
        body = _body_length(doc, i)
        if not (body or is_name_token(doc, i, casing, known) or _leads_name(doc, i, casing, known)):
            i += 1
            continue
        first = i
        last = i
        if body:
            yield first, first + body - 1
            i += body
            continue
        while True:
            following = _continue_run(doc, first, last, casing, known)
            if following is None:
                break
            last = following
        if any(doc[k].text[:1].isupper() for k in range(first, last + 1)):
            yield first, last
        i = last + 1


_BODY_LINKS = frozenset({"of", "for", "and", "in", "without"})


def _is_body_or_country(text: str) -> bool:
    return body_named(text) is not None or countries.country_named(text) is not None or countries.is_region(text)


def _body_length(doc: Doc, i: int) -> int:
    """Return how many tokens from i on make the name of a known body with small words inside it, 0 for none."""
    text = doc[i].text
    if not text[:1].isupper() or i + 2 >= len(doc):
        return 0
    rest = doc[i : min(i + 10, len(doc))]
    if not any(token.lower_ in _BODY_LINKS for token in rest):
        return 0
    for length in range(len(rest), 2, -1):
        span = rest[:length]
        if span[-1].text[:1].isupper() and any(t.lower_ in _BODY_LINKS for t in span) and _is_body_or_country(span.text):
            return length
    return 0


def _continue_run(doc: Doc, first: int, last: int, casing: Casing, known: frozenset[str]) -> int | None:
    """Return the token up to which a run goes on after `last`, or None where it ends."""
    size = len(doc)
    after = last + 1
    if after >= size or doc[after].is_space:
        return None
    if is_name_token(doc, after, casing, known):
        return after
    text = doc[after].lower_
    beyond = after + 1
    if beyond >= size:
        return None
    joined = not doc[last].whitespace_
    if text in {"-", "–"} and joined and not doc[after].whitespace_:
        if is_name_token(doc, beyond, casing, known) or (doc[beyond].lower_ in PARTICLES and doc[beyond].text[:1].isupper()):
            return beyond
        if doc[beyond].lower_ in PARTICLES and beyond + 1 < size and doc[beyond + 1].text == "-":
            return _after_particle(doc, beyond, casing, known)
        return None
    if (text in PARTICLES and text not in {"as", "at", "ad", "de", "du", "la"}) or (
        text in {"de", "du", "la"} and doc[after].tag_ != "IN"
    ):
        return _after_particle(doc, after, casing, known)
    if doc[after].tag_ == "POS" and doc[last].lower_.rstrip("s") in _COLLECTIVE and is_name_token(doc, beyond, casing, known):
        return beyond
    if doc[after].is_quote and last + 3 < size and doc[last + 3].is_quote and doc[beyond].text[:1].isupper():
        closed = last + 4
        return (
            closed
            if closed < size
            and doc[last].tag_ == "NNP"
            and is_name_token(doc, closed, casing, known)
            and doc[closed].ent_type_ == "PERSON"
            else None
        )
    if text == "&" or text in CONNECTORS or (text == "and" and _same_entity(doc, last, beyond)):
        return _after_connector(doc, first, last, casing, known)
    return None


def _after_particle(doc: Doc, particle: int, casing: Casing, known: frozenset[str]) -> int | None:
    """Return the name word after a particle such as "al-" or "bin", or None."""
    position = particle + 1
    while position < len(doc) and (doc[position].text == "-" or doc[position].lower_ in PARTICLES):
        position += 1
    if position < len(doc) and is_name_token(doc, position, casing, known):
        return position
    return None


def _after_connector(doc: Doc, first: int, last: int, casing: Casing, known: frozenset[str]) -> int | None:
    """Return the end of "… of X" where the run before is a body's name and X goes on with it."""
    connector = doc[last + 1].lower_
    beyond = last + 2
    while beyond < len(doc) and doc[beyond].lower_ == "the":
        beyond += 1
    if beyond >= len(doc) or not is_name_token(doc, beyond, casing, known):
        return None
    if connector in {"&", "and"}:
        return None if is_known_name(doc[beyond].text) and doc[beyond].ent_iob_ != "I" else beyond
    left = [doc[i].text for i in range(first, last + 1)]
    if is_title_head(left[-1]) and connector == "of":
        topic = is_title_word(doc[beyond].text) and not (beyond + 1 < len(doc) and is_organization_word(doc[beyond + 1].text))
        return beyond if topic else None
    organization = any(is_organization_word(word) for word in left) or left[-1].lower() in {
        "bank",
        "republic",
        "state",
        "kingdom",
        "islamic",
    }
    if not organization:
        return beyond if _same_entity(doc, last, beyond) and connector != "for" else None
    if (
        last == first
        and is_group_noun(left[0].lower())
        and left[0].lower() not in _KEEPS_COUNTRY
        and (is_known_name(doc[beyond].text) or _is_acronym(doc[beyond].text))
    ):
        return None
    right = _gazetteer_length(doc, beyond)
    if right and connector == "of":
        generic = left[-1].lower() in _GENERIC_OF and len(left) <= 2
        if generic or (len(left) > 1 and not _same_entity(doc, last, beyond)) or body_named(" ".join(left)):
            return None
        return beyond + right - 1
    department = left[-1] in {"Department", "Ministry", "Office", "Bureau"} and is_title_word(doc[beyond].text)
    if doc[last + 2].lower_ == "the" and not department and not _same_entity(doc, last, beyond):
        return None
    return beyond


def _same_entity(doc: Doc, left: int, right: int) -> bool:
    """Whether one entity of the recogniser covers both tokens and all between."""
    kind = doc[left].ent_type_
    return kind in NAMING and all(doc[i].ent_type_ == kind and doc[i].ent_iob_ == "I" for i in range(left + 1, right + 1))


def _gazetteer_length(doc: Doc, first: int) -> int:
    """Return how many tokens from `first` on a country's or nationality's name takes, 0 for none."""
    for length in (4, 3, 2, 1):
        text = doc[first : first + length].text if first + length <= len(doc) else ""
        if text and text[0].isupper() and (countries.country_named(text) or countries.country_of_adjective(text)):
            return length
    return 0


def is_name_token(doc: Doc, i: int, casing: Casing, known: frozenset[str]) -> bool:
    """Whether a token is written like a word of a name, given how its sentence uses capitals."""
    token = doc[i]
    text = token.text
    if not text[:1].isupper() or (len(text) == 1 and not _is_initial(doc, i)):
        return False
    lower = token.lower_.rstrip(".")
    if lower in PLACE_PREPOSITIONS or ("-" in text and _compound_parts(text) is not None):
        return False
    if lower in NOT_NAMES and not (lower in MONTHS and _is_person_month(doc, i)):
        return False
    if casing.shouting or casing.title:
        return _is_named_anyway(token, known, proper=casing.title)
    if token.tag_ in _FUNCTION_TAGS and token.ent_type_ not in NAMING and not is_known_name(text) and lower not in known:
        return False
    if (
        token.is_stop
        and not is_known_name(text)
        and not is_organization_word(text)
        and not (token.tag_.startswith("NNP") and text.isupper() and len(text) > 1)
    ):
        return False
    if _starts_clause(doc, i):
        return _is_named_anyway(token, known, proper=True) and not (
            token.tag_ in {"NN", "NNS", "JJ", "RB", "VB", "VBG", "VBN", "VBD"}
            and token.ent_type_ not in NAMING
            and not _is_certain(token, known)
        )
    return token.ent_type_ not in _NUMERIC or token.tag_.startswith("NNP")


def _is_certain(token: Token, known: frozenset[str]) -> bool:
    return is_known_name(token.text) or token.lower_ in known or _is_acronym(token.text)


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper() and text.replace(".", "").isalpha()


def _is_named_anyway(token: Token, known: frozenset[str], *, proper: bool) -> bool:
    """Whether a token is a name where its capital proves nothing."""
    if token.lower_ in known or is_known_name(token.text if not token.text.isupper() or len(token) < 5 else token.text.title()):
        return True
    if proper and (_is_acronym(token.text) or token.tag_.startswith("NNP")):
        return token.ent_type_ in NAMING or token.tag_.startswith("NNP")
    return token.ent_type_ in NAMING and token.tag_.startswith("NNP")


def _is_initial(doc: Doc, i: int) -> bool:
    """Whether a single capital letter stands between name words ("George W Bush")."""
    return 0 < i < len(doc) - 1 and doc[i].tag_ == "NNP" and doc[i - 1].tag_ == "NNP" and doc[i + 1].tag_ == "NNP"


def _is_person_month(doc: Doc, i: int) -> bool:
    """Whether a month's name is here a person's ("Theresa May")."""
    if (
        0 < i < len(doc) - 1
        and is_organization_word(doc[i + 1].text)
        and doc[i + 1].text[0].isupper()
        and doc[i - 1].text[:1].isupper()
    ):
        return True
    return doc[i].ent_type_ == "PERSON" or (
        i > 0 and doc[i - 1].ent_type_ == "PERSON" and doc[i].lower_ not in CALENDAR - MONTHS
    )


def _starts_clause(doc: Doc, i: int) -> bool:
    """Whether a capital at this place may be due to the place: the start of the sentence or of a quotation."""
    before = i - 1
    while before >= 0 and (
        doc[before].is_quote or doc[before].is_space or doc[before].text in {"(", "[", "-", "–", "—", "•", "*"}
    ):
        before -= 1
    return before < 0 or doc[before].text in {":", "...", "…", ".", "?", "!", ";"} or (before < i - 1 and doc[i - 1].is_quote)


def _leads_name(doc: Doc, i: int, casing: Casing, known: frozenset[str]) -> bool:
    """Whether a lower-case particle starts a name here ("al-Abadi", "bin Laden")."""
    token = doc[i]
    if token.lower_ not in LEADING or (token.text[0].isupper() and token.is_stop):
        return token.lower_ in {"al", "el"} and i + 1 < len(doc) and _after_particle(doc, i, casing, known) is not None
    if i + 1 >= len(doc):
        return False
    hyphen = doc[i + 1].text == "-" and not token.whitespace_
    if token.lower_ in {"as", "ar", "ad", "ash", "de"} and not hyphen and not token.tag_.startswith("NNP"):
        return False
    return _after_particle(doc, i, casing, known) is not None


def _find_prefixes(sentence: Sentence) -> Iterator[Draft]:
    """Yield the names that start compounds of one token ("U.S.-led", "pro-Russian")."""
    for token in sentence.doc:
        start = sentence.start + token.idx
        for first, last in (_compound_parts(token.text) if "-" in token.text else None) or ():
            yield Draft(sentence, token.i, token.i, start + first, start + last, core=token.i)


def _compound_parts(text: str) -> tuple[tuple[int, int], ...] | None:
    """Return where the known names in a hyphenated token stand, or None where the token is no such compound."""
    cut = text.find("-")
    name, rest = text[:cut], text[cut + 1 :]
    if cut < 2 or len(rest) < 2:
        return None
    if name[:1].isupper() and is_known_name(name) and not is_known_name(text):
        if rest.islower():
            return ((0, cut),)
        return ((0, cut), (cut + 1, len(text))) if is_known_name(rest) else None
    if rest[:1].isupper() and name.lower() in {"pro", "anti", "ex", "non", "mid", "trans", "counter"} and is_known_name(rest):
        return ((cut + 1, len(text)),)
    return None


def _split_run(sentence: Sentence, first: int, last: int) -> Iterator[Draft]:
    """Yield the names of a run: owners, then what stands after a title."""
    doc = sentence.doc
    while first <= last and (
        (is_courtesy(doc[first].text) and first < last and doc[first].lower_ not in {"lord", "don"})
        or doc[first].lower_ in {"-", "&", "of", "the", "and", "for"}
    ):
        first += 1
    last = _cut_country(doc, first, last)
    if first > last:
        return
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
    if all(_is_generic(doc[i].text) for i in range(first, last + 1)) and doc[first].text[0].isupper():
        if not any(doc[i].ent_type_ in NAMING for i in range(first, last + 1)) or last - first < 1:
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
                and left[-1].lower() not in _KEEPS_COUNTRY
            ):
                return i - 1
            return last
    return last


def _is_lone_name(doc: Doc, i: int) -> bool:
    """Whether a single word that could be a title or noun is a name here: only as an acronym."""
    return _is_acronym(doc[i].text) and not is_title_word(doc[i].text)


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
        if not is_known_name(text) or doc[stop].text == "-":
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
        if not is_title_word(doc[start].text):
            continue
        stop, head = start, False
        position = start
        while position <= last and (
            is_title_word(doc[position].text)
            or doc[position].text == "-"
            or (head and doc[position].lower_ in {"of", "for", "and", "&"})
        ):
            if is_title_head(doc[position].text) or (head and is_title_word(doc[position].text)):
                head, stop = True, position
            position += 1
        if head and start > first and stop == last and doc[stop].lower_ in _SURNAME_LIKE:
            return None
        if head:
            return start, stop
        if start > first:
            return None
    return None


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
