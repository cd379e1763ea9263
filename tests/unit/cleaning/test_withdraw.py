"""Withdrawing passages: what was found in them goes, what stays still refers to the right things."""

import dataclasses

from accord.cleaning.withdraw import withdraw
from accord.model.reading import (
    Attribution,
    CleanArticle,
    Fact,
    FigureDraft,
    InstrumentDraft,
    MentionDraft,
    Reading,
    ReportDraft,
    SentenceSpan,
    TimeExpression,
    VoiceDraft,
)
from accord.model.record import Removed
from accord.model.time import TimeValue

MENTION = MentionDraft(sentence=0, start=0, end=1, text="A", form="name")
REPORT = ReportDraft(sentence=0, start=0, end=10, trigger_start=1, trigger_end=2, lemma="sign", event_type="AGREE")
FIGURE = FigureDraft(sentence=0, start=0, end=1, text="9", measure="killed")
PACT = InstrumentDraft(sentence=0, start=0, end=1, text="deal", head="deal")
TIME = TimeExpression(0, 0, 1, "May", TimeValue(form="date", month=5))
SAID = Attribution(kind="direct", source=(0, 1), source_mention=0, cue=None, content=((0, 10),))


def place(thing, sentence: int, **values):  # type: ignore[no-untyped-def]
    """Return an element of a sentence, with other values changed."""
    return dataclasses.replace(thing, sentence=sentence, **values)


READING = Reading(
    article=CleanArticle(id="a", path="a.txt", text="x" * 30, removed=(Removed(28, 30, "form"),)),
    sentences=(SentenceSpan(0, 10, 0), SentenceSpan(10, 20, 1), SentenceSpan(20, 28, 2)),
    times=(place(TIME, 0), place(TIME, 1)),
    mentions=(place(MENTION, 0), place(MENTION, 1, refers_to=0, members=(0, 2)), place(MENTION, 2, owner=1)),
    facts=(
        Fact(kind="title", subject=1, start=10, end=11, value="chair"),
        Fact(kind="member_of", subject=1, start=10, end=11, object=0),
    ),
    attributions=(SAID, dataclasses.replace(SAID, source=(10, 11), content=((12, 20),), source_mention=1, parent=0)),
    instruments=(place(PACT, 0), place(PACT, 1, parties=(0, 1))),
    reports=(
        place(REPORT, 0),
        place(
            REPORT,
            1,
            actors=(1,),
            recipients=(0, 2),
            time=1,
            instrument=1,
            location=0,
            voices=(VoiceDraft(text="he", mention=1),),
        ),
    ),
    figures=(place(FIGURE, 0), place(FIGURE, 1, report=1, as_of=0)),
)


def test_nothing_to_withdraw_changes_nothing() -> None:
    """Without passages the reading is what it was."""
    assert withdraw(READING, ()) is READING


def test_what_stays_is_numbered_anew() -> None:
    """References among what stays lead to the same things as before; those to what went are gone."""
    left = withdraw(READING, (Removed(2, 9, "repeated"),))
    assert left.article.removed == (Removed(2, 9, "repeated"), Removed(28, 30, "form"))
    assert left.sentences == READING.sentences[1:]
    assert left.mentions == (place(MENTION, 0, members=(1,)), place(MENTION, 1, owner=0))
    assert left.facts == (Fact(kind="title", subject=0, start=10, end=11, value="chair"),)
    assert left.reports == (
        place(REPORT, 0, actors=(0,), recipients=(1,), time=0, instrument=0, voices=(VoiceDraft(text="he", mention=0),)),
    )
    assert left.figures == (place(FIGURE, 0, report=0),)
    assert left.instruments == (place(PACT, 0, parties=(0,)),)
    assert [(said.source_mention, said.parent) for said in left.attributions] == [(0, None)]


def test_a_passage_that_covers_all_leaves_an_empty_reading() -> None:
    """An article that is all furniture has a reading in which nothing was found."""
    left = withdraw(READING, (Removed(0, 30, "repeated"),))
    assert left == Reading(article=left.article)
