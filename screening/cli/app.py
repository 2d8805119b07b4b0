"""The Typer application: every command, and what becomes of errors."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from screening.cli import failures, flows, lists, lookup, review, run, screen, store, trade

EPILOG = """\b
Exit codes, the first that applies:
   1  our fault: an unexpected error
   4  a list that was asked for is missing, unusable or too old; nothing was screened
   2  the input or the settings are wrong
  10  with --fail-on-alert: there are open alerts
   5  screened, but on a last good list because the newest is in quarantine
   3  done, but some rows were rejected (they are in the report)
   0  done
 130  stopped by Ctrl-C or a signal: there is no run folder; a batch goes on where it was when it is run again
"""


class Group(TyperGroup):
    """A group whose commands' errors become one line on standard error and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; a `ScreeningError` prints as one line, anything unexpected as "our fault"."""
        with failures.reported(debug=bool(ctx.params.get("debug"))):
            return super().invoke(ctx)


app = typer.Typer(
    name="screening",
    cls=Group,
    epilog=EPILOG,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)


def _version(wanted: bool) -> None:
    if wanted:
        from screening import __version__

        typer.echo(f"screening {__version__}")
        raise typer.Exit


@app.callback()
def root(
    debug: Annotated[bool, typer.Option("--debug", help="On an unexpected error, print its traceback.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Screen names in articles, party tables and customs records against sanctions lists, in any script or spelling."""


app.command()(screen.demo)
app.command(no_args_is_help=True)(lookup.match)
app.command(no_args_is_help=True)(lookup.compare)
app.command(no_args_is_help=True)(screen.articles)
app.command(no_args_is_help=True)(screen.parties)
app.command(no_args_is_help=True)(trade.trade)
app.command(no_args_is_help=True)(flows.flows)
app.command(no_args_is_help=True)(run.run)
app.add_typer(lists.app, name="lists")
app.add_typer(review.app, name="review")
app.add_typer(store.app, name="store")
