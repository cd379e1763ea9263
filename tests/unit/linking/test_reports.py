"""Report drafts turned into reports: dates with their basis, parties, voices."""

import datetime

import pytest

from accord.linking.events.reports import build_reports
from accord.linking.link import link_case
from accord.model.record import ReportDate

from .pile import Paper, actor_id, make_pile

DAY = datetime.date(2022, 5, 6)


def date_of(paper: Paper, at: int = 0) -> ReportDate | None:
    accounts = build_reports(make_pile(paper))
    return sorted(accounts, key=lambda account: account.report.trigger.start)[at].report.date


def test_own_expression_dates_a_report() -> None:
    """A date said in the text is stated, and its words are the evidence."""
    paper = Paper("a", ["Ruritania asked Sylvania on Thursday."], published=DAY)
    paper.report(
        0, "asked", "REQUEST", actors=["Ruritania"], time=paper.time(0, "Thursday", form="weekday", weekday=3, direction=-1)
    )
    date = date_of(paper)
    assert date is not None
    assert (date.start, date.end, date.basis) == (datetime.date(2022, 5, 5), datetime.date(2022, 5, 5), "stated")
    assert date.evidence == paper.span(0, "Thursday")


FILL = ["It rained.", "It rained again.", "It rained all day."]
BOUNDS = [
    (0, {}, ("2022-05-04", "2022-05-06", "publication")),
    (3, {}, ("2022-04-30", "2022-05-06", "publication")),
    (3, {"status": "future", "tense": "future"}, ("2022-05-06", "None", "publication")),
    (3, {"status": "hypothetical"}, None),
    (3, {"historical": True}, None),
]


@pytest.mark.parametrize(("sentence", "more", "expected"), BOUNDS)
def test_publication_bounds_what_has_no_date(
    sentence: int, more: dict[str, str], expected: tuple[str, str, str] | None
) -> None:
    """News is bounded by the article's date, in the lead more closely; background and ifs are not dated."""
    sentences = [*FILL[:sentence], "Ruritania asked Sylvania."]
    paper = Paper("a", sentences, published=DAY)
    paper.report(sentence, "asked", "REQUEST", actors=["Ruritania"], **more)
    date = date_of(paper)
    assert (date and (str(date.start), str(date.end), date.basis)) == expected


def test_the_lead_lies_on_the_news_day() -> None:
    """An undated lead happened on the latest day that the article names for its news, or the day after."""
    paper = Paper("a", ["Ruritania has asked Sylvania.", "Sylvania refused on Wednesday."], published=DAY)
    paper.report(0, "asked", "REQUEST", actors=["Ruritania"], tense="perfect")
    paper.report(
        1, "refused", "REJECT", actors=["Sylvania"], time=paper.time(1, "Wednesday", form="weekday", weekday=2, direction=-1)
    )
    date = date_of(paper)
    assert date is not None
    assert (date.start, date.end) == (datetime.date(2022, 5, 4), datetime.date(2022, 5, 5))
    assert date.evidence == paper.span(1, "Wednesday")


def test_another_report_lends_its_date() -> None:
    """A report without a date takes that of the report of the same event, with its words as evidence."""
    one = Paper("a", ["Ruritania bombed Sylvania on May 4."], published=DAY)
    time = one.time(0, "May 4", form="date", month=5, day=4, direction=-1)
    one.report(0, "bombed", "ASSAULT", actors=["Ruritania"], recipients=["Sylvania"], time=time)
    other = Paper("b", ["Ruritania bombed Sylvania."], published=DAY)
    other.report(0, "bombed", "ASSAULT", actors=["Ruritania"], recipients=["Sylvania"])
    record = link_case(make_pile(one, other))
    lent = next(report.date for report in record.reports if report.article == "b")
    assert lent is not None
    assert (lent.basis, lent.start, lent.evidence) == ("story", datetime.date(2022, 5, 4), one.span(0, "May 4"))


def test_only_resolved_mentions_are_parties() -> None:
    """A report never invents an actor: what did not resolve is left out."""
    paper = Paper("a", ["Ruritania asked somebody."], published=DAY)
    paper.report(0, "asked", "REQUEST", actors=["Ruritania"], recipients=["somebody"])
    case = make_pile(paper, somebody="place")
    (account,) = build_reports(case)
    assert [party.actor for party in account.report.actor] == [actor_id("Ruritania")]
    assert account.report.recipient == ()


def test_the_source_is_the_outermost_voice() -> None:
    """The chain begins with who published the article, and keeps words that name nobody."""
    paper = Paper("a", ["Sources told Bell that Ruritania asked Sylvania."], source="Daily News", published=DAY)
    voices = (paper.voice(0, "Bell"), paper.voice(0, "Sources", named=False))
    paper.report(0, "asked", "REQUEST", actors=["Ruritania"], voices=voices)
    (account,) = build_reports(make_pile(paper))
    assert [(v.text, v.actor) for v in account.report.voices] == [
        ("Daily News", None),
        ("Bell", actor_id("Bell")),
        ("Sources", None),
    ]


def test_every_span_lies_in_its_text() -> None:
    """Sentence, trigger and evidence are cut from the stored text."""
    paper = Paper("a", ["It rained.", "Ruritania asked Sylvania on Thursday."], published=DAY)
    paper.report(
        1, "asked", "REQUEST", actors=["Ruritania"], time=paper.time(1, "Thursday", form="weekday", weekday=3, direction=-1)
    )
    (account,) = build_reports(make_pile(paper))
    report = account.report
    for span in (report.span, report.trigger, report.date.evidence if report.date else None):
        assert span is not None
        assert paper.text[span.start : span.end] == span.text
