"""Find the time expressions of a sentence and give each a meaning that no date anchors yet.

In: a parsed sentence. Out: time expressions with symbolic values; `resolve` (from `accord.model.calendar`) puts them
on a calendar once the article's own date, or an interval it must lie in, is known. Words are read by rules
(`times_lexer`, `times_rules`, `times_relative`, `times_joins`); the parse serves to tell "may" from May, a number
from a year, and past from future. Deliberately not here: which event an expression dates, and what "two days later"
is counted from.

Spans follow what a reader would mark: "Thursday" in "Thursday's airstrike", "since April" with its bound, "last
month" whole, "Thursday morning" as one. Clock times ("5 p.m."), repetitions ("daily") and lengths ("18 months") are
time expressions too; `resolve` gives None for them.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from accord.coding.times.context import find_direction, settle_words
from accord.coding.times.grammar import apply_rules
from accord.coding.times.hours import HOURS, LATE_HOURS
from accord.coding.times.joins import JOINS
from accord.coding.times.lexer import Chunk, lex
from accord.coding.times.relative import UNITS
from accord.coding.times.rules import CALENDAR, NUMBERS
from accord.language.parse import Sentence
from accord.model.calendar import resolve
from accord.model.reading import TimeExpression
from accord.model.time import TimeValue

__all__ = ["find_times", "resolve"]

_TRIGGERS_TEXT = (
    "MONTH MONTHX WDAY WDAYS UNIT UNITS RDAY TONIGHT PART PARTS YEAR DATE MD QTR DECADE SEASON FALL HOLI CLK AMPM "
    "OCLOCK NOW MOMENT MEAL FREQ AGO ORDD"
)
_TRIGGERS = frozenset(_TRIGGERS_TEXT.split())
_RESULTS = frozenset({"DATE", "DUR", "INDUR", "SET", "CLOCK", "NOWX"})
_ACT_BOUNDS = ("after", "before")
_RULES = (*NUMBERS, *CALENDAR, *HOURS, *UNITS, *LATE_HOURS, *JOINS)


def find_times(sentence: Sentence, text: str | None = None) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a sentence, in order.

    Args:
        sentence: the parsed sentence.
        text: the article's stored text, so that an expression's text keeps its own quotation marks; else the parse's.

    Returns:
        Expressions that do not overlap; empty when the sentence has no word of time.
    """
    return tuple(_find(sentence, text))


def _find(sentence: Sentence, text: str | None) -> Iterator[TimeExpression]:
    words = sentence.doc.text
    chunks = lex(words)
    if _TRIGGERS.isdisjoint([chunk.kind for chunk in chunks]):
        return
    tokens = {token.idx: token for token in sentence.doc}
    for chunk in apply_rules(_RULES, settle_words(chunks, tokens)):
        if chunk.kind not in _RESULTS:
            continue
        start, value = _drop_bound(words, chunk.end, *_settle_value(chunk, words, tokens))
        last = chunk.end
        if last == len(words) and words.endswith(".") and words[-3:-2] != ".":
            last -= 1  # the full stop of an abbreviation that ends the sentence is the sentence's
        begin, end = sentence.start + start, sentence.start + last
        yield TimeExpression(sentence.index, begin, end, text[begin:end] if text else words[start:last], value)


def _drop_bound(words: str, end: int, start: int, value: TimeValue) -> tuple[int, TimeValue]:
    """Leave out a bound that is the act's, not the day's: "after Sunday's raid" says that the raid was on Sunday."""
    first = words[start:end].split(" ", 1)[0]
    if value.modifier != first.lower() or value.modifier not in _ACT_BOUNDS or not words.startswith(("'s ", "’s "), end):
        return start, value
    return start + len(first) + 1, replace(value, modifier=None)


def _settle_value(chunk: Chunk, words: str, tokens: dict[int, Token]) -> tuple[int, TimeValue]:
    """Let the tense decide what the words leave open; return where the expression starts and its value."""
    value: TimeValue = chunk.value
    if chunk.kind not in {"DATE", "INDUR"} or value.direction:
        return chunk.start, value
    token = next((tokens[i] for i in range(chunk.start, chunk.end) if i in tokens and not tokens[i].is_punct), None)
    direction = find_direction(token, chunk.end) if token is not None else 0
    if chunk.kind == "INDUR":
        verbless = token is not None and not any(word.pos_ in {"VERB", "AUX"} for word in token.doc)
        if (direction <= 0 and not verbless) or value.offset is None:
            return chunk.start, value
        start = words.lower().rfind("in", 0, chunk.start)
        return start, replace(value, form="relative", direction=1)
    return chunk.start, replace(value, direction=direction)
