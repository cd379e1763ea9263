"""Requests, orders, calls: "urged Rome to talk", "ordered them to leave", "called him to thank him", "said Rome must pay".

In: a `Construction`. Out: acts, an empty list where nobody is asked for an act, `None` where it is no request after all
(PLOVER manual, REQUEST).
"""

from dataclasses import replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import expand, is_infinitive, preps_of
from accord.coding.events.classes import event_noun
from accord.coding.events.clauses import Clause
from accord.coding.events.construction import Construction, first_preps
from accord.coding.events.modality import read_modality
from accord.coding.events.parties import is_wanted, owner_parties
from accord.coding.events.subjects import is_passive, owners, surface_subjects

# Verbs that ask only with an infinitive: "called Rome to help", never "called Rome a friend".
_ASK_WITH_INFINITIVE = frozenset("want push press call encourage invite petition lobby".split())
_ASK_SOMEBODY = frozenset("want push recommend advise encourage counsel invite call press".split())
# What people call or visit somebody for.
_TALKING = frozenset(
    """discuss talk speak review explain inform brief exchange consult confer update ask express convey offer assure hear tell
    stress discuss seek say coordinate negotiate meet follow affirm emphasize emphasise reiterate share wish pay""".split()
)
_NEEDED = frozenset("need require".split())
_AWAITING = frozenset("expect await want anticipate hope look wait".split())


def read_request(c: Construction) -> list[Act] | None:
    """Requests; `None` where the verb asks nobody for an act."""
    lemma = c.word.lemma_
    if any(
        t.tag_ in ("WP", "WRB", "WDT") or t.lower_ in ("whether", "if") for left in c.inner_word.lefts for t in left.subtree
    ):
        return []  # asked a question, not for an act
    if lemma in _ASK_WITH_INFINITIVE and not is_infinitive(c.inner_word):
        return None
    content = c.content
    if lemma == "call" and (c.arguments.objects or _is_visit(c)):
        return read_call(c)
    recipients = _addressed(c)
    if content is None and lemma == "invite":
        return None
    if (lemma in _ASK_SOMEBODY and not recipients) or (lemma == "insist" and not _is_demanded(c.inner_word)):
        return None
    if content is None and not recipients:
        return []
    if content is not None and lemma == "invite" and content.event_type == "CONSULT":
        return [
            replace(
                content, event_type="AGREE", mode=None, actors=c.actors, recipients=recipients, trigger=c.word, predicate=c.word
            )
        ]
    stops = content is not None and content.event_type in ("RETREAT", "CONCEDE")
    mode = lexicon.demand_mode(content.event_type if content else None, stops)
    weight = 0.75 if recipients and lemma != "want" else 0.6
    recipients = recipients or (content.recipients if content else ())
    return [c.act("REQUEST", mode, recipients=recipients, weight=weight, name="request")]


def _is_demanded(verb: Token) -> bool:
    """Whether a clause tells what shall be: with a modal of duty, or in the bare form ("insisted that Rome open it")."""
    if read_modality(verb).obliged:
        return True
    if any(t.dep_ in ("aux", "auxpass") and t.tag_ in ("MD", "TO") for t in verb.children):
        return False
    if verb.tag_ == "VB":
        return True
    singular = any(t.dep_ == "nsubj" and t.tag_ in ("NN", "NNP") for t in verb.children)
    return verb.tag_ == "VBP" and singular and not any(t.dep_ == "conj" for s in verb.children for t in s.children)


def _is_visit(c: Construction) -> bool:
    """Whether "called on him to discuss" tells a visit: the one who is called on is one person."""
    visited = c.arguments.preps.get("on", ())
    person = any((m := c.clause.mention(t)) is not None and m.label == "person" and not m.plural for t in visited)
    return person and c.inner_word.lemma_ in _TALKING


def read_call(c: Construction) -> list[Act] | None:
    """A call or visit to a person: what it was made to say ("called him to thank him"), else a consultation."""
    visited = c.arguments.preps.get("on", ())
    called = c.people([t for o in c.arguments.objects for t in expand(o)] or visited)
    if not called or not c.actors or not is_infinitive(c.inner_word):
        return None
    content = c.content
    if content is not None and content.event_type in ("SUPPORT", "ACCUSE", "CONCEDE", "AGREE", "THREATEN", "REQUEST"):
        rule = f"call:{content.rule}"
        said = replace(content, actors=c.actors, recipients=called, trigger=c.word, predicate=c.word, rule=rule, used=c.used)
        return [replace(said, status=None)]
    if content is None and c.inner_word.lemma_ not in _TALKING:
        return None
    talk = c.act("CONSULT", None if visited else "phone", recipients=called, weight=0.75, name="call")
    return [replace(talk, mutual=not visited)]


