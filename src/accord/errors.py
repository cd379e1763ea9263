"""Errors a caller can act on. Each message says what was found, where, and what to do.

Programmer and set-up mistakes are raised; poor input is returned as `accord.model.reading.InputFailure`.
"""


class AccordError(Exception):
    """Base of every error that Accord raises on purpose."""


class InputError(AccordError):
    """An input cannot be read. `path` says which."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class SettingsError(AccordError):
    """A setting or argument is wrong: correct it and call again."""


class StoreError(AccordError):
    """A case cannot be opened, read or written. What was stored before is intact."""


class VerifyError(AccordError):
    """A span of a case does not match its stored text."""
