"""Mentions of a case become actors: who is one, who is two, and what is known of each."""

import pytest

from accord.linking.actors.resolve import choose_name, link_actors
from accord.linking.links import ActorLinks
from accord.model.reading import Reading
from accord.model.record import Actor

from .actor_cases import Draft, name_bodies, name_people


def find(links: ActorLinks, text: str) -> Actor:
    """Return the one actor that goes by a text."""
    (actor,) = [a for a in links.actors if text in {alias.text for alias in a.aliases}]
    return actor


def actor_of(links: ActorLinks, reading: Reading, index: int) -> str:
    return links.of_mention[reading.article.id, index]


def test_no_readings() -> None:
    """An empty case has no actors."""
    assert link_actors([]) == ActorLinks((), {})


@pytest.mark.parametrize(
    "names",
    [
        ("Nuri al-Maliki", "Nouri Al-Maliki"),
        ("Hamid Karzai", "Karzai"),
        ("Shahbaz Sharif", "Shehbaz Sharif"),
        ("Salah al-Din Rabbani", "Salahuddin Rabbani"),
    ],
)
def test_one_person_across_articles(names: tuple[str, ...]) -> None:
    """Spellings of one name, and a surname with one bearer, are one person across articles."""
    first, second = (name_people(f"a{i}", name) for i, name in enumerate(names))
    if "Sh" in names[0]:
        first, second = (_with_title(f"a{i}", name, "Prime Minister", "Pakistani", "PAK") for i, name in enumerate(names))
    links = link_actors([first, second])
    people = [a for a in links.actors if a.type == "person"]
    assert len(people) == 1
    assert set(names) <= {alias.text for alias in people[0].aliases}


def _with_title(article: str, name: str, title: str, adjective: str, country: str) -> Reading:
    draft = Draft(article, f"{adjective} {title} {name} spoke.")
    nation = draft.add(adjective, "nationality", country=country)
    person = draft.person(name)
    draft.say("title", person, title, nation)
    return draft.read()


@pytest.mark.parametrize(
    ("one", "two"),
    [("Khalid bin Sultan", "Khalid bin Faisal"), ("Hamid Karzai", "Mahmud Karzai"), ("Raúl Castro", "Raúl Castillo")],
)
def test_two_people(one: str, two: str) -> None:
    """Other given or family names stay two."""
    links = link_actors([name_people("a", one), name_people("b", two)])
    assert len(links.actors) == 2


def test_surname_of_two_people_joins_neither() -> None:
    """Where two bear a surname, the surname alone in another article is neither."""
    links = link_actors([name_people("a", "Hamid Karzai", "Mahmud Karzai"), name_people("b", "Karzai")])
    assert len(links.actors) == 3


def test_title_decides_between_two_of_one_surname() -> None:
    """A shared title and country tells which of two is meant."""
    lone = _with_title("c", "Karzai", "President", "Afghan", "AFG")
    full = _with_title("a", "Hamid Karzai", "President", "Afghan", "AFG")
    links = link_actors([full, name_people("b", "Mahmud Karzai"), lone])
    assert actor_of(links, full, 1) == actor_of(links, lone, 1)


def test_listed_side_by_side_are_two() -> None:
    """Names that a sentence lists beside each other are two, however alike."""
    links = link_actors([name_people("a", "Nouri Maliki", "Nuri Maliki", joint=" and ")])
    assert len(links.actors) == 2


def test_slip_of_spelling_inside_an_article() -> None:
    """Within one article a misspelt surname is the only person it can be."""
    links = link_actors([name_people("a", "Gulbuddin Hekmatyar", "Hekmaytar")])
    assert len(links.actors) == 1
    assert any("Hekmaytar" in reason for reason in links.why[links.actors[0].id])


def test_successive_holders_of_an_office_are_two() -> None:
    """A shared title does not make two names one."""
    links = link_actors(
        [
            _with_title("a", "Imran Khan", "Prime Minister", "Pakistani", "PAK"),
            _with_title("b", "Nawaz Sharif", "Prime Minister", "Pakistani", "PAK"),
        ]
    )
    assert len([a for a in links.actors if a.type == "person"]) == 2


def test_acronym_given_in_one_article_counts_in_all() -> None:
    """What one article spells out, others may abbreviate."""
    draft = Draft("a", "The Moro Islamic Liberation Front (MILF) agreed.")
    long, short = draft.body("Moro Islamic Liberation Front"), draft.body("MILF")
    draft.say("alias", long, target=short)
    other = name_bodies("b", "MILF")
    links = link_actors([draft.read(), other])
    assert find(links, "MILF").name == "Moro Islamic Liberation Front"
    assert find(links, "MILF").type == "armed_group"
    assert actor_of(links, other, 0) == find(links, "MILF").id


