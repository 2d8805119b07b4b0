"""The command line: parse arguments, call one function of ``runs``, print; heavy imports in functions."""

from __future__ import annotations

import signal
import sys
from types import FrameType


def main() -> None:
    """Run the command line; the exit code is that of `screening.errors`."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a console that cannot show a letter shows "?" and goes on
            reconfigure(errors="replace")
    signal.signal(signal.SIGTERM, _stop)
    from screening.cli.app import app

    app()


def _stop(number: int, frame: FrameType | None) -> None:
    """A scheduler that ends a run ends it as the keyboard does: what was begun is taken away."""
    raise KeyboardInterrupt


__all__ = ["main"]
