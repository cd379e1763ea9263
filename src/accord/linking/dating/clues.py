"""What each article's own time expressions say about the day it appeared.

In: a `Reading`. Out: its clues (expressions that name days, whether they lie in the past, what they are about), and for each
candidate day a logarithmic weight. The weights of lags are shares counted on dated news: a first paragraph's weekday or date is
the day of publication or the day before in more than four of five articles. It does not compare articles.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from accord.linking.dating.calendar import Days, Weights, explain, find_bounds
from accord.linking.likeness.similarity import Vector, to_unit
from accord.linking.likeness.wording import Word, find_words
from accord.linking.links import ActorLinks
from accord.model.reading import PageDay, Reading, ReportDraft, TimeExpression
from accord.model.time import TimeValue

_LEAD_SENTENCES = 3
_REACH = 8.0
"""Words from an expression at which a word of its sentence counts half for what the expression is about."""
_LEAD_WEEKDAY = (0.68, 0.24, 0.035, 0.018, 0.012, 0.011, 0.004)
_OTHER_WEEKDAY = (0.52, 0.29, 0.08, 0.043, 0.038, 0.025, 0.004)
"""Shares of lags in days from a weekday told as past to publication (800 weekdays of the development
parts of news_cluster and basil). Six days back bears tomorrow's name: writers avoid it, and most such cases are a misread
future."""
_LEAD_DATE = (0.32, 0.28, 0.04, 0.03)
_OTHER_DATE = (0.10, 0.04, 0.04, 0.02)
"""The same for dates without a year (140 dates)."""
_YEAR_GAP = (0.50, 0.08, 0.10, 0.05, 0.035, 0.03, 0.025, 0.02)
"""Shares of years from the latest year an article names to the year it appears in (and timeline17, 1,100 articles)."""
_PAGE_DAY = (0.86, 0.10, 0.02)
"""Shares of lags from the day of a dateline to publication, set by hand: agencies date the day they send, papers print it a day
later."""
_TEMPER = 0.5
"""Weight of clues beyond the first paragraphs: they depend on each other, so each tells less than it would alone."""
_BROKEN = -6.0
_BROKEN_UNSURE = -1.5


@dataclass(frozen=True, slots=True)
class Deed:
    """What a report tells of the act that an expression dates."""

    event_type: str
    stage: str | None
    lemma: str
    parties: frozenset[str]
    subject: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clue:
    """An expression that names days: direction (-1 past, 1 future, 0 unknown), words around it, and what it dates."""

    index: int
    expression: TimeExpression
    direction: int
    is_lead: bool
    about: Vector
    deeds: tuple[Deed, ...] = ()

    @property
    def value(self) -> TimeValue:
        """What the expression says."""
        return self.expression.value


def find_clues(reading: Reading, actors: ActorLinks) -> tuple[Clue, ...]:
    """Return the expressions of a reading that name days, in the order of the text."""
    words: defaultdict[int, list[Word]] = defaultdict(list)
    for word in find_words(reading):
        words[word.sentence].append(word)
    body = [i for i, sentence in enumerate(reading.sentences) if sentence.kind == "body"]
    lead = set(body[:_LEAD_SENTENCES])
    told: defaultdict[int, list[ReportDraft]] = defaultdict(list)
    for report in reading.reports:
        if report.time is not None:
            told[report.time].append(report)
    clues: list[Clue] = []
    for index, expression in enumerate(reading.times):
        if _names_days(expression.value):
            direction = _find_direction(expression, told[index], is_lead=expression.sentence in lead)
            about = _weigh_around(expression, words[expression.sentence], reading.times)
            deeds = tuple(_find_deed(reading, report, actors) for report in told[index] if report.status == "actual")
            clues.append(Clue(index, expression, direction, expression.sentence in lead, about, deeds))
    return tuple(clues)


def latest_known(clues: Iterable[Clue]) -> int | None:
    """Return the first day of the latest dated past an article names with its year, or None."""
    known = [bounds[0] for clue in clues if clue.direction <= 0 and (bounds := find_bounds(clue.value))]
    return max(known, default=None)


def has_dated_news(clues: Iterable[Clue]) -> bool:
    """Whether the first sentences name a past month or day with its year."""
    return any(clue.is_lead and clue.direction <= 0 and clue.value.month and find_bounds(clue.value) for clue in clues)


def weigh_days(clues: Sequence[Clue], days: Days) -> Weights:
    """Return a logarithmic weight for each day that an article with these clues may have appeared on."""
    weights = np.zeros(len(days))
    peg = next((clue for clue in clues if _can_be_peg(clue)), None)
    weekdays_seen: set[int | None] = set()
    for clue in clues:
        if clue.value.form == "date" and clue.value.year is not None:
            weights += _weigh_bounds(clue, days)
        elif clue.value.form == "weekday" and clue.direction < 0 and clue.value.weekday not in weekdays_seen:
            weekdays_seen.add(clue.value.weekday)
            weights += _weigh_weekday(clue, days, is_peg=clue is peg)
        elif clue.value.form == "date" and clue.value.year is None:
            weights += _weigh_yearless(clue, days, is_peg=clue is peg)
    return weights + _weigh_latest(clues, days, peg)


def weigh_page_day(page_day: PageDay | None, days: Days) -> Weights:
    """Return the weight of each day for an article whose dateline or date line names its day without the year."""
    meaning = explain(page_day.value, days, -1) if page_day else None
    if meaning is None:
        return np.zeros(len(days))
    return np.log(_spread_lags(_PAGE_DAY, days - meaning.first))


def _can_be_peg(clue: Clue) -> bool:
    """Whether a clue can be the day of an article's news: a day told in its first sentences as past."""
    is_day = clue.value.form == "weekday" or (clue.value.form == "date" and clue.value.day is not None)
    return clue.is_lead and is_day and clue.direction < 0 and clue.value.modifier is None


