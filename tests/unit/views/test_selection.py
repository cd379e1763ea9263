"""Choosing events: each filter narrows, names match by any spelling, an id may be typed in part."""

import datetime

import pytest

from accord.errors import SettingsError
from accord.views.index import RecordIndex
from accord.views.selection import EventFilter, find_by_id, select_events
from tests.samples import make_record

INDEX = RecordIndex(make_record())
DAY = datetime.date(2022, 5, 3)


@pytest.mark.parametrize(
    ("wanted", "events"),
    [
        (EventFilter(), ["event-1", "event-2"]),
        (EventFilter(actor="velden"), ["event-1"]),
        (EventFilter(actor="osterl"), ["event-1"]),
        (EventFilter(actor="actor-2"), ["event-1"]),
        (EventFilter(actor="nobody"), []),
        (EventFilter(event_type="COERCE"), ["event-2"]),
        (EventFilter(status="negated"), ["event-2"]),
        (EventFilter(since=DAY), ["event-1"]),
        (EventFilter(since=DAY + datetime.timedelta(1)), []),
        (EventFilter(until=DAY), ["event-1"]),
        (EventFilter(until=DAY - datetime.timedelta(1)), []),
        (EventFilter(status="actual", event_type="COERCE"), []),
    ],
)
def test_filters_choose_events(wanted: EventFilter, events: list[str]) -> None:
    """An event must match every filter that is set; one without a date matches no date."""
    assert [event.id for event in select_events(INDEX, wanted)] == events


def test_an_id_may_be_typed_in_part() -> None:
    """The start of an id is enough where only one fits; otherwise the choice is said."""
    assert find_by_id(INDEX.events, "event-1", "event").id == "event-1"
    assert find_by_id(INDEX.events, "2", "event").id == "event-2"
    with pytest.raises(SettingsError, match="no event 'x'"):
        find_by_id(INDEX.events, "x", "event")
    with pytest.raises(SettingsError, match="fits 2 events"):
        find_by_id(INDEX.events, "event-", "event")
