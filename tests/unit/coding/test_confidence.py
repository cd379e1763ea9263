"""What the confidence of a report means."""

import pytest

from accord.coding.events.confidence import Calibration, load_calibration


def test_weights_are_log_odds() -> None:
    """Signals add up as log odds, unknown ones count nothing, and more against means less trust."""
    calibration = Calibration(0.0, {"a sure rule": 1.0, "no actor": -2.0})
    assert calibration.confidence(()) == pytest.approx(0.5)
    assert calibration.confidence(("a sure rule", "never seen")) == pytest.approx(0.731, abs=1e-3)
    assert calibration.confidence(("a sure rule", "no actor")) < 0.5


def test_shipped_weights_are_sane() -> None:
    """The fitted weights are finite log odds, and a missing actor counts against a report."""
    calibration = load_calibration()
    assert all(-4 < weight < 4 for weight in calibration.weights.values())
    bad, good = ("a doubtful reading", "no actor", "no recipient"), ("a sure reading", "actor is a name", "recipient is a name")
    assert 0 < calibration.confidence(bad) < calibration.confidence(good) < 1
