"""Orders that are the act they command: "ordered the paper to close", "had the minister arrested", "told the envoys to leave".

In: a `Governor` of a verb of command. Out: `Act`s, none where an order only asks for something.

Who may order another to close or leave already restricts or expels him (PLOVER manual, COERCE and SANCTION); other orders
are REQUEST and are read in `matrix`.
"""

from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import complements, expand
from accord.coding.events.classes import in_classes
from accord.coding.events.clauses import Clause
from accord.coding.events.governed import Governor, settle
from accord.coding.events.parties import parties
from accord.coding.events.subjects import is_passive
from accord.model.record import EventType

_COMMANDS = frozenset({"order", "instruct", "command", "force", "compel", "have", "get"})
_HAVING_DONE = frozenset({"have", "get"})
_AUTHORITY = frozenset({"government", "court", "cop", "official", "troops", "none"})
_DONE = frozenset({"COERCE", "SANCTION", "RETREAT", "CONCEDE"})


def read_command(governor: Governor) -> list[Act]:
    """An order by who can enforce it, as the act that is ordered."""
    clause, verb = governor.clause, governor.verb
    if verb.lemma_ not in _COMMANDS or not in_classes(clause, governor.arguments.subjects, _AUTHORITY):
        return []
    inner = next((c for c in complements(verb) if c.i != verb.i), None)
    if inner is None:
        return []
    if is_passive(inner) or (inner.tag_ == "VBN" and not any(c.dep_ == "aux" for c in inner.children)):
        acts = [a for a in governor.below(inner) if a.event_type in _DONE]
        return [replace(a, actors=governor.actors or a.actors, predicate=verb, used=a.used | {verb.i}) for a in acts]
    if verb.lemma_ in _HAVING_DONE:
        return []
    ordered = _ordered(clause, inner, governor)
    made = _act_of(clause, inner, ordered, governor)
    if made is None:
        return []
    act = Act(verb, verb, *made, weight=0.75, used=frozenset({verb.i, inner.i}))
    return [settle(act, governor.actors, parties(clause, ordered), f"command:{verb.lemma_}+{inner.lemma_}")]


def _ordered(clause: Clause, inner: Token, governor: Governor) -> tuple[Token, ...]:
    arguments = governor.arguments
    found = (*arguments.objects, *arguments.indirect)
    return found or tuple(c for c in inner.children if c.dep_ in ("nsubj", "nsubjpass"))


def _act_of(
    clause: Clause, inner: Token, ordered: tuple[Token, ...], governor: Governor
) -> tuple[EventType, str | None] | None:
    """Return the type and mode of an order to close, to leave or to pay."""
    if inner.lemma_ in lexicon.words("closing"):
        media = in_classes(clause, [t for o in ordered for t in expand(o)], frozenset({"media_n"}))
        return "COERCE", "censor" if media else "restrict"
    if inner.lemma_ in lexicon.words("leaving"):
        envoys = in_classes(clause, [t for o in ordered for t in expand(o)], frozenset({"diplomat", "embassy"}))
        return ("SANCTION", "expel") if envoys else ("COERCE", "deport")
    if inner.lemma_ in lexicon.words("paying") and in_classes(clause, governor.arguments.subjects, frozenset({"court"})):
        return "SANCTION", "convict"
    return None
