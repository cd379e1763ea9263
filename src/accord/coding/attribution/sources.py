"""Find who says it: the noun phrase that is the source of a cue, and the outlet that carries its words.

In: tokens of one parsed sentence. Out: tokens and spans of that sentence. It does not decide whether a verb is a cue, nor
which mention a source is (`accord.coding.attribution.speakers` does).
"""

from spacy.tokens import Token

from accord.coding.attribution.speech import speech_words
from accord.coding.attribution.turns import outer_cue
from accord.language.parse import Sentence

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_ISSUES = frozenset(
    {"issue", "release", "send", "publish", "post", "put", "circulate", "write", "deliver", "sign", "make", "give"}
)
_RAISED = frozenset({"xcomp", "advcl", "conj", "ccomp", "dep"})


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child with one of the dependency labels."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def agent_of(verb: Token) -> Token | None:
    """Return the noun of a passive verb's "by" phrase."""
    by = child(verb, "agent") or next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "by"), None)
    return child(by, "pobj") if by is not None else None


def speaker_of(verb: Token) -> Token | None:
    """Return the head noun of who says what the verb says, or None where the words do not tell."""
    if (
        _is_participle(verb)
        or is_passive(verb)
        or (verb.tag_ == "VBN" and agent_of(verb) is not None and child(verb, "nsubj") is None)
    ):
        return agent_of(verb)
    return subject_of(verb)


def own_subject(verb: Token) -> Token | None:
    """Return a verb's own subject; of two before it the nearer one ("Troops left Monday, the army said")."""
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    return next((c for c in reversed(subjects) if c.i < verb.i), next(iter(subjects), None))


def _is_participle(verb: Token) -> bool:
    """Whether a verb is a passive participle: "asked about the raid", "a plan announced by"."""
    return verb.tag_ == "VBN" and verb.dep_ in {"advcl", "acl"} and child(verb, "aux", "nsubj") is None


def subject_of(verb: Token) -> Token | None:
    """Return the subject a verb has or shares with the verb it hangs on."""
    seen, verb = 0, outer_cue(verb) or verb
    while seen < 6:
        own = own_subject(verb)
        if own is not None:
            return own if own.dep_ != "expl" else None
        head = verb.head
        if verb.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return _issuer_of(verb, head) or head
        if verb.dep_ == "pcomp":
            head = head.head
        elif verb.dep_ not in _RAISED:
            return None
        if verb.dep_ == "xcomp" and (given := child(head, "dobj")) is not None and given.i < verb.i:
            return given
        if head.i == verb.i or head.pos_ not in {"VERB", "AUX"}:
            return None
        verb, seen = head, seen + 1
    return None


def _issuer_of(verb: Token, noun: Token) -> Token | None:
    """Return who put out the document that says something: "[the ministry] issued a statement saying that"."""
    maker = noun.head
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or noun.dep_ != "dobj" or maker.lemma_ not in _ISSUES:
        return None
    if noun.lemma_.lower() not in speech_words().evidence_nouns | speech_words().cue_nouns or is_passive(maker):
        return None
    return subject_of(maker)


def _takes_gerund(preposition: Token) -> bool:
    """Whether a preposition takes a gerund, which is no part of a name: "accused by the union [of lying]"."""
    return any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in preposition.children)


def noun_range(head: Token) -> tuple[Token, Token]:
    """Return the first and last token of a noun phrase, without relative clauses and outer punctuation."""
    first, last = head.left_edge, head.right_edge
    for part in head.subtree:
        cuts = part.dep_ in {"relcl", "parataxis"} or (
            part.dep_ == "acl" and part.head.i == head.i and part.left_edge.i > 0 and part.doc[part.left_edge.i - 1].is_punct
        )
        cuts = cuts or (part.dep_ == "prep" and head.dep_ == "pobj" and head.head.dep_ == "agent" and _takes_gerund(part))
        cuts = cuts or (part.tag_ == "VBG" and part.lemma_ in {"cite", "quote"})
        if cuts and part.left_edge.i > head.i:
            last = min(last, part.doc[part.left_edge.i - 1], key=lambda t: t.i)
    while last.i > head.i and (last.is_punct or last.dep_ == "case" or last.tag_ == "CC") and last.text != ")":
        last = last.nbor(-1)
    while first.i < head.i and first.is_punct:
        first = first.nbor()
    return first, last


def noun_span(sentence: Sentence, head: Token) -> tuple[int, int]:
    """Return the offsets of a source's noun phrase."""
    return sentence.range(*noun_range(head))


def is_media(head: Token) -> bool:
    """Whether a noun phrase names an outlet or an agency: by its words, or because it is one of the well-known names."""
    words = speech_words()
    first, last = noun_range(head)
    tokens = [t for t in head.doc[first.i : last.i + 1] if t.i <= head.i]
    if not any(t.pos_ == "PROPN" or t.text in words.media_names for t in tokens) or head.pos_ not in {"PROPN", "NOUN", "X"}:
        return False
    name = " ".join(t.text for t in tokens if t.pos_ in {"PROPN", "X"} or t.text in words.media_names)
    return name in words.media_names or head.text in words.media_names or any(t.lower_ in words.media_words for t in tokens)


def medium_of(verb: Token, source: Token | None) -> Token | None:
    """Return the outlet that carries a source's words: "told Reuters", "in an interview with NTV", "NTV's Jane Doe"."""
    for token in verb.children:
        if token.dep_ in {"dobj", "dative"} and is_media(token):
            return token
        if token.dep_ == "prep" and (noun := child(token, "pobj")) is not None:
            if token.lower_ in {"to", "on"} and is_media(noun):
                return noun
            within = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"with", "to", "on", "by"}), None)
            carried = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
            told = child(within, "pobj") if within is not None else agent_of(carried) if carried is not None else None
            if told is not None and is_media(told):
                return told
    owner = child(source, "poss") if source is not None else None
    return owner if owner is not None and is_media(owner) else None
