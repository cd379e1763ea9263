"""Code political events: from parsed sentences to report drafts with type, mode, participants, status, voices, time and place.

In: a parsed article with its mentions, times, attributions and instruments. Out: `ReportDraft`s. The reading of words into acts
is in `acts`; here an act gets its status (PLOVER manual, auxiliary modes), its voice chain, its date and its place.
"""

from dataclasses import replace

from spacy.tokens import Token

from accord.coding import lexicon
from accord.coding.acts import Act, Reader
from accord.coding.arguments import surface_subjects
from accord.coding.attribution import voices_at
from accord.coding.clauses import Clause, parties, view_sentence
from accord.coding.contexts import find_contexts
from accord.coding.modality import Modality, read_modality
from accord.data.countries import country_named
from accord.language.parse import ParsedArticle
from accord.model.reading import Attribution, InstrumentDraft, MentionDraft, ReportDraft, TimeExpression, VoiceDraft
from accord.model.record import EventType, Status

LEAST_CONFIDENCE = 0.45
"""Reports below are not kept: of 45 and 40 reports read by hand on news of four sets, most below were wrong."""
_PHYSICAL = frozenset({"PROTEST", "ASSAULT", "COERCE", "CONSULT"})
_PLACE_PREPS = frozenset({"in", "at", "near", "on", "inside", "around", "across", "through", "outside"})
# Verbs of talking that need somebody to talk with: "speaking at a press conference" is no consultation.
_LONE_TALK = frozenset({"speak", "talk", "discuss", "debate", "review", "conference", "session", "briefing", "discussion", "dialogue", "conversation"})
_ATTACKS = frozenset({"attack", "assault", "target", "hit", "strike", "blitz", "fight", "battle", "clash", "confrontation", "menace"})
_FORCE = frozenset("kill wound injure die dead death casualty bomb gun knife shot shoot fire missile rocket airstrike troop soldier police weapon militant explosion blood hospital".split())
_SELF_HARM = frozenset({"kill", "shoot", "hang", "stab", "wound", "injure", "hurt", "poison"})
_STARTS = frozenset({"begin", "start", "commence", "launch", "come", "take"})


def code_events(
    parsed: ParsedArticle,
    mentions: tuple[MentionDraft, ...],
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    instruments: tuple[InstrumentDraft, ...],
) -> tuple[ReportDraft, ...]:
    """Return the reports of an article in the order of their triggers; a sentence without a political act gives none."""
    numbered_times = tuple(enumerate(times))
    numbered_instruments = tuple(enumerate(instruments))
    reports: list[ReportDraft] = []
    for sentence in parsed.sentences:
        clause = view_sentence(
            sentence,
            mentions,
            tuple(t for t in numbered_times if t[1].sentence == sentence.index),
            tuple(i for i in numbered_instruments if i[1].sentence == sentence.index),
        )
        drafts = [code_act(clause, act, parsed, attributions) for act in Reader(clause).read()]
        reports += sorted(_distinct([d for d in drafts if d is not None]), key=lambda d: (d.trigger_start, d.event_type))
    return tuple(reports)


