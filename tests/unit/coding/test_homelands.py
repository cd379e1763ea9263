"""People without a name are of the country that they are said to have left, not of the one they reach."""

import pytest

from tests.unit.coding.test_names import mention

LEAVING = [
    ("The agency sent food to refugees fleeing the fighting in Burundi.", "refugees", "BDI"),
    ("Thousands of refugees who fled Burundi arrived on Monday.", "refugees", "BDI"),
    ("Families fleeing to Kenya arrived on Monday.", "Families", None),
    ("Residents who fled from Burundi to Kenya arrived on Monday.", "Residents", "BDI"),
    ("Soldiers fleeing the fighting in Burundi arrived on Monday.", "Soldiers", None),
    ("Refugees watching the fighting in Burundi wept.", "Refugees", None),
]


@pytest.mark.parametrize(("text", "words", "country"), LEAVING)
def test_countries_left(text: str, words: str, country: str | None) -> None:
    """What people flee says whose they are; where they go, and what others do, does not."""
    assert mention(text, words).country == country


BELONGING = [
    ("Tamil politicians in Malaysia demanded a vote.", "Tamil politicians", "MYS"),
    ("Basque officials demanded a vote.", "Basque officials", None),
    ("Kenyan-led forces left the town.", "Kenyan-led forces", "KEN"),
]


@pytest.mark.parametrize(("text", "words", "country"), BELONGING)
def test_peoples_are_of_where_they_live(text: str, words: str, country: str | None) -> None:
    """A people of no one country is of the country that follows; who leads forces says whose they are."""
    assert mention(text, words).country == country
