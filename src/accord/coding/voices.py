"""The chain of voices around a passage: who says so, outermost first.

In: the attributions of an article and a passage. Out: `VoiceDraft`s, without the outlet that published the article. A
passage is in a voice only where an attribution's content covers it; nothing is carried over from sentence to sentence.
"""

from collections.abc import Sequence

from accord.language.parse import ParsedArticle
from accord.model.reading import Attribution, MentionDraft, VoiceDraft

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def voices_at(
    attributions: Sequence[Attribution], parsed: ParsedArticle, mentions: Sequence[MentionDraft], start: int, end: int
) -> tuple[VoiceDraft, ...]:
    """Return the voices whose words cover the characters from start to end, outermost first.

    The speech act itself ("said", "condemned") is in no voice of its own: its cue is not part of its content.
    """
    around = [
        (_depth(attributions, i), -_width(a), i)
        for i, a in enumerate(attributions)
        if a.says and any(s <= start and end <= e for s, e in a.content) and not _is_cue(a, start, end)
    ]
    chain: list[VoiceDraft] = []
    for _, _, i in sorted(around):
        chain += [voice for voice in _voices(attributions[i], parsed, mentions) if voice not in chain]
    return tuple(chain)


def _is_cue(attribution: Attribution, start: int, end: int) -> bool:
    """Whether the passage is the attribution's own cue."""
    return attribution.cue is not None and start < attribution.cue[1] and end > attribution.cue[0]


def _depth(attributions: Sequence[Attribution], index: int) -> int:
    """Return how many attributions an attribution stands within."""
    depth, parent = 0, attributions[index].parent
    while parent is not None:
        depth, parent = depth + 1, attributions[parent].parent
    return depth


def _width(attribution: Attribution) -> int:
    """Return the number of characters of an attribution's content."""
    return sum(end - start for start, end in attribution.content)


def _voices(attribution: Attribution, parsed: ParsedArticle, mentions: Sequence[MentionDraft]) -> list[VoiceDraft]:
    """Return the outlet that carries an attribution, where one does, and its source."""
    text = parsed.article.text
    cue = attribution.cue or (None, None)
    voices = []
    if attribution.medium is not None:
        span = attribution.medium
        inside = [i for i, m in enumerate(mentions) if span[0] <= m.start and m.end <= span[1]]
        voices.append(
            VoiceDraft(text=text[span[0] : span[1]], mention=inside[0] if inside else None, cue_start=cue[0], cue_end=cue[1])
        )
    if attribution.source is not None or attribution.cue is not None:
        start, end = attribution.source or attribution.cue or (0, 0)
        words, mention = text[start:end], attribution.source_mention
        if words.lower() in _RELATIVE and mention is not None:
            words = mentions[mention].text
        voices.append(VoiceDraft(text=words, mention=mention, cue_start=cue[0], cue_end=cue[1]))
    return voices
