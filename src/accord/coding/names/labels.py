"""What each name of an article names: a person, body, state, place or nationality, by all that the article shows of it.

In: name drafts without labels. Out: the same drafts with label, country, sectors and type. One name has one label in one
article, but for places and states, where syntax decides (`name_syntax`).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from accord.coding.names.capitals import is_known_name
from accord.coding.names.drafts import Draft
from accord.coding.names.groups import group_noun
from accord.coding.names.people import is_given_name
from accord.coding.names.syntax import place_in_syntax
from accord.coding.names.votes import follows_place_word, label_of_shape, lend_to_neighbours, organization_kind, vote
from accord.coding.names.words import (
    title_heads,
    word_set,
)  # fmt: skip
from accord.data import countries, load_yaml
from accord.data.bodies import body_named
from accord.data.countries import fold
from accord.model.reading import MentionLabel

_CITY_FOR_SURE = 300_000
"""A city of this size is meant by its bare name, where the recogniser is not sure of anything else."""
_CITY_IN_CAPITALS = 100_000
"""From this size on, a city's name in capitals is a dateline's and no acronym."""
_ACRONYM = 4
"""Longer words in capitals are no acronyms where a place is called so."""
_METROPOLIS = 1_000_000
"""A city of this size is meant even where the recogniser takes it for a person, unless the article knows such a person."""
_COMPASS = word_set("compass")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss"})


def label_names(drafts: Sequence[Draft], text: str) -> None:
    """Give every draft its label, by gazetteer, words, titles and votes over the article."""
    votes: dict[str, Counter[MentionLabel]] = defaultdict(Counter)
    bearers = _names_of_bearers(drafts, text)
    for draft in drafts:
        if fold(draft.text(text)) in bearers and not follows_place_word(draft) and not _is_modifier(draft):
            draft.label = "person"
            votes[fold(draft.text(text))]["person"] += 2
        elif not _label_known(draft, draft.text(text)):
            votes[fold(draft.text(text))].update(vote(draft, draft.text(text)))
    lend_to_neighbours(drafts, votes, text)
    people = _known_people(drafts, votes, text)
    for draft in drafts:
        if not draft.sure:
            _label_by_votes(draft, draft.text(text), votes, people)
    for draft in drafts:
        if draft.label == "group" and draft.country:
            draft.country = _home_of_people(draft, drafts, text)
        place_in_syntax(draft, draft.text(text))
        draft.head = draft.head or draft.text(text).split()[-1].lower()


def _names_of_bearers(drafts: Sequence[Draft], text: str) -> frozenset[str]:
    """Return the family names of people whose whole names an article gives ("Bob Holland"), where it has no such place too."""
    people = {
        fold(draft.text(text)).split()[-1]
        for draft in drafts
        if draft.last > draft.first
        and (draft.titled or is_given_name(draft.sentence.doc[draft.first].text))
        and label_of_shape(draft.text(text)) is None
        and not is_known_name(draft.text(text))
    }
    placed = {fold(draft.text(text)) for draft in drafts if draft.first == draft.last and follows_place_word(draft)}
    return frozenset(people - placed)


def _label_known(draft: Draft, name: str) -> bool:
    """Label a name that a gazetteer knows; tell whether it did."""
    body = body_named(name)
    if body is not None and not (draft.titled and " " not in name):
        draft.label = "facility" if body.building else "media" if body.type == "media" else "organization"
        draft.country, draft.sectors, draft.actor_type, draft.sure = body.country, body.sectors, body.type, True
        return True
    if draft.titled:
        return False
    adjective = countries.country_of_adjective(name)
    country = countries.country_named(name)
    if adjective and (not country or _is_modifier(draft)):
        draft.label, draft.country, draft.sure = "nationality", adjective, True
    elif country and not _is_us_georgia(name, draft):
        draft.label, draft.country, draft.actor_type, draft.sure = "state", country, "state", True
    elif (
        name.endswith("as")
        and (owner := countries.country_named(name[:-1]))
        and draft.token.dep_ in {"compound", "poss", "nmod", "nsubj"}
    ):
        draft.label, draft.country, draft.actor_type, draft.sure = "state", owner, "state", True
    elif people := countries.country_of_people(name):
        draft.label, draft.country, draft.actor_type, draft.plural, draft.sure = "group", people, "group", True, True
        draft.sectors = ("CVL",)
    elif countries.is_people(name):
        draft.label, draft.actor_type, draft.plural, draft.sure, draft.sectors = "group", "group", True, True, ("CVL",)
    elif countries.is_people_adjective(name):
        draft.label, draft.sure = "nationality", True
    elif capital := countries.capital_of(name):
        draft.label, draft.country, draft.sure = (
            "place",
            capital,
            draft.token.ent_type_ != "PERSON" or follows_place_word(draft) or (name.isupper() and len(name) > _ACRONYM),
        )
    elif (
        name.isupper() and len(name) > _ACRONYM and (city := countries.city_named(name)) and city.population > _CITY_IN_CAPITALS
    ):
        draft.label, draft.country, draft.sure = "place", city.country or None, True
    elif countries.is_region(name) and (draft.token.ent_type_ != "PERSON" or " " in name or follows_place_word(draft)):
        draft.label, draft.country, draft.sure = "place", countries.country_of_region(name), True
    elif (home := countries.country_of_people(f"{name}s")) and _leads_a_name(draft):
        draft.label, draft.country, draft.sure = "nationality", home, True
    elif draft.token.ent_type_ != "PERSON" and (misspelt := _misspelt_country(draft, name)):
        draft.label, draft.country, draft.actor_type, draft.sure = "state", misspelt, "state", True
    return draft.sure


def _leads_a_name(draft: Draft) -> bool:
    """Whether a word for one of a people stands right before a name ("Briton NAME")."""
    after = draft.sentence.doc[draft.last + 1 : draft.last + 2]
    return draft.first == draft.last and len(after) == 1 and after[0].tag_ == "NNP" and after[0].text.istitle()


def _misspelt_country(draft: Draft, name: str) -> str | None:
    """Return the country whose name a name of a place misspells ("Kazahkstan"), where nothing else has that name."""
    if draft.titled or countries.city_named(name) or (draft.token.ent_type_ != "GPE" and draft.token.dep_ not in _SUBJECTS):
        return None
    return countries.country_misspelt(name)


_IGO_WORDS = word_set("intergovernmental_words")
_IGO_SCOPES = word_set("intergovernmental_scopes")


def _is_intergovernmental(name: str) -> bool:
    """Whether the words of a name say that states formed the body: "South Pacific Forum", "League of … States"."""
    if name.startswith(("United Nations ", "UN ", "U.N. ")):
        return True
    words = [word.lower() for word in name.replace("-", " ").split()]
    if not set(words) & _IGO_WORDS or len(words) < 2 or any(_country_in(word) for word in name.split()):
        return False
    scope = " ".join(words)
    return any(f" {region} " in f" {scope} " for region in _IGO_SCOPES)


def _country_in(word: str) -> str | None:
    return countries.country_of_adjective(word) or countries.country_named(word)


def _home_of_people(draft: Draft, drafts: Sequence[Draft], text: str) -> str | None:
    """Return the country of people named by descent: where they live, if the phrase says it ("Turks of Bulgaria").

    "Ethnic Albanians" live anywhere; "Albanians" without more are of Albania.
    """
    doc = draft.sentence.doc
    after = text[draft.end : draft.end + 40]
    for other in drafts:
        if other.sentence is not draft.sentence or other.first <= draft.last or not other.country:
            continue
        between = doc[draft.last + 1 : other.first]
        if (
            other.label in {"place", "state"}
            and 0 < len(between) <= 3
            and between[0].lower_ in {"of", "in"}
            and all(token.tag_ in {"DT", "JJ"} for token in between[1:])
            and after.lstrip().startswith(between[0].text)
        ):
            return other.country if between[0].lower_ == "of" or _is_ethnic(draft) else draft.country
    return None if _is_ethnic(draft) else draft.country


def _is_ethnic(draft: Draft) -> bool:
    return draft.first > 0 and draft.sentence.doc[draft.first - 1].lower_ == "ethnic"


def _is_modifier(draft: Draft) -> bool:
    """Whether a name that is both noun and adjective ("US", "UK") stands before a noun here."""
    token = draft.token
    following = draft.sentence.doc[draft.last + 1 : draft.last + 2].text
    return (
        token.dep_ in {"amod", "compound", "nmod"}
        and token.head.i > draft.last
        and following not in {",", "and", "or", ";", "-"}
        and "-" not in token.text
    )


def _is_us_georgia(name: str, draft: Draft) -> bool:
    """Whether "Georgia" follows a city, as American states do ("Atlanta, Georgia")."""
    doc = draft.sentence.doc
    return (
        name == "Georgia" and draft.first > 1 and doc[draft.first - 1].text == "," and doc[draft.first - 2].text[:1].isupper()
    )


def _known_people(drafts: Sequence[Draft], votes: dict[str, Counter[MentionLabel]], text: str) -> frozenset[str]:
    """Return the folded family and given names of people whose whole names the article gives."""
    people: set[str] = set()
    for draft in drafts:
        folded = fold(draft.text(text))
        count = votes.get(folded)
        if draft.sure or not count or count.most_common(1)[0][0] != "person":
            continue
        words = [word for word in folded.split() if len(word) > 2]
        if len(words) > 1 or draft.titled:
            people.add(folded)
            people.update(words)
            for cut in range(1, len(folded.split())):
                people.add(" ".join(folded.split()[cut:]))
    return frozenset(people)


def _label_by_votes(draft: Draft, name: str, votes: dict[str, Counter[MentionLabel]], people: frozenset[str]) -> None:
    """Label a name by what the article as a whole shows of it."""
    folded = fold(name)
    count = votes.get(folded, Counter())
    best = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    label: MentionLabel = best[0][0] if best else "unknown"
    shape = label_of_shape(name)
    if folded in people and shape is None:
        label = "person"
    city = countries.city_named(name)
    if city and shape is None and (label == "place" or _is_surely_city(name, city, label, folded in people)):
        label, draft.country = "place", city.country or None
    if label == "place" and draft.country is None:
        draft.country = countries.country_of_region(name) or (
            city.country if city and city.population > _CITY_FOR_SURE else None
        )
    draft.label = label
    if label == "person":
        draft.actor_type, draft.plural = "person", False
        draft.sectors = ("ELI",) if _is_former(draft) else _sectors_of_title(draft.titled)
    elif label in {"organization", "media", "facility"}:
        _describe_organization(draft, name)
    elif label == "nationality":
        draft.label = "group" if name.endswith("s") else "nationality"
        draft.plural = name.endswith("s")
        draft.actor_type = "group" if draft.plural else None


def _is_surely_city(name: str, city: countries.City, label: MentionLabel, known_person: bool) -> bool:
    """Whether a city's name means the city against what the recogniser says."""
    if name.lower() in _COMPASS:
        return False
    if label in {"unknown", "organization", "facility"}:
        return city.population > _CITY_FOR_SURE
    return label == "person" and not known_person and (countries.capital_of(name) is not None or city.population > _METROPOLIS)


