"""Acts that nouns name: "clashes broke out", "Thursday's airstrike on the port", "Peru's condemnation of the raid".

In: a noun of a `Clause`. Out: `Act`s, none where the noun only recalls an act.
"""

from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import complements, find_arguments, is_infinitive, preps_of
from accord.coding.events.classes import event_noun, has_pattern, in_classes
from accord.coding.events.clauses import Clause, is_actor, is_place
from accord.coding.events.construction import first_preps
from accord.coding.events.culprits import find_culprits, is_claimed
from accord.coding.events.governed import MAX_DEPTH, ReadWord, settle
from accord.coding.events.lexicon import EventNoun
from accord.coding.events.participants import noun_actors, noun_recipients, subject_matter
from accord.coding.events.parties import parties
from accord.model.record import EventType

_HARM = frozenset("kill wound injure hit strike target destroy claim rock shake leave".split())
# Event nouns of speech tell an act only with a verb that performs it; "the offer" alone recalls one.
_SPOKEN = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "COOPERATE", "ACCUSE", "CONCEDE"})
# Words whose utterance is told by who utters them to whom: "Lima's condemnation of the junta drew a reply".
_TELLING = frozenset({"ACCUSE", "THREATEN", "REJECT", "SUPPORT", "REQUEST"})

# What is told by its giver with a verb of coming, and nouns for it that name no act elsewhere.
_SITES = frozenset({"site", "building", "vehicle", "city"})
_COMING = frozenset({"AID", "SUPPORT", "ACCUSE", "REQUEST", "THREATEN", "REJECT"})
_GIVEN: dict[str, EventType] = {"aid": "AID", "help": "AID", "assistance": "AID", "relief": "AID", "support": "SUPPORT"}


def read_noun(clause: Clause, noun: Token, read_verb: ReadWord) -> list[Act]:
    """Return the act of an event noun that stands as subject of happening, or that names who did it to whom."""
    frame = event_noun(noun)
    given = _read_given(clause, noun, frame)
    if given:
        return given
    if frame is None:
        return _read_attempt(clause, noun, read_verb) if noun.lemma_.lower() == "attempt" else []
    if noun.dep_ in ("compound", "amod", "nmod", "poss"):
        clause.trace.refuse(noun, "stands before another noun", (noun.head,), entry=frame)
        return []
    actors = noun_actors(clause, noun)
    if frame.event_type == "ASSAULT" and not actors and frame.noun not in lexicon.words("lasting_force"):
        actors = find_culprits(clause, noun)
    claimer = actors[0] if actors and frame.event_type == "ASSAULT" and is_claimed(noun) else None
    others = noun_recipients(clause, noun, frame)
    happening = _happening(noun)
    if happening is not None:
        content = content_of(clause, noun, read_verb, 1)
        actors = actors or _movers(clause, noun, frame)
        act = replace(act_of_noun(noun, happening, frame, content), voice=claimer)
        return _read_happening(clause, act, frame, (actors, others))
    told = frame.event_type in _TELLING and bool(actors) and noun.dep_ in ("nsubj", "nsubjpass", "dobj")
    act = replace(act_of_noun(noun, noun, frame, content_of(clause, noun, read_verb, 1) if told else []), voice=claimer)
    others = others or act.recipients
    if frame.event_type == "ASSAULT" and _is_dated(clause, noun, bool(others)):
        return [replace(settle(act, actors, others, f"dated:{frame.noun}"), weight=0.5)]
    if frame.event_type == "ASSAULT" and _is_placed(clause, noun, frame):
        return [replace(settle(act, actors, others, f"placed:{frame.noun}"), weight=0.55)]
    reason = _miss(noun, frame, actors, others)
    if reason is not None:
        clause.trace.refuse(noun, reason, entry=frame)
        return []
    return [replace(settle(act, actors, others, f"noun:{frame.noun}"), weight=0.5)]