def code_act(clause: Clause, act: Act, parsed: ParsedArticle, attributions: tuple[Attribution, ...]) -> ReportDraft | None:
    """Turn an act into a report draft; `None` where it is an aim, a question or too uncertain to stand."""
    modality = read_modality(act.predicate)
    if modality.question or (modality.purpose and act.status is None):
        return None
    start, end = clause.sentence.token_span(act.trigger)
    voices = voices_at(attributions, parsed, clause.mentions, start, end)
    speaker = voices[-1].mention if voices else None
    status: Status = _merge_status(act.status, modality)
    conditional = status == "hypothetical" and modality.future
    act = _as_commitment(clause, _as_words(clause, act), "future" if conditional else status, speaker)
    if act.rule.startswith("told:"):
        status = "hypothetical" if conditional else "actual"
    actors = act.actors
    recipients = tuple(r for r in act.recipients if r not in actors)
    others = tuple(r for r in recipients if not clause.mentions[r].text.lower().endswith(("self", "selves")))
    if recipients and not others and act.trigger.lemma_ in _SELF_HARM:
        return None  # harm to oneself alone is no political act
    recipients = others
    if act.mutual:
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
    actors = _actors_only(clause, actors)
    location = _location(clause, act)
    struck = [i for i in (*recipients, *act.places) if _is_site(clause.mentions[i])]
    if struck:
        # A town that is shelled is where it happens; a place is no actor, so it is no recipient.
        recipients = tuple(r for r in recipients if r not in struck)
        location = location if location is not None else struck[0]
    confidence = _confidence(clause, act, actors, recipients, location)
    if confidence < LEAST_CONFIDENCE:
        return None
    if act.voice is not None and act.voice != speaker:
        mention = clause.mentions[act.voice]
        voices = (*voices, VoiceDraft(text=mention.text, mention=act.voice, cue_start=None, cue_end=None))
    sentence = clause.sentence
    return ReportDraft(
        sentence=sentence.index,
        start=sentence.start,
        end=sentence.end,
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
        time=_time(clause, act),
        voices=voices,
        instrument=None if act.instrument is None else clause.instrument_of.get(act.instrument.i),
        stage=act.stage if status == "actual" else None,  # type: ignore[arg-type]
        tense=modality.tense,
        rule=act.rule,
        confidence=round(confidence, 3),
    )


def _is_site(mention: MentionDraft) -> bool:
    """Whether a mention is a place that cannot be a party: a town or building, not a country."""
    return mention.label in ("place", "facility") and mention.form != "metonym" and country_named(mention.text) is None


def _merge_status(given: Status | None, modality: Modality) -> Status:
    """What a construction says of the act ("plans to", "denied") and what its own clause says, the weaker wins."""
    own = modality.status
    if given is None:
        return own
    if given == "negated" and own == "negated":
        return "actual"
    order: tuple[Status, ...] = ("hypothetical", "negated", "future", "actual")
    return min(given, own, key=order.index)


def _as_commitment(clause: Clause, act: Act, status: Status, speaker: int | None) -> Act:
    """Turn a foreseen act into the commitment it is: AGREE, THREATEN or CONCEDE (PLOVER manual, AGREE and CONCEDE).

    Cooperation to come is AGREE. A coming attack or sanction that its own side announces is THREATEN; a coming withdrawal
    that its own side announces is CONCEDE. What others foresee stays what it is, with status future.
    """
    if speaker is not None and clause.mentions[speaker].label != "person":
        added: tuple[int, ...] = ()  # only a person speaks for others: "GNA sources" promise nothing
    else:
        added = () if speaker is None or speaker in act.actors else (speaker,)
    if act.rule.startswith("commit:") and speaker is not None and added and _same_side(clause, speaker, act.actors):
        return replace(act, actors=(*act.actors, *added))
    if status != "future" or act.event_type in ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"):
        return act
    own_word = speaker is not None and _same_side(clause, speaker, act.actors)
    if act.event_type == "ASSAULT" and speaker is not None and not act.actors and act.trigger.pos_ == "NOUN" and act.predicate.lemma_ in _STARTS:
        if clause.mentions[speaker].label in ("person", "group", "organization") and clause.mentions[speaker].form == "name":
            return replace(act, event_type="THREATEN", mode="violence", actors=(speaker,), rule=f"told:{act.rule}")
    if lexicon.is_cooperative(act.event_type):
        if speaker is not None and not own_word:
            return replace(act, event_type="AGREE", mode=None, stage=None)
        return replace(act, event_type="AGREE", mode=None, stage=None, actors=(*act.actors, *added), rule=f"told:{act.rule}")
    if own_word and speaker is not None:
        actors = (*act.actors, *added)
        if lexicon.is_conflict(act.event_type):
            return replace(act, event_type="THREATEN", mode=lexicon.threat_mode(act.event_type, act.mode), actors=actors, rule=f"told:{act.rule}")
        if act.event_type == "RETREAT":
            return replace(act, event_type="CONCEDE", mode=None, actors=actors, rule=f"told:{act.rule}")
    return act


