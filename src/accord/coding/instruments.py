"""Find the words of an article that name agreements: accords, treaties, ceasefires, mandates.

In: the parsed sentences and the mentions. Out: an `InstrumentDraft` for each noun phrase whose head is a word for an
agreement, with what it is about and the mentions that are its parties. Whether two of them are one agreement, and what
became of it, is for linking to say. The phrase is read word by word rather than from the tree: a small parser's
attachment of "on military cooperation between A and B" is not reliable, while its order is.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token

from accord.data import load_yaml
from accord.language.parse import ParsedArticle, Sentence
from accord.model.reading import InstrumentDraft, MentionDraft

_ABOUT = frozenset({"on", "for", "about", "over", "regarding", "concerning", "covering", "governing"})
_OF_KIND = frozenset({"understanding", "intent", "association", "friendship"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LEFT_TAGS = _NOUN_TAGS | {"JJ", "JJR", "JJS", "DT", "CD", "HYPH", "VBN", "VBG", "CC", "AFX", "RB", "POS"}
_RIGHT_TAGS = _NOUN_TAGS | {"JJ", "JJR", "JJS", "DT", "HYPH", "VBG", "VBN", "CC", "AFX"}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both"})
_PARTY_LABELS = frozenset({"person", "organization", "state", "nationality", "group", "unknown"})
_LINKS = frozenset({"between", "with", "among", "by"})
_REACH = 30
"""Words after the phrase in which its parties are looked for; a longer way is another clause."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    heads: dict[str, str]
    needs: dict[str, list[str]]
    not_after: frozenset[str]
    signing: frozenset[str]
    made: frozenset[str]
    subjects: dict[str, list[str]]


@functools.cache
def _lexicon() -> _Lexicon:
    raw: Any = load_yaml("instruments")
    return _Lexicon(
        heads=raw["heads"],
        needs=raw["needs"],
        not_after=frozenset(raw["not_after"]),
        signing=frozenset(raw["signing"]),
        made=frozenset(raw["made"]),
        subjects=raw["subjects"],
    )


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase in tokens: `first` to `last` included, the head, and what it is about."""

    first: int
    head: int
    last: int
    subject: tuple[str, ...]


def find_instruments(parsed: ParsedArticle, mentions: Sequence[MentionDraft]) -> tuple[InstrumentDraft, ...]:
    """Return the agreements that an article names, in order of appearance."""
    by_sentence: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        by_sentence.setdefault(mention.sentence, []).append(index)
    found: list[InstrumentDraft] = []
    for sentence in parsed.sentences:
        if not any(_head_of(token) for token in sentence.doc):
            continue
        parties = _PartyFinder(sentence, mentions, by_sentence.get(sentence.index, []))
        for phrase in _find_phrases(sentence.doc):
            if parties.is_in_name(phrase.head):
                continue
            found.extend(_draft(parsed, sentence, phrase, parties))
    return tuple(found)


def _head_of(token: Token) -> str | None:
    """Return the head word that a token is a form of, or None."""
    if token.tag_ not in _NOUN_TAGS:
        return None
    heads = _lexicon().heads
    low = token.text.lower()
    for form in (low, token.lemma_.lower(), low.removesuffix("s"), {"memoranda": "memorandum"}.get(low, "")):
        if form in heads:
            return form
    return None


def _find_phrases(doc: Doc) -> Iterator[_Phrase]:
    taken = -1
    for token in doc:
        head = _head_of(token)
        if head is None or token.i <= taken or _is_modifier(token) or _is_idiom(token):
            continue
        last, about = _read_subject(doc, token.i)
        first = _read_left(doc, token)
        before = _content_words(doc[first : token.i])
        if head in _lexicon().needs and not _has_needed(doc, token, head, (*before, *about)):
            continue
        taken = max(last, _skip_aside(doc, last + 1) - 1)
        yield _Phrase(first, token.i, last, (*before, *about))


def _is_modifier(token: Token) -> bool:
    """Whether the word only modifies the next noun ("ceasefire talks", "deal makers", "the agreement text")."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.doc[token.i + 1]
    if following.text == "-" and token.i + 2 < len(token.doc):
        following = token.doc[token.i + 2]
    return token.dep_ in {"compound", "nmod"} and token.head.i > token.i and following.tag_ in _NOUN_TAGS


def _is_idiom(token: Token) -> bool:
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return before in _lexicon().not_after or (token.lemma_ == "agreement" and before == "in")


def _has_needed(doc: Doc, token: Token, head: str, words: Sequence[str]) -> bool:
    """Whether a word of several meanings stands in a shape that makes it an instrument."""
    subjects = _lexicon().subjects
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    for need in _lexicon().needs[head]:
        if need == "subject" and any(word in subjects for word in words):
            return True
        if need == "number" and following is not None and following.like_num:
            return True
        if need == "peace" and "peace" in words:
            return True
        if need == "troops" and any(word in ("troop", "deployment") for word in words):
            return True
    return False


