"""Learn the weights of `accord.linking.happenings` on annotated news, and say how good they are on topics not learnt from.

In: the gold records of ECB+ and the Gun Violence Corpus. Out: scores of a cross-validation over topics, those of ECB+'s own
development topics beside them, and with --write `data/happening_weights.yaml`, learnt on all topics here.
"""

import importlib.util
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from accord.language.parse import Parser
from accord.linking.happenings.features import OTHER
from accord.linking.happenings.join import THRESHOLD, join_scored
from accord.linking.happenings.network import Network, Numbers, Pairs, compare_all, describe_pairs, fill_square, score_rows
from accord.linking.happenings.sides import Story, prepare_story, sort_happenings
from bench.gold import Row, find_gold, hide_id, read_rows, show_row
from bench.learning import learn_network
from bench.quality import find_scorer
from bench.registry import find_set
from bench.sets.given import tell
from bench.sets.words import find_stories

WEIGHTS = Path("src/accord/data/happening_weights.yaml")
LEARNT = {"ecbplus": False, "gvc": True}
"""Sets to learn from, and whether their first sentences are dates."""
_DEV = tuple(f"ecbplus {topic}" for topic in (2, 5, 12, 18, 21, 23, 34, 35))
_FOLDS, _SEEDS = 6, (0, 1)
_THIN = 3
"""One of how many unlike pairs of quite other words is learnt from."""
_DAMP = 0.25
"""How much less each of the many pairs of two words in one story counts."""

Marks = NDArray[np.bool_]
Stages = tuple[tuple[Network, ...], ...]


