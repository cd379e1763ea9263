"""Who does what a verb tells, as the sentence has it: subjects, shared and relative ones too, passives, owners of nouns.

In: tokens of a spaCy `Doc` with Universal-to-CLEAR labels. Out: tokens. Knows nothing of actors, events or lexicons.
"""

from spacy.tokens import Token

SUBJECT = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass"})
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
_HARM = frozenset("kill wound injure arrest detain kidnap abduct jail behead execute displace evacuate".split())
# Verbs of courts and offices that never stand without an object: "Firm accused of fraud", "Ex-mayor sentenced to two years".
_BY_OFFICE = frozenset("accuse sentence convict indict acquit oust sack deport extradite impeach behead hospitalize".split())
_MAX_DEPTH = 6
# Verbs whose gerund after a preposition is what their object did: "accused him of lying".
_OF_THE_OBJECT = frozenset({"accuse", "suspect", "convict", "prevent", "stop", "blame", "charge"})
# Verbs of seeing whose passive subject does what a following participle tells: "was filmed kicking an officer".
_SEEN = frozenset("see film photograph picture show catch spot capture record observe hear video videotape".split())
# What members of a set are named by: "were among those sending aid", "was one of those who fled".
_SET = frozenset({"those", "many", "several"})
_COURTS = frozenset({"court", "tribunal", "martial", "judge", "magistrate", "jury", "trial", "hearing", "dock"})
_ACCIDENTS = frozenset({"crash", "collide"})
_STRIKING = frozenset("explode detonate ram plow plough slam blast erupt burst blow crash collide".split())
_FIRST = frozenset({"first", "last", "latest", "only", "second", "third"})


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
    if verb.dep_ in ("ccomp", "xcomp") and plain and verb.head.lemma_ in ("see", "have", "get", "want", "need"):
        return not any(c.dep_ == "mark" for c in verb.children)  # "had the editor arrested", "wants the guards freed"
    if verb.dep_ == "advcl" and plain and not any(c.dep_ in SUBJECT for c in verb.children):
        return True  # "Accused of treason, the editor fled"
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ in SUBJECT for c in verb.children):
        return is_passive(verb.head) and not any(c.dep_ == "dobj" for c in verb.children)
    if verb.dep_ == "acl":
        return not any(c.dep_ == "dobj" for c in verb.children)
    return verb.dep_ == "ROOT" and not any(c.dep_ in SUBJECT for c in verb.children)


def _is_headline_passive(verb: Token) -> bool:
    """Whether a headline leaves out "were": "Three killed in blast". Such verbs of harm never stand without object else."""
    if (
        verb.lemma_ not in _HARM | _BY_OFFICE
        or verb.tag_ not in ("VBN", "VBD")
        or verb.dep_ not in ("ROOT", "conj", "ccomp", "dep")
    ):
        return False
    if any(c.dep_ in ("aux", "ccomp", "xcomp", "relcl") for c in verb.children):
        return False
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return (not objects and not shared_objects(verb)) or any(suffers_too(c) for c in objects)


def suffers_too(noun: Token) -> bool:
    """Whether a headline's next count was taken for an object: "Child killed, nine civilians injured" without its comma."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    return len(after) == 1 and after[0].lemma_.lower() in _HARM and after[0].lower_.endswith("ed")


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return what stands as grammatical subject of a verb, shared subjects included (empty where none is found)."""
    own = [c for c in verb.children if c.dep_ in SUBJECT | PASSIVE_SUBJECT]
    if own:
        return [m for t in own for m in (_members(antecedent(verb, t), depth) or [antecedent(verb, t)])]
    head = verb.head
    if depth >= _MAX_DEPTH or head == verb:
        return []
    if verb.dep_ == "conj":
        return surface_subjects(head, depth + 1) if head.pos_ in ("VERB", "AUX") else _subject_seen(head, depth)
    if verb.dep_ == "xcomp":
        return _controlled(head)[:1] or surface_subjects(head, depth + 1)
    if verb.dep_ in ("acl", "relcl"):
        if verb.tag_ in ("VBG", "VBN") or verb.dep_ == "relcl":
            if members := _members(head, depth):
                return members
            if verb.lemma_ in _OF_THE_OBJECT and verb.tag_ == "VBN" and head.lemma_.lower() in _COURTS:
                return _subject_above_noun(head, depth)  # "will appear in court charged with shooting"
            return [head] if head.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") else []
        return _infinitive_subject(head, depth)
    if (between := _said_between(verb)) is not None:
        return [c for c in between.children if c.dep_ in SUBJECT] or _cut_off_subject(between)
    if verb.dep_ == "pcomp":
        return _gerund_subject(head.head, depth)
    return _subject_above(verb, depth)


