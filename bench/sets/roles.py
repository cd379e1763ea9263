"""Predictions for who acts on whom, as noun phrases.

Annotators of these sets mark the whole phrase ("the president's decision"), where a report names the actor in it. So a mention is widened
to the phrase that the trigger governs, and an act without a recipient gives its grammatical object.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from accord.coding.article import code_article
from accord.language.parse import ParsedArticle, Parser, Sentence
from accord.model.reading import MentionDraft, Reading, ReportDraft
from bench.gold import Row
from bench.sets.coding import main_reports
from bench.tokens import TokenText, join_tokens

_UP = frozenset({"poss", "compound", "amod", "nmod", "appos", "nummod"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CUT = frozenset({"relcl", "acl", "advcl", "punct", "cc", "conj", "ccomp", "parataxis", "dep", "npadvmod"})
_OBJECTS = ("dobj", "nsubjpass", "dative")


def cameo_roles(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Source and target of the act that a sentence tells, or the two sides of what they do together."""
    for row in rows:
        text = join_tokens([row["tokens"]])
        parsed = parser.parse_text(text.text)
        reading = code_article(parsed)
        spans: dict[tuple[int, int], str] = {}
        for report in _choose(main_reports(parsed, reading)):
            for role, start, end in _find_roles(parsed, reading, report):
                tokens = text.find_tokens(start, end)
                if tokens is not None:
                    spans.setdefault(tokens, role)
        yield {"id": row["id"], "roles": _list_roles(spans, text)}


def _list_roles(spans: dict[tuple[int, int], str], text: TokenText) -> list[Row]:
    return [{"role": role, "start": start, "end": end} for (start, end), role in sorted(spans.items())]


def _choose(reports: Sequence[ReportDraft]) -> list[ReportDraft]:
    """Return the report to mark: one with both sides before others, then the most trusted, then the first."""
    ranked = sorted(reports, key=lambda r: (-(bool(r.actors) + bool(r.recipients)), -r.confidence, r.trigger_start))
    return ranked[:1]


def _find_roles(parsed: ParsedArticle, reading: Reading, report: ReportDraft) -> Iterator[tuple[str, int, int]]:
    sentence = parsed.sentences[report.sentence]
    actors = [reading.mentions[i] for i in report.actors]
    recipients = [reading.mentions[i] for i in report.recipients]
    if len(actors) > 1 and not recipients:
        yield from (("reciprocal", *_widen(sentence, mention)) for mention in actors[:2])
        return
    yield from (("source", *_widen(sentence, mention)) for mention in actors[:1])
    if recipients:
        yield ("target", *_widen(sentence, recipients[0]))
    else:
        found = _find_object(sentence, report)
        if found is not None:
            yield ("target", *_phrase(sentence, found))


def _widen(sentence: Sentence, mention: MentionDraft) -> tuple[int, int]:
    """Return the phrase that a mention stands in: "Trump" gives "US President Trump's decision"."""
    inside = [t for t in sentence.doc if mention.start <= sentence.start + t.idx < mention.end]
    top = next((t for t in inside if t.head not in inside or t.head == t), None)
    if top is None:
        return mention.start, mention.end
    while top.dep_ in _UP and top.head.pos_ in _NOUNS and top.head != top:
        top = top.head
    start, end = _phrase(sentence, top)
    return min(start, mention.start), max(end, mention.end)


def _find_object(sentence: Sentence, report: ReportDraft) -> Token | None:
    """Return the noun that a trigger's verb takes as object, or that a preposition joins to it."""
    trigger = next(
        (t for t in sentence.doc if sentence.start + t.idx <= report.trigger_start < sentence.start + t.idx + len(t)), None
    )
    if trigger is None:
        return None
    places = [trigger] + ([trigger.head] if trigger.pos_ == "NOUN" else [])
    for place in places:
        for dep in _OBJECTS:
            found = next((c for c in place.children if c.dep_ == dep and c.pos_ in _NOUNS and c != trigger), None)
            if found is not None:
                return found
        joined = [
            p
            for c in place.rights
            if c.dep_ == "prep" and c.lower_ not in {"in", "at", "since", "during", "after", "before"}
            for p in c.children
            if p.dep_ == "pobj" and p.ent_type_ not in {"DATE", "TIME"}
        ]
        if joined:
            return joined[0]
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
