"""What an act becomes by who tells it: commitments, threats, and attacks that are words.

In: an `Act` with its status and speaker. Out: an `Act`, of another type where PLOVER says so. Reads one clause.
"""

from dataclasses import replace

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import find_arguments
from accord.coding.events.classes import in_classes
from accord.coding.events.clauses import Clause, root_of
from accord.coding.events.modality import Modality
from accord.coding.events.parties import parties
from accord.model.reading import MentionDraft
from accord.model.record import Status

_ARMED = frozenset({"MIL", "REB", "UAF", "COP"})
_POLITICAL = frozenset({"PTY", "LEG", "OPP", "NGO", "BUS", "ELI", "LAB"})
_CABINET = frozenset({"government", "administration", "cabinet", "ministry"})
_PLANNED = frozenset(f"plan:{verb}" for verb in "plan intend prepare set schedule slate arrange due".split())
_SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"})
# Retreats that the manual names under CONCEDE when they are announced; other promised retreats are commitments.
_CONCEDED = frozenset({"withdraw", "ceasefire", "resign"})
_REFUSABLE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE", "RETREAT", "CONCEDE"})


def as_commitment(clause: Clause, act: Act, status: Status, speaker: int | None) -> Act:
    """Turn a foreseen act into the commitment it is: AGREE, THREATEN or CONCEDE (PLOVER manual, AGREE and CONCEDE).

    Cooperation to come is AGREE. A coming attack or sanction that its own side announces is THREATEN; a coming withdrawal or
    truce that its own side announces is CONCEDE, another retreat that it promises ("said it would free them") AGREE. What
    others foresee stays what it is, with status future. An act changed so has a rule that begins with "told:". Who only speaks
    for those that commit themselves is their voice, no second actor, unless they are his own ("said his government would").
    """
    own_word = speaker is not None and is_same_side(clause, speaker, act.actors)
    head = _head_of(clause, speaker, act.actors)
    if act.rule.startswith("commit:") and own_word:
        return replace(act, actors=(*act.actors, *head))
    if _is_lone_talk(act):
        return act
    if status != "future" or act.event_type in _SPOKEN or act.rule.startswith("attempt:"):
        return act  # trying to meet is no promise to
    if speaker is not None and _announces_attack(clause, act, speaker):
        return replace(act, event_type="THREATEN", mode="violence", actors=(speaker,), rule=f"told:{act.rule}")
    if lexicon.is_cooperative(act.event_type):
        foreseen = replace(act, event_type="AGREE", mode=None, stage=None)
        if speaker is not None and not own_word:
            # What somebody plans is his intention, whoever tells it; what is only expected of him is foreseen.
            planned = act.rule.partition(">")[0] in _PLANNED
            return replace(foreseen, rule=f"told:{act.rule}") if planned else foreseen
        return replace(foreseen, actors=(*act.actors, *head), rule=f"told:{act.rule}")
    if not own_word:
        return act
    told = replace(act, actors=(*act.actors, *head), rule=f"told:{act.rule}")
    if lexicon.is_conflict(act.event_type):
        return replace(told, event_type="THREATEN", mode=lexicon.threat_mode(act.event_type, act.mode))
    if act.event_type != "RETREAT":
        return act
    return replace(told, event_type="CONCEDE" if act.mode in _CONCEDED else "AGREE", mode=None)


def as_refusal(clause: Clause, act: Act, modality: Modality, speaker: int | None) -> Act:
    """Turn what somebody says he will not do for another into the refusal it is (PLOVER manual, REJECT).

    "Peru will not reopen the border", "Iran did not allow inspectors in". What others say will not happen stays negated.
    An act changed so has a rule that begins with "told:".
    """
    barred = act.trigger.lemma_.lower() in lexicon.words("granting") and not modality.possible
    lent = act.event_type == "MOBILIZE" and act.trigger.lemma_ in ("send", "contribute", "provide", "dispatch", "lend")
    refused = modality.future and (act.event_type in _REFUSABLE or lent)
    under_condition = modality.conditional and not any(c.dep_ == "advcl" for c in act.predicate.children)
    if not modality.negated or under_condition or not (barred or refused) or act.status is not None:
        return act
    if not act.actors or _is_lone_talk(act) or (speaker is not None and not is_same_side(clause, speaker, act.actors)):
        return act
    mode = lexicon.demand_mode(act.event_type)
    others = tuple(i for i in act.recipients if i not in act.actors)
    mutual = act.mutual and not others
    return replace(act, event_type="REJECT", mode=mode, stage=None, recipients=others, mutual=mutual, rule=f"told:{act.rule}")


def as_told_by_speaker(clause: Clause, act: Act, speaker: int | None) -> Act:
    """Give an act whose subject is a pronoun that stands for nobody known to him who tells it ("said they back it")."""
    if speaker is None or act.predicate.pos_ not in ("VERB", "AUX") or clause.mentions[speaker].form == "pronoun":
        return act
    if act.rule.rpartition(">")[2].startswith("noun:"):
        return act  # "they fear an attack": whose act a noun names is not said by who fears it
    unknown = all(clause.mentions[i].form == "pronoun" and _stands_alone(clause.mentions[i]) for i in act.actors)
    subjects = [t for t in act.predicate.children if t.dep_ == "nsubj"]
    if not unknown or not any(t.lower_ in ("they", "it", "we", "i") for t in subjects):
        return act
    return replace(act, actors=(speaker,))


def _stands_alone(mention: MentionDraft) -> bool:
    return mention.refers_to is None and not mention.members


def _is_lone_talk(act: Act) -> bool:
    """Whether somebody talks with nobody: "I will speak the truth"."""
    talk = act.event_type == "CONSULT" and act.trigger.lemma_ in lexicon.words("lone_talk")
    return talk and len({*act.actors, *act.recipients}) < 2


