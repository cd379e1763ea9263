"""What a rule of the reading sees: a verb with its arguments, and the means to read what the verb governs.

In: nothing; shapes and small operations on acts that every kind of rule needs. Decides nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from accord.coding.events.act import Act
from accord.coding.events.arguments import Arguments, preps_of
from accord.coding.events.classes import event_noun, through
from accord.coding.events.clauses import Clause
from accord.coding.events.decisions import Entry
from accord.coding.events.participants import noun_actors, subject_above, subject_parties
from accord.coding.events.parties import parties

MAX_DEPTH = 4
"""How deep verbs may govern verbs ("agreed to urge him to stop trying to …")."""

ReadWord = Callable[[Clause, Token, int], list[Act]]


@dataclass(frozen=True, slots=True)
class Governor:
    """A verb that is read.

    Attributes:
        classes: the classes of data/matrix.yaml that the verb may belong to here.
        depth: how many verbs stand above it in this reading.
        read_verb, read_adjective: the reading itself, for the verbs and adjectives below.
    """

    clause: Clause
    verb: Token
    arguments: Arguments
    classes: tuple[str, ...]
    depth: int
    read_verb: ReadWord
    read_adjective: ReadWord

    @property
    def actors(self) -> tuple[int, ...]:
        """Who the verb has as subject, or whose the subject is."""
        found = subject_parties(self.clause, self.arguments)
        found = found or tuple(i for t in self.arguments.subjects if event_noun(t) for i in noun_actors(self.clause, t))
        hung = self.verb.dep_ == "acl" and self.verb.tag_ == "VBG" and not self.arguments.passive
        if hung and not found:
            found = parties(self.clause, preps_of(self.verb.head).get("from", ()))  # "got a letter from Oslo urging him to go"
        if hung and not found and self.verb.head.dep_ in ("dobj", "attr", "oprd"):
            return subject_above(self.clause, self.verb.head)  # "adopted a motion urging Lima to talk"
        undergone = self.arguments.passive and {"commit", "ready"} & set(self.classes)
        return found or (parties(self.clause, self.arguments.objects) if undergone else ())  # "is committed to helping"

    def refuse(self, reason: str, by: tuple[Token, ...] = (), *, entry: Entry | None = None) -> None:
        """Leave word of why a reading of the verb makes no act."""
        self.clause.trace.refuse(self.verb, reason, by, entry=entry)

    def below(self, token: Token) -> list[Act]:
        """Return the acts of a verb that this one governs."""
        return self.read_verb(self.clause, token, self.depth + 1)


def settle(act: Act, actors: tuple[int, ...], others: tuple[int, ...], rule: str) -> Act:
    """Set an act's participants and rule; a speech act without addressee or content weighs less ("made a call")."""
    others = tuple(r for r in others if r not in actors)
    empty = (
        act.event_type in ("REQUEST", "AGREE", "ACCUSE", "THREATEN")
        and not others
        and act.mode in (None, "disapprove", "allege")
    )
    return replace(act, actors=actors, recipients=others, rule=rule, weight=min(act.weight, 0.6) if empty else act.weight)


def named(noun: Token) -> Token:
    """Return the noun that a grouping word is about ("a series of raids")."""
    return through(noun)[-1]
