"""Descriptions without a name that stand in copied passages: "the two neighbours" of one wording are one pair of neighbours.

In: the local actors of a case after names and descriptions were joined, and the case's copies. Out: the same groups, with
descriptions joined that two articles carry in the same words of one passage. Named actors are left as they are.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from accord.linking.actors.in_article import LocalActor
from accord.linking.actors.spelling import fold_name
from accord.linking.grouping import Groups
from accord.model.reading import Reading
from accord.model.record import Copy, Span


def join_copied(actors: Sequence[LocalActor], groups: Groups, readings: Mapping[str, Reading], copies: Sequence[Copy]) -> None:
    """Join the unnamed actors that stand in the same words of a copied passage."""
    of_mention = {(actor.article, i): n for n, actor in enumerate(actors) for i in actor.mentions}
    for copy in copies:
        one, other = (_find_described(readings[side.article], side) for side in (copy.a, copy.b))
        for text in sorted(one.keys() & other.keys()):
            if len(one[text]) != len(other[text]):
                continue
            for i, j in zip(one[text], other[text], strict=True):
                a, b = of_mention.get((copy.a.article, i)), of_mention.get((copy.b.article, j))
                if a is not None and b is not None and not actors[a].names and not actors[b].names:
                    groups.join(a, b, f"“{text}” in the same words of a copied passage")


def _find_described(reading: Reading, passage: Span) -> dict[str, list[int]]:
    """Return the descriptions of a passage by their folded text, in the order of the text."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(reading.mentions):
        if mention.form == "descriptor" and passage.start <= mention.start and mention.end <= passage.end:
            found[fold_name(mention.text)].append(index)
    return found
