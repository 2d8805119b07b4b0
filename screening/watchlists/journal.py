"""The log of the snapshot store: what came in, what was put in force, and who said so. Lines are only ever
added.

Each line is one JSON object that holds the hash of the line before it, so that a line that was changed,
taken out or put in between is noticed on reading. A line that a crash cut short has no line end: it never
happened, and the next writer removes it. Whoever appends holds the lock of the store.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screening.errors import ListError, Place

START = "0" * 64
"""What the first line gives as the hash of the line before it."""


@dataclass(frozen=True, slots=True)
class Journal:
    """An append-only file of JSON lines, chained by SHA-256."""

    path: Path

    def read(self) -> list[dict[str, Any]]:
        """All events, oldest first; each carries ``line``, counted from 1.

        Raises:
            ListError: The file cannot be read, or a line is not what was once written.
        """
        events: list[dict[str, Any]] = []
        expected = START
        for number, line in enumerate(self._lines(), start=1):
            try:
                event = json.loads(line)
                previous = event.pop("previous")
            except (ValueError, KeyError, AttributeError, TypeError) as error:
                raise self._altered(number) from error
            if previous != expected:
                raise self._altered(number)
            expected = hashlib.sha256(line).hexdigest()
            events.append(event | {"line": number})
        return events

    def head(self) -> str:
        """The hash of the last line, which fixes the whole history; for manifests of runs."""
        lines = self._lines()
        return hashlib.sha256(lines[-1]).hexdigest() if lines else START

    def append(self, events: Iterable[Mapping[str, Any]]) -> None:
        """Add events, all of them or none, and see them onto the disk."""
        whole = self._lines()
        previous = hashlib.sha256(whole[-1]).hexdigest() if whole else START
        added = b""
        for event in events:
            line = json.dumps({**event, "previous": previous}, ensure_ascii=False, sort_keys=True).encode()
            previous = hashlib.sha256(line).hexdigest()
            added += line + b"\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as stream:
                size = sum(len(line) + 1 for line in whole)
                if stream.tell() != size:  # what a crash left behind
                    stream.truncate(size)
                    stream.seek(size)
                stream.write(added)
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise ListError(f"cannot be written ({error.strerror or error})", where=self.path) from error

    def _lines(self) -> list[bytes]:
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ListError(f"cannot be read ({error.strerror or error})", where=self.path) from error
        return data.split(b"\n")[:-1]  # what follows the last line end was cut short

    def _altered(self, number: int) -> ListError:
        return ListError(
            "the log of the list store is not what was written",
            where=Place(str(self.path), number),
            remedy="restore the data folder from a backup, or start a new one with --data-dir",
        )
