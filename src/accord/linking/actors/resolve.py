"""Resolve the mentions of all articles of a case into actors.

In: readings and their copies. Out: `ActorLinks`: actors with names, types, countries, roles and memberships, the actor of each
mention, the party each counts as, and in words why spellings were taken for one. Mentions are first gathered within each
article (`article_actors`), then joined across articles by name (`same_actor`) and by description (`descriptors`,
`copied_actors`). Precision comes before recall: what fits two stays apart. The order of the readings does not matter.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accord.data import load_yaml
from accord.linking.actors.copied import join_copied
from accord.linking.actors.descriptions import head_kind, join_described
from accord.linking.actors.in_article import LocalActor, gather_actors
from accord.linking.actors.nations import give_countries
from accord.linking.actors.parties import find_parties
from accord.linking.actors.same import join_named
from accord.linking.actors.spelling import fold_name
from accord.linking.actors.types import decide_type, merge_votes, vote_types
from accord.linking.countries import country_name
from accord.linking.grouping import Groups
from accord.linking.links import ActorLinks, MentionKey
from accord.model.ids import make_id
from accord.model.reading import Fact, MentionDraft, Reading
from accord.model.record import Actor, ActorType, Alias, Copy, Membership, Role, Span

_DETERMINER = re.compile(r"^(?:the|a|an|his|her|its|their|our|some|many|several)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Draft:
    """An actor before it has an id: its texts with counts, its type, and where it is mentioned."""

    mentions: tuple[MentionKey, ...]
    name: str
    type: ActorType
    country: str | None
    sectors: tuple[str, ...]
    aliases: tuple[Alias, ...]
    reasons: tuple[str, ...]


def link_actors(readings: Sequence[Reading], copies: Sequence[Copy] = ()) -> ActorLinks:
    """Resolve the mentions of all articles of a case into actors."""
    by_article = {reading.article.id: reading for reading in sorted(readings, key=lambda r: r.article.id)}
    votes = vote_types(by_article.values())
    actors: list[LocalActor] = []
    apart: list[tuple[int, int]] = []
    for reading in by_article.values():
        found, pairs = gather_actors(reading, votes)
        apart += [(a + len(actors), b + len(actors)) for a, b in pairs]
        actors += found
    groups = Groups(len(actors))
    for a, b in apart:
        groups.part(a, b)
    join_named(actors, groups)
    join_described(actors, groups, by_article)
    join_copied(actors, groups, by_article, copies)
    drafts = [
        _draft([actors[i] for i in members], groups.reasons(root), by_article, votes)
        for root, members in sorted(groups.members().items())
    ]
    return _finish(drafts, by_article)


def _draft(
    members: Sequence[LocalActor],
    reasons: tuple[str, ...],
    readings: Mapping[str, Reading],
    votes: dict[str, Counter[ActorType]],
) -> _Draft:
    keys = tuple(sorted((actor.article, i) for actor in members for i in actor.mentions))
    mentions = [(readings[article], readings[article].mentions[i]) for article, i in keys]
    texts = _count_texts(keys, readings)
    names = Counter(
        {text: n for text, n in texts.items() if any(fold_name(text) == name for a in members for name, _ in a.names)}
    )
    countries = Counter(actor.country for actor in members if actor.country)
    country = min(countries, key=lambda code: (-countries[code], code)) if countries else None
    kind = _decide(members, [m for _, m in mentions], votes)
    said = {reason for actor in members for reason in actor.reasons}
    if kind == "state" and country:
        name = country_name(country)
    else:
        name = choose_name(names or texts, is_person=kind == "person") if texts else _bare(mentions[0][1].text)
    return _Draft(
        mentions=keys,
        name=name,
        type=kind,
        country=None if kind in ("intergovernmental",) else country,
        sectors=_order_sectors(m.sectors for _, m in mentions),
        aliases=tuple(Alias(text, n) for text, n in sorted(texts.items(), key=lambda item: (-item[1], item[0]))),
        reasons=tuple(sorted({*reasons, *said})),
    )


def _order_sectors(said: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the sectors that mentions say, the most said first: PLOVER's first code is the primary role."""
    counts = Counter(sector for sectors in said for sector in sectors)
    return tuple(sorted(counts, key=lambda sector: (-counts[sector], sector)))


