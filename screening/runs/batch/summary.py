"""What came of a batch, for people in a few lines and for programs as JSON (``lists/schemas/run_summary.json``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from screening.alerts.store.deltas import KINDS
from screening.reports.values import counted
from screening.runs.batch.changes import change_rows
from screening.runs.batch.run import Outcome

VERSION: Final = 1
"""Raised whenever a field is renamed, removed or changes its meaning."""
_SHOWN: Final = 15


def summary(outcome: Outcome) -> dict[str, Any]:
    """The summary, ready for JSON."""
    manifest = outcome.run.manifest
    counts = manifest["counts"]
    delta = outcome.memory.delta if outcome.memory is not None else None
    rows = change_rows(delta, outcome.memory.rows) if delta is not None and outcome.memory is not None else []
    return {
        "schema_version": VERSION,
        "job": outcome.job.name,
        "run_id": manifest["run_id"],
        "kind": outcome.kind,
        "previous_run": (delta.previous or None) if delta is not None else None,
        "path": str(outcome.run.path),
        "workbook": str(outcome.run.workbook),
        "started": manifest["started"],
        "finished": manifest["finished"],
        "exit_code": int(outcome.exit_code),
        "continued": outcome.continued,
        "already_done": outcome.already_done,
        "look_back": manifest["look_back"],
        "inputs": {
            "files": len(manifest["inputs"]),
            "unchanged_files": outcome.unchanged,
            "rows": sum(each["rows_in"] for each in manifest["inputs"]),
            "rejected": counts.get("rejects", 0),
        },
        "subjects": {"places": counts.get("subjects", 0), **outcome.counts},
        "lists": [
            {key: each[key] for key in ("list_id", "snapshot_id", "list_date", "entries")}
            for each in manifest["snapshots"]
        ],
        "quarantined": outcome.run.quarantined,
        "alerts": {
            "all": counts.get("alerts", 0),
            "open": outcome.run.open_alerts if "alerts" in counts else 0,
            **dict.fromkeys((*KINDS, "still"), 0),
            **counts.get("delta", {}),
        },
        "changes": rows,
        "flows": str(outcome.flows.run.path) if outcome.flows is not None else None,
        "flows_unchanged": outcome.flows is not None and outcome.flows.unchanged,
        "flow_changes": [dict(each) for each in outcome.flows.changes] if outcome.flows is not None else [],
        "notes": manifest["notes"],
        "audit_trail": manifest["audit_trail"],
    }


def lines(said: dict[str, Any]) -> list[str]:
    """The same for people."""
    alerts, inputs, subjects = said["alerts"], said["inputs"], said["subjects"]
    out = []
    if said["look_back"]:
        out.append(said["look_back"])
    if said["already_done"]:
        out.append("The run that was killed had done everything but name its folder: that is done now.")
    elif said["continued"]:
        out.append("The run that was killed was continued where it was.")
    rejected = f", {inputs['rejected']:,} rejected" if inputs["rejected"] else ""
    skipped = f" ({inputs['unchanged_files']:,} unchanged, not read again)" if inputs["unchanged_files"] else ""
    out.append(f"{counted(inputs['files'], 'file')}{skipped}, {counted(inputs['rows'], 'row')}{rejected}.")
    if subjects.get("unchanged_since_the_last_run"):
        out.append(
            f"{counted(subjects['matched'], 'subject')} matched with everything, "
            f"{subjects['unchanged_since_the_last_run']:,} with what is new on the lists."
        )
    if said["kind"] == "regular":
        kept = f"; {alerts['kept']:,} not found now and kept open" if alerts["kept"] else ""
        out.append(
            f"{counted(alerts['all'], 'alert')}, {alerts['open']:,} open: {alerts['new']:,} new, "
            f"{alerts['changed']:,} changed, {alerts['back']:,} back, {alerts['still']:,} as they were; "
            f"{alerts['gone']:,} gone{kept}."
        )
    elif said["kind"] == "look_back":
        out.append(f"{alerts['all']:,} match{'' if alerts['all'] == 1 else 'es'}.")
    if said["flows"]:
        as_it_was = ", as it was: nothing it rests on has changed" if said["flows_unchanged"] else ""
        out.append(f"Trade statistics: {said['flows']}{as_it_was}")
        out += _flow_lines(said["flow_changes"])
    if said["previous_run"]:
        shown = said["changes"][:_SHOWN]
        out += [
            f"  {row['change']:8}{row['priority']:9}{row['name']} = {_listed_as(row)}: {row['why']}" for row in shown
        ]
        if len(said["changes"]) > len(shown):
            out.append(f"  … and {len(said['changes']) - len(shown):,} more, in the workbook")
    return out


def _listed_as(row: Mapping[str, Any]) -> str:
    """The listed name that matched, and in brackets the primary name of its entry where that is another."""
    of = (row["entry_name"], row["list_id"]) if row["matched_name"] != row["entry_name"] else (row["list_id"],)
    return f"{row['matched_name']} ({', '.join(of)})"


def _flow_lines(changes: list[dict[str, str]]) -> list[str]:
    out = []
    for each in changes[:_SHOWN]:
        good = " ".join(f"{each['good']} {each['description']}".split())
        said = " became ".join(text for text in (each["before"], each["now"]) if text)
        out.append(f"  {each['change']:8}{each['hub']}, {good} (reported by {each['reported_by']}): {said}")
    more = len(changes) - _SHOWN
    return [*out, f"  … and {counted(more, 'more verdict')} that changed"] if more > 0 else out
