"""JSON Lines and JSON documents → articles, one an object, by a mapping of their fields to ours.

Each article's path is `file.jsonl#LINE`. A line that is no object, or whose text or date has the wrong type, is a failure
that says what was found. Lines are read one by one, so a file may be larger than memory.
"""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from accord.model.ids import make_id
from accord.model.reading import InputFailure, SourceText
from accord.reading.decode import decode_bytes, tidy
from accord.settings import ReadingSettings

ALIASES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "articleBody", "article", "full_text"),
    "title": ("title", "headline"),
    "url": ("url", "link", "uri", "source_url", "canonical_url"),
    "source_name": (
        "source_name", "source", "outlet", "publisher", "publication", "site", "sitename", "domain", "source_domain",
    ),
    "published": (
        "published", "date", "date_publish", "pubDate", "publish_date", "published_at", "publishedAt", "publication_date",
        "datePublished", "pub_date", "published_date", "timestamp",
    ),
    "byline": ("byline", "author", "authors", "creator"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Names that news archives and scrapers give each field (news-please, NewsAPI, GDELT, Common Crawl news, schema.org)."""

_NAMES = {"source": "source_name", "author": "byline", "date": "published"}
_LISTS = ("articles", "items", "results", "data", "documents", "entries")
_CHUNK = 1 << 20


def read_json_lines(
    stream: BinaryIO, path: str, settings: ReadingSettings, *, head: bytes = b""
) -> Iterator[SourceText | InputFailure]:
    """Yield the article or failure of every line that is not blank. `head` holds bytes already taken from the stream."""
    any_line = False
    for number, line in enumerate(split_lines(stream, settings.max_bytes, head=head), start=1):
        place = f"{path}#{number}"
        if isinstance(line, int):
            any_line = True
            yield InputFailure(
                place,
                f"too large: a line of {line:,} bytes, over the limit of {settings.max_bytes:,}; "
                "split it, or raise max_bytes in the settings",
            )
        elif line.strip() and line != b"\xef\xbb\xbf":
            any_line = True
            text = decode_bytes(line, place, encoding=settings.encoding)
            yield text if isinstance(text, InputFailure) else _read_value(text, place, settings)
    if not any_line:
        yield InputFailure(path, "empty: the file holds no line with an article")


def split_lines(stream: BinaryIO, limit: int, *, head: bytes = b"") -> Iterator[bytes | int]:
    """Yield each line without its end, or only its length where it is longer than `limit` bytes."""
    pending, length = head, 0
    while True:
        *lines, rest = pending.split(b"\n")
        for line in lines:
            size = length + len(line)
            yield size if size > limit else line
            length = 0
        if length or len(rest) > limit:
            length, rest = length + len(rest), b""
        chunk = stream.read(_CHUNK)
        if not chunk:
            break
        pending = rest + chunk
    if length > limit:
        yield length
    elif rest:
        yield rest


def read_json_document(text: str, path: str, settings: ReadingSettings) -> Iterator[SourceText | InputFailure]:
    """Yield the articles of one JSON document: an array of objects, an object with such an array, or one article."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield InputFailure(path, f"not JSON ({_describe(error)}): give one object a line, or one array of objects")
        return
    if isinstance(value, dict) and not any(isinstance(value.get(key), str) for key in _keys("text", settings)):
        value = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), value)
    if isinstance(value, list):
        if not value:
            yield InputFailure(path, "empty: the JSON array holds no article")
        for number, item in enumerate(value, start=1):
            yield make_source(item, f"{path}#{number}", settings)
    else:
        yield make_source(value, f"{path}#1", settings)


def _read_value(text: str, place: str, settings: ReadingSettings) -> SourceText | InputFailure:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return InputFailure(place, f"not JSON ({_describe(error)}): found {_shorten(text)}; give one object a line")
    return make_source(value, place, settings)


def make_source(value: Any, place: str, settings: ReadingSettings) -> SourceText | InputFailure:
    """Return the article of one JSON object, or what is missing or has the wrong type."""
    if not isinstance(value, dict):
        return InputFailure(place, f"expected a JSON object, found {_name_type(value)}; give one object an article")
    text = _find_text(value, place, settings)
    if isinstance(text, InputFailure):
        return text
    raw = _pick(value, "published", settings)
    published = parse_date(raw)
    if raw not in (None, "") and published is None:
        return InputFailure(
            place,
            f"field {_found_key(value, 'published', settings)!r} is no date: found {_shorten(raw)}; write it as 2024-03-31",
        )
    title, url, name, byline = (_line(_pick(value, key, settings)) for key in ("title", "url", "source_name", "byline"))
    language = _pick(value, "language", settings)
    return SourceText(
        id=make_id("article", text, url or "", name or "", title or "", published or ""),
        path=place,
        text=text,
        url=url,
        title=title,
        byline=byline,
        source_name=name,
        published=published,
        language=language[:2].lower() if isinstance(language, str) and len(language) > 1 else "en",
    )


