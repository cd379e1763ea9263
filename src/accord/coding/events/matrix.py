"""Two acts made one: what a verb about another act makes of it ("agreed to send aid", "denied bombing the town").

In: a `Construction`, a matrix verb (data/matrix.yaml) with the acts of its complement. Out: acts, an empty list where
nothing is to be said, or `None` where the construction is not of this class after all. The types follow the PLOVER manual
(AGREE, REQUEST, REJECT, THREATEN and their ambiguities).
"""

from collections.abc import Callable
from dataclasses import replace

from accord.coding.events import lexicon
from accord.coding.events.accusations import is_blamed, read_accusation, read_allegation, read_mission
from accord.coding.events.act import Act
from accord.coding.events.arguments import is_infinitive, preps_of
from accord.coding.events.clauses import root_of
from accord.coding.events.construction import Construction, end_of, first_preps
from accord.coding.events.modality import read_modality
from accord.coding.events.parties import parties
from accord.coding.events.promises import read_promise, read_refusal, read_threat
from accord.coding.events.requests import read_call, read_duty, read_expectation, read_need, read_order, read_request
from accord.coding.events.stances import is_negated
from accord.coding.events.subjects import is_passive, surface_subjects
from accord.model.record import Status

_ENTERING = frozenset("enter visit return inspect deliver access cross pass travel".split())
_REACHING = frozenset("reach agree conclude strike secure clinch find make seal achieve settle".split())


def _deny(c: Construction) -> list[Act] | None:
    """Denials: "did not deny" leaves open, "denied any attack" is about the denier, and a request denied is turned down."""
    turned_down = c.content is not None and c.inner_word.pos_ == "NOUN" and c.content.event_type == "REQUEST"
    if turned_down or c.inner_word.i < c.word.i:
        return None  # "the rebels said he fled; the army denied it"
    voice = c.actors[0] if c.actors else None
    status: Status = "hypothetical" if is_negated(c.word) else "negated"
    own = any(t.lower_ in ("any", "all") and t.dep_ == "det" for t in c.inner_word.children)
    acts = [replace(a, actors=a.actors or _spoken_for(c)) if own else a for a in c.inner]
    return [replace(a, status=status, voice=voice, used=a.used | {c.word.i}) for a in acts]


def _spoken_for(c: Construction) -> tuple[int, ...]:
    """Whom the subject speaks for: "a spokesman for the council", else the subject."""
    for subject in c.arguments.subjects:
        if subject.lemma_.lower() in ("spokesman", "spokeswoman", "spokesperson", "lawyer"):
            found = parties(c.clause, first_preps(preps_of(subject), ("for", "of")))
            if found:
                return found
    return c.actors


def _fail(c: Construction) -> list[Act]:
    """What failed did not happen; a failure to agree is a rejection (PLOVER manual, REJECT)."""
    content = c.content
    reaching = content is not None and content.trigger.lemma_ in _REACHING
    if content is not None and reaching and (content.mutual or content.trigger.lemma_ == "agree"):
        parted = replace(content, actors=content.actors or c.actors, predicate=c.predicate, used=c.used)
        return [replace(parted, event_type="REJECT", mode=None, stage=None, rule=f"fail:{content.rule}")]
    return [c.carry(a, status="negated") for a in c.inner]


def _attempt(c: Construction) -> list[Act] | None:
    """Attempts at harm are acts; attempts at cooperation are still to come."""
    acts = [
        c.carry(a, status=a.status if lexicon.is_conflict(a.event_type) else "future", weight=0.85, name="attempt")
        for a in c.inner
    ]
    return acts or None


def _phase(c: Construction) -> list[Act] | None:
    """Beginning, going on, managing: the act itself."""
    if any(t.dep_ == "mark" for t in c.inner_word.children):
        return None  # "it remains unclear whether he came": read on its own
    went_on = c.word.lemma_ == "go" and is_infinitive(c.inner_word) and any(t.dep_ == "prt" for t in c.word.children)
    if (c.inner_word.dep_ not in ("xcomp", "ccomp") and not went_on) or (
        c.word.lemma_ in ("be", "have") and not is_infinitive(c.inner_word)
    ):
        return None
    coming = c.word.lemma_ == "be"  # "a commission is to investigate"
    return [c.carry(a, status="future" if coming else a.status) for a in c.inner] or None


def _stop(c: Construction) -> list[Act] | None:
    for act in c.inner:
        made = end_of(act.event_type, c.word.lemma_)
        if made:
            told = c.carry(act, status=act.status, name="stop")
            return [replace(told, trigger=c.word, event_type=made[0], mode=made[1])]
    return [] if c.inner else None


def _plan(c: Construction) -> list[Act] | None:
    awaited = read_expectation(c)
    if awaited is not None:
        return awaited
    return [c.carry(a, status="future", weight=0.85, name="plan") for a in c.inner] or None


