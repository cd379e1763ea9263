"""The furniture families of `data/furniture.yaml` as compiled patterns. Judges one line by its own words alone."""

import functools
import re
from dataclasses import dataclass

from accord.cleaning.lines import Line
from accord.data import load_yaml


@dataclass(frozen=True, slots=True)
class Family:
    """`closes`: an article is over once such a line stands after its prose."""

    reason: str
    closes: bool
    max_words: int
    whole: re.Pattern[str] | None
    start: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None


@functools.cache
def load_families() -> tuple[Family, ...]:
    """Return the families in the order of the file: the first that fits names the reason."""
    return tuple(
        Family(
            reason=family["reason"],
            closes=family.get("closes", False),
            max_words=family["max_words"],
            whole=_join(family.get("whole"), r"\W*(?:{})[\s\W\d]*"),
            start=_join(family.get("start"), r"[^\w(\[\"']*(?:{})"),
            anywhere=_join(family.get("anywhere"), "(?:{})"),
        )
        for family in load_yaml("furniture")["families"]
    )


def _join(patterns: list[str] | None, frame: str) -> re.Pattern[str] | None:
    return re.compile(frame.format("|".join(patterns)), re.IGNORECASE) if patterns else None


_MAX_CHARACTERS = 2_000
"""Longer lines are no furniture, and patterns over them could take long."""


def find_family(line: Line) -> Family | None:
    """Return the furniture family that a line's words belong to, or None."""
    if len(line.plain) > _MAX_CHARACTERS:
        return None
    return next((family for family in load_families() if _fits(family, line)), None)


def _fits(family: Family, line: Line) -> bool:
    if line.words > family.max_words:
        return False
    if family.whole and family.whole.fullmatch(line.plain):
        return True
    if family.start and family.start.match(line.plain):
        return True
    return bool(family.anywhere and family.anywhere.search(line.plain))
