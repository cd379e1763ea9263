"""Find the cues of one sentence: verbs, "according to", nouns and colons that say that somebody says something.

In: a parsed sentence. Out: `Cue`s with source, content and cue offsets within that sentence. Quotations, nesting and
mentions are put in by `accord.coding.attribution.attributions`.
"""

from collections.abc import Iterator

from accord.coding.attribution.attitudes import adjective_attitude, noun_attitude, preposition_attitude
from accord.coding.attribution.colons import colon_cues
from accord.coding.attribution.cue import Cue
from accord.coding.attribution.headlines import headline_cues
from accord.coding.attribution.phrase_cues import (
    HEARSAY,
    according_cue,
    adjective_cue,
    citing_cue,
    hearsay_cue,
    noun_cue,
    view_cue,
)
from accord.coding.attribution.speech import speech_words
from accord.coding.attribution.verb_cues import verb_cue
from accord.language.parse import Sentence


def find_cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield the cues of a sentence in the order of their words; a cue without content may still take a quotation."""
    words, verbs = speech_words(), 0
    for token in sentence.doc:
        cue = None
        lemma = token.lemma_.lower()
        if token.lower_ == "according":
            cue = according_cue(sentence, token)
        elif token.tag_ == "VBG" and lemma in {"cite", "quote"}:
            cue = citing_cue(sentence, token) or verb_cue(sentence, token, lemma)
        elif token.tag_.startswith("VB"):
            cue = verb_cue(sentence, token, lemma)
        elif token.pos_ == "NOUN":
            cue = noun_cue(sentence, token) if lemma in words.cue_nouns else None
            cue = noun_attitude(sentence, token) if cue is None and lemma in words.stance_nouns else cue
        elif token.pos_ == "ADJ" or token.dep_ == "acomp":
            cue = adjective_cue(sentence, token) if lemma in words.adjectives and token.dep_ == "acomp" else None
            cue = adjective_attitude(sentence, token) if cue is None and lemma in words.attitudes else cue
        elif token.lower_ == "in":
            cue = view_cue(sentence, token)
        elif token.lower_ in HEARSAY:
            cue = hearsay_cue(sentence, token)
        elif token.lower_ == "against":
            cue = preposition_attitude(sentence, token)
        if cue is not None:
            verbs += token.tag_.startswith("VB")
            yield cue
    if not verbs:
        yield from headline_cues(sentence)
    yield from colon_cues(sentence)
