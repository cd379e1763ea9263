"""Numbers that cannot all hold: figures of one measure about one thing.

In: figures. Out: `Disagreement`s about the event they count, or about the figure itself where no event is known. A bound
and a number within it agree. A toll that grew from one article to the next may be an update.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from accord.linking.case import Case
from accord.model.ids import make_id
from accord.model.record import Disagreement, DisagreementKind, Figure, Position, Quantity

_ROUGH = re.compile(r"\b(?:about|around|some|nearly|almost|roughly|approximately|an estimated|close to)\b", re.IGNORECASE)
_ROUGHNESS = 0.15
_SEVERAL_TIMES = 3
_TOLLS = frozenset(("killed", "injured", "wounded", "displaced", "missing", "captured"))


def find_figure_conflicts(case: Case, figures: Sequence[Figure]) -> Iterable[Disagreement]:
    """Yield a disagreement for every measure of an event with values that exclude each other."""
    about: defaultdict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.of is not None and figure.of.startswith("event-"):
            about[figure.of, figure.measure, _head(figure)].append(figure)
    for (event, measure, _), told in sorted(about.items()):
        whole = [figure for figure in told if not _is_part(figure, told)] if measure in _TOLLS else told
        clashing = [figure for figure in whole if any(_do_clash(figure, other) for other in whole)]
        if clashing:
            yield _make(case, event, measure, clashing)


def _is_part(figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether a number counts some of the victims only.

    So it is where another is several times as large, or where every article that gives it gives a larger one on the same word.
    """
    if any(_bounds(other.value)[0] > _SEVERAL_TIMES * max(_bounds(figure.value)) for other in told):
        return True
    larger = [other for other in told if _bounds(other.value)[0] > _bounds(figure.value)[0]]
    voice = _innermost(figure)
    bigger = {span.article for other in larger if _innermost(other) in (voice, None) or voice is None for span in other.reports}
    return {span.article for span in figure.reports} <= bigger


def _innermost(figure: Figure) -> str | None:
    """Return the voice of a number inside the article; None where only the outlet says it."""
    return (figure.voices[-1].actor or figure.voices[-1].text) if len(figure.voices) > 1 else None


def _head(figure: Figure) -> str:
    """Return the noun that is counted: "guards" of "Kazakh border guards"."""
    return (figure.unit or "").casefold().split()[-1] if (figure.unit or "").split() else ""


def _is_one_kind(one: Figure, other: Figure) -> bool:
    """Whether two units can be one: "border guards" are "guards"; "Klowan guards" and "Zlipan guards" are different men."""
    first, second = (set((figure.unit or "").casefold().split()) for figure in (one, other))
    return first <= second or second <= first


def _do_clash(one: Figure, other: Figure) -> bool:
    """Whether two numbers cannot both hold; "about 100" and 97 can."""
    if can_both_hold(one.value, other.value) or not _is_one_kind(one, other):
        return False
    first, second = (float(figure.value.exact or figure.value.at_least or figure.value.at_most or 0) for figure in (one, other))
    rough = any(_ROUGH.search(span.text) for figure in (one, other) for span in figure.reports)
    return not rough or abs(first - second) > _ROUGHNESS * max(first, second)


def can_both_hold(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be one number."""
    low, high = zip(_bounds(one), _bounds(other), strict=True)
    return max(low) <= min(high)


def _bounds(value: Quantity) -> tuple[float, float]:
    if value.exact is not None:
        return value.exact, value.exact
    low = value.at_least if value.at_least is not None else float("-inf")
    return low, value.at_most if value.at_most is not None else float("inf")


def describe(value: Quantity) -> str:
    """Return a quantity in words: "12", "at least 12", "10 to 12".

    >>> describe(Quantity(at_least=1000.0))
    'at least 1000'
    """
    if value.exact is not None:
        return f"{value.exact:g}"
    if value.at_least is not None and value.at_most is not None:
        return f"{value.at_least:g} to {value.at_most:g}"
    if value.at_least is not None:
        return f"at least {value.at_least:g}"
    return f"at most {value.at_most:g}" if value.at_most is not None else "unknown"


def _make(case: Case, event: str, measure: str, figures: Sequence[Figure]) -> Disagreement:
    values: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        values[describe(figure.value)].append(figure)
    positions = tuple(
        Position(
            value,
            tuple(sorted(figure.id for figure in told)),
            tuple(sorted({voice.actor or voice.text for figure in told for voice in figure.voices[-1:]})),
        )
        for value, told in sorted(values.items())
    )
    return Disagreement(
        id=make_id("disagreement", event, measure, *sorted(values)),
        about=event,
        field=measure,
        positions=positions,
        kind=_choose_kind(case, measure, figures),
    )


def _choose_kind(case: Case, measure: str, figures: Sequence[Figure]) -> DisagreementKind:
    """Return `update` for a toll that only grows from earlier to later articles."""
    if measure not in _TOLLS:
        return "conflict"
    dated: list[tuple[int, float]] = []
    for figure in figures:
        days = [case.anchor(span.article).start for span in figure.reports]
        first = min((day.toordinal() for day in days if day is not None), default=None)
        if first is None:
            return "conflict"
        dated.append((first, _bounds(figure.value)[0]))
    dated.sort()
    grows = all(a[1] <= b[1] and (a[0] < b[0] or a[1] == b[1]) for a, b in itertools.pairwise(dated))
    return "update" if grows else "conflict"
