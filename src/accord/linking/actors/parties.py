"""Which party each actor counts as: a ministry as its state, a commander as his force, forces as their owner.

In: the actors of a case and what ties each to others (owners, titles, memberships). Out: for each actor the actor it speaks or
acts for, itself where it stands alone. This serves to judge independence; it never merges actors.
"""

import functools
from collections import Counter
from collections.abc import Mapping, Sequence

from accord.data import load_yaml
from accord.linking.actors.descriptions import is_named_government
from accord.linking.actors.spelling import fold_name
from accord.model.record import Actor

_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})


def find_parties(actors: Sequence[Actor], owners: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Return the party of each actor: the end of the chain of what it belongs to.

    Args:
        actors: the actors of a case.
        owners: for each actor the actors that texts say it belongs to ("Massoud's forces": Massoud), with counts.
    """
    by_id = {actor.id: actor for actor in actors}
    states = {actor.country: actor.id for actor in actors if actor.type == "state" and actor.country}
    governments = _named_governments(actors)
    above = {actor.id: _superior(actor, by_id, owners.get(actor.id, Counter()), states, governments) for actor in actors}
    return {actor.id: _end_of_chain(actor.id, above) for actor in actors}


def _named_governments(actors: Sequence[Actor]) -> dict[str, str]:
    """Return the one named government of each country that has exactly one."""
    found: dict[str, list[str]] = {}
    for actor in actors:
        if actor.type == "government" and actor.country and _has_own_name(actor):
            found.setdefault(actor.country, []).append(actor.id)
    return {country: ids[0] for country, ids in found.items() if len(ids) == 1}


def _has_own_name(actor: Actor) -> bool:
    return any(is_named_government(fold_name(alias.text)) and alias.text[:1].isupper() for alias in actor.aliases)


def _superior(
    actor: Actor,
    by_id: Mapping[str, Actor],
    owned_by: Counter[str],
    states: Mapping[str, str],
    governments: Mapping[str, str],
) -> str | None:
    """Return the actor right above one, or None."""
    if actor.type in ("state", "intergovernmental", "media", "party") or (actor.type == "government" and _has_own_name(actor)):
        return None
    if actor.type == "person":
        return _led_body(actor, by_id, states)
    owned = Counter({other: count for other, count in owned_by.items() if other in by_id and other != actor.id})
    for membership in actor.member_of:
        if membership.actor in by_id and membership.actor != actor.id:
            owned[membership.actor] += len(membership.evidence)
    owned = Counter({other: count for other, count in owned.items() if _acts_for(actor, by_id[other])})
    if owned:
        return _first(owned, by_id)
    if actor.country and (state := states.get(actor.country or "")) and _acts_for(actor, by_id[state]):
        return _country_party(actor, states, governments) if "government" in fold_name(actor.name).split() else state
    return None


def _acts_for(actor: Actor, above: Actor) -> bool:
    """Return whether a body or group acts for what it is said to belong to.

    A named armed group is its own party, whoever leads it; of a state only its offices and regular forces are, not its people,
    mercenaries, rebels, or the forces of one of its regions.
    """

    if _is_proper_force(actor) and above.type in ("state", "person"):
        return False
    if above.type != "state":
        return True
    words = set(fold_name(actor.name).split())
    return bool(set(actor.sectors) & _STATE_SECTORS or words & _speaking_words()) and not words & set(
        load_yaml("actor_types")["apart_words"]
    )


def _is_proper_force(actor: Actor) -> bool:
    """Return whether an armed group has a name of its own, not only a description ("Massoud's forces")."""
    return actor.type == "armed_group" and all(word[:1].isupper() for word in actor.name.split() if len(word) > 3)


def _country_party(actor: Actor, states: Mapping[str, str], governments: Mapping[str, str]) -> str | None:
    """Return the state of a plain "X government", or the one named government that the case knows of X."""
    named = governments.get(actor.country or "")
    return named if named and named != actor.id else states.get(actor.country or "")


@functools.cache
def _speaking_words() -> frozenset[str]:
    kinds = load_yaml("actor_types")["head_kinds"]
    singular = {*kinds["officials"], *kinds["cabinet"]}
    return frozenset(singular | {f"{word}s" for word in singular})


def _led_body(actor: Actor, by_id: Mapping[str, Actor], states: Mapping[str, str]) -> str | None:
    """Return the body or state that a person's titles make them the voice of; bodies before states, then the most evidence."""
    data = load_yaml("actor_types")
    votes: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for role in actor.roles:
        words = set(fold_name(role.title).split())
        if words & set(data["negating_titles"]) or not words & set(data["leading_titles"]):
            continue
        weight = max(1, len(role.evidence))
        target = by_id.get(role.of) if role.of else None
        if target is None or target.type == "state":
            if not words & set(data["leading_titles"]) <= set(data["not_of_state"]):
                plain[target.id if target else states.get(actor.country or "") or ""] += weight
        else:
            votes[target.id] += weight
    for membership in actor.member_of:
        above = by_id.get(membership.actor)
        if above is not None and above.type not in ("state", "person", "group"):
            votes[membership.actor] += max(1, len(membership.evidence))
    votes.pop(actor.id, None)
    plain.pop("", None)
    return _first(votes or plain, by_id) if votes or plain else None


def _first(votes: Mapping[str, int], by_id: Mapping[str, Actor]) -> str:
    return min(votes, key=lambda i: (-votes[i], by_id[i].name, i))


def _end_of_chain(start: str, above: Mapping[str, str | None]) -> str:
    """Follow a chain to its end; a circle ends at its smallest id."""
    seen = [start]
    while (following := above.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
