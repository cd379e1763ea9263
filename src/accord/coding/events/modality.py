"""Whether an act happened, will, might or did not: read off auxiliaries, negation and the clauses above a predicate.

In: a predicate token. Out: a `Modality`. What a future or denied act means for the event's type is decided elsewhere.
"""

from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.arguments import is_infinitive
from accord.coding.events.conditions import awaited_around, condition_around, condition_of
from accord.coding.events.stances import is_none, is_only, read_stance, stance_words
from accord.model.reading import Tense
from accord.model.record import Status

_POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
_OBLIGED = frozenset({"should", "must", "ought", "shall", "need"})
_TELLING = _POSSIBLE | _OBLIGED | frozenset({"will", "'ll", "wo", "’ll", "would", "'d"})
"""Auxiliaries that decide a status."""
_NEVER = frozenset({"not", "n't", "never", "nor", "neither", "no", "hardly", "barely", "n’t"})
_CALLING = frozenset("call push press campaign argue lobby appeal advocate clamour clamor".split())
_SAY_PAST = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Modality:
    """How a predicate stands: negated, future, possible, obliged, under a condition, a purpose, in a question or commanded.

    `words` are those that say so: auxiliaries, negations, the word of a condition or an aim.
    """

    negated: bool = False
    future: bool = False
    possible: bool = False
    obliged: bool = False
    conditional: bool = False
    purpose: bool = False
    question: bool = False
    command: bool = False
    tense: Tense = "none"
    words: tuple[Token, ...] = field(default=(), compare=False)

    @property
    def status(self) -> Status:
        """The record's status of an act told so (record.md, `status`)."""
        if self.conditional or self.possible or self.question or self.obliged:
            return "hypothetical"
        if self.negated:
            return "negated"
        if self.future or self.purpose:
            return "future"
        return "actual"


def read_modality(predicate: Token) -> Modality:
    """Return the modality of a verb, or of the clause that an adjective or noun predicate stands in."""
    verb = predicate
    own = _own(verb)
    tense = own.tense
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        shared = _own(verb.head)
        has_subject = any(c.dep_.startswith("nsubj") for c in verb.children)
        if not has_subject and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
            own = replace(
                own,
                future=own.future or shared.future,
                possible=own.possible or shared.possible,
                obliged=own.obliged or shared.obliged,
                words=(*shared.words, *own.words),
            )
            tense = shared.tense if verb.tag_ in ("VB", "VBN") else tense
    if verb.dep_ in ("ccomp", "xcomp") and verb.tag_ == "VBN" and verb.head.lemma_ in ("see", "have", "get"):
        seen = _own(verb.head)  # "could see the visitors deported": as sure as the seeing
        own = replace(own, future=own.future or seen.future, possible=own.possible or seen.possible)
        own = replace(own, words=(*seen.words, *own.words))
    condition, awaited, stance = condition_around(verb), awaited_around(verb), read_stance(verb)
    purpose, question = _is_purpose(verb), _is_question(verb)
    above = (condition, awaited, stance.word if stance is not None else None)
    words = [*own.words, *(t for t in above if t is not None and t not in own.words)]
    words += [c for c in verb.children if purpose and c.dep_ == "aux" and c.lower_ == "to"]
    return replace(
        own,
        conditional=own.conditional or condition is not None,
        possible=own.possible or (stance is not None and stance.holding == "doubted"),
        negated=own.negated != (stance is not None and stance.holding == "denied"),
        future=own.future or awaited is not None or _is_headlined(verb),
        purpose=purpose,
        question=question,
        command=_is_command(verb),
        tense=tense,
        words=(*words, verb.doc[-1]) if question else tuple(words),
    )


