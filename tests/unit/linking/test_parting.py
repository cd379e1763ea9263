"""Groups of like articles: two like happenings are parted, one happening is left whole."""

import pytest

from accord.linking.likeness.parting import part_group
from accord.model.reading import Reading

from .make_readings import make_reading

_COMMON = "A ferry sank in a storm and passengers drowned before rescuers came."
_ONE = (
    "The Nordlys went down off Skarvik with 41 aboard, said harbour master Liv Torgersen.",
    "Liv Torgersen told reporters at Skarvik that the Nordlys sent no call.",
    "Divers from Skarvik found the hull of the Nordlys upright.",
    "Among the 41 on the Nordlys were pupils of Skarvik, Torgersen said.",
    "The owner of the Nordlys said she was sound when she left Skarvik; Torgersen doubted it.",
    "Families gathered at Skarvik, where Torgersen read the names from the Nordlys.",
)
_OTHER = (
    "Some 112 people on the Melati were lost near Batu Rendah, Captain Hadi Kusuma reported.",
    "Kusuma blamed cargo stacked on the deck of the Melati at Batu Rendah.",
    "Fishermen of Batu Rendah pulled survivors of the Melati from the water.",
    "The Melati was built for 60, not 112, an inspector in Batu Rendah wrote of Kusuma.",
    "Kusuma was held by police in Batu Rendah after the Melati turned over.",
    "Batu Rendah mourns the 112 of the Melati.",
)


def tell(lines: tuple[str, ...], letter: str) -> list[Reading]:
    return [make_reading(f"{letter}{n}", f"{_COMMON} {line}", title="Ferry sinks") for n, line in enumerate(lines)]


def test_two_like_happenings_are_parted_by_their_names() -> None:
    """Two sinkings that differ in ships, places and people are two groups, whatever the order of the articles."""
    readings = tell(_ONE, "a") + tell(_OTHER, "b")
    assert part_group(readings) == (tuple(range(6)), tuple(range(6, 12)))
    assert part_group(readings[::2] + readings[1::2]) == ((0, 1, 2, 6, 7, 8), (3, 4, 5, 9, 10, 11))


@pytest.mark.parametrize("readings", [tell(_ONE, "a"), tell(_ONE, "a") + tell(_ONE, "b"), tell(_ONE, "a")[:1], []])
def test_one_happening_stays_whole(readings: list[Reading]) -> None:
    """Articles of one sinking, also told twice, are one group."""
    assert part_group(readings) == (tuple(range(len(readings))),)


def test_few_strays_are_left() -> None:
    """Two articles of another sinking are too few to be told from chance."""
    assert len(part_group(tell(_ONE, "a") + tell(_OTHER, "b")[:2])) == 1
