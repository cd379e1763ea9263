"""What an article tells by words that are given: who does it, to whom, with what around it.

In: a record's tokens and the places of its mentions. Out: `Told` for `accord.linking.happenings`. Who takes part is read from
the parse, and pronouns and descriptions stand for the names that coding takes them to mean.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from accord.coding.article import code_article
from accord.language.parse import Parser, Sentence
from accord.linking.happenings.happening import Happening, Part, Passage, Told
from accord.linking.likeness.wording import FUNCTION_WORDS, fold_word
from accord.linking.words import stem
from accord.model.reading import CleanArticle, MentionDraft, Paragraph, Reading
from accord.model.record import Published
from bench.gold import Row
from bench.tokens import join_tokens

LIGHT = frozenset("be have do make take get go give the a an of in on to up out off by for with".split())
_PARTICLES = frozenset("up out off down into away over in on".split())
_NAMES = frozenset("PERSON ORG GPE LOC NORP FAC PRODUCT EVENT WORK_OF_ART".split())
_UNDERGO = frozenset("of against on for".split())
_SETTING = frozenset("in at near from to on after for with".split())
_PARTS: dict[str, Part] = {"VERB": "verb", "AUX": "verb", "PRON": "pronoun", "DET": "pronoun", "NOUN": "noun", "PROPN": "noun"}
_AROUND = 6
_UP = 4
"""Verbs above one without a subject that are asked for it."""


@dataclass(frozen=True, slots=True)
class _Roles:
    doers: tuple[Token, ...] = ()
    undergoers: tuple[Token, ...] = ()


def tell(row: Row, parser: Parser, *, dated: bool = False) -> Told:
    """Return what a record's event mentions tell, in their order; where `dated` its first sentence is its date."""
    whole = join_tokens([sentence["tokens"] for sentence in row["sentences"]])
    parsed = parser.parse_article(_make_article(row["id"], whole.text.rstrip("\n"), dated=dated))
    reading = code_article(parsed)
    first: dict[int, int] = {}
    size = 0
    for line in row["sentences"]:
        first[line["n"]] = size
        size += len(line["tokens"])
    times: defaultdict[int, set[str]] = defaultdict(set)
    for time in reading.times:
        times[time.sentence].add(fold_word(time.text.lower()))
    passages = [_make_passage(sentence.doc, times[n]) for n, sentence in enumerate(parsed.sentences)]
    happenings = []
    for mention in row["mentions"]:
        if mention["kind"] != "event":
            continue
        spans = [whole.spans[first[mention["sentence"]] + n] for n in mention["tokens"]]
        at = max((n for n, s in enumerate(parsed.sentences) if s.start <= spans[0][0]), default=0)
        happenings.append(_make_happening(reading, parsed.sentences[at], at, spans))
    return Told(passages=tuple(passages), happenings=tuple(happenings))


def find_main(tokens: Sequence[Token]) -> Token | None:
    """Return the word of a mention that the others hang on, light words aside."""
    heads = [t for t in tokens if t.lemma_.lower() not in LIGHT] or list(tokens)
    return next((t for t in heads if t.head not in heads or t.head == t), None)


def _make_article(name: str, text: str, *, dated: bool) -> CleanArticle:
    paragraphs: list[Paragraph] = []
    start, day = 0, None
    for number, line in enumerate(text.split("\n")):
        if dated and number == 0 and line[:4].isdigit():
            day = datetime.date.fromisoformat(line.strip()[:10])
        elif line.strip():
            paragraphs.append(Paragraph(start, start + len(line), "body" if paragraphs else "title"))
        start += len(line) + 1
    published = Published(day, day, "metadata") if day else None
    return CleanArticle(id=name, path=name, text=text, paragraphs=tuple(paragraphs), published=published)


def _is_telling(token: Token) -> bool:
    return token.is_alpha and len(token.text) > 1 and fold_word(token.text) not in FUNCTION_WORDS


def _make_passage(doc: Doc, times: Iterable[str]) -> Passage:
    return Passage(
        words=Counter(stem(fold_word(t.lemma_)) for t in doc if _is_telling(t)),
        names=frozenset(fold_word(t.text) for t in doc if t.ent_type_ in _NAMES and _is_telling(t)),
        numbers=frozenset(t.lower_ for t in doc if t.like_num or t.is_digit),
        times=frozenset(times),
    )


