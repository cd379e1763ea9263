"""Where people without a name come from, as what they flee says it: "refugees fleeing the war in X", "families who fled Y".

In: the descriptors and names of an article. Out: the country, set on descriptors of people that have none. Where they flee to
is left out, and two countries left behind give none. Owners and nationalities before the noun are for `owners`.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from accord.coding.names.drafts import Draft

_LEAVING = frozenset({"flee", "escape", "displace", "uproot", "expel", "evict", "deport"})
_CLAUSES = frozenset({"acl", "relcl"})
_TOWARDS = frozenset({"to", "into", "toward", "towards", "for", "across", "through", "via", "onto", "at", "with"})
_PEOPLE = frozenset({"REF", "CVL"})


def give_homelands(drafts: Sequence[Draft]) -> None:
    """Give people without a country the one that a clause about them says they left."""
    places = [draft for draft in drafts if draft.form != "descriptor" and draft.label in {"place", "state"} and draft.country]
    for draft in drafts:
        if draft.form == "descriptor" and draft.country is None and set(draft.sectors) & _PEOPLE:
            left = {country for verb in _leaving(draft.token) for country in _countries_left(verb, draft, places)}
            draft.country = left.pop() if len(left) == 1 else None


def _leaving(noun: Token) -> list[Token]:
    """Return the verbs of leaving in clauses upon a noun."""
    return [child for child in noun.children if child.dep_ in _CLAUSES and child.lemma_.lower() in _LEAVING]


def _countries_left(verb: Token, draft: Draft, places: Sequence[Draft]) -> list[str]:
    """Return the countries that stand under a verb of leaving otherwise than as a goal."""
    found = []
    for place in places:
        if place.sentence is draft.sentence and place.country and _hangs_on(place.token, verb):
            found.append(place.country)
    return found


def _hangs_on(token: Token, verb: Token) -> bool:
    """Whether a token hangs on a verb with no goal ("to X") and no further clause between."""
    while token != verb:
        if token.lower_ in _TOWARDS or token.dep_ in {"conj", "advcl", "ccomp", "xcomp"} or token.head == token:
            return False
        token = token.head
    return True