def _read_left(doc: Doc, head: Token) -> int:
    """Return the first token of the phrase: modifiers and article, without a possessor."""
    first = head.i
    for i in range(head.i - 1, -1, -1):
        token = doc[i]
        if token.tag_ == "POS" or token.tag_ not in _LEFT_TAGS or not head.is_ancestor(token):
            break
        if token.tag_ == "RB" and token.dep_ != "advmod":
            break
        first = i
        if token.tag_ == "DT":
            break
    while first < head.i and doc[first].tag_ in {"CC", "HYPH"}:
        first += 1
    return first


def _read_subject(doc: Doc, head: int) -> tuple[int, tuple[str, ...]]:
    """Return the last token of the phrase and the words after its head that say what it is about."""
    words: tuple[str, ...] = ()
    last, i = head, head + 1
    if i + 1 < len(doc) and doc[i].lower_ == "of" and (doc[i + 1].lower_ in _OF_KIND or doc[i + 1].tag_ in {"NNP", "NNPS"}):
        last, i = i + 1, i + 2
    after_aside = _skip_aside(doc, i)
    if after_aside < len(doc) and doc[after_aside].lower_ in _ABOUT:
        end = _read_noun_phrase(doc, after_aside + 1)
        if end is not None:
            return end, _content_words(doc[after_aside + 1 : end + 1])
    if after_aside + 1 < len(doc) and doc[after_aside].lower_ == "to" and doc[after_aside + 1].tag_ == "VB":
        words = _content_words(doc[after_aside + 2 : after_aside + 8])
    return last, words


def _skip_aside(doc: Doc, i: int) -> int:
    """Return the token after a short bracket at i ("(MoU)"), or i."""
    if i < len(doc) and doc[i].text == "(":
        for j in range(i + 1, min(i + 5, len(doc))):
            if doc[j].text == ")":
                return j + 1
    return i


def _read_noun_phrase(doc: Doc, first: int) -> int | None:
    """Return the last token of the noun phrase that starts at `first`, or None where none does."""
    last: int | None = None
    for i in range(first, len(doc)):
        token = doc[i]
        opens_other = i + 1 < len(doc) and doc[i + 1].tag_ not in _NOUN_TAGS | {"JJ", "VBG"}
        if token.lower_ == "of" and last == i - 1 and i + 1 < len(doc) and doc[i + 1].tag_ in _RIGHT_TAGS:
            continue
        if token.tag_ not in _RIGHT_TAGS or (token.tag_ == "CC" and (opens_other or last != i - 1)):
            break
        if token.tag_ in {"VBG", "VBN"} and last is not None and token.dep_ not in {"amod", "compound", "conj", "nmod"}:
            break
        if token.ent_type_ in {"DATE", "TIME"} and last is None:
            return None
        if token.tag_ in _NOUN_TAGS | {"VBG"}:
            last = i
    return last


def _content_words(tokens: Any) -> tuple[str, ...]:
    """Return the lemmas that can say what an agreement is about."""
    return tuple(
        token.lemma_.lower()
        for token in tokens
        if (token.tag_ in {"NN", "NNS", "JJ", "VBG"} or token.lower_ in _lexicon().subjects) and token.lower_ != "understanding"
    )


def _draft(parsed: ParsedArticle, sentence: Sentence, phrase: _Phrase, parties: "_PartyFinder") -> Iterator[InstrumentDraft]:
    """Yield the drafts of a phrase: one, or one for each member of "two accords, one on A and the other on B"."""
    doc = sentence.doc
    start, end = sentence.range(doc[phrase.first], doc[phrase.last])
    head = doc[phrase.head]
    before = doc[phrase.first - 1] if phrase.first else None
    proper = head.tag_ in {"NNP", "NNPS"} and phrase.head > 0 and not doc[phrase.head - 1].is_lower
    owned = before is not None and (before.tag_ == "POS" or before.tag_ == "PRP$")
    split = _read_split(doc, phrase.last + 1)
    for words in split or [phrase.subject]:
        yield InstrumentDraft(
            sentence=sentence.index,
            start=start,
            end=end,
            text=parsed.article.text[start:end],
            head=_head_of(head) or head.lemma_.lower(),
            subject=tuple(dict.fromkeys(words)),
            parties=parties.find(phrase),
            definite=doc[phrase.first].lower_ in _DEFINITE or owned or proper,
            proper=proper,
        )


def _read_split(doc: Doc, start: int) -> list[tuple[str, ...]]:
    """Return what each is about in "…, one on fishing and the other on border trade"; empty where nothing is split."""
    found: list[tuple[str, ...]] = []
    i = start
    while i < min(len(doc) - 2, start + 40):
        if doc[i].lower_ in {"one", "other", "another", "second", "third"} and doc[i + 1].lower_ in _ABOUT:
            end = _read_noun_phrase(doc, i + 2)
            if end is not None:
                found.append(_content_words(doc[i + 2 : end + 1]))
                i = end
        i += 1
    return found if len(found) > 1 else []


