"""Who is meant by descriptions without a name: "the Kenyan government", "the rebels' forces", "police", a capital.

In: the local actors of a case after names were joined. Out: the same groups, with descriptions joined to a named actor where
the texts agree, and to each other where they describe one thing. A description that fits two named actors joins neither.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from accord.data import load_yaml
from accord.linking.actors.in_article import LocalActor, title_key
from accord.linking.actors.same import listed_bodies
from accord.linking.actors.spelling import body_tokens, fold_name
from accord.linking.actors.types import type_of_words
from accord.linking.countries import country_words, find_country
from accord.linking.grouping import Groups
from accord.model.reading import Reading

_PROPER_HEADS = frozenset({"government", "administration", "authority", "junta", "regime", "executive"})
_WORLD = frozenset({"un", "united nations", "u n", "international", "internationally"})
_MODIFIER = re.compile(
    r"([\w.]+(?: [\w.]+)??)[ -](recogni[sz]ed|backed|supported|based|controlled|led|appointed|allied)\b", re.IGNORECASE
)


@functools.cache
def _head_kinds() -> dict[str, str]:
    return {word: kind for kind, words in load_yaml("actor_types")["head_kinds"].items() for word in words}


@functools.cache
def _plain_words() -> frozenset[str]:
    return frozenset(load_yaml("actor_types")["plain_words"])


def head_kind(actor: LocalActor) -> str | None:
    """Return what kind of group a description's head names (forces, officials …), or the head itself."""
    for head in actor.heads:
        return _head_kinds().get(head, head)
    return None


def find_modifiers(text: str) -> frozenset[tuple[str, str]]:
    """Return what a phrase says a government is by: (recognized, world), (based, aden).

    >>> find_modifiers("UN-recognised government") == find_modifiers("internationally recognized government")
    True
    """
    found = set()
    for words, act in _MODIFIER.findall(re.sub(r"['’]s\b", " |", text)):
        by = fold_name(words)
        by = by if by in _WORLD or by in country_words() else by.split()[-1] if by else by
        act = act.lower().replace("recognised", "recognized")
        found.add((act, "world" if by in _WORLD and act == "recognized" else country_words().get(by, by)))
    return frozenset(found)


def join_described(actors: Sequence[LocalActor], groups: Groups, readings: Mapping[str, Reading]) -> None:
    """Join descriptions and capitals to named actors, then descriptions to each other."""
    _join_governments(actors, groups, readings)
    _join_capitals(actors, groups)
    _join_office_holders(actors, groups, readings)
    _join_groups(actors, groups, readings)


def is_named_government(name: str) -> bool:
    """Return whether a folded name is that of one particular government, such as one of two rivals."""
    words = body_tokens(name)
    rest = find_country(words)[1]
    return (
        bool(_PROPER_HEADS & set(words))
        and len(rest) > 1
        and type_of_words(name) == "government"
        and not ({"ministry", "department"} & set(words))
    )


def _join_governments(actors: Sequence[LocalActor], groups: Groups, readings: Mapping[str, Reading]) -> None:
    named: dict[str, dict[int, set[tuple[str, str]]]] = defaultdict(dict)
    countries: dict[int, Counter[str]] = defaultdict(Counter)
    for i, actor in enumerate(actors):
        if actor.kind == "body" and any(is_named_government(name) or _is_listed_government(name) for name, _ in actor.names):
            countries[groups.find(i)][actor.country or ""] += 1
    country_of = {root: _most(votes) for root, votes in countries.items()}
    for i, actor in enumerate(actors):
        root = groups.find(i)
        if country_of.get(root):
            named[country_of[root]].setdefault(root, set()).update(_said_of(actor, readings[actor.article]))
    for i, actor in enumerate(actors):
        choices = named.get(actor.country or "", {})
        wanted = _wanted(actor, readings[actor.article]) if choices else frozenset()
        fitting = [root for root, said in sorted(choices.items()) if wanted & said]
        if len(fitting) == 1 and groups.find(i) != fitting[0]:
            how = ", ".join(f"{by}-{act}" for act, by in sorted(wanted & choices[fitting[0]]))
            groups.join(fitting[0], i, f"the only named government of {actor.country} that is {how}")


def _join_capitals(actors: Sequence[LocalActor], groups: Groups) -> None:
    """Join capitals and seats that stand for a government to the state, where no named government took them."""
    states = {actor.country: i for i, actor in reversed(list(enumerate(actors))) if actor.kind == "state" and not actor.metonym}
    first: dict[str, int] = {}
    for i, actor in enumerate(actors):
        if actor.metonym and actor.country and actors[groups.find(i)].kind == "state":
            target = states.get(actor.country, first.setdefault(actor.country, i))
            said = f"“{actor.names[0][0]}” stands for the government of {actor.country}"
            groups.join(target, i, said)


def _is_listed_government(name: str) -> bool:
    return name in listed_bodies() and bool(_PROPER_HEADS & set(body_tokens(name)))


