"""One article as it was read → the same text with its furniture marked and its metadata found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.cleaning.body import Body, read_body
from accord.cleaning.bylines import read_byline
from accord.cleaning.datelines import Dateline
from accord.cleaning.dates import StatedDate, find_date, find_partial, is_partial_line, read_date_line, read_date_prefix
from accord.cleaning.furniture import Reasons, find_foot, find_masthead, mark_structure, mark_words
from accord.cleaning.lines import Line, fold, make_plain, split_lines
from accord.cleaning.names import find_source, is_nameplate
from accord.cleaning.opinion import is_opinion
from accord.cleaning.outlets import find_agency, find_type
from accord.cleaning.titles import Title, find_title, join_title_lines
from accord.model.reading import CleanArticle, InputFailure, PageDay, SourceText
from accord.model.record import Published, Removed, Span

_NAMELESS = ("repeated title", "related links", "subheading", "caption", "section line")
"""Furniture whose names are of photographers, other articles or sections."""

_CREDIT_LABEL = re.compile(r"(?i:source|via)\s*:\s*(?P<name>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3})")
"""A credit line that names one outlet or agency, known or not."""

_OTHER_DATES = ("related links", "disclaimer")
"""A date under one of these is that of another article or of a correction."""


def clean_article(source: SourceText) -> CleanArticle | InputFailure:
    """Return the article with furniture marked, or a failure where nothing but furniture is there."""
    lines = split_lines(source.text)
    prefix, lines = _cut_prefix(lines)
    lines = join_title_lines(source.text, lines, source.title)
    marked, closers = mark_words(lines)
    top = None if source.title else find_masthead(lines, marked)
    if top is not None:
        marked[top] = "masthead"
    title = find_title(source.text, lines, marked, source.title)
    reasons = mark_structure(lines, marked, closers, title)
    kept = [line for i, line in enumerate(lines) if i not in reasons]
    if not kept:
        return InputFailure(source.path, f"no article: all {len(lines)} lines are page furniture; check what was saved")
    body = read_body(source.text, lines, reasons, title)
    name, credits = _find_names(lines, reasons, body.dateline, title, source)
    removed = list(body.removed) + _merge(lines, reasons)
    if prefix:
        removed.append(Removed(prefix.start, prefix.end, "date line"))
    return CleanArticle(
        id=source.id,
        path=source.path,
        text=source.text,
        url=source.url,
        source_name=name,
        source_type=find_type(name),
        title=title.text if title else None,
        title_start=title.start if title else None,
        byline=source.byline or _find_byline(lines, reasons),
        dateline=body.dateline.place or None if body.dateline else None,
        credits=credits,
        published=_find_published(source, lines, reasons, body, prefix),
        language=source.language,
        removed=tuple(sorted(removed)),
        paragraphs=body.paragraphs,
        opinion=is_opinion(lines, reasons, title, source.url),
        page_day=_find_page_day(source.text, lines, reasons, body),
    )


@dataclass(frozen=True, slots=True)
class _Prefix:
    start: int
    end: int
    date: StatedDate


def _cut_prefix(lines: tuple[Line, ...]) -> tuple[_Prefix | None, tuple[Line, ...]]:
    """Take a date off the front of a text's first line, where one stands before the first words."""
    found = read_date_prefix(lines[0]) if lines and read_date_line(lines[0]) is None else None
    if found is None:
        return None, lines
    length, date = found
    first = lines[0]
    rest = replace(first, start=first.start + length, plain=first.plain[length:])
    return _Prefix(first.start, first.start + len(first.plain[:length].rstrip()), date), (rest, *lines[1:])


def _merge(lines: Sequence[Line], reasons: Reasons) -> list[Removed]:
    """Return the marked lines: neighbours of one reason as one block, and all lines after the article's end as one."""
    foot = find_foot(lines, reasons)
    blocks: list[tuple[int, int, list[str], bool]] = []
    for index in sorted(reasons):
        line, at_foot = lines[index], index >= foot
        joined = blocks and index - 1 in reasons and ((at_foot and blocks[-1][3]) or reasons[index - 1] == reasons[index])
        if joined:
            start, _, words, _ = blocks[-1]
            blocks[-1] = (start, line.end, words if reasons[index] in words else [*words, reasons[index]], at_foot)
        else:
            blocks.append((line.start, line.end, [reasons[index]], at_foot))
    return [Removed(start, end, "; ".join(words)) for start, end, words, _ in blocks]


def _find_byline(lines: Sequence[Line], reasons: Reasons) -> str | None:
    return next((name for i in sorted(reasons) if reasons[i] == "byline" and (name := read_byline(lines[i]))), None)


