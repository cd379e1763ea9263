"""The record of the example articles as text one can review: `make golden` writes it, tests/cases compares it.

Ids are left out: they change with every letter of what they are made from, and a reviewer reads names. Run as a module from
the root of the repository, so that paths of articles are the same everywhere.
"""

import re
import tempfile
from pathlib import Path

from accord.cli.listings import Page, render
from accord.pipeline import build_case, open_case
from accord.views.index import RecordIndex
from accord.views.selection import EventFilter

ARTICLES = Path("examples/articles")
EXPECTED = Path("examples/expected")
VIEWS = ("articles", "sources", "actors", "events", "agreements", "disagreements")

_ID = re.compile(r" {2}[a-z]+-[0-9a-f]{12}$", re.M)


def render_examples() -> dict[str, str]:
    """Build the record of the example articles and return each view of it as text."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case.db"
        build_case([ARTICLES], case)
        with open_case(case) as opened:
            index = RecordIndex(opened.record)
    page = Page(index, EventFilter(), "", "examples")
    return {view: _ID.sub("", render(page, view).plain) + "\n" for view in VIEWS}


def main() -> None:
    """Write the expected views anew."""
    EXPECTED.mkdir(exist_ok=True)
    for view, text in render_examples().items():
        (EXPECTED / f"{view}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
