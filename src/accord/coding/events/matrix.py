"""Two acts made one: what a verb about another act makes of it ("agreed to send aid", "denied bombing the town").

In: a `Construction`, a matrix verb (data/matrix.yaml) with the acts of its complement. Out: acts, an empty list where
nothing is to be said, or `None` where the construction is not of this class after all. The types follow the PLOVER manual
(AGREE, REQUEST, REJECT, THREATEN and their ambiguities).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from accord.coding.events import lexicon
from accord.coding.events.act import Act
from accord.coding.events.arguments import Arguments, expand, find_arguments, is_infinitive, preps_of
from accord.coding.events.classes import event_noun
from accord.coding.events.clauses import Clause, is_actor, is_place, root_of
from accord.coding.events.commitments import is_same_side
from accord.coding.events.modality import read_modality
from accord.coding.events.parties import owner_parties, parties
from accord.coding.events.stances import is_negated
from accord.coding.events.subjects import is_passive, owners, surface_subjects
from accord.model.record import EventType, Status

_RECIPIENT_PREPS = ("with", "against", "on", "at", "to", "from", "between", "among", "of", "for", "in")
# "declined to comment" is no rejection of anybody.
_TALK_OF_TALK = frozenset(
    "comment say elaborate speak discuss disclose reveal identify answer name specify speculate talk give confirm".split()
)
_PROMISES = frozenset("agree promise pledge offer vow commit undertake consent volunteer assure".split())
_TO_SOMEBODY = frozenset("assure promise reassure".split())
_DECISIONS = frozenset("agree consent decide opt propose".split())
_ENTERING = frozenset("enter visit return inspect deliver access cross pass travel".split())
# Verbs that ask only with an infinitive: "called Rome to help", never "called Rome a friend".
_ASK_WITH_INFINITIVE = frozenset("want push press call encourage invite petition lobby".split())
_ASK_SOMEBODY = frozenset("want push recommend advise encourage counsel invite call press".split())
_REACHING = frozenset("reach agree conclude strike secure clinch find make seal achieve settle".split())
# What people call or visit somebody for.
_TALKING = frozenset(
    """discuss talk speak review explain inform brief exchange consult confer update ask express convey offer assure hear tell
    stress discuss seek say coordinate negotiate meet follow affirm emphasize emphasise reiterate share wish pay""".split()
)
_COMPLAIN = frozenset("complain lament bemoan protest regret".split())
_WILLING = frozenset("ready willing prepared committed".split())
_NEEDED = frozenset("need require".split())
_DISAPPROVE = frozenset("condemn criticize criticise slam denounce".split())


@dataclass(frozen=True, slots=True)
class Construction:
    """A matrix verb, adjective or noun with its complement.

    Attributes:
        word: the matrix word; `predicate` the verb it hangs on where it is no verb ("is ready to help").
        inner_word: the complement's head; `inner` the acts that the complement tells.
        actors: who the matrix clause has as subject.
    """

    clause: Clause
    word: Token
    predicate: Token
    arguments: Arguments
    actors: tuple[int, ...]
    inner_word: Token
    inner: tuple[Act, ...]

    @property
    def content(self) -> Act | None:
        """The first act of the complement."""
        return self.inner[0] if self.inner else None

    @property
    def used(self) -> frozenset[int]:
        """The words that the construction takes up."""
        return frozenset({self.word.i, self.inner_word.i}).union(*(a.used for a in self.inner))

    @property
    def rule(self) -> str:
        """The two words, for the rule's name."""
        return f"{self.word.lemma_}+{self.inner_word.lemma_}"

    def act(self, event_type: EventType, mode: str | None, *, recipients: tuple[int, ...], weight: float, name: str) -> Act:
        """Make the act of the matrix word itself."""
        others = tuple(r for r in recipients if r not in self.actors)
        return Act(
            self.word, self.predicate, event_type, mode, actors=self.actors, recipients=others, weight=weight,
            rule=f"{name}:{self.rule}", used=self.used,
        )  # fmt: skip

    def carry(self, act: Act, *, status: Status | None, weight: float = 1.0, name: str = "") -> Act:
        """Pass on an act of the complement under the matrix word, with another status."""
        rule = f"{name}:{self.word.lemma_}>{act.rule}" if name else act.rule
        return replace(
            act, predicate=self.predicate, status=status, weight=act.weight * weight, rule=rule, used=act.used | {self.word.i}
        )

    def involved(self) -> tuple[int, ...]:
        """Recipients of the act that is spoken of, else who is addressed, else any party below the complement."""
        for act in self.inner:
            if act.recipients or act.places:
                return act.recipients or act.places
        told = [t for t in self.arguments.objects if self.inner_word.dep_ == "xcomp" and t != self.inner_word]
        addressed = self.people((*told, *self.arguments.indirect, *first_preps(self.arguments.preps, ("to", "with"))))
        return addressed or (() if self.inner else self._any_party())

    def _any_party(self) -> tuple[int, ...]:
        arguments = find_arguments(self.inner_word)
        named = [t for t in arguments.objects if (m := self.clause.mention(t)) is not None and m.form != "descriptor"]
        return self.people([*named, *arguments.indirect, *first_preps(arguments.preps, _RECIPIENT_PREPS)])

    def people(self, tokens: Iterable[Token]) -> tuple[int, ...]:
        """Return the mentions of those tokens that are actors or places."""
        return parties(self.clause, [t for t in tokens if is_actor(self.clause, t) or is_place(self.clause, t)])


