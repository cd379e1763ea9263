"""The mention lines: every span that names or refers to a resolved actor or place.

In: the case. Out: one line per span and kind. A plural whose members are known has no line of its own.
"""

from accord.linking.case import Case
from accord.linking.reports import mention_id
from accord.model.record import Mention


def list_mentions(case: Case) -> tuple[Mention, ...]:
    """Return the mentions that resolved, sorted by id."""
    found: dict[str, Mention] = {}
    for reading in case.readings:
        article = reading.article.id
        for index, draft in enumerate(reading.mentions):
            span = case.span(article, draft.start, draft.end)
            for kind, links in (("actor", case.actors.of_mention), ("place", case.places.of_mention)):
                linked = links.get((article, index))
                if linked is None:
                    continue
                line_id = mention_id(case, article, index, kind)
                found[line_id] = Mention(
                    id=line_id,
                    article=article,
                    start=span.start,
                    end=span.end,
                    text=span.text,
                    form=draft.form,
                    actor=linked if kind == "actor" else None,
                    place=linked if kind == "place" else None,
                )
    return tuple(found[key] for key in sorted(found))
