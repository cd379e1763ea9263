"""One attack told in many acts, by many articles."""

import datetime

from accord.linking.events.incidents import find_incidents
from accord.linking.events.reports import build_reports
from accord.linking.link import link_case

from .pile import Paper, make_pile

DAY = datetime.date(2022, 5, 6)
TYPES = {"Klow": "place", "Zlip": "place", "man": "person", "gunman": "person", "police": "government", "people": "group"}


def write(name: str, town: str, *more: str) -> Paper:
    """Write an article about an attack in a town: title, lead, further sentences."""
    paper = Paper(
        name, [f"Attack in {town}", f"A man opened fire on people at a market in {town}.", *more], published=DAY, title=True
    )
    paper.report(0, "Attack", "ASSAULT", lemma="attack", location=town, tense="none")
    paper.report(1, "opened", "ASSAULT", lemma="open", mode="firearms", actors=["man"], recipients=["people"])
    return paper


def test_acts_of_one_attack_are_one_event() -> None:
    """What an article tells of the attack it is about is one event, and so it is across articles."""
    one = write("a", "Klow", "The gunman killed nine shoppers.", "Nine died in the attack.")
    one.report(2, "killed", "ASSAULT", lemma="kill", actors=["gunman"])
    one.report(3, "attack", "ASSAULT", lemma="attack", tense="none")
    pile = make_pile(one, write("b", "Klow"), **TYPES)
    events = link_case(pile).events
    assert [(event.articles, len(event.reports)) for event in events] == [(2, 6)]


def test_other_towns_have_other_attacks() -> None:
    """Articles alike in every word but the town tell of two attacks."""
    pile = make_pile(write("a", "Klow"), write("b", "Zlip"), **TYPES)
    assert [event.articles for event in link_case(pile).events] == [1, 1]


def test_what_is_done_to_the_attacker_is_another_event() -> None:
    """Police who shoot the attacker are not part of his attack."""
    paper = write("a", "Klow", "The man was shot dead by police.")
    paper.report(2, "shot", "ASSAULT", lemma="shoot", actors=["police"], recipients=["man"])
    pile = make_pile(paper, **TYPES)
    keys = find_incidents(pile, build_reports(pile))
    assert sorted(keys.values()) == ["a", "a", "a/answer"]


def test_background_and_round_ups_are_left_out() -> None:
    """An earlier attack, a series of attacks and the toll of a war are not the attack of the day."""
    paper = write(
        "a", "Klow", "In 2019 gunmen killed people.", "There were attacks this week.", "People have been killed in the war."
    )
    paper.report(2, "killed", "ASSAULT", lemma="kill", time=paper.time(2, "2019", form="date", year=2019))
    paper.report(3, "attacks", "ASSAULT", lemma="attack", tense="none")
    report = paper.report(4, "killed", "ASSAULT", lemma="kill")
    paper.figure(4, "People", "killed", at_least=9000, report=report)
    pile = make_pile(paper, **TYPES)
    assert len(find_incidents(pile, build_reports(pile))) == 2


def test_one_apart_keeps_a_group_apart() -> None:
    """An article that names nobody joins either of two attacks by different forces, never both."""
    papers = []
    for name, force in (("a", "Ruritania"), ("b", ""), ("c", "Sylvania")):
        text = f"{force or 'Bombers'} killed nine people in Klow on May 4."
        paper = Paper(name, [text, "The market was full when the bombs fell."], published=DAY)
        day = paper.time(0, "May 4", form="date", month=5, day=4)
        paper.report(0, "killed", "ASSAULT", lemma="kill", actors=[force] if force else [], location="Klow", time=day)
        papers.append(paper)
    pile = make_pile(*papers, **TYPES)
    keys = find_incidents(pile, build_reports(pile))
    assert len(set(keys.values())) == 2


def test_a_follow_up_recalls_the_attack() -> None:
    """What a later article on something else says of the attack, with its day, is told of the same event."""
    first = Paper("a", ["Nine people died when a bomb exploded at a market in Klow on May 4."], published=DAY)
    day = first.time(0, "May 4", form="date", month=5, day=4)
    first.report(0, "exploded", "ASSAULT", lemma="explode", location="Klow", time=day)
    later = Paper(
        "b", ["The mayor promised help to Klow.", "Nothing else.", "Nine people died at the market in the blast of May 4."]
    )
    later.published = datetime.date(2022, 5, 9)
    day = later.time(2, "May 4", form="date", month=5, day=4)
    later.report(2, "blast", "ASSAULT", lemma="blast", tense="none", time=day)
    pile = make_pile(first, later, **TYPES)
    assert set(find_incidents(pile, build_reports(pile)).values()) == {"a"}
