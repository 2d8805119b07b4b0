"""The workbook, Parquet tables and manifest a run leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screening.reports.folder import RunWriter, write_run
    from screening.reports.result import RunFacts, RunResult, new_run_id

_HOMES = {
    "RunFacts": "result",
    "RunResult": "result",
    "RunWriter": "folder",
    "new_run_id": "result",
    "write_run": "folder",
}
__all__ = ["RunFacts", "RunResult", "RunWriter", "new_run_id", "write_run"]


def __getattr__(name: str) -> Any:
    """Load the public names on first use: the command line starts without pyarrow and openpyxl."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"screening.reports.{_HOMES[name]}"), name)
    msg = f"module 'screening.reports' has no attribute {name!r}"
    raise AttributeError(msg)
