"""Find quotations: what stands between quotation marks, over sentences and paragraphs.

In: a `ParsedArticle`. Out: `Quotation`s in order of their place, outermost marks only. It does not say who speaks, and
it does not judge whether a quotation is speech; `is_scare` only says that the marks hold too little to be a clause.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from accord.language.parse import ParsedArticle, Sentence

_OPENERS = {"“": "”", "„": "“", "«": "»", "‘": "’"}
_DOUBLE = '"'
_DOUBLES = '”"'
# Only these may stay open to the end of a paragraph; a single mark without its partner is an apostrophe.
_LASTING = frozenset('”"»')
_SCARE_WORDS = 5
_WORD = re.compile(r"\w+")
_MARK = re.compile("''|’’|``|[“”„«»\"‘’']")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters with their marks. `words` counts the words within, `closed` tells whether a closing mark was found."""

    start: int
    end: int
    words: int
    closed: bool
    finite: bool

    @property
    def is_scare(self) -> bool:
        """Whether it is a word or phrase in marks rather than something said: short, and no clause."""
        return self.words < _SCARE_WORDS and not self.finite

    def covers(self, offset: int) -> bool:
        """Whether an offset lies within the marks."""
        return self.start <= offset < self.end


def find_quotations(parsed: ParsedArticle) -> tuple[Quotation, ...]:
    """Return the quotations of an article, joined where one runs on into the next paragraph."""
    text = parsed.article.text
    blocks = [tuple(group) for _, group in groupby(parsed.sentences, key=lambda s: s.paragraph)]
    found: list[tuple[int, int, bool]] = []
    for block in blocks:
        start, end = block[0].start, block[-1].end
        spans = list(_paragraph_quotes(text, start, end))
        if spans and found and not found[-1][2] and spans[0][0] == start and _follows(text, found[-1][1], start):
            first = spans.pop(0)
            found[-1] = (found[-1][0], first[1], first[2])
        found += spans
    return tuple(_quotation(parsed, *span) for span in found)


def _follows(text: str, end: int, start: int) -> bool:
    """Whether nothing but blanks stands between two offsets."""
    return not text[end:start].strip()


def _paragraph_quotes(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, closed) of the outermost quotations of a paragraph."""
    marks = list(_MARK.finditer(text, start, end))
    i = 0
    while i < len(marks):
        at, mark = marks[i].start(), _name(marks[i])
        i += 1
        if not _opens(mark, *_beside(text, marks[i - 1], start, end)):
            continue
        closer = _OPENERS.get(mark, mark)
        close = next((k for k in range(i, len(marks)) if _ends(text, marks[k], closer, start, end)), None)
        if close is not None:
            yield at, marks[close].end(), True
            i = close + 1
        elif closer in _LASTING:
            yield at, end, False
            return


def _name(mark: re.Match[str]) -> str:
    """Return a mark, two single ones as the double one they stand for."""
    return _DOUBLE if len(mark.group()) == 2 else mark.group()


def _beside(text: str, mark: re.Match[str], start: int, end: int) -> tuple[str, str]:
    """Return the characters before and after a mark within a paragraph, a blank at its ends."""
    return text[mark.start() - 1] if mark.start() > start else " ", text[mark.end()] if mark.end() < end else " "


def _ends(text: str, mark: re.Match[str], closer: str, start: int, end: int) -> bool:
    """Whether a mark closes a quotation that waits for the given closing mark."""
    name = _name(mark)
    before, after = _beside(text, mark, start, end)
    if name == "“" and closer == "”":  # an opening mark typed for a closing one
        return not before.isspace() and not after.isalnum()
    return (name == closer or (name in _DOUBLES and closer in _DOUBLES)) and _closes(name, *_beside(text, mark, start, end))


def _opens(mark: str, before: str, after: str) -> bool:
    """Whether a mark opens a quotation where none is open."""
    if mark in "“„«":
        return True
    if mark in "”’»":
        return False
    return not before.isalnum() and not after.isspace() and before not in ".,!?"


def _closes(mark: str, before: str, after: str) -> bool:
    """Whether a mark closes the open quotation; an apostrophe inside a word or after a plural does not."""
    if mark in "’'":
        return not after.isalnum() and not (before == "s" and after == " ")
    return mark != _DOUBLE or not before.isspace() or after.isspace()


def _quotation(parsed: ParsedArticle, start: int, end: int, closed: bool) -> Quotation:
    """Count a quotation's words and look for a finite verb with its subject."""
    words = len(_WORD.findall(parsed.article.text, start, end))
    finite = words >= _SCARE_WORDS * 4 or any(
        _is_clause(s, start, end) for s in parsed.sentences if s.start < end and s.end > start
    )
    return Quotation(start, end, words, closed, finite)


def _is_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a subject and its verb both stand between two offsets of a sentence."""
    low, high = start - sentence.start, end - sentence.start
    return any(
        token.dep_ in {"nsubj", "nsubjpass", "expl"} and low <= token.idx < high and low <= token.head.idx < high
        for token in sentence.doc
    )


def quotations_in(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Return the quotations, sorted as `find_quotations` gives them, that share characters with start to end."""
    first = max(bisect_right(quotations, start, key=lambda q: q.start) - 1, 0)
    return [q for q in quotations[first : bisect_left(quotations, end, key=lambda q: q.start)] if q.end > start]
