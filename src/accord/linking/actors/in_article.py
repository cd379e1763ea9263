"""The actors of one article: its mentions gathered by what the article itself says of them.

In: one reading and the type of each name in the case. Out: `LocalActor`s, each a set of mentions that the article uses for
one actor, with its names, titles, countries and owners. Places that are only places, and plurals of known parts ("both
sides"), are left out. Nothing is compared across articles here.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from accord.data import load_yaml
from accord.linking.actors.spelling import fold_name, name_tokens
from accord.linking.actors.surnames import find_misread_surnames, find_titled_surnames, join_surnames, read_as_surnames
from accord.linking.actors.types import Kind, decide_type, kind_of
from accord.linking.countries import country_words, find_country
from accord.linking.grouping import Groups
from accord.model.reading import MentionDraft, Reading
from accord.model.record import ActorType

# Between two names that a sentence lists side by side: a comma or "and", then at most a title.
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|&|as well as|versus|vs\.?))\s+(?:the\s+)?(?:[\w.'’-]+\s+){0,4}", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:\s?['’‘]s?)?\s$")


@dataclass(frozen=True, slots=True)
class LocalActor:
    """One actor as one article has it. `names` are folded, with the number of times; `owner` is a mention index;
    `metonym` tells that only a capital or seat names it, `capitals` which names are written in capitals."""

    article: str
    mentions: tuple[int, ...]
    kind: Kind
    names: tuple[tuple[str, int], ...] = ()
    country: str | None = None
    titles: tuple[tuple[str, str | None], ...] = ()
    owner: int | None = None
    heads: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    metonym: bool = False
    capitals: frozenset[str] = frozenset()

    @property
    def first(self) -> int:
        """Return the index of its first mention."""
        return self.mentions[0]


def gather_actors(reading: Reading, types: Mapping[str, Counter[ActorType]]) -> tuple[list[LocalActor], list[tuple[int, int]]]:
    """Return an article's actors, and the pairs of them (by position) that it sets side by side as two."""
    mentions = reading.mentions
    misread = find_misread_surnames(reading)
    kinds: list[Kind | None] = [
        "person" if i in misread else _kind(m, types) if _is_actor(reading, i) else None for i, m in enumerate(mentions)
    ]
    read_as_surnames(mentions, kinds, types)
    groups = Groups(len(mentions))
    apart = _find_listed(reading, kinds)
    for a, b in apart:
        groups.part(a, b)
    _join_same_text(mentions, kinds, groups)
    _join_said(reading, kinds, groups)
    join_surnames(reading, kinds, groups)
    countries = _countries(reading)
    locals_: list[LocalActor] = []
    position: dict[int, int] = {}
    for root, members in sorted(groups.members().items()):
        kept = [i for i in members if kinds[i] is not None]
        if kept:
            position[root] = len(locals_)
            locals_.append(_describe(reading, kept, kinds, countries, groups.reasons(root)))
    pairs = {
        tuple(sorted((position[groups.find(a)], position[groups.find(b)])))
        for a, b in apart
        if groups.find(a) in position and groups.find(b) in position and groups.find(a) != groups.find(b)
    }
    return locals_, sorted((a, b) for a, b in pairs)


def _is_actor(reading: Reading, index: int) -> bool:
    """Return whether a mention stands for an actor: not a place as place, a chain that ends at one, or a sum of others."""
    mention, seen = reading.mentions[index], {index}
    if mention.members:
        return False
    while mention.refers_to is not None and mention.refers_to not in seen:
        seen.add(mention.refers_to)
        mention = reading.mentions[mention.refers_to]
    if mention.form == "pronoun" or mention.members:
        return False
    if mention.form == "descriptor" and not mention.head:
        return False  # a bare count ("another 15"): a figure, but nobody in particular
    return mention.form == "metonym" or mention.label not in ("place", "facility")


def _kind(mention: MentionDraft, types: Mapping[str, Counter[ActorType]]) -> Kind:
    if mention.form == "metonym":
        return "state" if mention.country else "body"
    if mention.form == "descriptor":
        return "person" if mention.actor_type == "person" and not mention.plural else "body"
    if mention.form == "pronoun":
        return "body"
    if mention.label in ("state", "nationality"):
        return "state"
    folded = fold_name(mention.text)
    kind = kind_of(decide_type(types.get(folded, Counter())))
    return "state" if kind == "state" and folded in country_words() else ("body" if kind == "state" else kind)


def _find_listed(reading: Reading, kinds: list[Kind | None]) -> list[tuple[int, int]]:
    """Return pairs of differing names that a sentence lists side by side, or that a report sets against each other."""
    named = sorted((m.start, i) for i, m in enumerate(reading.mentions) if m.form == "name" and kinds[i] in ("person", "body"))
    pairs = set()
    for (_, i), (_, j) in pairwise(named):
        a, b = reading.mentions[i], reading.mentions[j]
        if a.sentence == b.sentence and _LISTED.fullmatch(reading.article.text[a.end : b.start]):
            pairs.add((i, j))
    for report in reading.reports:
        pairs |= {(a, b) for a in report.actors for b in report.recipients if kinds[a] and kinds[b]}
    return sorted((a, b) for a, b in pairs if a != b and _differ(reading, a, b))


def _differ(reading: Reading, a: int, b: int) -> bool:
    """Return whether two names can be of two actors: not one name, nor one a part of the other, nor given as one."""
    one, two = reading.mentions[a], reading.mentions[b]
    words = set(name_tokens(one.text)), set(name_tokens(two.text))
    if words[0] <= words[1] or words[1] <= words[0]:
        return False
    said = {frozenset((f.subject, f.object)) for f in reading.facts if f.kind == "alias"}
    linked = frozenset((a, b)) in said or one.refers_to == b or two.refers_to == a
    return one.form == two.form == "name" and fold_name(one.text) != fold_name(two.text) and not linked


