"""Forgetting what was remembered of one batch before the next: a run's memory must not grow with its rows."""

from __future__ import annotations

import sys
from functools import _lru_cache_wrapper
from typing import Final

LARGE: Final = 1 << 12
"""Entries from which a bounded cache holds names as they pass by; smaller ones hold facts used throughout."""


def forget() -> None:
    """Empty the large bounded caches of the package.

    They make names that come again within a batch cheap. Names seldom come again in another batch, and kept
    for a hundred thousand rows the caches take more memory than list, index and batch together. Unbounded
    caches are left alone: they hold the knowledge tables.
    """
    for name, module in list(sys.modules.items()):
        if not name.startswith("screening."):
            continue
        for value in list(vars(module).values()):
            if isinstance(value, _lru_cache_wrapper) and (value.cache_parameters()["maxsize"] or 0) >= LARGE:
                value.cache_clear()
    if (arrow := sys.modules.get("pyarrow")) is not None:
        arrow.default_memory_pool().release_unused()
