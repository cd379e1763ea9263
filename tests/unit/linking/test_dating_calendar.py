"""Calendar arithmetic over many candidate days at once."""

import datetime

import numpy as np
import pytest

from accord.linking.dating.calendar import explain, find_bounds, to_date, to_day
from accord.model.time import TimeValue

CASES = [
    (TimeValue(form="weekday", weekday=3, direction=-1), "2019-12-21", -1, "2019-12-19", "2019-12-19"),
    (TimeValue(form="weekday", weekday=3, direction=-1), "2019-12-19", -1, "2019-12-19", "2019-12-19"),
    (TimeValue(form="weekday", weekday=0, direction=1), "2019-12-21", 1, "2019-12-23", "2019-12-23"),
    (TimeValue(form="date", month=11, day=27), "2020-01-05", -1, "2019-11-27", "2019-11-27"),
    (TimeValue(form="date", month=11), "2019-12-21", -1, "2019-11-01", "2019-11-30"),
    (TimeValue(form="date", month=2, day=3), "2019-12-21", 1, "2020-02-03", "2020-02-03"),
    (TimeValue(form="date", year=2014), "2019-12-21", -1, "2014-01-01", "2014-12-31"),
    (TimeValue(form="date", year=2016, month=2), "2019-12-21", -1, "2016-02-01", "2016-02-29"),
    (TimeValue(form="relative", unit="month", offset=-1), "2020-01-05", -1, "2019-12-01", "2019-12-31"),
    (TimeValue(form="relative", unit="day", offset=-1), "2020-01-01", -1, "2019-12-31", "2019-12-31"),
    (TimeValue(form="relative", unit="year", offset=-1), "2020-01-05", -1, "2019-01-01", "2019-12-31"),
    (TimeValue(form="relative", unit="week", offset=-1), "2019-12-19", -1, "2019-12-08", "2019-12-15"),
]


@pytest.mark.parametrize(("value", "anchor", "direction", "first", "last"), CASES)
def test_meaning_on_a_day(value: TimeValue, anchor: str, direction: int, first: str, last: str) -> None:
    """An expression means these days when its article appeared on the anchor day."""
    days = np.array([to_day(datetime.date.fromisoformat(anchor))])
    meaning = explain(value, days, direction)
    assert meaning is not None
    assert (to_date(meaning.first[0]).isoformat(), to_date(meaning.last[0]).isoformat()) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        TimeValue(form="vague"),
        TimeValue(form="duration", unit="week", offset=2),
        TimeValue(form="relative", unit="day", offset=2, anchored_in_text=True),
        TimeValue(form="date", year=2020, modifier="until"),
    ],
)
def test_words_that_name_no_days(value: TimeValue) -> None:
    """Lengths, vague words, open bounds and days counted from other times name nothing by themselves."""
    assert explain(value, np.array([18_000]), -1) is None


def test_impossible_day_has_no_bounds() -> None:
    """The thirtieth of February is no date."""
    assert find_bounds(TimeValue(form="date", year=2020, month=2, day=30)) is None
