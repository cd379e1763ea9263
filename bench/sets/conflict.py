"""Predictions for sets of conflict news: event triggers, coded operations, slots of an incident, what police did."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from accord.cleaning import clean_article
from accord.coding.article import code_article
from accord.coding.times.expressions import resolve
from accord.language.parse import Parser
from accord.model.reading import FigureDraft, InputFailure, MentionDraft, Reading, ReportDraft, SourceText
from accord.model.time import Interval
from bench.gold import Row
from bench.sets.police import label_sentences
from bench.tokens import join_tokens

_ATTACK = "Conflict.Attack.Unspecified"
_EXPLODE = re.compile(r"bomb|blast|explo|detonat|blow|blew|ied\b", re.I)
_KAIROS_LEMMA = (
    (re.compile(r"kill|die|dead|death|murder|slay|massacre|assassinat|execut|martyr"), "Life.Die.Unspecified"),
    (re.compile(r"injur|wound|hurt|maim"), "Life.Injure.Unspecified"),
    (_EXPLODE, "Conflict.Attack.DetonateExplode"),
    (re.compile(r"arrest|detain|captur|jail|imprison|custody|abduct|kidnap"), "Justice.ArrestJailDetain.Unspecified"),
    (re.compile(r"charge|indict"), "Justice.ChargeIndict.Unspecified"),
    (re.compile(r"convict|guilt"), "Justice.Convict.Unspecified"),
    (re.compile(r"sentenc"), "Justice.Sentence.Unspecified"),
    (re.compile(r"investigat|probe"), "Justice.InvestigateCrime.Unspecified"),
    (re.compile(r"meet|talk|summit|negotiat"), "Contact.Contact.Meet"),
    (re.compile(r"protest|demonstrat|rally|march|riot"), "Conflict.Demonstrate.Unspecified"),
)
_KAIROS_TYPE = {
    "ASSAULT": _ATTACK,
    "THREATEN": "Contact.ThreatenCoerce.Unspecified",
    "REQUEST": "Contact.RequestCommand.Unspecified",
    "PROTEST": "Conflict.Demonstrate.Unspecified",
}
_KAIROS_FIGURE = {"killed": "Life.Die.Unspecified", "injured": "Life.Injure.Unspecified"}
_FIGURE_WORD = re.compile(r"\b(?:kill|die|dead|death|injur|wound|hurt)\w*", re.I)
_KAIROS_ROLES = {
    "Life": ("Killer", "Victim"),
    "Conflict": ("Attacker", "Target"),
    "Justice": ("Jailer", "Detainee"),
    "Contact": ("Communicator", "Recipient"),
}


def wikievents(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Triggers with the KAIROS type that a report's type and word come closest to, and its participants' head words."""
    for row in rows:
        sentences, at = [], 0
        for size in row["sentences"]:
            sentences.append(row["tokens"][at : at + size])
            at += size
        text = join_tokens(sentences)
        reading = code_article(parser.parse_text(text.text))
        events: dict[tuple[int, int], Row] = {}
        for report in sorted(reading.reports, key=lambda r: -r.confidence):
            kind = find_kairos(report)
            trigger = text.find_tokens(report.trigger_start, report.trigger_end)
            if kind is None or trigger is None or trigger in events:
                continue
            arguments = []
            for role, index in _list_arguments(kind, report):
                spans = text.find_tokens(*_head(reading.mentions[index]))
                if spans is not None:
                    arguments.append({"role": role, "start": spans[0], "end": spans[1]})
            events[trigger] = {"type": kind, "trigger": list(trigger), "arguments": arguments}
        for figure in reading.figures:
            word = _FIGURE_WORD.search(figure.text) if figure.measure in _KAIROS_FIGURE else None
            trigger = text.find_tokens(figure.start + word.start(), figure.start + word.end()) if word else None
            if trigger is not None and trigger not in events:
                events[trigger] = {"type": _KAIROS_FIGURE[figure.measure], "trigger": list(trigger), "arguments": []}
        yield {"id": row["id"], "events": [events[trigger] for trigger in sorted(events)]}


