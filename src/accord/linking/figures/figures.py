"""Merge numbers that articles report with one meaning.

In: figure drafts, and the event of each report. Out: `Figure`s. Two drafts are one figure when measure, unit and value are
equal and they are of one event, rest on one voice, or count the same words within a month of each other. Different values
stay apart: whether they clash is for `accord.linking.disagreements`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accord.linking.agreements.agreements import Days, has_overlap, to_days
from accord.linking.case import Case, fold
from accord.linking.events.report_dates import resolve_times
from accord.linking.events.reports import resolve_voices
from accord.linking.figures.tolls import FigureKey
from accord.linking.words import find_words
from accord.model.ids import make_id
from accord.model.reading import FigureDraft, Reading
from accord.model.record import Figure, Quantity, Span, Voice
from accord.model.time import When

_MONTH = 31
_EVERYBODY = frozenset(
    ("people", "person", "persons", "victims", "others", "lives", "individuals", "casualties", "deaths", "dead")
)


@dataclass(frozen=True, slots=True)
class Count:
    """A figure draft with what comparing it needs. `event` is the event it is a number of, where coding said so."""

    article: str
    draft: FigureDraft
    span: Span
    voices: tuple[Voice, ...]
    party: str | None
    event: str | None
    as_of: When | None
    words: frozenset[str]
    days: Days | None

    @property
    def unit(self) -> str | None:
        """What is counted: "people", or those of them that are meant ("children"), who are no toll of all."""
        draft = self.draft
        whole = draft.of is None or draft.of.casefold().split()[-1] in _EVERYBODY
        return draft.unit if whole or draft.unit != "people" else draft.of

    @property
    def key(self) -> tuple[object, ...]:
        draft = self.draft
        return (draft.measure, draft.at_least, draft.at_most, draft.exact, self.unit or "")


def list_figures(case: Case, event_of: Mapping[FigureKey, str]) -> tuple[Figure, ...]:
    """Return the figures of a case, sorted by id. `event_of` gives the event that each counts, where it is known."""
    counts: defaultdict[tuple[object, ...], list[Count]] = defaultdict(list)
    for reading in case.readings:
        dates = resolve_times(case, reading)
        for index, draft in enumerate(reading.figures):
            as_of = dates.resolved[draft.as_of] if draft.as_of is not None else None
            count = _make_count(case, reading, draft, (as_of, event_of.get((reading.article.id, index))))
            counts[count.key].append(count)
    figures = [_make_figure(group) for same in counts.values() for group in _group(same)]
    return tuple(sorted({figure.id: figure for figure in figures}.values(), key=lambda figure: figure.id))


def _make_count(case: Case, reading: Reading, draft: FigureDraft, links: tuple[When | None, str | None]) -> Count:
    sentence = reading.sentences[draft.sentence]
    voices = resolve_voices(case, reading, draft.voices)
    inner = next((voice.actor for voice in reversed(voices) if voice.actor is not None), None)
    return Count(
        article=reading.article.id,
        draft=draft,
        span=case.span(reading.article.id, draft.start, draft.end),
        voices=voices,
        party=case.party(inner) if inner is not None and draft.voices else None,
        event=links[1],
        as_of=links[0],
        words=find_words(reading.article.text[sentence.start : sentence.end]),
        days=to_days(case.anchor(reading.article.id)),
    )


def _group(counts: Sequence[Count]) -> list[list[Count]]:
    """Group equal numbers that mean one thing; each count goes to the first group with a member it fits."""
    groups: list[list[Count]] = []
    for count in sorted(counts, key=lambda count: (count.span, count.draft.text)):
        fitting = [group for group in groups if any(_is_same(count, other) for other in group)]
        joined = [count, *(other for group in fitting for other in group)]
        groups = [*(group for group in groups if group not in fitting), joined]
    return groups


def _is_same(one: Count, other: Count) -> bool:
    if one.event is not None and one.event == other.event:
        return True
    if one.as_of is not None and other.as_of is not None and not has_overlap(one.as_of, other.as_of):
        return False
    if one.days and other.days and max(one.days[0] - other.days[1], other.days[0] - one.days[1]) > _MONTH:
        return False
    if one.party is not None and one.party == other.party:
        return True
    if one.event is not None and other.event is not None:
        return False
    shared = one.words & other.words
    return len(shared) >= max(3, min(len(one.words), len(other.words)) // 3)


def _make_figure(group: Sequence[Count]) -> Figure:
    ordered = sorted(group, key=lambda count: (count.span, count.draft.text))
    draft = ordered[0].draft
    events = sorted(count.event for count in ordered if count.event is not None)
    as_of = next((count.as_of for count in ordered if count.as_of is not None), None)
    spans = tuple(sorted({count.span for count in ordered}))
    voices: dict[tuple[str, str], Voice] = {}
    for count in ordered:
        for voice in count.voices:
            voices.setdefault((voice.actor or "", "" if voice.actor else fold(voice.text)), voice)
    where = [f"{span.article}:{span.start}:{span.end}" for span in spans]
    return Figure(
        id=make_id("figure", draft.measure, draft.at_least, draft.at_most, draft.exact, ordered[0].unit, *where),
        measure=draft.measure,
        value=Quantity(draft.at_least, draft.at_most, draft.exact),
        unit=ordered[0].unit,
        of=events[0] if events else next((count.draft.of for count in ordered if count.draft.of), None),
        as_of=as_of,
        voices=tuple(voices.values()),
        reports=spans,
    )
