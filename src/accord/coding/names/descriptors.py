"""Noun phrases for actors or places without names: "Kabila's forces", "the Turkish parliament", "police", "the city".

In: a sentence and the names already found in it. Out: drafts of form "descriptor" with head, sectors, country, owner. A phrase
goes from its determiner, owner or modifiers to its head; what follows the head stays out. `coreference` tells whom it means.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from accord.coding.names.drafts import Draft
from accord.coding.names.groups import GroupNoun, group_noun, sectors_of
from accord.coding.names.owners import give_owner, inherit_country, inherit_sectors, owning_descriptor
from accord.coding.names.words import word_set
from accord.language.parse import Sentence
from accord.model.reading import MentionLabel

_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "punct", "case", "npadvmod", "predet"}
)
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PERSON_ONLY_IF = frozenset({"chief", "head", "general", "secretary", "deputy", "director"})


_NEEDS_DETERMINER = word_set("needs_determiner")


_ACTING_BODIES = frozenset({"government", "regime", "army", "military", "police", "navy", "coalition", "militia"})
"""Bodies that act even as the first part of a compound ("regime air strikes", "police raid")."""
_ACRONYMS = frozenset({"pm", "ngo", "ngos", "mp", "mps", "ceo", "tv"})


def find_descriptors(sentence: Sentence, names: Sequence[Draft]) -> list[Draft]:
    """Return the descriptors of one sentence, in order."""
    doc = sentence.doc
    covered = {i for draft in names if True for i in range(draft.first, draft.last + 1)}
    found: list[Draft] = []
    for token in doc:
        noun = _actor_noun(token, covered)
        if noun is None or _is_title_of_name(token, names):
            continue
        draft = _make_descriptor(sentence, token, noun)
        _take_nationality(draft, names)
        give_owner(draft, names)
        found.append(draft)
    for draft in found:
        if draft.owner is None:
            draft.owner = owning_descriptor(draft, found)
            inherit_country(draft)
    for draft in found:
        inherit_sectors(draft)
    return [draft for draft in found if _is_kept(draft)]


def _actor_noun(token: Token, covered: set[int]) -> GroupNoun | None:
    """Return what a token says as the head of a descriptor, or None where it is none."""
    if token.i in covered or (token.tag_ not in _NOUN_TAGS and token.lower_ not in {"gov't", "govt"}):
        return None
    noun = _noun_of_two(token) or group_noun(token.lower_) or group_noun(token.lemma_)
    if noun is None or (token.lower_ in _ACRONYMS and not token.text.isupper() and not token.text[:-1].isupper()):
        return None
    if (
        token.lower_ == "state"
        and token.i > 1
        and token.doc[token.i - 1].lower_ == "of"
        and group_noun(token.doc[token.i - 2].lower_)
    ):
        return None
    if token.dep_ == "compound" and token.head.i > token.i and token.head.tag_ in _NOUN_TAGS:
        capital = (
            token.tag_ == "NNP"
            and token.text[0].isupper()
            and token.i > 1
            and token.text.istitle()
            and token.head.text.islower()
        )
        acting = token.lower_ in _ACTING_BODIES and group_noun(token.head.lower_) is None
        return noun if noun.kind == "body" and (capital or acting) else None
    if token.i + 1 < len(token.doc) and token.doc[token.i + 1].text == "-" and not token.whitespace_:
        return None
    return noun


def _noun_of_two(token: Token) -> GroupNoun | None:
    """Return what a noun and the word before it say together, where they are an office of their own ("chief executive")."""
    if token.i == 0:
        return None
    before = token.nbor(-1).lower_
    return group_noun(f"{before} {token.lower_}") or group_noun(f"{before} {token.lemma_}")


def _is_title_of_name(token: Token, names: Sequence[Draft]) -> bool:
    """Whether a noun is part of the title before a name ("rebel commander Jonas Savimbi")."""
    return any(draft.title_first <= token.i < draft.first for draft in names if draft.title_first >= 0)


def _make_descriptor(sentence: Sentence, token: Token, noun: GroupNoun) -> Draft:
    first = _left_edge(token)
    start, end = sentence.range(sentence.doc[first], token)
    before = [sentence.doc[i].lower_ for i in range(token.i - 1, first - 1, -1)]
    two = _noun_of_two(token)
    sectors = two.sectors if two else sectors_of(token.lower_ if group_noun(token.lower_) else token.lemma_, before)
    plural = token.tag_ in {"NNS", "NNPS"} or noun.kind == "persons" or token.lower_ == "police"
    return Draft(
        sentence,
        first,
        token.i,
        start,
        end,
        form="descriptor",
        core=token.i,
        kind=noun.kind,
        plural=plural,
        label=_label_of(noun, plural),
        head=token.lemma_.lower() if noun.kind != "persons" else token.lower_,
        sectors=sectors,
        actor_type="armed_group" if "REB" in sectors and noun.type in {"government", "group", "organization"} else noun.type,
    )


def _label_of(noun: GroupNoun, plural: bool) -> MentionLabel:
    """Return the label of a descriptor by the kind of its noun."""
    if noun.kind == "person":
        return "group" if plural else "person"
    if noun.type == "media" and noun.kind == "body":
        return "media"
    labels: dict[str, MentionLabel] = {"country": "state", "place": "place", "persons": "group", "body": "organization"}
    return labels[noun.kind]


def _left_edge(token: Token) -> int:
    """Return the first token of a noun phrase whose parts stand unbroken before its head."""
    first = token.i
    doc = token.doc
    while first > 0:
        before = doc[first - 1]
        if (
            before.is_space
            or (before.pos_ in {"VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON"} and not _is_within(before, token))
            or before.lower_ in {",", "(", ")", '"', ";", ":", "aka", "—", "--"}
            or (before.lower_ in {"-", "–"} and before.i > 0 and before.nbor(-1).whitespace_)
        ):
            break
        if not _is_within(before, token):
            break
        first -= 1
    least = [i for i in range(first + 1, token.i) if doc[i].lower_ in {"least", "most"} and doc[i - 1].lower_ == "at"]
    first = least[-1] + 1 if least else first
    numbers = [i for i in range(first, token.i) if doc[i].tag_ == "CD"]
    if numbers and all(doc[i].tag_ in {"JJR", "JJS", "IN", "RB", "RBR", "RBS"} for i in range(first, numbers[0])):
        first = numbers[0]
    while first < token.i and (
        doc[first].is_punct
        or doc[first].tag_ in {"CC", "IN", "TO"}
        or doc[first].lower_ in {"up", "dead", "both", "all", "even", "only", "just", "also"}
    ):
        first += 1
    return first


def _is_within(token: Token, head: Token) -> bool:
    """Whether a token depends on the head through modifiers only."""
    for _ in range(6):
        if token.i == head.i:
            return True
        if token.head.i == token.i or (token.head.i == head.i and token.dep_ not in _LEFT):
            return False
        token = token.head
    return False


def _take_nationality(draft: Draft, names: Sequence[Draft]) -> None:
    """Let a body inside a compound start at the nationality before it ("Syrian regime | air strikes")."""
    for name in names:
        if draft.first == draft.last == name.last + 1 and name.label == "nationality" and draft.token.dep_ == "compound":
            draft.first, draft.start = name.first, name.start


def _is_kept(draft: Draft) -> bool:
    """Whether a descriptor is worth a mention: vague nouns need an owner, a determiner or a part in the sentence."""
    token = draft.token
    alone = draft.first == draft.last
    if draft.kind == "person" and token.lower_ in _PERSON_ONLY_IF and token.dep_ in {"amod", "compound"}:
        return False
    if _is_first_of_two(token) or _is_no_body(draft):
        return False
    if alone and token.lower_ in _ACTING_BODIES and token.dep_ == "compound":
        return True
    if draft.kind == "body" and not draft.plural and alone and token.lower_ != "police":
        return token.dep_ in {"nsubj", "nsubjpass", "pobj", "poss"} and token.lower_ not in _NEEDS_DETERMINER
    if token.lower_ == "heads" and (draft.owner is None or draft.sentence.doc[draft.first].tag_ == "PRP$"):
        return False
    if token.lower_ in {"mission", "team", "force"} and draft.owner is None and token.dep_ != "nsubj":
        return False
    return not (
        token.lower_ in {"others", "side", "states", "members"}
        and alone
        and token.dep_ not in {"nsubj", "pobj", "dobj", "agent"}
    )


def _is_first_of_two(token: Token) -> bool:
    """Whether "military" or "intelligence" is one of two adjectives of a noun to come ("military and political aid")."""
    if token.lower_ not in {"military", "intelligence"} or token.i + 2 >= len(token.doc):
        return False
    return token.nbor().tag_ == "CC" and token.nbor(2).tag_ == "JJ"


_SIDED = frozenset({"each", "either", "neither", "another", "one", "other", "opposing", "rival", "warring"})
_BODY_KINDS = word_set("body_kinds")
_IN_PLACE = frozenset({"in", "at", "to", "on", "from", "out"})
_PLACED = frozenset({"court", "office", "board", "church", "college", "university", "industry", "business"})


def _is_no_body(draft: Draft) -> bool:
    """Whether a noun for a body means no body here: the side of a road, the centre of a town, a corpse, "in court"."""
    token, doc = draft.token, draft.sentence.doc
    before = {word.lower_ for word in doc[draft.first : draft.last]}
    preposition = token.head.lower_ if token.dep_ == "pobj" else ""
    owner = draft.owner
    of_people = owner is not None and owner.label in {"nationality", "state", "organization", "group"} and owner.first < token.i
    match token.lemma_.lower():
        case "side":
            return not draft.plural and (not (before & _SIDED or of_people) or preposition in {"on", "along", "from", "by"})
        case "body":
            return not (before & _BODY_KINDS or (of_people and not draft.plural))
        case "center" | "centre" | "front" | "wing" | "axis":
            return not draft.plural and not any(child.dep_ in {"compound", "amod"} for child in token.children)
        case "majority":
            return not any(doc[i].tag_ == "JJ" and doc[i].text[0].isupper() for i in range(draft.first, draft.last))
        case word:
            return word in _PLACED and draft.first == draft.last and preposition in _IN_PLACE
