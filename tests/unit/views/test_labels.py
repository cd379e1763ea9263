"""Every code that a record may hold has words."""

from typing import get_args

import pytest

from accord.model.record import DateBasis, DisagreementKind, EventType, PublishedBasis, Quad, Status
from accord.views import labels


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (EventType, labels.TYPES),
        (Quad, labels.QUADS),
        (Status, labels.STATUSES),
        (DisagreementKind, labels.DISAGREEMENTS),
        (DateBasis, labels.DATE_BASES),
        (PublishedBasis, labels.PUBLISHED_BASES),
    ],
)
def test_every_code_has_words(codes: object, words: dict[str, str]) -> None:
    """A page never shows a bare code because a table forgot it."""
    assert set(get_args(codes)) == set(words)
