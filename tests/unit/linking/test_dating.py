"""Dating: undated articles find their days together, and none finds one that nothing supports."""

import dataclasses
import datetime

import pytest

from accord.linking.copies import find_copies
from accord.linking.dating.articles import date_articles
from accord.linking.links import ActorLinks
from accord.model.reading import PageDay, Reading
from accord.model.record import Published
from accord.model.time import TimeValue

from .make_readings import Stamp, make_reading

NOBODY = ActorLinks((), {})
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(name: str, direction: int = -1) -> Stamp:
    return name, TimeValue(form="weekday", weekday=DAYS.index(name), direction=direction)


def date(
    words: str, *, year: int | None = None, month: int | None = None, day: int | None = None, direction: int = -1
) -> Stamp:
    return words, TimeValue(form="date", year=year, month=month, day=day, direction=direction)


LAST_MONTH: Stamp = ("last month", TimeValue(form="relative", unit="month", offset=-1, direction=-1))


def solve(*readings: Reading) -> dict[str, Published]:
    return date_articles(readings, NOBODY, find_copies(readings))


def holds(published: Published, day: str) -> bool:
    assert published.start is not None
    assert published.end is not None
    return published.start <= datetime.date.fromisoformat(day) <= published.end


PORT = "the port authority of Velden signed a night pay agreement with the dockers union"
PORT_BACK = "The agreement ends a strike of the dockers that had closed the quays of Velden and its container terminal."


def test_stated_dates_are_kept_as_they_are() -> None:
    """A date of the text or its metadata is returned unchanged, and an article with nothing to go by has no entry."""
    dated = make_reading("a", "A bridge fell.", day="2018-05-04")
    bare = make_reading("b", "Somebody sang a song about rivers.")
    assert solve(bare, dated) == {"a": dated.article.published}


def test_full_date_in_the_first_line_dates_an_article() -> None:
    """News told with its full date appeared on that day or soon after, never before, and the date is its evidence."""
    reading = make_reading("a", f"On March 9, 2021, {PORT}.", times=(date("March 9, 2021", year=2021, month=3, day=9),))
    companion = make_reading("b", f"On Tuesday {PORT}. {PORT_BACK}", times=(weekday("Tuesday"),), day="2021-03-09")
    found = solve(reading, companion)["a"]
    assert found.basis == "inferred"
    assert holds(found, "2021-03-09")
    assert found.start == datetime.date(2021, 3, 9)
    assert "March 9, 2021" in [span.text for span in found.evidence]


def test_weekday_is_anchored_by_a_dated_article_of_the_story() -> None:
    """A weekday in an undated article means the day that a dated article of the same story gives."""
    dated = make_reading("a", f"On Wednesday {PORT}. {PORT_BACK}", times=(weekday("Wednesday"),), day="2021-03-10")
    undated = make_reading("b", f"Late on Wednesday {PORT}, its director said. {PORT_BACK}", times=(weekday("Wednesday"),))
    found = solve(dated, undated)["b"]
    assert found.start == datetime.date(2021, 3, 10)
    assert holds(found, "2021-03-11")
    assert all(span.text for span in found.evidence)


def make_follow_up() -> Reading:
    text = (
        "The dockers union and the port authority of Velden met to review their night pay agreement. "
        "The agreement of 2021 had ended a strike that closed the quays."
    )
    return make_reading("z", text, day="2022-05-02", times=(date("2021", year=2021),))


@pytest.mark.parametrize(("day_of_week", "year"), [("Tuesday", 2021), ("Monday", 2020)])
def test_weekday_and_month_day_of_one_event_settle_the_year(day_of_week: str, year: int) -> None:
    """Nothing names a year, but only in one near the dated follow-up does the event's date fall on its weekday."""
    wording = "said on {} that it signed a night pay agreement with the dockers union after talks"
    a = make_reading(
        "a", f"The port authority of Velden {wording.format(day_of_week)}. {PORT_BACK}", times=(weekday(day_of_week),)
    )
    b = make_reading(
        "b", f"Velden's port authority {wording.format('March 9')}. {PORT_BACK}", times=(date("March 9", month=3, day=9),)
    )
    late = dataclasses.replace(make_follow_up(), times=())
    found = solve(a, b, late)
    assert {found["a"].start, found["b"].start} == {datetime.date(year, 3, 9)}


def test_last_month_and_a_named_month_agree() -> None:
    """An article that calls November last month appeared in December."""
    wording = "Ministers of Borduria and Syldavia signed a fishing accord in the harbour of Klow"
    told = make_reading("a", f"{wording} last month. Parliament will vote on the fishing accord.", times=(LAST_MONTH,))
    named = make_reading(
        "b",
        f"{wording} on November 27, 2017. Parliament debated the fishing accord.",
        times=(date("November 27, 2017", year=2017, month=11, day=27),),
        day="2017-12-19",
    )
    found = solve(told, named).get("a")
    assert found is not None
    assert holds(found, "2017-12-19")
    assert found.start is not None
    assert found.start.month == 12


def test_nothing_dates_an_article_of_other_things() -> None:
    """An article unlike every dated one, with nothing but a weekday, stays undated."""
    dated = make_reading("a", f"On Wednesday {PORT}. {PORT_BACK}", times=(weekday("Wednesday"),), day="2021-03-10")
    other = make_reading("b", "A choir of children sang in Tarn on Wednesday.", times=(weekday("Wednesday"),))
    assert set(solve(dated, other)) == {"a"}


def test_a_year_of_background_is_no_date() -> None:
    """A lone year recalled long after does not date an article to that year."""
    reading = make_reading(
        "a", "The bridge was built in 1974, an engineer said on Monday.", times=(date("1974", year=1974), weekday("Monday"))
    )
    assert solve(reading) == {}


def test_order_of_articles_does_not_matter() -> None:
    """The same readings in another order give the same dates."""
    readings = [
        make_reading("a", f"On Wednesday {PORT}. {PORT_BACK}", times=(weekday("Wednesday"),), day="2021-03-10"),
        make_reading("b", f"Late on Wednesday {PORT}. {PORT_BACK}", times=(weekday("Wednesday"),)),
        make_reading("c", f"{PORT_BACK} It was signed on Wednesday.", times=(weekday("Wednesday"),)),
        make_follow_up(),
    ]
    assert solve(*readings) == solve(*readings[::-1])


def test_the_day_of_a_dateline_dates_an_article() -> None:
    """A dateline's day without its year settles what the text leaves open, and is evidence."""
    companion = make_reading("b", f"On Tuesday {PORT}. {PORT_BACK}", times=(weekday("Tuesday"),), day="2021-03-09")
    bare = make_reading("a", f"VELDEN: {PORT}. {PORT_BACK}")
    day = PageDay(0, 6, TimeValue(form="date", month=3, day=11, direction=-1))
    found = solve(dataclasses.replace(bare, article=dataclasses.replace(bare.article, page_day=day)), companion)["a"]
    assert (found.start, holds(found, "2021-03-11")) == (datetime.date(2021, 3, 11), True)
    assert "VELDEN" in {span.text for span in found.evidence}
