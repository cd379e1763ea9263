"""Lines that are captions by what they begin or end with: a credit without a full stop, a picture's number, its day.

In: a line, and those around it. Out: whether it is a caption. A line that is a whole sentence is none, whoever it names.
"""

import functools
import re

from accord.cleaning.dates import MONTH
from accord.cleaning.galleries import is_numbered_caption
from accord.cleaning.lines import Line
from accord.data import load_yaml

_LEAST, _MOST = 6, 80
"""Words of a caption that a credit marks."""
_DATED = re.compile(
    rf"(?:\b(?i:{MONTH}) \d{{1,2}} ?, (?:19|20)\d\d|\bfile (?:photo|picture|image)(?:graph)?)\s?\.(?:\s?REUTERS ?/.{{2,60}})?$"
)
_ADDRESSED = (
    r"(?:told|tells|says?|said|reports?|reported|agency|agencies|service"
    r"|by|to|with|from|for|and|or|the|of|at|in|on|an?|via|than|as|is)"
)


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    agencies, sites = load_yaml("furniture")["picture_agencies"], load_yaml("furniture")["picture_sites"]
    return (
        re.compile(rf"(?:{agencies}|{sites})(?:\s?/\s?{agencies})* [\"']?[A-Z]"),
        re.compile(rf"(?<![,;:])(?<!-) (?:[\w.'-]+(?: [\w.'-]+)?\s?/\s?)?{agencies}(?:\s?/\s?{agencies})*$"),
    )


def is_caption(line: Line, neighbours: tuple[str, ...]) -> bool:
    """Whether a line is a caption by its credit or its number.

    Args:
        line: not the first of a text, which may be a headline on an agency.
        neighbours: the lines before and after it.

    >>> is_caption(Line(0, 0, "AFP Soldiers stand guard outside the parliament in the capital"), ())
    True
    """
    if is_numbered_caption(line.plain, neighbours):
        return True
    if line.is_ended or not _LEAST <= line.words <= _MOST or line.plain.endswith(":"):
        return False
    if 2 * sum(word[0].islower() for word in line.plain.split()) < line.words:
        return False
    begin, end = _patterns()
    if begin.match(line.plain):
        return True
    credit = end.search(line.plain)
    return credit is not None and not re.search(rf"\b{_ADDRESSED}$", line.plain[: credit.start()])


def is_dated_caption(plain: str) -> bool:
    """Whether a passage that stands before a dateline ends with the whole day of a picture, or calls it one of the files."""
    return bool(_DATED.search(plain))
