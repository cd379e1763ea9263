"""The record of the example articles is the one that was reviewed; `make golden` writes it anew."""

from pathlib import Path

import pytest

from tests import golden

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def rendered() -> dict[str, str]:
    """Return the views of the record as the program builds it now."""
    if not all((ROOT / golden.EXPECTED / f"{view}.txt").is_file() for view in golden.VIEWS):
        pytest.skip("no expected views of the examples: `make golden` writes them")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return golden.render_examples()


@pytest.mark.parametrize("view", golden.VIEWS)
def test_the_examples_give_the_record_that_was_reviewed(view: str, rendered: dict[str, str]) -> None:
    """A change of any rule that changes the examples' record shows in a diff that somebody reads."""
    assert rendered[view] == (ROOT / golden.EXPECTED / f"{view}.txt").read_text(encoding="utf-8")
