"""Where an act is told to be: the place that it hangs on, and none that belongs to another verb or noun."""

import pytest

from accord.pipeline import read_article


def find_places(text: str) -> dict[str, str]:
    """Return the place of each report of a text by its lemma; empty where it has none."""
    reading = read_article(text)
    return {r.lemma: "" if r.location is None else reading.mentions[r.location].text for r in reading.reports}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Twelve people were killed in the Nairobi attack.", {"kill": "Nairobi"}),
        ("The Nairobi attacks, which killed twelve people, shocked Kenya.", {"kill": "Nairobi"}),
        ("A market hall in Lagos was shattered by a blast, killing forty people.", {"kill": "Lagos"}),
        ("Gunmen opened fire on a crowd in Lagos, killing forty people.", {"kill": "Lagos"}),
        ("The militants launched attacks across Mogadishu, killing forty people.", {"kill": "Mogadishu"}),
        ("Speaking in Vienna, the chancellor condemned the coup.", {"condemn": "Vienna"}),
        ("Students fought with police, burning cars during a fair in the town of Tartu.", {"burn": "Tartu"}),
        ("Eight people were injured after an attack in Turin.", {"injure": "Turin"}),
        ("The Lagos shooter killed nine people.", {"kill": "Lagos"}),
        ("The trial opened in Osaka, where prosecutors accused two officers of theft.", {"accuse": "Osaka"}),
        ("Police in Porto arrested two men.", {"arrest": "Porto"}),
    ],
)
def test_places_of_acts(text: str, places: dict[str, str]) -> None:
    """A place counts where it stands before the attack, with the subject, or with a verb of the same moment."""
    assert places.items() <= find_places(text).items()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The minister promised to punish violators of sanctions on Norway.", {"promise": ""}),
        ("Norway accused members of the garrison in Basra of theft.", {"accuse": ""}),
        ("Norway condemned the coup amid growing doubts in Lisbon.", {"condemn": ""}),
        ("The officer was charged in May with killing nine people in Basra.", {"charge": ""}),
        ("A court sentenced the editor to nine years in prison.", {"sentence": ""}),
        ("A Lisbon man killed nine people.", {"kill": ""}),
    ],
)
def test_a_place_of_another_verb_or_noun_is_none(text: str, places: dict[str, str]) -> None:
    """Where those are who an act of words is about, or what it is about, is not where it is done."""
    assert places.items() <= find_places(text).items()
