"""Whether named actors of different articles are one, and why.

In: the local actors of every article of a case. Out: their groups, joined step by step from the surest ground (a country, a
full name) to the least sure (a spelling close to another with a shared title). Each step first files names under keys, so that
only names sharing a key are compared; no step looks at all pairs. Descriptions without a name are left to `descriptors`.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from accord.data import load_yaml
from accord.linking.article_actors import LocalActor
from accord.linking.countries import find_country
from accord.linking.grouping import Groups
from accord.linking.spelling import (
    ALIKE,
    SAME_NAME,
    body_tokens,
    compare_bodies,
    compare_people,
    compare_words,
    fold_name,
    name_tokens,
    skeleton,
)

_LARGEST_BLOCK = 60
"""A key shared by more names than this says too little to compare all of them."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a group of local actors has in common, for judging it against another."""

    root: int
    names: tuple[tuple[str, int], ...]
    countries: tuple[str, ...]
    titles: frozenset[tuple[str, str | None]]
    articles: frozenset[str]

    @property
    def country(self) -> str | None:
        """Return the country most of its articles give it."""
        counts = Counter(self.countries)
        return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def join_named(actors: Sequence[LocalActor], groups: Groups) -> None:
    """Join the local actors that are one, from the surest ground to the least sure."""
    _join_states(actors, groups)
    _join_same_names(actors, groups)
    _join_listed_bodies(actors, groups)
    _join_bodies_of_country(actors, groups)
    _join_acronyms(actors, groups)
    _join_alike(actors, groups, "body")
    _join_alike(actors, groups, "person")
    _join_single_names(actors, groups)


def profile_groups(actors: Sequence[LocalActor], groups: Groups, members: Iterable[int]) -> list[Profile]:
    """Return a profile of each group among some local actors, by root."""
    by_root: dict[int, list[LocalActor]] = defaultdict(list)
    for i in members:
        by_root[groups.find(i)].append(actors[i])
    profiles = []
    for root, group in sorted(by_root.items()):
        names: Counter[str] = Counter()
        for actor in group:
            names.update(dict(actor.names))
        profiles.append(
            Profile(
                root=root,
                names=tuple(sorted(names.items())),
                countries=tuple(sorted(actor.country for actor in group if actor.country)),
                titles=frozenset(title for actor in group for title in actor.titles),
                articles=frozenset(actor.article for actor in group),
            )
        )
    return profiles


def _named(actors: Sequence[LocalActor], kind: str) -> list[int]:
    return [i for i, actor in enumerate(actors) if actor.kind == kind and actor.names]


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
    bodies = load_yaml("bodies")
    found: dict[str, str] = {}
    for part in ("intergovernmental", "nongovernmental", "armed_group", "party", "media", "state_body"):
        for name, entry in bodies[part].items():
            aliases = entry.get("aliases", ()) if isinstance(entry, dict) else entry
            for alias in (name, *aliases):
                found.setdefault(fold_name(alias), name)
    return found


def _join_listed_bodies(actors: Sequence[LocalActor], groups: Groups) -> None:
    listed = listed_bodies()
    keyed: list[tuple[object, int]] = []
    longs = _long_forms(actors)
    for i in _named(actors, "body"):
        known = sorted({listed[name] for name, _ in actors[i].names if name in listed and not longs.get(name)})
        keyed += [((name, actors[i].country or actors[i].article if _is_generic(name) else None), i) for name in known]
    _join_by_key(
        groups, keyed, lambda j, i: f"“{actors[i].names[0][0]}” and “{actors[j].names[0][0]}” are well-known names of one body"
    )


def _join_bodies_of_country(actors: Sequence[LocalActor], groups: Groups) -> None:
    """Join names equal but for the country in them ("Libyan National Army", "Libya's National Army")."""
    cores: dict[tuple[str, ...], list[tuple[str | None, int, str]]] = defaultdict(list)
    for i in _named(actors, "body"):
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
    for i in _named(actors, "body"):
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


def _block_keys(name: str, kind: str) -> set[str]:
    """Return the keys under which a name is filed: sorted consonants of a word, so that swapped letters still meet."""
    tokens = name_tokens(name) if kind == "person" else body_tokens(name)
    if kind == "person":
        if len(tokens) < 2:
            return set()
        joined = skeleton("".join(tokens))
        return {"".join(sorted(skeleton(tokens[-1]))), "".join(sorted(joined)), "".join(sorted(skeleton(tokens[0])))}
    return {"".join(sorted(skeleton(word))) for word in sorted(tokens, key=len)[-2:]} if len("".join(tokens)) > 6 else set()


