"""Predictions for web pages: the day they were published, the text of the article."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from accord.cleaning import clean_article
from accord.language.parse import Parser
from accord.model.reading import InputFailure, SourceText
from accord.reading.decode import decode_bytes
from accord.reading.html import read_html
from bench.gold import Row


def read_page(row: Row) -> SourceText | InputFailure:
    """Return the article of a page that lies beside the gold file."""
    path = Path(row["folder"]) / row["file"]
    data = path.read_bytes()
    text = decode_bytes(gzip.decompress(data) if path.suffix == ".gz" else data, path.name, markup=True)
    return text if isinstance(text, InputFailure) else read_html(text, path.name)


def htmldate(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """The day on which a page was published: from its markup, else as the text states it."""
    for row in rows:
        source = read_page(row)
        article = source if isinstance(source, InputFailure) else clean_article(source)
        published = None if isinstance(article, InputFailure) else article.published
        if published is not None and published.start is not None and published.start == published.end:
            yield {"id": row["id"], "date": published.start.isoformat()}


def article_extraction(rows: list[Row], parser: Parser) -> Iterator[Row]:
    """The article of a page without what stands around it."""
    for row in rows:
        source = read_page(row)
        article = source if isinstance(source, InputFailure) else clean_article(source)
        if isinstance(article, InputFailure):
            yield {"id": row["id"], "text": ""}
        else:
            yield {"id": row["id"], "text": "\n".join(article.text[p.start : p.end] for p in article.paragraphs)}