def _find_deed(reading: Reading, report: ReportDraft, actors: ActorLinks) -> Deed:
    """Return what a report tells of its act, with the parties that its actors and recipients count as."""
    ids = (actors.of_mention.get((reading.article.id, mention)) for mention in (*report.actors, *report.recipients))
    parties = frozenset(actors.party_of.get(actor, actor) for actor in ids if actor)
    subject = frozenset(reading.instruments[report.instrument].subject) if report.instrument is not None else frozenset[str]()
    return Deed(report.event_type, report.stage, report.lemma, parties, subject)


def _names_days(value: TimeValue) -> bool:
    """Whether a value names days by itself; a range spreads too wide to date one act."""
    return value.form in ("date", "weekday", "relative") and not value.anchored_in_text and value.until is None


def _is_feast(expression: TimeExpression) -> bool:
    """Whether a day is named by a feast, without its number: tense tells little of it, since the feast returns each year."""
    return expression.value.day is not None and not any(c.isdigit() for c in expression.text)


def _find_direction(expression: TimeExpression, reports: Sequence[ReportDraft], *, is_lead: bool) -> int:
    """Return the direction the words say, or else the tense and status of the report, or else what first sentences mean."""
    value = expression.value
    if _is_feast(expression):
        return 0
    if value.direction:
        return value.direction
    if value.form == "relative" and value.offset:
        return -1 if value.offset < 0 else 1
    if value.modifier == "since":
        return -1
    if any(report.status == "future" or report.tense == "future" for report in reports):
        return 1
    if any(report.tense in ("past", "perfect") for report in reports):
        return -1
    return -1 if value.form == "weekday" and is_lead else 0


def _weigh_around(expression: TimeExpression, words: Sequence[Word], times: Sequence[TimeExpression]) -> Vector:
    """Return the content words of the sentence, nearer ones heavier, without those of any time expression."""
    taken = [(t.start, t.end) for t in times if t.sentence == expression.sentence]
    at = next((n for n, word in enumerate(words) if word.end > expression.start), len(words))
    raw: defaultdict[str, float] = defaultdict(float)
    for n, word in enumerate(words):
        if word.is_content and not any(start <= word.start < end for start, end in taken):
            raw[word.form[:6]] += 1.0 / (1.0 + abs(n - at) / _REACH)
    return to_unit(raw)


def _weigh_bounds(clue: Clue, days: Days) -> Weights:
    """A dated past lies before publication, a dated future after it."""
    bounds = find_bounds(clue.value)
    if bounds is None:
        return np.zeros(len(days))
    if clue.direction > 0:
        return np.where(days > bounds[1], _BROKEN, 0.0)
    return np.where(days < bounds[0], _BROKEN if clue.direction < 0 else _BROKEN_UNSURE, 0.0)


def _weigh_weekday(clue: Clue, days: Days, *, is_peg: bool) -> Weights:
    meaning = explain(clue.value, days, -1)
    if meaning is None:
        return np.zeros(len(days))
    lags = np.clip(days - meaning.first, 0, 6)
    if is_peg:
        return np.asarray(np.log(np.array(_LEAD_WEEKDAY))[lags])
    return np.asarray((1.0 if clue.is_lead else _TEMPER) * np.log(np.array(_OTHER_WEEKDAY))[lags])


def _weigh_yearless(clue: Clue, days: Days, *, is_peg: bool) -> Weights:
    """A month and day without year lie within a year, mostly within weeks; as the news of the first lines, within a day."""
    meaning = explain(clue.value, days, clue.direction)
    if meaning is None:
        return np.zeros(len(days))
    lags = days - np.minimum(meaning.first, days) if clue.direction <= 0 else meaning.last - days
    lags = np.where((clue.direction == 0) & (meaning.first > days), 10 + meaning.first - days, lags)
    if clue.value.day is None:
        lags = np.maximum(0, lags - 20)
    weights = np.log(_spread_lags(_LEAD_DATE if is_peg else _OTHER_DATE, lags))
    return weights if is_peg else _TEMPER * weights


def _weigh_latest(clues: Sequence[Clue], days: Days, peg: Clue | None) -> Weights:
    """An article appears soon after the latest date it names in full, and not long after the latest year."""
    told = (clue for clue in clues if clue.direction <= 0 and clue.value.modifier != "since")
    dated = [(bounds, clue) for clue in told if (bounds := find_bounds(clue.value))]
    if not dated:
        return np.zeros(len(days))
    (first, last), clue = max(dated, key=lambda pair: (pair[0], -pair[1].index))
    if last - first < 40:
        lags = np.maximum(0, days - first)
        return np.asarray(np.log(_spread_lags(_LEAD_DATE if clue is peg else _OTHER_DATE, lags)))
    gaps = np.clip((days - first) // 365, 0, 40)
    shares = np.array([*_YEAR_GAP, *(1.0 / gap**2 for gap in range(len(_YEAR_GAP), 41))])
    return np.asarray(np.log(shares)[gaps])


def _spread_lags(near: Sequence[float], lags: Days) -> Weights:
    """Return the weight of each lag in days: listed shares for the first days, then ever thinner over ten years."""
    rest = 1.0 - sum(near)
    shares = np.array(near)
    thin = rest / ((np.maximum(lags, len(near)) + 10.0) * math.log(3650 / 10))
    return np.asarray(np.where(lags < len(near), shares[np.clip(lags, 0, len(near) - 1)], thin))
