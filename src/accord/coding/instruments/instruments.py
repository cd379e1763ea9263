"""Find the words of an article that name agreements: accords, treaties, ceasefires, mandates.

In: the parsed sentences and the mentions. Out: an `InstrumentDraft` for each noun phrase whose head is a word for an
agreement, with what it is about and the mentions that are its parties. Whether two of them are one agreement, and what
became of it, is for linking to say. The phrase is read word by word rather than from the tree: a small parser's
attachment of "on military cooperation between A and B" is not reliable, while its order is.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc, Token

from accord.coding.instruments.parties import PartyFinder
from accord.coding.instruments.words import NOUN_TAGS, Phrase, load_lexicon
from accord.language.parse import ParsedArticle, Sentence
from accord.model.reading import InstrumentDraft, MentionDraft

_ABOUT = frozenset({"on", "for", "about", "over", "regarding", "concerning", "covering", "governing"})
_OF_KIND = frozenset({"understanding", "intent", "association", "friendship"})
_LEFT_TAGS = NOUN_TAGS | {"JJ", "JJR", "JJS", "DT", "CD", "HYPH", "VBN", "VBG", "CC", "AFX", "RB", "POS"}
_RIGHT_TAGS = NOUN_TAGS | {"JJ", "JJR", "JJS", "DT", "PRP$", "HYPH", "VBG", "VBN", "CC", "AFX"}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both"})


def find_instruments(parsed: ParsedArticle, mentions: Sequence[MentionDraft]) -> tuple[InstrumentDraft, ...]:
    """Return the agreements that an article names, in order of appearance."""
    by_sentence: dict[int, list[int]] = {}
    for index, mention in enumerate(mentions):
        by_sentence.setdefault(mention.sentence, []).append(index)
    found: list[InstrumentDraft] = []
    for sentence in parsed.sentences:
        if not any(_head_of(token) for token in sentence.doc):
            continue
        parties = PartyFinder(sentence, mentions, by_sentence.get(sentence.index, []))
        for phrase in _find_phrases(sentence.doc):
            if parties.is_in_name(phrase.head) and not _is_named(sentence.doc, phrase.head):
                continue
            found.extend(_draft(parsed, sentence, phrase, parties))
    return tuple(found)


def _head_of(token: Token) -> str | None:
    """Return the head word that a token is a form of, or None."""
    if token.tag_ not in NOUN_TAGS:
        return None
    heads = load_lexicon().heads
    low = token.text.lower()
    for form in (low, token.lemma_.lower(), low.removesuffix("s"), {"memoranda": "memorandum"}.get(low, "")):
        if form in heads:
            return form
    return None


def _find_phrases(doc: Doc) -> Iterator[Phrase]:
    taken = -1
    for token in doc:
        head = _head_of(token)
        if head is None or token.i <= taken or _is_modifier(token) or _is_idiom(token):
            continue
        last, about = _read_subject(doc, token.i)
        first = _read_left(doc, token)
        before = _content_words(doc[first : token.i])
        if head in load_lexicon().needs and not _has_needed(doc, token, head, (*before, *about)):
            continue
        taken = max(last, _skip_aside(doc, last + 1) - 1)
        yield Phrase(first, token.i, last, (*before, *about))


def _is_modifier(token: Token) -> bool:
    """Whether the word only modifies the next noun ("ceasefire talks", "deal makers", "the agreement text")."""
    if token.i + 1 >= len(token.doc):
        return False
    following = token.doc[token.i + 1]
    if following.text == "-" and token.i + 2 < len(token.doc):
        following = token.doc[token.i + 2]
    return token.dep_ in {"compound", "nmod"} and token.head.i > token.i and following.tag_ in NOUN_TAGS


def _is_idiom(token: Token) -> bool:
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return before in load_lexicon().not_after or (token.lemma_ == "agreement" and before == "in")


def _is_named(doc: Doc, i: int) -> bool:
    """Whether a token ends the name of an instrument ("the Dayton Accords"): capitals before it, no word of a body's name."""
    lexicon = load_lexicon()
    if _head_of(doc[i]) not in lexicon.in_name or not doc[i].is_title or (i + 1 < len(doc) and doc[i + 1].is_title):
        return False
    first = i
    while first and doc[first - 1].text[:1].isupper() and not doc[first - 1].is_stop and doc[first - 1].tag_ in {"NNP", "NNPS"}:
        first -= 1
    words = {token.lower_ for token in doc[max(first - 1, 0) : i]}
    return first < i and not words & lexicon.not_in_name


def _is_signed(token: Token) -> bool:
    """Whether the word is what somebody signs or ratifies."""
    return token.dep_ in {"dobj", "obj", "nsubjpass"} and token.head.lemma_ in load_lexicon().signed


def _has_needed(doc: Doc, token: Token, head: str, words: Sequence[str]) -> bool:
    """Whether a word of several meanings stands in a shape that makes it an instrument."""
    subjects = load_lexicon().subjects
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    for need in load_lexicon().needs[head]:
        if need == "subject" and any(word in subjects for word in words):
            return True
        if need == "number" and following is not None and following.like_num:
            return True
        if (need == "signed" and _is_signed(token)) or (need == "name" and _is_named(doc, token.i)):
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
        opens_other = i + 1 < len(doc) and doc[i + 1].tag_ not in NOUN_TAGS | {"JJ", "VBG"}
        if token.lower_ == "of" and last == i - 1 and i + 1 < len(doc) and doc[i + 1].tag_ in _RIGHT_TAGS:
            continue
        if token.tag_ not in _RIGHT_TAGS or (token.tag_ == "CC" and (opens_other or last != i - 1)):
            break
        if token.tag_ in {"VBG", "VBN"} and last is not None and token.dep_ not in {"amod", "compound", "conj", "nmod"}:
            break
        if token.ent_type_ in {"DATE", "TIME"}:
            return last
        if token.tag_ in NOUN_TAGS | {"VBG"}:
            last = i
    return last


def _content_words(tokens: Any) -> tuple[str, ...]:
    """Return the lemmas that can say what an agreement is about."""
    return tuple(
        token.lemma_.lower()
        for token in tokens
        if (token.tag_ in {"NN", "NNS", "JJ", "VBG"} or token.lower_ in load_lexicon().subjects)
        and token.lower_ != "understanding"
    )


def _draft(parsed: ParsedArticle, sentence: Sentence, phrase: Phrase, parties: PartyFinder) -> Iterator[InstrumentDraft]:
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
