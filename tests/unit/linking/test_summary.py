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


def summarize_first(text: str, trigger: str, *others: str, actor: str = "Ruritania") -> str:
    """Return the line of the event of one trigger in a sentence that also tells of others."""
    paper = Paper("a", ["Nothing new.", text], published=DAY)
    if actor in text:
        paper.report(1, trigger, "REQUEST", actors=[actor])
    else:
        paper.report(1, trigger, "REQUEST")
    for other in others:
        paper.report(1, other, "ASSAULT")
    return next(event.summary for event in link_case(make_pile(paper)).events if event.event_type == "REQUEST")


def test_a_line_stands_alone() -> None:
    """A line begins with its subject, not with "however", a date line or half a clause, and keeps to its length."""
    assert summarize_first("However, Ruritania asked for arms.", "asked") == "Ruritania asked for arms"
    assert summarize_first("KLOW (AP) — Ruritania asked for arms.", "asked") == "Ruritania asked for arms"
    found = summarize_first("Ruritania, which had bombed Klow, sharply demanded an answer.", "demanded", "bombed")
    assert found == "Ruritania, which had bombed Klow, sharply demanded an answer"
    long = "Ruritania asked for arms " + "and more arms " * 12 + "on May 4."
    assert len(summarize_first(long, "asked")) <= 160


def test_a_clause_within_speech_stands_without_the_speaker() -> None:
    """What somebody says of another's act is told as the act where the sentence also tells of the speaker's."""
    text = "The envoy threatened war and complained that Ruritania asked for arms."
    assert summarize_first(text, "asked", "threatened") == "Ruritania asked for arms"


def test_a_denied_act_is_told_in_the_words_of_the_denial() -> None:
    """The line of an event has the status of the event."""
    paper = Paper("a", ["Ruritania never asked for arms.", "Ruritania may have asked for arms."], published=DAY)
    paper.report(0, "asked", "REQUEST", actors=["Ruritania"], status="negated")
    paper.report(1, "asked", "REQUEST", actors=["Ruritania"], status="hypothetical")
    for event in link_case(make_pile(paper)).events:
        assert ("never" in event.summary) == (event.status == "negated")
