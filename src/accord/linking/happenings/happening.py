"""What joining happenings needs of the articles that name them.

A happening is named by a word or phrase ("was shot", "the merger", "it"); words are folded, participants are the words that
name them. Who reads an article fills these; nothing here knows a parser, and a happening need not be of a type that the record
has.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Part = Literal["verb", "noun", "pronoun", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One naming of a happening.

    Attributes:
        passage: number of the sentence it stands in; `start` its place in the article.
        lemma, particle: of its main word ("check", "into"); `lemmas` of all its words, `text` as it stands.
        governor: lemma of the word that it hangs on.
        doers, undergoers, settings: folded words of who does it, who or what it is done to, and of other phrases with it.
        tense: as the grammar has it, or "".
        near: stems of the words around it.
    """

    passage: int
    start: int
    lemma: str
    text: str
    particle: str = ""
    lemmas: tuple[str, ...] = ()
    part: Part = "verb"
    governor: str = ""
    doers: frozenset[str] = frozenset()
    undergoers: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    tense: str = ""
    negated: bool = False
    modal: bool = False
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence: counted stems of its content words, and the words of its names, numbers and times."""

    words: Mapping[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one article tells."""

    passages: tuple[Passage, ...]
    happenings: tuple[Happening, ...]
