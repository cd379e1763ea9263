"""Linking: what the readings of a case say together. `link` is the one entry."""

from accord.linking.link import link

__all__ = ["link"]
