"""One sentence as event coding sees it: tokens with the mentions, times and instruments that stand on them.

In: a parsed `Sentence` and what coding found in it. Out: look-ups from a token to indexes. Decides nothing about events.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.arguments import expand, owners, surface_subjects
from accord.coding.events.decisions import SILENT, Trace
from accord.coding.events.lexicon import Pattern
from accord.language.parse import Sentence
from accord.model.reading import InstrumentDraft, MentionDraft, TimeExpression

_ACTOR_LABELS = frozenset({"person", "organization", "state", "group", "media", "nationality"})
_POLITICAL = frozenset({"GOV", "MIL", "LEG", "IGO", "OPP", "REB", "ELI", "JUD", "PTY", "UAF", "SPY"})
_FORCES = frozenset({"MIL", "REB", "UAF", "PAR", "SEP", "INS"})
# Classes of subjects that a name can belong to without a noun that says so.
_BY_MENTION = frozenset({"official", "envoy", "court", "cop", "civil", "labor", "troops", "armed", "government"})
# Endings of nouns for persons: "trainee", "cyclist", "librarian", "serviceman".
_PERSONAL = ("ee", "ist", "ian", "man", "woman")
_NO_PERSONS = frozenset(
    {
        "decree",
        "degree",
        "guarantee",
        "coffee",
        "pedigree",
        "filigree",
        "checklist",
        "playlist",
        "wishlist",
        "shortlist",
        "blacklist",
    }
)
# Lengths, repetitions and hours tell how long, how often and at what time of day, but no date.
_DATELESS = frozenset({"duration", "set", "clock"})
# Parts of a body that act as the body itself.
_PARTS = frozenset(
    {"member", "element", "unit", "rank", "section", "contingent", "detachment", "battalion", "brigade", "squad"}
)
_ACTOR_PRONOUNS = frozenset("he she they him her them it we us i me you who whom".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with look-ups by token index. `mentions` holds all mentions of the article.

    `trace` takes the reasons of what is decided against; it keeps them only for `accord explain`.
    """

    sentence: Sentence
    mentions: tuple[MentionDraft, ...]
    mention_of: dict[int, int]
    time_of: dict[int, int]
    instrument_of: dict[int, int]
    trace: Trace = SILENT

    def mention(self, token: Token) -> MentionDraft | None:
        """Return the mention that stands on a token."""
        index = self.mention_of.get(token.i)
        return None if index is None else self.mentions[index]


_Found = TypeVar("_Found", MentionDraft, TimeExpression, InstrumentDraft)


def by_sentence(found: Sequence[_Found]) -> dict[int, tuple[tuple[int, _Found], ...]]:
    """Return what coding found with its index, by the number of its sentence; one pass for the whole article."""
    groups: dict[int, list[tuple[int, _Found]]] = {}
    for index, one in enumerate(found):
        groups.setdefault(one.sentence, []).append((index, one))
    return {number: tuple(group) for number, group in groups.items()}


def view_sentence(
    sentence: Sentence,
    mentions: tuple[MentionDraft, ...],
    here: tuple[tuple[int, MentionDraft], ...],
    times: tuple[tuple[int, TimeExpression], ...],
    instruments: tuple[tuple[int, InstrumentDraft], ...],
) -> Clause:
    """Build the look-ups of one sentence from what stands in it; `mentions` are all of the article.

    A token in several mentions belongs to the one that ends on it, else the shortest.
    """
    mention_of: dict[int, int] = {}
    for token in sentence.doc:
        start, end = sentence.token_span(token)
        covering = [(m.end != end, m.end - m.start, i) for i, m in here if m.start < end and start < m.end]
        if covering:
            mention_of[token.i] = min(covering)[2]
    return Clause(
        sentence,
        mentions,
        mention_of,
        _tokens_of(sentence, ((i, t.start, t.end) for i, t in times if t.value.form not in _DATELESS)),
        _tokens_of(sentence, ((i, t.start, t.end) for i, t in instruments)),
    )


