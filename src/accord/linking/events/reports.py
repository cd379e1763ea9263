"""Turn report drafts into reports with resolved parties, places, dates and voices.

In: the case. Out: `Account`s: a report (its event not yet known) beside the draft it was made from and what comparing needs.
Only mentions that resolve to an actor become parties: a report never invents one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from accord.linking.case import Case, fold
from accord.linking.events.report_dates import date_report, is_recalled, resolve_times
from accord.linking.figures.counted import find_counted
from accord.linking.words import find_words
from accord.model.ids import make_id
from accord.model.reading import Reading, ReportDraft, VoiceDraft
from accord.model.record import Party, Report, ReportDate, Voice

_BEFORE, _AFTER = 60, 140
"""Characters around a trigger whose words describe the act; English puts objects and places after the verb."""


_AHEAD = 31
_TELLING = 5


@dataclass(frozen=True, slots=True)
class Account:
    """A report with what comparing it needs.

    Attributes:
        actors, recipients: the parties that its actors and recipients count as.
        agreements: keys of the agreements it is about, from `accord.linking.agreements.agreements`.
        words: stems of the words around its trigger, without the names of its parties.
        counts: its figures in words ("killed 59"), where large enough to tell one act from another.
        days: first and last day of its date as ordinals; a plan without an end is looked for in the next month.
        title: whether it stands in the article's title; `lead` in its first sentences.
        incident: key of the act of violence that its article is about, from `accord.linking.events.incidents`.
    """

    report: Report
    draft: ReportDraft
    actors: frozenset[str]
    recipients: frozenset[str]
    agreements: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    days: tuple[int, int] | None = None
    title: bool = False
    lead: bool = False
    incident: str | None = None

    @property
    def parties(self) -> frozenset[str]:
        return self.actors | self.recipients


def build_reports(case: Case) -> tuple[Account, ...]:
    """Return the accounts of all articles, sorted by report id, each report once."""
    found: dict[str, Account] = {}
    for reading in case.readings:
        dates = resolve_times(case, reading)
        for draft in (part for whole in reading.reports for part in _split_draft(reading, whole)):
            date = date_report(case, reading.article.id, draft, dates)
            value = reading.times[draft.time].value if draft.time is not None else None
            report = _make_report(case, reading, draft, date)
            if is_recalled(draft, date, dates, value):
                report = replace(report, historical=True)
            if report.id in found:
                continue
            found[report.id] = _make_account(case, reading, draft, report, lead=draft.sentence in dates.lead)
    return tuple(found[key] for key in sorted(found))


def _split_draft(reading: Reading, draft: ReportDraft) -> Iterator[ReportDraft]:
    """Yield a draft for each agreement of "signed two accords, one on A and the other on B": those are two acts."""
    if draft.instrument is None:
        yield draft
        return
    whole = reading.instruments[draft.instrument]
    for index, part in enumerate(reading.instruments):
        if (part.start, part.end) == (whole.start, whole.end):
            yield replace(draft, instrument=index)


def mention_id(case: Case, article: str, index: int, kind: str) -> str:
    """Return the id of a mention line; `kind` is actor or place."""
    draft = case.mention(article, index)
    return make_id("mention", article, draft.start, draft.end, kind)


def resolve_voices(case: Case, reading: Reading, drafts: Iterable[VoiceDraft]) -> tuple[Voice, ...]:
    """Return a chain of voices, outermost first, that begins with the article's source where that is known."""
    article = reading.article
    voices: list[Voice] = []
    if article.source_name:
        voices.append(Voice(article.source_name, find_source_actor(case, article.source_name)))
    if article.opinion and article.byline:
        voices.append(Voice(article.byline, find_source_actor(case, article.byline)))  # an op-ed is its author's word
    for draft in drafts:
        actors = case.actors_of(article.id, draft.mention) if draft.mention is not None else ()
        has_cue = draft.cue_start is not None and draft.cue_end is not None
        cue = case.span(article.id, draft.cue_start or 0, draft.cue_end or 0) if has_cue else None
        if voices and fold(voices[-1].text) == fold(draft.text):
            continue
        voices.append(Voice(draft.text, actors[0] if len(actors) == 1 else None, cue))
    return tuple(voices)


