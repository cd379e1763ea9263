"""The stages that work on one article, put together, and linking: what a build runs, without any storing.

Stages load spaCy or large word lists, so they are imported where they are used: a command that needs none of them starts
at once.
"""

import functools
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from accord.cleaning.withdraw import withdraw
from accord.model.reading import InputFailure, Reading, SourceText
from accord.model.record import Record
from accord.settings import Settings

if TYPE_CHECKING:
    from accord.language.parse import Parser

Coded = tuple[SourceText, Reading | InputFailure]
Coder = Callable[[SourceText], Coded]


def make_coder(settings: Settings) -> Coder:
    """Return a function that codes one article; it holds a language model, so make one per process."""
    from accord.language.parse import Parser

    return functools.partial(_code, Parser(settings.language))


def link_readings(readings: Sequence[Reading]) -> Record:
    """Link a case's readings, without the passages that one source repeats from page to page."""
    from accord.cleaning import find_repeated
    from accord.linking.link import link

    repeated = find_repeated([reading.article for reading in readings])
    return link([withdraw(reading, repeated.get(reading.article.id, ())) for reading in readings])


def _code(parser: "Parser", source: SourceText) -> Coded:
    """Clean, parse and code one article. Whatever goes wrong becomes a failure of that input alone."""
    from accord.cleaning import clean_article
    from accord.coding.article import code_article

    try:
        article = clean_article(source)
        if isinstance(article, InputFailure):
            return source, article
        return source, code_article(parser.parse_article(article))
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name} line {place.lineno}"
        return source, InputFailure(
            source.path, f"could not be coded: {type(error).__name__}: {error} ({where}); please report it"
        )
