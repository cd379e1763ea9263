"""Accounts merged into events, and told apart."""

import datetime

import pytest

from accord.linking.events.merge import merge_events
from accord.linking.events.pairs import judge_pair
from accord.linking.events.reports import build_reports
from accord.linking.link import link_case

from .pile import Paper, copy_of, make_pile

DAY = datetime.date(2022, 5, 6)
THURSDAY = {"form": "weekday", "weekday": 3, "direction": -1}


def raid(name: str, text: str, trigger: str, day: int | None = None, **more: object) -> Paper:
    """Write an article of one sentence about a raid by Ruritania on a day of May 2022."""
    paper = Paper(name, [text], source=f"The {name}", published=DAY)
    time = paper.time(0, f"May {day}", form="date", month=5, day=day, direction=-1) if day else None
    sides = {
        side: [n for n in names if n in text]
        for side, names in (("actors", ["Ruritania"]), ("recipients", ["Sylvania", "Marsovia"]))
    }
    paper.report(0, trigger, "ASSAULT", time=time, **sides, **more)
    return paper


SAME = [
    ("Ruritania shelled Sylvania on May 4.", "shelled", 4, "On May 4 Ruritania bombed Sylvania.", "bombed", 4),
    ("Ruritania shelled Sylvania on May 4.", "shelled", 4, "Ruritania shelled Sylvania.", "shelled", None),
    ("Ruritania shelled Sylvania on May 4.", "shelled", 4, "On May 5 Ruritania shelled ports in Sylvania.", "shelled", 5),
]
APART = [
    ("Ruritania shelled Sylvania on May 4.", "shelled", 4, "On May 1 Ruritania shelled Sylvania.", "shelled", 1),
    ("Ruritania shelled Sylvania on May 4.", "shelled", 4, "On May 4 Ruritania bombed Marsovia.", "bombed", 4),
    ("Ruritania shelled Sylvania.", "shelled", None, "Ruritania bombed a bridge.", "bombed", None),
]


@pytest.mark.parametrize(("case", "groups"), [*((case, 1) for case in SAME), *((case, 2) for case in APART)])
def test_raids(case: tuple[str, str, int, str, str, int], groups: int) -> None:
    """One raid told by two articles is one event; another day or another victim is another raid."""
    one, other = raid("a", *case[:3]), raid("b", *case[3:])
    pile = make_pile(one, other)
    assert len(merge_events(pile, build_reports(pile))) == groups


def test_other_actors_are_another_event() -> None:
    """Two who have nothing in common do not do one act."""
    one = Paper("a", ["Ruritania shelled Sylvania on May 4."], published=DAY)
    one.report(
        0,
        "shelled",
        "ASSAULT",
        actors=["Ruritania"],
        recipients=["Sylvania"],
        time=one.time(0, "May 4", form="date", month=5, day=4),
    )
    other = Paper("b", ["Marsovia shelled Sylvania on May 4."], published=DAY)
    other.report(
        0,
        "shelled",
        "ASSAULT",
        actors=["Marsovia"],
        recipients=["Sylvania"],
        time=other.time(0, "May 4", form="date", month=5, day=4),
    )
    pile = make_pile(one, other)
    accounts = build_reports(pile)
    assert judge_pair(pile, *accounts).veto == "different actors"
    assert len(merge_events(pile, accounts)) == 2


def test_a_body_acts_for_its_state() -> None:
    """The army's raid and the state's raid are one where the army counts as the state."""
    one = raid("a", "Ruritania shelled Sylvania on May 4.", "shelled", 4)
    other = Paper("b", ["The army shelled Sylvania on May 4."], published=DAY)
    other.report(
        0,
        "shelled",
        "ASSAULT",
        actors=["army"],
        recipients=["Sylvania"],
        time=other.time(0, "May 4", form="date", month=5, day=4),
    )
    pile = make_pile(one, other, party_of={"army": "Ruritania"})
    assert len(merge_events(pile, build_reports(pile))) == 1


def test_title_and_lead_are_one() -> None:
    """A title tells the act of the lead."""
    paper = Paper("a", ["Ruritania hits Sylvania", "Ruritania bombed Sylvania on Thursday."], published=DAY, title=True)
    paper.report(0, "hits", "ASSAULT", actors=["Ruritania"], recipients=["Sylvania"], tense="present")
    paper.report(
        1, "bombed", "ASSAULT", actors=["Ruritania"], recipients=["Sylvania"], time=paper.time(1, "Thursday", **THURSDAY)
    )
    pile = make_pile(paper)
    assert len(merge_events(pile, build_reports(pile))) == 1


def test_copied_wording_merges() -> None:
    """A copied passage tells the same act even where nobody is resolved in it but the victim."""
    papers = [Paper(name, ["Unknown men attacked a station in Sylvania."], published=DAY) for name in "ab"]
    for paper in papers:
        paper.report(0, "attacked", "ASSAULT", recipients=["Sylvania"])
    pile = make_pile(*papers, copies=(copy_of(papers[0].span(0), papers[1].span(0)),))
    assert len(merge_events(pile, build_reports(pile))) == 1


