"""The chain of voices around a passage: who says so, outermost first.

In: the attributions of an article and a passage. Out: `VoiceDraft`s, without the outlet that published the article. A
passage is in a voice only where an attribution's content covers it; nothing is carried over from sentence to sentence.
"""

import re
from collections.abc import Sequence

from accord.language.parse import ParsedArticle
from accord.model.reading import Attribution, MentionDraft, VoiceDraft

UNNAMED = "unnamed source"
"""The text of a voice that the article does not name ("is said to have", "it was reported")."""
_LONGEST = 90
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
        told = {voice.text for voice in chain}
        chain += [voice for voice in _voices(attributions[i], parsed, mentions) if voice.text not in told]
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
        start, end = attribution.source or (0, 0)
        words, mention = text[start:end] or UNNAMED, attribution.source_mention
        if mention is not None and (words.lower() in _RELATIVE or len(words) > _LONGEST):
            words = mentions[mention].text
        words = _clip(words)
        voices.append(VoiceDraft(text=words, mention=mention, cue_start=cue[0], cue_end=cue[1]))
    return voices


def _clip(words: str) -> str:
    """Cut a source that the parse made too long at its first clause mark; a name with its title stays whole."""
    if len(words) <= _LONGEST:
        return words
    short = re.split(r"[,:;“\"(]| who | which | that | claiming | saying ", words, maxsplit=1)[0].strip()
    return short if 0 < len(short) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
