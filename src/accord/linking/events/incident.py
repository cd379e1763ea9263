"""Gather the accounts of the act of violence that an article is about.

In: the accounts of force of one article. Out: its `Incident`, if it begins with one. An attack is told in many acts ("opened
fire", "killed 12", "the attack"), mostly without names and after the first lines without a date; what ties them is that they
are the news of their article. What police then do to the attacker is an answer, not part of it. Acts with another date, place,
means or named party are left out, so of a round-up of several attacks only the first is one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from accord.data import load_yaml
from accord.linking.case import Case
from accord.linking.events.blame import is_alleged
from accord.linking.events.reports import Account
from accord.linking.figures.counted import is_overall

_SEVERAL_TIMES = 3
"""A toll this many times another of the same article counts more than one attack."""
_ANOTHER = re.compile(r"\b(?:another|second|third|fourth|fresh|further|separate)(?:\s[\w-]+){0,2}\s$", re.IGNORECASE)
"""Words before an act's noun that tell it from one before."""
_WIDEST = 14
"""Days beyond which an incident is too vaguely dated to be recognised."""


@dataclass(slots=True)
class Incident:
    """An article's main act of violence while it is gathered: its accounts and what they say."""

    article: str
    members: list[Account] = field(default_factory=list)
    answers: list[Account] = field(default_factory=list)

    @property
    def actors(self) -> set[str]:
        return {actor for account in self.members for actor in account.actors}

    @property
    def doers(self) -> set[str]:
        """Return those who are told to have acted, not only blamed, unless nothing but blame is told."""
        sure = [account for account in self.members if not is_alleged(account.report)] or self.members
        return {actor for account in sure for actor in account.actors}

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


def gather_incident(case: Case, told: Sequence[Account]) -> Incident | None:
    """Return the incident of one article's accounts, or None where it does not begin with one."""
    ordered = sorted(told, key=lambda account: (not account.title, account.report.trigger.start, account.report.id))
    heads = [a for a in ordered if a.lead and is_harm(a) and not is_answer(case, a, frozenset()) and a.days is not None]
    if not heads or find_width(heads[0]) > _WIDEST:
        return None
    incident = Incident(heads[0].report.article, [heads[0]])
    for account in ordered:
        if account is not heads[0] and _belongs(case, incident, account):
            incident.members.append(account)
    known = {id(account) for account in incident.members}
    doers = frozenset(incident.actors)
    rest = (a for a in ordered if id(a) not in known and find_gap(a.days, incident.days()) == 0)
    incident.answers = [account for account in rest if is_answer(case, account, doers)]
    return incident


def is_harm(account: Account) -> bool:
    return account.draft.lemma in load_yaml("incidents")["harms"]


def is_answer(case: Case, account: Account, doers: frozenset[str]) -> bool:
    """Whether an act is done to the attacker: by a noun for one, or by being the one who acts elsewhere in the article."""
    nouns = load_yaml("incidents")["attackers"]
    names = [case.name(party) for party in sorted(account.recipients)]
    return (
        bool(account.recipients)
        and not account.recipients & account.actors
        and (bool(account.recipients & doers) or any(name.casefold().split()[-1] in nouns for name in names))
    )


def _belongs(case: Case, incident: Incident, account: Account) -> bool:
    """Whether an act of the same article is, for all that is said, part of its incident."""
    if (
        not is_harm(account)
        or is_series(account)
        or find_width(account) > _WIDEST
        or is_answer(case, account, frozenset(incident.actors))
    ):
        return False
    if find_gap(account.days, incident.days()) or not can_be_there(
        case, incident.places(case), find_known_place(case, account)
    ):
        return False
    if account.report.mode and incident.modes and account.report.mode not in incident.modes:
        return False
    named = {party for party in account.recipients if case.is_named(party)}
    if named and not named <= incident.recipients:
        return False
    blamed = is_alleged(account.report)  # two sides that blame each other speak of one attack
    return (blamed or can_act(case, incident.doers, account.actors)) and not _is_total(incident, account)


def is_another(account: Account) -> bool:
    """Whether an act is told as one more than others before it: "a second raid", "another deadly blast"."""
    report = account.report
    return _ANOTHER.search(report.span.text[: max(0, report.trigger.start - report.span.start)]) is not None


def is_series(account: Account) -> bool:
    """Whether several acts are meant: "attacks", "air strikes"."""
    text = account.report.trigger.text.casefold()
    return account.draft.tense == "none" and text.endswith("s") and not text.endswith("ss")


def _is_total(incident: Incident, account: Account) -> bool:
    """Whether an account's toll is several times that of the incident, or says that it is of a whole war."""
    if is_overall(account.report.quote):
        return True
    first = [n for member in incident.members for n in _tolls(member)]
    return bool(first) and any(n > _SEVERAL_TIMES * max(first) for n in _tolls(account))


def _tolls(account: Account) -> list[float]:
    return [float(number) for measure, _, number in (count.rpartition(" ") for count in account.counts) if measure == "killed"]


def can_act(case: Case, known: set[str] | frozenset[str], actors: frozenset[str]) -> bool:
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


def can_be_there(case: Case, known: set[str], place: str | None) -> bool:
    return place is None or not known or any(case.is_within(place, other) for other in known)


def find_gap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0) if one and other else 0


def find_width(account: Account) -> int:
    return account.days[1] - account.days[0] if account.days is not None else 0


def find_known_place(case: Case, account: Account) -> str | None:
    """Return an account's place where it is one that can be found on a map: a street or a misread word parts nobody."""
    place = case.place_by_id.get(account.report.location or "")
    return place.id if place is not None and place.country is not None else None
