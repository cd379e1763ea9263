"""One line that says what an event is, in the words of one of its reports.

In: the accounts of an event. Out: a line cut from the sentence that reads best, never words that no article says, but for a
name where the sentence begins with a pronoun. Every account offers its sentence, where that is mainly about the act, and the
clause of the act; the line with the fewest faults is taken.
"""

import re
from collections.abc import Iterator, Sequence

from accord.data import load_yaml
from accord.linking.case import Case
from accord.linking.events.reports import Account
from accord.model.record import Status

_LONGEST, _SHORTEST = 160, 24
_CLAUSE_END = re.compile(
    r",(?=\s)(?!\s[\w’'-]+(?:\s[\w’'-]+)?,?\s(?:and|or)\s)|[;:](?=\s)|\s[–—-]\s"
    r"|[!?](?=\s|$)|[\"”](?=\s|$)|\s(?=(?:and|but) (?:also )?\w+ed\s)"
)
"""Where a clause ends; a comma before "Y and Z" only goes on with a list."""
_CLAUSE_START = re.compile(
    r"(?:[,;:“\"(]|\s[–—-])\s*|\b(?:that|whether|because|while|although|but|and|as|when|after|before|if|which|who)\s"
)
_DATE_LINE = re.compile(r"^(?:[•*·–—-]\s*|\([A-Z]{2,}\)\s*|[A-Z][A-Z ,.]{3,}(?:\s*\([^)]*\))?\s*[–—-]+\s*)+")
_OPENING = re.compile(
    r"^(?:(?:However|Meanwhile|Instead|Therefore|Moreover|Furthermore|Also|Still|Indeed|Nevertheless|Nonetheless|Elsewhere"
    r"|In addition|In turn|As a result|For example|On the other hand), |(?:But|And|Yet) )(?=\w)"
)
"""Words that tie a sentence to the one before it."""
_SELF = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|you|You|your)\b")
_PRONOUNS = {"he": "person", "she": "person", "it": "body", "they": "body"}


def summarize(case: Case, group: Sequence[Account], status: Status = "actual") -> str:
    """Return the line that tells of the event, in its status where any report does, with the fewest faults."""
    group = [account for account in group if account.report.status == status] or group
    offers = [
        (fault, _rank(case, account), account.report.id, line)
        for account in group
        for line, fault in _offer_lines(case, account)
    ]
    line = min(offers)[3]
    return line[:1].upper() + line[1:]


def _rank(case: Case, account: Account) -> tuple[object, ...]:
    """Order reports with equal faults: in a title, with actor and recipient, few other acts beside it, sure, short."""
    report = account.report
    return (
        not account.title,
        -bool(report.actor) - bool(report.recipient),
        len(_list_others(case, account)) > 1,
        not account.lead,
        -round(report.confidence or 0.5, 1),
        len(report.quote),
    )


def _list_others(case: Case, account: Account) -> list[int]:
    """Return where the other acts of the sentence stand."""
    drafts = case.by_article[account.report.article].reports
    own = account.draft
    return sorted({d.trigger_start for d in drafts if d.sentence == own.sentence and d.trigger_start != own.trigger_start})


def _offer_lines(case: Case, account: Account) -> Iterator[tuple[str, int]]:
    """Yield the lines an account offers, with their faults: its sentence, best if it tells of nothing else, and its clause."""
    text = case.by_article[account.report.article].article.text
    start, end = account.draft.start, account.draft.end
    others = _list_others(case, account)
    line, fault = _finish(case, account, text[start:end], start)
    yield line, fault + (bool(others) + 2 * (account.draft.trigger_start > others[0]) if others else 0)
    start, end = _find_clause(case, account, text)
    line, fault = _finish(case, account, text[start:end], start)
    yield line, fault + any(start <= other < account.draft.trigger_start for other in others)