def _subject_above_noun(noun: Token, depth: int) -> list[Token]:
    above = next((t for t in noun.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return [] if above is None else surface_subjects(above, depth + 1)


def _subject_seen(gerund: Token, depth: int) -> list[Token]:
    """Who is seen doing what follows a gerund that was taken for a noun: "was filmed in May pushing and kicking the guard"."""
    above = next((t for t in gerund.ancestors if t.pos_ in ("VERB", "AUX")), None)
    seen = above is not None and above.lemma_ in _SEEN and is_passive(above) and gerund.lower_.endswith("ing")
    return surface_subjects(above, depth + 1) if above is not None and seen else []


def _members(noun: Token, depth: int) -> list[Token]:
    """Who a set is said to hold: "Rome and Paris were among those who sent aid", "Oslo was the first to act"."""
    if noun.lower_ in _FIRST and noun.dep_ == "attr" and noun.head.lemma_ == "be" and depth < _MAX_DEPTH:
        return surface_subjects(noun.head, depth + 1)
    if noun.lower_ not in _SET or noun.dep_ != "pobj" or noun.head.lower_ not in ("among", "of") or depth >= _MAX_DEPTH:
        return []
    above = noun.head.head
    if noun.head.lower_ == "of":
        above = above.head if above.lower_ == "one" and above.dep_ == "attr" else noun
    return surface_subjects(above, depth + 1) if above.lemma_ == "be" else []


def _controlled(head: Token) -> list[Token]:
    """The subject of an infinitive that its governor's object is ("asked Rome to help", "called on Rome to help")."""
    if head.lemma_ not in _OBJECT_CONTROL:
        return []
    found = [c for c in head.children if c.dep_ in ("dobj", "dative", "nsubjpass")]
    preps = [c for c in head.children if c.dep_ == "prep" and c.lower_ in ("on", "for", "to", "with")]
    return found + [p for c in preps for p in c.children if p.dep_ == "pobj"]


def _gerund_subject(governor: Token, depth: int) -> list[Token]:
    """The subject of a gerund after a preposition: the accused, else the governor's subject, or a noun's owner."""
    if governor.lower_ in ("short", "far", "instead") and governor.dep_ != "ROOT":
        governor = governor.head  # "stopped short of signing"
    if governor.pos_ in ("VERB", "AUX"):
        accused = [c for c in governor.children if c.dep_ in ("dobj", "nsubjpass")] if governor.lemma_ in _OF_THE_OBJECT else []
        return accused or surface_subjects(governor, depth + 1)
    if governor.pos_ in ("ADJ", "ADV") and governor.head.pos_ in ("VERB", "AUX"):
        return surface_subjects(governor.head, depth + 1)  # "was wary of lending", "came close to killing"
    return owners(governor)


def _subject_above(verb: Token, depth: int) -> list[Token]:
    """The subject that an adverbial or bare clause shares with the clause above it."""
    head = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_passive(head) and head.lemma_ not in _SEEN:
        # "a clinic was hit, wounding three": who hit it, not what was hit
        return [p for c in head.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and (nearer := _struck_before(verb)) is not None:
        return surface_subjects(nearer, depth + 1) if nearer.lemma_ not in _ACCIDENTS else []
    bare = verb.tag_ in ("VBG", "VB") and not any(c.dep_ in ("aux", "mark") and c.lower_ != "to" for c in verb.children)
    if verb.dep_ == "advcl" or (verb.dep_ == "ccomp" and bare):
        return surface_subjects(head, depth + 1) if head.pos_ in ("VERB", "AUX", "ADJ") else []
    return surface_subjects(head, depth + 1) if verb.dep_ in ("acomp", "attr", "oprd") or head.pos_ == "ADJ" else []


def _struck_before(verb: Token) -> Token | None:
    """A nearer verb of striking that a participle of result belongs to: "hunt the owner of a van that blew up, hurting two"."""
    if verb.i == 0 or verb.nbor(-1).text != "," or verb.i < verb.head.i:
        return None
    between = verb.doc[verb.head.i : verb.i]
    return next((t for t in reversed(between) if t.lemma_ in _STRIKING and t.pos_ == "VERB"), None)


def _infinitive_subject(noun: Token, depth: int) -> list[Token]:
    """The subject of an infinitive under a noun ("Lima's offer to help"): the noun's owner, or the clause's subject."""
    owner = owners(noun)
    if owner:
        return owner
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return surface_subjects(noun.head, depth + 1)
    return [noun] if noun.dep_ == "ROOT" else []  # a headline: "Minister to visit Oslo"


def _said_between(verb: Token) -> Token | None:
    """The verb put in with its speaker that a participle follows: "Ten died, the mayor said, blaming the rebels"."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < 2 or verb.doc[verb.i - 1].text != ",":
        return None
    before = (c for c in verb.head.children if verb.head.i < c.i < verb.i and c.right_edge.i in (verb.i - 2, verb.i - 1))
    return next((c for c in before if c.dep_ in ("parataxis", "ccomp", "dep") and c.tag_ in ("VBD", "VBZ", "VBP")), None)


def _cut_off_subject(verb: Token) -> list[Token]:
    """The subject of a verb put in after a comma, where the parse hung it on what is before: "…, the head of it said, …"."""
    nouns = (t for t in verb.doc[: verb.i] if t.pos_ in ("NOUN", "PROPN") and t.right_edge.i == verb.i - 1)
    return [t for t in nouns if t.head.is_punct or (t.left_edge.i > 0 and t.doc[t.left_edge.i - 1].text == ",")][:1]


def antecedent(verb: Token, subject: Token) -> Token:
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


def shared_objects(verb: Token) -> list[Token]:
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
    by = [c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ == "by"]
    if noun.dep_ == "dobj" and not by and not is_passive(noun.head):
        # "is investigating assaults by migrants": the parse hung it on the verb
        by = [c for c in noun.head.children if c.dep_ == "prep" and c.lower_ == "by" and c.i == noun.i + 1]
    return found + [p for c in by for p in c.children if p.dep_ == "pobj"]
