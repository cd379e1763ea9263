"""`accord export`, `accord verify` and `accord report`: a case as files for programs and people."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from accord.cli.terminal import EXIT_PARTIAL, get_console, get_error_console, print_json

CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help="A case that `accord build` wrote.", show_default=False)]


_FORMATS = "jsonl: the whole record; plover: events as PLOVER JSON lines; csv: flat tables."
_OUTPUT = "A file, or for csv a folder; stdout without it."


class Format(StrEnum):
    """What a record can be exported as."""

    jsonl = "jsonl"
    plover = "plover"
    csv = "csv"


def export(
    case: CaseArgument,
    format: Annotated[Format, typer.Option("--format", "-f", help=_FORMATS)] = Format.jsonl,
    out: Annotated[Path | None, typer.Option("--output", "-o", help=_OUTPUT, show_default=False)] = None,
) -> None:
    """Export the record. Without -o it goes to stdout; csv then prints the events, and with a folder every table.

    [bold]Examples[/bold]

    accord export case.db --format jsonl > record.jsonl

    accord export case.db --format plover -o events.jsonl

    accord export case.db --format csv -o tables/
    """
    from accord.exports import write_csv_folder, write_csv_lines, write_jsonl, write_plover
    from accord.pipeline import open_case

    with open_case(case) as opened:
        record = opened.record
    if format is Format.csv and out is not None and out.suffix != ".csv":
        for path in write_csv_folder(record, out):
            get_error_console().print(str(path), markup=False)
        return
    writers = {Format.jsonl: write_jsonl, Format.plover: write_plover, Format.csv: write_csv_lines}
    _write_lines(writers[format](record), out)


def verify(
    case: CaseArgument,
    json: Annotated[bool, typer.Option("--json", help="Print the problems as JSON.")] = False,
) -> None:
    """Check every span of a case against the stored texts, and that every id it refers to exists. Exit code 1 if not.

    [bold]Example[/bold]

    accord verify case.db
    """
    from accord.pipeline import open_case, verify_case
    from accord.store.verify import count_spans
    from accord.views.phrases import say_count

    with open_case(case) as opened:
        problems = verify_case(opened)
        spans = count_spans(opened.record)
    if json:
        print_json({"spans": spans, "problems": problems})
    else:
        for problem in problems:
            get_console().print(f"{problem.kind} {problem.id}: {problem.reason}", markup=False)
        verdict = say_count(len(problems), "problem") if problems else "all of them hold"
        get_console().print(f"{case}: {say_count(spans, 'span')} checked against the stored texts, {verdict}", markup=False)
    if problems:
        raise typer.Exit(EXIT_PARTIAL)


def report(
    case: CaseArgument,
    out: Annotated[Path, typer.Option("--output", "-o", help="The HTML file to write.")] = Path("dossier.html"),
) -> None:
    """Write the dossier: one HTML file that opens anywhere, without network.

    [bold]Example[/bold]

    accord report case.db -o dossier.html
    """
    from accord.pipeline import open_case

    with open_case(case) as opened:
        record, texts = opened.record, opened.texts()
    from accord.web import write_report

    write_report(record, texts, out)
    get_console().print(str(out), markup=False)


def _write_lines(lines: Iterable[str], out: Path | None) -> None:
    if out is None:
        sys.stdout.writelines(lines)
        sys.stdout.flush()
        return
    with out.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(lines)
