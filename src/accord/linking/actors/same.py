"""Whether named actors of different articles are one, and why.

In: the local actors of every article of a case. Out: their groups, joined step by step from the surest ground (a country, a
full name) to the least sure (a spelling close to another with a shared title). Each step first files names under keys, so that
only names sharing a key are compared; no step looks at all pairs. Descriptions without a name are left to `descriptors`.
"""

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from accord.data import load_yaml
from accord.data.bodies import known_bodies
from accord.linking.actors.in_article import LocalActor
from accord.linking.actors.same_spelling import join_alike, join_single_names, named_actors
from accord.linking.actors.spelling import (
    body_tokens,
    fold_name,
    name_tokens,
)
from accord.linking.countries import find_country
from accord.linking.grouping import Groups


def join_named(actors: Sequence[LocalActor], groups: Groups) -> None:
    """Join the local actors that are one, from the surest ground to the least sure."""
    _join_states(actors, groups)
    _join_same_names(actors, groups)
    _join_listed_bodies(actors, groups)
    _join_bodies_of_country(actors, groups)
    _join_acronyms(actors, groups)
    join_alike(actors, groups, "body")
    join_alike(actors, groups, "person")
    join_single_names(actors, groups)


def _join_by_key(groups: Groups, keyed: Iterable[tuple[object, int]], reason: Callable[[int, int], str | None]) -> None:
    first: dict[object, int] = {}
    for key, i in keyed:
        j = first.setdefault(key, i)
        if groups.find(i) != groups.find(j):
            groups.join(j, i, reason(j, i))


def _join_states(actors: Sequence[LocalActor], groups: Groups) -> None:
    keyed = [
        (a.country or a.names, i)
        for i, a in enumerate(actors)
        if a.kind == "state" and not a.metonym and (a.country or a.names)
    ]
    _join_by_key(groups, keyed, lambda j, i: None)


def _is_generic(name: str) -> bool:
    """Return whether a body's name fits a body of any country ("Defense Ministry", "the Senate")."""
    words = set(body_tokens(name))
    return bool(words) and words <= set(load_yaml("actor_types")["generic_bodies"])


def _join_same_names(actors: Sequence[LocalActor], groups: Groups) -> None:
    """Join equal names: full names of people, and names of bodies; bodies every country has only within their country."""
    keyed: list[tuple[object, int]] = []
    for i, actor in enumerate(actors):
        for name, _ in actor.names:
            if actor.kind == "person" and len(name_tokens(name)) > 1:
                keyed.append((("person", " ".join(name_tokens(name))), i))
            elif actor.kind == "body" and _is_generic(name):
                keyed.append((("body", name, actor.country or actor.article), i))
            elif actor.kind == "body":
                keyed.append((("body", name), i))
    long_forms = _long_forms(actors)
    sure = [(key, i) for key, i in keyed if not _is_doubtful(key, actors[i], long_forms)]
    _join_by_key(groups, sure, lambda j, i: None)


def _long_forms(actors: Sequence[LocalActor]) -> dict[str, frozenset[str]]:
    """Return for each short name the long names that articles give for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        if actor.kind == "body" and len(actor.names) > 1:
            longest = max((name for name, _ in actor.names), key=lambda name: (len(name.split()), name))
            for name, _ in actor.names:
                if " " not in name and " " in longest:
                    found[name].add(" ".join(sorted(find_country(body_tokens(longest))[1])))
    return {name: frozenset(longs) for name, longs in found.items()}


def _is_doubtful(key: object, actor: LocalActor, long_forms: dict[str, frozenset[str]]) -> bool:
    """Return whether a short name has two long forms in the case and this article does not say which it means."""
    return isinstance(key, tuple) and key[0] == "body" and len(long_forms.get(key[1], ())) > 1


@functools.cache
def listed_bodies() -> dict[str, str]:
    """Return for each folded name of the list of well-known bodies the one name that stands for all of its names."""
    found: dict[str, str] = {}
    for body, names in known_bodies():
        if not (body.building or "BUS" in body.sectors):
            for name in names:
                found.setdefault(fold_name(name), body.name)
    return found


def _join_listed_bodies(actors: Sequence[LocalActor], groups: Groups) -> None:
    listed = listed_bodies()
    keyed: list[tuple[object, int]] = []
    longs = _long_forms(actors)
    for i in named_actors(actors, "body"):
        known = sorted({listed[name] for name, _ in actors[i].names if name in listed and not longs.get(name)})
        keyed += [((name, actors[i].country or actors[i].article if _is_generic(name) else None), i) for name in known]
    _join_by_key(
        groups, keyed, lambda j, i: f"“{actors[i].names[0][0]}” and “{actors[j].names[0][0]}” are well-known names of one body"
    )


def _join_bodies_of_country(actors: Sequence[LocalActor], groups: Groups) -> None:
    """Join names equal but for the country in them ("Afghan National Army", "Afghanistan's National Army")."""
    cores: dict[tuple[str, ...], list[tuple[str | None, int, str]]] = defaultdict(list)
    for i in named_actors(actors, "body"):
        for name, _ in actors[i].names:
            country, rest = find_country(body_tokens(name))
            if len(rest) > 1:
                cores[tuple(sorted(word.replace("defence", "defense") for word in rest))].append(
                    (country or actors[i].country, i, name)
                )
    for core, entries in sorted(cores.items()):
        countries = sorted({country for country, _, _ in entries if country})
        generic = _is_generic(" ".join(core))
        first: dict[str | None, tuple[int, str]] = {}
        for country, i, name in entries:
            key = country or (countries[0] if len(countries) == 1 and not generic else None)
            if key is None:
                continue
            j, other = first.setdefault(key, (i, name))
            groups.join(j, i, f"“{other}” and “{name}” differ in the country's name alone" if name != other else None)


def _join_acronyms(actors: Sequence[LocalActor], groups: Groups) -> None:
    """Join initials to the only long name of the case that has them, where no article says otherwise."""
    longs: dict[str, set[tuple[int, str]]] = defaultdict(set)
    shorts: dict[str, list[int]] = defaultdict(list)
    fillers = set(load_yaml("spelling")["fillers"])
    for i in named_actors(actors, "body"):
        for name, _ in actors[i].names:
            words = name.split()
            if len(words) > 1:
                for letters in {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in fillers)}:
                    longs[letters].add((i, name))
            elif 3 <= len(name) <= 8 and name in actors[i].capitals:
                shorts[name].append(i)
    for letters, holders in sorted(shorts.items()):
        roots = sorted({groups.find(i) for i, _ in longs.get(letters, ())})
        if len(roots) == 1:
            name = min(name for i, name in longs[letters])
            for i in holders:
                if not any(" " in other for other, _ in actors[i].names):
                    groups.join(roots[0], i, f"“{letters.upper()}” are the initials of “{name}”")
