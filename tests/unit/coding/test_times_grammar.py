"""Rules over kinds: what is replaced, and what is left."""

import itertools

from accord.coding.times.grammar import apply_rules, make_rule
from accord.coding.times.lexer import Chunk, lex


def test_a_rule_puts_one_chunk_in_place_of_a_run() -> None:
    """The new chunk covers the run and carries the built value; the rest stays."""
    rule = make_rule("SUM", "NUM AND NUM", lambda chunks: chunks[0].value + chunks[2].value, needs="AND")
    chunks = [Chunk("OTHER", 0, 1), Chunk("NUM", 2, 3, 1), Chunk("AND", 4, 5), Chunk("NUM", 6, 7, 2), Chunk("OTHER", 8, 9)]
    assert apply_rules([rule], chunks) == [chunks[0], Chunk("SUM", 2, 7, 3), chunks[4]]


def test_a_builder_that_gives_none_refuses_the_match() -> None:
    """A refused run is left as it was, and the search goes on behind its first chunk."""
    rule = make_rule("BIG", "NUM NUM", lambda chunks: True if chunks[0].value > 1 else None, needs="NUM")
    chunks = [Chunk("NUM", 0, 1, 1), Chunk("NUM", 1, 2, 2), Chunk("NUM", 2, 3, 3)]
    assert [chunk.kind for chunk in apply_rules([rule], chunks)] == ["NUM", "BIG"]


def test_every_character_but_blanks_is_lexed() -> None:
    """Chunks do not overlap, and leave out nothing but blanks."""
    text = "On Dec. 19, 2019 (Thursday) at 5 p.m., Q3's “first” 1,000 m² fell by 2.5% – or so."
    chunks = lex(text)
    assert all(first.end <= second.start for first, second in itertools.pairwise(chunks))
    covered = {at for chunk in chunks for at in range(chunk.start, chunk.end)}
    assert all(at in covered or text[at].isspace() for at in range(len(text)))
