"""Where an act is told to be: its place, by the dependency tree.

In: a `Clause` and an `Act`. Out: the index of a place mention, or `None`.
"""

from spacy.tokens import Token

from accord.coding.events.act import Act
from accord.coding.events.borders import is_cause, is_clause_border, is_joint, is_meanwhile
from accord.coding.events.classes import event_noun
from accord.coding.events.clauses import Clause
from accord.coding.events.parties import parties
from accord.coding.events.subjects import surface_subjects
from accord.coding.events.timing import BEFORE_NOUN, find_governors, is_of_moment
from accord.data.countries import country_named
from accord.model.reading import MentionDraft

_PLACE_PREPS = frozenset({"in", "at", "near", "on", "inside", "around", "across", "through", "outside"})
_PHYSICAL = frozenset({"PROTEST", "ASSAULT", "COERCE", "CONSULT"})
# Acts of words are not done where those are who they are about: "accused the police in Basra".
_WORDS = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "AGREE", "COOPERATE"})
_APART = frozenset("about amid after before since despite because regarding prior ahead than".split())
_PLACE_OF_NOUN = frozenset({"in", "at", "on", "near", "outside", "inside", "during", "around", "across", "of"})
# People whose place is that of what they do: "the Boston bombers killed three", not "a Boston man".
_ON_SPOT = frozenset("police crowd protester demonstrator rioter shooter bomber attacker gunman killer victim".split())
_CROWDS = frozenset({"protest", "demonstrate", "rally", "march"})
_OCCUR = frozenset({"occur", "happen", "unfold", "take"})
_REACH = 10
_KINDS_OF_PLACE = frozenset(
    """
    province region district state county city town village area island valley peninsula territory capital governorate
    part area outskirt north south east west northeast northwest southeast southwest middle centre center heart rest side edge
    department prefecture oblast municipality neighborhood neighbourhood suburb enclave border airport square street
    resort port hamlet commune settlement township district stronghold camp desert highland archipelago county
    """.split()
)


def _ancestors(token: Token) -> list[Token]:
    found = [token]
    while token.head != token and len(found) < _REACH:
        token = token.head
        found.append(token)
    return found


def find_location(clause: Clause, act: Act) -> int | None:
    """Return the place of an act: a place name after a preposition of place, or before a noun for what happens there.

    It is looked for below the trigger and predicate; for acts that are done on the spot also below the verbs above whose
    moment the act shares, and with their subjects; at last it may be the only place that the sentence names.
    """
    physical = _is_physical(act)
    above = tuple(find_governors(act)) if physical else ()
    for node in dict.fromkeys((act.trigger, act.predicate, *above)):
        found = _place_below(clause, act, node)
        if found is not None:
            return found
        subject = node.pos_ in ("VERB", "AUX") and (node == act.predicate or act.predicate.dep_ in ("advcl", "acl", "conj"))
        if physical and subject and (found := _place_of_subject(clause, act, node)) is not None:
            return found
    where = _place_of_where(clause, act)
    if where is not None or not physical:
        return where
    return _lone_place(clause, act)


def _is_physical(act: Act) -> bool:
    return act.event_type in _PHYSICAL or act.trigger.lemma_ in _CROWDS  # "protested against the mayor" accuses in a street


def _place_below(clause: Clause, act: Act, node: Token) -> int | None:
    """The place that hangs on a node, the act's own before that of a clause of the same moment, the nearest first."""
    near = sorted((t for t in node.subtree if t.i in clause.mention_of), key=lambda t: (abs(t.i - act.trigger.i), t.i))
    placed = [t for t in near if _is_placed(clause, act, t) and _belongs(act, t, node)]
    own = (t for t in placed if not any(is_meanwhile(a) for a in _up_to(t, node)))
    token = next(own, placed[0] if placed else None)
    return None if token is None else clause.mention_of[token.i]


def _belongs(act: Act, token: Token, node: Token) -> bool:
    """Whether a place hangs on a node without another clause between them, nor a noun that it says the place of."""
    strict = act.event_type in _WORDS and not _is_physical(act)
    while token != node:
        above = token.head
        border = is_clause_border(token) and not is_cause(token) and not _is_occurring(token)
        apart = token.dep_ == "prep" and token.lower_ in _APART and above.pos_ in ("VERB", "AUX") and not is_cause(token)
        other = token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and not is_joint(token)
        if above == token or border or apart or other:
            return False
        noun = above != node and above.pos_ in ("NOUN", "PROPN") and token.dep_ == "prep"
        if noun and (above.dep_ == "appos" or (strict and above.dep_ != "nsubj" and not _is_spot(above))):
            return False
        token = above
    return True


def _is_spot(noun: Token) -> bool:
    """Whether a noun says where or at what something is done: "at a rally in Oslo", "in the centre of Oslo"."""
    return noun.dep_ == "pobj" and (noun.head.lower_ in _PLACE_OF_NOUN)


def _is_occurring(verb: Token) -> bool:
    """Whether a relative clause says where its attack happened: "the attack that occurred in Oslo"."""
    return verb.dep_ == "relcl" and verb.lemma_ in _OCCUR and event_noun(verb.head) is not None


