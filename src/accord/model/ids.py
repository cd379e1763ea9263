"""Identifiers made from content, so that writing twice changes nothing and order does not matter."""

import hashlib

_SEPARATOR = "\x1f"


def make_id(kind: str, *parts: object) -> str:
    """Return an identifier such as `event-3f2a9c01b7de` from a kind and what makes the thing itself.

    >>> make_id("event", "a", 1) == make_id("event", "a", 1)
    True
    >>> make_id("event", "a", 1) == make_id("event", "a1")
    False
    """
    content = _SEPARATOR.join(str(part) for part in parts)
    return f"{kind}-{hashlib.sha256(content.encode('utf-8')).hexdigest()[:12]}"
