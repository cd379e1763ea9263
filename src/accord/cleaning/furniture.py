"""Which lines of a text are page furniture, and why: by their words, by their place, by what stands around them.

In: the lines of a text and its title. Out: a reason for every line that is furniture; a line without one is kept.
Prose is never marked for its place alone. Nothing is deleted.
"""

import re
from collections.abc import Sequence

from accord.cleaning.bylines import read_byline
from accord.cleaning.captions import is_caption
from accord.cleaning.cues import find_family
from accord.cleaning.dates import is_time_line, read_date_line
from accord.cleaning.lines import Line, is_prose
from accord.cleaning.titles import Title, is_headline, is_repeat
from accord.data import load_yaml

Reasons = dict[int, str]

_HEAD_LINES, _FOOT_LINES = 12, 8
_CLOSING_SHARE, _CLOSING_WORDS = 0.15, 30
"""An article is closed by a form or disclaimer when at most this share of its prose, or this many words, stands after it."""
_LONG_PROSE = 20
_MAX_LIST = 40
_SUBHEAD_WORDS = 8
_TAIL_WORDS = 10
_ADDRESS = re.compile(
    r"\b(?:you|your|we|our|us|please|click|e-?mail|website|subscrib\w+|newsletter|comments?|readers?|here)\b", re.I
)
_ITEM = re.compile(r"[-•*▪·]\s*\w|\d+[.)]\s")
_SENTENCE = re.compile(r"[a-z]{2}[.!?][\"')]* ")
"""The end of a sentence within a line."""
_CRUMBS = re.compile(
    r"[#\w][^.!?:;\"]{0,40}(?:,\s*[#\w][^.!?:;\"]{0,40})*,\s*|[#\w][\w' -]{0,40}(?:,\s*[#\w][\w' -]{0,40}){2,}"
)


def mark_words(lines: Sequence[Line]) -> tuple[Reasons, set[int]]:
    """Return the reasons that the lines' own words give, and the indexes of lines that may close an article."""
    reasons: Reasons = {}
    closers: set[int] = set()
    for index, line in enumerate(lines):
        reason = _judge_place(line, index, len(lines))
        if reason is None and index and is_caption(line, tuple(other.plain for other in lines[index - 1 : index + 2])):
            reason = "caption"
        if reason is None:
            family = find_family(line)
            if family:
                reason = family.reason
                if family.closes:
                    closers.add(index)
        if reason:
            reasons[index] = reason
    return reasons, closers


def _judge_place(line: Line, index: int, count: int) -> str | None:
    """Return the reason of bylines, date lines and keyword crumbs, which only count at the head or foot."""
    if index >= _HEAD_LINES and index < count - _FOOT_LINES:
        return None
    if read_date_line(line) or is_time_line(line):
        return "date line"
    if read_byline(line):
        return "byline"
    if index >= count - _FOOT_LINES and index > 0 and _is_crumbs(line):
        return "tags"
    return None


def find_masthead(lines: Sequence[Line], reasons: Reasons) -> int | None:
    """Return the index of a line at the top that is the publisher's name, where a headline follows it."""
    pattern = re.compile(load_yaml("furniture")["masthead"])
    for index, line in enumerate(lines[:3]):
        if index not in reasons and pattern.fullmatch(line.plain):
            after = [other for i, other in enumerate(lines[index + 1 : index + 6], index + 1) if i not in reasons]
            return index if any(is_headline(other) and other.words > 3 for other in after) else None
    return None


def _is_crumbs(line: Line) -> bool:
    """Whether a line is a list of keywords: short parts between commas and no sentence."""
    return len(line.plain) <= 400 and not line.is_ended and bool(_CRUMBS.fullmatch(line.plain)) and not _has_verb(line)


def _has_verb(line: Line) -> bool:
    return bool(re.search(r"\b(?:is|are|was|were|has|have|had|be|been|will|would|said|says|say|to|who|that)\b", line.plain))


