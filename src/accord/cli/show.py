"""`accord show`: a case read in the terminal. The views themselves are in `accord.cli.listings`."""

import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from accord.cli.output import CaseArgument
from accord.cli.terminal import get_console, print_json
from accord.errors import SettingsError
from accord.model.record import EventType, Status

if TYPE_CHECKING:
    from accord.views.selection import EventFilter


class View(StrEnum):
    """What can be shown of a case."""

    summary = "summary"
    events = "events"
    event = "event"
    actors = "actors"
    agreements = "agreements"
    disagreements = "disagreements"
    sources = "sources"
    timeline = "timeline"
    articles = "articles"
    origins = "origins"


_WITH_ID = (View.event, View.origins)


def _ask(help: str, metavar: str | None = None) -> Any:
    return typer.Option(help=help, metavar=metavar, show_default=False)


_ID = "For event and origins: the event, or the start of its id."
_Id = Annotated[str | None, typer.Argument(metavar="[ID]", help=_ID, show_default=False)]
_Actor = Annotated[str | None, _ask("Only events of this actor, by any spelling or a part of one.")]
_Type = Annotated[str | None, _ask("Only events of this PLOVER type, such as AGREE.")]
_Since = Annotated[str | None, _ask("Only events that may have happened on this day or later.", "DATE")]
_Until = Annotated[str | None, _ask("Only events that may have happened on this day or before.", "DATE")]
_Status = Annotated[str | None, _ask("Only events that are actual, future, hypothetical or negated.")]


def show(
    case: CaseArgument,
    view: Annotated[View, typer.Argument(metavar="[VIEW]", help=f"One of: {', '.join(View)}.")] = View.summary,
    id: _Id = None,
    actor: _Actor = None,
    type: _Type = None,
    since: _Since = None,
    until: _Until = None,
    status: _Status = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead, as docs/record.md names its fields.")] = False,
) -> None:
    """Show a case. Filters choose events, for the views that show any.

    [bold]Examples[/bold]

    accord show case.db

    accord show case.db events --actor ministry --since 2024-01

    accord show case.db event event-3f2a9c01b7de

    accord show case.db actors --json
    """
    from accord.cli import listings
    from accord.pipeline import list_failed, open_case
    from accord.views.index import RecordIndex

    if (view in _WITH_ID) != (id is not None):
        raise SettingsError(f"`show {view}` takes {'the id of an event' if view in _WITH_ID else 'no id'}: see --help")
    wanted = _make_filter(actor, type, status, since, until)
    with open_case(case) as opened:
        page = listings.Page(RecordIndex(opened.record), wanted, id or "", case, list_failed(opened))
    if json:
        print_json(listings.select_json(page, view))
    else:
        get_console().print(listings.render(page, view))


def _make_filter(
    actor: str | None, type: str | None, status: str | None, since: str | None, until: str | None
) -> "EventFilter":
    from accord.views.selection import EventFilter

    return EventFilter(
        actor=actor,
        event_type=_choose("--type", type.upper() if type else None, EventType),
        status=_choose("--status", status.lower() if status else None, Status),
        since=_read_day("--since", since, last=False),
        until=_read_day("--until", until, last=True),
    )


def _choose(option: str, value: str | None, choices: object) -> str | None:
    if value is not None and value not in get_args(choices):
        raise SettingsError(f"{option} {value}: choose one of {', '.join(get_args(choices))}")
    return value


def _read_day(option: str, value: str | None, *, last: bool) -> datetime.date | None:
    """Return a day from `2019-12-19`, `2019-12` or `2019`: the first or the last one that it covers."""
    if value is None:
        return None
    try:
        first = datetime.date.fromisoformat(value + "0000-01-01"[len(value) :])
        if not last or len(value) == len("0000-00-00"):
            return first
        following = datetime.date(first.year + 1, 1, 1) if len(value) == len("0000") else first + datetime.timedelta(days=31)
        return following.replace(day=1) - datetime.timedelta(days=1)
    except ValueError as error:
        raise SettingsError(f"{option} {value}: write a day as 2019-12-19, a month as 2019-12, or a year as 2019") from error
