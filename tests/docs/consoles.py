"""Console blocks of the documents: the commands they show are run, and the outputs they show are the program's.

A block holds lines that start with `$ `, each followed by the output that a reader sees, if the page shows any; a line `…`
stands for lines left out. `make golden` fills outputs in, the tests compare them. Commands of make are not run here.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from accord.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "examples/README.md", "docs/record.md", "docs/methods.md", "docs/benchmarks.md", "CONTRIBUTING.md")

_BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
_ID = re.compile(r" {2}[a-z]+-[0-9a-f]{12}$", re.M)
SHOWN = 14
"""Lines of an output that a page shows, at most."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a page and the output that the page shows for it, if any."""

    command: str
    output: str


def read_steps(text: str) -> list[Step]:
    """Return the commands of a page's console blocks in order."""
    steps = []
    for block in _BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            steps.append(Step(command.strip(), output))
    return steps


def run_steps(steps: list[Step]) -> Iterator[tuple[Step, str]]:
    """Run the `accord` commands in the current folder, which must hold `examples/`; yield each with its output.

    Raises:
        AssertionError: a command ends with an exit code other than 0.
    """
    runner = CliRunner()
    for step in steps:
        words = shlex.split(step.command)
        if words[0] != "accord":
            assert words[0] == "make", f"neither accord nor make: {step.command}"
            continue
        result = runner.invoke(app, words[1:], env={"COLUMNS": "200"})
        assert result.exit_code == 0, f"{step.command}: {result.output}{result.exception!r}"
        yield step, _ID.sub("", result.stdout)


def put_examples(folder: Path) -> None:
    """Copy the example articles into a folder, where the commands of a page find them."""
    shutil.copytree(ROOT / "examples" / "articles", folder / "examples" / "articles")


def cut_output(output: str) -> str:
    """Return an output as a page shows it: its first lines, and `…` for the rest."""
    lines = output.rstrip("\n").split("\n")
    shown = lines if len(lines) <= SHOWN else [*lines[: SHOWN - 1], "…"]
    return "".join(f"{line.rstrip()}\n" for line in shown)


def fill_outputs(text: str, outputs: dict[str, str]) -> str:
    """Return a page with the outputs of its `accord show` commands written anew, where one stands alone in its block."""

    def write_block(match: re.Match[str]) -> str:
        steps = read_steps(match[0])
        if len(steps) != 1 or not steps[0].command.startswith("accord show"):
            return match[0]
        return f"```console\n$ {steps[0].command}\n{cut_output(outputs[steps[0].command])}```"

    return _BLOCK.sub(write_block, text)
