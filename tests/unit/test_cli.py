"""The command line: what it prints, where, and the exit code that says how it went."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import accord
from accord.cli import main
from accord.store import open_case
from accord.store.write import put_reading, replace_record
from tests import stand_ins
from tests.samples import TEXTS, make_reading, make_record, make_source

STORY = "The council of Harbin Bay approved the budget on Monday after a long debate. Number {}."
Ran = tuple[int, str, str]
Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command and gives exit code, stdout and stderr."""
    stand_ins.put_in_place(monkeypatch)

    def run_command(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["accord", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        return (code, *capsys.readouterr())

    return run_command


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder with two articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(2):
        (folder / f"{number}.txt").write_text(STORY.format(number), encoding="utf-8")
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a case that holds the sample record."""
    path = tmp_path / "case.db"
    with open_case(path, create=True) as opened:
        for article in TEXTS:
            put_reading(opened, make_source(article), make_reading(make_source(article)), coder="c1")
        replace_record(opened, make_record())
    return path


def test_build_tells_what_became_of_the_inputs(run: Run, news: Path, tmp_path: Path) -> None:
    """A build that went well ends with 0, counts on stdout and nothing on stderr."""
    code, out, err = run("build", news, "--case", tmp_path / "case.db")
    assert code == 0
    assert "inputs: 2 coded, 0 unchanged, 0 duplicate, 0 failed" in out
    assert "2 articles, 2 events, 2 reports" in out
    assert err == ""


def test_a_failed_input_is_listed_with_its_reason(run: Run, news: Path, tmp_path: Path) -> None:
    """One bad input does not stop the others: it is named on stderr, and the exit code is 1."""
    (news / "empty.txt").write_bytes(b"")
    code, out, err = run("build", news, "--case", tmp_path / "case.db")
    assert code == 1
    assert "2 coded, 0 unchanged, 0 duplicate, 1 failed" in out
    assert "empty.txt: empty" in err
    assert "Failed inputs (1)" in run("show", tmp_path / "case.db")[1]


def test_json_tells_a_script(run: Run, news: Path, tmp_path: Path) -> None:
    """With --json the counts and failures can be parsed."""
    code, out, _ = run("build", news, "nowhere.txt", "--case", tmp_path / "case.db", "--json")
    told = json.loads(out)
    assert (code, told["coded"], told["articles"]) == (1, 2, 2)
    assert told["failed"][0]["path"] == "nowhere.txt"
    assert "does not exist" in told["failed"][0]["reason"]


def test_nothing_usable_is_exit_code_3(run: Run, tmp_path: Path) -> None:
    """A build that found no article at all says so."""
    code, _, err = run("build", tmp_path / "nowhere.txt", "--case", tmp_path / "case.db")
    assert code == 3
    assert "nothing usable" in err


def test_strict_stops(run: Run, news: Path, tmp_path: Path) -> None:
    """With --strict the first failure ends the run with its reason and exit code 1."""
    (news / "0.txt").write_bytes(b"")
    code, out, err = run("build", news, "--case", tmp_path / "case.db", "--strict")
    assert (code, out) == (1, "")
    assert "0.txt: empty" in err


def test_standard_input_is_an_input(run: Run, tmp_path: Path) -> None:
    """`-` reads an article from a pipe."""
    code, out, _ = run("build", "-", "--case", tmp_path / "case.db", stdin=STORY.encode())
    assert (code, "1 coded" in out) == (0, True)


def test_fields_of_json_can_be_mapped(run: Run, tmp_path: Path) -> None:
    """--field says where a file keeps the text."""
    line = {"inhalt": STORY, "datum": "2023-04-05"}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), encoding="utf-8")
    arguments = ("build", tmp_path / "a.jsonl", "--case", tmp_path / "case.db")
    assert run(*arguments)[0] == 3
    assert run(*arguments, "--field", "text=inhalt", "--field", "published=datum")[0] == 0


def test_add_goes_on(run: Run, news: Path, tmp_path: Path) -> None:
    """Adding counts what was there as unchanged."""
    run("build", news, "--case", tmp_path / "case.db")
    (news / "new.txt").write_text(STORY.format("new"), encoding="utf-8")
    code, out, _ = run("add", tmp_path / "case.db", news)
    assert (code, "1 coded, 2 unchanged" in out) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "x.txt"], "--case"),
        (["build", "--case", "case.db"], "INPUT"),
        (["build", "x.txt", "--case", "c.db", "--field", "text"], "write OURS=THEIRS"),
        (["build", "x.txt", "--case", "c.db", "--field", "colour=red"], "write OURS=THEIRS"),
        (["build", "x.txt", "--case", "c.db", "--jobs", "0"], "--jobs"),
        (["build", "x.txt", "--case", "c.db", "--model", "en_none"], "'en_none' is not installed"),
        (["show", "CASE", "nonsense"], "nonsense"),
        (["show", "CASE", "event"], "takes the id of an event"),
        (["show", "CASE", "events", "event-1"], "takes no id"),
        (["show", "CASE", "event", "event-9"], "no event 'event-9'"),
        (["show", "CASE", "--type", "WALTZ"], "choose one of AGREE"),
        (["show", "CASE", "--status", "maybe"], "choose one of actual"),
        (["show", "CASE", "--since", "yesterday"], "write a day as 2019-12-19"),
        (["show", "CASE", "--until", "2022-13"], "write a day as 2019-12-19"),
        (["export", "CASE", "--format", "xml"], "xml"),
        (["explain", " "], "nothing to explain"),
        (["explain", "-"], "nothing to explain"),
        (["explain", "Oslo aided Chad.", "--published", "Friday"], "write a day as 2019-12-19"),
        (["explain", "Oslo aided Chad.", "--model", "en_none"], "'en_none' is not installed"),
        (["explain", "--case", "CASE", "report-9"], "no report 'report-9'"),
        (["explain", "--case", "CASE", "report-1", "--published", "2024-05-03"], "--published is for texts"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_usage_is_exit_code_2(
    run: Run, case: Path, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was typed wrongly is named on stderr, with what would be right."""
    monkeypatch.chdir(case.parent)
    code, out, err = run(*[str(case) if argument == "CASE" else argument for argument in arguments])
    assert (code, out) == (2, "")
    assert words in err


@pytest.mark.parametrize("command", ["show", "export", "verify", "report", "add"])
def test_no_case_is_exit_code_3(run: Run, tmp_path: Path, command: str) -> None:
    """Every command that opens a case says when there is none."""
    code, out, err = run(command, tmp_path / "none.db", *(["x.txt"] if command == "add" else []))
    assert (code, out) == (3, "")
    assert "there is no such case" in err
    assert not (tmp_path / "none.db").exists()


def test_the_summary_can_be_read(run: Run, case: Path) -> None:
    """The default view names events with date, parties, code and support, and where the accounts part."""
    code, out, _ = run("show", case)
    assert code == 0
    for words in (
        "2 articles, 1 source, 2 events, 2 actors",
        "2022-05-03                     AGREE · sign · actual   1 article, 1 origin, interested",
        "Velden → Österland, in Velden  event-1",
        "stages: signed (2022-05-03), ratified (no date)",
        "date (conflict): Velden signed a fishing treaty with Osterland",
        "2022-05-04 (1 report)",
    ):
        assert words in out


VIEWS = {
    "events": "COERCE · negated · background",
    "actors": "also: Osterland (2)",
    "agreements": "between: Velden, Österland",
    "disagreements": "2022-05-03 (1 report, says Velden)",
    "sources": "Velden Courier  outlet, NOR, 1 article",
    "timeline": "Velden → Österland, in Velden: AGREE (actual)  1 article, 1 origin, interested",
    "articles": "Velden Courier | since 2022-05-03 (inferred) | 1 report | article-1.txt",
    "event event-1": "says Velden Courier › its ministry",
    "origins event-1": "because Velden says so itself",
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_its_lines(run: Run, case: Path, view: str) -> None:
    """Each view prints what it is for, by name rather than by id."""
    code, out, err = run("show", case, *view.split())
    assert (code, err) == (0, "")
    assert VIEWS[view] in out


@pytest.mark.parametrize("view", ["summary", *VIEWS])
def test_every_view_can_be_parsed(run: Run, case: Path, view: str) -> None:
    """With --json every view prints JSON."""
    code, out, _ = run("show", case, *view.split(), "--json")
    assert code == 0
    assert json.loads(out)


@pytest.mark.parametrize(
    ("filters", "shown"),
    [
        (["--actor", "osterland"], ["event-1"]),
        (["--type", "coerce"], ["event-2"]),
        (["--status", "NEGATED"], ["event-2"]),
        (["--since", "2022-05", "--until", "2022-05"], ["event-1"]),
        (["--since", "2022"], ["event-1"]),
        (["--until", "2021"], []),
        (["--until", "2022-04"], []),
    ],
)
def test_filters_narrow_the_events(run: Run, case: Path, filters: list[str], shown: list[str]) -> None:
    """Filters choose events; a month or year may stand for a day."""
    _, out, _ = run("show", case, "events", "--json", *filters)
    assert [event["id"] for event in json.loads(out)] == shown


def test_an_empty_view_says_so(run: Run, case: Path) -> None:
    """No event that matches is said in words."""
    assert "no event to show" in run("show", case, "events", "--actor", "nobody")[1]


def test_export_writes_to_stdout_or_a_file(run: Run, case: Path, tmp_path: Path) -> None:
    """The same lines go to stdout or to a file; JSON Lines is the default."""
    code, out, err = run("export", case)
    assert (code, err) == (0, "")
    assert json.loads(out.splitlines()[0])["kind"] == "record"
    run("export", case, "--format", "jsonl", "-o", tmp_path / "r.jsonl")
    assert (tmp_path / "r.jsonl").read_text(encoding="utf-8") == out
    assert len(run("export", case, "--format", "plover")[1].splitlines()) == 2


def test_csv_goes_to_a_folder_a_file_or_stdout(run: Run, case: Path, tmp_path: Path) -> None:
    """A folder gets every table; a .csv file and stdout get the events."""
    _, out, _ = run("export", case, "--format", "csv")
    assert [row["id"] for row in csv.DictReader(out.splitlines())] == ["event-1", "event-2"]
    run("export", case, "--format", "csv", "-o", tmp_path / "events.csv")
    assert (tmp_path / "events.csv").read_text(encoding="utf-8") == out
    run("export", case, "--format", "csv", "-o", tmp_path / "tables")
    assert len(list((tmp_path / "tables").iterdir())) == 12


def test_a_file_that_cannot_be_written_is_exit_code_3(run: Run, case: Path, tmp_path: Path) -> None:
    """An output in a folder that does not exist is named."""
    code, _, err = run("export", case, "-o", tmp_path / "nowhere" / "r.jsonl")
    assert code == 3
    assert "cannot be read or written" in err


def test_verify_says_that_all_holds(run: Run, case: Path) -> None:
    """A sound case gives 0 and the number of spans."""
    code, out, _ = run("verify", case)
    assert (code, "16 spans checked" in out, "all of them hold" in out) == (0, True, True)


def test_verify_names_what_does_not_hold(run: Run, case: Path) -> None:
    """A span that does not open at its words gives 1 and the line it is in."""
    with open_case(case) as opened, opened.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE mention SET start = 1, \"end\" = 7 WHERE id = 'mention-1'")
    code, out, _ = run("verify", case)
    assert (code, "mentions mention-1: characters 1 to 7" in out) == (1, True)
    code, out, _ = run("verify", case, "--json")
    assert (code, json.loads(out)["problems"][0]["id"]) == (1, "mention-1")


@pytest.mark.parametrize("command", ["", "build", "add", "show", "explain", "export", "verify", "report"])
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    """--help explains each command and shows how it is used."""
    code, out, _ = run(*command.split(), "--help")
    assert code == 0
    assert f"accord {command or 'build'} " in out
    assert command or "Exit codes" in out


def test_explain_tells_what_is_coded_and_why_the_rest_is_not(run: Run) -> None:
    """Parse, mentions, times, voices, each report with its grounds, and the words without one, in 100 columns."""
    text = "Mali's premier said on Friday that Togo had shelled the port, and varnished a very long and very old wooden bridge."
    code, out, err = run("explain", text, "--published", "2024-05-05")
    assert (code, err) == (0, "")
    for words in (
        "Parse\n",
        "→ shelled (",
        "“Togo”: state, name, TGO",
        "“Friday”: weekday Friday, past, 2024-05-03",
        "Report  ASSAULT · heavy-weapons · actual  at “shelled”",
        "who         Togo [TGO]: subject of “shelled”",
        "verbs.yaml “shell”: ASSAULT",
        "says who    Mali's premier (indirect speech, “said”)",
        "Words without a report",
        "“varnished”         not in the lexicon",
    ):
        assert words in out
    assert max(len(line) for line in out.splitlines()) <= 100


def test_explain_reads_several_texts_and_standard_input(run: Run) -> None:
    """Each argument is a text of its own, `-` is what a pipe sends, and with --json all of it can be parsed."""
    code, out, _ = run("explain", "Peru aided Chad.", "-", "--json", stdin=b"Ghana met Togo. They signed a treaty.")
    assert code == 0
    told = json.loads(out)
    assert [sentence["text"] for sentence in told] == ["Peru aided Chad.", "Ghana met Togo.", "They signed a treaty."]
    assert [report["event_type"] for sentence in told for report in sentence["reports"]] == ["AID", "CONSULT", "SUPPORT"]


def test_explain_opens_the_sentences_of_a_case(run: Run, case: Path) -> None:
    """A report, or an event with all of its reports, is explained in the sentence that it was read from."""
    code, out, _ = run("explain", "--case", case, "event-1")
    assert code == 0
    assert "Parse" in out
    report = json.loads(run("show", case, "event", "event-1", "--json")[1])["reports"][0]["id"]
    assert run("explain", "--case", case, report)[1] in out


def test_no_control_character_of_an_article_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    """What an article says is shown as text: it cannot move the cursor or change a colour."""
    (tmp_path / "a.txt").write_text(STORY + " \x1b[2J\x9b1m", encoding="utf-8")
    assert run("build", tmp_path / "a.txt", "--case", tmp_path / "case.db")[0] == 0
    out = run("show", tmp_path / "case.db")[1]
    assert "long debate" in out
    assert not {"\x1b", "\x9b"} & set(out)


def test_the_version_can_be_asked_for(run: Run) -> None:
    """--version names the program and its version."""
    assert run("--version")[:2] == (0, f"accord {accord.__version__}\n")


def test_the_package_and_its_help_load_neither_spacy_nor_sql() -> None:
    """`import accord` and `accord --help` stay fast: heavy libraries wait until they are needed."""
    script = (
        "import sys, accord, accord.cli\n"
        "heavy = {'spacy', 'sqlalchemy', 'trafilatura', 'jinja2', 'numpy', 'rich.progress'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
