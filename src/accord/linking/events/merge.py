"""Merge accounts of one event, across articles and within them.

In: the case and its accounts. Out: groups of accounts, each one event. Pairs are only looked at where they share a party or
place and a week, both sides and a trigger, a stage of an agreement, a toll, or a copied passage; so time grows with the
number of accounts, not with its square. The best pair is joined first, and a group takes no member that cannot go with one
that it has.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from accord.linking.case import Case
from accord.linking.events.pairs import THRESHOLD, Judgement, judge_pair
from accord.linking.events.passages import find_copied_reports
from accord.linking.events.reports import Account
from accord.model.record import EventType

_COPIED = 2.0
"""What a copied passage adds: two reports with one wording tell one thing unless something stands against it."""
_MOST_WEEKS = 9
_LARGEST_BLOCK = 200
"""Accounts in a block beyond which only neighbours in time are compared."""

_FAMILIES: dict[str, frozenset[EventType]] = {
    "together": frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")),
    "against": frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN")),
    "by force": frozenset(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "REJECT")),
}
"""Types that one act may be taken for (`accord.linking.events.pairs.are_confusable` is narrower)."""

Group = tuple[Account, ...]


def merge_events(case: Case, accounts: Sequence[Account]) -> tuple[Group, ...]:
    """Return the accounts in groups of one event each; groups and members are in order of their ids."""
    by_id = {account.report.id: account for account in accounts}
    copied = find_copied_reports(case, [account.report for account in accounts])
    judged: dict[tuple[str, str], Judgement] = {}
    for pair in sorted(_find_candidates(by_id, copied)):
        judgement = judge_pair(case, by_id[pair[0]], by_id[pair[1]])
        if judgement.veto is None and pair in copied:
            judgement = Judgement(judgement.score + _COPIED, None, (*judgement.reasons, "copied wording"))
        judged[pair] = judgement
    groups = _cluster(case, by_id, judged)
    return tuple(sorted((tuple(by_id[i] for i in sorted(group)) for group in groups), key=lambda group: group[0].report.id))


def _find_candidates(by_id: dict[str, Account], copied: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the pairs that may be one event, smaller id first."""
    blocks: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for account in by_id.values():
        for key in _find_keys(account):
            blocks[key].append(account.report.id)
    pairs = set(copied) | _find_backward(by_id)
    for key, members in blocks.items():
        large = len(members) > _LARGEST_BLOCK
        ordered = sorted(members, key=lambda i: (_first_day(by_id[i]), i)) if large else sorted(members)
        reach = _LARGEST_BLOCK // 4 if large else len(members)
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + reach]:
                # Two accounts with days of their own meet in the block of a week, or are of different days.
                if key[0] != "trigger" or by_id[one].days is None or by_id[other].days is None:
                    pairs.add((min(one, other), max(one, other)))
    return pairs


def _find_backward(by_id: dict[str, Account]) -> set[tuple[str, str]]:
    """Return pairs of one article whose later one is a bare noun that a sentence before has ("the airstrike")."""
    by_article: defaultdict[str, list[Account]] = defaultdict(list)
    for account in by_id.values():
        by_article[account.report.article].append(account)
    pairs: set[tuple[str, str]] = set()
    for told in by_article.values():
        for bare in told:
            if bare.parties or bare.report.location is not None or bare.draft.tense != "none":
                continue
            word = bare.report.trigger.text.casefold()
            for other in told:
                if other.draft.sentence < bare.draft.sentence and word in other.report.quote.casefold():
                    pairs.add((min(bare.report.id, other.report.id), max(bare.report.id, other.report.id)))
    return pairs


def _first_day(account: Account) -> int:
    days = account.days
    return days[0] if days is not None else 0


def _find_keys(account: Account) -> Iterator[tuple[str, ...]]:
    """Yield the blocks that an account stands in, each once."""
    report = account.report
    days = account.days
    weeks: list[str] = []
    if days is not None and (days[1] - days[0]) // 7 <= _MOST_WEEKS:
        # Neighbouring weeks overlap by a day, so that a day's doubt at a boundary does not part two accounts.
        weeks = [str(week) for week in range((days[0] - 1) // 7, (days[1] + 1) // 7 + 1)]
    who = sorted({*account.parties, *([report.location] if report.location is not None else [])})
    families = [family for family, types in _FAMILIES.items() if report.event_type in types]
    for name in who:
        for family in families:
            yield from (("week", family, name, week) for week in weeks)
            yield ("article", family, name, report.article)
    sides = [",".join(sorted(side)) for side in (account.actors, account.recipients) if side] or who[:1]
    yield ("trigger", "/".join(sides), account.draft.lemma)
    if len(sides) > 1:
        yield ("trigger", sides[0], account.draft.lemma)
    if not weeks:
        yield ("trigger", "/".join(sides), report.event_type)
    yield from (("count", report.event_type, count) for count in sorted(account.counts))
    if account.incident is not None:
        yield ("incident", account.incident)
    for agreement in account.agreements:
        yield ("agreement", agreement, account.draft.stage or "")


def _cluster(case: Case, by_id: dict[str, Account], judged: dict[tuple[str, str], Judgement]) -> list[set[str]]:
    """Join groups by their best pair, unless a pair across them is vetoed or most speak against it."""
    group_of = {i: i for i in by_id}
    members: dict[str, set[str]] = {i: {i} for i in by_id}
    strong = sorted((-j.score, pair) for pair, j in judged.items() if j.veto is None and j.score >= THRESHOLD)
    for _, (one, other) in strong:
        first, second = group_of[one], group_of[other]
        if first == second or not _can_join(case, by_id, judged, (members[first], members[second])):
            continue
        kept, gone = sorted((first, second))
        for i in members[gone]:
            group_of[i] = kept
        members[kept] |= members.pop(gone)
    return list(members.values())


def _can_join(
    case: Case, by_id: dict[str, Account], judged: dict[tuple[str, str], Judgement], groups: tuple[set[str], set[str]]
) -> bool:
    """Whether no pair across two groups is vetoed and their mean is at least half of what a pair needs."""
    scores: list[float] = []
    for one in sorted(groups[0]):
        for other in sorted(groups[1]):
            pair = (min(one, other), max(one, other))
            if pair not in judged:
                judged[pair] = judge_pair(case, by_id[pair[0]], by_id[pair[1]])
            if judged[pair].veto is not None:
                return False
            scores.append(judged[pair].score)
    return sum(scores) / len(scores) >= THRESHOLD / 2