_FORMER = frozenset(load_yaml("sector_words")["former"])


def _is_former(draft: Draft) -> bool:
    """Whether the words before a name say that an office is held no longer ("ousted President X", "former Texas Gov. X")."""
    if not draft.titled or not _sectors_of_title(draft.titled):
        return False
    doc = draft.sentence.doc
    near = doc[max(0, draft.title_first - 3) : draft.first]
    words = {token.lower_ for token in near if token.dep_ in {"amod", "compound", "nmod"}}
    return bool(words & _FORMER)


def _sectors_of_title(title: str) -> tuple[str, ...]:
    for word in reversed(title.split()):
        sectors = title_heads().get(word.lower().rstrip("."), ())
        if sectors:
            return sectors
    return ()


def _describe_organization(draft: Draft, name: str) -> None:
    """Give an organization the type, sectors and country that its own words say."""
    kind, sectors = organization_kind(name)
    if draft.label == "organization" and _is_intergovernmental(name):
        draft.actor_type, draft.sectors = "intergovernmental", ("IGO",)
        return
    if kind is not None:
        draft.actor_type, draft.sectors = kind, sectors  # type: ignore[assignment]
    elif draft.label == "organization":
        noun = group_noun(name.split()[-1])
        draft.actor_type = "organization"
        draft.sectors = noun.sectors if noun else ()
    elif draft.label == "media":
        draft.actor_type, draft.sectors = "media", ("JRN",)
    for word in name.split():
        country = _country_in(word)
        if country and draft.country is None:
            draft.country = country
