"""The event lexicon: frames of verbs, event nouns, noun classes and matrix classes, loaded from data/*.yaml.

In: `verbs.yaml`, `nouns.yaml`, `matrix.yaml`. Out: look-ups by lemma. Knows the words, not the grammar.
"""

import functools
from dataclasses import dataclass

from accord.data import load_yaml
from accord.model.record import QUAD, EventType


@dataclass(frozen=True, slots=True)
class Pattern:
    """What must stand with a verb: particles or fixed words in order, an object noun, a preposition with object."""

    words: tuple[str, ...] = ()
    noun: str | None = None
    prep: str | None = None
    prep_noun: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One use of a verb as a political act; see the head of data/verbs.yaml."""

    lemma: str
    pattern: Pattern
    event_type: EventType
    mode: str | None
    stage: str | None
    contexts: tuple[str, ...]
    objects: frozenset[str]
    subjects: frozenset[str]
    recipient: tuple[str, ...]
    mutual: bool
    weight: float
    actor: tuple[str, ...] = ()
    direct: frozenset[str] = frozenset()
    needs: bool = False

    @property
    def strictness(self) -> int:
        """How much the frame asks for; stricter frames are tried first."""
        words = 4 * (len(self.pattern.words) + bool(self.pattern.noun) + bool(self.pattern.prep))
        return words + 2 * (bool(self.objects) + bool(self.direct)) + bool(self.subjects)

    @property
    def name(self) -> str:
        """The rule's name in reports: type, verb and pattern."""
        return ":".join(
            [
                "frame",
                self.event_type.lower(),
                " ".join([self.lemma, *self.pattern.words, *filter(None, [self.pattern.noun, self.pattern.prep])]),
            ]
        )


@dataclass(frozen=True, slots=True)
class EventNoun:
    """A noun that is an act by itself; see the head of data/nouns.yaml."""

    noun: str
    event_type: EventType
    mode: str | None
    stage: str | None
    recipient: tuple[str, ...]
    mutual: bool


def _pattern(entry: str) -> tuple[str, Pattern]:
    """Parse an entry such as "open =fire @on" into its lemma and pattern."""
    lemma, *rest = entry.split(" ")
    words: list[str] = []
    noun = prep = prep_noun = None
    for word in rest:
        if word.startswith("="):
            noun = word[1:]
        elif word.startswith("@"):
            prep = word[1:]
        elif prep:
            prep_noun = word
        else:
            words.append(word)
    return lemma, Pattern(tuple(words), noun, prep, prep_noun)


@functools.cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """Return the frames of each verb lemma, the strictest first."""
    found: dict[str, list[Frame]] = {}
    for group in load_yaml("verbs"):
        for entry in group["verbs"]:
            lemma, pattern = _pattern(str(entry))
            frame = Frame(
                lemma=lemma,
                pattern=pattern,
                event_type=group["type"],
                mode=group.get("mode"),
                stage=group.get("stage"),
                contexts=tuple(group.get("context", ())),
                objects=frozenset(group.get("obj", ())),
                subjects=frozenset(group.get("subj", ())),
                recipient=tuple(group.get("recipient", ("obj",))),
                mutual=bool(group.get("mutual")),
                weight=float(group.get("weight", 0.8)),
                actor=tuple(group.get("actor", ())),
                direct=frozenset(group.get("direct", ())),
                needs=bool(group.get("needs")),
            )
            found.setdefault(lemma, []).append(frame)
    return {lemma: tuple(sorted(group, key=lambda f: -f.strictness)) for lemma, group in found.items()}


@functools.cache
def event_nouns() -> dict[str, EventNoun]:
    """Return event nouns by lemma or by two-word name ("hunger strike")."""
    found: dict[str, EventNoun] = {}
    for group in load_yaml("nouns")["events"]:
        for noun in group["nouns"]:
            found.setdefault(
                noun,
                EventNoun(
                    noun,
                    group["type"],
                    group.get("mode"),
                    group.get("stage"),
                    tuple(group.get("recipient", ())),
                    bool(group.get("mutual")),
                ),
            )
    return found


@functools.cache
def noun_class(name: str) -> frozenset[str]:
    """Return the lemmas of a noun class; empty for classes that are known by mentions ("actor", "place")."""
    return frozenset(load_yaml("nouns")["classes"].get(name, ()))


@functools.cache
def people() -> frozenset[str]:
    """Return nouns that denote persons or bodies of persons."""
    names = (
        "troops",
        "armed",
        "cop",
        "civil",
        "labor",
        "official",
        "court",
        "government",
        "prisoner",
        "hostage",
        "suspect",
        "person_role",
    )
    extra = load_yaml("matrix")["own_forces"]
    return frozenset().union(
        *(noun_class(name) for name in names), noun_class("diplomat"), noun_class("peacekeeper"), noun_class("refugee"), extra
    )


@functools.cache
def matrix(part: str = "verbs") -> dict[str, tuple[tuple[str, Pattern], ...]]:
    """Return for each lemma the matrix classes it may belong to with the pattern each asks for."""
    found: dict[str, list[tuple[str, Pattern]]] = {}
    for name, entries in load_yaml("matrix")[part].items():
        for entry in entries:
            lemma, pattern = _pattern(str(entry))
            found.setdefault(lemma, []).append((name, pattern))
    return {lemma: tuple(sorted(group, key=lambda g: -len(g[1].words))) for lemma, group in found.items()}


@functools.cache
def words(name: str) -> frozenset[str]:
    """Return a plain list of data/matrix.yaml as a set."""
    return frozenset(load_yaml("matrix")[name])


@functools.cache
def occurrence_patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return the verbs of happening with the patterns they ask for ("take =place")."""
    found: dict[str, list[Pattern]] = {}
    for entry in load_yaml("matrix")["occur"]:
        lemma, pattern = _pattern(entry)
        found.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(group) for lemma, group in found.items()}


def is_force(verb: str) -> bool:
    """Whether a verb may tell an attack: troops "storm" a town, so the word is no weather there."""
    return any(frame.event_type == "ASSAULT" for frame in frames().get(verb, ()))


def is_cooperative(event_type: str) -> bool:
    """Whether a type is one that PLOVER turns into AGREE when it is still to come (manual, AGREE)."""
    return event_type in ("CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE")


def is_conflict(event_type: str) -> bool:
    """Whether a type is material conflict."""
    return QUAD[event_type] == "material_conflict"


def demand_mode(event_type: str | None, stops_conflict: bool = False) -> str:
    """Return the mode of a REQUEST or REJECT about an act (PLOVER manual, REQUEST: assist, change, yield, meet)."""
    if stops_conflict or event_type in ("RETREAT", "CONCEDE"):
        return "yield"
    if event_type == "CONSULT":
        return "meet"
    if event_type in ("AID", "SUPPORT", "COOPERATE", "AGREE"):
        return "assist"
    return "change"


def threat_mode(event_type: str | None, mode: str | None) -> str | None:
    """Return the mode of a THREATEN by what is threatened (PLOVER manual, THREATEN)."""
    if event_type in ("ASSAULT", "MOBILIZE"):
        return "violence"
    if event_type == "SANCTION":
        return "expel" if mode == "expel" else "relations"
    if event_type == "COERCE":
        return "arrest" if mode == "arrest" else "restrict"
    if event_type == "PROTEST":
        return "restrict"
    return None
