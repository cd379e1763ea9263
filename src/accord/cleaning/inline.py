"""Furniture inside a line of prose: brackets such as "(Photo: …)" and "[READ ALSO: …]" between or after sentences.

A bracket within a sentence is left alone, since taking it out would break the sentence in two. The credit of a picture is
taken with the caption before it where that is no sentence.
"""

import functools
import re

from accord.data import load_yaml

_BRACKET = re.compile(
    r"[\[(]\s*(?:"
    r"(?P<caption>(?:file )?(?:photo(?:graph)?|image|picture|video)s?\s*(?:credits?|courtesy|by)?\s*[:/|]|photo by\b)"
    r"|(?P<related>(?:read|see|watch)(?: also| more| next)?\s*:|also read\s*:|related\s*:|click here\b)"
    r"|(?P<credit>sources?\s*:)|(?P<chrome>advertisement\b)"
    r")[^\])]{0,160}[\])]",
    re.IGNORECASE,
)
_MAX_CAPTION = 250
_REASONS = {"caption": "caption", "related": "related links", "credit": "credit", "chrome": "share and app chrome"}


@functools.cache
def _picture() -> re.Pattern[str]:
    agencies = load_yaml("furniture")["picture_agencies"]
    name = r"[A-Z][\w.'-]*(?: [\w.'-]+){0,4}"
    return re.compile(
        rf"\(\s*(?:(?:AP|EPA|AFP|Reuters) Photo\b[^()]{{0,80}}|(?:File )?(?:Photo|Image|Picture)s?\s?(?::|by\b)[^()]{{0,80}}?"
        rf"\b{agencies}"
        rf"|(?:By |Photo by )?{name}\s*(?:/|--?|,|via|[Ff]or)\s*(?:{name}\s*(?:/|via)\s*)?{agencies}(?:\s?/\s?{agencies})?"
        rf"|By {name} (?:--?|[Ff]or) {name})\s*\)\s*(?=[\"'(A-Z]|$)"
    )


def find_brackets(plain: str) -> tuple[tuple[int, int, str], ...]:
    """Return offsets and reason of furniture brackets at the ends of a line or between its sentences."""
    pictures = tuple(
        (_begin_caption(plain, match.start()), match.start() + len(match[0].rstrip()), "caption")
        for match in _picture().finditer(plain)
    )
    return pictures + tuple(
        (match.start(), match.end(), _REASONS[match.lastgroup or "caption"])
        for match in _BRACKET.finditer(plain)
        if _stands_apart(plain, match.start(), match.end())
    )


def _stands_apart(plain: str, start: int, end: int) -> bool:
    before, after = plain[:start].rstrip(), plain[end:].lstrip(" .")
    return not before or not after or bool(re.search(r"[.!?][\"')\]]*$", before))


def _begin_caption(plain: str, start: int) -> int:
    """Return where the caption before a credit begins: behind the last sentence; at the credit where a sentence ends there."""
    before = plain[:start].rstrip()
    if re.search(r"[.!?][\"')\]]*$", before):
        return start
    ends = [match.end() for match in re.finditer(r"[a-z\d)\"'][.!?][\"')\]]* +(?=[\"'(]*[A-Z])", before)]
    begin = ends[-1] if ends else 0
    return begin if start - begin <= _MAX_CAPTION else start
