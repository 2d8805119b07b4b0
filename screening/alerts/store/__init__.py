"""The alert store: alerts and their states, decisions, runs, and an audit trail that shows any tampering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screening.alerts.store.deltas import Delta, RunRecord
    from screening.alerts.store.key import load_key, make_key
    from screening.alerts.store.raising import Known, Raised, raised
    from screening.alerts.store.store import Store, check_there, open_for_checking, open_store
    from screening.alerts.store.trail import Head
    from screening.alerts.store.verify import Finding

_HOMES = {
    "Delta": "deltas",
    "Finding": "verify",
    "Head": "trail",
    "Raised": "raising",
    "RunRecord": "deltas",
    "Store": "store",
    "check_there": "store",
    "load_key": "key",
    "make_key": "key",
    "open_for_checking": "store",
    "open_store": "store",
    "raised": "raising",
    "Known": "raising",
}
__all__ = [
    "Delta", "Finding", "Head", "Known", "Raised", "RunRecord", "Store", "check_there", "load_key", "make_key",
    "open_for_checking", "open_store", "raised",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load the public names on first use: the command line starts without SQLAlchemy."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"screening.alerts.store.{_HOMES[name]}"), name)
    msg = f"module 'screening.alerts.store' has no attribute {name!r}"
    raise AttributeError(msg)