def _join_same_text(mentions: tuple[MentionDraft, ...], kinds: list[Kind | None], groups: Groups) -> None:
    first: dict[tuple[Kind, str], int] = {}
    for i, mention in enumerate(mentions):
        kind = kinds[i]
        if kind and mention.form in ("name", "metonym") and mention.label != "nationality":
            key = (
                kind,
                f"country {mention.country}"
                if kind == "state" and mention.country and mention.form == "name"
                else fold_name(mention.text),
            )
            groups.join(first.setdefault(key, i), i)


def _join_said(reading: Reading, kinds: list[Kind | None], groups: Groups) -> None:
    """Join what the article calls one: aliases, and mentions that stand for others."""
    mentions, titled = reading.mentions, find_titled_surnames(reading)
    for fact in reading.facts:
        if fact.kind == "alias" and fact.object is not None and _can_join(kinds[fact.subject], kinds[fact.object]):
            one, two = mentions[fact.subject].text, mentions[fact.object].text
            groups.join(fact.subject, fact.object, f"“{one}” and “{two}” are given as one" if one != two else None)
    for i, mention in enumerate(mentions):
        target = mention.refers_to
        if target is None or kinds[target] is None:
            continue
        if mention.form == "pronoun":
            kinds[i] = kinds[target]
            groups.join(target, i)
        elif i in titled and mentions[target].form == "name" and fold_name(mentions[target].text) != fold_name(mention.text):
            continue
        elif _can_join(kinds[i], kinds[target]) or (mention.form == "descriptor" and kinds[i] is not None):
            one, two = mention.text, mentions[target].text
            if mention.form == "descriptor":
                kinds[i] = kinds[target]
            groups.join(target, i, f"“{one}” stands for “{two}” in an article" if fold_name(one) != fold_name(two) else None)


def _can_join(a: Kind | None, b: Kind | None) -> bool:
    return a is not None and a == b


def _countries(reading: Reading) -> dict[int, Counter[str]]:
    """Count what says each mention's country: its own words, its owner, titles and plain facts."""
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for i, mention in enumerate(reading.mentions):
        if mention.country:
            votes[i][mention.country] += 2
        if mention.owner is not None and reading.mentions[mention.owner].country:
            votes[i][reading.mentions[mention.owner].country or ""] += 1
    ends = {m.end: m.country for m in reading.mentions if m.country and m.label in ("nationality", "state")}
    for i, mention in enumerate(reading.mentions):
        before = (
            _POSSESSIVE.search(reading.article.text[max(0, mention.start - 5) : mention.start])
            if mention.form == "name"
            else None
        )
        if before and (code := ends.get(mention.start - len(before.group()))):
            votes[i][code] += 1
    for fact in reading.facts:
        if fact.kind == "country" and fact.value:
            votes[fact.subject][fact.value] += 2
        said = reading.mentions[fact.object].country if fact.object is not None else None
        if fact.kind in ("title", "member_of") and said:
            votes[fact.subject][said] += 1
    return votes


def _describe(
    reading: Reading,
    members: list[int],
    kinds: list[Kind | None],
    countries: Mapping[int, Counter[str]],
    reasons: tuple[str, ...],
) -> LocalActor:
    mentions = [reading.mentions[i] for i in members]
    named = [i for i in members if reading.mentions[i].form in ("name", "metonym")]
    votes: Counter[str] = Counter()
    for i in members:
        votes.update(countries.get(i, Counter()))
    names = Counter(fold_name(reading.mentions[i].text) for i in named)
    if not votes and names:
        votes.update(filter(None, (find_country(tuple(name.split()))[0] for name in names)))
    kind_votes = Counter(kind for i in named or members if (kind := kinds[i]))
    owners = [m.owner for m in mentions if m.owner is not None and m.owner not in members]
    return LocalActor(
        article=reading.article.id,
        mentions=tuple(members),
        kind=min(kind_votes, key=lambda kind: (-kind_votes[kind], kind)),
        names=tuple(sorted(names.items())),
        country=min(votes, key=lambda code: (-votes[code], code)) if votes else None,
        titles=_titles(reading, set(members)),
        owner=owners[0] if owners else None,
        heads=tuple(sorted({m.head for m in mentions if m.form == "descriptor"})),
        reasons=reasons,
        capitals=frozenset(fold_name(m.text) for m in mentions if m.text.isupper()),
        metonym=bool(named) and all(reading.mentions[i].form == "metonym" for i in named),
    )


def _titles(reading: Reading, members: set[int]) -> tuple[tuple[str, str | None], ...]:
    """Return the folded titles of a local actor, each with the country of what it is a title of."""
    found = set()
    for fact in reading.facts:
        if fact.kind == "title" and fact.subject in members and fact.value:
            country = reading.mentions[fact.object].country if fact.object is not None else None
            found.add((title_key(fact.value), country))
    return tuple(sorted(found, key=lambda pair: (pair[0], pair[1] or "")))


def title_key(title: str) -> str:
    """Return a title's words in one order and spelling.

    >>> title_key("Minister of Defence") == title_key("Defense Minister")
    True
    """
    fillers = load_yaml("spelling")["fillers"]
    words = {word.replace("defence", "defense") for word in fold_name(title).split() if word not in fillers}
    country, rest = find_country(tuple(sorted(words)))
    return " ".join(sorted(rest if country else words))
