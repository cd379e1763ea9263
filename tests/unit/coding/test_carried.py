"""A bare toll takes the attacker of the sentence before, and only where nothing speaks against one attack."""

from functools import cache

import pytest

from accord.coding.article import code_article
from accord.language.parse import Parser


@cache
def parser() -> Parser:
    return Parser()


CASES = [
    ("Gunmen raided the village near Gao. Nine people were killed.", ["Gunmen"]),
    ("Insurgents attacked the prison. Ten guards were wounded in the attack.", ["Insurgents"]),
    ("The army shelled the camp. Two soldiers were wounded.", []),  # may be its own
    ("Troops killed five rebels. Two villagers were wounded.", []),  # another count of dead
    ("Rebels attacked a convoy on Monday. Two drivers were killed on Tuesday.", []),
    ("Gunmen raided the village near Gao. Two drivers were killed in a separate attack.", []),
    ("Gunmen raided the village near Gao. Nine people were not killed.", []),
]


@pytest.mark.parametrize(("text", "actors"), CASES)
def test_a_bare_toll_takes_the_attacker_of_the_sentence_before(text: str, actors: list[str]) -> None:
    """Same doer for the same attack; another day, another count or one's own side carries nothing."""
    reading = code_article(parser().parse_text(text))
    told = [r for r in reading.reports if r.start >= text.index(". ") and r.event_type == "ASSAULT"]
    assert told
    assert [reading.mentions[i].text for i in told[0].actors] == actors
