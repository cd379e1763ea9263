"""Where names begin and end in awkward places, and what kind of thing they name."""

import pytest

from accord.model.reading import MentionDraft
from tests.unit.coding.test_names import read

SPANS = [
    ("President Lin Wei-hao met Kang Dae-ho in Port-au-Prince.", ["Lin Wei-hao", "Kang Dae-ho", "Port-au-Prince"]),
    ("They stayed at Aix-les-Bains.", ["Aix-les-Bains"]),
    ("The 91st Airborne Division and the 12th ARW left.", ["91st Airborne Division", "12th ARW"]),
    ("Troops left St. Anne's Basilica.", ["St. Anne's Basilica"]),
    ("The raid near Dayr az Zawr failed.", ["Dayr az Zawr"]),
    ("Pope Leander XVI met King Osric II.", ["Leander XVI", "Osric II"]),
    ("Col. Pete Osse, Brig. Gen. Ola Rint and Sgt. Bo Hay spoke.", ["Pete Osse", "Ola Rint", "Bo Hay"]),
    ("Assistant District Attorney Ann Lamont spoke.", ["Ann Lamont"]),
    ("The Minister of Health of Kazakhstan Arman Kakiyev spoke.", ["Kazakhstan", "Arman Kakiyev"]),
    ("Russia-led talks failed.", ["Russia"]),
    ("Briton Ida Moller Fay spoke.", ["Briton", "Ida Moller Fay"]),
    ("Most Muslims agreed.", ["Muslims"]),
]


def _names(text: str) -> list[MentionDraft]:
    return [mention for mention in read(text)[0] if mention.form == "name"]


@pytest.mark.parametrize(("text", "names"), SPANS)
def test_names_are_found_whole_and_bare(text: str, names: list[str]) -> None:
    """Hyphens, numbers, particles and abbreviated titles neither cut a name nor become part of it."""
    assert [mention.text for mention in _names(text)] == names


HEADLINES = [
    ("Rolf Tanner Messaged Banks During Presidential Campaign\nRolf Tanner sent messages.", ["Rolf Tanner"]),
    ("Tanner Disputes Report That Moller Told Staff To Lie\nRolf Tanner said Ida Moller was wrong.", ["Tanner", "Moller"]),
]


@pytest.mark.parametrize(("text", "names"), HEADLINES)
def test_ordinary_words_of_a_headline_are_no_names(text: str, names: list[str]) -> None:
    """In title case a word is a name only if the running text does not write it small."""
    head = text.index("\n")
    assert [mention.text for mention in _names(text) if mention.start < head] == names


LABELS = [
    ("Otto, who was from Dewsmere, died.", "Dewsmere", "place"),
    ("They moved to Thornwick.", "Thornwick", "place"),
    ("His home town, Brendola, is far away.", "Brendola", "place"),
    ("Bob Holland left. Holland was sad.", "Holland", "person"),
    ("Operation Steel Fist failed.", "Operation Steel Fist", "unknown"),
    ("They broke the Cessation of Hostilities.", "Cessation of Hostilities", "unknown"),
    ("Bob Holland left. He lives in Holland.", "Holland", "place"),
]


@pytest.mark.parametrize(("text", "name", "label"), LABELS)
def test_kind_of_a_name(text: str, name: str, label: str) -> None:
    """Where people come from and go to are places; people may be called like a country."""
    found = [mention.label for mention in _names(text) if mention.text == name]
    assert found[-1] == label


def test_a_name_with_a_digit_is_nobodys() -> None:
    """No person is called by letters and numbers."""
    assert [mention.label for mention in _names("The X4Z9 strain spread.")] != ["person"]


NO_BODIES = [
    "They stood on the west side of the road.",
    "It was at the center of the storm.",
    "The bodies were found on Monday.",
    "The majority of goods arrived.",
    "He was tried in court.",
]


@pytest.mark.parametrize("text", NO_BODIES)
def test_nouns_of_bodies_that_are_none(text: str) -> None:
    """The side of a road, a corpse and a court as a place act for nobody."""
    assert not [mention for mention in read(text)[0] if mention.form == "descriptor" and mention.label == "organization"]


BODIES = [
    ("The Turkish side agreed.", "The Turkish side", "organization"),
    ("The world body condemned the raid.", "The world body", "organization"),
    ("Coalition air strikes hit the town.", "Coalition", "organization"),
    ("Ida Moller, chief executive of Bollo AG, resigned.", "chief executive", "person"),
    ("Rebels held the bridge.", "the bridge", "place"),
    ("They guarded the police station.", "the police station", "place"),
]


@pytest.mark.parametrize(("text", "words", "label"), BODIES)
def test_kind_of_a_description(text: str, words: str, label: str) -> None:
    """Words before a noun tell a body or an office from a thing; buildings and land are places."""
    found = {mention.text: mention.label for mention in read(text)[0] if mention.form == "descriptor"}
    assert found.get(words) == label
