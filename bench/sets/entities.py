"""Predictions for re3d: who, where, when, how many and with what, as the phrases that annotators of reports on conflicts mark.

In: rows with a text. Out: rows with typed entities. The set marks names bare and again with their article or title, pronouns
of people but neither possessives nor "it", numbers without their noun, and dates. Relations are not predicted.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from accord.coding.figures.numbers import find_quantities
from accord.coding.figures.words import words_of
from accord.coding.names.mentions import find_mentions
from accord.coding.names.words import is_courtesy, is_title_head
from accord.coding.times.expressions import find_times
from accord.data.countries import country_named
from accord.language.parse import ParsedArticle, Parser, Sentence
from accord.model.reading import Fact, MentionDraft
from bench.gold import Row

Entity = tuple[int, int, str]

_TYPES = {
    "person": "Person",
    "organization": "Organisation",
    "group": "Organisation",
    "media": "Organisation",
    "state": "Location",
    "place": "Location",
    "facility": "Location",
    "nationality": "Nationality",
}
_PERSONS = frozenset({"i", "me", "myself", "he", "him", "himself", "she", "her", "herself"})
_GROUPS = frozenset({"we", "us", "ourselves", "they"})
_LONGEST_TITLE = 60


def re3d(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Entities of a report on a conflict: actors, places, nationalities, dates, numbers and equipment."""
    for row in rows:
        parsed = parser.parse_text(row["text"])
        mentions, facts = find_mentions(parsed)
        found = {one for index in range(len(mentions)) for one in _entities(parsed, mentions, facts, index)}
        found = (
            set(_without_articles_inside(found, row["text"]))
            | set(_joined(parsed, mentions))
            | set(_within(found, row["text"]))
        )
        found |= set(_patterns(row["text"]))
        for sentence in parsed.sentences:
            people = sorted(
                one for one in found if one[2] in ("Person", "Organisation", "CommsIdentifier") or row["text"][one[0]].isdigit()
            )
            found |= set(_counts_and_dates(sentence, row["text"], people))
            found |= set(_equipment(sentence))
            found |= {
                (*sentence.token_span(t), "Location") for t in sentence.doc if t.lower_ in ("here", "there") and t.tag_ == "RB"
            }
        yield {"id": row["id"], "entities": [{"start": s, "end": e, "type": kind} for s, e, kind in sorted(found) if kind]}


def _entities(
    parsed: ParsedArticle, mentions: tuple[MentionDraft, ...], facts: tuple[Fact, ...], index: int
) -> Iterator[Entity]:
    """Yield the phrases that a mention stands for: bare, with its article or title, with "of …" after a descriptor."""
    mention = mentions[index]
    named = mentions[mention.refers_to] if mention.form == "pronoun" and mention.refers_to is not None else mention
    kind = _TYPES.get(named.label, "" if mention.form == "name" else "Organisation")
    if mention.form == "pronoun":
        yield from _pronoun(parsed, mention)
        return
    if mention.form == "metonym" or (mention.form == "descriptor" and named.label in ("state", "nationality")):
        kind = "Organisation"
    if mention.form == "descriptor":
        yield from _description(parsed, mention, kind)
        return
    if mention.label != "facility" or parsed.article.text[max(0, mention.start - 4) : mention.start].lower() != "the ":
        yield mention.start, mention.end, kind
    if kind == "Person":
        titles = [fact.start for fact in facts if fact.kind == "title" and fact.subject == index and fact.start < mention.start]
        near = [
            at for at in titles if "," not in parsed.article.text[at : mention.start] and mention.start - at < _LONGEST_TITLE
        ]
        yield _start_of_title(parsed, mentions, mention, min(near, default=mention.start)), mention.end, kind
    elif kind != "Nationality":
        before = _BEFORE_PLACE if kind == "Location" else _BEFORE_NAME
        found = before.search(parsed.article.text, max(0, mention.start - _LONGEST_TITLE), mention.start)
        if found and not _modifies(parsed, mention):
            yield found.start(1), mention.end, kind
        owner = mentions[mention.owner] if mention.owner is not None else mention
        if kind == "Organisation" and owner.form == "name" and mention.start - owner.end > 1 and owner.end < mention.start:
            yield owner.start, mention.end, kind


def _start_of_title(parsed: ParsedArticle, mentions: tuple[MentionDraft, ...], mention: MentionDraft, start: int) -> int:
    """Return where the words before a person's name begin: forms of address, the office, and whose it is."""
    sentence = parsed.sentences[mention.sentence]
    for token in reversed(sentence.doc):
        begin = sentence.start + token.idx
        if begin >= start:
            continue
        if parsed.article.text[begin + len(token) : start].strip() or not (
            is_courtesy(token.text) or is_title_head(token.text)
        ):
            break
        start = begin
    owner = next(
        (m for m in mentions if m.form == "name" and m.end < start and not parsed.article.text[m.end : start].strip()), None
    )
    return owner.start if owner is not None and start < mention.start and owner.label != "person" else start


