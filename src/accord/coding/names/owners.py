"""Whose a descriptor is: a possessor, a nationality, several at once, or what "of X" names; and what it takes over from it.

In: descriptor drafts of one sentence and the names in it. Out: `owner`, `members`, country and sectors set on the drafts. Where
a phrase begins and ends is for `descriptors`.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from accord.coding.names.drafts import Draft
from accord.coding.names.groups import is_rank
from accord.coding.names.words import word_set

_OWNING = frozenset({"of", "for", "in", "from", "with"})


def give_owner(draft: Draft, names: Sequence[Draft]) -> None:
    """Find whose the descriptor is: possessor, nationality, compound before the head, or "of X" after it."""
    inside = [
        name
        for name in names
        if (draft.first <= name.first and name.last < draft.last) or name.first == name.last == draft.first
    ]
    doc = draft.sentence.doc
    framed = [name for name in inside if _is_framing(doc, name)]
    owners = [name for name in inside if name not in framed]
    if owners and draft.kind not in {"place", "person"}:
        draft.members = _listed_owners(draft, owners[-1], names)
        if draft.members:
            draft.plural = True
            return
    if owners:
        owner = owners[-1]
        if owner.label == "nationality" and owner.first > draft.first and doc[owner.first - 1].lower_ == "ethnic":
            return
        if owner.label == "nationality" or (owner.label in {"state", "place"} and doc[owner.last + 1].tag_ != "POS"):
            draft.country = draft.country or owner.country
        draft.owner = owner
        land = _owner_after(draft, names) if owner.label == "nationality" and draft.country is None else None
        if land is not None and land.label in {"place", "state"} and draft.kind not in {"place", "country"}:
            draft.country = land.country
    else:
        draft.owner = _owner_after(draft, names)
    inherit_country(draft)
    for name in framed:
        if name.country and draft.country is None and doc[min(name.last + 2, len(doc) - 1)].lower_ in {"based", "led"}:
            draft.country = name.country


def _listed_owners(draft: Draft, last: Draft, names: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return those whom one noun gives a part each ("French, German and Italian envoys"), or nothing where one owns it."""
    doc = draft.sentence.doc
    listed = [last]
    for name in reversed([name for name in names if name.last < last.first]):
        gap = doc[name.last + 1 : listed[0].first]
        if not len(gap) or any(token.lower_ not in {",", "and", "&", "the"} for token in gap) or not _modifies(name, draft):
            break
        listed.insert(0, name)
    if len(listed) < 2 or not any(token.tag_ == "CC" for token in doc[listed[0].last : last.first]):
        return ()
    if not all(name.country or name.actor_type == "intergovernmental" for name in listed):
        return ()
    return tuple(listed) if len({name.country or name.head for name in listed}) == len(listed) else ()


def _modifies(name: Draft, draft: Draft) -> bool:
    """Whether a name hangs on the head of a descriptor, directly or as one of several."""
    token = name.token
    for _ in range(5):
        if token.dep_ not in {"amod", "nmod", "compound", "poss", "conj"}:
            return False
        token = token.head
        if token.i == draft.core:
            return True
    return False


def _is_framing(doc: Doc, name: Draft) -> bool:
    """Whether a name is part of a compound modifier ("UN-backed", "Lima-based"), not an owner."""
    if name.first == name.last and "-" in doc[name.first].text and name.end - name.start < len(doc[name.first]):
        return True
    after = name.last + 1
    return after + 1 < len(doc) and doc[after].text == "-" and doc[after + 1].tag_ in {"VBN", "VBD", "JJ", "VBG"}


def _owner_after(draft: Draft, names: Sequence[Draft]) -> Draft | None:
    """Return the name that "of", "for", "in" or "with" joins directly to the head."""
    doc = draft.sentence.doc
    i = draft.last + 1
    if i >= len(doc) or doc[i].lower_ not in _OWNING:
        return None
    word = doc[i].lower_
    i += 1
    while (i < len(doc) and doc[i].tag_ in {"DT", "JJ", "VBN"}) or (i < len(doc) and (doc[i].text == "-")):
        if any(name.first == i and name.label != "nationality" for name in names):
            break
        i += 1
    for name in names:
        if name.first == i and name.label != "nationality":
            possessed = _possessed_by(name, names)
            if possessed is not None and word == "of":
                return possessed
            if word in {"in", "from", "with", "for"} and draft.kind == "person" and name.label == "person":
                return None
            if (word == "in" and name.label not in {"place", "state"}) or (word != "of" and draft.kind in {"place", "country"}):
                return None
            if (word == "in" and "MIL" in draft.sectors) or (word == "from" and _is_moved(draft.token)):
                return None
            if word != "of" and name.last + 1 < len(doc) and doc[name.last + 1].tag_ == "POS":
                return None
            return name
        if name.first == i and name.label == "nationality":
            draft.country = draft.country or None
    return None


_MOVING = word_set("moving")


def _is_moved(token: Token) -> bool:
    """Whether somebody is moved away, so that "from X" says where they leave and not whose they are."""
    head = token.head
    return (
        head.lemma_ in _MOVING
        or (head.dep_ == "prep" and head.head.lemma_ in _MOVING)
        or (head.head.lemma_ in _MOVING and head.dep_ in {"dobj", "pobj"})
    )


def _possessed_by(owner: Draft, names: Sequence[Draft]) -> Draft | None:
    """Return the name that a possessor stands before ("Kenya's Ministry of Health")."""
    doc = owner.sentence.doc
    after = owner.last + 1
    if after + 1 >= len(doc) or doc[after].tag_ != "POS":
        return None
    return next((name for name in names if name.first == after + 1 and name.label != "nationality"), None)


def owning_descriptor(draft: Draft, found: Sequence[Draft]) -> Draft | None:
    """Return the descriptor that owns this one ("the government's spokesman")."""
    for other in found:
        if (
            other is not draft
            and draft.first <= other.first
            and other.last < draft.last
            and other.token.dep_ in {"poss", "compound"}
        ):
            return other
    doc = draft.sentence.doc
    if draft.last + 1 < len(doc) and doc[draft.last + 1].lower_ == "of":
        for other in found:
            if other.token.dep_ == "pobj" and other.token.head.i == draft.last + 1:
                return other
    return None


def inherit_country(draft: Draft) -> None:
    """Take over the owner's country."""
    if draft.country is None and draft.owner is not None and draft.kind not in {"place", "country"}:
        draft.country = draft.owner.country


_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})


def inherit_sectors(draft: Draft) -> None:
    """Let the leaders, members or a group of something be of its sector ("Hamas leaders", "a group of diplomats")."""
    owner = draft.owner
    owned = owner is not None and owner.label in {"organization", "group", "media"} and owner.form != "pronoun"
    if (
        owner is not None
        and owned
        and owner.sectors
        and is_rank(draft.sentence.doc[draft.core].lower_)
        and draft.sectors in {(), ("GOV",), ("CVL",)}
    ):
        draft.sectors = owner.sectors
    if draft.actor_type == "government" and not set(draft.sectors) & _STATE:
        draft.actor_type = "armed_group" if set(draft.sectors) & {"REB", "UAF", "PRM"} else "group"
