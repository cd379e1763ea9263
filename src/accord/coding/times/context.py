"""What the parse says of words that may be times: whether they are, and whether they lie behind or ahead.

In: chunks of a sentence and its tokens. Out: the same chunks with those that only look like times set to OTHER or NUMX, and
the direction (-1 past, 0 open, 1 future) of the clause an expression stands in.
"""

import functools
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from accord.coding.times.lexer import Chunk
from accord.data import load_yaml

_LINKS_TEXT = (
    "IN SINCE UNTIL BY FROM OF TO BETWEEN AND DURING BEFORE AFTER EARLY LATE MID MONTH DASH LPAR ORDD ORDW DIG WDAY "
    "UNIT START END MIDDLE THIS LAST NEXT ABOUT QTR SLASH COMMA"
)
_LINKS = frozenset(_LINKS_TEXT.split())
_LEADS_TEXT = (
    "IN ON BY SINCE UNTIL FROM LAST NEXT THIS PAST EARLY LATE MID BEFORE AFTER TO DURING AND OF WDAY DIG ORDD ORDW "
    "COMMA BETWEEN"
)
_LEADS = frozenset(_LEADS_TEXT.split())
_MODERN = range(1900, 2101)
_NOUN_TAGS = frozenset({"NNS", "NNPS"})
_FORWARD_MODALS = frozenset({"will", "'ll", "wo", "shall", "may", "might", "could", "should", "can", "must", "would"})


@functools.cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_yaml("times")[key])


def settle_words(chunks: Sequence[Chunk], tokens: dict[int, Token]) -> list[Chunk]:
    """Return the chunks with those that are no times by their parse or their neighbours made plain words or numbers."""
    settled: list[Chunk] = []
    for i, chunk in enumerate(chunks):
        before = settled[-1] if settled else None
        after = chunks[i + 1] if i + 1 < len(chunks) else None
        if chunk.kind == "YEAR" and not _is_year(chunk, settled[-4:], after, tokens):
            chunk = replace(chunk, kind="NUMX")
        elif _is_plain(chunk, before, after, tokens):
            chunk = replace(chunk, kind="OTHER")
        settled.append(chunk)
    return settled


def _is_plain(chunk: Chunk, before: Chunk | None, after: Chunk | None, tokens: dict[int, Token]) -> bool:
    """Whether a word that looks like a time is none here."""
    token = tokens.get(chunk.start)
    match chunk.kind:
        case "MONTH" | "WDAY" | "SEASON":
            return not _is_calendar_name(chunk, before, after, tokens)
        case "LAST" | "THAT":
            return _is_verb_or_conjunction(token)
        case "RDAY" | "FREQ":
            return _ends_name(token)
        case "UNIT" | "UNITS":
            return before is not None and before.value == "light"
        case "NOW":
            return _is_conjunction(token) or _is_step(chunk, before, after)
    return False


def _is_year(chunk: Chunk, earlier: Sequence[Chunk], after: Chunk | None, tokens: dict[int, Token]) -> bool:
    """Whether a number of four digits is a year: years of our age may stand alone, others need a word that takes a date."""
    before = earlier[-1] if earlier else None
    kinds = [piece.kind for piece in earlier[-2:]]
    if kinds in (["LATER", "THAN"], ["EARLIER", "THAN"]):
        return chunk.value in _MODERN
    if (
        len(kinds) == 2
        and kinds[1] == "DASH"
        and kinds[0] in {"DIG", "NUMX", "REST"}
        and before is not None
        and before.end == chunk.start
        and not any(piece.kind == "MONTH" for piece in earlier)
    ):
        return False
    if before is not None and (before.kind in {"CURRENCY", "THAN", "LEAST"} or before.value in _words("label_before")):
        return False
    if before is not None and before.kind == "DASH" and chunk.value not in _MODERN:
        return False
    if after is not None and after.kind in {"UNIT", "UNITS", "CURRENCY"}:
        return False
    token = tokens.get(chunk.start)
    if token is None:
        return chunk.value in _MODERN and (before is None or before.end < chunk.start or before.kind in _LINKS)
    if token.dep_ == "nummod" and token.head.tag_ in _NOUN_TAGS and token.head.i == token.i + 1:
        return False
    if before is not None and before.kind == "COMMA" and chunk.value in _MODERN:
        return True
    return chunk.value in _MODERN or (before is not None and before.kind in _LINKS)


