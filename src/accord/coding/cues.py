"""Find the cues of one sentence: verbs, "according to", nouns and colons that say that somebody says something.

In: a parsed sentence. Out: `Cue`s with source, content and cue offsets within that sentence. Quotations, nesting and
mentions are put in by `accord.coding.attribution`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from accord.coding import contents
from accord.coding.contents import Spans
from accord.coding.sources import agent_of, child, is_media, is_passive, medium_of, noun_span, speaker_of, subject_of
from accord.coding.speech import speech_words
from accord.language.parse import Sentence
from accord.model.reading import AttributionKind

_CLAUSE_CLASSES = ("say", "tell", "deny", "judge", "evidence", "commit", "direct", "want")
_INFINITIVE_CLASSES = ("say", "commit", "direct", "want")
_PHRASE_CLASSES = ("charge", "say", "deny", "stance")
_ATTITUDES = frozenset({"direct", "want", "stance"})
_BELIEVED = frozenset({"say", "judge", "evidence"})
_THINGS = frozenset({"it", "that", "this", "there", "what", "which", "these", "those"})
_GOING_ON = frozenset({"go", "continue", "appear", "seem", "begin", "come", "use"})
_WEAK_NOUNS = frozenset(
    {"hope", "fear", "idea", "demand", "call", "request", "proposal", "promise", "pledge", "vow", "concern"}
)
_LOOSE_NOUNS = frozenset({"report", "rumor", "rumour", "allegation", "claim", "speculation", "news", "evidence", "suggestion"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """An attribution in the making, inside one sentence.

    `frame` are the cue's own words with its subject; `head` is the offset of the source's head noun; `takes_quote` tells
    whether a quotation beside it may be its content; `under` is the cue of the attribution it continues ("citing ...").
    """

    kind: AttributionKind
    sentence: int
    cue: tuple[int, int]
    frame: tuple[int, int]
    source: tuple[int, int] | None = None
    head: int | None = None
    content: Spans = ()
    medium: tuple[int, int] | None = None
    says: bool = True
    takes_quote: bool = False
    under: tuple[int, int] | None = None


def find_cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield the cues of a sentence in the order of their words; a cue without content may still take a quotation."""
    words = speech_words()
    for token in sentence.doc:
        cue = None
        lemma = token.lemma_.lower()
        if token.lower_ == "according":
            cue = _according_cue(sentence, token)
        elif token.tag_ == "VBG" and lemma in {"cite", "quote"}:
            cue = _citing_cue(sentence, token)
        elif token.tag_.startswith("VB"):
            cue = verb_cue(sentence, token, lemma)
        elif token.pos_ == "NOUN" and lemma in words.cue_nouns:
            cue = _noun_cue(sentence, token)
        elif lemma in words.adjectives and token.dep_ == "acomp":
            cue = _adjective_cue(sentence, token)
        if cue is not None:
            yield cue
    yield from colon_cues(sentence)


def verb_cue(sentence: Sentence, verb: Token, lemma: str) -> Cue | None:
    """Return the cue a verb is, with what it takes as its content."""
    kind, content = _verb_content(sentence, verb, lemma)
    outer = verb
    if lemma in {"quote", "cite"} and any(c.lower_ == "as" and child(c, "pcomp") is not None for c in verb.children):
        return None  # "quoted the minister as saying": the minister's words, found at "saying"
    takes_quote = speech_words().has(lemma, "say", "utter", "tell")
    if not content and not takes_quote:
        return None
    speaker = speaker_of(verb)
    medium = medium_of(verb, speaker)
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in {"quote", "cite", "report", "describe"}:
        speaker, medium = _quoted(verb.head.head, verb)
        outer = verb.head.head
    if speaker is None and content and not (kind in _BELIEVED and is_passive(verb) and _has_clause(verb)):
        return None
    if kind == "judge" and verb.dep_ == "ccomp" and speaker is not None and speaker.pos_ == "PRON":
        return None  # "the envoy said she believes that": one voice, not two
    if speaker is not None and speaker.lower_ in {"it", "there", "what"} and not content:
        return None
    if kind in _ATTITUDES and not _is_told(verb, speaker):
        content = ()
    if _is_unsaid(verb):
        content = ()
    if not content and not takes_quote:
        return None
    return Cue(
        kind="indirect",
        sentence=sentence.index,
        cue=_cue_span(sentence, verb),
        frame=_frame(sentence, outer, speaker),
        source=noun_span(sentence, speaker) if speaker is not None else None,
        head=sentence.start + speaker.idx if speaker is not None else None,
        content=content,
        medium=noun_span(sentence, medium) if medium is not None and medium is not speaker else None,
        says=kind not in _ATTITUDES and child(verb, "neg") is None,
        takes_quote=takes_quote,
    )


