"""Which nouns a frame asks for, and which words: classes of data/nouns.yaml, event nouns, patterns of verbs.

In: tokens of a `Clause`. Out: whether they belong to a class or stand in a pattern. Decides nothing about events.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.clauses import Clause, is_actor, is_place
from accord.coding.events.lexicon import Pattern
from accord.model.reading import MentionDraft

_POLITICAL = frozenset({"GOV", "MIL", "LEG", "IGO", "OPP", "REB", "ELI", "JUD", "PTY", "UAF", "SPY"})
_FORCES = frozenset({"MIL", "REB", "UAF", "PAR", "SEP", "INS"})
# Classes of subjects that a name can belong to without a noun that says so.
_BY_MENTION = frozenset({"official", "envoy", "court", "cop", "civil", "labor", "troops", "armed", "government"})


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
        ends = [p for c in preps for p in c.children if p.pos_ != "ADV" and p.lower_ != "once"]  # "at once"
        if not any(p.dep_ in ("pobj", "pcomp") or _leads_on(p) for p in ends):
            return False
        if pattern.prep_noun and not any(pattern.prep_noun == p.lemma_.lower() for c in preps for p in c.children):
            return False
    return True


def _leads_on(prep: Token) -> bool:
    """Whether a preposition after another has the object: "walked out of the talks"."""
    return prep.dep_ == "prep" and any(p.dep_ in ("pobj", "pcomp") for p in prep.children)


def _is_preposition(verb: Token, word: Token, wanted: tuple[str, ...]) -> bool:
    """Whether a word taken for a particle has its own object, away from the verb: "gave the crowd a wave in Lima"."""
    if word.dep_ != "prep" or word.i == verb.i + 1:
        return False
    below = [p for p in word.children if p.dep_ == "pobj"]
    return bool(below) and not any(w in (p.lower_, p.lemma_.lower()) for w in wanted[1:] for p in below)


def _has_words(verb: Token, wanted: tuple[str, ...]) -> bool:
    """Whether the words follow the verb in order, the first hanging on the verb itself, within nine tokens."""
    position = verb.i
    for number, word in enumerate(wanted):
        window = verb.doc[position + 1 : verb.i + 10]
        match = next(
            (t for t in window if word in (t.lower_, t.lemma_.lower()) and (number or t.head.i == verb.i or t.i == verb.i + 1)),
            None,
        )
        if match is None or (number == 0 and (match.dep_ == "mark" or _is_preposition(verb, match, wanted))):
            return False
        position = match.i
    return True
