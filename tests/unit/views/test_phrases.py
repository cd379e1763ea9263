"""Values in a reader's words: as precise as they are known, and no more."""

import datetime

import pytest

from accord.model.record import Event, Origin, Quantity
from accord.model.time import When
from accord.views.phrases import say_code, say_quantity, say_support, say_when

DAY = datetime.date


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(DAY(2022, 5, 3), DAY(2022, 5, 3)), "2022-05-03"),
        (When(DAY(2022, 5, 3), DAY(2022, 5, 3), "day", True), "about 2022-05-03"),
        (When(DAY(2022, 5, 1), DAY(2022, 5, 31), "month"), "2022-05"),
        (When(DAY(2022, 1, 1), DAY(2022, 12, 31), "year"), "2022"),
        (When(DAY(2022, 5, 2), DAY(2022, 5, 8), "week"), "2022-05-02 to 2022-05-08"),
        (When(DAY(2022, 5, 3), DAY(2022, 5, 9), "day"), "2022-05-03 to 2022-05-09"),
        (When(DAY(2021, 1, 1), DAY(2022, 12, 31), "year"), "2021-01-01 to 2022-12-31"),
        (When(DAY(2022, 5, 3), None, "interval"), "since 2022-05-03"),
        (When(None, None, "interval"), "no date"),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(when: When, words: str) -> None:
    """A month is said as a month, an interval with both ends, an open one with the end it has."""
    assert say_when(when) == words


@pytest.mark.parametrize(
    ("interested", "words"),
    [
        ((True,), "2 articles, 1 origin, interested"),
        ((True, False), "2 articles, 2 origins, 1 interested"),
        ((False,), "2 articles, 1 origin"),
    ],
)
def test_support_says_who_is_a_party(interested: tuple[bool, ...], words: str) -> None:
    """`interested` stands alone only where no disinterested origin is left."""
    event = Event(id="e", event_type="AGREE", articles=2, origins=tuple(Origin(None, (), flag) for flag in interested))
    assert say_support(event) == words


def test_a_code_names_type_mode_and_status() -> None:
    """Background is said, so that nobody takes it for the news."""
    assert say_code(Event(id="e", event_type="AGREE", mode="sign", historical=True)) == "AGREE · sign · actual · background"


def test_bounds_of_a_number_are_said() -> None:
    """A range has both bounds; nothing known is said to be unknown."""
    assert say_quantity(Quantity(at_least=1000, at_most=2000)) == "at least 1,000, at most 2,000"
    assert say_quantity(Quantity()) == "unknown"