def test_plan_and_denial_stay_apart() -> None:
    """What may happen and what did not happen are not one event."""
    one = Paper("a", ["Ruritania may shell Sylvania."], published=DAY)
    one.report(0, "shell", "ASSAULT", actors=["Ruritania"], recipients=["Sylvania"], status="hypothetical", tense="present")
    other = Paper("b", ["Ruritania did not shell Sylvania."], published=DAY)
    other.report(0, "shell", "ASSAULT", actors=["Ruritania"], recipients=["Sylvania"], status="negated")
    pile = make_pile(one, other)
    assert len(merge_events(pile, build_reports(pile))) == 2


def test_nameless_groups_do_not_part_accounts() -> None:
    """ "Gunmen" and a named group, "civilians" and "residents" may be the same: day, place and words decide."""
    one = Paper("a", ["Gunmen attacked a market in Klow on May 4, killing civilians."], published=DAY)
    when = {"form": "date", "month": 5, "day": 4, "direction": -1}
    one.report(0, "attacked", "ASSAULT", recipients=["civilians"], location="Klow", time=one.time(0, "May 4", **when))
    other = Paper("b", ["On May 4 the Black Hand attacked the market in Klow and killed residents."], published=DAY)
    sides = {"actors": ["Black Hand"], "recipients": ["residents"]}
    other.report(0, "attacked", "ASSAULT", location="Klow", time=other.time(0, "May 4", **when), **sides)
    pile = make_pile(one, other, Klow="place")
    assert len(merge_events(pile, build_reports(pile))) == 1


def test_nameless_groups_of_one_article_stay_apart() -> None:
    """An article that tells of rebels and of troops besieging a town tells of two acts."""
    paper = Paper("a", ["The town was besieged by rebels.", "The town was besieged by troops."], published=DAY)
    paper.report(0, "besieged", "ASSAULT", actors=["rebels"])
    paper.report(1, "besieged", "ASSAULT", actors=["troops"])
    pile = make_pile(paper)
    assert len(merge_events(pile, build_reports(pile))) == 2


def test_equal_tolls_speak_for_one_act() -> None:
    """Two undated accounts without a named actor are one act where they count the same dead; other tolls leave them apart."""

    def kill(name: str, text: str, number: str) -> Paper:
        paper = Paper(name, [text], source=f"{name} News", published=DAY)
        report = paper.report(0, "killed", "ASSAULT", lemma="kill")
        paper.figure(0, number, "killed", exact=float(number), report=report)
        return paper

    one = kill("a", "A gunman killed 23 at a concert in the harbour.", "23")
    same = kill("b", "The man who killed 23 people on Sunday had no record.", "23")
    other = kill("c", "A driver killed 17 people at a market.", "17")
    for papers, groups in (((one, same), 1), ((one, other), 2)):
        pile = make_pile(*papers)
        assert len(merge_events(pile, build_reports(pile))) == groups


def test_a_bare_noun_points_back() -> None:
    """ "The raid" is the raid told of before in the article, even on another day; a raid in another article is not."""
    paper = raid("a", "Ruritania attacked Sylvania in a raid on May 4.", "attacked", 4)
    paper.sentences.append("Marsovia condemned the raid.")
    paper.report(1, "raid", "ASSAULT", tense="none")
    other = Paper("b", ["Marsovia condemned the raid."], published=DAY)
    other.report(0, "raid", "ASSAULT", tense="none")
    pile = make_pile(paper, other)
    assert sorted(len(group) for group in merge_events(pile, build_reports(pile))) == [1, 2]


def test_signatories_sign_for_their_parties() -> None:
    """An accord is signed once: whoever is said to have signed, it is one event."""
    one = Paper("a", ["Ruritania and Sylvania signed the Klow accord on May 4."], published=DAY)
    day = one.time(0, "May 4", form="date", month=5, day=4)
    pact = one.instrument(0, "the Klow accord", "accord", parties=["Ruritania", "Sylvania"], proper=True, definite=True)
    one.report(
        0, "signed", "SUPPORT", actors=["Ruritania", "Sylvania"], instrument=pact, stage="signed", time=day, lemma="sign"
    )
    other = Paper("b", ["The Klow accord was sealed by Ottokar of Sylvania and Ruritania."], published=DAY)
    pact = other.instrument(0, "The Klow accord", "accord", parties=["Sylvania", "Ruritania"], proper=True, definite=True)
    other.report(0, "sealed", "SUPPORT", actors=["Ottokar"], instrument=pact, stage="signed", lemma="seal")
    record = link_case(make_pile(one, other, Ottokar="person"))
    assert [len(event.reports) for event in record.events] == [2]


def test_denials_by_those_who_were_asked() -> None:
    """ "No request was made", says who was to be asked; a week later it is made: an update."""
    one = Paper("a", ["No request was made on May 1, Sylvania said."], published=datetime.date(2022, 5, 2))
    day = one.time(0, "May 1", form="date", month=5, day=1)
    one.report(0, "request", "REQUEST", status="negated", time=day, voices=(one.voice(0, "Sylvania"),), tense="none")
    other = Paper("b", ["Ruritania asked Sylvania for help on May 5."], published=DAY)
    day = other.time(0, "May 5", form="date", month=5, day=5)
    other.report(0, "asked", "REQUEST", actors=["Ruritania"], recipients=["Sylvania"], time=day)
    (found,) = link_case(make_pile(one, other)).disagreements
    assert (found.field, found.kind) == ("status", "update")
