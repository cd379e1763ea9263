"""Who wrote an article, from a byline of its head or foot. A byline is a whole line: no name is taken out of prose."""

import functools
import re

from accord.cleaning.lines import Line
from accord.data import load_yaml

_PART = r"(?:[A-Z][\w'.-]*|de|da|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|ter)"
_PERSON = rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir)\.? )?[A-Z][\w'.-]*(?: {_PART}){{1,3}}"
_PEOPLE = rf"{_PERSON}(?:(?:,| and| &|, and| with) {_PERSON}){{0,4}}"
_AFTER = r"(?:\s*[,|/-]\s*.{2,60}|\s+(?:in|for|at|of)\s+.{2,50}|\s*\(.{2,40}\))?"
_PAPERS = r"(?:reuters|ap|afp|associated press|news|times|post|tribune|herald|journal)"
_MAX_WORDS, _MAX_CHARACTERS = 18, 200
_NOT_PEOPLE = re.compile(
    r"\b(?:The|A|An|Our|This|These|Those|Government|Army|Forces|President|Minister|Ministry"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|July|August|September|October|November|December)\b"
)


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    roles = load_yaml("furniture")["byline_roles"]
    return (
        re.compile(rf"(?i:(?:\w+ )?(?:written |reported |story |report |words )?by)\s*[:|]?\s+(?P<name>{_PEOPLE}){_AFTER}"),
        re.compile(rf"(?i:by)\s*[:|]?\s+(?P<name>[A-Z][\w'.-]+){_AFTER}"),
        re.compile(rf"(?i:(?:the )?authors?|reporters?|writers?|correspondents?)\s*[:|-]\s*(?P<name>{_PEOPLE}){_AFTER}"),
        re.compile(rf"(?P<name>{_PEOPLE})\s*[,|-]\s*(?:\w+ ){{0,3}}(?i:{roles})\b.{{0,40}}"),
        re.compile(rf"(?P<name>{_PEOPLE})\s*[,|]\s*(?i:(?:[\w.]+ ){{0,3}}{_PAPERS})"),
    )


def read_byline(line: Line) -> str | None:
    """Return the name of a byline without "By", or None where the line is none.

    >>> read_byline(Line(0, 0, "By Mary Okafor and Tom Reed"))
    'Mary Okafor and Tom Reed'
    """
    if (
        len(line.plain) > _MAX_CHARACTERS
        or line.words > _MAX_WORDS
        or (line.is_ended and not re.search(r"\b[A-Z]\.$", line.plain))
    ):
        return None
    for pattern in _patterns():
        match = pattern.fullmatch(line.plain)
        if match and not _NOT_PEOPLE.search(match["name"]):
            return _drop_role(match["name"].strip(" ,"))
    return None


def _drop_role(name: str) -> str:
    """Return names without a role after the last comma ("Mary Okafor, Senior Correspondent")."""
    roles = load_yaml("furniture")["byline_roles"]
    return re.sub(rf",\s*(?i:(?:[\w.]+ ){{0,3}}{roles})$", "", name)
