"""Who does what in a clause: subjects, objects and prepositional objects of a predicate, read off a dependency tree.

In: tokens of a spaCy `Doc` with Universal-to-CLEAR labels (nsubj, dobj, prep, pobj, xcomp …). Out: tokens. Passives are turned,
shared subjects of conjuncts and infinitives are found, relative pronouns are resolved to their noun. Knows nothing of actors,
events or lexicons.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from accord.coding.events.subjects import (
    PASSIVE_SUBJECT,
    SUBJECT,
    antecedent,
    is_passive,
    shared_objects,
    suffers_too,
    surface_subjects,
)

OBJECT = frozenset({"dobj", "obj", "attr", "oprd"})
# Prepositions whose gerund tells how or when, never what: "ended without signing", "began by thanking".
_CIRCUMSTANCE = frozenset("without by after before while since despite upon besides through during".split())
_ERRANDS = frozenset("call phone telephone ring send dispatch deploy fly rush appoint assign".split())
_LOOSE = ("prep", "prt", "npadvmod", "advmod")
_NAMED = frozenset({"GPE", "ORG", "PERSON", "NORP"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Head tokens of a predicate's arguments. `preps` maps a preposition's lemma to the heads of its objects."""

    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    indirect: tuple[Token, ...]
    preps: dict[str, tuple[Token, ...]]
    passive: bool

    def prep(self, *names: str) -> tuple[Token, ...]:
        """Return the objects of the first of the named prepositions that is there."""
        for name in names:
            if self.preps.get(name):
                return self.preps[name]
        return ()


def find_arguments(verb: Token) -> Arguments:
    """Return the arguments of a verb, with passives turned so that `subjects` act and `objects` undergo."""
    passive = is_passive(verb)
    surface = surface_subjects(verb)
    objects = [antecedent(verb, c) for c in verb.children if c.dep_ in OBJECT]
    objects += _stray_conjuncts(verb, objects)
    indirect = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    objects, given = _without_receiver(objects)
    indirect += given
    indirect += [p for c in verb.children if c.dep_ == "dative" and c.pos_ == "ADP" for p in c.children if p.dep_ == "pobj"]
    agents = _agents(verb, passive=passive)
    if passive:
        agents = agents or _shared_agents(verb)
        surface = surface or [c for c in verb.children if c.dep_ in SUBJECT]
        objects = [c for c in objects if not suffers_too(c)]
        return Arguments(
            tuple(agents), tuple(surface or ()) + (tuple(objects) if not surface else ()), tuple(indirect), preps_of(verb), True
        )
    if not objects:
        objects = shared_objects(verb)
    return Arguments(tuple(surface), tuple(objects), tuple(indirect), preps_of(verb), False)


def _agents(verb: Token, *, passive: bool) -> list[Token]:
    by = (c for c in verb.children if c.dep_ == "agent" or (passive and c.dep_ == "prep" and c.lower_ == "by"))
    return [p for c in by for p in c.children if p.dep_ == "pobj"]


def _shared_agents(verb: Token) -> list[Token]:
    """Who does what the first of two joined participles tells: "were attacked and robbed by gangs"."""
    if any(c.i > verb.i and c.dep_ not in ("cc", "conj", "punct", "prt", "oprd") for c in verb.children):
        return []
    later = (c for c in verb.conjuncts if c.i > verb.i and c.pos_ == "VERB" and c.tag_ in ("VBN", "VBD"))
    own = SUBJECT | PASSIVE_SUBJECT | {"dobj", "aux", "auxpass"}
    bare = (c for c in later if not any(g.dep_ in own for g in c.children))
    return next((found for c in bare if (found := _agents(c, passive=True))), [])


def _stray_conjuncts(verb: Token, objects: list[Token]) -> list[Token]:
    """Nouns that the parse joined to the verb and not to its object: "shot the guard and two of his sons"."""
    if not objects:
        return []
    after = [
        c for c in verb.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and c.i > objects[-1].i
    ]
    return [c for c in after if not any(g.dep_ in SUBJECT | PASSIVE_SUBJECT | OBJECT for g in c.children)]


