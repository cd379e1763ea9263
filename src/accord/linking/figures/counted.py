"""Which act of its sentence a number counts, and whether a sentence counts more than one act.

In: a reading, or a sentence. Out: for each figure its report (by index). A number belongs to the act of a fitting kind whose
words stand in it or nearest to it. It knows one article alone.
"""

import functools
import re

from accord.data import load_yaml
from accord.model.reading import FigureDraft, Reading
from accord.model.record import EventType

_COUNTED: dict[str, frozenset[EventType]] = {
    "killed": frozenset(("ASSAULT",)),
    "injured": frozenset(("ASSAULT",)),
    "wounded": frozenset(("ASSAULT",)),
    "displaced": frozenset(("ASSAULT", "COERCE")),
    "captured": frozenset(("COERCE",)),
    "troops": frozenset(("MOBILIZE", "RETREAT")),
    "money": frozenset(("AID", "SANCTION", "AGREE", "SUPPORT")),
}
_REACH = 60
"""Characters between a number and the act it counts."""


def find_counted(reading: Reading) -> tuple[int | None, ...]:
    """Return for each figure of a reading the index of the report that it counts, or None."""
    return tuple(draft.report if draft.report is not None else _find_report(reading, draft) for draft in reading.figures)


def _find_report(reading: Reading, figure: FigureDraft) -> int | None:
    kinds = _COUNTED.get(figure.measure, frozenset())
    near = [
        (max(figure.start - report.trigger_end, report.trigger_start - figure.end, 0), index)
        for index, report in enumerate(reading.reports)
        if report.sentence == figure.sentence and report.event_type in kinds and report.status in ("actual", "negated")
    ]
    distance, index = min(near, default=(_REACH + 1, 0))
    return index if distance <= _REACH else None


@functools.cache
def _overall() -> re.Pattern[str]:
    words = "|".join(load_yaml("incidents")["long"])
    before, after = r"\b(?:in|since|of|during|by) (?:\w+[ ’'s]*){0,3}\b", r"\b (?:has|have|had)\b"
    return re.compile(rf"{before}(?:{words})\b|\b(?:{words}){after}", re.IGNORECASE)


def is_overall(sentence: str) -> bool:
    """Return whether a sentence counts what a war or the like did, not one attack.

    >>> is_overall("More than 900 people have died in the civil war."), is_overall("The blast killed 9 people.")
    (True, False)
    """
    return _overall().search(sentence) is not None
