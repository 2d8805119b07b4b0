"""Files that cannot be read at all: where several were named, one of them is a reject and the others go on."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

from screening.errors import InputError
from screening.file_hash import file_sha256
from screening.intake.base import InputFile, Reject
from screening.intake.tables import STANDARD_INPUT, STDIN, check_named


def all_there(paths: Iterable[str]) -> None:
    """Look, before the first is read, whether all files that were named are there: a slip is told at once.

    Raises:
        InputError: One is not, or is a folder.
    """
    for path in paths:
        if path != STDIN:
            check_named(Path(path))


def name_of(path: str | Path) -> str:
    """The name by which people know a file."""
    return STANDARD_INPUT if str(path) == STDIN else str(path)


def refusal(error: InputError, path: str | Path) -> Reject:
    """The reject that stands for a whole file."""
    row = error.where.row if error.where is not None else None
    reason = f"{error.what}; {error.remedy}" if error.remedy else error.what
    return Reject(name_of(path), reason, line=row)


def unread(path: str | Path, rows: int = 0, rejected: int = 0) -> InputFile:
    """The account of a file that was refused, whole or after so many rows."""
    place = Path(path)
    try:
        regular = str(path) != STDIN and stat.S_ISREG(place.stat().st_mode)
        size, digest = (place.stat().st_size, file_sha256(place)) if regular else (0, "")
    except OSError:
        size, digest = 0, ""
    return InputFile(
        name_of(path), digest, size, "unreadable",
        rows_in=rows + 1, rows_out=rows - rejected, rejected=rejected + 1,
    )  # fmt: skip
