"""A cascade of rules over chunks: each rule finds a run of kinds and puts one chunk in its place.

A pattern is a regular expression over kinds in capitals ("MONTH COMMA? YEAR"); blanks do not count. Kinds are written as
single characters, one for each chunk, so that `re` does the search over a string as short as the sentence has words.
Deliberately not here: any word of a language, or what a run means.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from accord.coding.times.lexer import Chunk

Build = Callable[[Sequence[Chunk]], Any]
_codes: dict[str, str] = {}
_NAME = re.compile(r"[A-Z][A-Z0-9_]*")
_FIRST_CODE = 0xE000  # private use characters, so that no kind means anything to `re`


def encode(kind: str) -> str:
    """Return the character that stands for a kind."""
    code = _codes.get(kind)
    if code is None:
        code = _codes[kind] = chr(_FIRST_CODE + len(_codes))
    return code


@dataclass(frozen=True, slots=True)
class Rule:
    """`needs` are codes one of which must occur for the pattern to match, a quick test before the search."""

    kind: str
    pattern: re.Pattern[str]
    build: Build
    needs: frozenset[str]


def make_rule(kind: str, pattern: str, build: Build, *, needs: str) -> Rule:
    """Make a rule from a pattern over kinds, the function that gives its value (None: no match), and the kinds it needs."""
    compiled = re.compile(re.sub(r"\s+", "", _NAME.sub(lambda name: encode(name.group()), pattern)))
    return Rule(kind, compiled, build, frozenset(encode(name) for name in needs.split()))


def apply_rules(rules: Iterable[Rule], chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks after each rule in turn has put its chunks in place of those it matched."""
    text = "".join([encode(chunk.kind) for chunk in chunks])
    present = set(text)
    for rule in rules:
        if rule.needs.isdisjoint(present) or rule.pattern.search(text) is None:
            continue
        chunks = _apply(rule, chunks, text)
        text = "".join([encode(chunk.kind) for chunk in chunks])
        present = set(text)
    return chunks


def _apply(rule: Rule, chunks: list[Chunk], text: str) -> list[Chunk]:
    done: list[Chunk] = []
    at = 0
    while (match := rule.pattern.search(text, at)) is not None:
        first, last = match.start(), match.end()
        value = rule.build(chunks[first:last]) if first < last else None
        if value is None:
            done += chunks[at : first + 1]
            at = first + 1
            continue
        done += chunks[at:first]
        done.append(Chunk(rule.kind, chunks[first].start, chunks[last - 1].end, value))
        at = last
    return done + chunks[at:]


def find_values(chunks: Sequence[Chunk], *kinds: str) -> list[Any]:
    """Return the values of the chunks of some kinds, in order."""
    return [chunk.value for chunk in chunks if chunk.kind in kinds]


def has_kind(chunks: Sequence[Chunk], *kinds: str) -> bool:
    """Whether a chunk of one of some kinds is there."""
    return any(chunk.kind in kinds for chunk in chunks)
