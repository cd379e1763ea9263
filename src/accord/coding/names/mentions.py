"""Names, descriptors and pronouns of an article, whom they refer to, and what the article says of them.

In: a parsed article. Out: mentions sorted by sentence and position, and facts about them (titles, memberships, aliases,
countries, descriptions). Everything rests on this article alone; who is who across articles is for linking.
"""

from collections import defaultdict

from accord.coding.names.antecedents import resolve_descriptors
from accord.coding.names.capitals import Seen, casing_of, is_known_name, see_running_text
from accord.coding.names.coreference import resolve_names
from accord.coding.names.counts import find_counts
from accord.coding.names.descriptors import find_descriptors
from accord.coding.names.drafts import Draft, freeze, make_draft
from accord.coding.names.facts import find_facts
from accord.coding.names.homelands import give_homelands
from accord.coding.names.labels import label_names
from accord.coding.names.pronouns import find_pronouns, resolve_pronouns
from accord.coding.names.repeats import find_repeats
from accord.coding.names.spans import find_name_spans, is_language
from accord.coding.names.words import is_organization_word, word_set
from accord.data.countries import capital_of, country_named, fold
from accord.language.parse import ParsedArticle
from accord.model.reading import Fact, MentionDraft


def find_mentions(parsed: ParsedArticle) -> tuple[tuple[MentionDraft, ...], tuple[Fact, ...]]:
    """Find every mention of an actor or place in an article, and the facts it states of them.

    Returns:
        Mentions sorted by sentence, start and end, whose `refers_to`, `owner` and `members` are indexes into the same tuple;
        and facts, whose `subject` and `object` are such indexes too. Both are empty for an article without names.
    """
    names = _find_names(parsed)
    drafts: list[Draft] = list(names)
    by_sentence: dict[int, list[Draft]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence.index, []).append(name)
    for sentence in parsed.sentences:
        drafts.extend(find_descriptors(sentence, by_sentence.get(sentence.index, [])))
    pronouns = find_pronouns(parsed)
    _give_pronoun_owners(drafts, pronouns)
    drafts.extend(pronouns)
    drafts.sort(key=Draft.position)
    give_homelands(drafts)
    facts = find_facts(drafts, parsed)
    resolve_names(drafts, facts, parsed.article.text)
    resolve_descriptors(drafts, facts, parsed.article.text)
    resolve_pronouns(drafts, parsed, facts)
    _take_owners_country(drafts)
    drafts.extend(_find_counts(parsed, drafts))
    drafts.sort(key=Draft.position)
    return freeze(drafts, facts, parsed)


def _find_counts(parsed: ParsedArticle, drafts: list[Draft]) -> list[Draft]:
    """People told by their number alone; nothing else is said of them, so nothing refers to them."""
    here: dict[int, list[Draft]] = {}
    for draft in drafts:
        here.setdefault(draft.sentence.index, []).append(draft)
    return [count for sentence in parsed.sentences for count in find_counts(sentence, here.get(sentence.index, []))]


def _find_names(parsed: ParsedArticle) -> list[Draft]:
    """Find names in running text first, then use what they fix to read headlines and lower-case repeats."""
    text = parsed.article.text
    known: set[str] = set()
    for sentence in parsed.sentences:
        casing = casing_of(sentence)
        if not (casing.shouting or casing.title):
            for draft in find_name_spans(sentence, Seen()):
                known.update(_words_of(draft, text))
    seen = see_running_text(parsed, frozenset(known))
    names = [draft for sentence in parsed.sentences for draft in find_name_spans(sentence, seen)]
    common = _common_acronyms(parsed)
    names = [
        draft
        for draft in names
        if not _is_language_name(draft, text) and draft.text(text).lower() not in common and not _is_lone_adjective(draft)
    ]
    names = _split_by_known(_without_credits(_without_overlaps(names), text), text)
    label_names(names, text)
    repeats = find_repeats(parsed, names)
    return sorted([*names, *repeats], key=Draft.position)


def _give_pronoun_owners(descriptors: list[Draft], pronouns: list[Draft]) -> None:
    """Let a possessive own the descriptor it opens ("his government")."""
    at = {(pronoun.sentence.index, pronoun.first): pronoun for pronoun in pronouns if pronoun.token.tag_ == "PRP$"}
    for draft in descriptors:
        owner = at.get((draft.sentence.index, draft.first))
        if draft.form == "descriptor" and owner is not None and owner is not draft and draft.owner is None:
            draft.owner = owner


