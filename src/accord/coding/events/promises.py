"""Promises, refusals and threats: "agreed to send aid", "refused to talk", "threatened to attack".

In: a `Construction`. Out: acts. The types follow the PLOVER manual (AGREE, REJECT, THREATEN and their ambiguities).
"""

from dataclasses import replace

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import find_arguments
from accord.coding.events.commitments import is_same_side
from accord.coding.events.construction import Construction, first_preps
from accord.coding.events.modality import read_modality
from accord.coding.events.parties import owner_parties, parties
from accord.coding.events.stances import is_negated
from accord.coding.events.subjects import surface_subjects

# "declined to comment" is no rejection of anybody.
_TALK_OF_TALK = frozenset(
    "comment say elaborate speak discuss disclose reveal identify answer name specify speculate talk give confirm".split()
)
_PROMISES = frozenset("agree promise pledge offer vow commit undertake consent volunteer assure".split())
_TO_SOMEBODY = frozenset("assure promise reassure".split())
_DECISIONS = frozenset("agree consent decide opt propose".split())
_UNDOING = frozenset("reverse undo tear rip dismantle scrap overturn repeal rescind destroy".split())
_WILLING = frozenset("ready willing prepared committed".split())


def read_promise(c: Construction) -> list[Act]:
    """Commitments: AGREE, or THREATEN where harm is promised; decisions on harm stay the act, future."""
    content, lemma = c.content, c.word.lemma_
    if content is None:
        return _vowed_harm(c) or _bare_promise(c)
    if is_negated(c.inner_word) and content.trigger == c.inner_word:
        return _forswear(c, content)
    if content.event_type in ("ACCUSE", "REJECT", "REQUEST"):
        told = replace(content, actors=content.actors or c.actors)
        return [replace(told, used=c.used, status=content.status or "future", weight=content.weight * 0.8)]
    lent = content.event_type == "MOBILIZE" and content.trigger.lemma_ in ("send", "contribute", "provide", "dispatch", "lend")
    if not lent and (lexicon.is_conflict(content.event_type) or content.event_type == "THREATEN"):
        if lemma in _DECISIONS:
            return [replace(content, status="future", used=c.used, weight=content.weight * 0.8)]
        mode = lexicon.threat_mode(content.event_type, content.mode)
        return [c.act("THREATEN", mode, recipients=c.involved(), weight=0.75, name="commit")]
    if lemma in ("decide", "opt", "resolve") and not lent and not lexicon.is_cooperative(content.event_type):
        return [replace(content, status="future", used=c.used)]
    return [c.act("AGREE", None, recipients=c.involved(), weight=0.75, name="commit")]


def _vowed_harm(c: Construction) -> list[Act]:
    """Harm that is vowed in words that name no act: "vowed to crush the rebels", "swore to retaliate"."""
    verb = c.inner_word.lemma_
    if c.word.pos_ != "VERB" or c.word.lemma_ in _DECISIONS or verb not in lexicon.words("reprisals"):
        return []
    harmed = c.people(find_arguments(c.inner_word).objects) or c.involved()
    if not harmed and verb not in ("retaliate", "avenge", "strike", "hit", "respond"):
        return []  # "vowed to fight corruption"
    return [c.act("THREATEN", "violence", recipients=harmed, weight=0.65, name="commit")]


def _forswear(c: Construction, content: Act) -> list[Act]:
    """A promise not to do harm is AGREE, one not to cooperate REJECT ("vowed not to attack", "resolved not to negotiate")."""
    if lexicon.is_conflict(content.event_type) or content.event_type in ("THREATEN", "ACCUSE", "REJECT"):
        return [c.act("AGREE", None, recipients=c.involved(), weight=0.7, name="commit")]
    mode = lexicon.demand_mode(content.event_type)
    return [c.act("REJECT", mode, recipients=c.involved(), weight=0.7, name="refuse")]


def _bare_promise(c: Construction) -> list[Act]:
    """A promise of something the lexicon does not know ("agreed to set up a centre", "ready to lend planes to Chad")."""
    recipients = c.involved() or (c.people(c.arguments.objects) if c.word.lemma_ in _TO_SOMEBODY else ())
    if c.word.pos_ == "ADJ" and c.word.lemma_ not in _WILLING:
        return []  # "eager to test it in court"
    if c.word.pos_ == "ADJ":
        recipients = c.people(first_preps(find_arguments(c.inner_word).preps, ("to", "for", "with", "in")))
        return [c.act("AGREE", None, recipients=recipients, weight=0.6, name="commit")] if recipients else []
    if c.word.lemma_ not in _PROMISES or (c.word.lemma_ == "agree" and c.inner_word.dep_ == "ccomp"):
        return []  # "agreed that it was late"
    if (c.word.lemma_ == "assure" and not recipients) or _undoes(c):
        return []  # "prices, he assured, would fall"
    sure = bool(recipients) or c.word.lemma_ in ("agree", "promise", "pledge")
    return [c.act("AGREE", None, recipients=recipients, weight=0.6 if sure else 0.4, name="commit")]


def _undoes(c: Construction) -> bool:
    """Whether what is promised is to undo what somebody else made: "pledged to tear down the mayor's wall"."""
    verbs = (c.inner_word, *(t for t in c.inner_word.children if t.dep_ == "conj"))
    made = [t for v in verbs for t in find_arguments(v).objects]
    others = [i for i in owner_parties(c.clause, made) if not is_same_side(c.clause, i, c.actors)]
    return any(v.lemma_ in _UNDOING for v in verbs) and bool(others)


def read_refusal(c: Construction) -> list[Act]:
    if c.word.lemma_ == "resist" and read_modality(c.word).possible:
        return []  # "could not resist asking"
    if c.inner_word.lemma_ in _TALK_OF_TALK:
        return []
    mode = lexicon.demand_mode(c.content.event_type) if c.content else None
    return [c.act("REJECT", mode, recipients=c.involved(), weight=0.75 if c.content else 0.6, name="refuse")]


def read_threat(c: Construction) -> list[Act] | None:
    """Threats; a warning is one only when it addresses somebody or tells what the speaker himself will do."""
    content = c.content
    addressed = c.people((*c.arguments.objects, *c.arguments.indirect))
    if c.word.lemma_ == "warn":
        heads = surface_subjects(c.inner_word)
        subjects = parties(c.clause, heads) or owner_parties(c.clause, heads)
        own = bool(subjects) and is_same_side(c.clause, subjects[0], c.actors)
        if not addressed and not (own and content):
            return None
    mode = lexicon.threat_mode(content.event_type, content.mode) if content else None
    weight = 0.75 if c.word.lemma_ == "threaten" else 0.55
    return [c.act("THREATEN", mode, recipients=addressed or c.involved(), weight=weight, name="threaten")]
