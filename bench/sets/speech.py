"""Predictions for who says what."""

from collections.abc import Iterator

from accord.coding.attribution.attributions import find_attributions
from accord.coding.names.mentions import find_mentions
from accord.language.parse import Parser
from bench.gold import Row


def polnear(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Attributions of an article: spans of source, cue and content."""
    for row in rows:
        parsed = parser.parse_text(row["text"])
        mentions, _ = find_mentions(parsed)
        found = [
            {"source": [a.source] if a.source else [], "cue": [a.cue] if a.cue else [], "content": a.content}
            for a in find_attributions(parsed, mentions)
        ]
        yield {"id": row["id"], "attributions": found}
