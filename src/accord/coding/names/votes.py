"""What one occurrence of a name says of what it names: its words, the recogniser, its neighbours and what it does.

In: a name draft. Out: votes for labels, which `name_labels` adds up over the article.
"""

import itertools
from collections import Counter
from collections.abc import Sequence

from accord.coding.names.capitals import casing_of
from accord.coding.names.drafts import Draft
from accord.coding.names.groups import group_noun
from accord.coding.names.people import is_given_name
from accord.coding.names.words import (
    PLACE_PREPOSITIONS,
    facility_words,
    geographic_words,
    organization_words,
    word_set,
)  # fmt: skip
from accord.data import countries
from accord.data.countries import fold
from accord.model.reading import MentionLabel

_ENTITY_LABELS: dict[str, MentionLabel] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "nationality",
}  # fmt: skip


_TITLE_VOTE, _SHAPE_VOTE, _ENTITY_VOTE = 6.0, 3.0, 1.0
"""A title before a name decides; the name's own words outweigh three guesses of the recogniser."""


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


def vote(draft: Draft, name: str) -> Counter[MentionLabel]:
    """Return what one occurrence says of its name's label."""
    votes: Counter[MentionLabel] = Counter()
    doc = draft.sentence.doc
    if draft.titled:
        votes["person"] += int(_TITLE_VOTE)
    casing = casing_of(draft.sentence)
    kinds = {doc[i].ent_type_ for i in range(draft.first, draft.last + 1)} - {""}
    for kind in sorted(kinds):
        label = _ENTITY_LABELS.get(kind)
        if label and (label != "nationality" or _may_be_people(name)):
            votes[label] += 1 if casing.title or casing.shouting or len(kinds) > 1 else 2
    placed = follows_place_word(draft) or _is_reached(draft)
    if placed:
        votes["place"] += 3 if countries.city_named(name) or countries.is_region(name) else 2
    if _is_home(draft):
        votes["place"] += 3
    if _opens_with_place(draft) or _is_dateline(draft, name):
        votes["place"] += 5
    if _is_called_place(draft):
        votes["place"] += 8
    elif name.lower().startswith(("al-", "el-")) and " " not in name:
        votes["person"] += 2
    if draft.token.dep_ in _SUBJECTS and draft.token.head.lemma_ in _HUMAN_ACTS and countries.city_named(name) is None:
        votes["person"] += 2
    if _is_taken_up_by_he(draft):
        votes["person"] += 2
    if draft.last > draft.first and is_given_name(doc[draft.first].text) and not placed:
        votes["person"] += 3
    if _is_described_as_person(draft) and label_of_shape(name) is None:
        votes["person"] += 3
    if _is_called_outlet(draft):
        votes["media"] += 6
    shape = label_of_shape(name)
    if shape:
        votes[shape] += int(_SHAPE_VOTE) + 2
    elif is_thing(name):
        votes["unknown"] += int(_SHAPE_VOTE) + 2
    if any(char.isdigit() for char in name):
        del votes["person"]
    return votes


_OUTLETS = frozenset({"newspaper", "newspapers", "daily", "weekly", "magazine", "tabloid", "broadcaster", "agency", "website"})


def _may_be_people(name: str) -> bool:
    """Whether a name can be a people's, as the recogniser says of viruses, vehicles, schools and towns too."""
    coded = any(char.isdigit() for char in name)
    return not coded and label_of_shape(name) is None and (countries.city_named(name) is None or name.endswith("s"))


def _is_described_as_person(draft: Draft) -> bool:
    """Whether a noun for a person stands in apposition to a name: "NAME, head of logistics", "her father NAME"."""
    token = draft.token
    beside = [child for child in token.children if child.dep_ == "appos" and child.i > draft.last]
    beside += [token.head] if token.dep_ == "appos" and token.head.i < draft.first else []
    nouns = [group_noun(noun.lower_) for noun in beside if noun.tag_ == "NN"]
    return any(noun is not None and noun.kind == "person" for noun in nouns)


def _is_called_outlet(draft: Draft) -> bool:
    """Whether the word beside a name says that it is an outlet's: "the newspaper X", "the X daily", "the news agency X"."""
    doc, first, last = draft.sentence.doc, draft.first, draft.last
    before, after = doc[first - 1].lower_ if first else "", doc[last + 1].lower_ if last + 1 < len(doc) else ""
    if before == "agency" or after == "agency":
        return (first > 1 and doc[first - 2].lower_ == "news") or (after == "agency" and doc[last].lower_ == "news")
    led = before in _OUTLETS and doc[first - 1].tag_ != "RB" and not draft.titled
    return led or (after in _OUTLETS and draft.token.dep_ in {"compound", "nmod"} and not draft.titled)


