"""Every console command of the documents runs, and prints what the page shows."""

from pathlib import Path

import pytest

from tests.docs import consoles


@pytest.mark.parametrize("page", [page for page in consoles.PAGES if (consoles.ROOT / page).exists()])
def test_the_commands_of_a_page_run_as_shown(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who types what a page shows, in order and beside the examples, gets what the page shows."""
    text = (consoles.ROOT / page).read_text(encoding="utf-8")
    steps = consoles.read_steps(text)
    if not steps:
        pytest.skip(f"{page} shows no command")
    consoles.put_examples(tmp_path)
    monkeypatch.chdir(tmp_path)
    for step, output in consoles.run_steps(steps):
        if step.output:
            assert step.output == consoles.cut_output(output), f"{step.command}: `make golden` writes it anew"


def test_a_page_gets_the_outputs_of_its_commands() -> None:
    """Only blocks with one `accord show` are filled, and long outputs are cut."""
    page = "a\n```console\n$ accord show case.db actors\nold\n```\n```console\n$ make demo\n```\n"
    filled = consoles.fill_outputs(page, {"accord show case.db actors": "\n".join("abcdefghijklmnopq") + "\n"})
    assert filled.startswith("a\n```console\n$ accord show case.db actors\na\nb\n")
    assert "…\n```\n```console\n$ make demo\n```\n" in filled
    assert "old" not in filled
