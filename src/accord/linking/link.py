"""Put the linking steps together: readings of any number of articles in, the record out.

In: readings in any order. Out: a `Record` whose tuples are sorted by id. A pure function: equal readings give an equal
record, whether they were read at once or bit by bit. It reads no file, no clock and no parse.
"""

from collections.abc import Sequence
from dataclasses import replace

from accord.linking.actors.resolve import link_actors
from accord.linking.agreements.agreements import PactLinks, link_instruments
from accord.linking.agreements.stages import list_agreements
from accord.linking.case import Case, make_case
from accord.linking.copies import find_copies
from accord.linking.dating.articles import date_articles
from accord.linking.disagreements import find_disagreements
from accord.linking.events.incidents import find_incidents
from accord.linking.events.lines import make_event
from accord.linking.events.merge import merge_events
from accord.linking.events.reports import Account, build_reports
from accord.linking.figures.figures import list_figures
from accord.linking.figures.tolls import find_figure_events
from accord.linking.mentions import list_mentions
from accord.linking.origins import find_origins
from accord.linking.places.resolve import link_places
from accord.linking.sources import list_articles, list_sources
from accord.linking.stories import find_stories
from accord.model.reading import Reading
from accord.model.record import Agreement, Event, Record, Report


def link(readings: Sequence[Reading]) -> Record:
    """Return the record that a case's readings give together."""
    ordered = sorted({reading.article.id: reading for reading in readings}.values(), key=lambda reading: reading.article.id)
    copies = find_copies(ordered)
    actors = link_actors(ordered, copies)
    published = date_articles(ordered, actors, copies)
    case = make_case(ordered, actors, link_places(ordered), published, copies)
    record = link_case(case)
    return replace(record, stories=tuple(sorted(find_stories(ordered, published, actors, copies), key=lambda story: story.id)))


def link_case(case: Case) -> Record:
    """Return the record of a case whose actors, places, dates and copies are known; without stories."""
    accounts = build_reports(case)
    pacts = link_instruments(case, accounts)
    accounts = tuple(_name_agreements(account, pacts) for account in accounts)
    incidents = find_incidents(case, accounts)
    accounts = tuple(replace(account, incident=incidents.get(account.report.id)) for account in accounts)
    events, reports = _make_events(case, accounts)
    agreements = list_agreements(case, pacts, accounts, events, reports)
    events = _keep_listed(events, agreements)
    figures = list_figures(case, find_figure_events(case, accounts, reports))
    return Record(
        sources=list_sources(case),
        articles=list_articles(case),
        actors=case.actors.actors,
        places=case.places.places,
        mentions=list_mentions(case),
        events=events,
        reports=reports,
        agreements=agreements,
        figures=figures,
        copies=tuple(sorted(case.copies, key=lambda copy: copy.id)),
        disagreements=find_disagreements(case, events, reports, figures),
    )


def _keep_listed(events: Sequence[Event], agreements: Sequence[Agreement]) -> tuple[Event, ...]:
    """Return the events without agreements that are not worth a line of their own: a record names only what it lists."""
    listed = {agreement.id for agreement in agreements}
    return tuple(event if event.agreement in listed else replace(event, agreement=None) for event in events)


def _name_agreements(account: Account, pacts: PactLinks) -> Account:
    if account.draft.instrument is None:
        return account
    return replace(account, agreements=pacts.of_instrument.get((account.report.article, account.draft.instrument), ()))


def _make_events(case: Case, accounts: Sequence[Account]) -> tuple[tuple[Event, ...], tuple[Report, ...]]:
    events: list[Event] = []
    reports: list[Report] = []
    for group in merge_events(case, accounts):
        event, told = make_event(case, group)
        events.append(replace(event, origins=find_origins(case, event, told)))
        reports += told
    return tuple(sorted(events, key=lambda event: event.id)), tuple(sorted(reports, key=lambda report: report.id))
