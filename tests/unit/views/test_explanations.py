"""Grounds are put into words that need no knowledge of the program, and codes nobody foresaw are shown as they are."""

from dataclasses import replace
from typing import get_args

import pytest

from accord.coding.events.decisions import Doubt
from accord.coding.explaining.explanation import (
    Entry,
    ExplainedReport,
    Participant,
    Reason,
    Speaker,
    Standing,
    StatusGround,
    Unreported,
)
from accord.model.record import EventType
from accord.model.time import TimeValue
from accord.views import explanations
from accord.views.labels import MEANINGS

ATTACK = Entry("verbs", "open =fire @on", "ASSAULT", "firearms", ("actor", "strike_n"), ("troops",))
REPORT = ExplainedReport(
    trigger="fire",
    at=3,
    event_type="ASSAULT",
    mode="firearms",
    read_as="ASSAULT",
    rule="frame:assault:open fire on",
    entry=ATTACK,
    status=StatusGround("actual", "actual", tense="past"),
    historical=False,
    actors=(),
    recipients=(),
    location=None,
    time=None,
    instrument=None,
    stage=None,
    contexts=(),
    speakers=(),
    weight=0.8,
    doubts=(),
    confidence=0.8,
)


def test_every_type_has_a_meaning() -> None:
    """No report is shown without what its type covers."""
    assert set(MEANINGS) == set(get_args(EventType))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("frame:accuse:blame", ["a verb that names the act"]),
        ("light:launch+offensive", ["a verb that says little with the noun that names the act: launch + offensive"]),
        ("plan:expect>frame:aid:help", ["an act that is planned: expect", "a verb that names the act"]),
        ("told:commit:agree+send", ["a coming act, by whom it is told", "words that take on an act: agree + send"]),
        ("waltz:step", ["waltz: step"]),
    ],
)
def test_a_rule_is_told_from_the_outside_in(rule: str, words: list[str]) -> None:
    """Each step of a rule is a line; a step that has no words yet keeps its name."""
    assert explanations.say_rule(replace(REPORT, rule=rule, entry=None)) == words


def test_an_entry_says_what_it_means_and_wants() -> None:
    """File, phrase, type and mode, and the classes it asks for."""
    said = explanations.say_entry(ATTACK)
    assert said == "verbs.yaml “open fire on”: ASSAULT · firearms; wants an object of actor or strike and a subject of troops"
    assert explanations.say_entry(Entry("matrix", "deny")) == "matrix.yaml, class “deny”: it denies an act"


@pytest.mark.parametrize(
    ("participant", "words"),
    [
        (Participant("Chad", None, "TCD", Standing("object", "helped")), "Chad [TCD]: object of “helped”"),
        (Participant("rebels", None, None, Standing("agent", "shot", "by")), "rebels: the agent after “by” of “shot”"),
        (Participant("Swiss", None, "CHE", Standing("before", "envoys")), "Swiss [CHE]: stands before “envoys”"),
        (
            Participant("who", "two envoys", None, Standing("subject", "agreed", shared=True)),
            "who (that is, two envoys): subject of “agreed”, which the act shares",
        ),
        (Participant("envoys", None, None, Standing("described", "met")), "envoys: the noun that “met” tells more of"),
        (Participant("the council"), "the council: named in another sentence"),
    ],
)
def test_a_participant_says_where_it_stands(participant: Participant, words: str) -> None:
    """The relation and the word it holds to, whom it stands for, its country."""
    assert explanations.say_participant(participant) == words


