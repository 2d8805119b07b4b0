"""What every reader of input gives back: subjects, rejects, and an account of the files they came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import category

from screening.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

MAX_INPUT_BYTES = 512 * 1024 * 1024
"""No reader loads a larger file whole into memory; a larger one is refused with a clear line."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file that was read: what the manifest says of it.

    Rows in = rows out + rejected; a row is what the reader counts: a story, or a row of a table.
    """

    path: str
    sha256: str
    size: int
    format: str
    encoding: str | None = None
    rows_in: int = 0
    rows_out: int = 0
    rejected: int = 0


NO_RECORD: Final = ", not a record"
"""How the reason ends of a row that plainly is none: nothing of it was lost."""


@dataclass(frozen=True, slots=True)
class Reject:
    """One thing that could not be read; a row of `model.REJECTS`."""

    file: str
    reason: str
    line: int | None = None
    column: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """Subjects read from input, what was rejected, the files, and notes a person should see."""

    subjects: pa.Table
    rejects: pa.Table
    inputs: list[InputFile] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def rejects_table(rejects: Iterable[Reject]) -> pa.Table:
    """The rejects as a table of schema `model.REJECTS`, in the order given; long values are cut."""
    import pyarrow as pa

    from screening.model import REJECTS

    rows = [
        {
            "file": reject.file,
            "line": reject.line,
            "column": reject.column,
            "value": None if reject.value is None else shorten(reject.value),
            "reason": reject.reason,
        }
        for reject in rejects
    ]
    return pa.Table.from_pylist(rows, schema=REJECTS)


_JOINERS = "\u200c\u200d"


def shorten(text: str, limit: int = 200) -> str:
    """The text in one line, without control and invisible characters, at most ``limit`` characters long."""
    line = text[: limit * 4]
    if not line.isprintable():  # a soft hyphen within a word parts nothing, Persian words need their joiners
        line = "".join(
            char if char.isprintable() or char in _JOINERS else "" if category(char) == "Cf" else " " for char in line
        )
    line = " ".join(line.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def sha256_of(data: bytes) -> str:
    """SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: Path, *, limit: int = MAX_INPUT_BYTES) -> bytes:
    """The file's bytes.

    Raises:
        InputError: The file cannot be read, or is larger than ``limit`` bytes.
    """
    try:
        size = path.stat().st_size
        if size > limit:
            raise InputError(
                f"the file has {size:,} bytes, more than the {limit:,} that are read at once",
                where=path,
                remedy="split it into smaller files",
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"cannot be read: {reason}", where=path, remedy="check the path and the rights") from error
