"""Code political events: from parsed sentences to report drafts with type, mode, participants, status, voices, time and place.

In: a parsed article with its mentions, times, attributions and instruments. Out: `ReportDraft`s. The reading of words into acts
is in `acts`; here an act gets its status (PLOVER manual, auxiliary modes), its voice chain, its time, its place and its trust.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from accord.coding.attribution.attributions import voices_at
from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.acts import read_acts
from accord.coding.events.background import is_recalled
from accord.coding.events.carried import carry_attackers
from accord.coding.events.clauses import Clause, by_sentence, root_of, view_sentence
from accord.coding.events.commitments import as_command, as_commitment, as_refusal, as_told_by_speaker, as_words
from accord.coding.events.confidence import find_signals, is_about_public_affairs, load_calibration
from accord.coding.events.contexts import find_contexts
from accord.coding.events.decisions import Decision
from accord.coding.events.denials import answer_denials
from accord.coding.events.fitness import find_unfitness
from accord.coding.events.modality import Modality, read_modality
from accord.coding.events.participants import bare_objects, with_pronouns
from accord.coding.events.purposes import as_meant
from accord.coding.events.setting import find_location, is_site
from accord.coding.events.timing import find_time
from accord.coding.events.trust import Parties, find_doubts, weigh
from accord.language.parse import ParsedArticle
from accord.model.reading import Attribution, InstrumentDraft, MentionDraft, ReportDraft, TimeExpression, VoiceDraft
from accord.model.record import Stage, Status

LEAST_CONFIDENCE = 0.15
"""Reports below are not kept: hardly one in seven of such is right in all of what, who, whom and status."""
LEAST_WEIGHT = 0.45
"""Acts below are not even weighed: a rule in doubt, without the parties it needs."""
# Acts done on the spot: a town named as their object is where they happen. A town that is asked or accused is its government.
_ON_SITE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "CONSULT"})
_REFLEXIVE = ("self", "selves")


def code_events(
    parsed: ParsedArticle,
    mentions: tuple[MentionDraft, ...],
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    instruments: tuple[InstrumentDraft, ...],
    *,
    least: float = LEAST_CONFIDENCE,
) -> tuple[ReportDraft, ...]:
    """Return the reports of an article in the order of their triggers; a sentence without a political act gives none.

    Reports of less than the `least` confidence are left out.
    """
    clauses = view_sentences(parsed, mentions, times, instruments)
    return tuple(report for _, reports in code_clauses(clauses, parsed, attributions, least) for report in reports)


def code_clauses(
    clauses: Iterable[Clause],
    parsed: ParsedArticle,
    attributions: tuple[Attribution, ...],
    least: float = LEAST_CONFIDENCE,
) -> Iterator[tuple[list[Decision], list[ReportDraft]]]:
    """Yield for each sentence of an article its decisions, and its reports: theirs and the denials that point back."""
    before: list[ReportDraft] = []
    for clause in clauses:
        decisions = carry_attackers(clause, code_sentence(clause, parsed, attributions, least), before)
        here = [decision.report for decision in decisions]
        before = sorted([*here, *answer_denials(clause, here, before)], key=lambda r: (r.trigger_start, r.event_type))
        yield decisions, before


def view_sentences(
    parsed: ParsedArticle,
    mentions: tuple[MentionDraft, ...],
    times: tuple[TimeExpression, ...],
    instruments: tuple[InstrumentDraft, ...],
) -> Iterator[Clause]:
    """Yield each sentence of an article with what stands in it."""
    mentions_of, times_of, instruments_of = by_sentence(mentions), by_sentence(times), by_sentence(instruments)
    is_public = is_about_public_affairs(mentions)
    for sentence in parsed.sentences:
        number = sentence.index
        here = mentions_of.get(number, ()), times_of.get(number, ()), instruments_of.get(number, ())
        yield replace(view_sentence(sentence, mentions, *here), is_public=is_public)


def code_sentence(
    clause: Clause, parsed: ParsedArticle, attributions: tuple[Attribution, ...], least: float = LEAST_CONFIDENCE
) -> list[Decision]:
    """Return the reports of one sentence with their grounds, in the order of their triggers.

    The clause's trace takes the reasons why other words and acts of the sentence make none.
    """
    made = [code_act(clause, act, parsed, attributions) for act in read_acts(clause)]
    sure = [decision for decision in made if decision is not None and _is_sure(clause, decision, least)]
    kept = _distinct(clause, sure)
    return sorted(kept, key=lambda d: (d.report.trigger_start, d.report.event_type))


def code_act(clause: Clause, act: Act, parsed: ParsedArticle, attributions: tuple[Attribution, ...]) -> Decision | None:
    """Turn an act into a report; `None` where it is an aim, a question or too uncertain to stand."""
    modality = read_modality(act.predicate)
    voices = voices_at(attributions, parsed, clause.mentions, *clause.sentence.token_span(act.trigger))
    speaker = voices[-1].mention if voices else None
    reason = find_unfitness(clause, act, modality, parsed)
    if reason is None and modality.command and speaker is None:
        reason = "a command that nobody is said to give"
    if reason is not None:
        clause.trace.refuse(act.trigger, reason, modality.words, act=act)
        return None
    told, status = _settle_status(clause, as_told_by_speaker(clause, act, speaker), modality, speaker)
    parties = _settle_parties(clause, told)
    if parties is None:
        clause.trace.refuse(act.trigger, "done to oneself alone", act=act)
        return None
    doubts = find_doubts(clause, told, parties)
    weight = weigh(told, doubts)
    if weight < LEAST_WEIGHT:
        why = f"weight {weight:.3f} is below the least, {LEAST_WEIGHT}"
        clause.trace.refuse(act.trigger, "; ".join([why, *(doubt.reason for doubt in doubts)]), act=act)
        return None
    report = replace(_draft(clause, told, parties, modality, status), voices=_add_voice(clause, told, voices))
    decision = Decision(act, modality, doubts, report, told)
    signals = find_signals(clause, decision, weight)
    confidence = round(load_calibration().confidence(signals), 3)
    actors = with_pronouns(clause, told, report.actors)  # a pronoun for nobody known makes a report no surer
    others = report.recipients or bare_objects(clause, told)
    return replace(decision, report=replace(report, actors=actors, recipients=others, signals=signals, confidence=confidence))


def _is_sure(clause: Clause, decision: Decision, least: float) -> bool:
    """Whether a report is sure enough to be kept; the trace takes those that are not."""
    confidence = decision.report.confidence
    if confidence < least:
        why = f"confidence {confidence:.3f} is below the least, {least}"
        clause.trace.refuse(decision.act.trigger, "; ".join([why, *decision.report.signals]), act=decision.act)
    return confidence >= least


def _draft(clause: Clause, act: Act, parties: Parties, modality: Modality, status: Status) -> ReportDraft:
    """Return the report of an act, without its voices and its confidence."""
    start, end = clause.sentence.token_span(act.trigger)
    actors, recipients, location = parties
    return ReportDraft(
        sentence=clause.sentence.index,
        start=clause.sentence.start,
        end=clause.sentence.end,
        trigger_start=start,
        trigger_end=end,
        lemma=act.trigger.lemma_.lower(),
        event_type=act.event_type,
        mode=act.mode,
        contexts=tuple(sorted({*act.contexts, *find_contexts(act.event_type, act.mode, act.predicate)})),
        status=status,
        historical=is_recalled(act.predicate, modality.tense),
        actors=actors,
        recipients=recipients,
        location=location,
        time=find_time(clause, act),
        instrument=None if act.instrument is None else clause.instrument_of.get(act.instrument.i),
        stage=cast("Stage | None", act.stage) if status == "actual" else None,
        tense=modality.tense,
        rule=act.rule,
    )


def _settle_status(clause: Clause, act: Act, modality: Modality, speaker: int | None) -> tuple[Act, Status]:
    """Return the act as what it is when told so, with its status: a foreseen act may be a commitment that is made."""
    if modality.command and speaker is not None:
        return as_command(clause, act, speaker), "actual"
    status = _merge_status(act.status, modality)
    conditional = status == "hypothetical" and modality.future  # "will help if asked" commits, under a condition
    told = as_refusal(clause, as_words(clause, as_meant(clause, act)), modality, speaker)
    if told.event_type != "REJECT":
        told = as_commitment(clause, told, "future" if conditional else status, speaker)
    if told.rule.startswith("told:"):
        status = "hypothetical" if conditional else "actual"
    if status == "future" and told.event_type == "AGREE" and told.trigger.pos_ == "ADJ":
        status = "actual"  # "said that Oslo would be ready to help"
    return told, status


def _merge_status(given: Status | None, modality: Modality) -> Status:
    """What a construction says of the act ("plans to", "denied") and what its own clause says, the weaker wins."""
    own = modality.status
    if given is None:
        return own
    if given == "negated" and own == "negated":
        return "actual"
    order: tuple[Status, ...] = ("hypothetical", "negated", "future", "actual")
    return min(given, own, key=order.index)


def _settle_parties(clause: Clause, act: Act) -> Parties | None:
    """Return actors, recipients and location; `None` for harm done to oneself alone, which is no political act."""
    actors = act.actors
    recipients = tuple(r for r in act.recipients if r not in actors)
    others = tuple(r for r in recipients if not clause.mentions[r].text.lower().endswith(_REFLEXIVE))
    if (
        recipients
        and not others
        and act.mode != "explosives"
        and (lexicon.is_conflict(act.event_type) or act.event_type == "ACCUSE")
    ):
        return None
    actors, others = _part(clause, actors, others)
    if act.mutual:
        actors, others = tuple(dict.fromkeys((*actors, *others))), ()
    location = find_location(clause, act)
    struck = [i for i in (*others, *act.places) if is_site(clause.mentions[i])] if act.event_type in _ON_SITE else []
    if struck:
        # A town that is shelled is where it happens; a place is no actor, so it is no recipient.
        others = tuple(r for r in others if r not in struck)
        location = struck[0] if location is None else location
    actors = tuple(i for i in _real_parties(clause, _outermost(clause, actors)) if not is_site(clause.mentions[i]))
    return actors, _real_parties(clause, others), location


def _part(clause: Clause, actors: tuple[int, ...], others: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Leave out of either side who stands on the other: a subject and an object that is no reflexive are two.

    Where "he" was taken for the very one whom he accuses by name, he is somebody else.
    """
    mentions = clause.mentions
    named = [r for r in others if mentions[r].form == "name"]
    actors = tuple(i for i in actors if mentions[i].form != "pronoun" or not any(_is_one(clause, i, r) for r in named))
    same = {root_of(clause, i) for i in actors}
    return actors, tuple(r for r in others if root_of(clause, r) not in same)


