"""Texts for sets that give only tokens, and the way back from characters to tokens."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NO_BLANK_BEFORE = re.compile(r"[.,;:!?%)\]}…]+|['’]\w{0,2}|n['’]t|''|”")
_NO_BLANK_AFTER = frozenset({"(", "[", "{", "``", "“", "$", "£", "€", "#"})


@dataclass(frozen=True, slots=True)
class TokenText:
    """A text made of tokens, with the characters of each token."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def find_tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first token and the one after the last that touch some characters; None where none does."""
        touched = [n for n, (a, b) in enumerate(self.spans) if a < end and start < b]
        return (touched[0], touched[-1] + 1) if touched else None


def join_tokens(sentences: Sequence[Sequence[str]]) -> TokenText:
    """Return a text of one line a sentence, written as newspapers write it."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    size = 0
    for tokens in sentences:
        for n, token in enumerate(tokens):
            glue = "" if n == 0 or _is_joined(tokens, n) else " "
            word = {"``": '"', "''": '"'}.get(token, token)
            parts += [glue, word]
            spans.append((size + len(glue), size + len(glue) + len(word)))
            size += len(glue) + len(word)
        parts.append("\n")
        size += 1
    return TokenText("".join(parts), tuple(spans))


def _is_joined(tokens: Sequence[str], n: int) -> bool:
    """Whether a token stands without a blank after the one before it."""
    before, token = tokens[n - 1], tokens[n]
    if _NO_BLANK_BEFORE.fullmatch(token) or before in _NO_BLANK_AFTER:
        return True
    if before == "’" and token in {"s", "t", "re", "ve", "ll", "d", "m"}:
        return True
    if token in {"-", "/"} or (before in {"-", "/"} and n > 1):
        return token not in {"-", "/"} or (n + 1 < len(tokens) and tokens[n + 1][:1].isalnum() and before[-1:].isalnum())
    if before == '"' or token == '"':
        return sum(t == '"' for t in tokens[:n]) % 2 == 1  # within an open quotation
    return False
