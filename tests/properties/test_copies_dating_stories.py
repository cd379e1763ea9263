"""Copies, dates and stories keep their promises over readings drawn at random."""

import datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.linking.copies import find_copies
from accord.linking.dating.articles import date_articles
from accord.linking.links import ActorLinks
from accord.linking.stories import find_stories
from accord.model.reading import CleanArticle, Paragraph, Reading, SentenceSpan, TimeExpression
from accord.model.record import Published
from accord.model.time import TimeValue

NOBODY = ActorLinks((), {})
SENTENCES = (
    "The council of Brannock voted to rebuild the old stone bridge over the river before winter comes.",
    "The council of Brannock voted to rebuild the stone bridge across the river before the winter.",
    "Fishermen from three villages blocked the harbour mouth with forty boats to protest against new fuel taxes.",
    "Fishermen from three villages blocked the harbor mouth with forty boats, protesting against new fuel taxes.",
    "“Nobody asked us what the bridge is worth to people who cross it twice a day,” farmer Ilse Maron said on Monday.",
    "It rained.",
    "İstanbul’da naïve Übergröße: ﬁfty “quoted” words — and more.",
)
WEEKDAYS = ("Monday", "Tuesday", "Friday")


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Draw a few articles of some sentences, most of them dated, some with a weekday."""
    made: list[Reading] = []
    for number in range(draw(st.integers(1, 6))):
        parts = draw(st.lists(st.sampled_from(SENTENCES), min_size=0, max_size=4))
        word = draw(st.sampled_from(WEEKDAYS))
        text = " ".join([f"On {word} it was so.", *parts])
        spans: list[SentenceSpan] = []
        at = 0
        for part in [f"On {word} it was so.", *parts]:
            spans.append(SentenceSpan(at, at + len(part), 0))
            at += len(part) + 1
        day = draw(st.none() | st.dates(datetime.date(2015, 1, 1), datetime.date(2016, 12, 31)))
        value = TimeValue(form="weekday", weekday=("Monday", "Tuesday", "", "", "Friday").index(word), direction=-1)
        source = draw(st.sampled_from([None, "Post", "Echo"]))
        article = CleanArticle(
            id=f"a{number}", path="-", text=text, source_name=source,
            published=Published(day, day, "metadata") if day else None, paragraphs=(Paragraph(0, len(text)),),
        )  # fmt: skip
        made.append(Reading(article=article, sentences=tuple(spans), times=(TimeExpression(0, 3, 3 + len(word), word, value),)))
    return made


@given(readings(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_whatever_the_articles_say(case: list[Reading], random: Random) -> None:
    """Spans hold their exact text, given dates stay, each article has one story, and the order of reading changes nothing."""
    texts = {reading.article.id: reading.article.text for reading in case}
    copies = find_copies(case)
    for copy in copies:
        assert copy.a.article < copy.b.article
        assert 0 < copy.similarity <= 1
        assert all(texts[span.article][span.start : span.end] == span.text for span in (copy.a, copy.b))
    published = date_articles(case, NOBODY, copies)
    for reading in case:
        if reading.article.published:
            assert published[reading.article.id] == reading.article.published
    for found in published.values():
        assert found.start is not None
        assert found.end is not None
        assert found.start <= found.end
        assert all(texts[span.article][span.start : span.end] == span.text for span in found.evidence)
    stories = find_stories(case, published, NOBODY, copies)
    assert sorted(article for story in stories for article in story.articles) == sorted(texts)
    assert all(story.follows in {other.id for other in stories} - {story.id} for story in stories if story.follows)
    shuffled = list(case)
    random.shuffle(shuffled)
    assert find_copies(shuffled) == copies
    assert date_articles(shuffled, NOBODY, copies) == published
    assert find_stories(shuffled, published, NOBODY, copies) == stories
