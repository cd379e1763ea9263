"""Predictions for who acts on whom, as noun phrases.

Annotators of these sets mark the whole phrase ("the president's decision"), where a report names the actor in it. So a mention
is widened to the phrase that the trigger governs, and an act without a recipient gives its grammatical object.
"""

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Token

from accord.coding.article import code_article
from accord.coding.events import lexicon
from accord.language.parse import ParsedArticle, Parser, Sentence
from accord.model.reading import MentionDraft, Reading, ReportDraft
from bench.gold import Row
from bench.sets.coding import main_reports
from bench.tokens import join_tokens

_UP = frozenset({"poss", "compound", "amod", "nmod", "appos", "nummod"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CUT = frozenset({"relcl", "acl", "advcl", "punct", "cc", "conj", "ccomp", "parataxis", "dep", "npadvmod"})
_JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# Signing is told of both sides at once; what is sent, given or taken back goes to or from a place.
_SIGNED = frozenset({"SUPPORT", "REJECT"})
_SENT = frozenset({"AID", "MOBILIZE", "RETREAT", "CONCEDE", "SANCTION"})
_OF_PLACE_AND_TIME = frozenset({"in", "at", "since", "during", "after", "before"})
_OBJECTS = ("dobj", "nsubjpass", "dative")


def cameo_roles(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Source and target of the act that a sentence tells, or the two sides of what they do together."""
    for row in rows:
        text = join_tokens([row["tokens"]])
        parsed = parser.parse_text(text.text)
        reading = code_article(parsed)
        best: list[tuple[str, int, int]] = []
        for report in sorted(main_reports(parsed, reading), key=lambda r: (-r.confidence, r.trigger_start)):
            roles = list(_find_roles(parsed, reading, report))
            if len({role for role, _, _ in roles}) > len({role for role, _, _ in best}):
                best = roles
        spans: dict[tuple[int, int], str] = {}
        for role, start, end in best:
            tokens = text.find_tokens(start, end)
            if tokens is not None:
                spans.setdefault(tokens, role)
        found = [{"role": role, "start": start, "end": end} for (start, end), role in sorted(spans.items())]
        yield {"id": row["id"], "roles": found}


def _find_roles(parsed: ParsedArticle, reading: Reading, report: ReportDraft) -> Iterator[tuple[str, int, int]]:
    """Yield source and target of a report, the two sides of a joint act as they stand in the sentence."""
    sentence = parsed.sentences[report.sentence]
    actors = [_antecedent(reading, reading.mentions[i]) for i in _without_spokesman(reading, report)]
    recipients = [_antecedent(reading, reading.mentions[i]) for i in report.recipients]
    if report.event_type in _JOINT | _SIGNED and not recipients and len(actors) == 1 and actors[0].plural:
        start, end = _widen(sentence, actors[0])
        if " and " in sentence.doc.text[start - sentence.start : end - sentence.start]:
            yield ("reciprocal", start, end)
            return
    if report.event_type in _JOINT | _SIGNED and not recipients and len(actors) == 2:
        first, second = sorted(actors, key=lambda mention: mention.start)
        if _are_listed(sentence, first, second):
            # "the two ministries signed": annotators mark both as one phrase
            yield ("reciprocal", _widen(sentence, first)[0], _widen(sentence, second)[1])
            return
    if report.event_type in _JOINT and len(actors) + len(recipients) > 1:
        ordered = sorted([*actors, *recipients], key=lambda mention: mention.start)
        if not recipients and report.event_type == "CONSULT":
            yield from (("reciprocal", *_widen(sentence, mention)) for mention in ordered[:2])
            return
    if report.event_type in _JOINT | _SIGNED and not recipients and len(actors) > 1:
        first, *rest = sorted(actors, key=lambda mention: mention.start)
        if not _are_listed(sentence, first, rest[0]):
            actors, recipients = [first], rest
    yield from (("source", *_widen(sentence, mention)) for mention in actors)
    trigger = _find_trigger(sentence, report)
    if not actors and trigger is not None and (subject := _find_subject(trigger)) is not None:
        yield ("source", *_phrase(sentence, subject))
    if recipients:
        yield from (("target", *_widen(sentence, mention)) for mention in recipients)
    else:
        yield from _find_target(sentence, reading, report, trigger)


def _without_spokesman(reading: Reading, report: ReportDraft) -> tuple[int, ...]:
    """Return the actors without who speaks for a country among them: "Peru will help Chad, the minister said"."""
    speakers = {voice.mention for voice in report.voices}
    countries = any(reading.mentions[i].label == "state" and reading.mentions[i].form == "name" for i in report.actors)
    return tuple(i for i in report.actors if not (countries and i in speakers))


def _find_target(
    sentence: Sentence, reading: Reading, report: ReportDraft, trigger: Token | None
) -> Iterator[tuple[str, int, int]]:
    """Yield what an act without recipient is aimed at: a place that it is told of, else its grammatical object."""
    found = _find_object(trigger) if trigger is not None else None
    place = reading.mentions[report.location] if report.location is not None else None
    near = found is not None and place is not None and place.start < sentence.token_span(found)[1]
    if place is not None and (found is None or report.event_type in _SENT or (not near and report.event_type != "ASSAULT")):
        yield ("target", *_widen(sentence, place))
    elif found is not None:
        yield ("target", *_phrase(sentence, found))


def _antecedent(reading: Reading, mention: MentionDraft) -> MentionDraft:
    """Return the name that a pronoun stands for, where the same sentence has it."""
    if mention.form == "pronoun" and mention.refers_to is not None:
        named = reading.mentions[mention.refers_to]
        return named if named.sentence == mention.sentence else mention
    return mention


def _are_listed(sentence: Sentence, one: MentionDraft, other: MentionDraft) -> bool:
    """Whether two mentions are joined by "and" or commas alone."""
    between = sentence.doc.text[one.end - sentence.start : other.start - sentence.start]
    return " and " in between and not any(
        t.pos_ == "VERB" for t in sentence.doc if one.end <= sentence.start + t.idx < other.start
    )


def _find_trigger(sentence: Sentence, report: ReportDraft) -> Token | None:
    at = report.trigger_start - sentence.start
    return next((t for t in sentence.doc if t.idx <= at < t.idx + len(t)), None)


def _find_subject(trigger: Token) -> Token | None:
    """Return what does the act where that is no actor: "a car bomb killed", "the blast killed"."""
    if trigger.pos_ in _NOUNS:
        return trigger if trigger.dep_ == "nsubj" else None
    agent = [p for c in trigger.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    return next((c for c in trigger.children if c.dep_ == "nsubj" and c.pos_ in _NOUNS), agent[0] if agent else None)


def _widen(sentence: Sentence, mention: MentionDraft) -> tuple[int, int]:
    """Return the phrase that a mention stands in: "Trump" gives "US President Trump's decision"."""
    inside = [t for t in sentence.doc if mention.start <= sentence.start + t.idx < mention.end]
    top = next((t for t in inside if t.head not in inside or t.head == t), None)
    if top is None:
        return mention.start, mention.end
    while top.dep_ in _UP and top.head.pos_ in _NOUNS and top.head != top:
        top = top.head
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in lexicon.words("transparent"):
        top = top.head.head  # "thousands of workers"
    start, end = _phrase(sentence, top)
    return min(start, mention.start), max(end, mention.end)


def _find_object(trigger: Token) -> Token | None:
    """Return the noun that a trigger's verb takes as object, or that a preposition joins to it."""
    for place in [trigger, trigger.head] if trigger.pos_ == "NOUN" else [trigger]:
        direct = (c for c in place.children if c.dep_ in _OBJECTS and c.pos_ in _NOUNS and c != trigger)
        joined = (p for c in place.rights if c.dep_ == "prep" and c.lower_ not in _OF_PLACE_AND_TIME for p in c.children)
        found = next(chain(direct, (p for p in joined if p.dep_ == "pobj" and p.ent_type_ not in {"DATE", "TIME"})), None)
        if found is not None:
            return found
    return None


def _phrase(sentence: Sentence, head: Token) -> tuple[int, int]:
    """Return a noun with its determiner, modifiers and "of …", without clauses and what a comma sets off."""
    kept = [head]
    for child in head.children:
        if child.dep_ not in _CUT:
            kept += [t for t in child.subtree if not t.is_space]
    first, last = min(t.i for t in kept), max(t.i for t in kept)
    doc = sentence.doc
    return sentence.range(doc[first], doc[last])
