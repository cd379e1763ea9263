"""Figures: numbers with what they measure and their bounds."""

import itertools

import pytest

from accord.coding.figures.figures import find_figures
from accord.coding.figures.numbers import find_quantities, parse_number
from accord.coding.times.expressions import find_times
from accord.data import load_yaml
from accord.language.parse import Parser
from accord.model.reading import Attribution, FigureDraft, MentionDraft

Bounds = tuple[float | None, float | None, float | None]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def find(parser: Parser, text: str) -> tuple[FigureDraft, ...]:
    parsed = parser.parse_text(text)
    times = tuple(time for sentence in parsed.sentences for time in find_times(sentence, text))
    return find_figures(parsed, (), times, ())


def bounds(figure: FigureDraft) -> Bounds:
    return figure.at_least, figure.at_most, figure.exact


SINGLE: list[tuple[str, str, Bounds, str | None, str]] = [
    (
        "More than 2,000 people have been killed.",
        "killed",
        (2000, None, None),
        "people",
        "More than 2,000 people have been killed",
    ),
    ("The UN agency counted over 300 deaths.", "killed", (300, None, None), None, "over 300 deaths"),
    ("A mine exploded, killing at least 12 farmers.", "killed", (12, None, None), "farmers", "killing at least 12 farmers"),
    ("Nine sailors drowned when the ferry sank.", "killed", (None, None, 9), "sailors", "Nine sailors drowned"),
    ("The death toll rose to 45 on Monday.", "killed", (None, None, 45), None, "toll rose to 45"),
    ("The ministry put the number of arrests at 40.", "captured", (None, None, 40), None, "number of arrests at 40"),
    ("The number of wounded rose to 50.", "injured", (None, None, 50), None, "number of wounded rose to 50"),
    ("Between 10 and 15 guards died in the fire.", "killed", (10, 15, None), "guards", "Between 10 and 15 guards died"),
    ("The killing of three nurses caused outrage.", "killed", (None, None, 3), "nurses", "killing of three nurses"),
    (
        "The quake claimed the lives of 20 villagers.",
        "killed",
        (None, None, 20),
        "villagers",
        "claimed the lives of 20 villagers",
    ),
    ("The quake claimed 20 lives.", "killed", (None, None, 20), None, "claimed 20 lives"),
    ("The party says 60 of its members died.", "killed", (None, None, 60), "members", "60 of its members died"),
    ("No one was killed.", "killed", (None, None, 0), None, "No one was killed"),
    ("The raid killed no one.", "killed", (None, None, 0), None, "killed no one"),
    ("The raid killed up to 30 gunmen.", "killed", (None, 30, None), "gunmen", "killed up to 30 gunmen"),
    ("Nearly 300 migrants perished at sea.", "killed", (None, 300, None), "migrants", "Nearly 300 migrants perished"),
    ("About 300 migrants perished at sea.", "killed", (None, None, 300), "migrants", "About 300 migrants perished"),
    ("Two dozen miners died underground.", "killed", (None, None, 24), "miners", "Two dozen miners died"),
    (
        "Shells hit the market, injuring scores of civilians.",
        "injured",
        (40, None, None),
        "civilians",
        "injuring scores of civilians",
    ),
    ("Dozens of pupils were hurt.", "injured", (24, None, None), "pupils", "Dozens of pupils were hurt"),
    ("Medics treated 30 wounded soldiers.", "injured", (None, None, 30), "soldiers", "30 wounded soldiers"),
    ("Police arrested 25 protesters.", "captured", (None, None, 25), "protesters", "arrested 25 protesters"),
    ("Several rebels were detained in the raid.", "captured", (3, None, None), "rebels", "Several rebels were detained"),
    ("Gunmen abducted a couple of engineers.", "captured", (None, None, 2), "engineers", "abducted a couple of engineers"),
    ("There were 12 arrests.", "captured", (None, None, 12), None, "12 arrests"),
    ("About 200,000 people fled their homes.", "displaced", (None, None, 200_000), "people", "About 200,000 people fled"),
    (
        "More than 1.2 million people were displaced.",
        "displaced",
        (1_200_000, None, None),
        "people",
        "More than 1.2 million people were displaced",
    ),
    (
        "Floods drove tens of thousands of people from their homes.",
        "displaced",
        (20_000, None, None),
        "people",
        "drove tens of thousands of people",
    ),
    ("Three climbers are missing.", "missing", (None, None, 3), "climbers", "Three climbers are missing"),
    ("The ministry deployed 3,000 troops.", "troops", (None, None, 3000), "troops", "3,000 troops"),
    ("He recruited thousands of mercenaries.", "troops", (2000, None, None), "mercenaries", "thousands of mercenaries"),
    ("The army lost 20 tanks.", "equipment", (None, None, 20), "tanks", "20 tanks"),
    ("Hundreds of rockets fell on the city.", "equipment", (200, None, None), "rockets", "Hundreds of rockets"),
    ("The fund lent $2.5 billion to the railway.", "money", (None, None, 2.5e9), None, "$2.5 billion"),
    ("The plan costs €300m.", "money", (None, None, 3e8), None, "€300m"),
    ("The plan costs between 3 and 4 million euros.", "money", (3e6, 4e6, None), None, "between 3 and 4 million euros"),
    ("The well lies some 50 miles south of the capital.", "distance", (None, None, 50), None, "some 50 miles"),
    ("The mandate was extended by 18 months.", "duration", (None, None, 18), None, "18 months"),
    ("He faces up to 14 years in prison.", "duration", (None, 14, None), None, "up to 14 years"),
    ("The motion passed with 325 votes.", "votes", (None, None, 325), None, "325 votes"),
]
"""Sentence, measure, (at least, at most, exact), what was counted, and the passage."""

