"""An HTML page → its article: text and metadata by trafilatura, the date by htmldate. No network.

Only markup made for dates counts as metadata: meta tags, structured data, the address, `time` elements and short elements
whose class says date. Dates in running text and the date of today are never taken.
The stored text is the article's text, one paragraph a line, headed by the page's title where the text lacks it, so that
the title has a span.
"""

import copy
import datetime
import logging
import re
from typing import Any

from accord.model.ids import make_id
from accord.model.reading import InputFailure, SourceText
from accord.reading.decode import tidy

_LAST = "2099-12-31"
"""htmldate's latest date is today by default; fixed here, since a page must give the same record on any day."""

_DATED = re.compile(r"date|publi|posted|created|time|byline|meta|veroeff|artikel-info|fecha|datum", re.I)
_MAX_DATED = 200
"""Characters of an element whose class may say date; longer ones hold the article."""

_LINE_NAMES = frozenset(
    {"by", "byline", "author", "authors", "date", "dateline", "published", "updated", "timestamp", "pubdate"}
)
"""Words of a class or id that a line of byline or date carries."""
_BY = re.compile(r"By\s*:?\s+[A-Z]")
_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.I,
)
_MAX_LINE = 90
"""Characters of such a line."""

_HEAD = 400
"""Characters of the text within which a title counts as there."""


def read_html(text: str, path: str) -> SourceText | InputFailure:
    """Return the article of a page, or why there is none."""
    import trafilatura
    from lxml.etree import LxmlError

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        tree = trafilatura.load_html(text)
        if tree is None:
            return InputFailure(path, "no HTML found in it: save the whole page, or rename plain text to .txt")
        published = find_date(tree)
        page = trafilatura.extract_metadata(copy.deepcopy(tree), date_config=_NO_DATE)
        body = _extract_body(text)
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        return InputFailure(path, f"HTML that cannot be parsed ({type(error).__name__}: {error}): save the page anew")
    if not body.strip():
        return InputFailure(
            path, "HTML without article text (an index, a login, or built by script?): save the page as it is shown"
        )
    language = re.match(r"[a-z]{2}(?![a-z])", (tree.get("lang") or "en").lower())
    body = _put_back(tidy(body), _find_lines(tree, has_author=bool(page.author), has_date=published is not None), page.title)
    return _make_source(page, body, path, published=published, language=language[0] if language else "en")


def _find_lines(tree: Any, *, has_author: bool, has_date: bool) -> list[str]:
    """Return the page's byline and its day without a year, as it prints them, where metadata has none."""
    byline, day = None, None
    for element in tree.iter("p", "div", "span", "address", "time", "li"):
        names = re.split(r"[\s_-]+", f"{element.get('class') or ''} {element.get('id') or ''}".casefold())
        text = " ".join(" ".join(element.itertext()).split()) if _LINE_NAMES & set(names) else ""
        if not 0 < len(text) <= _MAX_LINE:
            continue
        if byline is None and not has_author and _BY.match(text):
            byline = text
        elif day is None and not has_date and _DAY.search(text):
            day = text
    return [line for line in (byline, day) if line]


def _put_back(body: str, lines: list[str], title: str | None) -> str:
    """Return the text with lines that extraction left out under its title."""
    missing = [line for line in lines if _bare(line) not in _bare(body[:_HEAD])]
    if not missing or not title:
        return body
    first, _, rest = body.partition("\n")
    head = [first] if _bare(first) == _bare(title) else []
    return "\n".join([*head, *missing, rest if head else body])


def _extract_body(text: str) -> str:
    """Return the article's text: precision first, which measured best, then whatever there is."""
    import trafilatura

    for precision in (True, False):
        body = trafilatura.extract(text, include_comments=False, include_tables=not precision, favor_precision=precision)
        if body and body.strip():
            return str(body)
    return ""


_NO_DATE = {"extensive_search": False, "original_date": True, "max_date": _LAST}


def find_date(tree: Any) -> datetime.date | None:
    """Return the day a page says it was published, from its markup alone."""
    import htmldate

    found = htmldate.find_date(_keep_dated(tree), original_date=True, extensive_search=False, max_date=_LAST)
    return datetime.date.fromisoformat(found) if found else None


def _keep_dated(tree: Any) -> Any:
    """Return a copy of a page that keeps only what is made to carry a date."""
    from lxml.html import Element

    kept, body = Element("html"), Element("body")
    for element in tree.iter("*"):
        if element.tag == "head":
            kept.append(copy.deepcopy(element))
        elif _is_dated(element):
            part = copy.deepcopy(element)
            part.tail = None
            body.append(part)
    kept.append(body)
    return kept


def _is_dated(element: Any) -> bool:
    if element.tag in {"time", "abbr"} or (element.tag == "meta" and element.getparent().tag != "head"):
        return True
    if element.tag == "script":
        return "json" in (element.get("type") or "")
    names = " ".join(element.get(key) or "" for key in ("class", "id", "itemprop", "property", "datetime", "pubdate"))
    if not _DATED.search(names):
        return False
    return len("".join(element.itertext())) <= _MAX_DATED


def _make_source(page: Any, body: str, path: str, *, published: datetime.date | None, language: str) -> SourceText:
    url = page.url or None
    site = _one_line(page.sitename)
    title = _drop_site(_one_line(page.title), site)
    name = re.split(r"\s+[|»]\s+", site)[0] if site else page.hostname or None
    text = body if title is None or _has_title(body, title) else f"{title}\n{body}"
    return SourceText(
        id=make_id("article", text, url or "", name or "", title or "", published or ""),
        path=path,
        text=text,
        url=url,
        title=title,
        byline=_one_line(page.author),
        source_name=name,
        published=published,
        language=language,
    )


def _drop_site(title: str | None, name: str | None) -> str | None:
    """Return a title without the site's name before or after it ("… - The Valley Herald")."""
    if title is None or name is None:
        return title
    if title.startswith(name) and (match := _SITE_MARK.match(title, len(name))):
        return title[match.end() :]
    parts = _SITE_MARK.split(title)
    last = _bare(parts[-1])
    if len(parts) > 1 and last and (_bare(name).startswith(last) or _bare(name).removeprefix("the") == last):
        return title[: title.rindex(parts[-1])].rstrip(" -–—|•·»:")
    return title


_SITE_MARK = re.compile(r"\s+(?:-{1,2}|[–—|•·»]|::)\s+|:\s+(?=\w)")


def _one_line(value: str | None) -> str | None:
    return re.sub(r"\s+", " ", tidy(value)).strip() or None if value else None


def _has_title(body: str, title: str) -> bool:
    """Whether one of the first lines of the text is the title, apart from case and punctuation."""
    wanted = _bare(title)
    return any(_bare(line) == wanted for line in body[:_HEAD].splitlines()[:5])


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
