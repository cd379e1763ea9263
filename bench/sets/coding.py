"""Predictions for sets of single sentences: who did what to whom."""

from collections.abc import Iterable, Iterator

from accord.coding.article import code_article
from accord.language.parse import ParsedArticle, Parser
from accord.linking.actors.resolve import link_actors
from accord.linking.links import ActorLinks, PlaceLinks
from accord.linking.places.resolve import link_places
from accord.model.reading import Reading, ReportDraft
from accord.model.record import Actor
from bench.gold import Row

SECTOR_OF_TYPE = {"government": "GOV", "intergovernmental": "", "armed_group": "REB", "media": "JRN", "party": "PTY"}
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "pobj", "pcomp", "appos"})
# plover_relations has the roots of an older draft of PLOVER, built on CAMEO: what is yielded is one class, sanctions and
# embargoes (CAMEO 163) are coercion, blockades (CAMEO 191) and attacks on computers stand with armed force. Pairs of type and
# a word of the mode or rule of a report, as the manual of today has them, to the root of that draft.
_ROOTS = {
    ("CONCEDE", ""): "YIELD",
    ("RETREAT", ""): "YIELD",
    ("SANCTION", "sanction"): "COERCE",
    ("SANCTION", "embargo"): "COERCE",
    ("COERCE", "blockade"): "ASSAULT",
}


def main_reports(parsed: ParsedArticle, reading: Reading) -> list[ReportDraft]:
    """The reports that a sentence asserts: those whose trigger stands under the fewest subordinate clauses and phrases."""
    depths = [_depth(parsed, report) for report in reading.reports]
    return [report for report, depth in zip(reading.reports, depths, strict=True) if depth == min(depths)]


def _depth(parsed: ParsedArticle, report: ReportDraft) -> int:
    sentence = parsed.sentences[report.sentence]
    at = report.trigger_start - sentence.start
    token = next(t for t in sentence.doc if t.idx <= at < t.idx + len(t))
    depth = 0
    while token.head != token:
        depth += token.dep_ in _SUBORDINATE
        token = token.head
    return depth


class _Codes:
    """Country and sector of the participants of one text."""

    def __init__(self, reading: Reading) -> None:
        self._links: ActorLinks = link_actors([reading])
        self._places: PlaceLinks = link_places([reading])
        self._article = reading.article.id
        self._mentions = reading.mentions
        self._actors = {actor.id: actor for actor in self._links.actors}
        self._where = {place.id: place for place in self._places.places}

    def list(self, indexes: Iterable[int]) -> list[Row]:
        """Return the codes of some mentions, each once, in order."""
        found: list[Row] = []
        for index in indexes:
            for part in self._mentions[index].members or (index,):
                one = self._code(part)
                if one is not None and one not in found:
                    found.append(one)
        return found

    def _code(self, index: int) -> Row | None:
        actor = self._actors.get(self._links.of_mention.get((self._article, index), ""))
        if actor is None:
            place = self._where.get(self._places.of_mention.get((self._article, index), ""))
            return {"code": place.country, "sector": ""} if place is not None and place.country else None
        found = self._code_actor(actor)
        stands_for_government = actor.type == "state" and self._mentions[index].form == "metonym"
        return {**found, "sector": "GOV"} if stands_for_government else found

    def _code_actor(self, actor: Actor) -> Row:
        sector = next(iter(actor.sectors), SECTOR_OF_TYPE.get(actor.type, ""))
        if actor.type == "intergovernmental" or sector == "IGO":
            return {"code": "IGO", "sector": ""}
        country = actor.country
        party = self._actors.get(self._links.party_of.get(actor.id, ""))
        if country is None and party is not None:
            country = party.country
            if party.type == "intergovernmental":
                return {"code": "IGO", "sector": "" if sector == "GOV" else sector}
        if country is None and sector == "NGO":
            return {"code": "NGO", "sector": ""}
        return {"code": country or "---", "sector": "" if actor.type == "state" else sector}


def plover_gsr(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Events of a sentence with the country and sector of their participants."""
    for row in rows:
        parsed = parser.parse_text(row["text"])
        reading = code_article(parsed)
        codes = _Codes(reading)
        events = []
        for report in main_reports(parsed, reading):
            source, target = codes.list(report.actors), codes.list(report.recipients)
            if not target and report.location is not None:
                known = {code["code"] for code in source}
                target = [code for code in codes.list((report.location,)) if code["code"] not in known]
            both = not target and len(source) > 1
            events.append({"event": report.event_type, "source": source, "target": target, "reciprocal": both})
        yield {"id": row["id"], "events": events}


def plover_relations(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """The class of a marked pair: the report that joins the two, else the sentence's most trusted one."""
    for row in rows:
        reading = code_article(parser.parse_text(row["text"]))
        source, target = _find(row["text"], row["source"]), _find(row["text"], row["target"])
        ranked = sorted(reading.reports, key=lambda report: _rank(reading, report, source, target), reverse=True)
        yield {"id": row["id"], "root": _root(ranked[0]) if ranked else None}


def _root(report: ReportDraft) -> str:
    """The root of the set's own draft of PLOVER for a report."""
    words = f"{report.mode or ''} {report.rule.removeprefix(f'frame:{report.event_type.lower()}')} {report.lemma}"
    return next(
        (root for (kind, word), root in _ROOTS.items() if kind == report.event_type and word in words), report.event_type
    )


def _rank(reading: Reading, report: ReportDraft, source: tuple[int, int], target: tuple[int, int]) -> tuple[float, ...]:
    """Return how well a report fits a marked pair, the better the larger."""
    others = [*report.recipients, *(report.actors if len(report.actors) > 1 else ())]
    others += [report.location] if report.location is not None else []
    does = _touches(reading, report.actors, source)
    joins = does + _touches(reading, others, target)
    return joins, does, not report.rule.startswith("noun:"), report.confidence


def _touches(reading: Reading, indexes: Iterable[int], span: tuple[int, int]) -> bool:
    return any(reading.mentions[i].start < span[1] and span[0] < reading.mentions[i].end for i in indexes)


def _find(text: str, part: str) -> tuple[int, int]:
    at = text.find(part.strip())
    return (at, at + len(part.strip())) if at >= 0 else (0, len(text))