def _without_receiver(objects: list[Token]) -> tuple[list[Token], list[Token]]:
    """Of two objects the first is who receives, where it is a name: "gave Kenya and Uganda grain"."""
    if len(objects) != 2 or any(o.dep_ != "dobj" for o in objects) or objects[1].ent_type_ in _NAMED:
        return objects, []
    return (objects[1:], objects[:1]) if objects[0].ent_type_ in _NAMED else (objects, [])


def preps_of(token: Token) -> dict[str, tuple[Token, ...]]:
    """Return the prepositional objects below a token by the preposition's lower-case form."""
    found: dict[str, list[Token]] = {}
    for child in token.children:
        if child.dep_ in ("prep", "agent") or (child.dep_ in ("prt", "dative") and child.pos_ == "ADP"):
            found.setdefault(child.lower_, []).extend(_prep_objects(child))
        elif child.dep_ == "advmod" and child.lower_ in ("ahead", "out", "away", "together"):
            for prep in child.children:
                if prep.dep_ == "prep":
                    found.setdefault(prep.lower_, []).extend(_prep_objects(prep))
                    if (child.lower_, prep.lower_) == ("out", "of"):
                        found.setdefault("out", []).extend(_prep_objects(prep))
    return {name: tuple(tokens) for name, tokens in found.items()}


def _prep_objects(prep: Token) -> Iterator[Token]:
    for child in prep.children:
        if child.dep_ == "pobj" or (child.dep_ == "pcomp" and child.pos_ != "ADP"):
            yield child
        elif child.dep_ == "prep" or (child.dep_ == "pcomp" and child.pos_ == "ADP"):
            yield from _prep_objects(child)


def expand(token: Token) -> list[Token]:
    """Return a noun with its conjuncts ("the US, UK and Italy")."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"):
            found += expand(child)
        elif child.dep_ == "appos" and child.i > token.i and child.left_edge.i == token.i + 1:
            # "the speaker Anna Berg and two deputies": the list goes on after the name
            found += [t for c in child.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for t in expand(c)]
    return found


def complements(token: Token) -> list[Token]:
    """Return clausal complements of a verb, noun or adjective: "agreed to help", "offer to help", "ready to help", "that …"."""
    found = [c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ in ("VERB", "AUX", "ADJ", "NOUN")]
    found += [c for c in token.children if c.dep_ == "advcl" and is_infinitive(c) and _follows(token, c)]
    if token.pos_ in ("NOUN", "PROPN", "ADJ"):
        found += [
            c
            for c in token.children
            if c.dep_ in ("acl", "advcl") and any(g.lower_ == "to" and g.dep_ == "aux" for g in c.children)
        ]
    preps = [c for c in token.children if c.dep_ == "prep"]
    preps += [
        p for c in token.children if c.dep_ in ("advmod", "acomp") for p in c.children if p.dep_ == "prep"
    ]  # "stopped short of"
    preps = [c for c in preps if c.lower_ not in _CIRCUMSTANCE]
    found += [p for c in preps for p in c.children if p.dep_ == "pcomp" and p.pos_ in ("VERB", "AUX")]
    return found


def _follows(verb: Token, aim: Token) -> bool:
    """Whether an infinitive taken for an aim belongs to its verb: "have sworn to fight", "agreed on Monday to talk"."""
    between = [c for c in verb.children if verb.i < c.i < aim.i]
    if verb.lemma_ in _ERRANDS:  # "called him on Sunday to thank him": what the call or the mission is for
        return aim.i - verb.i <= 20 and all(c.dep_ in (*_LOOSE, "dobj", "punct", "dative", "oprd") for c in between)
    return aim.i - verb.i <= 7 and all(c.dep_ in _LOOSE for c in between)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is a to-infinitive."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
