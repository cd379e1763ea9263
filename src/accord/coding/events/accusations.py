"""Accusations: "accused Rome of spying", "alleged that Rome had lied", "sent experts to investigate".

In: a `Construction`. Out: acts (PLOVER manual, ACCUSE).
"""

from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.construction import Construction, first_preps
from accord.coding.events.modality import read_modality
from accord.coding.events.parties import owner_parties
from accord.coding.events.subjects import surface_subjects

_COMPLAIN = frozenset("complain lament bemoan protest regret".split())
_DISAPPROVE = frozenset("condemn criticize criticise slam denounce".split())


def read_accusation(c: Construction) -> list[Act]:
    """An accusation, and on the accuser's word the act that is alleged."""
    recipients = c.people(c.arguments.objects)
    if c.inner_word.dep_ == "ccomp" and not recipients:
        return read_allegation(c)
    if c.word.lemma_ in ("allege", "complain") and c.content is None:
        return []  # "are alleged to be rich"
    if not recipients:
        return []
    mode = "disapprove" if c.word.lemma_ in _DISAPPROVE else "allege"
    accusation = c.act("ACCUSE", mode, recipients=recipients, weight=0.85, name="accuse")
    if not c.actors:
        return [accusation]
    told = [replace(a, actors=a.actors or recipients, weight=a.weight * 0.75, voice=c.actors[0]) for a in c.inner[:1]]
    return [accusation, *told]


def read_allegation(c: Construction) -> list[Act]:
    """An allegation in a clause: "alleged that Baku had shelled the village", "complained that Lima ignored the warnings"."""
    if c.word.lemma_ == "suspect" and c.content is None and c.inner_word.lemma_ not in lexicon.words("wrongs"):
        return []  # "suspects the firm wants more": a guess, no charge
    recipients = tuple(i for i in c.people(surface_subjects(c.inner_word)) if i not in c.actors)
    recipients = recipients or tuple(i for a in c.inner[:1] for i in a.actors if i not in c.actors)
    owned = owner_parties(c.clause, surface_subjects(c.inner_word)) if c.inner_word.lemma_ == "be" else ()
    recipients = recipients or tuple(i for i in owned if i not in c.actors)
    if not recipients or not c.actors or read_modality(c.inner_word).future:
        return []
    mode = "disapprove" if c.word.lemma_ in _COMPLAIN else "allege"
    told = [replace(a, weight=a.weight * 0.75, voice=c.actors[0]) for a in c.inner[:1]]
    return [c.act("ACCUSE", mode, recipients=recipients, weight=0.7, name="accuse"), *told]


def read_mission(c: Construction) -> list[Act] | None:
    """Somebody sent to investigate: the investigation is the act ("sent experts to probe the crash")."""
    content = c.content
    if content is None or content.event_type != "ACCUSE" or content.mode != "investigate" or not c.actors:
        return None
    others = content.recipients or c.people(first_preps(c.arguments.preps, ("to", "into", "in")))
    return [c.act("ACCUSE", "investigate", recipients=others, weight=0.75, name="mission")]


def is_blamed(verb: Token) -> bool:
    """Whether a clause tells guilt: "was responsible for the blast", "were behind the riots", "is to blame"."""
    if verb.lemma_ != "be":
        return False
    told = [c for c in verb.children if c.dep_ in ("acomp", "attr", "prep", "xcomp")]
    bad = lexicon.noun_class("slur") | {"responsible", "culpable", "complicit", "guilty", "behind", "blame"}
    return any(c.lemma_.lower() in bad for c in told)
