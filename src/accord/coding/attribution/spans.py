"""Offsets of what is said: tidied spans of tokens, and spans joined.

In: tokens of a parsed sentence, or offsets of a text. Out: offsets into the stored text. It decides nothing.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from accord.language.parse import Sentence

Spans = tuple[tuple[int, int], ...]
_EDGE = " \t\n\u00a0,;:.–—-…"


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the blanks and commas at its ends."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def token_span(sentence: Sentence, first: int, last: int, cue: Token | None = None) -> Spans:
    """Return the tidied offsets of tokens first to last, none where they hold no word or begin at the cue's own."""
    if last < first:
        return ()
    doc = sentence.doc
    text = doc.text
    start, end = tidy(text, doc[first].idx, doc[last].idx + len(doc[last]))
    if not any(c.isalnum() for c in text[start:end]) or (cue is not None and start <= cue.idx < end):
        return ()
    return ((sentence.start + start, sentence.start + end),)


def join_spans(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """Return spans in order, joined where they overlap or only marks stand between them."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or not any(c.isalnum() for c in text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
