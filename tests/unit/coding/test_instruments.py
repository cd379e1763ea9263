"""Agreements named in a text: the phrase, what it is about, and between whom."""

import pytest

from accord.coding.instruments.instruments import find_instruments
from accord.data import load_yaml
from accord.language.parse import Parser
from accord.model.reading import InstrumentDraft, MentionDraft


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def find(parser: Parser, text: str, names: tuple[str, ...] = ()) -> tuple[tuple[InstrumentDraft, ...], list[str]]:
    """Find the instruments of a text in which `names` are the mentions."""
    parsed = parser.parse_text(text)
    mentions = [
        MentionDraft(sentence=sentence.index, start=at, end=at + len(name), text=name, form="name", label="state")
        for name in names
        for sentence in parsed.sentences
        for at in (text.find(name, sentence.start, sentence.end),)
        if at >= 0
    ]
    return find_instruments(parsed, mentions), [mention.text for mention in mentions]


PHRASES = [
    ("The Senate ratified a security accord brokered with Manila in March.", ["a security accord"]),
    (
        "The cabinet approved the memorandum of understanding on energy and transport cooperation between Jordan and Iraq.",
        ["the memorandum of understanding on energy and transport cooperation"],
    ),
    ("It rejected a trade and investment deal it agreed with Peru last month.", ["a trade and investment deal"]),
    (
        "Kenya and Somalia signed a deal on maritime boundaries, angering traders, and another pact on grain exports.",
        ["a deal on maritime boundaries", "another pact on grain exports"],
    ),
    ("Spain's fishing agreement with Morocco has expired.", ["fishing agreement"]),
    ("Peru and Chile signed an agreement on their maritime boundary last month.", ["an agreement on their maritime boundary"]),
    ("Both armies reached a ceasefire on Friday.", ["a ceasefire"]),
    ("Ministers had to deal with a great deal of anger.", []),
    ("The party held its national convention and the ceasefire talks failed.", []),
    ("Both sides were in agreement about the weather.", []),
    ("Peru and Chile signed the Lima Accord on Monday.", ["the Lima Accord"]),
    ("Parliament ratified the protocol on Sunday.", ["the protocol"]),
    ("Diplomats said the seating broke protocol.", []),
    ("Delegates met at the Democratic Convention.", []),
]


@pytest.mark.parametrize(("text", "phrases"), PHRASES)
def test_phrase_is_clean(parser: Parser, text: str, phrases: list[str]) -> None:
    """The phrase says what the instrument is and is about, without parties, dates and clauses; idioms are none."""
    found, _ = find(parser, text)
    assert [instrument.text for instrument in found] == phrases


PARTIES = [
    ("The Senate ratified a security accord brokered with Manila in March.", ("Manila",), {"Manila"}),
    ("Kenya and Somalia signed a deal on fishing.", ("Kenya", "Somalia"), {"Kenya", "Somalia"}),
    (
        "Iran read the treaty on gas between Jordan and the Syrian state.",
        ("Iran", "Jordan", "Syrian"),
        {"Jordan", "Syrian"},
    ),
    ("Spain's fishing agreement with Morocco angered Portugal.", ("Spain", "Morocco", "Portugal"), {"Spain", "Morocco"}),
    ("It ratified a trade deal Chile agreed with Peru last month.", ("Chile", "Peru"), {"Chile", "Peru"}),
    ("Peru and Chile signed the Lima Accord on Monday.", ("Peru", "Chile", "Lima Accord"), {"Peru", "Chile"}),
    ("Peru and Chile extended their fishing pact on Monday.", ("Peru", "Chile"), {"Peru", "Chile"}),
    ("France condemned their fishing pact on Monday.", ("France",), set()),
    ("France praised the truce reached on Monday by Chad and Sudan.", ("France", "Chad", "Sudan"), {"Chad", "Sudan"}),
]


@pytest.mark.parametrize(("text", "names", "parties"), PARTIES)
def test_parties_are_those_of_the_agreement(parser: Parser, text: str, names: tuple[str, ...], parties: set[str]) -> None:
    """Signers, possessors and those after "between" or "with" are parties; those who comment or read it are not."""
    found, mentions = find(parser, text, names)
    assert {mentions[index] for index in found[0].parties} == parties


def test_two_told_together_are_two(parser: Parser) -> None:
    """ "Two memorandums, one on A and the other on B" are two instruments with their own subjects."""
    found, _ = find(
        parser, "Chad and Niger signed two memorandums of understanding (MoU), one on fishing and the other on border trade."
    )
    assert [instrument.subject for instrument in found] == [("fishing",), ("border", "trade")]


def test_lexicon_is_sound() -> None:
    """Every head is of a known kind, every need and context is one the code and PLOVER know."""
    raw = load_yaml("instruments")
    assert set(raw["heads"].values()) == {"pact", "ceasefire", "mandate"}
    assert set(raw["needs"]) <= set(raw["heads"])
    assert {need for needs in raw["needs"].values() for need in needs} <= {
        "subject",
        "number",
        "peace",
        "troops",
        "signed",
        "name",
    }
    assert all(word == word.lower() and contexts for word, contexts in raw["subjects"].items())


def test_bodies_named_after_accords_are_none(parser: Parser) -> None:
    """A government or party whose name ends with such a word is no instrument, and an instrument is no party to itself."""
    found, _ = find(parser, "The Government of National Accord met in Oran.", ("Government of National Accord",))
    assert found == ()