def _read_given(clause: Clause, noun: Token, frame: EventNoun | None) -> list[Act]:
    """Help or words told by where they come from: "aid is coming from Norway", "praise for the truce came from Oman"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in ("come", "flow", "pour", "emerge"):
        return []
    event_type = frame.event_type if frame is not None else _GIVEN.get(noun.lemma_.lower())
    givers = parties(clause, (t for t in preps_of(verb).get("from", ()) if is_actor(clause, t) or is_place(clause, t)))
    if event_type is None or event_type not in _COMING or not givers:
        return []
    near = first_preps(preps_of(noun), ("for", "to", "of", "against")) or first_preps(preps_of(verb), ("for", "to"))
    act = Act(noun, verb, event_type, weight=0.7, used=frozenset({noun.i, verb.i}))
    return [settle(act, givers, parties(clause, near), f"given:{noun.lemma_.lower()}+{verb.lemma_}")]


def _read_attempt(clause: Clause, noun: Token, read_verb: ReadWord) -> list[Act]:
    """An attempt at harm that is told as one made: "an attempt by gunmen to kill the mayor left a guard dead"."""
    if noun.dep_ not in ("nsubj", "nsubjpass", "pobj"):
        return []
    for act in content_of(clause, noun, read_verb, 1):
        if lexicon.is_conflict(act.event_type) and act.status is None:
            told = replace(act, predicate=noun, weight=min(act.weight, 0.7), used=act.used | {noun.i})
            return [settle(told, noun_actors(clause, noun) or act.actors, act.recipients, f"attempt:{noun.lemma_}>{act.rule}")]
    return []


def _miss(noun: Token, frame: EventNoun, actors: tuple[int, ...], others: tuple[int, ...]) -> str | None:
    """Return why a noun without a verb of its own only recalls an act; `None` where it tells one."""
    if not actors:
        return "names no actor"
    if noun.dep_ in ("attr", "appos", "conj"):
        return "describes something else"
    if frame.noun == "refusal" and any(c.dep_ == "acl" and is_infinitive(c) for c in noun.children):
        return None  # "Chile's refusal to sign": what is told of it takes for granted that it was done
    uttered = frame.event_type in _TELLING and noun.dep_ in ("nsubj", "nsubjpass", "dobj")
    if frame.event_type in _SPOKEN and not uttered:
        return "words without a verb that utters them"
    return None if others or (frame.mutual and len(actors) > 1) else "names no recipient"


def _read_happening(
    clause: Clause, act: Act, frame: EventNoun, participants: tuple[tuple[int, ...], tuple[int, ...]]
) -> list[Act]:
    """An act told by a verb of happening ("clashes broke out", "the blast killed 12 soldiers")."""
    actors, others = participants
    verb = act.predicate
    if frame.event_type in ("AGREE", "REQUEST", "THREATEN", "ACCUSE", "REJECT") and not actors:
        clause.trace.refuse(act.trigger, "names no actor", entry=frame)
        return []
    harm = verb.lemma_ in _HARM
    victims = find_arguments(verb).objects if harm else ()
    others = parties(clause, [t for t in victims if is_actor(clause, t) or is_place(clause, t)]) or others
    told = replace(act, weight=0.7 if actors or others else 0.55, used=act.used if harm else act.used - {verb.i})
    if victims:
        told = replace(told, mutual=False)  # "clashes injured twenty people": they are no side of it
    return [settle(told, actors, others or act.recipients, f"noun:{frame.noun}+{verb.lemma_}")]


def _is_dated(clause: Clause, noun: Token, has_victims: bool) -> bool:
    """Whether a noun carries its own time: "Thursday's airstrike", "the overthrow of the king in 1969"."""
    near = any(t.i in clause.time_of for t in noun.subtree if noun in (t.head, t.head.head))
    return near and (has_victims or any(c.dep_ == "poss" and c.i in clause.time_of for c in noun.children))


def _is_placed(clause: Clause, noun: Token, frame: EventNoun) -> bool:
    """Whether a noun of one known attack names its place or target: "the bombing of the mosque", "the shooting in Oslo"."""
    known = any(
        c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "any", "no", "another", "some") for c in noun.children
    )
    subject = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ == "VERB"
    if not (known or subject) or noun.dep_ in ("attr", "appos") or frame.noun in lexicon.words("lasting_force"):
        return False
    near = first_preps(preps_of(noun), ("on", "against", *(("of",) if frame.mode else ()), "in", "at", "near", "outside"))
    return any(is_actor(clause, t) or is_place(clause, t) or in_classes(clause, [t], _SITES) for t in near)


def _movers(clause: Clause, noun: Token, frame: EventNoun) -> tuple[int, ...]:
    """Who moves, in nouns of moving forces: "the deployment of Chilean troops", "the withdrawal of the garrison"."""
    if frame.event_type != "MOBILIZE" and frame.mode != "withdraw":
        return ()
    return parties(clause, preps_of(noun).get("of", ()))


def _happening(noun: Token) -> Token | None:
    """Return the verb of happening that a noun is subject of."""
    verb = noun.head
    if noun.dep_ == "attr" and verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children):
        return verb  # "there have been clashes"
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return None
    patterns = lexicon.occurrence_patterns().get(verb.lemma_.lower(), ())
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return verb if any(has_pattern(verb, p, objects) for p in patterns) else None


def content_of(clause: Clause, noun: Token, read_verb: ReadWord, depth: int) -> list[Act]:
    """Return what an offer, threat or request is about: its infinitive ("an offer to help")."""
    if depth >= MAX_DEPTH:
        return []
    return next((acts for verb in complements(noun) if (acts := read_verb(clause, verb, depth + 1))), [])


def act_of_noun(noun: Token, predicate: Token, frame: EventNoun, inner: list[Act]) -> Act:
    """Make the act that an event noun names, with mode and recipients of what it is about."""
    event_type, mode = frame.event_type, frame.mode
    content = inner[0] if inner else None
    if event_type in ("REQUEST", "REJECT"):
        about = content.event_type if content else subject_matter(noun)
        mode = lexicon.demand_mode(about) if about else None
    elif event_type == "THREATEN" and content:
        mode = lexicon.threat_mode(content.event_type, content.mode)
    return Act(
        trigger=noun,
        predicate=predicate,
        event_type=event_type,
        mode=mode,
        stage=frame.stage,
        recipients=content.recipients if content else (),
        mutual=frame.mutual,
        weight=0.75,
        entry=frame,
        used=frozenset({noun.i, predicate.i}) | (content.used if content else frozenset()),
    )
