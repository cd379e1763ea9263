"""Acts of the material types: each sentence of the table tells its type and no other, by whom and to whom, as a fact.

The sentences stand in sentences_material.yaml; the head of that file says how to read them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from accord.coding.article import code_article
from accord.language.parse import Parser
from accord.model.reading import Reading

Row = tuple[str, str, tuple[str, ...]]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def read_table() -> Iterator[Row]:
    table = yaml.safe_load((Path(__file__).parent / "sentences_material.yaml").read_text(encoding="utf-8"))
    for event_type, rows in table.items():
        for sentence, *sides in rows:
            yield event_type, sentence, tuple(sides)


def name_parties(reading: Reading, indexes: tuple[int, ...]) -> str:
    return " + ".join(reading.mentions[i].text for i in indexes)


@pytest.mark.parametrize("row", [pytest.param(row, id=row[1]) for row in read_table()])
def test_material_acts_are_told_as_what_they_are(parser: Parser, row: Row) -> None:
    event_type, sentence, sides = row
    reading = code_article(parser.parse_text(sentence))
    expected = set() if event_type == "NONE" else {event_type}
    assert {r.event_type for r in reading.reports} == expected
    for report in reading.reports[:1] if sides else ():
        assert report.status == "actual"
        assert (name_parties(reading, report.actors), name_parties(reading, report.recipients)) == sides
