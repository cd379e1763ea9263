"""Whatever the articles say, the order in which they are read changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.linking.actors.resolve import link_actors
from accord.linking.places.resolve import link_places
from accord.model.reading import CleanArticle, Fact, MentionDraft, Reading, SentenceSpan

_NAMES = (
    ("Hamid Karzai", "person", None),
    ("Hamed Karzai", "person", None),
    ("Karzai", "person", None),
    ("Mahmud Karzai", "person", None),
    ("Salah al-Din Rabbani", "person", "AFG"),
    ("Salahuddin Rabbani", "person", None),
    ("Afghan National Army", "organization", "AFG"),
    ("ANA", "organization", None),
    ("Ministry of Defence", "organization", None),
    ("Defense Ministry", "organization", "AFG"),
    ("Afghanistan", "state", "AFG"),
    ("Kabul", "place", None),
    ("Government of National Unity", "organization", "AFG"),
)


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Draw a case of a few articles, each naming some actors, with a few facts among them."""
    case = []
    for number in range(draw(st.integers(1, 5))):
        chosen = draw(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=6))
        text, mentions = "", []
        for name, label, country in chosen:
            form = draw(st.sampled_from(("name", "metonym"))) if label == "place" else "name"
            known = "AFG" if form == "metonym" else country
            mentions.append(
                MentionDraft(
                    sentence=0, start=len(text), end=len(text) + len(name), text=name, form=form, label=label, country=known
                )  # type: ignore[arg-type]
            )
            text += name + draw(st.sampled_from((" and ", " met ", ", ", ". ")))
        indexes = st.integers(0, len(mentions) - 1)
        facts = [
            Fact(kind=kind, subject=one, start=0, end=1, value="President" if kind == "title" else None, object=two)  # type: ignore[arg-type]
            for kind, one, two in draw(
                st.lists(st.tuples(st.sampled_from(("title", "alias", "member_of")), indexes, indexes), max_size=2)
            )
        ]
        article = CleanArticle(id=f"a{number}", path=f"a{number}", text=text)
        sentences = (SentenceSpan(0, len(text), 0),)
        case.append(Reading(article=article, sentences=sentences, mentions=tuple(mentions), facts=tuple(facts)))
    return case


@given(readings(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_of_readings_does_not_matter(case: list[Reading], random: object) -> None:
    """Shuffled readings give equal actors, parties, reasons and places."""
    shuffled = list(case)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link_actors(shuffled) == link_actors(case)
    assert link_places(shuffled) == link_places(case)


@given(readings())
@settings(max_examples=60, deadline=None)
def test_links_hold_together(case: list[Reading]) -> None:
    """Every mention points at an actor that exists, ids are unique and sorted, and each party is an actor."""
    links = link_actors(case)
    ids = [actor.id for actor in links.actors]
    assert ids == sorted(set(ids))
    assert set(links.of_mention.values()) == set(ids)
    assert set(links.party_of) == set(ids)
    assert set(links.party_of.values()) <= set(ids)


@pytest.mark.parametrize("copies", [1, 3])
def test_repeated_articles_change_counts_alone(copies: int) -> None:
    """Telling the same again gives the same actors."""
    text = "Hamid Karzai met Salah al-Din Rabbani."
    spans = ((0, 12), (17, 37))
    mentions = tuple(MentionDraft(sentence=0, start=s, end=e, text=text[s:e], form="name", label="person") for s, e in spans)
    case = [Reading(article=CleanArticle(id=f"a{n}", path="", text=text), mentions=mentions) for n in range(copies)]
    assert [actor.name for actor in link_actors(case).actors] == [actor.name for actor in link_actors(case[:1]).actors]
