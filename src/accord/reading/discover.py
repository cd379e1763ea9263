"""Inputs as the user names them → paths of files to read, each once, in a fixed order.

Folders are walked recursively; hidden files and folders are left out, links to folders are not followed. Opens no file.
"""

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from accord.model.reading import InputFailure
from accord.reading.sniff import KNOWN_SUFFIXES

STANDARD_INPUT = "-"
_KNOWN = ", ".join(sorted(KNOWN_SUFFIXES))


def discover(inputs: Sequence[str]) -> Iterator[str | InputFailure]:
    """Yield the path of every file the inputs name, and a failure for each input that names none.

    A file named outright is read whatever its suffix; in a folder only known suffixes count.
    """
    seen: set[str] = set()
    for name in inputs:
        for found in _find(name):
            if isinstance(found, InputFailure):
                yield found
                continue
            real = found if found == STANDARD_INPUT else os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield found


def _find(name: str) -> Iterator[str | InputFailure]:
    if name == STANDARD_INPUT:
        yield name
    elif not name.strip() or "\0" in name:
        yield InputFailure(name, "not a path: name a file, a folder, a pattern, or - for standard input")
    elif os.path.isdir(name):
        yield from _walk(name)
    elif os.path.lexists(name):
        yield name if os.path.exists(name) else InputFailure(name, "a link to a file that does not exist: check the link")
    elif glob.has_magic(name):
        yield from _expand(name)
    else:
        yield InputFailure(name, "does not exist: check the spelling and the folder the command runs in")


def _expand(pattern: str) -> Iterator[str | InputFailure]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield InputFailure(pattern, "no file matches this pattern: check it, or quote it so that the shell passes it on")
    for match in matches:
        if not os.path.isdir(match):
            yield match
        elif "**" not in pattern:
            yield from _walk(match)


def _walk(folder: str) -> Iterator[str | InputFailure]:
    failures: list[OSError] = []
    others: Counter[str] = Counter()
    count = 0
    for parent, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(f for f in files if not f.startswith(".")):
            path = os.path.join(parent, file)
            suffix = Path(file).suffix.lower()
            if suffix not in KNOWN_SUFFIXES:
                others[suffix or "no suffix"] += 1
            elif os.path.isfile(path):
                count += 1
                yield path
            else:
                count += 1
                yield InputFailure(path, "not a regular file (a broken link, pipe or device): remove it or name a real file")
    for error in failures:
        yield InputFailure(str(error.filename), f"folder cannot be listed ({error.strerror}): check its permissions")
    if not count and not failures:
        yield InputFailure(folder, _describe_empty(others))


def _describe_empty(others: Counter[str]) -> str:
    if not others:
        return f"folder is empty: put articles ({_KNOWN}) into it"
    kinds = ", ".join(f"{number} {suffix}" for suffix, number in sorted(others.items()))
    return f"folder holds no article, only other files ({kinds}): Accord reads {_KNOWN}; convert them, or name a file outright"
