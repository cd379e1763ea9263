"""Inputs as texts: files, folders, globs and standard input → `SourceText`, or `InputFailure` with its reason.

Bytes are decoded once and the text is stored as it is from there on. Reading does not judge what an article says and
never stops at a bad input: each one yields a failure that says what was found and what to do.
"""

import os
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from accord.model.reading import InputFailure, SourceText
from accord.reading.decode import decode_bytes
from accord.reading.discover import STANDARD_INPUT, discover
from accord.reading.html import read_html
from accord.reading.jsonl import read_json_document, read_json_lines
from accord.reading.plain import read_plain
from accord.reading.sniff import find_kind
from accord.settings import ReadingSettings

__all__ = ["read_inputs"]

_HEAD = 65_536


def read_inputs(
    inputs: Sequence[str], settings: ReadingSettings, *, stdin: BinaryIO | None = None
) -> Iterator[SourceText | InputFailure]:
    """Yield every article the inputs hold, in sorted order within a folder, and a failure for every bad input.

    Args:
        inputs: files, folders, glob patterns, or `-` for standard input.
        stdin: what `-` reads; without it `-` is a failure.
    """
    for found in discover(inputs):
        if isinstance(found, InputFailure):
            yield found
        elif found == STANDARD_INPUT:
            yield from _read_standard_input(stdin, settings)
        else:
            yield from _read_file(found, settings)


def _read_standard_input(stdin: BinaryIO | None, settings: ReadingSettings) -> Iterator[SourceText | InputFailure]:
    if stdin is None:
        yield InputFailure(STANDARD_INPUT, "standard input is not connected here: name a file or folder instead")
        return
    try:
        yield from _read_stream(stdin, STANDARD_INPUT, settings)
    except OSError as error:
        yield _name_failure(STANDARD_INPUT, error)


def _read_file(path: str, settings: ReadingSettings) -> Iterator[SourceText | InputFailure]:
    try:
        with open(path, "rb") as stream:
            yield from _read_stream(stream, path, settings)
    except OSError as error:
        yield _name_failure(path, error)


def _name_failure(path: str, error: OSError) -> InputFailure:
    if isinstance(error, PermissionError):
        return InputFailure(path, "permission denied: make the file readable for this user")
    return InputFailure(path, f"cannot be read ({error.strerror or error}): check the file and the disk")


def _read_stream(stream: BinaryIO, path: str, settings: ReadingSettings) -> Iterator[SourceText | InputFailure]:
    head = stream.read(_HEAD)
    kind = find_kind(path, head)
    if kind == "json_lines":
        yield from read_json_lines(stream, path, settings, head=head)
        return
    limit = settings.max_bytes * _DOCUMENT_FACTOR if kind == "json" else settings.max_bytes
    data = head + stream.read(max(0, limit + 1 - len(head)))
    if len(data) > limit:
        yield _name_too_large(path, limit)
        return
    text = decode_bytes(data, path, encoding=settings.encoding, markup=kind == "html")
    if isinstance(text, InputFailure):
        yield text
    elif kind == "json":
        yield from read_json_document(text, path, settings)
    elif kind == "html":
        yield read_html(text, path)
    else:
        yield read_plain(text, path)


_DOCUMENT_FACTOR = 25
"""A JSON array holds many articles but must be read whole; `max_bytes` bounds one article."""


def _name_too_large(path: str, limit: int) -> InputFailure:
    size = f" of {os.path.getsize(path):,} bytes" if os.path.isfile(path) else ""
    return InputFailure(
        path, f"too large: the input{size} is over the limit of {limit:,} bytes; split it, or raise max_bytes in the settings"
    )
