"""Pages become articles: text, title, author, site and date from markup, and nothing invented."""

import datetime

import pytest

from accord.model.reading import InputFailure, SourceText
from accord.reading.html import read_html

PROSE = "".join(
    f"<p>The harbour authority of Port Elm said on day {n} that repairs to the northern pier would go on for another week, "
    "and that ferries would meanwhile leave from the old fish market.</p>"
    for n in range(1, 6)
)


def make_page(*, head: str = "", body: str = "", title: str = "Ferries return to Port Elm") -> str:
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{body}{PROSE}</article><footer>© 2031 All rights reserved</footer></body></html>"
    )


META = (
    '<meta property="og:title" content="Ferries return to Port Elm"><meta property="og:site_name" content="The Elm Courier">'
    '<meta name="author" content="Ines Valdo"><link rel="canonical" href="https://elm.example/ferries">'
    '<meta property="article:published_time" content="2022-03-04T10:00:00Z">'
)


def test_metadata_of_a_page() -> None:
    """Title, author, site, address and day come from the page's metadata; the title heads the text."""
    source = read_html(make_page(head=META, title="Ferries return to Port Elm - The Elm Courier"), "p.html")
    assert isinstance(source, SourceText)
    assert source.title == "Ferries return to Port Elm"
    assert source.byline == "Ines Valdo"
    assert source.source_name == "The Elm Courier"
    assert source.url == "https://elm.example/ferries"
    assert source.published == datetime.date(2022, 3, 4)
    assert source.language == "en"
    assert source.text.splitlines()[0] == "Ferries return to Port Elm"
    assert len(source.text.splitlines()) == 6


def test_a_title_in_the_text_is_not_repeated() -> None:
    """A headline that the text already begins with is not put before it again."""
    source = read_html(make_page(head=META, body="<h1>Ferries return to Port Elm</h1>"), "p.html")
    assert isinstance(source, SourceText)
    assert source.text.count("Ferries return to Port Elm") == 1


@pytest.mark.parametrize(
    "body",
    ["<p>On 7 May 2019 the pier burnt down, and the town has paid for it ever since that day in spring.</p>", ""],
)
def test_dates_in_prose_are_no_metadata(body: str) -> None:
    """A page without a date in its markup has none: not the day of a story, not a copyright year, not today."""
    source = read_html(make_page(body=body), "p.html")
    assert isinstance(source, SourceText)
    assert source.published is None


def test_time_elements_are_metadata() -> None:
    """The day of a `time` element counts."""
    source = read_html(make_page(body='<time datetime="2020-11-05">5 November</time>'), "p.html")
    assert isinstance(source, SourceText)
    assert source.published == datetime.date(2020, 11, 5)


@pytest.mark.parametrize("page", ["<html><body><script>load()</script></body></html>", "<html></html>", "just words", "<"])
def test_pages_without_text_fail(page: str) -> None:
    """A page without an article is a failure that says so."""
    failure = read_html(page, "p.html")
    assert isinstance(failure, InputFailure)
    assert "HTML" in failure.reason


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("<p class='by'>By <a href='/x'>Ines Valdo</a> in Port Elm</p>", ["By Ines Valdo in Port Elm"]),
        ("<span class='article-date'>Updated on March 4</span>", ["Updated on March 4"]),
    ],
)
def test_lines_of_byline_and_day_are_put_back(lines: str, expected: list[str]) -> None:
    """A byline, and a day without its year, that stand only in the page's markup are lines of the text under its title."""
    page = make_page(body=f"<h1>Ferries return to Port Elm</h1></article><div>{lines}</div><article>")
    source = read_html(page, "p.html")
    assert isinstance(source, SourceText)
    told = source.text.splitlines()
    assert told[: 1 + len(expected)] == ["Ferries return to Port Elm", *expected]
    assert told[1 + len(expected)].startswith("The harbour authority")
