"""Other senses of the words for political acts: cures, contests, trade, duties, quarrels ("was discharged from hospital").

In: an act. Out: a reason in words why the words mean something else here, or nothing. A sense is told by the class of the nouns
beside the word (data/nouns.yaml), not by the topic of the article. Harm without force is read in `unforced`.
"""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import Arguments, find_arguments, preps_of
from accord.coding.events.classes import event_noun, in_classes, noun_keys, through
from accord.coding.events.clauses import Clause, is_actor, is_place
from accord.coding.events.dealings import heads_of, modifiers_of, read_aid, read_rejection, read_trade
from accord.coding.events.subjects import is_passive

_Reader = Callable[[Clause, Act, Arguments], str | None]
_PENNED = frozenset({"sign", "pen", "ink", "initial"})
_TRAPPED = frozenset({"trap", "strand", "bury", "stick", "pin"})
_BLOWS = frozenset("slam knock blast hammer rap rip roast".split())
_COME = frozenset({"together", "back", "in", "up", "over"})
_WHEN = frozenset("after before when since until".split())
_SAFETY = frozenset("travel safety weather storm heat avalanche tsunami tornado fire food security".split())
_PLAGUES = frozenset("outbreak flu influenza virus disease epidemic pandemic coronavirus earthquake hurricane wildfire".split())
_CURBS = frozenset("slash ban impose restrict cap prohibit freeze bar tighten".split())
_MARKET = frozenset("company firm price product brand sale market customer retailer shareholder supermarket".split())
_POLLS = frozenset("election presidential poll vote ballot primary runoff match tournament championship league".split())
_MOTION = frozenset("into onto through off out down over against together back unconscious".split())


def find_other_sense(clause: Clause, act: Act) -> str | None:
    """Return why an act's words mean something else; `None` where they may mean the act."""
    reader = _READERS.get(act.event_type)
    return None if reader is None else reader(clause, act, find_arguments(act.trigger))


def _has(tokens: Iterable[Token], name: str) -> bool:
    members = lexicon.noun_class(name)
    return any(key in members for token in tokens for one in through(token) for key in noun_keys(one))


def _follows(verb: Token, names: frozenset[str]) -> bool:
    """Whether one of some particles and prepositions hangs on a verb."""
    return any(c.lower_ in names and c.dep_ in ("prep", "prt", "advmod", "acomp", "oprd") for c in verb.children)


def _is_public(clause: Clause, act: Act) -> bool:
    """Whether somebody takes part who is more than a private person or a firm."""
    parties = (clause.mentions[i] for i in (*act.actors, *act.recipients))
    return any(m.country or set(m.sectors) - {"BUS", "CVL"} for m in parties)


def _is_healing(clause: Clause, index: int) -> bool:
    mention = clause.mentions[index]
    return set(mention.sectors) == {"MED"} or "health" in mention.text.lower().split()


