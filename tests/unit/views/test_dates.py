"""Dates in words: as precise as they are known, never more."""

import datetime

import pytest

from accord.model.record import Published, ReportDate
from accord.model.time import Granularity, When
from accord.views.dates import view_date


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("start", "end", "granularity", "approximate", "text", "precision"),
    [
        ("2021-05-03", "2021-05-03", "day", False, "3 May 2021", "day"),
        ("2021-05-03", "2021-05-03", "day", True, "about 3 May 2021", "day"),
        ("2021-05-01", "2021-05-31", "month", False, "May 2021", "period"),
        ("2021-05-01", "2021-05-31", "month", True, "about May 2021", "period"),
        ("2021-01-01", "2021-12-31", "year", False, "2021", "period"),
        ("2010-01-01", "2019-12-31", "decade", False, "the 2010s", "period"),
        ("2021-05-03", "2021-05-09", "week", False, "the week of 3 May 2021", "period"),
        ("2021-04-01", "2021-06-30", "quarter", False, "April to June 2021", "period"),
        ("2021-05-03", "2021-05-09", "interval", True, "between 3 and 9 May 2021", "interval"),
        ("2021-04-30", "2021-05-09", "interval", False, "between 30 April and 9 May 2021", "interval"),
        ("2020-12-30", "2021-01-02", "interval", False, "between 30 December 2020 and 2 January 2021", "interval"),
        (None, "2021-05-09", "interval", False, "until 9 May 2021", "open"),
        ("2021-05-03", None, "interval", False, "from 3 May 2021 on", "open"),
        (None, None, "interval", False, "no date known", "none"),
    ],
)
def test_a_date_is_said_with_its_precision(
    start: str | None, end: str | None, granularity: Granularity, approximate: bool, text: str, precision: str
) -> None:
    """A month never becomes a day, an interval never a month, and "about" is not lost."""
    view = view_date(When(_day(start), _day(end), granularity, approximate))
    assert (view.text, view.precision) == (text, precision)


def test_all_kinds_of_dates_are_said_alike() -> None:
    """The dates of events, reports and articles use the same words."""
    day = datetime.date(2021, 5, 3)
    dates = (When(day, day), ReportDate(day, day, "day", False, "stated"), Published(day, day, "stated"))
    assert {view_date(date).text for date in dates} == {"3 May 2021"}


@pytest.mark.parametrize(("granularity", "month"), [("year", 0), ("decade", 0), ("month", 1), ("interval", 1)])
def test_a_year_is_in_no_month(granularity: Granularity, month: int) -> None:
    """A timeline must not put into January what happened at some time of a year."""
    view = view_date(When(datetime.date(2020, 1, 1), datetime.date(2020, 12, 31), granularity))
    assert (view.year, view.month) == (2020, month)
