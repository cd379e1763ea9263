"""One sentence as event coding sees it: tokens with the mentions, times and instruments that stand on them.

In: a parsed `Sentence` and what coding found in it. Out: look-ups from a token to indexes, and what a token denotes by itself.
Decides nothing about events.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.decisions import SILENT, Trace
from accord.language.parse import Sentence
from accord.model.reading import InstrumentDraft, MentionDraft, TimeExpression

_ACTOR_LABELS = frozenset({"person", "organization", "state", "group", "media", "nationality"})
# Endings of nouns for persons: "trainee", "cyclist", "librarian", "serviceman".
_PERSONAL = ("ee", "ist", "ian", "man", "woman")
_NO_PERSONS = frozenset(
    {
        "decree",
        "degree",
        "guarantee",
        "coffee",
        "pedigree",
        "filigree",
        "checklist",
        "playlist",
        "wishlist",
        "shortlist",
        "blacklist",
    }
)
# Lengths, repetitions and hours tell how long, how often and at what time of day, but no date.
_DATELESS = frozenset({"duration", "set", "clock"})
_ACTOR_PRONOUNS = frozenset("he she they him her them it we us i me you who whom".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with look-ups by token index. `mentions` holds all mentions of the article.

    `is_public` says whether the article is about public affairs; `trace` takes the reasons of what is decided against and
    keeps them only for `accord explain`.
    """

    sentence: Sentence
    mentions: tuple[MentionDraft, ...]
    mention_of: dict[int, int]
    time_of: dict[int, int]
    instrument_of: dict[int, int]
    is_public: bool = True
    trace: Trace = SILENT

    def mention(self, token: Token) -> MentionDraft | None:
        """Return the mention that stands on a token."""
        index = self.mention_of.get(token.i)
        return None if index is None else self.mentions[index]


_Found = TypeVar("_Found", MentionDraft, TimeExpression, InstrumentDraft)


def by_sentence(found: Sequence[_Found]) -> dict[int, tuple[tuple[int, _Found], ...]]:
    """Return what coding found with its index, by the number of its sentence; one pass for the whole article."""
    groups: dict[int, list[tuple[int, _Found]]] = {}
    for index, one in enumerate(found):
        groups.setdefault(one.sentence, []).append((index, one))
    return {number: tuple(group) for number, group in groups.items()}


def view_sentence(
    sentence: Sentence,
    mentions: tuple[MentionDraft, ...],
    here: tuple[tuple[int, MentionDraft], ...],
    times: tuple[tuple[int, TimeExpression], ...],
    instruments: tuple[tuple[int, InstrumentDraft], ...],
) -> Clause:
    """Build the look-ups of one sentence from what stands in it; `mentions` are all of the article.

    A token in several mentions belongs to the one that ends on it, else the shortest.
    """
    mention_of: dict[int, int] = {}
    for token in sentence.doc:
        start, end = sentence.token_span(token)
        covering = [(m.end != end, m.end - m.start, i) for i, m in here if m.start < end and start < m.end]
        if covering:
            mention_of[token.i] = min(covering)[2]
    return Clause(
        sentence,
        mentions,
        mention_of,
        _tokens_of(sentence, ((i, t.start, t.end) for i, t in times if t.value.form not in _DATELESS)),
        _tokens_of(sentence, ((i, t.start, t.end) for i, t in instruments)),
    )


def _tokens_of(sentence: Sentence, spans: Iterable[tuple[int, int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for index, start, end in spans:
        for token in sentence.doc:
            a, b = sentence.token_span(token)
            if start < b and a < end:
                found.setdefault(token.i, index)
    return found


def root_of(clause: Clause, index: int) -> int:
    """Return the mention that a pronoun, descriptor or acronym stands for in the end."""
    for _ in range(len(clause.mentions)):
        onward = clause.mentions[index].refers_to
        if onward is None or onward == index:
            break
        index = onward
    return index


def is_actor(clause: Clause, token: Token) -> bool:
    """Whether a noun phrase denotes people or a body that acts."""
    mention = clause.mention(token)
    if mention is not None and (mention.label in _ACTOR_LABELS or mention.form in ("pronoun", "metonym")):
        return token.lower_ != "it" or mention.refers_to is not None
    if token.lower_ in _ACTOR_PRONOUNS or is_each_other(token):
        return True
    lemma = token.lemma_.lower()
    personal = token.pos_ == "NOUN" and len(lemma) > 5 and lemma.endswith(_PERSONAL) and lemma not in _NO_PERSONS
    if personal or lemma in lexicon.people():
        return True
    if lemma in lexicon.words("transparent") or token.like_num:
        inner = [p for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
        if inner:
            return any(is_actor(clause, t) for t in inner)
        # "killed 12" counts people; "$26 million" and "12%" do not
        return (
            token.like_num
            and token.lower_ not in ("million", "billion", "trillion")
            and not any(c.text in "$€£¥%#" for c in token.children)
        )
    return False


def is_each_other(token: Token) -> bool:
    """Whether a token is the end of "each other" or "one another"."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return (before, token.lower_) in (("each", "other"), ("one", "another"))


def is_place(clause: Clause, token: Token) -> bool:
    """Whether a token stands in a place name."""
    mention = clause.mention(token)
    return mention is not None and mention.label in ("place", "state") and mention.form != "pronoun"
