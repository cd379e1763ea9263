"""Pages as copied from the web, with furniture of different families. Invented events, places and papers."""

from accord.cleaning import clean_article
from accord.model.ids import make_id
from accord.model.reading import CleanArticle, SourceText


def make(text: str, **fields: object) -> CleanArticle:
    """Return a text as a clean article; the metadata fields are those of `SourceText`."""
    article = clean_article(SourceText(id=make_id("article", text), path="page.txt", text=text, **fields))  # type: ignore[arg-type]
    assert isinstance(article, CleanArticle)
    return article


def get_body(article: CleanArticle) -> list[str]:
    """Return the paragraphs that are left to read, without the title."""
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body"]


def get_removed(article: CleanArticle) -> list[tuple[str, str]]:
    """Return the reason and text of every piece of furniture."""
    return [(r.reason, article.text[r.start : r.end]) for r in article.removed]


PAPER = """Skip to main content
Home » World » Africa
Ostland and Westland agree to reopen four border crossings
By Amina Brandt, Senior Correspondent
Published: 14 March 2022, 10:32 GMT
Updated: 15 March 2022
Share on Facebook Share on Twitter
Officials shake hands after the ceremony in Marvale. (Photo: John Doe/AFP via Getty Images)
MARVALE, March 14 (Reuters) – Ostland agreed on Monday to reopen four crossings, its foreign ministry said.
The deal was signed by the two foreign ministers.
Advertisement
“We will work together,” said one of them.
READ ALSO: Floods displace thousands in the delta
The crossings had been closed since 2011. (READ ALSO: A history of the border)
Background
The two countries split in 2011 after a long civil war.
Reporting by Amina Brandt; Editing by Tom Lee
Tags: Ostland, Westland
Related Stories
Floods displace thousands in the delta
Leave a Reply
Your email address will not be published. Required fields are marked *
© 2022 Nile Courier. All rights reserved."""

BROADCASTER = """Army says it has retaken the airport
5 hours ago
Share
Image source, Reuters
Image caption, Soldiers near the airport on Sunday
The army says it has retaken the airport from militants.
The militants deny it, and residents report more shelling.
You may also be interested in:
Why the war began
Who are the militants?
Related Topics
Airport"""

OPINION = """Opinion | The sanctions have not worked

By Helen Marsh

March 3, 2020 at 6:00 a.m. EST

The government imposed sanctions on Ruritania last year.

The president visited the capital on Tuesday and met the prime minister.

The views expressed in this article are the author’s own and do not reflect the policy of The Metro Gazette.

Follow The Metro Gazette on Twitter

Sign up for our newsletter."""

WRAPPED = """The government of Ruritania on Monday rejected a proposal by
the United Nations to extend the ceasefire by three months,
saying that the rebels had broken it many times since it
took effect in March.

A spokesman for the foreign ministry said that talks would
go on "as long as there is hope", but that the army would
answer every attack."""