def _as_words(clause: Clause, act: Act) -> Act:
    """An attack of one politician on another, or on an idea, is criticism where nothing says force."""
    if act.event_type != "ASSAULT" or act.mode is not None or act.trigger.lemma_ not in _ATTACKS:
        return act
    persons = [clause.mentions[i] for i in act.actors]
    targets = [clause.mentions[i] for i in act.recipients]
    armed = any({"MIL", "REB", "UAF", "COP"} & set(m.sectors) or m.actor_type == "armed_group" or m.plural for m in persons)
    if persons and not armed and all(m.label == "person" for m in persons) and all(m.label in ("person", "organization", "group", "media") for m in targets):
        if not any(t.lemma_.lower() in _FORCE for t in clause.sentence.doc):
            return replace(act, event_type="ACCUSE", mode="disapprove", weight=act.weight * 0.9, rule=f"words:{act.rule}")
    return act


def _same_side(clause: Clause, speaker: int, actors: tuple[int, ...]) -> bool:
    """Whether a speaker speaks for the actors: the same one, its owner, or of the same country."""
    chain = _chain(clause.mentions, speaker)
    country = next((clause.mentions[i].country for i in chain if clause.mentions[i].country), None)
    for actor in actors:
        mention = clause.mentions[actor]
        if set(_chain(clause.mentions, actor)) & set(chain):
            return True
        if mention.text.lower() in ("we", "i", "us") or (country and mention.country == country):
            return True
    return False


def _chain(mentions: tuple[MentionDraft, ...], index: int) -> list[int]:
    """A mention, what it stands for and whom that belongs to."""
    found: list[int] = []
    queue = [index]
    while queue and len(found) < 8:
        current = queue.pop(0)
        if current in found:
            continue
        found.append(current)
        queue += [i for i in (mentions[current].refers_to, mentions[current].owner) if i is not None]
    return found


