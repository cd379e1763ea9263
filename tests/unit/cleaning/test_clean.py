"""Pages lose their furniture and keep their prose; nothing is deleted from the text."""

import datetime

import pytest

from accord.cleaning import clean_article
from accord.model.reading import InputFailure, SourceText

from .pages import BROADCASTER, OPINION, PAPER, WRAPPED, get_body, get_removed, make


def test_a_paper_page() -> None:
    """Title, byline, date, dateline, credit and source are found, and only prose is left."""
    page = make(PAPER)
    assert page.title == "Ostland and Westland agree to reopen four border crossings"
    assert page.title_start == PAPER.index("Ostland and Westland")
    assert page.byline == "Amina Brandt"
    assert page.dateline == "Marvale"
    assert page.credits == ("Reuters",)
    assert (page.source_name, page.source_type) == ("Nile Courier", "outlet")
    assert page.published is not None
    assert (page.published.start, page.published.basis) == (datetime.date(2022, 3, 14), "stated")
    assert [span.text for span in page.published.evidence] == ["14 March 2022"]
    assert not page.opinion
    assert get_body(page) == [
        "Ostland agreed on Monday to reopen four crossings, its foreign ministry said.",
        "The deal was signed by the two foreign ministers.",
        "“We will work together,” said one of them.",
        "The crossings had been closed since 2011.",
        "The two countries split in 2011 after a long civil war.",
    ]


def test_the_foot_is_one_block() -> None:
    """Everything after the last prose is one piece, named by all its families."""
    reason, text = get_removed(make(PAPER))[-1]
    assert text.startswith("Reporting by")
    assert text.endswith("All rights reserved.")
    assert {"credit", "tags", "related links", "form", "disclaimer"} <= set(reason.split("; "))


def test_a_broadcasters_page() -> None:
    """Captions, ages and lists of links go; a picture credit is no source."""
    page = make(BROADCASTER)
    assert page.title == "Army says it has retaken the airport"
    assert page.source_name is None
    assert len(get_body(page)) == 2
    assert page.published is None


def test_an_opinion_page() -> None:
    """A page that calls itself opinion is marked, and its disclaimer names the source."""
    page = make(OPINION)
    assert page.opinion
    assert page.byline == "Helen Marsh"
    assert page.source_name == "Metro Gazette"
    assert len(get_body(page)) == 2


def test_a_general_rule_on_op_eds_says_nothing_of_an_article() -> None:
    """A site's rule about its op-eds, printed under every article, does not make each of them opinion."""
    page = make(
        "Mayor opens the new bridge\nThe mayor opened the bridge on Friday, and thousands came to see it.\n"
        "Op-Ed articles give the opinions of their authors, which do not reflect the views of Delta Post.\n"
        "Submit a Correction"
    )
    assert not page.opinion
    assert page.source_name == "Delta Post"
    assert len(get_body(page)) == 1


def test_wrapped_lines_are_one_paragraph() -> None:
    """Line ends within sentences are layout: paragraphs are the blocks between empty lines."""
    body = get_body(make(WRAPPED))
    assert len(body) == 2
    assert body[0].endswith("took effect in March.")


def test_titles_stand_once() -> None:
    """A title repeated, with other punctuation or after a label, is read once."""
    page = make(
        "City's gov't bans drones\n\nCitys govt bans drones\n\nThe city banned drones on Monday after two accidents.\n\n"
        "For: City’s gov’t bans drones"
    )
    assert page.title == "City's gov't bans drones"
    assert [p.kind for p in page.paragraphs] == ["title", "body"]


def test_prose_without_a_headline_has_no_title() -> None:
    """A byline and prose make no title."""
    page = make("By Rosa Lind\nVALDORA — The council met on Monday.\nIt will meet again on Friday to vote on the plan.")
    assert page.title is None
    assert page.byline == "Rosa Lind"
    assert page.dateline == "Valdora"


