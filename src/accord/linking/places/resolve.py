"""Resolve the mentions of places of all articles of a case.

In: readings. Out: `PlaceLinks`: places with country and coordinates where known, and the place of each mention of one, states
included, since reports happen in countries too. Of several places of a name the article's other places and countries decide,
then the case's, then size. Misspelt cities are looked for only in countries that the case is about.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from rapidfuzz import fuzz, process

from accord.data import load_yaml
from accord.data.countries import country_named, country_of_adjective, country_of_people
from accord.linking.actors.spelling import fold_name
from accord.linking.actors.surnames import find_misread_surnames
from accord.linking.links import MentionKey, PlaceLinks
from accord.linking.places.gazetteer import Spot, city_names, country_spot, find_spots, find_within, fold_place, us_states
from accord.model.ids import make_id
from accord.model.reading import CleanArticle, MentionDraft, MentionLabel, Reading
from accord.model.record import Alias, Place

_CONTAINER = re.compile(r"(?:,| in| \()\s*(?:the\s+)?([A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*){0,2})")
_PLACES = frozenset({"place", "facility", "state"})
_SPELT_ALIKE = 90
"""rapidfuzz ratio from which a name is a misspelling of a city in a country of the case."""
_MAIN_COUNTRY = 0.15
"""A country with this share of the case's mentions of countries is one the case is about."""


# How much the other places of an article that can lie in the same state or province speak for a town (tuned on GeoWebNews).
_ADMIN_STEP, _ADMIN_MOST, _HERE, _DIVISION = 0.3, 1.5, 2.5, 3


_KNOWN_WITHIN = 40_000
"""A smaller town inside a longer name counts only in a country that the article speaks of."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What an article, and the case around it, says of where things happen."""

    here: Counter[str]
    case: Counter[str]
    admins: Counter[tuple[str, str]]


def link_places(readings: Sequence[Reading]) -> PlaceLinks:
    """Resolve the mentions of places of all articles of a case."""
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    counts = [_count_countries(reading) for reading in ordered]
    case: Counter[str] = Counter()
    for count in counts:
        case.update(count)
    spots: dict[MentionKey, tuple[str, Spot | None]] = {}
    for reading, here in zip(ordered, counts, strict=True):
        spots.update(_resolve_article(reading, here, case))
    return _build(ordered, spots)


def _is_place(mention: MentionDraft) -> bool:
    """Return whether a mention names a place; a building that stands for a government is none."""
    return (
        mention.label in ("place", "state")
        if mention.form == "metonym"
        else mention.form == "name" and mention.label in _PLACES
    )


def _count_countries(reading: Reading) -> Counter[str]:
    """Count the countries an article names, by name, nationality or capital."""
    return Counter(
        m.country for m in reading.mentions if m.country and (m.label in ("state", "nationality") or m.form == "metonym")
    )


def _resolve_article(reading: Reading, here: Counter[str], case: Counter[str]) -> dict[MentionKey, tuple[str, Spot | None]]:
    """Return for each mention of a place its name and the spot it means; one name means one spot within an article."""
    wanted: dict[str, list[int]] = defaultdict(list)
    people = find_misread_surnames(reading)
    for i, mention in enumerate(reading.mentions):
        if i not in people and _is_place(mention) and fold_name(mention.text):
            wanted[fold_place(mention.text)].append(i)
    names = {folded: reading.mentions[indexes[0]].text for folded, indexes in wanted.items()}
    choices = {folded: find_spots(names[folded]) for folded in wanted}
    context = _Context(here + _sure_countries(choices, here), case, _count_admins(choices))
    found: dict[MentionKey, tuple[str, Spot | None]] = {}
    for folded, indexes in sorted(wanted.items()):
        state = next((m.country for i in indexes if (m := reading.mentions[i]).label == "state" and m.country), None)
        containers = {c for i in indexes for c in _containers(reading, i)}
        part = next((s for s in choices[folded] if s.kind == "region" and s.country == state), None)
        spot = (part or country_spot(state)) if state else _choose(choices[folded], containers, context)
        spot = spot or _find_misspelt(folded, context) or _choose_within(names[folded], containers, context)
        for i in indexes:
            found[reading.article.id, i] = (names[folded], spot)
    return found


def _containers(reading: Reading, index: int) -> set[str]:
    """Return what a name is said to lie in: "Paris, Texas", "Basra in Iraq"; folded country codes and states."""
    mention = reading.mentions[index]
    after = _CONTAINER.match(reading.article.text[mention.end : mention.end + 50])
    found = set()
    if after:
        words = after.group(1).split()
        for size in range(len(words), 0, -1):
            name = " ".join(words[:size])
            code = us_states().get(fold_name(name))
            if code:
                found.add(f"USA.{code}")
            found |= {s.country for s in find_spots(name) if s.kind == "country" and s.country}
            if found:
                break
    return found


def _sure_countries(choices: dict[str, tuple[Spot, ...]], here: Counter[str]) -> Counter[str]:
    """Count countries by the places that can hardly be elsewhere: regions, large cities, names that only one country has."""
    found: Counter[str] = Counter()
    for spots in choices.values():
        countries = {spot.country for spot in spots if spot.country}
        if spots and (len(countries) == 1 or spots[0].weight >= 1_000_000) and spots[0].country:
            found[spots[0].country] += 1
    return found


def _count_admins(choices: dict[str, tuple[Spot, ...]]) -> Counter[tuple[str, str]]:
    """Count the first-level divisions that an article's places can lie in, once for each name, more for a division itself."""
    found: Counter[tuple[str, str]] = Counter()
    for spots in choices.values():
        found.update({(s.country, s.admin) for s in spots[:12] if s.country and s.admin})
        found.update({(s.country, s.admin): _DIVISION for s in spots if s.kind == "region" and s.country and s.admin})
    return found