def _make_happening(reading: Reading, sentence: Sentence, number: int, spans: Sequence[tuple[int, int]]) -> Happening:
    base, doc = sentence.start, sentence.doc
    inside = [t for t in doc if any(a < base + t.idx + len(t) and base + t.idx < b for a, b in spans)]
    main = find_main(inside)
    if main is None:
        return Happening(passage=number, start=spans[0][0], lemma="", text="", part="other")
    roles = _find_roles(main)
    settings = _list_objects(main, _SETTING)
    light = next((t for t in inside if t != main and t.pos_ == "VERB" and t.lemma_.lower() in LIGHT), None)
    if light is not None:
        more = _find_roles(light)
        roles = _Roles(roles.doers + more.doers, roles.undergoers + tuple(t for t in more.undergoers if t != main))
        settings += _list_objects(light, _SETTING)
    return Happening(
        passage=number,
        start=base + main.idx,
        lemma=main.lemma_.lower(),
        text=" ".join(t.text for t in inside).lower(),
        particle=_find_particle(main, inside),
        lemmas=tuple(t.lemma_.lower() for t in inside),
        part=_PARTS.get(main.pos_, "other"),
        governor=main.head.lemma_.lower(),
        doers=_name_all(reading, sentence, roles.doers),
        undergoers=_name_all(reading, sentence, roles.undergoers),
        settings=_name_all(reading, sentence, settings),
        tense="".join(main.morph.get("Tense", [])),
        negated=any(c.dep_ == "neg" for c in main.children),
        modal=any(c.dep_ == "aux" and c.tag_ == "MD" for c in main.children),
        near=tuple(
            stem(fold_word(t.lemma_))
            for t in doc[max(0, main.i - _AROUND) : main.i + _AROUND + 1]
            if t != main and t.is_alpha and fold_word(t.text) not in FUNCTION_WORDS
        ),
    )


def _find_particle(main: Token, inside: Sequence[Token]) -> str:
    found = [c.lower_ for c in main.children if c.dep_ == "prt"]
    if not found and main.pos_ in ("VERB", "ADV"):
        found = [t.lower_ for t in inside if t != main and t.lower_ in _PARTICLES]
    return found[0] if found else ""


def _list_objects(token: Token, prepositions: frozenset[str]) -> tuple[Token, ...]:
    heads = [c for c in token.children if c.dep_ in ("prep", "agent") and c.lower_ in prepositions]
    return tuple(t for head in heads for t in head.children if t.dep_ == "pobj")


def _find_roles(token: Token) -> _Roles:
    """Return who does and who undergoes what a word names."""
    if token.pos_ in ("VERB", "AUX"):
        return _find_verb_roles(token)
    children = list(token.children)
    doers = [c for c in children if c.dep_ == "poss"] + list(_list_objects(token, frozenset({"by"})))
    undergoers = [*_list_objects(token, _UNDERGO), *(c for c in children if c.dep_ in ("compound", "nmod"))]
    if token.dep_ in ("acomp", "attr", "oprd"):
        undergoers += _find_verb_roles(token.head).doers
    elif token.dep_ in ("dobj", "pobj"):
        verb = token.head if token.dep_ == "dobj" else token.head.head
        doers += _find_verb_roles(verb).doers if verb.pos_ == "VERB" else ()
    elif token.dep_ == "amod":
        undergoers.append(token.head)
    return _Roles(tuple(doers), tuple(undergoers))


def _find_verb_roles(verb: Token, depth: int = 0) -> _Roles:
    """Return a verb's participants; one without a subject takes that of the word it hangs on."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "csubj")]
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    agents = [t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"]
    doers, undergoers = subjects + agents, passive + [c for c in verb.children if c.dep_ in ("dobj", "obj", "dative")]
    if not subjects and not passive and depth < _UP and verb.head != verb:
        if verb.dep_ in ("relcl", "acl"):
            (undergoers if verb.tag_ == "VBN" else doers).append(verb.head)
        elif verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep"):
            above = _find_verb_roles(verb.head, depth + 1)
            doers += above.doers
            if verb.tag_ == "VBN" and verb.dep_ == "conj":
                undergoers += [t for t in above.undergoers if t.dep_ == "nsubjpass"]
            if verb.dep_ == "xcomp":
                doers += [t for t in above.undergoers if t.dep_ in ("dobj", "nsubjpass")][:1]
    return _Roles(tuple(_add_joined(doers)), tuple(_add_joined(undergoers)))


def _add_joined(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.conjuncts


def _name_all(reading: Reading, sentence: Sentence, tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(word for token in tokens for word in _name_one(reading, sentence, token))


def _name_one(reading: Reading, sentence: Sentence, token: Token) -> frozenset[str]:
    """Return the folded words that name a participant: of what its mention stands for, else its own."""
    at = sentence.start + token.idx
    there = [(m.end - m.start, n) for n, m in enumerate(reading.mentions) if m.start <= at < m.end]
    words: set[str] = set()
    if there:
        for mention in _resolve(reading.mentions, min(there)[1]):
            if mention.form != "pronoun":
                words |= {fold_word(word) for word in (*mention.text.replace("-", " ").split(), mention.head)}
    if not words and token.pos_ != "PRON":
        with_it = (c for c in token.children if c.dep_ in ("compound", "amod", "nmod", "poss"))
        words = {fold_word(t.lemma_) for t in (token, *with_it)}
    return frozenset(word for word in words if len(word) > 1 and word not in FUNCTION_WORDS)


def _resolve(mentions: Sequence[MentionDraft], index: int) -> Iterator[MentionDraft]:
    """Yield what a mention stands for and the parts of that."""
    seen = {index}
    while (known := mentions[index].refers_to) is not None and known not in seen:
        seen.add(known)
        index = known
    yield mentions[index]
    yield from (mentions[n] for n in mentions[index].members)
