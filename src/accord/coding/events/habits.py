"""What is told of in general or only thought of: customs, aims of things, notions, musing, what nearly happened.

In: an act. Out: a reason in words why nobody did it on an occasion, or nothing. Futures, conditions and denials are acts with
a status, and are read in `modality`.
"""

from spacy.tokens import Token

from accord.coding.events.act import Act
from accord.coding.events.arguments import is_infinitive
from accord.coding.events.clauses import Clause, is_actor
from accord.coding.events.modality import Modality
from accord.coding.events.subjects import surface_subjects

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
    return first.dep_ == "relcl" and first.tag_ in _PRESENT and verb.lemma_ not in _LASTING and not dated


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
