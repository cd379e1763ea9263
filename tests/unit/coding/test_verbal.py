"""Verbal acts: each sentence tells its act by whom, to whom and in which status; others tell no act of a type at all.

The sentences stand in sentences_verbal.yaml by type.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from accord.coding.article import code_article
from accord.language.parse import Parser
from accord.model.reading import Reading

_PARSER = Parser()
_PARSER = Parser()
_TABLE = yaml.safe_load((Path(__file__).parent / "sentences_verbal.yaml").read_text(encoding="utf-8"))


def read_rows() -> Iterator[tuple[str, str, str, str, str]]:
    for event_type, rows in _TABLE.items():
        for row in rows if event_type != "none" else ():
            sentence, status, who, whom = row
            yield event_type, sentence, status, who, whom


def name_parties(reading: Reading, indexes: Iterable[int]) -> str:
    """Return the words of some mentions, of what they stand for and of who belongs to them."""
    found: list[str] = []
    queue = list(indexes)
    while queue and len(found) < 40:
        mention = reading.mentions[queue.pop(0)]
        found.append(mention.text.lower())
        queue += [*mention.members, *(() if mention.refers_to is None else (mention.refers_to,))]
    return " ; ".join(found)


@pytest.mark.parametrize(("event_type", "sentence", "status", "who", "whom"), list(read_rows()))
def test_verbal_act(event_type: str, sentence: str, status: str, who: str, whom: str) -> None:
    reading = code_article(_PARSER.parse_text(sentence))
    told = [
        report.event_type == event_type
        and report.status == status
        and who.lower() in name_parties(reading, report.actors)
        and whom.lower() in name_parties(reading, (*report.recipients, *report.actors))
        for report in reading.reports
    ]
    assert any(told), [(r.event_type, r.status, r.rule, name_parties(reading, r.recipients)) for r in reading.reports]


@pytest.mark.parametrize(("sentence", "event_type"), _TABLE["none"])
def test_no_verbal_act(sentence: str, event_type: str) -> None:
    reading = code_article(_PARSER.parse_text(sentence))
    assert event_type not in {report.event_type for report in reading.reports}
