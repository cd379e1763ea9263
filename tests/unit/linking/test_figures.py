"""Numbers with one meaning merged across articles."""

import datetime

from accord.linking.link import link_case
from accord.model.record import Figure

from .pile import Paper, make_pile

DAY = datetime.date(2022, 5, 6)


def write(name: str, text: str, words: str, *, voice: str | None = None, day: datetime.date = DAY, **more: float) -> Paper:
    paper = Paper(name, [text], source=f"{name} News", published=day)
    voices = (paper.voice(0, voice),) if voice else ()
    paper.figure(0, words, "killed", unit="people", voices=voices, **more)
    return paper


def figures(*papers: Paper) -> tuple[Figure, ...]:
    return link_case(make_pile(*papers)).figures


def test_one_number_on_one_voice_is_one_figure() -> None:
    """The same bound on the word of the same body is one figure with both passages."""
    one = write("a", "More than 300 have died, UNO says.", "More than 300", voice="UNO", at_least=300)
    other = write("b", "UNO counted more than 300 deaths.", "more than 300 deaths", voice="UNO", at_least=300)
    (figure,) = figures(one, other)
    assert [span.text for span in figure.reports] == ["More than 300", "more than 300 deaths"]


def test_equal_numbers_of_different_things_stay_apart() -> None:
    """Twelve killed in a flood and twelve killed at a rally are two figures; so are last year's and this year's."""
    flood = write("a", "The flood in the valley killed 12 farmers.", "12", exact=12)
    rally = write("b", "Police killed 12 at a rally.", "12", exact=12)
    earlier = write("c", "The flood in the valley killed 12 farmers.", "12", exact=12, day=datetime.date(2021, 5, 6))
    assert len(figures(flood, rally, earlier)) == 3


def test_different_values_are_different_figures() -> None:
    """Two tolls of one flood are both kept."""
    one = write("a", "The flood in the valley killed 12 farmers.", "12", exact=12)
    other = write("b", "The flood in the valley killed 15 farmers.", "15", exact=15)
    assert {figure.value.exact for figure in figures(one, other)} == {12, 15}
