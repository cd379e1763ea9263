"""Find what is said: the words that a cue verb takes as its content, within its sentence.

In: a cue verb of a parsed sentence. Out: offsets into the stored text. Quotations that run over sentences are added by
`accord.coding.attribution.attributions`; nothing here looks at quotation marks.
"""

from spacy.tokens import Token

from accord.coding.attribution.sources import child, own_subject
from accord.coding.attribution.spans import Spans, token_span
from accord.coding.attribution.speech import speech_words
from accord.coding.attribution.turns import content_end, is_contrast
from accord.language.parse import Sentence

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_QUOTES = frozenset({'"', "'", "''", "’", "”"})
_REASONS = frozenset({"because", "compared", "than", "rather", "unless", "had", "or", "until"})
_OBJECTS = frozenset({"DET", "PRON", "NUM"})
_FRAME = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "mark", "npadvmod", "cc", "preconj", "punct"})


def clause_of(verb: Token) -> Token | None:
    """Return the clause a verb takes: after it, or else before it ("..., police said")."""
    children = [c for c in verb.children if c.i > verb.i or not any(t.text == ";" for t in verb.doc[c.i : verb.i])]
    clauses = [c for c in children if c.dep_ == "ccomp" or (c.dep_ == "xcomp" and child(c, "nsubj", "mark") is not None)]
    if not clauses:
        # "said in a statement that …": the parse may hang the clause on the noun between.
        between = [noun for prep in children if prep.dep_ == "prep" for noun in prep.children if noun.dep_ == "pobj"]
        clauses = [
            c for noun in between for c in noun.children if c.dep_ in ("acl", "relcl", "ccomp") and child(c, "mark") is not None
        ]
    return next((c for c in clauses if c.i > verb.i), None) or next(iter(clauses), None)


def wish_of(verb: Token) -> Token | None:
    """Return the infinitive with a subject of its own that a verb takes by "for": "called for the mayor to resign"."""
    for clause in verb.children:
        mark = child(clause, "mark")
        if clause.i > verb.i and mark is not None and mark.lower_ == "for" and any(c.tag_ == "TO" for c in clause.children):
            return clause
    return None


def infinitive_of(verb: Token) -> Token | None:
    """Return the infinitive or participle a verb takes."""
    return child(verb, "xcomp")


def clause_spans(sentence: Sentence, verb: Token, clause: Token) -> Spans:
    """Return the offsets of a clause that a verb takes."""
    doc = sentence.doc
    if clause.i > verb.i:
        first = _clause_start(verb, clause)
        last = _with_rest(verb, clause, content_end(verb, clause))
        return token_span(sentence, first, with_list(clause, last), verb)
    first = clause.left_edge.i
    if verb.dep_ == "ROOT":
        first = 0
    last = frame_start(verb) - 1
    if verb.dep_ != "ROOT":
        last = min(clause.right_edge.i, last)
    if clause.right_edge.i > verb.i:  # the cue stands inside its content: "The rebels, police said, had fled."
        return token_span(sentence, first, last, verb) + token_span(sentence, verb.right_edge.i + 1, clause.right_edge.i, verb)
    return token_span(sentence, first, max(last, clause.i), verb) if doc else ()


def _with_rest(verb: Token, clause: Token, last: int) -> int:
    """Return the end of what a cue takes where the parser hung its rest on the cue as a second clause.

    "said the men held by the army were …": two clauses of one cue are one. "told them that A and he will B": no comma
    before "and", so the second stands under the cue too.
    """
    if last < clause.right_edge.i:
        return last
    for part in verb.children:
        if part.i <= last or part.left_edge.i <= verb.i:
            continue
        own = child(part, "nsubj", "nsubjpass")
        modal = any(c.tag_ == "MD" for c in part.children) and not any(c.tag_ == "MD" for c in verb.children)
        before = verb.doc[part.left_edge.i - 2 : part.left_edge.i]
        joined = part.dep_ == "conj" and (modal if own is None else before[1].lower_ == "and" and not before[0].is_punct)
        if (part.dep_ == "ccomp" and not is_contrast(part)) or (
            joined and not speech_words().has(part.lemma_.lower(), "say", "tell")
        ):
            last = max(last, content_end(verb, part))
    return _past_marks(verb, last)


