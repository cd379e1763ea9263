"""What a reader wrote down about the example articles is found in their record, to a pinned share."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from accord.model.record import Record
from accord.pipeline import build_case, open_case
from accord.store.read import read_texts
from tests.cases.facts import fold_name, score_facts

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "examples" / "expected" / "facts.json"
FLOOR = 0.79
"""Share of the facts found when this was last pinned. Raise it with the program; lower it only with a reason in the commit."""

PARTS = {
    "article": 1.0,
    "title": 1.0,
    "copy": 1.0,
    "furniture": 0.95,
    "source": 0.95,
    "report": 0.82,
    "spelling": 0.82,
    "stage": 0.8,
}
"""Parts with a floor of their own: what the rest stands on."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, Mapping[str, str]]:
    """Return the record of the example articles, and their stored texts."""
    case = tmp_path_factory.mktemp("examples") / "case.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        build_case([Path("examples/articles")], case)
    with open_case(case) as opened:
        return opened.record, read_texts(opened)


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    """Return what the reader wrote down."""
    return dict(json.loads(FACTS.read_text(encoding="utf-8")))


def test_the_record_holds_what_a_reader_wrote_down(built: tuple[Record, Mapping[str, str]], facts: dict[str, Any]) -> None:
    """No change loses facts unseen: the share found, and that of each part the rest stands on, keep their floors."""
    score = score_facts(*built, facts)
    told = "\n".join((f"{score.share:.3f} of the facts", *(f"{part} {got}/{of}" for part, (got, of) in score.parts.items())))
    assert score.share >= FLOOR, "\n".join((told, *score.missed))
    for part, floor in PARTS.items():
        got, asked = score.parts[part]
        assert got / asked >= floor, "\n".join((told, *(line for line in score.missed if line.startswith(part))))


def test_the_facts_speak_of_the_articles_that_are_there(facts: dict[str, Any]) -> None:
    """Every article of the examples is in the reader's list and in one of the stories, and no other."""
    files = {path.name for path in (ROOT / "examples" / "articles").iterdir()}
    assert {one["file"] for one in facts["articles"]} == files
    assert {file for story in facts["stories"] for file in story} == files


def test_an_empty_record_holds_none_of_the_facts(facts: dict[str, Any]) -> None:
    """The scorer gives nothing for nothing."""
    score = score_facts(
        Record(), {}, {**facts, "events": [], "figures": [], "agreements": [], "copies": [], "stories": [], "follows": []}
    )
    assert score.share == 0.0


@pytest.mark.parametrize(
    ("one", "other"), [("the Hague’s", "Hague"), ("Aissatou Kébé", "AISSATOU KEBE"), ("an  agreement", "agreement")]
)
def test_names_are_compared_without_their_dress(one: str, other: str) -> None:
    """Articles, accents, case, possessives and blanks make no difference."""
    assert fold_name(one) == fold_name(other)
