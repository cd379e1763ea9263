"""Where accounts part, and where they only seem to."""

import datetime

import pytest

from accord.linking.figures.quantities import can_both_hold
from accord.linking.link import link_case
from accord.model.reading import TimeExpression
from accord.model.record import Disagreement, Quantity
from accord.model.time import TimeValue

from .pile import Paper, copy_of, make_pile

DAY = datetime.date(2022, 5, 6)


def differ(*papers: Paper) -> list[tuple[str, str, list[str]]]:
    found: tuple[Disagreement, ...] = link_case(make_pile(*papers)).disagreements
    return [(d.field, d.kind, [position.value for position in d.positions]) for d in found]


def ask(name: str, text: str, recipients: list[str], day: int = 4) -> Paper:
    paper = Paper(name, [text], source=f"{name} News", published=DAY)
    time = paper.time(0, "Thursday" if "Thursday" in text else f"May {day}", form="date", month=5, day=day, direction=-1)
    paper.report(0, "asked", "REQUEST", mode="assist", actors=["Ruritania"], recipients=recipients, time=time, lemma="ask")
    return paper


def test_lists_that_differ() -> None:
    """Three asked or two: the longer list says more, and both are shown with their reports."""
    one = ask("a", "Ruritania asked Sylvania, Marsovia and Borduria for arms on May 4.", ["Sylvania", "Marsovia", "Borduria"])
    other = ask("b", "On May 4 Ruritania asked Sylvania and Marsovia for arms.", ["Sylvania", "Marsovia"])
    assert differ(one, other) == [("recipient", "detail", ["Borduria, Marsovia, Sylvania", "Marsovia, Sylvania"])]


def test_one_name_of_a_list_is_no_disagreement() -> None:
    """Who names only one of those asked does not deny the others."""
    one = ask("a", "Ruritania asked Sylvania and Marsovia for arms on May 4.", ["Sylvania", "Marsovia"])
    other = ask("b", "On May 4 Ruritania asked Sylvania for arms.", ["Sylvania"])
    assert differ(one, other) == []


def test_days_that_differ() -> None:
    """Two stated days of one act cannot both hold."""
    one = ask("a", "Ruritania asked Sylvania for arms on May 4.", ["Sylvania"])
    other = ask("b", "On May 5 Ruritania asked Sylvania for arms.", ["Sylvania"], 5)
    assert differ(one, other) == [("date", "conflict", ["2022-05-04", "2022-05-05"])]


def test_a_weekday_of_one_of_two_weeks_is_a_day() -> None:
    """Where an article appeared in one of two weeks, its Thursday is still not the Wednesday of the others."""
    one = ask("a", "Ruritania asked Sylvania for arms on May 4.", ["Sylvania"])
    other = ask("b", "On Thursday Ruritania asked Sylvania for arms.", ["Sylvania"], 5)
    other.times[0] = TimeExpression(0, 3, 11, "Thursday", TimeValue(form="weekday", weekday=3, direction=-1))
    other.published = (datetime.date(2022, 5, 5), datetime.date(2022, 5, 12))
    assert differ(one, other) == [("date", "conflict", ["2022-05-04", "2022-05-05/2022-05-12"])]


def test_told_and_denied() -> None:
    """An act that one tells and another denies stays told, with the denial beside it."""
    one = ask("a", "Ruritania asked Sylvania for arms on May 4.", ["Sylvania"])
    other = Paper("b", ["Ruritania denied it had asked Sylvania for arms on May 4."], source="b News", published=DAY)
    time = other.time(0, "May 4", form="date", month=5, day=4, direction=-1)
    sides = {"actors": ["Ruritania"], "recipients": ["Sylvania"]}
    other.report(0, "asked", "REQUEST", mode="assist", time=time, lemma="ask", status="negated", **sides)
    assert differ(one, other) == [("status", "conflict", ["actual", "negated"])]
    assert [event.status for event in link_case(make_pile(one, other)).events] == ["actual"]


