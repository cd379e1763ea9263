"""Values of the record in a reader's words: dates as precise as they are known, how well an event is supported."""

import datetime
from collections.abc import Sequence

from accord.model.record import AgreementStage, Event, Published, Quantity, ReportDate, Voice
from accord.model.time import When

_LENGTH = {"day": 10, "month": 7, "year": 4}
"""How much of an ISO date a granularity can vouch for."""


def say_when(when: When | ReportDate | Published | None) -> str:
    """Return a date as precise as it is known.

    >>> say_when(When(datetime.date(2021, 3, 1), datetime.date(2021, 3, 31), "month"))
    '2021-03'
    >>> say_when(When(None, datetime.date(2021, 3, 2), "interval"))
    'until 2021-03-02'
    >>> say_when(None)
    'no date'
    """
    if when is None or (when.start is None and when.end is None):
        return "no date"
    said = _say_bounds(when.start, when.end, getattr(when, "granularity", "day"))
    return f"about {said}" if getattr(when, "approximate", False) else said


def _say_bounds(start: datetime.date | None, end: datetime.date | None, granularity: str) -> str:
    if start is None:
        return f"until {end}"
    if end is None:
        return f"since {start}"
    if start == end:
        return str(start)
    length = _LENGTH.get(granularity, 10)
    first, last = str(start)[:length], str(end)[:length]
    return first if first == last and length < 10 else f"{start} to {end}"


def say_support(event: Event) -> str:
    """Return how many articles and origins stand behind an event, and whether any origin is disinterested.

    >>> from accord.model.record import Origin
    >>> say_support(Event(id="e", event_type="AGREE", articles=4, origins=(Origin("council", (), True),)))
    '4 articles, 1 origin, interested'
    """
    parts = [say_count(event.articles, "article"), say_count(len(event.origins), "origin")]
    interested = sum(origin.interested for origin in event.origins)
    if interested:
        parts.append("interested" if interested == len(event.origins) else f"{interested} interested")
    return ", ".join(parts)


def say_count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> say_count(1, "article"), say_count(2, "story")
    ('1 article', '2 stories')
    """
    if number == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {plural}"


def say_voices(voices: Sequence[Voice]) -> str:
    """Return a voice chain, outermost first."""
    return " › ".join(voice.text for voice in voices)


def say_code(event: Event) -> str:
    """Return an event's type, mode and status, and whether it is background."""
    words: list[str] = [event.event_type]
    if event.mode:
        words.append(event.mode)
    words.append(event.status)
    if event.historical:
        words.append("background")
    return " · ".join(words)


def say_stage(stage: AgreementStage) -> str:
    """Return a stage of an agreement with its date."""
    return f"{stage.stage.replace('_', ' ')} ({say_when(stage.date)})"


def say_quantity(value: Quantity) -> str:
    """Return a number with its bounds.

    >>> say_quantity(Quantity(at_least=20)), say_quantity(Quantity(exact=7))
    ('at least 20', '7')
    """
    if value.exact is not None:
        return f"{value.exact:,g}"
    low = f"at least {value.at_least:,g}" if value.at_least is not None else ""
    high = f"at most {value.at_most:,g}" if value.at_most is not None else ""
    return ", ".join(part for part in (low, high) if part) or "unknown"
