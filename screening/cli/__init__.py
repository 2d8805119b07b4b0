"""The command line: parse arguments, call one function of ``runs``, print; heavy imports in functions."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; the exit code is that of `screening.errors`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a console that cannot show a letter shows "?" and goes on
            reconfigure(errors="replace")
    from screening.cli.app import app

    app()


__all__ = ["main"]