def _own(verb: Token) -> Modality:
    aux = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    modal = [c for c in aux if c.text not in ("May", "Will") or c.i == 0]  # names of persons
    forms = {c.lower_ for c in modal}
    anybody = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and _is_anybody(c)]
    nots = [
        c
        for c in verb.children
        if c.dep_ == "neg" or (c.lower_ in _NEVER and c.dep_ in ("advmod", "preconj", "cc") and c.lower_ != "nor")
    ]
    nots = [] if is_only(verb) else nots
    nones = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and is_none(c)]
    negated = bool(nots) != bool(len(nones) % 2)
    will = bool(forms & {"will", "'ll", "wo", "’ll"})
    would = bool(forms & {"would", "'d"})
    perfect = "have" in {c.lemma_ for c in aux}
    if would and _under_past_speech(verb) and not perfect:
        will, would = True, False
    going = (
        any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
        and verb.dep_ == "xcomp"
        and verb.head.lower_ == "going"
    )
    be_to = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and verb.tag_ == "VB"
    headline = _is_headline(verb)
    clauses = [c for child in verb.children for c in (child, *child.children) if child.dep_ in ("advcl", "prep", "advmod")]
    conditions = [t for c in clauses if c.pos_ in ("VERB", "AUX") and (t := condition_of(c)) is not None]
    telling = [c for c in modal if c.lower_ in _TELLING]
    telling += [verb.head] if going or be_to else conditions if will or would else []
    return Modality(
        negated=negated,
        future=will or going or be_to or headline,
        possible=bool(forms & _POSSIBLE) or would or bool(anybody),
        obliged=bool(forms & _OBLIGED) and not will,
        conditional=(would or will) and bool(conditions),
        tense=_tense(verb, aux, future=will or going or be_to, perfect=perfect),
        words=tuple(sorted({*anybody, *nots, *nones, *telling}, key=lambda t: t.i)),
    )


def _is_headline(verb: Token) -> bool:
    """Whether an infinitive with a subject is a headline's future: "Oslo to send doctors, premier says"."""
    if verb.tag_ != "VB" or not is_infinitive(verb) or not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    said = (
        verb.dep_ == "ccomp" and verb.i < verb.head.i and any(n == "say" for n, _ in lexicon.matrix().get(verb.head.lemma_, ()))
    )
    return verb.dep_ == "ROOT" or said


def _is_anybody(subject: Token) -> bool:
    """Whether a subject stands for whoever may come: "anyone", "any soldier who crosses"."""
    noun = subject.head.head if subject.lower_ in ("who", "that", "which") and subject.head.dep_ == "relcl" else subject
    return noun.lower_ in ("anyone", "anybody", "whoever") or any(d.lower_ == "any" and d.dep_ == "det" for d in noun.children)


def _tense(verb: Token, aux: list[Token], *, future: bool, perfect: bool) -> Tense:
    if future:
        return "future"
    if perfect:
        return "perfect"
    tags = {verb.tag_, *(c.tag_ for c in aux)}
    if "VBD" in tags or (verb.tag_ == "VBN" and not tags & {"VBZ", "VBP"}):
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "present"
    if verb.tag_ in ("VBG", "VB") and verb.head != verb and verb.head.pos_ in ("VERB", "AUX"):
        return _own_tense(verb.head)
    return "none"


def _own_tense(verb: Token) -> Tense:
    aux = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return (
        _tense(verb, aux, future=any(c.lower_ in ("will", "'ll") for c in aux), perfect=any(c.lemma_ == "have" for c in aux))
        if verb.head != verb
        else ("past" if verb.tag_ == "VBD" else "present" if verb.tag_ in ("VBZ", "VBP") else "none")
    )


def _under_past_speech(verb: Token) -> bool:
    """Whether a clause is the content of a past verb of saying, so that its "would" is a future ("said it would help")."""
    node = verb
    for _ in range(8):
        head = node.head
        if head == node:
            return False
        if node.dep_ in ("ccomp", "advcl", "relcl", "parataxis") and head.pos_ in ("VERB", "AUX") and node.dep_ == "ccomp":
            return head.tag_ in _SAY_PAST
        node = head
    return False


