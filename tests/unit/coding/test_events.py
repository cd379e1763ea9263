"""What a sentence is coded as: type and mode, status, who and whom, stage, place."""

from functools import cache

import pytest

from accord.coding.article import code_article
from accord.language.parse import Parser
from accord.model.reading import Reading, ReportDraft


@cache
def parser() -> Parser:
    return Parser()


def code(text: str) -> Reading:
    return code_article(parser().parse_text(text))


def names(reading: Reading, indexes: tuple[int, ...]) -> set[str]:
    return {reading.mentions[i].text for i in indexes}


def find(reading: Reading, event_type: str) -> ReportDraft:
    found = [r for r in reading.reports if r.event_type == event_type]
    assert found, [(r.event_type, r.rule) for r in reading.reports]
    return max(found, key=lambda r: r.confidence)


# sentence, type, actors, recipients (a subset of what is found must be each of them)
WHO_WHOM = [
    ("Hungary and Slovakia signed a water treaty on Monday.", "SUPPORT", {"Hungary", "Slovakia"}, set()),
    ("The parliament of Kenya ratified the pact with Somalia.", "SUPPORT", set(), set()),
    ("Bolivia accepted an offer from Chile.", "AGREE", {"Bolivia"}, {"Chile"}),
    ("Japan promised to help Nepal.", "AGREE", {"Japan"}, {"Nepal"}),
    ("Norway is ready to mediate between Ethiopia and Egypt.", "AGREE", {"Norway"}, set()),
    ("The foreign ministers of Peru and Ecuador met in Lima.", "CONSULT", {"The foreign ministers"}, set()),
    ("President Kagame met with President Ruto in Kigali.", "CONSULT", {"Kagame", "Ruto"}, set()),
    ("Chancellor Scholz visited Brazil on Tuesday.", "CONSULT", {"Scholz"}, {"Brazil"}),
    ("Spain praised Morocco.", "SUPPORT", {"Spain"}, {"Morocco"}),
    ("Finland recognized Kosovo in 2008.", "SUPPORT", {"Finland"}, {"Kosovo"}),
    ("Qatar sent food aid to Lebanon.", "AID", {"Qatar"}, {"Lebanon"}),
    ("Germany supplied Ukraine with tanks.", "AID", {"Germany"}, {"Ukraine"}),
    ("Denmark granted asylum to six Afghan women.", "AID", {"Denmark"}, {"six Afghan women"}),
    ("Zambia extradited the suspect to Botswana.", "COOPERATE", {"Zambia"}, {"Botswana"}),
    ("The rebels released 12 hostages on Friday.", "RETREAT", {"The rebels"}, {"12 hostages"}),
    ("Eritrea withdrew its troops from Tigray.", "RETREAT", {"Eritrea"}, set()),
    ("Prime Minister Costa resigned on Tuesday.", "RETREAT", {"Costa"}, set()),
    ("Austria apologized to Serbia.", "CONCEDE", {"Austria"}, {"Serbia"}),
    ("The king pardoned 300 prisoners.", "CONCEDE", {"The king"}, {"300 prisoners"}),
    ("Cyprus asked Israel for help.", "REQUEST", {"Cyprus"}, {"Israel"}),
    ("The United Nations urged Sudan to open the border.", "REQUEST", {"United Nations"}, {"Sudan"}),
    ("France demanded the release of the journalists from Mali.", "REQUEST", {"France"}, set()),
    ("Poland condemned Belarus.", "ACCUSE", {"Poland"}, {"Belarus"}),
    ("Rwanda accused Congo of backing the rebels.", "ACCUSE", {"Rwanda"}, {"Congo"}),
    ("Prosecutors charged the former minister with fraud.", "ACCUSE", {"Prosecutors"}, {"the former minister"}),
    ("Argentina rejected a British proposal.", "REJECT", {"Argentina"}, {"British"}),
    ("Malta refused to admit the migrants.", "REJECT", {"Malta"}, {"the migrants"}),
    ("Turkmenistan threatened to cut off gas supplies to Iran.", "THREATEN", {"Turkmenistan"}, {"Iran"}),
    ("Thousands of teachers marched against the government in Lagos.", "PROTEST", {"teachers"}, {"the government"}),
    ("Canada imposed sanctions on Myanmar.", "SANCTION", {"Canada"}, {"Myanmar"}),
    ("Bulgaria expelled two Russian diplomats.", "SANCTION", {"Bulgaria"}, {"two Russian diplomats"}),
    ("Estonia deployed troops near the border with Russia.", "MOBILIZE", {"Estonia"}, set()),
    ("Police arrested the opposition leader in Harare.", "COERCE", {"Police"}, {"the opposition leader"}),
    ("Pakistan banned the newspaper.", "COERCE", {"Pakistan"}, set()),
    ("The rebels attacked the army in Kivu.", "ASSAULT", {"The rebels"}, {"the army"}),
    ("Gunmen kidnapped 30 students in Kaduna.", "ASSAULT", {"Gunmen"}, {"30 students"}),
    ("Azerbaijan shelled Armenian positions on Sunday.", "ASSAULT", {"Azerbaijan"}, {"Armenian"}),
    ("Six villagers were killed by militants in Borno.", "ASSAULT", {"militants"}, {"Six villagers"}),
    ("Saudi forces launched an offensive against the Houthis.", "ASSAULT", {"Saudi forces"}, {"Houthis"}),
    ("Troops launched a campaign to capture Mosul.", "ASSAULT", {"Troops"}, set()),
    ("The consul wrote to Rome and Paris, asking them for help.", "REQUEST", {"The consul"}, {"Rome", "Paris"}),
]