def test_metadata_goes_first() -> None:
    """What the file's metadata says of title, source and byline is kept; a title is found in the text."""
    page = make(
        "Council meets | Delta Post\nThe council met on Monday in the old town hall.",
        title="Council Meets", source_name="Delta Post", byline="R. Lind", published=datetime.date(2020, 1, 2),
    )  # fmt: skip
    assert page.title_start == 0
    assert (page.source_name, page.byline) == ("Delta Post", "R. Lind")
    assert page.published is not None
    assert page.published.basis == "metadata"


def test_date_and_title_before_prose_on_one_line() -> None:
    """Where a scraper left date, title and prose on one line, each is found."""
    prose = "A ferry hit the northern pier on Sunday and twelve people were hurt."
    page = make(f"Published 6 May 2018 Twelve hurt as ferry hits pier. {prose}", title="Twelve hurt as ferry hits pier")
    assert page.published is not None
    assert page.published.start == datetime.date(2018, 5, 6)
    assert get_body(page) == [prose]


@pytest.mark.parametrize(
    "line",
    [
        "The minister said readers of the newspaper had sent him letters about the newsletter.",
        "His comments do not reflect the position of the government, the ministry said on Tuesday.",
        "The photo agency said its reporter was detained near the border and later released.",
        "Police published pictures of the suspects and asked the public to share them on Facebook.",
        "“Sign up for the army,” the posters said, but few young men in the valley did.",
        "Copyright law was the subject of the talks between the two trade ministers in Geneva.",
        "The committee will continue reading the bill on Thursday, its chairwoman told reporters.",
        "Related charges against four officers were dropped last year by the same court.",
        "Reporters by the dozen waited outside the court, and police closed the street.",
    ],
)
def test_prose_with_cue_words_stays(line: str) -> None:
    """Words that furniture uses do not make a sentence furniture."""
    page = make(f"Unrest spreads to the valley\nThousands marched on Monday.\n{line}\nThe march ended at dusk without arrests.")
    assert line in get_body(page)


def test_only_furniture_is_a_failure() -> None:
    """A page of chrome alone is a failure that says so."""
    failure = clean_article(SourceText(id="article-1", path="p.txt", text="Share this\nAdvertisement\nSkip to content"))
    assert isinstance(failure, InputFailure)
    assert "all 3 lines" in failure.reason


@pytest.mark.parametrize("text", [PAPER, BROADCASTER, OPINION, WRAPPED])
def test_pieces_lie_in_the_text_and_apart(text: str) -> None:
    """Paragraphs and furniture lie in the text, in order, and never overlap; what neither covers holds no word."""
    page = make(text)
    assert page.text == text
    pieces = sorted([(p.start, p.end) for p in page.paragraphs] + [(r.start, r.end) for r in page.removed])
    end = 0
    for start, stop in pieces:
        assert end <= start < stop <= len(text)
        assert not any(c.isalnum() for c in text[end:start])
        end = stop
    assert not any(c.isalnum() for c in text[end:])


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["A", "Aa ", "By ", "(photo: ", "Related\n", "a-", "Word, ", " \n"])
def test_hostile_lengths_end_soon(piece: str) -> None:
    """No pattern takes long over a line or page that repeats one thing without end."""
    page = make("The council met on Monday. " + piece * 20_000)
    assert page.paragraphs


AUTHORS = [
    ("Jane Hollis is a professor of law at Milford University.", True),
    ("The writer is a former ambassador and a fellow of the Harbour Institute.", True),
    ("Omar Said, a columnist, lives in Tunis.", False),
    ("Tom Reyes is a contributing editor of the Weekly Ledger.", True),
    ("Tom Reyes reported from Lima, and Ana Cruz from Quito.", False),
    ("Jane Hollis is a professor of law, said \u201cnobody was told.\u201d", False),
]


@pytest.mark.parametrize(("last", "opinion"), AUTHORS)
def test_a_note_on_who_the_author_is_marks_an_op_ed(last: str, opinion: bool) -> None:
    """What op-eds say of their authors at the end tells them from news, whose last lines name reporters."""
    page = make(
        "A bridge too dear\nThe bridge that the mayor opened on Friday will cost the town more than it can bear.\n"
        f"It should have been a ferry, and the council knew it when it voted last spring.\n{last}"
    )
    assert page.opinion == opinion
