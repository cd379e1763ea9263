"""The outlet's own name beside the title, and credits that name others."""

import pytest

from accord.cleaning.clean import clean_article
from accord.cleaning.lines import Line
from accord.cleaning.names import is_nameplate
from accord.model.reading import CleanArticle, SourceText

STORY = (
    "The governor of the northern province resigned on Friday after weeks of protests over fuel prices, his office said.\n\n"
    "Thousands of people had marched through the provincial capital every evening and demanded that he step down.\n\n"
    "The deputy governor will take over until elections are held in the autumn, the office added in a statement.\n"
)


def clean(text: str) -> CleanArticle:
    """Return a text cleaned, as a test wants it."""
    article = clean_article(SourceText(id="a", path="a.txt", text=text))
    assert isinstance(article, CleanArticle)
    return article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Valley Ledger", True),
        ("Port Elbe Evening Mail", True),
        ("Daily Beacon", True),
        ("Northern Press Agency", True),
        ("Book Review", False),
        ("World News", False),
        ("Northern Province", False),
        ("Latest news from the Post", False),
    ],
)
def test_nameplates(text: str, expected: bool) -> None:
    """Names of papers, agencies and stations are known by their words; sections are none."""
    assert is_nameplate(Line(0, len(text), text)) is expected


@pytest.mark.parametrize(
    ("head", "name", "credits"),
    [
        ("Governor resigns after protests\nThe Valley Ledger\nBy Ruth Amadi\n\n", "The Valley Ledger", ()),
        ("Governor resigns after protests\nValley Ledger\n\nPORT ELBE (Northwire) - ", "Valley Ledger", ("Northwire",)),
        ("Governor resigns after protests\nNorthwire Press Agency\n\nPORT ELBE (Northwire) - ", "Northwire Press Agency", ()),
        ("Governor resigns after protests\nValley Ledger\nSource: Northwire\n\n", "Valley Ledger", ("Northwire",)),
        ("Governor resigns after protests\nPolitics\n\n", None, ()),
    ],
)
def test_a_line_beside_the_title_names_the_source(head: str, name: str | None, credits: tuple[str, ...]) -> None:
    """The outlet's own name goes before the agency whose text it carries, which is credited; one house is named once."""
    article = clean(head + STORY)
    assert (article.source_name, article.credits) == (name, credits)


def test_an_invitation_to_readers_is_no_prose() -> None:
    """What an outlet says to its readers in its own name is furniture."""
    text = f"Governor resigns after protests\n\n{STORY}\nHarbour Weekly welcomes comments from its readers. Be polite.\n"
    assert any("Harbour Weekly" in text[one.start : one.end] for one in clean(text).removed)


@pytest.mark.parametrize(
    ("head", "words", "month_day"),
    [
        ("Governor resigns\n\nPORT ELBE, March 3 (Northwire) - ", "March 3", (3, 3)),
        ("Governor resigns\nUpdated on 4 October\n\n", "4 October", (10, 4)),
        ("Governor resigns\nThursday, Oct. 14\n\n", "Oct. 14", (10, 14)),
        ("Governor resigns\n\nPORT ELBE, Thursday (AP) - ", "Thursday", (None, None)),
        ("Governor resigns\n\n", None, None),
        ("Governor resigns on March 3\n\n", None, None),
    ],
)
def test_the_day_of_a_page_without_its_year(
    head: str, words: str | None, month_day: tuple[int | None, int | None] | None
) -> None:
    """A month and day, or a weekday, of a dateline or date line is kept with its place; those of prose and titles are not."""
    text = head + STORY
    day = clean(text).page_day
    assert (day and text[day.start : day.end]) == words
    assert (day and (day.value.month, day.value.day)) == month_day
