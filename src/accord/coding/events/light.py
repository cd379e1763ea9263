"""Acts of two words, a verb that says little and a noun that names the act: "launched an offensive", "called off talks".

In: a `Governor`. Out: `Act`s, none where the verb is no such verb or the noun names nothing.
"""

from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import Arguments, expand, is_infinitive, preps_of
from accord.coding.events.classes import event_noun, in_classes
from accord.coding.events.clauses import Clause
from accord.coding.events.construction import end_of, first_preps
from accord.coding.events.governed import Governor, named, settle
from accord.coding.events.lexicon import EventNoun
from accord.coding.events.nominals import act_of_noun, content_of
from accord.coding.events.participants import noun_actors, noun_recipients
from accord.coding.events.parties import owner_parties, parties
from accord.model.record import Status

_LIGHT = frozenset({"light", "make"})
# Verbs so light that they make an act only of a few nouns: "had talks", but not "had a war".
_LIGHTEST = frozenset("have take give do put face pay join attend host".split())
_LIGHTEST_TYPES = frozenset({"CONSULT", "AGREE", "SUPPORT", "REQUEST", "CONCEDE", "THREATEN", "PROTEST", "COOPERATE"})
_SUFFERED = frozenset("suffer face experience sustain come receive field draw attract incur meet win earn garner".split())
# What is received is uttered by another: "won praise from Oslo", "received an invitation from the king".
_UTTERED = frozenset({"AGREE", "SUPPORT", "REQUEST", "THREATEN", "ACCUSE", "CONCEDE"})
_HANDED_IN = frozenset("lodge file register deliver submit send hand present make issue".split())
_SPANS = frozenset("hour day week month hourlong daylong weeklong indefinite nationwide".split())
_LEAVE = frozenset("approval permission consent authorization authorisation clearance".split())
_ADDRESSED = ("against", "with", "on", "to", "between", "from")


def read_light(governor: Governor) -> list[Act]:
    """Light verb and event noun: "launched an offensive", "issued a threat", "held talks"."""
    if not (_LIGHT | {"undergo"}) & set(governor.classes):
        return []
    clause, verb, arguments = governor.clause, governor.verb, governor.arguments
    for noun in map(named, _light_objects(verb, arguments)):
        frame = as_walkout(clause, noun, event_noun(noun), arguments)
        if frame is None or _is_left_to_frames(governor, noun, frame):
            continue
        frame = as_note(verb.lemma_, frame)
        if not _performs(verb.lemma_, frame.event_type):
            governor.refuse("too light a verb for what the noun names", (noun,), entry=frame)
            continue
        others = parties(clause, arguments.indirect) or noun_recipients(clause, noun, frame)
        others = others or parties(clause, first_preps(arguments.preps, _ADDRESSED))
        actors = governor.actors
        if verb.lemma_ in _SUFFERED:
            actors = noun_actors(clause, noun) or find_senders(governor, noun)
            others = parties(clause, arguments.subjects)
        asked = _demanded(verb, noun) if frame.event_type == "REQUEST" else []
        others = others or parties(clause, [t for c in asked for t in c.children if t.dep_ in ("nsubj", "nsubjpass")])
        act = act_of_noun(noun, verb, frame, content_of(clause, noun, governor.read_verb, governor.depth))
        act = replace(act, used=act.used.union(c.i for c in asked))  # what is demanded is not told as done
        return [settle(act, actors, others or act.recipients, f"light:{verb.lemma_}+{frame.noun}")]
    return []


def _performs(verb: str, event_type: str) -> bool:
    """Whether a verb makes an act of a type with its noun: "had talks", not "had a war"; "drew criticism", not "drew a war"."""
    if verb in ("face", "come"):
        return event_type in _LIGHTEST_TYPES or event_type == "ACCUSE"
    if verb in _SUFFERED and verb not in ("suffer", "experience", "sustain"):
        return event_type in _UTTERED
    if verb == "hold":
        return event_type not in ("REQUEST", "ACCUSE", "THREATEN", "AGREE")  # "holds appeal to voters"
    if verb == "join" and event_type == "ACCUSE":
        return True  # "joined the investigation"
    return verb not in _LIGHTEST or (event_type in _LIGHTEST_TYPES and not (verb == "take" and event_type == "REQUEST"))


def _demanded(verb: Token, noun: Token) -> list[Token]:
    """Return the verbs of what a demand asks for in a clause: "repeated its demand that Lima open the border"."""
    below = [*(c for c in noun.children if c.dep_ in ("acl", "ccomp")), *(c for c in verb.children if c.dep_ == "ccomp")]
    return [c for c in below if c.pos_ in ("VERB", "AUX") and any(t.lower_ == "that" and t.dep_ == "mark" for t in c.children)]