def _consider(c: Construction) -> list[Act] | None:
    """Considered acts are hypothetical, but "I want to thank Rome" thanks, and "want an apology" asks for it."""
    awaited = read_expectation(c)
    if awaited is not None:
        return awaited
    if c.word.lemma_ in ("want", "like", "wish") and any(t.lower_ in ("i", "we") for t in c.arguments.subjects):
        spoken = [a for a in c.inner if a.event_type in ("SUPPORT", "ACCUSE", "CONCEDE")]
        if spoken:
            return spoken
    return [c.carry(a, status="hypothetical", weight=0.85) for a in c.inner] or None


def _need(c: Construction) -> list[Act] | None:
    """What ought to be is hypothetical; what one "had to" do was done."""
    if not is_infinitive(c.inner_word):
        return None
    done = c.word.lemma_ == "have" and c.word.tag_ in ("VBD", "VBN")
    if any(t.lower_ == "yet" and t.dep_ in ("advmod", "neg") for t in c.word.children):
        return [c.carry(a, status="negated") for a in c.inner] or None  # "has yet to sign"
    return [c.carry(a, status=a.status if done else "hypothetical") for a in c.inner] or None


def _allow(c: Construction) -> list[Act] | None:
    """Letting somebody act is CONCEDE; letting somebody in is RETREAT access (PLOVER manual, RETREAT modes)."""
    objects = c.people((*c.arguments.objects, *c.arguments.indirect)) or c.people(surface_subjects(c.inner_word))
    recipients = tuple(i for i in objects if i not in c.actors)
    recipients = recipients or tuple(i for a in c.inner for i in (*a.recipients, *a.actors))
    if not c.actors or not recipients:
        return None
    if c.inner_word.lemma_ in _ENTERING:
        return [c.act("RETREAT", "access", recipients=recipients, weight=0.6, name="allow")]
    return [c.act("CONCEDE", None, recipients=recipients, weight=0.6, name="allow")]


def _say(c: Construction) -> list[Act] | None:
    """Content of speech is read on its own, but "said Rome must pay" asks Rome, "said Rome broke the law" accuses it."""
    modality = read_modality(c.inner_word)
    if not c.actors or c.word.lemma_ in ("believe", "think", "know", "show"):
        return None
    if any(t.tag_ == "WRB" and t.dep_ in ("advmod", "mark") for t in c.inner_word.lefts):
        return None  # "said why the zoo should close": an open question
    lying = c.inner_word.lemma_ == "lie" and any(
        t.dep_ == "prep" and t.lower_ not in ("to", "about") for t in c.inner_word.children
    )
    if (
        c.inner_word.lemma_ in lexicon.words("wrongs")
        and not lying
        and not (modality.future or modality.possible or modality.negated)
    ):
        return read_allegation(c) or None
    if not modality.obliged:
        return read_need(c) or (read_allegation(c) if is_blamed(c.inner_word) and not modality.negated else None) or None
    subjects = surface_subjects(c.inner_word)
    own = {root_of(c.clause, i) for i in c.actors}
    addressed = tuple(i for i in c.people(subjects) if root_of(c.clause, i) not in own)
    if any(t.dep_ == "aux" and t.lemma_ == "have" for t in c.inner_word.children):
        return None  # "should have listened" asks for nothing any more
    if is_passive(c.inner_word):
        return read_duty(c)
    if not addressed or any(t.lower_ in ("we", "i") for t in subjects):
        return None
    mode = lexicon.demand_mode(c.content.event_type if c.content else None)
    return [c.act("REQUEST", mode, recipients=addressed, weight=0.6, name="say-must")]


COMBINE: dict[str, Callable[[Construction], list[Act] | None]] = {
    "commit": read_promise,
    "ready": read_promise,
    "request": read_request,
    "order": read_order,
    "refuse": read_refusal,
    "threaten": read_threat,
    "accuse": read_accusation,
    "mission": read_mission,
    "phone": read_call,
    "deny": _deny,
    "fail": _fail,
    "attempt": _attempt,
    "phase": _phase,
    "stop": _stop,
    "plan": _plan,
    "consider": _consider,
    "need": _need,
    "allow": _allow,
    "say": _say,
}
"""What each class of data/matrix.yaml makes of its complement."""

NEEDS_AIM = frozenset({"commit", "refuse", "attempt", "plan", "threaten", "stop", "order", "allow"})
"""Classes whose act is an infinitive, a gerund or a clause with a modal, never a plain statement."""

OVER_NOUNS = ("commit", "threaten", "plan", "consider", "allow", "deny")
"""Classes that take a noun for the act as well as a clause; verbs of asking and refusing have frames for nouns."""
