"""Find which words of all articles name one agreement.

In: the case and its accounts (for the dates of signing). Out: `Pact`s, each the namings of one agreement, and the pact of
every instrument mention. Two namings are one agreement when their kinds, subjects, parties and dates allow it and enough of
these speak for it; two accords signed on one day are told apart by what they are about. Stages are in
`accord.linking.agreements.stages`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from accord.data import load_yaml
from accord.linking.case import Case, fold
from accord.linking.events.passages import find_copied_namings
from accord.linking.events.reports import Account
from accord.model.ids import make_id
from accord.model.reading import InstrumentDraft, Reading
from accord.model.record import Stage
from accord.model.time import When

InstrumentKey = tuple[str, int]
"""Article id and the instrument's index in that article's reading."""
Days = tuple[int, int]
"""First and last day as ordinals."""

_YEARS_APART = 400
"""Days between articles beyond which two namings without dates are not taken for one agreement."""
_ENOUGH = 2.0
_ANOTHER = ("another ", "a second ", "a new ", "a separate ")


@dataclass(frozen=True, slots=True)
class Pact:
    """Namings of one agreement. `stages` holds the days stated for each stage; `days` when its articles appeared."""

    kind: str
    keys: tuple[InstrumentKey, ...]
    texts: tuple[str, ...]
    heads: frozenset[str]
    words: frozenset[str]
    contexts: frozenset[str]
    parties: frozenset[str]
    proper: frozenset[str] = frozenset()
    stages: tuple[tuple[Stage, Days], ...] = ()
    days: Days | None = None

    @property
    def id(self) -> str:
        return make_id("agreement", *(f"{article}:{index}" for article, index in self.keys))


@dataclass(frozen=True, slots=True)
class PactLinks:
    pacts: tuple[Pact, ...] = ()
    of_instrument: dict[InstrumentKey, tuple[str, ...]] = field(default_factory=dict)


def link_instruments(case: Case, accounts: Sequence[Account]) -> PactLinks:
    """Return the agreements of a case: first within each article, then across articles."""
    told = _gather_stages(accounts)
    local = [pact for reading in case.readings for pact in _link_within(case, reading, told)]
    pacts = sorted(_cluster(case, local, find_copied_namings(case)), key=lambda pact: pact.id)
    links: dict[InstrumentKey, list[str]] = {}
    for pact in pacts:
        for key in pact.keys:
            links.setdefault(key, []).append(pact.id)
    return PactLinks(tuple(pacts), {key: tuple(ids) for key, ids in links.items()})


def find_subject(words: Iterable[str]) -> frozenset[str]:
    """Return the PLOVER contexts that an agreement's subject words stand for."""
    subjects: dict[str, list[str]] = load_yaml("instruments")["subjects"]
    return frozenset(context for word in words for context in subjects.get(word, ()))


def _gather_stages(accounts: Sequence[Account]) -> dict[InstrumentKey, list[tuple[Stage, Days]]]:
    """Return the stated days of each instrument mention's stages."""
    told: dict[InstrumentKey, list[tuple[Stage, Days]]] = {}
    for account in accounts:
        date = account.report.date
        days = to_days(date) if date is not None and date.basis == "stated" and not date.approximate else None
        if account.draft.instrument is not None and account.draft.stage is not None and days is not None:
            told.setdefault((account.report.article, account.draft.instrument), []).append((account.draft.stage, days))
    return told


def to_days(when: object) -> Days | None:
    """Return the first and last day of a `When` or `ReportDate`, or None where either is open."""
    start, end = getattr(when, "start", None), getattr(when, "end", None)
    return (start.toordinal(), end.toordinal()) if start is not None and end is not None else None


def _make_pact(case: Case, reading: Reading, index: int, told: dict[InstrumentKey, list[tuple[Stage, Days]]]) -> Pact:
    draft = reading.instruments[index]
    key = (reading.article.id, index)
    kind = load_yaml("instruments")["heads"].get(draft.head, "pact")
    shared = sum((other.start, other.end) == (draft.start, draft.end) for other in reading.instruments) > 1
    anchor = case.anchor(reading.article.id)
    return Pact(
        kind=kind,
        keys=(key,),
        texts=() if shared else (draft.text,),
        heads=frozenset((draft.head,)),
        words=frozenset(draft.subject),
        contexts=find_subject(draft.subject),
        parties=_find_parties(case, reading, draft),
        proper=frozenset((fold(draft.text),)) if draft.proper and len(draft.text.split()) > 1 else frozenset(),
        stages=tuple(sorted(told.get(key, ()))),
        days=to_days(anchor),
    )


