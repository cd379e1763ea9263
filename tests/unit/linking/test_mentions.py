"""Which of its two meanings the name of a state has where it stands."""

import dataclasses

import pytest

from accord.linking.links import PlaceLinks
from accord.linking.mentions import list_mentions
from accord.model.record import Place

from .pile import Paper, make_pile

CASES = [
    ("Fighting broke out in northern Ruritania.", "place"),
    ("The envoy travelled to Ruritania.", "place"),
    ("The accord angered Ruritania.", "actor"),
    ("Ruritania protested.", "actor"),
]


@pytest.mark.parametrize(("text", "kind"), CASES)
def test_a_state_is_a_place_where_something_is_there(text: str, kind: str) -> None:
    """A span has one line: the place after "in" and "to", else the state."""
    paper = Paper("a", [text])
    index = paper.mention(0, "Ruritania")
    pile = make_pile(paper)
    places = PlaceLinks((Place(id="place-1", name="Ruritania", country="RUR"),), {("a", index): "place-1"})
    (line,) = list_mentions(dataclasses.replace(pile, places=places))
    assert ("place" if line.place else "actor") == kind


def test_who_takes_part_is_an_actor() -> None:
    """A report's party keeps its mention, whatever stands before it."""
    paper = Paper("a", ["Sylvania sent arms to Ruritania."])
    index = paper.mention(0, "Ruritania")
    paper.report(0, "sent", "AID", actors=["Sylvania"], recipients=["Ruritania"])
    pile = make_pile(paper)
    places = PlaceLinks((Place(id="place-1", name="Ruritania", country="RUR"),), {("a", index): "place-1"})
    assert all(line.actor for line in list_mentions(dataclasses.replace(pile, places=places)))
