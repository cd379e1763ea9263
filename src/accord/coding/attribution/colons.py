"""Find who speaks by a colon: "Minister: troops to leave", "Troops to leave: report", "LEE: I never signed it."

In: a whole parsed sentence; for the turns of a transcript the cues of an article. Out: `Cue`s. Labels that name nobody
("Breaking:") are in `data/speech.yaml`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from accord.coding.attribution.cue import Cue
from accord.coding.attribution.phrase_cues import can_say, is_teller
from accord.coding.attribution.spans import tidy
from accord.coding.attribution.speech import speech_words
from accord.language.parse import ParsedArticle, Sentence

_NAME_WORDS = 3
"""Most words of a name before a colon that is no known kind of source."""


def _is_label_of_somebody(plain: list[Token]) -> bool:
    """Whether the words before a colon look like a speaker's name alone: "LEE: ...", "Lee: we will go"."""
    return len(plain) <= _NAME_WORDS and all(t.text[0].isupper() and t.pos_ in {"PROPN", "NOUN"} for t in plain)


def colon_cues(sentence: Sentence) -> Iterator[Cue]:
    """Yield "Minister: troops to leave" and, in titles, "Troops to leave: report"."""
    doc = sentence.doc
    colon = next((t for t in doc[:-1] if t.text == ":" and t.whitespace_), None) or _closing_dash(sentence)
    if colon is None or colon.i == 0:
        return
    before, after = doc[: colon.i], doc[colon.i + 1 :]
    span = sentence.range(colon, colon)
    sides = ((before, after, True), (after, before, False)) if colon.text == ":" else ((after, before, False),)
    for side, other, is_head in sides:
        limit = 8 if is_head else 4
        plain = [t for t in side if not t.is_punct]
        known = len(plain) == 1 and is_teller(plain[0].lower_)
        if len(plain) > limit or len(other) < 3 or not plain or (any(t.pos_ in {"VERB", "AUX"} for t in plain) and not known):
            continue
        head = plain[-1] if is_head or len(plain) < 2 else side.root
        bare = doc[-1].text not in {".", "?", "!"}
        if is_head and plain[0].pos_ in {"ADP", "PART", "SCONJ", "CCONJ"}:
            continue
        if not (known or can_say(head) or (is_head and _is_label_of_somebody(plain))):
            continue
        if not (is_head or bare or sentence.kind == "title") or (is_head and plain[0].lower_ in speech_words().labels):
            continue
        if not (known or sentence.kind == "title" or any(t.pos_ in {"VERB", "AUX"} for t in other)):
            continue
        low, high = tidy(doc.text, other.start_char, other.end_char)
        yield Cue(
            kind="indirect",
            sentence=sentence.index,
            cue=span,
            frame=sentence.range(side[0], side[-1]),
            source=sentence.range(side[0], side[-1]),
            head=sentence.start + head.idx,
            content=((sentence.start + low, sentence.start + high),),
            takes_quote=True,
            turn=is_head and side[0].i == 0,
        )
        return


def _closing_dash(sentence: Sentence) -> Token | None:
    """Return the dash before the source that closes a headline: "Rebels hit port - ministry"."""
    doc = sentence.doc
    if doc[-1].text in {".", "?", "!"}:
        return None
    return next((t for t in doc[3:-1] if t.text in {"-", "–", "—"} and t.whitespace_ and doc[t.i - 1].whitespace_), None)


def run_turns(parsed: ParsedArticle, cues: Sequence[Cue]) -> list[Cue]:
    """Return the cues, those of a transcript's turns with all that is said in their paragraph."""
    ends = {sentence.paragraph: sentence.end for sentence in parsed.sentences}
    firsts = {sentence.paragraph: sentence.index for sentence in reversed(parsed.sentences)}
    return [_run_turn(parsed, cue, ends, firsts) if cue.turn else cue for cue in cues]


def _run_turn(parsed: ParsedArticle, cue: Cue, ends: dict[int, int], firsts: dict[int, int]) -> Cue:
    """Return a cue whose content runs to the end of the paragraph that it opens, unless that is a quotation."""
    sentence = parsed.sentences[cue.sentence]
    start = cue.content[0][0]
    if firsts[sentence.paragraph] != sentence.index or cue.kind != "indirect":
        return cue
    return replace(cue, content=((start, tidy(parsed.article.text, start, ends[sentence.paragraph])[1]),))
