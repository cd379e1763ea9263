"""What an article recalls is told from its news by the words of the clause; sentences of opinion and furniture tell \
nothing."""

import pytest

from accord.cleaning import clean_article
from accord.coding.article import code_article
from accord.language.parse import Parser
from accord.model.reading import CleanArticle, SourceText

RECALLED = [
    "During the decolonization struggle, Angolan forces attacked Portuguese garrisons.",
    "In the 1990s, Croatia expelled dozens of Serbian diplomats.",
    "The rebels had previously attacked the refinery.",
    "Decades ago, the army massacred students in the square.",
    "Two world wars earlier, in the nineteenth century, Russia invaded the khanate.",
    "During the civil war, militias kidnapped hundreds of villagers.",
    "The general, who had once arrested the king, met him on Friday.",
    "Under colonial rule, the British jailed the party's founders.",
    "Forty years ago Iran and Iraq fought over the waterway.",
    "The party was banned during the Cold War.",
    "In Soviet times the police arrested poets.",
    "Their families had fled after soldiers attacked the village in the 1980s.",
    "The king was overthrown during the 1974 revolution.",
    "Throughout the apartheid era the police tortured detainees.",
    "The two countries fought during the Korean War.",
    "The parties formerly supported the president.",
    "Since the days of the military dictatorship, when soldiers executed thousands, Chileans have distrusted the barracks.",
    "In the last century Argentina and Chile signed a border treaty.",
    "In the colonial period, France deported the emir.",
    "After the Second World War the allies occupied the city.",
]

NEWS = [
    "Angolan forces attacked a garrison on Monday.",
    "During the war, which began last month, militias kidnapped hundreds of villagers.",
    "The rebels attacked the refinery this year.",
    "During talks in Geneva, Iran accused Iraq of arming the rebels.",
    "The army attacked the town once more on Friday.",
    "Police arrested 20 people during a protest in Lima.",
    "After the civil servants went on strike, the minister resigned.",
    "Kenya and Uganda have signed a treaty.",
    "At the start of the year Ghana expelled two diplomats.",
    "Hours after the truce, rebels attacked the port.",
    "In recent days, soldiers have arrested dozens of students.",
    "Three weeks ago Peru recalled its ambassador from Quito.",
    "A year ago the two ministers met in Oslo.",
    "The president will visit the Second World War cemetery, and met the mayor on Sunday.",
    "Since Friday, the army has attacked three villages.",
    "In this decade the two governments have signed four treaties.",
    "In the early hours of Tuesday gunmen attacked a police post.",
    "Before dawn, troops attacked the radio station.",
]

NOTHING = [
    "Sign up for our newsletter and support our journalism.",
    "Read more about the attack on the convoy here.",
    "Imagine that an enemy attacked the grid tonight.",
    "Would anybody be surprised if Minsk invaded tomorrow?",
    "Follow us and join the fight against fake news.",
    "How should Europe respond to such an attack?",
    "Click here to submit a correction.",
    "Get the latest news delivered to your inbox.",
]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize("sentence", RECALLED)
def test_words_of_a_past_age_mark_what_is_recalled(parser: Parser, sentence: str) -> None:
    """An act in an age that is over is background."""
    assert any(r.historical for r in code_article(parser.parse_text(sentence)).reports)


@pytest.mark.parametrize("sentence", NEWS)
def test_news_is_not_background(parser: Parser, sentence: str) -> None:
    """An act of these days is news, whatever it refers to."""
    reports = code_article(parser.parse_text(sentence)).reports
    assert reports
    assert not any(r.historical for r in reports)


@pytest.mark.parametrize("sentence", NOTHING)
def test_scenes_and_furniture_tell_no_act(parser: Parser, sentence: str) -> None:
    """Invented scenes, questions and calls to the reader give no act that happened or will."""
    assert not [r for r in code_article(parser.parse_text(sentence)).reports if r.status in ("actual", "future")]


NEWS_ARTICLE = """Kenya and Uganda trade blame over bridge attack

By Helen Marsh
Metro Gazette

KIVORA, March 14 - Gunmen attacked a border bridge between Kenya and Uganda before dawn on Tuesday, killing at least \
four policemen, the Ugandan army said.

The army accused Kenya of arming the gunmen. Kenya's foreign minister denied the accusation and said his government \
would help to investigate the raid.

Uganda has not closed the crossing, but its interior minister said the border could be shut if the raids continue.

President Okello stopped short of blaming Nairobi. He urged both sides to resume talks and said he would meet his Kenyan\
 counterpart next week.

Sign up for our newsletter

During the Cold War, Kenya and Uganda accused each other of harbouring rebels. In the 1990s their armies fought over the\
 lake's islands.

What would happen if the two armies fought again? Imagine that Kenyan jets bombed Kampala. Few believe that Nairobi \
would attack its neighbour.

Opposition leaders in Kampala are planning to march on parliament on Friday unless the government releases two \
journalists who were arrested last month.

Police have yet to charge the two men. "Free them now," the journalists' union told the government.

Read more: How the border was drawn
"""

# trigger: status, and whether it is recalled
TOLD = {
    "attacked": {("actual", False)},
    "accused": {("actual", False), ("actual", True)},
    "arming": {("actual", False)},
    "denied": {("negated", False), ("actual", False)},
    "closed": {("negated", False)},
    "shut": {("hypothetical", False)},
    "blaming": {("negated", False)},
    "urged": {("actual", False)},
    "meet": {("actual", False)},
    "fought": {("actual", True)},
    "bombed": {("hypothetical", False)},
    "attack": {("hypothetical", False)},
    "march": {("future", False)},
    "releases": {("hypothetical", False)},
    "arrested": {("actual", False)},
    "charge": {("negated", False)},
    "Free": {("actual", False)},
}

OPINION_ARTICLE = """Opinion: The blockade that nobody wants

By Peter Olsen

Norway imposed a blockade on the island in March, and the world shrugged.

Suppose that Oslo sank a trawler tomorrow. Would Denmark condemn it? I doubt that it would.

We should demand that Norway lift the blockade. The government could end it tonight, and it must.

In 1940, when tanks rolled into Oslo, Danes sheltered thousands of Norwegians.

Peter Olsen is a professor of law at Milford University.
"""


def read(parser: Parser, text: str) -> tuple[CleanArticle, dict[str, set[tuple[str, bool]]]]:
    """Return an article with the statuses of its reports by trigger."""
    article = clean_article(SourceText(id="a", path="a", text=text))
    assert isinstance(article, CleanArticle)
    found: dict[str, set[tuple[str, bool]]] = {}
    for report in code_article(parser.parse_article(article)).reports:
        found.setdefault(text[report.trigger_start : report.trigger_end], set()).add((report.status, report.historical))
    return article, found


def test_a_whole_article_of_news(parser: Parser) -> None:
    """News, denials, plans, recalled wars and invented scenes of one article keep apart; its furniture tells nothing."""
    article, found = read(parser, NEWS_ARTICLE)
    assert not article.opinion
    assert {trigger: statuses for trigger, statuses in found.items() if trigger in TOLD} == TOLD
    assert set(found) - set(TOLD) <= {"killing", "investigate", "blame"}


def test_a_whole_op_ed(parser: Parser) -> None:
    """An op-ed is known as one, and what it supposes, asks and doubts did not happen."""
    article, found = read(parser, OPINION_ARTICLE)
    assert article.opinion
    assert article.byline == "Peter Olsen"
    done = {trigger for trigger, statuses in found.items() if ("actual", False) in statuses}
    assert "blockade" in done
    assert not done & {"sank", "condemn", "demand", "end"}
