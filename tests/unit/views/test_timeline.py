"""Timelines: date order, months together, gaps said."""

import datetime

from accord.model.record import Event, Record
from accord.model.time import Granularity, When
from accord.views.events import view_events
from accord.views.index import RecordIndex
from accord.views.timeline import view_timeline


def _make_event(id: str, start: str, end: str | None = None, granularity: Granularity = "day") -> Event:
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end or start)
    return Event(id=id, event_type="AGREE", date=When(first, last, granularity))


EVENTS = (
    _make_event("day", "2021-03-02"),
    _make_event("same-day", "2021-03-02"),
    _make_event("month", "2021-03-01", "2021-03-31", "month"),
    _make_event("interval", "2021-03-02", "2021-04-02", "interval"),
    _make_event("later", "2021-06-01"),
    _make_event("year", "2018-01-01", "2018-12-31", "year"),
    Event(id="undated", event_type="AGREE"),
)


def test_events_are_in_date_order_by_month() -> None:
    """A month comes before its days, an interval before the day it begins with; equal dates share a day."""
    views = view_timeline(view_events(RecordIndex(Record(events=EVENTS)), EVENTS))
    found = [(month.title, [[event.id for event in day.events] for day in month.days]) for month in views]
    assert found == [
        ("2018", [["year"]]),
        ("March 2021", [["month"], ["interval"], ["day", "same-day"]]),
        ("June 2021", [["later"]]),
    ]
    assert [month.gap for month in views] == ["", "2 years without events", "2 months without events"]


def test_order_of_input_does_not_matter() -> None:
    """The same events give the same timeline."""
    index = RecordIndex(Record(events=EVENTS))
    assert view_timeline(view_events(index, EVENTS)) == view_timeline(view_events(index, EVENTS[::-1]))
