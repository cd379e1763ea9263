"""Bytes become text once: every usual encoding reads right, and what is no text is refused with its reason."""

import pytest

from accord.model.reading import InputFailure
from accord.reading.decode import decode_bytes, tidy

TEXT = "Zürich’s mayor said “no” — twice…"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_recognised(encoding: str) -> None:
    """The same sentence reads the same from every usual encoding, marked or not."""
    assert decode_bytes(TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        ('<html><head><meta charset="{}"></head><body>Переговоры в Женеве</body>', "windows-1251"),
        ('<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><body>محادثات</body>', "cp1256"),
        ('<?xml version="1.0" encoding="{}"?><html><body>Řecko a Bělorusko</body>', "iso-8859-2"),
        ('<html><head><meta charset="{}"></head><body>“quoted”</body>', "iso-8859-1"),
    ],
)
def test_declared_charset_of_a_page_counts(page: str, charset: str) -> None:
    """A page that is no UTF-8 is read as it declares; Latin-1 means Windows-1252, as in browsers."""
    text = page.format(charset)
    data = text.encode("cp1252" if charset == "iso-8859-1" else charset)
    assert decode_bytes(data, "a.html", markup=True) == text


def test_wrong_declaration_does_not_break_utf8() -> None:
    """UTF-8 that claims another charset is read as UTF-8."""
    text = '<html><meta charset="iso-8859-1"><body>Müller’s visit</body>'
    assert decode_bytes(text.encode(), "a.html", markup=True) == text


def test_unmarked_cyrillic_is_guessed() -> None:
    """Without a declaration statistics decide."""
    text = "Министр иностранных дел заявил, что переговоры будут продолжены на следующей неделе. " * 4
    assert decode_bytes(text.encode("cp1251"), "a.txt") == text


def test_one_broken_byte_spoils_one_character() -> None:
    """Damaged UTF-8 keeps all but the damaged characters."""
    data = "Küste und Häfen, Öl und Äpfel — schön".encode()
    assert decode_bytes(data + b"\xff.", "a.txt") == "Küste und Häfen, Öl und Äpfel — schön\ufffd."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"%PDF-1.7 and more", "PDF"),
        (b"PK\x03\x04rest", "office document"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (bytes(range(256)) * 8, "binary"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    """A refusal says what was found."""
    failure = decode_bytes(data, "a.txt")
    assert isinstance(failure, InputFailure)
    assert failure.path == "a.txt"
    assert words in failure.reason


@pytest.mark.parametrize(("encoding", "words"), [("klingon-8", "unknown encoding"), ("ascii", "not ascii")])
def test_a_given_encoding_is_final(encoding: str, words: str) -> None:
    """A wrong encoding setting is a failure that names the setting, not a guess."""
    failure = decode_bytes("Ærø".encode(), "a.txt", encoding=encoding)
    assert isinstance(failure, InputFailure)
    assert words in failure.reason
    assert "setting" in failure.reason


def test_line_ends_are_plain_and_unstorable_characters_replaced() -> None:
    """The stored text knows one line end and no character that a database refuses."""
    assert tidy("a\r\nb\rc\u2028d\u2029e") == "a\nb\nc\nd\ne"
    assert tidy("x\x00y\ud800z") == "x\ufffdy\ufffdz"
