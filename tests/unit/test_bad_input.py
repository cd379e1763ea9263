"""Bad input of every kind: a clear error or a listed failure, and what was stored before is intact."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.errors import StoreError
from accord.pipeline import RunOptions, build_case, list_failed, open_case, verify_case
from accord.settings import ReadingSettings, Settings
from accord.store import tables
from tests import stand_ins

STORY = "The council of Harbin Bay approved the budget on Monday after a long debate. Number {}."
PAGE = b"<html><head><title></title><script>var a = 1;</script></head><body><img src='a.png'><div></div></body></html>"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_ins.put_in_place(monkeypatch)


def make_folder(path: Path) -> None:
    """Make a folder that holds other files but no article."""
    path.mkdir()
    (path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" * 100)


def write(data: bytes) -> Callable[[Path], object]:
    """Return a function that writes data to a path."""
    return lambda path: path.write_bytes(data)


BAD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a directory without articles": ("photos", make_folder, "holds no article"),
    "an empty directory": ("void", lambda path: path.mkdir(), "folder is empty"),
    "an empty file": ("a.txt", write(b""), "empty"),
    "a blank file": ("a.txt", write(b" \n\t\n"), "empty"),
    "binary data": ("a.txt", write(bytes(range(256)) * 40), "binary"),
    "an image named as text": ("a.txt", write(b"\x89PNG\r\n\x1a\n" + bytes(2000)), "PNG"),
    "HTML without text": ("a.html", write(PAGE), "without article text"),
    "JSON that is none": ("a.jsonl", write(b"{'text': nonsense\n"), "JSON"),
    "JSON with missing fields": ("a.jsonl", write(b'{"headline": "Council meets"}\n'), "text"),
    "JSON with a wrong type": ("a.jsonl", write(b'{"text": 7}\n'), "text"),
    "a missing file": ("nowhere.txt", lambda path: None, "does not exist"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_listed_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    """What cannot be used is a failure with its reason; good articles beside it and stored before it are kept."""
    file, make, words = BAD[name]
    for number in range(2):
        (tmp_path / f"good{number}.txt").write_text(STORY.format(number), encoding="utf-8")
    build_case([tmp_path / "good0.txt"], tmp_path / "case.db")
    bad = tmp_path / file
    make(bad)
    result = build_case([bad, tmp_path / "good1.txt"], tmp_path / "case.db")
    assert (result.coded, len(result.failed), result.articles) == (1, 1, 2)
    assert words.casefold() in result.failed[0].reason.casefold()
    assert result.failed[0].path.startswith(str(bad))
    check_intact(tmp_path / "case.db", 2)


def check_intact(case: Path, articles: int) -> None:
    """Check that a case opens, verifies and holds so many articles."""
    with open_case(case) as opened:
        assert verify_case(opened) == []
        assert len(opened.articles) == articles


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_another_encoding_is_read_or_named(tmp_path: Path, encoding: str) -> None:
    """Text in another encoding gives the words that were written, or a failure, never wrong letters."""
    words = "The café in Łódź" if encoding.startswith("utf") else "The café on the hill — “closed”"
    (tmp_path / "a.txt").write_bytes(f"{words} was opened by the mayor on Monday, officials said.".encode(encoding))
    result = build_case([tmp_path / "a.txt"], tmp_path / "case.db")
    if result.articles:
        with open_case(tmp_path / "case.db") as case:
            assert words in case.text(case.articles[0].id)
    else:
        assert "encoding" in result.failed[0].reason


def test_a_wrong_encoding_is_a_failure(tmp_path: Path) -> None:
    """Bytes that are not of the encoding that was named are listed."""
    (tmp_path / "a.txt").write_bytes("The café was closed on Monday.".encode("cp1252"))
    settings = Settings(ReadingSettings(encoding="utf-8"))
    result = build_case([tmp_path / "a.txt"], tmp_path / "case.db", settings)
    assert (result.articles, len(result.failed)) == (0, 1)


def test_fifty_megabytes_of_one_line_are_listed(tmp_path: Path) -> None:
    """An input over the limit is a failure that names the limit; it is never read into memory whole."""
    with (tmp_path / "a.txt").open("wb") as stream:
        for _ in range(50):
            stream.write(b"word " * 200_000)
    result = build_case([tmp_path / "a.txt"], tmp_path / "case.db")
    assert (result.articles, len(result.failed)) == (0, 1)
    assert "too large" in result.failed[0].reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file_is_listed(tmp_path: Path) -> None:
    """A file without read permission is a failure that says so."""
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert "permission denied" in build_case([tmp_path / "a.txt"], tmp_path / "case.db").failed[0].reason


def test_a_file_that_cannot_be_opened_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, also where tests run as root: opening is refused as the system would refuse it."""
    import builtins

    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    opened = builtins.open

    def refuse(path: object, *arguments: object, **options: object) -> object:
        if str(path).endswith("a.txt"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(builtins, "open", refuse)
    assert "permission denied" in build_case([tmp_path / "a.txt"], tmp_path / "case.db").failed[0].reason


def test_a_newer_case_is_left_alone(tmp_path: Path) -> None:
    """A case that a newer version wrote is refused by every way in, and not a byte of it changes."""
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    build_case([tmp_path / "a.txt"], tmp_path / "case.db")
    with open_case(tmp_path / "case.db") as case, case.engine.begin() as connection:
        connection.execute(tables.schema_version.insert().values(version=99, name="later"))
    before = (tmp_path / "case.db").read_bytes()
    for way_in in (lambda: build_case([tmp_path / "a.txt"], tmp_path / "case.db"), lambda: open_case(tmp_path / "case.db")):
        with pytest.raises(StoreError, match="newer version of Accord"):
            way_in()
    assert (tmp_path / "case.db").read_bytes() == before


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from tests import stand_ins
from accord import pipeline, errors
stand_ins.replace_stages(setattr)
case, limit, *inputs = sys.argv[1:]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
try:
    pipeline.build_case(inputs, case)
except errors.StoreError as error:
    sys.exit(str(error))
"""


def test_a_full_disk_keeps_what_was_stored(tmp_path: Path) -> None:
    """When the disk takes no more, the build ends with what to do; finished articles are there, and it can go on later."""
    case, big = tmp_path / "case.db", tmp_path / "big.txt"
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    build_case([tmp_path / "a.txt"], case)
    big.write_text(STORY + " More words follow." * 100_000, encoding="utf-8")
    limit = case.stat().st_size + 300_000
    ran = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(case), str(limit), str(big)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "case.db: the disk" in ran.stderr
    assert "what was stored before is intact" in ran.stderr
    check_intact(case, 1)
    assert build_case([big], case).articles == 2


KILLED = """
import sys, time
from tests import stand_ins
from accord import pipeline
stand_ins.replace_stages(setattr)
def make_slow(settings):
    def code(source):
        time.sleep(0.05)
        return stand_ins.code(source)
    return code
pipeline.run.make_coder = make_slow
case, *inputs = sys.argv[1:]
pipeline.build_case(inputs, case, options=pipeline.RunOptions(on_progress=lambda progress: print(progress.done, flush=True)))
"""


def test_a_killed_build_goes_on_where_it_was(tmp_path: Path) -> None:
    """A build that is killed has every finished article; the next one codes only the others and gives the same record."""
    news = tmp_path / "news"
    news.mkdir()
    for number in range(40):
        (news / f"{number:02}.txt").write_text(STORY.format(number), encoding="utf-8")
    command = [sys.executable, "-c", KILLED, str(tmp_path / "killed.db"), str(news)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        finished = next(int(line) for line in process.stdout if int(line) >= 7)
        process.send_signal(signal.SIGKILL)
    result = build_case([news], tmp_path / "killed.db")
    assert result.unchanged >= finished
    assert result.coded + result.unchanged == result.articles == 40
    build_case([news], tmp_path / "whole.db")
    with open_case(tmp_path / "killed.db") as killed, open_case(tmp_path / "whole.db") as whole:
        assert killed.record == whole.record
        assert list_failed(killed) == ()


def test_an_error_in_a_rule_fails_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception while coding is a failure of that article, with class, message and place; the run goes on."""
    from accord.pipeline import stages

    def break_down(source: object) -> object:
        raise ZeroDivisionError("seven by nothing")

    class Anything:
        pass

    monkeypatch.setattr("accord.cleaning.clean_article", break_down)
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.setattr("accord.pipeline.run.make_coder", lambda settings: lambda source: stages._code(Anything(), source))  # type: ignore[arg-type]
    result = build_case([tmp_path / "a.txt"], tmp_path / "case.db", options=RunOptions())
    assert "ZeroDivisionError: seven by nothing (test_bad_input.py line" in result.failed[0].reason
