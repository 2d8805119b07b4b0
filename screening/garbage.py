"""Python's search for garbage, put off while many lasting objects are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

FEWEST: Final = 1_000
"""Items for which putting it off pays: for fewer, the search that follows would take longer than their work."""


@contextmanager
def no_collecting(items: int) -> Iterator[None]:
    """Without looking for garbage, where there are many items: they make many lasting objects and no cycles, and each
    look goes over all. What was made then counts as old: the look that is due goes over none of it, a later one over
    all. For a few, the look that follows would take longer than their work.
    """
    collecting = gc.isenabled()
    if items < FEWEST:
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not gc.get_freeze_count():  # else somebody has frozen what must stay so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
