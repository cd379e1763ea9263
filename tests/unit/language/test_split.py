"""Splitting paragraphs into sentences: whatever the length, nothing is lost and nothing is refused."""

from itertools import pairwise

from accord.language.parse import Parser


def test_a_paragraph_of_a_million_characters_is_split() -> None:
    """spaCy refuses a text of over a million characters; a paragraph that long is split in pieces, with true offsets."""
    sentence = "The mayor of Velden opened the harbour on Monday. "
    text = sentence * 22_000
    spans = list(Parser().split(text))
    assert len(text) > 1_000_000
    assert {text[start:end] for start, end in spans[:50]} == {sentence.strip()}
    assert sum(end - start for start, end in spans) > 0.95 * len(text)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
