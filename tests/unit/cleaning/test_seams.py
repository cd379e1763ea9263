"""Furniture that ran into prose is cut where a rule can tell for sure, and whole sentences stay."""

import datetime

import pytest

from accord.cleaning import clean_article
from accord.cleaning.captions import is_caption, is_dated_caption
from accord.cleaning.datelines import find_inner_dateline
from accord.cleaning.galleries import find_galleries
from accord.cleaning.lines import Line
from accord.cleaning.seams import find_seams
from accord.cleaning.stamps import find_stamp
from accord.model.reading import CleanArticle, SourceText


def _split(text: str) -> list[str]:
    """Return the words between the cuts of a line."""
    cuts = find_seams(text)
    edges = [0, *(offset for cut in cuts for offset in cut[:2]), len(text)]
    pieces = (text[one:two].strip() for one, two in zip(edges[::2], edges[1::2], strict=True))
    return [piece for piece in pieces if any(map(str.isalnum, piece))]


def _clean(text: str) -> CleanArticle:
    page = clean_article(SourceText(id="one", path="one.txt", text=text))
    assert isinstance(page, CleanArticle)
    return page


def _body(page: CleanArticle) -> list[str]:
    return [page.text[p.start : p.end] for p in page.paragraphs if p.kind == "body"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (
            "Get daily updates directly to your inbox + Subscribe Thank you for subscribing! Could not subscribe, try again "
            "later Invalid Email The ferry sank off Tervo.",
            ["The ferry sank off Tervo."],
        ),
        (
            "Troops left on Monday. Click to share on Facebook (Opens in new window) Click to share on Twitter (Opens in new "
            "window) THE last convoy crossed the river.",
            ["Troops left on Monday.", "THE last convoy crossed the river."],
        ),
        ("Video Loading Video Unavailable Click to play Troops left the town.", ["Troops left the town."]),
        (
            'The pact was "void". Ostland weighs leaving the pact, sources say Read more The ministry had nothing to add.',
            ['The pact was "void".', "The ministry had nothing to add."],
        ),
        (
            "Enlarge this image toggle caption Ilse Brandt/AP Ilse Brandt/AP Thousands marched in Marvale.",
            ["Thousands marched in Marvale."],
        ),
        (
            "The vote is on Monday. Image copyright AFP Image caption The premier in May Image copyright EPA Image caption "
            "Voters queue in Tervo. Turnout was high.",
            ["The vote is on Monday.", "Turnout was high."],
        ),
        ("Photograph : Ilse Brandt/AFP/Getty The premier resigned.", ["The premier resigned."]),
        (
            "The premier at the border. (By Ilse Brandt -- Getty Images) He resigned.",
            ["The premier at the border.", "He resigned."],
        ),
        (
            "He left early. Premier Anna Holm (Photo: Ilse Brandt, Getty Images) MARVALE -- Holm resigned.",
            ["He left early.", "MARVALE -- Holm resigned."],
        ),
        (
            "We are safe. pic.twitter.com/ab12 -- Ilse Brandt (@ilse) May 3, 2019 Police closed the road.",
            ["We are safe. pic.twitter.com/ab12 -- Ilse Brandt (@ilse) May 3, 2019", "Police closed the road."],
        ),
        ("10:56 pm GMT: The premier has left the building.", ["The premier has left the building."]),
    ],
)
def test_cuts(line: str, left: list[str]) -> None:
    """Controls, labels, credits and links inside a line go, and the sentences around them stay apart."""
    assert _split(line) == left


@pytest.mark.parametrize(
    "line",
    [
        "She told AFP that the army (the largest in the region) would leave.",
        "Readers can read more on the treaty in the annex, the ministry said.",
        "He asked them to subscribe to the pact and share this burden.",
        "On May 22 Obama met the envoys, and on May 24 Merkel did.",
        "The premier (pictured, right) met 3/4 of the envoys.",
        "At 10:30 the ministers met: The talks took an hour.",
        "The image caption contest was won by a soldier.",
        "He took a photo (by the river) The Hague later used.",
    ],
)
def test_prose_is_whole(line: str) -> None:
    """A sentence with words of furniture in it is not cut."""
    assert find_seams(line) == ()


