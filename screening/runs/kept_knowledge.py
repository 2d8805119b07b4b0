"""Where what is made of the knowledge tables is kept between runs: in the data folder, or with the user's caches."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import platformdirs

from screening.kept_tables import keep_in
from screening.watchlists.store import data_dir

FOLDER: Final = Path("cache", "words")


def at_hand(folder: str | Path | None = None) -> None:
    """Take what an earlier run made of the tables, and keep what this one makes.

    It is kept in the data folder where there is one, else where the system keeps caches of the user: who only compares
    two names has no data folder, and would wait for the tables each time.
    """
    home = data_dir(folder)
    caches = Path(platformdirs.user_cache_dir("screening", appauthor=False))
    keep_in(home / FOLDER if home.is_dir() else caches / FOLDER.name)
