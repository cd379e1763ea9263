"""Time expressions: what is found in a sentence, and when it is."""

import datetime

import pytest

from accord.coding.times.expressions import find_times, resolve
from accord.data import load_yaml
from accord.language.parse import Parser
from accord.model.reading import TimeExpression
from accord.model.time import Interval, TimeValue, When

THURSDAY = datetime.date(2019, 3, 14)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def find(parser: Parser, text: str) -> tuple[TimeExpression, ...]:
    return tuple(time for sentence in parser.parse_text(text).sentences for time in find_times(sentence, text))


def on(day: datetime.date) -> Interval:
    return Interval(day, day)


DATED = [
    ("The envoy arrived on Thursday.", "Thursday", "2019-03-14", "2019-03-14"),
    ("The envoy arrived on Wednesday.", "Wednesday", "2019-03-13", "2019-03-13"),
    ("Monday's raid killed nobody.", "Monday", "2019-03-11", "2019-03-11"),
    ("Three men died after Sunday's raid.", "Sunday", "2019-03-10", "2019-03-10"),
    ("The parliament will vote on Thursday.", "Thursday", "2019-03-14", "2019-03-14"),
    ("The parliament will vote on Monday.", "Monday", "2019-03-18", "2019-03-18"),
    ("The minister said last Thursday that talks had failed.", "last Thursday", "2019-03-07", "2019-03-07"),
    ("Voters go to the polls next Tuesday.", "next Tuesday", "2019-03-19", "2019-03-19"),
    ("The court ruled on 3 February 2018.", "3 February 2018", "2018-02-03", "2018-02-03"),
    ("The court ruled on Feb. 3, 2018.", "Feb. 3, 2018", "2018-02-03", "2018-02-03"),
    ("The court ruled on the 3rd of February, 2018.", "the 3rd of February, 2018", "2018-02-03", "2018-02-03"),
    ("The court ruled on Dec. 5.", "Dec. 5", "2018-12-05", "2018-12-05"),
    ("The court will rule on May 7.", "May 7", "2019-05-07", "2019-05-07"),
    ("The siege began in November.", "November", "2018-11-01", "2018-11-30"),
    ("The siege will end in June.", "June", "2019-06-01", "2019-06-30"),
    ("The pact was signed in 2014.", "2014", "2014-01-01", "2014-12-31"),
    ("The pact was signed in March 2014.", "March 2014", "2014-03-01", "2014-03-31"),
    ("Fighting has raged since January.", "since January", "2019-01-01", "2019-01-31"),
    ("Talks will go on until 2025.", "until 2025", "2025-01-01", "2025-12-31"),
    ("The army withdrew in early 2017.", "early 2017", "2017-01-01", "2017-05-01"),
    ("Prices fell in mid-May.", "mid-May", "2018-05-11", "2018-05-21"),
    ("The bridge fell in late October 2016.", "late October 2016", "2016-10-22", "2016-10-31"),
    ("The war of the 1990s left scars.", "1990s", "1990-01-01", "1999-12-31"),
    ("Output fell in the third quarter of 2018.", "third quarter of 2018", "2018-07-01", "2018-09-30"),
    ("Exports grew in Q2.", "Q2", "2018-04-01", "2018-06-30"),
    ("He was elected last summer.", "last summer", "2018-06-01", "2018-08-31"),
    ("The harvest failed in the winter of 2016.", "winter of 2016", "2015-12-01", "2016-02-29"),
    ("He left the country yesterday.", "yesterday", "2019-03-13", "2019-03-13"),
    ("She will fly to Oslo tomorrow.", "tomorrow", "2019-03-15", "2019-03-15"),
    ("The siege was lifted today.", "today", "2019-03-14", "2019-03-14"),
    ("Rockets fell on the town last night.", "last night", "2019-03-13", "2019-03-13"),
    ("Police raided the office this morning.", "this morning", "2019-03-14", "2019-03-14"),
    ("Last month the two sides signed a truce.", "Last month", "2019-02-01", "2019-02-28"),
    ("The king visited Rabat last week.", "last week", "2019-03-04", "2019-03-10"),
    ("The summit will be held next month.", "next month", "2019-04-01", "2019-04-30"),
    ("The law takes effect this year.", "this year", "2019-01-01", "2019-12-31"),
    ("He resigned two weeks ago.", "two weeks ago", "2019-02-25", "2019-03-03"),
    ("He resigned three days ago.", "three days ago", "2019-03-11", "2019-03-11"),
    ("He resigned several months ago.", "several months ago", "2018-11-01", "2019-01-31"),
    ("He resigned five years ago.", "five years ago", "2014-01-01", "2014-12-31"),
    ("The town fell in recent days.", "recent days", "2019-03-07", "2019-03-14"),
    ("The envoy will travel there in the coming weeks.", "coming weeks", "2019-03-14", "2019-04-11"),
    ("Talks were held from 3 to 5 May 2018.", "from 3 to 5 May 2018", "2018-05-03", "2018-05-05"),
    ("Talks were held on May 3-5, 2018.", "May 3-5, 2018", "2018-05-03", "2018-05-05"),
    ("The mandate ran between 2014 and 2016.", "between 2014 and 2016", "2014-01-01", "2016-12-31"),
    ("The 2014-15 campaign was costly.", "2014-15", "2014-01-01", "2015-12-31"),
    ("The march started at 5 p.m. on March 3.", "5 p.m. on March 3", "2019-03-03", "2019-03-03"),
    ("Police fired on the crowd on Saturday morning.", "Saturday morning", "2019-03-09", "2019-03-09"),
    ("The report is dated 2018-11-30.", "2018-11-30", "2018-11-30", "2018-11-30"),
    ("The report is dated 11/30/2018.", "11/30/2018", "2018-11-30", "2018-11-30"),
    ("The strike will end in two weeks.", "in two weeks", "2019-03-25", "2019-03-31"),
    ("The army was expected to leave on Sunday.", "Sunday", "2019-03-17", "2019-03-17"),
    ("The protest was planned for Sunday.", "Sunday", "2019-03-17", "2019-03-17"),
    ("The attack took place on Christmas Eve.", "Christmas Eve", "2018-12-24", "2018-12-24"),
    ("The mayor was shot on Good Friday.", "Good Friday", "2018-03-30", "2018-03-30"),
    ("The group recently claimed an attack.", "recently", "2019-02-11", "2019-03-14"),
    ("He was killed on June 12 last year.", "June 12 last year", "2018-06-12", "2018-06-12"),
    ("The ministry said on Tuesday, March 12, that it would appeal.", "Tuesday, March 12", "2019-03-12", "2019-03-12"),
    ("The church burned down over the weekend.", "weekend", "2019-03-09", "2019-03-10"),
    ("The 20th century saw two great wars.", "20th century", "1900-01-01", "1999-12-31"),
]
"""Sentence, expression, first and last day for an article of Thursday 14 March 2019."""

