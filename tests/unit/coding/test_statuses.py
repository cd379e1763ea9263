"""The status of what sentences tell: done, promised, asked, threatened, refused, denied, planned, possible, conditional, asked.

The sentences and their labels stand in statuses.yaml; the head of that file says how to read them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from accord.coding.article import code_article
from accord.language.parse import Parser
from accord.model.reading import Reading, ReportDraft


@dataclass(frozen=True, slots=True)
class Label:
    """One expected act: any of some types in any of some statuses, told or denied by a voice."""

    types: frozenset[str]
    statuses: frozenset[str]
    voice: str | None

    def fits(self, report: ReportDraft) -> bool:
        told = self.voice is None or any(self.voice.lower() in v.text.lower() for v in report.voices)
        return report.event_type in self.types and report.status in self.statuses and told


def read_label(text: str) -> Label:
    act, _, voice = text.partition(" @ ")
    types, statuses = act.split(" ")
    return Label(frozenset(types.split("|")), frozenset(statuses.split("|")), voice or None)


def read_table() -> Iterator[tuple[str, tuple[str, ...]]]:
    table = yaml.safe_load((Path(__file__).parent / "statuses.yaml").read_text(encoding="utf-8"))
    for rows in table.values():
        for sentence, *labels in rows:
            yield sentence, tuple(labels)


def find_faults(reading: Reading, labels: tuple[str, ...]) -> list[str]:
    """Return what is missing of the labels, and what is told of their types in a status that none of them has."""
    known = [read_label(text) for text in labels]
    faults = [
        f"missing: {text}"
        for text, label in zip(labels, known, strict=True)
        if "-" not in label.statuses and not any(label.fits(r) for r in reading.reports)
    ]
    for report in reading.reports:
        named = [label for label in known if report.event_type in label.types]
        if named and not any(report.status in label.statuses for label in named):
            faults.append(f"false: {report.event_type} {report.status} by {report.rule}")
    return faults


# The openings of sentences that the program gets wrong, with the reason.
MISSED: dict[str, str] = {
    "Tunis is ready to receive the": "a bare readiness counts only with somebody to gain from it",
    "His army would attack the port,": "a pronoun before the name that it stands for",
    "Paris declined to extradite the general": "a city as its government with a verb of refusing",
    "The UN mission is due to": "a region that the pipeline takes for an organization",
    "The truce will hold as long": "nobody is no actor",
    "Police had no choice but to": '"no choice but to"',
    "Officials said the army had been": "who ordered it is not named, and an order is no withdrawal",
    "The general said he had never": "who asks is not named",
    "Navy set to evacuate islanders": 'a headline\'s "set to", whose islanders no list of people has',
    "The commander, who took charge of": "a subject torn from its verb by the parse",
    "Although a draft seen by the": "a subject torn from its verb by the parse",
}


def find_miss(sentence: str) -> str | None:
    return next((reason for opening, reason in MISSED.items() if sentence.startswith(opening)), None)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        pytest.param(s, ls, marks=pytest.mark.xfail(strict=True, reason=reason) if (reason := find_miss(s)) else ())
        for s, ls in read_table()
    ],
)
def test_status(parser: Parser, sentence: str, labels: tuple[str, ...]) -> None:
    """A sentence gives its acts in the status it tells them in, and no act of these types in another."""
    assert not find_faults(code_article(parser.parse_text(sentence)), labels)


def test_all_known_misses_are_in_the_table() -> None:
    """A mended or reworded sentence may not stay in the list of misses."""
    assert all(any(sentence.startswith(opening) for sentence, _ in read_table()) for opening in MISSED)