def _find_text(value: Mapping[str, Any], place: str, settings: ReadingSettings) -> str | InputFailure:
    key = _found_key(value, "text", settings)
    if key is None:
        wanted = ", ".join(_keys("text", settings))
        return InputFailure(
            place, f"no text: none of the fields {wanted}; found {_list_keys(value)}; map it with the fields setting"
        )
    found = value[key]
    if isinstance(found, list) and found and all(isinstance(part, str) for part in found):
        found = "\n".join(found)
    if not isinstance(found, str):
        return InputFailure(place, f"field {key!r} must be text, found {_name_type(found)}")
    if not found.strip():
        return InputFailure(place, f"field {key!r} is empty: the article has no text")
    return tidy(found)


def _keys(ours: str, settings: ReadingSettings) -> tuple[str, ...]:
    mapped = tuple(theirs for name, theirs in settings.fields if _NAMES.get(name, name) == ours)
    return mapped or ALIASES[ours]


def _found_key(value: Mapping[str, Any], ours: str, settings: ReadingSettings) -> str | None:
    """Return the first of the field's names that has a value, else the first that is there."""
    there = [key for key in _keys(ours, settings) if key in value]
    return next((key for key in there if value[key] not in (None, "", [])), there[0] if there else None)


def _pick(value: Mapping[str, Any], ours: str, settings: ReadingSettings) -> Any:
    key = _found_key(value, ours, settings)
    return None if key is None else value[key]


def _line(value: Any) -> str | None:
    """Return a field as one line: names of a list joined, the name of an object such as {"name": …}."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "title", "domain", "uri") if isinstance(value.get(key), str)), None)
    if isinstance(value, list):
        value = ", ".join(part for part in (_line(item) for item in value) if part)
    if not isinstance(value, str):
        return None
    return re.sub(r"\s+", " ", tidy(value)).strip() or None


def parse_date(value: Any) -> datetime.date | None:
    """Return the day of an ISO or RFC 2822 date, a compact one, or a Unix time; None where it is none of these.

    >>> parse_date("Mon, 04 Mar 2024 10:00:00 GMT")
    datetime.date(2024, 3, 4)
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        if not isinstance(value, str):
            return _parse_number(value)
        found = re.match(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)|\s*(\d{4})(\d{2})(\d{2})T?\d{6}", value)
        if found:
            year, month, day = (int(part) for part in found.groups() if part)
            return datetime.date(year, month, day)
        from email.utils import parsedate_to_datetime

        return parsedate_to_datetime(value.strip()).date()
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return _parse_words(value) if isinstance(value, str) else None


def _parse_number(value: float) -> datetime.date | None:
    """Return the day of a Unix time in seconds or milliseconds, or of a number such as 20240331."""
    if 19_000_101 <= value <= 21_001_231 and value == int(value):
        return datetime.datetime.strptime(str(int(value)), "%Y%m%d").date()
    seconds = value / 1000 if value > 1e11 else value
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date() if seconds > 1e8 else None


_WORDS = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d %B, %Y", "%d %b, %Y")


def _parse_words(value: str) -> datetime.date | None:
    plain = re.sub(r"^\s*[A-Z][a-z]+day,?\s+|(?<=\d)(?:st|nd|rd|th)\b|(?<=[a-z])\.", "", value)
    plain = re.sub(r"[,\s]+(?:at\s+)?\d{1,2}:\d{2}.*$", "", plain).strip()
    for form in _WORDS:
        try:
            return datetime.datetime.strptime(plain, form).date()
        except ValueError:
            continue
    return None


def _describe(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at line {error.lineno}, column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _shorten(value: Any) -> str:
    text = value if isinstance(value, str) else repr(value)
    return repr(text[:60] + "…" if len(text) > 60 else text)


def _list_keys(value: Mapping[str, Any]) -> str:
    keys = sorted(str(key) for key in value)
    return ", ".join(keys[:12]) + (" …" if len(keys) > 12 else "") if keys else "no field at all"


def _name_type(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "null" if value is None else type(value).__name__)
