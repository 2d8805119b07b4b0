"""``manifest.json``: what a run read, what it screened against, how it was set, and what came out."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from importlib.metadata import version
from typing import Any, Final

import screening
from screening.model import SCHEMA_VERSION
from screening.moments import stamp
from screening.reports.result import RunFacts

KEEP_YEARS: Final = 10
"""31 CFR 501.601, as amended by 89 FR 74832: records are kept ten years."""
_LIBRARIES: Final = ("polars", "pyarrow", "rapidfuzz", "openpyxl")


def manifest(run: RunFacts, finished: datetime, counts: Mapping[str, Any], files: Mapping[str, str]) -> dict[str, Any]:
    """The manifest, ready for JSON.

    Args:
        run: The run's facts.
        finished: When it ended.
        counts: What came out, by name.
        files: SHA-256 by name of the other files of the run folder.
    """
    return {
        "run_id": run.run_id,
        "command": run.command,
        "example": run.example,
        "started": stamp(run.started),
        "finished": stamp(finished),
        "keep_until": keep_until(finished.date()).isoformat(),
        "inputs": [_plain(each) for each in run.inputs],
        "snapshots": [
            {
                "list_id": each.list_id,
                "snapshot_id": each.snapshot_id,
                "list_date": each.list_date.isoformat() if each.list_date else None,
                "published": each.published or None,
                "sha256": each.sha256,
                "publisher": each.publisher,
                "format": each.format,
                "parser_version": each.parser_version,
                "counts": dict(each.counts),
                "entries": len(each),
                "notes": list(each.notes),
            }
            for each in run.snapshots
        ],
        "settings": dict(run.settings),
        "reasons": dict(run.reasons),
        "notes": list(run.notes),
        "findings": list(run.findings),
        "counts": dict(counts),
        "versions": versions(),
        "schema_version": SCHEMA_VERSION,
        "files": dict(sorted(files.items())),
        "look_back": run.look_back or None,
        "audit_trail": dict(run.audit_trail) if run.audit_trail else None,
    }


def versions() -> dict[str, str]:
    """Version of the toolkit, of Python, and of the libraries a result can depend on."""
    libraries = {name: version(name) for name in _LIBRARIES}
    return {"screening": screening.__version__, "python": platform.python_version(), **libraries}


def keep_until(day: date) -> date:
    """The day ten years later; of 29 February, the 28th."""
    try:
        return day.replace(year=day.year + KEEP_YEARS)
    except ValueError:
        return day.replace(year=day.year + KEEP_YEARS, day=28)


def _plain(each: Any) -> dict[str, Any]:
    return dict(each) if isinstance(each, Mapping) else asdict(each)
