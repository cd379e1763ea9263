"""Predictions for event mentions that are given: stories first, then the word of the mention's head within a story.

This is the baseline that the literature compares with (lemma match within document clusters), with the program's own stories
for the clusters and families of words ("die", "death") for lemmas. The program itself merges events that it found, which these
sets do not ask for.
"""

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from accord.language.parse import Parser
from accord.model.reading import Reading
from bench.gold import Row
from bench.sets.stories import group, make_reading
from bench.tokens import join_tokens

_LIGHT = frozenset("be have do make take get go give the a an of in on to up out off by for with".split())


def ecbplus(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Chains of mentions: one story, one head lemma."""
    yield from _match_lemmas(rows, parser, group(_readings(rows, parser)))


def gvc(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Chains of mentions: one incident, one head lemma."""
    yield from _match_lemmas(rows, parser, group(_readings(rows, parser, dated=True)))


def gvc_incidents(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """The incident of each document, as a story."""
    for article, story in sorted(group(_readings(rows, parser, dated=True)).items()):
        yield {"id": article, "incident": story}


def _readings(rows: Sequence[Row], parser: Parser, *, dated: bool = False) -> list[Reading]:
    """Return the documents as readings; where `dated` the first sentence of each is its date."""
    found = []
    for row in rows:
        lines = [line for line in join_tokens([s["tokens"] for s in row["sentences"]]).text.split("\n") if line.strip()]
        if dated and lines and lines[0][:4].isdigit():
            row = {**row, "date": lines[0].strip()}
            lines = lines[1:]
        found.append(make_reading(row, lines[0] if lines else "", lines[1:], parser))
    return found


def _match_lemmas(rows: Sequence[Row], parser: Parser, story_of: dict[str, str]) -> Iterator[Row]:
    for row in rows:
        sentences = {s["n"]: s["tokens"] for s in row["sentences"]}
        chains = []
        for mention in row["mentions"]:
            words = [sentences[mention["sentence"]][n] for n in mention["tokens"]]
            lemma = _find_lemma(parser, sentences[mention["sentence"]], mention["tokens"]) or " ".join(words).lower()
            chains.append({"id": mention["id"], "cluster": f"{story_of[row['id']]} {mention['kind']} {lemma}"})
        yield {"id": row["id"], "mentions": chains}


def _find_lemma(parser: Parser, tokens: Sequence[str], chosen: Sequence[int]) -> str:
    """Return the lemma of the word of a mention that the others hang on."""
    whole = join_tokens([tokens])
    doc = parser.parse_sentence(whole.text.rstrip("\n"))
    spans = [whole.spans[n] for n in chosen]
    inside = [t for t in doc if any(a < t.idx + len(t) and t.idx < b for a, b in spans)]
    heads = [t for t in inside if t.lemma_.lower() not in _LIGHT] or inside
    top = next((t for t in heads if t.head not in heads or t.head == t), None)
    return _find_family(top.lemma_.lower()) if top is not None else ""


@functools.cache
def _families() -> dict[str, str]:
    """Return for each listed word the first word of its family; a word of two families belongs to the first."""
    lines = yaml.safe_load(Path(__file__).with_name("word_families.yaml").read_text(encoding="utf-8"))
    return {word: line.split()[0] for line in reversed(lines) for word in line.split()}


def _find_family(lemma: str) -> str:
    """Return what stands for a lemma: its family, else itself without endings that a headline's capitals keep."""
    for form in (lemma, lemma.removesuffix("s"), lemma.removesuffix("es"), lemma.removesuffix("d"), lemma.removesuffix("ed")):
        if form in _families():
            return _families()[form]
    return lemma.removesuffix("s") if len(lemma) > 3 and not lemma.endswith("ss") else lemma
