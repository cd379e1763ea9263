"""A case on disk: stored texts, the reading of each article, and the record as tables one can query.

In: values of `accord.model`. Out: the same values. Knows SQL and nothing of news: it never reads, codes or links.
A case is one SQLite file by default; any database URL that SQLAlchemy knows will do.
"""

from accord.store.case import Case, open_case

__all__ = ["Case", "open_case"]
