"""Predictions for sets of names: are two one, which spelling renders a name, where are the places of a text, what is named."""

from collections.abc import Iterator

from accord.coding.names import find_mentions
from accord.coding.times import find_times
from accord.data.countries import country_of_people
from accord.language.parse import ParsedArticle, Parser
from accord.linking.gazetteer import country_spot
from accord.linking.places import link_places
from accord.linking.spelling import is_alike, rank_spellings
from accord.model.reading import Fact, MentionDraft, Reading
from bench.gold import Row


def name_pairs(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Whether two names denote one person or body."""
    for row in rows:
        yield {"id": row["id"], "match": is_alike(row["a"], row["b"], is_person=row["schema"] == "Person")}


def name_translit(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Latin spellings of a name of another script, the likeliest first."""
    for row in rows:
        yield {"id": row["id"], "ranking": rank_spellings(row["native"], row["candidates"])}


def geowebnews(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Places named in an article, with their coordinates; the set counts nationalities ("Irish") and peoples as places too."""
    for row in rows:
        parsed = parser.parse_text(row["text"])
        mentions, facts = find_mentions(parsed)
        links = link_places([Reading(article=parsed.article, sentences=parsed.spans(), mentions=mentions, facts=facts)])
        places = {place.id: place for place in links.places}
        found: dict[tuple[int, int], tuple[float | None, float | None]] = {}
        for mention in mentions:
            if (
                mention.form == "name"
                and mention.country
                and (mention.label == "nationality" or country_of_people(mention.text))
            ):
                spot = country_spot(mention.country)
                found[mention.start, mention.end] = (spot.lat, spot.lon)
        for (_, index), name in links.of_mention.items():
            found[mentions[index].start, mentions[index].end] = (places[name].latitude, places[name].longitude)
        toponyms = [{"start": s, "end": e, "lat": lat, "lon": lon} for (s, e), (lat, lon) in sorted(found.items())]
        yield {"id": row["id"], "toponyms": toponyms}


_TYPES = {
    "person": "Person",
    "organization": "Organisation",
    "group": "Organisation",
    "media": "Organisation",
    "state": "Location",
    "place": "Location",
    "facility": "Location",
    "nationality": "Nationality",
}


def re3d(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Entities of a report on a conflict: actors, places, nationalities and dates."""
    for row in rows:
        parsed = parser.parse_text(row["text"])
        mentions, facts = find_mentions(parsed)
        found = {
            _to_entity(parsed, facts, index, mention) for index, mention in enumerate(mentions) if mention.form != "pronoun"
        }
        for sentence in parsed.sentences:
            found |= {
                (t.start, t.end, "Temporal") for t in find_times(sentence, row["text"]) if t.value.form in ("date", "weekday")
            }
        yield {"id": row["id"], "entities": [{"start": s, "end": e, "type": kind} for s, e, kind in sorted(found) if kind]}


def _to_entity(parsed: ParsedArticle, facts: tuple[Fact, ...], index: int, mention: MentionDraft) -> tuple[int, int, str]:
    """Return a mention as annotators mark it: a person's name with the title before it, a metonym as an organisation."""
    kind = _TYPES.get(mention.label, "Organisation" if mention.form == "descriptor" else "")
    if mention.form == "metonym":
        kind = "Organisation"
    if mention.form == "descriptor" and kind in ("Location", "Nationality"):
        kind = "Organisation"
    start = mention.start
    if kind == "Person":
        titles = [fact.start for fact in facts if fact.kind == "title" and fact.subject == index and fact.start < start]
        before = [at for at in titles if "," not in parsed.article.text[at:start] and start - at < 60]
        start = min(before, default=start)
    return start, mention.end, kind
