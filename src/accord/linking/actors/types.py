"""What type each name of a case is, by the weight of all that its articles say of it.

In: readings. Out: one type for each folded name. A title outweighs what a recogniser guessed, and words in the name itself
("Ministry", "Brigade") outweigh a label. It looks at names one by one; it links nothing.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from accord.data import load_yaml
from accord.data.bodies import known_bodies
from accord.linking.actors.spelling import fold_name
from accord.linking.countries import find_country
from accord.model.reading import MentionDraft, Reading
from accord.model.record import ActorType

Kind = Literal["person", "state", "body"]

# Weights: a title is what a text says outright; coding's own type rests on words; a label is a recogniser's guess.
_TITLE, _WORDS, _CODED, _LABEL = 5, 4, 2, 1
_LABELS: dict[str, ActorType] = {
    "person": "person",
    "organization": "organization",
    "media": "media",
    "state": "state",
    "group": "group",
}
_VAGUE: tuple[ActorType, ...] = ("organization", "group")
"""What recognisers say of any body: a quarter of its weight for something more telling outweighs it."""
_PRECEDENCE: tuple[ActorType, ...] = (
    "person", "state", "government", "armed_group", "intergovernmental", "party", "media", "organization", "group",
)  # fmt: skip


@functools.cache
def listed_types() -> dict[str, ActorType]:
    """Return the type of each folded name of the list of bodies that any news reader knows."""
    found: dict[str, ActorType] = {}
    for body, names in known_bodies():
        if not (body.building or "BUS" in body.sectors):
            for name in names:
                found.setdefault(fold_name(name), body.type)
    return found


@functools.cache
def _name_words() -> tuple[tuple[str, ActorType], ...]:
    pairs = [(f" {word} ", kind) for kind, words in load_yaml("actor_types")["name_words"].items() for word in words]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@functools.lru_cache(maxsize=50_000)
def type_of_words(folded: str) -> ActorType | None:
    """Return the type that the words of a body's name say, or None.

    >>> type_of_words("kenyan armed forces"), type_of_words("kachin independence army")
    ('government', 'armed_group')
    """
    known = listed_types().get(folded)
    if known:
        return known
    country, rest = find_country(tuple(folded.split()))
    if country and " ".join(rest) in load_yaml("actor_types")["state_forces"]:
        return "government"
    text = f" {folded.split(' of ')[0]} "
    best: tuple[int, int, ActorType] | None = None
    for word, kind in _name_words():
        at = text.rfind(word)
        if at >= 0 and (best is None or (at + len(word), len(word)) > best[:2]):
            best = (at + len(word), len(word), kind)
    return best[2] if best else None


def vote_types(readings: Iterable[Reading]) -> dict[str, Counter[ActorType]]:
    """Count what speaks for each type of each folded name."""
    votes: dict[str, Counter[ActorType]] = defaultdict(Counter)
    titled: set[str] = set()
    for reading in readings:
        for mention in reading.mentions:
            if mention.form in ("name", "metonym"):
                _count_mention(mention, votes[fold_name(mention.text)])
        for fact in reading.facts:
            subject = reading.mentions[fact.subject]
            if fact.kind == "title" and subject.form == "name" and subject.label not in ("state", "nationality", "place"):
                votes[fold_name(subject.text)]["person"] += _TITLE
                titled.add(fold_name(subject.text))
    _settle_single_words(votes, titled)
    return votes


def _settle_single_words(votes: dict[str, Counter[ActorType]], titled: set[str]) -> None:
    """Take back "person" from single words that no full name of the case explains and that are called bodies as well.

    News introduces people by their full name; a word alone that a recogniser calls both is most often a company or an agency.
    """
    parts = {word for name, counts in votes.items() if counts["person"] and " " in name for word in name.split()}
    for name, counts in votes.items():
        bodies = sum(n for kind, n in counts.items() if kind not in ("person", "state"))
        if " " not in name and name not in parts and bodies and 6 * bodies >= counts["person"] and name not in titled:
            del counts["person"]


def _count_mention(mention: MentionDraft, votes: Counter[ActorType]) -> None:
    if mention.actor_type:
        votes[mention.actor_type] += _CODED
    if mention.label in _LABELS:
        votes[_LABELS[mention.label]] += _LABEL
    said = (
        type_of_words(fold_name(mention.text))
        if mention.label != "person" or listed_types().get(fold_name(mention.text))
        else None
    )
    if said:
        votes[said] += _WORDS


def decide_type(votes: Counter[ActorType]) -> ActorType:
    """Return the type with the most weight, a vague one only where nothing telling stands against it."""
    telling = {kind: n for kind, n in votes.items() if kind not in _VAGUE}
    if telling and 4 * max(telling.values()) >= sum(votes[kind] for kind in _VAGUE):
        return min(telling, key=lambda kind: (-telling[kind], _PRECEDENCE.index(kind)))
    if not votes:
        return "organization"
    return min(votes, key=lambda kind: (-votes[kind], _PRECEDENCE.index(kind)))


def kind_of(actor_type: ActorType) -> Kind:
    """Return the broad kind of a type: actors of different kinds are never one."""
    if actor_type in ("person", "state"):
        return "person" if actor_type == "person" else "state"
    return "body"


def merge_votes(votes: dict[str, Counter[ActorType]], names: Sequence[str]) -> Counter[ActorType]:
    """Return the votes of several names together."""
    total: Counter[ActorType] = Counter()
    for name in sorted(set(names)):
        total.update(votes.get(name, Counter()))
    return total
