"""The lists that linking reads are well formed."""

import pycountry
import pytest

from accord.data import load_yaml
from accord.linking.actors.same import listed_bodies
from accord.linking.actors.spelling import fold_name
from accord.linking.actors.types import kind_of, listed_types
from accord.linking.places.gazetteer import find_spots

_TYPES = {"person", "state", "government", "armed_group", "intergovernmental", "party", "organization", "media", "group"}


def test_coordinates_lie_on_earth() -> None:
    """Every country, state and region has a latitude and longitude and a known country."""
    data = load_yaml("coordinates")
    codes = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert set(data["countries"]) <= codes
    for latitude, longitude, *country in [*data["countries"].values(), *data["us_states"].values(), *data["regions"].values()]:
        assert -90 <= latitude <= 90
        assert -180 <= longitude <= 180
        assert not country or country[0] is None or country[0] in codes


def test_abbreviations_and_adjectives_lead_somewhere() -> None:
    """Abbreviations name listed states, adjectives places that can be found."""
    data = load_yaml("coordinates")
    assert set(data["us_abbreviations"].values()) <= set(data["us_states"])
    assert all(find_spots(place) for place in data["adjectives"].values())


@pytest.mark.parametrize("part", ["particles", "given_names", "titles", "legal_forms", "fillers"])
def test_words_of_spelling_are_folded(part: str) -> None:
    """Words that are compared with folded words are folded themselves, each listed once."""
    words = load_yaml("spelling")[part]
    assert [fold_name(word) for word in words] == words
    assert len(words) == len(set(words))


def test_types_are_those_of_the_record() -> None:
    """Lists of types and kinds of groups name types of the record."""
    data = load_yaml("actor_types")
    assert set(data["name_words"]) | set(data["group_types"].values()) <= _TYPES
    assert set(data["group_types"]) == set(data["head_kinds"])
    assert {kind_of(kind) for kind in listed_types().values()} == {"body"}


def test_each_name_is_of_one_listed_body() -> None:
    """Every well-known name leads to one body."""
    assert listed_bodies()[fold_name("U.N.")] == "United Nations"
