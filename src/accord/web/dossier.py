"""The dossier: one HTML file that holds a whole case and needs no network, no font and no script to be read.

In: a `Record` and the stored texts by article. Out: a page, rendered from `accord.views` by Jinja templates that escape every
string. The page's own style and script are inlined and named by digest in its content security policy, so that nothing an
article contains could run even if it were markup.
"""

import base64
import functools
import hashlib
import os
import tempfile
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

import jinja2
from markupsafe import Markup

from accord.model.record import Record
from accord.views.case import view_case
from accord.views.dates import say_month
from accord.views.labels import join_names
from accord.views.phrases import say_count


def write_report(record: Record, texts: Mapping[str, str], path: Path) -> None:
    """Write a case as one HTML file; a file that is there already is replaced only once the new one is complete."""
    page = render_report(record, texts)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(page)
        os.chmod(draft, 0o666 & ~_read_umask())
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def render_report(record: Record, texts: Mapping[str, str]) -> str:
    """Return a case as one HTML page. `texts` are the stored texts by article id; an article without one is listed only."""
    style, script = _read_static("dossier.css"), _read_static("dossier.js")
    template = _load_templates().get_template("dossier.html.j2")
    return template.render(case=view_case(record, texts), style=style, script=script, policy=_make_policy(style, script))


def _make_policy(style: str, script: str) -> str:
    """Return a policy under which only our own style and script work, and nothing is fetched from anywhere."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@functools.cache
def _read_static(name: str) -> Markup:
    """Return a file of this package as it is; only these are ever written without escaping."""
    return Markup(resources.files(__package__).joinpath("static", name).read_text(encoding="utf-8"))


@functools.cache
def _load_templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("accord.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(count=say_count, names=join_names)
    environment.globals.update(say_month=say_month)
    return environment


def _read_umask() -> int:
    """Return the rights that new files of this process lack; asking for them means setting them, and back."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
