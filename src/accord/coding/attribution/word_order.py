"""Read a verb of saying by the order of its words, where the parse has lost its speaker or its content.

In: a verb of a parsed sentence. Out: the head noun of its speaker and offsets of what it takes, by the rules that English
reporting follows whatever the parser makes of them: the speaker stands right before the verb, or right after it behind a
comma or a quotation; what is said stands before "…, the envoy said", around it, or after "said that". It is asked only
where the dependencies give nothing, and knows no words but those that `data/speech.yaml` gives it.
"""

from spacy.tokens import Token

from accord.coding.attribution.spans import Spans, token_span
from accord.language.parse import Sentence

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_WITHIN = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LATE = frozenset({"ADV", "AUX", "PART"})
_MARKS = frozenset({",", '"', "''", "'", "--", "-", "–", "—", "?", "!"})
_SUBORDINATE = frozenset(
    "when if after as while although though because since before once until unless whether despite asked".split()
)
_NOBODY = frozenset({"it", "there", "what", "that", "which", "this", "who", "whom", "where", "when", "how", "why"})


def noun_before(verb: Token) -> Token | None:
    """Return the noun that ends right before a verb with its helpers: "[the envoy] has also said"."""
    at = verb.i - 1
    while at >= 0 and verb.doc[at].pos_ in _LATE:
        at -= 1
    if at < 0:
        return None
    noun = verb.doc[at]
    while noun.dep_ in {"pobj", "dobj"} and noun.head.head.i < noun.head.i and noun.head.head.pos_ in _NOUNS | {"VERB"}:
        noun = noun.head if noun.head.pos_ in _NOUNS else noun.head.head
        if noun.dep_ == "acl":
            noun = noun.head
    if noun.pos_ == "VERB" and noun.i > 0 and noun.doc[noun.i - 1].head == noun:
        noun = noun.doc[noun.i - 1]  # "survivors rescued from the bus said": the parser took the participle for a verb
    return noun if noun.pos_ in _NOUNS and noun.lower_ not in _NOBODY and noun.tag_ != "PRP$" else None


def noun_after(verb: Token) -> Token | None:
    """Return the speaker of "…, said Lee": the last noun of the phrase right after a verb that follows a comma or quotation."""
    doc = verb.doc
    if verb.i == 0 or doc[verb.i - 1].text not in _MARKS or verb.tag_ not in _FINITE:
        return None
    at, last = verb.i + 1, None
    while at < len(doc) and (doc[at].pos_ in _WITHIN or doc[at].text in {"-", ".", "'s"} or doc[at].tag_ in {"PRP$", "PRP"}):
        if doc[at].pos_ in _NOUNS and doc[at].tag_ != "PRP$":
            last = doc[at]
        at += 1
    if last is None or (at < len(doc) and doc[at].tag_ in _FINITE):
        return None
    return last


def closing_speaker(verb: Token) -> Token | None:
    """Return the speaker of a sentence's last words: "…, a source who asked not to be named told the agency."

    After the last comma stands a noun phrase, and after the verb nothing that is finite.
    """
    doc = verb.doc
    comma = next((t.i for t in reversed(doc[: verb.i]) if t.text == ","), None)
    if comma is None or comma + 2 > verb.i or verb.tag_ not in _FINITE | {"VBN"} or _is_finite(verb, verb.i + 1, len(doc)):
        return None
    if any(t.text in {",", '"', "''", ":"} for t in doc[verb.i + 1 : -1]) or doc[verb.i - 1].pos_ == "AUX":
        return None
    at, last = comma + 1, None
    while at < verb.i and (doc[at].pos_ in _WITHIN or doc[at].tag_ in {"PRP", "PRP$"}):
        last = doc[at] if doc[at].pos_ in _NOUNS and doc[at].tag_ != "PRP$" else last
        at += 1
    if last is None or last.lower_ in _NOBODY or not (at == verb.i or doc[at].pos_ in {"PRON", "VERB", "ADP"}):
        return None
    return last


