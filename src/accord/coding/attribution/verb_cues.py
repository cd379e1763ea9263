"""Find the cues that are verbs: active and passive, with a clause, an infinitive, a phrase or a quotation.

In: a verb of a parsed sentence. Out: a `Cue` or None. The words are in `data/speech.yaml`; what follows them is found by
`accord.coding.attribution.contents`, who says it by `accord.coding.attribution.sources`.
"""

from spacy.tokens import Token

from accord.coding.attribution import contents
from accord.coding.attribution.cue import THINGS, Cue, cue_span
from accord.coding.attribution.phrases import phrase_spans
from accord.coding.attribution.sources import (
    agent_of,
    child,
    is_passive,
    medium_of,
    noun_range,
    noun_span,
    speaker_of,
    subject_of,
)
from accord.coding.attribution.spans import Spans, token_span
from accord.coding.attribution.speech import speech_words
from accord.coding.attribution.word_order import closing_speaker, content_by_order, is_inverted, noun_after, noun_before
from accord.language.parse import Sentence

_CLAUSE_CLASSES = ("say", "tell", "deny", "judge", "evidence", "commit", "direct", "want")
_INFINITIVE_CLASSES = ("say", "commit", "direct", "want")
_PHRASE_CLASSES = ("charge", "say", "deny", "stance")
_ATTITUDES = frozenset({"direct", "want", "stance"})
_BELIEVED = frozenset({"say", "judge", "evidence"})
_NUMBERS = frozenset({"number", "toll", "figure", "total", "count", "tally", "losses", "casualties"})
_TELLING = frozenset({"ROOT", "conj", "advcl", "parataxis", "relcl", "ccomp", "pcomp", "acl", "dep"})
_TOLD = frozenset({"VBD", "VBZ", "VBP"})
_GOING_ON = frozenset({"go", "continue", "appear", "seem", "begin", "come", "use"})


_Read = tuple[str, Token | None, Spans]


def verb_cue(sentence: Sentence, verb: Token, lemma: str) -> Cue | None:
    """Return the cue a verb is, with what it takes as its content."""
    kind, content = _verb_content(sentence, verb, lemma)
    outer = verb
    if lemma in {"quote", "cite"} and any(c.lower_ == "as" and child(c, "pcomp") is not None for c in verb.children):
        return None  # "quoted the minister as saying": the minister's words, found at "saying"
    takes_quote = speech_words().has(lemma, "say", "utter", "tell")
    speaker = _document_of(verb, speaker_of(verb))
    kind, speaker, content = _mend(sentence, verb, lemma, (kind, speaker, content))
    if not content and not takes_quote:
        return None
    medium = medium_of(verb, speaker)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in {"quote", "cite", "report", "describe"}:
        speaker, medium = _quoted(verb.head.head, verb)
        outer = verb.head.head
    if _is_nobodys(verb, kind, speaker, content):
        return None
    if _is_unsaid(verb) or (kind in _ATTITUDES and not _is_told(verb, speaker)):
        content = ()
    if not content and not takes_quote:
        return None
    return Cue(
        kind="indirect",
        sentence=sentence.index,
        cue=cue_span(sentence, verb),
        frame=_frame(sentence, outer, speaker),
        source=_source_span(sentence, speaker, verb) if speaker is not None else None,
        head=sentence.start + speaker.idx if speaker is not None else None,
        content=content,
        medium=noun_span(sentence, medium) if medium is not None and medium is not speaker else None,
        says=kind not in _ATTITUDES and child(verb, "neg") is None,
        takes_quote=takes_quote,
    )


def _mend(sentence: Sentence, verb: Token, lemma: str, read: _Read) -> _Read:
    """Return class, speaker and content of a verb, by the order of the words where the parse lost one of them."""
    kind, speaker, content = read
    words, passive = speech_words(), is_passive(verb)
    closing = closing_speaker(verb) if (speaker is None or not content) and not passive else None
    aside = closing is None and not content and words.has(lemma, "judge") and verb.tag_ in _TOLD
    if aside and speaker is not None and (around := content_by_order(sentence, verb, speaker)) and len(around) > 1:
        return "judge", speaker, around
    if closing is not None and (words.has(lemma, "say", "tell") or _is_evidence(closing, lemma)):
        return kind if kind in _BELIEVED else "say", closing, content_by_order(sentence, verb, closing)
    if words.has(lemma, "say", "tell") and verb.tag_ in _TOLD and not passive:
        return kind, *_read_in_order(sentence, verb, speaker, content)
    return read


