"""Happenings named in several articles: which words name one."""

import numpy as np
import pytest

from accord.linking.happenings.features import compare_sides
from accord.linking.happenings.happening import Happening, Part, Passage, Told
from accord.linking.happenings.join import join_happenings, join_scored
from accord.linking.happenings.lexicon import find_family, find_near
from accord.linking.happenings.network import score_story
from accord.linking.happenings.sides import prepare_story


def make(lemma: str, *, doers: str = "", undergoers: str = "", settings: str = "", part: Part = "verb") -> Happening:
    words = [frozenset(text.split()) for text in (doers, undergoers, settings)]
    return Happening(
        passage=0,
        start=0,
        lemma=lemma,
        text=lemma,
        lemmas=(lemma,),
        part=part,
        doers=words[0],
        undergoers=words[1],
        settings=words[2],
    )


def tell(*happenings: Happening, names: str = "") -> Told:
    """Return an article with a sentence for each happening, which holds its participants' words."""
    placed, passages = [], []
    for number, one in enumerate(happenings):
        words = one.doers | one.undergoers | one.settings
        passages.append(Passage(words=dict.fromkeys([*sorted(words), one.lemma], 1), names=words & set(names.split())))
        placed.append(
            Happening(
                passage=number,
                start=100 * number,
                lemma=one.lemma,
                text=one.text,
                lemmas=one.lemmas,
                part=one.part,
                doers=one.doers,
                undergoers=one.undergoers,
                settings=one.settings,
            )
        )
    return Told(passages=tuple(passages), happenings=tuple(placed))


NAMES = "okafor lindqvist torgersen velden skarvik"
RAID = make("raid", doers="police", undergoers="depot velden", settings="velden")
ARREST = make("arrest", doers="police", undergoers="okafor", settings="velden")
DETAIN = make("detain", doers="police officers", undergoers="okafor marta", settings="velden")
ARREST_OTHER = make("arrest", doers="police", undergoers="lindqvist", settings="skarvik")
SAY = make("say", doers="okafor")
SAY_OTHER = make("say", doers="torgersen")
VOTE = make("vote", doers="council", undergoers="budget")


def is_one(one: Happening, other: Happening) -> bool:
    """Whether two articles that also tell of a raid and a vote name one happening by two words."""
    joined = join_happenings([tell(one, RAID, VOTE, names=NAMES), tell(other, RAID, VOTE, names=NAMES)])
    return joined[0][0] == joined[1][0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(ARREST, ARREST, True, id="same word, same people"),
        pytest.param(ARREST, DETAIN, True, id="other word of one family, same people"),
        pytest.param(ARREST, VOTE, False, id="other words, other people"),
        pytest.param(SAY, SAY_OTHER, False, id="two who speak"),
        pytest.param(ARREST, SAY, False, id="an act and a report"),
    ],
)
def test_words_and_participants_decide(one: Happening, other: Happening, expected: bool) -> None:
    """Words of one meaning join where those who take part agree; other words, other speakers, reports and acts do not."""
    assert is_one(one, other) is expected


def test_other_participants_speak_against() -> None:
    """The same word scores lower where others undergo it elsewhere."""
    story = prepare_story([tell(one, RAID, names=NAMES) for one in (ARREST, ARREST, ARREST_OTHER)])
    scores = score_story(story)
    assert scores[0, 2] > scores[0, 4]


def test_groups_follow_the_order_given() -> None:
    """Numbers come back in the order the happenings were given in, also where that is not the order of the text."""
    told = tell(RAID, ARREST, VOTE, names=NAMES)
    turned = Told(passages=told.passages, happenings=told.happenings[::-1])
    straight, other = join_happenings([told, told]), join_happenings([turned, told])
    assert other[0] == straight[0][::-1]
    assert other[1] == straight[1]
    assert join_happenings([]) == []
    assert join_happenings([Told(passages=(), happenings=())]) == [[]]


def test_numbers_of_a_pair_know_no_order() -> None:
    """A pair has the same numbers whichever side is named first."""
    story = prepare_story([tell(ARREST, SAY, names=NAMES), tell(DETAIN, RAID, names=NAMES)])
    for one in story.sides:
        for other in story.sides:
            assert compare_sides(story, one, other) == compare_sides(story, other, one)


def test_groups_are_joined_by_their_mean() -> None:
    """One strong pair joins two items; a group takes a third only where the mean of its scores suffices."""
    scores = np.array([[0.0, 3.0, 1.0], [3.0, 0.0, -4.0], [1.0, -4.0, 0.0]])
    assert join_scored(scores, 0.0) == [0, 0, 2]
    assert join_scored(scores, -2.0) == [0, 0, 0]
    assert join_scored(np.zeros((1, 1)), 0.0) == [0]


def test_families_and_groups_of_words() -> None:
    """A word leads to its family in any case that a headline leaves, and to all groups it is in."""
    assert find_family("slain") == find_family("death") == find_family("kill")
    assert find_family("Zork") == "Zork"
    assert find_near("takeover") & find_near("merger")
    assert not find_near("zork")
