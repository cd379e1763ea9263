"""What an article says of the people and bodies it names: titles, memberships, aliases, countries, descriptions.

In: the drafts of an article, sorted. Out: facts; and, on the drafts, the owner of a name ("Libya's Presidential Council") and
whom a descriptor in apposition refers to ("Hulusi Akar, the Turkish defence minister"). Nothing is concluded from what
other articles say.
"""

import itertools
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from accord.coding.names.appositions import ending_at, find_appositions, title_facts
from accord.coding.names.drafts import Draft, FactDraft
from accord.coding.names.groups import group_noun, is_rank, sectors_of
from accord.coding.names.words import is_title_head, is_title_word, word_set
from accord.data import countries
from accord.language.parse import ParsedArticle, Sentence

_ALIAS_CUES = ("also known as", "better known as", "known as", "aka", "a.k.a.", "formerly known as", "also called", "formerly")
_ORGANIZATIONS = frozenset({"organization", "media", "state", "facility"})
_MODIFIER_TAGS = frozenset({"JJ", "JJS", "JJR", "VBN", "VBG", "NN", "NNP", "NNPS", "NNS", "HYPH", "RB", "AFX", "VBD"})


_FRAMING_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "RB", "HYPH", "CD"})


def _is_hyphened(doc: Doc, i: int) -> bool:
    """Whether a name's word stands in a compound modifier ("United Nations-backed")."""
    stop = i
    while stop < len(doc) and doc[stop].tag_ in {"NNP", "NNPS"}:
        stop += 1
    return (
        doc[i].tag_ in {"NNP", "NNPS"}
        and stop + 1 < len(doc)
        and doc[stop].text == "-"
        and doc[stop + 1].tag_ in {"VBN", "VBD", "JJ"}
    )


