"""Articles as they were read → articles with their furniture marked and their title, byline, source and date found.

Works on plain text by structure and general cue words (`data/furniture.yaml`); deletes nothing and follows no link.
"""

from accord.cleaning.clean import clean_article
from accord.cleaning.repeated import find_repeated

__all__ = ["clean_article", "find_repeated"]