def _find_parties(case: Case, reading: Reading, draft: InstrumentDraft) -> frozenset[str]:
    """Return the parties a naming gives; "the two sides" name nobody."""
    parties = case.parties(actor for i in draft.parties for actor in case.actors_of(reading.article.id, i))
    return frozenset(filter(case.is_named, parties))


def _link_within(case: Case, reading: Reading, told: dict[InstrumentKey, list[tuple[Stage, Days]]]) -> list[Pact]:
    """Link the namings of one article in the order of the text: "the pact" is the latest that fits."""
    pacts: list[Pact] = []
    latest: list[int] = []
    for index, draft in enumerate(reading.instruments):
        new = _make_pact(case, reading, index, told)
        barred = latest[-1] if latest and _is_another(draft) else None
        for at in reversed(latest):
            if at != barred and _continues(case, reading, pacts[at], new):
                pacts[at] = _join(pacts[at], new)
                latest = [*(i for i in latest if i != at), at]
                break
        else:
            pacts.append(new)
            latest.append(len(pacts) - 1)
    return pacts


def _is_title_and_lead(reading: Reading, known: Pact, draft: InstrumentDraft) -> bool:
    """Whether one was named only in the title and the other stands in the first sentence of the body."""
    first = next((i for i, sentence in enumerate(reading.sentences) if sentence.kind == "body"), None)
    kinds = {reading.sentences[reading.instruments[index].sentence].kind for _, index in known.keys}
    return kinds == {"title"} and draft.sentence == first


def _is_another(draft: InstrumentDraft) -> bool:
    return draft.text.lower().startswith(_ANOTHER)


def _continues(case: Case, reading: Reading, known: Pact, new: Pact) -> bool:
    """Whether a naming goes on about an agreement named before in the same article."""
    draft = reading.instruments[new.keys[0][1]]
    generic = new.heads <= frozenset(load_yaml("instruments")["generic"])
    if known.kind != new.kind and not (draft.definite and generic and known.kind == "ceasefire"):
        return False
    if find_conflict(case, known, new) is not None:
        return False
    if draft.definite and (generic or new.heads & known.heads or not new.words):
        return True
    if known.words and new.words and _is_same_subject(known, new):
        return True
    return _is_title_and_lead(reading, known, draft) or draft.definite or count_shared(case, known.parties, new.parties) > 1


def _is_same_subject(one: Pact, other: Pact) -> bool:
    if one.contexts and other.contexts:
        return bool(one.contexts & other.contexts)
    return bool(one.words & other.words)


def count_shared(case: Case, one: frozenset[str], other: frozenset[str]) -> int:
    """Return how many parties of one are parties of the other, taking a state and its government for one."""
    countries = {case.country(party) for party in other} - {None}
    return sum(party in other or case.country(party) in countries for party in one)


def _find_known(case: Case, parties: frozenset[str]) -> frozenset[str]:
    """Return the parties without persons of unknown allegiance: a signatory may sign for any of the other side's parties."""
    return frozenset(
        party
        for party in parties
        if not ((found := case.actor_by_id.get(party)) is not None and found.type == "person" and found.country is None)
    )


def find_conflict(case: Case, one: Pact, other: Pact) -> str | None:
    """Return why two namings cannot be one agreement, in words, or None."""
    if one.words and other.words and (one.contexts or other.contexts) and not _is_same_subject(one, other):
        return "they are about different things"
    if one.parties and other.parties:
        first, second = _find_known(case, one.parties), _find_known(case, other.parties)
        if count_shared(case, first, second) < min(len(first), len(second)):
            return "they have different parties"
    if one.proper and other.proper and not _name_words(one) & _name_words(other):
        return "they have different names"
    for stage, days in one.stages:
        for other_stage, other_days in other.stages:
            if stage == other_stage and (days[0] > other_days[1] + 1 or other_days[0] > days[1] + 1):
                return f"they were {stage} on different days"
    return None


def _name_words(pact: Pact) -> frozenset[str]:
    heads = load_yaml("instruments")["heads"]
    words = {word for name in pact.proper for word in name.split()}
    return frozenset(word for word in words if len(word) > 2 and word not in heads and word.removesuffix("s") not in heads)


