"""Names of places become places with coordinates, by size and by what else an article speaks of."""

import pytest

from accord.linking.links import PlaceLinks
from accord.linking.places.gazetteer import find_spots, fold_place
from accord.linking.places.resolve import link_places, locate_names
from accord.model.reading import Reading
from accord.model.record import Place

from .actor_cases import Draft


def name_places(article: str, text: str, *names: str, country: tuple[str, str] | None = None) -> Reading:
    """Return an article that names places in order, and a country before them where given."""
    draft = Draft(article, text)
    if country:
        draft.add(country[0], "state", country=country[1])
    for name in names:
        draft.add(name, "place")
    return draft.read()


def place_of(links: PlaceLinks, article: str, index: int) -> Place:
    return {p.id: p for p in links.places}[links.of_mention[article, index]]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Fighting in Aleppo.", "Aleppo", "SYR"),
        ("A flood in Paris.", "Paris", "FRA"),
        ("A flood in Paris, Texas.", "Paris", "USA"),
        ("A flood in Cartagena, Spain.", "Cartagena", "ESP"),
        ("A storm in Springfield, Mo., on Monday.", "Springfield", "USA"),
        ("A strike in Quebec.", "Quebec", "CAN"),
    ],
)
def test_well_known_and_contained(text: str, name: str, country: str) -> None:
    """The largest place of a name is meant unless the text says what it lies in."""
    place = place_of(link_places([name_places("a", text, name)]), "a", 0)
    assert place.country == country
    assert place.latitude is not None


def test_country_of_the_article_decides() -> None:
    """A smaller city of the country the article is about comes before a larger one elsewhere."""
    links = link_places(
        [name_places("a", "Venezuela said Valencia and Maracay are dark.", "Valencia", "Maracay", country=("Venezuela", "VEN"))]
    )
    assert place_of(links, "a", 1).country == "VEN"


def test_country_is_a_place_too() -> None:
    """A report may happen in a country."""
    place = place_of(link_places([name_places("a", "Peru votes.", country=("Peru", "PER"))]), "a", 0)
    assert (place.name, place.country) == ("Peru", "PER")
    assert place.latitude is not None


def test_misspelt_city_of_a_country_of_the_case() -> None:
    """A misspelt name is read as a city only where the case is about its country."""
    text = "Iraq sent troops. Iraq asked. Iraq said Kirkuuk fell."
    draft = Draft("a", text)
    for _ in range(3):
        draft.add("Iraq", "state", country="IRQ")
    draft.add("Kirkuuk", "place")
    assert place_of(link_places([draft.read()]), "a", 3).name == "Kirkuk"
    alone = place_of(link_places([name_places("a", "Kirkuuk fell.", "Kirkuuk")]), "a", 0)
    assert (alone.name, alone.country, alone.latitude) == ("Kirkuuk", None, None)


def test_unknown_place_stays_a_place() -> None:
    """A name of nowhere known is a place without coordinates, one in all articles."""
    links = link_places(
        [name_places("a", "Shells hit Qarfalun.", "Qarfalun"), name_places("b", "Qarfalun burned.", "Qarfalun")]
    )
    (place,) = links.places
    assert (place.name, place.latitude, place.aliases[0].count) == ("Qarfalun", None, 2)


def test_order_does_not_matter() -> None:
    """Readings in another order give the same places."""
    readings = [name_places("a", "A flood in Paris, Texas.", "Paris"), name_places("b", "Shells hit Aleppo.", "Aleppo")]
    assert link_places(readings) == link_places(readings[::-1])


@pytest.mark.parametrize(
    ("name", "folded"), [("St. Petersburg", "saint petersburg"), ("the City of Homs", "homs"), ("Zürich", "zurich")]
)
def test_folding(name: str, folded: str) -> None:
    """Names of places are compared without article, accents and "city of"."""
    assert fold_place(name) == folded


def test_initials_are_no_towns() -> None:
    """Initials do not name the town that is spelt like them."""
    assert all(spot.kind != "city" for spot in find_spots("EU"))


def test_locating_given_spans() -> None:
    """Each span gets its place; adjectives of nationality their country."""
    text = "Danish ships left Aarhus for Qarfalun."
    spans = [(0, 6), (18, 24), (29, 37)]
    first, second, third = locate_names("a", text, spans)
    assert first is not None
    assert second is not None
    assert third is not None
    assert (first.country, second.country, third.country) == ("DNK", "DNK", None)
