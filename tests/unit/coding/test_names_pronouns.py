"""Whom pronouns and bare family names mean, by clause, quotation, office, sex and order; and what is no name."""

import pytest

from tests.unit.coding.test_names import mention, read

PERSONS = [
    # the innermost clause
    ("Dr. Ellen Burch said that Rosa Malik was in her second year.", "her", "Rosa Malik"),
    ("Ellen Burch said the pilot by her had his hand on the door.", "her", "Ellen Burch"),
    # "and" puts a pronoun beside another
    ("Peter Holm said he and Victor Lind had met.", "he", "Peter Holm"),
    ("Peter Holm met Victor Lind. Holm said he and Lind had talked.", "he", "Peter Holm"),
    # who speaks is outside the quotation
    ('Peter Holm met Carla Duarte. "Victor Lind was kind," he said.', "he", "Peter Holm"),
    # a brother of the same family name
    ('Neighbours knew Peter Holm. "He was quiet," said his brother, Marcus Holm.', "He", "Peter Holm"),
    # sex by kinship and given names, alone too
    ("Peter Holm saw his girlfriend. She called the guards.", "She", "his girlfriend"),
    ("Maria thanked Pavel. She left the town.", "She", "Maria"),
    ("Maria Lopez ran to become president. She lost.", "She", "Maria Lopez"),
    ("The guards held a girl for hitting a soldier, an act that made her a hero.", "her", "a girl"),
]


@pytest.mark.parametrize(("text", "word", "meant"), PERSONS)
def test_he_and_she(text: str, word: str, meant: str) -> None:
    """A person is meant whom clause, quotation and sex leave."""
    assert _meant(text, word) == meant


PLURALS = [
    ("Police arrested three men and charged them.", "them", "three men"),
    ("The minister wrote to union leaders and told them that talks would go on.", "them", "union leaders"),
    ("The rescue crew reached the ship and they found nobody.", "they", "The rescue crew"),
    ("Soldiers seized rifles from the rebels and burned them.", "them", None),
    ("The rebels took cars and rifles and sold them.", "them", None),
]


@pytest.mark.parametrize(("text", "word", "meant"), PLURALS)
def test_they_and_them(text: str, word: str, meant: str | None) -> None:
    """The only people before a plural pronoun are meant, unless things stand between."""
    assert _meant(text, word) == meant


SPEAKERS = [
    ('"We will not sign," said Maria Lopez, a spokeswoman for the Northern Miners Union.', "We", "Northern Miners Union"),
    ('"We lost money," said Paul Reyn, chief executive of Lumen Airways Corporation.', "We", "Lumen Airways Corporation"),
    ('"We want peace," said Foreign Minister Anton Brel.', "We", "Anton Brel"),
    ('"I will not sign," said Maria Lopez, a spokeswoman for the Northern Miners Union.', "I", "Maria Lopez"),
]


@pytest.mark.parametrize(("text", "word", "meant"), SPEAKERS)
def test_who_speaks_for_a_body(text: str, word: str, meant: str) -> None:
    """ "We" is the body whose voice or head speaks; "I" and a statesman's "we" are the person."""
    assert _meant(text, word) == meant


FAMILY = [
    ("President Adler met Victor Lind. Later Adler said he was glad. Sophie Adler met the guests.", "he", "Adler"),
    ("Sarah Dell runs the camp. Sarah said she was tired.", "Sarah", "Sarah Dell"),
    ("Geng Shuo spoke first. Geng denied it.", "Geng", "Geng Shuo"),
    ("Peter Holm was held. Mr. Holm denied it. His brother Marcus Holm wept.", "Holm", "Peter Holm"),
]


@pytest.mark.parametrize(("text", "word", "meant"), FAMILY)
def test_whose_family_name(text: str, word: str, meant: str) -> None:
    """A family name is his whom the article named before, or who goes by his office; not a wife's or brother's to come."""
    assert _meant(text, word) == meant


LABELS = [
    ("The newspaper Velden Ilbo said so.", "Velden Ilbo", "media"),
    ("According to the regional daily Velden Matin, nobody died.", "Velden Matin", "media"),
    ("The Velden Bote daily reported a raid.", "Velden Bote", "media"),
    ("Navin Osk, head of research, left on Monday.", "Navin Osk", "person"),
    ("Her father Bassel said so.", "Bassel", "person"),
    ("BOGOTA (Reuters) - Two men were held.", "BOGOTA", "place"),
    ("ICE returned the man to Honduras.", "ICE", "organization"),
    ("Zehra Gal-On, the head of the league, left.", "Zehra Gal-On", "person"),
    ("The H5N9 virus spread in Peru.", "H5N9", "unknown"),
]


@pytest.mark.parametrize(("text", "name", "label"), LABELS)
def test_labels(text: str, name: str, label: str) -> None:
    """Words beside a name say what it is."""
    assert mention(text, name).label == label


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Most countries objected, and most of them left.", "Most"),
        ("International teams searched the rubble.", "International"),
        ("The court HELPED the firm. It had helped others.", "HELPED"),
    ],
)
def test_no_names(text: str, word: str) -> None:
    """Quantities, adjectives alone and words in capitals for their force are no names."""
    assert not [one for one in read(text)[0] if one.text == word]


def test_a_caption_ends_with_its_agency() -> None:
    """An agency after a caption's place is no part of its name."""
    assert mention("The port of Manila, Philippines Getty, was closed.", "Philippines").country == "PHL"


def test_a_suburb_is_not_its_city() -> None:
    """ "A suburb of X" is a part of X; "the town of X" is X."""
    assert _meant("She lives in a suburb of Preston.", "a suburb") is None
    assert _meant("She lives in the town of Preston.", "the town") == "Preston"


def test_offices_are_of_bodies() -> None:
    """The head of one body is not the head of another."""
    text = "Aron Vell, the head of the Labour Union, agreed. The head of the Farmers League objected."
    assert _meant(text, "The head") is None


def _meant(text: str, word: str) -> str | None:
    """Return the text of what the last mention of these words stands for."""
    mentions = read(text)[0]
    one = [mention for mention in mentions if mention.text == word][-1]
    seen = one
    while seen.refers_to is not None:
        seen = mentions[seen.refers_to]
    return seen.text if seen is not one else None
