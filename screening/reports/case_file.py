"""The evidence file of one case: one HTML page that needs nothing else, with the same as JSON inside for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, Final

_STYLE: Final = """
body { font: 10.5pt/1.4 Calibri, Arial, sans-serif; margin: 2em auto; max-width: 62em; color: #1b1b1b; }
h1 { font-size: 17pt; margin-bottom: 0; } h2 { font-size: 13pt; margin: 1.6em 0 .4em; border-bottom: 1px solid #999; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25em .6em .25em 0; }
th { font-weight: 600; white-space: nowrap; } tr + tr td, tr + tr th { border-top: 1px solid #ddd; }
td { overflow-wrap: anywhere; } .mono { font-family: Consolas, monospace; font-size: 8.5pt; }
.warning { border: 2px solid #a00; padding: .6em; }
@media print { body { margin: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""
_EMPTY: Final[tuple[Any, ...]] = (None, "", [], {})
_HASH: Final = 64
_WORDS: Final = {
    "name": "Name",
    "aliases": "Aliases",
    "weak_aliases": "Weak aliases",
    "schema": "Type",
    "countries": "Countries",
    "dates": "Dates",
    "addresses": "Addresses",
    "identifiers": "Identifiers",
    "programmes": "Programmes",
    "measures": "Measures",
    "listed_on": "Listed on",
    "ended_on": "Ended on",
    "legal_basis": "Legal basis",
    "birth_places": "Places of birth",
    "positions": "Positions",
    "links": "Linked to",
    "remarks": "Remarks",
    "url": "Published at",
}


def case_page(case: Mapping[str, Any]) -> str:
    """The page.

    Args:
        case: ``alert`` (a row with its evidence), ``history`` (events, each with the evidence that stood then),
            ``decisions``, ``runs``, ``audit_trail``, ``written``, ``keep_until``; ``findings``: what of the store is
            not as it was written.
    """
    alert = case["alert"]
    title = f"Case {alert['alert_id']}: {alert['subject_name']} and {alert['entry_name']}"
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>Evidence file written {escape(case['written'])}; to be kept until {escape(case['keep_until'])}.</p>",
        _warning(case.get("findings") or ()),
        _section("The alert", _pairs(_alert_pairs(alert))),
        _section("The subject: what was screened", _pairs(_known(alert["subject"]))),
        _section("The entry: who is listed", _pairs(_known(alert["entry"]))),
        _section("The comparison", _pairs(_known(alert["comparison"]))),
        _section("Where the subject was found", _rows(alert["places"] or [])),
        _section("Decisions", _rows([_decision(row) for row in case["decisions"]])),
        _section("What happened", _rows([_event(row) for row in case["history"]])),
        _section("Runs", _rows([_run(row) for row in case["runs"]])),
        _section("Audit trail", _pairs([(key.replace("_", " "), value) for key, value in case["audit_trail"].items()])),
    ]
    data = json.dumps(case, ensure_ascii=True, sort_keys=True).replace("<", "\\u003c")
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n"
        + "\n".join(parts)
        + f'\n<script type="application/json" id="case">{data}</script>\n</body></html>\n'
    )


def _warning(findings: Sequence[str]) -> str:
    if not findings:
        return "<p>Every record of the store and its audit trail was as it had been written when this was.</p>"
    said = "<br>".join(map(_cell, findings))
    return f'<p class="warning"><b>The store this comes from is not as it was written:</b><br>{said}</p>'


def _alert_pairs(alert: Mapping[str, Any]) -> list[tuple[str, Any]]:
    keys = (
        *("alert_id", "kind", "state", "priority", "match_strength", "list_id", "entry_id", "subject_id"),
        *("first_raised", "changed_at", "why_now"),
    )
    return [(key.replace("_", " ").capitalize(), alert[key]) for key in keys]


def _known(evidence: Mapping[str, Any] | None) -> list[tuple[str, Any]]:
    return [(_WORDS.get(key, key.replace("_", " ").capitalize()), value) for key, value in (evidence or {}).items()]


def _decision(row: Mapping[str, Any]) -> dict[str, Any]:
    keys = ("decided_on", "stage", "decision", "reason_code", "reason", "action", "action_reference", "reviewer",
            "account", "recorded_at", "source")  # fmt: skip
    return {key: row[key] for key in keys}


def _event(row: Mapping[str, Any]) -> dict[str, Any]:
    data = row["data"]
    told = "; ".join(str(data[key]) for key in ("why", "decision", "cause") if data.get(key))
    state = f"{data.get('before') or 'none'} → {data['state']}" if data.get("state") else ""
    return {
        "record": row["seq"], "time": row["at"], "what": row["kind"], "by": row["actor"], "told": told, "status": state,
        "run": row["run_id"] or "", "code": row["mac"],
    }  # fmt: skip


def _run(row: Mapping[str, Any]) -> dict[str, Any]:
    facts = row["facts"]
    lists = [f"{each['snapshot_id']} (SHA-256 {each['sha256']})" for each in facts.get("snapshots", ())]
    return {
        "run": row["run_id"], "job": row["job"], "started": row["started"], "lists": lists,
        "settings": [f"{key}: {value}" for key, value in (facts.get("settings") or {}).items() if value not in _EMPTY],
        "versions": [f"{key} {value}" for key, value in (facts.get("versions") or {}).items()],
    }  # fmt: skip


def _section(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>\n{body}"


def _pairs(pairs: Iterable[tuple[str, Any]]) -> str:
    rows = [f"<tr><th>{escape(name)}</th><td>{_cell(value)}</td></tr>" for name, value in pairs if value not in _EMPTY]
    return f"<table>{''.join(rows)}</table>" if rows else "<p>Nothing.</p>"


def _rows(rows: Sequence[Mapping[str, Any]]) -> str:
    if not rows:
        return "<p>None.</p>"
    keys = [key for key in dict.fromkeys(each for row in rows for each in row) if any(row.get(key) for row in rows)]
    head = "".join(f"<th>{escape(key.replace('_', ' ').capitalize())}</th>" for key in keys)
    body = "".join("<tr>" + "".join(f"<td>{_cell(row.get(key))}</td>" for key in keys) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "<br>".join(_cell(each) for each in value)
    text = "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in str(value))
    safe = escape(text.encode("utf-8", "replace").decode("utf-8")).replace("\n", "<br>")
    is_hash = len(text) == _HASH and not text.strip("0123456789abcdef")
    return f'<span class="mono">{safe}</span>' if is_hash else safe
