"""Offices without a country get the one that their articles leave them, and only that."""

from dataclasses import replace

import pytest

from accord.linking.actors.resolve import link_actors
from accord.model.reading import Reading, ReportDraft

from .actor_cases import Draft


def read_story(*parts: tuple[str, str, str | None], acts: tuple[tuple[int, int], ...] = ()) -> Reading:
    """Return an article of a president and other mentions (text, label, country); `acts` pairs who acts with who suffers."""
    draft = Draft("a", " ".join(["Amina Diallo", *(text for text, _, _ in parts), "the police"]))
    draft.person("Amina Diallo", sectors=("GOV",))
    for text, label, country in parts:
        draft.add(text, label, country=country)  # type: ignore[arg-type]
    draft.described("the police", sectors=("COP",))
    reading = draft.read()
    reports = tuple(
        ReportDraft(
            sentence=0,
            start=0,
            end=1,
            trigger_start=0,
            trigger_end=1,
            lemma="urge",
            event_type="REQUEST",
            actors=(actor,),
            recipients=(recipient,),
        )
        for actor, recipient in acts
    )
    return replace(reading, reports=reports)


def country_of(reading: Reading, mention: int) -> str | None:
    """Return the country of a mention's actor."""
    links = link_actors([reading])
    return next(actor.country for actor in links.actors if actor.id == links.of_mention["a", mention])


DOMESTIC = [
    ([("Lusaka", "place", "ZMB")], "ZMB", "ZMB"),
    ([("Lusaka", "place", "ZMB"), ("Zambian", "nationality", "ZMB"), ("Kenya", "state", "KEN")], None, None),
    ([("Lusaka", "place", "ZMB")] * 5 + [("Kenya", "state", "KEN")], None, "ZMB"),
    ([("Zambia", "state", "ZMB")], None, None),
    ([], None, None),
]


@pytest.mark.parametrize(("parts", "person", "police"), DOMESTIC)
def test_the_setting_is_home(parts: list[tuple[str, str, str | None]], person: str | None, police: str | None) -> None:
    """One country alone is a person's home; for a body a few mentions of others do not count."""
    reading = read_story(*parts)
    assert (country_of(reading, 0), country_of(reading, len(parts) + 1)) == (person, police)


def test_who_is_acted_upon_is_no_home() -> None:
    """A country that an office only deals with is not its own."""
    parts = [("Zambian", "nationality", "ZMB")]
    assert country_of(read_story(*parts), 0) == "ZMB"
    assert country_of(read_story(*parts, acts=((0, 1),)), 0) is None


@pytest.mark.parametrize(("sectors", "country"), [(("CVL",), "IDN"), (("MIL",), None), ((), None)])
def test_people_are_of_where_they_act(sectors: tuple[str, ...], country: str | None) -> None:
    """People without a name who protest in a place live there; soldiers may come from anywhere."""
    draft = Draft("a", "Marchers blocked roads in Jakarta after talks with Peru and Chile.")
    draft.described("Marchers", sectors=sectors, plural=True)
    draft.add("Jakarta", "place", country="IDN")
    draft.add("Peru", "state", country="PER")
    draft.add("Chile", "state", country="CHL")
    act = ReportDraft(
        sentence=0,
        start=0,
        end=1,
        trigger_start=0,
        trigger_end=1,
        lemma="block",
        event_type="PROTEST",
        actors=(0,),
        location=1,
    )
    assert country_of(replace(draft.read(), reports=(act,)), 0) == country
