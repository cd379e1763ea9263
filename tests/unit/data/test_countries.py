"""Look-ups of countries, nationalities, cities and bodies, and the word lists they rest on."""

import pycountry
import pytest

from accord.data import countries, load_yaml
from accord.data.bodies import body_named

NAMES = [
    ("Turkey", "TUR"),
    ("U.A.E.", "ARE"),
    ("the United States", "USA"),
    ("Côte d’Ivoire", "CIV"),
    ("Kosovo", "XKX"),
    ("us", None),
    ("Atlantis", None),
]


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_countries_are_known_by_the_names_of_news(name: str, code: str | None) -> None:
    """Common, official and abbreviated names lead to a code; small "us" does not."""
    assert countries.country_named(name) == code


ADJECTIVES = [("Dutch", "NLD"), ("Burkinabe", "BFA"), ("South Korean", "KOR"), ("U.S.", "USA"), ("Kurdish", None)]


@pytest.mark.parametrize(("word", "code"), ADJECTIVES)
def test_adjectives_lead_to_countries(word: str, code: str | None) -> None:
    """An adjective of nationality has its country; one of a people without a state has none."""
    assert countries.country_of_adjective(word) == code


def test_every_listed_country_has_a_code_and_name() -> None:
    """Each entry of the list is an ISO code or a former state with a successor, and can be named."""
    for code, entry in load_yaml("countries").items():
        known = entry.get("successor", code)
        assert known == "XKX" or pycountry.countries.get(alpha_3=known) is not None, code
        assert countries.name_of_country(known), code


def test_every_member_state_has_an_adjective() -> None:
    """Countries of more than a million people have an adjective of nationality."""
    listed = load_yaml("countries")
    without = {"COG", "DMA", "VAT", "HKG"}
    assert all(entry.get("adjectives") for code, entry in listed.items() if code not in without)


PLACES = [("Ankara", "TUR"), ("Kiev", "UKR"), ("The Hague", "NLD"), ("Washington, D.C.", "USA"), ("Leeds", None)]


@pytest.mark.parametrize(("name", "code"), PLACES)
def test_capitals_lead_to_countries(name: str, code: str | None) -> None:
    """Capitals and seats of government are known by their usual spellings."""
    assert countries.capital_of(name) == code


def test_regions_leave_out_directions() -> None:
    """Provinces are regions; a province called "Central" is a common word in English."""
    assert countries.country_of_region("Tigray") == "ETH"
    assert not countries.is_region("Central")


BODIES = [("U.N.", "United Nations"), ("al-Qaida", "Al-Qaeda"), ("the Kremlin", "Kremlin"), ("is", None), ("who", None)]


@pytest.mark.parametrize(("name", "body"), BODIES)
def test_bodies_are_known_by_their_names(name: str, body: str | None) -> None:
    """Well-known bodies are found with or without points and articles; acronyms only in capitals."""
    found = body_named(name)
    assert (found.name if found else None) == body


def test_word_lists_have_their_shape() -> None:
    """Each block of group nouns says sectors, type and kind, and its nouns are in small letters."""
    for block in load_yaml("group_nouns"):
        assert set(block) == {"sectors", "type", "kind", "nouns"}
        assert block["kind"] in {"person", "persons", "body", "country", "place"}
        assert all(noun == noun.lower() for noun in block["nouns"])


def test_closed_lists_hold_words() -> None:
    """Every closed list of the name modules holds words only, in small letters but for names of agencies, none twice."""
    for name, words in load_yaml("name_context").items():
        written = words if name != "photo_agencies" else [word.lower() for word in words if isinstance(word, str)]
        assert all(isinstance(word, str) and word == word.lower() for word in written), name
        assert len(words) == len(set(words)), name
