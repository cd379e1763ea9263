"""Take passages out of a finished reading: furniture that shows only once a case holds several pages of one source.

In: a `Reading` and the passages to take out. Out: a `Reading` without the sentences in them and all that was found there.
Elements of a reading refer to each other by index, so what stays is numbered anew; a reference to what went becomes none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from accord.model.reading import Attribution, FigureDraft, MentionDraft, Reading, ReportDraft, VoiceDraft
from accord.model.record import Removed

Element = TypeVar("Element")
Range = tuple[int, int]
Numbers = dict[int, int]
"""Old index → new index, of what stays."""


@dataclass(frozen=True, slots=True)
class _Stay:
    sentences: Numbers
    times: Numbers
    mentions: Numbers
    attributions: Numbers
    instruments: Numbers
    reports: Numbers


def withdraw(reading: Reading, removed: Sequence[Removed]) -> Reading:
    """Return the reading without what lies in the passages; the passages join the article's own removed ones."""
    if not removed:
        return reading
    stay = _find_staying(reading, [(passage.start, passage.end) for passage in removed])
    return Reading(
        article=replace(reading.article, removed=tuple(sorted({*reading.article.removed, *removed}))),
        sentences=_pick(reading.sentences, stay.sentences),
        times=tuple(replace(time, sentence=stay.sentences[time.sentence]) for time in _pick(reading.times, stay.times)),
        mentions=tuple(_renumber_mention(mention, stay) for mention in _pick(reading.mentions, stay.mentions)),
        facts=tuple(
            replace(fact, subject=stay.mentions[fact.subject], object=_renumber(fact.object, stay.mentions))
            for fact in reading.facts
            if fact.subject in stay.mentions and (fact.object is None or fact.object in stay.mentions)
        ),
        attributions=tuple(_renumber_attribution(said, stay) for said in _pick(reading.attributions, stay.attributions)),
        instruments=tuple(
            replace(found, sentence=stay.sentences[found.sentence], parties=_renumber_all(found.parties, stay.mentions))
            for found in _pick(reading.instruments, stay.instruments)
        ),
        reports=tuple(_renumber_report(report, stay) for report in _pick(reading.reports, stay.reports)),
        figures=tuple(_renumber_figure(figure, stay) for figure in reading.figures if figure.sentence in stay.sentences),
    )


def _find_staying(reading: Reading, passages: Sequence[Range]) -> _Stay:
    sentences = _number(reading.sentences, lambda sentence: not _is_touched(sentence.start, sentence.end, passages))
    return _Stay(
        sentences=sentences,
        times=_number(reading.times, lambda time: time.sentence in sentences),
        mentions=_number(reading.mentions, lambda mention: mention.sentence in sentences),
        attributions=_number(reading.attributions, lambda said: not _is_said_in(said, passages)),
        instruments=_number(reading.instruments, lambda found: found.sentence in sentences),
        reports=_number(reading.reports, lambda report: report.sentence in sentences),
    )


def _is_touched(start: int, end: int, passages: Sequence[Range]) -> bool:
    return any(start < stop and begin < end for begin, stop in passages)


def _is_said_in(said: Attribution, passages: Sequence[Range]) -> bool:
    ranges = [part for part in (said.source, said.cue, *said.content) if part is not None]
    return any(_is_touched(start, end, passages) for start, end in ranges)


def _number(elements: Sequence[Element], stays: Callable[[Element], bool]) -> Numbers:
    return {old: new for new, old in enumerate(i for i, element in enumerate(elements) if stays(element))}


def _pick(elements: Sequence[Element], numbers: Numbers) -> tuple[Element, ...]:
    return tuple(elements[old] for old in numbers)


def _renumber(index: int | None, numbers: Numbers) -> int | None:
    return None if index is None else numbers.get(index)


def _renumber_all(indexes: Sequence[int], numbers: Numbers) -> tuple[int, ...]:
    return tuple(numbers[index] for index in indexes if index in numbers)


def _renumber_voices(voices: Sequence[VoiceDraft], stay: _Stay) -> tuple[VoiceDraft, ...]:
    return tuple(replace(voice, mention=_renumber(voice.mention, stay.mentions)) for voice in voices)


def _renumber_mention(mention: MentionDraft, stay: _Stay) -> MentionDraft:
    return replace(
        mention,
        sentence=stay.sentences[mention.sentence],
        refers_to=_renumber(mention.refers_to, stay.mentions),
        owner=_renumber(mention.owner, stay.mentions),
        members=_renumber_all(mention.members, stay.mentions),
    )


def _renumber_attribution(said: Attribution, stay: _Stay) -> Attribution:
    return replace(
        said,
        source_mention=_renumber(said.source_mention, stay.mentions),
        parent=_renumber(said.parent, stay.attributions),
    )


def _renumber_report(report: ReportDraft, stay: _Stay) -> ReportDraft:
    return replace(
        report,
        sentence=stay.sentences[report.sentence],
        actors=_renumber_all(report.actors, stay.mentions),
        recipients=_renumber_all(report.recipients, stay.mentions),
        location=_renumber(report.location, stay.mentions),
        time=_renumber(report.time, stay.times),
        voices=_renumber_voices(report.voices, stay),
        instrument=_renumber(report.instrument, stay.instruments),
    )


def _renumber_figure(figure: FigureDraft, stay: _Stay) -> FigureDraft:
    return replace(
        figure,
        sentence=stay.sentences[figure.sentence],
        report=_renumber(figure.report, stay.reports),
        as_of=_renumber(figure.as_of, stay.times),
        voices=_renumber_voices(figure.voices, stay),
    )
