"""When an act is told to be, where the time hangs on another clause."""

import pytest

from accord.pipeline import read_article


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Nine people were killed when a shell hit a school on Friday, the mayor said.", {"kill": "Friday"}),
        ("Two soldiers were wounded while they guarded a bridge on Sunday, the army said.", {"wound": "Sunday"}),
        ("The minister resigned on Monday, as he had promised on Friday.", {"resign": "Monday"}),
    ],
)
def test_clauses_of_the_same_moment_share_their_time(text: str, times: dict[str, str]) -> None:
    """A "when" or "while" clause dates the act it hangs on, unless that has a day of its own."""
    reading = read_article(text)
    found = {report.lemma: reading.times[report.time].text for report in reading.reports if report.time is not None}
    assert times.items() <= found.items()
