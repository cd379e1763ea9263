"""Score a record against what a reader wrote down: examples/expected/facts.json → share of facts found, and what is missed.

Spans match where they overlap, actors by any of their spellings, dates where they lie in the days asked for; never by ids.
What the reader did not write down is not scored: this measures what is found, not what is wrong.
"""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from accord.model.record import Event, Figure, Record, Report, Span

Fact = Mapping[str, Any]
Checked = Iterator[tuple[str, bool, str]]
"""Part, whether the record has it, and what was asked for."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts of each part were found, of how many asked for; and a line for each that was missed."""

    parts: dict[str, tuple[int, int]]
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        """Return the share of all facts that were found."""
        got, asked = (sum(part[side] for part in self.parts.values()) for side in (0, 1))
        return got / asked if asked else 0.0


def score_facts(record: Record, texts: Mapping[str, str], facts: Fact) -> Score:
    """Score a record; `texts` are the stored texts by article id."""
    parts: dict[str, tuple[int, int]] = {}
    missed = []
    for part, good, what in _Reader(record, texts).check(facts):
        got, asked = parts.get(part, (0, 0))
        parts[part] = (got + good, asked + 1)
        if not good:
            missed.append(f"{part}: {what}")
    return Score(parts, tuple(missed))


def fold_name(text: str) -> str:
    """Return a name without accents, case, article, possessive and kinds of quotes and blanks."""
    plain = unicodedata.normalize("NFKD", text).replace("’", "'")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    return re.sub(r"^(the|a|an) |'s?$", "", re.sub(r"\s+", " ", plain).strip())


def _lies_in(date: Any, days: list[str]) -> bool:
    if date is None or date.start is None or date.end is None:
        return False
    first, last = map(datetime.date.fromisoformat, days)
    return bool(first <= date.start and date.end <= last)


