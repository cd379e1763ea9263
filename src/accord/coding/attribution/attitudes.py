"""Find attitudes that no verb tells: "critical of the plan", "against the treaty", "the mayor's support for the bridge".

In: an adjective, preposition or noun of a parsed sentence. Out: a `Cue` or None. An attitude is nobody's account of what
happened, so `says` is false for all but claims and accusations ("the minister's claim of fraud").
"""

from spacy.tokens import Token

from accord.coding.attribution.cue import THINGS, Cue
from accord.coding.attribution.sources import child, noun_span, subject_of
from accord.coding.attribution.spans import Spans, token_span
from accord.coding.attribution.speech import speech_words
from accord.language.parse import Sentence

_CLAIMS = frozenset({"claim", "allegation", "accusation", "charge", "assertion"})
_CARRIERS = frozenset(
    {"make", "have", "give", "issue", "take", "show", "offer", "launch", "deliver", "release", "lead", "raise", "draw"}
)
_BY = frozenset({"by", "from", "among"})
_TOPIC = frozenset({"for", "of", "to", "about", "against", "toward", "towards", "over"})


def adjective_attitude(sentence: Sentence, adjective: Token) -> Cue | None:
    """Return the cue of "is critical of the plan" and "is willing to talk"."""
    if adjective.dep_ not in {"acomp", "conj", "oprd", "ROOT", "advcl"} or child(adjective.head, "neg") is not None:
        return None
    source = subject_of(adjective.head if adjective.dep_ in {"acomp", "oprd"} else adjective)
    content = _object_of(sentence, adjective, speech_words().attitude_prepositions) or _aim_of(sentence, adjective)
    return _cue(sentence, adjective, source, content)


def preposition_attitude(sentence: Sentence, preposition: Token) -> Cue | None:
    """Return the cue of "was against the treaty"."""
    noun, verb = child(preposition, "pobj", "pcomp"), preposition.head
    if noun is None or verb.lemma_ != "be" or preposition.dep_ != "prep" or preposition.i < verb.i:
        return None
    return _cue(sentence, preposition, subject_of(verb), token_span(sentence, noun.left_edge.i, noun.right_edge.i))


def noun_attitude(sentence: Sentence, noun: Token) -> Cue | None:
    """Return the cue of "the mayor's support for the bridge", "opposition by farmers to it", "made a plea for peace"."""
    by = next((c for c in noun.children if c.dep_ in {"prep", "agent"} and c.lower_ in _BY), None)
    source = child(noun, "poss") or (child(by, "pobj") if by is not None else None)
    if source is None and noun.dep_ == "dobj" and noun.head.lemma_ in _CARRIERS:
        source = subject_of(noun.head)
    if source is not None and source.ent_type_ in {"DATE", "TIME"}:
        return None
    content = _object_of(sentence, noun, _TOPIC) or _aim_of(sentence, noun)
    return _cue(sentence, noun, source, content, says=noun.lemma_.lower() in _CLAIMS)


def _object_of(sentence: Sentence, head: Token, prepositions: frozenset[str]) -> Spans:
    """Return what a head's preposition names, no day or place of it."""
    for part in head.children:
        noun = child(part, "pobj", "pcomp") if part.dep_ == "prep" and part.i > head.i else None
        if noun is not None and part.lower_ in prepositions and noun.ent_type_ not in {"DATE", "TIME"}:
            return token_span(sentence, noun.left_edge.i, noun.right_edge.i)
    return ()


def _aim_of(sentence: Sentence, head: Token) -> Spans:
    """Return the infinitive a head takes."""
    aim = next((c for c in head.children if c.dep_ in {"xcomp", "acl", "relcl"} and c.i > head.i and _is_infinitive(c)), None)
    return token_span(sentence, aim.left_edge.i, aim.right_edge.i) if aim is not None else ()


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb is a bare infinitive with "to" and no subject of its own."""
    return any(c.tag_ == "TO" for c in verb.children) and child(verb, "nsubj", "nsubjpass", "mark") is None


def _cue(sentence: Sentence, token: Token, source: Token | None, content: Spans, *, says: bool = False) -> Cue | None:
    """Return the cue of an attitude that is somebody's and of something."""
    if source is None or source.lower_ in THINGS or not content:
        return None
    own = sentence.range(token, token)
    return Cue(
        kind="noun" if token.pos_ == "NOUN" else "indirect",
        sentence=sentence.index,
        cue=own,
        frame=own,
        source=noun_span(sentence, source),
        head=sentence.start + source.idx,
        content=content,
        says=says,
    )