_MOVES = word_set("motion") | word_set("moving")


def _is_reached(draft: Draft) -> bool:
    """Whether somebody moves to or from what a name names ("moved to X", "a trip to X", "came from X")."""
    doc, i = draft.sentence.doc, draft.first - 1
    if i < 1 or doc[i].lower_ not in {"to", "from"} or doc[i].tag_ not in {"IN", "TO"}:
        return False
    return doc[i].head.lemma_ in _MOVES and not draft.titled


def _is_home(draft: Draft) -> bool:
    """Whether a name says where somebody comes from: "Ann Sheaf, 41, from X", "who was from X", "a nurse from X"."""
    doc, i = draft.sentence.doc, draft.first - 1
    if i < 1 or doc[i].lower_ not in {"from", "of"} or draft.titled:
        return False
    before = doc[i - 1]
    if doc[i].lower_ == "of":
        return before.text == "," and i > 1 and (doc[i - 2].ent_type_ == "PERSON" or doc[i - 2].is_digit)
    noun = group_noun(before.lower_)
    named = before.text == "," and i > 1 and (doc[i - 2].ent_type_ == "PERSON" or doc[i - 2].is_digit)
    return named or before.lemma_ in {"be", "come", "hail"} or (noun is not None and noun.kind in {"person", "persons"})


_HUMAN_ACTS = word_set("human_acts")


def _is_taken_up_by_he(draft: Draft) -> bool:
    """Whether "he" or "she" takes up this subject in its sentence, where no other person is named."""
    doc = draft.sentence.doc
    if draft.token.dep_ not in {"nsubj", "nsubjpass", "poss", "dobj"}:
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
        kind = organization_kind(name)
        return "media" if kind[0] == "media" else "organization"
    letters = name.replace(".", "").replace("-", "")
    if 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha() and not (len(letters) > 3 and is_given_name(name)):
        return "organization"
    return None


def is_thing(name: str) -> bool:
    """Whether a name's own words say that it is an operation, a text or an occasion, which acts for nobody."""
    words = name.lower().split()
    if len(words) < 2:
        return False
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head in _THINGS or words[0] in _NAMED_ACTS


_THINGS = word_set("things")
_NAMED_ACTS = frozenset({"operation", "exercise", "hurricane", "typhoon", "cyclone", "resolution", "project"})


def organization_kind(name: str) -> tuple[str | None, tuple[str, ...]]:
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


def follows_place_word(draft: Draft) -> bool:
    doc, i = draft.sentence.doc, draft.first - 1
    if i >= 0 and doc[i].lower_ == "the":
        i -= 1
    return (
        i >= 0
        and doc[i].lower_ in PLACE_PREPOSITIONS
        and doc[i].tag_ == "IN"
        and doc[i].lower_ not in {"on", "over", "via", "above"}
    )


def _opens_with_place(draft: Draft) -> bool:
    """Whether a name stands where a sentence or clause says where it is: "In Kiffa, the mayor said"."""
    doc, first, last = draft.sentence.doc, draft.first, draft.last
    if first == 0 or doc[first - 1].lower_ not in {"in", "at", "near", "outside"} or last + 1 >= len(doc):
        return False
    begins = first == 1 or doc[first - 2].text in {",", ";", ":", '"', "-"}
    return begins and doc[last + 1].text == "," and draft.token.ent_type_ not in {"DATE", "TIME"}


def _is_dateline(draft: Draft, name: str) -> bool:
    """Whether a paragraph begins with a town's name and a dash: "Zlip — Twelve people died"."""
    following = draft.sentence.doc[draft.last + 1 : draft.last + 2].text
    return draft.first == 0 and following in {"—", "–", "--", "-"} and countries.city_named(name) is not None


def _is_called_place(draft: Draft) -> bool:
    """Whether the text says that a name is a place's: "the city of X", "X, Oregon", "X province"."""
    doc, first, last = draft.sentence.doc, draft.first, draft.last
    if first > 1 and doc[first - 1].lower_ == "of" and _is_place_noun(doc[first - 2].lower_):
        return True
    if first > 0 and doc[first - 1].lower_ in {"city", "town", "village", "province"}:
        return True
    if first > 1 and doc[first - 1].text == "," and doc[first - 2].lower_ in _APPOSED and draft.token.dep_ == "appos":
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


_APPOSED = frozenset({"town", "hometown", "village", "city", "capital", "suburb", "province", "island", "port"})


def _is_place_noun(word: str) -> bool:
    noun = group_noun(word)
    return noun is not None and noun.kind == "place"


def lend_to_neighbours(drafts: Sequence[Draft], votes: dict[str, Counter[MentionLabel]], text: str) -> None:
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
