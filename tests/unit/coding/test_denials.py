"""Denials that point back: the act stays on the word of who told it, and is denied on the word of who denies it."""

import pytest

from accord.coding.article import code_article
from accord.language.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize(
    ("text", "event_type", "teller", "denier"),
    [
        ("Peru accused Bolivia of jailing two pilots, which La Paz denied.", "COERCE", "Peru", "La Paz"),
        ("Chad accused Sudan of bombing the village, but Khartoum denied it.", "ASSAULT", "Chad", "Khartoum"),
        ("Amnesty says Ethiopian troops tortured students. Ethiopia denied the accusations.", "ASSAULT", "Amnesty", "Ethiopia"),
        (
            "Villagers say soldiers executed three herders. The army has rejected the allegations.",
            "ASSAULT",
            "Villagers",
            "army",
        ),
        ("Medics said the army killed 12 herders. A spokesman for the army denied the claim.", "ASSAULT", "Medics", "the army"),
        ("Kenya says Somalia arrested two fishermen. Somalia denied any involvement.", "COERCE", "Kenya", "Somalia"),
        ("The opposition says police beat six marchers, a claim the government denies.", "ASSAULT", "opposition", "government"),
    ],
)
def test_a_denial_keeps_both_accounts(parser: Parser, text: str, event_type: str, teller: str, denier: str) -> None:
    """The act is told by one and denied by the other, with the same participants."""
    reports = [r for r in code_article(parser.parse_text(text)).reports if r.event_type == event_type]
    told, denied = ([r for r in reports if r.status == status] for status in ("actual", "negated"))
    assert [teller in r.voices[-1].text for r in told] == [True]
    assert [denier in r.voices[-1].text for r in denied] == [True]
    assert told[0].actors == denied[0].actors


@pytest.mark.parametrize(
    "text",
    [
        "Kenya says Somalia arrested two fishermen. Norway denied the allegations.",
        "Chad accused Sudan of bombing the village, and Chad did not deny it.",
        "The army shelled the market on Friday. The bank denied the reports.",
        "Medics said the army killed 12 herders. The army may deny the claim.",
        "Villagers say soldiers executed three herders. The court denied the request.",
    ],
)
def test_other_denials_deny_no_act(parser: Parser, text: str) -> None:
    """Who has nothing to do with an act does not deny it, nor who might or does not deny it."""
    assert not [r for r in code_article(parser.parse_text(text)).reports if r.rule.startswith("denied:")]
