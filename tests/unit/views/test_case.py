"""A case as page data: every part of the record is there, once, with where it can be read."""

import dataclasses
import datetime

import pytest

from accord.model.record import Copy, Event, Origin, Record, Report, Span
from accord.model.time import When
from accord.views import case as case_views
from accord.views.case import CaseView, view_case
from accord.views.events import EventView
from tests.samples import TEXTS, make_record, make_span


def _view(**changes: object) -> CaseView:
    return view_case(dataclasses.replace(make_record(), **changes), TEXTS)  # type: ignore[arg-type]


def _events(case: CaseView) -> dict[str, EventView]:
    days = [day for month in (*case.background, *case.timeline) for day in month.days]
    return {event.id: event for event in (*(event for day in days for event in day.events), *case.undated)}


def test_every_line_of_the_record_is_shown() -> None:
    """Nothing is lost between the record and the page."""
    record, case = make_record(), _view()
    assert set(_events(case)) == {event.id for event in record.events}
    assert {report.id for event in _events(case).values() for report in event.reports} == {line.id for line in record.reports}
    for kind in ("actors", "agreements", "disagreements", "figures", "articles"):
        assert {view.id for view in getattr(case, kind)} == {line.id for line in getattr(record, kind)}
    assert {source.name for source in case.sources} == {"Velden Courier", "Source not named"}


def test_totals_say_how_well_a_case_is_founded() -> None:
    """The head of a page counts what rests on one origin, on interested ones alone, and what has no date."""
    totals = _view().totals
    assert (totals.articles, totals.sources, totals.unsourced) == (2, 1, 1)
    assert (totals.events, totals.reports, totals.origins) == (2, 2, 1)
    assert (totals.alone, totals.interested, totals.undated_events, totals.disputed) == (1, 1, 1, 1)


def test_an_event_says_in_words_what_stands_behind_it() -> None:
    """Support names the interested parties, and each origin its reasons."""
    event = _events(_view())["event-1"]
    assert event.support == "1 article, 1 origin, interested: Velden"
    assert [(origin.voice, origin.reasons) for origin in event.origins] == [("Velden", ("Velden says so itself",))]
    assert event.headline == ("Velden ", "signed", " a fishing treaty with Osterland")
    assert (event.date_basis, event.date_evidence[0].text) == ("the text says when", "3 May 2022")
    assert [one.text for one in event.disagreements] == ["Date disputed"]
    assert event.interested


@pytest.mark.parametrize(
    ("interested", "words"),
    [
        ((True, False), "2 articles, 2 origins, 1 interested: Velden"),
        ((False, False), "2 articles, 2 origins"),
        ((True, True), "2 articles, 2 origins, interested: Velden and Harbour Watch"),
    ],
)
def test_support_in_words(interested: tuple[bool, bool], words: str) -> None:
    """One interested origin beside a free one is said to be one of two."""
    origins = (Origin("actor-1", ("report-1",), interested[0]), Origin("Harbour Watch", (), interested[1]))
    event = Event(id="event-1", event_type="AGREE", reports=("report-1",), articles=2, origins=origins)
    assert _events(_view(events=(event,)))["event-1"].support == words


def test_a_quote_sets_its_trigger_off() -> None:
    """The three parts of a quote are the sentence, whole."""
    quote = _events(_view())["event-1"].reports[0].quote
    assert quote.trigger == "signed"
    assert quote.before + quote.trigger + quote.after == make_record().reports[0].span.text
    assert (quote.passage.article, quote.passage.start, quote.passage.source) == ("article-1", 0, "Velden Courier")


def test_a_voice_chain_begins_with_the_publisher() -> None:
    """Who says so is told from the outlet inwards; where the words do not name the actor, the page does."""
    report = _events(_view())["event-1"].reports[0]
    assert [(voice.text, voice.aside) for voice in report.voices] == [("Velden Courier", ""), ("its ministry", "Velden")]
    unnamed = _events(_view())["event-2"].reports[0]
    assert [voice.text for voice in unnamed.voices] == ["“article-2.txt” (no source named)"]


def test_a_report_shows_its_twins() -> None:
    """A report whose act stands in a copied passage says where else the wording is."""
    sentence = make_record().reports[0].span
    copy = Copy(id="copy-1", a=sentence, b=make_span("article-2", "ratified"), similarity=0.931)
    (twin,) = _events(_view(copies=(copy,)))["event-1"].reports[0].twins
    assert (twin.passage.article, twin.percent) == ("article-2", 93)


def test_background_and_undated_events_stand_apart() -> None:
    """What is recalled is folded away; what has no date is counted, not hidden."""
    case = _view()
    assert [month.title for month in case.timeline] == ["May 2022"]
    assert [event.id for event in case.undated] == ["event-2"]
    dated = dataclasses.replace(
        make_record().events[1], date=When(datetime.date(2011, 1, 1), datetime.date(2011, 12, 31), "year")
    )
    recalled = _view(events=(make_record().events[0], dated))
    assert ([month.title for month in recalled.background], recalled.undated) == (["2011"], ())


