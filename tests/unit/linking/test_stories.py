"""Stories: articles about one run of events, and stories taken up again."""

import datetime

from accord.linking.copies import find_copies
from accord.linking.links import ActorLinks
from accord.linking.stories import find_stories
from accord.model.reading import Reading
from accord.model.record import Published, Story

from .make_readings import make_reading

NOBODY = ActorLinks((), {})


def group(*readings: Reading) -> tuple[Story, ...]:
    published = {r.article.id: r.article.published for r in readings if r.article.published}
    return find_stories(readings, published, NOBODY, find_copies(readings))


def make_strike(name: str, day: str, *, title: str = "Dockers in Velden strike for night pay") -> Reading:
    text = (
        "Dock workers in Velden walked out on Tuesday to demand higher night pay from the harbour authority. "
        "Union leader Marta Okafor said the dockers would stay at the gates until the harbour authority signs. "
        f"Reporter {name} saw cranes stand still along the quay."
    )
    return make_reading(name, text, title=title, day=day)


def make_flood(name: str, day: str) -> Reading:
    text = (
        "Heavy rain flooded villages along the upper Morava and cut the railway to the north. "
        f"Rescuers in boats brought families to a school in Litovel, said mayor {name.title()} Novak."
    )
    return make_reading(name, text, title="Floods cut villages along the Morava", day=day)


def test_every_article_is_in_exactly_one_story() -> None:
    """Articles of two runs of events fall into two stories, whatever their order; none is left out or listed twice."""
    readings = [
        make_strike("a", "2022-03-01"),
        make_flood("b", "2022-03-01"),
        make_strike("c", "2022-03-02"),
        make_flood("d", "2022-03-03"),
    ]
    stories = group(*readings)
    assert {story.articles for story in stories} == {("a", "c"), ("b", "d")}
    assert stories == group(*readings[::-1])


def test_a_story_taken_up_a_year_later_follows_the_first() -> None:
    """The same dispute a year later is a story of its own, which follows the earlier one."""
    later = make_reading(
        "z",
        "The harbour authority of Velden opened talks with the dockers over night pay. "
        "Union leader Marta Okafor recalled last year's strike.",
        title="Velden dockers and harbour authority talk again",
        day="2023-04-11",
    )
    first, second = sorted(
        group(make_strike("a", "2022-03-01"), make_strike("b", "2022-03-02"), later), key=lambda s: s.articles
    )
    assert (first.articles, second.articles) == (("a", "b"), ("z",))
    assert (first.follows, second.follows) == (None, first.id)


def test_title_is_that_of_the_most_central_article() -> None:
    """A story is named by the article most like the others, and by its first sentence where no article has a title."""
    plain = make_reading("a", "Nothing but one sentence stands here.")
    (story,) = group(plain)
    assert story.title == "Nothing but one sentence stands here."
    (story,) = group(make_strike("a", "2022-03-01"), make_strike("b", "2022-03-01"))
    assert story.title == "Dockers in Velden strike for night pay"


def test_undated_articles_are_grouped_by_their_words() -> None:
    """An article without any date still joins its story."""
    undated = make_reading(
        "b", make_strike("b", "2022-03-01").article.text.split("\n")[1], title="Velden: dockers strike for night pay"
    )
    (story,) = group(make_strike("a", "2022-03-01"), undated)
    assert story.articles == ("a", "b")


def test_published_bounds_may_be_open() -> None:
    """A date with one bound counts as that day."""
    day = datetime.date(2022, 3, 1)
    reading = make_strike("a", "2022-03-01")
    stories = find_stories([reading], {"a": Published(None, day, "inferred")}, NOBODY, ())
    assert [story.articles for story in stories] == [("a",)]
