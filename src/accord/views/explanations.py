"""Grounds of a coding in sentences: which entry named an act, where its parties stand, what decided status, and why not.

In: values of `accord.coding.explaining`. Out: words, one thing said to a line. A code that is not known here is shown as it is.
"""

from collections.abc import Sequence

from accord.coding.explaining.explanation import (
    Entry,
    ExplainedReport,
    Participant,
    Reason,
    Speaker,
    Standing,
    Timed,
    Unreported,
)
from accord.model.time import TimeValue
from accord.views.grounds import CLASSES, FLAGS, KINDS, REASONS, RULES, STATUS_FLAGS
from accord.views.labels import join_names
from accord.views.phrases import say_when

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = ("winter", "spring", "summer", "autumn")
_LISTED = 8
_SHOWN = 4
"""Phrases or failed frames of one word that are named; the rest is counted."""


def say_rule(report: ExplainedReport) -> list[str]:
    """Return what a report was read by: each step of its rule from the outside in, then the lexicon entry.

    A rule is a chain of names: "plan:plan>frame:assault:attack" is a plan, with "plan", of what a frame reads.
    """
    steps, rest = [], report.rule
    while rest:
        name, _, rest = rest.partition(":")
        words = ""
        if name == "frame" or rest.partition(":")[0] not in RULES:
            head, mark, inner = rest.partition(">")
            words, rest = (head, inner) if mark else (rest, "")
        steps.append(RULES.get(name, name) + ("" if name == "frame" or not words else f": {words.replace('+', ' + ')}"))
    if report.entry is not None:
        steps.append(say_entry(report.entry))
    return steps


def say_entry(entry: Entry) -> str:
    """Return a lexicon entry: its file, its words, what it means and what it asks for."""
    if entry.file == "matrix":
        return f"matrix.yaml, class “{entry.words}”: it {CLASSES.get(entry.words, 'tells of an act')}"
    asked = (("an object of", entry.objects), ("a subject of", entry.subjects))
    wants = [f"{place} {_say_classes(names)}" for place, names in asked if names]
    meaning = " · ".join(filter(None, (entry.event_type, entry.mode)))
    return f"{entry.file}.yaml “{_say_phrase(entry.words)}”: {meaning}" + (f"; wants {' and '.join(wants)}" if wants else "")


def say_participant(participant: Participant) -> str:
    """Return an actor or recipient, whom it stands for, its country, and where it stands."""
    name = participant.text + (f" (that is, {participant.refers_to})" if participant.refers_to else "")
    country = f" [{participant.country}]" if participant.country else ""
    where = say_standing(participant.standing) if participant.standing else "named in another sentence"
    return f"{name}{country}: {where}"


def say_standing(standing: Standing) -> str:
    """Return where a participant stands.

    >>> say_standing(Standing("after", "talks", "with", beside="Chad"))
    'with “Chad”, after “with” of “talks”'
    """
    place = f"{standing.place} of “{standing.of}”"
    if standing.place in ("after", "agent"):
        place = f"{'the agent ' if standing.place == 'agent' else ''}after “{standing.preposition}” of “{standing.of}”"
    elif standing.place == "before":
        place = f"stands before “{standing.of}”"
    elif standing.place == "described":
        place = f"the noun that “{standing.of}” tells more of"
    beside = f"with “{standing.beside}”, " if standing.beside else ""
    return beside + place + (", which the act shares" if standing.shared else "")


def say_status(report: ExplainedReport) -> str:
    """Return what decided the status of a report."""
    ground = report.status
    by = f", by {quote(ground.words)}" if ground.words else ""
    if report.rule.startswith("told:"):
        was, by = (ground.own, by) if ground.given is None else (ground.given, f", by {quote(ground.above)}")
        return f"{ground.status}: to announce such an act is itself an act ({report.read_as}, {was}{by})"
    above = f"{quote(ground.above)} above the act" if ground.above else "the construction"
    if ground.given is not None and ground.given == ground.status and ground.own in (ground.given, "actual"):
        return f"{ground.status}: {above} {'say' if len(ground.above) > 1 else 'says'} so"
    flags = [FLAGS[flag] for flag in STATUS_FLAGS.get(ground.own, ()) if flag in ground.flags]
    if not flags:
        told = f" ({ground.tense})" if ground.tense != "none" else ""
        return f"{ground.status}: told as a fact, nothing in its clause says otherwise{told}"
    return f"{ground.status}: {join_names(flags)}{by}" + (f"; {above} would make it {ground.given}" if ground.given else "")


def say_speaker(speaker: Speaker) -> str:
    """Return a voice of a report and what gave it."""
    if speaker.kind is None:
        return f"{speaker.text}, on whose word the act stands"
    cue = f", “{speaker.cue}”" if speaker.cue and speaker.kind != "according_to" else ""
    return f"{speaker.text} ({KINDS[speaker.kind]}{cue})"