def test_acronym_with_two_long_forms_stays_alone() -> None:
    """Initials that the case uses for two bodies join neither where an article does not say."""
    readings = []
    for article, name in (("a", "Sudan Liberation Army"), ("b", "Somali Labour Association")):
        draft = Draft(article, f"The {name} (SLA) agreed.")
        long, short = draft.body(name), draft.body("SLA")
        draft.say("alias", long, target=short)
        readings.append(draft.read())
    assert len(link_actors([*readings, name_bodies("c", "SLA")]).actors) == 3


def test_ministries_of_two_countries_are_two() -> None:
    """A name that every country's body has is one only within a country."""
    readings = [name_bodies("a", "Defence Ministry", country="FRA"), name_bodies("b", "Ministry of Defense", country="ESP")]
    assert len(link_actors(readings).actors) == 2
    readings = [name_bodies("a", "Defence Ministry", country="FRA"), name_bodies("b", "Ministry of Defense", country="FRA")]
    assert len(link_actors(readings).actors) == 1


def test_a_person_and_the_forces_named_after_him_are_two() -> None:
    """Forces are a group of their own and count as his party."""
    draft = Draft("a", "Massoud spoke. Massoud's forces withdrew.")
    person = draft.person("Massoud")
    owner = draft.person("Massoud")
    forces = draft.described("forces", owner=owner, plural=True, actor_type="armed_group", sectors=("MIL",))
    links = link_actors([draft.read()])
    assert links.of_mention["a", person] == links.of_mention["a", owner] != links.of_mention["a", forces]
    assert links.party_of[links.of_mention["a", forces]] == links.of_mention["a", person]


def test_state_has_one_short_name() -> None:
    """All names of a country, and its capital acting for it, are one state; its adjective is no alias unless it acts."""
    draft = Draft("a", "The U.K. and Britain agreed. London said British ships sailed.")
    names = [draft.add("U.K.", "state", country="GBR"), draft.add("Britain", "state", country="GBR")]
    names += [draft.add("London", "place", "metonym", country="GBR"), draft.add("British", "nationality", country="GBR")]
    links = link_actors([draft.read()])
    assert {links.of_mention["a", i] for i in names} == {links.actors[0].id}
    assert (links.actors[0].name, links.actors[0].type, links.actors[0].country) == ("United Kingdom", "state", "GBR")
    assert {alias.text for alias in links.actors[0].aliases} == {"U.K.", "Britain", "London"}


def test_places_are_no_actors() -> None:
    """A city named as a place is left to places, and so is what stands for it."""
    draft = Draft("a", "Clashes in Aleppo: the city burned.")
    city = draft.add("Aleppo", "place")
    draft.described("the city", refers_to=city)
    assert link_actors([draft.read()]).actors == ()


def test_plural_of_known_parts_is_no_actor() -> None:
    """ "Both sides" has members instead of an actor of its own."""
    draft = Draft("a", "Chad met Niger. Both sides signed.")
    one, two = draft.add("Chad", "state", country="TCD"), draft.add("Niger", "state", country="NER")
    both = draft.described("Both sides", members=(one, two), plural=True)
    assert ("a", both) not in link_actors([draft.read()]).of_mention


def test_description_of_a_rival_government() -> None:
    """A description, or a capital, goes to the named government of which the texts say the same."""
    named = Draft(
        "a",
        "Yemen's internationally recognised Government of National Unity sits. Aden-based Government of National Unity met.",
    )
    state = named.add("Yemen", "state", country="YEM")
    named.body("Government of National Unity", owner=state)
    named.body("Government of National Unity")
    other = Draft("b", "Yemen's UN-recognized government spoke. Aden signed. Yemen's Houthi government did not.")
    owner = other.add("Yemen", "state", country="YEM")
    government = other.described("UN-recognized government", owner=owner, country="YEM", head="government")
    capital = other.add("Aden", "place", "metonym", country="YEM")
    rival = other.described("Houthi government", owner=owner, country="YEM", head="government")
    links = link_actors([named.read(), other.read()])
    wanted = find(links, "Government of National Unity").id
    assert links.of_mention["b", government] == links.of_mention["b", capital] == wanted
    assert links.of_mention["b", rival] != wanted


def test_plain_government_is_its_states_party() -> None:
    """ "The Kenyan government" is a government of its own that counts as the state."""
    draft = Draft("a", "Kenya waited. The Kenyan government and Kenyan officials agreed.")
    state = draft.add("Kenya", "state", country="KEN")
    government = draft.described(
        "The Kenyan government", country="KEN", head="government", sectors=("GOV",), actor_type="government"
    )
    officials = draft.described("Kenyan officials", country="KEN", head="official", sectors=("GOV",), plural=True)
    links = link_actors([draft.read()])
    ids = [links.of_mention["a", i] for i in (state, government, officials)]
    assert len(set(ids)) == 3
    assert {links.party_of[i] for i in ids} == {ids[0]}
    assert find(links, "Kenyan government").type == "government"


