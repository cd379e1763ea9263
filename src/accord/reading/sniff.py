"""What an input is, from its name and its first bytes. Reads nothing itself and decodes nothing."""

import json
import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["plain", "html", "json_lines", "json"]

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
JSON_LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
PLAIN_SUFFIXES = frozenset({".txt", ".md", ".text"})
KNOWN_SUFFIXES = HTML_SUFFIXES | JSON_LINES_SUFFIXES | PLAIN_SUFFIXES | {".json"}

_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|meta|title)\b", re.I | re.S
)
_BOM = b"\xef\xbb\xbf"


def find_kind(path: str, head: bytes) -> Kind:
    """Return how to read an input: by its suffix where that says it, otherwise by its first bytes."""
    suffix = PurePath(path).suffix.lower()
    head = head.removeprefix(_BOM)
    if suffix in JSON_LINES_SUFFIXES:
        return "json" if head.lstrip()[:1] == b"[" else "json_lines"
    if suffix == ".json":
        return "json_lines" if _is_json_line(head) else "json"
    if suffix in HTML_SUFFIXES:
        return "html"
    if _MARKUP.match(head):
        return "html"
    if suffix in PLAIN_SUFFIXES:
        return "plain"
    return _find_json_kind(head) or "plain"


def _find_json_kind(head: bytes) -> Kind | None:
    """Return the JSON kind of an input without a telling suffix, or None when it is not JSON."""
    if _is_json_line(head):
        return "json_lines"
    if re.match(rb'\s*(?:\[\s*)?\{\s*"', head):
        return "json"
    return None


def _is_json_line(head: bytes) -> bool:
    """Whether the first line that is not blank is a whole JSON object, or one that goes on beyond `head`."""
    line, ended, _ = head.lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not ended and len(head) >= 65_536:
        return True
    try:
        return isinstance(json.loads(line.decode("utf-8", "replace")), dict)
    except (ValueError, RecursionError):
        return False
