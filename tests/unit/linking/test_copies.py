"""Copies: the same wording in different articles, and nothing that only resembles it."""

import dataclasses

import pytest

from accord.linking.copies import find_borrower, find_copies
from accord.model.reading import Attribution

from .make_readings import make_reading

LEAD = (
    "The harbour authority of Velden has recognised a claim by striking dock workers for higher night pay after weeks of talks."
)
EDITED = {
    "exact": LEAD,
    "spelling": LEAD.replace("recognised", "recognized").replace("harbour", "harbor"),
    "synonym": LEAD.replace("striking", "protesting"),
    "cut at the end": LEAD.replace(" after weeks of talks", ""),
    "words put in": LEAD.replace("claim by", "long-disputed legal claim by"),
    "words put before": "Late in the evening, officials confirmed: the" + LEAD[3:],
    "joined sentences": LEAD[:-1] + ", and the port opened again on Monday.",
    "quotation marks": LEAD.replace("higher night pay", "“higher night pay”"),
}


@pytest.mark.parametrize("text", EDITED.values(), ids=EDITED.keys())
def test_light_edits_are_still_copies(text: str) -> None:
    """A sentence that another outlet edited lightly is found as one copy, with exact stored text on both sides."""
    a = make_reading("a", f"Something else came first. {LEAD} More followed there.")
    b = make_reading("b", f"{text} The mayor kept silent.")
    (copy,) = find_copies([b, a])
    assert (copy.a.article, copy.b.article) == ("a", "b")
    assert a.article.text[copy.a.start : copy.a.end] == copy.a.text
    assert b.article.text[copy.b.start : copy.b.end] == copy.b.text
    assert 0.66 <= copy.similarity <= 1.0


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (LEAD, "Dock workers of Velden on strike will get more money at night, said the authority that runs the harbour."),
        (
            "He spoke to reporters at the foreign ministry in Velden.",
            "She spoke to reporters at the foreign ministry in Velden.",
        ),
        (
            "Foreign Minister Anna Karlsdottir of the Liberal Party spoke.",
            "Foreign Minister Anna Karlsdottir of the Liberal Party left.",
        ),
    ],
)
def test_chance_likeness_is_no_copy(one: str, two: str) -> None:
    """Neither the same news in other words nor a short set phrase is a copy."""
    assert find_copies([make_reading("a", one), make_reading("b", two)]) == ()


def test_neighbouring_sentences_make_one_passage() -> None:
    """Sentences that follow each other in both articles are one copy."""
    second = "Union leader Marta Okafor called the result a victory for every crew that had stood in the rain."
    a = make_reading("a", f"{LEAD} {second}")
    b = make_reading("b", f"Port news.\n{LEAD}\n{second}\nThe end of it.")
    (copy,) = find_copies([a, b])
    assert copy.a.text == a.article.text
    assert copy.similarity == 1.0


def test_boilerplate_of_one_source_is_no_copy() -> None:
    """What one outlet prints under each of its articles is not evidence of copying."""
    footer = "Sign up here for the weekly letter of our editors with the best stories from harbours around the northern coast."
    outlets = [make_reading(name, f"News number {name} differs.\n{footer}", source="Velden Post") for name in "abc"]
    assert find_copies(outlets) == ()


def test_one_statement_quoted_twice_is_a_copy() -> None:
    """Two outlets that quote one statement share its wording."""
    quote = "we will not leave the valley until every family has clean water, a school and a road that lasts the winter"
    a = make_reading("a", f"“{quote},” the governor said on Monday.")
    b = make_reading("b", f"In a statement the governor promised: '{quote}'.")
    assert len(find_copies([a, b])) == 1


def test_order_of_articles_does_not_matter() -> None:
    """The same readings in another order give the same copies."""
    readings = [make_reading(name, text) for name, text in zip("abcdefgh", EDITED.values(), strict=True)]
    assert find_copies(readings) == find_copies(readings[::-1])


def test_a_wire_text_in_many_articles_stays_connected() -> None:
    """However many articles carry one wording, its copies connect all of them and grow in step with their number."""
    readings = [make_reading(f"n{i:03}", f"{LEAD} Local note {i}.") for i in range(60)]
    copies = find_copies(readings)
    assert {copy.b.article for copy in copies} | {copies[0].a.article} == {r.article.id for r in readings}
    assert len(copies) < 3 * len(readings)


def test_who_credits_the_other_is_the_borrower() -> None:
    """An article that names the other as its voice, or as the outlet told, took the words there; its wishes do not count."""
    a = make_reading("a", f"{LEAD}", source="Velden Post")
    b = make_reading("b", f"{LEAD} So the Velden Post reported.", source="Harbour Gazette")
    at = b.article.text.index("the Velden Post")
    voice = Attribution(kind="indirect", source=(at, at + 15), source_mention=None, cue=None, content=())
    b = dataclasses.replace(b, attributions=(voice,))
    (copy,) = find_copies([a, b])
    assert find_borrower(copy, a, b) == "b"
    assert find_borrower(copy, a, dataclasses.replace(b, attributions=())) is None
    wish = dataclasses.replace(b, attributions=(dataclasses.replace(voice, says=False),))
    assert find_borrower(copy, a, wish) is None
    told = dataclasses.replace(b, attributions=(dataclasses.replace(voice, source=None, medium=voice.source),))
    assert find_borrower(copy, a, told) == "b"


def test_a_short_sentence_beside_a_longer_copy_is_one_too() -> None:
    """Word for word, a short sentence is a copy between articles that share a longer passage, and chance between others."""
    short = "The old ferry treaty dates from the flood of Estmark."
    mayor = (
        "Nobody knows what the mayor thinks, newspapers never asked, bakers closed early, children played football until dusk."
    )
    bishop = (
        "Seagulls circled above empty quays, three tugs rusted, customs officers counted nothing, a bishop blessed grey water."
    )
    a = make_reading("a", f"{LEAD} {mayor} {short}")
    b = make_reading("b", f"{LEAD} {bishop} {short}")
    assert [copy.a.text for copy in find_copies([a, b])] == [LEAD, short]
    assert find_copies([make_reading("c", short), make_reading("d", f"Somebody sang. {short}")]) == ()
