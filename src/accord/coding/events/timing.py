"""When an act is told to be: the time expression that governs it, by the dependency tree.

In: a `Clause` and an `Act`. Out: the index of a time expression, or `None`. A time counts where it hangs on the act's own
words, or on a verb above whose moment the act shares; that of another verb's clause, or of a noun beside, does not. What day
a time expression means is not decided here.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from accord.coding.events.act import Act
from accord.coding.events.borders import is_cause, is_clause_border, is_joint, is_meanwhile, lower_border
from accord.coding.events.classes import event_noun
from accord.coding.events.clauses import Clause

_REACH = 10
BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "poss", "nummod", "npadvmod"})
# Prepositions of the moment: what happens "in Friday's raid" or "at the rally on Sunday" shares its day.
_SAME_MOMENT = frozenset({"in", "during", "at", "by", "on", "amid"})
# Prepositions that set what follows apart in time or topic: "after the attacks on May 3", "talks about Sunday's vote".
_APART = frozenset("after before since following until despite about over ahead because prior for".split())
_OTHER_TENSE = frozenset({"will", "'ll", "would", "could", "may", "might", "should", "can", "must", "has", "have", "'ve"})
_LIMITS = frozenset({"until", "till"})
# Acts that are done by words, and words for who speaks, as subject or owner of the subject of what is said.
_WORDS = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "ACCUSE", "COOPERATE"})
_OWN = frozenset("it he she they we i its his her their our my".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def find_time(clause: Clause, act: Act) -> int | None:
    """Return the time expression of an act: below its trigger or predicate, else of the clauses above it, nearest first.

    What is told under a dated announcement takes the announcement's time where the act is one of words, or is told as of
    now ("said on Monday that it has ratified"); what it tells as past ("police said on Monday that a lorry hit the gate")
    keeps its own, for news often hears of acts days later. An act in a relative clause takes only its own time, or that of
    the attack that it tells of ("the May 3 attack, which killed two").
    """
    if not clause.time_of:
        return None
    for node in dict.fromkeys((act.trigger, act.predicate, *find_governors(act))):
        inside = [t for t in node.subtree if _is_time(clause, t) and _belongs(clause, act, t, node)]
        if inside:
            return clause.time_of[min(inside, key=lambda t: (abs(t.i - act.trigger.i), t.i)).i]
    return _lone_time(clause, act)


def find_governors(act: Act) -> Iterator[Token]:
    """Yield the words above an act whose time it shares, nearest first."""
    node = act.predicate
    for _ in range(_REACH):
        if node.head == node or (lower_border(node) and not (node.dep_ == "ccomp" and _is_announced(act, node))):
            return
        above = node.head
        if node.dep_ in ("relcl", "acl"):
            broken = node.dep_ == "acl" and above.dep_ == "ROOT"  # a main verb that the parse took for a participle
            if broken or event_noun(above) is not None:
                yield above
            return
        if node.dep_ == "conj" and _changes_tense(node, above):
            return
        yield above
        node = above


def _is_announced(act: Act, verb: Token) -> bool:
    """Whether saying so is the act, or has its day: "said on Monday that it would help", "that it had ratified"."""
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    own = any(t.lower_ in _OWN for s in subjects for t in (s, *s.children))
    denied = any(c.dep_ == "neg" for c in verb.children) or any(c.lower_ == "no" for s in subjects for c in s.children)
    perfect = any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)  # "has", shifted into the past
    return act.rule.startswith("told:") or denied or ((own or perfect) and act.event_type in _WORDS)


def _changes_tense(verb: Token, first: Token) -> bool:
    """Whether a conjunct is told of another time than the verb it is joined to: "was arrested on Monday and will appear"."""
    own = {c.lower_ for c in verb.children if c.dep_ == "aux"} & _OTHER_TENSE
    return bool(own) and not own & {c.lower_ for c in first.children if c.dep_ == "aux"}


def _is_time(clause: Clause, token: Token) -> bool:
    """Whether a token is of a time that can be an act's: no limit ("until May"), no part of a word ("soon-to-be")."""
    index = clause.time_of.get(token.i)
    if index is None:
        return False
    doc = token.doc
    first = last = token.i
    while clause.time_of.get(first - 1) == index:
        first -= 1
    while clause.time_of.get(last + 1) == index:
        last += 1
    before = doc[first - 1].text if first else ""
    after = doc[last + 1].text if last + 1 < len(doc) else ""
    glued = (after == "-" and not doc[last].whitespace_) or (before == "-" and first > 1 and not doc[first - 2].whitespace_)
    return not glued and doc[first].lower_ not in _LIMITS and before.lower() not in _LIMITS


def _belongs(clause: Clause, act: Act, token: Token, node: Token) -> bool:
    """Whether a time hangs on a node, with no other clause and no noun that has it for itself between them."""
    while token != node:
        above = token.head
        if above == token or (is_clause_border(token) and not is_cause(token)):
            return False
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and not is_joint(token):
            return False
        noun = above != node and above.pos_ in ("NOUN", "PROPN") and above.i not in clause.time_of
        before = token.dep_ in BEFORE_NOUN
        inner = before and above.dep_ in ("compound", "nmod")  # "the Nov. 13 Dakar attacks": a word between
        if noun and not inner and not is_of_moment(act, above, before):
            return False
        token = above
    return True


def is_of_moment(act: Act, noun: Token, before: bool) -> bool:
    """Whether the time of a noun is the act's too: "killed in Friday's raid", not "condemned Friday's raid".

    Args:
        act: the act.
        noun: a noun that a time hangs on.
        before: whether the time stands before the noun and so can be only the noun's.
    """
    if noun.i in act.used or noun == act.trigger:
        return True
    prep = noun.head.lower_ if noun.dep_ == "pobj" else ""
    if prep in _APART and not is_cause(noun.head):
        return False
    named = event_noun(noun) is not None
    if before or (named and prep):
        return prep in _SAME_MOMENT or (named and noun.dep_ in _SUBJECTS)
    return True


def _lone_time(clause: Clause, act: Act) -> int | None:
    """The only time of a sentence, where the parse hung it elsewhere, for an act of the main clause."""
    alone = set(clause.time_of.values())
    main = act.predicate.dep_ == "ROOT" or (act.predicate.dep_ == "conj" and act.predicate.head.dep_ == "ROOT")
    first = min(clause.time_of)
    if len(alone) != 1 or not main or not _is_time(clause, clause.sentence.doc[first]):
        return None
    words = [t.i for t in clause.sentence.doc if not t.is_punct]
    fronted = first <= words[0] + 1
    at_edge = fronted or max(clause.time_of) >= words[-1]
    return alone.pop() if at_edge and (fronted or not _is_elsewhere(clause.sentence.doc[first])) else None


def _is_elsewhere(time: Token) -> bool:
    """Whether a time hangs below a clause of its own or another conjunct, or on a noun that it stands before."""
    node = time
    while node.head != node:
        if is_clause_border(node) and not is_meanwhile(node):
            return True
        if node.dep_ == "conj" and node.pos_ in ("VERB", "AUX") and not is_joint(node):
            return True
        node = node.head
    return time.dep_ in BEFORE_NOUN and time.head.pos_ in ("NOUN", "PROPN")
