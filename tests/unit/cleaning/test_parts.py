"""The small readers of datelines, bylines, date lines, names and outlets."""

import datetime

import pytest

from accord.cleaning.bylines import read_byline
from accord.cleaning.cues import find_family, load_families
from accord.cleaning.datelines import read_dateline
from accord.cleaning.dates import read_date_line
from accord.cleaning.inline import find_brackets
from accord.cleaning.lines import Line, make_plain
from accord.cleaning.names import find_source
from accord.cleaning.outlets import find_agency, find_type
from accord.data import load_yaml


def line(text: str) -> Line:
    return Line(0, len(text), make_plain(text))


@pytest.mark.parametrize(
    ("text", "place", "credit"),
    [
        ("TRIPOLI (Reuters) - The", "Tripoli", "Reuters"),
        ("UNITED NATIONS (DELTA POST) – The", "United Nations", "DELTA POST"),
        ("KYIV, Ukraine, March 3 (AP) — The", "Kyiv", "AP"),
        ("BEIJING, Jan. 21 (Xinhua) -- The", "Beijing", "Xinhua"),
        ("Washington (AFP) – The", "Washington", "AFP"),
        ("Moscow. January 21. INTERFAX - The", "Moscow", "INTERFAX"),
        ("MOSCOW, January 21. /TASS/. The", "Moscow", "TASS"),
        ("NEW DELHI: The", "New Delhi", None),
        ("WASHINGTON — The", "Washington", None),
        ("Beirut, Oct. 21 - The", "Beirut", None),
        ("(Reuters) - The", "", "Reuters"),
    ],
)
def test_datelines(text: str, place: str, credit: str | None) -> None:
    """Place and credit of the datelines agencies print; prose begins after the mark."""
    found = read_dateline(make_plain(text))
    assert found is not None
    assert (found.place, found.credit, text[found.end :]) == (place, credit, "The")


@pytest.mark.parametrize(
    "text",
    [
        "Popular Liberation Army (PLA) - The group",
        "Mendez - who leads the party - said no.",
        "BREAKING - The army",
        "WATCH: The minister",
        "The army – the largest in the region – withdrew.",
        "Paris. The president spoke.",
    ],
)
def test_no_datelines(text: str) -> None:
    """Names, labels and dashes within prose are no datelines."""
    assert read_dateline(make_plain(text)) is None


def test_speakers_are_no_places() -> None:
    """Where a transcript names its speakers, a colon makes no dateline."""
    assert read_dateline("JONES: The vote was fair.", has_speakers=True) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Rosa Lind", "Rosa Lind"),
        ("BY ROSA LIND", "ROSA LIND"),
        ("By Rosa Lind and Tom de Groot", "Rosa Lind and Tom de Groot"),
        ("Rosa Lind, Staff Writer", "Rosa Lind"),
        ("Written by: Rosa Lind | March 3, 2020", "Rosa Lind"),
        ("By Rosa Lind in Marvale", "Rosa Lind"),
        ("By Friday the town was quiet.", None),
        ("By Monday", None),
        ("Rosa Lind resigned on Monday.", None),
    ],
)
def test_bylines(text: str, name: str | None) -> None:
    """Names without "By", roles or places."""
    assert read_byline(line(text)) == name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Posted – 11th January 2021", (2021, 1, 11)),
        ("Published: Jan. 11, 2021 at 3:15 pm", (2021, 1, 11)),
        ("Monday, 11 January 2021", (2021, 1, 11)),
        ("2021-01-11 14:03:22", (2021, 1, 11)),
        ("Last updated on 13/01/2021", (2021, 1, 13)),
        ("11.01.2021", (2021, 1, 11)),
        ("11/01/2021", None),
        ("The deal was signed on 11 January 2021", None),
        ("11 January 2021: the army withdraws", None),
        ("31 February 2021", None),
    ],
)
def test_date_lines(text: str, day: tuple[int, int, int] | None) -> None:
    """Lines that only date the article; a date within words, an ambiguous or impossible one is none."""
    found = read_date_line(line(text))
    assert (found.day if found else None) == (datetime.date(*day) if day else None)


@pytest.mark.parametrize(
    ("furniture", "credit", "site", "name"),
    [
        (["Site icon Delta Post"], None, None, "Delta Post"),
        (["Delta Post accepts opinion articles.", "The opinions or views of Delta Post"], None, None, "Delta Post"),
        (["© 2020 Delta Post. All rights reserved."], "Reuters", None, "Delta Post"),
        ([], "DELTA POST", None, "Delta Post"),
        ([], "AP", None, "Associated Press"),
        ([], None, "Delta Post", "Delta Post"),
        (["The Marsh Group does not imply any association with the publisher of this article"], None, None, None),
        (["Subscribe to Alerts"], None, None, None),
        (["Follow us on Twitter", "All rights reserved."], None, None, None),
    ],
)
def test_source_names(furniture: list[str], credit: str | None, site: str | None, name: str | None) -> None:
    """The name the page's own words support; an agency only where nothing else is named; nobody otherwise."""
    assert find_source([line(text) for text in furniture], credit, site) == name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (None, "unknown"),
        ("The Associated Press", "agency"),
        ("Valdora News Agency", "agency"),
        ("Valdora TV", "broadcaster"),
        ("Ministry of Defence", "government"),
        ("Delta Post", "outlet"),
    ],
)
def test_source_types(name: str | None, kind: str) -> None:
    """A source's type follows from its name."""
    assert find_type(name) == kind


def test_brackets_are_cut_only_between_sentences() -> None:
    """A bracket that splits a sentence is left, one after a sentence or at the end is found."""
    assert find_brackets("The fleet (photo: navy) left port.") == ()
    assert [reason for *_, reason in find_brackets("It left. [Photo: Navy] It came back. (Source: Navy)")] == [
        "caption",
        "credit",
    ]


def test_data_is_whole() -> None:
    """Every family has a reason and a bound, every pattern compiles, and no agency has two usual names."""
    assert all(family.reason and family.max_words > 0 for family in load_families())
    assert find_family(line("Submit a Correction")) is not None
    agencies = load_yaml("outlets")["agencies"]
    for name, others in agencies.items():
        assert {find_agency(other) for other in (name, *others)} == {name}
