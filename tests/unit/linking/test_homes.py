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


@pytest.mark.parametrize(
    ("who", "sectors", "country"),
    [
        ("Marchers", ("CVL",), "IDN"),
        ("Marchers", ("MIL",), None),
        ("Marchers", (), None),
        ("Tourists", ("CVL",), None),
    ],
)
def test_people_are_of_where_they_act(who: str, sectors: tuple[str, ...], country: str | None) -> None:
    """People without a name who protest in a place live there; soldiers may come from anywhere, and tourists do."""
    draft = Draft("a", f"{who} blocked roads in Jakarta after talks with Peru and Chile.")
    draft.described(who, sectors=sectors, plural=True)
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


@pytest.mark.parametrize(
    ("sectors", "of", "country"),
    [
        (("JUD",), ("GOV",), "PRY"),
        (("OPP",), ("GOV",), "PRY"),
        (("COP",), ("MIL",), "PRY"),
        (("JUD",), ("CVL",), None),
        (("GOV",), ("GOV",), None),
        (("NGO",), ("GOV",), None),
    ],
)
def test_inward_roles_deal_with_their_own_state(sectors: tuple[str, ...], of: tuple[str, ...], country: str | None) -> None:
    """Whoever judges, polices or opposes a state's offices is of that state; its people abroad, or its peers, say nothing."""
    draft = Draft("a", "The body questioned Paraguayan delegates.")
    draft.described("The body", sectors=sectors)
    nation = draft.add("Paraguayan", "nationality", country="PRY")
    draft._end = 0
    people = draft.described("Paraguayan delegates", sectors=of, owner=nation, country="PRY", plural=True)
    act = ReportDraft(
        sentence=0,
        start=0,
        end=1,
        trigger_start=0,
        trigger_end=1,
        lemma="question",
        event_type="COERCE",
        actors=(0,),
        recipients=(people,),
    )
    assert country_of(replace(draft.read(), reports=(act,)), 0) == country


@pytest.mark.parametrize(("dateline", "country"), [("ASUNCION", "PRY"), ("LIMA", None), (None, None)])
def test_the_dateline_tips_the_scales(dateline: str | None, country: str | None) -> None:
    """In an article written in a country a smaller share of its mentions is enough."""
    draft = Draft("a", "Police in Asuncion, Encarnacion and Luque met envoys of Peru and Chile.")
    draft.described("Police", sectors=("COP",))
    for place in ("Asuncion", "Encarnacion", "Luque"):
        draft.add(place, "place", country="PRY")
    draft.add("Peru", "state", country="PER")
    reading = draft.read()
    reading = replace(reading, mentions=(*reading.mentions, replace(reading.mentions[-1], country="CHL", text="Chile")))
    reading = replace(reading, article=replace(reading.article, dateline=dateline))
    assert country_of(reading, 0) == country


@pytest.mark.parametrize(
    ("sectors", "country"), [(("JUD",), "PRY"), (("GOV",), "PRY"), (("PTY",), "PRY"), (("BUS",), None), (("NGO",), None)]
)
def test_named_offices_are_of_the_one_country(sectors: tuple[str, ...], country: str | None) -> None:
    """A named office or party in an article about one country is that country's; companies and charities may be of any."""
    draft = Draft("a", "The Housing Authority moved to Asuncion.")
    draft.body("Housing Authority", sectors=sectors)
    draft.add("Asuncion", "place", country="PRY")
    assert country_of(draft.read(), 0) == country


def test_people_of_known_country_speak_for_it() -> None:
    """A country that an article only mentions is no home where its people are of another."""
    draft = Draft("a", "Congress heard Jane Roe and John Doe about Paraguayan visas.")
    draft.described("Congress", sectors=("LEG",))
    draft.person("Jane Roe", country="CAN")
    draft.person("John Doe", country="CAN")
    draft.add("Paraguayan", "nationality", country="PRY")
    assert country_of(draft.read(), 0) is None
