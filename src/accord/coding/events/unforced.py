"""Harm that nobody does by force: accidents, disasters, disease, animals, figures of speech ("the news hit the town").

In: an act of ASSAULT and its article. Out: a reason in words why it is none, or nothing. What a sentence leaves open is asked
of the sentence before and of the article's first sentences, and only for harm without a doer. Does not look for who did it.
"""

from collections.abc import Iterable
from typing import Literal

from spacy.tokens import Doc, Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import expand, find_arguments
from accord.coding.events.classes import event_noun, through
from accord.coding.events.clauses import Clause, root_of
from accord.language.parse import ParsedArticle

_LEAD = 4
"""Sentences at the head of an article, its title included, that tell what it is about."""
_FORCED = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})
# Harm that an accident may do as well; other acts of force need somebody who means them.
_MODES = frozenset({None, "destroy", "explosives"})
_MET = frozenset({"strike", "hit", "slam", "plunge", "veer", "skid", "sink"})
_WALLS = frozenset("house building roof wall ceiling bridge school church tower apartment home".split())
_POINTING = frozenset({"this", "that"})
_ANIMAL, _MISHAP = "harm by or to an animal", "harm of an accident or disaster, not of force"
_Scene = Literal["force", "mishap"]


def find_lack_of_force(clause: Clause, act: Act, parsed: ParsedArticle) -> str | None:
    """Return why harm is no assault; `None` where it may be one.

    Args:
        clause: the sentence.
        act: an act told in it, of any type.
        parsed: the article, for what the sentence leaves open.
    """
    if act.event_type == "AID" and any(_is_beast(clause, i, parsed) for i in act.actors):
        return _ANIMAL
    if act.event_type != "ASSAULT":
        return None
    arguments = find_arguments(act.trigger)
    verbal = act.trigger.pos_ in ("VERB", "AUX")
    doers = [t for s in arguments.subjects for t in expand(s)] if verbal else []
    hurt = [t for o in arguments.objects for t in expand(o)] if verbal else []
    harmful = act.trigger.lemma_.lower() in lexicon.words("casualties") | lexicon.words("attacks")
    reasons = [_find_idleness(clause, doer) for doer in doers] if harmful else []
    if reasons and all(reasons):
        return reasons[0]
    if any(_is_animal(clause, t) for t in (*doers, *hurt)) or any(
        _is_beast(clause, i, parsed) for i in (*act.actors, *act.recipients)
    ):
        return _ANIMAL
    return _find_accident(clause, act, doers, parsed)


def _find_accident(clause: Clause, act: Act, doers: list[Token], parsed: ParsedArticle) -> str | None:
    blind = not act.actors and act.mode in _MODES and act.trigger.lemma_.lower() in lexicon.words("casualties")
    blind = blind and not any(_is_wielded(clause, t) for t in doers)
    if blind and _find_scene(clause, parsed) == "mishap":
        return _MISHAP
    fallen = bool(doers) and all(t.lemma_.lower() in _WALLS for t in doers)
    if fallen and _find_scene(clause, parsed) == "mishap":
        return _MISHAP
    driverless = bool(doers) and not act.actors and all(t.lemma_.lower() in lexicon.noun_class("carrier_n") for t in doers)
    if driverless and _find_scene(clause, parsed) != "force":
        return "a vehicle that hits something, not said to be steered at it"
    return None


def _find_idleness(clause: Clause, doer: Token) -> str | None:
    """Return why what stands as doer can mean no harm: nature, an animal, an abstract thing."""
    if any(_is_wielded(clause, t) for t in through(doer)):
        return None
    lemma = doer.lemma_.lower()
    if doer.lower_ in _POINTING and doer.pos_ in ("PRON", "DET"):
        return "nobody is said to have done it"
    if _is_animal(clause, doer):
        return _ANIMAL
    mention = clause.mention(doer)
    if mention is not None and mention.form == "pronoun" and mention.refers_to is not None:
        lemma = clause.mentions[root_of(clause, mention.refers_to)].head
    elif mention is not None and mention.form != "descriptor":
        return None
    if lemma in lexicon.words("accidents") or lemma in lexicon.noun_class("nature_n"):
        return _MISHAP
    return "an abstract thing does no violence" if lemma in lexicon.noun_class("abstract_n") else None


def _is_wielded(clause: Clause, token: Token) -> bool:
    """Whether a thing does harm in somebody's hands: a weapon, or an attack, a riot."""
    noun = None if _is_mere_blast(token) else event_noun(token)
    return (noun is not None and noun.event_type in _FORCED) or token.lemma_.lower() in lexicon.noun_class("missile")


def _is_mere_blast(token: Token) -> bool:
    """Whether something blew up that is no weapon: "a gas explosion"."""
    blast = token.lemma_.lower() in ("explosion", "blast")
    return blast and any(c.lower_ in lexicon.words("blowing_up") for c in token.children if c.dep_ in ("compound", "amod"))


def _is_animal(clause: Clause, token: Token) -> bool:
    mention = clause.mention(token)
    named = mention is not None and mention.label in ("organization", "group", "state") and mention.form == "name"
    return not named and token.pos_ != "VERB" and token.lemma_.lower() in lexicon.noun_class("animal_n")


def _is_beast(clause: Clause, index: int, parsed: ParsedArticle) -> bool:
    """Whether a participant is an animal, by its own words or by those at its name: "the gorilla Bongo"."""
    mention = clause.mentions[root_of(clause, index)]
    animals = lexicon.noun_class("animal_n")
    if mention.form != "name":
        return mention.head in animals
    if mention.label not in ("person", "unknown"):
        return False
    last = mention.text.split()[-1]
    docs = (clause.sentence.doc, *(s.doc for s in parsed.sentences[:_LEAD]))
    same = (t for doc in docs for t in doc if t.text == last)
    return any(n.lemma_.lower() in animals for t in same for n in _beside(t))


def _beside(name: Token) -> Iterable[Token]:
    """The nouns that describe a name: before it, in apposition, and what is called so."""
    yield from (c for c in name.children if c.dep_ in ("compound", "appos", "nmod"))
    if name.dep_ in ("appos", "oprd", "compound"):
        yield name.head
        yield name.head.head


def _find_scene(clause: Clause, parsed: ParsedArticle) -> _Scene | None:
    """Return what a sentence is about as far as harm goes; where it does not say, what the text around it is about."""
    at = clause.sentence.index
    before = [parsed.sentences[at - 1].doc] if at else []
    docs = [clause.sentence.doc, *before, *(s.doc for s in parsed.sentences[:_LEAD])]
    return next((scene for doc in docs if (scene := _scene_of(doc)) is not None), None)


def _scene_of(doc: Doc) -> _Scene | None:
    found: _Scene | None = None
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in lexicon.words("violence") or _names_attack(token):
            return "force"
        crash = lemma in lexicon.words("accidents") and not (token.pos_ == "VERB" and lexicon.is_force(lemma))
        if (
            crash
            or _is_mere_blast(token)
            or (lemma in lexicon.noun_class("carrier_n") and token.dep_ == "nsubj" and token.head.lemma_ in _MET)
        ):
            found = "mishap"
    return found


def _names_attack(token: Token) -> bool:
    noun = event_noun(token)
    return noun is not None and noun.event_type == "ASSAULT" and noun.noun not in lexicon.words("vague_harm")