def _find_names(
    lines: Sequence[Line], reasons: Reasons, dateline: Dateline | None, title: Title | None, source: SourceText
) -> tuple[str | None, tuple[str, ...]]:
    """Return the source's name and the credits of dateline, credit lines and byline."""
    furniture = [lines[i] for i in sorted(reasons) if reasons[i] not in _NAMELESS]
    masthead = next((lines[i].plain for i in sorted(reasons) if reasons[i] == "masthead"), None)
    kept = next((i for i in range(len(lines)) if i not in reasons and not _is_title(lines[i], title)), len(lines))
    nameplate = next((lines[i].plain for i in range(kept) if reasons.get(i) == "section line" and is_nameplate(lines[i])), None)
    credit = dateline.credit if dateline else None
    credits: list[str] = []
    parts = [*re.split(r"\s*[/,]\s*|\s+and\s+", credit)] if credit else []
    for index in sorted(reasons):
        if reasons[index] == "credit" and (label := _CREDIT_LABEL.fullmatch(lines[index].plain)):
            credits.append(label["name"])
        elif reasons[index] in ("credit", "byline", "line after the end"):
            parts += re.findall(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*", lines[index].plain)
    for part in parts:
        if ((part in parts[:1] and credit and part in credit) or find_agency(part)) and part not in credits:
            credits.append(part)
    name = source.source_name
    if name is None:
        site = title.site if title else None
        name = find_source(furniture, credit, site, masthead=masthead, nameplate=nameplate) or _name_host(source.url)
    if name is None:
        name = next((agency for part in credits if (agency := find_agency(part))), None)
    name = re.sub(r"^www\.", "", name) if name else None
    return name, tuple(part for part in credits if name is None or not _is_same(part, name))


def _is_title(line: Line, title: Title | None) -> bool:
    return title is not None and title.start is not None and line.start <= title.start < line.end


def _is_same(credit: str, name: str) -> bool:
    """Whether a credit is the source itself: its name, or the first words of it ("Reuters", "Reuters News Agency")."""
    first = find_agency(credit) or credit
    return fold(first) == fold(name) or name.casefold().startswith(f"{first.casefold()} ")


def _name_host(url: str | None) -> str | None:
    match = re.match(r"(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,})(?:[:/]|$)", url or "", re.IGNORECASE)
    return match[1].lower() if match else None


def _find_published(
    source: SourceText, lines: Sequence[Line], reasons: Reasons, body: Body, prefix: _Prefix | None
) -> Published | None:
    """Return when the article appeared: a date line of publication, else metadata, else a line of change or a dateline."""
    stated = [
        date
        for i in sorted(reasons)
        if reasons[i] == "date line" and reasons.get(i - 1) not in _OTHER_DATES and (date := read_date_line(lines[i]))
    ]
    stated = [date for date in (prefix.date if prefix else None, body.date) if date] + stated
    for i in sorted(reasons):
        if reasons[i] == "byline" and (found := find_date(lines[i].plain)):
            stated.append(StatedDate(lines[i].start + found[0], lines[i].start + found[1], found[2]))
    first = next((date for date in stated if date.labelled or not (date.updated or source.published)), None)
    if first is None and source.published:
        return Published(source.published, source.published, "metadata")
    chosen = first or next(iter(stated), None) or _read_dateline_date(source.text, body)
    if chosen is None:
        return None
    evidence = Span(source.id, chosen.start, chosen.end, source.text[chosen.start : chosen.end])
    return Published(chosen.day, chosen.day, "stated", (evidence,))


def _find_page_day(text: str, lines: Sequence[Line], reasons: Reasons, body: Body) -> PageDay | None:
    """Return the day without a year that the dateline names, or else a line around the title."""
    places = [(body.dateline_start, body.dateline_start + body.dateline.end)] if body.dateline else []
    head = next((i for i, line in enumerate(lines) if i not in reasons and line.is_ended), len(lines))
    places += [
        (lines[i].start, lines[i].end)
        for i in range(head)
        if reasons.get(i) in ("date line", "section line") and is_partial_line(lines[i])
    ]
    for start, end in places:
        found = find_partial(make_plain(text[start:end]))
        if found:
            return PageDay(start + found[0], start + found[1], found[2])
    return None


def _read_dateline_date(text: str, body: Body) -> StatedDate | None:
    if body.dateline is None or body.dateline.date is None:
        return None
    start, end = (body.dateline_start + offset for offset in body.dateline.date)
    found = find_date(make_plain(text[start:end]))
    return StatedDate(start, end, found[2]) if found else None
