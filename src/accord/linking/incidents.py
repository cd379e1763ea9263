"""Find the accounts of an article's main act of violence, and which articles tell of the same one.

In: the case and its accounts. Out: for each account that tells of its article's incident a key shared by all articles about it.
An attack is told in many acts ("opened fire", "killed 12", "the attack"), mostly without names and after the first lines
without a date; what ties them is that they are the news of their article. What police then do to the attacker is an incident
of its own. Acts with another date, place, means or named party are left out, so of a round-up of several attacks only the
first is one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accord.data import load_yaml
from accord.linking.case import Case
from accord.linking.counted import is_overall
from accord.linking.kinship import measure_strength
from accord.linking.reports import Account

_KIN, _FLOOR = 0.27, 0.10
"""What must speak for two articles' incidents being one (the likeness of their words and the points below), and the likeness
without which nothing helps."""
_DAY, _TOWN, _TOLL, _MEANS = 0.08, 0.15, 0.15, 0.05
"""What a day, a town or a toll in common adds, and what different means take away; set by hand."""
_SEVERAL_TIMES = 3
"""A toll this many times another of the same article counts more than one attack."""
_WIDEST = 14
"""Days beyond which an incident is too vaguely dated to be recognised."""
_ANSWER = "/answer"


@dataclass(slots=True)
class _Incident:
    """An article's main act of violence while it is gathered: its accounts and what they say."""

    article: str
    members: list[Account] = field(default_factory=list)
    answers: list[Account] = field(default_factory=list)

    @property
    def actors(self) -> set[str]:
        return {actor for account in self.members for actor in account.actors}

    @property
    def recipients(self) -> set[str]:
        return {party for account in self.members for party in account.recipients}

    @property
    def modes(self) -> set[str]:
        return {account.report.mode for account in self.members if account.report.mode}

    def places(self, case: Case) -> set[str]:
        """Return where its first lines place it: further down articles look elsewhere."""
        return {place for account in self.members if account.lead and (place := find_known_place(case, account)) is not None}

    def days(self) -> tuple[int, int] | None:
        """Return the narrowest days of its accounts."""
        return min((a.days for a in self.members if a.days), key=lambda days: (days[1] - days[0], days), default=None)


def find_incidents(case: Case, accounts: Sequence[Account]) -> dict[str, str]:
    """Return the key of the incident that each account tells of, by report id; accounts of none are left out."""
    by_article: defaultdict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        if account.report.event_type == "ASSAULT" and account.report.status == "actual" and not account.report.historical:
            by_article[account.report.article].append(account)
    incidents = [found for _, told in sorted(by_article.items()) if (found := _gather(case, told)) is not None]
    keys: dict[str, str] = {}
    for incident, key in zip(incidents, _name_incidents(case, incidents), strict=True):
        keys.update({account.report.id: key for account in incident.members})
        keys.update({account.report.id: key + _ANSWER for account in incident.answers})
    return keys


def find_known_place(case: Case, account: Account) -> str | None:
    """Return an account's place where it is one that can be found on a map: a street or a misread word parts nobody."""
    place = case.place_by_id.get(account.report.location or "")
    return place.id if place is not None and place.country is not None else None


def _gather(case: Case, told: Sequence[Account]) -> _Incident | None:
    """Return the incident of one article's accounts, or None where it does not begin with one."""
    ordered = sorted(told, key=lambda account: (not account.title, account.report.trigger.start, account.report.id))
    heads = [a for a in ordered if a.lead and _is_harm(a) and not _is_answer(case, a, frozenset()) and a.days is not None]
    if not heads or _width(heads[0]) > _WIDEST:
        return None
    incident = _Incident(heads[0].report.article, [heads[0]])
    for account in ordered:
        if account is not heads[0] and _belongs(case, incident, account):
            incident.members.append(account)
    known = {id(account) for account in incident.members}
    doers = frozenset(incident.actors)
    rest = (a for a in ordered if id(a) not in known and _gap(a.days, incident.days()) == 0)
    incident.answers = [account for account in rest if _is_answer(case, account, doers)]
    return incident


def _is_harm(account: Account) -> bool:
    return account.draft.lemma in load_yaml("incidents")["harms"]


def _is_answer(case: Case, account: Account, doers: frozenset[str]) -> bool:
    """Whether an act is done to the attacker: by a noun for one, or by being the one who acts elsewhere in the article."""
    nouns = load_yaml("incidents")["attackers"]
    names = [case.name(party) for party in sorted(account.recipients)]
    return (
        bool(account.recipients)
        and not account.recipients & account.actors
        and (bool(account.recipients & doers) or any(name.casefold().split()[-1] in nouns for name in names))
    )


