"""Sectors of noun phrases: what a head and the words before it say together, in the codes of PLOVER."""

import pytest

from accord.coding.names.groups import sectors_of


@pytest.mark.parametrize(
    ("head", "before", "sectors"),
    [
        ("workers", [], ("LAB",)),
        ("workers", ["dock"], ("LAB",)),
        ("workers", ["aid"], ("NGO",)),
        ("workers", ["health"], ("MED",)),
        ("workers", ["government"], ("LAB",)),
        ("groups", ["relief"], ("NGO",)),
        ("militants", [], ("REB",)),
        ("groups", ["extremist"], ("REB",)),
        ("groups", ["armed"], ("UAF",)),
        ("gunmen", ["masked"], ("UAF",)),
        ("president", ["ousted"], ("ELI",)),
        ("leaders", ["opposition"], ("OPP",)),
        ("forces", ["police"], ("COP",)),
        ("forces", ["church"], ("MIL",)),
    ],
)
def test_heads_and_modifiers(head: str, before: list[str], sectors: tuple[str, ...]) -> None:
    """Ranks take the sector of what stands before them, the armed and those who work only that of their like."""
    assert sectors_of(head, before) == sectors
