"""Find who says what: direct and indirect speech, "according to", cue nouns, and how voices stand within voices.

In: a `ParsedArticle` and its mentions. Out: `Attribution`s in the order of their content, and by `voices_at` the chain of
voices around a passage. It reads no credit lines (cleaning does) and does not judge whether what is said is true.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from accord.coding.contents import join_spans
from accord.coding.cue import Cue
from accord.coding.cues import find_cues
from accord.coding.quotes import Quotation, find_quotations
from accord.coding.sources import child, noun_span
from accord.coding.speakers import find_speakers
from accord.coding.voices import voices_at
from accord.language.parse import ParsedArticle, Sentence
from accord.model.reading import Attribution, MentionDraft

__all__ = ["find_attributions", "voices_at"]

_MARKS = "\"'”’»"
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})
_LEAD = 5
"""Most words that may lead over into a quotation that goes on from the sentence before."""
_CLOSE = 2
"""Most words that may stand between a quotation and the words of its cue ("..., in Geneva, the envoy said")."""


def find_attributions(parsed: ParsedArticle, mentions: tuple[MentionDraft, ...]) -> tuple[Attribution, ...]:
    """Return the attributions of an article; `parent` is the index of the one each stands within."""
    quotations = find_quotations(parsed)
    cues = [cue for sentence in parsed.sentences for cue in find_cues(sentence)]
    cues = [clipped for cue in cues if (clipped := _clip(parsed, cue, quotations)) is not None]
    cues = _give_quotations(parsed, cues, quotations)
    cues = [cue for cue in _carry(cues) if cue.content and (cue.source is not None or cue.kind == "indirect")]
    cues.sort(key=lambda cue: (cue.content[0][0], -cue.content[-1][1], cue.cue))
    speakers = find_speakers(mentions, cues)
    return tuple(_to_attribution(cue, _parent(cues, i), speakers[i]) for i, cue in enumerate(cues))


def _to_attribution(cue: Cue, parent: int | None, mention: int | None) -> Attribution:
    """Return a cue as an attribution, with the mention of its source."""
    return Attribution(
        kind=cue.kind,
        source=cue.source,
        source_mention=mention,
        cue=cue.cue if cue.cue[0] < cue.cue[1] else None,
        content=cue.content,
        parent=parent,
        medium=cue.medium,
        says=cue.says,
    )


def _clip(parsed: ParsedArticle, cue: Cue, quotations: Sequence[Quotation]) -> Cue | None:
    """Keep a cue that stands inside a quotation to that quotation.

    What speakers say there of their own saying and wishing ("I think", "we want") adds no voice, and is left out.
    """
    around = next((q for q in quotations if q.covers(cue.cue[0]) and not q.is_scare), None)
    if around is None:
        return cue
    source = parsed.article.text[slice(*cue.source)].lower() if cue.source is not None else ""
    if not cue.says or source in _FIRST_PERSON:
        return None
    low, high = around.start + 1, around.end - 1
    spans = tuple((max(s, low), min(e, high)) for s, e in cue.content if s < high and e > low)
    return replace(cue, content=spans, takes_quote=False)


def _give_quotations(parsed: ParsedArticle, cues: list[Cue], quotations: Sequence[Quotation]) -> list[Cue]:
    """Give each quotation to the cue that introduces, follows or continues it."""
    given: dict[int, list[Quotation]] = {}
    owners: dict[int, int] = {}
    for number, quotation in enumerate(quotations):
        owner = _own_cue(parsed, cues, quotation)
        if owner is None and not quotation.is_scare:
            before = owners.get(number - 1)
            owner = _carried_on(parsed, cues, given, before, quotation)
            if owner is None and (speaker := _silent_speaker(parsed, quotation)) is not None:
                cues = [*cues, speaker]
                owner = len(cues) - 1
        if owner is not None:
            given.setdefault(owner, []).append(quotation)
            owners[number] = owner
    whole = [
        _with_quotations(parsed, _with_speaker(parsed, cue, given.get(i, [])), given.get(i, [])) for i, cue in enumerate(cues)
    ]
    return [_run_on(parsed, cue, quotations) for cue in whole]


def _own_cue(parsed: ParsedArticle, cues: Sequence[Cue], quotation: Quotation) -> int | None:
    """Return the cue beside a quotation: after it in the sentence where it ends, or before it where it begins."""
    text = parsed.article.text
    first, last = _sentence_at(parsed, quotation.start), _sentence_at(parsed, quotation.end - 1)
    after = [i for i, c in enumerate(cues) if c.takes_quote and c.sentence == last.index and c.cue[0] >= quotation.end]
    after.sort(key=lambda i: cues[i].frame)
    said = text[quotation.start : quotation.end].rstrip(_MARKS)
    ends = said[-1:] in {",", "?", "!", "—", "-", "…"} or text[quotation.end : quotation.end + 1] == ","
    if quotation.is_scare and quotation.start > first.start:
        ends = ends and said[-1:] == "," and not text[first.start : quotation.start].strip()
    for i in after[:1]:
        gap = text[quotation.end : max(cues[i].frame[0], quotation.end)]
        if ends and len(gap.split()) <= _CLOSE and not any(mark in gap for mark in ".?!"):
            return i
    before = [i for i, c in enumerate(cues) if c.takes_quote and c.sentence == first.index and c.cue[1] <= quotation.start]
    lead = text[first.start : quotation.start].rstrip()
    adjacent = before and not text[cues[before[-1]].frame[1] : quotation.start].strip(" ,:")
    if before and (adjacent or (lead.endswith((",", ":")) and not quotation.is_scare)):
        return before[-1]
    return None


def _carried_on(
    parsed: ParsedArticle, cues: Sequence[Cue], given: dict[int, list[Quotation]], before: int | None, quotation: Quotation
) -> int | None:
    """Return the cue of the sentence before, where a quotation that opens a sentence goes on from it."""
    sentence = _sentence_at(parsed, quotation.start)
    if sentence.index == 0 or not (sentence.start == quotation.start or _is_led_in(parsed, cues, quotation, sentence)):
        return None
    previous = parsed.sentences[sentence.index - 1]
    if previous.doc.text.rstrip().endswith(":"):
        return next((i for i, c in reversed(list(enumerate(cues))) if c.takes_quote and c.sentence == previous.index), None)
    if before is None:
        return None
    reach = max([cues[before].sentence, *(_sentence_at(parsed, q.end - 1).index for q in given[before])])
    return before if reach >= previous.index else None


def _is_led_in(parsed: ParsedArticle, cues: Sequence[Cue], quotation: Quotation, sentence: Sentence) -> bool:
    """Whether a sentence goes over into a quotation after a few words, with no cue of its own: "But it 'will not fly.'"."""
    lead = parsed.article.text[sentence.start : quotation.start].split()
    if parsed.sentences[sentence.index - 1].paragraph != sentence.paragraph or any(
        c.sentence == sentence.index and c.content for c in cues
    ):
        return False
    return len(lead) <= _LEAD and quotation.end >= sentence.end - 1


def _silent_speaker(parsed: ParsedArticle, quotation: Quotation) -> Cue | None:
    """Return the subject of the sentence before as the speaker of a quotation without a cue of its own."""
    sentence = _sentence_at(parsed, quotation.start)
    if sentence.start != quotation.start or sentence.index == 0 or not quotation.finite:
        return None
    previous = parsed.sentences[sentence.index - 1]
    root = next((t for t in previous.doc if t.dep_ == "ROOT"), None)
    subject = child(root, "nsubj", "nsubjpass") if root is not None else None
    if subject is None or not (subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}) or previous.kind == "title":
        return None
    at = (quotation.start, quotation.start)
    return Cue(
        kind="direct",
        sentence=sentence.index,
        cue=at,
        frame=at,
        source=noun_span(previous, subject),
        head=previous.start + subject.idx,
    )


def _with_speaker(parsed: ParsedArticle, cue: Cue, quotations: Sequence[Quotation]) -> Cue:
    """Return a cue whose source stands outside its quotation: the noun phrase beside the cue, where the parse found another."""
    if not any(cue.source is None or (q.start <= cue.source[0] < q.end) for q in quotations):
        return cue
    sentence = parsed.sentences[cue.sentence]
    low, high = cue.cue[0] - sentence.start, cue.cue[1] - sentence.start
    inside = [(q.start - sentence.start, q.end - sentence.start) for q in quotations]
    outside = [t for t in sentence.doc if not any(s <= t.idx < e for s, e in inside) and not t.is_punct]
    after = [t for t in outside if t.idx >= high][:1]
    before = [t for t in outside if t.idx < low][-1:]
    for token in [*after, *before]:
        while token.dep_ in {"compound", "det", "amod", "poss", "nmod", "nummod"} and token.head in outside:
            token = token.head
        if token.pos_ in {"PROPN", "NOUN", "PRON"}:
            start, end = noun_span(sentence, token)
            if not any(q.start < end and start < q.end for q in quotations):
                return replace(cue, source=(start, end), head=sentence.start + token.idx)
    return replace(cue, source=None, head=None)


def _with_quotations(parsed: ParsedArticle, cue: Cue, quotations: Sequence[Quotation]) -> Cue:
    """Return a cue whose content is its quotations, and what of its clause stands outside them."""
    if not quotations:
        return cue
    spans = [(q.start, q.end) for q in quotations]
    first = _sentence_at(parsed, quotations[0].start)
    if cue.content and cue.content[0][0] < quotations[0].start and quotations[0].start > first.start:
        touching = [s for s in cue.content if s[1] >= quotations[0].start or s[1] <= cue.cue[0]]
        return replace(cue, kind="mixed", content=join_spans(parsed.article.text, [*touching, *spans]), says=True)
    if quotations[0].end <= cue.cue[0] and quotations[0].start > first.start:
        lead = first.start
        return replace(cue, kind="mixed", content=join_spans(parsed.article.text, [(lead, spans[0][1]), *spans]), says=True)
    spans = [_with_lead(parsed, cue, q) for q in quotations]
    return replace(cue, kind="direct", content=join_spans(parsed.article.text, spans), says=True)


def _with_lead(parsed: ParsedArticle, cue: Cue, quotation: Quotation) -> tuple[int, int]:
    """Return a quotation's span, with the words of its sentence that lead into it where the cue stands in another one."""
    sentence = _sentence_at(parsed, quotation.start)
    start = quotation.start if cue.sentence >= sentence.index else min(sentence.start, quotation.start)
    return start, quotation.end


