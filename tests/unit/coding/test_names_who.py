"""Who is meant: countries of peoples and bodies, holders of office, and whose things a possessive means."""

import pytest

from tests.unit.coding.test_names import mention, read

COUNTRIES = [
    ("Three ethnic Hungarians were arrested in Slovakia.", "Hungarians", None),
    ("The Hungarians of northern Serbia demanded autonomy.", "Hungarians", "SRB"),
    ("Hungarians demanded autonomy.", "Hungarians", "HUN"),
    ("Ethnic Greek villagers fled.", "Ethnic Greek villagers", None),
    ("Kazahkstan condemned the raid.", "Kazahkstan", "KAZ"),
    ("Angelia Moore condemned the raid.", "Angelia Moore", None),
    ("Angry Algerians blocked roads.", "Algerians", "DZA"),
    ("Rallies were held in Cape Town.", "Cape Town", "ZAF"),
    ("Hezbollah fighters left the town.", "Hezbollah fighters", "LBN"),
    ("The Zambian National Congress condemned the raid.", "Zambian National Congress", "ZMB"),
    ("Utah Gov. Anna Weld condemned the raid.", "Anna Weld", "USA"),
]


@pytest.mark.parametrize(("text", "words", "country"), COUNTRIES)
def test_country_of_actors(text: str, words: str, country: str | None) -> None:
    """A country is what the words say; descent is no country, and a slip of one letter hides none."""
    assert mention(text, words).country == country


@pytest.mark.parametrize(
    "name", ["Andean Community", "Organisation of Eastern Caribbean States", "West African Development Bank", "Nordic Council"]
)
def test_bodies_of_states(name: str) -> None:
    """Bodies that states form say so in their names."""
    found = mention(f"The {name} urged Peru to end the dispute.", name)
    assert (found.actor_type, found.sectors, found.country) == ("intergovernmental", ("IGO",), None)


@pytest.mark.parametrize("name", ["Welsh Union", "European Broadcasting Company", "Kenya Commercial Bank"])
def test_other_bodies(name: str) -> None:
    """A region's or country's adjective alone makes no body one of states."""
    assert mention(f"The {name} urged Peru to end the dispute.", name).actor_type != "intergovernmental"


SECTORS = [
    ("The rebel leaders met in Juba.", "The rebel leaders", ("REB",)),
    ("Government forces left the town.", "Government forces", ("MIL",)),
    ("Opposition parties met in Juba.", "Opposition parties", ("OPP",)),
    ("The army chief resigned.", "The army chief", ("MIL",)),
    ("Police officers left the town.", "Police officers", ("COP",)),
    ("The former president left the town.", "The former president", ("ELI",)),
    ("Former President Amina Diallo left the town.", "Amina Diallo", ("ELI",)),
    ("Rebels ousted President Amina Diallo on Monday.", "Amina Diallo", ("GOV",)),
    ("Dock workers marched on Monday.", "Dock workers", ("LAB",)),
    ("Nurses left the town.", "Nurses", ("MED",)),
    ("Hamas leaders left the town.", "Hamas leaders", ("REB",)),
    ("Hezbollah leader Naim Haddad left the town.", "Naim Haddad", ("REB",)),
    ("Armed groups left the town.", "Armed groups", ("UAF",)),
    ("A crowd of students left the town.", "A crowd", ("EDU",)),
    ("Reporters left the town.", "Reporters", ("JRN",)),
]


@pytest.mark.parametrize(("text", "words", "sectors"), SECTORS)
def test_sectors(text: str, words: str, sectors: tuple[str, ...]) -> None:
    """A sector is what the phrase as a whole says, in the letters of PLOVER."""
    assert mention(text, words).sectors == sectors


def test_realm_of_a_name() -> None:
    """A ruler's realm after the name is his country."""
    assert mention("King Otto of Norway met rebels.", "Otto").country == "NOR"


def test_the_next_holder_of_an_office_is_another() -> None:
    """ "The next president" is not the president the article names."""
    text = "President Amina Diallo spoke on Monday. The next president must end the war."
    assert mention(text, "The next president").refers_to is None


