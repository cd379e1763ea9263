"""Predictions for sets of names: are two one, which spelling renders a name, where are the places of a text, what is named."""

import re
from collections.abc import Iterator

from accord.coding.names.mentions import find_mentions
from accord.coding.times.expressions import find_times
from accord.data.countries import country_of_adjective, country_of_people
from accord.language.parse import ParsedArticle, Parser
from accord.linking.actors.spelling import is_alike, rank_spellings
from accord.linking.places.gazetteer import country_spot, find_spots
from accord.linking.places.resolve import link_places
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
                found[mention.start, mention.end] = (spot.latitude, spot.longitude)
            if mention.form == "name" and mention.label in ("organization", "media", "facility"):
                found |= dict(_find_embedded(mention))
        for (_, index), name in links.of_mention.items():
            found[mentions[index].start, mentions[index].end] = (places[name].latitude, places[name].longitude)
        toponyms = [{"start": s, "end": e, "lat": lat, "lon": lon} for (s, e), (lat, lon) in sorted(found.items())]
        yield {"id": row["id"], "toponyms": toponyms}


_LARGE = 200_000


def _find_embedded(mention: MentionDraft) -> Iterator[tuple[tuple[int, int], tuple[float | None, float | None]]]:
    """Yield the countries, regions and large cities that the name of a body contains: "Dubai" in "Dubai Police"."""
    words = list(re.finditer(r"[^\W\d_][\w.'’-]*", mention.text))
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            part = words[at : at + size]
            name = mention.text[part[0].start() : part[-1].end()]
            if len(part) < size or len(part) == len(words) or not name[0].isupper() or name.lower() in _NO_PLACE:
                continue
            code = country_of_adjective(name)
            spots = (country_spot(code),) if code else find_spots(name)
            if spots and (spots[0].kind != "city" or spots[0].weight >= _LARGE):
                start = mention.start + part[0].start()
                yield (start, start + len(name)), (spots[0].latitude, spots[0].longitude)
                at += size - 1
                break
        at += 1


_NO_PLACE = frozenset({"the", "united", "national", "state", "central", "union", "university", "of", "of the"})
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


_NAME_LIKE = frozenset({"name", "metonym"})


def re3d(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Entities of a report on a conflict: actors, places, nationalities and dates, as the phrases an annotator marks."""
    for row in rows:
        parsed = parser.parse_text(row["text"])
        mentions, facts = find_mentions(parsed)
        found = {_to_entity(parsed, mentions, facts, index) for index in range(len(mentions))}
        for sentence in parsed.sentences:
            times = find_times(sentence, row["text"])
            found |= {(t.start, t.end, "Temporal") for t in times if t.value.form in ("date", "weekday", "relative")}
        yield {"id": row["id"], "entities": [{"start": s, "end": e, "type": kind} for s, e, kind in sorted(found) if kind]}


def _to_entity(
    parsed: ParsedArticle, mentions: tuple[MentionDraft, ...], facts: tuple[Fact, ...], index: int
) -> tuple[int, int, str]:
    """Return a mention with the title or article before it, a descriptor with "of …" after it, and its type."""
    mention, text = mentions[index], parsed.article.text
    named = mentions[mention.refers_to] if mention.form == "pronoun" and mention.refers_to is not None else mention
    kind = _TYPES.get(named.label, "" if mention.form == "name" else "Organisation")
    if mention.form == "metonym" or (mention.form == "descriptor" and named.label in ("state", "nationality")):
        kind = "Organisation"
    if mention.form == "pronoun":
        kind = "Person" if mention.text.lower() in {"he", "she", "him", "her", "his", "i", "me", "my"} else kind
        return mention.start, mention.end, kind
    start = mention.start
    if kind == "Person":
        titles = [fact.start for fact in facts if fact.kind == "title" and fact.subject == index and fact.start < start]
        start = min((at for at in titles if "," not in text[at:start] and start - at < 60), default=start)
    elif mention.form in _NAME_LIKE and text[max(0, start - 4) : start].lower() == "the ":
        start -= 4
    return start, _end_of_phrase(parsed, mention) if mention.form == "descriptor" else mention.end, kind


def _end_of_phrase(parsed: ParsedArticle, mention: MentionDraft) -> int:
    """Return where "of …" after a descriptor ends: "the members of the council"."""
    sentence = parsed.sentences[mention.sentence]
    inside = [t for t in sentence.doc if mention.start <= sentence.start + t.idx < mention.end]
    following = next((t for t in sentence.doc if inside and t.i == inside[-1].i + 1), None)
    if following is None or following.lower_ != "of" or following.head not in inside:
        return mention.end
    last = max(following.subtree, key=lambda t: t.i)
    whole = sentence.range(inside[0], last)
    has_clause = any(t.dep_ in ("relcl", "acl", "punct") for t in following.subtree)
    return mention.end if has_clause else whole[1]
