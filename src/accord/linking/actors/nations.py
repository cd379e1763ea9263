"""The country of each actor whose own words say none, from the surest ground to the least, and what it rests on.

In: actors, what they belong to, and the readings that mention them. Out: the same actors with countries, and reasons in words.
First what any news reader knows of a person (`known`), then the country of what the actor has a title of or belongs to, then
the country that its articles leave (`homes`). Countries that words say stand; nothing is merged here.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from accord.linking.actors.homes import find_homes
from accord.linking.actors.known import Known, find_known
from accord.linking.countries import country_name
from accord.linking.links import MentionKey
from accord.model.reading import Reading
from accord.model.record import Actor


def give_countries(
    actors: Sequence[Actor],
    of_mention: Mapping[MentionKey, str],
    readings: Mapping[str, Reading],
    owners: Mapping[str, Counter[str]],
) -> tuple[list[Actor], dict[str, str]]:
    """Return actors with their countries, sorted by id, and for each country that no words say what it rests on.

    Args:
        actors: the actors of a case.
        of_mention: the actor of each mention.
        readings: the readings by article.
        owners: for each actor those that texts say it belongs to, with counts.
    """
    known = find_known(actors, of_mention, readings)
    by_id = {actor.id: _with_known(actor, known.get(actor.id)) for actor in actors}
    owned = [_with_owners_country(actor, by_id, owners.get(actor.id, Counter())) for _, actor in sorted(by_id.items())]
    homes = find_homes(owned, of_mention, readings)
    found = [replace(actor, country=homes[actor.id]) if actor.id in homes else actor for actor in owned]
    said = {actor.id for actor in actors if actor.country}
    reasons = {
        i: f"known as {one.name} of {country_name(one.country)}" for i, one in known.items() if one.country and i not in said
    }
    reasons |= {i: f"of {country_name(country)}, where its articles leave it" for i, country in homes.items()}
    return found, reasons


def _with_known(actor: Actor, known: Known | None) -> Actor:
    """Return an actor with the country and sectors that any news reader knows of it, where its texts say none."""
    if known is None:
        return actor
    return replace(actor, country=actor.country or known.country, sectors=actor.sectors or known.sectors)


def _with_owners_country(actor: Actor, by_id: Mapping[str, Actor], owners: Counter[str]) -> Actor:
    """Return an actor with the country of what it has a title of, belongs to or is said to be of, where its words say none."""
    if actor.country or actor.type == "intergovernmental":
        return actor
    held = Counter(role.of for role in actor.roles for _ in role.evidence if role.of)
    held.update(membership.actor for membership in actor.member_of for _ in membership.evidence)
    votes: Counter[str] = Counter()
    for other, count in (held or owners).items():
        if other in by_id and (country := by_id[other].country):
            votes[country] += count
    return replace(actor, country=min(votes, key=lambda code: (-votes[code], code))) if votes else actor
