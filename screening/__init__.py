"""Screens names in articles, customer files and customs records against sanctions lists, in any script.

The public names are loaded on first use, so that ``import screening`` stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screening import runs
    from screening.matching import DEFAULT_THRESHOLD, Comparison, Screener, compare_names
    from screening.watchlists import Snapshot

try:
    __version__ = version("screening")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0+unknown"

_HOMES = {
    "DEFAULT_THRESHOLD": "screening.matching",
    "Comparison": "screening.matching",
    "Screener": "screening.matching",
    "Snapshot": "screening.watchlists",
    "compare_names": "screening.matching",
}

__all__ = ["DEFAULT_THRESHOLD", "Comparison", "Screener", "Snapshot", "__version__", "compare_names", "runs"]


def __getattr__(name: str) -> Any:
    if name == "runs":
        return import_module("screening.runs")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    msg = f"module 'screening' has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return sorted(__all__)
