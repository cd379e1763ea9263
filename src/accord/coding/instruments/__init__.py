"""Agreements that a text names.

Entry: `instruments.find_instruments`.
"""
