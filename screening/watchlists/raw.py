"""The files of a list as they were published: found again after reading, and kept compressed beside the
snapshot.
"""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from screening.errors import ListError
from screening.watchlists.snapshot import Snapshot
from screening.watchlists.source import CHUNK, RawFile, gather, siblings


def raw_files(path: Path, snapshot: Snapshot) -> list[RawFile]:
    """The files a snapshot was read from, told by name and hash among what lies at (or beside) ``path``.

    Raises:
        ListError: One of them changed after it was read.
    """
    near = gather(path)
    if path.is_file():
        near += [file for one in near for file in siblings(one)]
    found = []
    for wanted in snapshot.files:
        file = next((one for one in near if one.name == wanted["name"]), None)
        if file is None or file.sha256 != wanted["sha256"]:
            raise ListError(f"the file {wanted['name']} changed while it was read", where=path, remedy="try again")
        found.append(file)
    return found


def keep(files: Sequence[RawFile], folder: Path) -> None:
    """Write each file gzipped into the folder, the same bytes for the same file."""
    folder.mkdir()
    for file in files:
        target = folder / f"{file.name}.gz"
        with target.open("wb") as outer:
            with (
                gzip.GzipFile(filename="", fileobj=outer, mode="wb", mtime=0) as packed,
                file.open() as stream,
            ):
                shutil.copyfileobj(stream, packed, CHUNK)
            outer.flush()
            os.fsync(outer.fileno())
