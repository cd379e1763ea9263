"""Predictions for articles that belong together: stories, events of three outlets, incidents."""

import datetime
from collections.abc import Iterator, Sequence

from accord.coding.times.expressions import find_times
from accord.language.parse import Parser
from accord.linking.copies import find_copies
from accord.linking.links import ActorLinks
from accord.linking.stories import find_stories
from accord.model.reading import CleanArticle, Paragraph, Reading
from accord.model.record import Published
from bench.gold import Row


def make_reading(row: Row, title: str, body: Sequence[str], parser: Parser) -> Reading:
    """Return a reading of an article's sentences and times; who acts in it is not needed for stories."""
    text, paragraphs = title, [Paragraph(0, len(title), "title")] if title else []
    for part in body:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{part}" if text else part
        paragraphs.append(Paragraph(start, start + len(part)))
    day = datetime.date.fromisoformat(row["date"][:10]) if row.get("date") else None
    article = CleanArticle(
        id=row["id"],
        path=row["id"],
        text=text,
        title=title or None,
        source_name=row.get("outlet"),
        paragraphs=tuple(paragraphs),
        published=Published(day, day, "metadata") if day else None,
    )
    parsed = parser.parse_article(article)
    times = tuple(time for sentence in parsed.sentences for time in find_times(sentence, text))
    return Reading(article=article, sentences=parsed.spans(), times=times)


def group(readings: Sequence[Reading]) -> dict[str, str]:
    """Return the story of each article."""
    published = {r.article.id: r.article.published for r in readings if r.article.published is not None}
    stories = find_stories(readings, published, ActorLinks((), {}), find_copies(readings))
    return {article: story.id for story in stories for article in story.articles}


def news_cluster(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """The story of each article."""
    readings = [
        make_reading(row, row.get("title") or "", [p for p in row["text"].split("\n") if p.strip()], parser) for row in rows
    ]
    for article, story in sorted(group(readings).items()):
        yield {"id": article, "cluster": story}


def basil_events(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """The event that three outlets cover, as a story."""
    readings = [make_reading(row, row.get("title") or "", row["sentences"], parser) for row in rows]
    for article, story in sorted(group(readings).items()):
        yield {"id": article, "event": story}