@dataclass(frozen=True, slots=True)
class Mention:
    name: str
    chain: str
    topic: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A story with its pairs, whether each is of one happening and what it counts, and its mentions."""

    story: Story
    pairs: Pairs
    same: Numbers
    counts: Numbers
    mentions: tuple[Mention, ...]

    def mark(self, topics: Collection[str]) -> Marks:
        """Return whether each pair is of some topics, by its first mention."""
        return np.array([self.mentions[at].topic in topics for at in self.pairs.first.tolist()], dtype=bool)


def run_happenings(data: Path, parser: Parser, *, write: bool) -> int:
    """Cross-validate, print, and where asked learn on everything and write the weights."""
    samples = [sample for name in LEARNT for sample in read_samples(data, name, parser)]
    topics = sorted({mention.topic for sample in samples for mention in sample.mentions})
    scored = cross_validate(samples, [topics[n::_FOLDS] for n in range(_FOLDS)])
    shown = {**{name: [t for t in topics if t.startswith(name)] for name in LEARNT}, "ecbplus dev": _DEV}
    for threshold in (THRESHOLD - 0.3, THRESHOLD, THRESHOLD + 0.3):
        for label, chosen in shown.items():
            score = score_chains(data, samples, [join_scored(one, threshold) for one in scored], chosen)
            print(f"threshold {threshold:5.2f}  {label:12} {len(chosen):3} topics  CoNLL F1 {score:.3f}", flush=True)
    if write:
        write_weights(_learn_all(samples))
    return 0


def read_samples(data: Path, name: str, parser: Parser) -> Iterator[Sample]:
    """Yield the stories of a set, as the program finds them, with what its records are annotated with."""
    chosen = find_set(name)
    path = find_gold(data, chosen)
    gold = {hide_id(row["id"]): row for row in read_rows(path)} if path else {}
    seen = [show_row(row, chosen, data) for row in gold.values()]
    for rows in find_stories(seen, parser, dated=LEARNT[name]).values():
        told = [tell(row, parser, dated=LEARNT[name]) for row in rows]
        mentions: list[Mention] = []
        for row, one in zip(rows, told, strict=True):
            whole = gold[row["id"]]
            topic = f"{name} {whole.get('topic') or whole['incident']}"
            given = [Mention(m["id"], m["cluster"], topic) for m in whole["mentions"] if m["kind"] == "event"]
            mentions += [given[at] for at in sort_happenings(one)]
        yield _make_sample(prepare_story(told), tuple(mentions))


def _make_sample(story: Story, mentions: tuple[Mention, ...]) -> Sample:
    pairs = compare_all(story)
    at = list(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True))
    same = np.array([mentions[a].chain == mentions[b].chain for a, b in at], dtype=np.float64)
    keys = [tuple(sorted((story.sides[a].key, story.sides[b].key))) for a, b in at]
    often = Counter(keys)
    counts = np.array([often[key] ** -_DAMP for key in keys], dtype=np.float64)
    return Sample(story, pairs, same, counts, mentions)


def cross_validate(samples: Sequence[Sample], folds: Sequence[Collection[str]]) -> list[Numbers]:
    """Return a square of scores for each story, of networks that learnt nothing of its topics."""
    rows = [sample.pairs.rows for sample in samples]
    scores = _score_unseen(samples, rows, folds)
    scores = _score_unseen(samples, _add_context(samples, rows, scores), folds)
    return [fill_square(len(s.mentions), s.pairs, one) for s, one in zip(samples, scores, strict=True)]


def _add_context(samples: Sequence[Sample], rows: Sequence[Numbers], scores: Sequence[Numbers]) -> list[Numbers]:
    return [
        np.hstack([one, describe_pairs(sample.story, sample.pairs, said)]) if len(one) else one
        for sample, one, said in zip(samples, rows, scores, strict=True)
    ]


def _score_unseen(samples: Sequence[Sample], rows: Sequence[Numbers], folds: Sequence[Collection[str]]) -> list[Numbers]:
    found = [np.zeros(len(one)) for one in rows]
    for fold in folds:
        marks = [sample.mark(fold) for sample in samples]
        networks = _learn(samples, rows, [~mark for mark in marks])
        for scores, one, mark in zip(found, rows, marks, strict=True):
            if mark.any():
                scores[mark] = score_rows(networks, one[mark])
    return found


def _learn_all(samples: Sequence[Sample]) -> Stages:
    """Return both sets of networks, learnt on everything."""
    rows, everything = [sample.pairs.rows for sample in samples], [np.ones(len(s.same), dtype=bool) for s in samples]
    first = _learn(samples, rows, everything)
    scores = [score_rows(first, one) for one in rows]
    return first, _learn(samples, _add_context(samples, rows, scores), everything)


def _learn(samples: Sequence[Sample], rows: Sequence[Numbers], chosen: Sequence[Marks]) -> tuple[Network, ...]:
    """Return one network a seed, learnt from chosen pairs; of unlike pairs of quite other words every third is taken."""
    taken = [
        (one, sample.same, sample.counts, mark) for sample, one, mark in zip(samples, rows, chosen, strict=True) if mark.any()
    ]
    numbers = np.vstack([one[mark] for one, _, _, mark in taken])
    same, counts = (np.concatenate([part[n][part[3]] for part in taken]) for n in (1, 2))
    easy = (numbers[:, OTHER] > 0) & (same == 0)
    counts = counts / counts.mean() * np.where(easy, _THIN, 1)
    kept = ~easy | (np.arange(len(same)) % _THIN == 0)
    return tuple(learn_network(numbers[kept], same[kept], counts[kept], seed) for seed in _SEEDS)


def score_chains(data: Path, samples: Sequence[Sample], joined: Sequence[Sequence[int]], topics: Collection[str]) -> float:
    """Return CoNLL F1 over the mentions of some topics, by the scorer of the sets."""
    gold: Row = {}
    said: Row = {}
    for number, (sample, groups) in enumerate(zip(samples, joined, strict=True)):
        for mention, group in zip(sample.mentions, groups, strict=True):
            if mention.topic in topics:
                gold[mention.name], said[mention.name] = mention.chain, f"{number} {group}"
    path = find_scorer(data)
    spec = importlib.util.spec_from_file_location("scorer", path) if path else None
    if spec is None or spec.loader is None:
        raise FileNotFoundError("no scorer beside the sets")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return float(scorer.coref(said, gold)["conll_f1"])


def write_weights(stages: Stages) -> None:
    """Write the networks as the program reads them."""
    parts = ("mean", "spread", "hidden", "offsets", "out")
    content = [
        [{**{part: getattr(one, part).tolist() for part in parts}, "offset": one.offset} for one in stage] for stage in stages
    ]
    text = yaml.safe_dump({"stages": content}, default_flow_style=None, width=125, sort_keys=False)
    WEIGHTS.write_text(_HEAD + text, encoding="utf-8")


_HEAD = """# Written by `python -m bench happenings --write`: what the numbers of `accord.linking.happenings.features` weigh.
# Learnt on ECB+ topics 1-35 (Cybulska and Vossen 2014, CC BY 3.0) and on the development part of the Gun Violence Corpus
# (Vossen et al. 2018, CC BY 4.0).
"""
