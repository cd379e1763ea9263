"""Which stretches of a sentence are written like names: runs of capitals with the small words that belong between them.

In: the tokens of one sentence, how it uses capitals, and the words of names that the rest of the article is sure of. Out: first
and last token of each run. A run may hold owner, title and name at once; taking it apart is for `name_spans`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from accord.coding.names.groups import is_group_noun
from accord.coding.names.words import (
    CALENDAR,
    CONNECTORS,
    LEADING,
    MONTHS,
    NOT_NAMES,
    PARTICLES,
    PLACE_PREPOSITIONS,
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


_HEADLINE_VERBS = word_set("headline_verbs")
_COLLECTIVE = word_set("collective")
"""Words whose possessive is part of names of bodies ("People's Army", "Workers' Party")."""


KEEPS_COUNTRY = frozenset({"bank", "party", "university", "church", "republic", "federation"})


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


def find_runs(doc: Doc, casing: Casing, known: frozenset[str]) -> Iterator[tuple[int, int]]:
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
        and left[0].lower() not in KEEPS_COUNTRY
        and (is_known_name(doc[beyond].text) or is_acronym(doc[beyond].text))
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
    if lower in PLACE_PREPOSITIONS or ("-" in text and compound_parts(text) is not None):
        return False
    if lower in NOT_NAMES and not (lower in MONTHS and _is_person_month(doc, i)):
        return False
    if casing.shouting or casing.title:
        if lower in _HEADLINE_VERBS and i > 0:
            return False
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
    return is_known_name(token.text) or token.lower_ in known or is_acronym(token.text)


def is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper() and text.replace(".", "").isalpha()


def _is_named_anyway(token: Token, known: frozenset[str], *, proper: bool) -> bool:
    """Whether a token is a name where its capital proves nothing."""
    if token.lower_ in known or is_known_name(token.text if not token.text.isupper() or len(token) < 5 else token.text.title()):
        return True
    if proper and (is_acronym(token.text) or token.tag_.startswith("NNP")):
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
    if doc[i].lower_ in {"may", "april", "june"} and 0 < i < len(doc) - 1 and doc[i].tag_ == "NNP" and doc[i - 1].tag_ == "NNP":
        named = doc[i - 1].text.istitle() and doc[i - 1].lower_ not in CALENDAR and not is_known_name(doc[i - 1].text)
        return named and doc[i + 1].tag_ not in {"CD", ","}
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


def compound_parts(text: str) -> tuple[tuple[int, int], ...] | None:
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
