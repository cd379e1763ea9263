"""Who is said to have done what a noun names: "blamed Chad for the raid", "claimed the attack", "took part in the killings".

In: the noun of an attack in a `Clause`. Out: mention indexes, none where the sentence says nobody's. Whose the noun is by its
own possessor or "by" is found in `participants`; whether the word is believed is a matter of voice.
"""

from spacy.tokens import Token

from accord.coding.events.arguments import find_arguments
from accord.coding.events.clauses import Clause, is_actor, is_place
from accord.coding.events.parties import parties
from accord.coding.events.subjects import owners

_BLAMING = frozenset("blame accuse charge suspect convict indict prosecute try sentence jail imprison fault".split())
_CLAIMING = frozenset("claim admit own plan plot mastermind orchestrate perpetrate commit confess order".split())
_OWNING_UP = frozenset({"claim", "admit", "confess", "acknowledge"})
_ANSWERING = frozenset({"responsibility", "credit", "blame", "guilt"})
_TAKING = frozenset({"claim", "take", "accept", "assume", "admit", "bear", "acknowledge"})
_PART = frozenset({"part", "role", "hand", "involvement", "participation", "complicity", "share"})
_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "clear", "acquit", "exonerate"})
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nor"})
_HAVING = frozenset({"play", "take", "have", "admit"})
_TAKING_PART = frozenset({"participate", "involve", "implicate", "assist", "help"})
_DONE = frozenset("claim carry perpetrate commit mount stage launch conduct execute orchestrate mastermind plan direct".split())


def find_culprits(clause: Clause, noun: Token) -> tuple[int, ...]:
    """Return who is said to have done what a noun names, by the verb or noun that it hangs on."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    if _is_denied(noun):
        return ()
    found = _by_participle(noun)
    if not found and noun.dep_ == "dobj" and noun.head.lemma_ in _CLAIMING:
        found = find_arguments(noun.head).subjects
    elif not found and noun.dep_ == "pobj":
        found = _by_preposition(noun.head)
    return parties(clause, [t for t in found if is_actor(clause, t) or is_place(clause, t)])


def is_claimed(noun: Token) -> bool:
    """Whether who did what a noun names says so himself: "claimed the attack", "the blast, claimed by the group, …"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    claiming = [c for c in noun.children if c.dep_ == "acl"] + ([noun.head] if noun.dep_ == "dobj" else [])
    if noun.dep_ == "pobj" and above.lemma_ in _ANSWERING and above.dep_ == "dobj":
        claiming.append(above.head)
    return any(verb.lemma_ in _OWNING_UP for verb in claiming)


def _is_denied(noun: Token) -> bool:
    """Whether a word above says that nobody did it, or that one denies it: "no group claimed …", "denied a part in …"."""
    above = list(noun.ancestors)
    return any(
        t.lemma_ in _DENYING or any(c.dep_ == "neg" or c.lower_ in _NOBODY for c in t.children)
        for t in (*above, *(c for a in above for c in a.children if c.dep_ in ("nsubj", "nsubjpass", "agent")))
    )


def _by_participle(noun: Token) -> tuple[Token, ...]:
    """Who stands with a participle of the noun: "an attack carried out by militants", "raids blamed on Chad"."""
    for verb in (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"):
        arguments = find_arguments(verb)
        if verb.lemma_ in _DONE:
            return arguments.subjects
        if verb.lemma_ in ("blame", "pin"):
            return arguments.preps.get("on", ())
    return ()


def _by_preposition(prep: Token) -> tuple[Token, ...]:
    above = prep.head
    if prep.lower_ in ("for", "of", "with", "over") and above.lemma_ in _BLAMING and above.pos_ == "VERB":
        return find_arguments(above).objects
    if prep.lower_ in ("for", "to") and above.lemma_ in _ANSWERING and above.dep_ == "dobj" and above.head.lemma_ in _TAKING:
        return find_arguments(above.head).subjects
    if prep.lower_ != "in":
        return ()
    if above.lemma_ in _TAKING_PART and above.pos_ == "VERB":
        arguments = find_arguments(above)
        return arguments.objects if arguments.passive else arguments.subjects
    if above.lemma_ in _HAVING and any(c.dep_ == "dobj" and c.lemma_ in _PART for c in above.children):
        return find_arguments(above).subjects
    if above.lemma_ in _PART:
        subject = above.dep_ == "dobj" and above.head.lemma_ in _HAVING
        return tuple(owners(above)) or (find_arguments(above.head).subjects if subject else ())
    return ()