def mark_structure(lines: Sequence[Line], reasons: Reasons, closers: set[int], title: Title | None) -> Reasons:
    """Return the reasons with those added that follow from place: repeats, head, lists of links, subheadings, foot."""
    reasons = dict(reasons)
    place = _find_title_line(lines, title)
    if place is not None:
        reasons.pop(place, None)
    if title is not None:
        for index, line in enumerate(lines):
            if index != place and is_repeat(line, title.text):
                reasons[index] = "repeated title"
    prose = [i for i, line in enumerate(lines) if i not in reasons and i != place and is_prose(line)]
    if not prose:
        return reasons
    _mark_head(lines, reasons, place, prose[0])
    _mark_lists(lines, reasons, place)
    _mark_subheadings(lines, reasons, place, prose)
    _mark_foot(lines, reasons, closers - ({place} if place is not None else set()), prose)
    return reasons


def _find_title_line(lines: Sequence[Line], title: Title | None) -> int | None:
    if title is None or title.start is None:
        return None
    return next((i for i, line in enumerate(lines) if line.start <= title.start < line.end), None)


def _mark_head(lines: Sequence[Line], reasons: Reasons, place: int | None, first: int) -> None:
    """Mark section names and crumbs around the title: short lines without a sentence before the first prose."""
    for index in range(first):
        line = lines[index]
        if index == place or index in reasons or line.is_ended or re.search(r"[:,]$", line.plain):
            continue
        if line.words <= (6 if place is not None and index < place else 4):
            reasons[index] = "section line"


def _mark_lists(lines: Sequence[Line], reasons: Reasons, place: int | None) -> None:
    """Mark the headlines listed under a heading such as "Related stories", up to the next sentence."""
    for index in sorted(reasons):
        if reasons[index] != "related links" or lines[index].words > 6:
            continue
        for follower in range(index + 1, min(index + 1 + _MAX_LIST, len(lines))):
            if follower in reasons:
                continue
            if follower == place or is_prose(lines[follower]) or lines[follower].words > 20:
                break
            reasons[follower] = "related links"


def _mark_subheadings(lines: Sequence[Line], reasons: Reasons, place: int | None, prose: Sequence[int]) -> None:
    """Mark short lines between prose that are no sentence: not ended, no quotation, no list item, no speaker."""
    between = [i for i in range(prose[0], prose[-1]) if i not in reasons and i != place and not is_prose(lines[i])]
    if len(between) > max(3, len(prose)):
        return
    for index in between:
        line = lines[index]
        if (line.is_ended and not line.plain.endswith("?")) or _SENTENCE.search(line.plain):
            continue
        if line.words <= _SUBHEAD_WORDS and re.match(r"[A-Z][^:;]*$", line.plain) and not re.search(r"[\",;:-]$", line.plain):
            reasons[index] = "subheading"


def _mark_foot(lines: Sequence[Line], reasons: Reasons, closers: set[int], prose: Sequence[int]) -> None:
    """Mark what follows the article's end: everything but long prose after a closing form, short lines otherwise."""
    words = [lines[i].words if i in set(prose) else 0 for i in range(len(lines))]
    total = sum(words)
    for index in sorted(closers):
        rest = sum(words[index:])
        if sum(words[:index]) and (rest <= _CLOSING_WORDS or rest <= _CLOSING_SHARE * total):
            for follower in range(index + 1, len(lines)):
                if follower not in reasons and not _is_article(lines[follower]):
                    reasons[follower] = reasons[index]
            break
    last = max(i for i in (*prose, -1) if i not in reasons or i == -1)
    for index in range(last + 1, len(lines)):
        line = lines[index]
        if (
            index not in reasons
            and last >= 0
            and not line.is_ended
            and line.words <= _TAIL_WORDS
            and not _ITEM.match(line.plain)
        ):
            reasons[index] = "line after the end"


def _is_article(line: Line) -> bool:
    """Whether a line after a closing form is still the article: long prose that does not address the reader."""
    return is_prose(line) and line.words >= _LONG_PROSE and not _ADDRESS.search(line.plain)


def find_foot(lines: Sequence[Line], reasons: Reasons) -> int:
    """Return the index of the line after the last kept one."""
    return max((i for i in range(len(lines)) if i not in reasons), default=-1) + 1
