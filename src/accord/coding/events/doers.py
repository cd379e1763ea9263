"""Acts told by who stands behind them: "the cartel was responsible for the killings", "Oslo is the largest donor of aid".

In: a `Governor` of a verb of being. Out: `Act`s, none where nobody is said to have done anything.
"""

from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import expand, preps_of
from accord.coding.events.classes import event_noun, in_classes
from accord.coding.events.construction import first_preps
from accord.coding.events.governed import Governor, named, settle
from accord.coding.events.nominals import act_of_noun
from accord.coding.events.participants import noun_recipients
from accord.coding.events.parties import parties

_BEING = frozenset({"be", "remain", "become", "stand"})
_ANSWERABLE = frozenset({"responsible", "guilty", "culpable"})
_ABOUT = ("for", "of")
_GIFTS = frozenset({"aid", "money", "weapon", "medicine", "assistance", "support_military"})


def read_doer(governor: Governor) -> list[Act]:
    """A party said to be answerable for an act, to stand behind it, or to be a giver of aid."""
    if governor.verb.lemma_ not in _BEING or not governor.actors:
        return []
    return _read_answerable(governor) or _read_giver(governor)


def _read_answerable(governor: Governor) -> list[Act]:
    clause, verb = governor.clause, governor.verb
    for word in verb.children:
        answers = word.dep_ in ("acomp", "oprd") and word.lemma_.lower() in _ANSWERABLE
        behind = word.dep_ == "prep" and word.lower_ == "behind"
        done = first_preps(preps_of(word), _ABOUT) if answers else _objects(word) if behind else ()
        for token in (t for d in done for t in expand(d)):
            if token.pos_ == "VERB":
                return [
                    replace(a, actors=governor.actors, predicate=verb, weight=a.weight * 0.9) for a in governor.below(token)
                ]
            noun = named(token)
            frame = event_noun(noun)
            if frame is not None and lexicon.is_conflict(frame.event_type):
                act = replace(act_of_noun(noun, verb, frame, []), weight=0.65)
                return [settle(act, governor.actors, noun_recipients(clause, noun, frame), f"doer:{frame.noun}")]
    return []


def _objects(prep: Token) -> tuple[Token, ...]:
    return tuple(t for t in prep.children if t.dep_ == "pobj")


def _read_giver(governor: Governor) -> list[Act]:
    clause, verb = governor.clause, governor.verb
    for noun in verb.children:
        if noun.dep_ != "attr" or noun.lemma_.lower() not in lexicon.noun_class("giver"):
            continue
        below = preps_of(noun)
        given = first_preps(below, ("of",))
        to = parties(clause, (*first_preps(below, ("to", "in", "for")), *(t for g in given for t in _receivers(g))))
        if to and (noun.lemma_.lower() == "donor" or in_classes(clause, given, _GIFTS)):
            act = Act(noun, verb, "AID", weight=0.65, used=frozenset({verb.i, noun.i, *(g.i for g in given)}))
            return [settle(act, governor.actors, to, f"doer:{noun.lemma_}")]
    return []


def _receivers(gift: Token) -> tuple[Token, ...]:
    return first_preps(preps_of(gift), ("to", "in", "for"))
