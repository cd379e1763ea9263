"""Splitting paragraphs into sentences: whatever the length, nothing is lost and nothing is refused."""

from itertools import pairwise

import pytest

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


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Troops left the town at dawn The town was quiet after that.", 2),
        ("Firefighter Tom Reed said his dog brought hope He said the children liked it.", 2),
        ("The port has suffered severe damage But the first ships have landed.", 2),
        ("He told the newspaper The independent view of the matter.", 1),
        ("The premier met envoys in The Hague on Monday.", 1),
        ("She sang the single A new day in Marvale.", 1),
        ('He called the essay "What our children owe The next age" a waste.', 1),
        ("The suspects are known by the letters A through F.", 1),
        ("The virus known as influenza A was found in pigs.", 1),
        ("Rebels of The Lord's army left.", 1),
    ],
)
def test_a_headline_that_ran_into_a_sentence(text: str, parts: int) -> None:
    """A capital article or pronoun in mid-sentence begins a sentence, unless it may belong to a name or a quotation."""
    assert len(list(Parser().split(text))) == parts
