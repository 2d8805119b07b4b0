"""Opening list files: plain, gzip or zip, one file or a set; hostile archives are refused.

Nothing is ever unpacked to disk. Hashes are over the contents, not over how they were packed, so that
``sdn.csv`` and ``sdn.csv.gz`` are the same snapshot.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from screening.errors import ListError

MAX_BYTES = 2 * 1024**3
"""No official list comes near; OFAC's ADVANCED XML, the largest, is some 120 MB."""
MAX_RATIO = 200
"""XML packs 20 to 40 fold. Beyond `SMALL` a file that packs better than this is a bomb."""
SMALL = 32 * 1024**2
_READABLE = "look who may read it"
MAX_MEMBERS = 64
HEAD_BYTES = 64 * 1024
CHUNK = 1024 * 1024
ZIP_MAGIC = b"PK\x03\x04"
GZIP_MAGIC = b"\x1f\x8b"
_BROKEN = (EOFError, gzip.BadGzipFile, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


class _Guard(io.RawIOBase):
    """Reads on from an unpacking stream, counts, and turns what can go wrong into a `ListError`."""

    def __init__(self, stream: BinaryIO, where: str, packed: int | None) -> None:
        self._stream, self._where, self._packed, self._read = stream, where, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._stream.read(len(buffer))
        except _BROKEN as error:
            raise ListError(f"cannot be unpacked ({error})", where=self._where, remedy="download it again") from error
        self._read += len(data)
        bomb = self._packed is not None and self._read > SMALL and self._read > MAX_RATIO * max(self._packed, 1)
        if bomb or self._read > MAX_BYTES:
            raise ListError(
                f"unpacks to over {self._read // 1024**2} MB, which no list does: refused as an archive bomb",
                where=self._where,
                remedy="download it again from its publisher",
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


@dataclass(frozen=True)
class RawFile:
    """One file of a list: its name without ``.gz``, where it lies, and its member name if it lies in a
    zip."""

    name: str
    path: Path
    member: str | None = None

    @property
    def where(self) -> str:
        """The name to show in messages."""
        return f"{self.path}:{self.member}" if self.member else str(self.path)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The unpacked contents as a binary stream; closes what it opens."""
        with ExitStack() as stack:
            try:
                stream = self._unpacked(stack)
            except _BROKEN as error:
                raise ListError(
                    f"cannot be unpacked ({error})", where=self.where, remedy="download it again"
                ) from error
            except OSError as error:
                raise ListError(
                    f"cannot be read ({error.strerror or error})", where=self.where, remedy=_READABLE
                ) from error
            yield stream

    def _unpacked(self, stack: ExitStack) -> BinaryIO:
        outer: BinaryIO = stack.enter_context(self.path.open("rb"))
        packed: int | None = None
        inner: Any = outer
        if self.member is not None:
            archive = stack.enter_context(zipfile.ZipFile(outer))
            info = archive.getinfo(self.member)
            packed, inner = info.compress_size, archive.open(info)
        elif outer.read(2) == GZIP_MAGIC:
            packed, inner = self.path.stat().st_size, gzip.GzipFile(fileobj=outer)
        if packed is None or self.member is None:
            outer.seek(0)
        guard: Any = _Guard(inner, self.where, packed)
        return stack.enter_context(io.BufferedReader(guard, buffer_size=CHUNK))

    def read(self) -> bytes:
        """The whole unpacked contents; for formats that cannot be streamed."""
        with self.open() as stream:
            return stream.read()

    @cached_property
    def head(self) -> bytes:
        """The first `HEAD_BYTES` of the contents, to tell the format by."""
        with self.open() as stream:
            return stream.read(HEAD_BYTES)

    @cached_property
    def fingerprint(self) -> tuple[str, int]:
        """SHA-256 (hex) and size in bytes of the contents."""
        digest, size = hashlib.sha256(), 0
        with self.open() as stream:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
        return digest.hexdigest(), size

    @property
    def sha256(self) -> str:
        """SHA-256 (hex) of the contents."""
        return self.fingerprint[0]

    @property
    def size(self) -> int:
        """Size of the contents in bytes."""
        return self.fingerprint[1]


@dataclass
class Source:
    """What one reader is given: the file it claimed, the others of the same set, and how the list was asked
    for."""

    main: RawFile
    others: list[RawFile] = field(default_factory=list)
    asked: Path = field(default_factory=Path)
    historical: bool = False

    @property
    def files(self) -> list[RawFile]:
        """All files of the set, the main one first."""
        return [self.main, *self.others]

    @property
    def sha256(self) -> str:
        """One hash: the file's own, or for a set that of its sorted names and hashes, ``name hash`` a
        line."""
        if not self.others:
            return self.main.sha256
        lines = sorted(f"{file.name.lower()} {file.sha256}" for file in self.files)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @property
    def stem(self) -> str:
        """The name the list was asked for by, without its suffixes."""
        name = self.asked.name if self.asked.is_dir() and self.others else self.main.name
        return PurePosixPath(name).name.split(".")[0] or name

    def named_date(self) -> str | None:
        """The ISO date, or year and month, in the name of the file or of its folder."""
        for name in (self.main.name, self.main.path.name, self.main.path.parent.name):
            if found := _ISO.search(name):
                text = "-".join(part for part in found.groups() if part)
            elif found := _COMPACT.search(name):
                text = "-".join(found.groups())
            else:
                continue
            try:
                date.fromisoformat(text if len(text) > 7 else f"{text}-01")
            except ValueError:
                continue
            return text
        return None


def plain_name(path: Path) -> str:
    """The file's name without ``.gz``."""
    return path.name[:-3] if path.name.lower().endswith(".gz") else path.name


def gather(path: Path) -> list[RawFile]:
    """The files at a path: itself, the members of a zip, or what lies directly in a folder, in order of name.

    Raises:
        ListError: Nothing is there, the folder or archive is empty, or the archive tries to escape.
    """
    if path.is_dir():
        inside = [entry for entry in sorted(path.iterdir()) if entry.is_file() and entry.name[0] not in "._"]
        if not inside:
            raise ListError("the folder holds no files", where=path, remedy="name a list file or a folder of one")
        return [file for entry in inside for file in _one(entry)]
    if not path.exists():
        raise ListError("no such file or folder", where=path, remedy="check the path")
    return _one(path)


def siblings(file: RawFile) -> list[RawFile]:
    """The plain or gzipped files beside one that was named by itself, for sets like ``sdn.csv``."""
    if file.member is not None:
        return []
    try:
        beside = [entry for entry in sorted(file.path.parent.iterdir()) if entry.is_file()]
    except OSError:  # the folder may not be listable; the file itself is
        return []
    return [RawFile(plain_name(entry), entry) for entry in beside if entry != file.path]


def _one(path: Path) -> list[RawFile]:
    try:
        with path.open("rb") as stream:
            magic = stream.read(4)
    except OSError as error:
        raise ListError(f"cannot be read ({error.strerror or error})", where=path, remedy=_READABLE) from error
    if magic != ZIP_MAGIC:
        return [RawFile(plain_name(path), path)]
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except _BROKEN as error:
        raise ListError(f"is not a whole zip file ({error})", where=path, remedy="download it again") from error
    check_members(infos, path)
    if any(info.filename == "[Content_Types].xml" for info in infos):  # a spreadsheet, to be read as one file
        return [RawFile(path.name, path)]
    files = [info for info in infos if not info.is_dir()]
    if not files:
        raise ListError("the archive holds no files", where=path, remedy="download it again")
    return [RawFile(PurePosixPath(info.filename).name, path, info.filename) for info in files]


def check_members(infos: Sequence[zipfile.ZipInfo], where: Path | str) -> None:
    """Refuse archives that escape their folder, are encrypted, hold archives, or unpack to absurd sizes."""
    if len(infos) > MAX_MEMBERS:
        raise ListError(
            f"the archive holds {len(infos)} files, more than {MAX_MEMBERS}",
            where=where,
            remedy="unpack the list's own files and name their folder",
        )
    for info in infos:
        name = info.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name:
            raise ListError(
                f"the archive names a path outside itself, {name!r}: refused",
                where=where,
                remedy="download it again from its publisher",
            )
        if info.flag_bits & 1:
            raise ListError("the archive is encrypted", where=where, remedy="unpack it first")
    total, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if total > MAX_BYTES or (total > SMALL and total > MAX_RATIO * max(packed, 1)):
        raise ListError(
            f"unpacks to {total // 1024**2} MB, which no list does: refused as an archive bomb",
            where=where,
            remedy="download it again from its publisher",
        )