def _choose(spots: tuple[Spot, ...], containers: set[str], context: _Context) -> Spot | None:
    """Return the spot that size and surroundings make likeliest."""
    if not spots:
        return None
    return min(spots, key=lambda spot: (-_score(spot, containers, context), spot.geonames_id or 0, spot.name))


def _choose_within(name: str, containers: set[str], context: _Context) -> Spot | None:
    """Return a spot for a name that holds another place's name ("Basra airport"): named as a whole, where its part lies."""
    spots = tuple(s for s in find_within(name) if s.weight >= _KNOWN_WITHIN or s.country in context.here)
    within = _choose(spots, containers, context)
    return msgspec.structs.replace(within, name=name, kind="region", geonames_id=None) if within else None


def _score(spot: Spot, containers: set[str], context: _Context) -> float:
    """Score a spot: ten times the people weigh 1, the country an article is about up to 2.5, the place named after it 6."""
    score = math.log10(max(spot.weight, 100))
    if spot.country in containers or f"{spot.country}.{spot.admin}" in containers:
        score += 6
    if spot.country and context.here:
        score += _HERE * context.here[spot.country] / context.here.total()
    if spot.country and context.case:
        score += context.case[spot.country] / context.case.total()
    if spot.country and spot.admin:
        own = 1 if spot.kind == "city" else _DIVISION + 1
        score += min(_ADMIN_MOST, _ADMIN_STEP * (context.admins[spot.country, spot.admin] - own))
    return score


def _find_misspelt(folded: str, context: _Context) -> Spot | None:
    """Return the one city of the case's countries whose name a misspelt one almost is."""
    if len(folded) < 5:
        return None
    weights = context.here + context.case
    main = sorted(code for code, n in weights.items() if n >= 3 and n >= _MAIN_COUNTRY * weights.total())
    found: list[tuple[float, Spot]] = []
    for code in main:
        for name, score, _ in process.extract(folded, city_names(code), scorer=fuzz.ratio, score_cutoff=_SPELT_ALIKE, limit=2):
            if not (name.startswith(folded) or folded.startswith(name)) and name[0] == folded[0]:
                found += [(score, spot) for spot in find_spots(name) if spot.country == code][:1]
    found.sort(key=lambda item: (-item[0], -item[1].weight, item[1].geonames_id or 0))
    if not found or (len(found) > 1 and found[1][0] == found[0][0] and found[1][1] != found[0][1]):
        return None
    return found[0][1]


def _build(readings: Sequence[Reading], spots: dict[MentionKey, tuple[str, Spot | None]]) -> PlaceLinks:
    """Gather mentions of one spot, or of one unknown name, into places."""
    texts: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    places: dict[tuple[str, ...], Spot | None] = {}
    of_mention: dict[MentionKey, str] = {}
    for reading in readings:
        for i, mention in enumerate(reading.mentions):
            if (reading.article.id, i) not in spots:
                continue
            name, spot = spots[reading.article.id, i]
            key = (spot.kind, spot.name, spot.country or "", str(spot.geonames_id)) if spot else ("unknown", fold_place(name))
            places[key] = spot
            texts[key][" ".join(mention.text.split())] += 1
            of_mention[reading.article.id, i] = make_id("place", *key)
    built = [_place(key, places[key], counts) for key, counts in texts.items()]
    return PlaceLinks(tuple(sorted(built, key=lambda place: place.id)), dict(sorted(of_mention.items())))


def _place(key: tuple[str, ...], spot: Spot | None, texts: Counter[str]) -> Place:
    shown = min(texts, key=lambda text: (-texts[text], text))
    return Place(
        id=make_id("place", *key),
        name=spot.name if spot else shown,
        country=spot.country if spot else None,
        latitude=spot.latitude if spot else None,
        longitude=spot.longitude if spot else None,
        geonames_id=spot.geonames_id if spot else None,
        aliases=tuple(Alias(text, n) for text, n in sorted(texts.items(), key=lambda item: (-item[1], item[0]))),
    )


def locate_names(article_id: str, text: str, spans: Sequence[tuple[int, int]]) -> list[Place | None]:
    """Return the place that each given span of a text names; adjectives of nationality give their country.

    This serves where the spans are known already, as in a map of one text. Unknown names give a place without coordinates.
    """
    mentions = []
    for start, end in spans:
        name = text[start:end]
        code, people = country_named(name), country_of_adjective(name) or country_of_people(name)
        label: MentionLabel = "state" if code else "nationality" if people else "place"
        mentions.append(
            MentionDraft(sentence=0, start=start, end=end, text=name, form="name", label=label, country=code or people)
        )
    reading = Reading(article=CleanArticle(id=article_id, path="", text=text), mentions=tuple(mentions))
    links = link_places([reading])
    places = {place.id: place for place in links.places}
    found: list[Place | None] = []
    for i, mention in enumerate(mentions):
        region = load_yaml("coordinates")["adjectives"].get(mention.text)
        if region:
            spot = min(find_spots(region), key=lambda spot: spot.kind == "country")
            found.append(_place(("adjective", region), spot, Counter([mention.text])))
        elif mention.label == "nationality" and mention.country:
            spot = country_spot(mention.country)
            key = ("country", spot.name, mention.country, str(spot.geonames_id))
            found.append(_place(key, spot, Counter([mention.text])))
        else:
            found.append(places.get(links.of_mention.get((article_id, i), "")))
    return found
