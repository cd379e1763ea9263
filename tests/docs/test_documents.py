"""The documents are true: their commands exist, their code runs, their links lead somewhere."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from accord.cli.app import app
from accord.pipeline import build_case
from tests import stand_ins

ROOT = Path(__file__).parents[2]
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")})
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
STORY = "Norland signed a fishing treaty with Estmark on Tuesday, Foreign Minister Ada Brandt said in Velden."


def find_blocks(page: str, *languages: str) -> list[str]:
    """Return the fenced blocks of a page in one of the languages."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [code for language, code in re.findall(r"^```(\w*)\n(.*?)^```", text, re.M | re.S) if language in languages]


def find_commands(page: str) -> list[list[str]]:
    """Return the words of every `accord …` command that a page shows, in blocks or in line."""
    text = (ROOT / page).read_text(encoding="utf-8")
    lines = [line for block in find_blocks(page, "", "sh", "bash", "console") for line in block.splitlines()]
    shown = [*lines, *re.findall(r"`(accord [^`]+)`", text)]
    commands = []
    for line in shown:
        match = re.search(r"(?:^|[|&$]\s*)(accord\s.*)", line.strip())
        if match:
            words = shlex.split(re.split(r"\s[|>&#]", match[1])[0].replace("…", "").replace("'", " "))
            commands.append(words[1:])
    return commands


@pytest.mark.parametrize("page", NAMES)
def test_every_command_on_a_page_exists(page: str) -> None:
    """Commands and options that a page shows are those of the program."""
    for words in find_commands(page):
        if not words or words[0].startswith(("-", "[")) or not words[0].islower():
            continue
        assert words[0] in COMMANDS, f"{page}: accord {' '.join(words)}"
        known = {name for option in COMMANDS[words[0]].params for name in option.opts} | {"--help", "-h"}
        given = {word.split("=")[0] for word in words[1:] if re.match(r"--?[a-z]", word)}
        assert given <= known, f"{page}: accord {' '.join(words)}"


@pytest.mark.parametrize("page", NAMES)
def test_the_python_of_a_page_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python block runs, top to bottom, in a folder that has `articles/` and `case.db`."""
    stand_ins.put_in_place(monkeypatch)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(STORY, encoding="utf-8")
    build_case([tmp_path / "articles"], tmp_path / "case.db")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in find_blocks(page, "python", "py"):
        exec(compile(block, page, "exec"), names)


@pytest.mark.parametrize("page", NAMES)
def test_links_of_a_page_lead_to_files(page: str) -> None:
    """A link to a file of the repository names one that is there."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if "://" not in target and not target.startswith("mailto:"):
            assert (ROOT / page).parent.joinpath(target).exists(), f"{page}: {target}"


def test_every_make_target_on_a_page_exists() -> None:
    """`make …` on any page names a target of the Makefile, and each target says what it does or is a part of check."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    for page in NAMES:
        text = (ROOT / page).read_text(encoding="utf-8")
        shown = re.findall(r"`make ([a-z-]+)", text) + [
            word
            for block in find_blocks(page, "", "sh", "bash", "console")
            for word in re.findall(r"^\$? ?make ([a-z-]+)", block, re.M)
        ]
        assert set(shown) <= targets, page


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_says_what_it_does(command: str) -> None:
    """Help is complete: each command has a text with an example, each parameter a line."""
    assert "Example" in (COMMANDS[command].help or "")
    assert all(getattr(parameter, "help", None) for parameter in COMMANDS[command].params)
