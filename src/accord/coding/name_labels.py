"""What each name of an article names: a person, body, state, place or nationality, by all that the article shows of it.

In: name drafts without labels. Out: the same drafts with label, country, sectors and type, and the form "metonym" where a capital
or building stands for its government. One name has one label in one article, but for places and states, where syntax decides.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence

from spacy.tokens import Token

from accord.coding.drafts import Draft
from accord.coding.group_words import group_noun
from accord.coding.name_spans import casing_of
from accord.coding.name_words import (
    PLACE_PREPOSITIONS,
    facility_words,
    geographic_words,
    organization_words,
    title_heads,
    word_set,
)  # fmt: skip
from accord.data import countries
from accord.data.bodies import body_named
from accord.data.countries import fold
from accord.model.reading import MentionLabel

_ENTITY_LABELS: dict[str, MentionLabel] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "nationality",
}  # fmt: skip
_TITLE_VOTE, _SHAPE_VOTE, _ENTITY_VOTE = 6.0, 3.0, 1.0
"""A title before a name decides; the name's own words outweigh three guesses of the recogniser."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
_CITY_FOR_SURE = 300_000
"""A city of this size is meant by its bare name, where the recogniser is not sure of anything else."""
_CITY_IN_CAPITALS = 100_000
"""From this size on, a city's name in capitals is a dateline's and no acronym."""
_METROPOLIS = 1_000_000
"""A city of this size is meant even where the recogniser takes it for a person, unless the article knows such a person."""
_COMPASS = word_set("compass")


def label_names(drafts: Sequence[Draft], text: str) -> None:
    """Give every draft its label, by gazetteer, words, titles and votes over the article."""
    votes: dict[str, Counter[MentionLabel]] = defaultdict(Counter)
    for draft in drafts:
        if not _label_known(draft, draft.text(text)):
            votes[fold(draft.text(text))].update(_vote(draft, draft.text(text)))
    _lend_to_neighbours(drafts, votes, text)
    people = _known_people(drafts, votes, text)
    for draft in drafts:
        if not draft.sure:
            _label_by_votes(draft, draft.text(text), votes, people)
    for draft in drafts:
        _place_in_syntax(draft, draft.text(text))
        draft.head = draft.head or draft.text(text).split()[-1].lower()


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
            draft.token.ent_type_ != "PERSON" or _follows_place_word(draft),
        )
    elif name.isupper() and len(name) > 4 and (city := countries.city_named(name)) and city.population > _CITY_IN_CAPITALS:
        draft.label, draft.country, draft.sure = "place", city.country or None, True
    elif countries.is_region(name) and (draft.token.ent_type_ != "PERSON" or " " in name or _follows_place_word(draft)):
        draft.label, draft.country, draft.sure = "place", countries.country_of_region(name), True
    return draft.sure


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


def _vote(draft: Draft, name: str) -> Counter[MentionLabel]:
    """Return what one occurrence says of its name's label."""
    votes: Counter[MentionLabel] = Counter()
    doc = draft.sentence.doc
    if draft.titled:
        votes["person"] += int(_TITLE_VOTE)
    casing = casing_of(draft.sentence)
    kinds = {doc[i].ent_type_ for i in range(draft.first, draft.last + 1)} - {""}
    for kind in sorted(kinds):
        label = _ENTITY_LABELS.get(kind)
        if label:
            votes[label] += 1 if casing.title or casing.shouting or len(kinds) > 1 else 2
    if _follows_place_word(draft):
        votes["place"] += 2
    if _is_called_place(draft):
        votes["place"] += 8
    elif name.lower().startswith(("al-", "el-")) and " " not in name:
        votes["person"] += 2
    if draft.token.dep_ in _SUBJECTS and draft.token.head.lemma_ in _HUMAN_ACTS and countries.city_named(name) is None:
        votes["person"] += 2
    if _is_taken_up_by_he(draft):
        votes["person"] += 2
    shape = label_of_shape(name)
    if shape:
        votes[shape] += int(_SHAPE_VOTE) + 2
    return votes


_HUMAN_ACTS = word_set("human_acts")