def _without_articles_inside(found: set[Entity], text: str) -> Iterator[Entity]:
    """Yield entities without those that are a name with its article inside a longer phrase."""
    for start, end, kind in found:
        outer = any(begin < start and end <= stop for begin, stop, _ in found)
        if not (outer and text[start : start + 4].lower() == "the " and (start + 4, end, kind) in found):
            yield start, end, kind


def _within(found: set[Entity], text: str) -> Iterator[Entity]:
    """Yield a place with the larger one after its comma as one phrase: "Leeds, England"."""
    places = sorted((start, end) for start, end, kind in found if kind == "Location" and text[start].isupper())
    states = {one for one in places if country_named(text[slice(*one)])}
    for left, right in itertools.pairwise(places):
        if left in states:
            continue
        closed = text[right[1] : right[1] + 1] in (",", ".", ";", ")", "\n", "")
        if text[left[1] : right[0]] == ", " and closed and not text[: left[0]].endswith(", "):
            yield left[0], right[1], "Location"


def _joined(parsed: ParsedArticle, mentions: tuple[MentionDraft, ...]) -> Iterator[Entity]:
    """Yield descriptors that "and" joins under one determiner as one phrase: "their wives and children"."""
    plain = [m for m in mentions if m.form == "descriptor" and m.plural and m.label == "group"]
    for left, right in itertools.pairwise(plain):
        gap = parsed.article.text[left.end : right.start].strip()
        if (
            left.sentence == right.sentence
            and gap in ("and", "or")
            and not right.text.lower().startswith(("the ", "their ", "a "))
        ):
            yield left.start, right.end, "Organisation"


_BEFORE_NAME = re.compile(r"\b((?:the\s+)?(?:\d[\d,]*(?<!,)\s+)?)$", re.IGNORECASE)
_BEFORE_PLACE = re.compile(r"\b((?:the\s+)?(?:(?:north|south|east|west)\w*\s+|central\s+)?)$", re.IGNORECASE)


def _pronoun(parsed: ParsedArticle, mention: MentionDraft) -> Iterator[Entity]:
    word = mention.text.lower()
    if _token_at(parsed.sentences[mention.sentence], mention.start).tag_ == "PRP" and word in _PERSONS | _GROUPS:
        yield mention.start, mention.end, "Person" if word in _PERSONS else "Organisation"


def _token_at(sentence: Sentence, offset: int) -> Token:
    return next(token for token in sentence.doc if sentence.start + token.idx + len(token) > offset)


_NUMBER = re.compile(r"(?:[\d,.]+|two|three|four|five|six|seven|eight|nine|ten)\s+", re.IGNORECASE)


_EVERY = re.compile(r"\b((?:all|both|some|many)\s)$", re.IGNORECASE)
_PROPER = re.compile(r"[Tt]he\s+(?=[A-Z]\w+$)")
"""A noun with a capital after its article is marked like a name, without it: "the Coalition"."""


def _description(parsed: ParsedArticle, mention: MentionDraft, kind: str) -> Iterator[Entity]:
    """Yield a phrase for somebody or something, and its number and the rest apart; people numbered in words stay whole."""
    end = _end_of_phrase(parsed, mention)
    number = _NUMBER.match(mention.text)
    people = mention.label in ("group", "person")
    if number is not None and not people:
        yield mention.start, mention.start + len(number.group().rstrip()), "Quantity"
        yield mention.start + number.end(), end, kind
    if number is None or people:
        every = _EVERY.search(parsed.article.text, max(0, mention.start - 6), mention.start)
        yield every.start(1) if every else mention.start, end, kind
    proper = _PROPER.match(mention.text)
    if proper is not None and end == mention.end:
        yield mention.start + proper.end(), mention.end, kind


def _modifies(parsed: ParsedArticle, mention: MentionDraft) -> bool:
    """Whether a name stands before the noun to which the article belongs ("the X regime")."""
    sentence = parsed.sentences[mention.sentence]
    last = [token for token in sentence.doc if mention.start <= sentence.start + token.idx < mention.end][-1:]
    return bool(last) and last[0].dep_ in ("compound", "amod", "nmod") and last[0].head.i > last[0].i