def _count_texts(keys: Iterable[MentionKey], readings: Mapping[str, Reading]) -> Counter[str]:
    """Count the texts that name or describe an actor; an adjective of nationality only where it acts by itself,
    and a bare "council" or "country" only where nothing longer is said."""
    texts: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    for article, i in keys:
        mention = readings[article].mentions[i]
        if mention.form == "pronoun" or (mention.label == "nationality" and not _acts(readings[article], i)):
            continue
        if mention.form == "descriptor" and fold_name(_bare(mention.text)) == fold_name(mention.head):
            heads[_bare(mention.text)] += 1
        else:
            texts[_bare(mention.text)] += 1
    return texts or heads


def _acts(reading: Reading, index: int) -> bool:
    taking = {i for report in reading.reports for i in (*report.actors, *report.recipients)}
    return index in taking or any(a.source_mention == index for a in reading.attributions)


def _bare(text: str) -> str:
    return _DETERMINER.sub("", " ".join(text.split())) or text


def _decide(members: Sequence[LocalActor], mentions: Sequence[MentionDraft], votes: dict[str, Counter[ActorType]]) -> ActorType:
    """Return an actor's type: by its names where it has any, else by what describes it."""
    if any(actor.kind == "state" and not actor.metonym for actor in members):
        return "state"
    named = [m for m in mentions if m.form == "name"]
    if named:
        kind = decide_type(merge_votes(votes, [fold_name(m.text) for m in named]))
        return "person" if any(a.kind == "person" and a.names for a in members) else kind
    if any(actor.metonym for actor in members):
        return "state"
    said = Counter(m.actor_type for m in mentions if m.actor_type and m.actor_type not in ("group", "organization"))
    if said:
        return min(said, key=lambda t: (-said[t], t))
    if members[0].kind == "person":
        return "person"
    types: dict[str, ActorType] = load_yaml("actor_types")["group_types"]
    return types.get(head_kind(members[0]) or "", "group")


def choose_name(texts: Mapping[str, int], *, is_person: bool = False) -> str:
    """Return the name to show: of the frequent full forms the longest.

    Forms are counted without regard to case and accents; initials give way to the name they stand for.

    >>> choose_name({"Mandela": 9, "Nelson Mandela": 3})
    'Nelson Mandela'
    >>> choose_name({"EU": 20, "European Union": 2, "EUROPEAN UNION": 1})
    'European Union'
    """
    totals: Counter[str] = Counter()
    for text, count in texts.items():
        totals[fold_name(text)] += count
    full = {name: n for name, n in totals.items() if " " in name} or dict(totals)
    top = max(full.values())
    frequent = [name for name, n in full.items() if 2 * n >= top]
    limit = 5 if is_person else 8
    best = min(frequent, key=lambda name: (len(name.split()) > limit, -len(name.split()), -full[name], name))
    spellings = {text: n for text, n in texts.items() if fold_name(text) == best}
    return min(spellings, key=lambda text: (text.isupper() and " " in text, -spellings[text], text))


