"""Names, descriptors and pronouns as `find_mentions` gives them for whole sentences."""

import functools

import pytest

from accord.coding.names.mentions import find_mentions
from accord.language.parse import Parser
from accord.model.reading import Fact, MentionDraft

Found = tuple[tuple[MentionDraft, ...], tuple[Fact, ...]]


@functools.cache
def parser() -> Parser:
    """Return one parser for all cases."""
    return Parser()


@functools.cache
def read(text: str) -> Found:
    """Return the mentions and facts of a text."""
    return find_mentions(parser().parse_text(text))


def mention(text: str, words: str, which: int = 0) -> MentionDraft:
    """Return the mention with these words."""
    found = [m for m in read(text)[0] if m.text == words]
    assert len(found) > which, [m.text for m in read(text)[0]]
    return found[which]


LABELS = [
    ("Kenyan President William Ruto met Chancellor Olaf Scholz in Berlin.", "William Ruto", "person", None),
    ("Kenyan President William Ruto met Chancellor Olaf Scholz in Berlin.", "Kenyan", "nationality", "KEN"),
    ("Kenyan President William Ruto met Chancellor Olaf Scholz in Berlin.", "Berlin", "place", "DEU"),
    ("The U.N. Security Council condemned the attack on Wednesday.", "U.N. Security Council", "organization", None),
    ("Peru accused Chile of spying.", "Peru", "state", "PER"),
    ("Thousands marched in Peru on Monday.", "Peru", "place", "PER"),
    ("The Ministry of Foreign Affairs summoned the ambassador.", "Ministry of Foreign Affairs", "organization", None),
    (
        "Fighters of the Ogaden National Liberation Front left the area.",
        "Ogaden National Liberation Front",
        "organization",
        None,
    ),
    ("Reuters reported that al-Shabaab seized the town of Kismayo.", "Reuters", "media", None),
    ("Reuters reported that al-Shabaab seized the town of Kismayo.", "al-Shabaab", "organization", None),
    ("Reuters reported that al-Shabaab seized the town of Kismayo.", "Kismayo", "place", "SOM"),
    ("Danes voted on Tuesday.", "Danes", "group", "DNK"),
    ("The U.S.-led coalition bombed the depot.", "U.S.", "state", "USA"),
    ("Pro-Russian rebels shelled the village.", "Russian", "nationality", "RUS"),
    (
        "The Iraqi Army and the Islamic State of Iraq and the Levant clashed.",
        "Islamic State of Iraq and the Levant",
        "organization",
        None,
    ),
]


@pytest.mark.parametrize(("text", "words", "label", "country"), LABELS)
def test_names_are_bare_and_labelled(text: str, words: str, label: str, country: str | None) -> None:
    """A name is found without title or article, with its label, and its country where the words say it."""
    found = mention(text, words)
    assert found.label == label
    if country:
        assert found.country == country


ABSENT = [
    ("He arrived on Friday, May 3, and spoke in English.", {"Friday", "May", "English"}),
    ("Both sides signed a memorandum of understanding (MoU) in Geneva. The MoU runs for a year.", {"MoU"}),
    ("Meanwhile, Talks Continued.", {"Meanwhile"}),
]


@pytest.mark.parametrize(("text", "words"), ABSENT)
def test_dates_languages_and_instruments_are_no_names(text: str, words: set[str]) -> None:
    """Dates, languages, sentence openers and acronyms of common words are not mentioned as actors."""
    assert not words & {m.text for m in read(text)[0]}


METONYMS = [
    ("Ankara rejected the proposal.", "Ankara", "metonym"),
    ("A ship left Mombasa for Ankara.", "Ankara", "name"),
    ("The deal with Moscow was signed.", "Moscow", "metonym"),
    ("Protesters gathered in Moscow.", "Moscow", "name"),
    ("Doha's offer was welcomed.", "Doha", "metonym"),
    ("The Kremlin said it would answer.", "Kremlin", "metonym"),
]


@pytest.mark.parametrize(("text", "words", "form"), METONYMS)
def test_capitals_stand_for_governments_where_they_act(text: str, words: str, form: str) -> None:
    """A capital or building that acts is a metonym; where something happens it is a place."""
    assert mention(text, words).form == form


DESCRIPTORS = [
    ("The Turkish parliament approved the bill.", "The Turkish parliament", "LEG", "TUR", "Turkish"),
    ("Police fired tear gas at protesters.", "Police", "COP", None, None),
    ("Police fired tear gas at protesters.", "protesters", "CVL", None, None),
    ("Colombian rebels ambushed a convoy.", "Colombian rebels", "REB", "COL", "Colombian"),
    ("Kabila's forces entered Goma.", "Kabila's forces", "MIL", None, "Kabila"),
    ("U.S. officials met the envoy.", "U.S. officials", "GOV", "USA", "U.S."),
    ("Troops loyal to the Cabinet of Lebanon withdrew.", "the Cabinet", "GOV", "LBN", "Lebanon"),
    ("The Nairobi-based government denied it.", "The Nairobi-based government", "GOV", "KEN", None),
]


@pytest.mark.parametrize(("text", "words", "sector", "country", "owner"), DESCRIPTORS)
def test_descriptors_say_sector_country_and_owner(
    text: str, words: str, sector: str, country: str | None, owner: str | None
) -> None:
    """A noun phrase for an actor carries the sector of its noun, its country, and whose it is."""
    found = mention(text, words)
    assert found.form == "descriptor"
    assert sector in found.sectors
    assert found.country == country
    assert (None if found.owner is None else read(text)[0][found.owner].text) == owner


