"""Judge whether two accounts tell of one event: a list of features, each a number and the words that explain it.

In: two accounts and the case. Out: a `Judgement`: the sum of what speaks for and against, or a veto. It looks at one pair
alone; clustering is `accord.linking.events.merge`.

The weights were set by hand so that two independent agreements of substance (who, when, where, what) are needed and none is
enough by itself; they are measured by the event-linking part of `make bench`.
"""

import re
from dataclasses import dataclass

from accord.linking.case import Case
from accord.linking.events.incident import is_another
from accord.linking.events.reports import Account
from accord.linking.words import find_words
from accord.model.record import QUAD, EventType

THRESHOLD = 2.6
"""What must speak for a pair before it can be one event."""

_CONFUSABLE: tuple[frozenset[EventType], ...] = (
    frozenset(("AGREE", "SUPPORT", "CONSULT", "COOPERATE")),
    frozenset(("AGREE", "AID", "COOPERATE", "SUPPORT")),
    frozenset(("AGREE", "CONCEDE", "RETREAT")),
    frozenset(("ACCUSE", "REJECT", "THREATEN", "REQUEST")),
    frozenset(("ASSAULT", "COERCE", "MOBILIZE")),
    frozenset(("SANCTION", "COERCE", "REJECT")),
    frozenset(("PROTEST", "ASSAULT")),
)
_RECIPROCAL = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE"))
_VAGUE = 14
"""Days by which a vague expression may miss."""
_RECALLED = 45
"""Days before publication from which an act is recalled rather than news."""
_ASSUMED = 60
"""Days by which an act may be older than its article's date makes likely: told without a date in the middle of a text, it may
as well be background."""
_POINTING = 24
"""Characters before a noun in which "the", "this" or a possessive with at most one more word may stand."""
_DEFINITE = re.compile(r"(?:\b[Tt]h(?:e|is|at)|['’]s) (?:\w+ )?$")
_LONG = 62
"""Days beyond which a date hardly tells one act from another."""


@dataclass(frozen=True, slots=True)
class Judgement:
    score: float
    veto: str | None = None
    reasons: tuple[str, ...] = ()


def judge_pair(case: Case, one: Account, other: Account) -> Judgement:
    """Judge a pair of accounts; a veto says why they cannot be one event."""
    veto = find_veto(case, one, other)
    if veto is not None:
        return Judgement(0.0, veto)
    parts = (
        _compare_types(one, other),
        _compare_actors(case, one, other),
        _compare_recipients(case, one, other),
        _compare_dates(one, other),
        _compare_places(case, one, other),
        _compare_words(one, other),
        _compare_agreements(one, other),
        _compare_counts(one, other),
        _compare_positions(one, other),
        _compare_status(one, other),
        _compare_speakers(one, other),
        _compare_distance(case, one, other),
        _compare_incidents(one, other),
        _compare_backward(case, one, other),
    )
    return Judgement(sum(score for score, _ in parts), None, tuple(words for score, words in parts if score > 0.0))


def are_confusable(one: EventType, other: EventType) -> bool:
    """Whether two reports of one act may well carry these two types."""
    return one == other or any(one in family and other in family for family in _CONFUSABLE)


def find_veto(case: Case, one: Account, other: Account) -> str | None:
    """Return why two accounts cannot be of one event, or None."""
    if not are_confusable(one.report.event_type, other.report.event_type):
        return "different kinds of act"
    if one.agreements and other.agreements and not set(one.agreements) & set(other.agreements):
        return "about different agreements"
    stages = {one.draft.stage, other.draft.stage}
    if one.agreements and other.agreements and None not in stages and len(stages) > 1:
        return "different stages of the agreement"
    if one.report.event_type != other.report.event_type and bool(one.agreements) != bool(other.agreements):
        return "only one is done upon an agreement"
    gap = find_gap(one, other)
    if gap > (_ASSUMED if _is_assumed(one) or _is_assumed(other) else 1):
        return f"{gap} days apart"
    if _is_one_more(one, other):
        return "one more than the other"
    if _is_same_incident(one, other):
        return None  # actors, places and means were weighed when it was found
    if _are_strangers(case, one, other) and not (
        set(one.agreements) & set(other.agreements) and (len(stages) == 1 or None in stages)
    ):
        return "different actors"
    if _is_forecast_apart(one, other):
        return "one foretells what the other denies"
    places = {one.report.location, other.report.location} - {None}
    if len(places) > 1 and one.report.event_type in ("ASSAULT", "PROTEST") and not case.is_within(*sorted(map(str, places))):
        return "different places"
    return None