def first_preps(preps: dict[str, tuple[Token, ...]], names: Iterable[str]) -> tuple[Token, ...]:
    """Return the objects of the first of the named prepositions that is there."""
    return next((preps[name] for name in names if preps.get(name)), ())


def end_of(event_type: str, verb: str) -> tuple[EventType, str | None] | None:
    """Return the act of ending an act of a type (PLOVER manual: RETREAT, CONCEDE, REJECT, SANCTION), `None` for no act."""
    if event_type == "CONSULT":
        if verb in ("cancel", "call", "postpone"):
            return "REJECT", "meet"
        return ("SANCTION", "discontinue") if verb in ("suspend", "break", "halt") else None
    if event_type in ("AID", "COOPERATE", "SUPPORT"):
        return "SANCTION", "discontinue"
    if event_type in ("ASSAULT", "MOBILIZE"):
        return "RETREAT", "ceasefire" if event_type == "ASSAULT" else None
    if event_type in ("PROTEST", "COERCE", "SANCTION", "THREATEN"):
        return "CONCEDE", None
    return None


def _commit(c: Construction) -> list[Act]:
    """Commitments: AGREE, or THREATEN where harm is promised; decisions on harm stay the act, future."""
    content, lemma = c.content, c.word.lemma_
    if content is None:
        return _vowed_harm(c) or _bare_promise(c)
    if is_negated(c.inner_word) and content.trigger == c.inner_word:
        return _forswear(c, content)
    if content.event_type in ("ACCUSE", "REJECT", "REQUEST"):
        told = replace(content, actors=content.actors or c.actors)
        return [replace(told, used=c.used, status=content.status or "future", weight=content.weight * 0.8)]
    lent = content.event_type == "MOBILIZE" and content.trigger.lemma_ in ("send", "contribute", "provide", "dispatch", "lend")
    if not lent and (lexicon.is_conflict(content.event_type) or content.event_type == "THREATEN"):
        if lemma in _DECISIONS:
            return [replace(content, status="future", used=c.used, weight=content.weight * 0.8)]
        mode = lexicon.threat_mode(content.event_type, content.mode)
        return [c.act("THREATEN", mode, recipients=c.involved(), weight=0.75, name="commit")]
    if lemma in ("decide", "opt", "resolve") and not lent and not lexicon.is_cooperative(content.event_type):
        return [replace(content, status="future", used=c.used)]
    return [c.act("AGREE", None, recipients=c.involved(), weight=0.75, name="commit")]


