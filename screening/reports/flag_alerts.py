"""Alerts for red flags in the form the sheets take alerts: a party and its set of flags stand where an entry does."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any, Final

from screening.alerts.flag_alerts import LIST_ID
from screening.reports.alerts import AGREEMENTS, Alert
from screening.reports.result import FlagAlerts
from screening.reports.values import told

RELATION = "red_flags"
"""Stands where the relation of a hit stands, and tells this kind of alert from the other."""


def of_flags(found: FlagAlerts | None) -> list[Alert]:
    """The alerts, in the order of their table; each with its records as places."""
    if found is None:
        return []
    made = []
    for row in found.alerts.to_pylist():
        places = [dict(each) for each in found.places.get(row["alert_id"], ())]
        kinds = {found.rules.flags[each].kind for each in row["flags"]} if found.rules else set()
        made.append(Alert(_as_hit(row, kinds), [], None, places, row["records"]))
    return made


def _as_hit(row: Mapping[str, Any], kinds: Collection[str]) -> dict[str, Any]:
    """What an alert's hit holds, as far as flags have it; the rest is empty."""
    flags = [each.replace("_", " ") for each in row["flags"]]
    return {
        **dict.fromkeys(("snapshot_id", "matched_name", "name_type", "schema", "matched_on", "match_strength"), ""),
        **dict.fromkeys(AGREEMENTS, ""),
        **{key: row[key] for key in ("alert_id", "subject_id", "subject_name", "priority", "weight", "country")},
        "relation": RELATION,
        "list_id": LIST_ID,
        "list_date": None,
        "entry_id": "+".join(sorted(row["flags"])),
        "entry_name": ", ".join(flags),
        "measure": [],
        "score": None,
        "binds_us": None,
        "explanation": row["why"],
        "why": _why(row, kinds),
        "sar_terms": row["sar_terms"],
    }


_NO_MONEY: Final = "none converted"
"""Said of a sum of dollars on records none of whose values is known in dollars."""


def figures_text(figures: str | None) -> str:
    """The figures of a flag, kept as JSON, as people read them: ``unit value: 77.8867; basis: USD/kg``."""
    known = json.loads(figures) if figures else {}
    if not isinstance(known, Mapping):
        return str(figures)
    money = {"usd": _NO_MONEY} if known.get("usd") == 0 and known.get("raised", 1) else {}
    return "; ".join(f"{_named(key)}: {told(value)}" for key, value in {**known, **money}.items())


def _named(key: str) -> str:
    return " ".join("USD" if word == "usd" else word for word in key.split("_"))


def _why(row: Mapping[str, Any], kinds: Collection[str]) -> str:
    parts = [row["why"]]
    counted = f"{row['records']:,} record{'s' * (row['records'] != 1)}"
    worth = [f"USD {row['value_usd']:,.0f}"] if row["value_usd"] is not None else []
    worth += [f"{row['not_converted']} (not converted)"] if row["not_converted"] else []
    counted += f", {' and '.join(worth)}" if worth else ""
    if row["first_on"]:
        counted += f", {row['first_on']}" + (f" to {row['last_on']}" if row["last_on"] != row["first_on"] else "")
    if "good" in kinds:  # the good alone is no evidence: these are fewer than the records it is on
        embargo = " or an embargo in force" if "embargo" in kinds else ""
        counted += f": those with a listed party{embargo}, or with a watched good and an anomaly together"
    parts.append(f"Evidence: {counted}.")
    if row["not_testable"]:
        parts.append("Not testable: " + ", ".join(each.replace("_", " ") for each in row["not_testable"]) + ".")
    if row["sar_terms"]:
        parts.append("SAR key terms: " + ", ".join(row["sar_terms"]) + ".")
    parts.append("Sources: " + "; ".join(row["sources"]) + ".")
    return "\n".join(parts)