def _take_owners_country(drafts: list[Draft]) -> None:
    """Give a descriptor the country that its pronoun owner was found to have."""
    for draft in drafts:
        if (
            draft.form == "descriptor"
            and draft.country is None
            and draft.owner is not None
            and draft.kind not in {"place", "country"}
        ):
            draft.country = draft.owner.country


_LONE = word_set("lone_adjectives")


def _is_lone_adjective(draft: Draft) -> bool:
    """Whether a name is one word that only says of what kind something is ("International teams", "Additional Funding")."""
    return draft.first == draft.last and draft.token.lower_ in _LONE and not draft.titled


def _without_credits(names: list[Draft], text: str) -> list[Draft]:
    """Take the agency of a caption off the place before it: "Manila, Philippines | Getty"."""
    cut: list[Draft] = []
    for draft in names:
        last = draft.sentence.doc[draft.last].text
        place = draft.text(text)[: -len(last)].strip()
        if draft.last > draft.first and last in _AGENCIES and (country_named(place) or capital_of(place)):
            cut.append(make_draft(draft.sentence, draft.first, draft.last - 1))
        else:
            cut.append(draft)
    return cut


_AGENCIES = word_set("photo_agencies")


def _words_of(draft: Draft, text: str) -> set[str]:
    """Return the words that a name of running text makes known, when it is surely a name."""
    name = draft.text(text)
    words = fold(name).split()
    surely = draft.first > 0 or is_known_name(name) or len(words) > 1
    return {word for word in words if len(word) > 2 and word not in {"the", "and", "for"}} if surely else set()


def _split_by_known(names: list[Draft], text: str) -> list[Draft]:
    """Cut names that begin with a body's name known from elsewhere: "Ministry of Health | Jane Doe"."""
    bodies = {draft.text(text) for draft in names if " of " in draft.text(text)}
    split: list[Draft] = []
    for draft in names:
        name = draft.text(text)
        body = max((body for body in bodies if name.startswith(body + " ")), key=len, default=None)
        cut = (
            draft.sentence.doc.char_span(draft.start - draft.sentence.start, draft.start - draft.sentence.start + len(body))
            if body
            else None
        )
        if cut is None or draft.last - cut.end < 1 or is_organization_word(draft.sentence.doc[draft.last].text):
            split.append(draft)
            continue
        split.append(make_draft(draft.sentence, draft.first, cut.end - 1))
        rest = cut.end + 1 if draft.sentence.doc[cut.end].lower_ in {"of", "in"} else cut.end
        split.append(make_draft(draft.sentence, rest, draft.last))
    return split


def _common_acronyms(parsed: ParsedArticle) -> frozenset[str]:
    """Return acronyms that the article introduces for common words: "memorandum of understanding (MoU)"."""
    found: set[str] = set()
    for sentence in parsed.sentences:
        doc = sentence.doc
        for i in range(2, len(doc) - 1):
            if doc[i - 1].text != "(" or doc[i + 1].text != ")" or sum(c.isupper() for c in doc[i].text) < 2:
                continue
            words = [token.text for token in doc[max(0, i - 9) : i - 1] if token.text[0].isalpha()]
            size = len(doc[i].text.rstrip("s"))
            initials = "".join(word[0] for word in words[-size:])
            if initials.islower() and initials == doc[i].text.rstrip("s").lower():
                found.add(doc[i].text.lower())
    return frozenset(found)


def _is_language_name(draft: Draft, text: str) -> bool:
    return draft.first == draft.last and is_language(draft.sentence.doc, draft.first) and draft.text(text)[-1:] not in ".S"


def _without_overlaps(names: list[Draft]) -> list[Draft]:
    """Keep the longest of names that overlap."""
    kept: dict[int, list[Draft]] = defaultdict(list)
    for draft in sorted(names, key=lambda d: (d.sentence.index, -(d.end - d.start), d.start)):
        rivals = kept[draft.sentence.index]
        if not any(other.start < draft.end and draft.start < other.end for other in rivals):
            rivals.append(draft)
    return sorted((draft for group in kept.values() for draft in group), key=Draft.position)
