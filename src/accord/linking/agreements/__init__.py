"""Agreements across articles and the stages of their lives.

Entries: `agreements.link_instruments`, `agreements.list_agreements`.
"""
