"""The mention lines: every span that names or refers to a resolved actor or place.

In: the case. Out: one line per span. The name of a state is its place where it is said that something is there or goes there
("in Kenya", "to Kenya"), and the actor elsewhere; a name that takes part in a report is always the actor. A plural whose
members are known has no line of its own.
"""

import re

from accord.linking.case import Case
from accord.linking.events.reports import mention_id
from accord.model.reading import Reading
from accord.model.record import Mention

_THERE = re.compile(
    r"\b(?:in|into|inside|within|across|throughout|around|near|outside|to|from|via|over|at|leave|left|leaving|enter|entered"
    r"|entering|visit|visits|visited|visiting|reach|reached)\s+"
    r"(?:(?:north|south|east|west|central|the|all of|much of)\w*\s+){0,2}$",
    re.IGNORECASE,
)
_BEFORE = 40


def list_mentions(case: Case) -> tuple[Mention, ...]:
    """Return the mentions that resolved, sorted by id."""
    found: dict[str, Mention] = {}
    for reading in case.readings:
        article = reading.article.id
        parties = {i for report in reading.reports for i in (*report.actors, *report.recipients)}
        parties |= {part for i in parties for part in reading.mentions[i].members}
        for index, draft in enumerate(reading.mentions):
            actor, place = case.actors.of_mention.get((article, index)), case.places.of_mention.get((article, index))
            if actor is not None and place is not None:
                is_there = index not in parties and draft.form == "name" and _is_there(reading, index)
                actor, place = (None, place) if is_there else (actor, None)
            if actor is None and place is None:
                continue
            line_id = mention_id(case, article, index, "actor" if actor is not None else "place")
            found[line_id] = Mention(
                id=line_id,
                article=article,
                start=draft.start,
                end=draft.end,
                text=case.span(article, draft.start, draft.end).text,
                form=draft.form,
                actor=actor,
                place=place,
            )
    return tuple(found[key] for key in sorted(found))


def _is_there(reading: Reading, index: int) -> bool:
    """Whether the words before a mention say that something is at it or goes there."""
    start = reading.mentions[index].start
    return _THERE.search(reading.article.text, max(0, start - _BEFORE), start) is not None
