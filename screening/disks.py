"""Which of several disks is the one that is full, where an error does not say."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

FULL: Final = (errno.ENOSPC, errno.EDQUOT)
"""The numbers of errors of a disk without room."""
ROOM: Final = 64 * 2**20
"""Bytes: a disk with as much room as this is not the full one."""


def fullest(places: Iterable[Path]) -> Path | None:
    """The place whose disk has the least room; None where all have plenty. Of equal ones the first."""
    free = {place: room for place in places if (room := _free(place)) is not None and room < ROOM}
    return min(free, key=lambda place: free[place]) if free else None


def _free(place: Path) -> int | None:
    for folder in (place, *place.parents):
        try:
            return shutil.disk_usage(folder).free
        except OSError:
            continue
    return None