def _past_marks(verb: Token, last: int) -> int:
    """Return the end of what is said where a phrase in quotation marks tore its rest off: "was 'futile,' because …"."""
    doc = verb.doc
    at = last + 1
    while at < len(doc) and doc[at].is_punct:
        at += 1
    torn = any(token.text in _QUOTES for token in doc[max(last - 1, 0) : at])
    return len(doc) - 1 if torn and at < len(doc) and doc[at].lower_ in _REASONS else last


def _clause_start(verb: Token, clause: Token) -> int:
    """Return the first token of a clause after its cue, with a subject that the parser hung on the cue as its object."""
    first = max(clause.left_edge.i, verb.i + 1)
    if clause.tag_ not in _FINITE or child(clause, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return first
    torn = [c for c in verb.children if verb.i < c.i < clause.i and c.pos_ in {"NOUN", "PROPN", "PRON"}]
    if torn and not speech_words().has(verb.lemma_.lower(), "tell") and torn[-1].right_edge.i >= first - 3:
        return torn[0].left_edge.i
    return first


def with_list(head: Token, last: int) -> int:
    """Return the end of the sentence where a colon with a list or an explanation follows the last token."""
    doc = head.doc
    if last + 3 < len(doc) and doc[last + 1].text == ":" and doc[last + 2].text not in {'"', "'", "''"}:
        return len(doc) - 1
    return last


def frame_start(verb: Token) -> int:
    """Return the index of the first token of a cue's own words: subject, auxiliaries, adverbs and the verb."""
    own = [c.left_edge.i for c in verb.children if c.dep_ in _FRAME and c.dep_ != "punct" and c.i < verb.i]
    near = [i for i in own if not _has_comma(verb, i)]
    return min([*near, verb.i])


def _has_comma(verb: Token, start: int) -> bool:
    """Whether a comma outside the subject stands between a token and the verb."""
    subject = own_subject(verb)
    within = range(subject.left_edge.i, subject.right_edge.i + 1) if subject is not None else range(0)
    return any(verb.doc[i].text == "," and i not in within for i in range(start, verb.i))


def parenthesis_spans(sentence: Sentence, verb: Token) -> Spans:
    """Return the content around or before a cue that takes none by grammar: "..., Reuters reported, citing officials"."""
    doc, start = sentence.doc, frame_start(verb)
    if child(verb, "mark", "advmod") is not None and doc[start].lower_ == "as":
        return _rest(sentence, verb, start)
    before = doc[start - 1].text if start else ""
    if (
        verb.dep_ in {"ROOT", "parataxis", "ccomp", "conj", "advcl", "dep", "appos"}
        and before in {",", "'", '"', "--", "–", "—"}
        and start > 1
    ):
        head = verb.head.head if verb.head.dep_ in {"aux", "auxpass"} else verb.head
        if verb.dep_ == "parataxis" and head.i > verb.i:
            return token_span(sentence, head.left_edge.i, start - 1, verb) + token_span(
                sentence, verb.right_edge.i + 1, head.right_edge.i, verb
            )
        if (
            child(verb, "nsubj", "nsubjpass") is not None
            and child(verb, "dobj") is None
            and not _takes_object(verb)
            and _stands_alone(verb, start)
            and _is_last(verb)
        ):
            return token_span(sentence, 0, start - 1, verb)
    return ()


def _takes_object(verb: Token) -> bool:
    """Whether the words right after a cue are what it takes, whatever the parse makes of them: "noted the deaths of"."""
    following = next((t for t in verb.doc[verb.i + 1 :] if t.pos_ != "ADV"), None)
    if following is None or speech_words().has(verb.lemma_.lower(), "tell"):
        return False
    return (following.pos_ in _OBJECTS and following.ent_type_ not in {"DATE", "TIME"}) or following.text in {'"', "''"}


def _stands_alone(verb: Token, start: int) -> bool:
    """Whether the words before a cue hold a clause of their own, not merely one that says when or why it was said."""
    if verb.dep_ != "ROOT":
        return any(t.pos_ in {"VERB", "AUX"} for t in verb.doc[:start])
    rivals = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if len(rivals) > 1 and any(t.pos_ == "VERB" for t in verb.doc[:start]):
        return True  # the parser gave the cue the subject of its content too
    clauses = [
        c for c in verb.children if c.i < start and c.pos_ in {"VERB", "AUX"} and c.dep_ not in {"aux", "auxpass", "csubj"}
    ]
    return any(child(c, "mark") is None and child(c, "nsubj", "nsubjpass", "expl", "csubj") is not None for c in clauses)


def _is_last(verb: Token) -> bool:
    """Whether no further finite clause follows a cue's own words."""
    return not any(c.i > verb.i and c.dep_ in {"ccomp", "conj", "xcomp"} for c in verb.children)


def _rest(sentence: Sentence, verb: Token, start: int) -> Spans:
    """Return the clause that a phrase such as "as police reported" is put into."""
    head = verb.head if verb.head.i != verb.i else verb
    inner = {t.i for t in verb.subtree}
    left = token_span(sentence, head.left_edge.i if head.left_edge.i not in inner else start, start - 1, verb) if start else ()
    after = max(inner) + 1
    return left + (token_span(sentence, after, max(head.right_edge.i, after - 1), verb) if head != verb else ())


def around_phrase(sentence: Sentence, phrase: Token) -> Spans:
    """Return the clause that a phrase such as "according to the mayor" stands in: all of it, before and after.

    At the end of a sentence it covers the whole of it, at its start all that follows.
    """
    doc, inner = sentence.doc, [t.i for t in phrase.subtree]
    first, last = min(inner), max(inner)
    bracket = next((t.i for t in reversed(doc[:first]) if t.text in {"(", ")"}), None)
    if bracket is not None and doc[bracket].text == "(" and any(t.text == ")" for t in doc[last + 1 : last + 3]):
        return token_span(sentence, bracket + 1, first - 1, phrase)
    content_after = [t for t in doc[last + 1 :] if not t.is_punct]
    if not content_after:
        return token_span(sentence, 0, first - 1, phrase)
    if first <= 1:
        return token_span(sentence, last + 1, len(doc) - 1, phrase)
    clause = phrase.head
    while clause.dep_ not in {"ROOT", "ccomp", "conj", "relcl", "advcl", "parataxis"} or clause.pos_ not in {"VERB", "AUX"}:
        if clause.head.i == clause.i:
            break
        clause = clause.head
    return token_span(sentence, clause.left_edge.i, first - 1, phrase) + token_span(
        sentence, last + 1, clause.right_edge.i, phrase
    )


def torn_clause_spans(sentence: Sentence, verb: Token) -> Spans:
    """Return a "that" clause whose first words the parser took for an object ("stressing [that aid] reaches them")."""
    doc, given = sentence.doc, child(verb, "dobj")
    if (
        given is None
        or verb.i + 1 >= len(doc)
        or doc[verb.i + 1].lower_ != "that"
        or given.left_edge.i != verb.i + 1
        or given.i == verb.i + 1
    ):
        return ()
    finite = next((t for t in doc[given.i + 1 : given.i + 4] if t.tag_ in {"VBZ", "VBD", "VBP", "MD"}), None)
    if finite is None or finite.dep_ == "relcl" or any(t.is_punct for t in doc[given.i : finite.i]):
        return ()
    return token_span(
        sentence, verb.i + 1, max(finite.right_edge.i, finite.head.right_edge.i if finite.dep_ == "aux" else 0), verb
    )
