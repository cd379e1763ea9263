"""Spellings of names are compared as press and transliteration vary them."""

import pytest

from accord.linking.actors.spelling import (
    SAME_NAME,
    compare_bodies,
    compare_people,
    fold_name,
    is_acronym_of,
    name_tokens,
    skeleton,
    sound_key,
    strip_article,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Şükrü Saracoğlu", "sukru saracoglu"),
        ("U.S.", "us"),
        ("Sana'a", "sanaa"),
        ("Al-Qa‘ida", "al qaida"),
        ("Володимир", "volodimir"),
        ("Lech Wałęsa", "lech walesa"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    """A folded name has neither accents, points, case nor another script."""
    assert fold_name(text) == folded


@pytest.mark.parametrize(
    ("a", "b"),
    [("qasim", "gassem"), ("yusuf", "youssef"), ("sharif", "cherif"), ("fatima", "phatima"), ("husayn", "hussein")],
)
def test_skeleton_survives_transliteration(a: str, b: str) -> None:
    """Common renderings of one name have one skeleton."""
    assert skeleton(a)[1:] == skeleton(b)[1:]


def test_sound_key_joins_words() -> None:
    """A name written together or apart has one key."""
    assert sound_key("Nur al-Din Zengi") == sound_key("Nuruddin Zengi")


def test_particles_and_titles_are_no_part_of_a_name() -> None:
    """Titles, articles and particles are left out; a name of nothing else keeps its words."""
    assert name_tokens("Sheikh Hamad bin Khalifa al-Thani") == ("hamad", "khalifa", "thani")
    assert name_tokens("El") == ("el",)
    assert strip_article("Al-Sadr") == "Sadr"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Moqtada al-Sadr", "Muqtada Al Sadr"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Salah ad-Din Rabbani", "Salahuddin Rabbani"),
        ("Abdel Fattah el-Burhan", "Abdelfattah al-Burhan"),
        ("J. Kerry", "John Kerry"),
        ("Angela Dorothea Merkel", "Angela Merkel"),
    ],
)
def test_spellings_of_one_person(a: str, b: str) -> None:
    """Spellings of one name reach the threshold, either way round."""
    assert compare_people(a, b).score >= SAME_NAME
    assert compare_people(b, a).score == compare_people(a, b).score


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ahmed Karzai", "Hamid Karzai"),
        ("Khalid bin Sultan", "Khalid bin Faisal"),
        ("George W. Bush", "Jeb Bush"),
        ("Karzai", "Hamid Karzai"),
        ("", "Hamid Karzai"),
    ],
)
def test_names_of_two_people(a: str, b: str) -> None:
    """Another given name, or a surname alone, does not reach the threshold."""
    assert compare_people(a, b).score < SAME_NAME


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("World Trade Organisation", "World Trade Organization", True),
        ("Ministry of Defence", "Defense Ministry", True),
        ("Acme Steel Ltd.", "Acme Steel Limited", True),
        ("ECOWAS", "Economic Community of West African States", True),
        ("Ministry of Defence", "Ministry of Finance", False),
        ("Brigade 5", "Brigade 6", False),
        ("Liberation Front of Aceh", "Liberation Front", False),
    ],
)
def test_names_of_bodies(a: str, b: str, same: bool) -> None:
    """Bodies are alike when every word finds its like; numbers must be equal."""
    assert (compare_bodies(a, b).score >= SAME_NAME) is same


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("IGAD", "Intergovernmental Authority on Development", False),
        ("AU", "African Union", True),
        ("O.A.S.", "Organization of American States", True),
        ("Who", "World Health Organization", False),
        ("A", "Army", False),
    ],
)
def test_acronyms(short: str, long: str, expected: bool) -> None:
    """Initials of all words, or of all but fillers, make an acronym; one letter or a word in small letters does not."""
    assert is_acronym_of(short, long) is expected


def test_reasons_are_words() -> None:
    """Every comparison says why."""
    assert compare_people("Hamid Karzai", "Ahmed Karzai").reason
    assert compare_bodies("Brigade 5", "Brigade 6").reason == "different numbers"