def _addressed(c: Construction) -> tuple[int, ...]:
    """Who is asked: the object, a prepositional object, or the subject of what is demanded."""
    tokens = [*c.arguments.objects, *c.arguments.indirect]
    tokens = tokens or list(first_preps(c.arguments.preps, ("on", "to", "for", "from", "with", "of")))
    wanted = [t for t in tokens if t.dep_ == "pobj" and t.head.lower_ == "for" and is_wanted(c.clause, t)]
    if wanted:  # "asked for troops from Oslo to guard the port"
        tokens = [p for t in wanted for p in preps_of(t).get("from", ())]
    found = c.people(tokens)
    if not found and not wanted and any(t.dep_ in ("nsubj", "nsubjpass") for t in c.inner_word.children):
        found = c.people(surface_subjects(c.inner_word))
    return tuple(i for i in found if i not in c.actors)


def read_order(c: Construction) -> list[Act] | None:
    """Orders: to one's own forces to attack is THREATEN, to others REQUEST."""
    objects = [t for o in (*c.arguments.objects, *c.arguments.indirect) for t in expand(o)]
    if any(_is_own_force(c.clause, t) for t in objects):
        attack = next((a for a in c.inner if a.event_type == "ASSAULT"), None)
        named = any((noun := event_noun(t)) is not None and noun.event_type == "ASSAULT" for t in c.inner_word.subtree)
        if attack is not None or named:
            targets = attack.recipients or attack.places if attack is not None else ()
            return [c.act("THREATEN", "violence", recipients=targets, weight=0.65, name="order")]
        return [replace(a, status="future", used=c.used, weight=a.weight * 0.8) for a in c.inner[:1]]
    if c.word.lemma_ == "tell" and not is_infinitive(c.inner_word):
        return None
    if c.word.lemma_ in ("force", "compel", "oblige", "require"):
        return None
    return read_request(c)


def _is_own_force(clause: Clause, token: Token) -> bool:
    return token.lemma_.lower() in lexicon.words("own_forces") and bool(owners(token) or clause.mention(token))


def read_need(c: Construction) -> list[Act] | None:
    """A demand in the passive: "said that a reform of the agency was needed"."""
    if c.inner_word.lemma_ not in _NEEDED or not is_passive(c.inner_word):
        return None
    return read_duty(c)


def read_expectation(c: Construction) -> list[Act] | None:
    """An act of others that a noun names, awaited: "we expect an apology" asks for it, and who waits does not do it.

    `None` where nothing is awaited of others.
    """
    content = c.content
    if content is None or c.inner_word.pos_ != "NOUN" or c.word.lemma_ not in _AWAITING or content.mutual:
        return None
    behind = first_preps(preps_of(c.inner_word), ("from", "by")) or first_preps(c.arguments.preps, ("from", "of"))
    others = content.actors or c.people(behind)
    others = tuple(i for i in others if i not in c.actors)
    if content.event_type != "CONCEDE" or not c.actors:
        return [c.carry(replace(content, actors=others), status="future", weight=0.85, name="plan")]
    return [c.act("REQUEST", "change", recipients=others, weight=0.65, name="await")]


def read_duty(c: Construction) -> list[Act] | None:
    """A demand that names what must be done, and perhaps by or to whom: "said the violence in Kivu must end"."""
    subjects = surface_subjects(c.inner_word)
    if c.content is not None and c.content.event_type in ("COERCE", "ASSAULT") and c.people(subjects):
        # "said the smugglers should be deported": who would suffer it is not who is asked
        return [c.act("REQUEST", "change", recipients=c.content.actors, weight=0.6, name="say-must")]
    named = c.people(subjects) or c.people(t for s in subjects for t in first_preps(preps_of(s), ("of", "by", "in", "against")))
    others = tuple(i for i in named or owner_parties(c.clause, subjects) if i not in c.actors)
    return [c.act("REQUEST", "change", recipients=others, weight=0.55, name="say-must")] if others else None
