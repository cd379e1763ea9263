"""People who are told by their number alone, as victims: "injured another 15", "dozens more were wounded", "killing the three".

In: a sentence and the mentions already found in it. Out: drafts of form "descriptor" for groups. Only verbs that are done to
people take a bare number for people; "fell by 15" and "sold hundreds" count other things. Whom "the three" means stays open.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from accord.coding.names.drafts import Draft
from accord.language.parse import Sentence

_DONE_TO_PEOPLE = frozenset(
    """
    kill wound injure hurt maim murder massacre slaughter behead execute assassinate hang arrest detain jail imprison kidnap
    abduct deport evacuate hospitalize hospitalise rescue displace
    """.split()
)
_LOTS = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "tens", "many", "several", "few"})
_BEFORE = frozenset({"another", "the", "some", "a", "these", "those", "all"})
_MONEY = frozenset("$€£¥%#")


def find_counts(sentence: Sentence, taken: Iterable[Draft]) -> list[Draft]:
    """Return the numbers of one sentence that stand for people harmed, held or moved, in order."""
    covered = {i for draft in taken for i in range(draft.first, draft.last + 1)}
    return [_make_count(sentence, token) for token in sentence.doc if token.i not in covered and _is_count(token)]


def _is_count(token: Token) -> bool:
    """Whether a number word is itself the object of such a verb, or the subject of its passive."""
    doc = token.doc
    if not (token.like_num or token.lower_ in _LOTS):
        return False
    if not _is_headline_subject(token):
        if token.head.lemma_.lower() not in _DONE_TO_PEOPLE:
            return False
        if token.dep_ != "dobj" and not _is_passive_subject(token):
            return False
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    counts_else = any(c.text in _MONEY for c in token.children) or after in ("%", "-", "percent", "another", "of")
    return not counts_else and not any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)


def _is_passive_subject(token: Token) -> bool:
    """Whether a number is what a passive is done to, or a headline's: "527 were injured", "50 killed in blast"."""
    verb = token.head
    bare = verb.tag_ in ("VBN", "VBD") and not any(c.dep_ in ("dobj", "aux", "ccomp", "xcomp") for c in verb.children)
    return token.dep_ == "nsubjpass" or (token.dep_ == "nsubj" and bare and token.i < verb.i)


def _is_headline_subject(token: Token) -> bool:
    """Whether a headline's participle was hung on the number before it: "50 killed in blast, 20 injured"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    hung = after.dep_ == "acl" and after.head == token and after.tag_ in ("VBN", "VBD") and token.dep_ in ("ROOT", "conj")
    return hung and after.lemma_.lower() in _DONE_TO_PEOPLE and not any(c.dep_ == "dobj" for c in after.children)


def _make_count(sentence: Sentence, token: Token) -> Draft:
    doc = sentence.doc
    first = last = token.i
    while (
        first > 0
        and (doc[first - 1].lower_ in _BEFORE or doc[first - 1].like_num)
        and doc[first - 1].head in (token, doc[first])
    ):
        first -= 1
    if last + 1 < len(doc) and doc[last + 1].lower_ in ("more", "others") and doc[last + 1].head in (token, token.head):
        last += 1
    start, end = sentence.range(doc[first], doc[last])
    plural = token.lower_ not in ("one", "1")
    return Draft(
        sentence,
        first,
        last,
        start,
        end,
        form="descriptor",
        core=token.i,
        kind="persons",
        plural=plural,
        label="group" if plural else "person",
        head="",  # no noun says what is counted
    )