def find_senders(governor: Governor, noun: Token) -> tuple[int, ...]:
    """Return from whom something comes: "an invitation from Rabat", "came under fire from the mayor"."""
    found = parties(governor.clause, preps_of(noun).get("from", ()))
    return found or parties(governor.clause, governor.arguments.preps.get("from", ()))


def as_note(verb: str, frame: EventNoun) -> EventNoun:
    """Return a protest that is handed in as what it is: "lodged a protest with Lima" (PLOVER manual, ACCUSE disapprove)."""
    return lexicon.event_nouns()["formal protest"] if frame.noun == "protest" and verb in _HANDED_IN else frame


def as_walkout(clause: Clause, noun: Token, frame: EventNoun | None, arguments: Arguments) -> EventNoun | None:
    """Return a strike of workers as what it is: "the teachers ended their strike"; other nouns stay what they are."""
    if frame is None or frame.event_type != "ASSAULT" or noun.lemma_.lower() not in ("strike", "action"):
        return frame
    lasting = any(c.lemma_.lower() in _SPANS for c in noun.children if c.dep_ in ("compound", "amod", "nummod"))
    if lasting or in_classes(clause, arguments.subjects, frozenset({"labor"})):
        return lexicon.event_nouns()["general strike"]
    return frame


def _is_left_to_frames(governor: Governor, noun: Token, frame: EventNoun) -> bool:
    """Whether the verb's frames know better: "offered aid" gives none yet, who gives approval for something concedes it."""
    promised = frame.event_type == "AID" and "light" not in governor.classes
    return promised or (noun.lemma_ in _LEAVE and governor.verb.lemma_ in ("give", "grant"))


def _light_objects(verb: Token, arguments: Arguments) -> list[Token]:
    """Return the nouns that a light verb may make an act of: objects, and "in" or "under" of a few fixed phrases."""
    found = [t for o in arguments.objects for t in expand(o)]
    if verb.lemma_ in ("engage", "take", "participate"):
        found += arguments.preps.get("in", ())
    if verb.lemma_ == "insist":
        found += arguments.preps.get("on", ())
    if verb.lemma_ == "embark":
        found += arguments.preps.get("on", ())
    if verb.lemma_ == "come":
        found += arguments.preps.get("under", ())
    return found


def read_end(governor: Governor) -> list[Act]:
    """Ending an act: "halted the offensive", "called off talks", "suspended aid"."""
    if "lightstop" not in governor.classes:
        return []
    clause, verb, arguments = governor.clause, governor.verb, governor.arguments
    for noun in (t for o in arguments.objects for t in expand(o)):
        frame = as_walkout(clause, noun, event_noun(noun), arguments)
        if frame is None:
            continue
        made = ("SANCTION", "withdraw") if "mediation" in frame.noun else end_of(frame.event_type, verb.lemma_)
        if made is None:
            governor.refuse("ends what it is no act to end", (noun,), entry=frame)
            return []
        others = noun_recipients(clause, noun, frame) or owner_parties(clause, [noun])
        others = others or parties(clause, first_preps(arguments.preps, ("with", "against", "to")))
        act = Act(verb, verb, *made, weight=0.7, entry=frame, used=frozenset({verb.i, noun.i}))
        return [settle(act, governor.actors, others, f"end:{verb.lemma_}+{frame.noun}")]
    return []


def read_effort(governor: Governor) -> list[Act]:
    """A light verb and an undertaking with an infinitive: "launched a campaign to capture the city"."""
    if not _LIGHT & set(governor.classes):
        return []
    clause, verb = governor.clause, governor.verb
    for noun in (named(t) for o in governor.arguments.objects for t in expand(o)):
        names = {name for name, _ in lexicon.matrix("nouns").get(noun.lemma_.lower(), ())}
        if not names & {"attempt", "plan"}:
            continue
        status: Status | None = None if "attempt" in names else "future"
        aims = [a for c in verb.children if c.dep_ == "advcl" and is_infinitive(c) for a in governor.below(c)]
        content = content_of(clause, noun, governor.read_verb, governor.depth)
        for act in (a for a in content or aims if lexicon.is_conflict(a.event_type)):
            used = act.used | {verb.i, noun.i}
            told = replace(act, trigger=verb, predicate=verb, status=status, weight=act.weight * 0.9, used=used)
            return [settle(told, governor.actors, act.recipients, f"effort:{verb.lemma_}+{noun.lemma_}>{act.rule}")]
    return []