def _find_clause(case: Case, account: Account, text: str) -> tuple[int, int]:
    """Return the part of the sentence from the start of the clause of the first participant to the end of the last one's."""
    draft, reading = account.draft, case.by_article[account.report.article]
    named = (*draft.actors, *draft.recipients, *((draft.location,) if draft.location is not None else ()))
    spans = [(draft.trigger_start, draft.trigger_end), *((reading.mentions[i].start, reading.mentions[i].end) for i in named)]
    if draft.instrument is not None:
        spans.append((reading.instruments[draft.instrument].start, reading.instruments[draft.instrument].end))
    inside = [span for span in spans if span[0] >= draft.start and span[1] <= draft.end]
    first, last = min(span[0] for span in inside), max(span[1] for span in inside)
    starts = [found.end() for found in _CLAUSE_START.finditer(text, draft.start, first) if found.end() <= first]
    stop = _CLAUSE_END.search(text, last, draft.end)
    return (starts[-1] if starts else draft.start), (stop.start() if stop is not None else draft.end)


def _finish(case: Case, account: Account, passage: str, start: int) -> tuple[str, int]:
    """Return a passage as a line, and how many faults it has as one."""
    line, named = _name_pronoun(case, account, _trim(passage))
    fault = 0 if named or _tells_actor(case, account, start, start + len(passage)) else 2
    first = line.split(" ", 1)[0].casefold().strip("\"'“”‘’,")
    first = re.split(r"['’]", first)[0]
    fault += 4 * (first in _PRONOUNS or first in load_yaml("summary")["pointing"])
    inside, cut = start > account.draft.start, start + len(passage) < account.draft.end
    fault += 4 * (inside and (first in load_yaml("summary")["joining"] or _is_headless(first)))
    fault += (4 if cut else 1) * (first in load_yaml("summary")["subordinate"])
    fault += 2 * (_SELF.search(line) is not None) + 2 * _has_open_quote(line)
    fault += 3 * (line.rsplit(" ", 1)[-1].casefold() in load_yaml("summary")["trailing"]) + 3 * (" " not in line)
    if len(line) > _LONGEST:
        return _shorten(line), fault + 2
    return line, fault + (len(line) < _SHORTEST)


def _is_headless(first: str) -> bool:
    """Whether a clause that begins with this word has lost its subject: "was filmed", "sharply condemned"."""
    return first in load_yaml("summary")["verbs"] or first.endswith(("ing", "ly"))


def _tells_actor(case: Case, account: Account, start: int, end: int) -> bool:
    """Whether a passage names who acts, where the report says so."""
    mentions = case.by_article[account.report.article].mentions
    return not account.draft.actors or any(start <= mentions[i].start and mentions[i].end <= end for i in account.draft.actors)


def _name_pronoun(case: Case, account: Account, line: str) -> tuple[str, bool]:
    """Put the actor's name for a pronoun that begins a line, where the report has exactly one actor with a name."""
    found = re.match(r"(He|She|It|They|he|she|it|they)(?=\s)", line)
    actors = account.report.actor
    mentions = case.by_article[account.report.article].mentions
    told = {mentions[i].text.casefold() for i in account.draft.actors}
    if found is None or len(actors) != 1 or not case.is_named(actors[0].actor) or found[0].casefold() not in told:
        return line, False
    return case.name(actors[0].actor) + line[found.end() :], True


def _has_open_quote(line: str) -> bool:
    """Whether a line has one sign of a pair of quotes or brackets without the other."""
    return line.count("“") != line.count("”") or line.count('"') % 2 == 1 or line.count("(") != line.count(")")


def _shorten(line: str) -> str:
    """Cut a line at its last clause that fits, else at a word."""
    ends = [found.start() for found in _CLAUSE_END.finditer(line, 0, _LONGEST) if found.start() >= _LONGEST // 2]
    return line[: ends[-1]] if ends else line[: line.rfind(" ", 0, _LONGEST - 1)].rstrip(",;: ") + " …"


def _trim(text: str) -> str:
    """Return a passage in one line without date line, bullets and the signs at its ends; a quotation stays whole."""
    line = _OPENING.sub("", _DATE_LINE.sub("", " ".join(text.split()))).strip(" ,;:").rstrip(".")
    for opening, closing in (("“", "”"), ('"', '"'), ("‘", "’")):
        if line.count(opening) + line.count(closing) - (opening == closing) * line.count(opening) == 1:
            line = line.strip(opening + closing)
        elif line.startswith(opening) and line.endswith(closing) and line.count(opening) == (2 if opening == closing else 1):
            line = line[1:-1]
    return line.strip(" ,;:").rstrip(".")