def _vowed_harm(c: Construction) -> list[Act]:
    """Harm that is vowed in words that name no act: "vowed to crush the rebels", "swore to retaliate"."""
    verb = c.inner_word.lemma_
    if c.word.pos_ != "VERB" or c.word.lemma_ in _DECISIONS or verb not in lexicon.words("reprisals"):
        return []
    harmed = c.people(find_arguments(c.inner_word).objects) or c.involved()
    if not harmed and verb not in ("retaliate", "avenge", "strike", "hit", "respond"):
        return []  # "vowed to fight corruption"
    return [c.act("THREATEN", "violence", recipients=harmed, weight=0.65, name="commit")]


def _forswear(c: Construction, content: Act) -> list[Act]:
    """A promise not to do harm is AGREE, one not to cooperate REJECT ("vowed not to attack", "resolved not to negotiate")."""
    if lexicon.is_conflict(content.event_type) or content.event_type in ("THREATEN", "ACCUSE", "REJECT"):
        return [c.act("AGREE", None, recipients=c.involved(), weight=0.7, name="commit")]
    mode = lexicon.demand_mode(content.event_type)
    return [c.act("REJECT", mode, recipients=c.involved(), weight=0.7, name="refuse")]


def _bare_promise(c: Construction) -> list[Act]:
    """A promise of something the lexicon does not know ("agreed to set up a centre", "ready to lend planes to Chad")."""
    recipients = c.involved() or (c.people(c.arguments.objects) if c.word.lemma_ in _TO_SOMEBODY else ())
    if c.word.pos_ == "ADJ" and c.word.lemma_ not in _WILLING:
        return []  # "eager to test it in court"
    if c.word.pos_ == "ADJ":
        recipients = c.people(first_preps(find_arguments(c.inner_word).preps, ("to", "for", "with", "in")))
        return [c.act("AGREE", None, recipients=recipients, weight=0.6, name="commit")] if recipients else []
    if c.word.lemma_ not in _PROMISES or (c.word.lemma_ == "agree" and c.inner_word.dep_ == "ccomp"):
        return []  # "agreed that it was late"
    sure = bool(recipients) or c.word.lemma_ in ("agree", "promise", "pledge")
    return [c.act("AGREE", None, recipients=recipients, weight=0.6 if sure else 0.4, name="commit")]


def _request(c: Construction) -> list[Act] | None:
    """Requests; `None` where the verb asks nobody for an act."""
    lemma = c.word.lemma_
    if any(
        t.tag_ in ("WP", "WRB", "WDT") or t.lower_ in ("whether", "if") for left in c.inner_word.lefts for t in left.subtree
    ):
        return []  # asked a question, not for an act
    if lemma in _ASK_WITH_INFINITIVE and not is_infinitive(c.inner_word):
        return None
    content = c.content
    if lemma == "call" and (c.arguments.objects or _is_visit(c)):
        return _by_phone(c)
    recipients = _addressed(c)
    if content is None and lemma == "invite":
        return None
    if (lemma in _ASK_SOMEBODY and not recipients) or (lemma == "insist" and not _is_demanded(c.inner_word)):
        return None
    if content is None and not recipients:
        return []
    if content is not None and lemma == "invite" and content.event_type == "CONSULT":
        return [
            replace(
                content, event_type="AGREE", mode=None, actors=c.actors, recipients=recipients, trigger=c.word, predicate=c.word
            )
        ]
    stops = content is not None and content.event_type in ("RETREAT", "CONCEDE")
    mode = lexicon.demand_mode(content.event_type if content else None, stops)
    weight = 0.75 if recipients and lemma != "want" else 0.6
    recipients = recipients or (content.recipients if content else ())
    return [c.act("REQUEST", mode, recipients=recipients, weight=weight, name="request")]