REFERENCES = [
    ("Kenya said it would send troops.", "it", "Kenya"),
    ("President Joyce Banda resigned. She left the country.", "She", "Joyce Banda"),
    ("The African Union (AU) met. The AU named an envoy.", "AU", "African Union"),
    ("President Joyce Banda spoke. Banda left at noon.", "Banda", "Joyce Banda"),
    ("Rebels said they would lay down arms.", "they", "Rebels"),
    ('"We are ready to talk," Foreign Minister Sameh Shoukry said.', "We", "Sameh Shoukry"),
    ("The Presidential Council met on Sunday. The council set a date.", "The council", "Presidential Council"),
    ("Fighters entered Goma at dawn. Residents fled the city.", "the city", "Goma"),
    ("Foreign Minister Ivo Petrov flew to Rome. The foreign minister met bankers.", "The foreign minister", "Ivo Petrov"),
]


@pytest.mark.parametrize(("text", "words", "antecedent"), REFERENCES)
def test_references_lead_to_the_name(text: str, words: str, antecedent: str) -> None:
    """Pronouns, acronyms, family names and definite descriptors refer to the mention they stand for."""
    found = [m for m in read(text)[0] if m.text == words and m.refers_to is not None]
    assert found, [(m.text, m.refers_to) for m in read(text)[0]]
    target = found[-1].refers_to
    assert target is not None
    assert read(text)[0][target].text == antecedent


def test_empty_it_is_no_mention() -> None:
    """An "it" that stands for nothing is left out."""
    assert "It" not in {m.text for m in read("It is clear that the talks failed.")[0]}


COMPOUNDS = [
    ("Syrian regime air strikes hit the town.", "Syrian regime"),
    ("A Peruvian police helicopter crashed.", "Peruvian police"),
]


@pytest.mark.parametrize(("text", "words"), COMPOUNDS)
def test_bodies_act_inside_compounds(text: str, words: str) -> None:
    """A body that is the first part of a compound is a mention with its nationality."""
    assert mention(text, words).form == "descriptor"


FACTS = [
    ("Kenyan President William Ruto arrived.", "title", "William Ruto", "President", "Kenyan"),
    ("Kenyan President William Ruto arrived.", "country", "William Ruto", "KEN", None),
    ("Ana Brnabić, the Serbian prime minister, resigned.", "title", "Ana Brnabić", "prime minister", "Serbian"),
    ("The Democratic Union Party (PYD) protested.", "alias", "PYD", None, "Democratic Union Party"),
    ("Al Jazeera's Jane Roe reported it.", "member_of", "Jane Roe", None, "Al Jazeera"),
    ("Renegade army commander John Doe fled.", "descriptor", "John Doe", "Renegade army commander", None),
    ("The defence minister of Ghana, Kwame Boateng, resigned.", "title", "Kwame Boateng", "defence minister", "Ghana"),
    ("The UN-backed Government of National Unity resigned.", "descriptor", "Government of National Unity", "UN-backed", None),
]


@pytest.mark.parametrize(("text", "kind", "subject", "value", "target"), FACTS)
def test_facts_say_titles_members_and_aliases(
    text: str, kind: str, subject: str, value: str | None, target: str | None
) -> None:
    """What a sentence says of a name becomes a fact with the mentions it connects."""
    mentions, facts = read(text)
    found = {(f.kind, mentions[f.subject].text, f.value, None if f.object is None else mentions[f.object].text) for f in facts}
    assert (kind, subject, value, target) in found


LONG = (
    "Malawi's Congress Party (MCP) said on Monday that its leader, Lazarus Chakwera, would visit Lusaka. Zambian officials "
    "welcomed him. “We have much to discuss,” President Hakainde Hichilema said. The party declined to comment.\n"
    "the congress party of malawi and zambia have quarrelled for years."
)


def test_mentions_are_ordered_spans_of_the_text() -> None:
    """Every mention opens at its own characters, the tuple is sorted, and references stay within it."""
    mentions, facts = read(LONG)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.sentence, m.start, m.end))
    for found in mentions:
        assert LONG[found.start : found.end] == found.text
        for number in (found.refers_to, found.owner, *found.members):
            assert number is None or 0 <= number < len(mentions)
    for fact in facts:
        assert 0 <= fact.subject < len(mentions)
        assert 0 <= fact.start < fact.end <= len(LONG)


def test_small_repeats_of_known_names_are_found() -> None:
    """A country or body known from the article is found again in small letters."""
    text = "The Bank of Ghana raised rates. Ghana said that ghana fully backs the bank of ghana."
    assert {"ghana", "bank of ghana"} <= {m.text for m in read(text)[0]}


def test_text_without_names_gives_nothing() -> None:
    """An article without names or actors gives two empty tuples."""
    assert find_mentions(parser().parse_text("Rain fell.")) == ((), ())


def test_a_town_before_a_dash_opens_a_report() -> None:
    """A paragraph that begins with a town and a dash is told from there, whatever the recogniser takes the name for."""
    mentions, _ = read("Manjil — Nine people died in the raid on the market in Manjil. Hall — who left the party — said no.")
    assert {m.text: m.label for m in mentions if m.text in ("Manjil", "Hall")} == {"Manjil": "place", "Hall": "person"}
