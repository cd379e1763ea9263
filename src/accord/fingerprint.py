"""Which program did a piece of work: version, and a digest of the code and data that decide its result.

A stored reading is used again only where the same code with the same language model made it. The digest rather than the
version alone decides, so that a changed rule or word list is noticed also between releases.
"""

import functools
import hashlib
from importlib import metadata, util
from pathlib import Path

from accord import __version__
from accord.errors import SettingsError
from accord.settings import LanguageSettings

_ROOT = Path(__file__).parent
_CODING = ("model", "reading", "cleaning", "language", "coding", "data")
_LINKING = ("model", "cleaning", "linking", "data")


def describe_coder(settings: LanguageSettings) -> str:
    """Return what codes articles: program, language model with its version, and the settings that matter.

    Raises:
        SettingsError: no language model of that name is installed.
    """
    model = f"{settings.model} {_find_model_version(settings.model)}"
    return f"accord {__version__}+{_digest_packages(_CODING)} {model} max_sentence={settings.max_sentence}"


def describe_linker() -> str:
    """Return what links readings."""
    return f"accord {__version__}+{_digest_packages(_LINKING)}"


def _find_model_version(model: str) -> str:
    if Path(model).is_dir():
        return "local"
    if not model.isidentifier() or util.find_spec(model) is None:
        raise SettingsError(
            f"language model {model!r} is not installed: install it with pip, or name an installed spaCy pipeline with --model"
        )
    try:
        return metadata.version(model)
    except metadata.PackageNotFoundError:
        return "unknown"


@functools.cache
def _digest_packages(packages: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for package in packages:
        for path in sorted((_ROOT / package).rglob("*")):
            if path.suffix in {".py", ".yaml", ".json"}:
                digest.update(path.relative_to(_ROOT).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