def _is_demanded(verb: Token) -> bool:
    """Whether a clause tells what shall be: with a modal of duty, or in the bare form ("insisted that Rome open it")."""
    if read_modality(verb).obliged:
        return True
    if any(t.dep_ in ("aux", "auxpass") and t.tag_ in ("MD", "TO") for t in verb.children):
        return False
    if verb.tag_ == "VB":
        return True
    singular = any(t.dep_ == "nsubj" and t.tag_ in ("NN", "NNP") for t in verb.children)
    return verb.tag_ == "VBP" and singular and not any(t.dep_ == "conj" for s in verb.children for t in s.children)


def _is_visit(c: Construction) -> bool:
    """Whether "called on him to discuss" tells a visit: the one who is called on is one person."""
    visited = c.arguments.preps.get("on", ())
    person = any((m := c.clause.mention(t)) is not None and m.label == "person" and not m.plural for t in visited)
    return person and c.inner_word.lemma_ in _TALKING


def _by_phone(c: Construction) -> list[Act] | None:
    """A call or visit to a person: what it was made to say ("called him to thank him"), else a consultation."""
    visited = c.arguments.preps.get("on", ())
    called = c.people([t for o in c.arguments.objects for t in expand(o)] or visited)
    if not called or not c.actors or not is_infinitive(c.inner_word):
        return None
    content = c.content
    if content is not None and content.event_type in ("SUPPORT", "ACCUSE", "CONCEDE", "AGREE", "THREATEN", "REQUEST"):
        rule = f"call:{content.rule}"
        said = replace(content, actors=c.actors, recipients=called, trigger=c.word, predicate=c.word, rule=rule, used=c.used)
        return [replace(said, status=None)]
    if content is None and c.inner_word.lemma_ not in _TALKING:
        return None
    talk = c.act("CONSULT", None if visited else "phone", recipients=called, weight=0.75, name="call")
    return [replace(talk, mutual=not visited)]


def _addressed(c: Construction) -> tuple[int, ...]:
    """Who is asked: the object, a prepositional object, or the subject of what is demanded."""
    tokens = [*c.arguments.objects, *c.arguments.indirect]
    tokens = tokens or list(first_preps(c.arguments.preps, ("on", "to", "for", "from", "with", "of")))
    found = c.people(tokens)
    if not found and any(t.dep_ in ("nsubj", "nsubjpass") for t in c.inner_word.children):
        found = c.people(surface_subjects(c.inner_word))
    return tuple(i for i in found if i not in c.actors)


def _order(c: Construction) -> list[Act] | None:
    """Orders: to one's own forces to attack is THREATEN, to others REQUEST."""
    objects = [t for o in (*c.arguments.objects, *c.arguments.indirect) for t in expand(o)]
    if any(_is_own_force(c.clause, t) for t in objects):
        attack = next((a for a in c.inner if a.event_type == "ASSAULT"), None)
        named = any((noun := event_noun(t)) is not None and noun.event_type == "ASSAULT" for t in c.inner_word.subtree)
        if attack is not None or named:
            targets = attack.recipients or attack.places if attack is not None else ()
            return [c.act("THREATEN", "violence", recipients=targets, weight=0.65, name="order")]
        return [replace(a, status="future", used=c.used, weight=a.weight * 0.8) for a in c.inner[:1]]
    if c.word.lemma_ == "tell" and not is_infinitive(c.inner_word):
        return None
    if c.word.lemma_ in ("force", "compel", "oblige", "require"):
        return None
    return _request(c)


def _is_own_force(clause: Clause, token: Token) -> bool:
    return token.lemma_.lower() in lexicon.words("own_forces") and bool(owners(token) or clause.mention(token))


def _refuse(c: Construction) -> list[Act]:
    if c.word.lemma_ == "resist" and read_modality(c.word).possible:
        return []  # "could not resist asking"
    if c.inner_word.lemma_ in _TALK_OF_TALK:
        return []
    mode = lexicon.demand_mode(c.content.event_type) if c.content else None
    return [c.act("REJECT", mode, recipients=c.involved(), weight=0.75 if c.content else 0.6, name="refuse")]


