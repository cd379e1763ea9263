"""Code political events: from parsed sentences to report drafts with type, mode, participants, status, voices, time and place.

In: a parsed article with its mentions, times, attributions and instruments. Out: `ReportDraft`s. The reading of words into acts
is in `acts`; here an act gets its status (PLOVER manual, auxiliary modes), its voice chain, its time, its place and its trust.
"""

from typing import cast

from accord.coding.attribution.attributions import voices_at
from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.acts import read_acts
from accord.coding.events.clauses import Clause, by_sentence, view_sentence
from accord.coding.events.commitments import as_commitment, as_words
from accord.coding.events.contexts import find_contexts
from accord.coding.events.modality import Modality, read_modality
from accord.coding.events.setting import find_location, find_time, is_site
from accord.language.parse import ParsedArticle
from accord.model.reading import Attribution, InstrumentDraft, MentionDraft, ReportDraft, TimeExpression, VoiceDraft
from accord.model.record import Stage, Status

LEAST_CONFIDENCE = 0.45
"""Reports below are not kept: of 45 and 40 reports read by hand on news of four sets, most below were wrong."""
_UNAIMED = frozenset({"ASSAULT", "PROTEST", "COERCE"})
# Acts done on the spot: a town named as their object is where they happen. A town that is asked or accused is its government.
_ON_SITE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "CONSULT"})
_BACKGROUND = frozenset({"previously", "formerly", "historically", "once", "originally"})
_REFLEXIVE = ("self", "selves")


def code_events(
    parsed: ParsedArticle,
    mentions: tuple[MentionDraft, ...],
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    instruments: tuple[InstrumentDraft, ...],
) -> tuple[ReportDraft, ...]:
    """Return the reports of an article in the order of their triggers; a sentence without a political act gives none."""
    reports: list[ReportDraft] = []
    mentions_of, times_of, instruments_of = by_sentence(mentions), by_sentence(times), by_sentence(instruments)
    for sentence in parsed.sentences:
        number = sentence.index
        here = mentions_of.get(number, ()), times_of.get(number, ()), instruments_of.get(number, ())
        clause = view_sentence(sentence, mentions, *here)
        drafts = [code_act(clause, act, parsed, attributions) for act in read_acts(clause)]
        reports += sorted(_distinct([d for d in drafts if d is not None]), key=lambda d: (d.trigger_start, d.event_type))
    return tuple(reports)


def code_act(clause: Clause, act: Act, parsed: ParsedArticle, attributions: tuple[Attribution, ...]) -> ReportDraft | None:
    """Turn an act into a report draft; `None` where it is an aim, a question or too uncertain to stand."""
    modality = read_modality(act.predicate)
    if modality.question or (modality.purpose and act.status is None) or _is_accident(clause, act):
        return None
    start, end = clause.sentence.token_span(act.trigger)
    voices = voices_at(attributions, parsed, clause.mentions, start, end)
    act, status = _settle_status(clause, act, modality, voices[-1].mention if voices else None)
    parties = _settle_parties(clause, act)
    if parties is None:
        return None
    actors, recipients, location = parties
    confidence = _confidence(clause, act, actors, recipients, location)
    if confidence < LEAST_CONFIDENCE:
        return None
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
        historical=_is_historical(act, modality),
        actors=actors,
        recipients=recipients,
        location=location,
        time=find_time(clause, act),
        voices=_add_voice(clause, act, voices),
        instrument=None if act.instrument is None else clause.instrument_of.get(act.instrument.i),
        stage=cast("Stage | None", act.stage) if status == "actual" else None,
        tense=modality.tense,
        rule=act.rule,
        confidence=round(confidence, 3),
    )


def _is_accident(clause: Clause, act: Act) -> bool:
    """Whether harm is told of a disaster or an accident: a sentence that names one and no force."""
    if act.event_type != "ASSAULT" or act.trigger.lemma_ not in lexicon.words("casualties"):
        return False
    lemmas = {t.lemma_.lower() for t in clause.sentence.doc}
    forceful = lemmas & (lexicon.words("force") - lexicon.words("casualties"))
    return bool(lemmas & lexicon.words("accidents")) and not forceful and not act.mode


