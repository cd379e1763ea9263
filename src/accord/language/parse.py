"""Turn a clean article into parsed sentences. The only place that loads language models.

In: a `CleanArticle` and a spaCy pipeline. Out: a `ParsedArticle` whose sentences each hold a spaCy `Doc` of that sentence
alone. Sentences are found by rules over tokens, then each is parsed by itself, so that no annotation depends on what
else was in a batch; equal sentences are parsed once per `Parser`, however many articles carry them.
"""

import functools
import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from accord.errors import SettingsError
from accord.language.normalize import normalize
from accord.model.reading import CleanArticle, Paragraph, ParagraphKind, SentenceSpan
from accord.settings import LanguageSettings

_CACHE_SIZE = 20_000
_PIECE = 100_000
"""Longest text tokenized at once, in characters; no paragraph of news comes near, and spaCy refuses over a million."""
_CLOSERS = frozenset({'"', "'", ")", "]", "''", "”", "’"})
_ENDERS = frozenset({".", "!", "?", "…", "...", "?!", "!!", ".."})
# An abbreviation keeps its full stop as one token ("U.S.", "Dec."); a sentence ends there only when a word follows that
# starts sentences far more often than it follows an abbreviation.
_STARTERS = frozenset(
    (
        "The A An He She It They We I You This That These Those In On At But And Or If When While After Before As Since "
        "Both Its His Her Their There"
    ).split()
)
# Words that, with a capital in mid-sentence and a word in lower case behind, begin a sentence that a headline or caption ran
# into; unless they begin a name behind one of the words that name something or hand over to speech.
_RESTARTERS = frozenset("The A An He She It They But However Meanwhile Although There This These".split())
_NAMING = frozenset(
    (
        "said says say told tells asked asks added adds adding saying telling called named titled dubbed entitled read "
        "reads wrote writes writing reading letter letters group plan type class vitamin level series list hepatitis "
        "influenza grade category tier section answer option team channel watch film book song play album novel magazine "
        "newspaper paper daily weekly newsletter planned single hit comedy drama movie musical programme program show "
        "website blog band"
    ).split()
)
_LEAST_RUN = 3
"""Words on either side of a boundary that no mark shows."""
# One syllable that ends in a single vowel and a single consonant: such verbs double the consonant before "-ed" and "-ing".
_DOUBLING = re.compile(r"[^aeiou]+[aeiou][bdgklmnprtvz]")
_TITLES = frozenset(
    "Mr. Mrs. Ms. Dr. Prof. Gen. Lt. Col. Maj. Capt. Sgt. Sen. Rep. Gov. St. Adm. Brig. Hon. Rev. No. vs. v.".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `doc` holds it alone, and `start` is the offset of the doc's first character in the stored text."""

    index: int
    start: int
    end: int
    paragraph: int
    kind: ParagraphKind
    doc: Doc

    def token_span(self, token: Token) -> tuple[int, int]:
        """Return the offsets of a token in the stored text."""
        return self.start + token.idx, self.start + token.idx + len(token)

    def range(self, first: Token, last: Token) -> tuple[int, int]:
        """Return the offsets from the first to the last token, both included."""
        return self.start + first.idx, self.start + last.idx + len(last)


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    article: CleanArticle
    sentences: tuple[Sentence, ...]

    def spans(self) -> tuple[SentenceSpan, ...]:
        """Return the sentences without their parses."""
        return tuple(SentenceSpan(s.start, s.end, s.paragraph, s.kind) for s in self.sentences)


@functools.cache
def load_model(name: str) -> Language:
    """Load an installed spaCy pipeline by name.

    Raises:
        SettingsError: no pipeline of that name is installed.
    """
    try:
        return spacy.load(name)
    except OSError as error:
        raise SettingsError(
            f"language model {name!r} is not installed: install it with pip, or name an installed spaCy pipeline with --model"
        ) from error


class Parser:
    """Parses sentences with one pipeline and remembers the latest ones."""

    def __init__(self, settings: LanguageSettings | None = None) -> None:
        self.settings = settings or LanguageSettings()
        self._nlp = load_model(self.settings.model)
        self._seen: OrderedDict[str, Doc] = OrderedDict()

    def parse_article(self, article: CleanArticle) -> ParsedArticle:
        """Split an article's paragraphs into sentences and parse each."""
        sentences: list[Sentence] = []
        for number, paragraph in enumerate(article.paragraphs):
            text = article.text[paragraph.start : paragraph.end]
            for start, end in self.split(text):
                sentences.append(
                    Sentence(
                        index=len(sentences),
                        start=paragraph.start + start,
                        end=paragraph.start + end,
                        paragraph=number,
                        kind=paragraph.kind,
                        doc=self.parse_sentence(text[start:end]),
                    )
                )
        return ParsedArticle(article, tuple(sentences))

    def parse_text(self, text: str) -> ParsedArticle:
        """Parse a bare text as an article of one paragraph a line, without looking for furniture."""
        paragraphs = tuple(Paragraph(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
        return self.parse_article(CleanArticle(id="text", path="-", text=text, paragraphs=paragraphs))

    def parse_sentence(self, text: str) -> Doc:
        """Parse one sentence; equal texts give the same `Doc`, which must not be changed."""
        known = self._seen.get(text)
        if known is not None:
            self._seen.move_to_end(text)
            return known
        doc = self._nlp.make_doc(normalize(text).replace("\n", " "))
        for token in doc[1:]:
            token.is_sent_start = False
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        _mend_lemmas(doc)
        self._seen[text] = doc
        if len(self._seen) > _CACHE_SIZE:
            self._seen.popitem(last=False)
        return doc

    def split(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the offsets of each sentence of a paragraph, without blanks at its ends."""
        start = 0
        while start < len(text):
            end = len(text)
            if end - start > _PIECE:
                end = text.rfind(" ", start + 1, start + _PIECE) + 1 or start + _PIECE
            yield from ((start + first, start + last) for first, last in self._split_piece(text[start:end]))
            start = end

    def _split_piece(self, text: str) -> Iterator[tuple[int, int]]:
        doc = self._nlp.make_doc(normalize(text).replace("\n", " "))
        begin = first = 0
        for token in doc[:-1] if len(doc) else ():
            if _ends_sentence(doc, token.i) or _restarts(doc, first, token.i):
                yield from self._bounded(text, begin, doc[token.i + 1].idx)
                begin, first = doc[token.i + 1].idx, token.i + 1
        yield from self._bounded(text, begin, len(text))

    def _bounded(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield a sentence without outer blanks, in pieces where it is too long to parse."""
        while start < end:
            stop = end
            if end - start > self.settings.max_sentence:
                cut = text.rfind(" ", start, start + self.settings.max_sentence)
                stop = cut if cut > start else start + self.settings.max_sentence
            piece = text[start:stop]
            stripped = piece.strip()
            if stripped:
                lead = len(piece) - len(piece.lstrip())
                yield start + lead, start + lead + len(stripped)
            start = stop


def _mend_lemmas(doc: Doc) -> None:
    """Give verbs such as "staged" the lemma with its silent e.

    The lemmatizer takes the shorter of two known verbs ("stag"), but that one would double its last letter ("stagged").
    """
    for token in doc:
        undoubled = token.lower_ in (f"{token.lemma_}ed", f"{token.lemma_}ing")
        if undoubled and token.tag_ in ("VBD", "VBN", "VBG") and _DOUBLING.fullmatch(token.lemma_):
            token.lemma_ = f"{token.lemma_}e"


def _ends_sentence(doc: Doc, i: int) -> bool:
    """Whether a sentence ends after token i (never the last token)."""
    token, following = doc[i], doc[i + 1]
    if token.is_space or following.is_space:
        return False
    end = i
    while end > 0 and (doc[end].is_space or (doc[end].text in _CLOSERS and not _opens(doc, end))):
        end -= 1
    ender = doc[end]
    if end == i and ender.text in _ENDERS and following.text in _CLOSERS and not _opens(doc, i + 1):
        return False
    if ender.text == "." and end > 0 and not doc[end - 1].whitespace_ and f"{doc[end - 1].text}." in _TITLES:
        return False
    if ender.text in _ENDERS:
        return _can_start(doc, i + 1)
    if end == i and ender.text.endswith(".") and len(ender.text) > 1 and ender.text not in _TITLES:
        return following.text in _STARTERS and bool(ender.whitespace_)
    if end == i and len(ender.text) > 2 and ender.text[-1] in "?!" and ender.text[:-1].isalpha():
        return _can_start(doc, i + 1)
    return False


def _restarts(doc: Doc, begin: int, i: int) -> bool:
    """Whether another sentence starts after token i without a mark between, in a sentence that begins at token `begin`.

    "Troops left at dawn The town was quiet": precision first, so a name, a quotation or a word that may name one forbids it.
    """
    token, following = doc[i], doc[i + 1]
    if following.text not in _RESTARTERS or i + 1 - begin < _LEAST_RUN or i + 1 + _LEAST_RUN >= len(doc):
        return False
    if (
        not (token.is_lower and token.is_alpha and len(token) > 1 and token.whitespace_)
        or token.is_stop
        or token.text in _NAMING
    ):
        return False
    if not (doc[i + 2].is_lower and doc[i + 2].is_alpha) or doc[i + 2].text in ("and", "or", "to", "through"):
        return False
    return sum(other.text in ('"', "''") for other in doc[begin : i + 1]) % 2 == 0


def _opens(doc: Doc, i: int) -> bool:
    """Whether a quotation mark at i opens a quotation: a blank before it and none after."""
    return i > 0 and bool(doc[i - 1].whitespace_) and not doc[i].whitespace_


def _can_start(doc: Doc, i: int) -> bool:
    """Whether token i may start a sentence: not lower case, not punctuation that goes on."""
    token = doc[i]
    if token.text in {",", ";", ":", ")", "]", "-", "--"}:
        return False
    if token.text in _CLOSERS and i + 1 < len(doc):
        token = doc[i + 1]
    return not (token.text[:1].islower() and not token.text.startswith(("al-", "el-", "iP")))
