"""Actors as pages show them: how each source names them, their roles and memberships with evidence, their events.

In: a `RecordIndex`. Out: `ActorView`s, those who take part in most events first. Pronouns are not spellings and are left out.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from accord.data.countries import name_of_country
from accord.model.record import Actor, Mention
from accord.views.index import RecordIndex
from accord.views.labels import say_word
from accord.views.passages import Name, Passage, name_publisher, view_passage


@dataclass(frozen=True, slots=True)
class SpellingView:
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class NamingView:
    """How one source names an actor: by name, and by description."""

    source: str
    names: tuple[SpellingView, ...]
    descriptors: tuple[SpellingView, ...]


@dataclass(frozen=True, slots=True)
class TieView:
    """A role or a membership: its words, of which actor, and where it is said."""

    text: str
    of: Name | None
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    id: str
    name: str
    type: str
    country: str
    sectors: tuple[str, ...]
    events: int
    mentions: int
    articles: int
    namings: tuple[NamingView, ...]
    roles: tuple[TieView, ...]
    memberships: tuple[TieView, ...]

    @property
    def is_named(self) -> bool:
        """Whether any article calls the actor by a name, rather than "officials" or "forces" alone."""
        return any(naming.names for naming in self.namings)

    @property
    def spellings(self) -> int:
        """How many different names and descriptions the sources use."""
        return len({spelling.text for naming in self.namings for spelling in (*naming.names, *naming.descriptors)})


def view_actors(index: RecordIndex) -> tuple[ActorView, ...]:
    """Return all actors, by the number of their events, then of their mentions."""
    events = Counter(id for event in index.record.events for id in {*event.actor, *event.recipient})
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in index.record.mentions:
        if mention.actor is not None:
            mentions[mention.actor].append(mention)
    views = [_view_actor(index, actor, events[actor.id], mentions[actor.id]) for actor in index.record.actors]
    return tuple(sorted(views, key=lambda view: (-view.events, -view.mentions, view.name, view.id)))


def _view_actor(index: RecordIndex, actor: Actor, events: int, mentions: list[Mention]) -> ActorView:
    return ActorView(
        id=actor.id,
        name=actor.name,
        type=say_word(actor.type),
        country=(name_of_country(actor.country) or actor.country) if actor.country else "",
        sectors=actor.sectors,
        events=events,
        mentions=len(mentions),
        articles=len({mention.article for mention in mentions}),
        namings=_view_namings(index, mentions),
        roles=tuple(
            TieView(role.title, _name(index, role.of), tuple(view_passage(index, span) for span in role.evidence))
            for role in actor.roles
        ),
        memberships=tuple(
            TieView("part of", _name(index, tie.actor), tuple(view_passage(index, span) for span in tie.evidence))
            for tie in actor.member_of
        ),
    )


def _view_namings(index: RecordIndex, mentions: list[Mention]) -> tuple[NamingView, ...]:
    said: defaultdict[str, tuple[Counter[str], Counter[str]]] = defaultdict(lambda: (Counter(), Counter()))
    for mention in mentions:
        if mention.form != "pronoun":
            said[name_publisher(index, mention.article)][mention.form == "descriptor"][" ".join(mention.text.split())] += 1
    return tuple(NamingView(source, _count(said[source][0]), _count(said[source][1])) for source in sorted(said))


def _count(texts: Counter[str]) -> tuple[SpellingView, ...]:
    return tuple(SpellingView(text, count) for text, count in sorted(texts.items(), key=lambda item: (-item[1], item[0])))


def _name(index: RecordIndex, id: str | None) -> Name | None:
    return None if id is None else Name(id, index.name_actors([id]))
