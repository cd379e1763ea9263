"""An attribution in the making.

In: nothing; this holds the type that the finders of cues share. What a cue is, they decide.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from accord.coding.attribution.sources import agent_of, child
from accord.coding.attribution.spans import Spans
from accord.language.parse import Sentence
from accord.model.reading import AttributionKind

THINGS = frozenset({"it", "that", "this", "there", "what", "which", "these", "those"})
"""Subjects that are nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """An attribution in the making, inside one sentence.

    `frame` are the cue's own words with its subject; `head` is the offset of the source's head noun; `takes_quote` tells
    whether a quotation beside it may be its content; `under` is the cue of the attribution it continues ("citing ...");
    `turn` tells that it opens what a speaker says in a transcript ("LEE: ...").
    """

    kind: AttributionKind
    sentence: int
    cue: tuple[int, int]
    frame: tuple[int, int]
    source: tuple[int, int] | None = None
    head: int | None = None
    content: Spans = ()
    medium: tuple[int, int] | None = None
    says: bool = True
    takes_quote: bool = False
    under: tuple[int, int] | None = None
    turn: bool = False


def cue_span(sentence: Sentence, verb: Token) -> tuple[int, int]:
    """Return the offsets of a cue verb with its particle; of one that names nobody with its auxiliary ("was reported")."""
    particle = child(verb, "prt")
    helper = child(verb, "auxpass")
    first = helper if helper is not None and agent_of(verb) is None and helper.i < verb.i else verb
    return sentence.range(first, particle if particle is not None and particle.i == verb.i + 1 else verb)