RANGES = [
    ("Talks ran from Nov. 28 to Dec. 3.", "from Nov. 28 to Dec. 3", "2018-11-28", "2018-12-03"),
    ("He was abroad from Dec. 30 to Jan. 3.", "from Dec. 30 to Jan. 3", "2018-12-30", "2019-01-03"),
    ("The truce held from Monday to Saturday.", "from Monday to Saturday", "2019-03-04", "2019-03-09"),
    ("The 27 November accord was signed in Sochi.", "27 November", "2018-11-27", "2018-11-27"),
    ("Polls open on Sunday, 31 March.", "Sunday, 31 March", "2019-03-31", "2019-03-31"),
]

UNDATED = [
    ("Two days later the mayor fled.", "Two days later", "relative"),
    ("A year earlier he had been jailed.", "A year earlier", "relative"),
    ("The following day the port reopened.", "following day", "relative"),
    ("He was jailed for 18 months.", "18 months", "duration"),
    ("They began a three-day visit.", "three-day", "duration"),
    ("The siege lasted two weeks.", "two weeks", "duration"),
    ("He wrote the book in two weeks.", "two weeks", "duration"),
]
"""Sentence, expression and form of what no publication date puts on a calendar."""

NOT_TIMES = [
    "The Sunday Times reported the leak.",
    "Critics may march on the palace.",
    "The Security Council adopted Resolution 1973.",
    "The 22-year-old was shot.",
    "The army killed 2000 rebels.",
    "He came second in the race.",
    "The People's Daily called it a mistake.",
    "April Jones spoke to reporters.",
]


@pytest.mark.parametrize(("text", "words", "start", "end"), DATED + RANGES)
def test_dates_are_found_and_resolved(parser: Parser, text: str, words: str, start: str, end: str) -> None:
    """An expression has the span a reader would mark and the days that its words, tense and publication give."""
    (found,) = find(parser, text)
    when = resolve(found.value, on(THURSDAY))
    assert found.text == words
    assert text[found.start : found.end] == words
    assert when is not None
    assert (str(when.start), str(when.end)) == (start, end)


