"""Where what is made of the knowledge tables is kept between runs: in the data folder, where there is one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from screening.kept_tables import keep_in
from screening.watchlists.store import data_dir

FOLDER: Final = Path("cache", "words")


def at_hand(folder: str | Path | None = None) -> None:
    """Take from the data folder what an earlier run made of the tables, and keep there what this one makes."""
    home = data_dir(folder)
    keep_in(home / FOLDER if home.is_dir() else None)
