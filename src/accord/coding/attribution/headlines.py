"""Find the cues of headlines in title case, whose capitals make a parser take verbs for names: "Minister Backs Truce".

In: a parsed sentence that holds no other verb cue. Out: `Cue`s. Only verbs in the third person of the present are read,
as headlines write them, and of these not the words that are as often nouns in the plural.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from accord.coding.attribution.cue import Cue
from accord.coding.attribution.spans import token_span
from accord.coding.attribution.speech import speech_words
from accord.language.parse import Sentence

_SHARE = 0.7
_FEWEST = 4
"""Fewest longer words of a line from which its case can be told."""
_CLASSES = ("say", "tell", "deny", "charge", "stance", "direct", "want")
_SAYS = ("say", "tell", "deny", "charge")
_NOUNS = frozenset(
    "plans reports states records details estimates signals charges votes attacks talks names views needs questions posts "
    "signs documents messages emails texts blogs forecasts answers comments remarks notes projects lists rules orders hints "
    "cables brands labels terms paints points looks focuses results resolves".split()
)
_LINKS = frozenset({",", "And", "and", "But", "but", ";"})


def headline_cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield the cues of a line in title case, each with what stands between it and the next."""
    if not _is_title_case(sentence):
        return
    doc = sentence.doc
    verbs = [token for token in doc[1:-1] if _lemma_of(token) and not token.tag_.startswith("VB")]
    if not verbs or doc[verbs[0].i - 1].pos_ not in {"PROPN", "NOUN", "PRON"} or any(t.text == ":" for t in doc[: verbs[0].i]):
        return
    chain = [verbs[0], *(v for v in verbs[1:] if doc[v.i - 1].text in _LINKS)]
    for verb, following in zip(chain, [*chain[1:], None], strict=True):
        last = following.i - 2 if following is not None else len(doc) - 1
        content = token_span(sentence, verb.i + 1, last)
        if not content or content[0][1] - content[0][0] < _FEWEST:
            continue
        own = sentence.range(verb, verb)
        yield Cue(
            kind="indirect",
            sentence=sentence.index,
            cue=own,
            frame=own,
            source=sentence.range(doc[0], doc[chain[0].i - 1]),
            head=sentence.start + doc[chain[0].i - 1].idx,
            content=content,
            says=speech_words().has(_lemma_of(verb), *_SAYS),
        )


def _is_title_case(sentence: Sentence) -> bool:
    """Whether nearly all longer words of a sentence are capitalised."""
    words = [t.text for t in sentence.doc if t.is_alpha and len(t) > _FEWEST - 1]
    return len(words) >= _FEWEST and sum(word[0].isupper() for word in words) > _SHARE * len(words)


def _lemma_of(token: Token) -> str:
    """Return the verb of speech or stance that a capitalised word in the third person is, or an empty string."""
    form = token.lower_
    if not token.text[:1].isupper() or not form.endswith("s") or form in _NOUNS:
        return ""
    for lemma in (form[:-1], form[:-2] if form.endswith("es") else "", f"{form[:-3]}y" if form.endswith("ies") else ""):
        if lemma and speech_words().has(lemma, *_CLASSES):
            return lemma
    return ""
