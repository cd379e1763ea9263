"""Whether a predicate stands under a condition: "if", "unless", "had the army come", "provided that", "in the event that".

In: a predicate token. Out: the word that makes the condition, or `None`. Words: data/stances.yaml.
"""

from spacy.tokens import Token

from accord.coding.events.stances import stance_words

_CONDITIONALS = frozenset({"if", "unless", "whether", "lest", "provided", "providing", "assuming", "supposing"})
_INVERTED = frozenset({"had", "were", "should"})
_REACH = 8


def condition_of(clause: Token) -> Token | None:
    """Return the word that puts a clause under a condition.

    Args:
        clause: the verb of a subordinate clause.
    """
    marked = next((c for c in clause.children if c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONALS), None)
    return marked or _inverted(clause) or _outside(clause)


def condition_around(verb: Token) -> Token | None:
    """Return the word of the condition that a predicate stands inside, of its own clause or of one above."""
    node = verb
    for _ in range(_REACH):
        condition = condition_of(node)
        if condition is not None or node.head == node or node.dep_ == "relcl":
            return condition
        node = node.head
    return None


def awaited_around(verb: Token) -> Token | None:
    """Return the word of a clause that looks ahead: "until the army leaves", "once the rebels have signed"."""
    node = verb
    for _ in range(_REACH):
        if node.dep_ == "advcl" and _is_present(node):
            marks = (c for c in node.children if c.dep_ in ("mark", "advmod") and c.lower_ in stance_words("ahead"))
            found = next((m for m in marks if m.lower_ in ("until", "till") or _is_coming(node.head)), None)
            if found is not None:
                return found
        if node.head == node or node.dep_ in ("relcl", "ccomp"):
            return None
        node = node.head
    return None


def _is_present(verb: Token) -> bool:
    finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    return finite.tag_ in ("VBZ", "VBP")


def _is_coming(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in ("will", "'ll", "’ll", "wo", "would", "shall") for c in verb.children)


def _inverted(clause: Token) -> Token | None:
    """Read a condition by word order: "Had the army come, …", "Should Cuba sign, …", "Were he to go, …"."""
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or clause.doc[-1].text == "?":
        return None
    words = [c for c in clause.children if c.dep_ in ("aux", "auxpass") and c.lower_ in _INVERTED]
    words += [clause] if clause.lower_ in _INVERTED else []
    first = next((w for w in words if w.i < subject.i), None)
    if first is None or (clause.dep_ != "advcl" and clause.head != clause and first.i > 0):
        return None
    between = clause.doc[first.i + 1 : subject.i]
    before = clause.doc[first.i - 1] if first.i else None
    opens = before is None or before.is_punct or before.pos_ in ("CCONJ", "PUNCT") or clause.dep_ == "advcl"
    return first if opens and not any(t.pos_ in ("VERB", "AUX") for t in between) else None


def _outside(clause: Token) -> Token | None:
    """Read words that stand before the clause: "provided that", "as long as", "in the event that"."""
    head = clause.head
    if head == clause:
        return None
    if (
        clause.dep_ in ("ccomp", "pcomp", "advcl")
        and head.lower_ in stance_words("provided")
        and head.dep_ in ("prep", "advcl")
    ):
        return head
    if clause.dep_ == "advcl" and head.lower_ == "long" and head.dep_ == "advmod":
        return head
    clausal = clause.dep_ in ("relcl", "acl", "ccomp", "pcomp") and head.dep_ == "pobj"
    return head if clausal and head.lower_ in stance_words("conditions") and head.head.lower_ in ("in", "on", "under") else None
