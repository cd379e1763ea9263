"""TIMEX3 values of time expressions, the measure of the TempEval tasks."""

import datetime

import pytest

from accord.coding.times.expressions import find_times
from accord.coding.times.timex import to_timex
from accord.language.parse import Parser

THURSDAY = datetime.date(2019, 3, 14)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


CASES = [
    ("The court ruled on Feb. 3, 2018.", "DATE", "2018-02-03"),
    ("The court ruled on Tuesday.", "DATE", "2019-03-12"),
    ("The court ruled last month.", "DATE", "2019-02"),
    ("The court ruled last week.", "DATE", "2019-W10"),
    ("The court ruled last summer.", "DATE", "2018-SU"),
    ("The court ruled in the third quarter of 2018.", "DATE", "2018-Q3"),
    ("The court ruled four years ago.", "DATE", "2015"),
    ("The war of the 1990s left scars.", "DATE", "199"),
    ("The 20th century saw two great wars.", "DATE", "19"),
    ("The court is now silent.", "DATE", "PRESENT_REF"),
    ("The court sat for 18 months.", "DURATION", "P18M"),
    ("The court sat for weeks.", "DURATION", "PXW"),
    ("The court sat for two hours.", "DURATION", "PT2H"),
    ("The court sat for three decades.", "DURATION", "P30Y"),
    ("The court sits every day.", "SET", "P1D"),
    ("The court sat on Tuesday morning.", "TIME", "2019-03-12TMO"),
    ("The court sat on 3 May 2018 at 5 p.m.", "TIME", "2018-05-03T17"),
]


@pytest.mark.parametrize(("text", "kind", "value"), CASES)
def test_expressions_have_timex_values(parser: Parser, text: str, kind: str, value: str) -> None:
    """Each kind of expression is written as the TIMEX3 guidelines write it."""
    (found,) = find_times(parser.parse_text(text).sentences[0])
    assert to_timex(found, THURSDAY) == (kind, value)