def _read_retreat(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    verb = act.trigger
    if act.mode == "resign" and verb.lemma_ == "leave":
        timed = any(c.dep_ == "mark" and c.lower_ in _WHEN for c in verb.children)
        timed = timed or (verb.dep_ == "pcomp" and verb.head.lower_ in _WHEN)
        return "a term ran out" if timed else None
    if act.mode != "release":
        return None
    if any(t.lower_.endswith(("self", "selves")) for t in heads_of(arguments)):
        return "done for oneself"
    came = verb.lemma_ == "return" and not arguments.passive and not any(c.dep_ == "dobj" for c in verb.children)
    if came and arguments.preps.get("from"):
        return "somebody came back"
    if _has(arguments.preps.get("from", ()), "clinic_n"):
        return "patients leave a hospital"
    heads = heads_of(arguments)
    below = [c for t in heads for c in t.children if c.dep_ in ("acl", "relcl", "amod")]
    caught = any(t.lemma_ in _TRAPPED for c in below for t in (c, *c.children))
    if caught or _has(arguments.preps.get("from", ()), "wreck_n"):
        return "rescued from where they were trapped"
    if act.trigger.pos_ == "NOUN":
        owned = [c for c in act.trigger.children if c.dep_ == "poss"]
        owned += preps_of(act.trigger).get("of", ())
        return "a text is published, nobody let go" if owned and all(_has([t], "text_n") for t in owned) else None
    published = heads and verb.lemma_ == "release" and all(_has([t], "text_n") for t in heads)
    if published:
        return "a text is published, nobody let go"
    return "the dead are given to their families" if _has(heads, "body_remains") and not act.actors else None


def _read_request(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    verb = act.trigger
    if verb.lemma_ == "call" and verb.pos_ == "VERB" and is_passive(verb) and any(c.dep_ == "oprd" for c in verb.children):
        return "what something is called"
    police = in_classes(clause, arguments.subjects, frozenset({"cop"}))
    if verb.lemma_ in ("seek", "want") and police and any(is_actor(clause, t) for t in heads_of(arguments)):
        return "somebody wanted by the police"
    if verb.lemma_ in ("advise", "recommend") and any(_is_healing(clause, i) for i in act.actors):
        return "advice for people's health"
    to_me = any(c.dep_ in ("dobj", "dative") and c.lower_ in ("me", "us") for c in verb.children)
    if verb.lemma_ == "tell" and verb.pos_ == "VERB" and to_me and any(c.dep_ == "ccomp" for c in verb.children):
        return "told to a reporter"
    others = [i for i in act.recipients if clause.mentions[i].text.lower() not in ("i", "we", "you", "me", "us")]
    told = verb.pos_ == "VERB" and is_passive(verb) and not act.actors and not others
    return "nobody asks anybody" if told and verb.lemma_ in ("tell", "call", "order", "ask") else None


def _read_accusation(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    verb = act.trigger
    if verb.lemma_ in _BLOWS and _follows(verb, _MOTION) and not _follows(verb, frozenset({"for", "as"})):
        return "a blow of bodies, not of words"
    if verb.lemma_ == "call" and any(c.lower_ in _COME and c.dep_ in ("prt", "advmod") for c in verb.children):
        return "a call to come"
    if verb.lemma_ in ("charge", "task") and _has_duty(verb):
        return "charged with a duty"
    if verb.lemma_ == "monitor" and is_passive(verb) and not act.actors:
        return "patients are watched"
    raised = verb.lemma_ == "raise" and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl")
    if raised or (verb.lemma_ == "raise" and not act.actors):
        return "what happens raises questions, nobody asks them"
    asked = verb.lemma_ == "question" and not act.actors and verb.dep_ == "advcl"
    return "asked by reporters" if asked else None


def _has_duty(verb: Token) -> bool:
    below = [p for c in verb.children if c.dep_ == "prep" and c.lower_ == "with" for p in c.children if p.dep_ == "pcomp"]
    return any(p.lemma_ in lexicon.words("duties") for p in below)


def _read_support(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    verb, heads = act.trigger, heads_of(arguments)
    if verb.lemma_ == "stand" and _follows(verb, frozenset({"by"})) and not arguments.preps.get("by") and not heads:
        return "somebody only waits"
    if any(t.lower_.endswith(("self", "selves")) for t in heads):
        return "done for oneself"
    if verb.lemma_ == "defend" and any((n := event_noun(t)) and n.event_type == "ACCUSE" for t in heads):
        return "a defence in court"
    if verb.lemma_ == "help" and arguments.subjects and all(event_noun(t) for t in arguments.subjects):
        return "what happens helps, nobody does"
    if act.stage and verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.tag_ == "NNS" and not act.recipients:
        dated = any(t.i in clause.time_of for t in verb.subtree)
        return None if dated else "tells which texts are meant"
    if act.stage and any(c.dep_ == "acl" and c.lemma_ in _CURBS and c.tag_ == "VBG" for t in heads for c in t.children):
        return "the text's own words tell the act"
    lone = not act.recipients and len(act.actors) < 2 and not any(clause.mentions[i].plural for i in act.actors)
    if verb.lemma_ in _PENNED and lone and _has(heads, "decree_n"):
        return "one side signs an order of its own"
    grouped = any(clause.mentions[i].label == "group" for i in (*act.actors, *act.recipients))  # "the two sides"
    if act.stage and _has(heads, "contract_n") and not grouped and not _is_public(clause, act):
        return "a contract of firms"
    return None


def _read_threat(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    verb = act.trigger
    heads = heads_of(arguments)
    if verb.lemma_ == "threaten" and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl") and heads:
        aimed = any(is_actor(clause, t) or is_place(clause, t) or event_noun(t) for t in heads)
        if not aimed and not _has(heads, "consequence") and not _has(heads, "action"):
            return "what happens threatens to bring something on"
    if any(
        t.lemma_ in ("fight", "battle", "struggle") and _follows(t, frozenset({"for"})) for t in verb.subtree if t.i > verb.i
    ):
        return "somebody strives"
    warning = verb.lemma_ in ("warn", "caution", "warning") or any(t.lemma_ in ("warning", "caution") for t in heads)
    told = [t for t in (verb, *heads) if t.pos_ == "NOUN"]
    safe = warning and bool(modifiers_of(told) & (_SAFETY | lexicon.words("relief_kinds")))
    healing = warning and any(_is_healing(clause, i) for i in act.actors)
    return "a warning for people's health or safety" if safe or healing else None


def _read_coercion(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    heads = heads_of(arguments)
    left = modifiers_of((act.trigger, *heads))
    if act.mode == "martial-law":
        after = {t.lemma_.lower() for t in act.predicate.subtree if t.i > act.trigger.i}
        ill = left & lexicon.words("relief_kinds") or after & (lexicon.words("relief_kinds") | _PLAGUES)
        return "an emergency of health or weather, no rule by force" if ill else None
    if act.mode == "seize" and act.trigger.lemma_ == "board" and any(_is_healing(clause, i) for i in act.actors):
        return "travellers are looked after"
    plain = act.mode == "restrict" and not act.recipients and heads and all(t.lemma_ == "measure" for t in heads)
    if plain and not left & lexicon.words("strict"):
        return "measures that restrict nobody"
    return None


def _read_sanction(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    heads = heads_of(arguments)
    away = [t for name in ("of", "from", "out", "off") for t in arguments.preps.get(name, ())]
    if act.mode == "expel" and _has(away, "contest_n"):
        return "out of a contest"
    if act.mode == "discontinue" and _has(heads, "carrier_n"):
        return "a vehicle is stopped"
    lone = bool(act.actors) and not act.recipients and not any(clause.mentions[i].label == "state" for i in act.actors)
    offered = lone and _has(heads, "service_n") and not _is_public(clause, act)
    return "a firm ends a service" if act.mode == "discontinue" and offered else None


def _read_protest(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    alone = len(act.actors) == 1 and not clause.mentions[act.actors[0]].plural
    left = [t for name in ("of", "from", "out") for t in arguments.preps.get(name, ())]
    walked = act.trigger.lemma_ == "walk" and alone
    return "somebody leaves a room" if walked and not _has(left, "talks") else None


def _read_concession(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    held = act.trigger.lemma_ in ("suspend", "end", "halt") and all(t.lemma_ == "campaign" for t in heads_of(arguments))
    if held and heads_of(arguments) and not modifiers_of(heads_of(arguments)):
        return "somebody stops his own campaign"
    if act.trigger.lemma_ == "enable":
        return "what makes something possible grants nothing"
    lenient = act.trigger.lemma_ == "let" and any(c.lemma_ == "get" for c in act.trigger.children)
    if lenient:
        return "a phrase for going unpunished"
    harsh = [n for t in heads_of(arguments) if (n := event_noun(t)) and n.event_type in ("ACCUSE", "COERCE", "SANCTION")]
    return "takes up what is no concession" if act.trigger.lemma_ in ("reinstate", "restore") and harsh else None


def _read_assault(clause: Clause, act: Act, arguments: Arguments) -> str | None:
    verb, heads = act.trigger, heads_of(arguments)
    if verb.lemma_ == "kick" and _follows(verb, frozenset({"off", "out"})):
        return "thrown out, not beaten"
    into = arguments.preps.get("into", ())
    reached = heads or any(is_actor(clause, t) or is_place(clause, t) or _has([t], "site") for t in into)
    if verb.lemma_ in ("storm", "rocket") and verb.pos_ == "VERB" and not reached:
        return "a figure of speech for speed"
    if verb.lemma_ == "charge" and not act.recipients:
        return "a price is charged"
    if verb.lemma_ in ("battle", "fight") and verb.pos_ == "VERB" and not (heads or act.recipients):
        armed = in_classes(clause, arguments.subjects, frozenset({"troops", "armed"}))
        if not armed and len(act.actors) < 2 and not any(clause.mentions[i].plural for i in act.actors):
            return "somebody strives"
    if verb.pos_ == "NOUN" and verb.lemma_ in ("fight", "battle", "clash") and preps_of(verb).get("about"):
        return "a quarrel of words"
    if verb.lemma_ == "clash" and verb.pos_ == "VERB" and _is_quarrel(clause, act):
        return "a quarrel of words"
    if verb.lemma_ == "beat" and act.mode == "beat" and {t.lemma_.lower() for t in verb.sent} & _POLLS:
        return "won an election or a match"
    if verb.lemma_ == "claim" and any(clause.mentions[i].text.lower().startswith(("no ", "nobody")) for i in act.actors):
        return "nobody claims it"
    chance = any(c.lower_ in ("accidentally", "inadvertently") for c in (*verb.children, *verb.head.children))
    return "by accident" if chance and not act.actors else None


def _is_quarrel(clause: Clause, act: Act) -> bool:
    """Whether those who clash are firms or single politicians, or nobody ("years of clashing")."""
    sides = [clause.mentions[i] for i in (*act.actors, *act.recipients)]
    if not sides:
        return act.trigger.dep_ in ("pcomp", "pobj") and act.trigger.head.lower_ == "of"
    trade = bool({t.lemma_.lower() for t in act.trigger.sent} & _MARKET)
    return all(
        (m.label == "person" and m.form == "name" and not m.plural)
        or set(m.sectors) == {"BUS"}
        or (trade and m.form == "name" and m.label in ("organization", "unknown") and not m.country and not m.sectors)
        for m in sides
    )


_READERS: dict[str, _Reader] = {
    "RETREAT": _read_retreat,
    "REQUEST": _read_request,
    "ACCUSE": _read_accusation,
    "SUPPORT": _read_support,
    "AGREE": _read_support,
    "THREATEN": _read_threat,
    "COERCE": _read_coercion,
    "SANCTION": _read_sanction,
    "PROTEST": _read_protest,
    "REJECT": read_rejection,
    "COOPERATE": read_trade,
    "AID": read_aid,
    "CONCEDE": _read_concession,
    "ASSAULT": _read_assault,
}