def test_police_of_two_countries_are_two() -> None:
    """A description without a name joins only its like of the same country."""
    readings = []
    for article, country in (("a", "KEN"), ("b", "PER"), ("c", "KEN")):
        draft = Draft(article, "Police fired.")
        draft.described("Police", country=country, plural=True)
        readings.append(draft.read())
    links = link_actors(readings)
    assert links.of_mention["a", 0] == links.of_mention["c", 0] != links.of_mention["b", 0]


def test_title_outweighs_a_label() -> None:
    """A name with a title is a person whatever a recogniser calls it."""
    draft = Draft("a", "President Ruto spoke.")
    draft.say("title", draft.body("Ruto"), "President")
    assert link_actors([draft.read(), name_bodies("b", "Ruto")]).actors[0].type == "person"


@pytest.mark.parametrize(
    ("title", "voice"),
    [
        ("President", True),
        ("foreign minister", True),
        ("former president", False),
        ("opposition leader", False),
        ("singer", False),
    ],
)
def test_holders_of_office_speak_for_their_state(title: str, voice: bool) -> None:
    """Those in office count as their state; those out of it, against it, or of no office do not."""
    reading = _with_title("a", "Jane Roe", title, "Kenyan", "KEN")
    links = link_actors([reading])
    assert (links.party_of[actor_of(links, reading, 1)] == actor_of(links, reading, 0)) is voice


def test_commander_counts_as_his_force() -> None:
    """A commander's party is the named force, also where the force is said to be his."""
    draft = Draft("a", "Northern Resistance Army commander John Doe spoke.")
    army, person = draft.body("Northern Resistance Army", actor_type="armed_group"), draft.person("John Doe")
    draft.say("title", person, "commander", army)
    links = link_actors([draft.read()])
    assert links.party_of[links.of_mention["a", person]] == links.of_mention["a", army]
    (role,) = find(links, "John Doe").roles
    assert (role.title, role.of, role.evidence[0].text) == ("commander", links.of_mention["a", army], "John Doe")


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ({"EU": 9, "European Union": 1}, "European Union"),
        ({"Mandela": 9, "Nelson Mandela": 4, "Nelson Rolihlahla Mandela": 1}, "Nelson Mandela"),
        ({"NELSON MANDELA": 2, "Nelson Mandela": 1}, "Nelson Mandela"),
        ({"Lula": 3}, "Lula"),
    ],
)
def test_shown_name(texts: dict[str, int], name: str) -> None:
    """The longest of the frequent full forms is shown."""
    assert choose_name(texts, is_person=True) == name


def test_equal_names_get_different_ids() -> None:
    """Two actors of one name and type have ids of their own."""
    links = link_actors([name_bodies("a", "Senate", country="FRA"), name_bodies("b", "Senate", country="ITA")])
    assert len({a.id for a in links.actors}) == 2


def test_titled_surname_before_another_full_name() -> None:
    """ "President Doe … Mary Doe" are two where the title came first."""
    draft = Draft("a", "President Doe spoke. Mary Doe listened.")
    surname, full = draft.person("Doe"), draft.person("Mary Doe")
    draft.say("title", surname, "President")
    known = _with_title("b", "John Doe", "President", "Kenyan", "KEN")
    links = link_actors([draft.read(), known])
    assert links.of_mention["a", surname] == actor_of(links, known, 1) != links.of_mention["a", full]


def test_usual_bearer_of_a_surname() -> None:
    """A surname alone is the one whom the case nearly always calls so, where one clearly is."""
    often = [name_people(f"a{i}", "John Doe", "Doe") for i in range(5)]
    links = link_actors([*often, name_people("b", "Mary Doe"), name_people("c", "Doe")])
    assert links.of_mention["c", 0] == links.of_mention["a0", 0] != links.of_mention["b", 0]


def test_given_name_that_is_a_particle_elsewhere() -> None:
    """ "Ben" and "Ed" begin full names."""
    links = link_actors([name_people("a", "Ben Doe"), name_people("b", "Ben Doe"), name_people("c", "Ed Doe")])
    assert len(links.actors) == 2


def test_single_word_called_both_person_and_body() -> None:
    """A word alone that nobody introduces by a full name, and some take for a body, is a body."""
    readings = [name_people("a", "Acmecom"), name_people("b", "Acmecom"), name_bodies("c", "Acmecom")]
    (actor,) = link_actors(readings).actors
    assert actor.type == "organization"


def test_surname_labelled_a_place() -> None:
    """A word that is the surname of somebody the article names in full is that person, not an unknown place."""
    draft = Draft("a", "Ahmed Qarfali spoke. Qarfali left.")
    person, place = draft.person("Ahmed Qarfali"), draft.add("Qarfali", "place")
    links = link_actors([draft.read()])
    assert links.of_mention["a", person] == links.of_mention["a", place]
