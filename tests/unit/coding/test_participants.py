"""Who acts and to whom, construction by construction: the same act must find its two sides however news words it.

The sentences stand in participants.yaml; the head of that file says how to read them.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from accord.coding.article import code_article
from accord.language.parse import Parser
from accord.model.reading import Reading

MISSED = "not read yet"


@cache
def parser() -> Parser:
    return Parser()


def read_cases() -> Iterator[object]:
    table = yaml.safe_load(Path(__file__).with_name("participants.yaml").read_text("utf-8"))
    for construction, rows in table.items():
        marks = [pytest.mark.xfail(reason=construction, strict=True)] if construction == MISSED else []
        for text, event_type, actors, recipients in rows:
            yield pytest.param(text, event_type, actors, recipients, marks=marks, id=f"{construction}: {text[:40]}")


def match(reading: Reading, indexes: tuple[int, ...], names: list[str]) -> bool:
    texts = [reading.mentions[i].text for i in indexes]
    return len(texts) == len(names) and all(any(name in text for text in texts) for name in names)


@pytest.mark.parametrize(("text", "event_type", "actors", "recipients"), list(read_cases()))
def test_each_construction_gives_its_actors_and_recipients(
    text: str, event_type: str, actors: list[str], recipients: list[str]
) -> None:
    reading = code_article(parser().parse_text(text))
    reports = [report for report in reading.reports if report.event_type == event_type]
    assert any(match(reading, r.actors, actors) and match(reading, r.recipients, recipients) for r in reports), [
        (r.event_type, *([reading.mentions[i].text for i in side] for side in (r.actors, r.recipients)))
        for r in reading.reports
    ]
