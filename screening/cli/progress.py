"""What a run is doing, on standard error: bars on a terminal, plain lines otherwise, JSON for collectors."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import typer

_EVERY = 10.0
"""Seconds between two plain lines about the same stage."""


@contextmanager
def showing(*, as_json: bool = False) -> Iterator[Any]:
    """A `runs.Progress` for the length of a run."""
    if as_json:
        yield _Lines(_json_line)
    elif sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeElapsedColumn,
        )

        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(),
                   MofNCompleteColumn(), TimeElapsedColumn())  # fmt: skip
        with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
            yield _Bars(bars)
    else:
        yield _Lines(_plain_line)


class _Bars:
    def __init__(self, bars: Any) -> None:
        self._bars, self._task = bars, None

    def stage(self, text: str, total: int | None = None) -> None:
        if self._task is not None:
            self._bars.remove_task(self._task)
        self._task = self._bars.add_task(text, total=total)

    def advance(self, steps: int) -> None:
        if self._task is not None:
            self._bars.advance(self._task, steps)


class _Lines:
    def __init__(self, write: Any) -> None:
        self._write, self._stage, self._done = write, "", 0
        self._total: int | None = None
        self._said = 0.0

    def stage(self, text: str, total: int | None = None) -> None:
        self._stage, self._done, self._total, self._said = text, 0, total, time.monotonic()
        self._write(text, None, total)

    def advance(self, steps: int) -> None:
        self._done += steps
        if time.monotonic() - self._said >= _EVERY:
            self._said = time.monotonic()
            self._write(self._stage, self._done, self._total)


def _plain_line(stage: str, done: int | None, total: int | None) -> None:
    counted = "" if done is None else f": {done:,}" + (f" of {total:,}" if total else "")
    typer.echo(f"{stage}{counted}", err=True)


def _json_line(stage: str, done: int | None, total: int | None) -> None:
    line = {"time": datetime.now(UTC).isoformat(timespec="seconds"), "event": "progress", "stage": stage}
    typer.echo(json.dumps(line | {"done": done or 0, "total": total}), err=True)