@pytest.mark.parametrize(("sentence", "event_type", "actors", "recipients"), WHO_WHOM)
def test_who_does_what_to_whom(sentence: str, event_type: str, actors: set[str], recipients: set[str]) -> None:
    """A plain sentence gives its act with those who take part."""
    reading = code(sentence)
    report = find(reading, event_type)
    assert actors <= names(reading, report.actors)
    assert recipients <= names(reading, report.recipients)


# sentence, type, status
STATUS = [
    ("Serbia attacked the town.", "ASSAULT", "actual"),
    ("Serbia did not attack the town.", "ASSAULT", "negated"),
    ("Serbia has never attacked the town.", "ASSAULT", "negated"),
    ("Serbia may attack the town.", "ASSAULT", "hypothetical"),
    ("Serbia could attack the town.", "ASSAULT", "hypothetical"),
    ("If Serbia attacks the town, Croatia will respond.", "ASSAULT", "hypothetical"),
    ("Analysts said Serbia would attack the town.", "ASSAULT", "future"),
    ("Serbia plans to attack the town.", "ASSAULT", "future"),
    ("Serbia is expected to attack the town.", "ASSAULT", "future"),
    ("Serbia tried to attack the town.", "ASSAULT", "actual"),
    ("Serbia failed to attack the town.", "ASSAULT", "negated"),
    ("Serbia denied attacking the town.", "ASSAULT", "negated"),
    ("Serbia denied that its soldiers had attacked the town.", "ASSAULT", "negated"),
    ("Serbia is considering attacking the town.", "ASSAULT", "hypothetical"),
    ("The minister asked whether Serbia had attacked the town.", "ASSAULT", "hypothetical"),
    ("Ghana and Togo signed no agreement.", "SUPPORT", "negated"),
    ("No such request had been made.", "REQUEST", "negated"),
    ("Ghana has not yet ratified the treaty.", "SUPPORT", "negated"),
    ("Ghana left without signing the treaty.", "SUPPORT", "negated"),
    ("Ghana might sign the treaty.", "SUPPORT", "hypothetical"),
    ("Ghana will sign the treaty.", "AGREE", "actual"),
    ("Ghana's president said he would visit Togo.", "AGREE", "actual"),
    ("The two presidents are expected to meet in Accra.", "AGREE", "actual"),
    ("Ghana to send doctors to Liberia", "AGREE", "actual"),
    ("The general said his forces would attack the port.", "THREATEN", "actual"),
    ("The army ordered its soldiers to storm the palace.", "THREATEN", "actual"),
    ("Ghana would help Togo if it asked.", "AID", "hypothetical"),
    ("Police stopped short of arresting the mayor.", "COERCE", "negated"),
    ("Police were unable to arrest the mayor.", "COERCE", "negated"),
    ("Theresa May met the king.", "CONSULT", "actual"),
]


