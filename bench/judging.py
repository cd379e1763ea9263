"""Reports judged by a reader: draw some from articles, take the reader's answers in, say how often each field is right.

In: texts of openly licensed sets and a file of judgements. Out: a sheet of reports to judge, the judgements kept, and rates
by field. A judgement holds no text: it names an article and a place in it, and for each field a digest of the value that was
judged with the answer. So a judgement outlives changes of the rules for as long as the program says the same there.
"""

import hashlib
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accord.cleaning import clean_article
from accord.coding.article import code_article
from accord.language.parse import Parser
from accord.model.reading import InputFailure, Reading, ReportDraft, SourceText
from bench.gold import Row, hide_id, read_rows

JUDGEMENTS = Path("bench/judgements.jsonl")
FIELDS = ("what", "who", "whom", "when", "where", "status", "voice")
SOURCES = {"news_cluster": "dev.jsonl", "timeline17": "dev_articles.jsonl", "wikievents": "dev.jsonl", "news5w1h": "dev.jsonl"}
"""Sets whose licences allow training, with their files; what is judged is what the program made of them."""
CAUSES = {
    "sense": "the word means something else here: a figure of speech, sport, business",
    "no act": "no act is told: a state, a custom, a wish, a remark",
    "type": "an act, but of another class",
    "missing actor": "who did it is told and not found",
    "wrong actor": "another is taken for who did it",
    "missing recipient": "to whom is told and not found",
    "wrong recipient": "another is taken for whom it was done to",
    "pronoun": "a pronoun or a description is referred to the wrong name",
    "name": "a name is cut, too long, or none",
    "status": "done for planned, denied, asked or supposed, or the reverse",
    "time": "the time is of something else, or is missed",
    "place": "the place is of something else, or is missed",
    "missing voice": "who says so is told and not found",
    "wrong voice": "another is taken for who says so",
    "split": "one act told twice, or words of two acts mixed",
}
"""What went wrong first, for a report with a wrong field."""
_OFF_TOPIC = frozenset({"sport", "sports", "entertainment", "lifestyle", "technology", "science", "food", "fashion", "health"})
LEAST = 0.0
"""Confidence of the least sure reports that are judged: also of those not kept, so that the limit can be checked."""
_AN_ARTICLE = 4
"""At most so many reports of one article are drawn, so that no article weighs much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One report as a reader judges it: its place, its fields in words, and what the program thinks of it."""

    set: str
    article: str
    at: tuple[int, int]
    values: dict[str, str]
    report: ReportDraft
    context: str

    @property
    def key(self) -> tuple[str, str, int, int]:
        return self.set, self.article, *self.at


@dataclass(frozen=True, slots=True)
class Judged:
    """A report and which of its fields a reader found right; fields whose value has changed since are left out."""

    candidate: Candidate
    right: dict[str, bool]
    cause: str
    round: int


def read_articles(data: Path, names: Iterable[str] = tuple(SOURCES)) -> Iterator[tuple[str, SourceText]]:
    """Yield the articles of some sets that are about public affairs, with the set's name."""
    for name in names:
        path = data / name / SOURCES[name]
        for row in read_rows(path) if path.is_file() else ():
            if str(row.get("category") or "").lower() not in _OFF_TOPIC:
                yield name, _as_source(row)


def _as_source(row: Row) -> SourceText:
    text = row.get("text")
    if text is None:
        tokens, lines = iter(row["tokens"]), []
        for length in row["sentences"]:
            lines.append(" ".join(next(tokens) for _ in range(length)))
        text = "\n".join(lines)
    title = row.get("title") or ""
    return SourceText(id=hide_id(row["id"]), path="-", text=f"{title}\n\n{text}" if title and title not in text else text)


def find_candidates(name: str, source: SourceText, parser: Parser) -> list[Candidate]:
    """Return the reports of one article; none where it cannot be used."""
    article = clean_article(source)
    if isinstance(article, InputFailure):
        return []
    reading = code_article(parser.parse_article(article), least=LEAST)
    return [_describe(name, reading, report) for report in reading.reports]


