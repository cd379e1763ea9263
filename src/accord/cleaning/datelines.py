"""The line of place, day and agency that opens a report: "KYIV, Ukraine, March 3 (AP) -"."""

import functools
import re
from dataclasses import dataclass

from accord.cleaning.dates import MONTH, WEEKDAY, find_date
from accord.cleaning.outlets import find_agency
from accord.data import load_yaml

_CAPS = r"[A-ZÀ-ÞĞŞİ][A-ZÀ-ÞĞŞİ.'/-]+"
_UPPER = rf"{_CAPS}(?: (?:AND |OF |THE |DE |AL-)?{_CAPS}){{0,4}}"
_MIXED = r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2}"
_DAY = rf"(?:{WEEKDAY},?\s*)?(?:{MONTH}\s+\d{{1,2}}(?:\s?,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:,?\s+\d{{4}})?|{WEEKDAY})"
_PATTERN = re.compile(
    rf"(?P<place>{_UPPER}|{_MIXED})(?P<region>(?:\s?,\s*(?!(?i:{MONTH}\b))[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){{0,2}}){{0,2}})"
    rf"(?:\s?[,.]?\s+(?P<day>(?i:{_DAY})))?"
    r"(?:\s*[,.])?(?:\s*(?:[(\[](?P<credit>[^)\]]{2,50})[)\]]|/(?P<slashed>[\w -]{2,30})/\.?|(?P<bare>[A-Z][\w-]+(?= ?[-:]))))?"
    r"(?P<mark>\s*(?:--+|-)\s+|\s*(?:--+)\s*|\s*:\s+|,\s+|\.\s+|\s+(?<=/[ ])|\s+(?<=/\.[ ]))"
)


_INNER = re.compile(
    rf"(?<=[\w.)\"'] ){_UPPER}(?:\s?,\s*[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){{0,2}}){{0,2}}(?:\s?,\s*(?i:{_DAY}))?"
    r"\s?\((?P<credit>[^()]{2,40})\)\s*-+\s"
)
_MAX_HEAD = 600
_MAX_CHARACTERS = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """`end` is where prose begins, as an offset of the line; `date` the offsets of a whole date within it."""

    end: int
    place: str
    credit: str | None
    date: tuple[int, int] | None


@functools.cache
def _excluded() -> frozenset[str]:
    return frozenset(load_yaml("furniture")["not_datelines"])


def read_dateline(plain: str, *, has_speakers: bool = False) -> Dateline | None:
    """Return the dateline a paragraph begins with, or None.

    A place in capitals needs a dash, a credit or a day after it; any other place needs an agency or a day.
    `has_speakers`: the text names speakers in capitals ("JONES: …"), so that a colon says nothing.
    """
    plain = plain[:_MAX_CHARACTERS]
    agency = re.match(r"[(\[]\s*(?P<credit>[A-Z][\w ]{1,30})[)\]]\s*(?:-+|:)\s+", plain)
    if agency and find_agency(agency["credit"]):
        return Dateline(agency.end(), "", agency["credit"].strip(), None)
    match = _PATTERN.match(plain)
    if match is None or not _is_dateline(match, has_speakers):
        return None
    if not re.match(rf"(?!(?i:{MONTH}) \d)[\"'(\[]*\s*[A-Z\d$£€]", plain[match.end() :]):
        return None
    found = find_date(plain[: match.end()])
    credit = _find_credit(match)
    return Dateline(match.end(), _name_place(match["place"]), credit.strip() if credit else None, found[:2] if found else None)


def find_inner_dateline(plain: str) -> tuple[int, Dateline] | None:
    """Return where a dateline with an agency stands behind the key points or the headline of one line, and the dateline."""
    for match in _INNER.finditer(plain[:_MAX_HEAD]):
        found = read_dateline(plain[match.start() :]) if find_agency(match["credit"].strip()) else None
        if found and not re.search(r"\b(?:in|from|to|near|of|and|the|at)\s*$|[,(-]\s*$", plain[: match.start()]):
            return match.start(), found
    return None


def _is_dateline(match: re.Match[str], has_speakers: bool) -> bool:
    place, credit, mark = match["place"], _find_credit(match), match["mark"].strip()
    if place.strip(".:") in _excluded() or place.split()[0] in _excluded() - {"NEW"}:
        return False
    upper = place.isupper() and len(re.sub(r"\W", "", place)) > 2
    if credit and match["region"] and re.fullmatch(r"[A-Z]{2,6}", credit):
        return True
    agency = credit is not None and (
        find_agency(credit) is not None or any(find_agency(p) for p in re.split(r"[/,]| and ", credit))
    )
    if match["slashed"] or match["bare"]:
        return agency
    if mark in {"", ",", "."}:
        return agency and upper
    if mark == ":":
        return upper and (agency or bool(match["day"]) or (not has_speakers and len(place) > 3 and not credit))
    if upper and credit is None:
        return len(place.split()) <= 3
    if upper:
        return agency or bool(re.fullmatch(r"[A-Z][\w.&' -]+", credit or ""))
    return agency or bool(match["day"]) or bool(match["region"] and find_agency(match["region"].strip(" ,")))


def _find_credit(match: re.Match[str]) -> str | None:
    return match["credit"] or match["slashed"] or match["bare"]


def _name_place(place: str) -> str:
    """Return a place in capitals as a name: "UNITED NATIONS" → "United Nations"."""
    place = place if "." in place[:-1] else place.rstrip(".")
    if not place.isupper() or re.fullmatch(r"(?:[A-Z]\.)+", place) or len(place) < 4:
        return place
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), place)
