"""Find which accounts tell of the act of violence that their article, or a like one, is about.

In: the case and its accounts. Out: for each account of an incident a key shared by all articles about it; what is done to the
attacker has a key of its own. Articles are of one incident when their words, its day, town, tolls and means speak for it and
nothing tells any two of them apart (`accord.linking.events.incident` gathers what each article says).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accord.linking.case import Case
from accord.linking.events.incident import (
    Incident,
    can_act,
    can_be_there,
    find_gap,
    find_known_place,
    find_width,
    gather_incident,
    is_another,
    is_answer,
    is_harm,
    is_series,
)
from accord.linking.events.reports import Account
from accord.linking.likeness.kinship import measure_strength

_KIN, _FLOOR = 0.27, 0.10
"""What must speak for two articles' incidents being one (the likeness of their words and the points below), and the likeness
without which nothing helps."""
_DAY, _TOWN, _TOLL, _MEANS = 0.08, 0.15, 0.15, 0.05
"""What a day, a town or a toll in common adds, and what different means take away; set by hand."""
_ANSWER = "/answer"


def find_incidents(case: Case, accounts: Sequence[Account]) -> dict[str, str]:
    """Return the key of the incident that each account tells of, by report id; accounts of none are left out."""
    by_article: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        if account.report.event_type == "ASSAULT" and account.report.status == "actual" and not account.report.historical:
            by_article[account.report.article].append(account)
    incidents = [found for _, told in sorted(by_article.items()) if (found := gather_incident(case, told)) is not None]
    articles = sorted(by_article)
    strengths = measure_strength([case.by_article[article] for article in articles], case.copies, floor=_FLOOR)
    alike = {(articles[a], articles[b]): strength for (a, b), strength in strengths.items()}
    keys: dict[str, str] = {}
    named = dict(zip((incident.article for incident in incidents), _name_incidents(case, incidents, alike), strict=True))
    for incident in incidents:
        key = named[incident.article]
        keys.update({account.report.id: key for account in incident.members})
        keys.update({account.report.id: key + _ANSWER for account in incident.answers})
    keys.update(_find_denials(case, accounts, [(incident, named[incident.article]) for incident in incidents]))
    rest = [account for told in by_article.values() for account in told if account.report.id not in keys]
    keys.update(_find_recalled(case, rest, [(incident, named[incident.article]) for incident in incidents], alike))
    return keys


def _find_denials(case: Case, accounts: Sequence[Account], incidents: Sequence[tuple[Incident, str]]) -> dict[str, str]:
    """Return the incident that somebody denies in its article: in its town, or as one who is told or blamed to have done it."""
    of_article = {incident.article: (incident, key) for incident, key in incidents}
    found: dict[str, str] = {}
    for account in accounts:
        report = account.report
        if report.status != "negated" or report.event_type != "ASSAULT" or report.article not in of_article:
            continue
        incident, key = of_article[report.article]
        place, modes = find_known_place(case, account), incident.modes
        if (
            is_harm(account)
            and find_gap(account.days, incident.days()) == 0
            and can_be_there(case, incident.places(case), place)
            and (place in incident.places(case) or account.actors & incident.actors)
            and not (report.mode and modes and report.mode not in modes)
        ):
            found[report.id] = key
    return found


def _find_recalled(
    case: Case, rest: Sequence[Account], incidents: Sequence[tuple[Incident, str]], alike: Mapping[tuple[str, str], float]
) -> dict[str, str]:
    """Return the incident of each act that a follow-up recalls: on its day, in a like article, and no other's."""
    found: dict[str, str] = {}
    for account in rest:
        date, article = account.report.date, account.report.article
        if date is None or date.basis != "stated" or find_width(account) > 1 or not is_harm(account) or is_series(account):
            continue
        if is_answer(case, account, frozenset()) or account.days is None:
            continue
        fitting = [
            (incident, key)
            for incident, key in incidents
            if _is_like(alike, article, incident.article)
            and (days := incident.days()) is not None
            and find_gap(account.days, days) == 0
            and days[1] - days[0] <= 1
            and can_be_there(case, incident.places(case), find_known_place(case, account))
            and can_act(case, incident.doers, account.actors)
        ]
        there = {key for incident, key in fitting if find_known_place(case, account) in incident.places(case)}
        keys = there or {key for _, key in fitting}
        if len(keys) == 1:
            found[account.report.id] = keys.pop()
    return found


