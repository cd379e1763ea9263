"""What is told of in general or only thought of: customs, aims of things, notions, musing, what nearly happened.

In: an act. Out: a reason in words why nobody did it on an occasion, or nothing. Futures, conditions and denials are acts with
a status, and are read in `modality`.
"""

from spacy.tokens import Token

from accord.coding.events.act import Act
from accord.coding.events.arguments import is_infinitive
from accord.coding.events.clauses import Clause, is_actor
from accord.coding.events.modality import Modality
from accord.coding.events.subjects import is_passive, surface_subjects

_PRESENT = frozenset({"VBZ", "VBP"})
# Verbs whose present tells what goes on now, and states that acts leave behind.
_LASTING = frozenset("be have face remain stand say continue keep begin start".split())
_OFTEN = frozenset(
    """always often usually regularly routinely repeatedly frequently rarely seldom sometimes generally typically normally
    traditionally constantly habitually invariably commonly occasionally""".split()
)
_ALMOST = frozenset({"nearly", "almost"})
_DESIGNED = frozenset("design intend mean calculate aim gear tailor devise conceive direct target".split())
_AIMS = frozenset("aim goal purpose objective intention idea task job role mission function strategy".split())
_FEELING = frozenset("feel seem look sound".split())
_TRADE = frozenset("buy sell import export".split())
_KEPT = frozenset("school hospital orphanage clinic shelter library museum university college".split())
_OPEN = frozenset({"whether", "if", "how", "why", "what", "who", "when", "where", "which"})
_MUSED = frozenset("debate discuss deliberate consider review ponder weigh talk argue".split())


def find_generality(clause: Clause, act: Act, modality: Modality) -> str | None:
    """Return why an act is none that was done once; `None` where it may be one."""
    verb = act.predicate
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if modality.status == "actual" and _is_custom(clause, verb):
        return "told as what somebody does in general"
    if any(c.lower_ in _ALMOST and c.dep_ == "advmod" for c in verb.children):
        return "nearly happened, so did not"
    if (act.status is None and _is_meant(clause, verb)) or _is_named_aim(act.trigger):
        return "what something is meant to do"
    if _is_felt(verb) or _is_likened(verb):
        return "a feeling or a likeness"
    if _is_kind(verb, act):
        return "tells which kind of people is meant"
    if _is_unreal(verb):
        return "would have been so, was not"
    if verb.dep_ == "csubj" and verb.tag_ == "VBG" and not any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return "a notion that something is said of"
    return "a question that is mused about" if act.event_type == "CONSULT" and _is_musing(clause, act) else None


def _is_custom(clause: Clause, verb: Token) -> bool:
    """Whether the simple present tells what somebody is or does all the time: "a faction that rejects the accord"."""
    if verb.tag_ not in _PRESENT or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    if any(c.lower_ in _OFTEN and c.dep_ == "advmod" for c in verb.children):
        return True
    first = verb
    while first.dep_ == "conj":
        first = first.head
    dated = any(t.i in clause.time_of for t in verb.subtree)
    if verb.lemma_ in _TRADE and first.dep_ != "ccomp" and not dated:
        return True  # "exports oil to": who trades with whom
    kept = any(c.dep_ == "dobj" and c.lemma_.lower() in _KEPT for c in verb.children)
    if verb.lemma_ in ("support", "sponsor", "fund") and kept and not dated:
        return True  # "the charity supports a school"
    return first.dep_ == "relcl" and first.tag_ in _PRESENT and verb.lemma_ not in _LASTING and not dated


def _is_felt(verb: Token) -> bool:
    """Whether a participle tells how somebody feels or looks: "feel harassed", "seemed resigned"."""
    bare = not any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children)
    if bare and verb.dep_ in ("acomp", "oprd", "xcomp", "ccomp", "advcl") and verb.tag_ in ("VBN", "VBD", "JJ"):
        return verb.head.lemma_ in _FEELING and verb.head.i < verb.i
    if any(c.lemma_ in ("feel", "feeling") and c.dep_ in ("aux", "auxpass") for c in verb.children):
        return True
    # nobody can be resigned by somebody: with "was" it is a mood
    listed = verb.dep_ == "conj" and bare and (is_passive(verb.head) or verb.head.pos_ == "ADJ")
    listed = listed or (bare and any(c.dep_ == "conj" and c.pos_ == "ADJ" for c in verb.children))
    return verb.lemma_ == "resign" and (is_passive(verb) or listed)


def _is_likened(verb: Token) -> bool:
    """Whether a clause only says what something is like: "it is like he shot us", "as if the army had fled"."""
    for mark in (c for c in verb.children if c.dep_ == "mark"):
        before = verb.doc[mark.i - 1].lower_ if mark.i else ""
        if mark.lower_ in ("if", "though") and before == "as":
            return True
        if mark.lower_ == "like" and verb.dep_ in ("advcl", "ccomp", "acomp") and verb.head.lemma_ in (*_FEELING, "be"):
            return True
    return False


def _is_kind(verb: Token, act: Act) -> bool:
    """Whether a clause tells for which people something is meant: "help for women who have been assaulted"."""
    if (
        verb.dep_ != "relcl"
        or act.actors
        or not is_passive(verb)
        or not any(c.lower_ in ("have", "has") for c in verb.children)
    ):
        return False
    noun = verb.head
    while noun.dep_ == "conj":
        noun = noun.head
    bare = noun.tag_ == "NNS" and not any(c.dep_ in ("det", "nummod", "poss", "amod", "compound") for c in noun.children)
    return bare and ((noun.dep_ == "pobj" and noun.head.lower_ in ("for", "to")) or noun.dep_ == "dative")


def _is_unreal(verb: Token) -> bool:
    """Whether a deed is told as what would have been under a condition: "would have met him if", not what somebody says."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    unreal = verb.tag_ == "VBN" and bool(helpers & {"would", "'d"}) and "have" in helpers
    return unreal and any(c.dep_ == "advcl" and any(m.lower_ == "if" for m in c.children) for c in verb.children)


def _is_meant(clause: Clause, verb: Token) -> bool:
    """Whether a verb tells what a thing or an effort is for: "aimed at curbing", "designed to curb"."""
    above = verb.head
    if verb.dep_ == "pcomp" and above.lower_ in ("at", "for", "toward", "towards"):
        return above.head.lemma_ in _DESIGNED and above.head.tag_ in ("VBN", "VBD")
    return (
        is_infinitive(verb)
        and verb.dep_ in ("xcomp", "advcl")
        and above.lemma_ in _DESIGNED
        and above.tag_ == "VBN"
        and any(not is_actor(clause, s) for s in surface_subjects(above))
    )


def _is_named_aim(verb: Token) -> bool:
    """Whether an infinitive is said to be an aim: "the aim is to curb protests"."""
    above = verb.head
    aims = any(c.dep_ == "nsubj" and c.lemma_.lower() in _AIMS for c in above.children)
    return aims and above.lemma_ == "be" and is_infinitive(verb) and verb.dep_ == "xcomp"


def _is_musing(clause: Clause, act: Act) -> bool:
    """Whether one side talks over an open question: "the council is debating whether", "critics discussed how"."""
    if len(act.actors) > 1 or act.recipients or act.trigger.lemma_ not in _MUSED:
        return False
    below = [c for c in act.trigger.children if c.dep_ in ("ccomp", "xcomp", "advcl")]
    below += [p for c in act.trigger.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pcomp"]
    return any(t.lower_ in _OPEN for b in below for t in b.lefts)
