"""The record of the example articles is the one that was reviewed; `make golden` writes it anew."""

import json
from pathlib import Path

import pytest

from tests import golden

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def rendered() -> dict[str, str]:
    """Return the expected files as the program would write them now."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return golden.render_examples()


@pytest.mark.parametrize("name", golden.FILES)
def test_the_examples_give_the_record_that_was_reviewed(name: str, rendered: dict[str, str]) -> None:
    """A change of any rule that changes the examples' record shows in a diff that somebody reads."""
    expected = (ROOT / golden.EXPECTED / name).read_text(encoding="utf-8")
    if name == golden.EXPORT:
        assert _read_lines(rendered[name]) == _read_lines(expected), "the export differs: `make golden`, and read the diff"
    else:
        assert rendered[name] == expected


def _read_lines(export: str) -> list[str]:
    """Return the lines of an export in one order and one form, so that neither order of keys nor of lines counts."""
    return sorted(json.dumps(json.loads(line), sort_keys=True) for line in export.splitlines())
