"""How many independent footings an event has, and whose interest each is."""

import datetime

from accord.linking.case import Case
from accord.linking.link import link_case
from accord.model.record import Origin

from .pile import Paper, copy_of, make_pile

DAY = datetime.date(2022, 5, 6)
PARTIES = {"ministry": "Ruritania", "president": "Ruritania"}


def tell(name: str, text: str, *voices: str, source: str | None = None, credits: tuple[str, ...] = (), **more: bool) -> Paper:
    """Write an article that tells of Ruritania's shelling of Sylvania on the word of the voices, outermost first."""
    paper = Paper(name, [text], source=source or f"{name} News", published=DAY, credits=credits)
    time = paper.time(0, "May 4", form="date", month=5, day=4, direction=-1)
    chain = tuple(paper.voice(0, voice, named=voice != "sources") for voice in voices)
    paper.report(0, "shelled", "ASSAULT", actors=["Ruritania"], recipients=["Sylvania"], time=time, voices=chain, **more)
    return paper


def origins_of(case: Case) -> tuple[Origin, ...]:
    record = link_case(case)
    assert len(record.events) == 1
    return record.events[0].origins


def test_bodies_of_one_party_are_one_interested_origin() -> None:
    """A ministry and a president of one state are one voice, and the state is a party to the event."""
    papers = (
        tell("A", "Ruritania shelled Sylvania on May 4, its ministry said.", "ministry"),
        tell("B", "On May 4 Ruritania shelled Sylvania, its president said.", "president"),
    )
    origins = origins_of(make_pile(*papers, party_of=PARTIES))
    assert [(o.interested, len(o.reports), o.reasons) for o in origins] == [(True, 2, ("the same voice: Ruritania",))]


def test_two_outlets_of_their_own_are_two() -> None:
    """Two outlets that name no voice and share no wording stand on their own feet."""
    papers = (tell("A", "Ruritania shelled Sylvania on May 4."), tell("B", "On May 4 Ruritania shelled the ports of Sylvania."))
    assert [o.interested for o in origins_of(make_pile(*papers))] == [False, False]


def test_copies_are_one() -> None:
    """Copied passages are one origin, with the reason kept."""
    papers = (tell("A", "Ruritania shelled Sylvania on May 4."), tell("B", "Ruritania shelled Sylvania on May 4."))
    origins = origins_of(make_pile(*papers, copies=(copy_of(papers[0].span(0), papers[1].span(0)),)))
    assert [o.reasons for o in origins] == [("the same wording",)]


def test_citing_the_other_is_one() -> None:
    """An article that cites another's source, or credits it, adds nothing."""
    cites = tell("A", "Ruritania shelled Sylvania on May 4, Daily Bell said.", "Daily Bell")
    credited = tell("C", "Shells: Ruritania shelled towns of Sylvania on May 4.", credits=("Daily Bell",))
    bell = tell("B", "On May 4 Ruritania shelled the ports of Sylvania.", source="Daily Bell")
    assert len(origins_of(make_pile(cites, credited, bell))) == 1


def test_unnamed_sources_are_not_one_voice() -> None:
    """ "Sources" of two outlets are not the same sources: each outlet answers for its own."""
    papers = (
        tell("A", "Ruritania shelled Sylvania on May 4, sources said.", "sources"),
        tell("B", "On May 4 Ruritania shelled ports of Sylvania, said sources.", "sources"),
    )
    assert len(origins_of(make_pile(*papers))) == 2


def test_a_title_rests_on_the_body() -> None:
    """A title without a voice rests on the voice that its article gives for the act."""
    paper = Paper(
        "a", ["Ruritania shells Sylvania", "Ruritania shelled Sylvania on May 4, a ministry said."], published=DAY, title=True
    )
    paper.report(0, "shells", "ASSAULT", actors=["Ruritania"], recipients=["Sylvania"], lemma="shelled", tense="present")
    time = paper.time(1, "May 4", form="date", month=5, day=4, direction=-1)
    voice = paper.voice(1, "ministry")
    paper.report(1, "shelled", "ASSAULT", actors=["Ruritania"], recipients=["Sylvania"], time=time, voices=(voice,))
    origins = origins_of(make_pile(paper, party_of=PARTIES))
    assert [(o.interested, len(o.reports)) for o in origins] == [(True, 2)]
