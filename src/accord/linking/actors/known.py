"""Which people of a case are leaders that any news reader knows: "Putin", "President Reagan", "the Thatcher government".

In: actors and the readings that mention them. Out: a country and a sector for people whose texts give none. A name counts
where its form is safe: a full name, a surname with a title of a ruler or with a government, or a surname that leaders of one
country alone bear. What texts say is never overridden, and nothing is merged: this runs after actors are resolved.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accord.data import load_yaml
from accord.data.leaders import Leader, is_shared_surname, is_telling_surname, leader_named, leaders_surnamed
from accord.linking.actors.spelling import fold_name
from accord.linking.links import MentionKey
from accord.model.reading import Reading
from accord.model.record import Actor

_LONGEST = 4
"""Words of a name's end that are looked up: more may stand before it ("Interior Minister X Y" read as one name)."""
_OFFICES = frozenset({"GOV", "LEG", "MIL", "ELI", "REB", "OPP", "IGO", "PTY"})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person: `sectors` are what to call them where texts say nothing."""

    name: str
    country: str | None
    sectors: tuple[str, ...]


@dataclass(slots=True)
class _Seen:
    """What the articles show of one actor: its names, the year of its articles, and whether it owns a government."""

    names: set[str]
    years: set[int]
    rules: bool = False


def find_known(
    actors: Sequence[Actor], of_mention: Mapping[MentionKey, str], readings: Mapping[str, Reading]
) -> dict[str, Known]:
    """Return what is known of the people whose texts give them no country or no sector."""
    open_ = {a.id: a for a in actors if a.type == "person" and (a.country is None or not a.sectors)}
    seen = _look(open_, of_mention, readings)
    found = {}
    for actor, shown in sorted(seen.items()):
        leader = _find_leader(open_[actor], shown)
        if leader is not None and open_[actor].country in (None, leader.country):
            found[actor] = Known(leader.names[0], leader.country, _sectors(leader, shown.years))
    return found


def _look(
    open_: Mapping[str, Actor], of_mention: Mapping[MentionKey, str], readings: Mapping[str, Reading]
) -> dict[str, _Seen]:
    seen: dict[str, _Seen] = defaultdict(lambda: _Seen(set(), set()))
    heads = load_yaml("leaders")["ruling_heads"]
    for (article, index), actor in of_mention.items():
        mention = readings[article].mentions[index]
        if actor in open_ and mention.form == "name":
            seen[actor].names.add(mention.text)
            published = readings[article].article.published
            if published is not None and published.start is not None:
                seen[actor].years.add(published.start.year)
        owner = of_mention.get((article, mention.owner), "") if mention.owner is not None else ""
        if owner in open_ and mention.head in heads:
            seen[owner].rules = True
    return seen


def _find_leader(actor: Actor, seen: _Seen) -> Leader | None:
    """Return the leader that an actor's names mean, if they mean one."""
    titles = {word for role in actor.roles for word in fold_name(role.title).split()}
    in_office = bool(titles & set(load_yaml("leaders")["ruling_titles"])) or bool(_OFFICES & set(actor.sectors))
    full = sorted(name for name in seen.names if len(name.split()) > 1)
    whole = {leader for name in full for leader in _leaders_of(name, in_office or seen.rules)}
    if len(whole) == 1:
        return whole.pop()
    titled = {
        leader
        for name in seen.names
        for title in load_yaml("leaders")["ruling_titles"]
        if title in titles and (leader := leader_named(f"{title} {name}"))
    }
    if len(titled) == 1:
        return titled.pop()
    bearers = [leader for name in sorted(seen.names) for leader in leaders_surnamed(name)]
    if any(not leaders_surnamed(name) for name in full) or not bearers:
        return None
    if len({leader.country for leader in bearers}) > 1 and seen.years:
        bearers = [leader for leader in bearers if all(leader.leads_in(year) for year in seen.years)]
    alone = not titles and all(is_telling_surname(name) for name in seen.names)
    safe = seen.rules or alone or bool(titles & set(load_yaml("leaders")["ruling_titles"]))
    return bearers[-1] if safe and len({leader.country for leader in bearers}) == 1 else None


def _leaders_of(name: str, in_office: bool) -> Iterable[Leader]:
    """Yield the leader whose full name ends a name; a name that many bear only for people in office."""
    words = name.split()
    for size in range(min(_LONGEST, len(words)), 1, -1):
        end = " ".join(words[-size:])
        leader = leader_named(end)
        if leader is not None and (in_office or not is_shared_surname(end)):
            yield leader
            return


def _sectors(leader: Leader, years: set[int]) -> tuple[str, ...]:
    """Return a leader's sector: that of former officials for articles after the years in office, none for those before."""
    if leader.sector == "GOV" and years and max(years) < leader.first:
        return ()
    past = leader.sector == "GOV" and leader.last is not None and bool(years) and min(years) > leader.last
    return ("ELI",) if past else (leader.sector,)
