"""The parties of an agreement: who stands in its phrase, after "between" or "with", or signs it.

In: a phrase of a sentence and the mentions. Out: indexes of the mentions that are parties. Those who only broker, read or
comment on it are none.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from accord.coding.instruments.words import NOUN_TAGS, Phrase, load_lexicon
from accord.language.parse import Sentence
from accord.model.reading import MentionDraft

_PARTY_LABELS = frozenset({"person", "organization", "state", "nationality", "group", "unknown"})
_LINKS = frozenset({"between", "with", "among", "by"})
_REACH = 30
"""Words after the phrase in which its parties are looked for; a longer way is another clause."""


class PartyFinder:
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

    def find(self, phrase: Phrase) -> tuple[int, ...]:
        """Return the mention indexes of a phrase's parties, in order of the text."""
        found = {*self._inside(phrase), *self._after(phrase), *self._signers(self.doc[phrase.head])}
        itself = {index for start, end, index in self.spans if start <= phrase.head <= end}
        return tuple(sorted(found - itself))

    def _at(self, first: int, last: int) -> Iterator[int]:
        return (index for start, end, index in self.spans if first <= start and end <= last)

    def _inside(self, phrase: Phrase) -> Iterator[int]:
        """Yield names that modify the head ("the Peru-Chile agreement") or own it ("Peru's deal")."""
        first = phrase.first
        if first and self.doc[first - 1].tag_ == "POS":
            first -= 1
            yield from (index for _, end, index in self.spans if end in (first, first - 1))
        elif first and self.doc[first - 1].tag_ == "PRP$":
            yield from self._at(first - 1, first - 1)
            yield from self._keepers(self.doc[phrase.head])
        yield from self._at(phrase.first, phrase.head)

    def _keepers(self, head: Token) -> Iterator[int]:
        """Yield the subjects that go on with an agreement of theirs ("Peru and Chile extended their pact")."""
        if head.dep_ in {"dobj", "obj"} and head.head.lemma_ in load_lexicon().keeping:
            subjects = (child for child in head.head.children if child.dep_ == "nsubj")
            names = [name for subject in subjects for name in (subject, *subject.conjuncts)]
            yield from (index for start, end, index in self.spans for name in names if start <= name.i <= end)

    def _after(self, phrase: Phrase) -> Iterator[int]:
        """Yield who follows "between" or "with", over a verb of making ("brokered with"), a date, or a pronoun."""
        i = phrase.last + 1
        stop = min(len(self.doc), i + _REACH)
        made = load_lexicon().made
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
            if token.dep_ == "nsubj" and token.head.lemma_ in load_lexicon().signing:
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
            elif (self.doc[i].tag_ in {"VBN", "VBD"} and self.doc[i - 1].text == "-") or self.doc[i].tag_ in {
                "DT",
                "CC",
                "JJ",
                "NN",
                "NNP",
                "POS",
                ",",
                "PRP$",
                "NNS",
                "HYPH",
            }:
                i += 1
            else:
                break
        return listed, i

    def _signers(self, head: Token) -> Iterator[int]:
        """Yield the subjects of the verb of signing that the phrase is the object of, over coordination."""
        top = head
        while top.dep_ == "conj" and top.head.tag_ in NOUN_TAGS:
            top = top.head
        verb = top.head
        hangs_on_verb = top.dep_ in {"dobj", "obj"} or (top.dep_ == "conj" and verb.lemma_ in load_lexicon().signing)
        if not hangs_on_verb and not (top.dep_ == "pobj" and verb.head.lemma_ in {"enter", "agree"}):
            return
        verb = verb.head if top.dep_ == "pobj" else verb
        while verb.dep_ in {"conj", "xcomp"} and not any(child.dep_ == "nsubj" for child in verb.children):
            if verb.head.pos_ not in {"VERB", "AUX"}:
                return
            verb = verb.head
        if verb.lemma_ not in load_lexicon().signing and top.head.lemma_ not in load_lexicon().signing:
            return
        for child in verb.children:
            if child.dep_ == "nsubj":
                for name in (child, *child.conjuncts):
                    yield from (index for start, end, index in self.spans if start <= name.i <= end)
