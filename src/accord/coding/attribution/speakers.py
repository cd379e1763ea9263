"""Tell which mention the source of an attribution is.

In: the mentions of an article and the cues found in it. Out: mention indexes. It corrects the antecedent of a speaker's
pronoun only where speech itself tells better ("..., Lee said. '...,' he added"), and resolves nothing else.
"""

from collections.abc import Sequence

from accord.coding.attribution.cue import Cue
from accord.coding.attribution.speech import speech_words
from accord.model.reading import MentionDraft

_PARTY_FORMS = ("name", "metonym", "descriptor", "pronoun")
_SINGULAR = frozenset({"he", "she"})
_NEAR = 2
"""Sentences back to the speaker or sources that a pronoun or a bare "sources" goes on with."""


def find_speakers(mentions: Sequence[MentionDraft], cues: Sequence[Cue]) -> list[int | None]:
    """Return for each cue the mention that its source is, or None."""
    own = [source_mention(mentions, cue.source, cue.head) if cue.source and cue.head is not None else None for cue in cues]
    order = sorted(range(len(cues)), key=lambda i: cues[i].cue)
    speakers = list(own)
    for place, i in enumerate(order):
        index = own[i]
        if index is None:
            continue
        mention = mentions[index]
        if mention.form == "pronoun" and mention.text.lower() in _SINGULAR:
            speakers[i] = _same_speaker(mentions, cues, speakers, order[:place], i)
        elif mention.refers_to is None and mention.owner is None and not mention.members:
            speakers[i] = _same_sources(mentions, index)
    return speakers


def _same_speaker(
    mentions: Sequence[MentionDraft], cues: Sequence[Cue], speakers: Sequence[int | None], before: Sequence[int], i: int
) -> int | None:
    """Return the mention of the last speaker where "he" cannot be whom the reading of pronouns took him for.

    Nobody is named in their own words, so an antecedent inside the content of "he said" is somebody else.
    """
    index = speakers[i]
    antecedent = mentions[index].refers_to if index is not None else None
    spoken = any(s <= m.start and m.end <= e for s, e in cues[i].content for m in _chain(mentions, antecedent))
    if index is None or (antecedent is not None and not spoken):
        return index
    for j in reversed(before):
        cue, speaker = cues[j], speakers[j]
        inside = any(s <= cue.cue[0] < e for other in cues for s, e in other.content if other.kind == "direct")
        if cues[i].sentence - cue.sentence > _NEAR:
            break
        if speaker is not None and cue.says and not inside and mentions[speaker].label in {"person", "unknown"}:
            return speaker
    return index


def _chain(mentions: Sequence[MentionDraft], index: int | None) -> list[MentionDraft]:
    """Return the mentions that stand for the same as a mention, itself included."""
    if index is None:
        return []
    first = mentions[index].refers_to if mentions[index].refers_to is not None else index
    return [m for i, m in enumerate(mentions) if (i in {index, first} or m.refers_to in {index, first}) and m.form != "pronoun"]


def _same_sources(mentions: Sequence[MentionDraft], index: int) -> int:
    """Return the sources named shortly before that a bare "sources" or an unexplained "they" goes on with."""
    mention, unnamed = mentions[index], speech_words().unnamed_nouns
    bare = mention.text.lower() == "they" or (mention.form == "descriptor" and mention.head == "source")
    if not bare and mention.text.lower() not in {"sources", "officials", "the sources", "the officials"}:
        return index
    for i in range(index - 1, -1, -1):
        other = mentions[i]
        if mention.sentence - other.sentence > _NEAR:
            break
        lemma = other.head.removesuffix("s")
        alike = lemma in unnamed if mention.form == "pronoun" else lemma == mention.head.removesuffix("s")
        if other.form == "descriptor" and other.plural and alike and other.owner is not None:
            return i
    return index


def source_mention(mentions: Sequence[MentionDraft], span: tuple[int, int], head: int) -> int | None:
    """Return the index of the mention that a source is.

    The mention over the head of the noun phrase, a name before a descriptor; unless that leads to nobody ("sources",
    "a statement"), when another mention within the phrase does ("sources with the council": the council).
    """
    inside = [i for i, m in enumerate(mentions) if m.start < span[1] and m.end > span[0]]
    over = sorted(
        (i for i in inside if mentions[i].start <= head < mentions[i].end),
        key=lambda i: (_PARTY_FORMS.index(mentions[i].form), mentions[i].end - mentions[i].start),
    )
    if over and mentions[over[0]].form == "descriptor" and (apposed := _apposed(mentions, inside, span[1])) is not None:
        return apposed
    if over and (_leads(mentions[over[0]]) or len(inside) == len(over)):
        return over[0]
    within = [i for i in inside if i not in over and span[0] <= mentions[i].start and mentions[i].end <= span[1]]
    named = [i for i in within if mentions[i].form != "descriptor" or mentions[i].owner is not None]
    if over and mentions[over[0]].actor_type is not None and not named:
        return over[0]
    # What follows the head says whose it is ("a statement by the office of"), what stands before it only of where.
    after = [i for i in named if mentions[i].start > head]
    return next(iter([*after, *named, *over, *within]), None)


def _apposed(mentions: Sequence[MentionDraft], inside: Sequence[int], end: int) -> int | None:
    """Return the person's name behind the comma that closes a source: "the head of the observatory, Rami Adel"."""
    ends = {mentions[i].end for i in inside}
    for i in inside:
        mention = mentions[i]
        if mention.form == "name" and mention.label == "person" and mention.end == end and mention.start - len(", ") in ends:
            return i
    return None


def _leads(mention: MentionDraft) -> bool:
    """Whether a mention is somebody, or tells through another mention who."""
    return mention.form in {"name", "metonym", "pronoun"} or mention.owner is not None or mention.refers_to is not None
