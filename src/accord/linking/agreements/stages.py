"""The lines of agreements: what each is called, between whom, about what, and which stages it went through when.

In: pacts, accounts and events. Out: `Agreement`s. A stage is what actual reports of an event say of it; plans and denials
of a signing are events, not stages. A naming that has neither a party nor a stage is no agreement worth a line.
"""

import re
from collections import Counter
from collections.abc import Sequence

from accord.linking.agreements.agreements import Pact, PactLinks, has_overlap
from accord.linking.case import Case
from accord.linking.events.reports import Account
from accord.model.record import Agreement, AgreementStage, Event, Report, Stage
from accord.model.time import When

_ORDER: tuple[Stage, ...] = (
    "proposed", "requested", "negotiated", "signed", "mandated", "ratified",
    "in_force", "extended", "suspended", "ended", "rejected",
)  # fmt: skip


def list_agreements(
    case: Case, links: PactLinks, accounts: Sequence[Account], events: Sequence[Event], reports: Sequence[Report]
) -> tuple[Agreement, ...]:
    """Return the agreements of a case, sorted by id."""
    event_of = {report.id: report.event for report in reports}
    by_event = {event.id: event for event in events}
    told: dict[str, list[Account]] = {}
    for account in accounts:
        for agreement in account.agreements:
            told.setdefault(agreement, []).append(account)
    lines = []
    for pact in links.pacts:
        stages = _list_stages(told.get(pact.id, []), event_of, by_event)
        if pact.parties or stages:
            lines.append(_make_agreement(case, pact, stages))
    return tuple(sorted(lines, key=lambda line: line.id))


def _make_agreement(case: Case, pact: Pact, stages: tuple[AgreementStage, ...]) -> Agreement:
    counts = Counter(_bare(text) for text in pact.texts)
    return Agreement(
        id=pact.id,
        name=choose_name(pact),
        aliases=tuple(sorted(counts, key=lambda text: (-counts[text], text))),
        parties=_choose_parties(case, pact),
        subject=tuple(sorted(pact.contexts)),
        stages=stages,
    )


def _choose_parties(case: Case, pact: Pact) -> tuple[str, ...]:
    """Return the parties; where two or more are bodies, the persons who signed for one are left out."""
    bodies = [
        party for party in sorted(pact.parties) if (found := case.actor_by_id.get(party)) is None or found.type != "person"
    ]
    return tuple(bodies) if len(bodies) > 1 else tuple(sorted(pact.parties))


def choose_name(pact: Pact) -> str:
    """Return the naming that says most: a proper name first, then the most words of substance, then the one used most."""
    counts = Counter(re.sub(r"^(?:an?|another|its|their) ", "", _bare(text)) for text in pact.texts)
    if not counts:
        return " ".join((*sorted(pact.words), min(pact.heads)))
    return min(counts, key=lambda text: (not _is_proper(text), -min(len(text.split()), 12), -counts[text], text))


def _is_proper(text: str) -> bool:
    """Whether a naming is a name ("Paris Agreement"): two capitals or more beside small linking words."""
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 1 and all(word[:1].isupper() for word in words)


def _bare(text: str) -> str:
    """Return a naming in one line, without "the" or "this" before it."""
    return re.sub(r"^(?:the|this|that|these|those|said) ", "", " ".join(text.split()), flags=re.IGNORECASE)


def _list_stages(
    accounts: Sequence[Account], event_of: dict[str, str], by_event: dict[str, Event]
) -> tuple[AgreementStage, ...]:
    """Return the stages in the order an agreement goes through them; events of one stage that can be one day are one."""
    told: dict[tuple[Stage, str], list[str]] = {}
    for account in accounts:
        if account.draft.stage is not None and account.report.status == "actual":
            event = event_of[account.report.id]
            told.setdefault((account.draft.stage, event), []).append(account.report.id)
    stages: list[AgreementStage] = []
    for stage in _ORDER:
        events = [by_event[event] for found, event in told if found == stage and by_event[event].status == "actual"]
        for group in _group_by_date(events):
            reports = sorted(i for event in group for i in told[stage, event.id])
            ids = tuple(sorted(event.id for event in group))
            stages.append(AgreementStage(stage, _best_date(group), ids, tuple(reports)))
    return tuple(stages)


def _group_by_date(events: Sequence[Event]) -> list[list[Event]]:
    """Group events whose dates can be one; undated ones go to the first group."""
    groups: list[list[Event]] = []
    for event in sorted(events, key=lambda event: (_width(event.date), str(event.date), event.id)):
        fitting = (group for group in groups if all(_can_meet(event.date, other.date) for other in group))
        group = next(fitting, None)
        if group is None:
            groups.append([event])
        else:
            group.append(event)
    return groups


def _can_meet(one: When | None, other: When | None) -> bool:
    return one is None or other is None or has_overlap(one, other)


def _best_date(events: Sequence[Event]) -> When | None:
    """Return the date of the event that most reports tell of, a narrow one before a wide one."""
    dated = [event for event in events if event.date is not None]
    if not dated:
        return None
    return min(dated, key=lambda event: (_width(event.date), -len(event.reports), event.id)).date


def _width(when: When | None) -> int:
    if when is None or when.start is None or when.end is None:
        return 1_000_000
    return (when.end - when.start).days
