"""What is read around words that are given."""

import pytest
from bench.sets.given import tell

from accord.language.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize(
    ("text", "word", "doers", "undergoers"),
    [
        ("Rebels captured the town of Kadra .", "captured", {"rebels"}, {"kadra"}),
        ("The minister was dismissed by President Soler .", "dismissed", {"soler"}, {"minister"}),
        ("The arrest of Okafor followed .", "arrest", set(), {"okafor"}),
        ("Police stopped the bus and detained Okafor .", "detained", {"police"}, {"okafor"}),
    ],
)
def test_participants_are_read_from_the_parse(
    parser: Parser, text: str, word: str, doers: set[str], undergoers: set[str]
) -> None:
    """Subjects, agents and possessors do, objects undergo; a verb without a subject takes that of the verb it is joined to."""
    tokens = text.split()
    row = {
        "id": "a",
        "sentences": [{"n": 0, "tokens": ["Unrest", "grows"]}, {"n": 3, "tokens": tokens}],
        "mentions": [
            {"id": "x", "kind": "entity", "sentence": 3, "tokens": [0]},
            {"id": "y", "kind": "event", "sentence": 3, "tokens": [tokens.index(word)]},
        ],
    }
    (happening,) = tell(row, parser).happenings
    assert happening.text == word
    assert {name.rstrip("s") for name in doers} <= {name.rstrip("s") for name in happening.doers}
    assert undergoers <= happening.undergoers
    assert not happening.doers & happening.undergoers
