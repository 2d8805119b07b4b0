"""Rich's console, for whose output a pipe may have no reader any more."""

from __future__ import annotations

from rich.console import Console


class PipedConsole(Console):
    """A console that tells of a pipe closed early, as ``head`` does, where Rich would end the program as failed."""

    def on_broken_pipe(self) -> None:
        """Leave it to `failures.reported`."""
        raise BrokenPipeError
