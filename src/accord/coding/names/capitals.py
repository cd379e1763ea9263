"""Whether a word's capital makes it a word of a name, given how its sentence and the article use capitals.

In: one token, the casing of its sentence, and what the rest of the article shows: words of sure names, and words that it also
writes small. Out: yes or no. Which words make one name together is for `runs`.
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from accord.coding.names.words import (
    CALENDAR,
    MONTHS,
    NOT_NAMES,
    PLACE_PREPOSITIONS,
    is_courtesy,
    is_organization_word,
    is_title_word,
    word_set,
)  # fmt: skip
from accord.data import countries
from accord.data.bodies import body_named
from accord.language.parse import ParsedArticle, Sentence

NAMING = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})


_NUMERIC = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})


_FUNCTION_TAGS = frozenset(
    ["DT", "IN", "CC", "PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "TO", "MD", "EX", "UH", "CD", "RP", "PDT", "VBZ", "VBP"]
)


_HEADLINE_VERBS = word_set("headline_verbs")
_HEADLINE_WORDS = word_set("headline_words")
_ABBREVIATED = 4
_ACRONYM = 5
"""Capitals of up to this many letters that act are a body's."""
_SHORT = 2
"""Words of up to this many letters say nothing about how an article writes its words."""
_TITLE_CASE_SHARE = 0.7
"""A line whose longer words are capitalised to this share is in title case: its capitals say nothing about names."""
_TITLE_CASE_STOPPED = 0.85
"""The same for a line that ends in a full stop, as headlines seldom do."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the running text of an article shows: words of names it is sure of, and words it writes small."""

    names: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


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
    least = _TITLE_CASE_STOPPED if sentence.doc[-1].text == "." else _TITLE_CASE_SHARE
    title = len(rest) > 3 and sum(word[0].isupper() for word in rest) > least * len(rest)
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


def is_name_token(doc: Doc, i: int, casing: Casing, seen: Seen) -> bool:
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
        if is_common(lower, seen) and not _is_certain(token, seen):
            return False
        return _is_named_anyway(token, seen, proper=casing.title)
    if text.isupper() and len(text) >= _ABBREVIATED and is_common(lower, seen) and not is_known_name(text):
        return False
    if token.tag_ in _FUNCTION_TAGS and token.ent_type_ not in NAMING and not is_known_name(text) and lower not in seen.names:
        return False
    if (
        token.is_stop
        and not is_known_name(text)
        and not is_organization_word(text)
        and not (token.tag_.startswith("NNP") and text.isupper() and len(text) > 1)
    ):
        return False
    if _starts_clause(doc, i):
        return _is_named_anyway(token, seen, proper=True) and not (
            token.tag_ in {"NN", "NNS", "JJ", "RB", "VB", "VBG", "VBN", "VBD"}
            and token.ent_type_ not in NAMING
            and not _is_certain(token, seen)
        )
    return token.ent_type_ not in _NUMERIC or token.tag_.startswith("NNP")


def see_running_text(parsed: ParsedArticle, names: frozenset[str]) -> Seen:
    """Return what running text shows of words: those of sure names, and those that it also writes small."""
    common = {
        token.lower_
        for sentence in parsed.sentences
        for token in sentence.doc
        if token.is_lower and token.is_alpha and len(token) > _SHORT
    }
    return Seen(names, frozenset(common))


def is_common(word: str, seen: Seen) -> bool:
    """Whether a word is an ordinary one: the article writes it small, or it is one that headlines are made of, in any form."""
    return any(form in seen.common or form in _HEADLINE_WORDS for form in _base_forms(word))


def _base_forms(word: str) -> tuple[str, ...]:
    """Return the words that a word may be a form of ("messages", "deepened", "bidding")."""
    forms = [word]
    for ending in ("ing", "ed", "es", "s", "d"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > _SHORT:
            forms += [stem, f"{stem}e"] if ending in {"ing", "ed"} else [stem]
            forms += [stem[:-1]] if stem[-1] == stem[-2] and ending in {"ing", "ed"} else []
    return tuple(forms)


def _is_certain(token: Token, seen: Seen) -> bool:
    return is_known_name(token.text) or token.lower_ in seen.names or is_acronym(token.text)


def is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper() and text.replace(".", "").isalpha()


def _is_named_anyway(token: Token, seen: Seen, *, proper: bool) -> bool:
    """Whether a token is a name where its capital proves nothing."""
    if token.lower_ in seen.names or is_known_name(
        token.text if not token.text.isupper() or len(token) < 5 else token.text.title()
    ):
        return True
    if proper and is_acronym(token.text) and len(token) <= _ACRONYM and token.dep_ in {"nsubj", "nsubjpass"}:
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


def ends_title(doc: Doc, i: int) -> bool:
    """Whether a token is the full stop of an abbreviated title ("Col. NAME"), which the tokenizer took off."""
    if i == 0 or doc[i].text != "." or doc[i - 1].whitespace_ or len(doc[i - 1]) > _ABBREVIATED:
        return False
    return doc[i - 1].text.istitle() and (is_title_word(doc[i - 1].text) or is_courtesy(doc[i - 1].text))


def _starts_clause(doc: Doc, i: int) -> bool:
    """Whether a capital at this place may be due to the place: the start of the sentence or of a quotation."""
    before = i - 1
    while before >= 0 and (
        doc[before].is_quote or doc[before].is_space or doc[before].text in {"(", "[", "-", "–", "—", "•", "*"}
    ):
        before -= 1
    if before >= 0 and ends_title(doc, before):
        return False
    return before < 0 or doc[before].text in {":", "...", "…", ".", "?", "!", ";"} or (before < i - 1 and doc[i - 1].is_quote)


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
