"""Where one clause ends and another begins, for what is told of time and place: which words reach over and which do not.

In: tokens of a dependency tree. Out: yes or no. Knows no acts.
"""

from spacy.tokens import Token

_CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl"})
# Participles that only say where a thing is: "curfews imposed in the south", "hostages held in Goma".
_SITUATED = frozenset({"impose", "hold", "station", "base", "deploy", "stage", "place", "locate", "camp"})
_MEANWHILE = frozenset({"when", "as", "while"})
# Prepositions whose gerund tells how the act above is done, so at the same time and place: "replied by shelling the port".
_MEANS = frozenset({"by", "in", "while", "when", "through"})
_HARM = frozenset({"kill", "wound", "injure", "hurt", "displace", "maim"})


def is_meanwhile(verb: Token) -> bool:
    """Whether a clause tells of the same moment: "were killed when a bomb went off on Friday", "…, killing ten"."""
    return verb.dep_ == "advcl" and (is_bare_participle(verb) or any(child.lower_ in _MEANWHILE for child in verb.children))


def is_cause(word: Token) -> bool:
    """Whether a clause or a preposition tells how somebody came to harm: "were hurt after a lorry drove into the crowd"."""
    after = word.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "after" for c in word.children)
    if not after and not (word.dep_ == "prep" and word.lower_ in ("after", "following")):
        return False
    return word.head.lemma_ in _HARM and any(c.dep_ in ("auxpass", "nsubjpass") for c in word.head.children)


def is_bare_participle(verb: Token) -> bool:
    """Whether a verb is a participle of the present without subject or conjunction: "speaking in Oslo", "wounding two"."""
    return verb.tag_ == "VBG" and not any(c.dep_ in ("nsubj", "nsubjpass", "mark", "aux") for c in verb.children)


def is_clause_border(verb: Token) -> bool:
    """Whether what hangs below a word belongs to a clause of its own, seen from above."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.dep_ == "pcomp":
        return verb.head.lower_ not in _MEANS
    if verb.dep_ not in _CLAUSES or is_meanwhile(verb):
        return False
    if verb.dep_ == "ccomp":
        return _is_finite(verb)
    return not (verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in _SITUATED)


def lower_border(node: Token) -> bool:
    """Whether a word heads a clause that has not the time and place of the words above it, seen from below."""
    if node.dep_ == "pcomp" and node.pos_ in ("VERB", "AUX"):
        return node.head.lower_ not in _MEANS
    if node.dep_ == "advcl":
        return not is_meanwhile(node) and any(
            c.dep_ in ("mark", "advmod", "nsubj", "nsubjpass") and c.i < node.i for c in node.children
        )
    if node.dep_ == "ccomp":
        return _is_told_as_past(node)
    return False


def _is_told_as_past(verb: Token) -> bool:
    """Whether a reported clause is finite and of a time of its own: "said on Monday that it shelled the port", "could fall"."""
    if not _is_finite(verb):
        return False
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return (own[0] if own else verb).tag_ in ("VBD", "MD", "VBN")


def _is_finite(verb: Token) -> bool:
    """Whether a verb or its first auxiliary is finite: not "helping the party enter parliament"."""
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return (own[0] if own else verb).tag_ not in ("VB", "VBG", "TO")


def is_joint(verb: Token) -> bool:
    """Whether a time after a conjunct is of the verb before it too: it shares subject and tense, or both are passives."""
    if any(c.dep_ == "cc" and c.lower_ in ("but", "yet") for c in verb.head.children):
        return False
    if _suffers(verb) and _suffers(verb.head):
        return True  # "two were killed and nine were wounded on Monday"
    return not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "neg") for c in verb.children)


def _suffers(verb: Token) -> bool:
    aux = {c.dep_ for c in verb.children}
    return "auxpass" in aux and "aux" not in aux
