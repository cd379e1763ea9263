"""Inputs as users name them: each file once, in order, and every bad one named with its reason."""

import io
import json
import os
from pathlib import Path

import pytest

from accord.model.reading import InputFailure, SourceText
from accord.reading import read_inputs
from accord.settings import ReadingSettings

SETTINGS = ReadingSettings()


def read(*inputs: object, settings: ReadingSettings = SETTINGS, stdin: bytes | None = None) -> list[SourceText | InputFailure]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(read_inputs([str(name) for name in inputs], settings, stdin=stream))


def fail(*inputs: object, settings: ReadingSettings = SETTINGS, stdin: bytes | None = None) -> InputFailure:
    (failure,) = read(*inputs, settings=settings, stdin=stdin)
    assert isinstance(failure, InputFailure)
    return failure


def test_folders_are_walked_in_order_and_files_read_once(tmp_path: Path) -> None:
    """A folder gives its known files in sorted order; naming one again, or by a glob, does not read it twice."""
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("z.txt", "a.md", "b/c.txt", ".git/x.txt", ".hidden.txt", "data.csv"):
        (tmp_path / name).write_text(f"News of {name}.")
    found = read(tmp_path, tmp_path / "z.txt", tmp_path / "*.txt")
    assert [os.path.relpath(item.path, tmp_path) for item in found] == ["a.md", "z.txt", "b/c.txt"]


def test_same_content_gives_the_same_id(tmp_path: Path) -> None:
    """An article's id rests on its content, not on where it lies."""
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(b"The council met.\r\n")
    one, two = read(tmp_path)
    assert isinstance(one, SourceText)
    assert isinstance(two, SourceText)
    assert one.id == two.id
    assert one.text == "The council met.\n"


def test_a_named_file_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    """An unknown suffix in a folder is passed over, named outright it is read."""
    path = tmp_path / "report.story"
    path.write_text("The bridge reopened.")
    assert isinstance(read(path)[0], SourceText)
    assert "1 .story" in fail(tmp_path).reason


@pytest.mark.parametrize(
    ("name", "words"),
    [("missing.txt", "does not exist"), ("none*.txt", "no file matches"), ("", "not a path"), ("a\0b", "not a path")],
)
def test_inputs_that_name_nothing_fail(tmp_path: Path, name: str, words: str) -> None:
    """A name without a file behind it is a failure with the name as it was given."""
    given = str(tmp_path / name) if name and "\0" not in name else name
    failure = fail(given)
    assert failure.path == given
    assert words in failure.reason


def test_empty_and_broken_inputs_fail(tmp_path: Path) -> None:
    """An empty folder, an empty file and a dangling link each say what they are."""
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "folder is empty" in fail(empty).reason
    (tmp_path / "void.txt").touch()
    assert "empty" in fail(tmp_path / "void.txt").reason
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert "link" in fail(tmp_path / "link.txt").reason


def test_pipes_in_a_folder_do_not_block(tmp_path: Path) -> None:
    """A pipe among the files of a folder is refused unopened."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in fail(tmp_path).reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_unreadable_files_fail(tmp_path: Path) -> None:
    """A file without permission says so."""
    path = tmp_path / "secret.txt"
    path.write_text("Hidden.")
    path.chmod(0)
    assert "permission" in fail(path).reason


def test_too_large_inputs_fail(tmp_path: Path) -> None:
    """An article over the limit is listed with its size; one at the limit is read."""
    path = tmp_path / "long.txt"
    path.write_text("x" * 101)
    assert "101 bytes" in fail(path, settings=ReadingSettings(max_bytes=100)).reason
    assert isinstance(read(path, settings=ReadingSettings(max_bytes=101))[0], SourceText)


def test_one_overlong_line_does_not_spoil_the_others(tmp_path: Path) -> None:
    """A line over the limit fails by its number and length; lines around it are read."""
    path = tmp_path / "many.jsonl"
    long = json.dumps({"text": "y" * 3_000_000})
    path.write_text("\n".join([json.dumps({"text": "First."}), long, json.dumps({"text": "Third."})]))
    first, second, third = read(path, settings=ReadingSettings(max_bytes=1000))
    assert isinstance(first, SourceText)
    assert isinstance(second, InputFailure)
    assert second.path.endswith("many.jsonl#2")
    assert f"{len(long):,} bytes" in second.reason
    assert isinstance(third, SourceText)
    assert third.path.endswith("#3")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Plain words from a pipe.", "Plain words from a pipe."),
        (b'{"text": "From JSON."}\n', "From JSON."),
        (b'[{"body": "From an array."}]', "From an array."),
        (
            b"<!DOCTYPE html><html><body><article><p>"
            + b"The port was closed on Monday after the storm. " * 9
            + b"</p></article>",
            None,
        ),
    ],
)
def test_standard_input_is_recognised(data: bytes, text: str | None) -> None:
    """Standard input may be text, JSON Lines, a JSON array or a page."""
    (found,) = read("-", stdin=data)
    assert isinstance(found, SourceText)
    assert found.path.startswith("-")
    assert text is None or found.text == text
    assert "<" not in found.text


def test_standard_input_not_there() -> None:
    """Without a stream, `-` is a failure and no crash."""
    assert "not connected" in fail("-").reason
    assert "empty" in fail("-", stdin=b"").reason
