"""Surnames inside one article: who is meant by a single word, however a recogniser labelled it.

In: an article's mentions and the broad kind of each. Out: kinds put right, and mentions joined to the one full name of the
article that they can stand for. Two people of one surname keep it from both. Other articles are not looked at.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping

from accord.linking.actors.spelling import SAME_NAME, compare_people, compare_words, fold_name, name_tokens, skeleton
from accord.linking.actors.types import Kind, decide_type, type_of_words
from accord.linking.grouping import Groups
from accord.linking.places.gazetteer import find_spots
from accord.model.reading import MentionDraft, Reading
from accord.model.record import ActorType

_TOWN = 50_000
"""A place with fewer people than this gives way to a person of its name in the same article."""
_ALIKE_HERE = 0.7
"""Within one article a surname this like the only candidate is a slip of spelling ("Hekmatyar", "Hekmaytar")."""


def find_misread_surnames(reading: Reading) -> frozenset[int]:
    """Return mentions labelled places that are surnames of people the article names in full, and no place of any size."""
    full = (m for m in reading.mentions if m.label == "person" and m.form == "name")
    surnames = {tokens[-1] for m in full if len(tokens := name_tokens(m.text)) > 1}
    return frozenset(
        i
        for i, m in enumerate(reading.mentions)
        if m.label in ("place", "facility") and m.form == "name" and fold_name(m.text) in surnames
        if all(spot.weight < _TOWN for spot in find_spots(m.text))
    )


def read_as_surnames(
    mentions: tuple[MentionDraft, ...], kinds: list[Kind | None], types: Mapping[str, Counter[ActorType]]
) -> None:
    """Take a single word that only a recogniser called a body for a person whose full name the article gives."""
    surnames = {
        name_tokens(m.text)[-1]
        for i, m in enumerate(mentions)
        if kinds[i] == "person" and m.form == "name" and len(name_tokens(m.text)) > 1
    }
    for i, mention in enumerate(mentions):
        tokens = name_tokens(mention.text) if kinds[i] == "body" and mention.form == "name" else ()
        if len(tokens) != 1 or len(tokens[0]) < 4 or mention.text.isupper() or type_of_words(fold_name(mention.text)):
            continue
        if decide_type(types.get(fold_name(mention.text), Counter())) in ("organization", "group") and any(
            compare_words(tokens[0], surname) >= SAME_NAME for surname in sorted(surnames)
        ):
            kinds[i] = "person"


def find_titled_surnames(reading: Reading) -> frozenset[int]:
    """Return surnames that come with a title before a full name without it: "President Obama … Michelle Obama" are two.

    Whether another article knows a full name with that title is for linking to find.
    """
    titles: dict[str, set[str]] = defaultdict(set)
    for fact in reading.facts:
        if fact.kind == "title" and fact.value:
            titles[fold_name(reading.mentions[fact.subject].text)].add(fold_name(fact.value))
    starts: dict[str, int] = {}
    for mention in reading.mentions:
        if mention.form == "name":
            starts.setdefault(fold_name(mention.text), mention.start)
    longer: dict[str, list[str]] = defaultdict(list)
    for name in starts:
        if " " in name:
            longer[name_tokens(name)[-1]].append(name)
    alone = {
        word
        for word in starts
        if " " not in word and titles.get(word) and longer.get(word)
        if all(starts[word] < starts[name] and not titles[word] & titles.get(name, set()) for name in longer[word])
    }
    return frozenset(i for i, m in enumerate(reading.mentions) if m.form == "name" and fold_name(m.text) in alone)


def join_surnames(reading: Reading, kinds: list[Kind | None], groups: Groups) -> None:
    """Join a surname to the one full name of the article that carries it, unless two people of that surname stand apart."""
    mentions, titled = reading.mentions, find_titled_surnames(reading)
    people = [i for i, m in enumerate(mentions) if kinds[i] == "person" and m.form == "name"]
    full: dict[int, tuple[int, tuple[str, ...]]] = {}
    for i in people:
        tokens = name_tokens(mentions[i].text)
        if len(tokens) > 1 and (groups.find(i) not in full or len(tokens) > len(full[groups.find(i)][1])):
            full[groups.find(i)] = (i, tokens)
    full = _join_full(mentions, full, groups)
    for i in people:
        tokens = name_tokens(mentions[i].text)
        if len(tokens) != 1 or i in titled or groups.find(i) in {groups.find(j) for j, _ in full.values()}:
            continue
        match = _surname_match(tokens[0], full)
        if match is not None:
            groups.join(match, i, f"“{mentions[i].text}” is the only such name beside “{mentions[match].text}” in an article")


def _join_full(
    mentions: tuple[MentionDraft, ...], full: dict[int, tuple[int, tuple[str, ...]]], groups: Groups
) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Join full names of one article that are spellings of one name."""
    items = sorted(full.values())
    by_key: dict[str, list[int]] = defaultdict(list)
    for i, tokens in items:
        for j in by_key[skeleton(tokens[-1])[:2]]:
            if compare_people(mentions[i].text, mentions[j].text).score >= 0.9:
                groups.join(j, i, f"“{mentions[i].text}” and “{mentions[j].text}” are spellings of one name in an article")
        by_key[skeleton(tokens[-1])[:2]].append(i)
    return {groups.find(i): (i, tokens) for i, tokens in sorted(items, key=lambda item: (len(item[1]), -item[0]))}


def _surname_match(word: str, full: Mapping[int, tuple[int, tuple[str, ...]]]) -> int | None:
    """Return the only full name that a single word can stand for: surname first, then a slip of it, then the first word."""
    for test in (
        lambda tokens: tokens[-1] == word,
        lambda tokens: compare_words(tokens[-1], word) >= 0.86,
        lambda tokens: (
            len(word) > 4 and compare_words(tokens[-1], word) >= _ALIKE_HERE and skeleton(word)[:1] == skeleton(tokens[-1])[:1]
        ),
        lambda tokens: word in tokens,
    ):
        found = [i for i, tokens in full.values() if test(tokens)]
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None
