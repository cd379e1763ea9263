"""When an article appeared, as some sites print it between the headline and the first sentence of one line.

In: a line of the head with plain quotes. Out: the stamp's offsets and its date. A stamp names a whole date in a form that no
sentence has: a weekday, date, time and zone in a row ("Friday 3 May 2019 12.05 BST"), a place before it and bars between
("ROME | Fri May 3, 2019 8:15 pm EDT"), or a label ("Updated: 2019-05-03 09:53").
"""

import re
from dataclasses import dataclass

from accord.cleaning.dates import MONTH, TIME, WEEKDAY, ZONE, StatedDate, find_date

_MAX_HEAD = 600
"""Characters of a headline and its standfirst before a stamp."""
_DAY = rf"(?:\d{{1,2}} {MONTH} (?:19|20)\d\d|{MONTH} \d{{1,2}} ?, (?:19|20)\d\d)"
_STAMPS = re.compile(
    rf"(?<![\w])(?:{WEEKDAY} {_DAY} \d{{1,2}}[.:]\d\d(?: [ap]m)? {ZONE}"
    rf"|(?-i:[A-Z][A-Z./-]+(?: [A-Z/][A-Z./-]+){{0,3}})(?: ?, ?{MONTH} \d\d?)? \| {WEEKDAY} {_DAY} \d{{1,2}}:\d\d [ap]m {ZONE}"
    rf"|{_DAY},? (?:last )?updated at \d{{1,2}}[.:]\d\d {ZONE}(?: help\b)?"
    rf"|(?:updated|published|posted): ?(?:{_DAY}|\d{{4}}-\d\d-\d\d){TIME}(?:\s?\([\w /]{{2,30}}\))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """`start` and `end` are offsets of the text."""

    start: int
    end: int
    date: StatedDate


def find_stamp(plain: str, offset: int = 0) -> Stamp | None:
    """Return the stamp in a line's head, or None; a capital, a digit, a quotation mark or nothing follows it.

    Args:
        plain: the line.
        offset: where the line begins in the text.

    >>> found = find_stamp("Rebels sign truce Friday 3 May 2019 12.05 BST Rebels signed a truce.")
    >>> found and (found.start, found.end, found.date.day.isoformat())
    (18, 45, '2019-05-03')
    """
    for match in _STAMPS.finditer(plain[: _MAX_HEAD + 60]):
        found = find_date(plain, match.start())
        if found is None or found[1] > match.end() or not re.match(r"\s*(?:[\"'(\[]*[A-Z\d]|$)", plain[match.end() :]):
            continue
        date = StatedDate(offset + found[0], offset + found[1], found[2], labelled=True)
        return Stamp(offset + match.start(), offset + match.end(), date)
    return None