SEVERAL: list[tuple[str, list[tuple[str, Bounds]]]] = [
    ("The blast left 12 dead and 30 wounded.", [("killed", (None, None, 12)), ("injured", (None, None, 30))]),
    (
        "More than 70 people were killed and more than 500 injured.",
        [("killed", (70, None, None)), ("injured", (500, None, None))],
    ),
    ("Two guards were killed and three others wounded.", [("killed", (None, None, 2)), ("injured", (None, None, 3))]),
    (
        "Casualties: 10 dead, 25 injured, 3 missing.",
        [("killed", (None, None, 10)), ("injured", (None, None, 25)), ("missing", (None, None, 3))],
    ),
    ("They killed 12 in a raid and wounded 30.", [("killed", (None, None, 12)), ("injured", (None, None, 30))]),
    ("The navy sent 400 soldiers and two frigates.", [("troops", (None, None, 400)), ("equipment", (None, None, 2))]),
    ("At least 150 people, including 40 children, were killed.", [("killed", (150, None, None)), ("killed", (None, None, 40))]),
]

NO_FIGURES = [
    "The 12-year-old was killed on May 12.",
    "Lee, 48, was killed in the crash.",
    "The team won 3-2 on Sunday.",
    "Resolution 1970 was adopted.",
    "Article 5 binds every judge.",
    "He scores goals and has 12 caps.",
    "Inflation rose to 12 percent.",
    "Call 555-0100 for details.",
    "The talks opened at 5 p.m. on 3 May 2018.",
    "The party was founded in 1954.",
]


@pytest.mark.parametrize(("text", "measure", "value", "of", "passage"), SINGLE)
def test_a_figure_has_measure_bounds_and_passage(
    parser: Parser, text: str, measure: str, value: Bounds, of: str | None, passage: str
) -> None:
    """A number is given its meaning, its bounds as they are said, what was counted, and words that can be read."""
    (figure,) = find(parser, text)
    assert (figure.measure, bounds(figure), figure.text) == (measure, value, passage)
    assert text[figure.start : figure.end] == passage
    assert figure.of == of


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_each_figure_of_a_sentence_is_kept_apart(parser: Parser, text: str, expected: list[tuple[str, Bounds]]) -> None:
    """Several numbers of one sentence each get their own measure, in order."""
    assert [(figure.measure, bounds(figure)) for figure in find(parser, text)] == expected


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_without_meaning_give_no_figure(parser: Parser, text: str) -> None:
    """Ages, dates, labels, scores, shares and phone numbers are no figures."""
    assert find(parser, text) == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost $3 million.", "USD"),
        ("It cost 3 million euros.", "EUR"),
        ("It cost £3 million.", "GBP"),
        ("It lies 5 km away.", "km"),
    ],
)
def test_money_and_distances_have_units(parser: Parser, text: str, unit: str) -> None:
    """Money carries its currency's ISO 4217 code, a distance its measure."""
    assert [figure.unit for figure in find(parser, text)] == [unit]


def test_a_figure_since_a_date_says_so(parser: Parser) -> None:
    """`as_of` is the time expression that the count begins or stands at."""
    (figure,) = find(parser, "More than 70 people have been killed since April.")
    assert figure.as_of == 0


def test_an_elliptic_figure_takes_over_what_is_counted(parser: Parser) -> None:
    """ "More than 500 injured" after "70 farmers were killed" counts farmers too."""
    _, injured = find(parser, "At least 70 farmers were killed and more than 500 injured.")
    assert injured.of == "farmers"


def test_a_figure_has_the_voices_around_it(parser: Parser) -> None:
    """The voices of a figure are those whose words it stands in."""
    text = "The ministry said 12 people were killed."
    parsed = parser.parse_text(text)
    mention = MentionDraft(sentence=0, start=4, end=12, text="ministry", form="descriptor")
    said = Attribution(kind="indirect", source=(4, 12), source_mention=0, cue=(13, 17), content=((18, len(text) - 1),))
    (figure,) = find_figures(parsed, (mention,), (), (said,))
    assert [voice.mention for voice in figure.voices] == [0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250", 1250),
        ("2.5 million", 2.5e6),
        ("300m", 3e8),
        ("twenty-one", 21),
        ("two hundred and five", 205),
        ("half a million", 5e5),
        ("three dozen", 36),
    ],
)
def test_numbers_are_read_in_digits_and_words(text: str, value: float) -> None:
    """Digits, scale words and number words give the same kind of number."""
    assert parse_number(text) == value


def test_quantities_do_not_overlap() -> None:
    """Every stretch of a text belongs to one quantity at most."""
    found = find_quantities("Between 10 and 15 of some 200 men, no one of them a rebel, took $3-4 million and dozens of guns.")
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    assert len(found) == 5


def test_word_lists_are_sound() -> None:
    """No word stands for two measures, and vague words are ordered as they should be."""
    data = load_yaml("figures")
    for key in ("patient_verbs", "agent_verbs", "event_nouns", "result_nouns"):
        words = [word for members in data[key].values() for word in members]
        assert len(words) == len(set(words))
    vague = data["vague"]
    assert vague["several"] < vague["dozens"] < vague["scores of"] < vague["hundreds"] < vague["thousands"] < vague["millions"]
