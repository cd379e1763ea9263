"""Numbers find the acts they count."""

import datetime

from accord.linking.figures.counted import find_counted
from accord.linking.link import link_case
from accord.model.record import Record

from .pile import Paper, make_pile, replace

DAY = datetime.date(2022, 5, 6)
TYPES = {"Klow": "place", "bomber": "person"}


def write(name: str, toll: str, number: float, *more: str) -> Paper:
    paper = Paper(
        name, ["A bomb exploded at a market in Klow.", f"Police said {toll} died.", *more], source=name, published=DAY
    )
    paper.report(0, "exploded", "ASSAULT", lemma="explode", location="Klow")
    paper.figure(1, toll, "killed", exact=number, unit="people", of="people")
    return paper


def link(*papers: Paper) -> Record:
    return link_case(make_pile(*papers, **TYPES))


def test_a_number_counts_the_act_beside_it() -> None:
    """Of two acts in a sentence the number is of the one whose words are nearest, if the kinds fit."""
    paper = Paper("a", ["The army killed 12 farmers, then asked for talks."], published=DAY)
    paper.report(0, "asked", "REQUEST")
    paper.report(0, "killed", "ASSAULT", lemma="kill")
    paper.figure(0, "12 farmers", "killed", exact=12)
    paper.figure(0, "12", "distance", exact=12)
    assert find_counted(paper.reading()) == (1, None)


def test_a_toll_alone_is_that_of_the_attack() -> None:
    """ "Nine died" two lines below the blast is the toll of the blast; the toll of the war and of last year is not."""
    paper = write("a", "nine", 9, "The civil war has killed 900 people.", "In March 30 died in Zlip.")
    paper.figure(2, "900 people", "killed", exact=900, unit="people")
    paper.figure(3, "30", "killed", exact=30, unit="people")
    paper.time(3, "March", form="date", month=3, direction=-1)
    record = link(paper)
    assert {figure.value.exact: (figure.of or "").startswith("event-") for figure in record.figures} == {
        9: True,
        900: False,
        30: False,
    }


def test_tolls_of_one_attack_clash() -> None:
    """Two articles that count nine and twelve dead of one blast disagree."""
    record = link(write("a", "nine", 9), write("b", "twelve", 12))
    assert [[position.value for position in found.positions] for found in record.disagreements] == [["12", "9"]]


def test_some_of_the_victims_are_no_other_toll() -> None:
    """Two children among nine dead, and two of the nine on the same word, contradict nobody."""
    paper = write("a", "nine", 9, "Police said 2 children died.", "Police said 2 died at once.")
    paper.figure(2, "2 children", "killed", exact=2, unit="people", of="children")
    paper.figure(3, "2", "killed", exact=2, unit="people")
    record = link(paper, write("b", "nine", 9))
    assert record.disagreements == ()
    assert {figure.unit for figure in record.figures} == {"people", "children"}


def test_an_arrest_has_two_numbers() -> None:
    """ "The ministry put the number of arrests at 40" is of the arrest counted in the lines before."""
    lines = ["Police detained 60 people in Klow, lawyers said.", "The ministry put the number of arrests at 40."]
    paper = Paper("a", lines, source="a", published=DAY)
    paper.report(0, "detained", "COERCE", mode="arrest", lemma="detain", location="Klow")
    paper.figure(0, "60 people", "captured", exact=60, unit="people", of="people", voices=(paper.voice(0, "lawyers"),))
    said = (paper.voice(1, "ministry"),)
    paper.figure(1, "number of arrests at 40", "captured", exact=40, unit="people", voices=said)
    found = link(paper).disagreements
    assert [(one.field, [position.value for position in one.positions]) for one in found] == [("captured", ["40", "60"])]


def test_victims_with_more_or_fewer_words_are_compared() -> None:
    """Two "border guards" and three "guards" are one toll; guards of two countries are two."""
    for other, clash in (("guards", True), ("Zlipan guards", False)):
        papers = [write("a", "two men", 2), write("b", "three men", 3)]
        papers[0].figures[0] = replace(papers[0].figures[0], of="Klowan guards")
        papers[1].figures[0] = replace(papers[1].figures[0], of=other)
        assert bool(link(*papers).disagreements) is clash
