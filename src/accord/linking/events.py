"""Merge accounts of one event, across articles and within them.

In: the case and its accounts. Out: groups of accounts, each one event. Pairs are only looked at where they share a party or
place and a week, a party and a trigger, a stage of an agreement, or a copied passage; so time grows with the number of
accounts, not with its square. The best pair is joined first, and a group takes no member that cannot go with one that it has.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from accord.linking.case import Case
from accord.linking.pairs import THRESHOLD, Judgement, find_days, judge_pair
from accord.linking.passages import find_copied_reports
from accord.linking.reports import Account

_COPIED = 2.0
"""What a copied passage adds: two reports with one wording tell one thing unless something stands against it."""
_MOST_WEEKS = 9
_LARGEST_BLOCK = 400
"""Accounts in a block beyond which only neighbours in time are compared."""

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
    pairs = set(copied)
    for members in blocks.values():
        ordered = sorted(members, key=lambda i: (_first_day(by_id[i]), i)) if len(members) > _LARGEST_BLOCK else sorted(members)
        reach = _LARGEST_BLOCK // 4 if len(members) > _LARGEST_BLOCK else len(members)
        for at, one in enumerate(ordered):
            pairs.update((min(one, other), max(one, other)) for other in ordered[at + 1 : at + 1 + reach] if one != other)
    return pairs


def _first_day(account: Account) -> int:
    days = find_days(account)
    return days[0] if days is not None else 0


def _find_keys(account: Account) -> Iterator[tuple[str, ...]]:
    """Yield the blocks that an account stands in."""
    report = account.report
    days = find_days(account)
    weeks: list[str] = []
    if days is not None and (days[1] - days[0]) // 7 <= _MOST_WEEKS:
        # Neighbouring weeks overlap by a day, so that a day's doubt at a boundary does not part two accounts.
        weeks = [str(week) for week in range((days[0] - 1) // 7, (days[1] + 1) // 7 + 1)]
    who = sorted(account.parties) or ([report.location] if report.location is not None else [])
    for name in who:
        for week in weeks:
            yield ("week", name, week)
        yield ("trigger", name, account.draft.lemma)
        if not weeks:
            yield ("type", name, report.event_type)
        yield ("article", name, report.article)
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
