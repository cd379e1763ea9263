"""Find passages of different articles that have the same wording.

In: readings. Out: `Copy` values with exact spans in both articles. Runs of three content words are looked up in an inverted
index, shared runs that lie near each other in both articles are chained, and each chain is aligned word by word. Only the
sentences that cleaning kept count. It does not say who copied from whom (but see `find_borrower`) and does not compare meaning.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from accord.linking.likeness.wording import Word, find_words, fold_word
from accord.model.ids import make_id
from accord.model.reading import Reading
from accord.model.record import Copy, Span

_RUN = 3
"""Content words of a shingle: small edits leave some run of three between them, and function words may change freely."""
_GAP = 9
"""Content words that may lie between two shared runs of one passage: a clause cut or put in."""
_MIN_CONTENT = 8
"""Content words that two passages must share: fewer happen by chance in reports of one event (set phrases, names, titles)."""
_MIN_SIMILARITY = 0.66
"""Share of words in common. Two people who write up one statement share about half; a light edit leaves three quarters."""
_LEAST_BESIDE = (4, 0.9)
"""The same between two articles that share a longer passage: there a short sentence kept word for word is no chance."""
_MISS = 0.7
"""What an unmatched word costs beside a matched one's gain of 1 when the ends of a passage are sought."""
_SNAP = 3
"""Words at an end of a sentence that are taken into the passage although they differ ("On", "the city" for "Basra")."""
_WIDE = 12
"""Postings of a shingle compared all with all; a wider one is compared with its first articles only, so that the work grows
linearly with the number of articles. The copies still connect all of them."""
_HUBS = 2
_BOILERPLATE = 3
"""Articles of one source, and of no other, that carry a shingle before it counts as that source's own boilerplate."""