def find_facts(drafts: Sequence[Draft], parsed: ParsedArticle) -> list[FactDraft]:
    """Return the facts of an article, and set owners and appositions on the drafts."""
    facts: list[FactDraft] = []
    groups: dict[int, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault(draft.sentence.index, []).append(draft)
    for sentence in parsed.sentences:
        group = groups.get(sentence.index, [])
        names = [draft for draft in group if draft.form in {"name", "metonym"}]
        for name in names:
            _find_owner(name, group)
            facts.extend(_find_title(name, names))
            facts.extend(_find_words_before(name, names))
        facts.extend(_find_aliases(sentence, names, parsed.article.text))
        facts.extend(find_appositions(group, names))
        facts.extend(_find_descriptions(group))
        facts.extend(_find_memberships(group))
    return facts


def _tokens(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    return sentence.range(sentence.doc[first], sentence.doc[last])


def _find_owner(name: Draft, group: Sequence[Draft]) -> None:
    """Give a name the possessor before it or the country after "of"."""
    doc = name.sentence.doc
    if name.label == "nationality" or _is_compound_part(doc, name):
        return
    position = name.title_first if name.title_first >= 0 else name.first
    before = position - 1
    steps = 0
    if name.label in {"state", "place"}:
        return
    while before >= 0 and steps < 6 and (doc[before].tag_ in _FRAMING_TAGS or _is_hyphened(doc, before)):
        before -= 1
        steps += 1
    if before > 0 and doc[before].tag_ == "POS":
        owner = ending_at(group, before - 1)
        if owner is not None:
            name.owner = owner
    elif name.label == "person" and name.country is None and doc[name.last + 1 : name.last + 2].text == "of":
        realm = next((other for other in group if other.first == name.last + 2 and other.label in {"state", "place"}), None)
        name.country = realm.country if realm is not None else None
    elif name.label == "organization" and name.last + 2 < len(doc) and doc[name.last + 1].lower_ in {"of", "in"}:
        start = name.last + 3 if doc[name.last + 2].lower_ == "the" else name.last + 2
        owner = next((other for other in group if other.first == start and other.form != "descriptor"), None)
        if (
            owner is not None
            and owner.label in {"state", "place", "organization"}
            and (doc[name.last + 1].lower_ == "of" or owner.country)
        ):
            name.owner = owner if doc[name.last + 1].lower_ == "of" else None
            if name.country is None and not name.sure:
                name.country = owner.country
    if (
        name.owner is not None
        and name.country is None
        and name.label in {"organization", "person"}
        and not _is_international(name)
    ):
        name.country = name.owner.country


def _is_international(name: Draft) -> bool:
    return name.actor_type == "intergovernmental"


def _find_title(name: Draft, names: Sequence[Draft]) -> Iterator[FactDraft]:
    """Yield the fact of a capitalised title directly before a name."""
    if name.title_first < 0 or name.label != "person":
        return
    doc = name.sentence.doc
    owner = ending_at(names, name.title_first - 1) or name.owner
    if owner is None and name.title_first > 1 and doc[name.title_first - 1].tag_ == "POS":
        owner = ending_at(names, name.title_first - 2)
    start, end = _tokens(name.sentence, name.title_first, name.first - 1)
    yield from title_facts(name, name.titled, (start, end), owner)


def _find_words_before(name: Draft, names: Sequence[Draft]) -> Iterator[FactDraft]:
    """Yield what small words directly before a name say: "renegade military commander X", "LNA commander X", "UN-backed X"."""
    doc = name.sentence.doc
    stop = (name.title_first if name.title_first >= 0 else name.first) - 1
    first = stop + 1
    owner = None
    while first > 0 and doc[first - 1].tag_ in _MODIFIER_TAGS and stop - first < 7:
        other = ending_at(names, first - 1)
        if other is not None and not _is_compound_part(doc, other):
            owner = other
            break
        first -= 1
    if owner is None and first > 1 and doc[first - 1].text == ")":
        owner = next((other for other in names if other.last == first - 2), None)
    if owner is None and first > 1 and doc[first - 1].tag_ == "POS":
        owner = ending_at(names, first - 2)
    while first <= stop and (
        doc[first].is_punct or (doc[first].tag_ in {"RB"} and doc[first].lower_ in {"now", "then", "also"})
    ):
        first += 1
    if first > stop or name.label in {"nationality", "place", "unknown"}:
        return
    value = doc[first : stop + 1].text
    span = _tokens(name.sentence, first, stop)
    last = doc[stop]
    noun = group_noun(last.lower_)
    if (
        name.label == "person"
        and ((noun is not None and noun.kind == "person") or is_title_head(last.text))
        and last.tag_.startswith("NN")
    ):
        begin = stop
        while begin > first and _extends_title(doc, begin - 1):
            begin -= 1
        title_span = _tokens(name.sentence, begin, stop)
        yield from title_facts(name, doc[begin : stop + 1].text, title_span, owner)
        if noun is not None and not name.sectors:
            name.sectors = sectors_of(last.lower_, [doc[i].lower_ for i in range(stop - 1, first - 1, -1)])
            if owner is not None and owner.label == "organization" and owner.sectors and is_rank(last.lower_):
                name.sectors = owner.sectors
        if begin > first:
            yield FactDraft("descriptor", name, *span, value=value)
    elif (last.tag_ in {"JJ", "VBN", "VBD", "VBG"} or "-" in value) and stop < last.head.i <= name.last:
        yield FactDraft("descriptor", name, *span, value=value)
        based = _based_country(doc, first, stop)
        if based:
            yield FactDraft("country", name, *span, value=based)
            name.country = name.country or based


def _extends_title(doc: Doc, i: int) -> bool:
    """Whether a word before an office is part of it ("rebel leader", not "renegade commander")."""
    if doc[i].lower_ in {"renegade", "fugitive", "veteran", "former", "acting", "late"}:
        return False
    return is_title_word(doc[i].text) or doc[i].tag_ == "NN"


def _is_compound_part(doc: Doc, name: Draft) -> bool:
    """Whether a name is the first part of a hyphenated modifier."""
    if name.end - name.start < len(doc[name.first : name.last + 1].text):
        return True
    return name.last + 2 < len(doc) and doc[name.last + 1].text == "-" and not doc[name.last + 1].whitespace_


def _based_country(doc: Doc, first: int, stop: int) -> str | None:
    """Return the country of "X-based", where X is a known place."""
    text = doc[first : stop + 1].text
    if not text.endswith("-based") and "-based " not in text:
        return None
    place = text.split("-based")[0].split(" ")[-1]
    city = countries.city_named(place)
    return countries.country_named(place) or countries.capital_of(place) or (city.country if city else None)


def _find_aliases(sentence: Sentence, names: Sequence[Draft], text: str) -> Iterator[FactDraft]:
    """Yield pairs of names for one actor: "X (ABC)", "X, also known as Y"."""
    for left, right in itertools.pairwise(names):
        between = text[left.end : right.start].strip().lower().lstrip(",(").strip()
        gap = text[left.end : right.start].strip()
        if "nationality" in {left.label, right.label} or left.label == "place":
            continue
        closes = text[right.end : right.end + 1] == ")"
        bracketed = gap == "(" and closes and _fits_acronym(left.text(text), right.text(text))
        if bracketed or between in _ALIAS_CUES or (gap in {", or", "or"} and _fits_acronym(left.text(text), right.text(text))):
            yield FactDraft("alias", right, left.start, right.end + (1 if closes else 0), object=left)
            _share_labels(left, right)


def _fits_acronym(whole: str, short: str) -> bool:
    """Whether a short form is made of letters of the whole name in order, as acronyms are."""
    letters = [char for char in short.lower() if char.isalpha()]
    initials = [word[0].lower() for word in whole.replace("-", " ").split() if word[0].isalpha()]
    if not letters or len(short) >= len(whole):
        return False
    if short.replace(".", "").isupper():
        pool = iter(whole.lower())
        return (letters[0] == initials[0] and all(letter in pool for letter in letters)) or len(short) <= 6
    return False


def _share_labels(left: Draft, right: Draft) -> None:
    """Let the two names of one actor say the same of it; the one that is sure leads."""
    source, target = (right, left) if right.sure and not left.sure else (left, right)
    if target.sure or source.label in {"unknown", "nationality"}:
        return
    target.label, target.actor_type = source.label, source.actor_type
    target.sectors, target.country = source.sectors or target.sectors, source.country or target.country
    target.owner = target.owner or source.owner


_EMPTY_WORDS = word_set("empty_words")


def _find_descriptions(group: Sequence[Draft]) -> Iterator[FactDraft]:
    """Yield the framing words inside descriptors: "UN-backed", "Lima-based", "internationally recognised"."""
    for draft in group:
        if draft.form != "descriptor" or draft.kind == "place":
            continue
        doc = draft.sentence.doc
        first = draft.first
        if draft.owner is not None and draft.first <= draft.owner.first < draft.last:
            first = draft.owner.last + 1
        while first < draft.last and doc[first].tag_ in {"DT", "POS", "PRP$", "CD"}:
            first += 1
        while first < draft.last and doc[first].lower_ in _EMPTY_WORDS:
            first += 1
        last = draft.last - 1
        if draft.kind == "person" and is_title_word(doc[last].text):
            continue
        while last >= first and (doc[last].tag_ not in {"JJ", "VBN", "VBG", "VBD"} or _says_country(doc[last])):
            last -= 1
        while first <= last and _says_country(doc[first]) and not (first + 1 <= last and doc[first + 1].text == "-"):
            first += 1
        if first > last:
            continue
        span = _tokens(draft.sentence, first, last)
        yield FactDraft("descriptor", draft, *span, value=doc[first : last + 1].text)
        based = _based_country(doc, first, last)
        if based:
            draft.country = draft.country or based
            yield FactDraft("country", draft, *span, value=based)


def _says_country(token: Token) -> bool:
    return countries.country_of_adjective(token.text) is not None


def _find_memberships(group: Sequence[Draft]) -> Iterator[FactDraft]:
    """Yield membership by possession: "Reuters' NAME", "the council's cabinet", "NATO officials"."""
    for draft in group:
        owner = draft.owner
        if owner is None or "nationality" in {draft.label, owner.label}:
            continue
        start, end = min(draft.start, owner.start), max(draft.end, owner.end)
        if (draft.form == "descriptor" and draft.kind in {"body", "person", "persons"} and owner.label != "place") or (
            draft.form == "name"
            and draft.label in {"person", "organization"}
            and owner.label in _ORGANIZATIONS
            and draft.title_first < 0
        ):
            yield FactDraft("member_of", draft, start, end, object=owner)