def find_gap(one: Account, other: Account) -> int:
    """Return the days between the dates of two accounts; 0 where they meet or one has none."""
    first, second = one.days, other.days
    if first is None or second is None:
        return 0
    doubt = _VAGUE if _is_vague(one) or _is_vague(other) else 0
    return max(first[0] - second[1] - doubt, second[0] - first[1] - doubt, 0)


def _is_vague(account: Account) -> bool:
    """Whether the words themselves are vague: "recently", "several weeks ago"."""
    date = account.report.date
    return date is not None and date.basis == "stated" and date.approximate


def _is_one_more(one: Account, other: Account) -> bool:
    """Whether an article tells of the later as of another one: "a second raid". A title tells of the news, whatever it is."""
    first, second = sorted((one, other), key=lambda account: account.report.trigger.start)
    same = first.report.article == second.report.article and first.draft.sentence < second.draft.sentence
    return same and not first.title and is_another(second) and not is_another(first)


def _is_same_stage(one: Account, other: Account) -> bool:
    return (
        bool(set(one.agreements) & set(other.agreements))
        and one.draft.stage is not None
        and one.draft.stage == other.draft.stage
    )


def _is_same_incident(one: Account, other: Account) -> bool:
    return one.incident is not None and one.incident == other.incident


def _is_assumed(account: Account) -> bool:
    """Whether only the article's date bounds an act that is not its occasion."""
    date = account.report.date
    return date is not None and date.basis == "publication" and not account.lead


def _are_both_stated(one: Account, other: Account) -> bool:
    return all(a.report.date is not None and a.report.date.basis == "stated" for a in (one, other))


def _are_strangers(case: Case, one: Account, other: Account) -> bool:
    """Whether both say who acted and name nobody in common, not even by country, nor as the other side of a joint act."""
    if not one.actors or not other.actors or one.actors & other.actors:
        return False
    nameless = not any(map(case.is_named, one.actors)) or not any(map(case.is_named, other.actors))
    if nameless and one.report.article != other.report.article:
        return False  # within one article "rebels" and "troops" are told apart on purpose
    if (
        {one.report.event_type, other.report.event_type} <= _RECIPROCAL
        and (one.actors & other.parties)
        and (other.actors & one.parties)
    ):
        return False
    return not _share_country(case, one.actors, other.actors)


