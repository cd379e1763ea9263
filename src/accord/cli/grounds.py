"""The pages of `accord explain`: explained sentences → text for a terminal of 100 columns. Prints nothing."""

import textwrap
from collections.abc import Iterator, Sequence

from rich.text import Text

from accord.cli.terminal import make_printable
from accord.coding.explaining.explanation import ExplainedReport, ExplainedSentence, Named, Said, Word
from accord.views.explanations import (
    quote,
    say_participant,
    say_rule,
    say_speaker,
    say_status,
    say_time,
    say_trust,
    say_unreported,
)
from accord.views.labels import MEANINGS, TYPES

_WIDTH = 98
_LABEL = 12
_PARTS = {
    "PROPN": "name",
    "NOUN": "noun",
    "VERB": "verb",
    "AUX": "auxiliary",
    "ADJ": "adjective",
    "ADV": "adverb",
    "ADP": "preposition",
    "PRON": "pronoun",
    "DET": "determiner",
    "NUM": "number",
    "PART": "particle",
    "CCONJ": "conjunction",
    "SCONJ": "conjunction",
    "PUNCT": "punctuation",
    "INTJ": "interjection",
    "SYM": "symbol",
}
_RELATIONS = {
    "nsubj": "subject",
    "nsubjpass": "passive subject",
    "csubj": "clause as subject",
    "dobj": "object",
    "dative": "indirect object",
    "attr": "attribute",
    "acomp": "adjective complement",
    "oprd": "object complement",
    "prep": "preposition",
    "pobj": "after preposition",
    "pcomp": "clause after preposition",
    "agent": "agent's “by”",
    "poss": "owner",
    "case": "owner's “'s”",
    "conj": "listed with",
    "cc": "“and”, “or”",
    "appos": "apposition",
    "compound": "first part of a name",
    "amod": "describes",
    "nmod": "describes",
    "nummod": "number of",
    "det": "determiner",
    "aux": "auxiliary",
    "auxpass": "passive auxiliary",
    "neg": "negation",
    "prt": "particle",
    "advmod": "adverb",
    "npadvmod": "noun as adverb",
    "ccomp": "content clause",
    "xcomp": "infinitive or the like",
    "advcl": "adverbial clause",
    "acl": "clause at a noun",
    "relcl": "relative clause",
    "mark": "introduces the clause",
    "punct": "",
    "ROOT": "main word",
}


def render(sentences: Sequence[ExplainedSentence]) -> Text:
    """Return explained sentences as text, one after the other."""
    pages = [Text("\n").join(_show_sentence(sentence)) for sentence in sentences]
    return make_printable(Text("\n\n").join(pages))


def _show_sentence(sentence: ExplainedSentence) -> Iterator[Text]:
    for line in textwrap.wrap(f"“{' '.join(sentence.text.split())}”", _WIDTH):
        yield Text(line, style="italic")
    yield from _show_part("Parse", _show_words(sentence.words))
    yield from _show_part("Mentions", (line for mention in sentence.mentions for line in _show_mention(mention)))
    times = (line for time in sentence.times for line in _show_pair(f"“{time.text}”", say_time(time)))
    yield from _show_part("Times", times)
    yield from _show_part("Who says so", (line for said in sentence.attributions for line in _show_said(said)))
    if sentence.reports:
        for report in sentence.reports:
            yield from _show_report(report)
    else:
        yield Text("\nNo report", style="bold yellow")
    yield from _show_part("Words without a report", _show_unreported(sentence))


def _show_part(title: str, lines: Iterator[Text]) -> Iterator[Text]:
    shown = list(lines)
    if shown:
        yield Text(f"\n{title}", style="bold")
        yield from shown


def _show_words(words: Sequence[Word]) -> Iterator[Text]:
    """Yield the parse, a line for each word, with what it hangs on."""
    wide = max((len(word.text) for word in words), default=0)
    lemmas = max((len(word.lemma) for word in words), default=0)
    for number, word in enumerate(words):
        relation = _RELATIONS.get(word.relation, word.relation)
        head = "" if word.head == number or not relation else f"→ {words[word.head].text} ({word.head})"
        start = f"  {number:>3} {word.text:<{min(wide, 20)}} {word.lemma:<{min(lemmas, 20)}} "
        part = f"{_PARTS.get(word.part, word.part.lower()):<12}"
        style = "bold" if word.part == "VERB" else ""
        yield Text.assemble((start, style), (part, "cyan"), f" {relation:<22} ", (head, "dim"))


def _show_mention(mention: Named) -> Iterator[Text]:
    words: list[str] = [mention.label, mention.form]
    words += [mention.country] if mention.country else []
    words += ["/".join(mention.sectors)] if mention.sectors else []
    words += [f"refers to “{mention.refers_to}”"] if mention.refers_to else []
    words += [f"of “{mention.owner}”"] if mention.owner else []
    yield from _show_pair(f"“{mention.text}”", ", ".join(words))


def _show_said(said: Said) -> Iterator[Text]:
    cue = f" by “{said.cue}”" if said.cue else ""
    kind = f"{said.kind.replace('_', ' ')}{cue}" + ("" if said.says else ", a stance, which is nobody's account")
    yield from _show_pair(said.speaker or "nobody named", f"{kind}: {' … '.join(' '.join(c.split()) for c in said.content)}")


def _show_report(report: ExplainedReport) -> Iterator[Text]:
    code = " · ".join(filter(None, (report.event_type, report.mode, report.status.status)))
    background = " · background" if report.historical else ""
    yield Text.assemble("\n", ("Report  ", "bold"), (code + background, "bold green"), f"  at “{report.trigger}”")
    yield from _show_pair(TYPES[report.event_type], MEANINGS[report.event_type], style="dim")
    yield from _show_row("read by", say_rule(report))
    yield from _show_row("who", [say_participant(one) for one in report.actors] or ["nobody named"])
    yield from _show_row("to whom", [say_participant(one) for one in report.recipients] or ["nobody named"])
    if report.location:
        yield from _show_row("where", [report.location])
    if report.time:
        yield from _show_row("when", [f"“{report.time.text}”: {say_time(report.time)}"])
    if report.instrument:
        yield from _show_row("agreement", [f"“{report.instrument}”" + (f", {report.stage}" if report.stage else "")])
    if report.contexts:
        yield from _show_row("about", [", ".join(context.replace("_", " ") for context in report.contexts)])
    yield from _show_row("status", [say_status(report)])
    yield from _show_row("says who", [say_speaker(one) for one in report.speakers] or ["the article itself"])
    yield from _show_row("confidence", say_trust(report))


def _show_unreported(sentence: ExplainedSentence) -> Iterator[Text]:
    for word in sentence.unreported:
        yield from _show_row(quote([word.word]), say_unreported(word), wide=20)


def _show_row(label: str, lines: Sequence[str], *, wide: int = _LABEL) -> Iterator[Text]:
    """Yield lines under one label, wrapped beside it."""
    indent = " " * (wide + 2)
    if len(label) >= wide:
        yield Text(f"  {label}", style="cyan")
        label = ""
    for line in lines:
        for piece in textwrap.wrap(line, _WIDTH - len(indent)) or [""]:
            yield Text.assemble((f"  {label:<{wide}}", "cyan"), piece)
            label = ""


def _show_pair(name: str, words: str, *, style: str = "") -> Iterator[Text]:
    """Yield a name with words after it, wrapped with an indent."""
    first, *rest = textwrap.wrap(f"{name}: {words}", _WIDTH - 4, subsequent_indent="  ")
    for line in (first, *rest):
        yield Text(f"  {line}", style=style)
