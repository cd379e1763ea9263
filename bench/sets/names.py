"""Predictions for sets of names: are two one, which spelling renders a name, where are the places of a text."""

import re
from collections.abc import Iterator

from accord.coding.names.mentions import find_mentions
from accord.data.countries import country_of_adjective, country_of_people, is_people
from accord.language.parse import Parser
from accord.linking.actors.spelling import is_alike, rank_spellings
from accord.linking.places.gazetteer import country_spot, find_spots
from accord.linking.places.resolve import link_places
from accord.model.reading import MentionDraft, Reading
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
            if mention.form == "name" and (mention.label == "nationality" or _is_people(mention.text)):
                spot = country_spot(mention.country) if mention.country else None
                found[mention.start, mention.end] = (spot.latitude, spot.longitude) if spot else (None, None)
            if _is_building(mention, row["text"]):
                found.setdefault((mention.start, mention.end), (None, None))
            if mention.form == "name" and mention.label in ("organization", "media", "facility"):
                found |= dict(_find_embedded(mention))
        for (_, index), name in links.of_mention.items():
            found[mentions[index].start, mentions[index].end] = (places[name].latitude, places[name].longitude)
        toponyms = [{"start": s, "end": e, "lat": lat, "lon": lon} for (s, e), (lat, lon) in sorted(found.items())]
        yield {"id": row["id"], "toponyms": toponyms}


_BUILDINGS = frozenset(
    "hospital church school university college library museum theatre theater institute centre center club court".split()
)
_INTO = re.compile(r"\b(?:at|in|near|inside|outside|to|from|of)\s+(?:the\s+)?$", re.IGNORECASE)
_LARGE = 200_000


def _is_people(text: str) -> bool:
    return bool(country_of_people(text) or is_people(text))


def _is_building(mention: MentionDraft, text: str) -> bool:
    """Whether the name of a body is that of a building where something is: "taken to Westford Hospital"."""
    words = mention.text.lower().split()
    if mention.form != "name" or mention.label not in ("organization", "facility") or len(words) < 2:
        return False
    return (
        not _BUILDINGS.isdisjoint({words[-1], words[0]})
        and _INTO.search(text, max(0, mention.start - 12), mention.start) is not None
    )


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
