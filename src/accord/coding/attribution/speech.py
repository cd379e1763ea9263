"""The words of speech: which verbs and nouns say that somebody says something, and what each takes as its content.

In: `data/speech.yaml`. Out: a frozen `SpeechWords`. It knows nothing of sentences; `accord.coding.attribution.cues` applies it.
"""

import functools
from dataclasses import dataclass

from accord.data import load_yaml


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Lemma classes of saying; see the head of `data/speech.yaml` for what each class means."""

    verbs: dict[str, frozenset[str]]
    phrasal: dict[str, frozenset[tuple[str, str]]]
    prepositions: frozenset[str]
    cue_nouns: frozenset[str]
    adjectives: frozenset[str]
    attitudes: frozenset[str]
    attitude_prepositions: frozenset[str]
    views: frozenset[str]
    surveys: frozenset[str]
    stance_nouns: frozenset[str]
    evidence_nouns: frozenset[str]
    labels: frozenset[str]
    unnamed_nouns: frozenset[str]
    media_words: frozenset[str]
    media_names: frozenset[str]

    def has(self, lemma: str, *classes: str) -> bool:
        """Whether a verb lemma belongs to one of the classes."""
        return any(lemma in self.verbs[name] for name in classes)


@functools.cache
def speech_words() -> SpeechWords:
    """Return the words of speech, loaded once."""
    data = load_yaml("speech")
    return SpeechWords(
        verbs={name: frozenset(words.split()) for name, words in data["verbs"].items()},
        phrasal={
            name: frozenset((words.split()[0], words.split()[1]) for words in phrases)
            for name, phrases in data["phrasal"].items()
        },
        prepositions=frozenset(data["content_prepositions"]),
        adjectives=frozenset(data["adjectives"].split()),
        attitudes=frozenset(data["attitudes"].split()),
        attitude_prepositions=frozenset(data["attitude_prepositions"]),
        views=frozenset(data["views"].split()),
        surveys=frozenset(data["surveys"].split()),
        stance_nouns=frozenset(data["stance_nouns"].split()),
        cue_nouns=frozenset(data["cue_nouns"].split()),
        evidence_nouns=frozenset(data["evidence_nouns"].split()),
        labels=frozenset(data["labels"].split()),
        unnamed_nouns=frozenset(data["unnamed_nouns"].split()),
        media_words=frozenset(data["media_words"].split()),
        media_names=frozenset(data["media_names"]),
    )
