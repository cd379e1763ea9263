"""Whom noun phrases denote: mentions on a noun, its conjuncts, what it is a part of, and whom it belongs to.

In: tokens of a `Clause`. Out: mention indexes in order, each once. Knows no frames.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.arguments import expand
from accord.coding.events.clauses import Clause, is_each_other
from accord.coding.events.subjects import owners, surface_subjects

# Parts of a body that act as the body itself.
_PARTS = frozenset(
    {"member", "element", "unit", "rank", "section", "contingent", "detachment", "battalion", "brigade", "squad"}
)
# Classes of nouns for people and places that one side lends to another.
_LENT = ("troops", "peacekeeper_n", "peacekeeper", "aidworker", "relief_worker", "observer", "works", "weapon", "vehicle")
# What may stand between the names of a list, and how the last words of such names may hang.
_OF_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
_IN_LISTS = frozenset({"conj", "appos", "nmod", "compound"})
# Money, of which the country before it only tells the kind: "30 US cents".
_MONEY = frozenset("dollar cent pound euro peso rupee rouble ruble franc yen yuan dinar rial riyal lira krone krona".split())


def parties(clause: Clause, tokens: Iterable[Token]) -> tuple[int, ...]:
    """Return the mentions that noun phrases denote, conjuncts and "members of X" included, in order, each once."""
    found: list[int] = []
    for token in tokens:
        for one in (t for t in expand(token) if not _is_of_inner_list(clause, token, t)):
            for index in _party(clause, one):
                if index not in found:
                    found.append(index)
    return tuple(found)


def _party(clause: Clause, token: Token, depth: int = 0) -> list[int]:
    if is_each_other(token):
        verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), token)
        return list(parties(clause, surface_subjects(verb)))
    index = clause.mention_of.get(token.i)
    whole = _whole(clause, token) if index is not None else []
    if whole:
        return whole
    if index is not None and clause.mentions[index].label != "facility":
        mention = clause.mentions[index]
        if token.lower_ in ("they", "them", "both") and mention.refers_to is None:
            return list(mention.members) or _listed_before(clause, token) or [index]
        if mention.label == "state":
            return [index, *_listed_beside(clause, token)]
        if mention.form == "descriptor" and (listed := _countries_after(clause, token)):
            return [index, *listed]
        return [index, *_people_after(clause, token)] if mention.label == "person" and mention.form == "name" else [index]
    named = [
        c
        for c in token.children
        if c.dep_ == "appos" and c.i in clause.mention_of and clause.mentions[clause.mention_of[c.i]].form == "name"
    ]
    if index is None and named:
        return [clause.mention_of[t.i] for t in expand(named[0]) if t.i in clause.mention_of]
    if depth < 3 and (token.lemma_.lower() in lexicon.words("transparent") or token.like_num):
        inner = [p for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
        if inner:
            return [i for t in inner for one in expand(t) for i in _party(clause, one, depth + 1)]
    return [] if index is None else [index]


def is_wanted(clause: Clause, token: Token) -> bool:
    """Whether a noun phrase is of people or places that are asked for, sent and lent like goods: "troops", "a field hospital".

    A name is nobody's to lend, nor is who belongs to one ("asked for Oslo's soldiers") or is known ("called for the army").
    """
    mention, itself = clause.mention(token), clause.mention_of.get(token.i)
    head = token.lemma_.lower()
    if mention is not None and mention.form == "pronoun" and mention.refers_to is not None:
        mention = clause.mentions[mention.refers_to]  # "sends troops to whoever asks for them"
        head = mention.head
    described = mention is None or mention.form == "descriptor"
    known = any(c.dep_ == "det" and c.lower_ in ("the", "this", "these", "those") for c in token.children)
    owned = any(c.i < token.i and clause.mention_of.get(c.i, itself) != itself for c in token.children)
    lent = any({head, head.removesuffix("s")} & lexicon.noun_class(name) for name in _LENT)
    return lent and described and not known and not owned


def _is_of_inner_list(clause: Clause, noun: Token, joined: Token) -> bool:
    """Whether a country that the parse joined to a noun belongs to the countries below it: "ministers of Peru and Chile"."""
    if joined == noun or not _is_country(clause, joined) or _is_country(clause, noun):
        return False
    below = [
        p for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from") for p in c.children if p.dep_ == "pobj"
    ]
    return any(_is_country(clause, p) and noun.i < p.i < joined.i for p in below)


def _is_country(clause: Clause, token: Token) -> bool:
    mention = clause.mention(token)
    return mention is not None and mention.label == "state" and mention.form == "name"


def _whole(clause: Clause, token: Token) -> list[int]:
    """The body whose members or parts are meant: "members of the Karen militia", "units of the Second Army"."""
    if token.lemma_.lower() not in _PARTS or token.tag_ not in ("NNS", "NNPS"):
        return []
    inner = [p for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    named = [clause.mention_of[t.i] for p in inner for t in expand(p) if t.i in clause.mention_of]
    return [i for i in named if clause.mentions[i].label in ("organization", "group") and clause.mentions[i].form != "pronoun"]


def _listed_before(clause: Clause, pronoun: Token) -> list[int]:
    """The list of actors that a plural pronoun stands for ("wrote to Rome and Paris, asking them …")."""
    for token in reversed(clause.sentence.doc[: pronoun.i]):
        members = expand(token)
        if len(members) > 1 and token.dep_ != "conj" and all(t.i < pronoun.i and t.i in clause.mention_of for t in members):
            return [i for t in members for i in (clause.mention_of[t.i],)]
    return []


def _listed_beside(clause: Clause, token: Token) -> list[int]:
    """Countries that stand in one list with a country, where the parse broke the list ("from the U.S., U.K., and Italy")."""
    found: list[int] = []
    for step in (-1, 1):
        position = token.i + step
        while 0 <= position < len(clause.sentence.doc):
            other = clause.sentence.doc[position]
            index = clause.mention_of.get(position)
            if index is not None:
                if clause.mentions[index].label != "state" or clause.mentions[index].form != "name":
                    break
                if index not in found and index != clause.mention_of[token.i]:
                    found.append(index)
            elif other.text != "," and other.lower_ not in ("and", "or", "the", "&"):
                break
            position += step
    return found if len(found) > 1 else []


def _countries_after(clause: Clause, token: Token) -> list[int]:
    """Countries that go on a list after a group of others: "EU states, Chile and Peru", not "two states, Chile and Peru"."""
    if not any(c.dep_ in ("compound", "amod") and c.i in clause.mention_of for c in token.children):
        return []
    if any(c.dep_ == "nummod" or c.lower_ == "both" for c in token.children):
        return []
    beside = [c for c in token.children if c.dep_ == "appos" and _is_country(clause, c) and token.i + 2 == c.left_edge.i]
    listed = [t for c in beside for t in expand(c)]
    return [clause.mention_of[t.i] for t in listed if t.i in clause.mention_of] if len(listed) > 1 else []


def _people_after(clause: Clause, token: Token) -> list[int]:
    """Persons who go on a list that the parse broke at their titles ("met Ann Roe, former mayor Bo Lee and judge Cy Moe")."""
    found: list[int] = []
    ended = False
    doc, index = clause.sentence.doc, clause.mention_of[token.i]
    for other in doc[token.i + 1 :]:
        here = clause.mention_of.get(other.i)
        known = here is not None and clause.mentions[here].label == "person" and clause.mentions[here].form == "name"
        if here is not None and known and here != index and here not in found:
            found.append(here)
            if other.dep_ not in _IN_LISTS:
                return []
        elif other.pos_ not in _OF_TITLES and other.lower_ not in (",", "and"):
            break
        ended = ended or (other.lower_ == "and" and bool(found))
    return found if ended and len(found) > 1 else []


def owner_parties(clause: Clause, tokens: Iterable[Token]) -> tuple[int, ...]:
    """Return who noun phrases belong to: possessors, agents, nationality adjectives and names before the noun."""
    found: list[int] = []
    for token in tokens:
        if token.lemma_.lower() in _MONEY:
            continue
        holders = [t for o in owners(token) for t in expand(o)]
        if holders:
            holders += _owners_of_another(token)
        holders += [c for c in token.children if c.dep_ in ("amod", "compound", "nmod") and c.i in clause.mention_of]
        # "New Year's Eve attacks" are nobody's
        for holder in (h for h in holders if h.i not in clause.time_of and not _is_of_war(h, token)):
            index = clause.mention_of.get(holder.i)
            if index is not None and index not in found and clause.mentions[index].label not in ("facility",):
                found.append(index)
    return tuple(found)


def _owners_of_another(noun: Token) -> list[Token]:
    """Whose the second of two such things is: "opposed Peru's plan and that of Chile"."""
    others = [c for c in noun.children if c.dep_ == "conj"]
    if noun.dep_ == "dobj":  # the parse joined it to the verb
        others += [c for c in noun.head.children if c.dep_ == "conj" and c.i > noun.i]
    others = [c for c in others if c.lower_ in ("that", "those") and c.pos_ == "PRON"]
    return [
        t for c in others for p in c.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj" for t in expand(o)
    ]


def _is_of_war(name: Token, noun: Token) -> bool:
    """Whether a name before a noun only tells which war it is about: "the Iraq war rallies"."""
    after = name.doc[name.i + 1 : name.i + 2]
    return len(after) == 1 and after[0].lower_ == "war" and after[0] != noun
