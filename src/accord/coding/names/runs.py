"""Which stretches of a sentence are written like names: runs of capitals with the small words that belong between them.

In: the tokens of one sentence, how it uses capitals, and the words of names that the rest of the article is sure of. Out: first
and last token of each run. A run may hold owner, title and name at once; taking it apart is for `name_spans`.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from accord.coding.names.capitals import NAMING, Casing, Seen, ends_title, is_acronym, is_known_name, is_name_token
from accord.coding.names.groups import is_group_noun
from accord.coding.names.words import (
    CONNECTORS,
    LEADING,
    PARTICLES,
    PLACE_PREPOSITIONS,
    facility_words,
    is_organization_word,
    is_title_head,
    is_title_word,
    word_set,
)  # fmt: skip
from accord.data import countries
from accord.data.bodies import body_named

_GENERIC_OF = frozenset({"government", "parliament", "army", "cabinet", "ministry", "president", "embassy", "military", "navy"})


_COLLECTIVE = word_set("collective")
"""Words whose possessive is part of names of bodies ("People's Army", "Workers' Party")."""


KEEPS_COUNTRY = frozenset({"bank", "party", "university", "church", "republic", "federation"})


def find_runs(doc: Doc, casing: Casing, seen: Seen) -> Iterator[tuple[int, int]]:
    """Yield first and last token of each maximal run of name words."""
    i, size = 0, len(doc)
    while i < size:
        body = _body_length(doc, i)
        if not (body or is_name_token(doc, i, casing, seen) or _leads_name(doc, i, casing, seen)):
            i += 1
            continue
        first = i
        last = i
        if body:
            yield first, first + body - 1
            i += body
            continue
        while True:
            following = _continue_run(doc, first, last, casing, seen)
            if following is None:
                break
            last = following
        if any(doc[k].text[:1].isupper() for k in range(first, last + 1)):
            yield first - 1 if _is_numbered(doc, first, last) else first, last
        i = last + 1


_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def _is_numbered(doc: Doc, first: int, last: int) -> bool:
    """Whether a number before a run belongs to the name of a unit or court ("82nd Airborne Division")."""
    if first == 0 or _ORDINAL.fullmatch(doc[first - 1].text) is None:
        return False
    words = [token.text for token in doc[first : last + 1]]
    return any(is_organization_word(word) or is_group_noun(word.lower()) or is_acronym(word) for word in words)


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


def _continue_run(doc: Doc, first: int, last: int, casing: Casing, seen: Seen) -> int | None:
    """Return the token up to which a run goes on after `last`, or None where it ends."""
    size = len(doc)
    after = last + 1
    if after >= size or doc[after].is_space:
        return None
    if is_name_token(doc, after, casing, seen):
        return after
    if is_regnal(doc[after]) and doc[last].tag_.startswith("NNP"):
        return after
    text = doc[after].lower_
    beyond = after + 1
    if beyond >= size:
        return None
    if ends_title(doc, after) and is_name_token(doc, beyond, casing, seen):
        return beyond
    if text in {"-", "–"} and not doc[last].whitespace_ and not doc[after].whitespace_:
        return _after_hyphen(doc, first, last, casing, seen)
    if text in PARTICLES and (text not in _ALSO_ENGLISH or (text in _ROMANCE and doc[after].tag_ not in {"IN", "VB", "VBP"})):
        return _after_particle(doc, after, casing, seen)
    if text in _ALSO_ENGLISH and doc[beyond].text == "-" and not doc[after].whitespace_:
        return _after_particle(doc, after, casing, seen)
    if doc[after].tag_ == "POS" and is_name_token(doc, beyond, casing, seen) and _owns_by_name(doc, last, beyond):
        return beyond
    if doc[after].is_quote and last + 3 < size and doc[last + 3].is_quote and doc[beyond].text[:1].isupper():
        return _after_nickname(doc, last, casing, seen)
    if text == "&" or text in CONNECTORS or (text == "and" and _same_entity(doc, last, beyond)):
        return _after_connector(doc, first, last, casing, seen)
    return None


def is_regnal(token: Token) -> bool:
    """Whether a token is the number of a namesake in Roman figures ("Benedict XVI"), which alone would be no name."""
    return len(token) > 1 and _ROMAN.fullmatch(token.text) is not None


_ROMAN = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")
_ROMANCE = frozenset({"de", "du", "la", "do", "dos", "das"})
_ALSO_ENGLISH = _ROMANCE | {"as", "at", "ad", "an", "es", "ash"}
"""Particles that are small words of other tongues too: with a hyphen after them, or by their tag, they are particles."""
_HYPHEN_LINKS = frozenset({"au", "aux", "sur", "sous", "les", "en", "upon", "on", "in", "under", "by", "de", "la", "le"})
"""Small words inside hyphenated names of places ("Aix-les-Bains")."""
_SYLLABLE = 6
_NO_SYLLABLES = word_set("after_hyphen")


def _after_hyphen(doc: Doc, first: int, last: int, casing: Casing, seen: Seen) -> int | None:
    """Return the token up to which a name goes on after a hyphen: a word, a particle, or a syllable in small letters."""
    beyond = last + 2
    if is_name_token(doc, beyond, casing, seen) or (doc[beyond].lower_ in PARTICLES and doc[beyond].text[:1].isupper()):
        return beyond
    if doc[beyond].lower_ in PLACE_PREPOSITIONS and doc[beyond].text.istitle() and not (casing.title or casing.shouting):
        return beyond if last > first and not is_known_name(doc[last].text) else None
    linked = beyond + 2 < len(doc) and doc[beyond + 1].text == "-" and not doc[beyond].whitespace_
    if linked and doc[beyond].lower_ in PARTICLES:
        return _after_particle(doc, beyond, casing, seen)
    if linked and doc[beyond].lower_ in _HYPHEN_LINKS and doc[beyond + 2].text[:1].isupper():
        return beyond + 2
    return beyond if last > first and _is_syllable(doc, last, beyond) else None


def _is_syllable(doc: Doc, last: int, beyond: int) -> bool:
    """Whether a small word after a hyphen is the end of a given name ("Kim Dae-jung")."""
    token, left = doc[beyond], doc[last].text
    if not token.is_lower or not token.is_alpha or not 1 < len(token) <= _SYLLABLE or token.lower_ in _NO_SYLLABLES:
        return False
    if token.tag_ in {"VBN", "VBD", "VBG", "IN"} or not left.istitle() or len(left) > _SYLLABLE:
        return False
    return doc[last].tag_ == "NNP" and not is_known_name(left) and not is_title_word(left)


def _owns_by_name(doc: Doc, last: int, beyond: int) -> bool:
    """Whether a possessive is part of a name: "People's Army", "St. Anne's Basilica"."""
    if doc[last].lower_.rstrip("s") in _COLLECTIVE:
        return True
    ends = beyond + 1 >= len(doc) or not doc[beyond + 1].text[:1].isupper()
    saint = last > 0 and doc[last - 1].text in {"St.", "St", "Saint"}
    return ends and saint and (doc[beyond].lower_ in facility_words() or doc[beyond].lower_ in _SAINTED)


_SAINTED = frozenset({"hospital", "church", "college", "school", "university", "park", "island", "house"})


def _after_nickname(doc: Doc, last: int, casing: Casing, seen: Seen) -> int | None:
    """Return the family name after a nickname in quotation marks, or None."""
    closed = last + 4
    if closed >= len(doc) or doc[last].tag_ != "NNP" or not is_name_token(doc, closed, casing, seen):
        return None
    return closed if doc[closed].ent_type_ == "PERSON" else None


def _after_particle(doc: Doc, particle: int, casing: Casing, seen: Seen) -> int | None:
    """Return the name word after a particle such as "al-" or "bin", or None."""
    position = particle + 1
    while position < len(doc) and (doc[position].text == "-" or doc[position].lower_ in PARTICLES):
        position += 1
    if position < len(doc) and is_name_token(doc, position, casing, seen):
        return position
    return None


def _after_connector(doc: Doc, first: int, last: int, casing: Casing, seen: Seen) -> int | None:
    """Return the end of "… of X" where the run before is a body's name and X goes on with it."""
    connector = doc[last + 1].lower_
    beyond = last + 2
    while beyond < len(doc) and doc[beyond].lower_ == "the":
        beyond += 1
    if beyond >= len(doc) or not is_name_token(doc, beyond, casing, seen):
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
        if (
            text
            and text[0].isupper()
            and doc[first + length - 1].text[0].isalnum()
            and (countries.country_named(text) or countries.country_of_adjective(text))
        ):
            return length
    return 0


def _leads_name(doc: Doc, i: int, casing: Casing, seen: Seen) -> bool:
    """Whether a lower-case particle starts a name here ("al-Abadi", "bin Laden")."""
    token = doc[i]
    if token.lower_ not in LEADING or (token.text[0].isupper() and token.is_stop):
        return token.lower_ in {"al", "el"} and i + 1 < len(doc) and _after_particle(doc, i, casing, seen) is not None
    if i + 1 >= len(doc):
        return False
    hyphen = doc[i + 1].text == "-" and not token.whitespace_
    if token.lower_ in {"as", "ar", "ad", "ash", "de"} and not hyphen and not token.tag_.startswith("NNP"):
        return False
    return _after_particle(doc, i, casing, seen) is not None
