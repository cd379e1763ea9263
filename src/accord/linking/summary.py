"""One line that says what an event is, in the words of one of its reports.

In: the accounts of an event. Out: a line cut from the best report's sentence, never words that no article says.
"""

import re
from collections.abc import Sequence

from accord.linking.case import Case
from accord.linking.reports import Account

_LONGEST = 180


def summarize(case: Case, group: Sequence[Account]) -> str:
    """Return the clause of the report that tells most about the event in the fewest words."""
    best = min(group, key=_rank)
    text = _cut_clause(case, best)
    return text[:1].upper() + text[1:]


def _rank(account: Account) -> tuple[object, ...]:
    """Order reports: told as done, with actor and recipient named, in a title, sure, short."""
    report = account.report
    named = bool(report.actor) + bool(report.recipient)
    return (
        report.status != "actual",
        -named,
        not account.title,
        -round(report.confidence or 0.5, 1),
        len(report.quote),
        report.id,
    )


def _cut_clause(case: Case, account: Account) -> str:
    """Return the sentence, or where it is long the part from the first participant to the end of the act's clause."""
    draft, article = account.draft, account.report.article
    quote = account.report.quote
    if len(quote) <= _LONGEST:
        return quote.strip(" \"'“”‘’").rstrip(".")
    reading = case.by_article[article]
    inside = [
        reading.mentions[i]
        for i in (*draft.actors, *draft.recipients, *((draft.location,) if draft.location is not None else ()))
        if reading.mentions[i].start >= draft.start and reading.mentions[i].end <= draft.end
    ]
    start = min([draft.trigger_start, *(m.start for m in inside)])
    end = max([draft.trigger_end, *(m.end for m in inside)])
    text = reading.article.text
    stop = re.compile(r"[,;:.]?\s|$").search(text, end)
    following = re.compile(r"[,;:](?=\s)|\s[–—-]\s|[.!?](?=\s|$)").search(text, end, draft.end)
    end = following.start() if following is not None else draft.end if stop else end
    line = " ".join(text[start:end].split()).strip(" \"'“”‘’,;:")
    return line if len(line) <= _LONGEST else line[: line.rfind(" ", 0, _LONGEST)].rstrip(",;: ") + " …"
