"""An explanation holds what a build would code, the grounds of it, and a reason for every word that makes no report."""

import datetime
from functools import cache

import pytest

from accord.coding.article import code_article
from accord.coding.explaining.explain import explain
from accord.coding.explaining.explanation import ExplainedReport, ExplainedSentence, Standing
from accord.language.parse import Parser


@cache
def parser() -> Parser:
    return Parser()


def read(text: str) -> ExplainedSentence:
    """Explain a text of one sentence."""
    (sentence,) = explain(parser().parse_text(text))
    return sentence


def report_of(text: str, event_type: str) -> ExplainedReport:
    sentence = read(text)
    found = [report for report in sentence.reports if report.event_type == event_type]
    assert found, sentence.reports
    return found[0]


TEXTS = [
    "Brazil condemned the attack on the embassy.",
    "Rebels denied that they had shelled the town, and Norway may send medics to Chad if fighting ends.",
    "The two premiers, who met in Windhoek on Friday, launched talks on a new treaty.",
    "Togo said Benin had shelled a village, which Benin denied.",
    "Estonian police arrested four men. They said they had planned to storm the parliament.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_an_explanation_has_the_reports_of_a_build(text: str) -> None:
    """The same reports, in the same order, with type, status, rule and confidence."""
    parsed = parser().parse_text(text)
    coded = [(r.event_type, r.status, r.rule, r.confidence) for r in code_article(parsed).reports]
    told = [r for sentence in explain(parsed) for r in sentence.reports]
    assert [(r.event_type, r.status.status, r.rule, r.confidence) for r in told] == coded


@pytest.mark.parametrize("text", TEXTS)
def test_every_verb_makes_a_report_or_has_a_reason(text: str) -> None:
    """No full verb of a sentence is passed over in silence."""
    for sentence in explain(parser().parse_text(text)):
        verbs = {i for i, w in enumerate(sentence.words) if w.part == "VERB" and w.relation not in ("aux", "auxpass")}
        told = {report.at for report in sentence.reports}
        refused = {word.at for word in sentence.unreported if word.reasons or word.phrases}
        assert verbs <= told | refused
        assert not told & refused


# sentence, the word without a report, reason, words that decided, what was read and dropped
REFUSED = [
    ("The minister varnished the old bridge.", "varnished", "not in the lexicon", (), None),
    ("The minister released the statement.", "released", "object", ("statement",), None),
    ("Peru launched an offensive against the rebels.", "launched", "part of another act", ("offensive",), None),
    ("Has Angola attacked Zambia?", "attacked", "the sentence asks whether it is so", ("?",), "ASSAULT"),
    ("The queen said that it was late.", "said", "makes no act with what it governs", ("was",), None),
    ("Talks between Ghana and Togo were long.", "were", "tells of other acts only", (), None),
    ("The ceasefire negotiation team slept.", "negotiation", "stands before another noun", ("team",), None),
    ("The summit was expensive.", "summit", "names no actor", (), None),
]


@pytest.mark.parametrize(("text", "word", "reason", "by", "dropped"), REFUSED)
def test_a_word_without_a_report_says_why(text: str, word: str, reason: str, by: tuple[str, ...], dropped: str | None) -> None:
    """The reason is that of the rule which refused the word, with the words that it went by."""
    found = [unreported for unreported in read(text).unreported if unreported.word == word]
    assert found, read(text).reports
    reasons = {(given.reason, given.by, given.event_type) for given in found[0].reasons}
    assert (reason, by, dropped) in reasons


def test_a_frame_that_fails_says_what_it_asked_for() -> None:
    """A refused frame is named with its entry in the lexicon and the classes it wants."""
    (word,) = (
        unreported for unreported in read("The minister released the statement.").unreported if unreported.word == "released"
    )
    entries = [reason.entry for reason in word.reasons if reason.reason == "object"]
    assert any(
        entry and entry.file == "verbs" and entry.words == "release" and "prisoner" in entry.objects for entry in entries
    )


# sentence, type, a participant, where it stands
STANDINGS = [
    ("Sweden helped Malawi.", "AID", "Sweden", Standing("subject", "helped")),
    ("Sweden helped Malawi.", "AID", "Malawi", Standing("object", "helped")),
    ("Four pilots were kidnapped by rebels.", "ASSAULT", "rebels", Standing("agent", "kidnapped", "by")),
    ("Four pilots were kidnapped by rebels.", "ASSAULT", "Four pilots", Standing("passive subject", "kidnapped")),
    ("Peru and Chile signed a treaty.", "SUPPORT", "Chile", Standing("subject", "signed", None, "Peru")),
    ("Hundreds of teachers attacked the mayor.", "ASSAULT", "teachers", Standing("subject", "attacked", None, "Hundreds")),
    ("Angola met with Zambia.", "CONSULT", "Zambia", Standing("after", "met", "with")),
    ("Kenya tried to attack Uganda.", "ASSAULT", "Kenya", Standing("subject", "tried")),
]


@pytest.mark.parametrize(("text", "event_type", "name", "standing"), STANDINGS)
def test_a_participant_has_its_place(text: str, event_type: str, name: str, standing: Standing) -> None:
    """Actors and recipients come with the relation that they stand in, also through a list or another verb."""
    report = report_of(text, event_type)
    assert {p.text: p.standing for p in (*report.actors, *report.recipients)}[name] == standing


# sentence, type, status, flags of its clause, words that decided, words above that decided
STATUSES = [
    ("Peru attacked Chile.", "ASSAULT", "actual", (), (), ()),
    ("Peru may attack Chile.", "ASSAULT", "hypothetical", ("possible",), ("may",), ()),
    ("Peru did not attack Chile.", "ASSAULT", "negated", ("negated",), ("not",), ()),
    ("Peru denied that it had attacked Chile.", "ASSAULT", "negated", (), (), ("denied",)),
]


@pytest.mark.parametrize(("text", "event_type", "status", "flags", "words", "above"), STATUSES)
def test_a_status_names_the_words_that_decide(
    text: str, event_type: str, status: str, flags: tuple[str, ...], words: tuple[str, ...], above: tuple[str, ...]
) -> None:
    """Auxiliaries, negations and the verbs above an act are given with its status."""
    ground = report_of(text, event_type).status
    assert (ground.status, ground.flags, ground.words, ground.above) == (status, flags, words, above)


def test_a_report_names_its_entry_its_voice_and_its_doubts() -> None:
    """The lexicon entry, who says so by which words, and what lowers trust are there."""
    report = report_of('"Six farmers were killed on Monday," the mayor of Lobito said.', "ASSAULT")
    assert report.entry is not None
    assert (report.entry.file, report.entry.words, report.entry.event_type) == ("verbs", "kill", "ASSAULT")
    assert [(speaker.kind, speaker.cue) for speaker in report.speakers] == [("direct", "said")]
    assert all(doubt.factor > 0 and doubt.reason for doubt in report.doubts)


def test_times_are_put_on_the_calendar_of_the_day_of_publication() -> None:
    """Without a day the value stays open, with one it is a date."""
    parsed = parser().parse_text("Ghana and Togo met on Thursday.")
    (open_time,) = explain(parsed)[0].times
    (dated,) = explain(parsed, datetime.date(2024, 5, 3))[0].times
    assert open_time.when is None
    assert dated.when is not None
    assert dated.when.start == datetime.date(2024, 5, 2)


def test_what_other_sentences_name_is_explained_with_them() -> None:
    """Sentences of one text are read together: a pronoun is given with whom it stands for."""
    _, second = explain(parser().parse_text("President Ada Brandt spoke on Monday. She condemned Sudan."))
    (report,) = (report for report in second.reports if report.event_type == "ACCUSE")
    assert "Brandt" in (report.actors[0].refers_to or "")
