"""Predictions for who says what."""

from collections.abc import Iterator

from accord.coding.attribution.attributions import find_attributions
from accord.coding.names.mentions import find_mentions
from accord.language.parse import Parser
from accord.model.reading import Attribution
from bench.gold import Row


def polnear(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Attributions of an article: spans of source, cue and content.

    The set marks none within what another one says, so of voices within voices only the outermost is given, and none of
    nobody ("is said to").
    """
    for row in rows:
        parsed = parser.parse_text(row["text"])
        mentions, _ = find_mentions(parsed)
        found = [
            {"source": [a.source] if a.source else [], "cue": [a.cue] if a.cue else [], "content": a.content}
            for a in _outermost(find_attributions(parsed, mentions))
        ]
        yield {"id": row["id"], "attributions": found}


def _outermost(attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """The attributions whose own words stand in nobody else's."""
    contents = [(span, i) for i, a in enumerate(attributions) for span in a.content]
    return [
        a
        for i, a in enumerate(attributions)
        if a.source is not None
        and not any(j != i and a.cue is not None and s <= a.cue[0] and a.cue[1] <= e for (s, e), j in contents)
    ]