def _is_taken_up_by_he(draft: Draft) -> bool:
    """Whether "he" or "she" takes up this subject in its sentence, where no other person is named."""
    doc = draft.sentence.doc
    if draft.token.dep_ not in {"nsubj", "nsubjpass", "poss"}:
        return False
    if any(token.ent_type_ == "PERSON" for token in doc if not draft.first <= token.i <= draft.last):
        return False
    return any(token.lower_ in {"he", "his", "him", "she", "her"} for token in doc[draft.last + 1 :])


def label_of_shape(name: str) -> MentionLabel | None:
    """Return what the words of a name say by themselves: an organization, a facility, a place, or nothing."""
    words = name.split()
    last = words[-1].lower()
    if len(words) > 1 and last in facility_words():
        return "facility"
    if len(words) > 1 and last in geographic_words() and last != "bank":
        return "place"
    if words[0].lower() in {"abu", "umm", "ibn", "bin"} and len(words) > 1:
        return "person"
    if words[0].lower() in {"lake", "lakes", "mount", "gulf", "cape", "river", "strait"} and len(words) > 1:
        return "place"
    if any(word.lower().rstrip(".") in organization_words() for word in words) and (len(words) > 1 or words[0].istitle()):
        kind = _organization_kind(name)
        return "media" if kind[0] == "media" else "organization"
    letters = name.replace(".", "").replace("-", "")
    if 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha():
        return "organization"
    return None


def _organization_kind(name: str) -> tuple[str | None, tuple[str, ...]]:
    """Return type and sectors by the word that names the kind of body: the last, or the one before "of"."""
    words = [word.lower().rstrip(".") for word in name.split()]
    known = organization_words()
    if "of" in words or "for" in words:
        cut = min(words.index(word) for word in ("of", "for") if word in words)
        for word in reversed(words[:cut]):
            if word in known:
                return known[word]
    for word in reversed(words):
        if word in known:
            return known[word]
    return None, ()


def _follows_place_word(draft: Draft) -> bool:
    doc, i = draft.sentence.doc, draft.first - 1
    if i >= 0 and doc[i].lower_ == "the":
        i -= 1
    return (
        i >= 0
        and doc[i].lower_ in PLACE_PREPOSITIONS
        and doc[i].tag_ == "IN"
        and doc[i].lower_ not in {"on", "over", "via", "above"}
    )


def _is_called_place(draft: Draft) -> bool:
    """Whether the text says that a name is a place's: "the city of X", "X, Oregon", "X province"."""
    doc, first, last = draft.sentence.doc, draft.first, draft.last
    if first > 1 and doc[first - 1].lower_ == "of" and _is_place_noun(doc[first - 2].lower_):
        return True
    if first > 0 and doc[first - 1].lower_ in {"city", "town", "village", "province"}:
        return True
    after = doc[last + 1 : last + 3]
    if len(after) == 2 and after[0].text == "," and after[1].text[:1].isupper():
        length = 2 if last + 3 < len(doc) and doc[last + 3].text[:1].isupper() else 1
        for size in range(length, 0, -1):
            text = doc[last + 2 : last + 2 + size].text
            if (
                (countries.country_named(text) or countries.country_of_region(text))
                and not draft.titled
                and draft.token.tag_ != "NNPS"
            ):
                return last + 2 + size >= len(doc) or doc[last + 2 + size].text in {",", ".", ";", ")", "(", "-", "–", ":"}
    if any(
        token.lower_ in {"base", "airbase", "airport", "airfield"} for token in doc[last + 1 : last + 4] if token.tag_ == "NN"
    ):
        return all(token.tag_ in {"NN", "JJ"} for token in doc[last + 1 : last + 2])
    return len(after) > 0 and after[0].lower_ in {
        "province",
        "district",
        "governorate",
        "county",
        "region",
        "village",
        "island",
        "airport",
        "suburb",
    }


def _is_place_noun(word: str) -> bool:
    noun = group_noun(word)
    return noun is not None and noun.kind == "place"


def _lend_to_neighbours(drafts: Sequence[Draft], votes: dict[str, Counter[MentionLabel]], text: str) -> None:
    """Let names in a list with a sure place count as places too ("Hargeisa, Berbera and Borama")."""
    for left, right in itertools.pairwise(drafts):
        if left.sentence is not right.sentence or text[left.end : right.start].strip() not in {",", "and", ", and", "or"}:
            continue
        for giver, taker in ((left, right), (right, left)):
            name = giver.text(text)
            city = countries.city_named(name)
            best = votes[fold(name)].most_common(1) if not giver.sure else []
            sure = (giver.label == "place" and giver.sure) or (city is not None and best and best[0][0] == "place")
            if sure and not taker.sure and not taker.titled and label_of_shape(taker.text(text)) is None:
                votes[fold(taker.text(text))]["place"] += 2


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
        draft.country = countries.country_of_region(name)
    draft.label = label
    if label == "person":
        draft.actor_type, draft.plural = "person", False
        draft.sectors = _sectors_of_title(draft.titled)
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