def _place_of_where(clause: Clause, act: Act) -> int | None:
    """The place that a clause with "where" is about: "Mosul, where rebels seized a bridge"."""
    verb = act.predicate
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ != "relcl" or not any(c.lower_ == "where" for c in verb.children):
        return None
    near = [t for t in clause.sentence.doc[: verb.left_edge.i] if t.i in clause.mention_of and t.i >= verb.head.left_edge.i]
    places = [t for t in near if _is_place_name(clause.mentions[clause.mention_of[t.i]])]
    return clause.mention_of[places[-1].i] if places else None


def _is_placed(clause: Clause, act: Act, token: Token) -> bool:
    """Whether a place name stands after a preposition of place, by itself or before a noun for a place or for the act."""
    index = clause.mention_of[token.i]
    mention = clause.mentions[index]
    acts = index in act.actors and not is_site(mention)
    if acts or not _is_place_name(mention) or event_noun(token) is not None:
        return False
    noun = token.head
    while noun.dep_ in ("compound", "nmod") and token.dep_ in BEFORE_NOUN:
        noun = noun.head
    kind = noun.lemma_.lower() in _KINDS_OF_PLACE
    before = token.dep_ in BEFORE_NOUN and noun.pos_ in ("NOUN", "PROPN")
    if before and not kind:
        return mention.label == "place" and is_site(mention) and _is_scene(act, noun)
    holder = noun if token.dep_ == "appos" or before else token
    while holder.dep_ == "pobj" and holder.head.lower_ == "of" and holder.head.head.lemma_.lower() in _KINDS_OF_PLACE:
        holder = holder.head.head  # "in parts of Kashmir", "in the town of Cizre"
    if holder.dep_ != "pobj" or (mention.label == "state" and holder.head.lower_ == "on"):
        return False  # "sanctions on Norway"
    return holder.head.lower_ in _PLACE_PREPS


def _is_scene(act: Act, noun: Token) -> bool:
    """Whether a noun with a place before it is the act, or where it is done: "the Paris attacks", "at a Boston rally"."""
    if noun == act.trigger or noun.i in act.used:
        return True
    attack = event_noun(noun) is not None
    if noun.dep_ == "pobj":
        return noun.head.lower_ in _PLACE_OF_NOUN - {"of", "on"} or (attack and noun.head.lower_ == "by")
    return attack and is_of_moment(act, noun, before=True)


def _up_to(token: Token, node: Token) -> list[Token]:
    """The words above a word, up to a node."""
    above: list[Token] = []
    while token != node and token.head != token:
        above.append(token)
        token = token.head
    return above


def _is_place_name(mention: MentionDraft) -> bool:
    named = mention.form == "name" and not mention.text.islower()  # "in prison" names nothing
    return mention.label in ("place", "state", "facility") and named


def _is_known(mention: MentionDraft) -> bool:
    """Whether a place is more than a word for a kind: "several cities", "the town", not "prison"."""
    return mention.refers_to is not None or not mention.text.islower() or " " in mention.text


def _place_of_subject(clause: Clause, act: Act, verb: Token) -> int | None:
    """The place that a verb's subject stands in ("Residents in Basra protested"), or that stands before it."""
    subjects = [t for t in surface_subjects(verb) if t.i < verb.i]
    below = [
        p
        for subject in subjects
        for prep in subject.children
        if prep.dep_ == "prep" and prep.lower_ in ("in", "near", "at")
        for p in prep.children
        if p.dep_ == "pobj"
    ]
    places = [i for i in parties(clause, below) if clause.mentions[i].label == "place"]
    found = next((i for i in places if _is_known(clause.mentions[i])), None)
    if found is not None:
        return found
    known = [s for s in subjects if s.lemma_.lower() in _ON_SPOT]
    named = (clause.mention_of[c.i] for s in known for c in s.children if c.dep_ == "compound" and c.i in clause.mention_of)
    return next((i for i in named if i not in act.actors and is_site(clause.mentions[i])), None)


def _lone_place(clause: Clause, act: Act) -> int | None:
    """The only place that a sentence puts anything in ("killed when a bomb exploded in Kabul")."""
    found = {
        clause.mention_of[t.i]
        for t in clause.sentence.doc
        if t.dep_ == "pobj" and t.head.lower_ in ("in", "near", "at") and t.i in clause.mention_of and not _is_of_teller(act, t)
    }
    places = {i for i in found if clause.mentions[i].label == "place" and _is_known(clause.mentions[i])}
    return places.pop() if len(places) == 1 and act.predicate.dep_ in ("ROOT", "ccomp") else None


def _is_of_teller(act: Act, token: Token) -> bool:
    """Whether a place is where those are who tell of the act ("officials in Nairobi said"): in the subject of a verb above."""
    above = [verb for verb in _ancestors(act.predicate)[1:] if verb.pos_ in ("VERB", "AUX")]
    below = [node for node in _ancestors(token) if node.dep_ == "nsubj"]
    return any(node.head == verb for node in below for verb in above)


def is_site(mention: MentionDraft) -> bool:
    """Whether a mention is a place that cannot be a party: a town or building, not a country."""
    return mention.label in ("place", "facility") and mention.form != "metonym" and country_named(mention.text) is None