def find_kairos(report: ReportDraft) -> str | None:
    """Return the KAIROS type of a report, or None where that ontology has none for it."""
    if report.status == "negated":
        return None
    if report.event_type in ("ASSAULT", "COERCE", "CONSULT", "ACCUSE", "PROTEST"):
        for pattern, kind in _KAIROS_LEMMA:
            if pattern.search(report.lemma):
                return kind
    return _KAIROS_TYPE.get(report.event_type)


def _list_arguments(kind: str, report: ReportDraft) -> Iterator[tuple[str, int]]:
    doer, done_to = ("Participant", "Participant") if kind.endswith("Meet") else _KAIROS_ROLES[kind.split(".")[0]]
    yield from ((doer, index) for index in report.actors)
    yield from ((done_to, index) for index in report.recipients)
    if report.location is not None:
        yield "Place", report.location


def _head(mention: MentionDraft) -> tuple[int, int]:
    """Return the span of a mention's head word where it is a descriptor, else the whole name."""
    at = mention.text.lower().rfind(mention.head[:4]) if mention.form == "descriptor" and mention.head else -1
    return (mention.start + at, mention.end) if at > 0 else (mention.start, mention.end)


def read_article(row: Row, parser: Parser) -> Reading | None:
    """Return what a text says, cleaned and coded as a build does it."""
    article = clean_article(SourceText(id=row["id"], path=row["id"], text=row["text"], source_name=row.get("outlet")))
    return None if isinstance(article, InputFailure) else code_article(parser.parse_article(article))


_LEAD_DATE = re.compile(r"\s*(\d\d)-(\d\d)-(\d{4})\b")
"""A date in figures that heads a text, day first, as outlets outside the Americas write it."""


def find_anchor(reading: Reading) -> datetime.date | None:
    """Return the day a text appeared: as cleaning found it, as it heads the text, or as its head names it first."""
    if reading.article.published is not None:
        return reading.article.published.start
    text = reading.article.text
    lead = _LEAD_DATE.match(text)
    if lead is not None and (day := _make_day(int(lead[3]), int(lead[2]), int(lead[1]))) is not None:
        return day
    year = re.search(r"\b(?:19|20)\d\d\b", text[:400])
    for time in reading.times:
        value = time.value
        if value.form == "date" and value.month and value.day and time.start < 400 and (value.year or year):
            return _make_day(value.year or int(year[0] if year else 0), value.month, value.day)
    return None


def _make_day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def find_day(reading: Reading, reports: Sequence[ReportDraft]) -> datetime.date | None:
    """Return the day of the first dated report of some; else the text's first weekday or "yesterday"; else its own day."""
    anchor = find_anchor(reading)
    head = _LEAD_DATE.match(reading.article.text)
    own = [reading.times[r.time] for r in reports if r.time is not None]
    beside = [t for r in reports for t in reading.times if t.sentence == r.sentence]
    for time in (*own, *beside, *(t for t in reading.times if t.value.form in ("weekday", "relative"))):
        when = resolve(time.value, Interval(anchor, anchor)) if head is None or time.start > head.end() else None
        if when is not None and when.start is not None and when.start == when.end and _is_near(when.start, anchor):
            return when.start
    return anchor


def _is_near(day: datetime.date, anchor: datetime.date | None) -> bool:
    """Whether a day is news on another: at most a week before it."""
    return anchor is None or 0 <= (anchor - day).days <= 7


def _count(figures: Iterable[FigureDraft]) -> int:
    """Return the largest number that some figures give at least."""
    return max((int(f.exact or f.at_least or f.at_most or 0) for f in figures), default=0)


_GROUPS = (
    ("haqqani", "haqqani"),
    ("islamic movement of uzbekistan", "imu"),
    ("imu", "imu"),
    ("hizb-e", "hig"),
    ("hezb-e", "hig"),
)


