"""Screeners kept in the data folder: one of all lists takes long to build and is loaded in a moment.

What is kept is named by everything it depends on: the snapshots, the knowledge in ``lists/``, the package's version
and its code. It serves speed alone: what cannot be loaded is built, what cannot be written is not kept.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from screening.errors import InputError, OutputError
from screening.made_with import code, made_with
from screening.matching import Screener
from screening.watchlists import Snapshot
from screening.watchlists.store import data_dir

FOLDER: Final = Path("cache", "screeners")
KEPT: Final = 3
"""Screeners that stay, those used last: one of all lists takes much room."""
FEWEST: Final = 2_000
"""Entries from which building takes longer than a moment."""


def screener(
    snapshots: Sequence[Snapshot],
    threshold: float,
    folder: str | Path | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Screener:
    """A screener of these lists: the one kept in the data folder, else a new one, which is kept there.

    ``tell`` is called once where one is built and that takes longer than a moment.

    Nothing is kept where there is no data folder yet, as for lists given as files on a machine that stores none.

    Raises:
        SettingsError: The threshold is below 0 or above 1.
    """
    home = data_dir(folder)
    few = sum(map(len, snapshots)) < FEWEST
    names = f"the index of {sum(len(each.names) for each in snapshots):,} listed names" if not few else ""
    if few or not home.is_dir():
        if not few:
            tell(f"building {names}; it is kept where lists are imported: screening lists import")
        return Screener(snapshots, threshold=threshold)
    place = home / FOLDER / name_of(snapshots)
    with suppress(InputError):  # not there, or not whole
        found = Screener.load(place, snapshots=[each.snapshot_id for each in snapshots], threshold=threshold)
        with suppress(OSError):
            place.touch()
        return found
    tell(f"building {names}, once: it is kept for the next time")
    made = Screener(snapshots, threshold=threshold)
    with suppress(OutputError):
        made.save(place)
        _tidy(place)
    return made


def name_of(snapshots: Sequence[Snapshot]) -> str:
    """What is made of these lists is kept under this name: another one for other lists, knowledge, version or code."""
    lists = sorted(each.fingerprint for each in snapshots)
    return hashlib.sha256("\n".join((made_with(), code(), *lists)).encode()).hexdigest()[:24]


def _tidy(newest: Path) -> None:
    """Take away all but those used last; another process may do so at the same time."""
    with suppress(OSError):
        others = sorted(
            (each for each in newest.parent.iterdir() if each != newest and not each.name.startswith(".")),
            key=lambda each: each.stat().st_mtime,
            reverse=True,
        )
        for each in others[KEPT - 1 :]:
            shutil.rmtree(each, ignore_errors=True)
