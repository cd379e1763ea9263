"""Whom definite descriptions of one article stand for: "the company", "the minister", "the capital", "the country".

In: the drafts of an article, sorted, and its facts. Out: `refers_to` or `members` set on descriptors where the article leaves
no doubt, and left alone elsewhere. Names are for `coreference`, pronouns for `pronouns`.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence

from accord.coding.names.binding import root_of
from accord.coding.names.drafts import Draft, FactDraft, before
from accord.coding.names.pairs import pair_meant
from accord.coding.names.words import word_set
from accord.data import countries
from accord.data.countries import fold

_FARTHEST = 60
"""No descriptor looks farther back than this many sentences, which keeps long articles linear."""
_WIDE = 3
"""A definite descriptor looks for its antecedent at most this many sentences back; farther back, news names again."""
_GROUP_HEADS = word_set("group_heads")
_OTHER_HOLDERS = word_set("other_holders")
"""Words before an office that say it is not its present holder: "the next president", "a potential successor"."""
_Holders = dict[str, list[tuple[Draft, Draft | None]]]
_CITY_HEADS = frozenset({"city", "town", "village", "port"})


def resolve_descriptors(drafts: Sequence[Draft], facts: Sequence[FactDraft], text: str) -> None:
    """Let definite descriptors refer to the name they stand for, where only one fits."""
    holders = _holders(facts)
    for number, draft in enumerate(drafts):
        if draft.form != "descriptor" or draft.refers_to is not None:
            continue
        earlier = before(drafts, number, _FARTHEST)
        draft.members = draft.members or pair_meant(draft, earlier)
        if not draft.members:
            draft.refers_to = _find_antecedent(draft, earlier, holders, text)


def _holders(facts: Sequence[FactDraft]) -> _Holders:
    """Return who holds each office and of what, by the title and by its last word, in small letters."""
    holders: dict[str, list[tuple[Draft, Draft | None]]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "title" and fact.value:
            holders[fact.value.lower()].append((fact.subject, fact.object))
            holders[fact.value.lower().split()[-1]].append((fact.subject, fact.object))
    return holders


def _find_antecedent(draft: Draft, earlier: Sequence[Draft], holders: _Holders, text: str) -> Draft | None:
    head = draft.head
    definite = draft.sentence.doc[draft.first].lower_ in {"the", "this", "that"}
    if draft.kind == "person" and not draft.plural:
        if _is_another(draft):
            return None
        return _holder_of(draft, earlier, holders, text) if definite or draft.owner is not None else None
    if _is_another(draft):
        return None
    if draft.owner is not None and draft.kind == "body":
        return _same_owned(draft, earlier, text)
    if not definite or draft.plural:
        return None
    if draft.kind == "place":
        return _place_meant(draft, earlier, text)
    if draft.kind == "country":
        return _country_meant(draft, earlier) if draft.head in {"country", "nation", "state"} else None
    named = _recent(
        earlier,
        draft,
        lambda other: (
            other.form == "name"
            and other.label in {"organization", "media"}
            and _is_called(fold(other.text(text)).split(), head)
        ),
        12,
    )
    if named is not None:
        return named
    if head in _GROUP_HEADS:
        return _recent(earlier, draft, lambda other: other.form == "name" and _is_of_kind(other, head), 1, alone=True)
    return _same_owned(draft, earlier, text)


def _is_another(draft: Draft) -> bool:
    """Whether a description sets somebody apart from those named before ("the next president", "the other side")."""
    return any(token.lower_ in _OTHER_HOLDERS for token in draft.sentence.doc[draft.first : draft.last])


def _is_called(words: Sequence[str], head: str) -> bool:
    """Whether a body's name says that it is a `head`: its last word, or the one before "of", does."""
    if words[-1] == head:
        return True
    return any(word == head and following in {"of", "for", "on"} for word, following in itertools.pairwise(words))


_KINDS: dict[str, frozenset[str]] = {
    "militia": frozenset({"armed_group"}),
    "faction": frozenset({"armed_group", "party"}),
    "party": frozenset({"party"}),
    "group": frozenset({"armed_group", "organization", "party"}),
    "movement": frozenset({"armed_group", "party", "organization"}),
    "network": frozenset({"media", "armed_group"}),
    "bloc": frozenset({"intergovernmental", "party"}),
    "alliance": frozenset({"intergovernmental", "party", "armed_group"}),
    "agency": frozenset({"media", "organization", "intergovernmental"}),
}


def _is_of_kind(other: Draft, head: str) -> bool:
    """Whether a named body may be called by a head noun."""
    if other.label not in {"organization", "media"}:
        return False
    if head in {"company", "firm"}:
        return "BUS" in other.sectors or (other.actor_type == "organization" and not other.sectors)
    return other.actor_type in _KINDS.get(head, frozenset({"organization", "intergovernmental", "armed_group"}))


