"""Leaders that any news reader knows carry country, sector and years; only telling names mean one of them."""

import pytest

from accord.data import load_yaml
from accord.data.countries import name_of_country
from accord.data.leaders import is_telling_surname, known_leaders, leader_named, leaders_surnamed


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Bruno Kreisky", "AUT", "GOV"),
        ("Hafez Assad", "SYR", "GOV"),
        ("Hafez al-Assad", "SYR", "GOV"),
        ("Süleyman Demirel", "TUR", "GOV"),
        ("Suleyman Demirel", "TUR", "GOV"),
        ("Sukarno", "IDN", "GOV"),
        ("Kofi Annan", None, "IGO"),
        ("Joseph Kony", "UGA", "REB"),
        ("Lech Walesa", "POL", "GOV"),
        ("Alexei Navalny", "RUS", "OPP"),
    ],
)
def test_full_names(name: str, country: str | None, sector: str) -> None:
    """A full name finds its leader, with or without accents and Arabic articles."""
    leader = leader_named(name)
    assert leader is not None
    assert (leader.country, leader.sector) == (country, sector)


@pytest.mark.parametrize("name", ["Kreisky Bruno", "Bruno", "Jane Kreisky", "Hafez", ""])
def test_parts_are_no_full_names(name: str) -> None:
    """Neither a part nor another order nor another given name is the leader's full name."""
    assert leader_named(name) is None


@pytest.mark.parametrize(
    ("name", "telling"),
    [("Ceausescu", True), ("Thatcher", True), ("al-Assad", True), ("Wilson", False), ("Kim", False), ("Castro", False)],
)
def test_telling_surnames(name: str, telling: bool) -> None:
    """A rare surname of one country's leaders means one of them; a common one means nobody in particular."""
    assert is_telling_surname(name) is telling


def test_surnames_of_several() -> None:
    """A surname finds all who bear it; double surnames count whole."""
    assert {leader.country for leader in leaders_surnamed("Botha")} == {"ZAF"}
    assert len({leader.country for leader in leaders_surnamed("Perez")}) == 1
    assert {leader.country for leader in leaders_surnamed("Lopez Portillo")} == {"MEX"}


def test_the_list_is_well_formed() -> None:
    """Each leader stands in a country there is, with years that follow, and countries stand in order."""
    for sector in ("GOV", "IGO", "REB", "OPP"):
        codes = list(load_yaml("leaders")[sector])
        assert codes == sorted(codes)
        assert all(code == "XXX" or name_of_country(code) for code in codes)
    for leader in known_leaders():
        assert leader.last is None or leader.first <= leader.last, leader
        assert len(set(leader.names)) == len(leader.names), leader


def test_nobody_stands_twice_in_one_sector() -> None:
    """A name is one leader of one sector; who changed sides stands in two."""
    seen: dict[tuple[str, str], str] = {}
    for leader in known_leaders():
        for name in leader.names:
            assert seen.setdefault((name, leader.sector), leader.names[0]) == leader.names[0], name


def test_years_at_the_head() -> None:
    """Years say who led at a time."""
    leader = leader_named("Helmut Kohl")
    assert leader is not None
    assert leader.leads_in(1990)
    assert not leader.leads_in(2001)
