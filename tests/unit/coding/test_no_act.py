"""Words of political acts that tell none: accidents, animals, sport, firms, private deeds, customs; and acts like them.

The sentences stand in sentences_no_act.yaml; the head of that file says how to read them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from accord.coding.article import code_article
from accord.language.parse import Parser

TABLE = yaml.safe_load((Path(__file__).parent / "sentences_no_act.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def read_idle() -> Iterator[str]:
    for family, sentences in TABLE.items():
        if family != "acts":
            yield from sentences


@pytest.mark.parametrize("text", list(read_idle()))
def test_other_things_told_in_the_same_words_are_no_acts(parser: Parser, text: str) -> None:
    reports = code_article(parser.parse_text(text)).reports
    assert [(r.event_type, r.lemma) for r in reports] == []


@pytest.mark.parametrize(("text", "event_type"), [pytest.param(*row, id=row[0]) for row in TABLE["acts"]])
def test_acts_like_them_stay_acts(parser: Parser, text: str, event_type: str) -> None:
    reports = code_article(parser.parse_text(text)).reports
    assert event_type in {r.event_type for r in reports}
