"""Texts made of tokens read as newspapers write them, and lead back to the tokens."""

import pytest
from bench.tokens import join_tokens


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("The envoy 's plan ( for two years ) failed , she said .", "The envoy's plan (for two years) failed, she said."),
        ("Norland ’ s army did n't move .", "Norland’s army didn't move."),
        ("`` No , '' he said .", '"No," he said.'),
        ("a state - run agency", "a state-run agency"),
        ("It cost $ 5 million .", "It cost $5 million."),
    ],
)
def test_tokens_are_joined_as_they_are_printed(tokens: str, text: str) -> None:
    """Punctuation, possessives, brackets and hyphens stand without the blanks of a token list."""
    joined = join_tokens([tokens.split()])
    assert joined.text == text + "\n"


def test_characters_lead_back_to_tokens() -> None:
    """A span gives the first token it touches and the one after the last, over sentences too."""
    joined = join_tokens([["Norland", "'s", "army", "left", "."], ["It", "returned", "."]])
    assert joined.find_tokens(*[joined.text.index("army"), joined.text.index("army") + 4]) == (2, 3)
    assert joined.find_tokens(joined.text.index("It"), len(joined.text)) == (5, 8)
    assert joined.find_tokens(len(joined.text) + 5, len(joined.text) + 9) is None
