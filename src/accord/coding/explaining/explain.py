"""Explain how an article was coded, sentence by sentence.

In: a parsed article, and the day it appeared if that is known. Out: `ExplainedSentence`s. The article is coded as in a build,
then its sentences are decided on once more with a `Trace` that keeps what is refused: reasons come from the code that
decides, none is worked out here.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from accord.coding.article import code_article
from accord.coding.events import decisions
from accord.coding.events.classes import event_noun
from accord.coding.events.clauses import Clause
from accord.coding.events.confidence import load_calibration
from accord.coding.events.decisions import Decision, Refusal, Trace
from accord.coding.events.lexicon import EventNoun, Frame
from accord.coding.events.reports import code_clauses, view_sentences
from accord.coding.explaining.explanation import (
    Entry,
    ExplainedReport,
    ExplainedSentence,
    Named,
    Participant,
    Reason,
    Said,
    Speaker,
    StatusGround,
    Timed,
    Unreported,
    Word,
)
from accord.coding.explaining.standing import find_standing
from accord.language.parse import ParsedArticle
from accord.model.calendar import resolve
from accord.model.reading import Attribution, MentionDraft, Reading, ReportDraft, TimeExpression, VoiceDraft
from accord.model.time import Interval

_FLAGS = ("question", "conditional", "possible", "obliged", "negated", "future", "purpose")
_FIXED = "fixed words"
_PART = "part of another act"
_ALONE = "tells of other acts only"


@dataclass(frozen=True, slots=True)
class _Article:
    """What is explained: a reading with its parse, and the day it appeared."""

    parsed: ParsedArticle
    reading: Reading
    published: datetime.date | None

    def time(self, expression: TimeExpression) -> Timed:
        """Return a time expression with the days it comes to."""
        return Timed(expression.text, expression.value, resolve(expression.value, Interval(self.published, self.published)))

    def words(self, span: tuple[int, int] | None) -> str | None:
        """Return the text of a span."""
        return None if span is None else self.parsed.article.text[slice(*span)]


def explain(parsed: ParsedArticle, published: datetime.date | None = None) -> tuple[ExplainedSentence, ...]:
    """Return how each sentence of an article is coded, and why.

    Args:
        parsed: the article.
        published: the day it appeared, which puts "Thursday" and "last month" on the calendar.
    """
    reading = code_article(parsed)
    article = _Article(parsed, reading, published)
    views = view_sentences(parsed, reading.mentions, reading.times, reading.instruments)
    clauses = [replace(clause, trace=Trace()) for clause in views]
    coded = code_clauses(clauses, parsed, reading.attributions)
    return tuple(_explain_sentence(article, clause, *made) for clause, made in zip(clauses, coded, strict=True))


def _explain_sentence(article: _Article, clause: Clause, kept: list[Decision], reports: list[ReportDraft]) -> ExplainedSentence:
    reading, sentence = article.reading, clause.sentence
    grounds = {decision.report: decision for decision in kept}
    said = [a for a in reading.attributions if _touches(a, sentence.start, sentence.end)]
    return ExplainedSentence(
        text=article.parsed.article.text[sentence.start : sentence.end],
        start=sentence.start,
        words=tuple(Word(t.text, t.lemma_, t.pos_, t.dep_, t.head.i) for t in sentence.doc),
        mentions=tuple(_name(reading.mentions, m) for m in reading.mentions if m.sentence == sentence.index),
        times=tuple(article.time(t) for t in reading.times if t.sentence == sentence.index),
        attributions=tuple(_say(article, a) for a in said),
        reports=tuple(
            _ground(article, clause, grounds[report]) if report in grounds else _ground_denial(article, clause, report)
            for report in reports
        ),
        unreported=tuple(_list_unreported(clause, kept, {report.trigger_start for report in reports})),
    )


def _touches(attribution: Attribution, start: int, end: int) -> bool:
    spans = [*attribution.content, *(s for s in (attribution.cue, attribution.source) if s is not None)]
    return any(a < end and start < b for a, b in spans)


def _name(mentions: Sequence[MentionDraft], mention: MentionDraft) -> Named:
    refers_to, owner = (None if i is None else mentions[i].text for i in (mention.refers_to, mention.owner))
    return Named(mention.text, mention.label, mention.form, refers_to, owner, mention.country, mention.sectors)


def _say(article: _Article, attribution: Attribution) -> Said:
    content = tuple(article.parsed.article.text[start:end] for start, end in attribution.content)
    cue, speaker = article.words(attribution.cue), article.words(attribution.source)
    return Said(attribution.kind, cue, speaker, content, attribution.says)


def _ground(article: _Article, clause: Clause, decision: Decision) -> ExplainedReport:
    """Put a report together with its grounds."""
    act, modality = decision.act, decision.modality
    flags = tuple(flag for flag in _FLAGS if getattr(modality, flag))
    words = tuple(dict.fromkeys(t.text for t in modality.words))
    above = tuple(t.text for t in clause.sentence.doc if t.i in act.used and t.is_ancestor(act.trigger))
    ground = StatusGround(decision.report.status, modality.status, act.status, flags, words, above, modality.tense)
    plain = _show(article, clause, decision.report, ground, frozenset({act.trigger.i, act.predicate.i}))
    return replace(
        plain, read_as=act.event_type, entry=_describe(act.entry), weight=decision.told.weight, doubts=decision.doubts
    )


def _ground_denial(article: _Article, clause: Clause, report: ReportDraft) -> ExplainedReport:
    """Explain the report of a denial that points back; what it denies has its grounds where it is told."""
    verb = _token_at(clause, report.trigger_start)
    ground = StatusGround(report.status, "actual", report.status, (), (), (verb.text,), report.tense)
    return _show(article, clause, report, ground, frozenset({verb.i}))


def _token_at(clause: Clause, start: int) -> Token:
    return next(t for t in clause.sentence.doc if clause.sentence.token_span(t)[0] == start)


def _show(article: _Article, clause: Clause, report: ReportDraft, status: StatusGround, own: frozenset[int]) -> ExplainedReport:
    """Return a report as values, with the words of its act for where its participants stand."""
    reading, trigger = article.reading, _token_at(clause, report.trigger_start)
    weights = load_calibration().weights
    weighed = {signal: weights[signal] for signal in report.signals if weights.get(signal)}
    return ExplainedReport(
        trigger=trigger.text,
        at=trigger.i,
        event_type=report.event_type,
        mode=report.mode,
        read_as=report.event_type,
        rule=report.rule,
        entry=None,
        status=status,
        historical=report.historical,
        actors=tuple(_take_part(clause, index, own) for index in report.actors),
        recipients=tuple(_take_part(clause, index, own) for index in report.recipients),
        location=None if report.location is None else reading.mentions[report.location].text,
        time=None if report.time is None else article.time(reading.times[report.time]),
        instrument=None if report.instrument is None else reading.instruments[report.instrument].text,
        stage=report.stage,
        contexts=report.contexts,
        speakers=tuple(_speak(article, voice) for voice in report.voices),
        weight=report.confidence,
        doubts=(),
        confidence=report.confidence,
        signals=tuple(sorted(weighed.items(), key=lambda one: (-abs(one[1]), one[0]))),
    )


def _take_part(clause: Clause, index: int, own: frozenset[int]) -> Participant:
    mention = clause.mentions[index]
    root = mention
    while root.refers_to is not None and root != clause.mentions[root.refers_to]:
        root = clause.mentions[root.refers_to]
    other = root.text if root.text != mention.text else None
    return Participant(mention.text, other, root.country or mention.country, find_standing(clause, index, own))


def _speak(article: _Article, voice: VoiceDraft) -> Speaker:
    if voice.cue_start is None or voice.cue_end is None:
        found = next((a for a in article.reading.attributions if a.cue is None and article.words(a.source) == voice.text), None)
        return Speaker(voice.text, found.kind if found is not None else None)
    cue = (voice.cue_start, voice.cue_end)
    kind = next((a.kind for a in article.reading.attributions if a.cue == cue), None)
    return Speaker(voice.text, kind, article.words(cue))


def _describe(entry: decisions.Entry | None) -> Entry | None:
    """Return a lexicon entry in the words of its file."""
    if isinstance(entry, Frame):
        pattern = entry.pattern
        fixed = [
            f"={pattern.noun}" if pattern.noun else "",
            f"@{pattern.prep}" if pattern.prep else "",
            pattern.prep_noun or "",
        ]
        words = " ".join(word for word in (entry.lemma, *pattern.words, *fixed) if word)
        return Entry("verbs", words, entry.event_type, entry.mode, tuple(sorted(entry.objects)), tuple(sorted(entry.subjects)))
    if isinstance(entry, EventNoun):
        return Entry("nouns", entry.noun, entry.event_type, entry.mode)
    return None if entry is None else Entry("matrix", entry)


def _list_unreported(clause: Clause, kept: Sequence[Decision], triggers: set[int]) -> Iterator[Unreported]:
    """Yield the verbs and event nouns that are no triggers, in order, each with the reasons that were given for it."""
    refused: dict[int, list[Refusal]] = {}
    for refusal in clause.trace.refusals:
        if refusal.by != (refusal.word,):
            refused.setdefault(refusal.word.i, []).append(refusal)
    holders = _find_holders(clause, kept)
    for token in clause.sentence.doc:
        given = refused.get(token.i, [])
        if clause.sentence.token_span(token)[0] in triggers or not _is_candidate(token, given):
            continue
        reasons = [_give(refusal) for refusal in _choose(given)]
        if token.i in holders and not any(refusal.act is not None for refusal in given):
            reasons = [Reason(_PART, (holders[token.i].text,), event_type=None)]
        phrases = {e.words for r in given if r.reason == _FIXED and (e := _describe(r.entry)) is not None}
        shown = () if any(r.reason == _PART for r in reasons) else tuple(sorted(phrases))
        yield Unreported(token.text, token.i, token.pos_, tuple(dict.fromkeys(reasons)), shown)


def _find_holders(clause: Clause, kept: Sequence[Decision]) -> dict[int, Token]:
    """Return for each word that an act took up the word that names the act; acts with a report come first."""
    dropped = [refusal.act for refusal in clause.trace.refusals if refusal.act is not None]
    acts = [*(decision.act for decision in kept), *dropped]
    holders: dict[int, Token] = {}
    for act in acts:
        for index in sorted({*act.used, act.predicate.i} - {act.trigger.i}):
            holders.setdefault(index, act.trigger)
    return holders


def _is_candidate(token: Token, given: Sequence[Refusal]) -> bool:
    """Whether a word could name an act: a full verb, an event noun, or a word that was read as one."""
    if token.dep_ in ("aux", "auxpass"):
        return False
    read = any(refusal.reason != _PART for refusal in given)
    return read or token.pos_ in ("VERB", "AUX") or event_noun(token) is not None


def _choose(given: Sequence[Refusal]) -> list[Refusal]:
    """Return the last word on a word: that its act was dropped or is part of another, else what its readings lacked."""
    settled = [refusal for refusal in given if refusal.act is not None]
    tried = {refusal.entry for refusal in given if refusal.reason != _ALONE}
    lacking = [r for r in given if r.reason != _FIXED and not (r.reason == _ALONE and r.entry in tried)]
    return settled or lacking


def _give(refusal: Refusal) -> Reason:
    by = tuple(token.text for token in sorted(refusal.by, key=lambda t: t.i))
    read = None if refusal.act is None or refusal.reason == _PART else refusal.act.event_type
    return Reason(refusal.reason, by, _describe(refusal.entry), read)
