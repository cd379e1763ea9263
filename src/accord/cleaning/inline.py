"""Furniture inside a line of prose: brackets such as "(Photo: …)" and "[READ ALSO: …]" between or after sentences.

A bracket within a sentence is left alone, since taking it out would break the sentence in two.
"""

import re

_BRACKET = re.compile(
    r"[\[(]\s*(?:(?:file )?(?:photo|image|picture|video|illustration)s?\s*(?:credits?|courtesy|by)?\s*[:/|]"
    r"|(?:read|see|watch)(?: also| more| next)?\s*:|also read\s*:|related\s*:|advertisement\b|photo by\b|click here\b)"
    r"[^\])]{0,160}[\])]",
    re.IGNORECASE,
)


def find_brackets(plain: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of furniture brackets at the ends of a line or between its sentences."""
    return tuple((m.start(), m.end()) for m in _BRACKET.finditer(plain) if _stands_apart(plain, m.start(), m.end()))


def _stands_apart(plain: str, start: int, end: int) -> bool:
    before, after = plain[:start].rstrip(), plain[end:].lstrip(" .")
    return not before or not after or bool(re.search(r"[.!?][\"')\]]*$", before))
