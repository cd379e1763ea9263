"""Dates that know their precision: intervals of whole days, and time expressions before they are anchored.

A news text says "Thursday", "Dec. 19" or "last month" long before anybody knows when it was published. `TimeValue` keeps
what the words say; `accord.model.calendar.resolve` turns it into a `When` once the article's own date, or the interval it
must lie in, is known.
"""

import datetime
from dataclasses import dataclass
from typing import Literal

Granularity = Literal["day", "week", "month", "quarter", "season", "year", "decade", "interval"]
Unit = Literal["second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "year", "decade", "century"]
TimeForm = Literal["date", "weekday", "relative", "season", "duration", "vague", "holiday", "clock", "set"]
TimeModifier = Literal["since", "until", "before", "after", "early", "mid", "late", "about", "by"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Whole days from `start` to `end`, both included; `None` is open."""

    start: datetime.date | None
    end: datetime.date | None


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as it is known: days from `start` to `end`, both included."""

    start: datetime.date | None
    end: datetime.date | None
    granularity: Granularity = "day"
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeValue:
    """What a time expression says, before it is anchored to a date.

    Attributes:
        form: `clock` a time of day alone ("at 5 p.m.") and `set` a repetition ("every day") have no date;
            `date` a calendar date, whole ("11 January 2021") or partial ("Dec. 19", "April", "2014");
            `weekday` a day of the week; `relative` a number of units from the anchor ("last month", "yesterday",
            "three weeks ago"); `season` winter to autumn; `duration` a length ("for two weeks", "18 months");
            `vague` "recently", "in the coming days".
        year, month, day: the calendar parts that are said.
        weekday: 0 for Monday to 6 for Sunday.
        season: 0 winter, 1 spring, 2 summer, 3 autumn.
        unit, offset: for `relative` the unit and how many of it from the anchor (-1 for "last month", 0 for "today"); for
            `holiday` the days from Easter; for `duration` the unit and the length in `offset`; beside a weekday, month,
            season or holiday -1, 0 and 1 are "last", "this" and "next".
        direction: -1 where the words or the tense say past, 1 future, 0 where neither does.
        modifier: a word that bounds or shades it ("since", "early", "by" …).
        approximate: "about", "several", "around".
        anchored_in_text: counted from another time of the text ("two days later"), not from publication.
        until: the end of a range ("from May 3 to May 5"), itself unanchored.
        clock: the time of day in TIMEX3 form ("T17:30", "TMO" for the morning).
        timex: the TIMEX3 value where it can be given without anchor, for measuring only.
    """

    form: TimeForm
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    unit: Unit | None = None
    offset: float | None = None
    direction: int = 0
    modifier: TimeModifier | None = None
    approximate: bool = False
    anchored_in_text: bool = False
    until: "TimeValue | None" = None
    clock: str | None = None
    timex: str | None = None