def _share_country(case: Case, one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(({case.country(party) for party in one} & {case.country(party) for party in other}) - {None})


def _is_forecast_apart(one: Account, other: Account) -> bool:
    """Whether one is an if or a plan and the other a denial: "may" and "did not" are seldom about one act."""
    statuses = {one.report.status, other.report.status}
    return "negated" in statuses and bool(statuses & {"future", "hypothetical"})


def _compare_types(one: Account, other: Account) -> tuple[float, str]:
    first, second = one.report, other.report
    if first.event_type != second.event_type:
        return (-0.75 if QUAD[first.event_type] == QUAD[second.event_type] else -1.25), ""
    if first.mode is not None and first.mode == second.mode:
        return 0.5, f"both {first.event_type} {first.mode}"
    if first.mode and second.mode:
        return -0.5, ""
    return 0.25, f"both {first.event_type}"


def _compare_actors(case: Case, one: Account, other: Account) -> tuple[float, str]:
    if not one.actors or not other.actors:
        return 0.0, ""
    shared = one.actors & other.actors
    if shared:
        full = len(shared) == len(one.actors | other.actors)
        return (1.0 if full else 0.75), "same actor: " + ", ".join(sorted(case.name(actor) for actor in shared))
    if _share_country(case, one.actors, other.actors):
        return 0.5, "actors of one country"
    if not any(map(case.is_named, one.actors)) or not any(map(case.is_named, other.actors)):
        return -0.25, ""
    return 0.5, "the same two sides"


def _compare_recipients(case: Case, one: Account, other: Account) -> tuple[float, str]:
    if not one.recipients or not other.recipients:
        return 0.0, ""
    shared = one.recipients & other.recipients
    if shared:
        # A list told twice with several names in common is no chance.
        score = min(1.5, 0.75 + 0.35 * (len(shared) - 1))
        return score, "same recipient: " + ", ".join(sorted(case.name(actor) for actor in shared))
    if _share_country(case, one.recipients, other.recipients) or one.recipients & other.actors or other.recipients & one.actors:
        return 0.25, "recipients of one country or side"
    if not any(map(case.is_named, one.recipients)) or not any(map(case.is_named, other.recipients)):
        return 0.0, ""  # "civilians" and "35 people" may well be the same
    return -1.0, ""


def _compare_dates(one: Account, other: Account) -> tuple[float, str]:
    first, second = one.days, other.days
    if first is None or second is None:
        return 0.0, ""
    if find_gap(one, other) and (_is_assumed(one) or _is_assumed(other)) and _is_same_stage(one, other):
        return 0.0, ""  # an agreement is signed once: only the assumed date stands against it
    if find_gap(one, other):
        return (-0.75 if find_gap(one, other) > 1 else -0.5), ""
    width = max(first[1] - first[0], second[1] - second[0]) + 1
    if not _are_both_stated(one, other):
        return (0.5 if width <= 3 else 0.25), "dates that can meet"
    if width == 1:
        return 1.25, "same day"
    if width <= 7:
        return 0.9, "same days"
    return (0.75 if width <= 31 else 0.5 if width <= _LONG else 0.25), "dates that meet"


def _compare_places(case: Case, one: Account, other: Account) -> tuple[float, str]:
    first, second = one.report.location, other.report.location
    if first is None or second is None:
        return 0.0, ""
    if first == second:
        return 0.75, "same place"
    return (0.0, "") if case.is_within(first, second) else (-0.5, "")


def _compare_words(one: Account, other: Account) -> tuple[float, str]:
    """Compare the trigger's lemma and the words around it (the share of the shorter list that both have)."""
    score, words = 0.0, ""
    if one.draft.lemma and one.draft.lemma == other.draft.lemma:
        score, words = 0.75, f"both say {one.draft.lemma!r}"
    shared = one.words & other.words
    if shared:
        score += 1.5 * len(shared) / max(4, min(len(one.words), len(other.words)))
        words = "; ".join(part for part in (words, "words in common: " + ", ".join(sorted(shared)[:5])) if part)
    return score, words


def _compare_agreements(one: Account, other: Account) -> tuple[float, str]:
    if not one.agreements or not other.agreements:
        return 0.0, ""
    if _is_same_stage(one, other):
        return 2.0, f"the same agreement {one.draft.stage}"
    return 0.5, "the same agreement"


def _compare_counts(one: Account, other: Account) -> tuple[float, str]:
    """Equal tolls speak for one act; different ones say nothing, since tolls grow and sources part over them."""
    shared = one.counts & other.counts
    return (1.25, "same count: " + ", ".join(sorted(shared))) if shared else (0.0, "")


def _compare_positions(one: Account, other: Account) -> tuple[float, str]:
    """A title and a lead tell the article's occasion, mostly one act."""
    if one.report.article == other.report.article and one.title != other.title and one.lead and other.lead:
        return 0.75, "title and lead"
    return 0.0, ""


def _compare_distance(case: Case, one: Account, other: Account) -> tuple[float, str]:
    """What articles recall from long before is mostly one well-known act."""
    if not _are_both_stated(one, other):
        return 0.0, ""
    for account in (one, other):
        days, anchor = account.days, case.anchor(account.report.article).start
        if days is None or anchor is None or days[1] - days[0] > _LONG or anchor.toordinal() - days[1] < _RECALLED:
            return 0.0, ""
    return (0.6, "both recall it from long before") if not find_gap(one, other) else (0.0, "")


def _compare_speakers(one: Account, other: Account) -> tuple[float, str]:
    """What one speaker says on one day to one effect is mostly one statement, however it is worded."""
    first, second = one.report, other.report
    speakers = [{voice.actor for voice in report.voices if voice.actor is not None} for report in (first, second)]
    verbal = QUAD[first.event_type].startswith("verbal") and first.event_type == second.event_type
    days = one.days
    if verbal and speakers[0] & speakers[1] and _are_both_stated(one, other) and days == other.days:
        return 0.5, "one speaker on one day"
    return 0.0, ""


def _compare_status(one: Account, other: Account) -> tuple[float, str]:
    first, second = one.report.status, other.report.status
    if first == second:
        return 0.0, ""
    return (-0.25 if "hypothetical" in (first, second) else -0.5), ""


def _compare_incidents(one: Account, other: Account) -> tuple[float, str]:
    if one.incident is None or other.incident is None:
        return 0.0, ""
    return (2.5, "the attack their articles are about") if one.incident == other.incident else (-1.0, "")


def _compare_backward(case: Case, one: Account, other: Account) -> tuple[float, str]:
    """ "The airstrike", later in an article and bare of all else, is the one it told of before in a sentence with that word."""
    first, second = sorted((one, other), key=lambda account: account.report.trigger.start)
    report = second.report
    if first.report.article != report.article or second.parties or report.location is not None or second.draft.tense != "none":
        return 0.0, ""
    text = case.by_article[report.article].article.text
    before = text[max(report.span.start, report.trigger.start - _POINTING) : report.trigger.start]
    points = _DEFINITE.search(before) is not None and first.draft.sentence < second.draft.sentence
    named = find_words(report.trigger.text) & find_words(first.report.quote)
    return (3.0, f"{report.trigger.text!r} points back") if points and named else (0.0, "")
