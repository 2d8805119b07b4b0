"""Errors a user can act on: what happened, where, and what to do; each with its exit code.

The exit codes of the command line (the first that applies):

====  =================================================================================
1     our fault: an unexpected error
4     a list that was asked for is missing, unusable or too old; nothing was screened
2     the user's input or settings are wrong
10    with ``--fail-on-alert``: there are open alerts
5     screened, but on a last good list because the newest is in quarantine
3     done, but some rows were rejected (they are in the report)
0     done
====  =================================================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from screening.named_paths import as_text


class ExitCode(IntEnum):
    """Exit codes of the command line; see the module's docstring for their order."""

    DONE = 0
    OUR_FAULT = 1
    USER_ERROR = 2
    ROWS_REJECTED = 3
    LIST_UNUSABLE = 4
    LIST_IN_QUARANTINE = 5
    OPEN_ALERTS = 10


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands; rows and columns count from 1, as spreadsheets do."""

    file: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        parts = [self.file]
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column is not None:
            parts.append(f"column {self.column}")
        return ", ".join(parts)


class ScreeningError(Exception):
    """Base of every error the toolkit raises on purpose; prints as one clear line.

    Args:
        what: What happened, in plain words, without a final full stop.
        where: The file, row and column concerned, if any.
        remedy: What the user can do about it.
    """

    exit_code = ExitCode.USER_ERROR

    def __init__(self, what: str, *, where: Place | Path | str | None = None, remedy: str = "") -> None:
        self.what = what
        self.where = where if where is None or isinstance(where, Place) else Place(as_text(str(where)))
        self.remedy = remedy
        message = f"{self.where}: {what}" if self.where else what
        if remedy:
            message = f"{message.rstrip('.')}. {remedy[0].upper()}{remedy[1:]}"
        super().__init__(" ".join(message.split()))

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the trip back from a worker process."""
        return (_rebuild, (type(self), self.what, self.where, self.remedy))


def _rebuild(kind: type[ScreeningError], what: str, where: Place | None, remedy: str) -> ScreeningError:
    return kind(what, where=where, remedy=remedy)


class InputError(ScreeningError):
    """A file, table or argument the user gave cannot be used (exit code 2)."""


class SettingsError(ScreeningError):
    """A setting the user gave is wrong (exit code 2)."""


class OutputError(ScreeningError):
    """The place to write to cannot be used (exit code 2)."""


class ListError(ScreeningError):
    """A watchlist is missing, unusable or too old; nothing was screened (exit code 4)."""

    exit_code = ExitCode.LIST_UNUSABLE


class StoreError(ScreeningError):
    """The alert store cannot be opened, read or written (exit code 2); what was committed is unharmed."""


class NoStoreError(StoreError):
    """There is no alert store where one is looked for (exit code 2)."""


class KnowledgeError(ScreeningError):
    """A knowledge file in ``lists/`` is broken: our fault, or that of whoever edited it (exit code 1)."""

    exit_code = ExitCode.OUR_FAULT
