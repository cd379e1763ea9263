"""Captions of picture galleries that were saved into a line of prose, known by what the gallery's pictures have in common.

In: a line with plain quotes. Out: the spans of captions. A gallery numbers its pictures ("3/8 … 4/8 …", "3 of 25") or puts
the count of its pictures behind each credit ("Getty Images 5 … Reuters 5 …"); one such mark alone proves nothing. The last
caption of a gallery ends with its credit, or with the first sentence that may hold it.
"""

import functools
import itertools
import re
from collections import Counter

from accord.data import load_yaml

Span = tuple[int, int]

_MAX_CAPTION = 450
"""Characters of one caption with its credit."""
_SENTENCE_END = re.compile(r"(?<=[a-z\d)\"'%])[.!?][\"')]*(?=\s+[\"'(]*[A-Z]|\s*$)|[!?](?= [\"A-Z])|(?<=\w)(?= \"[A-Z])")
_NUMBERED = re.compile(r"(?<![\w/.])(?P<number>\d{1,3})/(?P<count>\d{1,3}) (?=[\"'A-Z\d])")
_HIDDEN = re.compile(r"(?i:hide caption) \d+ of \d+")
_SCREEN = re.compile(r"\d+ of \d+ Full Screen Autoplay .*?Wait 1 second to continue ?\.?")
_LEAST = 3
"""Pictures that prove a gallery, where only their numbers do."""


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    credits = rf"(?:{load_yaml('furniture')['picture_agencies']}|{load_yaml('furniture')['picture_sites']})"
    return re.compile(rf"(?:[\w.'@-]+(?: [\w.'-]+)?\s?/\s?)*\b{credits}\b"), re.compile(
        rf"(?P<credit>\b{credits} |\bNot known |(?<=[.!?\"'] )(?:[A-Z][\w'.-]* ){{1,4}})(?P<count>\d{{1,2}}) (?=[\"'A-Z])"
    )


def find_galleries(plain: str) -> tuple[Span, ...]:
    """Return the spans of gallery captions in a line, in order; none overlap.

    >>> find_galleries("The war went on. Photos: A city at war A child looks out. Hide Caption 1 of 9 The talks failed.")
    ((17, 77),)
    """
    return (*_find_hidden(plain),) or (*_find_screens(plain),) or (*_find_numbered(plain),) or (*_find_counted(plain),)


def is_numbered_caption(plain: str, neighbours: tuple[str, ...]) -> bool:
    """Whether a line begins with a picture's number of so many, and a neighbouring line with the number before or after it."""
    one = _NUMBERED.match(plain)
    others = [other for text in neighbours if (other := _NUMBERED.match(text))]
    return one is not None and any(
        one["count"] == other["count"] and abs(int(one["number"]) - int(other["number"])) == 1 for other in others
    )


def end_sentence(plain: str, start: int) -> int:
    """Return where the sentence that stands at `start` ends, or where a quotation opens behind it without a stop."""
    found = _SENTENCE_END.search(plain, start)
    return found.end() if found else len(plain)


def _find_hidden(plain: str) -> list[Span]:
    """Return the passage from a gallery's heading to the last control that hides a caption."""
    controls = list(_HIDDEN.finditer(plain))
    if not controls:
        return []
    heading = re.search(r"\bPhotos?: ", plain[: controls[0].start()])
    if heading:
        return [(heading.start(), controls[-1].end())]
    first = plain.rfind(". ", 0, max(0, controls[0].start() - 2)) + 2 if len(controls) == 1 else controls[0].start()
    return [(first if first > 1 else 0, controls[-1].end())]


def _find_screens(plain: str) -> list[Span]:
    """Return the passages from a gallery's controls to the wait for its next picture."""
    return [match.span() for match in _SCREEN.finditer(plain)]


def _find_numbered(plain: str) -> list[Span]:
    """Return the passage from the first number of so many pictures to the end of the last caption."""
    marks = list(_NUMBERED.finditer(plain))
    runs = [
        (one, two)
        for one, two in itertools.pairwise(marks)
        if one["count"] == two["count"] and int(two["number"]) == int(one["number"]) + 1
    ]
    if len(runs) + 1 < _LEAST:
        return []
    start, last = runs[0][0].start(), runs[-1][1]
    heading = re.search(r"(?:[.!?][\"')]* |^)(?P<name>[^.!?]{3,80} \d+ show all [^.!?]{3,80} )$", plain[:start])
    limit = min(end_sentence(plain, last.end()), last.end() + _MAX_CAPTION)
    credit = _patterns()[0].search(plain, last.end(), limit)
    return [(heading.start("name") if heading else start, credit.end() if credit else limit)]


def _find_counted(plain: str) -> list[Span]:
    """Return the captions that follow a credit and the count of pictures."""
    marks = list(_patterns()[1].finditer(plain))
    counts = Counter(mark["count"] for mark in marks if _patterns()[0].fullmatch(mark["credit"].strip()))
    found: list[Span] = []
    for mark, following in itertools.zip_longest(marks, marks[1:]):
        if counts[mark["count"]] < 2:
            continue
        stop = min(end_sentence(plain, mark.end()), mark.end() + _MAX_CAPTION)
        if following is not None and following.start() < stop:
            stop = following.start()
        found.append((mark.start(), stop))
    return found
