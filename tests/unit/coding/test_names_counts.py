"""People told by their number alone."""

import pytest

from accord.pipeline import read_article


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The bombing injured another 15.", ["another 15"]),
        ("Gunmen killed four people and injured hundreds more.", ["hundreds more"]),
        ("At least 31 were killed and 47 were injured.", ["31", "47"]),
        ("The raid killed three people and wounded more than 260.", ["260"]),
        ("Gunmen stormed a hall, killing nine.", ["nine"]),
        ("40 killed in market blast", ["40"]),
    ],
)
def test_numbers_stand_for_victims(text: str, counts: list[str]) -> None:
    """A number without noun that is harmed or held is a group of people, and whom the act is done to."""
    reading = read_article(text)
    found = {reading.mentions[i].text for report in reading.reports for i in report.recipients}
    assert set(counts) <= found


@pytest.mark.parametrize(
    "text",
    [
        "The storm injured 15% of the herd.",
        "The brothers killed one another.",
        "Inflation fell by 15 and exports rose by hundreds.",
        "Officers jailed in 2015 fled.",
        "The guard killed a 15-year-old boy.",
        "The blast killed dozens of people.",
    ],
)
def test_other_numbers_stand_for_nobody(text: str) -> None:
    """Shares, years, ages and counts before a noun are no mentions of their own."""
    assert not [
        m.text for m in read_article(text).mentions if m.text.split()[0].lower() in {"15", "one", "2015", "dozens", "hundreds"}
    ]
