"""What the confidence of a report means: the weight that judged reports give to each signal about it.

In: an act, its clause, what lowers trust in it, and the draft made of them. Out: signals in words, and a confidence between 0
and 1 that says what it claims: of reports with 0.8, about eight in ten have the right act, actors, recipients and status. The
weights are log odds of a logistic regression on reports judged by readers (`python -m bench confidence`), checked there on
articles it has not seen. Whether a report is kept is for the caller.
"""

import functools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from accord.coding.events.clauses import Clause
from accord.coding.events.decisions import Decision
from accord.coding.events.trust import HEADLINE, LONE, NOBODY_PUBLIC, has_standing
from accord.data import load_yaml
from accord.model.reading import MentionDraft, ReportDraft

_LONG = 35
"""Words of a long sentence."""
_FAR = 75
"""Characters between an act and an actor that is far off."""
_MANY = 3
_QUOTES = frozenset({'"', "``", "''", "“", "”"})
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
_SPEAKERS = frozenset("i we you my our your us me".split())
_WEIGHTS = (
    (0.75, "a sure reading"),
    (0.65, "a good reading"),
    (0.55, "a fair reading"),
    (0.0, "a doubtful reading"),
)
# What the name of a rule begins with, and how the act is then told.
_MANNERS = {
    "frame": "told by a verb",
    "noun": "told by a noun",
    "dated": "told by a noun",
    "light": "told by a verb and a noun",
    "end": "told by a verb and a noun",
    "effort": "told by a verb and a noun",
    "death": "told by a verb and a noun",
    "told": "told as a commitment",
}


_PUBLIC_SECTORS = frozenset("GOV MIL REB LEG JUD COP SPY OPP PTY IGO ELI UAF".split())
_PUBLIC_SHARE = 0.2
"""Share of mentions that are states, nationalities or public bodies, below which an article is of other things: sport, shows,
business. Of judged reports in such articles a fifth fewer told an act."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of signals as log odds: `base` are those of a report without any."""

    base: float
    weights: Mapping[str, float] = field(default_factory=dict)

    def confidence(self, signals: tuple[str, ...]) -> float:
        """Return the share of reports with these signals that is right, between 0 and 1."""
        return 1 / (1 + math.exp(-self.base - sum(self.weights.get(signal, 0.0) for signal in signals)))


@functools.cache
def load_calibration() -> Calibration:
    """Return the weights that the program ships with."""
    data = load_yaml("confidence")
    return Calibration(float(data["base"]), {str(k): float(v) for k, v in data["signals"].items()})


def is_about_public_affairs(mentions: Sequence[MentionDraft]) -> bool:
    """Return whether states, peoples and public bodies are a fair share of whom an article mentions."""
    own = [mention for mention in mentions if mention.form != "pronoun"]
    public = sum(m.label in ("state", "nationality") or not _PUBLIC_SECTORS.isdisjoint(m.sectors) for m in own)
    return public >= _PUBLIC_SHARE * len(own)


def find_signals(clause: Clause, decision: Decision, weight: float) -> tuple[str, ...]:
    """Return what speaks for or against a report, in words, sorted; `weight` is what its rule and its doubts leave."""
    doubts = (doubt.reason for doubt in decision.doubts)
    told = (*_of_act(decision), *_of_sentence(clause, decision), *_of_parties(clause, decision.report))
    return tuple(sorted({next(word for least, word in _WEIGHTS if weight >= least), *doubts, *told}))


def _of_act(decision: Decision) -> Iterator[str]:
    act, report = decision.told, decision.report
    yield f"type {report.event_type}"
    yield _MANNERS.get(report.rule.split(":", 1)[0], "told by a verb about an act")
    if report.status != "actual":
        yield f"status {report.status}"
    if report.instrument is not None:
        yield "about an agreement"
    if report.tense in ("present", "future", "none"):
        yield f"tense {report.tense}"
    if report.historical:
        yield "told as background"
    if act.mutual and len(report.actors) < 2:
        yield LONE


def _of_sentence(clause: Clause, decision: Decision) -> Iterator[str]:
    doc = clause.sentence.doc
    if clause.sentence.kind == "title":
        yield HEADLINE
    if len(doc) > _LONG:
        yield "in a long sentence"
    if not clause.is_public:
        yield "an article of other things than public affairs"
    if sum(token.dep_ in _SUBORDINATE for token in _above(decision.act.predicate)) > 1:
        yield "deep in other clauses"
    if any(t.lower_ in _SPEAKERS for t in doc):
        yield "first or second person"
    quotes = [t.i for t in doc if t.text in _QUOTES]
    if quotes:
        at = decision.act.trigger.i
        yield "within a quotation" if sum(i < at for i in quotes) % 2 else "beside a quotation"
    if not any(clause.mentions[i].country for i in clause.mention_of.values()):
        yield "no country in the sentence"


def _above(token: Token) -> Iterator[Token]:
    while token.head != token:
        yield token
        token = token.head


def _of_parties(clause: Clause, report: ReportDraft) -> Iterator[str]:
    if not any(has_standing(clause, index) for index in (*report.actors, *report.recipients)):
        yield NOBODY_PUBLIC
    for role, parties in (("actor", report.actors), ("recipient", report.recipients)):
        if not parties:
            yield f"no {role}"
        if len(parties) > _MANY:
            yield f"many {role}s"
        for index in parties:
            yield from _of_party(clause, index, role)
    middles = [(clause.mentions[i].start + clause.mentions[i].end) // 2 for i in report.actors]
    if middles and min(abs(middle - report.trigger_start) for middle in middles) > _FAR:
        yield "actor far from the word"


def _of_party(clause: Clause, index: int, role: str) -> Iterator[str]:
    mention = clause.mentions[index]
    place = mention.label == "place" and mention.form == "name"
    yield f"{role} is a {'place' if place else mention.form}"
    if mention.label == "unknown":
        yield f"{role} of unknown kind"
    known = mention if mention.refers_to is None else clause.mentions[mention.refers_to]
    if known.form == "descriptor" and not known.sectors and known.country is None and known.owner is None:
        yield f"{role} without a public role"
    if mention.sentence != clause.sentence.index:
        yield f"{role} from another sentence"