def test_actors_are_named_as_each_source_names_them() -> None:
    """Spellings are kept by source; an article without a source stands for itself."""
    velden, osterland = _view().actors
    assert [(naming.source, [one.text for one in naming.names]) for naming in velden.namings] == [
        ("Velden Courier", ["Velden"])
    ]
    assert (velden.type, velden.country, velden.events) == ("state", "Norway", 1)
    assert [(tie.text, tie.of.text if tie.of else None) for tie in velden.roles] == [("signatory", "Österland"), ("host", None)]
    assert [one.text for one in osterland.namings[0].names] == ["Osterland"]


def test_agreements_figures_and_disagreements_show_their_evidence() -> None:
    """Stages, numbers and sides carry the passages they rest on."""
    case = _view()
    (agreement,) = case.agreements
    assert [(stage.text, stage.date.text, len(stage.quotes)) for stage in agreement.stages] == [
        ("signed", "3 May 2022", 1),
        ("ratified", "no date known", 0),
    ]
    seized = next(figure for figure in case.figures if figure.id == "figure-1")
    assert (seized.value, [passage.text for passage in seized.passages]) == ("7 boats", ["seven"])
    (dispute,) = case.disagreements
    assert [(side.value, side.voices, len(side.quotes)) for side in dispute.positions] == [
        ("2022-05-03", ("Velden",), 1),
        ("2022-05-04", (), 1),
    ]


def test_a_text_is_cut_without_losing_a_character() -> None:
    """The pieces of an article are its text, in order, with furniture and triggers marked."""
    case = _view()
    for article in case.articles:
        pieces = [piece for paragraph in article.paragraphs for sentence in paragraph.sentences for piece in sentence.pieces]
        assert "".join(piece.text for piece in pieces) == TEXTS[article.id].replace("\n", "")
        assert all(TEXTS[article.id][piece.start :].startswith(piece.text) for piece in pieces)
    first = next(article for article in case.articles if article.id == "article-1")
    assert [paragraph.removed for paragraph in first.paragraphs] == [False, True]
    pieces = [piece for sentence in first.paragraphs[0].sentences for piece in sentence.pieces]
    assert [(piece.text, piece.event) for piece in pieces if piece.event] == [("signed", "event-1")]
    assert [(piece.text, piece.mention, piece.name) for piece in pieces if piece.mention] == [
        ("Velden", "actor", "Velden"),
        ("Osterland", "actor", "Österland"),
    ]
    assert [(piece.text, piece.twins[0].article) for piece in pieces if piece.twins] == [("treaty", "article-2")]


def test_overlapping_marks_are_cut_at_every_edge() -> None:
    """Marks may overlap and reports may share half a sentence; every character still stands once."""
    record = make_record()
    half = Span("article-1", 7, 30, TEXTS["article-1"][7:30])
    more = dataclasses.replace(
        record.reports[0], id="report-3", span=half, trigger=Span("article-1", 9, 20, TEXTS["article-1"][9:20])
    )
    case = _view(reports=(*record.reports, more))
    article = next(article for article in case.articles if article.id == "article-1")
    pieces = [piece for paragraph in article.paragraphs for sentence in paragraph.sentences for piece in sentence.pieces]
    assert "".join(piece.text for piece in pieces) == TEXTS["article-1"].replace("\n", "")


def test_large_cases_are_capped_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that cannot hold all says how much it leaves out, and links only to what it holds."""
    monkeypatch.setattr(case_views, "EVENT_LIMIT", 1)
    monkeypatch.setattr(case_views, "ACTOR_LIMIT", 1)
    monkeypatch.setattr(case_views, "TEXT_BUDGET", 90)
    case = _view()
    assert (case.totals.events, case.totals.left_out, len(_events(case))) == (2, 1, 1)
    assert [article.inlined for article in case.articles].count(True) == 1
    assert len(case.actors) == 1
    assert (
        len(case.shown & {"event-1", "event-2"})
        == len(case.shown & set(TEXTS))
        == len(case.shown & {"actor-1", "actor-2"})
        == 1
    )


def test_an_empty_record_is_a_page_too() -> None:
    """A case without articles does not fail."""
    case = view_case(Record(), {})
    assert (case.title, case.timeline, case.totals.events) == ("A case without events", (), 0)


def test_a_trigger_outside_its_sentence_marks_nothing() -> None:
    """A quote without a trigger in it is shown whole."""
    record = make_record()
    stray: Report = dataclasses.replace(record.reports[0], trigger=make_span("article-2", "ratified"))
    quote = _events(_view(reports=(stray, record.reports[1])))["event-1"].reports[0].quote
    assert (quote.before, quote.trigger, quote.after) == (record.reports[0].span.text, "", "")