@pytest.mark.parametrize(
    ("rule", "ground", "words"),
    [
        (
            "frame",
            StatusGround("actual", "actual", tense="past"),
            "actual: told as a fact, nothing in its clause says otherwise (past)",
        ),
        (
            "frame",
            StatusGround("hypothetical", "hypothetical", None, ("possible",), ("may",)),
            "hypothetical: said to be possible, by “may”",
        ),
        ("frame", StatusGround("future", "future", None, ("future",), ("will",)), "future: still to come, by “will”"),
        ("frame", StatusGround("negated", "actual", "negated", (), (), ("denied",)), "negated: “denied” above the act says so"),
        (
            "told:frame:x",
            StatusGround("actual", "future", None, ("future",), ("will",)),
            "actual: to announce such an act is itself an act (ASSAULT, future, by “will”)",
        ),
    ],
)
def test_a_status_says_what_decided(rule: str, ground: StatusGround, words: str) -> None:
    """The words that decided stand beside the status."""
    assert explanations.say_status(replace(REPORT, rule=rule, status=ground)) == words


def test_confidence_is_told_step_by_step() -> None:
    """The weight of the rule, each thing that lowers it, what it claims, and the signals with their log odds."""
    lowered = replace(REPORT, doubts=(Doubt(0.5, "a headline"),), confidence=0.4, signals=(("no actor", -0.7),))
    assert explanations.say_trust(lowered) == [
        "weight 0.80 for the way it was read",
        "× 0.50: a headline",
        "confidence 0.40: so many of judged reports like it are right",
        "-0.70: no actor",
    ]


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        (Speaker("a mayor", "direct", "said"), "a mayor (direct speech, “said”)"),
        (Speaker("Chad", None), "Chad, on whose word the act stands"),
        (Speaker("a judge", "according_to", "According to"), "a judge (“according to”)"),
    ],
)
def test_a_voice_says_how_it_speaks(speaker: Speaker, words: str) -> None:
    """The kind of speech and its cue; who accuses or denies has no cue."""
    assert explanations.say_speaker(speaker) == words


@pytest.mark.parametrize(
    ("reasons", "phrases", "lines"),
    [
        ((Reason("part of another act", ("talks",)),), (), ["part of the act that “talks” names"]),
        ((Reason("not in the lexicon"),), (), ["not in the lexicon: no frame and no class of verbs has it"]),
        (
            (Reason("tells of other acts only", (), Entry("matrix", "say")),),
            (),
            ["tells what happens, and none is told with it"],
        ),
        ((Reason("only an aim", ("to",), None, "AID"),), ("aid =and abet",), ["read as AID and dropped: only an aim (“to”)"]),
        ((Reason("too loud", (), ATTACK),), (), ["“open fire on”: too loud"]),
        ((), ("aid =abet", "aid @in"), ["an act in other phrases, which are not here: “aid abet” and “aid in”"]),
        ((), (), ["no reading of it makes an act"]),
    ],
)
def test_a_word_without_a_report_has_a_line_for_each_reason(
    reasons: tuple[Reason, ...], phrases: tuple[str, ...], lines: list[str]
) -> None:
    """Reasons of coding become sentences; phrases that are not there are named, unless an act was read and dropped."""
    assert explanations.say_unreported(Unreported("word", 1, "VERB", reasons, phrases)) == lines


def test_frames_that_lack_the_same_are_put_together() -> None:
    """One line for all frames of a phrase, with what each would have made of it."""
    other = replace(ATTACK, event_type="COERCE", objects=("property",))
    reasons = (Reason("object", ("plan",), ATTACK), Reason("object", ("plan",), other))
    (line,) = explanations.say_unreported(Unreported("opened", 1, "VERB", reasons))
    assert line == "“open fire on” names an act with an object of actor or strike (ASSAULT); or property (COERCE). Here: “plan”"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (TimeValue(form="relative", unit="month", offset=-1, direction=-1), "relative -1 month, past"),
        (TimeValue(form="date", year=2021, month=1, modifier="since"), "date since 2021-01"),
        (TimeValue(form="date", month=5, day=3, until=TimeValue(form="date", month=5, day=5)), "date 05-03 until date 05-05"),
        (TimeValue(form="clock", clock="T17:30"), "clock T17:30"),
    ],
)
def test_a_time_value_is_told_in_words(value: TimeValue, words: str) -> None:
    """What an expression says, before it is put on a calendar."""
    assert explanations.say_value(value) == words
