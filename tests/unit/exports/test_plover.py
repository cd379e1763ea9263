"""PLOVER export: each event in PLOVER's words, with who says so."""

import json

from accord.exports import write_plover
from accord.model.record import Record
from tests.samples import make_record

FIRST, SECOND = (json.loads(line) for line in write_plover(make_record()))


def test_an_event_carries_plovers_fields() -> None:
    """Type, mode, quad category, context, date and place are said in PLOVER's words."""
    assert (FIRST["event_type"], FIRST["event_mode"], FIRST["quad_category"]) == ("AGREE", "sign", "verbal_cooperation")
    assert FIRST["context"] == ["economic", "diplomatic"]
    assert (FIRST["date"], FIRST["date_granularity"]) == ("2022-05-03", "day")
    assert FIRST["location"]["placename"] == "Velden"


def test_an_actor_is_a_block_with_country_and_sector() -> None:
    """The actor block has the wording of the text, the resolved name, and primary and other sectors."""
    assert FIRST["actor"] == [
        {
            "id": "actor-1",
            "raw_text": "Velden",
            "entity_name": "Velden",
            "entity_type": "state",
            "country": "NOR",
            "sector_code": "GOV",
            "other_sector_codes": ["MIL"],
        }
    ]
    assert FIRST["recipient"][0]["raw_text"] == "Osterland"
    assert FIRST["recipient"][0]["sector_code"] is None


def test_an_event_says_how_well_it_is_supported() -> None:
    """Articles, origins, interested origins and the quotes with their voices come with each event."""
    assert (FIRST["articles"], FIRST["origins"], FIRST["interested_origins"]) == (1, 1, 1)
    source = FIRST["source"][0]
    assert source["publisher"] == "Velden Courier"
    assert source["publication_date"] == "2022-05-03"
    assert source["quote"].startswith("Velden signed")
    assert source["voices"] == ["Velden Courier", "its ministry"]


def test_what_is_not_known_is_null() -> None:
    """An event without date, place or source says so with null."""
    assert SECOND["date"] is SECOND["location"] is SECOND["source"][0]["publisher"] is None
    assert SECOND["actor"] == []


def test_an_empty_record_gives_no_line() -> None:
    """There is no header in this format."""
    assert list(write_plover(Record())) == []