def _actors_only(clause: Clause, actors: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out nationality words where the noun they stand with is an actor itself."""
    spans = [(clause.mentions[i].start, clause.mentions[i].end) for i in actors]
    return tuple(
        i for i in actors
        if not any(a <= clause.mentions[i].start and clause.mentions[i].end <= b and (a, b) != (clause.mentions[i].start, clause.mentions[i].end) for a, b in spans)
    )  # fmt: skip


def _confidence(clause: Clause, act: Act, actors: tuple[int, ...], recipients: tuple[int, ...], location: int | None) -> float:
    """Trust in a report: its frame's weight, less for missing participants and for headlines."""
    value = act.weight
    if act.event_type == "SUPPORT" and not recipients and not act.mutual and act.instrument is None and act.stage is None:
        value *= 0.6
    if not actors and not act.rule.startswith("dated:"):
        value *= 0.85 if act.event_type in ("ASSAULT", "PROTEST", "COERCE") and (recipients or location is not None) else 0.8 if act.instrument is not None else 0.4
        if act.event_type == "REQUEST" and not recipients:
            value *= 2.0  # "no such request had been made": who asks whom is left to the reader
    if not recipients and not act.mutual and act.event_type in ("AID", "COOPERATE", "SANCTION"):
        value *= 0.7
    if act.mutual and len(actors) < 2 and act.event_type == "SUPPORT" and act.instrument is None:
        value *= 0.6
    if act.mutual and len(actors) < 2 and act.event_type in ("CONSULT", "COOPERATE") and not any(clause.mentions[i].plural for i in actors):
        value *= 0.45 if act.trigger.lemma_ in _LONE_TALK else 0.75
    if clause.sentence.kind == "title":
        value *= 0.95
    return min(value, 0.95)


def _is_historical(act: Act, modality: Modality) -> bool:
    """Background by its own words: "had previously", "formerly", "in the past"."""
    return any(c.lower_ in ("previously", "formerly", "historically", "once", "originally") and c.dep_ == "advmod" for c in act.predicate.children) and modality.tense in ("past", "perfect")


def _ancestors(token: Token, *, most: int = 10) -> list[Token]:
    found = [token]
    while token.head != token and len(found) < most:
        token = token.head
        found.append(token)
    return found


def _time(clause: Clause, act: Act) -> int | None:
    """The time expression of an act: below its trigger or predicate, else of the clauses above it, nearest first.

    A report told under a dated announcement takes the announcement's time ("said on Monday that it has ratified"), as
    news does; one in a relative clause takes only its own.
    """
    if not clause.time_of:
        return None
    for node in dict.fromkeys((act.trigger, act.predicate, *_ancestors(act.predicate))):
        inside = [t for t in node.subtree if t.i in clause.time_of and _belongs(t, node)]
        if inside:
            return clause.time_of[min(inside, key=lambda t: (abs(t.i - act.trigger.i), t.i)).i]
        if node.dep_ == "relcl" and node != act.trigger:
            return None
    return _lone_time(clause, act)


def _lone_time(clause: Clause, act: Act) -> int | None:
    """The only time of a sentence, where the parse hung it elsewhere, for an act of the main clause told as done."""
    alone = set(clause.time_of.values())
    main = act.predicate.dep_ == "ROOT" or (act.predicate.dep_ == "conj" and act.predicate.head.dep_ == "ROOT")
    if len(alone) != 1 or not main:
        return None
    first = min(clause.time_of)
    words = [t for t in clause.sentence.doc if not t.is_punct]
    at_edge = first <= words[0].i + 1 or max(clause.time_of) >= words[-1].i
    return alone.pop() if at_edge else None


def _belongs(token: Token, node: Token) -> bool:
    """Whether a time word hangs on a node without another clause between them."""
    while token != node:
        if token.dep_ in ("relcl", "acl", "ccomp", "advcl") and token.pos_ in ("VERB", "AUX"):
            return False
        if token.head == token:
            return False
        token = token.head
    return True


def _location(clause: Clause, act: Act) -> int | None:
    """The place of an act: a place name after a preposition of place below its trigger, predicate or objects."""
    for node in dict.fromkeys((act.trigger, act.predicate)):
        for token in sorted(node.subtree, key=lambda t: (abs(t.i - act.trigger.i), t.i)):
            index = clause.mention_of.get(token.i)
            if index is None or clause.mentions[index].label not in ("place", "state", "facility") or clause.mentions[index].form != "name":
                continue
            if token.dep_ == "pobj" and token.head.lower_ in _PLACE_PREPS and _belongs(token, node) and index not in act.actors:
                return index
            if token.dep_ == "appos" and token.head.dep_ == "pobj" and token.head.head.lower_ in _PLACE_PREPS and _belongs(token, node):
                return index
    subjects = surface_subjects(act.predicate)
    below = [p for s in subjects for c in s.children if c.dep_ == "prep" and c.lower_ in ("in", "near", "at") for p in c.children if p.dep_ == "pobj"]
    found = [i for i in parties(clause, below) if clause.mentions[i].label == "place"]
    if act.event_type not in _PHYSICAL:
        return None
    return found[0] if found else _lone_place(clause, act)


def _lone_place(clause: Clause, act: Act) -> int | None:
    """The only place that a sentence of one act puts anything in ("killed when a bomb exploded in Kabul")."""
    found = {
        clause.mention_of[t.i]
        for t in clause.sentence.doc
        if t.dep_ == "pobj" and t.head.lower_ in ("in", "near", "at") and t.i in clause.mention_of and clause.mentions[clause.mention_of[t.i]].label == "place"
    }
    return found.pop() if len(found) == 1 and act.predicate.dep_ in ("ROOT", "ccomp") else None


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


__all__ = ["EventType", "code_act", "code_events"]
