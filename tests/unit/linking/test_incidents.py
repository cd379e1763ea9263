"""One attack told in many acts, by many articles."""

import datetime

from accord.linking.events.incidents import find_incidents
from accord.linking.events.reports import build_reports
from accord.linking.link import link_case

from .pile import Paper, actor_id, make_pile, replace

DAY = datetime.date(2022, 5, 6)
TYPES = {"Klow": "place", "Zlip": "place", "man": "person", "gunman": "person", "police": "government", "people": "group"}


def write(name: str, town: str, *more: str) -> Paper:
    """Write an article about an attack in a town: title, lead, further sentences."""
    paper = Paper(
        name, [f"Attack in {town}", f"A man opened fire on people at a market in {town}.", *more], published=DAY, title=True
    )
    paper.report(0, "Attack", "ASSAULT", lemma="attack", location=town, tense="none")
    paper.report(1, "opened", "ASSAULT", lemma="open", mode="firearms", actors=["man"], recipients=["people"])
    return paper


def test_acts_of_one_attack_are_one_event() -> None:
    """What an article tells of the attack it is about is one event, and so it is across articles."""
    one = write("a", "Klow", "The gunman killed nine shoppers.", "Nine died in the attack.")
    one.report(2, "killed", "ASSAULT", lemma="kill", actors=["gunman"])
    one.report(3, "attack", "ASSAULT", lemma="attack", tense="none")
    pile = make_pile(one, write("b", "Klow"), **TYPES)
    events = link_case(pile).events
    assert [(event.articles, len(event.reports)) for event in events] == [(2, 6)]


def test_other_towns_have_other_attacks() -> None:
    """Articles alike in every word but the town tell of two attacks."""
    pile = make_pile(write("a", "Klow"), write("b", "Zlip"), **TYPES)
    assert [event.articles for event in link_case(pile).events] == [1, 1]


def test_what_is_done_to_the_attacker_is_another_event() -> None:
    """Police who shoot the attacker are not part of his attack."""
    paper = write("a", "Klow", "The man was shot dead by police.")
    paper.report(2, "shot", "ASSAULT", lemma="shoot", actors=["police"], recipients=["man"])
    pile = make_pile(paper, **TYPES)
    keys = find_incidents(pile, build_reports(pile))
    assert sorted(keys.values()) == ["a", "a", "a/answer"]


def test_background_and_round_ups_are_left_out() -> None:
    """An earlier attack, a series of attacks and the toll of a war are not the attack of the day."""
    paper = write(
        "a", "Klow", "In 2019 gunmen killed people.", "There were attacks this week.", "People have been killed in the war."
    )
    paper.report(2, "killed", "ASSAULT", lemma="kill", time=paper.time(2, "2019", form="date", year=2019))
    paper.report(3, "attacks", "ASSAULT", lemma="attack", tense="none")
    report = paper.report(4, "killed", "ASSAULT", lemma="kill")
    paper.figure(4, "People", "killed", at_least=9000, report=report)
    pile = make_pile(paper, **TYPES)
    assert len(find_incidents(pile, build_reports(pile))) == 2


def test_one_apart_keeps_a_group_apart() -> None:
    """An article that names nobody joins either of two attacks by different forces, never both."""
    papers = []
    for name, force in (("a", "Ruritania"), ("b", ""), ("c", "Sylvania")):
        text = f"{force or 'Bombers'} killed nine people in Klow on May 4."
        paper = Paper(name, [text, "The market was full when the bombs fell."], published=DAY)
        day = paper.time(0, "May 4", form="date", month=5, day=4)
        paper.report(0, "killed", "ASSAULT", lemma="kill", actors=[force] if force else [], location="Klow", time=day)
        papers.append(paper)
    pile = make_pile(*papers, **TYPES)
    keys = find_incidents(pile, build_reports(pile))
    assert len(set(keys.values())) == 2


def test_a_follow_up_recalls_the_attack() -> None:
    """What a later article on something else says of the attack, with its day, is told of the same event."""
    first = Paper("a", ["Nine people died when a bomb exploded at a market in Klow on May 4."], published=DAY)
    day = first.time(0, "May 4", form="date", month=5, day=4)
    first.report(0, "exploded", "ASSAULT", lemma="explode", location="Klow", time=day)
    later = Paper(
        "b", ["The mayor promised help to Klow.", "Nothing else.", "Nine people died at the market in the blast of May 4."]
    )
    later.published = datetime.date(2022, 5, 9)
    day = later.time(2, "May 4", form="date", month=5, day=4)
    later.report(2, "blast", "ASSAULT", lemma="blast", tense="none", time=day)
    pile = make_pile(first, later, **TYPES)
    assert set(find_incidents(pile, build_reports(pile)).values()) == {"a"}


def bomb(name: str, day: str, toll: str, killed: int, *more: str) -> Paper:
    """Write an article about a raid on a market, told by a hospital, that says its day and toll."""
    lines = [f"{toll} people died when a raid hit the cattle market in Klow on {day}.", *more]
    paper = Paper(name, lines, source=name, published=DAY)
    time = paper.time(0, day, form="date", month=5, day=int(day[4:]))
    paper.report(0, "raid", "ASSAULT", mode="aerial", lemma="raid", location="Klow", time=time)
    paper.figure(0, f"{toll} people", "killed", exact=killed, unit="people", of="people")
    return paper


def accuse(paper: Paper, sentence: int, accuser: str, accused: str) -> None:
    """Add an accusation and the act that it tells of to an article."""
    start, end = paper.find(sentence, "accused")
    voice = replace(paper.voice(sentence, accuser), cue_start=start, cue_end=end)
    paper.report(sentence, "accused", "ACCUSE", mode="allege", lemma="accuse", actors=[accuser], recipients=[accused])
    paper.report(sentence, "bombing", "ASSAULT", mode="aerial", lemma="bomb", actors=[accused], voices=(voice,), tense="none")