def test_what_is_criticised_is_not_the_critics_own() -> None:
    """Who criticises "his policy" criticises somebody else's; who defends it may defend his own."""
    text = "Otto Brandt criticized his policy toward Chad."
    assert mention(text, "his").refers_to is None
    text = "Otto Brandt defended his policy toward Chad."
    assert read(text)[0][mention(text, "his").refers_to or 0].text == "Otto Brandt"


def test_a_dash_ends_a_phrase() -> None:
    """What stands before a dash is no part of the phrase after it."""
    text = "Lena Okafor — Oxford-trained surgeon and author — met ministers."
    assert mention(text, "Oxford-trained surgeon").label == "person"


LISTED = [
    ("Kenyan and Zambian envoys met in Rome.", ["Kenyan", "Zambian"]),
    ("French, German and Italian envoys met in Rome.", ["French", "German", "Italian"]),
    ("Kenyan and former envoys met in Rome.", []),
    ("Kenya and Zambian envoys met in Rome.", []),
]


def test_one_regime_of_two_is_not_the_one_of_either() -> None:
    """ "The Kenyan and Zambian army" is no single army that "the Zambian army" could be."""
    text = "The Kenyan and Zambian army fought rebels. The Zambian army left."
    assert len(mention(text, "The Kenyan and Zambian army").members) == 2
    assert mention(text, "The Zambian army").refers_to is None


@pytest.mark.parametrize(("text", "parts"), LISTED)
def test_one_noun_for_several(text: str, parts: list[str]) -> None:
    """A noun that stands for a group of each of several countries has them as its members."""
    mentions = read(text)[0]
    found = next(m for m in mentions if m.form == "descriptor" and m.text.endswith("envoys"))
    assert [mentions[i].text for i in found.members] == parts


def test_one_name_is_not_its_own_object() -> None:
    """ "Him" is not the one whom its own clause names as subject, whatever an earlier sentence says."""
    text = "Otto Brandt praised Rosa Klein. Brandt answered by accusing him of lying."
    assert mention(text, "him").refers_to is None


def test_he_and_she_by_given_names() -> None:
    """A given name tells whom "she" and "he" cannot mean."""
    text = "Monica Fields wrote to Otto Brandt on Monday. He said she would resign."
    mentions = read(text)[0]
    assert [mentions[mention(text, word).refers_to or 0].text for word in ("He", "she")] == ["Otto Brandt", "Monica Fields"]


AHEAD = [
    ("Rosa Klein spoke. Before her death, Mary Moore visited Chad.", "her", "Mary Moore"),
    ("Otto Brandt spoke. In his answer, Carlos Ruiz praised Chad.", "his", "Carlos Ruiz"),
    ("Otto Brandt spoke. His ally Carlos Ruiz praised Chad.", "His", "Otto Brandt"),
]


@pytest.mark.parametrize(("text", "word", "name"), AHEAD)
def test_pronouns_that_look_ahead(text: str, word: str, name: str) -> None:
    """A phrase before the subject looks ahead to it."""
    assert read(text)[0][mention(text, word).refers_to or 0].text == name


def test_the_country_is_where_the_story_is() -> None:
    """ "The country" is not a helper from abroad that one sentence names."""
    text = "Fighting went on in Chad. Chad's army lost ground in Abéché. Backed by French arms, rebels took the country."
    assert mention(text, "the country").country != "FRA"
    text = "Fighting went on in Chad. The country has lost its army."
    assert mention(text, "The country").country == "TCD"


def test_a_body_is_what_its_name_ends_in() -> None:
    """ "The committee" is a committee, not whoever has the word in a longer name."""
    text = "The Committee Watch Trust met in Bonn. The committee left."
    assert mention(text, "The committee").refers_to is None
    text = "The Committee of Elders met in Bonn. The committee left."
    assert mention(text, "The committee").refers_to is not None


def test_a_speaker_is_not_he_in_the_own_words() -> None:
    """In a quotation of a whole sentence "he" is somebody else; in a phrase worked into the news it may be the speaker."""
    text = 'The court charged Karl Moore. Senator Otto Brandt said: "If these charges are true, he must resign."'
    mentions = read(text)[0]
    assert mentions[mention(text, "he").refers_to or 0].text == "Karl Moore"
    text = 'Senator Otto Brandt said on Monday he "will leave his post".'
    mentions = read(text)[0]
    assert mentions[mention(text, "his").refers_to or 0].text == "Otto Brandt"
