"""What is left of an article to read: its kept lines without the furniture inside them.

In: the lines, the reasons of those that are furniture, and the title. Out: the paragraphs, the furniture found within lines,
the dateline and a date printed between headline and first sentence. Which whole lines are furniture is decided before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from accord.cleaning.captions import is_dated_caption
from accord.cleaning.datelines import Dateline, find_inner_dateline, read_dateline
from accord.cleaning.dates import StatedDate, read_date_prefix
from accord.cleaning.furniture import Reasons
from accord.cleaning.lines import Line, make_plain
from accord.cleaning.seams import find_seams
from accord.cleaning.stamps import find_stamp
from accord.cleaning.titles import Title
from accord.model.reading import Paragraph
from accord.model.record import Removed

_HEAD = 3
"""Kept lines that may hold the dateline or a date of publication."""
_MAX_CREDIT = 110
"""Characters of a credit without its caption."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is left to read, and the furniture inside its lines."""

    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]
    dateline: Dateline | None
    dateline_start: int
    date: StatedDate | None
    """A date put between the title and the first words of one line."""


@dataclass(slots=True)
class _Draft:
    """The body while it is read; `has_speakers` as in `read_dateline`, `credited` where the last line began with a credit."""

    text: str
    has_speakers: bool
    paragraphs: list[Paragraph] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    dateline: Dateline | None = None
    dateline_start: int = 0
    date: StatedDate | None = None
    credited: bool = False
    lines: int = 0


def read_body(text: str, lines: Sequence[Line], reasons: Reasons, title: Title | None) -> Body:
    """Return what is left to read of an article."""
    speakers = sum(1 for line in lines if re.match(r"[A-Z][A-Z .'-]{2,30}:\s", line.plain)) > 1
    draft = _Draft(text, speakers)
    for index, line in enumerate(lines):
        if index in reasons:
            continue
        start: int | None = line.start
        if title is not None and title.start is not None and line.start <= title.start < line.end:
            start = _read_title(draft, line, title)
        else:
            draft.lines += 1
        if start is not None:
            _read_line(draft, start, line.end)
    captions = [p for p in draft.paragraphs if draft.dateline and p.end <= draft.dateline_start and _is_dated(text, p)]
    draft.removed += [Removed(p.start, p.end, "caption") for p in captions]
    kept = tuple(p for p in draft.paragraphs if p not in captions)
    return Body(kept, tuple(draft.removed), draft.dateline, draft.dateline_start, draft.date)


def _read_title(draft: _Draft, line: Line, title: Title) -> int | None:
    """Take the title and a date behind it; return where its line goes on, or None where it holds nothing more."""
    if title.start is None or title.end is None:
        return line.start
    draft.paragraphs.append(Paragraph(title.start, title.end, "title"))
    start = _skip(draft.text, title.end, line.end)
    rest = read_date_prefix(Line(start, line.end, make_plain(draft.text[start : line.end])))
    if rest:
        draft.date = rest[1]
        draft.removed.append(Removed(start, draft.date.end, "date line"))
        start += rest[0]
    return None if title.site or not re.search(r"\w", draft.text[start : line.end]) else start


def _read_line(draft: _Draft, start: int, end: int) -> None:
    start, credited = _cut_credits(draft, start, end)
    if credited and draft.credited and draft.paragraphs and draft.paragraphs[-1].kind == "body":
        caption = draft.paragraphs.pop()  # between the credits of two pictures
        draft.removed.append(Removed(caption.start, caption.end, "caption"))
    draft.credited = credited
    if draft.lines <= _HEAD or credited:
        stamp = None if draft.date else find_stamp(make_plain(draft.text[start:end]), start)
        if stamp:
            draft.date = stamp.date
            _read_pieces(draft, start, stamp.start)
            draft.removed.append(Removed(stamp.start, stamp.end, "date line"))
            start = _skip(draft.text, stamp.end, end)
        if draft.dateline is None:
            start = _read_dateline(draft, start, end)
    _read_pieces(draft, start, end)


def _cut_credits(draft: _Draft, start: int, end: int) -> tuple[int, bool]:
    """Take the credits of pictures off a line's front; return where it goes on, and whether there were any."""
    begin = start
    while start < end:
        cut = next(iter(find_seams(make_plain(draft.text[start:end]))), None)
        if cut is None or cut[2] != "caption" or cut[1] > _MAX_CREDIT or re.search(r"\w", draft.text[start : start + cut[0]]):
            break
        draft.removed.append(Removed(start + cut[0], start + cut[1], "caption"))
        start = _trim(draft.text, start + cut[1], end)[0]
    return start, start > begin


def _read_dateline(draft: _Draft, start: int, end: int) -> int:
    """Take a dateline off a line; return where prose begins."""
    plain = make_plain(draft.text[start:end])
    first = read_dateline(plain, has_speakers=draft.has_speakers)
    found = (0, first) if first else find_inner_dateline(plain)
    if found is None:
        return start
    before, draft.dateline = found
    _read_pieces(draft, start, start + before)
    draft.dateline_start = start + before
    stop = draft.dateline_start + draft.dateline.end
    words = draft.text[draft.dateline_start : stop].rstrip()
    draft.removed.append(Removed(draft.dateline_start, draft.dateline_start + len(words), "dateline"))
    return stop


def _is_dated(text: str, paragraph: Paragraph) -> bool:
    return paragraph.kind == "body" and is_dated_caption(make_plain(text[paragraph.start : paragraph.end]))


def _skip(text: str, start: int, end: int) -> int:
    """Return where words go on after a title on the same line."""
    match = re.compile(r"[\s.:|-]*").match(text, start, end)
    return match.end() if match else start


def _read_pieces(draft: _Draft, start: int, end: int) -> None:
    """Take the pieces of a line between its furniture, and that furniture."""
    text = draft.text
    cuts = find_seams(make_plain(text[start:end]))
    draft.removed += [Removed(start + one, start + two, reason) for one, two, reason in cuts if two > one]
    edges = [start, *(start + offset for cut in cuts for offset in cut[:2]), end]
    pieces = (_trim(text, one, two) for one, two in zip(edges[::2], edges[1::2], strict=True))
    draft.paragraphs += [Paragraph(one, two) for one, two in pieces if re.search(r"\w", text[one:two])]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