def _finish(drafts: Sequence[_Draft], readings: Mapping[str, Reading]) -> ActorLinks:
    """Give drafts their ids, then read roles, memberships and parties, which point at ids."""
    ids = _make_ids(drafts, readings)
    of_mention = {key: ids[n] for n, draft in enumerate(drafts) for key in draft.mentions}
    roles, members = _read_facts(readings, of_mention)
    actors = [
        Actor(
            id=ids[n],
            name=draft.name,
            type=draft.type,
            country=draft.country,
            sectors=draft.sectors,
            aliases=draft.aliases,
            roles=tuple(roles.get(ids[n], ())),
            member_of=tuple(members.get(ids[n], ())),
        )
        for n, draft in enumerate(drafts)
    ]
    owners = _count_owners(readings, of_mention)
    actors, grounds = give_countries(list({actor.id: actor for actor in actors}.values()), of_mention, readings, owners)
    why = {ids[n]: draft.reasons for n, draft in enumerate(drafts) if draft.reasons}
    why |= {i: (*why.get(i, ()), ground) for i, ground in grounds.items()}
    parties = find_parties(actors, owners)
    return ActorLinks(tuple(actors), dict(sorted(of_mention.items())), parties, dict(sorted(why.items())))


def _make_ids(drafts: Sequence[_Draft], readings: Mapping[str, Reading]) -> list[str]:
    """Return an id from each name and type; those who share both are told apart by country, then by where they first stand."""
    plain = [(fold_name(d.name), d.type) for d in drafts]
    shared = Counter(plain)
    ids = []
    for draft, parts in zip(drafts, plain, strict=True):
        article, index = draft.mentions[0]
        extra = () if shared[parts] == 1 else (draft.country or "", article, readings[article].mentions[index].start)
        ids.append(make_id("actor", *parts, *extra))
    return ids


def _read_facts(
    readings: Mapping[str, Reading], of_mention: Mapping[MentionKey, str]
) -> tuple[dict[str, list[Role]], dict[str, list[Membership]]]:
    """Return each actor's roles and memberships with the passages that say so."""
    roles: dict[str, dict[tuple[str, str | None], set[Span]]] = defaultdict(lambda: defaultdict(set))
    shown: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    members: dict[str, dict[str, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for article, reading in readings.items():
        for fact in reading.facts:
            subject = of_mention.get((article, fact.subject))
            other = of_mention.get((article, fact.object)) if fact.object is not None else None
            if subject is None or subject == other:
                continue
            if fact.kind == "title" and fact.value:
                key = (fold_name(fact.value), other)
                roles[subject][key].add(_span(reading, fact))
                shown[key][fact.value] += 1
            elif fact.kind == "member_of" and other:
                members[subject][other].add(_span(reading, fact))
    named = {key: min(texts, key=lambda t: (-texts[t], t)) for key, texts in shown.items()}
    return (
        {
            i: [Role(named[k], k[1], tuple(sorted(v))) for k, v in sorted(r.items(), key=lambda e: (e[0][0], e[0][1] or ""))]
            for i, r in roles.items()
        },
        {i: [Membership(other, tuple(sorted(spans))) for other, spans in sorted(m.items())] for i, m in members.items()},
    )


def _span(reading: Reading, fact: Fact) -> Span:
    return Span(reading.article.id, fact.start, fact.end, reading.article.text[fact.start : fact.end])


def _count_owners(readings: Mapping[str, Reading], of_mention: Mapping[MentionKey, str]) -> dict[str, Counter[str]]:
    """Count whose each actor is said to be: by the owners of its mentions, or by its name ("Cabinet of the Union")."""
    owners: dict[str, Counter[str]] = defaultdict(Counter)
    for article, reading in readings.items():
        named = {
            fold_name(m.text): of_mention[article, i]
            for i, m in enumerate(reading.mentions)
            if (article, i) in of_mention and m.form == "name"
        }
        for i, mention in enumerate(reading.mentions):
            rest = fold_name(mention.text).partition(" of ")[2].removeprefix("the ")
            if rest in named and (article, i) in of_mention and named[rest] != of_mention[article, i]:
                owners[of_mention[article, i]][named[rest]] += 1
            if mention.owner is None:
                continue
            one, other = of_mention.get((article, i)), of_mention.get((article, mention.owner))
            if one and other and one != other:
                owners[one][other] += 1
    return owners