def _is_nobodys(verb: Token, kind: str, speaker: Token | None, content: Spans) -> bool:
    """Whether what a verb takes is said by nobody that could be a voice, or by one who is a voice already."""
    if speaker is None:
        return bool(content) and not (kind in _BELIEVED and is_passive(verb) and _has_clause(verb))
    if kind == "judge" and verb.dep_ == "ccomp" and speaker.pos_ == "PRON":
        return True  # "the envoy said she believes that": one voice, not two
    return speaker.lower_ in {"it", "there", "what"} and not content


def _document_of(verb: Token, speaker: Token | None) -> Token | None:
    """Return the document behind "that" or "which": "a statement that said the road was shut"."""
    if verb.dep_ == "relcl" and speaker is not None and speaker.lower_ in {"that", "which"} and speaker.head.i == verb.i:
        return verb.head if verb.head.lemma_.lower() in speech_words().evidence_nouns else speaker
    return speaker


def _source_span(sentence: Sentence, speaker: Token, verb: Token) -> tuple[int, int]:
    """Return the offsets of a speaker's noun phrase, which ends before the cue though the parser hung that on it."""
    first, last = noun_range(speaker)
    if first.i < verb.i <= last.i and speaker.i < verb.i:
        ends = [t for t in verb.doc[speaker.i : contents.frame_start(verb)] if not t.is_punct]
        last = ends[-1] if ends else speaker
    return sentence.range(first, last)


def _read_in_order(sentence: Sentence, verb: Token, speaker: Token | None, content: Spans) -> tuple[Token | None, Spans]:
    """Return speaker and content of a verb of saying, read by the order of the words where the parse lost one of them."""
    if is_inverted(verb, speaker):
        speaker, content = noun_after(verb), ()
    elif speaker is None and (near := noun_before(verb)) is not None:
        speaker = near
    elif speaker is None and (near := noun_after(verb)) is not None:
        speaker, content = near, ()
    if speaker is not None and not content and speaker.lower_ not in THINGS:
        content = content_by_order(sentence, verb, speaker)
    return speaker, content


def _has_clause(verb: Token) -> bool:
    """Whether a verb takes a clause or an infinitive."""
    return contents.clause_of(verb) is not None or contents.infinitive_of(verb) is not None


def _is_told(verb: Token, speaker: Token | None) -> bool:
    """Whether a sentence reports an attitude for its own sake: of somebody, and neither as an aim nor as a possibility."""
    modal = next((c for c in verb.children if c.dep_ == "aux" and (c.tag_ in {"TO", "MD"})), None)
    headline = modal is not None and modal.tag_ == "TO" and verb.dep_ == "ROOT"  # "Union to back strike"
    if modal is not None and modal.lower_ not in {"will", "would"} and not headline:
        return False
    return verb.dep_ in _TELLING and speaker is not None and speaker.lower_ not in THINGS


def _is_unsaid(verb: Token) -> bool:
    """Whether a verb of speech is an infinitive that need never come true ("refused to say that"), unlike "went on to say"."""
    if not any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children):
        return False
    return verb.dep_ not in {"xcomp", "advcl"} or verb.head.lemma_ not in _GOING_ON


