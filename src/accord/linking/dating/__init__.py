"""When articles appeared that do not say so.

Entry: `articles.date_articles`.
"""
