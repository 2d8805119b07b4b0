"""One pipeline, entered by single commands and by scheduled batches alike.

``articles``, ``parties``, ``trade``, ``flows`` and ``demo`` write a run folder and give back a `Run`; ``match`` looks
names up and
writes nothing. The names are loaded on first use: screening needs much that ``--help`` does not.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screening.runs.commands import articles, parties
    from screening.runs.example import demo
    from screening.runs.finished import Run
    from screening.runs.flow_run import flows
    from screening.runs.lookup import Found, look_up, match
    from screening.runs.progress import Progress
    from screening.runs.settings import Settings
    from screening.runs.trade_command import columns_of, trade
    from screening.runs.trade_follow import chain_text

_HOMES = {
    "Found": "lookup",
    "Progress": "progress",
    "Run": "finished",
    "Settings": "settings",
    "articles": "commands",
    "demo": "example",
    "flows": "flow_run",
    "look_up": "lookup",
    "match": "lookup",
    "parties": "commands",
    "trade": "trade_command",
    "columns_of": "trade_command",
    "chain_text": "trade_follow",
}
__all__ = [
    "Found", "Progress", "Run", "Settings", "articles", "chain_text", "columns_of", "demo", "flows", "look_up", "match",
    "parties", "trade",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name in _HOMES:
        value = getattr(import_module(f"screening.runs.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    msg = f"module 'screening.runs' has no attribute {name!r}"
    raise AttributeError(msg)