def find_source_actor(case: Case, name: str) -> str | None:
    """Return the actor that a source's name means, where the case has exactly one of that name."""
    found = case.actors_named.get(fold(name), ())
    return found[0] if len(found) == 1 else None


def _make_report(case: Case, reading: Reading, draft: ReportDraft, date: ReportDate | None) -> Report:
    article = reading.article.id
    starts = [",".join(str(reading.mentions[i].start) for i in indexes) for indexes in (draft.actors, draft.recipients)]
    subject = reading.instruments[draft.instrument].subject if draft.instrument is not None else ()
    report_id = make_id(
        "report", article, draft.trigger_start, draft.trigger_end, draft.event_type, draft.status, *starts, *subject
    )
    place = case.places.of_mention.get((article, draft.location)) if draft.location is not None else None
    span = case.span(article, draft.start, draft.end)
    return Report(
        id=report_id,
        event="",
        article=article,
        span=span,
        quote=" ".join(span.text.split()),
        trigger=case.span(article, draft.trigger_start, draft.trigger_end),
        event_type=draft.event_type,
        mode=draft.mode,
        context=tuple(sorted(set(draft.contexts))),
        status=draft.status,
        historical=draft.historical,
        actor=_make_parties(case, article, draft.actors),
        recipient=_make_parties(case, article, draft.recipients),
        location=place,
        date=date,
        voices=resolve_voices(case, reading, draft.voices),
        rule=draft.rule,
        confidence=draft.confidence,
    )


def _make_parties(case: Case, article: str, mentions: Iterable[int]) -> tuple[Party, ...]:
    """Return the actors that mentions resolve to, each once, in the order of the text."""
    parties: dict[str, Party] = {}
    for index in mentions:
        draft = case.mention(article, index)
        members = draft.members if len(draft.members) > 1 and case.actors.of_mention.get((article, index)) is None else ()
        for part in members or (index,):
            for actor in case.actors_of(article, part):
                parties.setdefault(actor, Party(actor, mention_id(case, article, part, "actor")))
    return tuple(parties.values())


def _make_account(case: Case, reading: Reading, draft: ReportDraft, report: Report, *, lead: bool) -> Account:
    text = reading.article.text
    start = draft.start if draft.trigger_start - _BEFORE <= draft.start else text.find(" ", draft.trigger_start - _BEFORE)
    end = min(
        draft.end, text.rfind(" ", 0, draft.trigger_end + _AFTER) if draft.end > draft.trigger_end + _AFTER else draft.end
    )
    names = {reading.mentions[i].text for i in (*draft.actors, *draft.recipients)}
    words = find_words(text[start:end]) - find_words(" ".join(sorted(names)))
    return Account(
        report=report,
        draft=draft,
        actors=case.parties(party.actor for party in report.actor),
        recipients=case.parties(party.actor for party in report.recipient),
        words=words,
        counts=_find_counts(reading, draft),
        days=_find_days(report.date),
        title=reading.sentences[draft.sentence].kind == "title",
        lead=lead,
    )


def _find_days(date: ReportDate | None) -> tuple[int, int] | None:
    if date is None or date.start is None:
        return None
    return date.start.toordinal(), date.end.toordinal() if date.end is not None else date.start.toordinal() + _AHEAD


def _find_counts(reading: Reading, draft: ReportDraft) -> frozenset[str]:
    """Return the victims and the like that a report's sentence counts; two or three dead are too common to tell acts apart."""
    return frozenset(
        f"{figure.measure} {number:g}"
        for figure, index in zip(reading.figures, find_counted(reading), strict=True)
        if index is not None
        and (reading.reports[index].sentence, reading.reports[index].event_type) == (draft.sentence, draft.event_type)
        for number in (figure.exact if figure.exact is not None else figure.at_least,)
        if number is not None and number >= _TELLING
    )
