"""Check a record against the stored texts: every span opens at its words, every id that is referred to exists.

In: a record and the texts by article id. Out: what does not hold, in words. Mends nothing.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from accord.model.record import Event, Mention, Record, Report, Span


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of the record that does not hold, and why."""

    kind: str
    id: str
    reason: str


REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "articles": {"source": ("sources",)},
    "actors": {"roles.of": ("actors",), "member_of.actor": ("actors",)},
    "mentions": {"article": ("articles",), "actor": ("actors",), "place": ("places",)},
    "events": {
        "actor": ("actors",),
        "recipient": ("actors",),
        "location": ("places",),
        "reports": ("reports",),
        "origins.reports": ("reports",),
        "origins.voice": ("actors",),
        "agreement": ("agreements",),
    },
    "reports": {
        "event": ("events",),
        "article": ("articles",),
        "actor.actor": ("actors",),
        "actor.mention": ("mentions",),
        "recipient.actor": ("actors",),
        "recipient.mention": ("mentions",),
        "location": ("places",),
        "voices.actor": ("actors",),
    },
    "agreements": {"parties": ("actors",), "stages.events": ("events",), "stages.reports": ("reports",)},
    "figures": {"of": ("events",), "voices.actor": ("actors",)},
    "disagreements": {"about": ("events", "agreements", "figures"), "positions.reports": ("reports", "figures")},
    "stories": {"articles": ("articles",), "follows": ("stories",)},
}
"""For each kind the fields that hold ids, and the kinds they may name (docs/record.md)."""
_ID_OR_WORDS = frozenset({"origins.voice", "of"})
_ID = re.compile(r"[a-z]+-[0-9a-f]{12}")


def find_problems(record: Record, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each span that does not open at its words, each id that names nothing, each id given twice."""
    known = {field.name: {line.id for line in getattr(record, field.name)} for field in dataclasses.fields(record)}
    for kind in known:
        seen: set[str] = set()
        for line in getattr(record, kind):
            if line.id in seen:
                yield Problem(kind, line.id, "this id is given twice")
            seen.add(line.id)
            for reason in (*_check_spans(line, texts), *_check_own(line, texts), *_check_references(line, kind, known)):
                yield Problem(kind, line.id, reason)


def count_spans(record: Record) -> int:
    """Return how many spans a record holds, mentions included."""
    lines = (line for field in dataclasses.fields(record) for line in getattr(record, field.name))
    return sum(sum(1 for _ in _walk_spans(line)) + isinstance(line, Mention) for line in lines)


def _check_spans(line: Any, texts: Mapping[str, str]) -> Iterator[str]:
    for span in _walk_spans(line):
        yield from _check_span(span, texts)


def _check_span(span: Span, texts: Mapping[str, str]) -> Iterator[str]:
    text = texts.get(span.article)
    where = f"characters {span.start} to {span.end} of {span.article}"
    if text is None:
        yield f"{where}: the case stores no such article"
    elif not 0 <= span.start < span.end <= len(text):
        yield f"{where}: the stored text has {len(text)} characters"
    elif text[span.start : span.end] != span.text:
        yield f"{where}: stored is {text[span.start : span.end]!r}, the record says {span.text!r}"


def _check_own(line: Any, texts: Mapping[str, str]) -> Iterator[str]:
    """Check what a kind promises beyond its spans."""
    if isinstance(line, Mention):
        yield from _check_span(Span(line.article, line.start, line.end, line.text), texts)
    elif isinstance(line, Report):
        if line.quote.split() != line.span.text.split():  # blanks and line ends may differ, words never
            yield f"its quote {line.quote!r} does not have the words of its span"
        if line.article != line.span.article:
            yield f"it is of article {line.article}, its span of {line.span.article}"
    elif isinstance(line, Event) and not line.reports:
        yield "no report supports it"
    elif hasattr(line, "removed"):
        yield from _check_article(line.id, line.length, line.removed, texts)


def _check_article(article: str, length: int, removed: Any, texts: Mapping[str, str]) -> Iterator[str]:
    text = texts.get(article)
    if text is None:
        yield "the case stores no text for it"
    elif len(text) != length:
        yield f"its length is given as {length}, the stored text has {len(text)} characters"
    for passage in removed:
        if not 0 <= passage.start < passage.end <= length:
            yield f"removed passage {passage.start} to {passage.end} does not lie in the text"


def _check_references(line: Any, kind: str, known: Mapping[str, set[str]]) -> Iterator[str]:
    for path, targets in REFERENCES.get(kind, {}).items():
        for value in _walk_values(line, path.split(".")):
            if path in _ID_OR_WORDS and not _ID.fullmatch(value):
                continue
            if not any(value in known[target] for target in targets):
                yield f"{path} names {value}, which is not among the {' or '.join(targets)}"


def _walk_values(value: Any, path: list[str]) -> Iterator[str]:
    """Yield the ids at a path of fields, through tuples."""
    if value is None:
        return
    if isinstance(value, tuple):
        for part in value:
            yield from _walk_values(part, path)
    elif path:
        yield from _walk_values(getattr(value, path[0]), path[1:])
    else:
        yield value


def _walk_spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _walk_spans(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _walk_spans(getattr(value, field.name))
