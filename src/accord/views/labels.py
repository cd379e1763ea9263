"""The codes of the record in a reader's words: event types, quad classes, statuses, kinds of actors and sources.

In: codes. Out: words. A code that is not listed is shown as it is, with blanks for underscores.
"""

from accord.model.record import QUAD, EventType, Quad, Status

TYPES: dict[EventType, str] = {
    "AGREE": "Agree",
    "CONSULT": "Consult",
    "SUPPORT": "Support",
    "CONCEDE": "Concede",
    "COOPERATE": "Cooperate",
    "AID": "Aid",
    "RETREAT": "Retreat",
    "REQUEST": "Request",
    "ACCUSE": "Accuse",
    "REJECT": "Reject",
    "THREATEN": "Threaten",
    "PROTEST": "Protest",
    "SANCTION": "Sanction",
    "MOBILIZE": "Mobilize",
    "COERCE": "Coerce",
    "ASSAULT": "Assault",
}
MEANINGS: dict[EventType, str] = {
    "AGREE": "says it will cooperate: agrees, offers or promises to, a coming meeting, visit or signing included",
    "CONSULT": "meets, visits, or confers, face to face or by phone",
    "SUPPORT": "praises, approves or backs in words or by diplomacy; signs or ratifies an agreement",
    "CONCEDE": "gives in by words: eases, pardons, apologizes, announces a retreat to come",
    "COOPERATE": "works together in deeds to the good of both: trade, joint exercises, extradition, shared intelligence",
    "AID": "gives what mainly helps the other: money, arms, relief, asylum, rescue",
    "RETREAT": "gives up ground or hold in deeds: withdraws, releases, disarms, ceases fire, lets in, resigns",
    "REQUEST": "asks, demands or orders, without a threat",
    "ACCUSE": "disapproves, accuses, charges, sues or investigates",
    "REJECT": "refuses or turns down",
    "THREATEN": "threatens, or warns by force of what it will do",
    "PROTEST": "demonstrates, riots, strikes or otherwise dissents in public as a crowd",
    "SANCTION": "cuts or lowers relations that there were: breaks off, expels, suspends, convicts, imposes sanctions",
    "MOBILIZE": "moves or readies forces or weapons without using them",
    "COERCE": "represses without deadly force: arrests, seizes, bans, deports, censors, imposes curfews",
    "ASSAULT": "uses force that can do bodily harm: attacks, kills, abducts, tortures, destroys",
}
"""What each type covers, with somebody as its subject; after the chapters of the PLOVER manual, in other words."""
QUADS: dict[Quad, str] = {
    "verbal_cooperation": "Verbal cooperation",
    "material_cooperation": "Material cooperation",
    "verbal_conflict": "Verbal conflict",
    "material_conflict": "Material conflict",
}
STATUSES: dict[Status, str] = {
    "actual": "Done",
    "future": "Foreseen",
    "hypothetical": "Under an if",
    "negated": "Said not to have happened",
}
"""Statuses of the record (docs: `status`); only "actual" is something that is said to have happened."""
ACTOR_TYPES = {
    "armed_group": "armed group",
    "intergovernmental": "intergovernmental body",
    "media": "news outlet",
}
DISAGREEMENTS = {
    "conflict": "They cannot all be right",
    "update": "The later may have replaced the earlier",
    "detail": "One says more than the other",
}
DATE_BASES = {
    "stated": "the text says when",
    "publication": "bounded by when the article appeared",
    "story": "dated by another report of the same event",
}
PUBLISHED_BASES = {
    "stated": "written in the text",
    "metadata": "from the page's own data",
    "inferred": "worked out from dates and weekdays in this and other articles",
}


def say_word(code: str) -> str:
    """Return a code as words.

    >>> say_word("armed_group"), say_word("in_force"), say_word("state")
    ('armed group', 'in force', 'state')
    """
    return ACTOR_TYPES.get(code, code.replace("_", " "))


def find_quad(event_type: EventType) -> Quad:
    """Return the quad class of an event type."""
    return QUAD[event_type]


def join_names(names: tuple[str, ...] | list[str], last: str = "and") -> str:
    """Return names as a list in a sentence.

    >>> join_names(["A"]), join_names(["A", "B", "C"])
    ('A', 'A, B and C')
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