def _recent(earlier: Sequence[Draft], draft: Draft, fits, reach: int, *, alone: bool = False) -> Draft | None:  # type: ignore[no-untyped-def]
    """Return the latest fitting mention within reach; with `alone`, only where no other one fits."""
    found: list[Draft] = []
    for other in reversed(earlier):
        if draft.sentence.index - other.sentence.index > reach:
            break
        if (other.last < draft.first or other.sentence is not draft.sentence) and fits(other):
            found.append(other)
    if not found:
        return None
    if alone and len({id(root_of(other)) for other in found}) > 1:
        return None
    return root_of(found[0])


def _holder_of(draft: Draft, earlier: Sequence[Draft], holders: _Holders, text: str) -> Draft | None:
    """Return the person who holds the office a descriptor names, where one alone does and the country does not differ."""
    doc = draft.sentence.doc
    first = draft.last
    while (
        first > draft.first
        and doc[first - 1].tag_ in {"NN", "NNP", "JJ"}
        and not countries.country_of_adjective(doc[first - 1].text)
    ):
        first -= 1
    for phrase in (doc[first : draft.last + 1].text.lower(), draft.head):
        people = [
            other
            for other, scope in holders.get(phrase, ())
            if other.position() < draft.position() and not _is_of_another(draft, scope, text)
        ]
        people = [other for other in people if draft.country is None or other.country is None or other.country == draft.country]
        roots = {fold(root_of(person).text(text)): root_of(person) for person in people}
        if len(roots) == 1:
            return next(iter(roots.values()))
        if roots:
            return None
    return None


def _is_of_another(draft: Draft, scope: Draft | None, text: str) -> bool:
    """Whether a description names a body of its own, which is not the one that an office is known to be of."""
    if draft.owner is None or scope is None or "organization" not in {draft.owner.label, scope.label}:
        return False
    mine, theirs = root_of(draft.owner), root_of(scope)
    return mine is not theirs and mine.form == theirs.form == "name" and fold(mine.text(text)) != fold(theirs.text(text))


def _same_owned(draft: Draft, earlier: Sequence[Draft], text: str) -> Draft | None:
    """Return the earlier mention of the same body of the same owner ("the Juba government" … "the government")."""
    for other in reversed(earlier):
        if other.form != "descriptor" or other.head != draft.head or other.plural != draft.plural or other.refers_to is draft:
            continue
        if draft.owner is None:
            return root_of(other) if draft.sentence.index - other.sentence.index <= _WIDE else None
        if other.owner is not None and fold(root_of(other.owner).text(text)) == fold(root_of(draft.owner).text(text)):
            return root_of(other)
    return None


def _place_meant(draft: Draft, earlier: Sequence[Draft], text: str) -> Draft | None:
    """Return the place that "the city", "the capital" or "the border" stands for."""
    if draft.head in {"capital", "capitol"}:
        said = {other.country for other in earlier if other.sentence is draft.sentence and other.country}

        def is_capital(other: Draft) -> bool:
            country = countries.capital_of(other.text(text))
            fits = draft.country == country if draft.country else said <= {country}
            return other.form == "name" and other.label == "place" and country is not None and fits

        owner = draft.owner
        if owner is not None and draft.country is None:
            draft.country = owner.country
        return _recent(earlier, draft, is_capital, 30 if draft.country else _WIDE, alone=draft.country is None)
    if draft.head in _CITY_HEADS:
        return _recent(
            earlier, draft, lambda other: other.form == "name" and other.label == "place" and _is_city(other.text(text)), 5
        )
    return None


def _country_meant(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """Return the mention that says which country "the country" is: alone in this sentence or else in the one before."""
    for distance in (0, 1):
        near = [
            other for other in earlier
            if draft.sentence.index - other.sentence.index == distance and other.form in {"name", "metonym"} and other.country
            and (other.label in {"state", "place", "nationality"} or other.form == "metonym")
            and not draft.first <= other.first <= draft.last
        ]  # fmt: skip
        codes = {other.country for other in near}
        if len(codes) == 1:
            if not any(_sets_scene(other) for other in near) and near[-1].country != _setting(earlier):
                return None
            draft.country = near[-1].country
            known = [other for other in earlier if other.country == draft.country and other.actor_type == "state"]
            states = [other for other in near if other.label == "state"] or known
            named = states or [other for other in near if other.label in {"place", "nationality"}]
            return named[-1] if named else None
        if codes:
            return None
    return None


def _sets_scene(other: Draft) -> bool:
    """Whether a mention says what its sentence is about: a place, a subject, or a subject's nationality or owner."""
    token = other.token
    while token.dep_ in {"poss", "amod", "compound", "nmod", "conj"} and token.head.i != token.i:
        token = token.head
    return other.label == "place" or token.dep_ in {"nsubj", "nsubjpass", "ROOT"}


def _setting(earlier: Sequence[Draft]) -> str | None:
    """Return the country that most mentions before are of."""
    counts = Counter(other.country for other in earlier if other.country and other.form in {"name", "metonym"})
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def _is_city(name: str) -> bool:
    return not countries.is_region(name) and countries.country_named(name) is None