def _join_alike(actors: Sequence[LocalActor], groups: Groups, kind: str) -> None:
    """Join full names spelt alike, the most alike first."""
    profiles = {p.root: p for p in profile_groups(actors, groups, _named(actors, kind))}
    blocks: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for profile in profiles.values():
        for name, _ in profile.names:
            for key in _block_keys(name, kind):
                blocks[key].add((name, profile.root))
    scored: dict[tuple[int, int], tuple[float, str, str, str]] = {}
    compare = compare_people if kind == "person" else compare_bodies
    for block in blocks.values():
        if len(block) > _LARGEST_BLOCK:
            continue
        for (name, one), (other, two) in combinations(sorted(block), 2):
            pair = (min(one, two), max(one, two))
            if one == two:
                continue
            result = compare(name, other)
            if result.score >= ALIKE and (pair not in scored or result.score > scored[pair][0]):
                scored[pair] = (result.score, name, other, result.reason)
    for (one, two), (score, name, other, reason) in sorted(
        scored.items(), key=lambda item: (-item[1][0], item[1][1:], item[0])
    ):
        evidence = _evidence(profiles[one], profiles[two])
        if _is_enough(score, (name, other), kind, evidence) and not _is_blocked(profiles[one], profiles[two], kind):
            said = f"; {evidence}" if evidence else ""
            groups.join(one, two, f"“{name}” and “{other}”: {reason}{said}")


def _is_enough(score: float, names: tuple[str, str], kind: str, evidence: str | None) -> bool:
    """Return whether two spellings are one name: near equal alone, less with evidence, never bodies on a changed word."""
    if kind == "body":
        return score >= 0.93 or (score >= 0.88 and evidence is not None)
    a, b = name_tokens(names[0]), name_tokens(names[1])
    if len(a) == len(b) and compare_words(a[-1], b[-1]) < ALIKE:
        return score >= SAME_NAME and evidence is not None
    return score >= 0.9 or evidence is not None


def _evidence(one: Profile, two: Profile) -> str | None:
    """Return in words what two groups share beside their spelling, or None."""
    titles = sorted({title for title, _ in one.titles} & {title for title, _ in two.titles})
    if titles and (one.country == two.country or None in (one.country, two.country)):
        return f"both are called “{titles[0]}”"
    if one.country and one.country == two.country:
        return f"both are of {one.country}"
    return None


def _is_blocked(one: Profile, two: Profile, kind: str) -> bool:
    """Return whether two groups cannot be one: bodies of different countries, people with full names that contradict."""
    if kind == "body":
        return bool(one.country and two.country and one.country != two.country)
    full = [[n for n, _ in p.names if len(name_tokens(n)) > 1][:8] for p in (one, two)]
    return any(compare_people(a, b).score < 0.5 for a in full[0] for b in full[1])


def _join_single_names(actors: Sequence[LocalActor], groups: Groups) -> None:
    """Join surnames that stand alone in their article to the one person of the case with that surname."""
    people = _named(actors, "person")
    profiles = profile_groups(actors, groups, people)
    full = [p for p in profiles if any(len(name_tokens(name)) > 1 for name, _ in p.names)]
    by_word: dict[str, set[int]] = defaultdict(set)
    by_key: dict[str, set[tuple[str, int]]] = defaultdict(set)
    by_given: dict[str, set[int]] = defaultdict(set)
    for profile in full:
        for name, _ in profile.names:
            tokens = name_tokens(name)
            if len(tokens) > 1:
                by_word[tokens[-1]].add(profile.root)
                by_key["".join(sorted(skeleton(tokens[-1])))].add((tokens[-1], profile.root))
                by_given[tokens[0]].add(profile.root)
    known = {p.root: p for p in full}
    single: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if profile.root not in known:
            common = min(profile.names, key=lambda item: (-item[1], item[0]))[0]
            single[name_tokens(common)[-1]].append(profile)
    for word, alone in sorted(single.items()):
        candidates = by_word.get(word) or {
            root for other, root in by_key.get("".join(sorted(skeleton(word))), ()) if compare_words(word, other) >= SAME_NAME
        }
        exact = word in by_word
        if not candidates:
            _join_alone(word, alone, sorted(by_given.get(word, ())), known, groups)
        for profile in alone if candidates else ():
            _choose(word, profile, [known[root] for root in sorted(candidates)], groups, exact=exact)


def _join_alone(word: str, alone: list[Profile], given: list[int], known: dict[int, Profile], groups: Groups) -> None:
    """Join equal single names with each other, and to a full name that begins with them where titles agree."""
    for profile in alone[1:]:
        if not (profile.country and alone[0].country and profile.country != alone[0].country):
            groups.join(alone[0].root, profile.root)
    if len(given) == 1:
        for profile in alone:
            if {t for t, _ in profile.titles} & {t for t, _ in known[given[0]].titles}:
                groups.join(given[0], profile.root, f"“{word}” begins the only such name and has its title")


def _choose(word: str, profile: Profile, candidates: list[Profile], groups: Groups, *, exact: bool) -> None:
    """Join a single name to its only candidate, or to the one of several whose title or country agrees."""
    agreeing = [c for c in candidates if _evidence(profile, c)]
    contradicting = [c for c in candidates if c.country and profile.country and c.country != profile.country]
    if len(candidates) == 1 and not contradicting and (exact or agreeing):
        groups.join(candidates[0].root, profile.root, f"only one person of the case is called “{word}”")
    elif len(agreeing) == 1:
        groups.join(agreeing[0].root, profile.root, f"“{word}”: {_evidence(profile, agreeing[0])}")
