"""Who does what in a clause: subjects, objects and prepositional objects of a predicate, read off a dependency tree.

In: tokens of a spaCy `Doc` with Universal-to-CLEAR labels (nsubj, dobj, prep, pobj, xcomp …). Out: tokens. Passives are turned,
shared subjects of conjuncts and infinitives are found, relative pronouns are resolved to their noun. Knows nothing of actors,
events or lexicons.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

SUBJECT = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass"})
OBJECT = frozenset({"dobj", "obj", "attr", "oprd"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
# Verbs whose object is the subject of the infinitive that follows ("asked Rome to help"), after Quirk et al. 1985, 16.50.
_OBJECT_CONTROL = frozenset(
    """
    ask urge order force tell press persuade convince invite allow permit enable help beg implore
    request require want expect instruct command compel encourage authorize authorise direct warn
    advise pressure oblige cause lead prompt call appeal push exhort plead forbid let make have see
    watch accuse stop prevent block bar ban
    """.split()
)
# Prepositions whose gerund tells how or when, never what: "ended without signing", "began by thanking".
_CIRCUMSTANCE = frozenset("without by after before while since despite upon besides through during".split())
_HARM = frozenset("kill wound injure arrest detain kidnap abduct jail behead execute displace evacuate".split())
_ERRANDS = frozenset("call phone telephone ring send dispatch deploy fly rush appoint assign".split())
_LOOSE = ("prep", "prt", "npadvmod", "advmod")
_NAMED = frozenset({"GPE", "ORG", "PERSON", "NORP"})
_MAX_DEPTH = 6


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


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: "was signed", "the deal signed on Monday"."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if _is_headline_passive(verb):
        return True
    plain = not any(c.dep_ in ("aux", "dobj") for c in verb.children)
    if plain and verb.tag_ in ("VBN", "VBD") and any(c.dep_ == "agent" for c in verb.children):
        return True  # "Clinic bombed by jets"
    if verb.tag_ != "VBN" or any(c.dep_ == "aux" for c in verb.children):
        return False
    if verb.dep_ == "advcl" and plain and not any(c.dep_ in SUBJECT for c in verb.children):
        return True  # "Accused of treason, the editor fled"
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ in SUBJECT for c in verb.children):
        return is_passive(verb.head) and not any(c.dep_ == "dobj" for c in verb.children)
    if verb.dep_ == "acl":
        return not any(c.dep_ == "dobj" for c in verb.children)
    return verb.dep_ == "ROOT" and not any(c.dep_ in SUBJECT for c in verb.children)


def _is_headline_passive(verb: Token) -> bool:
    """Whether a headline leaves out "were": "Three killed in blast". Such verbs of harm never stand without object else."""
    if verb.lemma_ not in _HARM or verb.tag_ not in ("VBN", "VBD") or verb.dep_ not in ("ROOT", "conj", "ccomp", "dep"):
        return False
    if any(c.dep_ in ("aux", "ccomp", "xcomp", "relcl") for c in verb.children):
        return False
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return (not objects and not _shared_objects(verb)) or any(_suffers_too(c) for c in objects)


def _suffers_too(noun: Token) -> bool:
    """Whether a headline's next count was taken for an object: "Child killed, nine civilians injured" without its comma."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    return len(after) == 1 and after[0].lemma_.lower() in _HARM and after[0].lower_.endswith("ed")


def find_arguments(verb: Token) -> Arguments:
    """Return the arguments of a verb, with passives turned so that `subjects` act and `objects` undergo."""
    passive = is_passive(verb)
    surface = surface_subjects(verb)
    objects = [_antecedent(verb, c) for c in verb.children if c.dep_ in OBJECT]
    objects += _stray_conjuncts(verb, objects)
    indirect = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    objects, given = _without_receiver(objects)
    indirect += given
    indirect += [p for c in verb.children if c.dep_ == "dative" and c.pos_ == "ADP" for p in c.children if p.dep_ == "pobj"]
    agents = [
        p
        for c in verb.children
        if c.dep_ == "agent" or (passive and c.dep_ == "prep" and c.lower_ == "by")
        for p in c.children
        if p.dep_ == "pobj"
    ]
    if passive:
        surface = surface or [c for c in verb.children if c.dep_ in SUBJECT]
        objects = [c for c in objects if not _suffers_too(c)]
        return Arguments(
            tuple(agents), tuple(surface or ()) + (tuple(objects) if not surface else ()), tuple(indirect), preps_of(verb), True
        )
    if not objects:
        objects = _shared_objects(verb)
    return Arguments(tuple(surface), tuple(objects), tuple(indirect), preps_of(verb), False)


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
    return {name: tuple(tokens) for name, tokens in found.items()}


