"""Acts of words about other acts: the verb or adjective with its complement, which `matrix` makes one act of.

In: a `Governor`. Out: `Act`s, none where nothing is governed or nothing is to be said of it.
"""

from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import Arguments, complements, expand, is_infinitive, preps_of
from accord.coding.events.classes import event_noun
from accord.coding.events.construction import Construction, first_preps
from accord.coding.events.governed import Governor, named, settle
from accord.coding.events.matrix import COMBINE, NEEDS_AIM, OVER_NOUNS
from accord.coding.events.participants import is_party, noun_actors, noun_recipients, subject_parties
from accord.coding.events.parties import owner_parties, parties
from accord.coding.events.subjects import surface_subjects
from accord.model.record import EventType

# First parts of words that the parse cuts at the hyphen: "agreed to re-open the border".
_PREFIXES = frozenset({"re", "co", "pre", "-"})
_SPOKEN = frozenset({"AGREE", "REQUEST", "SUPPORT", "COOPERATE", "CONCEDE", "CONSULT", "ACCUSE", "THREATEN"})
_ATTITUDES: dict[str, tuple[EventType, str | None]] = {
    "critical": ("ACCUSE", "disapprove"),
    "supportive": ("SUPPORT", None),
    "opposed": ("REJECT", "change"),
}
_DENYING = frozenset("deny reject dismiss refute dispute rebut".split())


def read_governed(governor: Governor) -> list[Act]:
    """A verb about another act: "agreed to send aid", "urged Rome to talk", "denied bombing the town"."""
    verb, classes = governor.verb, governor.classes
    if not classes and verb.lemma_ not in _DENYING:
        return []
    if verb.lemma_ in _DENYING and any(t.lemma_.lower() in lexicon.noun_class("request") for t in governor.arguments.objects):
        return []  # "rejected calls to resign" turns the calls down
    inner_verb = next((c for c in complements(verb) if c.i != verb.i and c.lower_ not in _PREFIXES), None)
    if inner_verb is None and verb.lemma_ in _DENYING:
        inner_verb = _denied_clause(verb, governor.arguments)
        classes = ("deny",) if inner_verb is not None else classes
    if inner_verb is None:
        return _read_governed_noun(governor)
    verbal = inner_verb.pos_ in ("VERB", "AUX") or is_infinitive(inner_verb)  # "offered to host": taken for a noun
    inner = governor.below(inner_verb) if verbal else governor.read_adjective(governor.clause, inner_verb, governor.depth + 1)
    if "deny" in classes and inner:
        # "denied bombing the port or killing anybody": both are denied
        inner += [act for verb in _joined(inner_verb) for act in governor.below(verb)]
    construction = Construction(governor.clause, verb, verb, governor.arguments, governor.actors, inner_verb, tuple(inner))
    for name in (name for name in classes if name in COMBINE):
        made = COMBINE[name](construction) if name not in NEEDS_AIM or _is_aimed(inner_verb) else None
        if not made:
            governor.refuse("makes no act with what it governs", (inner_verb,), entry=name)
        if made is not None:
            return made
    return []


def _read_governed_noun(governor: Governor) -> list[Act]:
    """A matrix verb over an act that a noun names: "allowed the return of monitors", "denied the attack"."""
    clause, verb, arguments = governor.clause, governor.verb, governor.arguments
    objects = (*arguments.objects, *first_preps(arguments.preps, ("for", "to")))
    for noun in (named(t) for o in objects for t in expand(o)):
        frame = event_noun(noun)
        if frame is None or (frame.event_type == "REQUEST" and governor.verb.lemma_ in ("agree", "consent")):
            continue
        content = replace(
            Act(noun, noun, frame.event_type, frame.mode, mutual=frame.mutual, weight=0.65, used=frozenset({noun.i})),
            actors=noun_actors(clause, noun),
            recipients=noun_recipients(clause, noun, frame),
            rule=f"noun:{frame.noun}",
            entry=frame,
        )
        construction = Construction(clause, verb, verb, arguments, governor.actors, noun, (content,))
        for name in (n for n in OVER_NOUNS if n in governor.classes):
            if name == "deny" and frame.event_type in _SPOKEN:
                continue  # "dismissed the mediator's proposal" turns it down
            if name == "allow" and frame.event_type not in ("RETREAT", "CONSULT", "AID", "PROTEST"):
                continue
            made = COMBINE[name](construction)
            if made:
                return made
    return []


def read_governing_adjective(governor: Governor) -> list[Act]:
    """Return acts of an adjective with an infinitive; its subject is that of the verb it follows, or the noun it stands at."""
    adjective = governor.verb
    if governor.classes[0] in _ATTITUDES:
        return _read_attitude(governor)
    inner_verb = next(iter(complements(adjective)), None)
    if inner_verb is None:
        return []
    inner = governor.below(inner_verb)
    predicative = adjective.dep_ in ("acomp", "attr", "oprd") and adjective.head.pos_ in ("AUX", "VERB")
    subjects = surface_subjects(adjective.head) if predicative else [adjective.head] if adjective.dep_ == "amod" else []
    arguments = Arguments(tuple(subjects), (), (), {}, False)
    predicate = adjective.head if predicative else adjective
    actors = subject_parties(governor.clause, arguments)
    construction = Construction(governor.clause, adjective, predicate, arguments, actors, inner_verb, tuple(inner))
    made = COMBINE[governor.classes[0]](construction) or []
    if not made:
        governor.refuse("makes no act with what it governs", (inner_verb,), entry=governor.classes[0])
    return made


def _read_attitude(governor: Governor) -> list[Act]:
    """What somebody is said to think of another: "is critical of Lima's plan", "was grateful to Oslo"."""
    clause, adjective = governor.clause, governor.verb
    if adjective.dep_ not in ("acomp", "conj", "oprd") or adjective.head.pos_ not in ("AUX", "VERB"):
        return []
    about = first_preps(preps_of(adjective), ("of", "at", "with", "about", "over", "to", "by", "for"))
    actors = parties(clause, surface_subjects(adjective.head))
    others = parties(clause, [t for t in about if is_party(clause, t)]) or owner_parties(clause, about)
    if not actors or not others:
        return []
    event_type, mode = _ATTITUDES[governor.classes[0]]
    used = frozenset({adjective.i})
    act = Act(adjective, adjective.head, event_type, mode, weight=0.65, used=used)
    return [settle(act, actors, others, f"attitude:{adjective.lemma_}")]


def _denied_clause(verb: Token, arguments: Arguments) -> Token | None:
    """Return the clause below what is denied: "denied a report that it had paid", "rejected claims it had lied"."""
    for noun in arguments.objects:
        if noun.lemma_.lower() in lexicon.noun_class("idea"):
            clauses = [
                c for c in noun.children if c != verb and c.dep_ in ("acl", "relcl", "ccomp") and c.pos_ in ("VERB", "AUX")
            ]
            if clauses:
                return clauses[0]
    return None


def _joined(verb: Token) -> list[Token]:
    """Return the verbs that share a verb's subject after "or" and "and"."""
    return [c for c in verb.conjuncts if c.i > verb.i and c.pos_ == "VERB" and not any(s.dep_ == "nsubj" for s in c.children)]


def _is_aimed(verb: Token) -> bool:
    """Whether a complement tells an act to come: infinitive, gerund, or a clause with a modal or a bare subjunctive."""
    if is_infinitive(verb) or verb.tag_ in ("VBG", "VB") or verb.pos_ in ("NOUN", "ADJ"):
        return True
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
