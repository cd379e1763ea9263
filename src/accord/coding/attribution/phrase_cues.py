"""Find the cues that are no finite verb of speech: "according to", "citing", nouns, adjectives.

In: a token or a whole parsed sentence. Out: `Cue`s.
"""

from spacy.tokens import Token

from accord.coding.attribution import contents
from accord.coding.attribution.cue import THINGS, Cue, cue_span
from accord.coding.attribution.sources import child, is_media, noun_span, subject_of
from accord.coding.attribution.spans import Spans, tidy, token_span
from accord.coding.attribution.speech import speech_words
from accord.coding.attribution.turns import outer_cue
from accord.language.parse import Sentence

HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
"""Adverbs that say that somebody says so, and not who."""
_WEAK_NOUNS = frozenset(
    {"hope", "fear", "idea", "demand", "call", "request", "proposal", "promise", "pledge", "vow", "concern"}
)
_LOOSE_NOUNS = frozenset({"report", "rumor", "rumour", "allegation", "claim", "speculation", "news", "evidence", "suggestion"})


def citing_cue(sentence: Sentence, verb: Token) -> Cue | None:
    """Return the inner voice of "..., Reuters reported, citing officials"."""
    words = speech_words()
    noun = child(verb, "dobj")
    if noun is None or not can_say(noun):
        return None
    according = _according_above(verb)
    head = outer_cue(verb) or verb.head
    if head.dep_ == "nsubj":  # "the agency, quoting officials, said"
        head = head.head
    outer = cue_span(sentence, head) if words.has(head.lemma_.lower(), "say", "tell", "evidence") else None
    if according is not None:
        outer = sentence.range(according, according.nbor())
    return Cue(
        kind="indirect",
        sentence=sentence.index,
        cue=cue_span(sentence, verb),
        frame=cue_span(sentence, verb),
        source=noun_span(sentence, noun),
        head=sentence.start + noun.idx,
        content=() if outer else contents.around_phrase(sentence, verb),
        under=outer,
    )


def _according_above(verb: Token) -> Token | None:
    """Return the "according to" whose source cites: "according to a report by the Courier citing diplomats"."""
    return (
        next((t for t in verb.ancestors if t.lower_ == "according" and t.i + 1 < verb.i), None) if verb.dep_ == "acl" else None
    )


def can_say(noun: Token) -> bool:
    """Whether a noun names somebody, or something that says: sources, officials, a report, an outlet."""
    words = speech_words()
    lemma = noun.lemma_.lower()
    return noun.pos_ == "PROPN" or lemma in words.unnamed_nouns or lemma in words.evidence_nouns or is_media(noun)


def is_teller(word: str) -> bool:
    """Whether a single word, however it was tagged, is a document or an unnamed person: "report", "officials"."""
    words = speech_words()
    return any(form in words.evidence_nouns or form in words.unnamed_nouns for form in (word, word.removesuffix("s")))


def according_cue(sentence: Sentence, token: Token) -> Cue | None:
    """Return the cue "according to X"."""
    to = child(token, "prep") or (token.nbor() if token.i + 1 < len(token.doc) else None)
    noun = child(to, "pobj") if to is not None and to.lower_ == "to" else None
    if to is None or noun is None:
        return None
    content = contents.around_phrase(sentence, token)
    span = sentence.range(token, to)
    owner = child(noun, "poss")
    medium = owner if owner is not None and is_media(owner) else None
    return Cue(
        kind="according_to",
        sentence=sentence.index,
        cue=span,
        frame=(span[0], noun_span(sentence, noun)[1]),
        source=noun_span(sentence, noun),
        head=sentence.start + noun.idx,
        content=content,
        medium=noun_span(sentence, medium) if medium is not None else None,
        takes_quote=True,
    )


def view_cue(sentence: Sentence, preposition: Token) -> Cue | None:
    """Return the cue "in the envoy's view", "in the words of the envoy", "in a poll"."""
    words, noun = speech_words(), child(preposition, "pobj")
    if noun is None or not (noun.lemma_.lower() in words.views or noun.lemma_.lower() in words.surveys):
        return None
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    source = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    if noun.lemma_.lower() in words.surveys:
        source = noun
        clause = preposition.head
        if clause.pos_ not in {"VERB", "AUX"} or words.has(clause.lemma_.lower(), "say", "tell", "evidence"):
            return None
    if source is None:
        return None
    own = sentence.range(preposition, noun if source != noun else preposition)
    return Cue(
        kind="according_to",
        sentence=sentence.index,
        cue=own,
        frame=sentence.range(preposition, noun),
        source=noun_span(sentence, source),
        head=sentence.start + source.idx,
        content=contents.around_phrase(sentence, preposition),
    )


def hearsay_cue(sentence: Sentence, adverb: Token) -> Cue | None:
    """Return the cue of somebody whom the article does not name: "the general reportedly ordered the raid"."""
    verb = adverb.head
    if adverb.dep_ != "advmod" or verb.pos_ not in {"VERB", "AUX"}:
        return None
    inner = {t.i for t in verb.subtree}
    content = token_span(sentence, min(inner), adverb.i - 1) + token_span(sentence, adverb.i + 1, max(inner))
    own = sentence.range(adverb, adverb)
    return Cue(kind="indirect", sentence=sentence.index, cue=own, frame=own, content=content)


def noun_cue(sentence: Sentence, noun: Token) -> Cue | None:
    """Return a cue noun with its clause: "the minister's claim that", "a warning by the UN that", "reports that"."""
    clause = next(
        (c for c in noun.children if c.dep_ in {"acl", "ccomp"} and c.i > noun.i and child(c, "mark") is not None), None
    )
    if clause is None or child(clause, "mark").lower_ != "that":  # type: ignore[union-attr]
        return None
    by = next((c for c in noun.children if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "from"}), None)
    source = child(noun, "poss") or (child(by, "pobj") if by is not None else None)
    if source is None and noun.dep_ == "dobj":
        source = subject_of(noun.head)
    lemma = noun.lemma_.lower()
    if source is None and lemma not in _LOOSE_NOUNS:
        return None
    own = sentence.range(noun, noun)
    return Cue(
        kind="noun",
        sentence=sentence.index,
        cue=own,
        frame=own,
        source=noun_span(sentence, source) if source is not None else own,
        head=sentence.start + (source if source is not None else noun).idx,
        content=_after(sentence, clause),
        says=lemma not in _WEAK_NOUNS,
    )


def adjective_cue(sentence: Sentence, adjective: Token) -> Cue | None:
    """Return an adjective of belief with its clause: "officials are convinced that"."""
    clause = next((c for c in adjective.children if c.dep_ == "ccomp" and c.i > adjective.i), None)
    source = subject_of(adjective.head)
    if clause is None or source is None or source.lower_ in THINGS:
        return None
    own = sentence.range(adjective, adjective)
    return Cue(
        kind="indirect",
        sentence=sentence.index,
        cue=own,
        frame=own,
        source=noun_span(sentence, source),
        head=sentence.start + source.idx,
        content=_after(sentence, clause),
        says=child(adjective.head, "neg") is None,
    )


def _after(sentence: Sentence, clause: Token) -> Spans:
    """Return the offsets of a noun's clause."""
    start, end = sentence.range(clause.left_edge, clause.right_edge)
    low, high = tidy(sentence.doc.text, start - sentence.start, end - sentence.start)
    return ((sentence.start + low, sentence.start + high),)
