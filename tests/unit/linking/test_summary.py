"""The line of an event, cut from what an article says."""

import datetime

from accord.linking.link import link_case

from .pile import Paper, make_pile

DAY = datetime.date(2022, 5, 6)


def test_a_sentence_of_one_act_stands_whole() -> None:
    """A short sentence that tells of nothing else is the line."""
    paper = Paper("a", ["“Ruritania asked Sylvania for arms.”"], published=DAY)
    paper.report(0, "asked", "REQUEST", actors=["Ruritania"], recipients=["Sylvania"])
    assert [event.summary for event in link_case(make_pile(paper)).events] == ["Ruritania asked Sylvania for arms"]


def test_of_two_acts_each_has_its_clause() -> None:
    """Where a sentence tells of two acts the line is the clause of one, and a clause ends before the next."""
    paper = Paper("a", ["After rain, Ruritania asked Sylvania for arms, and Marsovia bombed Klow."], published=DAY)
    paper.report(0, "asked", "REQUEST", actors=["Ruritania"], recipients=["Sylvania"])
    paper.report(0, "bombed", "ASSAULT", actors=["Marsovia"], recipients=["Klow"])
    lines = {event.summary for event in link_case(make_pile(paper)).events}
    assert lines == {"Ruritania asked Sylvania for arms", "Marsovia bombed Klow"}
