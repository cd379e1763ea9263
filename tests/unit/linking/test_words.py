"""Content words of a passage, and the list of words that carry none."""

import pytest

from accord.data import load_yaml
from accord.linking.words import find_words, stem


@pytest.mark.parametrize(
    ("one", "other"), [("bombings", "bombed"), ("ratifies", "ratified"), ("talks", "talk"), ("agreements", "agreement")]
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    """Inflected forms of one word have one stem."""
    assert stem(one) == stem(other)


def test_common_words_and_signs_are_left_out() -> None:
    """Function words, numbers, names of days and reporting words say nothing about an act."""
    assert find_words("On Monday, the 12 officials said: ports’ cranes burned!") == {
        stem("ports"),
        stem("cranes"),
        stem("burned"),
    }


def test_stop_words_are_sound() -> None:
    """Every entry is lower case, and none stands twice."""
    words = [word for line in load_yaml("stop_words") for word in line.split()]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)