@pytest.mark.parametrize(
    ("line", "left"),
    [
        (
            "The talks failed. Photos: A city at war A child looks out. Hide Caption 1 of 9 Photos: A city at war Men dig. "
            "Hide Caption 2 of 9 The envoys left.",
            "The talks failed.  The envoys left.",
        ),
        (
            "The talks failed. Marvale in pictures 3 show all Marvale in pictures 1/3 The old bridge EPA 2/3 A market Ilse "
            "Brandt/PA 3/3 The harbour at dawn Reuters The envoys left.",
            "The talks failed.  The envoys left.",
        ),
        (
            "He wept. Getty Images 5 Holm waves to the crowd Reuters 5 Holm leaves the hall after a long day. Not known 5 The "
            "hall at night. She will go.",
            "He wept.   She will go.",
        ),
        (
            "He wept. 1 of 22 Full Screen Autoplay Close Skip Ad x Holm's day View Photos She left. Caption She left. "
            "Buy Photo Wait 1 second to continue. She will go.",
            "He wept.  She will go.",
        ),
    ],
)
def test_galleries(line: str, left: str) -> None:
    """The captions of a gallery go with its controls, numbers and credits."""
    for start, end in reversed(find_galleries(line)):
        line = line[:start] + line[end:]
    assert line == left


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AFP Police made arrests in the capital after the march", True),
        ("AP:Associated Press Soldiers patrol the old harbour of Marvale", True),
        ("Twitter People run from the square after the blast", True),
        ("Soldiers patrol the old harbour of Marvale on Monday Ilse Brandt/Getty Images", True),
        ("Soldiers patrol the old harbour of Marvale on Monday EPA", True),
        ("AFP Police made arrests in the capital.", False),
        ("AFP journalist freed by rebels after two years in the north", False),
        ("EPA Chief Resigns Over Water Scandal in Marvale", False),
        ("The minister who resigned in May over the leak told Reuters", False),
        ("A bomb hit the market in the north, according to the agency AFP", False),
    ],
)
def test_lines_with_credits(line: str, *, expected: bool) -> None:
    """A line without a full stop that begins or ends with a credit is a caption; a sentence or a headline is none."""
    assert is_caption(Line(0, len(line), line), ()) is expected


def test_numbered_lines() -> None:
    """A line with a picture's number needs the number before or after it beside it."""
    line = Line(0, 0, "7/9 A market in Marvale")
    assert is_caption(line, ("8/9 The harbour",))
    assert not is_caption(line, ("9/11 changed the law.",))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Rebels sign truce Friday 3 May 2019 12.05 BST Rebels signed.", "Friday 3 May 2019 12.05 BST"),
        ("ROME | Fri May 3 , 2019 8:15 pm EDT ROME (Reuters) - Rebels signed.", "ROME | Fri May 3 , 2019 8:15 pm EDT"),
        ("3 May 2019 Last updated at 21:40 GMT Help Rebels signed.", "3 May 2019 Last updated at 21:40 GMT Help"),
        ("Rebels sign truce Updated: 2019-05-03 09:53 (Agencies)", "Updated: 2019-05-03 09:53 (Agencies)"),
        ("The truce of Friday 3 May 2019 was signed.", None),
        ("The truce began on 3 May 2019 at 12.05 and held.", None),
    ],
)
def test_stamps(line: str, found: str | None) -> None:
    """A stamp names the day in a form that no sentence has."""
    stamp = find_stamp(line)
    assert (line[stamp.start : stamp.end] if stamp else None) == found
    assert stamp is None or stamp.date.day == datetime.date(2019, 5, 3)


def test_a_dateline_inside_a_line() -> None:
    """A dateline with an agency may stand behind key points; a bracket in a sentence is none."""
    line = "* Truce holds * Talks to go on MARVALE, June 12 (Reuters) - The truce held."
    found = find_inner_dateline(line)
    assert found is not None
    assert (found[0], found[1].place, found[1].credit) == (line.index("MARVALE"), "Marvale", "Reuters")
    assert find_inner_dateline("The minister told the paper in MARVALE (Reuters) - and left.") is None


def test_dated_captions() -> None:
    """What stands before a dateline and ends with a whole day is a caption."""
    assert is_dated_caption("A woman waits in Marvale May 3, 2019.")
    assert is_dated_caption("A woman waits in Marvale in this file photo.")
    assert not is_dated_caption("A woman waits in Marvale.")


def test_a_page_of_spelled_out_brackets() -> None:
    """Datelines, dates and captions are found where a corpus spaces its tokens, at the offsets of its text."""
    page = _clean(
        "A nurse waits in Marvale April 29 , 2019 . \n"
        "MARVALE | Wed Apr 29 , 2019 5:41 pm BST MARVALE -LRB- Reuters -RRB- - Ostland closed its schools on Wednesday . \n"
        "`` It will take time . '' \n"
        "The ministry -LRB- which runs them -RRB- gave no date .\n"
    )
    assert _body(page) == [
        "Ostland closed its schools on Wednesday .",
        "`` It will take time . ''",
        "The ministry -LRB- which runs them -RRB- gave no date .",
    ]
    assert (page.dateline, page.source_name) == ("Marvale", "Reuters")
    assert page.published is not None
    assert page.published.start == datetime.date(2019, 4, 29)
    assert page.published.evidence[0].text == "Wed Apr 29 , 2019"


def test_captions_between_credits() -> None:
    """Words between the credits of two pictures are a caption; a dateline may follow the last."""
    page = _clean(
        "Holm greets the envoys at the palace . \n"
        "-LRB- AP Photo\\/Ilse Brandt -RRB- -LRB- Ilse Brandt - AP -RRB- Holm , left , sits with Minister Reed . \n"
        "-LRB- By Ilse Brandt -- Associated Press -RRB- MARVALE , Oct. 12 -- Ostland left the pact on Sunday . \n"
        "The pact was signed in 1990 .\n"
    )
    assert "Ostland left the pact on Sunday ." in _body(page)
    assert not any("Reed" in text for text in _body(page))
    assert page.dateline == "Marvale"
