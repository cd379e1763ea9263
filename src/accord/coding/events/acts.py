"""Acts in one sentence: what verbs, constructions and event nouns say was done, by whom, to whom.

In: a `Clause`. Out: `Act`s over tokens, before status, voice and dates. A verb is read in this order: constructions that
make one act of two words (light verb and event noun, ending verb and event noun, matrix verb and complement), then frames
of the verb itself, the strictest first. The rules stand in `light`, `commands`, `doers`, `governing` and `predicates`, those
of nouns in `nominals`.
"""

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.addressees import add_addressees
from accord.coding.events.arguments import Arguments, find_arguments
from accord.coding.events.classes import has_pattern
from accord.coding.events.clauses import Clause
from accord.coding.events.commands import read_command
from accord.coding.events.doers import read_doer
from accord.coding.events.governed import MAX_DEPTH, Governor
from accord.coding.events.governing import read_governed, read_governing_adjective
from accord.coding.events.light import read_effort, read_end, read_light
from accord.coding.events.nominals import read_noun
from accord.coding.events.predicates import read_death, read_frame
from accord.coding.events.undergone import read_undergone

_RULES = (read_light, read_undergone, read_end, read_command, read_doer, read_governed, read_frame, read_death, read_effort)


def read_acts(clause: Clause) -> list[Act]:
    """Return the acts of a sentence, predicates before what they govern; no word tells two acts."""
    found: list[Act] = []
    used: set[int] = set()
    for token in sorted(clause.sentence.doc, key=lambda t: (_depth(t), t.i)):
        if token.i in used:
            act = next(act for act in found if token.i in act.used)
            clause.trace.refuse(token, "part of another act", (act.trigger,), act=act)
            continue
        acts = _read_token(clause, token)
        for act in acts:
            used |= act.used
        found += acts
    return found


def _read_token(clause: Clause, token: Token) -> list[Act]:
    if token.pos_ in ("VERB", "AUX"):
        return read_verb(clause, token)
    if token.pos_ in ("NOUN", "PROPN"):
        return [add_addressees(clause, act) for act in read_noun(clause, token, read_verb)]
    return read_adjective(clause, token) if token.pos_ == "ADJ" else []


def read_verb(clause: Clause, verb: Token, depth: int = 0) -> list[Act]:
    """Return the acts that a verb tells, alone or with what it governs."""
    if depth > MAX_DEPTH:
        return []
    arguments = find_arguments(verb)
    governor = Governor(clause, verb, arguments, _classes(verb, arguments), depth, read_verb, read_adjective)
    acts = next((acts for rule in _RULES if (acts := rule(governor))), [])
    for name in governor.classes if not acts else ():
        governor.refuse("tells of other acts only", entry=name)
    return [add_addressees(clause, act) for act in acts]


def read_adjective(clause: Clause, adjective: Token, depth: int = 0) -> list[Act]:
    """Return acts of adjectives with an infinitive: "ready to help", "set to meet", "unable to agree"."""
    classes = tuple(name for name, _ in lexicon.matrix("adjectives").get(adjective.lemma_.lower(), ()))
    if not classes or depth > MAX_DEPTH:
        return []
    nothing = Arguments((), (), (), {}, False)
    return read_governing_adjective(Governor(clause, adjective, nothing, classes, depth, read_verb, read_adjective))


def _classes(verb: Token, arguments: Arguments) -> tuple[str, ...]:
    """Return the matrix classes of a verb whose fixed words are there."""
    entries = lexicon.matrix().get(verb.lemma_.lower(), ())
    return tuple(name for name, pattern in entries if has_pattern(verb, pattern, arguments.objects))


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token and depth < 60:
        token, depth = token.head, depth + 1
    return depth
