"""Verifying: a record that holds gives no problem; whatever does not hold is named."""

import dataclasses
from typing import Any

import pytest

from accord.model.record import Record
from accord.store.verify import REFERENCES, count_spans, find_problems
from tests.samples import TEXTS, make_record


def change(record: Record, kind: str, **values: Any) -> Record:
    """Return the record with fields of the first line of a kind changed."""
    first, *others = getattr(record, kind)
    return dataclasses.replace(record, **{kind: (dataclasses.replace(first, **values), *others)})


def shift(span: Any, by: int) -> Any:
    """Return a span that begins elsewhere, with its old text."""
    return dataclasses.replace(span, start=span.start + by, end=span.end + by)


def test_a_record_that_holds_gives_no_problem() -> None:
    """Nothing is found in a sound record, and its spans are counted."""
    assert list(find_problems(make_record(), TEXTS)) == []
    assert count_spans(make_record()) == 16


RECORD = make_record()
BROKEN = {
    "mention moved": (change(RECORD, "mentions", start=1, end=7), "stored is"),
    "mention outside": (change(RECORD, "mentions", start=0, end=999), "the stored text has"),
    "empty span": (change(RECORD, "mentions", start=0, end=0, text=""), "the stored text has"),
    "report moved": (change(RECORD, "reports", span=shift(RECORD.reports[0].span, 1)), "stored is"),
    "trigger moved": (change(RECORD, "reports", trigger=shift(RECORD.reports[0].trigger, 1)), "stored is"),
    "quote edited": (change(RECORD, "reports", quote="He said so."), "does not have the words of its span"),
    "report of another article": (change(RECORD, "reports", article="article-2"), "its span of article-1"),
    "copy moved": (change(RECORD, "copies", b=shift(RECORD.copies[0].b, 1)), "stored is"),
    "length wrong": (change(RECORD, "articles", length=3), "its length is given as 3"),
    "text gone": (change(RECORD, "articles", id="article-7"), "the case stores no text"),
    "event without reports": (change(RECORD, "events", reports=()), "no report supports it"),
    "unknown actor": (change(RECORD, "events", actor=("actor-9",)), "actor names actor-9"),
    "unknown place": (change(RECORD, "events", location="place-9"), "location names place-9"),
    "unknown event": (change(RECORD, "figures", of="event-000000000000"), "of names event-000000000000"),
    "unknown about": (change(RECORD, "disagreements", about="event-9"), "not among the events or agreements or figures"),
    "id twice": (dataclasses.replace(RECORD, places=RECORD.places * 2), "given twice"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_does_not_hold_is_named(name: str) -> None:
    """Each way in which a line can fail to hold gives a problem that says how."""
    record, words = BROKEN[name]
    assert any(words in problem.reason for problem in find_problems(record, TEXTS))


def test_words_may_stand_where_an_id_may() -> None:
    """A figure may be of something that only words name, an origin may have a voice that is no actor."""
    assert list(find_problems(change(RECORD, "figures", of="the storm"), TEXTS)) == []


def test_every_reference_is_a_field_of_its_kind() -> None:
    """The table of references names fields that exist."""
    for kind, paths in REFERENCES.items():
        line = getattr(RECORD, kind)[0]
        assert all(hasattr(line, path.split(".")[0]) for path in paths)
