"""Plain text → one article. Furniture, title and source are found later, by cleaning."""

from accord.model.ids import make_id
from accord.model.reading import InputFailure, SourceText


def read_plain(text: str, path: str) -> SourceText | InputFailure:
    """Return the text as an article, unchanged."""
    if not text.strip():
        return InputFailure(path, "empty: the input holds no text")
    return SourceText(id=make_id("article", text, "", "", "", ""), path=path, text=text)
