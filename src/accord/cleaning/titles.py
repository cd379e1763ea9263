"""The title of an article and where it stands: given by metadata and found in the text, or the first headline-like line."""

import difflib
import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from accord.cleaning.lines import Line, fold, is_prose, make_plain

_MAX_CHARACTERS = 220
_MAX_WORDS, _MAX_ENDED = 28, 16
"""Words of a headline; fewer where a question or exclamation mark could as well end a sentence."""
_SAME = 0.9
"""Likeness from which two headlines are one with other punctuation or one word changed."""
_SITE = re.compile(r"\s+(?:[|•·»]|-{1,2}|::)\s+(?P<site>[^|•·»]{2,40})$")
_HEAD_LINES = 12


@dataclass(frozen=True, slots=True)
class Title:
    """`end` is the end of the title in the text, where `start` is known; `site` a site's name at the end of its line."""

    text: str
    start: int | None = None
    end: int | None = None
    site: str | None = None


def find_title(text: str, lines: Sequence[Line], taken: Collection[int], given: str | None) -> Title | None:
    """Return the title, or None where an article has none.

    Args:
        taken: indexes of lines already known to be furniture.
        given: the title the metadata says.
    """
    return _locate(text, lines, given) if given else _guess(text, lines, taken)


def _locate(text: str, lines: Sequence[Line], given: str) -> Title:
    bare, site = split_site(given)
    for wanted in (given, bare):
        for line in lines[:_HEAD_LINES]:
            found = _match_prefix(line, wanted)
            if found:
                end = line.start + found
                return Title(text[line.start : end], line.start, end, site)
    return Title(bare if site and "|" in given else given, site=site)


def join_title_lines(text: str, lines: Sequence[Line], given: str | None) -> tuple[Line, ...]:
    """Return the lines with a given title that is broken over two of them made one line."""
    key = fold(given or "")
    for index, (one, two) in enumerate(itertools.pairwise(lines[:_HEAD_LINES])):
        if key and fold(one.plain) + fold(two.plain) == key:
            whole = Line(one.start, two.end, make_plain(text[one.start : two.end]).replace("\n", " "))
            return (*lines[:index], whole, *lines[index + 2 :])
    return tuple(lines)


def _match_prefix(line: Line, wanted: str) -> int | None:
    """Return how many characters of a line are the wanted title, or None; prose may follow it on the same line."""
    key = fold(wanted)
    if not key or not fold(line.plain[: len(wanted) * 2 + 20]).startswith(key):
        return None
    seen = 0
    for offset, character in enumerate(line.plain):
        seen += len(fold(character))
        if seen >= len(key):
            return offset + 1 + len(re.match(r"[?!\"')\]]*", line.plain[offset + 1 :])[0])  # type: ignore[index]
    return None


def split_site(title: str) -> tuple[str, str | None]:
    """Return a title without a site's name at its end, and that name.

    >>> split_site("Rebels sign truce | The Valley Herald")
    ('Rebels sign truce', 'The Valley Herald')
    """
    match = _SITE.search(title)
    if match and len(match["site"].split()) <= 4 and len(title[: match.start()].split()) >= 3 and match["site"][:1].isupper():
        return title[: match.start()], match["site"].strip()
    return title, None


def _guess(text: str, lines: Sequence[Line], taken: Collection[int]) -> Title | None:
    candidates: list[Line] = []
    for index, line in enumerate(lines):
        if index in taken:
            continue
        if not is_headline(line):
            if is_prose(line):
                break
            continue
        candidates.append(line)
    if not candidates or not any(is_prose(line) for i, line in enumerate(lines) if i not in taken and line not in candidates):
        return None
    best = next((line for line in candidates if line.words >= 5), None) or next(
        (line for line in candidates if line.words >= 3), None
    )
    if best is None:
        return None
    bare, site = split_site(best.plain)
    site = site if site and any(mark in best.plain for mark in "|•·»") else None
    end = best.start + len(bare) if site else best.end
    return Title(text[best.start : end], best.start, end, site)


def is_headline(line: Line) -> bool:
    """Whether a line may be a headline: not ended by a full stop, neither a crumb of words nor a paragraph."""
    if len(line.plain) > _MAX_CHARACTERS or not 3 <= line.words <= (_MAX_ENDED if line.is_ended else _MAX_WORDS):
        return False
    if re.search(r"(?:\.[\"')\]]*|[,;])$", line.plain) and not re.search(r"\b(?:[A-Z]\.){2,}$|\.\.\.$", line.plain):
        return False
    return bool(re.match(r"[\"'\[]?[^\W_]", line.plain)) and not line.plain[:1].islower()


def is_repeat(line: Line, title: str) -> bool:
    """Whether a line is the title again: other punctuation, a label before it, a site's name after it."""
    key = fold(title)
    if len(key) < 12:
        return len(line.plain) <= 60 and fold(line.plain) == key
    if len(line.plain) > 2 * len(title) + 80:
        return False
    for part in (line.plain, re.sub(r"^[\w ]{1,25}:\s*", "", line.plain), split_site(line.plain)[0]):
        other = fold(part)
        if other == key:
            return True
        if abs(len(other) - len(key)) <= 0.15 * len(key):
            matcher = difflib.SequenceMatcher(None, other, key, autojunk=False)
            if matcher.quick_ratio() >= _SAME and matcher.ratio() >= _SAME:
                return True
    return False