def _settle_status(clause: Clause, act: Act, modality: Modality, speaker: int | None) -> tuple[Act, Status]:
    """Return the act as what it is when told so, with its status: a foreseen act may be a commitment that is made."""
    status = _merge_status(act.status, modality)
    conditional = status == "hypothetical" and modality.future  # "will help if asked" commits, under a condition
    told = as_commitment(clause, as_words(clause, act), "future" if conditional else status, speaker)
    if told.rule.startswith("told:"):
        status = "hypothetical" if conditional else "actual"
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


def _settle_parties(clause: Clause, act: Act) -> tuple[tuple[int, ...], tuple[int, ...], int | None] | None:
    """Return actors, recipients and location; `None` for harm done to oneself alone, which is no political act."""
    actors = act.actors
    recipients = tuple(r for r in act.recipients if r not in actors)
    others = tuple(r for r in recipients if not clause.mentions[r].text.lower().endswith(_REFLEXIVE))
    if recipients and not others and act.trigger.lemma_ in lexicon.words("self_harm"):
        return None
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


def _real_parties(clause: Clause, parties: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out what cannot take part: adjectives of no country ("Islamic") and pronouns for nobody; name each party once."""
    found: dict[int, int] = {}
    for index in parties:
        root, mention = index, clause.mentions[index]
        while mention.refers_to is not None and mention.refers_to != root:
            root, mention = mention.refers_to, clause.mentions[mention.refers_to]
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


def _confidence(clause: Clause, act: Act, actors: tuple[int, ...], recipients: tuple[int, ...], location: int | None) -> float:
    """Trust in a report: its frame's weight, less for missing participants and for headlines.

    The factors were set by reading reports on news of four sets; they are not probabilities yet.
    """
    value = act.weight * (0.95 if clause.sentence.kind == "title" else 1.0)
    if act.event_type == "SUPPORT" and not recipients and not act.mutual and act.instrument is None and act.stage is None:
        value *= 0.6
    if not actors and not act.rule.startswith("dated:"):
        aimed = act.event_type in _UNAIMED and (recipients or location is not None)
        accused = act.event_type in ("ACCUSE", "SANCTION") and bool(recipients)
        value *= 0.85 if aimed else 0.8 if act.instrument is not None else 0.6 if accused else 0.4
        if act.event_type == "REQUEST" and not recipients:
            value *= 2.0  # "no such request had been made": who asks whom is left to the reader
    if not recipients and not act.mutual and act.event_type in ("AID", "COOPERATE", "SANCTION"):
        value *= 0.7
    return min(value * _lone_factor(clause, act, actors), 0.95)


def _lone_factor(clause: Clause, act: Act, actors: tuple[int, ...]) -> float:
    """Less trust in a mutual act with one participant: "speaking at a conference" is no consultation."""
    if not act.mutual or len(actors) > 1 or any(clause.mentions[i].plural for i in actors):
        return 1.0
    if act.event_type == "SUPPORT" and act.instrument is None:
        return 0.6
    if act.event_type in ("CONSULT", "COOPERATE"):
        return 0.45 if act.trigger.lemma_ in lexicon.words("lone_talk") else 0.75
    return 1.0


def _is_historical(act: Act, modality: Modality) -> bool:
    """Background by its own words: "had previously", "formerly"."""
    recalled = any(c.lower_ in _BACKGROUND and c.dep_ == "advmod" for c in act.predicate.children)
    return recalled and modality.tense in ("past", "perfect")


def _distinct(reports: list[ReportDraft]) -> list[ReportDraft]:
    """Keep one report of each trigger, and of one type with one set of participants in a sentence, the most trusted."""
    kept: list[ReportDraft] = []
    seen: set[tuple[object, ...]] = set()
    for report in sorted(reports, key=lambda r: (-r.confidence, r.trigger_start)):
        keys: list[tuple[object, ...]] = [(report.event_type, report.trigger_start)]
        if report.actors or report.recipients:
            keys.append((report.event_type, report.status, report.actors, report.recipients, report.instrument))
        if any(k in seen for k in keys):
            continue
        seen.update(keys)
        kept.append(report)
    return kept