def _is_like(alike: Mapping[tuple[str, str], float], one: str, other: str) -> bool:
    return one != other and (min(one, other), max(one, other)) in alike


def _name_incidents(case: Case, incidents: Sequence[Incident], alike: Mapping[tuple[str, str], float]) -> Iterator[str]:
    """Yield a key for each incident; those of articles about one attack get one key.

    The likest are joined first, and a group takes none that is told apart from any of its members.
    """
    number = {incident.article: at for at, incident in enumerate(incidents)}
    faces = [_describe(case, incident) for incident in incidents]
    pairs = {(number[a], number[b]): value for (a, b), value in alike.items() if a in number and b in number}
    rated = {(a, b): value + _agree(faces[a], faces[b]) for (a, b), value in pairs.items()}
    groups = {at: [at] for at in range(len(incidents))}
    for (one, other), rate in sorted(rated.items(), key=lambda item: (-item[1], item[0])):
        first, second = groups[one], groups[other]
        if rate < _KIN:
            break
        if first is not second and not any(_are_apart(case, faces[a], faces[b]) for a in first for b in second):
            joined = sorted((*first, *second))
            groups.update(dict.fromkeys(joined, joined))
    for at in range(len(incidents)):
        yield incidents[groups[at][0]].article


@dataclass(frozen=True, slots=True)
class _Face:
    """What an incident shows to others."""

    days: tuple[int, int] | None
    places: frozenset[str]
    towns: frozenset[str]
    tolls: frozenset[str]
    modes: frozenset[str]
    sides: frozenset[str]
    another: bool


def _describe(case: Case, incident: Incident) -> _Face:
    return _Face(
        days=incident.days(),
        places=frozenset(incident.places(case)),
        towns=frozenset(_list_towns(case, incident)),
        tolls=frozenset(count for account in incident.members for count in account.counts),
        modes=frozenset(incident.modes),
        sides=frozenset(_list_belligerents(case, incident)),
        another=any(account.lead and is_another(account) for account in incident.members),
    )


def _are_apart(case: Case, one: _Face, other: _Face) -> bool:
    """Whether something said of two articles' incidents tells them apart."""
    if find_gap(one.days, other.days) > (0 if one.another or other.another else 1):
        return True
    if one.places and other.places and not any(case.is_within(a, b) for a in one.places for b in other.places):
        return True
    return not can_act(case, one.sides, other.sides) and not _is_one_side(case, one.sides, other.sides)


def _list_belligerents(case: Case, incident: Incident) -> set[str]:
    """Return those who act that can attack: victims and outlets taken for actors tell no incidents apart."""
    return {
        party
        for party in incident.doers
        if (actor := case.actor_by_id.get(party)) is not None
        and actor.type in ("person", "state", "government", "armed_group", "intergovernmental")
        and set(actor.sectors) != {"CVL"}
    }


def _is_one_side(case: Case, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether some of both act for one country: its state, government and forces, not those who fight it."""
    countries = [
        {
            actor.country
            for party in parties
            if (actor := case.actor_by_id[party]).country and not set(actor.sectors) & {"UAF", "REB", "SEP"}
        }
        for parties in (one, other)
    ]
    return bool(countries[0] & countries[1])


def _agree(one: _Face, other: _Face) -> float:
    """Return what speaks for one incident beside the likeness of two articles: day, town and toll; and against it: means."""
    narrow = bool(one.days and other.days and max(d[1] - d[0] for d in (one.days, other.days)) <= 1)
    score = _DAY * narrow + _TOWN * bool(one.towns & other.towns) + _TOLL * bool(one.tolls & other.tolls)
    return score - _MEANS * bool(one.modes and other.modes and not one.modes & other.modes)


def _list_towns(case: Case, incident: Incident) -> set[str]:
    """Return the towns that an article's incident is in, or that stand in its title and its incident's first sentence."""
    reading = case.by_article[incident.article]
    lead = {n for n, sentence in enumerate(reading.sentences) if sentence.kind == "title"} | {
        incident.members[0].draft.sentence
    }
    named = {
        place
        for n, mention in enumerate(reading.mentions)
        if mention.sentence in lead and (place := case.places.of_mention.get((incident.article, n))) is not None
    }
    return {place for place in named | incident.places(case) if case.place_by_id[place].country and not case.is_wide(place)}
