"""Denials that point back: "…, which Minsk denied", "The army denied the allegations", "a claim the ministry rejects".

In: a sentence with its reports and those of the sentence before. Out: for each denial a report of the act that is denied, with
status `negated` on the word of who denies it. The act's own report stays with its own voice, so both are kept. Denials that say
what they deny ("denied bombing the town") are read in `matrix`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.arguments import find_arguments, preps_of
from accord.coding.events.clauses import Clause
from accord.coding.events.commitments import is_same_side
from accord.coding.events.modality import read_modality
from accord.coding.events.parties import parties
from accord.coding.events.stances import stance_words
from accord.model.reading import ReportDraft, VoiceDraft

_DENYING = frozenset({"deny", "refute", "dispute", "rebut", "reject", "dismiss", "contest"})
_SURE = frozenset({"deny", "refute"})
_BACK = frozenset({"it", "this", "that", "which", "so"})
_PART = frozenset({"involvement", "responsibility", "role", "wrongdoing", "guilt", "complicity", "part"})
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson", "lawyer", "representative"})
_WORDS = frozenset({"ACCUSE", "REJECT"})
_FORCES = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "PAR"})


def answer_denials(clause: Clause, here: Sequence[ReportDraft], before: Sequence[ReportDraft]) -> list[ReportDraft]:
    """Return the denied counterparts of what a sentence denies by pointing back.

    Args:
        clause: the sentence.
        here, before: its reports, and those of the sentence before it.
    """
    found: list[ReportDraft] = []
    for verb in clause.sentence.doc:
        if verb.lemma_.lower() not in _DENYING or verb.pos_ != "VERB" or read_modality(verb).status != "actual":
            continue
        arguments = find_arguments(verb)
        deniers = _find_deniers(clause, arguments.subjects)
        if not deniers or not _points_back(verb, arguments.objects):
            continue
        start = clause.sentence.token_span(verb)[0]
        told = [*(r for r in before if r.status == "actual"), *(r for r in here if r.trigger_end <= start)]
        denied = next((r for r in reversed(told) if _answers(clause, deniers[0], r)), None)
        if denied is not None:
            found.append(_counter(clause, verb, denied, deniers[0]))
    return found


def _find_deniers(clause: Clause, subjects: Sequence[Token]) -> tuple[int, ...]:
    """Return who denies: whom a spokesman speaks for, else the subjects."""
    for subject in subjects:
        if subject.lemma_.lower() in _SPEAKING and (found := parties(clause, preps_of(subject).get("for", ()))):
            return found
    return parties(clause, subjects)


def _points_back(verb: Token, objects: Iterable[Token]) -> bool:
    """Whether what is denied is a pronoun or a word for what was said, without a clause of its own."""
    if any(c.dep_ in ("ccomp", "xcomp") and c.i > verb.i for c in verb.children):
        return False
    for noun in objects:
        lemma = noun.lemma_.lower()
        claim = lemma in stance_words("told_nouns")
        own = any(c.dep_ in ("acl", "ccomp", "prep") or (c.dep_ == "relcl" and c != verb) for c in noun.children)
        if claim and not own:
            return True
        if verb.lemma_ in _SURE and (noun.lower_ in _BACK or (lemma in _PART and not own)):
            return True
    # ", which Minsk denied": the relative stands for the clause, whatever noun the parse hung it on
    return verb.lemma_ in _SURE and any(c.lower_ == "which" and c.dep_ == "dobj" for c in verb.children)


def _answers(clause: Clause, denier: int, report: ReportDraft) -> bool:
    """Whether a report is of an act that the denier would have done, told on another's word."""
    if report.status != "actual" or report.event_type in _WORDS or not report.actors:
        return False
    voice = report.voices[-1].mention if report.voices else None
    if voice is None or is_same_side(clause, denier, (voice,)):
        return False
    return is_same_side(clause, denier, report.actors) or _is_authority(clause, denier, report.actors)


def _is_authority(clause: Clause, denier: int, actors: tuple[int, ...]) -> bool:
    """Whether a government or force denies for a force of a country that is not named as another."""
    one = clause.mentions[denier]
    if not _FORCES & set(one.sectors) and one.head not in lexicon.noun_class("government"):
        return False
    others = [clause.mentions[i] for i in actors]
    return any(_FORCES & set(m.sectors) and (m.country is None or one.country in (None, m.country)) for m in others)


def _counter(clause: Clause, verb: Token, denied: ReportDraft, denier: int) -> ReportDraft:
    start, end = clause.sentence.token_span(verb)
    return replace(
        denied,
        sentence=clause.sentence.index,
        start=clause.sentence.start,
        end=clause.sentence.end,
        trigger_start=start,
        trigger_end=end,
        lemma=verb.lemma_.lower(),
        status="negated",
        stage=None,
        voices=(VoiceDraft(text=clause.mentions[denier].text, mention=denier),),
        rule=f"denied:{verb.lemma_}>{denied.rule}",
        confidence=round(denied.confidence * 0.9, 3),
    )
