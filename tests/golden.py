"""The record of the example articles as it was last reviewed: `make golden` writes it, tests/cases compares it.

Two forms of it: views without ids, for a reviewer who reads names in a diff; and the whole export, ids and spans included,
for programs. Run as a module from the root of the repository, so that paths of articles are the same everywhere.
"""

import contextlib
import re
import tempfile
from pathlib import Path

from accord.cli.listings import Page, render
from accord.exports.jsonl import write_jsonl
from accord.pipeline import build_case, open_case
from accord.views.index import RecordIndex
from accord.views.selection import EventFilter
from tests.docs import consoles

ARTICLES = Path("examples/articles")
EXPECTED = Path("examples/expected")
VIEWS = ("articles", "sources", "actors", "events", "agreements", "disagreements")
EXPORT = "record.jsonl"
FILES = (*(f"{view}.txt" for view in VIEWS), EXPORT)

_ID = re.compile(r" {2}[a-z]+-[0-9a-f]{12}$", re.M)


def render_examples() -> dict[str, str]:
    """Build the record of the example articles and return it as the text of each expected file."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case.db"
        build_case([ARTICLES], case)
        with open_case(case) as opened:
            record = opened.record
    page = Page(RecordIndex(record), EventFilter(), "", "examples")
    views = {f"{view}.txt": _ID.sub("", render(page, view).plain) + "\n" for view in VIEWS}
    return {**views, EXPORT: "".join(write_jsonl(record))}


def main() -> None:
    """Write the expected files anew, and the outputs that README shows."""
    EXPECTED.mkdir(exist_ok=True)
    for name, text in render_examples().items():
        (EXPECTED / name).write_text(text, encoding="utf-8")
    readme = Path("README.md").resolve()
    page = readme.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        consoles.put_examples(Path(folder))
        outputs = {step.command: output for step, output in consoles.run_steps(consoles.read_steps(page))}
    readme.write_text(consoles.fill_outputs(page, outputs), encoding="utf-8")


if __name__ == "__main__":
    main()
