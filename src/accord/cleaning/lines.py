"""A stored text as lines to judge: where each begins and ends, and its words with plain quotes, dashes and blanks.

Replacements are one character for one character, so an offset into `plain` plus the line's start is an offset into the text.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

_PLAIN = str.maketrans(
    "\u2018\u2019\u201b\u2032\u00b4`\u201c\u201d\u201e\u00ab\u00bb\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
    "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000\t\v\f\u200b\ufeff",
    "''''''" + '"""""' + "-------" + " " * 13,
)
_ENDED = re.compile(r"""[.!?\u2026][\s\]"')\u2019\u201d\u00bb*]*$""")
_INNER_END = re.compile(r"[a-z]{2}[.!?][\"')]* [\"'(]?[A-Z(]")
_WRAP_PAIRS, _WRAP_SHARE = 4, 0.3
"""A text is hard-wrapped when at least this many, and this share, of its adjacent lines break a sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int
    plain: str

    @property
    def words(self) -> int:
        return len(self.plain.split())

    @property
    def is_ended(self) -> bool:
        """Whether the line ends as a sentence does."""
        return bool(_ENDED.search(self.plain))


def make_plain(text: str) -> str:
    """Return text with plain quotes, dashes and blanks, and brackets that corpora spell out, of the same length."""
    return text.translate(_PLAIN).replace("-LRB-", "(    ").replace("-RRB-", "    )").replace("\\/", " /")


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that hold words; in a hard-wrapped text the blocks between empty lines."""
    plain = make_plain(text)
    lines = tuple(_find(plain, r"[^\n]+"))
    return tuple(_find(plain, r"[^\n]+(?:\n[^\n]+)*")) if is_wrapped(plain, lines) else lines


def _find(plain: str, pattern: str) -> Iterator[Line]:
    for match in re.finditer(pattern, plain):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Line(start, start + len(words), words.replace("\n", " "))


def is_wrapped(plain: str, lines: tuple[Line, ...]) -> bool:
    """Whether line ends are only layout: many lines end within a sentence that the next line goes on with."""
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if plain.count("\n", one.end, two.start) == 1]
    broken = sum(1 for one, two in pairs if not one.is_ended and one.words > 5 and two.plain[:1].islower())
    return broken >= _WRAP_PAIRS and broken >= _WRAP_SHARE * len(pairs)


def is_prose(line: Line) -> bool:
    """Whether a line reads as a sentence or paragraph: ended and not tiny, or long and mostly in lower case."""
    if line.is_ended or _INNER_END.search(line.plain):
        return line.words >= 5
    return line.words >= 16 and sum(1 for word in line.plain.split() if word.islower()) > line.words / 2


def fold(text: str) -> str:
    """Return only the letters and digits of a text, in lower case."""
    return re.sub(r"[\W_]+", "", text).casefold()
