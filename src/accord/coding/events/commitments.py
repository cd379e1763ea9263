"""What an act becomes by who tells it: commitments, threats, and attacks that are words.

In: an `Act` with its status and speaker. Out: an `Act`, of another type where PLOVER says so. Reads one clause.
"""

from dataclasses import replace

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.clauses import Clause
from accord.model.reading import MentionDraft
from accord.model.record import Status

_ARMED = frozenset({"MIL", "REB", "UAF", "COP"})
_SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"})


def as_commitment(clause: Clause, act: Act, status: Status, speaker: int | None) -> Act:
    """Turn a foreseen act into the commitment it is: AGREE, THREATEN or CONCEDE (PLOVER manual, AGREE and CONCEDE).

    Cooperation to come is AGREE. A coming attack or sanction that its own side announces is THREATEN; a coming withdrawal
    that its own side announces is CONCEDE. What others foresee stays what it is, with status future. An act changed so has
    a rule that begins with "told:".
    """
    spokesman = () if speaker is None or speaker in act.actors or clause.mentions[speaker].label != "person" else (speaker,)
    own_word = speaker is not None and is_same_side(clause, speaker, act.actors)
    if act.rule.startswith("commit:") and own_word:
        return replace(act, actors=(*act.actors, *spokesman))
    if status != "future" or act.event_type in _SPOKEN:
        return act
    if speaker is not None and _announces_attack(clause, act, speaker):
        return replace(act, event_type="THREATEN", mode="violence", actors=(speaker,), rule=f"told:{act.rule}")
    if lexicon.is_cooperative(act.event_type):
        foreseen = replace(act, event_type="AGREE", mode=None, stage=None)
        if speaker is not None and not own_word:
            return foreseen
        return replace(foreseen, actors=(*act.actors, *spokesman), rule=f"told:{act.rule}")
    if not own_word:
        return act
    told = replace(act, actors=(*act.actors, *spokesman), rule=f"told:{act.rule}")
    if lexicon.is_conflict(act.event_type):
        return replace(told, event_type="THREATEN", mode=lexicon.threat_mode(act.event_type, act.mode))
    return replace(told, event_type="CONCEDE", mode=None) if act.event_type == "RETREAT" else act


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
        if office and mention.label == "state":
            return True  # a minister whose country the article takes for granted speaks for the one he names
    return False


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


def as_words(clause: Clause, act: Act) -> Act:
    """Turn an attack of one politician on another into criticism where nothing in the sentence says force."""
    if act.event_type != "ASSAULT" or act.mode is not None or act.trigger.lemma_ not in lexicon.words("attacks"):
        return act
    persons = [clause.mentions[i] for i in act.actors]
    targets = [clause.mentions[i] for i in act.recipients]
    armed = any(_ARMED & set(m.sectors) or m.actor_type == "armed_group" or m.plural for m in persons)
    civil = all(m.label == "person" for m in persons) and all(
        m.label in ("person", "organization", "group", "media") for m in targets
    )
    forceful = any(t.lemma_.lower() in lexicon.words("force") for t in clause.sentence.doc)
    if not persons or armed or not civil or forceful:
        return act
    return replace(act, event_type="ACCUSE", mode="disapprove", weight=act.weight * 0.9, rule=f"words:{act.rule}")
