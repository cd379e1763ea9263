"""Tell where one act of speech ends and the speaker's next begins: "said that A, adding that B", "said A but warned B".

In: verbs of one parsed sentence. Out: the cue whose speaker a verb shares, and the last token of a cue's content. A parser
hangs the second act on the first one's content; here it is taken out again.
"""

from spacy.tokens import Token

from accord.coding.attribution.speech import speech_words

_CLASSES = ("say", "tell", "deny", "direct", "commit", "stance")
_POINTING = frozenset({"cite", "quote", "echo", "point", "call", "refer"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_COMMENT = 3
"""Fewest words after the first of an apposition that comments on what is said rather than naming somebody in it."""
_DASHES = frozenset({"-", "–", "—", "--"})
_CONTRASTS = frozenset({"though", "although", "while", "whereas"})


def outer_cue(verb: Token) -> Token | None:
    """Return the cue within whose content the parser put a further act of speech of the same speaker, or None."""
    clause = verb
    while clause.dep_ != "ccomp" and clause.head.i != clause.i:
        clause = clause.head
    cue = clause.head
    if (
        clause.dep_ != "ccomp"
        or clause.i == verb.i
        or cue.i >= clause.i
        or not speech_words().has(cue.lemma_.lower(), "say", "tell", "deny")
    ):
        return None
    own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    return cue if not own and is_further_act(verb, clause, cue) else None


def is_further_act(verb: Token, clause: Token, cue: Token) -> bool:
    """Whether a verb inside a clause is an act of speech beside the cue rather than part of what is said."""
    if verb.i <= clause.i or not speech_words().has(verb.lemma_.lower(), *_CLASSES):
        return False
    before = verb.doc[verb.left_edge.i - 1].text
    if verb.tag_ == "VBG":
        told = speech_words().has(verb.lemma_.lower(), "say", "tell", "deny") or verb.lemma_ in _POINTING
        return told and verb.dep_ == "advcl" and before == "," and not any(c.dep_ in {"mark", "nsubj"} for c in verb.children)
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or verb.tag_ != cue.tag_ or any(c.dep_ == "aux" for c in verb.children):
        return False
    if speech_words().has(verb.head.lemma_.lower(), "say", "tell"):
        return False
    if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return before == "and" and speech_words().has(verb.lemma_.lower(), "say", "tell") and _has_clause(verb)
    return speech_words().has(verb.lemma_.lower(), "say", "tell", "direct")


def _has_clause(verb: Token) -> bool:
    """Whether a verb takes a clause after it."""
    return any(c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i for c in verb.children)


def _is_aside(verb: Token, clause: Token) -> bool:
    """Whether a verb opens the reporter's own remark upon the speaker: "said all would sign, though she gave no names"."""
    mark = next((c for c in verb.children if c.dep_ == "mark"), None)
    if verb.dep_ != "advcl" or mark is None or mark.i < clause.i or mark.lower_ not in _CONTRASTS:
        return False
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if verb.left_edge.i < 1 or verb.doc[verb.left_edge.i - 1].text != "," or subject is None:
        return False
    told = speech_words().has(verb.lemma_.lower(), "say", "tell", "deny")
    return told or (mark.lower_ != "while" and subject.lower_ in {"he", "she", "they"})


def is_contrast(verb: Token) -> bool:
    """Whether a clause that follows is set against what is said by a dash or "though"."""
    start = verb.left_edge.i
    opening = {t.lower_ for t in verb.doc[max(start - 2, 0) : start + 1]}
    return bool(opening & (_CONTRASTS | _DASHES))


def _holds_reason(verb: Token) -> bool:
    """Whether what a parser put under a relative clause runs on with a reason: "seats, which hers is, because they …"."""
    return any(t.lower_ == "because" and t.i > verb.i and t.doc[t.i - 1].text == "," for t in verb.subtree)


def content_end(cue: Token, clause: Token) -> int:
    """Return the index of the last token of a clause that a cue takes.

    It ends before a further act of speech, and before a relative clause set off by a comma at its end, which is commonly
    the reporter's own background ("... said the bridge would reopen, which has been closed since May").
    """
    ends = [clause.right_edge.i]
    for token in clause.subtree:
        if is_further_act(token, clause, cue):
            edge = token.left_edge.i - 1
            while edge > clause.i and (token.doc[edge].is_punct or token.doc[edge].dep_ == "cc"):
                edge -= 1
            ends.append(edge)
        elif _is_aside(token, clause):
            ends.append(token.left_edge.i - 2)
        elif token.dep_ == "relcl" and token.right_edge.i >= clause.right_edge.i - 1 and token.left_edge.i > clause.i:
            edge = token.left_edge.i - 1
            if token.doc[edge].text == "," and not _holds_reason(token):
                ends.append(edge - 1)
    end = drop_apposition(clause, max(min(ends), clause.i))
    while end > clause.i and clause.doc[end].dep_ == "cc":
        end -= 1
    return end


def drop_apposition(head: Token, end: int) -> int:
    """Return the end of what is said without a comment in apposition: "will cut 900 jobs, a step that unions oppose".

    A comment may also stand behind a dash or in brackets at the end.
    """
    end = _drop_comment(head, end)
    for token in head.subtree:
        start = token.left_edge.i
        long = token.right_edge.i >= end and end - start >= _COMMENT and start - 1 > head.i
        named = token.doc[start].pos_ != "NUM" and not any(c.dep_ == "conj" for c in token.children)
        if token.dep_ == "appos" and long and named and token.doc[start - 1].text == "," and token.pos_ == "NOUN":
            return start - 2
    return end


def _drop_comment(head: Token, end: int) -> int:
    """Return the end of what is said before a noun phrase behind a dash, or brackets, that run to its end."""
    doc = head.doc
    if doc[end].text == ")" or (end + 1 < len(doc) and doc[end + 1].text == ")"):
        opened = next((t.i for t in reversed(doc[head.i + 1 : end]) if t.text == "("), None)
        return opened - 1 if opened is not None and end - opened > _COMMENT and opened - 1 > head.i else end
    dashes = [t.i for t in doc[head.i + 1 : end] if t.text in _DASHES and t.whitespace_ and doc[t.i - 1].whitespace_]
    if len(dashes) != 1 or end - dashes[0] <= _COMMENT:
        return end
    opening = doc[dashes[0] + 1]
    return dashes[0] - 1 if opening.pos_ in {"DET", "NUM", "NOUN", "ADJ"} and opening.dep_ not in {"nsubj", "expl"} else end
