"""Hide the dates of articles and measure what dating finds, and how articles fall into stories.

    python bench/dating.py FOLDER_OF_GOLD_STANDARDS [news_cluster basil …] [--limit N]

For each set and each way of hiding it prints the share of hidden articles that get a date, and of those the share whose
middle is within a day of the truth, whose interval is within a day of it, and whose interval holds it; then B-cubed precision,
recall and F1 of stories (dates given). Ways: `half` hides every other article, `stories` every other story whole, `all` all.
Only times are coded.
"""

import argparse
import dataclasses
import datetime
import json
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from accord.coding.times.expressions import find_times
from accord.language.parse import Parser
from accord.linking.copies import find_copies
from accord.linking.dating.articles import date_articles
from accord.linking.links import ActorLinks
from accord.linking.stories import find_stories
from accord.model.reading import CleanArticle, Paragraph, Reading
from accord.model.record import Published

NOBODY = ActorLinks((), {})
Row = dict[str, Any]


def read_rows(folder: Path, name: str) -> Iterator[Row]:
    """Yield the dated articles of a set with `story` and `paragraphs`."""
    with (folder / name / "dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row.get("date"):
                body = row["text"].split("\n") if "text" in row else row["sentences"]
                yield {**row, "story": row.get("cluster") or row.get("event"), "paragraphs": [p for p in body if p.strip()]}


def make_reading(row: Row, parser: Parser) -> Reading:
    """Return a reading of an article's sentences and times, without its date."""
    title = row["title"] or ""
    text = "\n".join([title, *row["paragraphs"]])
    paragraphs = [Paragraph(0, len(title), "title")] if title else []
    at = len(title) + 1
    for part in row["paragraphs"]:
        paragraphs.append(Paragraph(at, at + len(part)))
        at += len(part) + 1
    article = CleanArticle(
        id=row["id"], path=row["id"], text=text, title=title or None, source_name=row["outlet"], paragraphs=tuple(paragraphs)
    )
    parsed = parser.parse_article(article)
    times = tuple(time for sentence in parsed.sentences for time in find_times(sentence, text))
    return Reading(article=article, sentences=parsed.spans(), times=times)


def is_hidden(row: Row, way: str) -> bool:
    key = row["story"] if way == "stories" else row["id"]
    return way == "all" or zlib.crc32(key.encode()) // 7 % 2 == 0


def score_dates(rows: list[Row], readings: Mapping[str, Reading], way: str) -> str:
    """Return one line on dates found when some are hidden."""
    truth = {row["id"]: datetime.date.fromisoformat(row["date"][:10]) for row in rows}
    hidden = {row["id"] for row in rows if is_hidden(row, way)}
    case = [reading if name in hidden else _give_date(reading, truth[name]) for name, reading in readings.items()]
    found = {name: p for name, p in date_articles(case, NOBODY, find_copies(case)).items() if name in hidden}
    bounds = [(truth[name], p.start, p.end) for name, p in found.items() if p.start and p.end]
    day, total = datetime.timedelta(1), max(1, len(bounds))
    middle = sum(abs(first + (last - first) // 2 - true) <= day for true, first, last in bounds) / total
    close = sum(first - day <= true <= last + day for true, first, last in bounds) / total
    holds = sum(first <= true <= last for true, first, last in bounds) / total
    dated = len(bounds) / max(1, len(hidden))
    return f"{way:8} hidden {len(hidden):4}  dated {dated:.3f}  middle {middle:.3f}  near {close:.3f}  holds {holds:.3f}"


def _give_date(reading: Reading, day: datetime.date) -> Reading:
    return dataclasses.replace(reading, article=dataclasses.replace(reading.article, published=Published(day, day, "metadata")))


def score_stories(rows: list[Row], readings: Mapping[str, Reading]) -> str:
    """Return one line on stories: B-cubed precision, recall and F1."""
    days = {row["id"]: datetime.date.fromisoformat(row["date"][:10]) for row in rows}
    published = {name: Published(day, day, "metadata") for name, day in days.items()}
    stories = find_stories(list(readings.values()), published, NOBODY, find_copies(list(readings.values())))
    mine = {name: set(story.articles) for story in stories for name in story.articles}
    gold: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        gold[row["story"]].add(row["id"])
    precision = sum(len(mine[r["id"]] & gold[r["story"]]) / len(mine[r["id"]]) for r in rows) / len(rows)
    recall = sum(len(mine[r["id"]] & gold[r["story"]]) / len(gold[r["story"]]) for r in rows) / len(rows)
    return f"stories  B-cubed {precision:.3f} {recall:.3f} {2 * precision * recall / (precision + recall):.3f}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("sets", nargs="*")
    options.add_argument("--limit", type=int)
    chosen = options.parse_args()
    parser = Parser()
    for name in chosen.sets or ["news_cluster", "basil"]:
        rows = list(read_rows(chosen.folder, name))[: chosen.limit]
        readings = {row["id"]: make_reading(row, parser) for row in rows}
        for way in ("half", "stories", "all"):
            print(f"{name:14}{score_dates(rows, readings, way)}")
        print(f"{name:14}{score_stories(rows, readings)}")


if __name__ == "__main__":
    main()
