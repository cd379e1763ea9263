"""Events in PLOVER's words as JSON Lines, for programs that read PLOVER or POLECAT data.

One line per event, with the actor block of the PLOVER manual 2.0 ("Data Fields": raw_text, entity_name, country_name,
sector_code, other_sector_codes). What PLOVER has no word for (status, origins, interested voices) keeps Accord's.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from accord.model.record import QUAD, Actor, Event, Mention, Place, Record, Report
from accord.model.time import When


def write_plover(record: Record) -> Iterator[str]:
    """Yield one line of JSON per event, each with its line end."""
    writer = _Writer(record)
    for event in record.events:
        yield msgspec.json.encode(writer.describe_event(event)).decode() + "\n"


class _Writer:
    """Lines of a record by id."""

    def __init__(self, record: Record) -> None:
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in record.actors}
        self.places: Mapping[str, Place] = {place.id: place for place in record.places}
        self.reports: Mapping[str, Report] = {report.id: report for report in record.reports}
        self.mentions: Mapping[str, Mention] = {mention.id: mention for mention in record.mentions}
        self.articles = {article.id: article for article in record.articles}
        self.sources = {source.id: source for source in record.sources}

    def describe_event(self, event: Event) -> dict[str, Any]:
        """Return an event as PLOVER's fields."""
        reports = [self.reports[id] for id in event.reports if id in self.reports]
        return {
            "id": event.id,
            "date": _begin(event.date),
            "date_end": event.date.end if event.date else None,
            "date_granularity": event.date.granularity if event.date else None,
            "event_type": event.event_type,
            "event_mode": event.mode,
            "quad_category": QUAD[event.event_type],
            "context": list(event.context),
            "status": event.status,
            "historical": event.historical,
            "actor": [self._describe_actor(id, reports, "actor") for id in event.actor],
            "recipient": [self._describe_actor(id, reports, "recipient") for id in event.recipient],
            "location": self._describe_place(event.location),
            "summary": event.summary,
            "articles": event.articles,
            "origins": len(event.origins),
            "interested_origins": sum(origin.interested for origin in event.origins),
            "source": [self._describe_source(report) for report in reports],
        }

    def _describe_actor(self, id: str, reports: Sequence[Report], role: str) -> dict[str, Any]:
        actor = self.actors.get(id)
        if actor is None:
            return {"id": id}
        first, *others = actor.sectors or ("",)
        return {
            "id": id,
            "raw_text": self._find_wording(id, reports, role) or actor.name,
            "entity_name": actor.name,
            "entity_type": actor.type,
            "country": actor.country,
            "sector_code": first or None,
            "other_sector_codes": others,
        }

    def _find_wording(self, id: str, reports: Sequence[Report], role: str) -> str | None:
        """Return the words of the first report that name the actor."""
        for report in reports:
            for party in getattr(report, role):
                if party.actor == id and party.mention in self.mentions:
                    return self.mentions[party.mention].text
        return None

    def _describe_place(self, id: str | None) -> dict[str, Any] | None:
        place = self.places.get(id or "")
        if place is None:
            return None
        return {
            "id": place.id,
            "placename": place.name,
            "country": place.country,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "geonames_id": place.geonames_id,
        }

    def _describe_source(self, report: Report) -> dict[str, Any]:
        article = self.articles.get(report.article)
        source = self.sources.get(article.source or "") if article else None
        published = article.published if article else None
        return {
            "report": report.id,
            "article": report.article,
            "publisher": source.name if source else None,
            "publication_date": published.start if published else None,
            "path": article.path if article else None,
            "quote": report.quote,
            "voices": [voice.text for voice in report.voices],
        }


def _begin(date: When | None) -> Any:
    return date.start if date else None
