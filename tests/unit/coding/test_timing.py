"""When an act is told to be: the time that governs it, and none that belongs to another verb or noun."""

import pytest

from accord.pipeline import read_article


def find_times(text: str) -> dict[str, str]:
    """Return the time of each report of a text by its lemma; empty where it has none."""
    reading = read_article(text)
    return {r.lemma: "" if r.time is None else reading.times[r.time].text for r in reading.reports}


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Nine people were killed when a shell hit a school on Friday, the mayor said.", {"kill": "Friday"}),
        ("Two soldiers were wounded while they guarded a bridge on Sunday, the army said.", {"wound": "Sunday"}),
        ("The minister resigned on Monday, as he had promised on Friday.", {"resign": "Monday"}),
        ("Four pilgrims were killed after a lorry drove into a crowd on Tuesday.", {"kill": "Tuesday"}),
        ("Three guards were killed, and twelve were injured, in a raid on Tuesday.", {"kill": "Tuesday"}),
        ("Gunmen raided the village on Tuesday, killing six farmers.", {"kill": "Tuesday"}),
    ],
)
def test_clauses_of_the_same_moment_share_their_time(text: str, times: dict[str, str]) -> None:
    """A "when" or "while" clause, a participle or a like passive dates the act beside it, unless that has a day of its own."""
    assert times.items() <= find_times(text).items()


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The minister said on Tuesday that rebels shelled the port.", {"shell": ""}),
        ("Last week the envoy warned that militants killed six farmers.", {"kill": ""}),
        ("Norway condemned the army, which shelled the port, on Tuesday.", {"shell": ""}),
        ("Police arrested the driver after he had been seen near the border on Tuesday.", {"arrest": ""}),
        ("Police arrested the driver but he was released on Tuesday.", {"arrest": ""}),
        ("Police arrested the driver, and he will appear in court on Tuesday.", {"arrest": ""}),
        ("The union condemned the organizers of Sunday's rally.", {"condemn": ""}),
        ("The driver was arrested and remanded until May.", {"arrest": ""}),
        ("The senators condemned the soon-to-be chancellor.", {"condemn": ""}),
    ],
)
def test_a_time_of_another_verb_or_noun_dates_nothing(text: str, times: dict[str, str]) -> None:
    """Reporting verbs, relative clauses, clauses of sequence, other conjuncts and nouns beside keep their times."""
    assert times.items() <= find_times(text).items()


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The March 4, 2016, attack, which killed three people, was the first.", {"kill": "March 4, 2016"}),
        ("The palace was shut during the Nov. 9 Dakar attacks that killed thirty people.", {"kill": "Nov. 9"}),
    ],
)
def test_the_day_of_an_attack_is_that_of_its_deaths(text: str, times: dict[str, str]) -> None:
    """What a relative clause tells of an attack happened on the attack's day."""
    assert times.items() <= find_times(text).items()


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Norway said on Tuesday that it would send aid to Malta.", {"send": "Tuesday"}),
        ("The cabinet announced on Tuesday that it ratified the treaty with Malta.", {"ratify": "Tuesday"}),
        ("The ministry said on Tuesday that Norway has ratified the treaty with Malta.", {"ratify": "Tuesday"}),
    ],
)
def test_acts_of_words_have_the_day_of_their_announcement(text: str, times: dict[str, str]) -> None:
    """What is promised, declared or told as of now is of the day on which it is said."""
    assert times.items() <= find_times(text).items()