def score_pacts(case: Case, one: Pact, other: Pact) -> float:
    """Return how much speaks for two namings of different articles being one agreement; 0 where something forbids it."""
    if one.kind != other.kind or find_conflict(case, one, other) is not None:
        return 0.0
    days_apart = max(one.days[0] - other.days[1], other.days[0] - one.days[1]) if one.days and other.days else 0
    if days_apart > _YEARS_APART and not (one.stages and other.stages):
        return 0.0
    score = float(min(count_shared(case, one.parties, other.parties), 2))
    score += 1.0 if one.words and other.words and _is_same_subject(one, other) else 0.0
    score += 2.0 if one.proper & other.proper else 0.0
    score += 0.5 if {stage for stage, _ in one.stages} & {stage for stage, _ in other.stages} else 0.0
    return score if score > 0.5 else 0.0


def _cluster(case: Case, pacts: Sequence[Pact], copied: frozenset[tuple[InstrumentKey, InstrumentKey]]) -> list[Pact]:
    """Join what copied passages name, then the best pair again and again until no pair has enough in common.

    Blocks by party keep it near linear.
    """
    alive = {pact.id: pact for pact in _join_copied(case, pacts, copied)}
    scores: dict[tuple[str, str], float] = {}
    for block in _find_blocks(case, list(alive.values())).values():
        for one, other in _pairs(block):
            if (one, other) not in scores:
                scores[one, other] = score_pacts(case, alive[one], alive[other])
    while scores:
        best, pair = min(((-score, pair) for pair, score in scores.items()), default=(0.0, ("", "")))
        if -best < _ENOUGH:
            break
        joined = _join(alive.pop(pair[0]), alive.pop(pair[1]))
        neighbours = {i for key in scores if set(key) & set(pair) for i in key if i in alive}
        scores = {key: score for key, score in scores.items() if not set(key) & set(pair)}
        for other in sorted(neighbours):
            one, two = sorted((joined.id, other))
            scores[one, two] = score_pacts(case, joined, alive[other])
        alive[joined.id] = joined
    return list(alive.values())


def _join_copied(case: Case, pacts: Sequence[Pact], copied: frozenset[tuple[InstrumentKey, InstrumentKey]]) -> list[Pact]:
    """Join the agreements that two articles name in one wording, unless what else they say forbids it."""
    of_key = {key: pact for pact in pacts for key in pact.keys}
    for first, second in sorted(copied):
        one, other = of_key[first], of_key[second]
        if one is not other and one.kind == other.kind and find_conflict(case, one, other) is None:
            joined = _join(one, other)
            of_key.update(dict.fromkeys(joined.keys, joined))
    return sorted(set(of_key.values()), key=lambda pact: pact.id)


def _find_blocks(case: Case, pacts: Sequence[Pact]) -> dict[str, list[str]]:
    blocks: dict[str, list[str]] = {}
    for pact in pacts:
        keys = {*pact.parties, *(case.country(party) or party for party in pact.parties), *pact.proper}
        for key in sorted(keys):
            blocks.setdefault(f"{pact.kind} {key}", []).append(pact.id)
    return blocks


def _pairs(block: Sequence[str]) -> Iterable[tuple[str, str]]:
    ordered = sorted(set(block))
    return ((one, other) for i, one in enumerate(ordered) for other in ordered[i + 1 :])


def _join(one: Pact, other: Pact) -> Pact:
    """Return two namings as one; the parties are all that either names."""
    bounds = [days for days in (one.days, other.days) if days is not None]
    return Pact(
        kind=one.kind,
        keys=tuple(sorted({*one.keys, *other.keys})),
        texts=tuple(sorted((*one.texts, *other.texts))),
        heads=one.heads | other.heads,
        words=one.words | other.words,
        contexts=one.contexts | other.contexts,
        parties=one.parties | other.parties,
        proper=one.proper | other.proper,
        stages=tuple(sorted({*one.stages, *other.stages})),
        days=(min(d[0] for d in bounds), max(d[1] for d in bounds)) if bounds else None,
    )


def has_overlap(one: When, other: When) -> bool:
    """Whether two dates share a day; an open end reaches as far as it can."""
    starts = [when.start for when in (one, other) if when.start is not None]
    ends = [when.end for when in (one, other) if when.end is not None]
    return not starts or not ends or max(starts) <= min(ends)
