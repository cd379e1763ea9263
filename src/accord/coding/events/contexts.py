"""PLOVER contexts of an act from the words around its predicate.

In: an act's type and predicate. Out: context codes (PLOVER manual, "Contexts"). Reads one sentence only.
"""

import functools

from spacy.tokens import Token

from accord.data import load_yaml


@functools.cache
def _contexts() -> dict[str, frozenset[str]]:
    """Context codes by word."""
    found: dict[str, set[str]] = {}
    for context, entries in load_yaml("contexts").items():
        for word in entries:
            found.setdefault(word, set()).add(context)
    return {word: frozenset(names) for word, names in found.items()}


def find_contexts(event_type: str, mode: str | None, predicate: Token) -> tuple[str, ...]:
    """Return the contexts that the words below a predicate name, sorted."""
    known = _contexts()
    found: set[str] = set()
    for token in predicate.subtree:
        if token.dep_ in ("relcl",) and token != predicate:
            continue
        for key in (token.lemma_.lower(), token.lower_):
            found |= known.get(key, frozenset())
    if mode in ("cyber", "misinformation"):
        found.add(mode)
    return tuple(sorted(found))