def _is_one(clause: Clause, one: int, other: int) -> bool:
    """Whether two mentions name the same: one stands for the other, or a person's last name alone ends the full one."""
    first, second = (clause.mentions[root_of(clause, i)] for i in (one, other))
    if first == second or first.form != "name" or second.form != "name":
        return first == second
    short, full = sorted((first.text.split(), second.text.split()), key=len)
    return short == full or (len(short) == 1 and first.label == second.label == "person" and short[-1] == full[-1])


def _real_parties(clause: Clause, parties: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out what cannot take part: adjectives of no country ("Islamic") and pronouns for nobody; name each party once."""
    found: dict[int, int] = {}
    for index in parties:
        root = root_of(clause, index)
        mention = clause.mentions[root]
        unknown = mention.form == "pronoun" and not mention.members
        faith = mention.label == "nationality" and mention.country is None
        if not (unknown or faith):
            found.setdefault(root, index)
    return tuple(found.values())


def _outermost(clause: Clause, actors: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out mentions that stand inside another one of the same list ("Turkish" in "Turkish drones")."""
    spans = {i: (clause.mentions[i].start, clause.mentions[i].end) for i in actors}

    def is_inside(i: int) -> bool:
        start, end = spans[i]
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans.values())

    return tuple(i for i in actors if not is_inside(i))


