"""A small case made by hand: two invented articles and a record with a line of every kind."""

import datetime

from accord.model.reading import CleanArticle, MentionDraft, Paragraph, Reading, ReportDraft, SentenceSpan, SourceText
from accord.model.record import (
    Actor,
    Agreement,
    AgreementStage,
    Alias,
    Article,
    Copy,
    Disagreement,
    Event,
    Figure,
    Membership,
    Mention,
    Origin,
    Party,
    Place,
    Position,
    Published,
    Quantity,
    Record,
    Removed,
    Report,
    ReportDate,
    Role,
    Source,
    Span,
    Story,
    Voice,
)  # fmt: skip
from accord.model.time import When

TEXTS = {
    "article-1": "Velden signed a fishing treaty with Osterland on 3 May 2022, its ministry said.\nShare this page",
    "article-2": "Osterland’s parliament ratified the “treaty” — seven boats were seized.",
}
DAY = datetime.date(2022, 5, 3)


def make_span(article: str, words: str) -> Span:
    """Return the span of the first place where an article has the words."""
    start = TEXTS[article].index(words)
    return Span(article, start, start + len(words), words)


def make_source(article: str, path: str | None = None) -> SourceText:
    """Return a stored text as an input that was read."""
    return SourceText(id=article, path=path or f"{article}.txt", text=TEXTS[article], published=DAY)


def make_reading(source: SourceText) -> Reading:
    """Return a reading with one sentence, one mention and one report, whatever the text says."""
    end = (source.text.find("\n") + 1 or len(source.text) + 1) - 1
    return Reading(
        article=CleanArticle(id=source.id, path=source.path, text=source.text, paragraphs=(Paragraph(0, end),)),
        sentences=(SentenceSpan(0, end, 0),),
        mentions=(MentionDraft(sentence=0, start=0, end=6, text=source.text[:6], form="name"),),
        reports=(
            ReportDraft(
                sentence=0, start=0, end=end, trigger_start=7, trigger_end=13, lemma="sign", event_type="AGREE", actors=(0,)
            ),
        ),
    )


def make_mention(
    id: str, words: str, *, article: str = "article-1", actor: str | None = None, place: str | None = None
) -> Mention:
    """Return a mention at the words of an article."""
    span = make_span(article, words)
    return Mention(id=id, article=article, start=span.start, end=span.end, text=words, form="name", actor=actor, place=place)


def make_record() -> Record:
    """Return a record in which every kind and every optional field occurs; all of it holds against `TEXTS`."""
    when = When(DAY, DAY)
    sentence = make_span("article-1", TEXTS["article-1"].split("\n")[0])
    voice = Voice("its ministry", "actor-1", make_span("article-1", "said"))
    day = make_span("article-1", "3 May 2022")
    removed = Removed(TEXTS["article-1"].index("Share"), len(TEXTS["article-1"]), "share")
    return Record(
        sources=(Source(id="source-1", name="Velden Courier", type="outlet", country="NOR"),),
        articles=(
            Article(
                id="article-1", source="source-1", path="article-1.txt", title="Treaty signed", byline="A. Writer",
                published=Published(DAY, None, "inferred", (day,)), language="en", length=len(TEXTS["article-1"]),
                removed=(removed,),
            ),
            Article(
                id="article-2", source=None, path="article-2.txt", title=None, byline=None, published=None, language="en",
                length=len(TEXTS["article-2"]),
            ),
        ),
        actors=(
            Actor(
                id="actor-1", name="Velden", type="state", country="NOR", sectors=("GOV", "MIL"), aliases=(Alias("Velden", 1),),
                roles=(Role("signatory", "actor-2", (sentence,)), Role("host", None)),
                member_of=(Membership("actor-2", (sentence,)),),
            ),
            Actor(id="actor-2", name="Österland", type="state", aliases=(Alias("Osterland", 2), Alias("Österland", 1))),
        ),
        places=(Place(id="place-1", name="Velden", country="NOR", latitude=60.5, longitude=5.25, geonames_id=7),),
        mentions=(
            make_mention("mention-1", "Velden", actor="actor-1"),
            make_mention("mention-2", "Osterland", actor="actor-2"),
            make_mention("mention-3", "Osterland", article="article-2", place="place-1"),
        ),
        events=(
            Event(
                id="event-1", event_type="AGREE", mode="sign", context=("economic", "diplomatic"), actor=("actor-1",),
                recipient=("actor-2",), location="place-1", date=when, reports=("report-1",), articles=1,
                origins=(Origin("actor-1", ("report-1",), True, ("Velden says so itself",)),), agreement="agreement-1",
                summary="Velden signed a fishing treaty with Osterland",
            ),
            Event(id="event-2", event_type="COERCE", status="negated", historical=True, reports=("report-2",), articles=1),
        ),
        reports=(
            Report(
                id="report-1", event="event-1", article="article-1", span=sentence, quote=sentence.text,
                trigger=make_span("article-1", "signed"), event_type="AGREE", mode="sign", context=("economic",),
                actor=(Party("actor-1", "mention-1"),), recipient=(Party("actor-2", "mention-2"),), location="place-1",
                date=ReportDate(DAY, DAY, "day", True, "stated", day), voices=(Voice("Velden Courier"), voice), rule="sign",
                confidence=0.75,
            ),
            Report(
                id="report-2", event="event-2", article="article-2", span=make_span("article-2", "seven boats were seized"),
                quote="seven boats were seized", trigger=make_span("article-2", "seized"), event_type="COERCE",
                status="negated", historical=True,
            ),
        ),
        agreements=(
            Agreement(
                id="agreement-1", name="fishing treaty", aliases=("treaty",), parties=("actor-1", "actor-2"),
                subject=("economic",),
                stages=(AgreementStage("signed", when, ("event-1",), ("report-1",)), AgreementStage("ratified", None)),
            ),
        ),
        figures=(
            Figure(
                id="figure-1", measure="seized", value=Quantity(exact=7.0), unit="boats", of="event-2",
                as_of=When(None, DAY, "interval"), voices=(voice,), reports=(make_span("article-2", "seven"),),
            ),
            Figure(id="figure-2", measure="seized", value=Quantity()),
        ),
        copies=(Copy(id="copy-1", a=make_span("article-1", "treaty"), b=make_span("article-2", "treaty"), similarity=1.0),),
        disagreements=(
            Disagreement(
                id="disagreement-1", about="event-1", field="date", kind="conflict",
                positions=(Position("2022-05-03", ("report-1",), ("Velden",)), Position("2022-05-04", ("report-2",))),
            ),
        ),
        stories=(
            Story(id="story-1", title="The treaty", articles=("article-1",)),
            Story(id="story-2", title="The boats", articles=("article-2",), follows="story-1"),
        ),
    )  # fmt: skip
