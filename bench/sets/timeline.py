"""Predictions for timelines of long stories: which days matter, and which sentences say why.

Days are ranked by how often articles name them or appear on them; the sentences of a day are ranked by how close they are to
all that is said of it. Parsed are only sentences with a word of time, which is what finding times needs.
"""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accord.coding.times.expressions import find_times, resolve
from accord.language.parse import Parser, Sentence
from accord.linking.likeness.similarity import compare, to_unit, weigh_counts
from accord.model.time import Interval
from bench.gold import Row, read_rows

_TIME_WORD = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|(?:19|20)\d\d)\b",
    re.I,
)
_STRIPPED = re.compile(r"[^a-z]+")
_LEAD = 5
"""Sentences of an article that tell what happened around the day it appeared."""
_SENTENCES = 2
_NAMED, _APPEARED = 1.0, 0.35
"""What a sentence that names a day, and one at the head of an article of that day, say for the day."""


@dataclass(frozen=True, slots=True)
class _Said:
    day: datetime.date
    text: str
    weight: float


def timeline17(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Timelines of as many days as the reference has, one per topic and length; the number is a given of the task."""
    said: dict[str, list[_Said]] = {}
    for row in rows:
        topic = row["topic"]
        if topic not in said:
            said[topic] = list(_read_topic(Path(row["folder"]), topic, parser))
        yield {"id": row["id"], "entries": _summarize(said[topic], row["entries#"])}


def _read_topic(folder: Path, topic: str, parser: Parser) -> Iterator[_Said]:
    path = next(path for path in sorted(folder.glob("*.jsonl")) if "articles" in path.stem)
    for article in read_rows(path):
        if article["topic"] == topic and article.get("date"):
            yield from _read_article(article, parser)


def _read_article(article: Row, parser: Parser) -> Iterator[_Said]:
    """Yield the sentences of an article with the days they tell of: those they name, else at its head the day it appeared."""
    published = datetime.date.fromisoformat(article["date"][:10])
    for number, text in enumerate(line.strip() for line in article["text"].split("\n")):
        if not 30 <= len(text) <= 600:
            continue
        days = list(_find_days(text, published, parser)) if _TIME_WORD.search(text) else []
        yield from (_Said(day, text, _NAMED) for day in days)
        if not days and number < _LEAD:
            yield _Said(published, text, _APPEARED)


def _find_days(text: str, published: datetime.date, parser: Parser) -> Iterator[datetime.date]:
    doc = parser.parse_sentence(text)
    for time in find_times(Sentence(0, 0, len(text), 0, "body", doc)):
        when = resolve(time.value, Interval(published, published))
        if when is not None and when.start is not None and when.start == when.end:
            yield when.start


def _summarize(said: Sequence[_Said], size: int) -> list[Row]:
    """Return the days that weigh most, each with the sentence closest to what is said of it."""
    weight: Counter[datetime.date] = Counter()
    of_day: defaultdict[datetime.date, dict[str, None]] = defaultdict(dict)
    for one in said:
        weight[one.day] += one.weight  # type: ignore[assignment]
        of_day[one.day][one.text] = None
    ranked = sorted(weight, key=lambda day: (-weight[day], day))[:size]
    texts = [text for day in ranked for text in of_day[day]]
    vectors = dict(zip(texts, weigh_counts([_count(text) for text in texts]), strict=True))
    entries = []
    for day in sorted(ranked):
        total: Counter[str] = Counter()
        for text in of_day[day]:
            for word, value in vectors[text].items():
                total[word] += value  # type: ignore[assignment]
        centre = to_unit(total)
        best = sorted(of_day[day], key=lambda text: (-compare(vectors[text], centre), text))[:_SENTENCES]
        entries.append({"date": day.isoformat(), "sentences": best})
    return entries


def _count(text: str) -> Counter[str]:
    return Counter(word for word in _STRIPPED.split(text.lower()) if len(word) > 3)
