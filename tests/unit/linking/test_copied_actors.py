"""Descriptions in copied passages."""

from accord.linking.actors.resolve import link_actors
from accord.model.reading import Reading
from accord.model.record import Copy, Span

from .actor_cases import Draft


def describe(article: str) -> Reading:
    """Return an article in which the two neighbours sign something."""
    draft = Draft(article, "The two neighbours signed a treaty on the river Oss.")
    draft.described("two neighbours", head="neighbour", plural=True)
    return draft.read()


def copy_all(a: Reading, b: Reading) -> Copy:
    """Return the copy of two articles that are one wording."""
    first, second = (Span(r.article.id, 0, len(r.article.text), r.article.text) for r in (a, b))
    return Copy(id="copy", a=first, b=second, similarity=1.0)


def test_a_description_in_one_wording_is_one_actor() -> None:
    """The same words of a copied passage describe one actor; the same words of two passages may be anybody."""
    a, b = describe("a"), describe("b")
    apart = link_actors([a, b])
    joined = link_actors([a, b], [copy_all(a, b)])
    assert len(set(apart.of_mention.values())) == 2
    assert len(set(joined.of_mention.values())) == 1
    assert any("copied passage" in reason for reasons in joined.why.values() for reason in reasons)
