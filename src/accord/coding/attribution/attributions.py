"""Find who says what: direct and indirect speech, "according to", cue nouns, and how voices stand within voices.

In: a `ParsedArticle` and its mentions. Out: `Attribution`s in the order of their content, and by `voices_at` the chain of
voices around a passage. It reads no credit lines (cleaning does) and does not judge whether what is said is true.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from accord.coding.attribution.colons import run_turns
from accord.coding.attribution.cue import Cue
from accord.coding.attribution.cues import find_cues
from accord.coding.attribution.quotes import Quotation, find_quotations, quotations_in
from accord.coding.attribution.quoting import give_quotations
from accord.coding.attribution.speakers import find_speakers
from accord.coding.attribution.voices import voices_at
from accord.language.parse import ParsedArticle
from accord.model.reading import Attribution, MentionDraft

__all__ = ["find_attributions", "voices_at"]

_FIRST_PERSON = frozenset({"i", "we", "me", "us"})


def find_attributions(parsed: ParsedArticle, mentions: tuple[MentionDraft, ...]) -> tuple[Attribution, ...]:
    """Return the attributions of an article; `parent` is the index of the one each stands within."""
    quotations = find_quotations(parsed)
    cues = [cue for sentence in parsed.sentences for cue in find_cues(sentence)]
    cues = [clipped for cue in cues if (clipped := _clip(parsed, cue, quotations)) is not None]
    cues = run_turns(parsed, give_quotations(parsed, cues, quotations))
    cues = [cue for cue in _carry(cues) if cue.content and (cue.source is not None or cue.kind == "indirect")]
    cues.sort(key=lambda cue: (cue.content[0][0], -cue.content[-1][1], cue.under is not None, cue.cue))
    speakers = find_speakers(mentions, cues)
    parents = _parents(parsed, cues)
    return tuple(_to_attribution(cue, parents[i], speakers[i]) for i, cue in enumerate(cues))


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
    around = next((q for q in quotations_in(quotations, *cue.cue) if q.covers(cue.cue[0]) and not q.is_scare), None)
    if around is None:
        return cue
    source = parsed.article.text[slice(*cue.source)].lower() if cue.source is not None else ""
    if not cue.says or source in _FIRST_PERSON:
        return None
    low, high = around.start + 1, around.end - 1
    spans = tuple((max(s, low), min(e, high)) for s, e in cue.content if s < high and e > low)
    return replace(cue, content=spans, takes_quote=False)


def _carry(cues: Sequence[Cue]) -> Iterable[Cue]:
    """Give "citing X" the content of the cue it hangs on."""
    by_cue = {cue.cue: cue for cue in cues}
    for cue in cues:
        outer = by_cue.get(cue.under) if cue.under is not None else None
        yield replace(cue, content=outer.content) if outer is not None else cue


def _parents(parsed: ParsedArticle, cues: Sequence[Cue]) -> list[int | None]:
    """Return for each cue the attribution it stands within: the one it continues, or the narrowest around its cue.

    A parent's content is wider, or as wide and earlier in order, so that no chain of parents can run in a circle.
    """
    widths = [sum(end - start for start, end in cue.content) for cue in cues]
    starts = [sentence.start for sentence in parsed.sentences]
    around: dict[int, list[int]] = defaultdict(list)
    for i, cue in enumerate(cues):
        touched = {n for s, e in cue.content for n in range(bisect_right(starts, s) - 1, bisect_right(starts, e - 1))}
        for number in sorted(touched | {cue.sentence}):
            around[number].append(i)
    parents: list[int | None] = []
    for i, cue in enumerate(cues):
        wider = [j for j in around[cue.sentence] if (widths[j], -j) > (widths[i], -i)]
        named = [j for j in wider if cues[j].cue == cue.under]
        within = [j for j in wider if any(s <= cue.cue[0] and cue.cue[1] <= e for s, e in cues[j].content)]
        parents.append(min(named or within, key=lambda j: (widths[j], -j), default=None))
    return parents
