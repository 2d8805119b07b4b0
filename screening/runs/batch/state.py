"""What a job keeps in its folder on the disk between its runs, and while one is running.

    lock                         held while a run is on; a dead process holds nothing
    work/                        of the run that is on, or was when it was killed
        run.json                 its id, when it began, and what it was to do
        files/  matches/         what was read and matched so far, each piece whole or not there
        snapshots/  subjects.parquet
    last/                        the same of the last whole run, with ``sealed.json``: the hash of each file

The hash of ``sealed.json`` stands in the store, under the audit trail: what was altered here is not used.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import filelock

from screening.disks import FULL, fullest
from screening.errors import InputError, OutputError, ScreeningError, SettingsError
from screening.file_hash import file_sha256

SEAL: Final = "sealed.json"
_RUN: Final = "run.json"
_DONE: Final = "done.json"
"""There from the moment a run is whole until its process ends in good order: who died in between had done it all."""


class BusyError(SettingsError):
    """The job is running already (exit code 2)."""


class State:
    """The state folder of one job.

    Args:
        folder: Need not exist.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.work, self.last = folder / "work", folder / "last"
        self._sealed: dict[str, str] = {}

    @contextmanager
    def locked(self, job: str) -> Iterator[None]:
        """Hold the job's lock.

        Raises:
            BusyError: Another process runs the job.
            OutputError: The folder cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = filelock.FileLock(self.folder / "lock", timeout=0)
            with lock:
                (self.folder / "running.json").write_text(
                    json.dumps({"process": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}),
                    encoding="utf-8",
                )
                try:
                    yield
                    (self.folder / _DONE).unlink(missing_ok=True)
                finally:
                    (self.folder / "running.json").unlink(missing_ok=True)
        except filelock.Timeout:
            raise BusyError(f"the job {job!r} is running already{self._who()}", remedy="wait for it to end") from None
        except OSError as error:
            if error.filename is not None and not Path(os.fsdecode(error.filename)).is_relative_to(self.folder):
                raise InputError(
                    f"cannot be read ({error.strerror or error})", where=os.fsdecode(error.filename),
                    remedy="it was there when the job was checked: see whether it is complete, and run again",
                ) from error  # fmt: skip
            temporary = Path(tempfile.gettempdir())
            if error.errno in FULL and fullest([self.folder, temporary]) == temporary:
                raise OutputError(
                    "the disk of temporary files is full", where=temporary,
                    remedy="free some space, or name another folder in TMPDIR (on Windows TEMP); what was done is kept",
                ) from error  # fmt: skip
            raise OutputError(
                f"the job's state cannot be written ({error.strerror or error})",
                where=self.folder,
                remedy="check the free space and the rights, or name another folder as state in the job",
            ) from error

    def _who(self) -> str:
        with suppress(OSError, ValueError, KeyError):
            said = json.loads((self.folder / "running.json").read_text(encoding="utf-8"))
            return f" (process {said['process']}, since {said['since']})"
        return ""

    # --- the run that is on ---------------------------------------------------------------------------------------

    def begun(self) -> dict[str, Any] | None:
        """The run that was on when this one's process began, or None."""
        return said_of_run(self.work / _RUN)

    def done(self) -> dict[str, Any] | None:
        """The run that was whole when its process died, or None."""
        return said_of_run(self.folder / _DONE)

    def begin(self, run: dict[str, Any]) -> None:
        """Note the run that is on."""
        self.work.mkdir(parents=True, exist_ok=True)
        written(self.work / _RUN, json.dumps(run).encode())

    def forget_work(self) -> None:
        """Throw away what an unfinished run left."""
        shutil.rmtree(self.work, ignore_errors=True)

    def seal(self) -> str:
        """Write the hash of every file of the run that is on; returns the hash of that."""
        files = {
            path.relative_to(self.work).as_posix(): file_sha256(path)
            for path in sorted(self.work.rglob("*"))
            if path.is_file() and path.name not in (SEAL, _RUN)
        }
        text = json.dumps(files, sort_keys=True, indent=0).encode()
        written(self.work / SEAL, text)
        return hashlib.sha256(text).hexdigest()

    def finish(self) -> None:
        """The run that was on is whole: it is the last one now."""
        run = self.begun()
        if run is not None:
            written(self.folder / _DONE, json.dumps(run).encode())
        old = self.folder / "old"
        shutil.rmtree(old, ignore_errors=True)
        if self.last.exists():
            self.last.rename(old)
        if self.work.exists():
            self.work.rename(self.last)
        shutil.rmtree(old, ignore_errors=True)

    # --- the last whole run ---------------------------------------------------------------------------------------

    def open_last(self, sealed: str | None) -> bool:
        """Whether the last run's state is here and is what the store says it was.

        Args:
            sealed: What `seal` returned for it.
        """
        self._sealed = {}
        with suppress(OSError, ValueError):
            text = (self.last / SEAL).read_bytes()
            if sealed and hashlib.sha256(text).hexdigest() == sealed:
                self._sealed = json.loads(text)
        return bool(self._sealed)

    def kept(self, name: str) -> Path | None:
        """A file of the last run, by its path below ``last/``, checked against its hash; None where it is not whole."""
        expected = self._sealed.get(name)
        path = self.last / name
        with suppress(OSError):
            if expected is not None and file_sha256(path) == expected:
                return path
        return None

    def kept_names(self, below: str) -> list[str]:
        """The files of the last run in a folder below ``last/``."""
        return sorted(name for name in self._sealed if name.startswith(f"{below}/"))

    def take_over(self, name: str) -> bool:
        """Let the run that is on have a file of the last run, if that is whole."""
        source = self.kept(name)
        if source is None:
            return False
        link(source, self.work / name)
        return True


def said_of_run(path: Path) -> dict[str, Any] | None:
    """What is noted of a run there: ``run_id, started, plan``; None where nothing is."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return said if isinstance(said, dict) and {"run_id", "started", "plan"} <= said.keys() else None


def written(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    with draft.open("wb") as stream:
        stream.write(content)
    draft.replace(path)


def link(source: Path, target: Path) -> None:
    """The same file under another name, or a copy where the disk has no links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def input_sha256(path: Path) -> str:
    """SHA-256 of a file of the user's.

    Raises:
        InputError: It cannot be read.
    """
    try:
        return file_sha256(path)
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", where=path, remedy="check the path and the rights"
        ) from error


def settle(out: Path, run_id: str, *, recorded: bool) -> Path | None:
    """Give a killed run's folder its name where it was recorded in the store; else remove it.

    Returns:
        The run folder, if there is one.
    """
    place = out / run_id
    for left in sorted(out.glob(f".{run_id}-*.partial")) if out.is_dir() else ():
        if recorded and (left / "manifest.json").is_file() and not place.exists():
            try:
                left.rename(place)
            except OSError as error:
                raise OutputError(f"cannot be written ({error.strerror})", where=place) from error
        else:
            shutil.rmtree(left, ignore_errors=True)
    return place if place.is_dir() else None


__all__ = [
    "BusyError",
    "ScreeningError",
    "State",
    "file_sha256",
    "input_sha256",
    "link",
    "said_of_run",
    "settle",
    "written",
]
