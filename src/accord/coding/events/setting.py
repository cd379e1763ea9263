"""Where an act is told to be: its place, by the dependency tree.

In: a `Clause` and an `Act`. Out: the index of a place mention, or `None`.
"""

from spacy.tokens import Token

from accord.coding.events.act import Act
from accord.coding.events.classes import event_noun
from accord.coding.events.clauses import Clause
from accord.coding.events.parties import parties
from accord.coding.events.subjects import surface_subjects
from accord.data.countries import country_named
from accord.model.reading import MentionDraft

_PLACE_PREPS = frozenset({"in", "at", "near", "on", "inside", "around", "across", "through", "outside"})
_PHYSICAL = frozenset({"PROTEST", "ASSAULT", "COERCE", "CONSULT"})
_CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl"})
# Participles that only say where a thing is: "curfews imposed in the south", "hostages held in Goma".
_SITUATED = frozenset({"impose", "hold", "station", "base", "deploy", "stage", "place", "locate", "camp"})
_REACH = 10
_KINDS_OF_PLACE = frozenset(
    """
    province region district state county city town village area island valley peninsula territory capital governorate
    part area outskirt north south east west northeast northwest southeast southwest middle centre center heart rest side edge
    department prefecture oblast municipality neighborhood neighbourhood suburb enclave border airport square street
    """.split()
)


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
        clause = clause and not (token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_ in _SITUATED)
        if clause or token.head == token:
            return False
        token = token.head
    return True


def _is_meanwhile(verb: Token) -> bool:
    """Whether a clause tells of the same moment ("were killed when a bomb went off on Friday")."""
    return verb.dep_ == "advcl" and any(child.lower_ in ("when", "as", "while") for child in verb.children)


def find_location(clause: Clause, act: Act) -> int | None:
    """Return the place of an act: a place name after a preposition of place below its trigger, predicate or subject."""
    for node in dict.fromkeys((act.trigger, act.predicate)):
        near = sorted((t for t in node.subtree if t.i in clause.mention_of), key=lambda t: (abs(t.i - act.trigger.i), t.i))
        placed = [t for t in near if _is_placed(clause, act, t) and _belongs(t, node)]
        own = (t for t in placed if not any(_is_meanwhile(a) for a in _up_to(t, node)))
        token = next(own, placed[0] if placed else None)
        if token is not None:
            return clause.mention_of[token.i]
    if act.event_type not in _PHYSICAL:
        return None
    found = _place_of_subject(clause, act)
    return found if found is not None else _lone_place(clause, act)


def _is_placed(clause: Clause, act: Act, token: Token) -> bool:
    """Whether a place name stands after a preposition of place, by itself or before a noun for a place ("in Oromia region")."""
    index = clause.mention_of[token.i]
    if index in act.actors or not _is_place_name(clause.mentions[index]) or event_noun(token) is not None:
        return False
    before = token.dep_ in ("compound", "nmod") and token.head.lemma_.lower() in _KINDS_OF_PLACE
    holder = token.head if token.dep_ == "appos" or before else token
    while holder.dep_ == "pobj" and holder.head.lower_ == "of" and holder.head.head.lemma_.lower() in _KINDS_OF_PLACE:
        holder = holder.head.head  # "in parts of Kashmir", "in the town of Cizre"
    return holder.dep_ == "pobj" and holder.head.lower_ in _PLACE_PREPS


def _up_to(token: Token, node: Token) -> list[Token]:
    """The words above a word, up to a node."""
    above: list[Token] = []
    while token != node and token.head != token:
        above.append(token)
        token = token.head
    return above


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
        if t.dep_ == "pobj" and t.head.lower_ in ("in", "near", "at") and t.i in clause.mention_of and not _is_of_teller(act, t)
    }
    places = {i for i in found if clause.mentions[i].label == "place"}
    return places.pop() if len(places) == 1 and act.predicate.dep_ in ("ROOT", "ccomp") else None


def _is_of_teller(act: Act, token: Token) -> bool:
    """Whether a place is where those are who tell of the act ("officials in Nairobi said"): in the subject of a verb above."""
    above = [verb for verb in _ancestors(act.predicate)[1:] if verb.pos_ in ("VERB", "AUX")]
    below = [node for node in _ancestors(token) if node.dep_ == "nsubj"]
    return any(node.head == verb for node in below for verb in above)


def is_site(mention: MentionDraft) -> bool:
    """Whether a mention is a place that cannot be a party: a town or building, not a country."""
    return mention.label in ("place", "facility") and mention.form != "metonym" and country_named(mention.text) is None