def _belongs(case: Case, incident: _Incident, account: Account) -> bool:
    """Whether an act of the same article is, for all that is said, part of its incident."""
    if (
        not _is_harm(account)
        or _is_series(account)
        or _width(account) > _WIDEST
        or _is_answer(case, account, frozenset(incident.actors))
    ):
        return False
    if _gap(account.days, incident.days()) or not _can_be_there(case, incident.places(case), find_known_place(case, account)):
        return False
    if account.report.mode and incident.modes and account.report.mode not in incident.modes:
        return False
    named = {party for party in account.recipients if case.is_named(party)}
    if named and not named <= incident.recipients:
        return False
    return _can_act(case, incident.actors, account.actors) and not _is_total(incident, account)


def _is_series(account: Account) -> bool:
    """Whether several acts are meant: "attacks", "air strikes"."""
    text = account.report.trigger.text.casefold()
    return account.draft.tense == "none" and text.endswith("s") and not text.endswith("ss")


def _is_total(incident: _Incident, account: Account) -> bool:
    """Whether an account's toll is several times that of the incident, or says that it is of a whole war."""
    if is_overall(account.report.quote):
        return True
    first = [n for member in incident.members for n in _tolls(member)]
    return bool(first) and any(n > _SEVERAL_TIMES * max(first) for n in _tolls(account))


def _tolls(account: Account) -> list[float]:
    return [float(number) for measure, _, number in (count.rpartition(" ") for count in account.counts) if measure == "killed"]


def _can_act(case: Case, known: set[str] | frozenset[str], actors: frozenset[str]) -> bool:
    """Whether those who act may be the same: one nameless person beside another or beside a group, never a force beside him."""
    if not known or not actors or actors & known:
        return True
    return (_is_lone(case, actors) and not _is_force(case, known)) or (_is_lone(case, known) and not _is_force(case, actors))


def _is_lone(case: Case, parties: set[str] | frozenset[str]) -> bool:
    found = [case.actor_by_id[party] for party in parties if party in case.actor_by_id]
    return bool(found) and all(actor.type == "person" for actor in found)


def _is_force(case: Case, parties: set[str] | frozenset[str]) -> bool:
    """Whether any of them is a state or its police or army; what a text once calls rebels is none."""
    found = [actor for party in sorted(parties) if (actor := case.actor_by_id.get(party)) is not None]
    return any(
        actor.type in ("state", "government")
        or (set(actor.sectors) & {"COP", "MIL"} and not set(actor.sectors) & {"UAF", "REB", "SEP"})
        for actor in found
    )


def _can_be_there(case: Case, known: set[str], place: str | None) -> bool:
    return place is None or not known or any(case.is_within(place, other) for other in known)


def _gap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0) if one and other else 0


def _width(account: Account) -> int:
    return account.days[1] - account.days[0] if account.days is not None else 0


def _name_incidents(case: Case, incidents: Sequence[_Incident]) -> Iterator[str]:
    """Yield a key for each incident; those of articles about one attack get one key.

    The likest are joined first, and a group takes none that is told apart from any of its members.
    """
    readings = [case.by_article[incident.article] for incident in incidents]
    faces = [_describe(case, incident) for incident in incidents]
    strengths = measure_strength(readings, case.copies, floor=_FLOOR)
    rated = {(a, b): strength + _agree(faces[a], faces[b]) for (a, b), strength in strengths.items()}
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


def _describe(case: Case, incident: _Incident) -> _Face:
    return _Face(
        days=incident.days(),
        places=frozenset(incident.places(case)),
        towns=frozenset(_list_towns(case, incident)),
        tolls=frozenset(count for account in incident.members for count in account.counts),
        modes=frozenset(incident.modes),
        sides=frozenset(_list_belligerents(case, incident)),
    )


def _are_apart(case: Case, one: _Face, other: _Face) -> bool:
    """Whether something said of two articles' incidents tells them apart."""
    if _gap(one.days, other.days) > 1:
        return True
    if one.places and other.places and not any(case.is_within(a, b) for a in one.places for b in other.places):
        return True
    return not _can_act(case, one.sides, other.sides) and not _is_one_side(case, one.sides, other.sides)


def _list_belligerents(case: Case, incident: _Incident) -> set[str]:
    """Return those who act that can attack: victims and outlets taken for actors tell no incidents apart."""
    return {
        party
        for party in incident.actors
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


def _list_towns(case: Case, incident: _Incident) -> set[str]:
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