def _threaten(c: Construction) -> list[Act] | None:
    """Threats; a warning is one only when it addresses somebody or tells what the speaker himself will do."""
    content = c.content
    addressed = c.people((*c.arguments.objects, *c.arguments.indirect))
    if c.word.lemma_ == "warn":
        heads = surface_subjects(c.inner_word)
        subjects = parties(c.clause, heads) or owner_parties(c.clause, heads)
        own = bool(subjects) and is_same_side(c.clause, subjects[0], c.actors)
        if not addressed and not (own and content):
            return None
    mode = lexicon.threat_mode(content.event_type, content.mode) if content else None
    weight = 0.75 if c.word.lemma_ == "threaten" else 0.55
    return [c.act("THREATEN", mode, recipients=addressed or c.involved(), weight=weight, name="threaten")]


def _accuse(c: Construction) -> list[Act]:
    """An accusation, and on the accuser's word the act that is alleged."""
    recipients = c.people(c.arguments.objects)
    if c.inner_word.dep_ == "ccomp" and not recipients:
        return _allege(c)
    if c.word.lemma_ in ("allege", "complain") and c.content is None:
        return []  # "are alleged to be rich"
    if not recipients:
        return []
    mode = "disapprove" if c.word.lemma_ in _DISAPPROVE else "allege"
    accusation = c.act("ACCUSE", mode, recipients=recipients, weight=0.85, name="accuse")
    if not c.actors:
        return [accusation]
    told = [replace(a, actors=a.actors or recipients, weight=a.weight * 0.75, voice=c.actors[0]) for a in c.inner[:1]]
    return [accusation, *told]


def _allege(c: Construction) -> list[Act]:
    """An allegation in a clause: "alleged that Baku had shelled the village", "complained that Lima ignored the warnings"."""
    recipients = tuple(i for i in c.people(surface_subjects(c.inner_word)) if i not in c.actors)
    recipients = recipients or tuple(i for a in c.inner[:1] for i in a.actors if i not in c.actors)
    owned = owner_parties(c.clause, surface_subjects(c.inner_word)) if c.inner_word.lemma_ == "be" else ()
    recipients = recipients or tuple(i for i in owned if i not in c.actors)
    if not recipients or not c.actors or read_modality(c.inner_word).future:
        return []
    mode = "disapprove" if c.word.lemma_ in _COMPLAIN else "allege"
    told = [replace(a, weight=a.weight * 0.75, voice=c.actors[0]) for a in c.inner[:1]]
    return [c.act("ACCUSE", mode, recipients=recipients, weight=0.7, name="accuse"), *told]


def _mission(c: Construction) -> list[Act] | None:
    """Somebody sent to investigate: the investigation is the act ("sent experts to probe the crash")."""
    content = c.content
    if content is None or content.event_type != "ACCUSE" or content.mode != "investigate" or not c.actors:
        return None
    others = content.recipients or c.people(first_preps(c.arguments.preps, ("to", "into", "in")))
    return [c.act("ACCUSE", "investigate", recipients=others, weight=0.75, name="mission")]


def _deny(c: Construction) -> list[Act] | None:
    """Denials: "did not deny" leaves open, "denied any attack" is about the denier, and a request denied is turned down."""
    turned_down = c.content is not None and c.inner_word.pos_ == "NOUN" and c.content.event_type == "REQUEST"
    if turned_down or c.inner_word.i < c.word.i:
        return None  # "the rebels said he fled; the army denied it"
    voice = c.actors[0] if c.actors else None
    status: Status = "hypothetical" if is_negated(c.word) else "negated"
    own = any(t.lower_ in ("any", "all") and t.dep_ == "det" for t in c.inner_word.children)
    acts = [replace(a, actors=a.actors or _spoken_for(c)) if own else a for a in c.inner]
    return [replace(a, status=status, voice=voice, used=a.used | {c.word.i}) for a in acts]