def test_one_raid_with_two_days_and_two_tolls() -> None:
    """Two outlets that part over the day and the dead of one raid tell of one event, and both are shown."""
    record = link_case(make_pile(bomb("a", "May 3", "Twelve", 12), bomb("b", "May 4", "Seventeen", 17), **TYPES))
    assert [event.articles for event in record.events] == [2]
    assert sorted(found.field for found in record.disagreements) == ["date", "killed"]


def test_two_raids_of_one_article_stay_two() -> None:
    """A second raid, on the next day, is another event where one article tells of both."""
    paper = bomb("a", "May 3", "Twelve", 12, "A second raid on May 4 hit a bridge in Klow.")
    time = paper.time(1, "May 4", form="date", month=5, day=4)
    paper.report(1, "raid", "ASSAULT", mode="aerial", lemma="raid", location="Klow", time=time)
    assert len(link_case(make_pile(paper, **TYPES)).events) == 2


def test_a_second_raid_is_not_the_first_of_another_article() -> None:
    """What one article calls a second raid, on the next day, is not the raid that another tells of."""
    second = Paper("b", ["A second raid hit the cattle market in Klow on May 4."], source="b", published=DAY)
    time = second.time(0, "May 4", form="date", month=5, day=4)
    second.report(0, "raid", "ASSAULT", mode="aerial", lemma="raid", location="Klow", time=time)
    pile = make_pile(bomb("a", "May 3", "Twelve", 12), second, **TYPES)
    assert len(link_case(pile).events) == 2


def test_who_is_only_blamed_is_no_actor() -> None:
    """Two sides that blame each other for a raid: one event without actor, and the blame among its disagreements."""
    paper = bomb(
        "a", "May 3", "Twelve", 12, "Sylvania accused Ruritania of bombing it.", "Ruritania accused Sylvania of bombing it."
    )
    accuse(paper, 1, "Sylvania", "Ruritania")
    accuse(paper, 2, "Ruritania", "Sylvania")
    record = link_case(make_pile(paper, **TYPES))
    (raid,) = (event for event in record.events if event.event_type == "ASSAULT")
    assert raid.actor == ()
    assert len(raid.reports) == 3
    (found,) = (found for found in record.disagreements if found.about == raid.id)
    assert (found.field, [position.value for position in found.positions]) == ("actor", ["Ruritania", "Sylvania"])


def test_two_accusers_or_the_outlet_name_the_actor() -> None:
    """Whom two independent accusers name did it, as far as the record tells; so does the only one told of an act."""
    paper = bomb(
        "a", "May 3", "Twelve", 12, "Sylvania accused Ruritania of bombing it.", "Borduria accused Ruritania of bombing it."
    )
    accuse(paper, 1, "Sylvania", "Ruritania")
    accuse(paper, 2, "Borduria", "Ruritania")
    events = link_case(make_pile(paper, **TYPES)).events
    assert [event.actor for event in events if event.event_type == "ASSAULT"] == [(actor_id("Ruritania"),)]
    lone = Paper("b", ["Sylvania accused Ruritania of bombing it."], source="b", published=DAY)
    accuse(lone, 0, "Sylvania", "Ruritania")
    events = link_case(make_pile(lone, **TYPES)).events
    assert [event.actor for event in events if event.event_type == "ASSAULT"] == [(actor_id("Ruritania"),)]


def test_a_denial_belongs_to_the_raid() -> None:
    """Who denies the raid that an article is about denies that event; who never bombed anything denies nothing."""
    lines = ("Ruritania denied that it had bombed Klow.", "It had never bombed Zlip.")
    paper = bomb("a", "May 3", "Twelve", 12, *lines)
    paper.report(1, "bombed", "ASSAULT", mode="aerial", lemma="bomb", actors=["Ruritania"], location="Klow", status="negated")
    paper.report(2, "bombed", "ASSAULT", mode="aerial", lemma="bomb", location="Zlip", status="negated")
    record = link_case(make_pile(paper, **TYPES))
    assert [(event.status, event.actor, len(event.reports)) for event in record.events if event.status == "actual"] == [
        ("actual", (), 2)
    ]
    assert [found.field for found in record.disagreements] == ["status"]


def test_a_follow_up_recalls_the_attack_of_its_town() -> None:
    """Of two attacks on one day, a later article that names the town means the one there."""
    papers = []
    for name, force, where in (("a", "Sylvania", " in Klow"), ("b", "Ruritania", "")):
        paper = Paper(name, [f"{force} killed nine people with a bomb at a market{where} on May 4."], published=DAY)
        day = paper.time(0, "May 4", form="date", month=5, day=4)
        paper.report(0, "killed", "ASSAULT", lemma="kill", actors=[force], time=day, **({"location": "Klow"} if where else {}))
        papers.append(paper)
    later = Paper(
        "c",
        ["The mayor promised help to the market.", "Nothing else.", "A bomb killed nine people at a market in Klow on May 4."],
    )
    later.published = datetime.date(2022, 5, 9)
    day = later.time(2, "May 4", form="date", month=5, day=4)
    later.report(2, "killed", "ASSAULT", lemma="kill", time=day, location="Klow")
    pile = make_pile(*papers, later, **TYPES)
    keys = find_incidents(pile, build_reports(pile))
    of_article = {account.report.article: keys.get(account.report.id) for account in build_reports(pile)}
    assert of_article == {"a": "a", "b": "b", "c": "a"}
