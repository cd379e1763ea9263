"""Bodies that any news reader knows carry their country, type and sectors."""

import re

import pytest

from accord.data import load_yaml
from accord.data.bodies import body_named, known_bodies
from accord.data.countries import name_of_country


@pytest.mark.parametrize(
    ("text", "kind", "country", "sectors"),
    [
        ("Hezbollah", "armed_group", "LBN", ("REB",)),
        ("al-Shabab", "armed_group", "SOM", ("REB",)),
        ("Revolutionary Armed Forces of Colombia", "armed_group", "COL", ("REB",)),
        ("ZANU-PF", "party", "ZWE", ("PTY",)),
        ("Islamic State", "armed_group", None, ("REB",)),
        ("Rapid Support Forces", "armed_group", "SDN", ("PRM",)),
        ("Reuters", "media", None, ("JRN",)),
        ("KGB", "government", "RUS", ("SPY",)),
        ("OECD", "intergovernmental", None, ("IGO",)),
    ],
)
def test_known_bodies(text: str, kind: str, country: str | None, sectors: tuple[str, ...]) -> None:
    """A listed name says type, country and sectors."""
    body = body_named(text)
    assert body is not None
    assert (body.type, body.country, body.sectors) == (kind, country, sectors)


def test_initials_need_capitals() -> None:
    """Initials that are also a word are a body only in capitals."""
    assert body_named("IS") is not None
    assert body_named("Is") is None


def test_countries_of_organizations() -> None:
    """Every block of the list of organizations stands under a country there is."""
    for by_country in load_yaml("organizations").values():
        for code in by_country:
            assert re.fullmatch("[A-Z]{3}", code)
            assert code == "XXX" or name_of_country(code)


def test_one_body_for_one_name() -> None:
    """No name stands for two listed bodies."""
    owner: dict[str, str] = {}
    for body, names in known_bodies():
        for name in names:
            assert owner.setdefault(name, body.name) == body.name, name


def test_given_names_are_of_one_sex() -> None:
    """No given name stands in both lists, and all are in small letters."""
    names = load_yaml("given_names")
    assert not set(names["female"]) & set(names["male"])
    assert all(name == name.lower() and " " not in name for part in names.values() for name in part)


@pytest.mark.parametrize(
    ("text", "kind", "country", "sectors"),
    [
        ("Storting", "government", "NOR", ("LEG",)),
        ("Bundeswehr", "government", "DEU", ("MIL",)),
        ("Carabinieri", "government", "ITA", ("COP",)),
        ("Securitate", "government", "ROU", ("SPY",)),
        ("Old Bailey", "government", "GBR", ("JUD",)),
        ("Executive Yuan", "government", "TWN", ("GOV",)),
        ("Histadrut", "organization", "ISR", ("LAB",)),
        ("Camorra", "armed_group", "ITA", ("CRM",)),
        ("Montoneros", "armed_group", "ARG", ("REB",)),
        ("Dashnak", "party", "ARM", ("PTY",)),
    ],
)
def test_offices_forces_and_unions(text: str, kind: str, country: str, sectors: tuple[str, ...]) -> None:
    """Parliaments, forces, services, courts, offices, unions and gangs with a name of their own say whose they are."""
    body = body_named(text)
    assert body is not None
    assert (body.type, body.country, body.sectors) == (kind, country, sectors)
