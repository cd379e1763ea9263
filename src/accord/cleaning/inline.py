"""Furniture inside a line of prose: brackets such as "(Photo: …)" and "[READ ALSO: …]" between or after sentences.

A bracket within a sentence is left alone, since taking it out would break the sentence in two.
"""

import re

_BRACKET = re.compile(
    r"[\[(]\s*(?:"
    r"(?P<caption>(?:file )?(?:photo(?:graph)?|image|picture|video)s?\s*(?:credits?|courtesy|by)?\s*[:/|]|photo by\b)"
    r"|(?P<related>(?:read|see|watch)(?: also| more| next)?\s*:|also read\s*:|related\s*:|click here\b)"
    r"|(?P<credit>sources?\s*:)|(?P<chrome>advertisement\b)"
    r")[^\])]{0,160}[\])]",
    re.IGNORECASE,
)
_REASONS = {"caption": "caption", "related": "related links", "credit": "credit", "chrome": "share and app chrome"}


def find_brackets(plain: str) -> tuple[tuple[int, int, str], ...]:
    """Return offsets and reason of furniture brackets at the ends of a line or between its sentences."""
    return tuple(
        (match.start(), match.end(), _REASONS[match.lastgroup or "caption"])
        for match in _BRACKET.finditer(plain)
        if _stands_apart(plain, match.start(), match.end())
    )


def _stands_apart(plain: str, start: int, end: int) -> bool:
    before, after = plain[:start].rstrip(), plain[end:].lstrip(" .")
    return not before or not after or bool(re.search(r"[.!?][\"')\]]*$", before))
