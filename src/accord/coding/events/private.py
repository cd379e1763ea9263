"""Deeds between private persons, and talk for the press: they happen every day without any politics in them.

In: an act with its participants. Out: a reason in words, or nothing. Violence stays an act whoever does it to whom, and so do
arrests, trials and protests. Persons known by name alone may hold an office that the text does not tell, so they are let be.
"""

from accord.coding.events.act import Act
from accord.coding.events.clauses import Clause, root_of
from accord.model.reading import MentionDraft

_EVERYDAY = frozenset({"AID", "AGREE", "CONSULT", "COOPERATE"})
"""Types whose acts people do to each other in private."""
_TRADES = frozenset({"CVL", "JRN", "MED", "EDU", "LAB", "BUS"})
_OUTLAWS = frozenset({"CRM", "UAF", "INS"})
_PRESS = frozenset({"JRN"})
# Civilians who act in public by being what they are, and bodies that are no private firms.
_PUBLIC = frozenset(
    """activist activists campaigner campaigners protester protesters demonstrator demonstrators voter voters elder elders
    resident residents villager villagers settler settlers tribe tribes refugee refugees union unions bank banks worker workers
    strikers rioters crowd supporters countries states nations local locals people community communities migrants
    businessmen businesses companies
    partner partners ally allies""".split()
)
_MANY = 3
_CRIES = frozenset("call plead cry shout scream beg yell".split())
_MEALS = frozenset("dinner lunch breakfast brunch supper meal drink".split())
_KIN = frozenset(
    """daughter son mother father wife husband sister brother aunt uncle cousin grandmother grandfather parent parents child
    girl boy baby toddler niece nephew girlfriend boyfriend grandchild""".split()
)
_ME = frozenset({"i", "me", "my"})


def find_privacy(clause: Clause, act: Act) -> str | None:
    """Return why an act is nobody's but the participants' own; `None` where it may concern the public."""
    present = (*act.actors, *act.recipients)
    mentions = [clause.mentions[root_of(clause, i)] for i in present]
    if act.event_type == "CONSULT" and len(mentions) < _MANY and any(_is_press(m) for m in mentions):
        return "talk to the press, no consultation"
    if act.event_type == "REQUEST" and act.mode == "assist":
        cried = act.trigger.lemma_ in _CRIES
        anybody = all(_is_private(m) or (cried and m.head == "people") for m in mentions)
        return "a call for help of private persons" if anybody else None
    if act.event_type == "SANCTION" and act.mode == "discontinue":
        return (
            "a firm ends its own business" if act.actors and all(_is_private(m) for m in mentions[: len(act.actors)]) else None
        )
    if act.event_type not in _EVERYDAY:
        return None
    if act.event_type == "CONSULT" and (_is_meal(act, mentions) or _is_family(clause, act)):
        return "a private meal or visit"
    return "between private persons" if act.actors and all(map(_is_private, mentions)) else None


def _is_meal(act: Act, mentions: list[MentionDraft]) -> bool:
    """Whether persons without any office eat together."""
    plain = all(m.label != "state" and not m.country and not set(m.sectors) - _TRADES - _OUTLAWS for m in mentions)
    named = any(m.label == "person" for m in mentions)
    return act.trigger.lemma_ in _MEALS and named and plain


def _is_family(clause: Clause, act: Act) -> bool:
    """Whether somebody sees a child or his kin: "was visiting her daughter"."""
    met = [clause.mentions[i] for i in act.recipients]
    return bool(met) and all(m.form == "descriptor" and m.head in _KIN for m in met)


def _is_press(mention: MentionDraft) -> bool:
    return mention.label == "media" or (set(mention.sectors) == _PRESS and not mention.country)


def _is_private(mention: MentionDraft) -> bool:
    """Whether a participant is described as anybody: "my mother", "a doctor", "the passengers", "airlines"."""
    if mention.form == "pronoun":
        return mention.text.lower() in _ME
    if mention.form != "descriptor" or mention.country or mention.head in _PUBLIC or set(mention.sectors) - _TRADES:
        return False
    return mention.label == "person" or (mention.label in ("group", "organization", "media") and bool(mention.sectors))