def as_command(clause: Clause, act: Act, speaker: int) -> Act:
    """Turn an imperative into the request that its speaker makes, of whom the verb of speaking addresses."""
    head = act.predicate.head
    addressed = find_arguments(head) if head != act.predicate else None
    recipients = parties(clause, (*addressed.objects, *addressed.indirect)) if addressed is not None else ()
    mode = lexicon.demand_mode(act.event_type, act.event_type in ("RETREAT", "CONCEDE"))
    return replace(
        act, event_type="REQUEST", mode=mode, stage=None, actors=(speaker,), mutual=False,
        recipients=tuple(i for i in recipients if i != speaker), weight=min(act.weight, 0.65), rule=f"command:{act.rule}",
    )  # fmt: skip


def _announces_attack(clause: Clause, act: Act, speaker: int) -> bool:
    """Whether a named speaker announces an attack that nobody else is said to lead ("said the battle would begin")."""
    mention = clause.mentions[speaker]
    named = mention.form == "name" and mention.label in ("person", "group", "organization")
    nobody = act.event_type == "ASSAULT" and not act.actors and act.trigger.pos_ == "NOUN"
    return nobody and named and act.predicate.lemma_ in lexicon.words("beginnings")


def is_same_side(clause: Clause, speaker: int, actors: tuple[int, ...]) -> bool:
    """Whether a speaker speaks for the actors: the same one, its owner, or of the same country."""
    chain = _chain(clause.mentions, speaker)
    country = next((clause.mentions[i].country for i in chain if clause.mentions[i].country), None)
    office = country is None and clause.mentions[speaker].label == "person" and "GOV" in clause.mentions[speaker].sectors
    for actor in actors:
        mention = clause.mentions[actor]
        if set(_chain(clause.mentions, actor)) & set(chain):
            return True
        if mention.text.lower() in ("we", "i", "us") or (country and mention.country == country):
            return True
        if mention.text.lower() == clause.mentions[speaker].text.lower() and mention.form != "pronoun":
            return True
        if "GOV" in clause.mentions[speaker].sectors and mention.form == "descriptor" and mention.head in _CABINET:
            return True  # "the government will extend the curfew, the prime minister said"
        if office and mention.label == "state":
            return True  # a minister whose country the article takes for granted speaks for the one he names
    return False


def _head_of(clause: Clause, speaker: int | None, actors: tuple[int, ...]) -> tuple[int, ...]:
    """The speaker, where he commits his own: "the king said his army would leave"; nobody else, a spokesman for one."""
    if speaker is None or speaker in actors or clause.mentions[speaker].label != "person":
        return ()
    holders = {root_of(clause, owner) for i in actors if (owner := clause.mentions[i].owner) is not None}
    return (speaker,) if root_of(clause, speaker) in holders else ()


def _chain(mentions: tuple[MentionDraft, ...], index: int) -> list[int]:
    """A mention, what it stands for and whom that belongs to."""
    found: list[int] = []
    queue = [index]
    while queue and len(found) < 8:
        current = queue.pop(0)
        if current in found:
            continue
        found.append(current)
        queue += [i for i in (mentions[current].refers_to, mentions[current].owner) if i is not None]
    return found


def _is_dispute(clause: Clause, act: Act, sides: list[MentionDraft]) -> bool:
    """Whether a battle is one over something ("battled over fees"), of nobody armed, in a sentence without a word of force."""
    preps = [c for c in act.trigger.children if c.dep_ == "prep"]
    over = any(c.lower_ in ("over", "about") for c in preps)
    aims = [p for c in preps if c.lower_ in ("against", "for") for p in c.children if p.dep_ == "pobj"]
    over = over or any(in_classes(clause, [t], frozenset({"measure", "plan", "policy", "right"})) for t in aims)
    armed = any(_ARMED & set(m.sectors) or m.actor_type in ("armed_group", "state") for m in sides)
    return over and not armed and not any(t.lemma_.lower() in lexicon.words("force") for t in clause.sentence.doc)


def as_words(clause: Clause, act: Act) -> Act:
    """Turn an attack of one politician on another into criticism where nothing in the sentence says force."""
    if act.event_type != "ASSAULT" or act.mode is not None or act.trigger.lemma_ not in lexicon.words("attacks"):
        return act
    persons = [clause.mentions[i] for i in act.actors]
    if act.trigger.lemma_ not in ("attack", "assault") and _is_dispute(clause, act, persons):
        return replace(act, event_type="ACCUSE", mode="disapprove", weight=act.weight * 0.5, rule=f"words:{act.rule}")
    if not act.recipients and act.trigger.lemma_ not in ("attack", "assault"):
        return act  # "I will fight for you"
    targets = [clause.mentions[i] for i in act.recipients]
    fighters = lexicon.noun_class("armed") | lexicon.noun_class("troops")
    armed = any(_ARMED & set(m.sectors) or m.actor_type == "armed_group" or m.plural for m in persons)
    armed = armed or any(m.head in fighters for m in targets)
    spoken = act.trigger.lemma_ in ("attack", "assault")
    civil = all(m.label == "person" or (spoken and _POLITICAL & set(m.sectors)) for m in persons) and all(
        m.label in ("person", "organization", "group", "media") for m in targets
    )
    forceful = any(t.lemma_.lower() in lexicon.words("force") for t in clause.sentence.doc)
    if not persons or armed or not civil or forceful:
        disputed = _is_dispute(clause, act, persons)
        told = replace(act, event_type="ACCUSE", mode="disapprove", weight=act.weight * 0.5, rule=f"words:{act.rule}")
        return told if disputed else act
    return replace(act, event_type="ACCUSE", mode="disapprove", weight=act.weight * 0.9, rule=f"words:{act.rule}")