def _most(votes: Counter[str]) -> str:
    kept = {code: count for code, count in votes.items() if code}
    return min(kept, key=lambda code: (-kept[code], code)) if kept else ""


def _said_of(actor: LocalActor, reading: Reading) -> set[tuple[str, str]]:
    """Return the modifiers that stand before a government's names, in its descriptions and in facts about it."""
    found: set[tuple[str, str]] = set()
    for i in actor.mentions:
        mention = reading.mentions[i]
        start = max(mention.start - 60, reading.sentences[mention.sentence].start) if reading.sentences else mention.start
        before = re.split(r"[,;:]| (?:and|the|The|that|which|with|by|for|to|of) ", reading.article.text[start : mention.start])[
            -1
        ]
        found |= find_modifiers(before if mention.form == "name" else mention.text)
    for fact in reading.facts:
        if fact.kind == "descriptor" and fact.subject in actor.mentions and fact.value:
            found |= find_modifiers(fact.value)
    return found


def _wanted(actor: LocalActor, reading: Reading) -> frozenset[tuple[str, str]]:
    """Return what a description or a capital asks of the government it stands for; nothing for anything else."""
    found: set[tuple[str, str]] = set()
    for i in actor.mentions:
        mention = reading.mentions[i]
        if mention.form == "metonym":
            found.add(("based", fold_name(mention.text)))
        elif mention.form == "descriptor" and _head_kinds().get(mention.head) == "government" and not actor.names:
            found |= find_modifiers(mention.text)
            words = [w for w in fold_name(mention.text).split() if w not in _plain_words()]
            found |= {("based", w) for w in words[:-1] if w not in country_words()}
    return frozenset(found)


def _join_office_holders(actors: Sequence[LocalActor], groups: Groups, readings: Mapping[str, Reading]) -> None:
    """Join "the Kenyan foreign minister" to the one person whom the case gives that title of that country."""
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    for i, actor in enumerate(actors):
        if actor.kind == "person" and actor.names:
            for title, country in actor.titles:
                if country or actor.country:
                    holders[title, country or actor.country or ""].add(groups.find(i))
    for i, actor in enumerate(actors):
        if actor.kind != "person" or actor.names or not actor.country:
            continue
        text = readings[actor.article].mentions[actor.first].text
        key = title_key(
            re.sub(r"^(?:the|a|an|his|her|its|their)\s+", "", re.sub(r"^.*['’]s?\s+", "", text), flags=re.IGNORECASE)
        )
        roots = {groups.find(root) for root in holders.get((key, actor.country), ())}
        if len(roots) == 1:
            groups.join(min(roots), i, f"the only holder of the title “{text}” in the case")


def _join_groups(actors: Sequence[LocalActor], groups: Groups, readings: Mapping[str, Reading]) -> None:
    """Join descriptions with one owner, or one country and wording; others only within one country's news or one article."""
    owners = {(a.article, m): i for i, a in enumerate(actors) for m in a.mentions}
    contexts = {article: _context(reading) for article, reading in readings.items()}
    first: dict[object, int] = {}
    for i, actor in enumerate(actors):
        if actor.names or actor.kind == "state":
            continue
        key = _group_key(i, actors, groups, owners, (readings[actor.article], contexts[actor.article]))
        groups.join(first.setdefault(key, i), i)


def _group_key(
    index: int,
    actors: Sequence[LocalActor],
    groups: Groups,
    owners: Mapping[tuple[str, int], int],
    where: tuple[Reading, str | None],
) -> tuple[object, ...]:
    """Return what makes two descriptions one: owner and kind, country and words, or words within one country's news."""
    actor = actors[index]
    reading, context = where
    kind = head_kind(actor)
    mention = reading.mentions[actor.first]
    words = [w for w in fold_name(re.sub(r"^.*['’]s?\s+", "", mention.text)).split() if w not in _plain_words()]
    _, rest = find_country(tuple(words))
    rest = tuple(w for w in rest if _head_kinds().get(w, w) != kind and w != mention.head)
    owner = owners.get((actor.article, actor.owner)) if actor.owner is not None else None
    if owner is not None and actors[owner].kind != "state":
        return ("owner", groups.find(owner), kind, () if kind in ("forces", "officials") else rest)
    if owner is not None or actor.country:
        return ("country", actor.country or (actors[owner].country if owner is not None else None), actor.kind, kind, rest)
    if actor.kind == "person":
        return ("article", actor.article, mention.head, rest)
    return ("context", context or actor.article, kind, rest)


def _context(reading: Reading) -> str | None:
    """Return the country that most of an article's mentions are of, if one clearly is."""
    votes = Counter(m.country for m in reading.mentions if m.country and m.form in ("name", "metonym"))
    if not votes:
        return None
    best = min(votes, key=lambda code: (-votes[code], code))
    return best if votes[best] >= 3 and votes[best] >= 0.6 * votes.total() else None
