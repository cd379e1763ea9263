"""When and where an act is told to be: its time expression and its place, by the dependency tree.

In: a `Clause` and an `Act`. Out: indexes of a time expression and of a place mention, or `None`.
"""

from spacy.tokens import Token

from accord.coding.events.act import Act
from accord.coding.events.arguments import surface_subjects
from accord.coding.events.clauses import Clause, event_noun, parties
from accord.data.countries import country_named
from accord.model.reading import MentionDraft

_PLACE_PREPS = frozenset({"in", "at", "near", "on", "inside", "around", "across", "through", "outside"})
_PHYSICAL = frozenset({"PROTEST", "ASSAULT", "COERCE", "CONSULT"})
_CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl"})
_REACH = 10


def find_time(clause: Clause, act: Act) -> int | None:
    """Return the time expression of an act: below its trigger or predicate, else of the clauses above it, nearest first.

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


def _ancestors(token: Token) -> list[Token]:
    found = [token]
    while token.head != token and len(found) < _REACH:
        token = token.head
        found.append(token)
    return found


def _belongs(token: Token, node: Token) -> bool:
    """Whether a word hangs on a node without another clause between them."""
    while token != node:
        clause = token.dep_ in _CLAUSES and token.pos_ in ("VERB", "AUX") and not _is_meanwhile(token)
        if clause or token.head == token:
            return False
        token = token.head
    return True


def _is_meanwhile(verb: Token) -> bool:
    """Whether a clause tells of the same moment ("were killed when a bomb went off on Friday")."""
    return verb.dep_ == "advcl" and any(child.lower_ in ("when", "as", "while") for child in verb.children)


def _lone_time(clause: Clause, act: Act) -> int | None:
    """The only time of a sentence, where the parse hung it elsewhere, for an act of the main clause."""
    alone = set(clause.time_of.values())
    main = act.predicate.dep_ == "ROOT" or (act.predicate.dep_ == "conj" and act.predicate.head.dep_ == "ROOT")
    if len(alone) != 1 or not main:
        return None
    words = [t.i for t in clause.sentence.doc if not t.is_punct]
    at_edge = min(clause.time_of) <= words[0] + 1 or max(clause.time_of) >= words[-1]
    return alone.pop() if at_edge else None


def find_location(clause: Clause, act: Act) -> int | None:
    """Return the place of an act: a place name after a preposition of place below its trigger, predicate or subject."""
    for node in dict.fromkeys((act.trigger, act.predicate)):
        for token in sorted(node.subtree, key=lambda t: (abs(t.i - act.trigger.i), t.i)):
            index = clause.mention_of.get(token.i)
            if (
                index is None
                or index in act.actors
                or not _is_place_name(clause.mentions[index])
                or event_noun(token) is not None
            ):
                continue
            holder = token.head if token.dep_ == "appos" else token
            if holder.dep_ == "pobj" and holder.head.lower_ in _PLACE_PREPS and _belongs(token, node):
                return index
    if act.event_type not in _PHYSICAL:
        return None
    found = _place_of_subject(clause, act)
    return found if found is not None else _lone_place(clause, act)


def _is_place_name(mention: MentionDraft) -> bool:
    return mention.label in ("place", "state", "facility") and mention.form == "name"


def _place_of_subject(clause: Clause, act: Act) -> int | None:
    """The place that an act's subject stands in ("Residents in Basra protested")."""
    below = [
        p
        for subject in surface_subjects(act.predicate)
        for prep in subject.children
        if prep.dep_ == "prep" and prep.lower_ in ("in", "near", "at")
        for p in prep.children
        if p.dep_ == "pobj"
    ]
    return next((i for i in parties(clause, below) if clause.mentions[i].label == "place"), None)


def _lone_place(clause: Clause, act: Act) -> int | None:
    """The only place that a sentence puts anything in ("killed when a bomb exploded in Kabul")."""
    found = {
        clause.mention_of[t.i]
        for t in clause.sentence.doc
        if t.dep_ == "pobj" and t.head.lower_ in ("in", "near", "at") and t.i in clause.mention_of
    }
    places = {i for i in found if clause.mentions[i].label == "place"}
    return places.pop() if len(places) == 1 and act.predicate.dep_ in ("ROOT", "ccomp") else None


def is_site(mention: MentionDraft) -> bool:
    """Whether a mention is a place that cannot be a party: a town or building, not a country."""
    return mention.label in ("place", "facility") and mention.form != "metonym" and country_named(mention.text) is None
