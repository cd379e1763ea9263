"""docs/record.md names the fields that the record has, and its words."""

import dataclasses
import re
from pathlib import Path
from typing import get_args

import pytest

from accord.exports.jsonl import KINDS
from accord.model import record

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE, re.M))
CLASSES = {kind: getattr(record, kind.capitalize()) for _, kind in KINDS}


@pytest.mark.parametrize("kind", CLASSES)
def test_the_page_names_every_field_of_a_line(kind: str) -> None:
    """A field that is added, dropped or renamed is so on the page, in the same commit."""
    outer = re.sub(r"\{[^}]*\}", "", ROWS[kind])
    named = {name.rstrip("?") for name in re.findall(r"`(\w+\??)`", outer)}
    fields = {field.name for field in dataclasses.fields(CLASSES[kind])} - {"id"}
    renamed = {"kind": "disagreement_kind"} if kind == "disagreement" else {}
    assert named == {renamed.get(name, name) for name in fields}


@pytest.mark.parametrize("values", [record.EventType, record.Status, record.Stage, record.ActorType, record.SourceType])
def test_the_page_names_every_value(values: object) -> None:
    """Types, states and stages that a line may carry are listed."""
    for value in get_args(values):
        assert re.search(rf"\b{value}\b", PAGE), value