def _sectors_of_title(title: str) -> tuple[str, ...]:
    for word in reversed(title.split()):
        sectors = title_heads().get(word.lower().rstrip("."), ())
        if sectors:
            return sectors
    return ()


def _describe_organization(draft: Draft, name: str) -> None:
    """Give an organization the type, sectors and country that its own words say."""
    kind, sectors = _organization_kind(name)
    if kind is not None:
        draft.actor_type, draft.sectors = kind, sectors  # type: ignore[assignment]
    elif draft.label == "organization":
        noun = group_noun(name.split()[-1])
        draft.actor_type = "organization"
        draft.sectors = noun.sectors if noun else ()
    elif draft.label == "media":
        draft.actor_type, draft.sectors = "media", ("MED",)
    for word in name.split():
        country = countries.country_of_adjective(word) or countries.country_named(word)
        if country and draft.country is None:
            draft.country = country


def _place_in_syntax(draft: Draft, name: str) -> None:
    """Decide between place, state and metonym by what a name does in its sentence."""
    if draft.label == "state" and _is_location(draft):
        draft.label = "place"
    elif draft.label == "place" and countries.capital_of(name) and _is_agent(draft):
        draft.form, draft.actor_type, draft.sectors = "metonym", "government", ("GOV",)
    elif draft.label == "facility" and body_named(name) and not _is_location(draft):
        draft.form = "metonym"


def _is_location(draft: Draft) -> bool:
    """Whether a country's name stands for where something is."""
    token = draft.token
    before = _preposition_before(draft)
    if before is not None:
        word = before.lower_
        if word in {"on", "against", "to", "with", "by", "from", "for", "of", "between", "over"}:
            moved = before.head.lemma_ in _MOTION or (before.head.lemma_ == "send" and _sends_forces(before.head))
            return (word in {"from", "to"} and moved) or (word == "of" and before.head.lower_ in _PARTS)
        return word in PLACE_PREPOSITIONS
    if token.dep_ == "dobj" and token.head.lemma_ in _REACH:
        return True
    return token.dep_ == "poss" and token.head.lower_ in _PARTS


_MOTION = word_set("motion")
_REACH = word_set("reach")
_PARTS = word_set("parts")
_POLITICAL = word_set("political")
_ABSTRACT_OWNED = word_set("abstract_owned")


def _sends_forces(verb: Token) -> bool:
    """Whether "send … to X" moves troops to a place, and no letters to a government."""
    return any(child.dep_ == "dobj" and group_noun(child.lower_) is not None for child in verb.children)


def _is_agent(draft: Draft) -> bool:
    """Whether a capital's name stands for its government: who acts, who is dealt with, whose policy it is."""
    token = draft.token
    if token.dep_ == "conj" and token.head.i != token.i and token.head.tag_.startswith("NNP"):
        token = token.head
    before = _preposition_before(draft)
    if before is not None:
        word = before.lower_
        if word in {"with", "between", "by", "against"}:
            return True
        return word in {"from", "to", "for"} and before.head.lemma_ in _ABSTRACT_OWNED
    if token.dep_ in _SUBJECTS and token.head.pos_ in {"VERB", "AUX"}:
        return token.head.lemma_ in _POLITICAL and not (token.head.lemma_ == "be" and token.dep_ == "nsubj")
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in _ABSTRACT_OWNED
    if token.dep_ in {"dobj", "iobj", "dative"}:
        return token.head.lemma_ in {
            "tell",
            "urge",
            "accuse",
            "warn",
            "ask",
            "criticize",
            "criticise",
            "blame",
            "condemn",
            "press",
            "pressure",
            "anger",
            "call",
        }
    return False


def _preposition_before(draft: Draft) -> Token | None:
    """Return the preposition that governs a name, through "X and Y" where it is the second."""
    token = draft.token
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token.dep_ == "pobj":
        return token.head
    return None
