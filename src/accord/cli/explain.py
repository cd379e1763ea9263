"""`accord explain`: why sentences are coded as they are. What is shown of each is laid out in `accord.cli.grounds`."""

import datetime
import sys
from typing import Annotated

import typer

from accord.cli.build import MODEL
from accord.cli.terminal import get_console, print_json
from accord.errors import SettingsError
from accord.settings import LanguageSettings

_TEXTS = "Sentences, each argument read by itself, or - for standard input."
_PUBLISHED = "The day the text appeared, which puts “Thursday” on the calendar."


def explain(
    texts: Annotated[list[str], typer.Argument(metavar="SENTENCE...", help=_TEXTS, show_default=False)],
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help=_PUBLISHED, show_default=False)] = None,
    model: Annotated[str, typer.Option("--model", help=MODEL)] = LanguageSettings().model,
    json: Annotated[bool, typer.Option("--json", help="Print the grounds as JSON, with the codes of coding.")] = False,
) -> None:
    """Explain why sentences are coded as they are.

    Shows the parse, the mentions, times and voices, what each report rests on, and why the other verbs and event nouns make
    no report.

    [bold]Examples[/bold]

    accord explain "Norway said on Thursday it would send medics to Chad."

    accord explain "They met in Oslo." "Rebels may attack the port." --json

    accord explain - --published 2024-05-03 < article.txt
    """
    day = _read_day(published)
    read = [sys.stdin.buffer.read().decode("utf-8", "replace") if text == "-" else text for text in texts]
    if not any(text.strip() for text in read):
        raise SettingsError("nothing to explain: give a sentence in quotation marks, or - and words on standard input")
    from accord.pipeline import explain_text

    found = [sentence for text in read for sentence in explain_text(text, day, LanguageSettings(model))]
    if json:
        print_json(found)
        return
    from accord.cli.grounds import render

    get_console().print(render(found))


def _read_day(value: str | None) -> datetime.date | None:
    try:
        return None if value is None else datetime.date.fromisoformat(value)
    except ValueError as error:
        raise SettingsError(f"--published {value}: write a day as 2019-12-19") from error