def _tokens_of(sentence: Sentence, spans: Iterable[tuple[int, int, int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for index, start, end in spans:
        for token in sentence.doc:
            a, b = sentence.token_span(token)
            if start < b and a < end:
                found.setdefault(token.i, index)
    return found


def root_of(clause: Clause, index: int) -> int:
    """Return the mention that a pronoun, descriptor or acronym stands for in the end."""
    for _ in range(len(clause.mentions)):
        onward = clause.mentions[index].refers_to
        if onward is None or onward == index:
            break
        index = onward
    return index


def is_actor(clause: Clause, token: Token) -> bool:
    """Whether a noun phrase denotes people or a body that acts."""
    mention = clause.mention(token)
    if mention is not None and (mention.label in _ACTOR_LABELS or mention.form in ("pronoun", "metonym")):
        return token.lower_ != "it" or mention.refers_to is not None
    if token.lower_ in _ACTOR_PRONOUNS or is_each_other(token):
        return True
    lemma = token.lemma_.lower()
    personal = token.pos_ == "NOUN" and len(lemma) > 5 and lemma.endswith(_PERSONAL) and lemma not in _NO_PERSONS
    if personal or lemma in lexicon.people():
        return True
    if lemma in lexicon.words("transparent") or token.like_num:
        inner = [p for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
        if inner:
            return any(is_actor(clause, t) for t in inner)
        # "killed 12" counts people; "$26 million" and "12%" do not
        return (
            token.like_num
            and token.lower_ not in ("million", "billion", "trillion")
            and not any(c.text in "$€£¥%#" for c in token.children)
        )
    return False


def is_each_other(token: Token) -> bool:
    """Whether a token is the end of "each other" or "one another"."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return (before, token.lower_) in (("each", "other"), ("one", "another"))


def is_place(clause: Clause, token: Token) -> bool:
    """Whether a token stands in a place name."""
    mention = clause.mention(token)
    return mention is not None and mention.label in ("place", "state") and mention.form != "pronoun"


def in_classes(clause: Clause, tokens: Iterable[Token], names: frozenset[str]) -> bool:
    """Whether one of the tokens belongs to one of the named classes ("none" holds where there are no tokens)."""
    tokens = list(tokens)
    if not tokens:
        return "none" in names
    return any(_in_class(clause, token, name) for token in tokens for name in names)


def _in_class(clause: Clause, token: Token, name: str) -> bool:
    if name == "actor":
        return is_actor(clause, token)
    if name == "place":
        return is_place(clause, token)
    if name in ("any", "doing"):
        return name == "any" or token.tag_ == "VBG"
    mention = clause.mention(token)
    if mention is not None and mention.form == "pronoun" and mention.refers_to is not None:
        # "they" are what they stand for: drug dealers have no troops to withdraw
        mention = clause.mentions[mention.refers_to]
        if mention.head in _members(name):
            return True
    if name == "state_like":
        return mention is not None and _is_state(mention)
    if name == "instrument" and token.i in clause.instrument_of:
        return True
    if name == "body" and mention is not None:
        return mention.label in ("organization", "state", "group") or mention.form == "metonym"
    if name == "people" and mention is not None:
        return mention.label in ("nationality", "group")
    if name in _BY_MENTION and mention is not None and _fits(mention, name):
        return True
    return any(key in _members(name) for one in through(token) for key in noun_keys(one))


def _members(name: str) -> frozenset[str]:
    return lexicon.noun_class("official" if name == "envoy" else name)


def _is_state(mention: MentionDraft) -> bool:
    return (
        mention.label == "state"
        or mention.form == "metonym"
        or mention.actor_type in ("state", "government", "intergovernmental")
    )


def through(token: Token) -> list[Token]:
    """Return a noun and, where it only counts or groups, what it counts: "700 kg of medicine", "a series of raids"."""
    found = [token]
    if token.lemma_.lower() in lexicon.words("transparent") or token.like_num:
        found += [p for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    return found


def _fits(mention: MentionDraft, name: str) -> bool:
    """Whether a named actor can stand for a class of subjects: persons hold office, states have troops and governments."""
    state = _is_state(mention) and mention.actor_type != "intergovernmental"
    if name == "envoy":
        return state or mention.actor_type == "intergovernmental" or bool(_POLITICAL & set(mention.sectors))
    if mention.form == "pronoun":
        return name in ("official", "civil", "government", "armed")
    if name == "official":
        return mention.label == "person" or state or mention.actor_type == "intergovernmental"
    if name == "government":
        return state
    if name in ("troops", "armed"):
        return state or mention.actor_type == "armed_group" or bool(_FORCES & set(mention.sectors))
    if name == "civil":
        return mention.label in ("person", "group", "nationality") and not _FORCES & set(mention.sectors)
    return name in ("cop", "court") and {"cop": "COP", "court": "JUD"}[name] in mention.sectors


def noun_keys(token: Token) -> list[str]:
    """Return the names a noun can be looked up by, longest first: "hunger strike", "joint military exercise", "strike".

    The head is taken through "what he called a battle" and "a series of raids".
    """
    lemma = token.lemma_.lower()
    left = [c for c in token.lefts if c.dep_ in ("compound", "amod", "nmod")]
    keys = []
    if left:
        if len(left) > 1:
            keys.append(f"{left[-2].lemma_.lower()} {left[-1].lemma_.lower()} {lemma}")
        keys += [f"{modifier.lower_} {lemma}" for modifier in reversed(left)]
        if left[-1].i == token.i - 2 and token.doc[token.i - 1].text == "-":
            keys.insert(0, f"{left[-1].lower_}-{lemma}")
    keys += [
        f"{lemma} of {p.lemma_.lower()}" for c in token.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"
    ]
    return [*keys, lemma, token.lower_]


def event_noun(token: Token) -> lexicon.EventNoun | None:
    """Return the act that a noun names, if it names one."""
    if token.pos_ not in ("NOUN", "PROPN", "VERB") or (token.pos_ == "VERB" and token.tag_ != "VBG"):
        return None
    known = lexicon.event_nouns()
    return next((known[key] for key in noun_keys(token) if key in known), None)


def has_pattern(verb: Token, pattern: Pattern, objects: Iterable[Token]) -> bool:
    """Whether the words that a pattern asks for stand with a verb."""
    if pattern.words and not _has_words(verb, pattern.words):
        return False
    if pattern.noun and not any(pattern.noun in (t.lemma_.lower(), t.lower_) for o in objects for t in through(o)):
        return False
    if pattern.prep:
        preps = [
            c for c in verb.children if c.dep_ in ("prep", "agent", "prt", "dative", "advmod") and c.lower_ == pattern.prep
        ]
        preps += [c for t in objects for c in t.children if c.dep_ == "prep" and c.lower_ == pattern.prep and pattern.noun]
        if not any(p.dep_ in ("pobj", "pcomp") or _leads_on(p) for c in preps for p in c.children):
            return False
        if pattern.prep_noun and not any(pattern.prep_noun == p.lemma_.lower() for c in preps for p in c.children):
            return False
    return True


def _leads_on(prep: Token) -> bool:
    """Whether a preposition after another has the object: "walked out of the talks"."""
    return prep.dep_ == "prep" and any(p.dep_ in ("pobj", "pcomp") for p in prep.children)


def _has_words(verb: Token, wanted: tuple[str, ...]) -> bool:
    """Whether the words follow the verb in order, the first hanging on the verb itself, within nine tokens."""
    position = verb.i
    for number, word in enumerate(wanted):
        window = verb.doc[position + 1 : verb.i + 10]
        match = next(
            (t for t in window if word in (t.lower_, t.lemma_.lower()) and (number or t.head.i == verb.i or t.i == verb.i + 1)),
            None,
        )
        if match is None or (number == 0 and match.dep_ == "mark"):
            return False
        position = match.i
    return True


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
        return [index, *_listed_beside(clause, token)] if mention.label == "state" else [index]
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


def owner_parties(clause: Clause, tokens: Iterable[Token]) -> tuple[int, ...]:
    """Return who noun phrases belong to: possessors, agents, nationality adjectives and names before the noun."""
    found: list[int] = []
    for token in tokens:
        holders = [t for o in owners(token) for t in expand(o)]
        holders += [c for c in token.children if c.dep_ in ("amod", "compound", "nmod") and c.i in clause.mention_of]
        for holder in (h for h in holders if h.i not in clause.time_of):  # "New Year's Eve attacks" are nobody's
            index = clause.mention_of.get(holder.i)
            if index is not None and index not in found and clause.mentions[index].label not in ("facility",):
                found.append(index)
    return tuple(found)
