"""How strongly pairs of articles belong together, whatever their dates.

In: readings and their copies. Out: a strength for pairs of articles that share telling words or a copy: the likeness of their
words, more where one wording stands in both; and how often each article names each party. Parties do not add to the strength:
articles about the same people in other years would come too near.
"""

from collections import Counter
from collections.abc import Sequence

from accord.linking.likeness.similarity import find_alike, weigh_articles
from accord.linking.links import ActorLinks
from accord.model.reading import Reading
from accord.model.record import Copy

_COPY_BONUS = 0.30

Strengths = dict[tuple[int, int], float]


def measure_strength(readings: Sequence[Reading], copies: Sequence[Copy], *, floor: float) -> Strengths:
    """Return the strength of each pair of readings, by their numbers, that reaches the floor."""
    number = {reading.article.id: n for n, reading in enumerate(readings)}
    strength = find_alike(weigh_articles(readings), floor / 2)
    pairs = {
        (min(number[c.a.article], number[c.b.article]), max(number[c.a.article], number[c.b.article]))
        for c in copies
        if c.a.article in number and c.b.article in number
    }
    for pair in sorted(pairs):
        strength[pair] = strength.get(pair, 0.0) + _COPY_BONUS
    return {pair: value for pair, value in sorted(strength.items()) if value >= floor}


def count_parties(reading: Reading, actors: ActorLinks) -> Counter[str]:
    """Count the mentions of each party in a reading."""
    ids = (actors.of_mention.get((reading.article.id, n)) for n in range(len(reading.mentions)))
    return Counter(actors.party_of.get(actor, actor) for actor in ids if actor)
