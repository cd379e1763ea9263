"""`accord build` and `accord add`: articles into a case."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accord.cli.terminal import EXIT_CASE, EXIT_PARTIAL, get_console, get_error_console, print_json
from accord.errors import SettingsError
from accord.settings import LanguageSettings, ReadingSettings, Settings

if TYPE_CHECKING:
    from accord.pipeline import BuildResult, RunOptions

_INPUTS = "Files, folders, patterns such as 'news/*.html', or - for standard input."
_FIELD = "Where JSON keeps a field: --field text=body. Repeat it."
_JOBS = "Processes that code articles; the record is the same."
Inputs = Annotated[list[str], typer.Argument(metavar="INPUT...", help=_INPUTS, show_default=False)]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, max=256, help=_JOBS)]
Fields = Annotated[list[str] | None, typer.Option("--field", "-f", metavar="OURS=THEIRS", help=_FIELD, show_default=False)]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first input that fails.")]
Json = Annotated[bool, typer.Option("--json", help="Print what became of the inputs as JSON.")]
MODEL = "An installed spaCy pipeline. A case is coded with one."
OUR_FIELDS = ("text", "title", "byline", "source", "published", "url", "language")


def build(
    inputs: Inputs,
    case: Annotated[str, typer.Option("--case", "-c", help="The case file to write (or a database URL).", show_default=False)],
    model: Annotated[str, typer.Option("--model", help=MODEL)] = LanguageSettings().model,
    jobs: Jobs = 1,
    field: Fields = None,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """Read articles and build the record of what they say.

    A case that is there already is continued: articles it holds are not read again, so a build that was stopped goes on
    where it was. An input that fails is listed with its reason, the others are read, and the exit code is 1.

    [bold]Examples[/bold]

    accord build articles/ --case case.db

    accord build 'news/*.html' notes.txt --case case.db --jobs 4

    accord build feed.jsonl --case case.db --field text=body --field published=date

    cat article.txt | accord build - --case case.db
    """
    from accord.pipeline import build_case

    settings = Settings(ReadingSettings(fields=read_fields(field)), LanguageSettings(model))
    with _Display(jobs, strict) as options:
        result = build_case(inputs, case, settings, options=options)
    _tell(result, as_json=json)


def add(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The case to add to.", show_default=False)],
    inputs: Inputs,
    model: Annotated[str | None, typer.Option("--model", help=f"{MODEL} [default: the case's own]", show_default=False)] = None,
    jobs: Jobs = 1,
    field: Fields = None,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """Add articles to a case. The record becomes the one that building all of them at once would have given.

    [bold]Examples[/bold]

    accord add case.db later/

    accord add case.db today.jsonl --field text=content
    """
    from accord.pipeline import add_to_case

    reading = ReadingSettings(fields=read_fields(field))
    with _Display(jobs, strict) as options:
        result = add_to_case(case, inputs, reading=reading, model=model, options=options)
    _tell(result, as_json=json)


def read_fields(given: list[str] | None) -> tuple[tuple[str, str], ...]:
    """Return `ours=theirs` arguments as pairs.

    Raises:
        SettingsError: an argument is not of that form, or names a field that articles do not have.
    """
    pairs = []
    for argument in given or []:
        ours, sign, theirs = argument.partition("=")
        if not sign or not theirs or ours not in OUR_FIELDS:
            raise SettingsError(f"--field {argument}: write OURS=THEIRS, where OURS is one of {', '.join(OUR_FIELDS)}")
        pairs.append((ours, theirs))
    return tuple(pairs)


class _Display:
    """A progress bar on stderr while a build runs; nothing where stderr is no terminal."""

    def __init__(self, jobs: int, strict: bool) -> None:
        self._jobs = jobs
        self._strict = strict

    def __enter__(self) -> "RunOptions":
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        from accord.pipeline import RunOptions

        console = get_error_console()
        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
            console=console, transient=True, disable=not console.is_terminal,
        )  # fmt: skip
        self._task = self._bar.add_task("reading", total=None)
        self._bar.start()
        return RunOptions(jobs=self._jobs, strict=self._strict, stdin=sys.stdin.buffer, on_progress=self._show)

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def _show(self, progress: object) -> None:
        from accord.pipeline import Progress

        if isinstance(progress, Progress):
            total = max(progress.total, progress.done)
            words = "linking" if progress.stage == "linking" else f"reading {Path(progress.path).name[:40]}"
            self._bar.update(self._task, description=words, completed=progress.done, total=total)


def _tell(result: "BuildResult", *, as_json: bool) -> None:
    """Print what became of the inputs and leave with the exit code that says so."""
    if as_json:
        print_json(result)
    else:
        _print_result(result)
    if not result.articles:
        raise typer.Exit(EXIT_CASE)
    if result.failed:
        raise typer.Exit(EXIT_PARTIAL)


def _print_result(result: "BuildResult") -> None:
    from rich.markup import escape
    from rich.text import Text

    from accord.views.phrases import say_count

    console = get_console()
    if result.failed:
        errors = get_error_console()
        errors.print(Text(f"{say_count(len(result.failed), 'input')} failed:", style="bold red"))
        for failure in result.failed:
            errors.print(f"  {escape(failure.path)}: {escape(failure.reason)}")
    numbers = {
        "coded": result.coded,
        "unchanged": result.unchanged,
        "duplicate": result.duplicate,
        "failed": len(result.failed),
    }
    counts = [f"{number} {outcome}" for outcome, number in numbers.items()]
    console.print(f"inputs: {', '.join(counts)}")
    sizes = ((result.articles, "article"), (result.events, "event"), (result.reports, "report"))
    size = ", ".join(say_count(number, noun) for number, noun in sizes)
    console.print(f"{escape(result.case)}: {size}")
    if result.articles:
        console.print(f"next: accord show {escape(result.case)}", style="dim")
    else:
        get_error_console().print("nothing usable was found: no article could be read", style="bold red")
