"""What every linking step knows of a case: its readings, who its mentions are, when its articles appeared.

In: what the earlier steps found. Out: one immutable `Case` with the look-ups that the later steps share. It decides nothing.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from accord.linking.countries import country_name
from accord.linking.links import ActorLinks, PlaceLinks
from accord.model.reading import MentionDraft, Reading
from accord.model.record import Actor, Copy, Place, Published, Span
from accord.model.time import Interval


@dataclass(frozen=True, slots=True)
class Case:
    """The articles being linked. `readings` are sorted by article id."""

    readings: tuple[Reading, ...]
    actors: ActorLinks
    places: PlaceLinks
    published: dict[str, Published]
    copies: tuple[Copy, ...] = ()
    by_article: dict[str, Reading] = field(default_factory=dict)
    actor_by_id: dict[str, Actor] = field(default_factory=dict)
    place_by_id: dict[str, Place] = field(default_factory=dict)
    actors_named: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The actors of each folded name or spelling."""

    def party(self, actor: str) -> str:
        """Return the actor that an actor counts as."""
        return self.actors.party_of.get(actor, actor)

    def parties(self, actors: Iterable[str]) -> frozenset[str]:
        return frozenset(self.party(actor) for actor in actors)

    def country(self, actor: str) -> str | None:
        """Return the country of a state, or of a body or person that rules in its name; None for all others."""
        found = self.actor_by_id.get(actor)
        if found is None:
            return None
        rules = found.type in ("state", "government") or (found.type == "person" and "GOV" in found.sectors)
        return found.country if rules else None

    def is_named(self, actor: str) -> bool:
        """Whether an actor has a name: "gunmen", "35 people" and "the Klow gunman" tell nobody from anybody."""
        found = self.actor_by_id.get(actor)
        if found is None or not found.name.strip():
            return False
        word = found.name.split()[-1] if found.type == "person" else found.name[:1]
        return any(letter.isupper() for letter in word)

    def is_wide(self, place: str) -> bool:
        """Whether a place is a country, or a region of one without an entry in the gazetteer: towns lie within it."""
        found = self.place_by_id.get(place)
        if found is None or found.country is None:
            return False
        return found.geonames_id is None or found.name == country_name(found.country)

    def is_within(self, one: str, other: str) -> bool:
        """Whether two places are one, or one of them a wide place of the other's country."""
        first, second = self.place_by_id.get(one), self.place_by_id.get(other)
        if one == other or first is None or second is None:
            return one == other
        return first.country is not None and first.country == second.country and (self.is_wide(one) or self.is_wide(other))

    def name(self, actor: str) -> str:
        """Return the display name of an actor or place, or the text itself where it is neither."""
        found = self.actor_by_id.get(actor) or self.place_by_id.get(actor)
        return found.name if found is not None else actor

    def actors_of(self, article: str, mention: int) -> tuple[str, ...]:
        """Return the actors a mention refers to: one, several for a plural whose members are known, or none."""
        found = self.actors.of_mention.get((article, mention))
        draft = self.mention(article, mention)
        members = (
            sorted({actor for index in draft.members for actor in self.actors_of(article, index)}) if draft.members else []
        )
        if len(members) > 1 or found is None:
            return tuple(members)
        return (found,)

    def mention(self, article: str, index: int) -> MentionDraft:
        return self.by_article[article].mentions[index]

    def anchor(self, article: str) -> Interval:
        """Return the days on which an article may have appeared."""
        published = self.published.get(article)
        return Interval(published.start, published.end) if published is not None else Interval(None, None)

    def span(self, article: str, start: int, end: int) -> Span:
        """Return a span with its text as stored."""
        return Span(article, start, end, self.by_article[article].article.text[start:end])


def make_case(
    readings: Iterable[Reading],
    actors: ActorLinks,
    places: PlaceLinks,
    published: dict[str, Published],
    copies: tuple[Copy, ...] = (),
) -> Case:
    """Put the links of a case together; of readings of one article, only one is kept."""
    by_article = {reading.article.id: reading for reading in sorted(readings, key=lambda reading: reading.article.id)}
    return Case(
        readings=tuple(by_article.values()),
        actors=actors,
        places=places,
        published=published,
        copies=copies,
        by_article=by_article,
        actor_by_id={actor.id: actor for actor in actors.actors},
        place_by_id={place.id: place for place in places.places},
        actors_named=_index_names(actors.actors),
    )


def _index_names(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for actor in actors:
        for name in (actor.name, *(alias.text for alias in actor.aliases)):
            found.setdefault(fold(name), {})[actor.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


@functools.lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return a text without case, accents, article and outer signs, for comparing names.

    >>> fold("The Guardián's")
    'guardian'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = plain.replace("’", "'").replace("ı", "i").casefold()
    plain = re.sub(r"[^\w' .-]+", " ", plain)
    plain = re.sub(r"^(?:the|an?) |'s?$", "", re.sub(r"\s+", " ", plain).strip())
    return plain.strip(" .'-")
