"""Who takes part in an act: mentions at the places that a frame or an event noun names.

In: a `Clause` with the arguments of a verb or an event noun. Out: mention indexes. Knows frames, not events.
"""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import Arguments, expand, preps_of
from accord.coding.events.classes import noun_keys
from accord.coding.events.clauses import Clause, is_actor, is_place, root_of
from accord.coding.events.construction import first_preps
from accord.coding.events.lexicon import EventNoun, Frame
from accord.coding.events.parties import is_wanted, owner_parties, parties
from accord.coding.events.setting import is_site
from accord.coding.events.subjects import surface_subjects

_ABOUT = (
    ("assistance", "AID"),
    ("aid", "AID"),
    ("support_n", "AID"),
    ("talks", "CONSULT"),
    ("withdrawal", "RETREAT"),
    ("ceasefire", "RETREAT"),
    ("release_n", "RETREAT"),
)


# Prepositions after which a thing's owner is who it is done to: "a strike on the army's base", "anger over Malta's law".
_OWNED = frozenset({"against", "on", "to", "over", "about", "into"})


_OBJECTIVE = frozenset({"them", "him", "her", "us", "me"})
_PERSONAL = frozenset("he she they we i him her them us me".split())


def is_party(clause: Clause, token: Token) -> bool:
    """Whether a noun phrase, or one it is coordinated with, denotes an actor or a place."""
    return any(is_actor(clause, t) or is_place(clause, t) for t in expand(token))


def subject_parties(clause: Clause, arguments: Arguments) -> tuple[int, ...]:
    """Return who a clause has as subject, or whose the subject is where it is no mention itself ("the APEC forum")."""
    return parties(clause, arguments.subjects) or owner_parties(clause, arguments.subjects)


def agents(clause: Clause, verb: Token, arguments: Arguments) -> tuple[tuple[int, ...], float]:
    """Return who acts, and how far that can be trusted: for a thing as subject ("the raid killed") it is its owner.

    A participle that the parse hung on a place or thing ("fired at the city killing three") takes the clause's subject.
    """
    hung = verb.dep_ == "acl" and verb.tag_ == "VBG" and arguments.subjects == (verb.head,)
    if hung and (_is_only_place(clause, verb.head) or not (is_party(clause, verb.head) or owner_parties(clause, [verb.head]))):
        arguments = replace(arguments, subjects=tuple(_clause_subjects(verb.head)))
    if any(is_party(clause, t) for t in arguments.subjects):
        return parties(clause, arguments.subjects), 1.0
    if arguments.subjects:
        # "Mali's civil war has killed thousands": a war is nobody's act
        behind = owner_parties(
            clause, [t for t in arguments.subjects if t.lemma_ not in ("war", "conflict", "violence", "fighting")]
        )
        return behind, 0.8 if behind else 0.6
    return (), 0.9


def _is_only_place(clause: Clause, token: Token) -> bool:
    mention = clause.mention(token)
    return (
        is_site(mention)
        if mention is not None
        else any(token.lemma_.lower() in lexicon.noun_class(n) for n in ("city", "site"))
    )


def _clause_subjects(noun: Token) -> list[Token]:
    node = noun
    while node.head != node and node.pos_ not in ("VERB", "AUX"):
        node = node.head
    return surface_subjects(node)


def recipients(clause: Clause, arguments: Arguments, frame: Frame) -> tuple[int, ...]:
    """Return to whom an act is done, at the first of the frame's places where no mere town stands, else at that town."""
    if frame.pattern.prep:
        prep = frame.pattern.prep
        named = arguments.prep(prep) or _below(arguments.objects, (prep,))
        if frame.event_type == "REQUEST" and prep == "for":
            # "asked Oslo for troops": who is asked, never what for
            asked = [t for o in (*arguments.objects, *arguments.indirect) for t in expand(o) if is_party(clause, t)]
            if asked:
                return parties(clause, asked)
            named = tuple(t for t in named if not is_wanted(clause, t))
        found = parties(clause, named) or owner_parties(clause, named)
        if found:
            return found
        arguments = replace(arguments, objects=(*arguments.objects, *named))
    own = {root_of(clause, i) for i in parties(clause, arguments.subjects)} if frame.event_type == "REQUEST" else set()
    held = [_without_own(clause, found, own) for p in frame.recipient if (found := _recipients_at(clause, arguments, p))]
    held = [found for found in held if found]
    people = (found for found in held if not all(is_site(clause.mentions[i]) for i in found))
    return next(people, held[0] if held else ())


