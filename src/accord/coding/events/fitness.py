"""Why an act is none that is told: a question, a mere aim, an accident, talk to listeners.

In: an `Act` with its modality. Out: a reason in words, or nothing. Customs, private deeds, other senses and harm without force
have modules of their own; this one asks them in turn.
"""

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.clauses import Clause
from accord.coding.events.habits import find_generality
from accord.coding.events.modality import Modality
from accord.coding.events.private import find_privacy
from accord.coding.events.senses import find_other_sense
from accord.coding.events.unforced import find_lack_of_force
from accord.language.parse import ParsedArticle


def find_unfitness(clause: Clause, act: Act, modality: Modality, parsed: ParsedArticle) -> str | None:
    """Return why an act is none that is told: a question, a mere aim, an accident; `None` where it may stand."""
    if modality.question:
        return "the sentence asks whether it is so"
    if modality.purpose and act.status is None:
        return "only an aim, not said to be done or coming"
    if act.event_type == "CONSULT" and _is_to_listeners(clause, act):
        return "talk to listeners, no consultation"
    return (
        find_generality(clause, act, modality)
        or find_privacy(clause, act)
        or find_other_sense(clause, act)
        or find_lack_of_force(clause, act, parsed)
    )


def _is_to_listeners(clause: Clause, act: Act) -> bool:
    """Whether somebody talks to the press, an audience or his family."""
    present = (*act.actors, *act.recipients)
    if (
        len(present) == 1
        and act.trigger.lemma_ in ("talk", "speak")
        and clause.mentions[present[0]].text.lower() in ("we", "i")
    ):
        return True  # "what we are talking about"
    named = (clause.mentions[i] for i in present)
    heads = {head for m in named if m.form == "descriptor" for head in (m.head, m.head.removesuffix("s"))}
    talk = act.trigger.lemma_ in lexicon.words("lone_talk") or act.rule.startswith("call:")
    return talk and bool(heads & lexicon.words("listeners"))
