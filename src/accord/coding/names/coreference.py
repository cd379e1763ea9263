"""Whom partial names and acronyms of one article stand for.

In: the drafts of an article, sorted, and its facts. Out: `refers_to` set on names where the article leaves no doubt, and left
alone elsewhere. Descriptions are for `antecedents`, pronouns for `pronouns`; who is who across articles is for linking.
"""

from collections import defaultdict
from collections.abc import Sequence

from accord.coding.names.drafts import Draft, FactDraft
from accord.coding.names.people import is_woman
from accord.coding.names.words import is_courtesy, is_title_head
from accord.data.countries import fold


def resolve_names(drafts: Sequence[Draft], facts: Sequence[FactDraft], text: str) -> None:
    """Let acronyms and partial names refer to the first whole name of the article that they fit alone."""
    for fact in facts:
        if fact.kind == "alias" and fact.object is not None and fact.subject.refers_to is None:
            fact.subject.refers_to = fact.object
    _spread_aliases(drafts, facts, text)
    _spread_countries(drafts, facts, text)
    whole: dict[str, list[Draft]] = defaultdict(list)
    first_names: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.form == "name" and draft.label == "person":
            words = fold(draft.text(text)).split()
            if len(words) > 1:
                for cut in range(1, len(words)):
                    whole[" ".join(words[cut:])].append(draft)
                first_names[words[0]].append(draft)
    taken: dict[str, Draft] = {}
    for draft in drafts:
        if draft.form != "name" or draft.label != "person" or draft.refers_to is not None:
            continue
        folded = fold(draft.text(text))
        if _is_taken(draft, whole.get(folded, ()), taken, folded):
            continue
        first = _bearer(draft, whole.get(folded, ()), text) or (
            _called_by_first(draft, first_names.get(folded, ()), text) if folded not in whole else None
        )
        if first is not None and first is not draft:
            draft.refers_to = first
            draft.country = draft.country or first.country
            draft.sectors = draft.sectors or first.sectors


def _bearer(draft: Draft, whole: Sequence[Draft], text: str) -> Draft | None:
    """Return the first mention of the whole name that a part of it stands for: the only one, or the only one named so far."""
    for near in (whole, [other for other in whole if other.position() < draft.position()]):
        names = {fold(other.text(text)) for other in near}
        if len(names) == 1 or len({name[0] for name in names}) == 1:
            return near[0]
    return None


def _called_by_first(draft: Draft, whole: Sequence[Draft], text: str) -> Draft | None:
    """Return the only person named so far whose name begins with a word: a given name, or a family name that stands first."""
    before = [other for other in whole if other.position() < draft.position()]
    names = {fold(other.text(text)) for other in before}
    return before[0] if len(names) == 1 and not draft.titled else None


def _is_taken(draft: Draft, whole: Sequence[Draft], taken: dict[str, Draft], surname: str) -> bool:
    """Whether a family name is another's than the whole name to come: "President X" stands before the article names his wife.

    News gives a whole name first. Who goes by office and family name before is known by them, and is no woman whom the article
    names later without an office. Later uses of the family name are his, unless a form of address says that they are hers.
    """
    if surname in taken:
        if is_woman(draft):
            return False
        draft.refers_to = taken[surname]
        draft.country = draft.country or taken[surname].country
        draft.sectors = draft.sectors or taken[surname].sectors
        return True
    later = [other for other in whole if other.position() > draft.position()]
    office = any(is_title_head(word) and not is_courtesy(word) for word in draft.titled.split())
    if not office or not whole or len(later) < len(whole) or not all(is_woman(other) and not other.titled for other in whole):
        return False
    taken[surname] = draft
    return True


def _spread_countries(drafts: Sequence[Draft], facts: Sequence[FactDraft], text: str) -> None:
    """Give people the country of the body they hold an office of, and every mention of one whole name the same."""
    for fact in facts:
        target = fact.object
        if (
            fact.kind in {"title", "member_of"}
            and target is not None
            and target.form != "pronoun"
            and fact.subject.form == "name"
        ):
            fact.subject.country = fact.subject.country or target.country
    known: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.form == "name" and draft.label == "person" and draft.country:
            known[fold(draft.text(text))].add(draft.country)
    for draft in drafts:
        if draft.form == "name" and draft.label == "person" and draft.country is None:
            said = known.get(fold(draft.text(text)), set())
            draft.country = next(iter(said)) if len(said) == 1 else None


def _spread_aliases(drafts: Sequence[Draft], facts: Sequence[FactDraft], text: str) -> None:
    """Let every later use of a defined acronym refer to the name it was defined by, and share what is known."""
    defined: dict[str, Draft] = {}
    for fact in facts:
        if fact.kind == "alias" and fact.object is not None:
            defined.setdefault(fold(fact.subject.text(text)), fact.object)
    for draft in drafts:
        if draft.form != "name":
            continue
        model = defined.get(fold(draft.text(text)))
        if model is None or model is draft:
            continue
        if draft.refers_to is None and draft.position() > model.position():
            draft.refers_to = model
        if not draft.sure and model.label not in {"unknown", "nationality"}:
            draft.label, draft.actor_type = model.label, model.actor_type
            draft.sectors, draft.country = model.sectors, model.country or draft.country
    by_name: dict[str, Draft] = {}
    for draft in drafts:
        if draft.form == "name" and draft.label in {"organization", "media"}:
            best = by_name.setdefault(fold(draft.text(text)), draft)
            if best.country is None and draft.country:
                by_name[fold(draft.text(text))] = draft
    for draft in drafts:
        if draft.form == "name" and draft.label in {"organization", "media"} and not draft.sure:
            draft.country = draft.country or by_name[fold(draft.text(text))].country
