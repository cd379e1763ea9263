"""Give quotations to who speaks them.

In: the cues of an article and its quotations. Out: the cues with their quotations as content, over sentences and
paragraphs. A quotation that no rule gives to anybody stays without a speaker.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from accord.coding.attribution.cue import Cue
from accord.coding.attribution.quotes import Quotation, quotations_in
from accord.coding.attribution.sources import child, noun_span
from accord.coding.attribution.spans import join_spans
from accord.language.parse import ParsedArticle, Sentence

_MARKS = "\"'”’»"
_LEAD = 5
"""Most words that may lead over into a quotation that goes on from the sentence before."""
_CLOSE = 2
"""Most words that may stand between a quotation and the words of its cue ("..., in Geneva, the envoy said")."""
_LINKS = frozenset({"and", "but", "that", "and that", "but that", "and still", "because", "while"})
"""Words between a cue and a quotation that goes on from what is said: "Many left, she said, and 'nobody came back.'"."""
_SHORT = 12
"""Most words of a sentence that only says who asked or cried what stands before it ("'Why?' the envoy asked.")."""


@dataclass(slots=True)
class _Scene:
    """An article's cues by sentence, and who was given which quotation so far."""

    parsed: ParsedArticle
    cues: list[Cue]
    by_sentence: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    starts: list[int] = field(default_factory=list)
    given: dict[int, list[Quotation]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = [sentence.start for sentence in self.parsed.sentences]
        for i, cue in enumerate(self.cues):
            self.by_sentence[cue.sentence].append(i)

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence an offset stands in, or the last one before it."""
        return self.parsed.sentences[max(bisect_right(self.starts, offset) - 1, 0)]

    def opening(self, quotation: Quotation) -> Sentence:
        """Return the sentence of a quotation's first word; a parser may leave the opening mark to the sentence before."""
        text, at = self.parsed.article.text, quotation.start
        while at < quotation.end - 1 and not text[at].isalnum():
            at += 1
        return self.sentence_at(at)

    def speaking(self, sentence: int) -> list[int]:
        """Return the cues of a sentence that may take a quotation, in order."""
        return [i for i in self.by_sentence.get(sentence, ()) if self.cues[i].takes_quote]


def give_quotations(parsed: ParsedArticle, cues: Sequence[Cue], quotations: Sequence[Quotation]) -> list[Cue]:
    """Return the cues, each with the quotations that it introduces, follows or continues."""
    scene = _Scene(parsed, list(cues))
    last: int | None = None
    for quotation in quotations:
        owner = _own_cue(scene, quotation)
        if owner is None and not quotation.is_scare:
            owner = _asking_cue(scene, quotation)
            owner = _carried_on(scene, last, quotation) if owner is None else owner
            speaker = (_colon_speaker(scene, quotation) or _silent_speaker(scene, quotation)) if owner is None else None
            if speaker is not None:
                scene.cues.append(speaker)
                owner = len(scene.cues) - 1
        if owner is not None:
            scene.given.setdefault(owner, []).append(quotation)
        last = owner
    whole = []
    for i, cue in enumerate(scene.cues):
        own = scene.given.get(i, [])
        whole.append(_with_quotations(scene, _with_speaker(scene, cue, own), own) if own else cue)
    return [_run_on(scene, cue, quotations) for cue in whole]


def _own_cue(scene: _Scene, quotation: Quotation) -> int | None:
    """Return the cue beside a quotation: after it in the sentence where it ends, or before it where it begins."""
    text, cues = scene.parsed.article.text, scene.cues
    first, last = scene.opening(quotation), scene.sentence_at(quotation.end - 1)
    after = sorted((i for i in scene.speaking(last.index) if cues[i].cue[0] >= quotation.end), key=lambda i: cues[i].frame)
    said = text[quotation.start : quotation.end].rstrip(_MARKS)
    ends = said[-1:] in {",", "?", "!", "—", "-", "…"} or text[quotation.end : quotation.end + 1] == ","
    if quotation.is_scare and quotation.start > first.start:
        ends = ends and said[-1:] == "," and not text[first.start : quotation.start].strip()
    for i in after[:1]:
        source = cues[i].source
        if source is not None and first.start <= source[0] < quotation.start < cues[i].cue[0]:
            continue  # "the envoy, citing 'grave doubts,' said": the marks stand between the speaker and the cue
        gap = text[quotation.end : max(cues[i].frame[0], quotation.end)]
        if ends and len(gap.split()) <= _CLOSE and not any(mark in gap for mark in ".?!"):
            return i
    before = [
        i for i in scene.speaking(first.index) if cues[i].cue[1] <= quotation.start and not _is_source(cues[i], quotation)
    ]
    lead = text[first.start : quotation.start].rstrip()
    gap = text[cues[before[-1]].frame[1] : quotation.start].strip(" ,:") if before else ""
    adjacent = before and (not gap or (gap in _LINKS and not quotation.is_scare))
    if before and (adjacent or (lead.endswith((",", ":", " that")) and not quotation.is_scare)):
        return before[-1]
    return None


def _is_source(cue: Cue, quotation: Quotation) -> bool:
    """Whether a phrase in marks is part of the words that name a cue's source: "according to the 'clean water' plan"."""
    return cue.source is not None and quotation.is_scare and cue.source[0] <= quotation.start and quotation.end <= cue.source[1]


def _asking_cue(scene: _Scene, quotation: Quotation) -> int | None:
    """Return the cue of the next sentence where that only tells who asked or cried: "'Why?' the envoy asked."."""
    text = scene.parsed.article.text
    sentence = scene.sentence_at(quotation.end - 1)
    said = text[quotation.start : quotation.end].rstrip(_MARKS)
    if (
        said[-1:] not in {"?", "!", "…", "."}
        or quotation.end < sentence.end
        or sentence.index + 1 >= len(scene.parsed.sentences)
    ):
        return None
    following = scene.parsed.sentences[sentence.index + 1]
    words = text[following.start : following.end]
    if (
        following.paragraph != sentence.paragraph
        or len(words.split()) > _SHORT
        or words.endswith(":")
        or '"' in following.doc.text
    ):
        return None
    cues = [i for i in scene.speaking(following.index) if not scene.cues[i].content and scene.cues[i].source is not None]
    return next((i for i in cues if scene.cues[i].frame[0] == following.start), None)


def _carried_on(scene: _Scene, before: int | None, quotation: Quotation) -> int | None:
    """Return the cue of the sentence before, where a quotation that opens a sentence goes on from it."""
    sentence = scene.opening(quotation)
    if sentence.index == 0 or not (quotation.start <= sentence.start or _is_led_in(scene, quotation, sentence)):
        return None
    previous = scene.parsed.sentences[sentence.index - 1]
    if previous.doc.text.rstrip().endswith(":"):
        return next(reversed(scene.speaking(previous.index)), None)
    if before is None:
        return None
    reach = max([scene.cues[before].sentence, *(scene.sentence_at(q.end - 1).index for q in scene.given[before])])
    return before if reach >= previous.index else None


def _is_led_in(scene: _Scene, quotation: Quotation, sentence: Sentence) -> bool:
    """Whether a sentence goes over into a quotation after a few words, with no cue of its own: "But it 'will not fly.'"."""
    lead = scene.parsed.article.text[sentence.start : quotation.start].split()
    if scene.parsed.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        return False
    if any(scene.cues[i].content for i in scene.by_sentence.get(sentence.index, ())):
        return False
    return len(lead) <= _LEAD and quotation.end >= sentence.end - 1


def _colon_speaker(scene: _Scene, quotation: Quotation) -> Cue | None:
    """Return the subject of the words before a colon as the speaker: "The council put it plainly: '...'"."""
    text = scene.parsed.article.text
    sentence = scene.opening(quotation)
    if quotation.start <= sentence.start and sentence.index > 0:
        sentence = scene.parsed.sentences[sentence.index - 1]
    lead = text[sentence.start : quotation.start].rstrip()
    if not lead.endswith(":") or sentence.kind == "title":
        return None
    colon = sentence.start + len(lead) - 1
    root = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
    subject = child(root, "nsubj") if root is not None else None
    if subject is None or subject.lower_ in {"it", "this", "that", "there"} or sentence.start + subject.idx >= colon:
        return None
    return _speaker(sentence, subject, quotation, (colon, colon + 1))


def _silent_speaker(scene: _Scene, quotation: Quotation) -> Cue | None:
    """Return the subject of the sentence before as the speaker of a quotation without a cue of its own."""
    sentence = scene.opening(quotation)
    if quotation.start > sentence.start or sentence.index == 0 or not quotation.finite:
        return None
    previous = scene.parsed.sentences[sentence.index - 1]
    root = next((t for t in previous.doc if t.dep_ == "ROOT"), None)
    subject = child(root, "nsubj", "nsubjpass") if root is not None else None
    if subject is None or not (subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}) or previous.kind == "title":
        return None
    return _speaker(previous, subject, quotation, (quotation.start, quotation.start))


