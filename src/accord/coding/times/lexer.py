"""Cut a sentence into the pieces that time expressions are made of.

In: the sentence's text. Out: chunks, each with a kind ("MONTH", "NUM", "UNIT" …) and a value. Every word, number and mark
becomes one chunk, words without a part in time expressions the kind "OTHER", so that rules over kinds see what stands
between. Deliberately not here: any reading of more than one word (see `times_rules`).
"""

import datetime
import functools
import re
from dataclasses import dataclass
from typing import Any

from accord.data import load_yaml
from accord.data.numbers import CARDINALS, TENS
from accord.model.time import TimeValue


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a sentence with its kind; the meaning of `value` depends on the kind."""

    kind: str
    start: int
    end: int
    value: Any = None


_TOKEN = re.compile(
    r"""
    (?P<iso>(?<![\d/])\d{4}[-/](?:0?[1-9]|1[0-2])[-/](?:[12]\d|3[01]|0?[1-9])(?!\d)(?:T\d\d:?\d\d(?::?\d\d)?Z?)?)
  | (?P<compact>(?<![\w.])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\w))
  | (?P<yearmonth>(?<![\w-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\w-]))
  | (?P<numeric>(?<![\w/.-])(?:0?[1-9]|[12]\d|3[01])(?P<sep>[./-])(?:0?[1-9]|[12]\d|3[01])(?P=sep)(?:\d{4}|\d\d)(?![\w/]))
  | (?P<slashed>(?<![\w/.])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])/(?:\d{4}|\d\d)(?![\w/]))
  | (?P<clock>(?<![\d:.,])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\ ?(?P<half>[aApP])
            (?:\.?\ ?[mM]\b\.?|(?<=\d[ap])\b(?!'|\.\w))
      |(?<![\d:.,$])(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?::[0-5]\d)?(?![\d:])
      |(?P<military>(?:[01]\d|2[0-4])[0-5]\d)(?=\ ?(?:GMT|UTC|hours\b)))
  | (?P<ampm>\b[aApP]\ ?\.?\ ?[mM]\b\.?)
  | (?P<zone>\b(?:GMT|UTC|local\ time|Eastern\ Time)\b|\b(?:[ECMP][SD]T|CET|CEST|BST)\b)
  | (?P<decade>(?:\b(?:1[5-9]|20)\d|'\d)0'?s\b)
  | (?P<slash>(?<![\w./$])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?![\w/]|\.\d))
  | (?P<quarter>\b(?:[QH]|q(?=\d[ -](?:of\ )?\d{4}))[1-4]\b|(?<=\d{4}-)q[1-4]\b)
  | (?P<ordinal>\d+(?:st|nd|rd|th)\b)
  | (?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+)
  | (?P<poss>'s\b|(?<=s)'(?!\w))
  | (?P<word>[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*)
  | (?P<mark>[^\s\w])
  | (?P<rest>\S)
    """,
    re.VERBOSE,
)

_MARKS = {",": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "~": "DASH", "/": "SLASH", "(": "LPAR", ")": "RPAR", "@": "AT"}
_CURRENCY = frozenset("$€£¥₺#+%")
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]


@functools.cache
def word_classes() -> dict[str, tuple[str, Any]]:
    """Return the kind and value of each word that takes part in time expressions."""
    data = load_yaml("times")
    words: dict[str, tuple[str, Any]] = {word: (kind, word) for kind, members in data["kinds"].items() for word in members}
    words |= {word: ("CARD", n) for n, word in enumerate(CARDINALS)}
    words |= {word: ("CARD", 20 + 10 * n) for n, word in enumerate(TENS)}
    words |= {"one": ("CARD", 1), "hundred": ("CARD", 100), "thousand": ("CARD", 1000)}
    words |= {word: ("ORDW", n) for n, word in enumerate(_ORDINALS, 1)}
    words |= {"thirtieth": ("ORDW", 30)}
    for key, kind in (
        ("months", "MONTH"), ("weekdays", "WDAY"), ("weekday_abbreviations", "WDAY"), ("month_abbreviations", "MONTH"),
        ("units", "UNIT"),
        ("plural_units", "UNITS"), ("parts", "PART"), ("relative_days", "RDAY"), ("seasons", "SEASON"), ("vague", "NOW"),
        ("frequencies", "FREQ"), ("approximate_numbers", "SOME"),
    ):  # fmt: skip
        words |= {word: (kind, value) for word, value in data[key].items()}
    words |= {f"{word}s": ("WDAYS", value) for word, value in data["weekdays"].items()}
    words |= {
        f"{word}s": ("PARTS", value)
        for word, value in data["parts"].items()
        if word in {"morning", "afternoon", "evening", "night"}
    }
    for key, kind in (("last", "LAST"), ("next", "NEXT"), ("this", "THIS")):
        words |= {word: (kind, word) for word in data[key]}
    words["past"] = ("PAST", "past")
    words["tonight"] = ("TONIGHT", 0)
    words["fall"] = ("FALL", 3)
    return words


@functools.cache
def _abbreviations() -> frozenset[str]:
    data = load_yaml("times")
    return frozenset(data["month_abbreviations"]) | frozenset(data["weekday_abbreviations"])


@functools.cache
def _ambiguous() -> frozenset[str]:
    return frozenset(load_yaml("times")["ambiguous"])


@functools.cache
def _holidays() -> tuple[re.Pattern[str], dict[str, TimeValue]]:
    days = {name: TimeValue(form="date", month=month, day=day) for name, (month, day) in load_yaml("times")["holidays"].items()}
    days |= {name: TimeValue(form="holiday", offset=shift) for name, shift in load_yaml("times")["easter"].items()}
    return re.compile(
        r"\b(?:" + "|".join(re.escape(name) for name in sorted(days, key=len, reverse=True)) + r")\b", re.IGNORECASE
    ), days


def lex(text: str) -> list[Chunk]:
    """Return the chunks of a text in order; equal texts give equal chunks."""
    chunks: list[Chunk] = []
    words, abbreviations = word_classes(), _abbreviations()
    for match in _TOKEN.finditer(text):
        group, start, end = match.lastgroup or "rest", match.start(), match.end()
        if group == "word":
            chunk = _word(text, start, end, words, abbreviations)
            start = chunk.start
        elif group == "mark":
            mark = text[start]
            chunk = Chunk("CURRENCY" if mark in _CURRENCY else _MARKS.get(mark, "MARK"), start, end, mark)
            if mark == "." and chunks and chunks[-1].end > start:
                continue
        elif group == "number":
            glued = text[end : end + 1].isalpha()
            chunk = Chunk("REST", start, end) if glued else _number(match.group(), start, end)
        else:
            chunk = _literal(group, match, start, end)
        chunks.append(chunk)
    return _mark_holidays(text, chunks)


def _word(text: str, start: int, end: int, words: dict[str, tuple[str, Any]], abbreviations: frozenset[str]) -> Chunk:
    word = text[start:end].lower()
    kind, value = words.get(word, ("OTHER", word))
    if kind == "OTHER":
        return Chunk(kind, start, end, word)
    if kind in {"MONTH", "WDAY"}:
        if text[start].islower() and word in _ambiguous():
            return Chunk("MONTHX" if kind == "MONTH" else "OTHER", start, end, value)
        if word in abbreviations and text[end : end + 1] == "." and len(word) < 5:
            end += 1
    if word in {"second", "minute", "fall"} and kind == "UNIT" and text[start].isupper():
        kind = "OTHER"
    return Chunk(kind, start, end, value)


def _number(text: str, start: int, end: int) -> Chunk:
    if text.isdigit():
        value = int(text)
        if len(text) <= 2:
            return Chunk("DIG", start, end, value)
        if len(text) == 4 and 1000 <= value <= 2199:
            return Chunk("YEAR", start, end, value)
    return Chunk("NUMX", start, end, float(text.replace(",", "")))


def _literal(group: str, match: re.Match[str], start: int, end: int) -> Chunk:
    text = match.group()
    if group in {"iso", "compact", "yearmonth", "numeric", "slashed"}:
        value = _calendar(group, text)
        return Chunk("DATE", start, end, value) if value else Chunk("REST", start, end, text)
    if group == "clock":
        clock = _clock(match)
        return Chunk("CLK", start, end, clock) if clock else Chunk("REST", start, end, text)
    if group == "decade":
        return Chunk("DECADE", start, end, _decade(text))
    if group == "slash":
        first, second = (int(part) for part in text.split("/"))
        return (
            Chunk("MD", start, end, (first, second) if first <= 12 else (second, first))
            if min(first, second) <= 12
            else Chunk("REST", start, end)
        )
    if group == "quarter":
        return Chunk("QTR" if text[0] in "Qq" or int(text[1]) <= 2 else "OTHER", start, end, text.upper())
    if group == "ordinal":
        return Chunk("ORDD", start, end, int(text[:-2]))
    return Chunk({"zone": "ZONE", "poss": "POSS", "ampm": "AMPM"}.get(group, "REST"), start, end, text)


def _calendar(group: str, text: str) -> TimeValue | None:
    """Read a date in digits. Slashes and hyphens put the month first, as American use does, points the day first."""
    if group == "yearmonth":
        return TimeValue(form="date", year=int(text[:4]), month=int(text[5:7]))
    if group == "compact":
        year, month, day = int(text[:4]), int(text[4:6]), int(text[6:8])
    elif group == "iso":
        year, month, day = (int(part) for part in re.split(r"[-/]", text.partition("T")[0]))
    else:
        first, second, year = (int(part) for part in re.split(r"[./-]", text))
        month, day = (second, first) if "." in text or first > 12 else (first, second)
        year += 0 if year > 99 else 2000 if year < 50 else 1900
    try:
        datetime.date(year, month, day)
    except ValueError:
        return None
    clock = text.partition("T")[2][:5] if group == "iso" else ""
    return TimeValue(form="date", year=year, month=month, day=day, clock=f"T{clock}" if clock else None)


def _clock(match: re.Match[str]) -> str | None:
    """Return a time of day as THH or THH:MM."""
    if match["military"]:
        return f"T{match['military'][:2]}:{match['military'][2:]}"
    if match["hour24"]:
        return f"T{int(match['hour24']):02d}:{match['minute24']}"
    hour = int(match["hour"])
    if not 1 <= hour <= 24:
        return None
    if hour <= 12:
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    return f"T{hour:02d}:{match['minute']}" if match["minute"] else f"T{hour:02d}"


def _decade(text: str) -> TimeValue:
    digits = re.sub(r"\D", "", text)
    year = int(digits) if len(digits) == 4 else (1900 if int(digits[:2] or 0) >= 20 else 2000) + int(digits[:2] or 0)
    return TimeValue(form="date", year=year, unit="decade")


def _mark_holidays(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """Put one chunk for each holiday in place of its words."""
    pattern, days = _holidays()
    for match in pattern.finditer(text):
        name = match.group().lower()
        if match.group()[0].islower() and name in _ambiguous():
            continue
        holiday = Chunk("HOLI", match.start(), match.end(), days[name])
        chunks = [c for c in chunks if c.end <= match.start()] + [holiday] + [c for c in chunks if c.start >= match.end()]
    return chunks
