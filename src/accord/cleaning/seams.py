"""Furniture that ran into a line of prose: where it begins and ends, so that the words on either side can be read apart.

In: a line with plain quotes and dashes. Out: spans with their reasons, and spans of no length where only a boundary is known.
Only what cannot be prose is cut: controls and forms of sites, labels of captions, credits, galleries. A headline that runs
into a sentence without such a token is left, since no rule tells for sure where it ends.
"""

import functools
import re
from collections.abc import Iterator

from accord.cleaning.galleries import end_sentence, find_galleries
from accord.cleaning.inline import find_brackets
from accord.data import load_yaml

Cut = tuple[int, int, str]
"""Offsets and reason; a cut without length is a boundary and has no reason."""

_MAX_CAPTION = 450
_LABEL = re.compile(r"(?:\b(?:Image|Media) copyright [^.!?]{2,50}? )?\b(?:Image|Media) caption (?=[\"'A-Z\d])")
_DOUBLED = re.compile(r"(?:Enlarge this image )?(?:toggle|hide) caption (?P<credit>\S.{2,70}?) (?P=credit)(?=\s|$)", re.I)
_LINK = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?][\"'] ))(?P<link>(?:(?![.!?][\"']? [\"'A-Z]).){8,200}?)[?.]? Read more(?= [\"'A-Z])"
)
_TWEET = re.compile(
    r"pic\.twitter\.com/\w+(?!\w| *-)"
    r"|-{1,2} ?[^()@]{2,50} \(@\w{1,20}\) (?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})"
)
_CLOCK = re.compile(
    r"^(?:\d{1,2}[:.]\d{2}|\d{1,2})\s?(?:[ap]\.?m\.?)?(?:\s?\(?(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|[ECMP]T|local time)\)?)?\s*"
    r"(?:[:|]|-+)\s+(?=[\"'A-Z])"
)


@functools.cache
def _load() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = load_yaml("furniture")
    strong, weak = ("|".join(data["controls"][key]) for key in ("alone", "beside"))
    agencies = data["picture_agencies"]
    controls = re.compile(rf"(?<!\w)(?:(?:{weak})(?!\w)\W*)*(?:{strong})(?!\w)(?:\W*(?:{strong}|{weak})(?!\w))*", re.IGNORECASE)
    credit = re.compile(
        rf"(?:^|(?<=[.!?] )|(?<=[.!?][\"')] ))(?:Photograph|Photo|Picture|Image)s?\s?(?::|by\b)\s?"
        rf"(?:[A-Z][\w.'-]*(?: [\w.'-]+){{0,4}}\s?[/,]\s?)*{agencies}(?:\s?/\s?{agencies})*(?=\s+[\"'A-Z]|\s*$)"
    )
    return controls, credit


def find_seams(plain: str) -> tuple[Cut, ...]:
    """Return the cuts of a line in order, none overlapping another.

    >>> find_seams("Video Loading Click to play Troops left the town.")
    ((0, 27, 'share and app chrome'),)
    """
    found = sorted(_find_all(plain), key=lambda cut: (cut[0], -cut[1]))
    cuts: list[Cut] = []
    for start, end, reason in found:
        if not cuts or start >= cuts[-1][1]:
            cuts.append((start, end, reason))
        elif end > cuts[-1][1]:
            cuts[-1] = (cuts[-1][0], end, cuts[-1][2])
    return tuple(cuts)


def _find_all(plain: str) -> Iterator[Cut]:
    yield from find_brackets(plain)
    for start, end in find_galleries(plain):
        yield start, end, "caption"
    controls, credit = _load()
    for match in controls.finditer(plain):
        yield match.start(), match.end(), "share and app chrome"
    for match in credit.finditer(plain):
        yield match.start(), match.end(), "caption"
    for match in _DOUBLED.finditer(plain):
        yield match.start(), match.end(), "caption"
    yield from _find_labelled(plain)
    for match in _LINK.finditer(plain):
        yield match.start(), match.end(), "related links"
    for match in _TWEET.finditer(plain):
        if match.end() < len(plain):
            yield match.end(), match.end(), ""
    clock = _CLOCK.match(plain)
    if clock and re.search(r"[:.ap]", clock[0][:5]):
        yield 0, len(clock[0].rstrip()), "date line"


def _find_labelled(plain: str) -> Iterator[Cut]:
    """Yield captions behind a label, up to the next label or the end of the sentence."""
    labels = list(_LABEL.finditer(plain))
    for index, label in enumerate(labels):
        stop = min(end_sentence(plain, label.end()), label.end() + _MAX_CAPTION)
        if index + 1 < len(labels):
            stop = min(stop, labels[index + 1].start())
        yield label.start(), stop, "caption"