def _has_clause(verb: Token) -> bool:
    """Whether a verb takes a clause or an infinitive."""
    return contents.clause_of(verb) is not None or contents.infinitive_of(verb) is not None


def _is_told(verb: Token, speaker: Token | None) -> bool:
    """Whether a sentence reports an attitude for its own sake: in a main clause, of somebody, and as a fact."""
    modal = next((c for c in verb.children if c.dep_ == "aux" and (c.tag_ in {"TO", "MD"})), None)
    if modal is not None and modal.lower_ != "will":
        return False
    return (
        verb.dep_ in {"ROOT", "conj", "advcl", "parataxis", "relcl"} and speaker is not None and speaker.lower_ not in _THINGS
    )


def _is_unsaid(verb: Token) -> bool:
    """Whether a verb of speech is an infinitive that need never come true ("refused to say that"), unlike "went on to say"."""
    if not any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children):
        return False
    return verb.dep_ != "xcomp" or verb.head.lemma_ not in _GOING_ON


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
        if kind is not None:
            return kind, contents.clause_spans(sentence, verb, clause)
    infinitive = contents.infinitive_of(verb)
    if infinitive is not None and (kind := _infinitive_class(verb, lemma)) is not None:
        spans = contents.clause_spans(sentence, verb, infinitive)
        given = child(verb, "dobj")
        given = given or next(
            (c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "for"} and c.i < infinitive.i), None
        )
        if kind == "direct" and given is not None and given.i > verb.i and spans:
            spans = ((sentence.start + given.left_edge.idx, spans[-1][1]),)
        return ("judge" if is_passive(verb) else "want" if kind == "commit" else kind), spans
    if words.has(lemma, "say") and (torn := contents.torn_clause_spans(sentence, verb)):
        return "say", torn
    if words.has(lemma, "say", "evidence") and (spans := contents.parenthesis_spans(sentence, verb)):
        return "say", spans
    if phrasal is not None:
        return phrasal, contents.phrase_spans(sentence, verb)
    kind = next((name for name in _PHRASE_CLASSES if lemma in words.verbs[name]), None)
    if kind == "say" and lemma in words.verbs["bare"]:
        kind = None
    if kind is None and lemma in words.verbs["evidence"]:
        subject = subject_of(verb)
        kind = "evidence" if subject is not None and subject.lemma_.lower() in words.evidence_nouns else None
    return (kind, contents.phrase_spans(sentence, verb)) if kind is not None else ("", ())


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


def _cue_span(sentence: Sentence, verb: Token) -> tuple[int, int]:
    """Return the offsets of a cue verb with its particle; of one that names nobody with its auxiliary ("was reported")."""
    particle = child(verb, "prt")
    helper = child(verb, "auxpass")
    first = helper if helper is not None and agent_of(verb) is None and helper.i < verb.i else verb
    return sentence.range(first, particle if particle is not None and particle.i == verb.i + 1 else verb)


def _frame(sentence: Sentence, verb: Token, speaker: Token | None) -> tuple[int, int]:
    """Return the offsets of a cue's own words, with its subject where that stands next to it."""
    first, last = contents.frame_start(verb), verb.i
    if speaker is not None and speaker.head.i == verb.i:
        first, last = min(first, speaker.left_edge.i), max(last, speaker.right_edge.i if speaker.i > verb.i else verb.i)
    return sentence.range(sentence.doc[first], sentence.doc[last])


