"""Find the phrases a cue takes: "condemned the raid", "accused them of lying", "called on the parties to talk".

In: a cue verb of a parsed sentence. Out: offsets into the stored text. Clauses are found by
`accord.coding.attribution.contents`.
"""

from spacy.tokens import Token

from accord.coding.attribution.contents import with_list
from accord.coding.attribution.sources import child, is_passive
from accord.coding.attribution.spans import Spans, token_span
from accord.coding.attribution.speech import speech_words
from accord.coding.attribution.turns import drop_apposition
from accord.language.parse import Sentence

_SELVES = frozenset({"himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves"})
_ABOUT = frozenset({"of", "about", "against"})
_CALLS = frozenset({"call", "push", "press", "appeal", "plead", "ask", "wait", "hope", "lobby", "campaign"})
_OCCASIONS = frozenset({"interview", "speech", "address", "conference", "briefing", "call", "debate", "meeting"})


def phrase_spans(sentence: Sentence, verb: Token) -> Spans:
    """Return the noun phrases and prepositional phrases that a verb takes: "condemned the raid", "accused them of lying"."""
    words = speech_words()
    if is_passive(verb):
        if words.has(verb.lemma_, "charge") and (charge := _charge_of(verb)) is not None:
            return token_span(sentence, charge.left_edge.i, charge.right_edge.i, verb)
        subject = child(verb, "nsubjpass")
        if subject is not None and subject.tag_ in {"WP", "WDT", "PRP"}:
            return ()
        return (
            token_span(sentence, subject.left_edge.i, min(subject.right_edge.i, verb.i - 1), verb)
            if subject is not None
            else ()
        )
    prepositions = _ABOUT if words.has(verb.lemma_, "say", "utter") or verb.lemma_ in {"speak", "talk"} else words.prepositions
    own = {word for pairs in words.phrasal.values() for lemma, word in pairs if lemma == verb.lemma_.lower()}
    prepositions = prepositions | (own & words.prepositions)
    parts = _touching([c for c in verb.children if c.i > verb.i and _is_phrase(c, prepositions)])
    if not parts:
        return ()
    last = parts[-1].right_edge.i
    if any(c.dep_ == "dobj" for c in parts):
        # The parser often hangs on the verb what belongs to the noun ("condemned a raid by militants").
        last = next((c.right_edge.i for c in verb.children if c.dep_ == "prep" and c.i == last + 1 and _is_near(c)), last)
    last = with_list(verb, drop_apposition(parts[-1], _with_aim(verb, last)))
    return token_span(sentence, parts[0].left_edge.i, last, verb)


def _charge_of(verb: Token) -> Token | None:
    """Return what somebody is accused of, though the parser hung it on the accuser: "was accused by the union of lying"."""
    parts = [t for t in verb.subtree if t.dep_ == "prep" and t.lower_ in {"of", "for"} and t.i > verb.i]
    return next((t for t in parts if t.head == verb or t.head.head.dep_ == "agent"), None)


def _touching(parts: list[Token]) -> list[Token]:
    """Return the first parts in a row, up to where a day or another phrase stands between ("backed the plan on Monday in")."""
    row = parts[:1]
    for part in parts[1:]:
        if any(not t.is_punct for t in part.doc[row[-1].right_edge.i + 1 : part.left_edge.i]):
            break
        row.append(part)
    return row


def _with_aim(verb: Token, last: int) -> int:
    """Return the end of an infinitive that follows: "called on the parties to talk", "welcomed them to stay"."""
    doc = verb.doc
    if last + 2 >= len(doc) or doc[last + 1].tag_ != "TO" or doc[last + 1].dep_ != "aux":
        return last
    aim = doc[last + 1].head
    meant = aim.dep_ == "xcomp" or verb.lemma_ in _CALLS
    return aim.right_edge.i if meant and aim.i > last and verb.i < aim.head.i + 1 else last


def _is_near(preposition: Token) -> bool:
    """Whether a prepositional phrase may belong to the noun before it: no date, and not how or where it was said."""
    noun = child(preposition, "pobj", "pcomp")
    return (
        noun is not None
        and noun.ent_type_ not in {"DATE", "TIME"}
        and noun.lemma_.lower() not in speech_words().evidence_nouns | _OCCASIONS
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
