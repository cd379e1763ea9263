"""Titles and descriptions beside a name: "NAME, the Turkish defence minister", "the minister of X, NAME", "the city of X".

In: the drafts of one sentence. Out: facts, and `refers_to` of the descriptors that stand beside the name they describe.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from accord.coding.names.drafts import Draft, FactDraft
from accord.coding.names.words import word_set
from accord.data import countries


def ending_at(group: Sequence[Draft], i: int) -> Draft | None:
    """Return the name whose last token is i."""
    return next((draft for draft in group if draft.last == i and draft.form in {"name", "metonym"}), None)


_NO_OFFICES = word_set("no_offices")
"""Words for a person beside a name that say a relation and no office."""


def title_facts(name: Draft, title: str, span: tuple[int, int], owner: Draft | None) -> Iterator[FactDraft]:
    if title.split()[-1].lower() in _NO_OFFICES:
        yield FactDraft("descriptor", name, *span, value=title)
    else:
        yield FactDraft("title", name, *span, value=title, object=owner)
    if owner is not None and owner.label in {"organization", "media", "facility"}:
        yield FactDraft("member_of", name, *span, object=owner)
    if owner is not None and owner.country and owner.form != "pronoun":
        yield FactDraft("country", name, *span, value=owner.country)
        name.country = name.country or owner.country


def find_appositions(group: Sequence[Draft], names: Sequence[Draft]) -> Iterator[FactDraft]:
    """Yield titles in apposition: "NAME, the Turkish defence minister", "the minister of X, NAME", "his counterpart NAME"."""
    for draft in group:
        if draft.form != "descriptor" or draft.plural:
            continue
        doc = draft.sentence.doc
        if draft.kind == "place":
            draft.refers_to = _place_beside(draft, names, doc)
            continue
        if _stands_for_owner(draft):
            draft.refers_to, draft.label = draft.owner, "organization"
            continue
        if draft.kind not in {"person", "body"}:
            continue
        name = _appositive_name(draft, names, doc)
        if name is None:
            continue
        wanted = "person" if draft.kind == "person" else "organization"
        if name.label != wanted and not (wanted == "organization" and name.label == "media"):
            continue
        draft.refers_to = name
        span = (draft.start, draft.end)
        if draft.kind == "person":
            yield from title_facts(name, _bare_title(draft), span, draft.owner)
            if not name.sectors:
                name.sectors = draft.sectors
        else:
            yield FactDraft("descriptor", name, *span, value=doc[draft.first : draft.last + 1].text)
            name.country = name.country or draft.country


def _place_beside(draft: Draft, names: Sequence[Draft], doc: Doc) -> Draft | None:
    """Return the place in "the city of X", "the capital, X", "the capital X"."""
    for name in names:
        if (name.label != "place" and name.form != "metonym") or name.first <= draft.last:
            continue
        between = doc[draft.last + 1 : name.first].text
        if between in {"", ","} or (
            between == "of"
            and doc[draft.first].lower_ not in {"a", "an"}
            and draft.head not in {"capital", "capitol", "border", "outskirts", "area", "region", "island", "part"}
        ):
            return name
    return None


_SELF_HEADS = word_set("self_heads")


def _stands_for_owner(draft: Draft) -> bool:
    """Whether a noun only says what the name before it is ("the Hezbollah movement", "Janjaweed militia")."""
    owner = draft.owner
    if owner is None or draft.head not in _SELF_HEADS or owner.label not in {"organization", "media"}:
        return False
    return owner.last + 1 == draft.last and owner.actor_type not in {"government", "intergovernmental"}


def _appositive_name(draft: Draft, names: Sequence[Draft], doc: Doc) -> Draft | None:
    """Return the name that stands beside a descriptor, with or without a comma."""
    closest = next((name for name in names if name.first == draft.last + 1 and name.label == "person"), None)
    if closest is not None and draft.kind == "person" and draft.owner is not None:
        return closest
    if draft.first > 1 and doc[draft.first - 1].text == "," and _closes(doc, draft):
        before = ending_at(names, draft.first - 2)
        placed = before is not None and before.first > 0 and doc[before.first - 1].lower_ in {"in", "at", "near", "outside"}
        if before is not None and not placed and not _in_list(doc, before, draft):
            return before
    stop = draft.last + 1
    if draft.owner is not None and draft.owner.first > draft.last:
        stop = draft.owner.last + 1
        further = next((name for name in names if name.first == stop + 1 and doc[stop].lower_ in {"of", "in"}), None)
        stop = further.last + 1 if further is not None else stop
    elif stop < len(doc) and doc[stop].lower_ in {"for", "of", "in", "to", "on"}:
        scope = next((name for name in names if stop < name.first <= stop + 3), None)
        stop = scope.last + 1 if scope is not None else stop
    if stop > draft.last + 1 and stop < len(doc) and doc[stop].text == "(":
        while stop < len(doc) and doc[stop].text != ")":
            stop += 1
        stop += 1
    comma = stop < len(doc) and doc[stop].text == ","
    start = stop + 1 if comma else stop
    for name in names:
        first = name.title_first if name.title_first >= 0 else name.first
        if first == start and name.first > draft.last and (comma or draft.last + 1 == start or draft.owner is not None):
            part = draft.kind == "body" and name.token.dep_ in {"compound", "poss", "nmod"} and name.token.head.i > name.last
            return None if part or (comma and _in_list(doc, draft, name)) else name
    return None


def _closes(doc: Doc, draft: Draft) -> bool:
    """Whether an apposition is closed or belongs to the name by the parse."""
    token = draft.token
    return (
        token.dep_ in {"appos", "conj", "attr"}
        or draft.last + 1 >= len(doc)
        or doc[draft.last + 1].text in {",", ".", ")", "of", "for", "in"}
    )


def _in_list(doc: Doc, left: Draft, right: Draft) -> bool:
    """Whether two neighbours are items of a list ("X, the minister and Y")."""
    after = right.last + 1
    return after < len(doc) and doc[after].lower_ in {"and", "or"} and right.token.dep_ == "conj"


def _bare_title(draft: Draft) -> str:
    """Return the title in a descriptor: its words without determiner, owner, and nationality."""
    doc: Doc = draft.sentence.doc
    first = draft.first
    if draft.owner is not None and draft.first <= draft.owner.first <= draft.last:
        first = draft.owner.last + 1
    while first < draft.last and (
        doc[first].tag_ in {"DT", "POS", "PRP$", "HYPH"} or countries.country_of_adjective(doc[first].text)
    ):
        first += 1
    return doc[first : draft.last + 1].text
