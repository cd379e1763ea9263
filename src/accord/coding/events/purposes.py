"""What an act is for, where that makes it another: soldiers sent to keep the peace or to fight a flood are aid.

In: an `Act`. Out: an `Act`, of another type where the PLOVER manual says so (AID and MOBILIZE, ambiguities; ACCUSE
investigate). Reads the words below the act's predicate; knows nothing of who acts.
"""

from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import is_infinitive
from accord.coding.events.clauses import Clause

_CLAUSES = frozenset({"ccomp", "relcl", "advcl", "conj", "parataxis"})
_SENT = frozenset("send dispatch deploy fly rush despatch".split())


def as_meant(clause: Clause, act: Act) -> Act:
    """Return the act as what its purpose makes it; one told as the reason of an arrest counts less."""
    if act.event_type == "COOPERATE" and _is_charge(act.predicate):
        return replace(act, weight=act.weight * 0.5)
    if act.event_type not in ("MOBILIZE", "AID"):
        return act
    if act.trigger.lemma_ in _SENT and any(t.lemma_ in lexicon.words("inquiring") for t in _aims(act.trigger)):
        return replace(act, event_type="ACCUSE", mode="investigate", rule=f"aim:{act.rule}")
    if act.event_type == "MOBILIZE" and _is_joint(clause, act):
        return replace(act, event_type="COOPERATE", mode=None, mutual=True, rule=f"joint:{act.rule}")
    if act.event_type == "MOBILIZE" and any(t.lemma_.lower() in lexicon.words("peaceful_aims") for t in _words(act)):
        return replace(act, event_type="AID", mode=None, rule=f"aim:{act.rule}")
    return act


def _is_joint(clause: Clause, act: Act) -> bool:
    """Whether an exercise is one of several states (PLOVER manual, MOBILIZE: joint operations are COOPERATE)."""
    exercise = any(
        t.lemma_.lower() in (lexicon.noun_class("exercise") | {"game"}) for t in (act.trigger, *act.predicate.children)
    )
    countries = {clause.mentions[i].country for i in (*act.actors, *act.recipients)} - {None}
    return exercise and len(act.actors) > 1 and len(countries) > 1


def _is_charge(verb: Token) -> bool:
    """Whether a gerund says what somebody was arrested or tried for: "arrested for collaborating with"."""
    above = verb.head.head
    return verb.dep_ == "pcomp" and verb.head.lower_ in ("for", "of") and above.lemma_ in lexicon.words("charging")


def _aims(verb: Token) -> list[Token]:
    return [t for t in verb.subtree if t.pos_ == "VERB" and t != verb and is_infinitive(t)]


def _words(act: Act) -> list[Token]:
    """The words of an act's own clause: below its trigger and predicate, other clauses left out except infinitives."""
    found: list[Token] = []
    queue = [act.trigger, act.predicate]
    while queue:
        token = queue.pop()
        found.append(token)
        queue += [c for c in token.children if c not in found and (c.dep_ not in _CLAUSES or is_infinitive(c))]
    return found