def _without_own(clause: Clause, found: tuple[int, ...], own: set[int]) -> tuple[int, ...]:
    """Leave out what belongs to who asks: "asked for better protection of its missions"."""
    owners_of = {i: clause.mentions[i].owner for i in found}
    return tuple(i for i, owner in owners_of.items() if owner is None or root_of(clause, owner) not in own)


def _recipients_at(clause: Clause, arguments: Arguments, place: str) -> tuple[int, ...]:
    if place == "obj":
        direct = [t for o in arguments.objects for t in expand(o) if is_actor(clause, t) or is_place(clause, t)]
        return parties(clause, direct) or owner_parties(clause, arguments.objects)
    if place == "iobj":
        return parties(clause, arguments.indirect)
    if place == "owner":
        below = _below(arguments.objects, ("by", "from", "of", "against", "on"))
        return owner_parties(clause, arguments.objects) or parties(clause, below)
    tokens = arguments.preps.get(place, ())
    below = tuple(t for o in arguments.objects for t in preps_of(o).get(place, ()))
    if place in ("in", "at", "of", "for") and not any(is_party(clause, t) for t in (*tokens, *below)):
        return ()
    found = parties(clause, tokens) or parties(clause, below)
    return found or (owner_parties(clause, (*tokens, *below)) if place in _OWNED else ())


def _below(nouns: Iterable[Token], names: tuple[str, ...]) -> tuple[Token, ...]:
    return next((found for noun in nouns if (found := first_preps(preps_of(noun), names))), ())


def with_pronouns(clause: Clause, act: Act, actors: tuple[int, ...]) -> tuple[int, ...]:
    """Return the actors with the pronouns among an act's that stand for nobody known: "they" rather than nobody."""
    both = dict.fromkeys((*act.actors, *(act.recipients if act.mutual else ())))
    bare = {i for i in both if clause.mentions[i].text.lower() in _PERSONAL and _is_unknown(clause, i)}
    return tuple(i for i in both if i in actors or i in bare) + tuple(i for i in actors if i not in both)


def bare_objects(clause: Clause, act: Act) -> tuple[int, ...]:
    """Return the pronouns for nobody known to whom an act is done: "threw stones at them" rather than at nobody."""
    others = () if act.mutual else act.recipients
    objective = (i for i in others if clause.mentions[i].text.lower() in _OBJECTIVE)
    return tuple(i for i in objective if i not in act.actors and _is_unknown(clause, i))


def _is_unknown(clause: Clause, index: int) -> bool:
    root = clause.mentions[root_of(clause, index)]
    return root.form == "pronoun" and not root.members


def subject_above(clause: Clause, noun: Token) -> tuple[int, ...]:
    """Return who is subject of the clause that a noun stands in."""
    return parties(clause, [t for t in _clause_subjects(noun) if is_actor(clause, t) or is_place(clause, t)])


def noun_actors(clause: Clause, noun: Token) -> tuple[int, ...]:
    """Return who does what an event noun names: its owner, and both sides after "between".

    A place before the noun is where it happens ("the Kabul bombing"), a country too unless a target follows.
    """
    aimed = any(preps_of(noun).get(prep) for prep in ("on", "against"))
    before = {
        clause.mention_of[c.i]
        for c in noun.children
        if c.dep_ in ("compound", "nmod") and c.i in clause.mention_of
        if is_site(clause.mentions[clause.mention_of[c.i]])
        or (clause.mentions[clause.mention_of[c.i]].label == "state" and not aimed)
    }
    between = parties(clause, first_preps(preps_of(noun), ("between", "among")))
    own = clause.mention_of.get(noun.i)  # "the First World War" is none of its own
    return tuple(dict.fromkeys((*(i for i in owner_parties(clause, [noun]) if i not in before and i != own), *between)))


def noun_recipients(clause: Clause, noun: Token, frame: EventNoun) -> tuple[int, ...]:
    """Return to whom what an event noun names is done."""
    below = preps_of(noun)
    for prep in frame.recipient:
        tokens = below.get(prep, ())
        found = parties(clause, [t for t in tokens if is_party(clause, t)])
        if not found and frame.event_type in ("ACCUSE", "SUPPORT", "REJECT"):
            of_what = [p for t in tokens for p in preps_of(t).get("of", ()) if is_party(clause, p)]
            found = owner_parties(clause, tokens) or parties(clause, of_what)  # "criticism of Malta's laws"
        if found:
            return found
    return ()


def subject_matter(noun: Token) -> str | None:
    """Return what kind of act a request or refusal is about, from the nouns after "for" and "of"; `None` where unknown."""
    keys = [key for t in first_preps(preps_of(noun), ("for", "of")) for one in expand(t) for key in noun_keys(one)]
    return next((event_type for name, event_type in _ABOUT if any(key in lexicon.noun_class(name) for key in keys)), None)
