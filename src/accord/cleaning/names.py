"""The name of who published an article, from its page furniture, dateline and title. Metadata goes first, elsewhere.

Every cue votes for the name it shows; names that several cues support win. An agency credited in a dateline is the source
only where nothing else is named. A notice that denies any tie to the publisher names somebody else.
"""

import re
from collections.abc import Iterable

from accord.cleaning.lines import Line
from accord.cleaning.outlets import find_agency
from accord.data import load_yaml

_NAME = r"(?:[Tt]he )?(?P<name>[A-Z][\w&'.-]*(?: (?:(?:of|the|for|and|&|de|al) )?[A-Z][\w&'.-]*){0,4})"
_URL = r"(?P<name>(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|co\.\w\w|\w\w))"
_CUES: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(pattern))
    for weight, pattern in (
        (3, rf"(?i:site icon) {_NAME}$"),
        (
            2,
            rf"(?i:(?:\bcopyright\b|©|\(c\)))\s*(?:©|\(c\)|(?i:copyright))?\s*(?:(?:19|20)\d\d(?:-\d+)?,?)?\s*(?i:by )?{_NAME}",
        ),
        (1, rf"(?i:^(?:follow|like|join|find)) {_NAME}(?: (?i:news|page))? (?i:on|via) "),
        (2, rf"(?i:\b(?:opinions?|views?|positions?|policy|stance) (?:or \w+ |and \w+ )?of) {_NAME}"),
        (2, rf"(?i:\b(?:reflect|represent)s? (?:those|that) of) {_NAME}"),
        (
            2,
            rf"^{_NAME} (?i:accepts|welcomes|encourages|publishes|is not responsible|will use|reserves|do(?:es)? not)",
        ),
        (2, rf"[:.] {_NAME} (?i:accepts|welcomes|is not responsible|does not|assumes no|will not|takes no|reserves)"),
        (
            1,
            rf"(?i:\b(?:newsletters? from|subscrib(?:e|ing) to|sign up for|support)) {_NAME}(?:'s| (?i:app|newsletter)|$)",
        ),
        (1, rf"(?i:\b(?:more (?:on|from)|read more (?:on|at|in)|elsewhere on|visit)) {_NAME}$"),
        (1, rf"^-{{1,2}} ?{_NAME}$"),
        (0.5, rf"(?i:\b(?:news(?:letter|room)?|info|contact|editor|tips|feedback|corrections)@){_URL}"),
    )
)
_ENOUGH = 1.5
"""One weak cue, such as "Subscribe to X", names no source by itself."""
_STRANGER = re.compile(r"(?i:\bpublisher of this (?:article|page|content|post)|\bany association with)")
_NOT_NAMES = frozenset(
    {"The", "This", "That", "Any", "All", "Your", "Our", "We", "You", "It", "Please", "Terms", "Privacy", "Us", "Read", "More"}
    | {"Facebook", "Twitter", "Instagram", "Telegram", "WhatsApp", "Whatsapp", "YouTube", "Youtube", "LinkedIn", "Google"}
    | {"Author", "Authors", "Op-Ed", "Op-Eds", "Editor", "Material", "Content", "News", "Reserved", "Copyright", "Updates"}
)
_TRAILING = re.compile(r"[\s.,;:]+$|'s$|[.,]? (?:All|Inc|Ltd|LLC|Co|Corp)\b.*$")


def find_source(
    furniture: Iterable[Line],
    credit: str | None,
    site: str | None,
    *,
    masthead: str | None = None,
    nameplate: str | None = None,
) -> str | None:
    """Return the name most cues support, or None where nothing names the source.

    Args:
        furniture: the lines that are page furniture; prose names others, too.
        credit: the name in the parenthesis of the dateline.
        site: the name at the end of the title line.
        masthead: the line at the top that is the publisher's name.
        nameplate: a line beside the title that is an outlet's name by its words.
    """
    votes: dict[str, float] = {}
    forms: dict[str, str] = {}
    strangers: set[str] = set()

    def vote(name: str, weight: float) -> None:
        clean = clean_name(name)
        if clean is None:
            return
        key = _key(clean)
        forms.setdefault(key, clean)
        votes[key] = votes.get(key, 0) + (weight if find_agency(clean) is None else weight / 10)

    for line in furniture:
        if _STRANGER.search(line.plain):
            first = re.match(_NAME, line.plain)
            strangers |= {_key(first["name"])} if first else set()
            continue
        for weight, cue in _CUES:
            for match in cue.finditer(line.plain):
                vote(match["name"], weight)
    if credit and not re.search(r"[/,]", credit):
        vote(credit, 3)
    if site:
        vote(site, 1.5)
    if masthead:
        vote(re.sub(r"\s*\([A-Z]+\)$", "", masthead), 30 if find_agency(masthead) else 3)
    if nameplate:
        vote(nameplate, 3.5)  # more than the agency of a dateline, which an outlet carries
    known = {
        key: weight for key, weight in votes.items() if key not in strangers and (weight >= _ENOUGH or find_agency(forms[key]))
    }
    if not known:
        return None
    best = max(known, key=lambda key: (known[key], -list(votes).index(key)))
    return find_agency(forms[best]) or forms[best]


def is_nameplate(line: Line) -> bool:
    """Whether a line is an outlet's name by its words and capitals.

    >>> is_nameplate(Line(0, 0, "The Valley Ledger")), is_nameplate(Line(0, 0, "World News"))
    (True, False)
    """
    return bool(re.fullmatch(load_yaml("furniture")["nameplate"], line.plain))


def clean_name(name: str) -> str | None:
    """Return a name as it is written in prose: no article of a sentence, no capitals throughout unless an acronym."""
    previous = None
    while previous != name:
        previous, name = name, _TRAILING.sub("", name.strip())
    bare = re.sub(r"^The (?=[A-Z])", "", name)
    if not bare or bare.split()[0] in _NOT_NAMES or len(bare) < 2:
        return None
    words = name.split()
    if name.isupper() and (len(words) > 1 or len(name) > 5) and find_agency(name) is None:
        return " ".join(word if len(word) <= 2 or word in _ACRONYMS else word.capitalize() for word in words)
    return name


_ACRONYMS = frozenset({"BBC", "CNN", "NBC", "CBS", "ABC", "TRT", "NTV", "RFE/RL", "VOA", "NPR", "PBS", "NHK", "CGTN", "USA"})


def _key(name: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"^[Tt]he ", "", name)).casefold()
