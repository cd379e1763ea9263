"""Exit codes, consoles and lines of JSON: how commands speak."""

import functools
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

EXIT_PARTIAL = 1
EXIT_USAGE = 2
EXIT_CASE = 3

_PIPED_WIDTH = 140
_UNPRINTABLE = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}
"""Control characters, which an article could use to rewrite the reader's terminal."""


@functools.cache
def _make_console(to_stderr: bool) -> "Console":
    from rich.console import Console

    console = Console(stderr=to_stderr, highlight=False, soft_wrap=True)
    if not console.is_terminal:
        console.width = _PIPED_WIDTH
    return console


def get_console() -> "Console":
    """Return the console for results."""
    return _make_console(to_stderr=False)


def get_error_console() -> "Console":
    """Return the console for progress and complaints."""
    return _make_console(to_stderr=True)


def make_printable(text: "Text") -> "Text":
    """Return a text without characters that would steer the terminal."""
    text.plain = text.plain.translate(_UNPRINTABLE)
    return text


def complain(message: str) -> None:
    """Say on stderr what went wrong."""
    from rich.text import Text

    get_error_console().print(Text.assemble(("accord: ", "bold red"), message))


def print_json(value: Any) -> None:
    """Print a value as JSON, indented, with a line end."""
    import msgspec

    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")
