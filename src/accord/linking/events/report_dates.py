"""Date each report: by its own time expression, else by the article's own date.

In: the case and a report draft. Out: a `ReportDate` that says what it rests on, or None. A date taken over from another
report of the same event is added by `accord.linking.events.dates`, once events are known.

Without a time expression the article's date bounds an act told as news. `_LOOK_BACK` days are allowed: weekly papers and
round-ups report a week's acts, and a bound must hold rather than be narrow. An act in the title or the lead is the
article's occasion: it lies on the article's news day (the latest day that the article itself names as past) or the day
after, else within two days of publication. Background, and acts under an if, are not dated by the article's date.
"""

import datetime
from dataclasses import dataclass, replace

from accord.linking.case import Case
from accord.model.calendar import resolve
from accord.model.reading import Reading, ReportDraft, TimeExpression
from accord.model.record import ReportDate, Span
from accord.model.time import Interval, TimeValue, When

_LOOK_BACK = datetime.timedelta(days=6)
_LEAD_LOOK_BACK = datetime.timedelta(days=2)
_NEWS_DAY_REACH = datetime.timedelta(days=3)
_LONG_AGO = datetime.timedelta(days=60)
"""From when an act is background: a good deal older than the round-ups and follow-ups of a month ago."""
_DAY = datetime.timedelta(days=1)
_LEAD_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class ArticleDates:
    """What an article's time expressions come to (by index, None where open), and its news day with the words for it."""

    anchor: Interval
    resolved: tuple[When | None, ...]
    news_day: datetime.date | None = None
    news_evidence: Span | None = None
    lead: frozenset[int] = frozenset()


def resolve_times(case: Case, reading: Reading) -> ArticleDates:
    """Resolve every time expression of an article against the days on which it may have appeared."""
    anchor = case.anchor(reading.article.id)
    resolved: list[When | None] = []
    running: Interval | None = None
    for expression in reading.times:
        when = _bound(expression.value, _resolve(expression, anchor, running))
        resolved.append(when)
        if when is not None and when.granularity == "day":
            running = Interval(when.start, when.end)
    lead = _find_lead(reading)
    news = _find_news_day(case, reading, anchor, tuple(resolved))
    day, evidence = news if news is not None else (None, None)
    return ArticleDates(anchor, tuple(resolved), day, evidence, lead)


def date_report(case: Case, article: str, draft: ReportDraft, dates: ArticleDates) -> ReportDate | None:
    """Return a report's date with its basis, or None where nothing dates it."""
    if draft.time is not None:
        expression = case.by_article[article].times[draft.time]
        when = None if _is_present(expression) and draft.tense == "past" else dates.resolved[draft.time]
        if when is not None and not _is_impossible(draft, when, dates.anchor):
            evidence = case.span(article, expression.start, expression.end)
            return ReportDate(when.start, when.end, when.granularity, when.approximate, "stated", evidence)
        if _is_dating(expression):
            return None
    return _bound_by_article(draft, dates)


def is_recalled(draft: ReportDraft, date: ReportDate | None, dates: ArticleDates, value: TimeValue | None) -> bool:
    """Return whether an act was done long before its article appeared and is not what its first lines are about.

    What has been going on since then is no memory.
    """
    if date is None or date.basis != "stated" or date.end is None or dates.anchor.start is None or draft.sentence in dates.lead:
        return False
    goes_on = value is not None and value.modifier == "since" and draft.tense in ("perfect", "present")
    return date.end < dates.anchor.start - _LONG_AGO and draft.status in ("actual", "negated") and not goes_on


def _is_impossible(draft: ReportDraft, when: When, anchor: Interval) -> bool:
    """Whether an act told as done would lie after its article: the expression was misread."""
    done = draft.status == "actual" and draft.tense in ("past", "perfect")
    return done and when.start is not None and anchor.end is not None and when.start > anchor.end


def _is_present(expression: TimeExpression) -> bool:
    """Whether an expression means the present ("now", "currently"), which cannot date what was done before."""
    return expression.value.form == "vague" and expression.value.direction == 0


def _is_dating(expression: TimeExpression) -> bool:
    """Whether an expression places an act in time: a length, a vague "recently", an hour and a repetition do not."""
    return expression.value.form not in ("duration", "vague", "clock", "set")


def _resolve(expression: TimeExpression, anchor: Interval, running: Interval | None) -> When | None:
    """Resolve against the article's date, or, for "two days later", against the latest day that the text named.

    "Two days after the raid" counts from an act, whose day is not known here.
    """
    value = expression.value
    if value.anchored_in_text and expression.text.casefold().endswith((" after", " before")):
        return None
    if not value.anchored_in_text:
        return resolve(value, anchor)
    return resolve(replace(value, anchored_in_text=False), running) if running is not None else None


def _bound(value: TimeValue, when: When | None) -> When | None:
    """Open the side that "before", "until", "by" or "after" leaves open. "since April" dates what began in April."""
    if when is None or value.modifier not in ("before", "until", "by", "after"):
        return when
    if value.modifier == "after":
        return When(when.start, None, "interval", True)
    return When(None, when.end, "interval", True)


def _bound_by_article(draft: ReportDraft, dates: ArticleDates) -> ReportDate | None:
    start, end = dates.anchor.start, dates.anchor.end
    if draft.historical or draft.status == "hypothetical" or start is None or end is None:
        return None
    if draft.tense == "future" or draft.status == "future":
        return ReportDate(start, None, "interval", True, "publication")
    if draft.sentence in dates.lead:
        if dates.news_day is not None:
            return _make_date(dates.news_day, min(end, dates.news_day + _DAY), dates.news_evidence)
        return _make_date(start - _LEAD_LOOK_BACK, end)
    return _make_date(start - _LOOK_BACK, end)


def _make_date(start: datetime.date, end: datetime.date, evidence: Span | None = None) -> ReportDate:
    end = max(start, end)
    return ReportDate(start, end, "day" if start == end else "interval", True, "publication", evidence)


def _find_lead(reading: Reading) -> frozenset[int]:
    """Return the sentences of the title and the first ones of the body."""
    body = [index for index, sentence in enumerate(reading.sentences) if sentence.kind == "body"]
    titles = [index for index, sentence in enumerate(reading.sentences) if sentence.kind == "title"]
    return frozenset((*titles, *body[:_LEAD_SENTENCES]))


def _find_news_day(
    case: Case, reading: Reading, anchor: Interval, resolved: tuple[When | None, ...]
) -> tuple[datetime.date, Span] | None:
    """Return the latest day that a report of the article names for a past act shortly before it appeared."""
    if anchor.start is None or anchor.end is None:
        return None
    days: list[tuple[datetime.date, Span]] = []
    for draft in reading.reports:
        if draft.time is None or draft.historical or draft.status != "actual" or draft.tense == "future":
            continue
        when = resolved[draft.time]
        if when is None or when.granularity != "day" or when.start is None or when.start != when.end:
            continue
        if anchor.start - _NEWS_DAY_REACH <= when.start <= anchor.end:
            expression = reading.times[draft.time]
            days.append((when.start, case.span(reading.article.id, expression.start, expression.end)))
    if not days:
        return None
    latest = max(day for day, _ in days)
    return min((day, span) for day, span in days if day == latest)