def _verb_content(sentence: Sentence, verb: Token, lemma: str) -> tuple[str, Spans]:
    """Return the class a verb is used in, and its content."""
    words = speech_words()
    clause = contents.clause_of(verb)
    phrasal = next(
        (name for name, pairs in words.phrasal.items() if any((lemma, c.lower_) in pairs for c in verb.children)), None
    )
    if clause is not None:
        kind = (
            next((name for name in _CLAUSE_CLASSES if lemma in words.verbs[name]), None) or (phrasal == "say" and "say") or None
        )
        if kind is None and words.has(lemma, "stance") and _is_question(clause):
            kind = "stance"
        if kind is not None:
            return kind, contents.clause_spans(sentence, verb, clause)
    if (wish := contents.wish_of(verb)) is not None and (lemma, "for") in words.phrasal["stance"]:
        return "stance", token_span(sentence, wish.left_edge.i, wish.right_edge.i, verb)
    infinitive = contents.infinitive_of(verb)
    if infinitive is not None and (kind := _infinitive_class(verb, lemma)) is not None:
        spans = contents.clause_spans(sentence, verb, infinitive)
        given = next(
            (c for c in verb.children if c.dep_ in {"dobj", "dative", "prep", "prt"} and verb.i < c.i < infinitive.i), None
        )
        if kind == "direct" and given is not None and spans:
            spans = ((sentence.start + given.left_edge.idx, spans[-1][1]),)
        return ("judge" if is_passive(verb) else "want" if kind == "commit" else kind), spans
    if words.has(lemma, "say") and (torn := contents.torn_clause_spans(sentence, verb)):
        return "say", torn
    if words.has(lemma, "say", "evidence", "judge") and (spans := contents.parenthesis_spans(sentence, verb)):
        return "say", spans
    if phrasal is None and lemma == "put" and (estimate := _estimate_spans(sentence, verb)):
        return "say", estimate
    if phrasal is not None:
        return phrasal, phrase_spans(sentence, verb)
    kind = next((name for name in _PHRASE_CLASSES if lemma in words.verbs[name]), None)
    if kind == "say" and lemma in words.verbs["bare"]:
        kind = None
    if kind is None and lemma in words.verbs["evidence"]:
        kind = "evidence" if _is_evidence(subject_of(verb), lemma) else None
    return (kind, phrase_spans(sentence, verb)) if kind is not None else ("", ())


def _is_evidence(subject: Token | None, lemma: str) -> bool:
    """Whether a document or a finding shows something."""
    words = speech_words()
    return lemma in words.verbs["evidence"] and subject is not None and subject.lemma_.lower() in words.evidence_nouns


def _is_question(clause: Token) -> bool:
    """Whether a clause asks: "questioned whether the vote was fair", "explained why he left"."""
    return clause.left_edge.lower_ in {"whether", "if", "why", "how", "what", "who", "where", "when"}


def _estimate_spans(sentence: Sentence, verb: Token) -> Spans:
    """Return what somebody estimates who puts a number at a value: "put the death toll at 12"."""
    what = child(verb, "dobj")
    if what is None or what.lower_ not in _NUMBERS:
        return ()
    value = next((token for token in verb.subtree if token.lower_ == "at" and token.i > what.i), None)
    return (sentence.range(what.left_edge, value.right_edge),) if value is not None else ()


def _infinitive_class(verb: Token, lemma: str) -> str | None:
    """Return the class in which a verb takes an infinitive."""
    words = speech_words()
    if is_passive(verb):
        return "judge" if words.has(lemma, "say", "judge") else None
    return next((name for name in _INFINITIVE_CLASSES if lemma in words.verbs[name]), None)


def _quoted(verb: Token, saying: Token) -> tuple[Token | None, Token | None]:
    """Return who is quoted and the outlet that quotes: "he was quoted as saying by NTV", "NTV quoted him as saying"."""
    if is_passive(verb):
        return child(verb, "nsubjpass"), agent_of(verb) or agent_of(saying)
    return child(verb, "dobj"), subject_of(verb)


def _frame(sentence: Sentence, verb: Token, speaker: Token | None) -> tuple[int, int]:
    """Return the offsets of a cue's own words, with its subject where that stands next to it."""
    first, last = contents.frame_start(verb), verb.i
    if speaker is not None and speaker.head.i == verb.i:
        first, last = min(first, speaker.left_edge.i), max(last, speaker.right_edge.i if speaker.i > verb.i else verb.i)
    return sentence.range(sentence.doc[first], sentence.doc[last])