def _run_on(parsed: ParsedArticle, cue: Cue, quotations: Sequence[Quotation]) -> Cue:
    """Extend content that ends inside a quotation to the end of it, and mark it as mixed."""
    text, spans, kind = parsed.article.text, [], cue.kind
    for start, end in cue.content:
        for q in quotations:
            if (
                not q.covers(cue.cue[0])
                and q.start < end
                and start < q.end
                and cue.kind in {"indirect", "mixed", "according_to"}
            ):
                if not q.is_scare and kind == "indirect":
                    kind = "mixed"
                if not (q.start < cue.cue[0] < q.end) and (q.start >= start or q.end <= end):
                    start, end = min(start, q.start), max(end, q.end)
        spans.append((start, end))
    clear = [s for s in spans if not (s[0] < cue.cue[1] and s[1] > cue.cue[0])]
    return replace(cue, kind=kind, content=join_spans(text, clear)) if clear else cue


def _carry(cues: Sequence[Cue]) -> Iterable[Cue]:
    """Give "citing X" the content of the cue it hangs on."""
    by_cue = {cue.cue: cue for cue in cues}
    for cue in cues:
        outer = by_cue.get(cue.under) if cue.under is not None else None
        yield replace(cue, content=outer.content) if outer is not None else cue


def _parent(cues: Sequence[Cue], index: int) -> int | None:
    """Return the attribution a cue stands within: the one it is said to continue, or the narrowest around its cue."""
    cue = cues[index]
    around = [
        i for i, c in enumerate(cues)
        if i != index and (c.cue == cue.under or any(s <= cue.cue[0] and cue.cue[1] <= e for s, e in c.content))
    ]  # fmt: skip
    named = [i for i in around if cues[i].cue == cue.under]
    # Two cues within each other's content cannot each be the other's parent: the one that comes first stands outside.
    free = [i for i in around if i < index or not any(s <= cues[i].cue[0] and cues[i].cue[1] <= e for s, e in cue.content)]
    return min(named or free, key=lambda i: (sum(e - s for s, e in cues[i].content), i), default=None)


def _sentence_at(parsed: ParsedArticle, offset: int) -> Sentence:
    """Return the sentence an offset stands in, or the last one before it."""
    low, high = 0, len(parsed.sentences) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if parsed.sentences[middle].start <= offset:
            low = middle
        else:
            high = middle - 1
    return parsed.sentences[low]