def _add_voice(clause: Clause, act: Act, voices: tuple[VoiceDraft, ...]) -> tuple[VoiceDraft, ...]:
    """Put the accuser or denier of an act at the end of its voice chain."""
    if act.voice is None or any(v.mention == act.voice or v.text == clause.mentions[act.voice].text for v in voices):
        return voices
    return (*voices, VoiceDraft(text=clause.mentions[act.voice].text, mention=act.voice))


def _distinct(clause: Clause, decisions: list[Decision]) -> list[Decision]:
    """Keep one report of each trigger, and of one type with one set of participants in a sentence, the most trusted."""
    kept: list[Decision] = []
    seen: dict[tuple[object, ...], Act] = {}
    for decision in sorted(decisions, key=lambda d: (-d.report.confidence, d.report.trigger_start)):
        report = decision.report
        keys: list[tuple[object, ...]] = [(report.event_type, report.trigger_start)]
        if report.actors or report.recipients:
            keys.append((report.event_type, report.status, report.actors, report.recipients, report.instrument))
        told = next((seen[k] for k in keys if k in seen), None)
        if told is not None:
            clause.trace.refuse(decision.act.trigger, "tells the same as another report", (told.trigger,), act=decision.act)
            continue
        seen.update(dict.fromkeys(keys, decision.act))
        kept.append(decision)
    return kept
