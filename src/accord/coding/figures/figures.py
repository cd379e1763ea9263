"""Find the figures of an article: numbers with what they measure, their bounds, and whose word they are.

In: a parsed article with its mentions, times and attributions. Out: figure drafts in order, each over a passage that can be
read: number, counted noun and predicate. Measures: killed, injured, captured (arrested, detained), displaced, missing,
troops, equipment, money, distance, duration and votes. Numbers that measure none of these give no figure. The conventions
for bounds and vague words are in `figure_numbers`. Deliberately not here: which event a figure belongs to.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.coding.attribution.attributions import voices_at
from accord.coding.figures.measures import Meaning, find_meaning
from accord.coding.figures.numbers import Quantity, find_quantities
from accord.language.parse import ParsedArticle, Sentence
from accord.model.reading import Attribution, FigureDraft, MentionDraft, TimeExpression

_REACH = 120  # characters: a predicate farther from its number than this is left out of the passage
_HUMAN = frozenset({"killed", "injured", "captured", "displaced", "missing"})
_DURATIONS = frozenset({"hour", "day", "week", "month", "year"})


def find_figures(
    parsed: ParsedArticle,
    mentions: tuple[MentionDraft, ...],
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[FigureDraft, ...]:
    """Find the figures of an article.

    Args:
        parsed: the parsed article.
        mentions, attributions: for the voices; may be empty.
        times: numbers inside dates and clock times are no figures; lengths of time are.
    """
    drafts: list[FigureDraft] = []
    for sentence in parsed.sentences:
        if sentence.kind == "title" and _is_repeated_title(sentence, parsed):
            continue
        here = [(index, time) for index, time in enumerate(times) if time.sentence == sentence.index]
        drafts += _in_sentence(parsed, sentence, here)
    return tuple(_with_voices(draft, parsed, mentions, attributions) for draft in drafts)


def _is_repeated_title(sentence: Sentence, parsed: ParsedArticle) -> bool:
    return any(
        other.index < sentence.index and other.doc.text == sentence.doc.text
        for other in parsed.sentences
        if other.kind == "title"
    )


def _in_sentence(parsed: ParsedArticle, sentence: Sentence, times: Sequence[tuple[int, TimeExpression]]) -> list[FigureDraft]:
    figures = [*_counts(parsed, sentence, times), *_durations(parsed, sentence, times)]
    return sorted(figures, key=lambda figure: (figure.start, figure.end))


def _counts(parsed: ParsedArticle, sentence: Sentence, times: Sequence[tuple[int, TimeExpression]]) -> Iterator[FigureDraft]:
    text = sentence.doc.text
    previous: str | None = None
    as_of = _find_as_of(text, sentence, times)
    for quantity in find_quantities(text):
        start = sentence.start
        if any(time.start < start + quantity.end and start + quantity.core < time.end for _, time in times):
            continue
        meaning = find_meaning(sentence.doc, quantity)
        if meaning is None or (quantity.exact == 0 and meaning.measure not in _HUMAN):
            continue
        counted = meaning.of
        if meaning.measure in _HUMAN:
            counted = counted or previous
            previous = counted
        begin, end = _passage(quantity, meaning)
        yield FigureDraft(
            sentence=sentence.index,
            start=start + begin,
            end=start + end,
            text=parsed.article.text[start + begin : start + end],
            measure=meaning.measure,
            at_least=quantity.at_least,
            at_most=quantity.at_most,
            exact=quantity.exact,
            unit=meaning.unit,
            of=counted,
            as_of=as_of,
        )


def _passage(quantity: Quantity, meaning: Meaning) -> tuple[int, int]:
    """Return where number, noun and predicate begin and end in the sentence."""
    near = [token for token in meaning.tokens if abs(token.idx - quantity.start) <= _REACH]
    begin = min([quantity.start, *(token.idx for token in near)])
    return begin, max([quantity.end, *(token.idx + len(token) for token in near)])


def _find_as_of(text: str, sentence: Sentence, times: Sequence[tuple[int, TimeExpression]]) -> int | None:
    """Return the time that a sentence's figures stand for: "since April", "as of Monday"."""
    for index, time in times:
        before = text[: time.start - sentence.start].rstrip().lower()
        if time.value.modifier == "since" or before.endswith(("as of", "as at")):
            return index
    return None


def _durations(parsed: ParsedArticle, sentence: Sentence, times: Sequence[tuple[int, TimeExpression]]) -> Iterator[FigureDraft]:
    """Yield the lengths of time with a number: "18 months", "a three-day visit"."""
    quantities = find_quantities(sentence.doc.text)
    for _, time in times:
        value = time.value
        if value.form != "duration" or value.offset is None or value.unit not in _DURATIONS:
            continue
        begin, end = time.start - sentence.start, time.end - sentence.start
        quantity = next((q for q in quantities if q.start < end and begin < q.end), None)
        if quantity is None:
            continue
        start = sentence.start + min(begin, quantity.start)
        bounded = quantity.at_least is not None or quantity.at_most is not None
        yield FigureDraft(
            sentence=sentence.index,
            start=start,
            end=time.end,
            text=parsed.article.text[start : time.end],
            measure="duration",
            at_least=quantity.at_least,
            at_most=quantity.at_most,
            exact=None if bounded else value.offset,
            unit=value.unit,
        )


def _with_voices(
    draft: FigureDraft, parsed: ParsedArticle, mentions: tuple[MentionDraft, ...], attributions: tuple[Attribution, ...]
) -> FigureDraft:
    return replace(draft, voices=voices_at(attributions, parsed, mentions, draft.start, draft.end))
