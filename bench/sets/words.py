"""Predictions for event mentions that are given: stories first, then which mentions of a story are of one happening.

The program itself merges events that it found and knows the type of, which these sets do not ask for: their mentions go to
`accord.linking.happenings`. Participants ("entities") are matched by the word of their head within a story.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from accord.language.parse import Parser
from accord.linking.happenings.happening import Told
from accord.linking.happenings.join import join_happenings
from accord.linking.happenings.lexicon import find_family
from accord.model.reading import Reading
from bench.gold import Row
from bench.sets.given import find_main, tell
from bench.sets.stories import group, make_reading
from bench.tokens import join_tokens


def ecbplus(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Chains of mentions: one story, one happening or one head lemma."""
    yield from _join_mentions(rows, parser, dated=False)


def gvc(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Chains of mentions: one incident, one happening."""
    yield from _join_mentions(rows, parser, dated=True)


def gvc_incidents(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """The incident of each document, as a story."""
    for article, story in sorted(group(_readings(rows, parser, dated=True)).items()):
        yield {"id": article, "incident": story}


def _readings(rows: Sequence[Row], parser: Parser, *, dated: bool = False) -> list[Reading]:
    """Return the documents as readings; where `dated` the first sentence of each is its date."""
    found = []
    for row in rows:
        lines = [line for line in join_tokens([s["tokens"] for s in row["sentences"]]).text.split("\n") if line.strip()]
        if dated and lines and lines[0][:4].isdigit():
            row = {**row, "date": lines[0].strip()}
            lines = lines[1:]
        found.append(make_reading(row, lines[0] if lines else "", lines[1:], parser))
    return found


def find_stories(rows: Sequence[Row], parser: Parser, *, dated: bool) -> dict[str, list[Row]]:
    """Return the records of each story."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    story_of = group(_readings(rows, parser, dated=dated))
    for row in rows:
        found[story_of[row["id"]]].append(row)
    return dict(found)


def _join_mentions(rows: Sequence[Row], parser: Parser, *, dated: bool) -> Iterator[Row]:
    for story, told in find_stories(rows, parser, dated=dated).items():
        read: list[Told] = [tell(row, parser, dated=dated) for row in told]
        for row, groups in zip(told, join_happenings(read), strict=True):
            numbers = iter(groups)
            chains = [
                {"id": m["id"], "cluster": f"{story} {next(numbers) if m['kind'] == 'event' else _find_lemma(parser, row, m)}"}
                for m in row["mentions"]
            ]
            yield {"id": row["id"], "mentions": chains}


def _find_lemma(parser: Parser, row: Row, mention: Row) -> str:
    """Return the kind of a mention and the family of its main word."""
    tokens = next(s["tokens"] for s in row["sentences"] if s["n"] == mention["sentence"])
    whole = join_tokens([tokens])
    spans = [whole.spans[n] for n in mention["tokens"]]
    doc = parser.parse_sentence(whole.text.rstrip("\n"))
    main = find_main([t for t in doc if any(a < t.idx + len(t) and t.idx < b for a, b in spans)])
    words = " ".join(tokens[n] for n in mention["tokens"]).lower()
    return f"{mention['kind']} {find_family(main.lemma_.lower()) if main is not None else words}"