def isaf_events(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """One coded operation of a press release: when, where, against whom, killed and captured."""
    for row in rows:
        reading = read_article(row, parser)
        yield {"id": row["id"], "event": _code_operation(reading) if reading is not None else {}}


def _code_operation(reading: Reading) -> Row:
    acts = [r for r in reading.reports if r.status == "actual" and r.event_type in ("ASSAULT", "COERCE") and not r.historical]
    killed = [r for r in acts if r.event_type == "ASSAULT" and re.search(r"kill|dead|die", r.lemma)]
    captured = [r for r in acts if r.event_type == "COERCE" and re.search(r"detain|arrest|captur|custody|apprehend", r.lemma)]
    captured += [r for r in acts if re.search(r"captur|detain|arrest", r.lemma) and r not in captured]
    n_killed = max(_count(f for f in reading.figures if f.measure == "killed"), int(bool(killed)))
    n_captured = max(_count(f for f in reading.figures if f.measure == "captured"), int(bool(captured)))
    words = reading.article.text.lower()
    airstrike = bool(re.search(r"air ?strike|precision strike|close air support|air weapons team|bombed", words))
    return {
        "start_date": str(find_day(reading, sorted(acts, key=lambda r: r.trigger_start))),
        "event_type": _find_kind(n_killed, n_captured, airstrike=airstrike),
        "province": _find_provinces(reading),
        "target_group": sorted({g for word, g in (*_GROUPS, ("taliban", "taliban")) if word in words})[:1],
        "min_killed": n_killed,
        "min_captured": n_captured,
        "killq": n_killed > 0,
        "captureq": n_captured > 0,
        "killcaptureraid": n_captured > 0,
        "airstrike": airstrike,
        "noshotsfired": bool(re.search(r"without (?:firing|a shot)|no shots", words)),
        "min_leaders_killed": _count_leaders(reading, killed),
        "min_leaders_captured": _count_leaders(reading, captured),
    }


def _find_kind(killed: int, captured: int, *, airstrike: bool) -> list[str]:
    if airstrike and not captured:
        return ["airstrike"]
    if killed and captured:
        return ["captureandkill"]
    return ["insurgentskilled"] if killed else ["detention"]


def _find_provinces(reading: Reading) -> list[str]:
    """Return the first place that the text calls a province."""
    found = re.search(r"([A-Z][\w’'-]+)(?: and [A-Z]\w+)? [Pp]rovinces?\b", reading.article.text)
    return [found[1].lower()] if found else []


def _count_leaders(reading: Reading, reports: Sequence[ReportDraft]) -> int:
    """Count the leaders among those that reports say something was done to."""
    texts = {reading.mentions[i].text.lower() for r in reports for i in r.recipients}
    return int(any(re.search(r"leader|commander", text) for text in texts))


_PROVINCES = {
    "aleppo": "aleppo|halab|manbij|al-bab",
    "idlib": "idlib|idleb|khan sheikh|maarat|saraqeb|jisr",
    "damascus": "damascus|ghouta|douma|jobar|harasta|darayya|daraya|barzeh|madaya|zabadani|qaboun",
    "deir ezzor": r"deir[ -]?(?:e[zl]|al)?[ -]?zor|deir ezzor|mayadeen|bukamal",
    "raqqa": "raqqa|raqa|tabqa",
    "hasakeh": "hasak|hassak|qamishli|shaddadi",
    "homs": "homs|palmyra|tadmur|rastan|waer",
    "hama": "hama|salamiy",
    "daraa": "daraa|deraa|dara'a",
    "lattakia": "latt?akia|jableh",
    "quneitra": "quneitra|golan",
    "tartous": "tart(?:o|ou|u)s",
}
_ISIS, _NUSRA = "the organization of the islamic state in iraq and the levant - isis", "al-nusra front"
_SIDES = (
    ("international coalition forces", r"coalition|u\.?s\.?[ -]led|american|\bus\b"),
    (_ISIS, r"\bisi[sl]\b|islamic state|daesh|\bis\b"),
    (_NUSRA, r"nusra|fateh al-sham"),
    ("self administration forces", r"\bsdf\b|ypg|kurd|syrian democratic"),
    (
        "syrian government or russian troops",
        r"regime|government|syrian (?:army|air|forces|war|troops)|russia|assad|\bsaa\b|^army",
    ),
    ("armed opposition groups", r"rebel|opposition|free syrian|insurgent|jaish|militant|gunmen|terrorist"),
)
_CAUSES = (
    ("chemical and toxic gases", r"chemical|sarin|toxic|chlorine|poison|gas attack"),
    ("explosion", r"car bomb|suicide|explo|blast|mine|booby|ied\b|detonat|blew"),
    ("execution", r"execut|behead"),
    ("shelling", r"shell|strike|raid|bombard|barrel|mortar|rocket|missile|artiller|pound|warplane|bomb|air"),
    ("shooting", r"shot|shoot|snip|gunfire|gunmen|fire"),
)


def fa_kes(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """Slots of the incident an article is about: when, where, by whom, how, and how many."""
    for row in rows:
        reading = read_article(row, parser)
        yield {"id": row["id"], "slots": _fill_slots(reading) if reading is not None else {}}


def _fill_slots(reading: Reading) -> Row:
    acts = [r for r in reading.reports if r.event_type == "ASSAULT" and r.status == "actual" and not r.historical]
    killed = [f for f in reading.figures if f.measure == "killed"]
    deadly = [r for r in acts if re.search(r"kill|die|dead|martyr|massacre", r.lemma)]
    telling = sorted(deadly, key=lambda r: r.trigger_start) or sorted(acts, key=lambda r: r.trigger_start)
    kinds: dict[str, int] = {"children": 0, "women": 0, "soldiers": 0, "civilians": 0}
    for figure in killed:
        kind = _kind_of_dead(figure)
        kinds[kind] = max(kinds[kind], _count([figure]))
    day = find_day(reading, telling)
    return {
        "date": str(day) if day else "",
        "location": _find_province(reading, telling),
        "actor": _find_side(reading, telling, acts),
        "cause_of_death": _find_cause(reading, acts),
        "nb_children": kinds["children"],
        "nb_civilians": kinds["civilians"],
        "nb_noncivilians": kinds["soldiers"],
        "nb_women": kinds["women"],
    }


def _kind_of_dead(figure: FigureDraft) -> str:
    words = f"{figure.of or ''} {figure.text}".lower()
    if re.search(r"child|minor|kid|infant", figure.of or ""):
        return "children"
    if re.search(r"wom[ae]n", figure.of or ""):
        return "women"
    return (
        "soldiers"
        if re.search(r"terrorist|militant|fighter|soldier|jihadi|rebel|troops|gunm[ae]n|insurgent", words)
        else "civilians"
    )


def _find_province(reading: Reading, telling: Sequence[ReportDraft]) -> str:
    """Return the province of the first deadly act, else the one whose places the text names most, earlier ones first."""
    named = [reading.mentions[r.location].text for r in telling if r.location is not None]
    for text in (*named, reading.article.text[:300], reading.article.text):
        hits = Counter({p: len(re.findall(pattern, text.lower())) for p, pattern in _PROVINCES.items()})
        if any(hits.values()):
            return hits.most_common(1)[0][0]
    return ""


def _find_side(reading: Reading, telling: Sequence[ReportDraft], acts: Sequence[ReportDraft]) -> str:
    """Return the side of the first named actor of a deadly act, else of any attack."""
    for report in (*telling, *acts):
        for index in report.actors:
            text = reading.mentions[index].text.lower()
            side = next((side for side, pattern in _SIDES if re.search(pattern, text)), None)
            if side is not None:
                return side
    return "unknown"


def _find_cause(reading: Reading, acts: Sequence[ReportDraft]) -> str:
    """Return what the sentences of attacks say people died of."""
    texts = " ".join(reading.article.text[r.start : r.end] for r in acts) or reading.article.text
    hits = Counter({cause: len(re.findall(pattern, texts.lower())) for cause, pattern in _CAUSES})
    if hits["chemical and toxic gases"]:
        return "chemical and toxic gases"
    return hits.most_common(1)[0][0] if any(hits.values()) else "unknown"


def india_police_events(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """What police did, sentence by sentence."""
    for row in rows:
        yield {"id": row["id"], "sentences": label_sentences(row["sentences"], parser)}
