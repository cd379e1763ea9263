"""The tables of a case: what was read (input, original, reading) and the record (one table for each kind of line).

Columns of the record carry the field names of docs/record.md. A nested value whose parts one wants to query is spread
over columns (`date` → `date_start`, `date_end` …); lists are JSON. `accord.store.rows` turns lines into rows and back.
"""

from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Float, ForeignKey, Integer, MetaData, Table, Text

from accord.model import record

metadata = MetaData()


def _id() -> Column[Any]:
    return Column("id", Text, primary_key=True)


def _text(name: str, *, index: bool = False, required: bool = False) -> Column[Any]:
    return Column(name, Text, index=index, nullable=not required)


def _list(name: str) -> Column[Any]:
    return Column(name, JSON, nullable=False)


def _when(name: str) -> list[Column[Any]]:
    return [
        Column(f"{name}_start", Date),
        Column(f"{name}_end", Date),
        Column(f"{name}_granularity", Text),
        Column(f"{name}_approximate", Boolean),
    ]


def _span(name: str) -> list[Column[Any]]:
    return [
        Column(f"{name}_article", Text, nullable=False),
        Column(f"{name}_start", Integer, nullable=False),
        Column(f"{name}_end", Integer, nullable=False),
        Column(f"{name}_text", Text, nullable=False),
    ]


schema_version = Table("schema_version", metadata, Column("version", Integer, primary_key=True), _text("name", required=True))
meta = Table("meta", metadata, Column("key", Text, primary_key=True), _text("value", required=True))
input_ = Table(
    "input",
    metadata,
    Column("path", Text, primary_key=True),
    _text("outcome", required=True),  # coded | duplicate | failed
    _text("reason"),
    _text("article", index=True),
)
original = Table(
    "original",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Text, nullable=False, unique=True),
    _text("path", required=True),
    _text("text", required=True),
    _text("digest", required=True),
    _text("url"),
    _text("title"),
    _text("byline"),
    _text("source_name"),
    Column("published", Date),
    _text("language", required=True),
)
reading = Table(
    "reading",
    metadata,
    Column("article", Text, ForeignKey("original.article"), primary_key=True),
    _text("coder", required=True),
    _text("body", required=True),
)

source = Table("source", metadata, _id(), _text("name", required=True), _text("type", required=True), _text("country"))
article = Table(
    "article",
    metadata,
    _id(),
    _text("source", index=True),
    _text("path", required=True),
    _text("title"),
    _text("byline"),
    Column("published_start", Date),
    Column("published_end", Date),
    _text("published_basis"),
    Column("published_evidence", JSON(none_as_null=True)),
    _text("language", required=True),
    Column("length", Integer, nullable=False),
    _list("removed"),
)
actor = Table(
    "actor",
    metadata,
    _id(),
    _text("name", index=True, required=True),
    _text("type", required=True),
    _text("country"),
    _list("sectors"),
    _list("aliases"),
    _list("roles"),
    _list("member_of"),
)
place = Table(
    "place",
    metadata,
    _id(),
    _text("name", index=True, required=True),
    _text("country"),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("geonames_id", Integer),
    _list("aliases"),
)
mention = Table(
    "mention",
    metadata,
    _id(),
    _text("article", index=True, required=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _text("text", required=True),
    _text("form", required=True),
    _text("actor", index=True),
    _text("place", index=True),
)
event = Table(
    "event",
    metadata,
    _id(),
    _text("event_type", index=True, required=True),
    _text("mode"),
    _list("context"),
    _text("status", required=True),
    Column("historical", Boolean, nullable=False),
    _list("actor"),
    _list("recipient"),
    _text("location"),
    *_when("date"),
    _list("reports"),
    Column("articles", Integer, nullable=False),
    _list("origins"),
    _text("agreement"),
    _text("summary", required=True),
)
report = Table(
    "report",
    metadata,
    _id(),
    _text("event", index=True, required=True),
    _text("article", index=True, required=True),
    *_span("span"),
    _text("quote", required=True),
    *_span("trigger"),
    _text("event_type", required=True),
    _text("mode"),
    _list("context"),
    _text("status", required=True),
    Column("historical", Boolean, nullable=False),
    _list("actor"),
    _list("recipient"),
    _text("location"),
    *_when("date"),
    _text("date_basis"),
    Column("date_evidence", JSON(none_as_null=True)),
    _list("voices"),
    _text("rule", required=True),
    Column("confidence", Float),
)
agreement = Table(
    "agreement",
    metadata,
    _id(),
    _text("name", required=True),
    _list("aliases"),
    _list("parties"),
    _list("subject"),
    _list("stages"),
)
figure = Table(
    "figure",
    metadata,
    _id(),
    _text("measure", required=True),
    Column("value_at_least", Float),
    Column("value_at_most", Float),
    Column("value_exact", Float),
    _text("unit"),
    _text("of", index=True),
    *_when("as_of"),
    _list("voices"),
    _list("reports"),
)
copy = Table("copy", metadata, _id(), *_span("a"), *_span("b"), Column("similarity", Float, nullable=False))
disagreement = Table(
    "disagreement",
    metadata,
    _id(),
    _text("about", index=True, required=True),
    _text("field", required=True),
    _list("positions"),
    _text("kind", required=True),
)
story = Table("story", metadata, _id(), _text("title", required=True), _list("articles"), _text("follows"))

RECORD: tuple[tuple[str, type, Table], ...] = (
    ("sources", record.Source, source),
    ("articles", record.Article, article),
    ("actors", record.Actor, actor),
    ("places", record.Place, place),
    ("mentions", record.Mention, mention),
    ("events", record.Event, event),
    ("reports", record.Report, report),
    ("agreements", record.Agreement, agreement),
    ("figures", record.Figure, figure),
    ("copies", record.Copy, copy),
    ("disagreements", record.Disagreement, disagreement),
    ("stories", record.Story, story),
)
"""Field of `Record`, class of its lines, table."""