class _PartyFinder:
    """Finds the mentions of one sentence that are parties of a phrase."""

    def __init__(self, sentence: Sentence, mentions: Sequence[MentionDraft], indexes: Sequence[int]) -> None:
        self.doc = sentence.doc
        self.spans: list[tuple[int, int, int]] = []
        self._names: set[int] = set()
        for index in indexes:
            mention = mentions[index]
            if mention.form == "name":
                named = self.doc.char_span(
                    mention.start - sentence.start, mention.end - sentence.start, alignment_mode="expand"
                )
                self._names.update(range(named.start, named.end) if named is not None else ())
            if mention.label not in _PARTY_LABELS and mention.form != "metonym":
                continue
            span = self.doc.char_span(mention.start - sentence.start, mention.end - sentence.start, alignment_mode="expand")
            if span is not None and not self._is_backer(span.end):
                self.spans.append((span.start, span.end - 1, index))

    def is_in_name(self, i: int) -> bool:
        """Whether a token is part of a name, as in "Government of National Accord"."""
        return i in self._names

    def _is_backer(self, i: int) -> bool:
        """Whether "-backed", "-recognised" or the like follows at i: a name used to describe somebody else."""
        return i + 1 < len(self.doc) and self.doc[i].text == "-" and self.doc[i + 1].tag_ in {"VBN", "VBD", "JJ", "VBG"}

    def find(self, phrase: _Phrase) -> tuple[int, ...]:
        """Return the mention indexes of a phrase's parties, in order of the text."""
        found = {*self._inside(phrase), *self._after(phrase), *self._signers(self.doc[phrase.head])}
        return tuple(sorted(found))

    def _at(self, first: int, last: int) -> Iterator[int]:
        return (index for start, end, index in self.spans if first <= start and end <= last)

    def _inside(self, phrase: _Phrase) -> Iterator[int]:
        """Yield names that modify the head ("the Peru-Chile agreement") or own it ("Peru's deal")."""
        first = phrase.first
        if first and self.doc[first - 1].tag_ == "POS":
            first -= 1
            yield from (index for _, end, index in self.spans if end in (first, first - 1))
        elif first and self.doc[first - 1].tag_ == "PRP$":
            yield from self._at(first - 1, first - 1)
        yield from self._at(phrase.first, phrase.head)

    def _after(self, phrase: _Phrase) -> Iterator[int]:
        """Yield who follows "between" or "with", over a verb of making ("brokered with"), a date, or a pronoun."""
        i = phrase.last + 1
        stop = min(len(self.doc), i + _REACH)
        made = _lexicon().made
        while i < stop:
            token = self.doc[i]
            if token.lower_ in _LINKS:
                listed, i = self._read_list(i + 1)
                yield from listed
                continue
            if token.tag_ in {"VBN", "VBD", "VBZ", "VBP"} and token.lemma_ not in made and token.dep_ != "amod":
                return
            if token.text in {",", ";", ":", "."} or token.tag_ in {"TO", "MD", "CC"}:
                return
            if token.dep_ == "nsubj" and token.head.lemma_ in _lexicon().signing:
                yield from self._at(token.left_edge.i, token.i)
            i += 1

    def _read_list(self, i: int) -> tuple[list[int], int]:
        """Return the mentions of a list of names from token i, and the token after it."""
        listed: list[int] = []
        while i < len(self.doc):
            found = next(((end, index) for start, end, index in self.spans if start == i), None)
            if found is not None:
                listed.append(found[1])
                i = found[0] + 1
            elif self.doc[i].tag_ in {"VBN", "VBD"} and self.doc[i - 1].text == "-":
                i += 1
            elif self.doc[i].tag_ in {"DT", "CC", "JJ", "NN", "NNP", "POS", ",", "PRP$", "NNS", "HYPH"}:
                i += 1
            else:
                break
        return listed, i

    def _signers(self, head: Token) -> Iterator[int]:
        """Yield the subjects of the verb of signing that the phrase is the object of, over coordination."""
        top = head
        while top.dep_ == "conj" and top.head.tag_ in _NOUN_TAGS:
            top = top.head
        verb = top.head
        hangs_on_verb = top.dep_ in {"dobj", "obj"} or (top.dep_ == "conj" and verb.lemma_ in _lexicon().signing)
        if not hangs_on_verb and not (top.dep_ == "pobj" and verb.head.lemma_ in {"enter", "agree"}):
            return
        verb = verb.head if top.dep_ == "pobj" else verb
        while verb.dep_ in {"conj", "xcomp"} and not any(child.dep_ == "nsubj" for child in verb.children):
            if verb.head.pos_ not in {"VERB", "AUX"}:
                return
            verb = verb.head
        if verb.lemma_ not in _lexicon().signing and top.head.lemma_ not in _lexicon().signing:
            return
        for child in verb.children:
            if child.dep_ == "nsubj":
                for name in (child, *child.conjuncts):
                    yield from (index for start, end, index in self.spans if start <= name.i <= end)