def _describe(name: str, reading: Reading, report: ReportDraft) -> Candidate:
    def show(index: int) -> str:
        mention = reading.mentions[index]
        known = mention.refers_to
        return mention.text if known is None else f"{mention.text} (= {reading.mentions[known].text})"

    when = None if report.time is None else reading.times[report.time]
    before = reading.sentences[report.sentence - 1] if report.sentence else reading.sentences[report.sentence]
    text = reading.article.text
    trigger = text[report.trigger_start : report.trigger_end]
    return Candidate(
        set=name,
        article=reading.article.id,
        at=(report.trigger_start, report.trigger_end),
        values={
            "what": "/".join(filter(None, (report.event_type, report.mode))) + f" [{trigger}]",
            "who": "; ".join(map(show, report.actors)),
            "whom": "; ".join(map(show, report.recipients)),
            "when": "" if when is None else when.text,
            "where": "" if report.location is None else show(report.location),
            "status": report.status + (" historical" if report.historical else ""),
            "voice": " > ".join(voice.text for voice in report.voices),
        },
        report=report,
        context=text[before.start : report.end],
    )


def draw(data: Path, number: int, seed: int, *, names: Sequence[str] = tuple(SOURCES)) -> list[Candidate]:
    """Return so many reports of articles drawn at random, the same for the same seed."""
    chance, parser = random.Random(seed), Parser()
    articles = sorted(read_articles(data, names), key=lambda one: (one[0], one[1].id))
    chance.shuffle(articles)
    drawn: list[Candidate] = []
    for name, source in articles:
        found = find_candidates(name, source, parser)
        drawn += chance.sample(found, min(_AN_ARTICLE, len(found)))
        if len(drawn) >= number:
            break
    return drawn[:number]


def write_sheet(candidates: Sequence[Candidate], path: Path) -> None:
    """Write reports for a reader, one a line: the text, the fields, and `right` to be filled with true or false for each.

    Where one is false, `cause` is to name one of `CAUSES`.
    """
    lines = []
    for one in candidates:
        row = {"set": one.set, "article": one.article, "at": one.at, "text": one.context, **one.values}
        lines.append(json.dumps({**row, "right": dict.fromkeys(FIELDS), "cause": ""}, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def take_sheet(sheet: Path, kept: Path = JUDGEMENTS, *, round_number: int = 1) -> int:
    """Put the answers of a filled sheet among the judgements and return how many reports they judge.

    A round is what was judged before anything was mended on it; only the newest round says how good the program is.

    Raises:
        ValueError: an answer is missing or no truth value, or a cause is unknown; the text says in which line.
    """
    known = {(r["set"], r["article"], *r["at"]): r for r in read_rows(kept)} if kept.is_file() else {}
    rows = read_rows(sheet)
    for number, row in enumerate(rows, start=1):
        right = row.get("right") or {}
        wrong = [field for field in FIELDS if not isinstance(right.get(field), bool)]
        if wrong:
            raise ValueError(f"{sheet.name} line {number}: no true or false for {', '.join(wrong)}")
        cause = row.get("cause") or ""
        if cause not in CAUSES and not all(right[field] for field in FIELDS):
            raise ValueError(f"{sheet.name} line {number}: the cause {cause!r} is none of {', '.join(CAUSES)}")
        answers = {field: [digest(row[field]), right[field]] for field in FIELDS}
        key = (row["set"], row["article"], *row["at"])
        known[key] = {
            "set": row["set"],
            "article": row["article"],
            "at": row["at"],
            **answers,
            "cause": cause,
            "round": round_number,
        }
    lines = [json.dumps(known[key], ensure_ascii=False) for key in sorted(known)]
    kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(rows)


def digest(value: str) -> str:
    """Return a short digest of a field's value, so that a judgement says nothing of the text."""
    return hashlib.sha256(value.encode()).hexdigest()[:12]


def match(data: Path, kept: Path = JUDGEMENTS) -> list[Judged]:
    """Return today's reports that were judged, each with the answers for the fields that are as they were."""
    judgements = {(r["set"], r["article"], *r["at"]): r for r in read_rows(kept)}
    wanted = {key[:2] for key in judgements}
    parser, found = Parser(), []
    for name, source in read_articles(data):
        if (name, source.id) not in wanted:
            continue
        for one in find_candidates(name, source, parser):
            answers = judgements.get(one.key)
            if answers is not None:
                right = {f: answers[f][1] for f in FIELDS if answers[f][0] == digest(one.values[f])}
                found.append(Judged(one, right, answers["cause"], answers["round"]))
    return found


def count_right(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Return for each field how many judged values are right, and how many were judged."""
    found = {field: [one.right[field] for one in judged if field in one.right] for field in FIELDS}
    return {field: (sum(values), len(values)) for field, values in found.items()}