def _spoken_for(c: Construction) -> tuple[int, ...]:
    """Whom the subject speaks for: "a spokesman for the council", else the subject."""
    for subject in c.arguments.subjects:
        if subject.lemma_.lower() in ("spokesman", "spokeswoman", "spokesperson", "lawyer"):
            found = parties(c.clause, first_preps(preps_of(subject), ("for", "of")))
            if found:
                return found
    return c.actors


def _fail(c: Construction) -> list[Act]:
    """What failed did not happen; a failure to agree is a rejection (PLOVER manual, REJECT)."""
    content = c.content
    reaching = content is not None and content.trigger.lemma_ in _REACHING
    if content is not None and reaching and (content.mutual or content.trigger.lemma_ == "agree"):
        parted = replace(content, actors=content.actors or c.actors, predicate=c.predicate, used=c.used)
        return [replace(parted, event_type="REJECT", mode=None, stage=None, rule=f"fail:{content.rule}")]
    return [c.carry(a, status="negated") for a in c.inner]


def _attempt(c: Construction) -> list[Act] | None:
    """Attempts at harm are acts; attempts at cooperation are still to come."""
    acts = [
        c.carry(a, status=a.status if lexicon.is_conflict(a.event_type) else "future", weight=0.85, name="attempt")
        for a in c.inner
    ]
    return acts or None


def _phase(c: Construction) -> list[Act] | None:
    """Beginning, going on, managing: the act itself."""
    if any(t.dep_ == "mark" for t in c.inner_word.children):
        return None  # "it remains unclear whether he came": read on its own
    went_on = c.word.lemma_ == "go" and is_infinitive(c.inner_word) and any(t.dep_ == "prt" for t in c.word.children)
    if (c.inner_word.dep_ not in ("xcomp", "ccomp") and not went_on) or (
        c.word.lemma_ in ("be", "have") and not is_infinitive(c.inner_word)
    ):
        return None
    coming = c.word.lemma_ == "be"  # "a commission is to investigate"
    return [c.carry(a, status="future" if coming else a.status) for a in c.inner] or None


def _stop(c: Construction) -> list[Act] | None:
    for act in c.inner:
        made = end_of(act.event_type, c.word.lemma_)
        if made:
            told = c.carry(act, status=act.status, name="stop")
            return [replace(told, trigger=c.word, event_type=made[0], mode=made[1])]
    return [] if c.inner else None


def _plan(c: Construction) -> list[Act] | None:
    return [c.carry(a, status="future", weight=0.85, name="plan") for a in c.inner] or None


def _consider(c: Construction) -> list[Act] | None:
    """Considered acts are hypothetical, but "I want to thank Rome" thanks."""
    if c.word.lemma_ in ("want", "like", "wish") and any(t.lower_ in ("i", "we") for t in c.arguments.subjects):
        spoken = [a for a in c.inner if a.event_type in ("SUPPORT", "ACCUSE", "CONCEDE")]
        if spoken:
            return spoken
    return [c.carry(a, status="hypothetical", weight=0.85) for a in c.inner] or None


def _need(c: Construction) -> list[Act] | None:
    """What ought to be is hypothetical; what one "had to" do was done."""
    if not is_infinitive(c.inner_word):
        return None
    done = c.word.lemma_ == "have" and c.word.tag_ in ("VBD", "VBN")
    if any(t.lower_ == "yet" and t.dep_ in ("advmod", "neg") for t in c.word.children):
        return [c.carry(a, status="negated") for a in c.inner] or None  # "has yet to sign"
    return [c.carry(a, status=a.status if done else "hypothetical") for a in c.inner] or None


def _allow(c: Construction) -> list[Act] | None:
    """Letting somebody act is CONCEDE; letting somebody in is RETREAT access (PLOVER manual, RETREAT modes)."""
    objects = c.people((*c.arguments.objects, *c.arguments.indirect)) or c.people(surface_subjects(c.inner_word))
    recipients = tuple(i for i in objects if i not in c.actors)
    recipients = recipients or tuple(i for a in c.inner for i in (*a.recipients, *a.actors))
    if not c.actors or not recipients:
        return None
    if c.inner_word.lemma_ in _ENTERING:
        return [c.act("RETREAT", "access", recipients=recipients, weight=0.6, name="allow")]
    return [c.act("CONCEDE", None, recipients=recipients, weight=0.6, name="allow")]


