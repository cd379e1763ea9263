"""Find the numbers of a sentence with their bounds: "more than 1,000", "dozens of", "between 10 and 15", "$2.5bn".

In: a sentence's text. Out: quantities with the range they state and where they stand. Conventions: a bare number is exact;
"more than", "at least" and "over" give `at_least`, "up to", "nearly" and "fewer than" `at_most`; "about 300" keeps the
number as exact, as no bound is said; vague words are at least what the table in `figures.yaml` says ("dozens" 24, "scores"
40, "hundreds" 200). Deliberately not here: what is counted (`figure_measures`).
"""

import functools
import re
from dataclasses import dataclass, replace
from typing import Any

from accord.data import load_yaml
from accord.data.numbers import CARDINALS, TENS

_VALUES = {word: n for n, word in enumerate(CARDINALS)} | {word: 20 + 10 * n for n, word in enumerate(TENS)}
_NUMBER_WORD = "(?:" + "|".join(sorted(_VALUES, key=len, reverse=True)) + ")"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a sentence; `start` and `end` cover its bound and currency, `core` is where the number itself begins."""

    start: int
    end: int
    core: int
    at_least: float | None = None
    at_most: float | None = None
    exact: float | None = None
    currency: str | None = None
    vague: bool = False


def _alternatives(words: Any) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


@functools.cache
def _pattern() -> re.Pattern[str]:
    data = load_yaml("figures")
    bounds = "|".join(rf"(?P<{name}>{_alternatives(data[name])})" for name in ("at_least", "at_most", "about"))
    scales = _alternatives(data["scales"])
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d:/]|\.\d|(?:st|nd|rd|th)\b)(?:\s?(?:{scales}|[mk])\b)?"
    first_word = rf"(?:(?:an?|half\s+an?|{_NUMBER_WORD})(?=\s+(?:{scales})\b)|{_NUMBER_WORD})"
    words = rf"{first_word}(?:[\s-]+(?:and\s+)?(?:{_NUMBER_WORD}|{scales})\b)*"
    marks = _alternatives(data["currencies"])
    return re.compile(
        rf"""(?<![\w-])(?:(?:{bounds})\s+)*(?P<between>between\s+|from\s+)?
        (?:(?P<vague>{_alternatives(data["vague"])})(?![\w-])
          |(?P<zero>no(?:\s+one|body)|no(?=\s))\b
          |(?:(?P<mark>{marks})\s?)?(?P<number>(?<![\d.,/:-]){number}|\b{words}\b)(?:(?P<join>\s?[-–]\s?(?=[\d$€£])|\s+(?:to|and)\s+)(?:{marks})?(?P<second>{number}|\b{words}\b))?
            (?P<more>[\s-]?(?:{_alternatives(data["or_more"])})(?!\w))?)
        (?:\s+(?P<money>{_alternatives(data["currency_words"])})\b)?""",
        re.IGNORECASE | re.VERBOSE,
    )


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text in order; none overlap."""
    found = []
    at = 0
    pattern = _pattern()
    while (match := pattern.search(text, at)) is not None:
        quantity = _read(match)
        at = max(match.end(), at + 1)
        if quantity is not None:
            found.append(quantity)
            at = max(quantity.end, match.start() + 1)
    return found


def _read(match: re.Match[str]) -> Quantity | None:
    data = load_yaml("figures")
    if match["zero"]:
        return Quantity(match.start("zero"), match.end(), match.start("zero"), exact=0.0)
    if match["vague"]:
        least = float(data["vague"][" ".join(match["vague"].lower().split())])
        base = Quantity(match.start(), match.end(), match.start("vague"), vague=True)
        return replace(base, exact=least) if least == 2 else replace(base, at_least=least)
    value = parse_number(match["number"])
    if value is None:
        return None
    currency = data["currencies"].get(match["mark"].upper() if match["mark"] else None)
    if match["money"]:
        currency = data["currency_words"][match["money"].lower()]
    base = Quantity(match.start(), match.end(), match.start("number"), currency=currency)
    if match["second"]:
        return _read_range(match, base, value)
    if match["at_least"] or match["more"]:
        return replace(base, at_least=value)
    return replace(base, at_most=value) if match["at_most"] else replace(base, exact=value)


def _read_range(match: re.Match[str], base: Quantity, low: float) -> Quantity | None:
    """Read both ends of a range; "12 and 30" without "between" is two numbers, of which this is the first."""
    high = parse_number(match["second"])
    join = match["join"].strip()
    scale = re.search(r"(?:hundred|thousand|million|billion|trillion|bn|m)$", match["second"])
    if high is not None and scale and low < 1000 <= high and not re.search(r"[a-z]", match["number"]):
        low *= high / (parse_number(match["second"][: scale.start()].strip()) or high)
    if high is not None and join == "to" and (match["between"] or "").strip().lower() == "from" and _is_change(match):
        return replace(base, start=match.start("second"), core=match.start("second"), exact=high)
    is_range = join != "and" or (match["between"] or "").strip().lower() == "between"
    if high is not None and is_range and low < high and not (join == "to" and (match["at_least"] or match["at_most"])):
        return replace(base, at_least=low, at_most=high)
    first = replace(base, end=match.end("number"), currency=base.currency if match["mark"] else None)
    if match["at_least"]:
        return replace(first, at_least=low)
    return replace(first, at_most=low) if match["at_most"] else replace(first, exact=low)


def _is_change(match: re.Match[str]) -> bool:
    """Whether "from 40 to 52" tells how a number changed, so that only the later one holds."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    return (
        re.search(
            r"\b(?:ros|ris|gr[eo]w|climb|jump|increas|f[ae]ll|dropp|declin|decreas|went|surg|soar)\w*(?:\s\w+)?\s+$", before
        )
        is not None
    )


def parse_number(text: str) -> float | None:
    """Return the value of "1,000", "2.5 million", "300m", "twenty-one", "half a million".

    >>> parse_number("2.5 million"), parse_number("two hundred and five")
    (2500000.0, 205.0)
    """
    scales: dict[str, int] = load_yaml("figures")["scales"] | {"m": 1_000_000, "k": 1000}
    digits = re.match(r"\d[\d,]*(?:\.\d+)?", text)
    if digits:
        rest = text[digits.end() :].strip().lower()
        value = float(digits.group().replace(",", ""))
        for word in rest.split():
            value *= scales.get(word, 1)
        return value
    total = current = 0.0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _VALUES:
            current += _VALUES[word]
        elif word == "half":
            current = 0.5
        elif word in {"a", "an"}:
            current = current or 1
        elif word in {"hundred", "dozen"}:
            current = (current or 1) * scales[word]
        elif word in scales:
            total += (current or 1) * scales[word]
            current = 0.0
    return total + current
