"""Lines that one source prints under many articles are furniture, whatever they say."""

from accord.cleaning import find_repeated
from accord.model.reading import CleanArticle

from .pages import make

NOTE = "The Courier is read in forty countries every day."


def make_pile(count: int, *, noted: int, source: str = "Delta Courier") -> list[CleanArticle]:
    return [
        make(
            f"Report number {n} from the council\nThe council decided on matter {n} on Monday, members said.\n"
            f"Opponents of plan {n} walked out of the hall." + (f"\n{NOTE}" if n < noted else ""),
            source_name=source,
        )
        for n in range(count)
    ]


def test_repeated_lines_are_found() -> None:
    """A line at the foot of two of three articles of a source is marked, with the source in the reason."""
    pile = make_pile(3, noted=2)
    found = find_repeated(pile)
    assert set(found) == {pile[0].id, pile[1].id}
    for article in pile[:2]:
        (removed,) = found[article.id]
        assert article.text[removed.start : removed.end] == NOTE
        assert removed.reason == "repeated in Delta Courier"


def test_many_articles_need_more() -> None:
    """In a large pile a line must stand in three articles and in 30 per cent of them."""
    assert find_repeated(make_pile(20, noted=5)) == {}
    assert len(find_repeated(make_pile(20, noted=6))) == 6


def test_copies_and_other_sources_do_not_count() -> None:
    """The same article twice, or two sources with one line, repeat nothing."""
    pile = make_pile(1, noted=1)
    assert find_repeated(pile * 3) == {}
    other = make_pile(2, noted=2, source="Hill Times")[1:]
    assert find_repeated(pile + other) == {}
