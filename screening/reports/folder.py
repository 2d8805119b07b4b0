"""The run folder: written under a temporary name beside its place, and renamed when whole."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Self

import pyarrow as pa

from screening.disks import FULL, fullest
from screening.errors import OutputError
from screening.file_hash import file_sha256
from screening.named_paths import trouble_with
from screening.reports.manifest import manifest
from screening.reports.result import RunFacts, RunResult
from screening.reports.tables import ORDERS, Gatherer, Streamed
from screening.reports.workbook import write_workbook

Progress = Callable[[str], None]
"""Called with what is being done, in a few words."""

Remember = Callable[[Path, RunFacts], AbstractContextManager[RunFacts]]
"""Entered when the tables are written, with the folder they are in: gives back the facts with what is remembered of the
alerts, and keeps the run for good when it is left, the folder being whole by then."""
Book = Callable[[Path, RunFacts, datetime, Mapping[str, int]], Mapping[str, Any]]
"""Writes the workbook of the tables in a folder, and gives back what it counted."""

_TABLES: Final = ("hits", "subjects", "flags", "rejects")


class RunWriter:
    """Writes a run folder from batches, so that memory does not grow with the rows; a context manager.

    Nothing stands under the final name until `finish` returns; what was begun is removed when the block is
    left by an exception.

    Args:
        out: The parent of the run folder; made when it is not there.
        run_id: The folder's name.

    Raises:
        OutputError: ``out`` cannot be written, or the run folder is there already.
    """

    def __init__(self, out: str | Path, run_id: str) -> None:
        self.path = Path(out) / run_id
        if trouble := trouble_with(out):
            raise OutputError(trouble.what, where=out, remedy=trouble.remedy)
        try:
            if self.path.exists():
                raise OutputError("is there already", where=self.path, remedy="name another --out, or remove it")
            Path(out).mkdir(parents=True, exist_ok=True)
            self._work = Path(tempfile.mkdtemp(prefix=f".{run_id}-", suffix=".partial", dir=out))
        except OSError as error:
            raise _unwritable(self.path, error) from error
        # an interruption can come twice, the second time while what the first left behind is being removed
        self._removal = weakref.finalize(self, _removed, self._work, os.getpid())
        self._stack = ExitStack()
        self._tables = {name: self._stack.enter_context(Gatherer(name, self._work)) for name in _TABLES}

        self._streamed: dict[str, Streamed] = {}
        self._kept = False

    def __enter__(self) -> Self:
        return self

    @property
    def folder(self) -> Path:
        """Where the run folder is being written: for further files of it."""
        return self._work

    def stream(self, name: str, schema: pa.Schema, keys: Sequence[str] = (), coded: Sequence[str] = ()) -> Streamed:
        """A further table of the folder, ``<name>.parquet``, written as it comes: sorted by ``keys`` or as in `ORDERS`.

        Columns named in ``coded`` are given as dictionaries (`tables.Streamed`).

        Raises:
            OutputError: The disk is full or the folder is gone.
        """
        try:
            order = ",".join(keys) or ORDERS[name]
            self._streamed[name] = self._stack.enter_context(Streamed(name, self._work, schema, order, coded))
        except OSError as error:
            raise _unwritable(self.path, error) from error
        return self._streamed[name]

    def table(self, name: str, table: pa.Table) -> None:
        """A further table of the run folder that is whole and in its order (`tables.ORDERS`).

        Raises:
            OutputError: The disk is full or the folder is gone.
        """
        stream = self.stream(name, table.schema)
        try:
            stream.add(table)
            stream.close()
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        try:
            self._stack.close()
        except OSError as closing:  # on a full disk what was begun cannot even be closed
            if error is None or isinstance(error, OSError):
                raise _unwritable(self.path, closing) from closing
        finally:
            if not self._kept:  # what is remembered must not be lost, though it could not get its name
                self._removal()  # gone already when the run was finished
        if isinstance(error, OSError) and _of_folder(error, self._work):
            raise _unwritable(self.path, error) from error

    def add(
        self,
        *,
        hits: pa.Table | None = None,
        subjects: pa.Table | None = None,
        rejects: pa.Table | None = None,
        flags: pa.Table | None = None,
    ) -> None:
        """Add a batch of any of the tables, in any order.

        Raises:
            OutputError: The disk is full or the folder is gone.
        """
        given = {"hits": hits, "subjects": subjects, "rejects": rejects, "flags": flags}
        try:
            for name, table in given.items():
                if table is not None and len(table):
                    self._tables[name].add(table)
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def finish(
        self,
        run: RunFacts,
        *,
        progress: Progress | None = None,
        remember: Remember | None = None,
        book: Book | None = None,
    ) -> Path:
        """Sort and write the tables, the workbook and the manifest, and give the folder its name.

        Args:
            run: The run's facts.
            progress: Told what is being done.
            remember: Keeps the run in a store, see `Remember`.
            book: What writes the workbook; None: `workbook.write_workbook`.

        Returns:
            The run folder.

        Raises:
            OutputError: The disk is full, or the run folder appeared meanwhile.
        """
        tell = progress or (lambda _: None)
        try:
            tell("writing tables")
            counts: dict[str, Any] = {name: table.rows for name, table in self._tables.items()}
            counts |= {name: table.rows for name, table in self._streamed.items()}
            for table in self._tables.values():
                table.finish()
            for streamed in self._streamed.values():
                streamed.close()
            self._work.chmod(0o755)  # mkdtemp makes it private
            if self.path.exists():  # a rename would replace an empty folder, or fail in a way that says less
                raise OutputError("is there already", where=self.path, remedy="name another --out, or remove it")
            with ExitStack() as stack:
                if remember is not None:
                    run = stack.enter_context(remember(self._work, run))
                tell("writing the workbook")
                finished = run.finished or datetime.now(UTC)
                counts |= (book or write_workbook)(self._work, run, finished, counts)
                counts |= run.counts
                files = {
                    each.relative_to(self._work).as_posix(): file_sha256(each)
                    for each in sorted(self._work.rglob("*"))
                    if each.is_file()
                }
                text = json.dumps(manifest(run, finished, counts, files), ensure_ascii=False, indent=2)
                (self._work / "manifest.json").write_text(text + "\n", encoding="utf-8")
            self._kept = remember is not None
            if self._kept:
                self._removal.detach()
            self._work.rename(self.path)
            self._kept = False
        except OSError as error:
            raise _unwritable(self.path, error) from error
        return self.path


def write_run(out: str | Path, run: RunResult, *, progress: Progress | None = None) -> Path:
    """Write the run folder ``out/<run id>`` of a run whose tables are in memory.

    Returns:
        The run folder.

    Raises:
        OutputError: It cannot be written, or is there already; nothing is left half-written.
    """
    with RunWriter(out, run.run_id) as writer:
        writer.add(hits=run.hits, subjects=run.subjects, rejects=run.rejects, flags=run.flags)
        return writer.finish(run, progress=progress)


def _removed(folder: Path, process: int) -> None:
    """Remove a folder, but not from a copy of the process that made it."""
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)


def _of_folder(error: OSError, folder: Path) -> bool:
    """Whether an error is one of writing into the folder; Arrow names no file, but says when a disk is full."""
    if error.filename is not None:
        return Path(str(error.filename)).is_relative_to(folder)
    return error.errno in FULL and fullest([folder.parent, Path(tempfile.gettempdir())]) == folder.parent


def _unwritable(path: Path, error: OSError) -> OutputError:
    if isinstance(error, FileExistsError | NotADirectoryError):
        file = next((each for each in path.parents if each.is_file()), path.parent)
        return OutputError("is a file, not a folder", where=file, remedy="name another --out")
    return OutputError(
        f"cannot be written ({error.strerror or error})",
        where=path,
        remedy="check the free space and the rights, or name another --out",
    )