class _Reader:
    """A record, looked up the way a reader's facts name things: by file, quoted words and spellings."""

    def __init__(self, record: Record, texts: Mapping[str, str]) -> None:
        self.record = record
        self.articles = {article.path.rsplit("/", 1)[-1]: article for article in record.articles}
        self.texts = texts
        self.events = {event.id: event for event in record.events}
        self.names: dict[str, set[str]] = {}
        for thing in (*record.actors, *record.places):
            self.names.setdefault(thing.id, set()).update(map(fold_name, (thing.name, *(a.text for a in thing.aliases))))

    def check(self, facts: Fact) -> Checked:
        for one in facts["articles"]:
            yield from self._check_article(one)
        for one in facts["actors"]:
            yield from self._check_actor(one)
        for one, other in facts["apart"]:
            ours, theirs = self._named(one), self._named(other)
            yield "apart", bool(ours and theirs and not ours & theirs), f"{one}, {other}"
        for one in facts["events"]:
            yield from self._check_event(one)
        yield from self._check_figures(facts)
        for one in facts["agreements"]:
            yield from self._check_agreement(one)
        for one, other in facts["copies"]:
            yield "copy", self._has_copy(self._find(one), self._find(other)), one["text"][:60]
        yield from self._check_stories(facts)

    def _named(self, name: str) -> set[str]:
        return {id for id, names in self.names.items() if fold_name(name) in names}

    def _find(self, quote: Fact) -> Span:
        article = self.articles[quote["article"]]
        text = self.texts[article.id].replace("’", "'")
        start = text.index(quote["text"].replace("’", "'"))
        return Span(article.id, start, start + len(quote["text"]), quote["text"])

    def _overlaps(self, one: Span, other: Span) -> bool:
        return one.article == other.article and one.start < other.end and other.start < one.end

    def _reports_on(self, quote: Fact, types: set[str]) -> list[Report]:
        span = self._find(quote)
        return [r for r in self.record.reports if r.event_type in types and self._overlaps(r.span, span)]

    def _check_article(self, fact: Fact) -> Checked:
        file, article = fact["file"], self.articles.get(fact["file"])
        yield "article", article is not None, file
        if article is None:
            return
        sources = {source.id: source.name for source in self.record.sources}
        source = sources.get(article.source or "", "")
        yield "source", fold_name(source) == fold_name(fact["source"]), f"{file}: {source!r}"
        yield "title", article.title == fact["title"], f"{file}: {article.title!r}"
        if "byline" in fact:
            yield "byline", fact["byline"] in (article.byline or ""), f"{file}: {article.byline!r}"
        known = article.published
        yield "published", _lies_in(known, fact["published"]), f"{file}: {known and (known.start, known.end)}"
        yield "basis", known is not None and known.basis == fact["basis"], f"{file}: {known and known.basis}"
        text = self.texts[article.id]
        for words in fact["furniture"]:
            at = text.find(words)
            gone = at < 0 or any(r.start <= at and at + len(words) <= r.end for r in article.removed)
            yield "furniture", gone, f"{file} keeps {words!r}"

    def _check_actor(self, fact: Fact) -> Checked:
        asked = {fold_name(alias) for alias in fact["aliases"]}
        named = sorted(actor.id for actor in self.record.actors if self.names[actor.id] & asked)
        best = max(named, key=lambda id: len(self.names[id] & asked), default="")
        for alias in fact["aliases"]:
            yield "spelling", fold_name(alias) in self.names.get(best, set()), f"{fact['name']}: {alias}"
        actor = next((actor for actor in self.record.actors if actor.id == best), None)
        for field in ("type", "country"):
            if field in fact:
                value = getattr(actor, field, None)
                yield field, value == fact[field], f"{fact['name']}: {value}"

    def _check_event(self, fact: Fact) -> Checked:
        name, types = fact["id"], set(fact["event_type"].split("|"))
        by_quote = [self._reports_on(quote, types) for quote in fact["reports"]]
        for quote, found in zip(fact["reports"], by_quote, strict=True):
            yield "report", bool(found), f"{name}: {quote['article']}: {quote['text'][:60]}"
        ids = [{report.event for report in found} for found in by_quote]
        if len(ids) > 1:
            yield "one event", bool(set.intersection(*ids)), name
        reports = [report for found in by_quote for report in found]
        events = [self.events[id] for id in sorted(set().union(*ids))]
        yield from self._check_parties(fact, events)
        yield "status", any(e.status == fact.get("status", "actual") for e in (*events, *reports)), name
        yield from self._check_optional(fact, events, reports)

    def _check_parties(self, fact: Fact, events: Iterable[Event]) -> Checked:
        for role in ("actor", "recipient"):
            for party in fact.get(role, ()):
                wanted = self._named(party)
                yield role, any(wanted & set(getattr(event, role)) for event in events), f"{fact['id']}: {party}"

    def _check_optional(self, fact: Fact, events: list[Event], reports: list[Report]) -> Checked:
        name, lines = fact["id"], (*events, *reports)
        ids = {event.id for event in events}
        if "date" in fact:
            known = sorted({f"{line.date.start}..{line.date.end}" for line in lines if line.date})
            yield "date", any(_lies_in(line.date, fact["date"]) for line in lines), f"{name}: {known}, asked {fact['date']}"
        if "mode" in fact:
            yield "mode", any(line.mode == fact["mode"] for line in lines), f"{name}: {[e.mode for e in events]}"
        if "historical" in fact:
            yield "historical", any(line.historical for line in lines), name
        if "location" in fact:
            wanted = self._named(fact["location"])
            yield "location", any(line.location in wanted for line in lines), f"{name}: {fact['location']}"
        if "origins" in fact:
            yield "origins", any(e.origins and all(o.interested for o in e.origins) for e in events), name
        for voice in fact.get("voices", ()):
            wanted = self._named(voice)
            told = any(v.actor in wanted or fold_name(voice) in fold_name(v.text) for r in reports for v in r.voices)
            yield "voice", told, f"{name}: {voice}"
        if "disagreement" in fact:
            field = fact["disagreement"]["field"]
            yield (
                "disagreement",
                any(d.about in ids and d.field == field for d in self.record.disagreements),
                f"{name}: {field}",
            )

    def _check_figures(self, facts: Fact) -> Checked:
        for fact in facts["figures"]:
            spans = [self._find(quote) for quote in fact["reports"]]
            told = [f for f in self.record.figures if any(self._overlaps(a, b) for a in f.reports for b in spans)]
            good = any(f.measure == fact["measure"] and _is_value(f, fact) for f in told)
            yield "figure", good, f"{fact['measure']} {fact.get('at_least') or fact.get('exact')}: {[f.measure for f in told]}"
        figures = {figure.id: figure for figure in self.record.figures}
        for measure, *values in facts["figure_disagreements"]:
            told = any(
                {re.sub(r"\D", "", position.value) for position in d.positions} >= set(map(str, values))
                for d in self.record.disagreements
                if d.about in figures or d.field == measure
            )
            yield "disagreement", told, f"{measure}: {values}"

    def _check_agreement(self, fact: Fact) -> Checked:
        asked = set(map(fold_name, fact["aliases"]))
        mine = [a for a in self.record.agreements if set(map(fold_name, (a.name, *a.aliases))) & asked]
        yield "agreement", bool(mine), fact["name"]
        for party in fact["parties"]:
            yield "party", any(self._named(party) & set(a.parties) for a in mine), f"{fact['name']}: {party}"
        for stage, day in fact["stages"]:
            dates = [one.date for a in mine for one in a.stages if one.stage == stage]
            yield "stage", any(_lies_in(date, [day, day]) for date in dates), f"{fact['name']}: {stage} {day}"

    def _has_copy(self, one: Span, other: Span) -> bool:
        pairs = [(copy.a, copy.b) for copy in self.record.copies]
        return any(self._overlaps(a, one) and self._overlaps(b, other) for a, b in (*pairs, *((b, a) for a, b in pairs)))

    def _check_stories(self, facts: Fact) -> Checked:
        story_of = {article: story for story in self.record.stories for article in story.articles}
        found = {file: story_of.get(article.id) for file, article in self.articles.items()}
        for group in facts["stories"]:
            others = [file for other in facts["stories"] if other is not group for file in other]
            stories = {id(found[file]) for file in group}
            yield "story", len(stories) == 1 and not stories & {id(found[file]) for file in others}, ", ".join(group)
        for later, earlier in facts["follows"]:
            one, other = found[later], found[earlier]
            yield "follows", bool(one and other and one.follows == other.id), f"{later} after {earlier}"


def _is_value(figure: Figure, fact: Fact) -> bool:
    value = figure.value
    if "at_least" in fact:
        return value.at_least == fact["at_least"]
    return fact["exact"] in (value.exact, value.at_least) or (value.exact is None and value.at_most == fact["exact"])