def _citing_cue(sentence: Sentence, verb: Token) -> Cue | None:
    """Return the inner voice of "..., Reuters reported, citing officials"."""
    words = speech_words()
    noun = child(verb, "dobj")
    if noun is None or not _can_say(noun):
        return None
    head = verb.head
    outer = _cue_span(sentence, head) if words.has(head.lemma_.lower(), "say", "tell", "evidence") else None
    return Cue(
        kind="indirect",
        sentence=sentence.index,
        cue=_cue_span(sentence, verb),
        frame=_cue_span(sentence, verb),
        source=noun_span(sentence, noun),
        head=sentence.start + noun.idx,
        content=() if outer else contents.around_phrase(sentence, verb),
        under=outer,
    )


def _can_say(noun: Token) -> bool:
    """Whether a noun names somebody, or something that says: sources, officials, a report, an outlet."""
    words = speech_words()
    lemma = noun.lemma_.lower()
    return noun.pos_ == "PROPN" or lemma in words.unnamed_nouns or lemma in words.evidence_nouns or is_media(noun)


def _is_teller(word: str) -> bool:
    """Whether a single word, however it was tagged, is a document or an unnamed person: "report", "officials"."""
    words = speech_words()
    return any(form in words.evidence_nouns or form in words.unnamed_nouns for form in (word, word.removesuffix("s")))


def _according_cue(sentence: Sentence, token: Token) -> Cue | None:
    """Return the cue "according to X"."""
    to = child(token, "prep") or (token.nbor() if token.i + 1 < len(token.doc) else None)
    noun = child(to, "pobj") if to is not None and to.lower_ == "to" else None
    if to is None or noun is None:
        return None
    content = contents.around_phrase(sentence, token)
    span = sentence.range(token, to)
    medium = medium_of(token, noun)
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


def _noun_cue(sentence: Sentence, noun: Token) -> Cue | None:
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


def _adjective_cue(sentence: Sentence, adjective: Token) -> Cue | None:
    """Return an adjective of belief with its clause: "officials are convinced that"."""
    clause = next((c for c in adjective.children if c.dep_ == "ccomp" and c.i > adjective.i), None)
    source = subject_of(adjective.head)
    if clause is None or source is None or source.lower_ in _THINGS:
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
    low, high = contents.tidy(sentence.doc.text, start - sentence.start, end - sentence.start)
    return ((sentence.start + low, sentence.start + high),)


def colon_cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield "Minister: troops to leave" and, in titles, "Troops to leave: report"."""
    doc = sentence.doc
    colon = next((t for t in doc[:-1] if t.text == ":" and t.whitespace_), None)
    if colon is None or colon.i == 0:
        return
    before, after = doc[: colon.i], doc[colon.i + 1 :]
    span = sentence.range(colon, colon)
    for side, other, is_head in ((before, after, True), (after, before, False)):
        limit = 8 if is_head else 4
        plain = [t for t in side if not t.is_punct]
        known = len(plain) == 1 and _is_teller(plain[0].lower_)
        if len(plain) > limit or len(other) < 3 or not plain or (any(t.pos_ in {"VERB", "AUX"} for t in plain) and not known):
            continue
        head = plain[-1] if is_head or len(plain) < 2 else side.root
        headline = sentence.kind == "title" or (doc[-1].text not in {".", "?", "!"} and not is_head)
        if not (known or _can_say(head)) or not (headline or is_head) or not any(t.pos_ in {"VERB", "AUX"} for t in other):
            continue
        low, high = contents.tidy(doc.text, other.start_char, other.end_char)
        yield Cue(
            kind="indirect",
            sentence=sentence.index,
            cue=span,
            frame=sentence.range(side[0], side[-1]),
            source=sentence.range(side[0], side[-1]),
            head=sentence.start + head.idx,
            content=((sentence.start + low, sentence.start + high),),
            takes_quote=True,
        )
        return
