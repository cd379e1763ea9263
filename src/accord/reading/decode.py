"""Bytes → text, once. What comes out is the stored text: offsets point into it.

Tried from most to least trustworthy: a given encoding, a byte order mark, UTF-8, the charset an HTML page declares, Windows
Latin where the few high bytes are letters and quotation marks, statistics (charset_normalizer). Line ends become "\\n";
characters that no store can keep (NUL, lone surrogates) become U+FFFD. Nothing else is changed.
"""

import codecs
import re

from accord.model.reading import InputFailure

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ", "xz-compressed data"),
    (b"(\xb5/\xfd", "Zstandard-compressed data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"ID3", "an MP3 file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
)
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROL = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")))
_MAX_CONTROL = 0.01
"""Share of control bytes above which data is not text; news texts hold none, a stray one is tolerated."""
_DECLARED = re.compile(rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_LATIN = re.compile(
    r"[\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2039\u203a\u20ac\u2122]"
)
_MAX_HIGH = 0.1
_MAX_BROKEN = 0.05


def decode_bytes(data: bytes, path: str, *, encoding: str | None = None, markup: bool = False) -> str | InputFailure:
    """Return the text of `data` with plain line ends, or why it is none.

    Args:
        encoding: decode with this one and no other.
        markup: look for a charset declared in HTML or XML.
    """
    if not data.strip():
        return InputFailure(path, "empty: the input holds no text")
    if encoding:
        return _decode_as(data, path, encoding)
    marked = _decode_marked(data)
    if marked is None:
        refusal = _find_binary(data)
        if refusal:
            return InputFailure(path, refusal)
        marked = _decode_unmarked(data, markup)
    if marked is None:
        return InputFailure(path, "undecodable: neither UTF-8 nor a known encoding fits; name it with the encoding setting")
    return tidy(marked)


def tidy(text: str) -> str:
    """Return text with "\\n" as its only line end and without characters that cannot be stored.

    >>> tidy("one\\r\\ntwo\\rthree")
    'one\\ntwo\\nthree'
    """
    return _UNSTORABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def _decode_as(data: bytes, path: str, encoding: str) -> str | InputFailure:
    try:
        return tidy(data.decode(encoding).removeprefix("\ufeff"))
    except LookupError:
        return InputFailure(path, f"unknown encoding {encoding!r} in the settings: use a name such as utf-8 or windows-1256")
    except UnicodeError as error:
        return InputFailure(
            path, f"not {encoding}, as the settings say ({error}): correct the encoding setting or leave it out"
        )


def _decode_marked(data: bytes) -> str | None:
    """Return text with a byte order mark, or of UTF-16 whose NUL bytes tell its order."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    head = data[:4096]
    for encoding, zeros, others in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if len(head) > 3 and zeros.count(0) > 0.6 * len(zeros) and others.count(0) == 0:
            return data.decode(encoding, "replace")
    return None


def _find_binary(data: bytes) -> str | None:
    """Return why the data is not text, or None."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return f"not text: this is {name}; extract its text first"
    head = data[:65_536]
    control = len(head) - len(head.translate(None, _CONTROL))
    if control > max(_MAX_CONTROL * len(head), 2):
        return f"not text: binary data ({control} control bytes in the first {len(head)}); give text, HTML or JSON Lines"
    return None


def _decode_unmarked(data: bytes, markup: bool) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _decode_declared(data) if markup and _DECLARED.search(data[:4096]) else _decode_guessed(data)


def _decode_declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    # Browsers read Latin-1 and ASCII as Windows-1252 (WHATWG Encoding Standard, names and labels).
    name = "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else name
    if not name.startswith("utf"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeError):
            pass
    return _decode_guessed(data)


def _decode_guessed(data: bytes) -> str | None:
    """Return text of damaged UTF-8, of Windows Latin, or as statistics suggest."""
    mended = data.decode("utf-8", "replace")
    broken, whole = mended.count("\ufffd"), sum(1 for c in mended if c > "\x7f" and c != "\ufffd")
    if whole and broken <= max(1, _MAX_BROKEN * whole):
        return mended
    high = sum(1 for byte in data if byte > 0x7F)
    latin = data.decode("cp1252", "replace")
    if high <= _MAX_HIGH * len(data) and len(_LATIN.findall(latin)) == high:
        return latin
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return str(best) if best is not None else None
