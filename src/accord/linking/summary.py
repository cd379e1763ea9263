"""One line that says what an event is, in the words of one of its reports.

In: the accounts of an event. Out: a line cut from the best report's sentence, never words that no article says.
"""

import re
from collections.abc import Sequence

from accord.linking.case import Case
from accord.linking.reports import Account

_LONGEST = 180
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[–—-]\s|[.!?](?=\s|$)|\s(?=(?:and|but) (?:also )?\w+ed\s)")


def summarize(case: Case, group: Sequence[Account]) -> str:
    """Return the clause of the report that tells most about the event in the fewest words."""
    best = min(group, key=lambda account: (_rank(account, _count_others(case, account)), account.report.id))
    text = _cut_clause(case, best)
    return text[:1].upper() + text[1:]


def _rank(account: Account, others: int) -> tuple[object, ...]:
    """Order reports: told as done, with actor and recipient named, few other acts beside it, in a title, sure, short."""
    report = account.report
    named = bool(report.actor) + bool(report.recipient)
    return (
        report.status != "actual",
        -named,
        others > 1,
        not account.title,
        -round(report.confidence or 0.5, 1),
        len(report.quote),
    )


def _count_others(case: Case, account: Account) -> int:
    """Return how many other acts the sentence tells of."""
    drafts = case.by_article[account.report.article].reports
    return sum(
        draft.sentence == account.draft.sentence and draft.trigger_start != account.draft.trigger_start for draft in drafts
    )


def _cut_clause(case: Case, account: Account) -> str:
    """Return a sentence that tells of this act alone, else the part from its first participant to the end of its clause."""
    draft, quote = account.draft, account.report.quote
    reading = case.by_article[account.report.article]
    if len(quote) <= _LONGEST and not _count_others(case, account):
        return _trim(quote)
    named = (*draft.actors, *draft.recipients, *((draft.location,) if draft.location is not None else ()))
    spans = [(draft.trigger_start, draft.trigger_end), *((reading.mentions[i].start, reading.mentions[i].end) for i in named)]
    if draft.instrument is not None:
        spans.append((reading.instruments[draft.instrument].start, reading.instruments[draft.instrument].end))
    inside = [span for span in spans if span[0] >= draft.start and span[1] <= draft.end]
    start, end = min(span[0] for span in inside), max(span[1] for span in inside)
    text = reading.article.text
    stop = _CLAUSE_END.search(text, end, draft.end)
    line = _trim(text[start : stop.start() if stop is not None else draft.end])
    return line if len(line) <= _LONGEST else line[: line.rfind(" ", 0, _LONGEST)].rstrip(",;: ") + " …"


def _trim(text: str) -> str:
    """Return a passage in one line without the signs at its ends."""
    return " ".join(text.split()).strip(" \"'“”‘’,;:").rstrip(".")
