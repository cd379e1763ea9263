"""What linking actors and places gives: who is who, and why."""

from dataclasses import dataclass, field

from accord.model.record import Actor, Place

MentionKey = tuple[str, int]
"""Article id and the mention's index in that article's reading."""


@dataclass(frozen=True, slots=True)
class ActorLinks:
    """Actors of a case, the actor of each mention, and the party each actor counts as.

    Attributes:
        actors: resolved actors, sorted by id.
        of_mention: actor id of each mention that refers to one.
        party_of: the actor a body, leader or force counts as when independence is judged; itself for all others.
        why: for each actor, in words, why its spellings were taken for one, and what a country rests on that no words say.
    """

    actors: tuple[Actor, ...]
    of_mention: dict[MentionKey, str]
    party_of: dict[str, str] = field(default_factory=dict)
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlaceLinks:
    """Places of a case and the place of each mention that names one."""

    places: tuple[Place, ...]
    of_mention: dict[MentionKey, str]
