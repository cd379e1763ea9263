"""The figures of news sentences: what was counted, its bounds, and whose word it is. The table is figure_sentences.yaml."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from accord.coding.article import code_article
from accord.language.parse import Parser
from accord.model.reading import FigureDraft

_LABEL = re.compile(r"(?P<measure>\w+) (?P<value>[-\d+]+)(?: \? (?P<of>[^@]+?))?(?: @ (?P<voice>.+))?")


def read_table() -> Iterator[tuple[str, tuple[str, ...]]]:
    table = yaml.safe_load((Path(__file__).parent / "figure_sentences.yaml").read_text(encoding="utf-8"))
    for rows in table.values():
        for sentence, *labels in rows:
            yield sentence, tuple(labels)


def write_value(figure: FigureDraft) -> str:
    """Write a figure's bounds as the table does."""
    if figure.exact is not None:
        return f"{figure.exact:g}" if figure.exact < 1e5 else f"{figure.exact:.0f}"
    low = "" if figure.at_least is None else f"{figure.at_least:.0f}"
    high = "" if figure.at_most is None else f"{figure.at_most:.0f}"
    return f"{low}-{high}" if low and high else f"{low}+" if low else f"-{high}"


def fits(figure: FigureDraft, label: str) -> bool:
    match = _LABEL.fullmatch(label)
    assert match is not None, label
    return (
        figure.measure == match["measure"]
        and write_value(figure) == match["value"]
        and (match["of"] is None or match["of"] in (figure.of or ""))
        and (match["voice"] is None or any(match["voice"] in v.text for v in figure.voices))
    )


# Openings of sentences whose figures the program gets wrong, with the reason.
MISSED: dict[str, str] = {}


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
def test_figures(parser: Parser, sentence: str, labels: tuple[str, ...]) -> None:
    """A sentence gives the figures it states, and none where its numbers count nothing that the record keeps."""
    figures = code_article(parser.parse_text(sentence)).figures
    told = [(f.measure, write_value(f), f.of, [v.text for v in f.voices]) for f in figures]
    if labels == ("none",):
        assert not figures, told
    else:
        missing = [label for label in labels if not any(fits(figure, label) for figure in figures)]
        assert not missing, told