def _prep_objects(prep: Token) -> Iterator[Token]:
    for child in prep.children:
        if child.dep_ == "pobj" or (child.dep_ == "pcomp" and child.pos_ != "ADP"):
            yield child
        elif child.dep_ == "prep" or (child.dep_ == "pcomp" and child.pos_ == "ADP"):
            yield from _prep_objects(child)


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return what stands as grammatical subject of a verb, shared subjects included (empty where none is found)."""
    own = [c for c in verb.children if c.dep_ in SUBJECT | PASSIVE_SUBJECT]
    if own:
        return [_antecedent(verb, t) for t in own]
    if depth >= _MAX_DEPTH:
        return []
    head = verb.head
    if head == verb:
        return []
    if verb.dep_ == "conj":
        return surface_subjects(head, depth + 1) if head.pos_ in ("VERB", "AUX") else []
    if verb.dep_ == "xcomp":
        if head.lemma_ in _OBJECT_CONTROL:
            controlled = [c for c in head.children if c.dep_ in ("dobj", "dative", "nsubjpass")]
            controlled += [
                p
                for c in head.children
                if c.dep_ == "prep" and c.lower_ in ("on", "for", "to", "with")
                for p in c.children
                if p.dep_ == "pobj"
            ]
            if controlled:
                return controlled[:1]
        return surface_subjects(head, depth + 1)
    if verb.dep_ in ("acl", "relcl"):
        if verb.tag_ in ("VBG", "VBN") or verb.dep_ == "relcl":
            return [head] if head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") else []
        return _infinitive_subject(head, depth)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_passive(head):
        # "a clinic was hit, wounding three": who hit it, not what was hit
        return [p for c in head.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    if verb.dep_ == "advcl" or (
        verb.dep_ == "ccomp"
        and verb.tag_ in ("VBG", "VB")
        and not any(c.dep_ in ("aux", "mark") and c.lower_ != "to" for c in verb.children)
    ):
        return surface_subjects(head, depth + 1) if head.pos_ in ("VERB", "AUX", "ADJ") else []
    if verb.dep_ == "pcomp":
        governor = head.head
        if governor.lower_ in ("short", "far", "instead") and governor.dep_ != "ROOT":
            governor = governor.head  # "stopped short of signing"
        if governor.pos_ in ("VERB", "AUX"):
            if governor.lemma_ in ("accuse", "suspect", "convict", "prevent", "stop", "blame", "charge"):
                objects = [c for c in governor.children if c.dep_ in ("dobj", "nsubjpass")]
                return objects or surface_subjects(governor, depth + 1)
            return surface_subjects(governor, depth + 1)
        if governor.pos_ in ("ADJ", "ADV") and governor.head.pos_ in ("VERB", "AUX"):
            return surface_subjects(governor.head, depth + 1)  # "was wary of lending", "came close to killing"
        return owners(governor)
    if verb.dep_ in ("acomp", "attr", "oprd") or head.pos_ == "ADJ":
        return surface_subjects(head, depth + 1)
    return []


def _infinitive_subject(noun: Token, depth: int) -> list[Token]:
    """The subject of an infinitive under a noun ("Lima's offer to help"): the noun's owner, or the clause's subject."""
    owner = owners(noun)
    if owner:
        return owner
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return surface_subjects(noun.head, depth + 1)
    return [noun] if noun.dep_ == "ROOT" else []  # a headline: "Minister to visit Oslo"


def _antecedent(verb: Token, subject: Token) -> Token:
    """A relative pronoun's noun; any other subject itself."""
    clause = verb
    while clause.dep_ == "conj":
        clause = clause.head
    if subject.lower_ in _RELATIVE and clause.dep_ in ("relcl", "acl"):
        return _thing_before(clause.head, subject) if subject.lower_ == "which" else clause.head
    return subject


def _thing_before(head: Token, relative: Token) -> Token:
    """What "which" stands for: no person, but the nearest thing before it ("the founder of the fund, which helps")."""
    if head.ent_type_ != "PERSON" and not any(c.dep_ == "appos" and head.i < c.i < relative.i for c in head.children):
        return head
    things = [t for t in head.doc[head.i + 1 : relative.i] if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ != "PERSON"]
    return things[-1] if things else head


def _shared_objects(verb: Token) -> list[Token]:
    """The object of a verb that has none of its own: of a later conjunct, or the noun of an object relative clause."""
    for conjunct in verb.conjuncts:
        if conjunct.i > verb.i and conjunct.pos_ == "VERB" and not any(c.dep_ in SUBJECT for c in conjunct.children):
            later = [c for c in conjunct.children if c.dep_ == "dobj"]
            if later and conjunct.i - verb.i <= 3:
                return later
    if verb.dep_ == "relcl":
        own = [c for c in verb.children if c.dep_ in SUBJECT and c.lower_ not in ("who", "which", "that")]
        fronted = [c for c in verb.children if c.dep_ == "dobj"]
        if own and not fronted and not any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
            return [verb.head]
    return []


def owners(noun: Token) -> list[Token]:
    """Return who a noun belongs to: possessors, then "by"/"of" agents ("the offensive by X", "a statement of X")."""
    found = [c for c in noun.children if c.dep_ == "poss"]
    found += [
        p for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ == "by" for p in c.children if p.dep_ == "pobj"
    ]
    return found


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
