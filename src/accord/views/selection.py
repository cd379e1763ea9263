"""Choosing events of a record: by actor, type, date and status; sorting them by date; finding one by its id."""

import datetime
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from accord.errors import SettingsError
from accord.model.record import Actor, Event
from accord.views.index import RecordIndex

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """What an event must be; None asks nothing. `actor` is a part of a name, spelling, or an id; dates are whole days."""

    actor: str | None = None
    event_type: str | None = None
    status: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None


def select_events(index: RecordIndex, wanted: EventFilter) -> tuple[Event, ...]:
    """Return the events that match, sorted by date; an event without a date matches no date."""
    actors = {actor.id for actor in index.record.actors if wanted.actor and matches_name(actor, wanted.actor)}
    found = [
        event
        for event in index.record.events
        if (wanted.actor is None or actors & {*event.actor, *event.recipient})
        and (wanted.event_type is None or event.event_type == wanted.event_type)
        and (wanted.status is None or event.status == wanted.status)
        and _is_between(event, wanted.since, wanted.until)
    ]
    return sort_by_date(found)


def sort_by_date(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events by the first day they may have happened; those without a date last."""
    return tuple(sorted(events, key=_first_day))


def matches_name(actor: Actor, words: str) -> bool:
    """Whether an actor's id, name or one of its spellings holds the words; accents and case do not matter."""
    wanted = fold(words)
    return actor.id == words or any(wanted in fold(name) for name in (actor.name, *(alias.text for alias in actor.aliases)))


def fold(text: str) -> str:
    """Return a text without accents and case.

    >>> fold("Łódź São")
    'łodz sao'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def find_by_id(lines: Mapping[str, Line], id: str, kind: str) -> Line:
    """Return the line whose id is, or begins or ends with, what was typed.

    Raises:
        SettingsError: no line or more than one has such an id.
    """
    if id in lines:
        return lines[id]
    found = sorted(key for key in lines if id and (key.startswith(id) or key.removeprefix(f"{kind}-").startswith(id)))
    if len(found) == 1:
        return lines[found[0]]
    if not found:
        view = "event ID" if kind == "report" else f"{kind}s"
        raise SettingsError(f"there is no {kind} {id!r} in this case: list them with `accord show CASE {view}`")
    raise SettingsError(f"{id!r} fits {len(found)} {kind}s: {', '.join(found[:5])}; type more of the id")


def _first_day(event: Event) -> tuple[datetime.date, datetime.date, str, str, str]:
    start = event.date.start if event.date else None
    end = event.date.end if event.date else None
    last = datetime.date.max
    return start or end or last, end or last, event.event_type, event.summary, event.id


def _is_between(event: Event, since: datetime.date | None, until: datetime.date | None) -> bool:
    if since is None and until is None:
        return True
    if event.date is None or (event.date.start is None and event.date.end is None):
        return False
    begins, ends = event.date.start or datetime.date.min, event.date.end or datetime.date.max
    return (since is None or ends >= since) and (until is None or begins <= until)