def say_trust(report: ExplainedReport) -> list[str]:
    """Return how the confidence of a report came about, a line for each step."""
    weight = f"weight {report.weight:.2f} for the way it was read"
    doubts = [f"× {doubt.factor:.2f}: {doubt.reason}" for doubt in report.doubts]
    claim = f"confidence {report.confidence:.2f}: so many of judged reports like it are right"
    return [weight, *doubts, claim, *(f"{odds:+.2f}: {signal}" for signal, odds in report.signals)]


def say_time(time: Timed) -> str:
    """Return what a time expression says, and the days it comes to."""
    meant = say_value(time.value)
    return f"{meant}, {say_when(time.when)}" if time.when is not None else meant


def say_value(value: TimeValue) -> str:
    """Return a time value as words.

    >>> say_value(TimeValue(form="weekday", weekday=3, direction=-1)), say_value(TimeValue(form="date", month=12, day=19))
    ('weekday Thursday, past', 'date 12-19')
    """
    date = "-".join(f"{part:02}" for part in (value.year, value.month, value.day) if part is not None)
    weekday = _WEEKDAYS[value.weekday] if value.weekday is not None else ""
    season = _SEASONS[value.season] if value.season is not None else ""
    length = "" if value.unit is None else f"{value.offset if value.offset is not None else 0:+g} {value.unit}"
    parts = [
        value.form,
        value.modifier or "",
        "about" if value.approximate else "",
        weekday,
        season,
        date,
        length,
        value.clock or "",
    ]
    past = {-1: ", past", 0: "", 1: ", to come"}[value.direction]
    until = f" until {say_value(value.until)}" if value.until is not None else ""
    return " ".join(part for part in parts if part) + past + until


def say_unreported(word: Unreported) -> list[str]:
    """Return why a word made no report, a line for each reason; frames of one phrase that lack the same are put together."""
    frames: dict[tuple[str, str, tuple[str, ...]], list[Entry]] = {}
    lines: list[str] = []
    for reason in word.reasons:
        if reason.reason in ("object", "subject") and reason.entry is not None:
            frames.setdefault((reason.reason, reason.entry.words, reason.by), []).append(reason.entry)
        else:
            lines.append(say_reason(reason))
    lines += [_say_frames(*key, entries) for key, entries in frames.items()]
    if word.phrases and not any(reason.event_type for reason in word.reasons):
        shown = [_say_phrase(phrase) for phrase in word.phrases[:_SHOWN]]
        more = f" and {len(word.phrases) - _SHOWN} more" if len(word.phrases) > _SHOWN else ""
        lines.append(f"an act in other phrases, which are not here: {quote(shown)}{more}")
    return list(dict.fromkeys(lines)) or ["no reading of it makes an act"]


def _say_frames(place: str, words: str, by: tuple[str, ...], entries: Sequence[Entry]) -> str:
    """Return what the frames of one phrase want in a place, and what is there."""
    wanted = []
    for entry in entries:
        classes = entry.objects if place == "object" else entry.subjects
        wanted.append(f"{_say_classes(classes)} ({entry.event_type})")
    more = f"; or {len(wanted) - _SHOWN} frames more" if len(wanted) > _SHOWN else ""
    article = "an" if place == "object" else "a"
    here = quote(by) if by else "none"
    return f"“{_say_phrase(words)}” names an act with {article} {place} of {'; or '.join(wanted[:_SHOWN])}{more}. Here: {here}"


def say_reason(reason: Reason) -> str:
    """Return why one reading of a word made no report.

    >>> say_reason(Reason("part of another act", ("talks",)))
    'part of the act that “talks” names'
    """
    entry, here = reason.entry, quote(reason.by) if reason.by else "none"
    named = reason.event_type or (entry.event_type if entry is not None else None)
    words = _say_phrase(entry.words) if entry is not None else ""
    does = CLASSES.get(entry.words, "tells of an act") if entry is not None else ""
    if reason.reason in REASONS:
        return REASONS[reason.reason].format(by=here, type=named, does=does, words=words)
    by = f" ({quote(reason.by)})" if reason.by else ""
    if reason.event_type is not None:
        return f"read as {named} and dropped: {reason.reason}{by}"
    return (f"“{words}”: " if words else "") + reason.reason + by


def quote(words: Sequence[str]) -> str:
    """Return words in quotation marks, as a list."""
    return join_names([f"“{word}”" for word in words])


def _say_classes(names: Sequence[str]) -> str:
    words = ["nothing" if name == "none" else name.removesuffix("_n").replace("_", " ") for name in names]
    shown = words if len(words) <= _LISTED else [*words[:_LISTED], f"{len(words) - _LISTED} kinds more"]
    return join_names(shown, "or")


def _say_phrase(words: str) -> str:
    """Return a pattern of the lexicon without its marks ("open =fire @on")."""
    return words.replace("=", "").replace("@", "")
