"""Whether an article is opinion: an op-ed, letter or editorial, by what the page says of it. First person is not enough.

A site's general rule about its op-eds stands under every article and says nothing about one.
"""

import functools
import re
from collections.abc import Sequence

from accord.cleaning.furniture import Reasons
from accord.cleaning.lines import Line
from accord.cleaning.titles import Title
from accord.data import load_yaml

_HEAD_LINES, _MAX_CHARACTERS = 8, 2_000
_LAST_LINES, _MAX_NOTE = 4, 400
_QUOTES = frozenset('"“”')


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = load_yaml("furniture")["opinion"]
    return (
        re.compile(rf"\W*{data['line']}(?:\s*[|/>:-]\s*[\w ]{{1,30}})?\W*", re.IGNORECASE),
        re.compile(rf"\W*{data['title']}", re.IGNORECASE),
        re.compile("|".join(data["text"]), re.IGNORECASE),
        re.compile(data["url"], re.IGNORECASE),
        re.compile(data["author"]),
    )


def is_opinion(lines: Sequence[Line], reasons: Reasons, title: Title | None, url: str | None) -> bool:
    """Whether a label of the head, the title, the address, a note on this article or on its author says that it is opinion."""
    label, heading, note, address, author = _patterns()
    if url and address.search(url):
        return True
    if title and heading.match(title.text):
        return True
    written = [line for line in lines if line.words][-_LAST_LINES:]
    if any(author.match(line.plain) and len(line.plain) < _MAX_NOTE and not _QUOTES & set(line.plain) for line in written):
        return True
    for index, line in enumerate(lines):
        if len(line.plain) > _MAX_CHARACTERS:
            continue
        if index < _HEAD_LINES and line.words <= 6 and label.fullmatch(line.plain):
            return True
        if index < _HEAD_LINES and heading.match(line.plain):
            return True
        if (index in reasons or index < _HEAD_LINES) and note.search(line.plain):
            return True
    return False