def _is_purpose(verb: Token) -> bool:
    """Whether a verb is an infinitive that only tells an aim ("met to end the war", "a plan to end the war")."""
    if verb.dep_ == "pcomp" and verb.head.head.pos_ == "NOUN":
        return True  # "assistance in fighting": what a noun is for, not an act that is told
    if _is_called_for(verb):
        return True
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.dep_ == "xcomp" and is_infinitive(verb.head):
        return _is_purpose(verb.head)  # "ordered to stop shelling"
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        bare = verb.tag_ == "VB" or any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children)
        if verb.dep_ != "conj" or not bare or verb.head.pos_ != "VERB" or any(c.tag_ == "MD" for c in verb.children):
            return False
        if verb.head.dep_ == "xcomp" and verb.head.tag_ == "VB":
            return True  # "tried to disarm and leave": told no surer than the verb it is joined to
        return _is_purpose(verb.head)
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False  # "the first to have arrived": done
    if verb.dep_ == "ROOT" and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False  # a headline's future: "Oslo to send doctors"
    if _is_headlined(verb):
        return False
    if verb.dep_ in ("advcl", "xcomp") and verb.head.lower_ == "were":
        return False  # "were Lima to sign": a condition
    if verb.dep_ == "ccomp" and verb.head.pos_ in ("VERB", "AUX"):
        return not _is_headline(verb)  # "cannot allow gangs to burn schools"
    if verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX"):
        # An infinitive that is read by itself is an aim ("backed them to defend the town"), but after "began" and "tried".
        lemma = verb.head.lemma_.lower()
        classes = {name for name, _ in lexicon.matrix().get(lemma, ())}
        return lemma not in stance_words("done") and not classes & {"phase", "attempt"}
    return verb.dep_ in ("advcl", "acl", "relcl", "ROOT", "pcomp", "xcomp")


def _is_called_for(verb: Token) -> bool:
    """Whether a gerund tells what is asked for: "called for repealing the law and voiding the deal"."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.lemma_ in _CALLING:  # a later one of a list
        listed = verb.i > 0 and verb.nbor(-1).text == "," and any(c.dep_ == "cc" for c in verb.children)
        before = [c for c in verb.head.children if c.lower_ == "for" and c.i < verb.i]
        return listed and any(g.dep_ == "pcomp" and g.tag_ == "VBG" for c in before for g in c.children)
    first = verb
    while first.dep_ == "conj" and first.head.tag_ in ("VBG", "NN") and verb.tag_ == "VBG":
        first = first.head
    called = first.dep_ in ("pcomp", "pobj") and first.head.lower_ == "for" and first.lower_.endswith("ing")
    return called and verb.tag_ == "VBG" and first.head.head.lemma_ in _CALLING


def _is_headlined(verb: Token) -> bool:
    """Whether an infinitive on a headline's lone noun is its future: "Foreign minister to visit Oslo"."""
    head = verb.head
    alone = verb.dep_ in ("acl", "relcl") and head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN") and is_infinitive(verb)
    return alone and (head.pos_ == "PROPN" or head.lemma_.lower() in lexicon.people())


def _is_command(verb: Token) -> bool:
    """Whether a verb is an imperative: "Free the miners", "do not shoot"; it stands bare and first in its clause."""
    if verb.dep_ == "conj":
        return (
            verb.tag_ == "VB"
            and not any(c.dep_.startswith("nsubj") or c.dep_ == "aux" for c in verb.children)
            and (_is_command(verb.head))
        )
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp", "advcl", "parataxis", "dep") or verb.i > verb.head.i:
        return False
    before = [c for c in verb.lefts if not c.is_punct]
    return all(c.dep_ in ("neg", "intj", "advmod") or c.lower_ in ("do", "please", "let") for c in before) and not any(
        c.dep_ in ("mark", "nsubj", "nsubjpass") for c in verb.children
    )


def _is_question(verb: Token) -> bool:
    """Whether the sentence asks, outside of quoted speech."""
    return verb.doc[-1].text == "?" or (len(verb.doc) > 1 and verb.doc[-2].text == "?" and verb.doc[-1].text in ("'", '"'))
