"""Temporary: see accord.coding.times_resolve."""

from accord.coding.times_resolve import resolve

__all__ = ["resolve"]