QUANTITIES = [
    (Quantity(at_least=10), Quantity(exact=12), True),
    (Quantity(at_least=10), Quantity(exact=9), False),
    (Quantity(exact=9), Quantity(exact=9), True),
    (Quantity(at_least=5, at_most=8), Quantity(at_most=4), False),
    (Quantity(at_least=5), Quantity(at_least=500), True),
]


@pytest.mark.parametrize(("one", "other", "both"), QUANTITIES)
def test_bounds_that_hold_a_number_agree(one: Quantity, other: Quantity, both: bool) -> None:
    """A bound and a number within it are no disagreement."""
    assert can_both_hold(one, other) is both


def kill(name: str, text: str, words: str, day: int, **value: float) -> Paper:
    paper = Paper(name, [text], source=f"{name} News", published=datetime.date(2022, 5, day))
    time = paper.time(0, "May 4", form="date", month=5, day=4, direction=-1)
    report = paper.report(0, "bombed", "ASSAULT", actors=["Ruritania"], recipients=["Sylvania"], time=time)
    paper.figure(0, words, "killed", unit="people", report=report, **value)
    return paper


def test_a_toll_that_grows_may_be_an_update() -> None:
    """A higher toll in a later article may have replaced the earlier; a lower one conflicts."""
    five = kill("a", "Ruritania bombed Sylvania on May 4, killing 5.", "5", 5, exact=5)
    seven = kill("b", "On May 4 Ruritania bombed Sylvania, killing 7.", "7", 6, exact=7)
    three = kill("c", "On May 4 Ruritania bombed Sylvania, killing 3.", "3", 6, exact=3)
    assert differ(five, seven) == [("killed", "update", ["5", "7"])]
    assert differ(five, three) == [("killed", "conflict", ["3", "5"])]


def test_nameless_groups_do_not_disagree() -> None:
    """ "People" beside "residents" names nobody, so nothing is contradicted."""
    one = ask("a", "Ruritania asked people and towns for arms on May 4.", ["people", "towns"])
    other = ask("b", "On May 4 Ruritania asked residents and cities for arms.", ["residents", "cities"])
    assert differ(one, other) == []


def test_one_wording_read_in_two_ways_is_no_disagreement() -> None:
    """Where two articles carry one passage, names read in it in two ways are the reader's fault, not the writers'."""
    text = "On May 4 Ruritania asked Sylvania, Marsovia and Borduria for help."
    one, other = ask("a", text, ["Sylvania", "Marsovia"]), ask("b", text, ["Sylvania", "Borduria"])
    assert [found.field for found in link_case(make_pile(one, other)).disagreements] == ["recipient"]
    copy = copy_of(one.span(0), other.span(0))
    assert link_case(make_pile(one, other, copies=(copy,))).disagreements == ()


def test_two_names_of_one_country_do_not_disagree() -> None:
    """ "The Ruritanian regime" beside "Ruritania" is no other party; neither are two regions of one country two places."""
    one = ask("a", "On May 4 Ruritania asked Sylvania and Marsovia.", ["Sylvania", "Marsovia"])
    other = ask("b", "On May 4 Ruritania asked the Sylvian regime and Marsovia.", ["Sylvian regime", "Marsovia"])
    pile = make_pile(one, other)
    regime = next(actor for actor in pile.actors.actors if actor.name == "Sylvian regime")
    assert regime.country == "SYL"
    assert link_case(pile).disagreements == ()


def test_a_description_is_no_other_name() -> None:
    """ "The Klow gunman" and a name for him, or for those who claim him, do not contradict each other."""
    pile = make_pile(
        Paper("a", ["x"]),
        **{"Klow gunman": "person", "Ottokar Rex": "person", "gunmen": "group"},
        party_of={name: name for name in ("Klow gunman", "Ottokar Rex", "gunmen", "Ruritania")},
    )
    assert {actor.name for actor in pile.actors.actors if pile.is_named(actor.id)} == {"Ottokar Rex", "Ruritania"}
