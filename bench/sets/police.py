"""Labels of sentences about police (KILL, ARREST, FAIL to act, FORCE, ANY_ACTION): from reports, and from what police do."""

import re
from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from accord.coding.article import code_article
from accord.language.parse import Parser, Sentence
from accord.model.reading import CleanArticle, Paragraph, Reading, ReportDraft
from bench.gold import Row

_POLICE = re.compile(
    r"\b(?:police\w*|cops?|constab\w+|inspector|commissioner|superintendent|army|jawans?|troops|paramilitary|para-military|"
    r"security (?:forces|personnel|men)|rapid action force|raf|crpf|srp|bsf|law enforcers?|authorities|administration)\b",
    re.I,
)
_ARREST = re.compile(r"arrest|detain|nab|custody|round|apprehend|book|remand")
_FORCE = re.compile(r"fir(?:e|ing)|lathi|tear ?gas|teargas|shell|baton|shot|shoot|beat|cane|force")
_KILL = re.compile(r"kill|die|dead|shot dead|death")
_PASSIVE_ACTS = re.compile(r"deploy|arrest|detain|impos|seal|nab|curfew|round|post|book|seiz|regist|clamp")
_IDLE = re.compile(r"fail|refus|ignor|watch|stand|stood|spectat|desert|absent|inaction|connive|turn")
_SAYING = frozenset({"say", "tell", "add", "claim", "inform", "be", "have", "state", "confirm", "report", "believe", "deny"})


def label_sentences(given: Sequence[Row], parser: Parser) -> list[Row]:
    """Return the labels of each sentence of a document, which are parsed as they are given."""
    text, paragraphs, spans = "", [], []
    for part in given:
        line = part["text"].replace("\n", " ")
        if line.strip():
            paragraphs.append(Paragraph(len(text), len(text) + len(line)))
        spans.append((len(text), len(text) + len(line)))
        text += line + "\n"
    parsed = parser.parse_article(CleanArticle(id="text", path="-", text=text, paragraphs=tuple(paragraphs)))
    reading = code_article(parsed)
    reports: defaultdict[int, list[ReportDraft]] = defaultdict(list)
    for report in reading.reports:
        reports[report.sentence].append(report)
    found = []
    for part, (start, end) in zip(given, spans, strict=True):
        labels: set[str] = set()
        for sentence in parsed.sentences:
            if start <= sentence.start < end:
                labels |= _label(sentence, reading, reports[sentence.index])
        found.append({"id": part["id"], "labels": sorted(labels)})
    return found


def _label(sentence: Sentence, reading: Reading, reports: Sequence[ReportDraft]) -> set[str]:
    labels: set[str] = set()
    for report in reports:
        labels |= _label_report(sentence, reading, report)
    labels |= _label_predicates(sentence.doc)
    return labels | {"ANY_ACTION"} if labels - {"FAIL"} else labels


def _label_report(sentence: Sentence, reading: Reading, report: ReportDraft) -> set[str]:
    """Return what a report says police did: police act, or nobody is named and only police do such a thing."""
    actors = " ".join(reading.mentions[i].text for i in report.actors)
    is_police = bool(_POLICE.search(actors))
    if report.status == "negated" and is_police:
        return {"FAIL"}
    if report.status in ("hypothetical", "negated"):
        return set()
    if report.event_type == "COERCE" and _ARREST.search(report.lemma) and (is_police or not report.actors):
        return {"ARREST"}
    if not is_police and not re.search(r"police (?:firing|action|bullets?)|lathi|tear ?gas", sentence.doc.text.lower()):
        return set()
    labels = {"ANY_ACTION"} if is_police else set()
    if report.event_type == "ASSAULT":
        labels |= {"KILL", "FORCE"} if _KILL.search(report.lemma) else {"FORCE"} if _FORCE.search(report.lemma) else set()
    return labels


def _label_predicates(doc: Doc) -> set[str]:
    """Return what verbs say whose subject, or agent, is police, and acts in the passive that only police do."""
    labels: set[str] = set()
    for token in doc:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        lemma = token.lemma_.lower()
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in token.children) or (
            token.tag_ == "VBN" and token.dep_ == "ROOT"
        )
        if passive and re.match(r"arrest|detain|nab|apprehend", lemma):
            labels.add("ARREST")
        elif passive and _PASSIVE_ACTS.match(lemma):
            labels.add("ANY_ACTION")
        if not _is_done_by_police(token, passive=passive) or lemma in _SAYING:
            continue
        negated = any(c.dep_ == "neg" for c in token.children) or any(c.lower_ == "no" for c in token.subtree)
        if negated or _IDLE.match(lemma):
            labels.add("FAIL")
        elif not any(c.tag_ == "MD" for c in token.children):
            labels.add("ANY_ACTION")
            labels |= {name for name, like in (("ARREST", _ARREST), ("FORCE", _FORCE), ("KILL", _KILL)) if like.match(lemma)}
    if re.search(r"police firing|lathi ?-?charge|tear ?gas|teargas|opened fire|resorted to firing", doc.text.lower()):
        labels |= {"FORCE"}
    if re.search(
        r"(?:killed|died|dead)\b.{0,60}police (?:firing|bullet)|police firing.{0,60}(?:killed|died|dead)", doc.text.lower()
    ):
        labels |= {"KILL", "FORCE"}
    return labels


def _is_done_by_police(verb: Token, *, passive: bool) -> bool:
    if passive:
        doers = [p for c in verb.children if c.dep_ == "agent" for p in c.children]
    else:
        doers = [c for c in verb.children if c.dep_ == "nsubj"]
        if not doers and verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ == "VERB":
            doers = [c for c in verb.head.children if c.dep_ == "nsubj"]
    return any(_POLICE.search(" ".join(t.text for t in doer.subtree)) for doer in doers if len(list(doer.subtree)) < 12)
