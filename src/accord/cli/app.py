"""The commands put together, and errors turned into messages and exit codes."""

import os
import sys
from typing import Annotated

import typer

from accord import __version__
from accord.cli import build, explain, output, show
from accord.cli.terminal import EXIT_CASE, EXIT_PARTIAL, EXIT_USAGE, complain

app = typer.Typer(
    name="accord",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 done, but some inputs failed or verify found problems; 2 wrong usage; "
    "3 nothing usable, or the case cannot be opened or written.",
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"accord {__version__}")
        raise typer.Exit()


@app.callback()
def describe(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.", callback=_tell_version, is_eager=True)
    ] = False,
) -> None:
    """Read many news accounts of the same events and write one record: who did what to whom, when, where,
    who says so, and where the accounts part.

    [bold]A first try:[/bold]

    accord build articles/ --case case.db

    accord show case.db

    accord report case.db -o dossier.html
    """


app.command("build")(build.build)
app.command("add")(build.add)
app.command("show")(show.show)
app.command("explain")(explain.explain)
app.command("export")(output.export)
app.command("verify")(output.verify)
app.command("report")(output.report)


def main() -> None:
    """Run the command line."""
    from accord.errors import AccordError, InputError, SettingsError, VerifyError

    try:
        app()
    except SettingsError as error:
        complain(str(error))
        sys.exit(EXIT_USAGE)
    except (InputError, VerifyError) as error:
        complain(str(error))
        sys.exit(EXIT_PARTIAL)
    except AccordError as error:
        complain(str(error))
        sys.exit(EXIT_CASE)
    except BrokenPipeError:
        # The reader of a pipe has seen enough (`accord show case.db | head`): no error, and nothing more to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        place = error.filename or "output"
        complain(f"{place}: cannot be read or written ({error.strerror or error}): check the folder and the disk")
        sys.exit(EXIT_CASE)