def is_inverted(verb: Token, subject: Token | None) -> bool:
    """Whether one comma parts a verb from the noun before it and its speaker follows: "The bridge, said Lee, is closed"."""
    doc = verb.doc
    if subject is None or subject.i > verb.i or verb.i < 2 or doc[verb.i - 1].text != ",":
        return False
    if any(token.text == "," for token in doc[subject.left_edge.i : verb.i - 1]):
        return False
    speaker = noun_after(verb)
    return speaker is not None and speaker.i + 1 < len(doc) and doc[speaker.i + 1].text in {",", "."}


def content_by_order(sentence: Sentence, verb: Token, speaker: Token) -> Spans:
    """Return what is said before, around or after a verb and its speaker, by the order of the words."""
    doc = sentence.doc
    first = min(_phrase_start(speaker), verb.i) if speaker.i < verb.i else verb.i
    while first < verb.i and doc[first].is_punct:
        first += 1
    after = _that_after(verb)
    if after is not None:
        return token_span(sentence, after, len(doc) - 1)
    before = _is_said_before(verb, first)
    rest = _rest_after(verb, max(verb.i, speaker.i))
    if rest is not None and (before or speaker.i > verb.i):
        return token_span(sentence, 0, first - 1) + token_span(sentence, rest, len(doc) - 1)
    if before and not _is_finite(verb, max(verb.i, speaker.i) + 1, len(doc)):
        return token_span(sentence, 0, first - 1)
    return ()


def _phrase_start(noun: Token) -> int:
    """Return the index of the first word of the noun phrase that ends with a noun, by parts of speech."""
    at = noun.i
    while at > 0 and (
        noun.doc[at - 1].pos_ in _WITHIN or noun.doc[at - 1].tag_ in {"POS", "PRP$", "HYPH"} or noun.doc[at - 1].text == "-"
    ):
        at -= 1
    return min(at, noun.left_edge.i) if noun.dep_ in {"nsubj", "nsubjpass"} else at


def _that_after(verb: Token) -> int | None:
    """Return the index of the "that" which opens what is said, with nothing finite between: "said in a message that"."""
    for token in verb.doc[verb.i + 1 :]:
        if token.lower_ == "that" and token.tag_ in {"IN", "WDT"}:
            return token.i if _is_finite(verb, token.i + 1, len(verb.doc)) and token.tag_ == "IN" else None
        if token.tag_ in _FINITE or token.text in {",", ";", ":", '"', "''"}:
            return None
    return None


def _is_said_before(verb: Token, first: int) -> bool:
    """Whether a clause of its own stands before the words of a cue, parted from them by a comma or a quotation mark."""
    doc = verb.doc
    if first < 3 or doc[first - 1].text not in _MARKS:
        return False
    opening = next((token for token in doc if not token.is_punct), None)
    if opening is not None and opening.lower_ in _SUBORDINATE and sum(token.text == "," for token in doc[:first]) < 2:
        return False
    return any(token.tag_ in _FINITE and token.head.dep_ != "relcl" for token in doc[:first])


def _rest_after(verb: Token, last: int) -> int | None:
    """Return where what is said goes on after ", the envoy told the agency, …", or None."""
    doc = verb.doc
    at = last + 1
    while at < len(doc) and (doc[at].pos_ in _WITHIN or doc[at].pos_ in {"ADP", "ADV", "PART"}):
        at += 1
    if (
        at + 2 < len(doc)
        and doc[at].text == ","
        and doc[at + 1].pos_ not in {"SCONJ"}
        and doc[at + 1].tag_ not in {"VBG", "WP"}
    ):
        return at + 1 if _is_finite(verb, at + 1, len(doc)) else None
    return None


def _is_finite(verb: Token, start: int, end: int) -> bool:
    """Whether a finite verb stands between two indexes."""
    return any(token.tag_ in _FINITE for token in verb.doc[start:end])
