"""A word about another act with the acts of its complement, as the modules read it that make one act of both.

In: a matrix word (data/matrix.yaml) and what stands with it. Out: `Construction`. Decides no type but that of ending an act.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from accord.coding.events.act import Act
from accord.coding.events.arguments import Arguments, find_arguments
from accord.coding.events.clauses import Clause, is_actor, is_place
from accord.coding.events.parties import parties
from accord.model.record import EventType, Status

_RECIPIENT_PREPS = ("with", "against", "on", "at", "to", "from", "between", "among", "of", "for", "in")


@dataclass(frozen=True, slots=True)
class Construction:
    """A matrix verb, adjective or noun with its complement.

    Attributes:
        word: the matrix word; `predicate` the verb it hangs on where it is no verb ("is ready to help").
        inner_word: the complement's head; `inner` the acts that the complement tells.
        actors: who the matrix clause has as subject.
    """

    clause: Clause
    word: Token
    predicate: Token
    arguments: Arguments
    actors: tuple[int, ...]
    inner_word: Token
    inner: tuple[Act, ...]

    @property
    def content(self) -> Act | None:
        """The first act of the complement."""
        return self.inner[0] if self.inner else None

    @property
    def used(self) -> frozenset[int]:
        """The words that the construction takes up."""
        return frozenset({self.word.i, self.inner_word.i}).union(*(a.used for a in self.inner))

    @property
    def rule(self) -> str:
        """The two words, for the rule's name."""
        return f"{self.word.lemma_}+{self.inner_word.lemma_}"

    def act(self, event_type: EventType, mode: str | None, *, recipients: tuple[int, ...], weight: float, name: str) -> Act:
        """Make the act of the matrix word itself."""
        others = tuple(r for r in recipients if r not in self.actors)
        return Act(
            self.word, self.predicate, event_type, mode, actors=self.actors, recipients=others, weight=weight,
            rule=f"{name}:{self.rule}", used=self.used,
        )  # fmt: skip

    def carry(self, act: Act, *, status: Status | None, weight: float = 1.0, name: str = "") -> Act:
        """Pass on an act of the complement under the matrix word, with another status."""
        rule = f"{name}:{self.word.lemma_}>{act.rule}" if name else act.rule
        return replace(
            act, predicate=self.predicate, status=status, weight=act.weight * weight, rule=rule, used=act.used | {self.word.i}
        )

    def involved(self) -> tuple[int, ...]:
        """Recipients of the act that is spoken of, else who is addressed, else any party below the complement."""
        for act in self.inner:
            if act.recipients or act.places:
                return act.recipients or act.places
        told = [t for t in self.arguments.objects if self.inner_word.dep_ == "xcomp" and t != self.inner_word]
        addressed = self.people((*told, *self.arguments.indirect, *first_preps(self.arguments.preps, ("to", "with"))))
        return addressed or (() if self.inner else self._any_party())

    def _any_party(self) -> tuple[int, ...]:
        arguments = find_arguments(self.inner_word)
        named = [t for t in arguments.objects if (m := self.clause.mention(t)) is not None and m.form != "descriptor"]
        return self.people([*named, *arguments.indirect, *first_preps(arguments.preps, _RECIPIENT_PREPS)])

    def people(self, tokens: Iterable[Token]) -> tuple[int, ...]:
        """Return the mentions of those tokens that are actors or places."""
        return parties(self.clause, [t for t in tokens if is_actor(self.clause, t) or is_place(self.clause, t)])


def first_preps(preps: dict[str, tuple[Token, ...]], names: Iterable[str]) -> tuple[Token, ...]:
    """Return the objects of the first of the named prepositions that is there."""
    return next((preps[name] for name in names if preps.get(name)), ())


def end_of(event_type: str, verb: str) -> tuple[EventType, str | None] | None:
    """Return the act of ending an act of a type (PLOVER manual: RETREAT, CONCEDE, REJECT, SANCTION), `None` for no act."""
    if event_type == "CONSULT":
        if verb in ("cancel", "call", "postpone"):
            return "REJECT", "meet"
        return ("SANCTION", "discontinue") if verb in ("suspend", "break", "halt") else None
    if event_type in ("AID", "COOPERATE", "SUPPORT"):
        return "SANCTION", "discontinue"
    if event_type in ("ASSAULT", "MOBILIZE"):
        return "RETREAT", "ceasefire" if event_type == "ASSAULT" else None
    if event_type in ("PROTEST", "COERCE", "SANCTION", "THREATEN"):
        return "CONCEDE", None
    return None