_Posting = tuple[int, int]
_Seed = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Text:
    """A reading's words, and the positions among them of its content words."""

    reading: Reading
    words: tuple[Word, ...]
    content: tuple[int, ...]


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Find passages in different articles with the same wording, sorted by their spans.

    Of more than a dozen articles that carry one wording each is paired with the first ones, not with every other.
    """
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    texts = [_make_text(reading) for reading in ordered]
    copies: dict[str, Copy] = {}
    for (a, b), seeds in _find_seeds(texts):
        chains = _chain(seeds)
        found = [copy for chain in chains if (copy := _align(texts[a], texts[b], chain))]
        if found:
            found += [copy for chain in chains if (copy := _align(texts[a], texts[b], chain, least=_LEAST_BESIDE))]
        copies.update((copy.id, copy) for copy in found)
    return tuple(sorted(_drop_inner(copies.values()), key=lambda copy: (copy.a, copy.b)))


def find_borrower(copy: Copy, a: Reading, b: Reading) -> str | None:
    """Return the id of the article that credits the other one's source for a copy, or None where neither or both do.

    `a` and `b` are the readings of the articles of `copy.a` and `copy.b`, in this order.
    """
    a_credits, b_credits = _credits(a, b.article.source_name), _credits(b, a.article.source_name)
    if a_credits == b_credits:
        return None
    return copy.a.article if a_credits else copy.b.article


def _credits(reading: Reading, source: str | None) -> bool:
    """Whether an article names a source in its credits, as one who says something, or as the outlet that somebody told it.

    Whose wish or stance the article tells of ("the paper wants its reporter freed") is no source of its words.
    """
    if not source:
        return False
    name = _fold_name(source)
    text = reading.article.text
    spans = [span for item in reading.attributions if item.says for span in (item.source, item.medium) if span]
    named = [*reading.article.credits, *(text[slice(*span)] for span in spans)]
    return any(f" {name} " in f" {_fold_name(words)} " for words in named)


def _fold_name(name: str) -> str:
    return " ".join(fold_word(part) for part in name.split())


def _make_text(reading: Reading) -> _Text:
    words = find_words(reading)
    return _Text(reading, words, tuple(i for i, word in enumerate(words) if word.is_content))


def _find_seeds(texts: Sequence[_Text]) -> Iterator[tuple[tuple[int, int], list[_Seed]]]:
    """Yield pairs of articles with the content positions at which they share a run of words."""
    index: defaultdict[tuple[str, ...], list[_Posting]] = defaultdict(list)
    for number, text in enumerate(texts):
        forms = [text.words[i].form for i in text.content]
        for i in range(len(forms) - _RUN + 1):
            index[tuple(forms[i : i + _RUN])].append((number, i))
    pairs: defaultdict[tuple[int, int], list[_Seed]] = defaultdict(list)
    for postings in index.values():
        if len(postings) > 1 and not _is_boilerplate(postings, texts):
            for (a, i), (b, j) in _pair_postings(postings):
                pairs[a, b].append((i, j))
    yield from sorted((pair, sorted(seeds)) for pair, seeds in pairs.items() if len(seeds) > 1)


def _pair_postings(postings: Sequence[_Posting]) -> Iterator[tuple[_Posting, _Posting]]:
    """Yield pairs of postings in different articles: all of them, or with the first articles where there are many."""
    hubs = len(postings) if len(postings) <= _WIDE else _HUBS
    for n, first in enumerate(postings[:hubs]):
        for second in postings[n + 1 :]:
            if first[0] != second[0]:
                yield first, second


def _is_boilerplate(postings: Sequence[_Posting], texts: Sequence[_Text]) -> bool:
    """Whether a shingle stands in several articles of one source and nowhere else."""
    articles = {number for number, _ in postings}
    sources = {texts[number].reading.article.source_name for number in articles}
    return len(articles) >= _BOILERPLATE and len(sources) == 1 and None not in sources


def _chain(seeds: Iterable[_Seed]) -> list[list[_Seed]]:
    """Join shared runs that follow each other in both articles into passages."""
    chains: list[list[_Seed]] = []
    live: list[list[_Seed]] = []
    for i, j in seeds:
        live = [chain for chain in live if i - chain[-1][0] <= _GAP + _RUN]
        fitting = [c for c in live if c[-1][0] < i and 0 < j - c[-1][1] <= _GAP + _RUN]
        if fitting:
            max(fitting, key=lambda c: (c[-1], len(c))).append((i, j))
        else:
            chains.append([(i, j)])
            live.append(chains[-1])
    return [chain for chain in chains if len(chain) > 1]


def _align(
    a: _Text, b: _Text, chain: Sequence[_Seed], *, least: tuple[int, float] = (_MIN_CONTENT, _MIN_SIMILARITY)
) -> Copy | None:
    """Align the sentences around a chain word by word and return the passage they share.

    `least`: the content words and the similarity that it must have.
    """
    a_start, a_end = _hull(a, chain[0][0], chain[-1][0] + _RUN - 1)
    b_start, b_end = _hull(b, chain[0][1], chain[-1][1] + _RUN - 1)
    steps = _steps(a.words[a_start:a_end], b.words[b_start:b_end])
    best = _best_stretch(steps)
    matched = [(i, j) for i, j in best if i is not None and j is not None]
    content = sum(a.words[a_start + i].is_content for i, _ in matched)
    if content < least[0]:
        return None
    similarity = round(2 * len(matched) / (len(matched) + len(best)), 3)
    if similarity < least[1]:
        return None
    (i0, j0), (i1, j1) = matched[0], matched[-1]
    first = _span(a, a_start + i0, a_start + i1)
    second = _span(b, b_start + j0, b_start + j1)
    return Copy(id=make_id("copy", first, second), a=first, b=second, similarity=similarity)


def _hull(text: _Text, first: int, last: int) -> tuple[int, int]:
    """Return the word range of the whole sentences around content words `first` to `last`."""
    start, end = text.content[first], text.content[last] + 1
    opening, closing = text.words[start].sentence, text.words[end - 1].sentence
    while start > 0 and text.words[start - 1].sentence == opening:
        start -= 1
    while end < len(text.words) and text.words[end].sentence == closing:
        end += 1
    return start, end


def _steps(a: Sequence[Word], b: Sequence[Word]) -> list[tuple[int | None, int | None]]:
    """Return the alignment of two word sequences: pairs that match, and words of one side alone."""
    steps: list[tuple[int | None, int | None]] = []
    for code in Indel.opcodes([word.form for word in a], [word.form for word in b]):
        left, right = range(code.src_start, code.src_end), range(code.dest_start, code.dest_end)
        if code.tag == "equal":
            steps.extend(zip(left, right, strict=True))
        else:
            steps.extend((i, None) for i in left)
            steps.extend((None, j) for j in right)
    return steps


def _best_stretch(steps: Sequence[tuple[int | None, int | None]]) -> Sequence[tuple[int | None, int | None]]:
    """Return the stretch of an alignment in which matches most outweigh the words of one side alone."""
    best = total = 0.0
    begin = start = end = 0
    for n, (i, j) in enumerate(steps):
        total += 1.0 if i is not None and j is not None else -_MISS
        if total <= 0:
            total, begin = 0.0, n + 1
        elif total > best:
            best, start, end = total, begin, n + 1
    return steps[start:end]


def _span(text: _Text, first: int, last: int) -> Span:
    """Return the stored characters from word `first` to word `last`, out to the ends of sentences that are near."""
    article, words, sentences = text.reading.article, text.words, text.reading.sentences
    start, end = words[first].start, words[last].end
    before = sum(word.sentence == words[first].sentence for word in words[max(0, first - _SNAP - 1) : first])
    after = sum(word.sentence == words[last].sentence for word in words[last + 1 : last + _SNAP + 2])
    if before <= _SNAP:
        start = sentences[words[first].sentence].start
    if after <= _SNAP:
        end = sentences[words[last].sentence].end
    return Span(article.id, start, end, article.text[start:end])


def _drop_inner(copies: Iterable[Copy]) -> Iterator[Copy]:
    """Leave out copies that lie within a longer one on either side, as repeated titles and phrases give."""
    pairs: defaultdict[tuple[str, str], list[Copy]] = defaultdict(list)
    for copy in copies:
        pairs[copy.a.article, copy.b.article].append(copy)
    for found in pairs.values():
        kept: list[Copy] = []
        for copy in sorted(found, key=lambda c: (c.a.start - c.a.end, c.a, c.b)):
            if not any(_is_inside(copy, other) for other in kept):
                kept.append(copy)
        yield from kept


def _is_inside(inner: Copy, outer: Copy) -> bool:
    """Whether one copy adds nothing to another: both of its spans lie within the other's."""
    return all(
        small.start >= large.start and small.end <= large.end for small, large in ((inner.a, outer.a), (inner.b, outer.b))
    )
