"""Mentions while they are being found: they point at each other directly, and get their indexes at the end.

In: tokens of sentences. Out: `MentionDraft` and `Fact` tuples sorted by position. The drafts of one article live only
within `names.find_mentions`; nothing else sees or keeps them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from accord.language.parse import ParsedArticle, Sentence
from accord.model.reading import Fact, FactKind, MentionDraft, MentionLabel
from accord.model.record import ActorType, MentionForm

_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\ufeff")
_LONGEST_ABBREVIATION = 5
"""Longer words than this that end in a full stop are not abbreviated: the stop ends the sentence."""


@dataclass(slots=True, eq=False)
class Draft:
    """A mention under way: `first` and `last` are token indexes of its sentence, `start` and `end` offsets of the text."""

    sentence: Sentence
    first: int
    last: int
    start: int
    end: int
    form: MentionForm = "name"
    label: MentionLabel = "unknown"
    head: str = ""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    actor_type: ActorType | None = None
    refers_to: Draft | None = None
    owner: Draft | None = None
    members: tuple[Draft, ...] = ()
    plural: bool = False
    core: int = 0
    """Index of the token that heads the mention in the parse."""
    titled: str = ""
    """The title that stands before the name, as written."""
    title_first: int = -1
    """Index of the first token of that title."""
    sure: bool = False
    """Whether the label rests on a gazetteer or a title, not on a guess."""
    kind: str = ""
    """For descriptors: person, persons, body, country or place."""

    @property
    def token(self) -> Token:
        """Return the token that heads the mention."""
        return self.sentence.doc[self.core]

    def text(self, article: str) -> str:
        """Return the mention's characters of the stored text."""
        return article[self.start : self.end]

    def position(self) -> tuple[int, int, int]:
        """Return what mentions are sorted by."""
        return self.sentence.index, self.start, self.end


@dataclass(frozen=True, slots=True, eq=False)
class FactDraft:
    """A fact whose mentions are drafts."""

    kind: FactKind
    subject: Draft
    start: int
    end: int
    value: str | None = None
    object: Draft | None = None


def before(drafts: Sequence[Draft], number: int, reach: int) -> Sequence[Draft]:
    """Return the drafts before one of a sorted sequence, from at most `reach` sentences back, so that cost stays linear."""
    oldest = drafts[number].sentence.index - reach
    return drafts[bisect_left(drafts, oldest, hi=number, key=lambda draft: draft.sentence.index) : number]


def make_draft(sentence: Sentence, first: int, last: int) -> Draft:
    """Return a draft over tokens `first` to `last`, both included; its core is the token whose head lies outside."""
    start, end = sentence.range(sentence.doc[first], sentence.doc[last])
    text = sentence.doc[last].text
    while end > start + 1 and sentence.doc.text[end - 1 - sentence.start] in _INVISIBLE:
        end -= 1
    note = text.find("[")
    if note > 1:
        end, text = sentence.start + sentence.doc[last].idx + note, text[:note]
    if text.endswith(".") and len(text) > _LONGEST_ABBREVIATION and text[:-1].isalpha():
        end -= 1
    return Draft(sentence, first, last, start, end, core=find_core(sentence, first, last))


def find_core(sentence: Sentence, first: int, last: int) -> int:
    """Return the token of a stretch whose head lies outside it: the last such one."""
    doc = sentence.doc
    core = last
    for i in range(last, first - 1, -1):
        head = doc[i].head.i
        if (head < first or head > last or head == i) and not doc[i].is_punct:
            return i
    return core


def freeze(
    drafts: Sequence[Draft], facts: Sequence[FactDraft], parsed: ParsedArticle
) -> tuple[tuple[MentionDraft, ...], tuple[Fact, ...]]:
    """Sort drafts by position and turn references into indexes; facts whose mentions were dropped fall away."""
    ordered = sorted(drafts, key=Draft.position)
    index = {id(draft): number for number, draft in enumerate(ordered)}
    mentions = tuple(_freeze_draft(draft, index, parsed.article.text) for draft in ordered)
    frozen = []
    for fact in facts:
        subject = index.get(id(fact.subject))
        target = index.get(id(fact.object)) if fact.object is not None else None
        if subject is not None and (fact.object is None or (target is not None and target != subject)):
            frozen.append(
                Fact(kind=fact.kind, subject=subject, start=fact.start, end=fact.end, value=fact.value, object=target)
            )
    unique = sorted(set(frozen), key=lambda f: (f.subject, f.start, f.end, f.kind, f.value or "", f.object or -1))
    return mentions, tuple(unique)


def _freeze_draft(draft: Draft, index: dict[int, int], text: str) -> MentionDraft:
    def number(other: Draft | None) -> int | None:
        return index.get(id(other)) if other is not None and other is not draft else None

    return MentionDraft(
        sentence=draft.sentence.index,
        start=draft.start,
        end=draft.end,
        text=draft.text(text),
        form=draft.form,
        label=draft.label,
        head=draft.head,
        country=draft.country,
        sectors=draft.sectors,
        actor_type=draft.actor_type,
        refers_to=number(draft.refers_to),
        owner=number(draft.owner),
        members=tuple(i for member in draft.members if (i := number(member)) is not None),
        plural=draft.plural,
    )
