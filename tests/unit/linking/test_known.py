"""Leaders known to any news reader get a country where the form of their name is safe, and only there."""

import datetime
from dataclasses import replace

import pytest

from accord.linking.actors.resolve import link_actors
from accord.model.reading import Reading
from accord.model.record import Actor, Published

from .actor_cases import Draft


def actor_of(reading: Reading, mention: int = 0) -> Actor:
    """Return the actor of a mention."""
    links = link_actors([reading])
    return next(actor for actor in links.actors if actor.id == links.of_mention["a", mention])


@pytest.mark.parametrize(
    ("name", "title", "country", "sectors"),
    [
        ("Bruno Kreisky", None, "AUT", ("GOV",)),
        ("Kreisky", None, "AUT", ("GOV",)),
        ("Kreisky", "Chancellor", "AUT", ("GOV",)),
        ("Kreisky", "Coach", None, ()),
        ("Peter Kreisky", None, None, ()),
        ("Wilson", None, None, ()),
        ("Carter", "President", "USA", ("GOV",)),
        ("Carter", None, None, ()),
        ("Ian Smith", None, None, ()),
        ("Ian Smith", "Prime Minister", "ZWE", ("GOV",)),
        ("Joseph Kony", None, "UGA", ("REB",)),
        ("Hammarskjold", None, None, ("IGO",)),
        ("Interior Bruno Kreisky", None, "AUT", ("GOV",)),
    ],
)
def test_safe_forms(name: str, title: str | None, country: str | None, sectors: tuple[str, ...]) -> None:
    """A full name, a telling surname or a ruler's title with a surname is enough; a common surname or another name is not."""
    draft = Draft("a", f"{name} spoke.")
    person = draft.person(name)
    if title:
        draft.say("title", person, title)
    actor = actor_of(draft.read())
    assert (actor.country, actor.sectors) == (country, sectors)


def test_what_texts_say_stands() -> None:
    """A country that the text gives is never overridden, and with it goes the guess at who is meant."""
    draft = Draft("a", "Bruno Kreisky of Canada spoke.")
    draft.person("Bruno Kreisky", country="CAN", sectors=("BUS",))
    actor = actor_of(draft.read())
    assert (actor.country, actor.sectors) == ("CAN", ("BUS",))


@pytest.mark.parametrize(("head", "country"), [("administration", "USA"), ("family", None)])
def test_governments_of_surnames(head: str, country: str | None) -> None:
    """A government named after its head is of the country of that head; a family says nothing."""
    text = f"the Carter {head}"
    draft = Draft("a", f"{text} declined.")
    draft.described(text, owner=1, sectors=("GOV",))
    draft._end = 0
    draft.person("Carter")
    reading = draft.read()
    assert actor_of(reading).country == country


@pytest.mark.parametrize(("year", "sectors"), [(1965, ()), (1980, ("GOV",)), (1990, ("ELI",))])
def test_years_after_office(year: int, sectors: tuple[str, ...]) -> None:
    """In articles of a later year a head of government is a former one; in those of an earlier year none yet."""
    draft = Draft("a", "Bruno Kreisky spoke.")
    draft.person("Bruno Kreisky")
    reading = draft.read()
    day = datetime.date(year, 5, 1)
    reading = replace(reading, article=replace(reading.article, published=Published(day, day, "metadata")))
    assert actor_of(reading).sectors == sectors


def test_nothing_is_merged() -> None:
    """Two people whom only their fame gives one country stay two."""
    draft = Draft("a", "Bruno Kreisky met Kurt Waldheim.")
    one, two = draft.person("Bruno Kreisky"), draft.person("Kurt Waldheim")
    links = link_actors([draft.read()])
    assert links.of_mention["a", one] != links.of_mention["a", two]


def test_a_country_worked_out_says_what_it_rests_on() -> None:
    """What a list knows of a person, or the article leaves, is told as such; what words say needs no reason."""
    draft = Draft("a", "Bruno Kreisky and Jane Roe of Canada spoke as police in Quito watched.")
    known = draft.person("Bruno Kreisky")
    said = draft.person("Jane Roe", country="CAN")
    links = link_actors([draft.read()])
    assert links.why[links.of_mention["a", known]] == ("known as Bruno Kreisky of Austria",)
    assert links.of_mention["a", said] not in links.why
    draft = Draft("a", "Quito fell silent as police watched.")
    draft.add("Quito", "place", country="ECU")
    left = draft.described("police", sectors=("COP",))
    links = link_actors([draft.read()])
    assert links.why[links.of_mention["a", left]] == ("of Ecuador, where its articles leave it",)
