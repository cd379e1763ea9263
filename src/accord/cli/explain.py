"""`accord explain`: why sentences are coded as they are. What is shown of each is laid out in `accord.cli.grounds`."""

import datetime
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from accord.cli.build import MODEL
from accord.cli.terminal import get_console, print_json
from accord.errors import SettingsError
from accord.settings import LanguageSettings

if TYPE_CHECKING:
    from accord.coding.explaining.explanation import ExplainedSentence
    from accord.model.record import Report

_TEXTS = "Sentences, each argument read by itself, or - for standard input; with --case ids of reports or events."
_CASE = "Explain the sentences of reports in this case."
_PUBLISHED = "The day the text appeared, which puts “Thursday” on the calendar."


def explain(
    texts: Annotated[list[str], typer.Argument(metavar="SENTENCE...", help=_TEXTS, show_default=False)],
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help=_PUBLISHED, show_default=False)] = None,
    case: Annotated[str | None, typer.Option("--case", "-c", help=_CASE, show_default=False)] = None,
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

    accord explain --case case.db report-3f2a9c01b7de
    """
    if case is not None and published is not None:
        raise SettingsError("--published is for texts: the articles of a case have days of their own")
    day = _read_day(published)
    found = _explain_reports(case, texts) if case is not None else _explain_texts(texts, day, LanguageSettings(model))
    if json:
        print_json(found)
        return
    from accord.cli.grounds import render

    get_console().print(render(found))


def _explain_texts(texts: Sequence[str], day: datetime.date | None, language: LanguageSettings) -> "list[ExplainedSentence]":
    from accord.pipeline import explain_text

    read = [sys.stdin.buffer.read().decode("utf-8", "replace") if text == "-" else text for text in texts]
    if not any(text.strip() for text in read):
        raise SettingsError("nothing to explain: give a sentence in quotation marks, or - and words on standard input")
    return [sentence for text in read for sentence in explain_text(text, day, language)]


def _explain_reports(case: str, ids: Sequence[str]) -> "list[ExplainedSentence]":
    from accord.pipeline import explain_reports, open_case
    from accord.views.index import RecordIndex
    from accord.views.selection import find_by_id

    with open_case(case) as opened:
        index = RecordIndex(opened.record)
        chosen: list[Report] = []
        for id in ids:
            if id.startswith("event-"):
                chosen += index.reports_of(find_by_id(index.events, id, "event"))
            else:
                chosen.append(find_by_id(index.reports, id, "report"))
        return list(explain_reports(opened, chosen))


def _read_day(value: str | None) -> datetime.date | None:
    try:
        return None if value is None else datetime.date.fromisoformat(value)
    except ValueError as error:
        raise SettingsError(f"--published {value}: write a day as 2019-12-19") from error
