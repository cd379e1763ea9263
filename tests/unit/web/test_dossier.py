"""The dossier: one file, no network, nothing from an article runs, every link leads somewhere, colours can be read."""

import dataclasses
import re
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from accord.model.record import Record
from accord.views import case as case_views
from accord.web import render_report, write_report
from tests.samples import TEXTS, make_record

VOID = {"meta", "br", "input", "link", "img", "hr"}
HOSTILE = (
    "</script></style></title><script>alert(1)</script>\"'><img src=x onerror=alert(2)><svg onload=alert(3)>&lt;{{70007*70009}}"
)


class _Page(HTMLParser):
    """Elements and attributes of a page, and whether its tags are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.elements for name, value in attributes.items() if name == attribute and value]


def _render() -> str:
    return render_report(make_record(), TEXTS)


def test_the_page_needs_nothing_from_elsewhere() -> None:
    """No request to another machine, no inline handler or style that the policy would refuse, one title, one main heading."""
    page = _Page(_render())
    assert page.values("src") == []
    assert all(value.startswith("#") for value in page.values("href"))
    assert not {name for _, attributes in page.elements for name in attributes if name.startswith("on") or name == "style"}
    assert not {"link", "img", "iframe", "object", "embed", "base"} & {tag for tag, _ in page.elements}
    tags = [tag for tag, _ in page.elements]
    assert (tags.count("h1"), tags.count("title"), tags.count("main"), tags.count("script")) == (1, 1, 1, 1)
    style = resources.files("accord.web").joinpath("static", "dossier.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_names_the_script_and_style_that_are_there() -> None:
    """A browser runs our script and style and no other: their digests in the policy fit what is written."""
    import base64
    import hashlib

    html = _render()
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", html, re.S)
        assert content
        digest = base64.b64encode(hashlib.sha256(content.group(1).encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in html
    assert "default-src &#39;none&#39;" in html


def test_every_link_leads_to_something_on_the_page() -> None:
    """Quotes open at their sentence, names at their actor; ids are unique."""
    page = _Page(_render())
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.values("href")} - set(ids) == set()
    assert "article-1-0" in ids


def test_what_is_left_out_is_not_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a case is too large for one page, links to articles go to their entries, and no link is dead."""
    monkeypatch.setattr(case_views, "EVENT_LIMIT", 1)
    monkeypatch.setattr(case_views, "ACTOR_LIMIT", 1)
    monkeypatch.setattr(case_views, "TEXT_BUDGET", 0)
    html = render_report(make_record(), TEXTS)
    page = _Page(html)
    assert {href[1:] for href in page.values("href")} - set(page.values("id")) == set()
    assert "1 other" in html
    assert "in the case file" in html


def _poison(value: Any) -> Any:
    """Return a record with hostile markup in every text that an article could have put there."""
    kept = {"id", "event", "article", "actor", "of", "agreement", "location", "mention", "source", "start", "end"}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in dataclasses.fields(value):
            old = getattr(value, field.name)
            if field.name in (
                "text",
                "name",
                "title",
                "byline",
                "path",
                "summary",
                "quote",
                "value",
                "rule",
                "unit",
                "measure",
            ):
                changes[field.name] = HOSTILE if isinstance(old, str) else _poison(old)
            elif field.name in ("reasons", "aliases", "sectors") and old and isinstance(old[0], str):
                changes[field.name] = (HOSTILE,)
            elif field.name not in kept or not isinstance(old, str):
                changes[field.name] = _poison(old)
        return dataclasses.replace(value, **changes)
    return tuple(_poison(one) for one in value) if isinstance(value, tuple) else value


def test_nothing_from_an_article_is_markup() -> None:
    """Hostile markup in texts, titles, names, voices, rules and reasons is shown as the letters it is."""
    record: Record = _poison(make_record())
    texts = {article: HOSTILE.replace("\n", " ") + text for article, text in TEXTS.items()}
    html = render_report(record, texts)
    page, plain = _Page(html), _Page(_render())
    assert html.count("<script") == 1
    assert {tag for tag, _ in page.elements} <= {tag for tag, _ in plain.elements} | {"mark", "b"}
    assert not {name for _, attributes in page.elements for name in attributes if name.startswith("on")}
    assert "alert(1)" in "".join(page.text)
    assert str(70007 * 70009) not in html


def test_the_same_case_gives_the_same_page() -> None:
    """No clock, no chance, no order of hashing shows in a page."""
    assert _render() == _render()


def test_an_empty_case_is_a_page_too() -> None:
    """Building from nothing still writes a page that says so."""
    assert "No event was found" in render_report(Record(), {})


def test_writing_replaces_a_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that cannot be finished leaves the one before, and no draft beside it."""
    path = tmp_path / "dossier.html"
    write_report(make_record(), TEXTS, path)
    before = path.read_text(encoding="utf-8")
    assert before == _render()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("accord.web.dossier.os.replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_report(Record(), {}, path)
    assert path.read_text(encoding="utf-8") == before
    assert [one.name for one in tmp_path.iterdir()] == ["dossier.html"]


def test_writing_into_a_folder_that_is_not_there_fails(tmp_path: Path) -> None:
    """The error is the system's own, which the command line turns into a message."""
    with pytest.raises(OSError, match="No such file"):
        write_report(make_record(), TEXTS, tmp_path / "none" / "dossier.html")


TEXT_PAIRS = [
    *[(text, ground) for text in ("ink", "soft", "link") for ground in ("paper", "card", "status-ground", "copied-ground")],
    ("ink", "aim"),
    ("mark-ink", "mark"),
    ("disputed", "disputed-ground"),
    ("disputed", "card"),
    ("copied", "paper"),
]
MARK_PAIRS = [
    (mark, ground)
    for mark in ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "focus", "line-strong")
    for ground in ("paper", "card")
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"), [*((*pair, 4.5) for pair in TEXT_PAIRS), *((*pair, 3.0) for pair in MARK_PAIRS)]
)
def test_colours_can_be_read(scheme: int, front: str, back: str, least: float) -> None:
    """Text has a contrast of 4.5, marks of 3, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11)."""
    style = resources.files("accord.web").joinpath("static", "dossier.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.S)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", blocks[scheme]))
    light, dark = sorted((_luminance(colours[front]), _luminance(colours[back])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
