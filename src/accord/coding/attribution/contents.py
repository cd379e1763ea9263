"""Find what is said: the words that a cue verb takes as its content, within its sentence.

In: a cue verb of a parsed sentence. Out: offsets into the stored text. Quotations that run over sentences are added by
`accord.coding.attribution.attributions`; nothing here looks at quotation marks.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from accord.coding.attribution.sources import child, is_passive, own_subject
from accord.coding.attribution.speech import speech_words
from accord.coding.attribution.turns import content_end
from accord.language.parse import Sentence

Spans = tuple[tuple[int, int], ...]
_EDGE = " \t\n\u00a0,;:.–—-…"
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves"})
_ABOUT = frozenset({"of", "about", "against"})
_FRAME = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "mark", "npadvmod", "cc", "preconj", "punct"})


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the blanks and commas at its ends."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


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


def infinitive_of(verb: Token) -> Token | None:
    """Return the infinitive or participle a verb takes."""
    return child(verb, "xcomp")


def clause_spans(sentence: Sentence, verb: Token, clause: Token) -> Spans:
    """Return the offsets of a clause that a verb takes."""
    doc = sentence.doc
    if clause.i > verb.i:
        first = max(clause.left_edge.i, verb.i + 1)
        return _span(sentence, first, _with_list(clause, content_end(verb, clause)), verb)
    first = clause.left_edge.i
    if verb.dep_ == "ROOT":
        first = 0
    last = frame_start(verb) - 1
    if verb.dep_ != "ROOT":
        last = min(clause.right_edge.i, last)
    if clause.right_edge.i > verb.i:  # the cue stands inside its content: "The rebels, police said, had fled."
        return _span(sentence, first, last, verb) + _span(sentence, verb.right_edge.i + 1, clause.right_edge.i, verb)
    return _span(sentence, first, max(last, clause.i), verb) if doc else ()


def _with_list(head: Token, last: int) -> int:
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
            return _span(sentence, head.left_edge.i, start - 1, verb) + _span(
                sentence, verb.right_edge.i + 1, head.right_edge.i, verb
            )
        if (
            child(verb, "nsubj", "nsubjpass") is not None
            and child(verb, "dobj") is None
            and _stands_alone(verb, start)
            and _is_last(verb)
        ):
            return _span(sentence, 0, start - 1, verb)
    return ()


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
    left = _span(sentence, head.left_edge.i if head.left_edge.i not in inner else start, start - 1, verb) if start else ()
    after = max(inner) + 1
    return left + (_span(sentence, after, max(head.right_edge.i, after - 1), verb) if head != verb else ())


def around_phrase(sentence: Sentence, phrase: Token) -> Spans:
    """Return the clause that a phrase such as "according to the mayor" stands in: all of it, before and after.

    At the end of a sentence it covers the whole of it, at its start all that follows.
    """
    doc, inner = sentence.doc, [t.i for t in phrase.subtree]
    first, last = min(inner), max(inner)
    content_after = [t for t in doc[last + 1 :] if not t.is_punct]
    if not content_after:
        return _span(sentence, 0, first - 1, phrase)
    if first <= 1:
        return _span(sentence, last + 1, len(doc) - 1, phrase)
    clause = phrase.head
    while clause.dep_ not in {"ROOT", "ccomp", "conj", "relcl", "advcl", "parataxis"} or clause.pos_ not in {"VERB", "AUX"}:
        if clause.head.i == clause.i:
            break
        clause = clause.head
    return _span(sentence, clause.left_edge.i, first - 1, phrase) + _span(sentence, last + 1, clause.right_edge.i, phrase)


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
    return _span(sentence, verb.i + 1, max(finite.right_edge.i, finite.head.right_edge.i if finite.dep_ == "aux" else 0), verb)


def phrase_spans(sentence: Sentence, verb: Token) -> Spans:
    """Return the noun phrases and prepositional phrases that a verb takes: "condemned the raid", "accused them of lying"."""
    words = speech_words()
    if is_passive(verb):
        subject = child(verb, "nsubjpass")
        if subject is not None and subject.tag_ in {"WP", "WDT", "PRP"}:
            return ()
        return _span(sentence, subject.left_edge.i, min(subject.right_edge.i, verb.i - 1), verb) if subject is not None else ()
    prepositions = _ABOUT if words.has(verb.lemma_, "say", "utter") or verb.lemma_ in {"speak", "talk"} else words.prepositions
    parts = [c for c in verb.children if c.i > verb.i and _is_phrase(c, prepositions)]
    if not parts:
        return ()
    last = max(c.right_edge.i for c in parts)
    if any(c.dep_ == "dobj" for c in parts):
        # The parser often hangs on the verb what belongs to the noun ("condemned a raid by militants").
        last = next((c.right_edge.i for c in verb.children if c.dep_ == "prep" and c.i == last + 1 and _is_near(c)), last)
    last = _with_list(verb, last)
    return _span(sentence, min(c.left_edge.i for c in parts), last, verb)


def _is_near(preposition: Token) -> bool:
    """Whether a prepositional phrase may belong to the noun before it: no date, and not how or where it was said."""
    noun = child(preposition, "pobj", "pcomp")
    return (
        noun is not None
        and noun.ent_type_ not in {"DATE", "TIME"}
        and preposition.lower_ in {"by", "from", "in", "between", "among"}
    )


def _is_phrase(token: Token, prepositions: frozenset[str]) -> bool:
    """Whether a verb's child is part of what it says: an object or a phrase with a preposition of content, no time."""
    if token.dep_ in {"dobj", "dative", "oprd", "acomp", "attr"}:
        return token.ent_type_ not in {"DATE", "TIME"} and token.lower_ not in _SELVES
    noun = child(token, "pobj", "pcomp")
    if token.dep_ != "prep" or token.lower_ not in prepositions or noun is None:
        return False
    return noun.ent_type_ not in {"DATE", "TIME"} and not (token.lower_ in {"on", "in", "at"} and noun.pos_ == "PROPN")


def _span(sentence: Sentence, first: int, last: int, cue: Token) -> Spans:
    """Return the tidied offsets of tokens first to last, none where they hold no word."""
    if last < first:
        return ()
    doc = sentence.doc
    text = doc.text
    start, end = tidy(text, doc[first].idx, doc[last].idx + len(doc[last]))
    if not any(c.isalnum() for c in text[start:end]) or start <= cue.idx < end:
        return ()
    return ((sentence.start + start, sentence.start + end),)


def join_spans(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """Return spans in order, joined where they overlap or only marks stand between them."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or not any(c.isalnum() for c in text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
