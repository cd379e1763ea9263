"""Find how many independent footings an event has.

In: the reports of an event, the copies, and what sources articles have. Out: `Origin`s. Reports share an origin when their
passages are copies, when the innermost voice that is known is the same party, when one cites the source of the other, or
when they stand in one article that gives a voice for only one of them: a title has no source of its own. Every join keeps
its reason in words. An origin is interested when any voice it rests on counts as a party to the event.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from accord.linking.case import Case, fold
from accord.linking.events.passages import find_copied_reports
from accord.model.record import Event, Origin, Report, Voice


@dataclass(frozen=True, slots=True)
class _Footing:
    """The innermost known voice of a report: the key it is compared by, what it is called, and its party."""

    key: str | None
    voice: str | None
    party: str | None
    attributed: bool


class _Joined:
    """Groups of reports that grow together, with the reasons (union-find)."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._root = {i: i for i in ids}
        self.reasons: defaultdict[str, set[str]] = defaultdict(set)

    def find(self, i: str) -> str:
        while self._root[i] != i:
            i = self._root[i]
        return i

    def join(self, one: str, other: str, reason: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._root[second] = first
        self.reasons[first] |= {reason} | (self.reasons.pop(second, set()) if first != second else set())


def find_origins(case: Case, event: Event, reports: Sequence[Report]) -> tuple[Origin, ...]:
    """Return the origins of an event, sorted by their first report."""
    reports = sorted(reports, key=lambda report: report.id)
    footings = {report.id: find_footing(case, report) for report in reports}
    joined = _Joined([report.id for report in reports])
    _join_same_voice(case, joined, reports, footings)
    _join_citing(case, joined, reports)
    _join_copies(case, joined, reports)
    _join_within(joined, reports, footings)
    groups: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        groups[joined.find(report.id)].append(report)
    blamed = (party.actor for report in reports for party in report.actor if case.is_named(party.actor))
    parties = case.parties((*event.actor, *event.recipient, *blamed))
    return tuple(
        _make_origin(group, footings, parties, joined.reasons.get(root, set())) for root, group in sorted(groups.items())
    )


def find_footing(case: Case, report: Report) -> _Footing:
    """Return the innermost voice that can be told from others; the outlet itself where nobody else is named."""
    outlet = _is_outlet_first(case, report)
    inner = report.voices[1:] if outlet else report.voices
    for voice in reversed(inner):
        if voice.actor is not None:
            speaks_for = _voice_party(case, voice.actor)
            if case.is_named(speaks_for):  # "sources" and "a resident" are nobody that another report could share
                return _Footing(speaks_for, speaks_for, speaks_for, True)
        elif _is_telling(voice.text):
            return _Footing(f"text {fold(voice.text)}", voice.text, None, True)
    if outlet:
        first = report.voices[0]
        party = case.party(first.actor) if first.actor is not None else None
        return _Footing(party or f"text {fold(first.text)}", first.actor or first.text, party, bool(inner))
    return _Footing(f"article {report.article}", None, None, bool(inner))


def _is_outlet_first(case: Case, report: Report) -> bool:
    source = case.by_article[report.article].article.source_name
    return bool(source and report.voices and fold(report.voices[0].text) == fold(source))


def _is_telling(text: str) -> bool:
    """Whether a voice without an actor is a name: "Reuters" tells one from another, "sources" and "a resident" do not."""
    words = text.split()
    return bool(words) and words[-1][:1].isupper() and len(fold(text)) > 2


def _voice_party(case: Case, actor: str) -> str:
    """Return the party a voice speaks for: a correspondent speaks for the outlet."""
    found = case.actor_by_id.get(actor)
    if found is not None and found.type == "person":
        for membership in found.member_of:
            body = case.actor_by_id.get(membership.actor)
            if body is not None and body.type == "media":
                return body.id
    return case.party(actor)


def _join_same_voice(case: Case, joined: _Joined, reports: Sequence[Report], footings: dict[str, _Footing]) -> None:
    first: dict[str, str] = {}
    for report in reports:
        footing = footings[report.id]
        if footing.key is None:
            continue
        if footing.key in first:
            reason = f"the same voice: {case.name(footing.voice)}" if footing.voice else "one article"
            joined.join(first[footing.key], report.id, reason)
        first.setdefault(footing.key, report.id)


def _join_citing(case: Case, joined: _Joined, reports: Sequence[Report]) -> None:
    """Join reports where one's voices or its article's credits name the source of the other's article."""
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for report in reports:
        name = case.by_article[report.article].article.source_name
        if name:
            sources[fold(name)].append(report.id)
    for report in reports:
        article = case.by_article[report.article].article
        own = fold(article.source_name or "")
        cited = [*(voice.text for voice in report.voices), *(_names(case, report.voices)), *article.credits]
        for name in dict.fromkeys(cited):
            for other in sources.get(fold(name), ()) if fold(name) != own else ():
                joined.join(report.id, other, f"one cites {name}, which published the other")


def _names(case: Case, voices: Sequence[Voice]) -> list[str]:
    return [case.name(_voice_party(case, voice.actor)) for voice in voices if voice.actor is not None]


def _join_copies(case: Case, joined: _Joined, reports: Sequence[Report]) -> None:
    for one, other in sorted(find_copied_reports(case, reports)):
        joined.join(one, other, "the same wording")


def _join_within(joined: _Joined, reports: Sequence[Report], footings: dict[str, _Footing]) -> None:
    """Let reports without a voice rest on what the nearest attributed report of their article rests on."""
    by_article: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_article[report.article].append(report)
    for told in by_article.values():
        attributed = [report for report in told if footings[report.id].attributed]
        for report in told:
            if footings[report.id].attributed or not attributed:
                continue
            start = report.trigger.start
            near = min(attributed, key=lambda other: (abs(other.trigger.start - start), other.id))
            joined.join(report.id, near.id, "the article gives the voice elsewhere")


def _make_origin(group: Sequence[Report], footings: dict[str, _Footing], parties: frozenset[str], reasons: set[str]) -> Origin:
    told = [footings[report.id] for report in group if footings[report.id].attributed] or [footings[group[0].id]]
    interested = any(footing.party in parties for footing in told)
    counts = Counter(f.voice for f in told if f.voice is not None and (not interested or f.party in parties))
    voice = min(counts, key=lambda name: (-counts[name], name)) if counts else None
    return Origin(voice, tuple(report.id for report in group), interested, tuple(sorted(reasons)))
