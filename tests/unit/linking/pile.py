"""Hand-built readings: a few lines say what an article's text yields, without parser or lexicon."""

import datetime
from dataclasses import dataclass, field, replace
from typing import Any

from accord.linking.case import Case, make_case
from accord.linking.links import ActorLinks, PlaceLinks
from accord.model.ids import make_id
from accord.model.reading import (
    CleanArticle,
    FigureDraft,
    InstrumentDraft,
    MentionDraft,
    Paragraph,
    Reading,
    ReportDraft,
    SentenceSpan,
    TimeExpression,
    VoiceDraft,
)
from accord.model.record import Actor, Alias, Copy, Place, Published, Span
from accord.model.time import TimeValue


@dataclass
class Paper:
    """One article in the making. Everything is found by its words in a sentence, counted from 0 (a title first, if any)."""

    id: str
    sentences: list[str]
    source: str | None = None
    published: datetime.date | tuple[datetime.date, datetime.date] | None = None
    title: bool = False
    credits: tuple[str, ...] = ()
    mentions: list[MentionDraft] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    reports: list[ReportDraft] = field(default_factory=list)
    figures: list[FigureDraft] = field(default_factory=list)
    instruments: list[InstrumentDraft] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.sentences)

    def find(self, sentence: int, words: str) -> tuple[int, int]:
        start = sum(len(s) + 1 for s in self.sentences[:sentence])
        at = self.text.index(words, start, start + len(self.sentences[sentence]))
        return at, at + len(words)

    def mention(self, sentence: int, words: str) -> int:
        start, end = self.find(sentence, words)
        for index, known in enumerate(self.mentions):
            if (known.start, known.end) == (start, end):
                return index
        self.mentions.append(MentionDraft(sentence=sentence, start=start, end=end, text=words, form="name", label="state"))
        return len(self.mentions) - 1

    def time(self, sentence: int, words: str, **value: Any) -> int:
        start, end = self.find(sentence, words)
        self.times.append(TimeExpression(sentence, start, end, words, TimeValue(**value)))
        return len(self.times) - 1

    def voice(self, sentence: int, words: str, *, named: bool = True) -> VoiceDraft:
        return VoiceDraft(text=words, mention=self.mention(sentence, words) if named else None)

    def instrument(self, sentence: int, words: str, head: str, **more: Any) -> int:
        start, end = self.find(sentence, words)
        parties = tuple(self.mention(sentence, name) for name in more.pop("parties", ()))
        self.instruments.append(
            InstrumentDraft(sentence=sentence, start=start, end=end, text=words, head=head, parties=parties, **more)
        )
        return len(self.instruments) - 1

    def report(self, sentence: int, trigger: str, event_type: str, **more: Any) -> int:
        start, end = self.find(sentence, trigger)
        whole = self.find(sentence, self.sentences[sentence])
        sides = {side: tuple(self.mention(sentence, name) for name in more.pop(side, ())) for side in ("actors", "recipients")}
        location = self.mention(sentence, more.pop("location")) if "location" in more else None
        self.reports.append(
            ReportDraft(
                sentence=sentence, start=whole[0], end=whole[1], trigger_start=start, trigger_end=end,
                lemma=more.pop("lemma", trigger),
                event_type=event_type, location=location, tense=more.pop("tense", "past"), **sides, **more,  # type: ignore[arg-type]
            )
        )  # fmt: skip
        return len(self.reports) - 1

    def figure(self, sentence: int, words: str, measure: str, **more: Any) -> None:
        start, end = self.find(sentence, words)
        self.figures.append(FigureDraft(sentence=sentence, start=start, end=end, text=words, measure=measure, **more))

    def reading(self) -> Reading:
        spans = [self.find(i, sentence) for i, sentence in enumerate(self.sentences)]
        kinds = ["title" if self.title and i == 0 else "body" for i in range(len(spans))]
        days = self.published if isinstance(self.published, tuple) else (self.published, self.published)
        article = CleanArticle(
            id=self.id, path=f"{self.id}.txt", text=self.text, source_name=self.source, credits=self.credits,
            title=self.sentences[0] if self.title else None,
            published=Published(days[0], days[1], "metadata") if self.published else None,
            paragraphs=tuple(Paragraph(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True)),  # type: ignore[arg-type]
        )  # fmt: skip
        return Reading(
            article=article,
            sentences=tuple(SentenceSpan(s, e, i, k) for i, ((s, e), k) in enumerate(zip(spans, kinds, strict=True))),  # type: ignore[arg-type]
            times=tuple(self.times),
            mentions=tuple(self.mentions),
            instruments=tuple(self.instruments),
            reports=tuple(self.reports),
            figures=tuple(self.figures),
        )

    def span(self, sentence: int, words: str | None = None) -> Span:
        start, end = self.find(sentence, words or self.sentences[sentence])
        return Span(self.id, start, end, self.text[start:end])


def actor_id(name: str) -> str:
    return make_id("actor", name)


def make_pile(*papers: Paper, party_of: dict[str, str] | None = None, copies: tuple[Copy, ...] = (), **types: str) -> Case:
    """Put papers into a case in which every mention text is one actor; `Place …` texts are places.

    Args:
        party_of: name → name of the party it counts as; a state's country is its own name's first three letters.
        types: actor type by name, "state" unless given.
    """
    names = sorted({m.text for paper in papers for m in paper.mentions} | set((party_of or {}).values()))
    places = [name for name in names if types.get(name) == "place"]
    actors = tuple(
        Actor(
            id=actor_id(name), name=name, type=types.get(name, "state"), country=name[:3].upper(),  # type: ignore[arg-type]
            aliases=(Alias(name, 1),),
        )
        for name in names
        if name not in places
    )  # fmt: skip
    keyed = [((paper.id, i), m.text) for paper in papers for i, m in enumerate(paper.mentions)]
    return make_case(
        [paper.reading() for paper in papers],
        ActorLinks(
            actors=tuple(sorted(actors, key=lambda actor: actor.id)),
            of_mention={key: actor_id(text) for key, text in keyed if text not in places},
            party_of={actor_id(name): actor_id(party) for name, party in (party_of or {}).items()},
        ),
        PlaceLinks(
            places=tuple(
                Place(id=make_id("place", name), name=name, country=name[:3].upper(), geonames_id=len(name)) for name in places
            ),
            of_mention={key: make_id("place", text) for key, text in keyed if text in places},
        ),
        {paper.id: published for paper in papers if (published := paper.reading().article.published)},
        copies,
    )


def copy_of(one: Span, other: Span) -> Copy:
    return Copy(id=make_id("copy", one, other), a=one, b=other, similarity=1.0)


__all__ = ["Paper", "actor_id", "copy_of", "make_pile", "replace"]