def _speaker(sentence: Sentence, subject: Token, quotation: Quotation, cue: tuple[int, int]) -> Cue:
    """Return a cue for a quotation whose speaker is a subject without a verb of speech."""
    return Cue(
        kind="direct",
        sentence=sentence.index,
        cue=cue,
        frame=cue,
        source=noun_span(sentence, subject),
        head=sentence.start + subject.idx,
    )


def _with_speaker(scene: _Scene, cue: Cue, quotations: Sequence[Quotation]) -> Cue:
    """Return a cue whose source stands outside its quotation: the noun phrase beside the cue, where the parse found another."""
    if not any(cue.source is None or (q.start <= cue.source[0] < q.end) for q in quotations):
        return cue
    sentence = scene.parsed.sentences[cue.sentence]
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


def _with_quotations(scene: _Scene, cue: Cue, quotations: Sequence[Quotation]) -> Cue:
    """Return a cue whose content is its quotations, and what of its clause stands outside them."""
    if not quotations:
        return cue
    spans = [(q.start, q.end) for q in quotations]
    first = scene.opening(quotations[0])
    if cue.content and cue.content[0][0] < quotations[0].start and quotations[0].start > first.start:
        touching = [s for s in cue.content if s[1] >= quotations[0].start or s[1] <= cue.cue[0]]
        return replace(cue, kind="mixed", content=join_spans(scene.parsed.article.text, [*touching, *spans]), says=True)
    lead = first.start
    introduced = scene.parsed.article.text[lead : quotations[0].start].rstrip().endswith(":")
    if quotations[0].end <= cue.cue[0] and quotations[0].start > lead and not introduced:
        return replace(
            cue, kind="mixed", content=join_spans(scene.parsed.article.text, [(lead, spans[0][1]), *spans]), says=True
        )
    spans = [_with_lead(scene, cue, q) for q in quotations]
    return replace(cue, kind="direct", content=join_spans(scene.parsed.article.text, spans), says=True)


def _with_lead(scene: _Scene, cue: Cue, quotation: Quotation) -> tuple[int, int]:
    """Return a quotation's span, with the words of its sentence that lead into it where the cue stands in another one."""
    sentence = scene.opening(quotation)
    start = quotation.start if cue.sentence >= sentence.index else min(sentence.start, quotation.start)
    return start, quotation.end


def _run_on(scene: _Scene, cue: Cue, quotations: Sequence[Quotation]) -> Cue:
    """Extend content that ends inside a quotation to the end of it, and mark it as mixed."""
    if cue.kind not in {"indirect", "mixed", "according_to"}:
        return cue
    spans, kind = [], cue.kind
    for start, end in cue.content:
        for q in quotations_in(quotations, start, end):
            if q.covers(cue.cue[0]):
                continue
            if not q.is_scare and kind == "indirect":
                kind = "mixed"
            if q.start >= start or q.end <= end:
                start, end = min(start, q.start), max(end, q.end)
        spans.append((start, end))
    clear = [s for s in spans if not (s[0] < cue.cue[1] and s[1] > cue.cue[0])]
    return replace(cue, kind=kind, content=join_spans(scene.parsed.article.text, clear)) if clear else cue
