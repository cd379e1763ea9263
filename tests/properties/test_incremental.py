"""Incremental building: however articles are split, ordered, added or spread over processes, the record is the same.

The real stages run; each article is parsed and coded once and the reading is used again, since coding one article is a
pure function of its text.
"""

import functools
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.model.record import Record
from accord.pipeline import RunOptions, add_to_case, build_case, open_case, run, verify_case
from accord.pipeline.stages import Coder
from accord.settings import Settings

ARTICLES = {
    "courier.txt": """Norland signs fishing treaty with Estmark
Velden Courier, 4 May 2022
Norland signed a fishing treaty with Estmark on Tuesday, Foreign Minister Ada Brandt said in Velden. At least 12 boats
had been seized by the Estmark navy in April. Brandt said that both governments would ratify the treaty before June.
""",
    "daily.txt": """Estmark denies that it seized boats
Estmark's government signed a treaty on fishing with Norland on Tuesday, according to Norland's foreign ministry.
"We did not seize any boats," Prime Minister Jonas Karel told reporters on Wednesday. Critics in parliament rejected the
treaty.
""",
    "agency.html": """<html><head><title>Treaty signed in Velden</title><meta name="date" content="2022-05-04">
</head><body><article><h1>Treaty signed in Velden</h1><p>VELDEN (Norpress) - Norland signed a fishing treaty with Estmark on
Tuesday, Foreign Minister Ada Brandt said in Velden.</p><p>Protesters gathered outside the ministry and demanded that the
government withdraw from the treaty.</p></article></body></html>
""",
    "later.txt": """A year after the treaty, Norland's parliament ratifies it
5 June 2023
The parliament of Norland ratified the fishing treaty that Norland and Estmark signed in May 2022. President Ida Holm
praised Estmark for its patience. Estmark may send a delegation to Velden next month.
""",
    "copy.txt": """Norland signs fishing treaty with Estmark
Velden Courier, 4 May 2022
Norland signed a fishing treaty with Estmark on Tuesday, Foreign Minister Ada Brandt said in Velden. At least 12 boats
had been seized by the Estmark navy in April. Brandt said that both governments would ratify the treaty before June.
""",
}
NAMES = sorted(ARTICLES)
MAKE_CODER = run.make_coder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the articles."""
    made = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module", autouse=True)
def _code_each_text_once() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "make_coder", remember(run.make_coder))
        yield


def remember(make: Callable[[Settings], Coder]) -> Callable[[Settings], Coder]:
    """Return a maker whose coder gives the same outcome again for a source it has seen."""

    @functools.cache
    def make_remembering(settings: Settings) -> Coder:
        return functools.cache(make(settings))

    return make_remembering


@pytest.fixture(scope="module")
def expected(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Return the record of all articles built at once."""
    return build(tmp_path_factory.mktemp("case"), folder, [NAMES])


def build(where: Path, folder: Path, parts: Sequence[Sequence[str]], *, options: RunOptions | None = None) -> Record:
    """Build a case from parts of the articles, one after the other, and return its record; all of it must verify."""
    case = where / "case.db"
    first, *others = [[folder / name for name in part] for part in parts]
    build_case(first, case, options=options)
    for part in others:
        add_to_case(case, part, options=options)
    with open_case(case) as opened:
        assert verify_case(opened) == []
        return opened.record


def test_the_record_is_worth_comparing(expected: Record) -> None:
    """The articles give articles, actors, events and reports; an equal text counts once."""
    assert len(expected.articles) == len(NAMES) - 1
    assert expected.events
    assert expected.actors
    assert len(expected.reports) > len(expected.articles)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(NAMES), cuts=st.sets(st.integers(1, len(NAMES) - 1)))
def test_any_split_in_any_order_gives_the_record_of_all_at_once(
    order: list[str], cuts: set[int], folder: Path, expected: Record
) -> None:
    """Adding bit by bit, in whatever order, gives what building at once gives."""
    bounds = [0, *sorted(cuts), len(order)]
    parts = [order[start:end] for start, end in itertools.pairwise(bounds)]
    with TemporaryDirectory() as where:
        assert build(Path(where), folder, parts) == expected


def test_building_again_changes_nothing(folder: Path, expected: Record, tmp_path: Path) -> None:
    """Articles that a case holds may be given again."""
    assert build(tmp_path, folder, [NAMES[:3], NAMES, NAMES]) == expected


@pytest.mark.slow
def test_processes_give_the_same_record(folder: Path, expected: Record, tmp_path: Path) -> None:
    """The record does not depend on how many processes coded the articles."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "make_coder", MAKE_CODER)
        assert build(tmp_path, folder, [NAMES], options=RunOptions(jobs=2)) == expected
