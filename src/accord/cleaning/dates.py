"""Explicit calendar dates in date lines, datelines and the head of a text. Relative and partial dates are left to coding.

An all-number date whose day and month could be exchanged is not read: better none than a wrong one.
"""

import datetime
import functools
import re
from dataclasses import dataclass

from accord.cleaning.lines import Line
from accord.data import load_yaml
from accord.model.time import TimeValue

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
ZONE = r"(?:UTC|GMT|[ECMP][SD]?T|CES?T|EES?T|[BIJKMPW]ST|WAT|EAT|CAT|SAST|TRT|AE[SD]T|MSK|GST|AST|PKT|ICT|local time)\b"
TIME = (
    r"(?:(?:at|@|-|,)?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|(?:at\s+)?\d{1,2}\s*[ap]\.?m\.?)"
    rf"(?:\s*\(?{ZONE}(?:\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)?\)?)?"
)
_DATE = re.compile(
    rf"(?:{WEEKDAY},?\s+)?(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{MONTH}),?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s+(?P<y2>(?:19|20)\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y4>(?:19|20)\d\d)"
    r")(?!\d)",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"(?:{TIME}|{WEEKDAY}|[\s,|.·•()/-]"
    r"|\b(?:on|at|by|and|gmt|utc|[a-z]{2,3}t|local time|updated?|modified|published|posted|last|ago|read|\d+ min)\b)*",
    re.IGNORECASE,
)

_MAX_LINE = 160
"""Characters of a line that may only say when an article appeared, and of a date before the first words."""
_LABEL = r"(?:(?:last |first )?(?:updated|posted|published|modified)\s*:?)"
_AGE = re.compile(rf"\W*{_LABEL}?\W*(?:{TIME}|(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago)\W*", re.IGNORECASE)
_CLOCK = re.compile(rf"{_LABEL}\s*(?:{WEEKDAY},?\s*)?(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})?(?:,?\s*{TIME})?", re.IGNORECASE)


_PARTIAL = re.compile(
    rf"\b(?:(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{MONTH}))(?![\w:])"
    r"(?!,?\s+(?:19|20)\d\d)",
    re.IGNORECASE,
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date a text states of itself, at offsets of the text.

    `updated`: it says only when the text was last changed; `labelled`: it says that this is when it appeared.
    """

    start: int
    end: int
    day: datetime.date
    updated: bool = False
    labelled: bool = False


def find_date(plain: str, start: int = 0) -> tuple[int, int, datetime.date] | None:
    """Return the first whole date at or after `start`, with its offsets, or None."""
    for match in _DATE.finditer(plain, start):
        day = _read(match)
        if day:
            return match.start(), match.end(), day
    return None


def find_partial(plain: str) -> tuple[int, int, TimeValue] | None:
    """Return the first month and day without a year, or else the first weekday, with its offsets; None where neither stands.

    >>> found = find_partial("KYIV, March 3 (AP) -")
    >>> found and (found[2].month, found[2].day)
    (3, 3)
    """
    for match in _PARTIAL.finditer(plain):
        month = _MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
        day = int(match["d1"] or match["d2"])
        if _make("2000", month, str(day)):
            return match.start(), match.end(), TimeValue(form="date", month=month, day=day, direction=-1)
    weekday = _LONG_WEEKDAY.search(plain)
    if weekday is None:
        return None
    value = TimeValue(form="weekday", weekday=_WEEKDAYS.index(weekday[0][:3].lower()), direction=-1)
    return weekday.start(), weekday.end(), value


def is_partial_line(line: Line) -> bool:
    """Whether a line holds only a month and day without a year, perhaps with a weekday, a time or a label."""
    found = find_partial(line.plain) if len(line.plain) <= _MAX_LINE else None
    if found is None or found[2].day is None:
        return False
    published, updated = _labels()
    head = line.plain[: found[0]]
    label = published.match(head) or updated.match(head)
    return all(_REST.fullmatch(rest) for rest in (head[label.end() if label else 0 :], line.plain[found[1] :]))


def _read(match: re.Match[str]) -> datetime.date | None:
    part = match.groupdict()
    for number in "12":
        if part["y" + number]:
            month = _MONTHS.index(part["m" + number][:3].lower()) + 1
            return _make(part["y" + number], month, part["d" + number])
    if part["y3"]:
        return _make(part["y3"], part["m3"], part["d3"])
    first, second = int(part["a"]), int(part["b"])
    if first > 12 or first == second or part["sep"] == ".":
        return _make(part["y4"], second, first)
    return _make(part["y4"], first, second) if second > 12 else None


def _make(year: object, month: object, day: object) -> datetime.date | None:
    try:
        return datetime.date(int(str(year)), int(str(month)), int(str(day)))
    except ValueError:
        return None


@functools.cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    labels = load_yaml("furniture")["date_labels"]
    published, updated = (re.compile(rf"\W*(?:{labels[key]})\s*[:|-]*\s*", re.IGNORECASE) for key in ("published", "updated"))
    return published, updated


def read_date_line(line: Line) -> StatedDate | None:
    """Return the date of a line that does nothing but say when the article appeared, or None."""
    if len(line.plain) > _MAX_LINE:
        return None
    published, updated = _labels()
    label = published.match(line.plain)
    changed = None if label else updated.match(line.plain)
    begin = label.end() if label else changed.end() if changed else 0
    found = find_date(line.plain, begin)
    if found is None or not _REST.fullmatch(line.plain[begin : found[0]]):
        return None
    if not _is_rest(line.plain[found[1] :]):
        return None
    return StatedDate(line.start + found[0], line.start + found[1], found[2], updated=bool(changed), labelled=_has_word(label))


def _has_word(label: re.Match[str] | None) -> bool:
    return label is not None and any(character.isalpha() for character in label[0])


def _is_rest(rest: str) -> bool:
    """Whether nothing follows a date but times and further dates of change."""
    again = _DATE.search(rest)
    if again:
        return bool(_REST.fullmatch(rest[: again.start()].rstrip(":"))) and bool(_REST.fullmatch(rest[again.end() :]))
    return bool(_REST.fullmatch(rest))


def is_time_line(line: Line) -> bool:
    """Whether a line holds only a label such as "Updated" with a time, a day or an age, and no whole date."""
    is_clock = len(line.plain) <= _MAX_LINE and bool(_AGE.fullmatch(line.plain) or _CLOCK.fullmatch(line.plain))
    return is_clock or is_partial_line(line)


def read_date_prefix(line: Line) -> tuple[int, StatedDate] | None:
    """Return the length of a date put before the first words of a text ("Published May 3 2019 Rebels …"), with the date.

    A date within a sentence ("On May 3, 2019, rebels …") is none.
    """
    plain = line.plain[:_MAX_LINE]
    label = _labels()[0].match(plain)
    begin = label.end() if label else 0
    found = find_date(plain, begin)
    if found is None or plain[begin : found[0]].strip():
        return None
    tail = re.compile(rf"(?:\s*[-|,]?\s*{TIME})?\s*(?:[-|:.]\s*)?\s+", re.IGNORECASE).match(line.plain, found[1])
    if tail is None or not re.match(r"[\"'(]?\s*[A-Z\d]", line.plain[tail.end() :]):
        return None
    return tail.end(), StatedDate(line.start + found[0], line.start + found[1], found[2], labelled=True)