@pytest.mark.parametrize(("text", "words", "form"), UNDATED)
def test_lengths_and_relative_times_have_no_date(parser: Parser, text: str, words: str, form: str) -> None:
    """A length of time, or a time counted from another one of the text, is found but resolves to nothing."""
    (found,) = find(parser, text)
    assert (found.text, found.value.form) == (words, form)
    assert resolve(found.value, on(THURSDAY)) is None


@pytest.mark.parametrize("text", NOT_TIMES)
def test_lookalikes_are_left_alone(parser: Parser, text: str) -> None:
    """Modals, names, labels, ages, ranks and counts are no times."""
    assert find(parser, text) == ()


def test_an_interval_of_publication_gives_a_hull(parser: Parser) -> None:
    """Where the possible days of publication give different dates, the whole stretch is returned."""
    (saturday,) = find(parser, "The envoy left on Saturday.")
    (monday,) = find(parser, "The envoy left on Monday.")
    days = Interval(datetime.date(2019, 3, 14), datetime.date(2019, 3, 17))
    assert resolve(saturday.value, days) == When(datetime.date(2019, 3, 9), datetime.date(2019, 3, 16), "interval")
    assert resolve(monday.value, days) == When(datetime.date(2019, 3, 11), datetime.date(2019, 3, 11), "day")


def test_an_open_anchor_resolves_only_complete_dates(parser: Parser) -> None:
    """Without a publication date only dates with their year are known."""
    (whole,) = find(parser, "The envoy left on 9 March 2019.")
    (partial,) = find(parser, "The envoy left on 9 March.")
    assert resolve(whole.value, Interval(None, None)) == When(datetime.date(2019, 3, 9), datetime.date(2019, 3, 9))
    assert resolve(partial.value, Interval(None, THURSDAY)) is None


@pytest.mark.parametrize("text", ["The pact was signed on 31 February 2018.", "The pact was signed on 31 June."])
def test_impossible_days_resolve_to_nothing(parser: Parser, text: str) -> None:
    """A day that no month has gives no date and no error."""
    assert [resolve(found.value, on(THURSDAY)) for found in find(parser, text)] == [None]


@pytest.mark.parametrize(("year", "month", "day"), [(2000, 4, 23), (2019, 4, 21), (2024, 3, 31)])
def test_easter_moves(year: int, month: int, day: int) -> None:
    """Easter Sunday follows the Gregorian reckoning."""
    when = resolve(TimeValue(form="holiday", year=year, offset=0), Interval(None, None))
    assert when is not None
    assert when.start == datetime.date(year, month, day)


def test_every_value_resolves_without_error(parser: Parser) -> None:
    """Expressions resolve for any day, leap days and ends of years included."""
    days = [datetime.date(2020, 2, 29), datetime.date(2019, 12, 31), datetime.date(2020, 1, 1)]
    for text, *_ in DATED:
        for found in find(parser, text):
            for day in days:
                when = resolve(found.value, on(day))
                assert when is None or when.start is None or when.end is None or when.start <= when.end


def test_results_do_not_depend_on_what_was_read_before(parser: Parser) -> None:
    """The same sentence gives the same expressions, alone or in company."""
    text = "The army withdrew on Monday."
    alone = find(parser, text)
    find(parser, "It shelled the port on 3 May 2018 and again last week.")
    assert find(parser, text) == alone


def test_word_lists_are_sound() -> None:
    """Every list of words is lower case, and every number is in range."""
    data = load_yaml("times")
    assert set(data["months"].values()) == set(range(1, 13))
    assert set(data["weekdays"].values()) == set(range(7))
    for kind, words in data["kinds"].items():
        assert isinstance(kind, str)
        assert all(isinstance(word, str) and word == word.lower() for word in words)
    assert all(1 <= month <= 12 and 1 <= day <= 31 for month, day in data["holidays"].values())


@pytest.mark.parametrize("after", ["a week after their arrest", "two days before the vote"])
def test_a_day_stands_by_itself_before_what_explains_it(parser: Parser, after: str) -> None:
    """A distance from another act, put after a day, does not take the day's meaning away."""
    first, second = find(parser, f"The navy freed the crew on Monday, {after}.")
    assert (first.text, first.value.form, first.value.anchored_in_text) == ("Monday", "weekday", False)
    assert second.value.anchored_in_text
