"""What becomes of what was found: strength and priority, the store of alerts, reviewers' decisions and their rules.

`rate` judges hits; ``store`` keeps alerts between runs; the other modules say who may decide what, when it is due, and
what a decision changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screening.alerts.identity import alert_id
    from screening.alerts.rating import rate
    from screening.alerts.rating_settings import RatingSettings

_HOMES = {"alert_id": "identity", "rate": "rating", "RatingSettings": "rating_settings"}
__all__ = ["RatingSettings", "alert_id", "rate"]


def __getattr__(name: str) -> Any:
    """Load the public names on first use: the command line starts without pyarrow."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"screening.alerts.{_HOMES[name]}"), name)
    msg = f"module 'screening.alerts' has no attribute {name!r}"
    raise AttributeError(msg)
