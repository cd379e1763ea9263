"""A record by id: what pages, exports and the command line look names and lines up in."""

from collections.abc import Sequence

from accord.model.record import Disagreement, Event, Record, Report


class RecordIndex:
    """The lines of a record by id, and what belongs to what."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.sources = {line.id: line for line in record.sources}
        self.articles = {line.id: line for line in record.articles}
        self.actors = {line.id: line for line in record.actors}
        self.places = {line.id: line for line in record.places}
        self.mentions = {line.id: line for line in record.mentions}
        self.events = {line.id: line for line in record.events}
        self.reports = {line.id: line for line in record.reports}
        self.agreements = {line.id: line for line in record.agreements}
        self.figures = {line.id: line for line in record.figures}
        self.disagreements: dict[str, list[Disagreement]] = {}
        for disagreement in record.disagreements:
            self.disagreements.setdefault(disagreement.about, []).append(disagreement)

    def name_actors(self, ids: Sequence[str]) -> str:
        """Return actors by name, or an empty text for none."""
        return ", ".join(self.actors[id].name if id in self.actors else id for id in ids)

    def name_place(self, id: str | None) -> str:
        """Return a place by name, or an empty text for none."""
        return self.places[id].name if id in self.places else id or ""

    def name_source(self, article: str) -> str:
        """Return the name of an article's source; `unknown source` where it names none."""
        found = self.articles.get(article)
        source = self.sources.get(found.source or "") if found else None
        return source.name if source else "unknown source"

    def reports_of(self, event: Event) -> tuple[Report, ...]:
        """Return an event's reports, by article and place in the text."""
        reports = (self.reports[id] for id in event.reports if id in self.reports)
        return tuple(sorted(reports, key=lambda report: (report.article, report.span.start, report.id)))
