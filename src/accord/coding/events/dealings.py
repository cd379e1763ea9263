"""Other senses of the words for giving, trading and turning down: smuggling, what somebody is kept from, a rumour denied.

In: an act. Out: a reason in words why the words mean something else here, or nothing. Asked by `senses`, which reads the other
types.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from accord.coding.events.act import Act
from accord.coding.events.arguments import Arguments, expand
from accord.coding.events.classes import event_noun
from accord.coding.events.clauses import Clause

_FINDINGS = frozenset("risk possibility danger chance rumor rumour link infection sabotage".split())
_BARRED = frozenset("bar ban block prohibit prevent stop forbid".split())


def heads_of(arguments: Arguments) -> list[Token]:
    """Return the nouns that a verb is done to, each of a list."""
    return [t for o in arguments.objects for t in expand(o)]


def modifiers_of(tokens: Iterable[Token]) -> set[str]:
    """Return the lemmas of the adjectives and nouns before some nouns."""
    return {c.lemma_.lower() for t in tokens for c in t.children if c.dep_ in ("amod", "compound", "nmod")}


def read_rejection(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    heads = heads_of(arguments)
    found = bool(heads) and all(t.lemma_.lower() in _FINDINGS for t in heads)
    return (
        "a finding, nobody is turned down" if found and act.trigger.lemma_ in ("rule", "deny", "dismiss", "exclude") else None
    )


def read_trade(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    verb = act.trigger
    if any(c.lower_ in ("illegally", "illicitly") and c.dep_ == "advmod" for c in verb.children):
        return "smuggling"
    barred = verb.dep_ == "pcomp" and verb.head.lower_ == "from" and verb.head.head.lemma_ in _BARRED
    return "what somebody is kept from" if barred else None


def read_aid(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    heads = heads_of(arguments)
    deadly = bool(heads) and all(t.lemma_ in ("dose", "overdose", "injection") for t in heads)
    if deadly and modifiers_of(heads) & {"lethal", "fatal", "deadly"}:
        return "harm, no help"
    return (
        "what happens helps, nobody does"
        if act.trigger.lemma_ == "help" and all(event_noun(t) for t in arguments.subjects) and arguments.subjects
        else None
    )
