"""Namings of agreements joined and kept apart, and the stages an agreement goes through."""

import datetime

from accord.linking.link import link_case
from accord.model.record import Agreement, Copy

from .pile import Paper, actor_id, make_pile

DAY = datetime.date(2022, 5, 6)


def list_them(*papers: Paper) -> tuple[Agreement, ...]:
    return link_case(make_pile(*papers)).agreements


def write(name: str, *sentences: str) -> Paper:
    return Paper(name, list(sentences), source=f"{name} News", published=DAY)


def test_namings_of_one_accord_meet() -> None:
    """Deal, accord and memorandum about one thing between the same two are one agreement, named by what says most."""
    a = write("a", "Ruritania and Sylvania signed a defence accord.")
    a.instrument(0, "a defence accord", "accord", subject=("defence",), parties=("Ruritania", "Sylvania"))
    b = write("b", "Ruritania read the memorandum of understanding on military aid with Sylvania.")
    text = "the memorandum of understanding on military aid"
    b.instrument(0, text, "memorandum", subject=("military", "aid"), parties=("Ruritania", "Sylvania"), definite=True)
    (agreement,) = list_them(a, b)
    assert agreement.name == "memorandum of understanding on military aid"
    assert agreement.aliases == ("a defence accord", "memorandum of understanding on military aid")
    assert set(agreement.parties) == {actor_id("Ruritania"), actor_id("Sylvania")}
    assert "military" in agreement.subject


def test_other_subject_other_parties_other_kind_stay_apart() -> None:
    """A fishing deal, a deal with a third state and a ceasefire are not the defence accord."""
    a = write("a", "Ruritania and Sylvania signed a defence accord.")
    a.instrument(0, "a defence accord", "accord", subject=("defence",), parties=("Ruritania", "Sylvania"))
    b = write(
        "b",
        "Ruritania and Sylvania have a fishing deal.",
        "Ruritania and Marsovia have a defence deal.",
        "Ruritania and Sylvania keep a truce.",
    )
    b.instrument(0, "a fishing deal", "deal", subject=("fishing",), parties=("Ruritania", "Sylvania"))
    b.instrument(1, "a defence deal", "deal", subject=("defence",), parties=("Ruritania", "Marsovia"))
    b.instrument(2, "a truce", "truce", parties=("Ruritania", "Sylvania"))
    assert len(list_them(a, b)) == 4


def test_the_pact_is_the_one_before() -> None:
    """A definite naming without a subject goes on about the agreement named before it that fits."""
    a = write("a", "Ruritania and Sylvania signed a defence accord.", "Critics attacked the pact.")
    a.instrument(0, "a defence accord", "accord", subject=("defence",), parties=("Ruritania", "Sylvania"))
    a.instrument(1, "the pact", "pact", definite=True)
    (agreement,) = list_them(a)
    assert agreement.aliases == ("a defence accord", "pact")


def test_stages_have_their_best_supported_dates() -> None:
    """A month and a day within it are one signing, on that day; plans are no stage."""
    a = write("a", "In April Ruritania and Sylvania signed a defence accord.", "Sylvania will ratify the accord.")
    first = a.instrument(0, "a defence accord", "accord", subject=("defence",), parties=("Ruritania", "Sylvania"))
    april = a.time(0, "April", form="date", month=4, direction=-1)
    a.report(
        0, "signed", "SUPPORT", actors=["Ruritania", "Sylvania"], instrument=first, stage="signed", time=april, lemma="sign"
    )
    second = a.instrument(1, "the accord", "accord", definite=True)
    a.report(1, "ratify", "SUPPORT", actors=["Sylvania"], instrument=second, stage="ratified", status="future", tense="future")
    b = write("b", "On April 11 Sylvania and Ruritania reached a military deal.")
    day = b.time(0, "April 11", form="date", month=4, day=11, direction=-1)
    third = b.instrument(0, "a military deal", "deal", subject=("military",), parties=("Ruritania", "Sylvania"))
    b.report(
        0, "reached", "SUPPORT", actors=["Sylvania", "Ruritania"], instrument=third, stage="signed", time=day, lemma="reach"
    )
    (agreement,) = list_them(a, b)
    assert [(s.stage, s.date and s.date.start, len(s.reports)) for s in agreement.stages] == [
        ("signed", datetime.date(2022, 4, 11), 2)
    ]


def test_two_signed_together_are_two_acts() -> None:
    """ "Two accords, one on A and the other on B" gives a report and an event for each."""
    a = write("a", "Ruritania and Sylvania signed two accords, one on fishing and the other on defence.")
    parties = ("Ruritania", "Sylvania")
    first = a.instrument(0, "two accords", "accord", subject=("fishing",), parties=parties)
    a.instrument(0, "two accords", "accord", subject=("defence",), parties=parties)
    a.report(0, "signed", "SUPPORT", actors=list(parties), instrument=first, stage="signed", lemma="sign")
    record = link_case(make_pile(a))
    assert len(record.agreements) == len(record.events) == len(record.reports) == 2
    assert {event.agreement for event in record.events} == {agreement.id for agreement in record.agreements}


def test_one_wording_names_one_agreement() -> None:
    """What two articles say of an agreement in the same copied words is one agreement, though it names no party."""
    one, other = papers = [write(name, "The two neighbours signed a treaty on their common river.") for name in "ab"]
    for paper in papers:
        paper.instrument(0, "a treaty", "treaty", subject=("river",))
        paper.report(0, "signed", "SUPPORT", instrument=0, stage="signed", lemma="sign")
    copy = Copy(id="copy", a=one.span(0), b=other.span(0), similarity=1.0)
    assert len(list_them(one, other)) == 2
    assert len(link_case(make_pile(one, other, copies=(copy,))).agreements) == 1
