"""Why an act is none that is told: a question, a mere aim, an accident, talk to listeners.

In: an `Act` with its modality. Out: a reason in words, or nothing. Knows nothing of participants' places or of trust.
"""

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.clauses import Clause
from accord.coding.events.modality import Modality


def find_unfitness(clause: Clause, act: Act, modality: Modality) -> str | None:
    """Return why an act is none that is told: a question, a mere aim, an accident; `None` where it may stand."""
    if modality.question:
        return "the sentence asks whether it is so"
    if modality.purpose and act.status is None:
        return "only an aim, not said to be done or coming"
    if act.event_type == "CONSULT" and _is_to_listeners(clause, act):
        return "talk to listeners, no consultation"
    return "harm of an accident or disaster, not of force" if _is_accident(clause, act) else None


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


def _is_accident(clause: Clause, act: Act) -> bool:
    """Whether harm is told of a disaster or an accident: a sentence that names one and no force."""
    if act.event_type != "ASSAULT" or act.trigger.lemma_ not in lexicon.words("casualties"):
        return False
    lemmas = {t.lemma_.lower() for t in clause.sentence.doc}
    forceful = lemmas & (lexicon.words("force") - lexicon.words("casualties"))
    mishaps = {t.lemma_.lower() for t in clause.sentence.doc if t.pos_ != "VERB" or not lexicon.is_force(t.lemma_)}
    return bool(mishaps & lexicon.words("accidents")) and not forceful and not act.mode
