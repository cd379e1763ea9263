"""Whom "it", "they" and "the two countries" stand for."""

import pytest

from tests.unit.coding.test_names import read

ONE = [
    ("Police said rebels attacked them.", "them", "Police"),
    ("Militants left. They fired at their rivals.", "their", "Militants"),
    ("The army said it had lost a base.", "it", "The army"),
    ("Thirty marines were killed when the helicopter they were in crashed.", "they", "Thirty marines"),
    ("Thousands of women from Ovar, where two deputies were shot, risked their lives.", "their", "women"),
    ("Police advised women to seek help if they feel ill.", "they", "women"),
    ("The BBC's Ann Fry said the prices were high, but their growth was slow.", "their", None),
    ("Two bombers blew themselves up after forty people died.", "themselves", "Two bombers"),
    ("The helicopter they were in crashed.", "they", None),
    ('Ann Roe resigned. "I am sorry," she said.', "she", "Ann Roe"),
]


@pytest.mark.parametrize(("text", "word", "meant"), ONE)
def test_one_antecedent(text: str, word: str, meant: str | None) -> None:
    """The subject of the clauses a pronoun stands in is meant, if its number fits; a thing without a mention hides none."""
    mentions, _ = read(text)
    pronoun = [mention for mention in mentions if mention.form == "pronoun" and mention.text == word][-1]
    found = mentions[pronoun.refers_to] if pronoun.refers_to is not None else None
    assert (found.text if found else None) == meant


SEVERAL = [
    ("Russia and Turkey said they would meet.", "they", ["Russia", "Turkey"]),
    ("Peru signed a deal with Chile. The two countries will trade.", "The two countries", ["Peru", "Chile"]),
    ("Ann Roe met Bob Fay in Paris. The two leaders spoke.", "The two leaders", ["Ann Roe", "Bob Fay"]),
    ("Peru, Chile and Brazil met. The two countries agreed.", "The two countries", []),
    ("Peru voted. The two countries agreed.", "The two countries", []),
]


@pytest.mark.parametrize(("text", "words", "parts"), SEVERAL)
def test_members_of_a_plural(text: str, words: str, parts: list[str]) -> None:
    """A list before "they", and two named before "the two", are its members; more or fewer leave it open."""
    mentions, _ = read(text)
    plural = next(mention for mention in mentions if mention.text == words)
    assert [mentions[i].text for i in plural.members] == parts


def test_the_other_side_is_no_earlier_one() -> None:
    """What is called another is not one of those named before."""
    mentions, _ = read("Each side left. The other side stayed.")
    assert next(mention for mention in mentions if mention.text == "The other side").refers_to is None