def _end_of_phrase(parsed: ParsedArticle, mention: MentionDraft) -> int:
    """Return where "of …" after a descriptor ends: "the members of the council"."""
    sentence = parsed.sentences[mention.sentence]
    inside = [t for t in sentence.doc if mention.start <= sentence.start + t.idx < mention.end]
    following = next((t for t in sentence.doc if inside and t.i == inside[-1].i + 1), None)
    links = ("of", "for") if mention.label == "person" else ("of",)
    if following is None or following.lower_ not in links or following.head not in inside:
        return mention.end
    scope = next((child for child in following.children if child.dep_ == "pobj"), None)
    return sentence.range(inside[0], scope)[1] if scope is not None else mention.end


def _counts_and_dates(sentence: Sentence, text: str, people: Sequence[Entity]) -> Iterator[Entity]:
    """Yield dates, and numbers with their unit, unless they are part of a date or count people, whom a phrase covers whole."""
    times = find_times(sentence, text)
    for time in times:
        if time.value.form in ("date", "weekday", "relative"):
            lead = _LEAD.match(text, time.start, time.end)
            start = lead.end() if lead else time.start
            yield start - 4 if text[max(0, start - 4) : start].lower() == "the " else start, time.end, "Temporal"
    taken = [(time.start, time.end) for time in times] + [(start, end) for start, end, _ in people]
    for one in find_quantities(sentence.doc.text):
        start, end = sentence.start + one.core, sentence.start + one.end
        span = text[start:end].removesuffix(" of")
        alone = any(begin < end and start < stop for begin, stop in taken) or text[start - 1 : start] in _NOTES
        word = text[:start].rstrip(" ").rpartition(" ")[2]
        label = word[:1].isupper() and word[-1:].isalpha() and start > sentence.start
        if alone or label or one.exact == 0 or span.lower() in _NO_COUNTS or text[end : end + 1] in _NOTES:
            continue
        unit = _UNIT.match(text, start + len(span))
        stop = unit.end() if unit else start + len(span)
        yield (sentence.start + one.start if one.currency else start), stop, "Money" if one.currency else "Quantity"


_HANDLE = re.compile(r"(?<!\w)@(\w{3,})")
_PHONE = re.compile(r"(?<![\w-])\+?\d{3}[- ]\d{3}[- ]\d{3,4}(?![\w-])")
_DEGREES = re.compile(
    r"\d+(?:\.\d+)?°(?:\d+′)?(?:\d+″)?[NS] \d+(?:\.\d+)?°(?:\d+′)?(?:\d+″)?[EW]|(?<![\d.])-?\d{1,2}\.\d+; -?\d{1,3}\.\d+"
)


def _patterns(text: str) -> Iterator[Entity]:
    """Yield what its form alone shows: user names, telephone numbers, coordinates."""
    for match in _HANDLE.finditer(text):
        yield match.start(), match.end(), "CommsIdentifier"
        yield match.start(1), match.end(1), "CommsIdentifier"
    for match in _PHONE.finditer(text):
        yield match.start(), match.end(), "CommsIdentifier"
    for match in _DEGREES.finditer(text):
        yield match.start(), match.end(), "Location"


_LEAD = re.compile(r"(?:since|from|between|after|before|until|by|earlier|nearly|almost)\s+", re.IGNORECASE)
_NOTES = frozenset("[]°′″'")
_NO_COUNTS = frozenset({"one", "several", "multiple", "numerous"})
"""Words that single out or are vague, and count nothing."""
_UNIT = re.compile(
    r"\s?(?:km|kilomet\w+|miles?|mi|met(?:er|re)s?|m|feet|ft|kg|kilos?|tons?|tonnes?|[kMG]W|per ?cent)(?!\w)"
    r"|\s?(?:m3|cu ft|acre·ft)(?:/s)?|%"
)


_CARRIERS = frozenset(
    (
        "tank aircraft plane jet warplane helicopter drone uav warship ship vessel submarine frigate destroyer boat "
        "vehicle apc gunship "
        "bomber truck bulldozer airliner"
    ).split()
)
_ARMS = frozenset("bomb munition explosive ied vbied bullet gun ammunition mine artillery".split())


def _equipment(sentence: Sentence) -> Iterator[Entity]:
    """Yield nouns for arms and vehicles with the words that say which."""
    for token in sentence.doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in words_of("equipment") | _CARRIERS | _ARMS:
            continue
        first = token
        while (
            first.i > 0
            and first.nbor(-1).text != "-"
            and first.nbor(-1).dep_ in ("compound", "amod", "nmod")
            and first.nbor(-1).head.i <= token.i
        ):
            first = first.nbor(-1)
        last = token
        if token.dep_ == "compound" and token.head.lemma_ in ("system", "launcher"):
            last = token.head
        start, end = sentence.range(first, last)
        yield start, end, "MilitaryPlatform" if token.lemma_.lower() in _CARRIERS else "Weapon"
