"""Words of a reading, folded so that spellings of one wording compare equal.

In: a `Reading`. Out: `Word`s with their places in the stored text. It does not judge what words mean: only case, accents,
quotation marks, possessives and the two spellings of English verbs in -ise/-ize and nouns in -our/-or are levelled.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass

from accord.data import load_yaml
from accord.model.reading import Reading

_WORD = re.compile(r"\w+(?:[’'.]\w+)*")
_SPELLING = (
    (re.compile(r"(?<=\w{3})is(e[ds]?|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=\w{3})our(s|ed|ing|able)?$"), r"or\1"),
    (re.compile(r"(?<=\w{3})enc(e[s]?)$"), r"ens\1"),
    (re.compile(r"(?<=\w{3})ll(ed|ing|er|ers)$"), r"l\1"),
)
FUNCTION_WORDS: frozenset[str] = frozenset(load_yaml("function_words")["words"])
"""Words that carry no topic: articles, pronouns, prepositions, auxiliaries, and the verbs that report speech."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: folded form, offsets in the stored text, the index of its sentence, and whether it carries a topic."""

    form: str
    start: int
    end: int
    sentence: int
    is_content: bool


@functools.lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    """Return a word without case, accents, possessive and the marks of one of two English spellings.

    >>> fold_word("Recognised"), fold_word("recognized"), fold_word("Haftar’s")
    ('recognized', 'recognized', 'haftar')
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("ı", "i"))
    form = "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace(".", "")
    form = form[:-2] if form.endswith("'s") else form.replace("'", "")
    for pattern, replacement in _SPELLING:
        form = pattern.sub(replacement, form)
    return form


def find_words(reading: Reading) -> tuple[Word, ...]:
    """Return the words of a reading's sentences in the order of the text."""
    words: list[Word] = []
    text = reading.article.text
    for index, sentence in enumerate(reading.sentences):
        for match in _WORD.finditer(text, sentence.start, sentence.end):
            form = fold_word(match.group())
            words.append(Word(form, match.start(), match.end(), index, form not in FUNCTION_WORDS and len(form) > 1))
    return tuple(words)
