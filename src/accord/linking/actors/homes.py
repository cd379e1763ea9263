"""Which country state offices and bodies are of where no words say so: "the police", "President Ouattara", "the court".

In: actors without a country, and the readings that mention them. Out: a country for those whose articles leave one: a
domestic story speaks of one country only. Offices that work abroad (envoys, troops) get none, and a country that is merely
acted upon is no home. People without a name are of where they act or suffer. What words do say is read before, in `actors`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from accord.data import load_yaml
from accord.data.countries import capital_of, city_named, country_named
from accord.linking.links import MentionKey
from accord.model.reading import MentionDraft, Reading
from accord.model.record import Actor

_SHARE = 0.8
"""A body's country has at least this share of an article's mentions of countries; a person's has all of them."""
_SHARE_AT_HOME = 0.6
"""The share that is enough for the country that the article was written in."""
_OFFICES = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY", "PTY", "OPP"})
_SAYING = ("state", "place", "nationality", "organization", "group")


def find_homes(
    actors: Sequence[Actor], of_mention: Mapping[MentionKey, str], readings: Mapping[str, Reading]
) -> dict[str, str]:
    """Return the country of each actor without one, where all its articles point to the same."""
    open_ = {actor.id: actor for actor in actors if actor.country is None and actor.type not in ("intergovernmental", "media")}
    lands = _lands(actors, of_mention, readings)
    places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for (article, index), actor in of_mention.items():
        if actor in open_:
            places[actor][article].append(index)
    homes: dict[str, str] = {}
    for actor, by_article in sorted(places.items()):
        found = {
            _home(readings[article], indexes, open_[actor], lands[article]) or _scene(readings[article], indexes)
            for article, indexes in sorted(by_article.items())
        }
        country = next(iter(found)) if len(found) == 1 else None
        if country is not None:
            homes[actor] = country
    return homes


def _lands(
    actors: Sequence[Actor], of_mention: Mapping[MentionKey, str], readings: Mapping[str, Reading]
) -> dict[str, dict[int, str]]:
    """Return for each article the country of each mention that says one: a name of a country, place or body, or of a person."""
    known = {actor.id: actor.country for actor in actors if actor.country and actor.type == "person"}
    lands: dict[str, dict[int, str]] = {}
    for article, reading in readings.items():
        said = {i: mention.country for i, mention in enumerate(reading.mentions) if _says_country(mention)}
        for i, mention in enumerate(reading.mentions):
            if mention.form == "name" and mention.label == "person":
                said[i] = known.get(of_mention.get((article, i), ""))
        lands[article] = {i: country for i, country in said.items() if country}
    return lands


def _home(reading: Reading, indexes: Sequence[int], actor: Actor, lands: Mapping[int, str]) -> str | None:
    """Return the country that one article leaves for an actor, or None."""
    own = [reading.mentions[i] for i in indexes]
    if not any(_is_office(mention) for mention in own) or any(mention.owner is not None for mention in own):
        return None
    votes = Counter(lands.values())
    if not votes:
        return None
    country, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
    share = 1.0 if actor.type == "person" else _SHARE_AT_HOME if country == _country_of_dateline(reading) else _SHARE
    if count < share * votes.total():
        return None
    stands = [i for i, land in lands.items() if land == country]
    return country if _is_setting(reading, stands, set(indexes)) else None


def _scene(reading: Reading, indexes: Sequence[int]) -> str | None:
    """Return the one country where people without a name act or suffer, or None: "demonstrators blocked roads in Lima"."""
    own = set(indexes)
    local = set(load_yaml("actor_types")["local_sectors"])
    mentions = [m for i in indexes if (m := reading.mentions[i]).form != "pronoun"]
    if not all((m.form != "name" or m.label == "group") and m.sectors and set(m.sectors) <= local for m in mentions):
        return None
    if any(m.head in load_yaml("actor_types")["foreign_heads"] for m in mentions):
        return None
    scenes = {
        reading.mentions[report.location].country
        for report in reading.reports
        if report.location is not None and own & {*report.actors, *report.recipients}
    }
    return next(iter(scenes)) if len(scenes) == 1 else None


def _country_of_dateline(reading: Reading) -> str | None:
    place = reading.article.dateline or ""
    city = city_named(place) if place else None
    return (capital_of(place) or country_named(place) or (city.country if city else None)) if place else None


def _says_country(mention: MentionDraft) -> bool:
    return bool(mention.country) and mention.form in ("name", "metonym") and mention.label in _SAYING


def _is_office(mention: MentionDraft) -> bool:
    """Return whether a mention holds or is an office of a state that works at home, or people who act in their own country."""
    data = load_yaml("actor_types")
    if mention.label == "person" and mention.form == "name":
        return bool(set(mention.sectors) & set(data["home_sectors"]))
    if mention.label == "organization" and mention.form == "name":
        return bool(set(mention.sectors) & _OFFICES)
    if mention.form != "descriptor" or mention.owner is not None:
        return False
    return mention.head in data["home_heads"] or bool(set(mention.sectors) & set(data["domestic_sectors"]))


def _is_setting(reading: Reading, stands: Sequence[int], own: set[int]) -> bool:
    """Return whether a country is where things happen or whose things they are, and not only a party to the actor's acts.

    Courts, police, parliaments and oppositions deal with the offices of their own state, so whose those are is a setting too.
    """
    at_home = any(set(reading.mentions[i].sectors) & set(load_yaml("actor_types")["inward_sectors"]) for i in own)
    upon = set(_met(reading, own, offices=not at_home))
    for i in stands:
        mention = reading.mentions[i]
        if i in upon:
            continue
        if mention.label in ("place", "nationality", "organization", "person"):
            return True
        if reading.article.text[mention.end : mention.end + 2] in ("'s", "’s", "' ", "’ "):
            return True
    return False


def _met(reading: Reading, own: set[int], *, offices: bool) -> Iterator[int]:
    """Yield the mentions that take part with the actor in one act, with those they belong to; with `offices` even where
    what takes part is an office of a state."""
    for report in reading.reports:
        parts = {*report.actors, *report.recipients}
        if own & parts:
            for i in sorted(parts - own):
                yield i
                mention = reading.mentions[i]
                if mention.owner is not None and (offices or not set(mention.sectors) & _OFFICES):
                    yield mention.owner