def _is_calendar_name(chunk: Chunk, before: Chunk | None, after: Chunk | None, tokens: dict[int, Token]) -> bool:
    """Whether the name of a month, weekday or season is meant as such, and not a verb, a person or part of another name."""
    token = tokens.get(chunk.start)
    if token is None:
        return True
    dated = any(near is not None and near.kind in {"DIG", "ORDD", "ORDW", "YEAR", "CARD"} for near in (before, after))
    if chunk.kind == "MONTH" and not dated and (token.tag_ == "MD" or (token.tag_.startswith("VB") and token.i > 0)):
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    capital = following is not None and following.text[:1].isupper()
    if (
        capital
        and following is not None
        and following.lower_ in _words("proper_after")
        and not (before and before.kind in {"IN", "ON"})
    ):
        return False
    if before is not None and before.kind == "OTHER" and before.value in _words("proper_before"):
        return False
    if dated or (before is not None and before.kind in _LEADS):
        return True
    if chunk.kind == "MONTH" and token.ent_type_ == "PERSON":
        return False
    if chunk.kind == "SEASON" and token.i > 0 and token.text[0].isupper() and not token.is_sent_start:
        return False
    previous = token.nbor(-1) if token.i else None
    inside = capital and previous is not None and previous.text[:1].isupper() and previous.tag_ in {"NNP", "NNPS"}
    return not (chunk.kind == "MONTH" and inside and following is not None and following.tag_ in {"NNP", "NNPS"})


def _is_verb_or_conjunction(token: Token | None) -> bool:
    return token is not None and (token.pos_ == "VERB" or token.dep_ == "mark")


def _ends_name(token: Token | None) -> bool:
    """Whether a capital word such as "Today" or "Daily" ends a name ("the People's Daily")."""
    if token is None or token.i == 0 or not token.text[0].isupper() or token.text.isupper():
        return False
    previous = token.nbor(-1)
    return previous.tag_ in {"NNP", "NNPS", "POS"} and previous.text != "."


def _is_step(chunk: Chunk, before: Chunk | None, after: Chunk | None) -> bool:
    """Whether "soon" or "shortly" only says how soon after something else ("as soon as", "shortly afterwards")."""
    if chunk.value != "FUTURE_REF":
        return False
    steps = after is not None and (
        after.kind in {"AFTER", "BEFORE", "AS"} or after.value in {"afterward", "afterwards", "thereafter"}
    )
    return steps or (before is not None and before.kind == "AS")


def _is_conjunction(token: Token | None) -> bool:
    return token is not None and token.dep_ == "mark"


def find_direction(token: Token, end: int) -> int:
    """Return -1, 0 or 1 as the clause around a time expression that ends at `end` lies in the past, open, or ahead."""
    node = token
    while node.head.i != node.i and token.idx <= node.head.idx < end:
        node = node.head
    cues = _words("ahead_cues")
    possessed = False
    while node.pos_ not in {"VERB", "AUX"} and node.head.i != node.i:
        if node.lower_ in cues:
            return 1
        possessed = possessed or node.dep_ == "poss"
        node = node.head
    direction = _verb_direction(node) if node.pos_ in {"VERB", "AUX"} else (1 if node.lower_ in cues else 0)
    return min(direction, 0) if possessed else direction


def _verb_direction(verb: Token, depth: int = 0) -> int:
    """Read tense and modals; infinitives and participles ask the verb above them."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in helpers}
    if verb.lower_ in _words("ahead_cues"):
        return 1
    if words & _FORWARD_MODALS:
        return -1 if "have" in words else 1
    if "to" in words:
        return _infinitive_direction(verb, depth) if "have" not in words else -1
    if any(child.tag_ == "VBD" or child.lower_ in {"has", "have", "had", "'ve"} for child in helpers):
        return -1
    if verb.tag_ == "VBG":
        if verb.lower_ == "going" and any(child.tag_ == "VB" for child in verb.children):
            return 1
        return _ask_above(verb, depth) if not helpers else 0
    if verb.tag_ == "VBN":
        return 0 if helpers else -1
    if verb.tag_ == "VBD":
        return -1
    if verb.dep_ in {"conj", "advcl"} and verb.tag_ == "VB":
        return _ask_above(verb, depth)
    if verb.tag_ in {"VBP", "VBZ"} and any(child.lower_ in _words("ahead_cues") for child in verb.children):
        return 1
    return 0


def _infinitive_direction(verb: Token, depth: int) -> int:
    above = verb.head
    if above.i == verb.i:
        return 1
    if above.lemma_.lower() in _words("ahead"):
        return 1
    return _ask_above(verb, depth)


def _ask_above(verb: Token, depth: int) -> int:
    node = verb.head
    while node.pos_ not in {"VERB", "AUX"} and node.head.i != node.i:
        node = node.head
    return _verb_direction(node, depth + 1) if depth < 6 and node.i != verb.i and node.pos_ in {"VERB", "AUX"} else 0
