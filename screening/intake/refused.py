"""Files that cannot be read at all: where several were named, one of them is a reject and the others go on."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar

from screening.errors import InputError
from screening.file_hash import file_sha256
from screening.intake.base import InputFile, Reject
from screening.intake.tables import STANDARD_INPUT, STDIN, check_named
from screening.named_paths import as_text

if TYPE_CHECKING:
    import pyarrow as pa


class Read(Protocol):
    """Some rows of a file."""

    @property
    def rows(self) -> int:
        """Rows read."""

    @property
    def rejects(self) -> pa.Table:
        """Of schema `model.REJECTS`."""


OPENED_TWICE: Final = 16 * 1024 * 1024
"""Bytes up to which a file is looked at before it is read."""
Some = TypeVar("Some", bound=Read)


class Refused(NamedTuple):
    """A file that was refused: its account, the reject that stands for it, and what a person should know."""

    account: InputFile
    reject: Reject
    note: str


def each_file(
    paths: Sequence[str], read: Callable[[str], Iterator[Some]], refuse: Callable[[Refused], Iterable[Some]]
) -> Iterator[Some]:
    """What ``read`` gives of each file in turn, and ``refuse`` of one that cannot be read while others can.

    Raises:
        InputError: A file is not there, or none of them can be read.
    """
    all_there(paths)
    refused: list[InputError] = []
    for path in paths:
        rows = rejected = 0
        try:
            for some in read(path):
                rows, rejected = rows + some.rows, rejected + len(some.rejects)
                yield some
        except InputError as error:
            if len(paths) == 1:
                raise
            refused.append(error)
            yield from refuse(Refused(unread(path, rows, rejected), refusal(error, path), f"not screened: {error}"))
    if len(refused) == len(paths):
        raise refused[0]


def look_at_each(paths: Sequence[str], look: Callable[[str], None]) -> None:
    """Look whether files can be read, before anything that takes time: up to the first that can.

    All must be there. What can be read once only (standard input, a pipe) and what is too large to be opened twice for
    nothing is left to its reader, and so are the others where one can be read.

    Raises:
        InputError: A file is not there, or ``look`` finds none of them to be readable.
    """
    all_there(paths)
    problems = []
    for path in paths:
        if path == STDIN or not is_small_file(path):
            return
        try:
            look(path)
        except InputError as error:
            problems.append(error)
        else:
            return
    raise problems[0]


def is_small_file(path: str | Path) -> bool:
    """Whether a path is a regular file that takes no time to open twice."""
    found = Path(path).stat()
    return stat.S_ISREG(found.st_mode) and found.st_size <= OPENED_TWICE


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
    return STANDARD_INPUT if str(path) == STDIN else as_text(str(path))


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
