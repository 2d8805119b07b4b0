"""Telling whoever waits for a run what it is doing."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told what a run is doing; the command line shows it, everybody else may ignore it."""

    def stage(self, text: str, total: int | None = None) -> None:
        """A new stage begins; ``total`` is how many steps it has, where known."""

    def advance(self, steps: int) -> None:
        """So many steps of the stage are done."""


class Silent:
    """Progress nobody looks at."""

    def stage(self, text: str, total: int | None = None) -> None:
        """Say nothing."""

    def advance(self, steps: int) -> None:
        """Say nothing."""
