"""Names of different articles that are spelt alike, and surnames that stand alone in theirs.

In: local actors and their groups so far. Out: the same groups, with spellings joined where they are near equal, or alike with
a shared title or country, and never where full names contradict. Names are filed under keys first; only names that share a
key are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from accord.linking.actors.in_article import LocalActor
from accord.linking.actors.spelling import (
    ALIKE,
    SAME_NAME,
    body_tokens,
    compare_bodies,
    compare_people,
    compare_words,
    name_tokens,
    skeleton,
)
from accord.linking.grouping import Groups

_USUAL = 5
"""A surname alone is read as the bearer who has it this many times as often as any other."""
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


def named_actors(actors: Sequence[LocalActor], kind: str) -> list[int]:
    """Return the local actors of a kind that have a name."""
    return [i for i, actor in enumerate(actors) if actor.kind == kind and actor.names]


def _block_keys(name: str, kind: str) -> set[str]:
    """Return the keys under which a name is filed: sorted consonants of a word, so that swapped letters still meet."""
    tokens = name_tokens(name) if kind == "person" else body_tokens(name)
    if kind == "person":
        if len(tokens) < 2:
            return set()
        joined = skeleton("".join(tokens))
        return {"".join(sorted(skeleton(tokens[-1]))), "".join(sorted(joined)), "".join(sorted(skeleton(tokens[0])))}
    return {"".join(sorted(skeleton(word))) for word in sorted(tokens, key=len)[-2:]} if len("".join(tokens)) > 6 else set()


def join_alike(actors: Sequence[LocalActor], groups: Groups, kind: str) -> None:
    """Join full names spelt alike, the most alike first."""
    profiles = {p.root: p for p in profile_groups(actors, groups, named_actors(actors, kind))}
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


def join_single_names(actors: Sequence[LocalActor], groups: Groups) -> None:
    """Join surnames that stand alone in their article to the one person of the case with that surname."""
    people = named_actors(actors, "person")
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
    """Join a single name to its only candidate, or of several to the one whose title agrees, whose country does, or whose it
    nearly always is in other articles of the case."""
    contradicting = [c for c in candidates if c.country and profile.country and c.country != profile.country]
    if len(candidates) == 1:
        if not contradicting and (exact or _evidence(profile, candidates[0])):
            groups.join(candidates[0].root, profile.root, f"only one person of the case is called “{word}”")
        return
    titled = [c for c in candidates if {t for t, _ in c.titles} & {t for t, _ in profile.titles} and c not in contradicting]
    agreeing = [c for c in candidates if _evidence(profile, c)]
    known = sorted(((dict(c.names).get(word, 0), c.root, c) for c in candidates), key=lambda item: (-item[0], item[1]))
    for chosen, reason in (
        (titled, "the only such name of the case with its title"),
        ([] if profile.titles else agreeing, "the only such name of the case with its country"),
        ([known[0][2]] if known[0][0] >= _USUAL * max(1, known[1][0]) else [], "whom the case nearly always calls so"),
    ):
        if len(chosen) == 1 and chosen[0] not in contradicting:
            groups.join(chosen[0].root, profile.root, f"“{word}”: {reason}")
            return