def _say(c: Construction) -> list[Act] | None:
    """Content of speech is read on its own, but "said Rome must pay" asks Rome, "said Rome broke the law" accuses it."""
    modality = read_modality(c.inner_word)
    if not c.actors or c.word.lemma_ in ("believe", "think", "know", "show"):
        return None
    if c.inner_word.lemma_ in lexicon.words("wrongs") and not (modality.future or modality.possible or modality.negated):
        return _allege(c) or None
    if not modality.obliged:
        return _need_of(c) or (_allege(c) if _is_blamed(c.inner_word) and not modality.negated else None) or None
    subjects = surface_subjects(c.inner_word)
    own = {root_of(c.clause, i) for i in c.actors}
    addressed = tuple(i for i in c.people(subjects) if root_of(c.clause, i) not in own)
    if any(t.dep_ == "aux" and t.lemma_ == "have" for t in c.inner_word.children):
        return None  # "should have listened" asks for nothing any more
    if is_passive(c.inner_word):
        return _must_be(c)
    if not addressed or any(t.lower_ in ("we", "i") for t in subjects):
        return None
    mode = lexicon.demand_mode(c.content.event_type if c.content else None)
    return [c.act("REQUEST", mode, recipients=addressed, weight=0.6, name="say-must")]


def _is_blamed(verb: Token) -> bool:
    """Whether a clause tells guilt: "was responsible for the blast", "were behind the riots", "is to blame"."""
    if verb.lemma_ != "be":
        return False
    told = [c for c in verb.children if c.dep_ in ("acomp", "attr", "prep", "xcomp")]
    bad = lexicon.noun_class("slur") | {"responsible", "culpable", "complicit", "guilty", "behind", "blame"}
    return any(c.lemma_.lower() in bad for c in told)


def _need_of(c: Construction) -> list[Act] | None:
    """A demand in the passive: "said that a reform of the agency was needed"."""
    if c.inner_word.lemma_ not in _NEEDED or not is_passive(c.inner_word):
        return None
    return _must_be(c)


def _must_be(c: Construction) -> list[Act] | None:
    """A demand that names what must be done, and perhaps by or to whom: "said the violence in Kivu must end"."""
    subjects = surface_subjects(c.inner_word)
    named = c.people(subjects) or c.people(t for s in subjects for t in first_preps(preps_of(s), ("of", "by", "in", "against")))
    others = tuple(i for i in named or owner_parties(c.clause, subjects) if i not in c.actors)
    return [c.act("REQUEST", "change", recipients=others, weight=0.55, name="say-must")] if others else None


COMBINE: dict[str, Callable[[Construction], list[Act] | None]] = {
    "commit": _commit,
    "ready": _commit,
    "request": _request,
    "order": _order,
    "refuse": _refuse,
    "threaten": _threaten,
    "accuse": _accuse,
    "mission": _mission,
    "phone": _by_phone,
    "deny": _deny,
    "fail": _fail,
    "attempt": _attempt,
    "phase": _phase,
    "stop": _stop,
    "plan": _plan,
    "consider": _consider,
    "need": _need,
    "allow": _allow,
    "say": _say,
}
"""What each class of data/matrix.yaml makes of its complement."""

NEEDS_AIM = frozenset({"commit", "refuse", "attempt", "plan", "threaten", "stop", "order", "allow"})
"""Classes whose act is an infinitive, a gerund or a clause with a modal, never a plain statement."""

OVER_NOUNS = ("commit", "threaten", "plan", "consider", "allow", "deny")
"""Classes that take a noun for the act as well as a clause; verbs of asking and refusing have frames for nouns."""
