"""Predictions for sets of single sentences: who did what to whom."""

from collections.abc import Iterator

from accord.coding.article import code_article
from accord.language.parse import ParsedArticle, Parser
from accord.linking.actors import link_actors
from accord.linking.places import link_places
from accord.model.reading import Reading, ReportDraft
from bench.gold import Row

SECTOR_OF_TYPE = {"government": "GOV", "intergovernmental": "", "armed_group": "REB", "media": "JRN", "party": "PTY"}


def sentence_reading(parser: Parser, text: str) -> Reading:
    """Code one text as an article without furniture."""
    return code_article(parser.parse_text(text))


_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "pobj", "pcomp", "appos"})


def main_reports(parsed: ParsedArticle, reading: Reading) -> list[ReportDraft]:
    """The reports that a sentence asserts: those whose trigger stands under the fewest subordinate clauses and phrases."""
    depths = {}
    for number, report in enumerate(reading.reports):
        sentence = parsed.sentences[report.sentence]
        token = next(
            t for t in sentence.doc if sentence.start + t.idx <= report.trigger_start < sentence.start + t.idx + len(t)
        )
        depth = 0
        while token.head != token:
            depth += token.dep_ in _SUBORDINATE
            token = token.head
        depths[number] = depth
    return [r for n, r in enumerate(reading.reports) if depths[n] == min(depths.values())]


def plover_gsr(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Events of a sentence with the country and sector of their participants."""
    for row in rows:
        parsed = parser.parse_text(row["text"])
        reading = code_article(parsed)
        links = link_actors([reading])
        places = link_places([reading])
        actors = {a.id: a for a in links.actors}
        where = {p.id: p for p in places.places}

        def code(index: int) -> Row | None:
            actor = actors.get(links.of_mention.get(("text", index), ""))
            place = where.get(places.of_mention.get(("text", index), ""))
            if actor is None:
                return {"code": place.country, "sector": ""} if place is not None and place.country else None
            sector = next(iter(actor.sectors), SECTOR_OF_TYPE.get(actor.type, ""))
            if actor.type == "intergovernmental" or sector == "IGO":
                return {"code": "IGO", "sector": ""}
            country = actor.country
            party = actors.get(links.party_of.get(actor.id, ""))
            if country is None and party is not None:
                country = party.country
                if party.type == "intergovernmental":
                    return {"code": "IGO", "sector": sector}
            return {"code": country or "---", "sector": "" if actor.type == "state" else sector}

        def codes(indexes: tuple[int, ...]) -> list[Row]:
            found: list[Row] = []
            for index in indexes:
                one = code(index)
                if one is not None and one not in found:
                    found.append(one)
            return found

        events = []
        for report in main_reports(parsed, reading):
            source, target = codes(report.actors), codes(report.recipients)
            if not target and report.location is not None:
                target = [c for c in codes((report.location,)) if c["code"] not in {s["code"] for s in source}]
            if not target and len(source) > 1 and report.event_type in ("AGREE", "THREATEN"):
                target = []
            events.append(
                {"event": report.event_type, "source": source, "target": target, "reciprocal": not target and len(source) > 1}
            )
        yield {"id": row["id"], "events": events}


def plover_relations(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """The class of a marked pair: the report that joins the two, else the sentence's most trusted one."""
    yields = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
    for row in rows:
        reading = sentence_reading(parser, row["text"])
        marked = [_find(row["text"], row["source"]), _find(row["text"], row["target"])]

        def touches(indexes: tuple[int, ...], span: tuple[int, int]) -> bool:
            return any(reading.mentions[i].start < span[1] and span[0] < reading.mentions[i].end for i in indexes)

        def rank(report: ReportDraft) -> tuple[float, ...]:
            source = touches(report.actors, marked[0])
            target = touches(
                (
                    *report.recipients,
                    *(report.actors if len(report.actors) > 1 else ()),
                    *((report.location,) if report.location is not None else ()),
                ),
                marked[1],
            )
            return (source + target, source, not report.rule.startswith("noun:"), report.confidence)

        reports = sorted(reading.reports, key=rank, reverse=True)
        root = yields.get(reports[0].event_type, reports[0].event_type) if reports else None
        yield {"id": row["id"], "root": root}


def _find(text: str, part: str) -> tuple[int, int]:
    at = text.find(part.strip())
    return (at, at + len(part.strip())) if at >= 0 else (0, len(text))