@pytest.mark.parametrize(("sentence", "event_type", "status"), STATUS)
def test_status(sentence: str, event_type: str, status: str) -> None:
    """Plans, denials, conditions and attempts are told from acts; a promise of help is an act by itself."""
    assert find(code(sentence), event_type).status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "Did the army attack the camp?",
        "The museum opened on Monday.",
        "They met to end the war.",
        "A spokesman declined to comment.",
        "The man shot himself.",
        "He had a good idea.",
        "Shares in the company fell by 3 percent.",
        "She asked what the minister thought.",
        "The committee said it was satisfied with the weather.",
        "The speaker spoke at a press conference.",
    ],
)
def test_no_act(sentence: str) -> None:
    """Questions, aims and everyday sentences tell no political act of conflict or promise."""
    assert not [r for r in code(sentence).reports if r.event_type != "CONSULT" or len(r.actors) > 1]


@pytest.mark.parametrize(
    ("sentence", "event_type", "mode"),
    [
        ("Warplanes bombed the village.", "ASSAULT", "aerial"),
        ("The rebels shelled the camp.", "ASSAULT", "heavy-weapons"),
        ("Soldiers opened fire on the crowd.", "ASSAULT", "firearms"),
        ("Gunmen abducted two aid workers.", "ASSAULT", "abduct"),
        ("Students went on hunger strike in Dhaka.", "PROTEST", "hunger"),
        ("Nurses went on strike in Lima.", "PROTEST", "strike"),
        ("Chad asked France to send troops.", "REQUEST", "change"),
        ("Chad asked France for military support.", "REQUEST", "assist"),
        ("Chad called on the rebels to release the hostages.", "REQUEST", "yield"),
        ("Chad asked Libya to meet its envoy.", "REQUEST", "meet"),
        ("The judge sentenced the general.", "SANCTION", "convict"),
        ("Togo declared a state of emergency.", "COERCE", "martial-law"),
        ("Togo imposed a curfew in Lomé.", "COERCE", "curfew"),
    ],
)
def test_mode(sentence: str, event_type: str, mode: str) -> None:
    """The mode of an act follows the words that name it."""
    assert find(code(sentence), event_type).mode == mode


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Hungary and Slovakia signed a water treaty.", "signed"),
        ("Slovakia ratified the water treaty.", "ratified"),
        ("The cabinet approved the implementation of the accord.", "ratified"),
        ("The two sides extended the ceasefire agreement.", "extended"),
        ("Slovakia put the accord into force.", "ratified"),
    ],
)
def test_stage(sentence: str, stage: str) -> None:
    """An act upon an agreement is a stage of its life and knows which agreement it is."""
    report = find(code(sentence), "SUPPORT")
    assert report.stage == stage
    assert report.instrument is not None


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Gunmen killed two guards in Quetta.", "Quetta"),
        ("Two guards were killed when a bomb exploded in Quetta.", "Quetta"),
        ("Rebels shelled the city of Kharkiv on Friday.", "the city"),
        ("Residents of Basra protested against the governor in Basra.", "Basra"),
    ],
)
def test_location(sentence: str, place: str) -> None:
    """An act happens where the sentence puts it; a town that is shelled is its place, not its recipient."""
    reading = code(sentence)
    report = reading.reports[0]
    assert report.location is not None
    assert reading.mentions[report.location].text == place


def test_time_of_announcement() -> None:
    """An act told as done under a dated announcement takes the announcement's time."""
    reading = code("The ministry said on Monday that Latvia had ratified the treaty.")
    report = find(reading, "SUPPORT")
    assert report.time is not None
    assert "Monday" in reading.times[report.time].text


def test_voice_of_denial() -> None:
    """A denial keeps the act, negated, on the denier's word."""
    report = find(code("Algeria denied bombing the convoy."), "ASSAULT")
    assert report.status == "negated"
    assert report.voices[-1].text == "Algeria"


def test_attack_of_words() -> None:
    """A politician who attacks another criticizes him, unless something in the sentence says force."""
    assert code("Senator Bell attacked Governor Hayes.").reports[0].event_type == "ACCUSE"
    assert code("Rebels attacked Governor Hayes with rockets.").reports[0].event_type == "ASSAULT"


def test_every_sentence_alone() -> None:
    """What a sentence is coded as does not depend on the sentences beside it that name nobody."""
    alone = code("Police arrested the mayor in Durban.").reports
    beside = code("It rained.\nPolice arrested the mayor in Durban.\nIt was cold.").reports
    assert [(r.event_type, r.mode, r.status, r.rule) for r in alone] == [
        (r.event_type, r.mode, r.status, r.rule) for r in beside
    ]
