"""The words of a passage that tell one act from another: content words, roughly stemmed.

In: plain text. Out: a set of stems. No parser and no lexicon of meanings: linking must work on any reading.
"""

import functools
import re

from accord.data import load_yaml

_SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s", "e", "y")


@functools.cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for line in load_yaml("stop_words") for word in line.split())


@functools.lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return a rough stem, so that forms of one word mostly agree.

    >>> stem("bombings") == stem("bombed") == stem("bombing")
    True
    """
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def find_words(text: str) -> frozenset[str]:
    """Return the stems of a passage's content words: letters only, three or more."""
    stop = _stop_words()
    words = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text.lower())
    return frozenset(stem(re.sub(r"['’]s?$", "", word)) for word in words if len(word) > 2 and word not in stop)
