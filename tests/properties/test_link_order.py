"""Linking is a function of the set of articles: any order, and any number of times, gives the same record."""

import itertools
import random
from pathlib import Path

import pytest

from accord.cleaning import clean_article
from accord.coding.article import code_article
from accord.language.parse import Parser
from accord.linking import link
from accord.model.reading import CleanArticle, Reading, SourceText

TEXTS = {
    "a": """Kenya signs port deal

Kenya and Somalia signed a deal on ports on Thursday, Kenya's foreign ministry said.
Kenya's President William Ruto met Somalia's leader in Nairobi.
At least 12 people were killed in a bombing in Mogadishu last week.""",
    "b": """Kenya's government said on May 5 that it had signed the ports agreement with Somalia.
Ethiopia condemned the deal. More than 10 people died in the bombing in Mogadishu, according to police.""",
    "c": """By Ann Reader
NAIROBI - Posted 6 May 2022

The presidents of Kenya and Somalia held talks in Nairobi on Thursday.
Kenya and Somalia signed a deal on ports on Thursday, Kenya's foreign ministry said.""",
    "d": "Ethiopia will not attend talks with Somalia, Prime Minister Abiy Ahmed said on Friday.",
}


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    parser = Parser()
    cleaned = [clean_article(SourceText(id=name, path=f"{name}.txt", text=text)) for name, text in TEXTS.items()]
    return [code_article(parser.parse_article(article)) for article in cleaned if isinstance(article, CleanArticle)]


def test_any_order_gives_an_equal_record(readings: list[Reading]) -> None:
    """Orders of four articles, each far from the last, give the same record."""
    expected = link(readings)
    assert expected.reports
    assert all(link(list(order)) == expected for order in itertools.islice(itertools.permutations(readings), 1, None, 7))


def test_linking_twice_is_equal(readings: list[Reading]) -> None:
    """Linking again, and with an article given twice, changes nothing."""
    assert link(readings) == link([*readings, readings[0]]) == link(readings)


def test_spans_lie_in_their_texts(readings: list[Reading]) -> None:
    """Every span of a record is cut from its article's stored text, and every reference resolves."""
    record = link(readings)
    texts = {reading.article.id: reading.article.text for reading in readings}
    spans = [span for report in record.reports for span in (report.span, report.trigger)]
    spans += [report.date.evidence for report in record.reports if report.date and report.date.evidence]
    spans += [span for figure in record.figures for span in figure.reports]
    assert all(texts[span.article][span.start : span.end] == span.text for span in spans)
    assert all(texts[m.article][m.start : m.end] == m.text for m in record.mentions)
    mentions = {mention.id for mention in record.mentions}
    assert all(party.mention in mentions for report in record.reports for party in (*report.actor, *report.recipient))
    events = {event.id: event for event in record.events}
    assert all(report.id in events[report.event].reports for report in record.reports)


def test_seeds_in_any_order() -> None:
    """The worked case, where it lies beside the checkout, gives one record in any order."""
    folder = Path(__file__).parents[3] / "shared" / "seeds"
    files = sorted(folder.glob("*.txt"))
    if not files:
        pytest.skip("the worked case is not beside this checkout")
    parser = Parser()
    cleaned = [clean_article(SourceText(id=f.stem, path=f.name, text=f.read_text(encoding="utf-8"))) for f in files]
    readings = [code_article(parser.parse_article(article)) for article in cleaned if isinstance(article, CleanArticle)]
    expected = link(readings)
    shuffled = list(readings)
    random.Random(7).shuffle(shuffled)
    assert link(shuffled) == expected
