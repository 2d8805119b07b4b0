"""Where subjects were found: the sheets Evidence and Subjects, read from the Parquet piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from screening.model import PRIORITIES
from screening.reports.alerts import Alert, day_or_text, identifiers_line, list_label
from screening.reports.tables import batches

PLACES_SHOWN: Final = 200
"""Places of one alert that Evidence shows; a name in every story of a year would fill the sheet by itself."""
SUBJECTS_SHOWN: Final = 10_000
"""Subjects without an alert that the sheet Subjects shows; all are in the Parquet table."""

REORDERED: Final = 50_000
"""Rows of Subjects that are held in memory, to be put in the order a person expects."""


def attach_places(found: Sequence[Alert], subjects: Path) -> int:
    """Give each alert its subject's places, in their order in the table.

    Returns:
        How many places are left out because an alert has more than `PLACES_SHOWN`.
    """
    by_subject: dict[str, list[Alert]] = {}
    for alert in found:
        by_subject.setdefault(alert.hit["subject_id"], []).append(alert)
    ids = pa.array(sorted(by_subject), pa.string())
    left_out = 0
    for table in batches(subjects):
        for row in table.filter(pc.is_in(table["subject_id"], ids)).to_pylist():
            for alert in by_subject[row["subject_id"]]:
                alert.place_count += 1
                if len(alert.places) < PLACES_SHOWN:
                    alert.places.append(row)
                else:
                    left_out += 1
    return left_out


def evidence_rows(found: Sequence[Alert], alert_rows: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """Rows of the sheet Evidence, in the order of the alerts; see `alert_columns.EVIDENCE`."""
    for alert in found:
        for place in alert.places:
            links = {}
            if alert.alert_id in alert_rows:
                links["alert_id"] = f"#Alerts!A{alert_rows[alert.alert_id]}"
            if place["link"]:
                links["link"] = place["link"]
            yield {
                **{key: alert.hit[key] for key in ("alert_id", "priority", "entry_name")},
                "list_id": list_label(alert.hit),
                **{key: place[key] for key in ("name", "role", "source", "place", "start", "end")},
                **{key: place[key] for key in ("context", "date", "link", "language", "found_by", "subject_id")},
                "_links": links,
            }


def subject_rows(found: Sequence[Alert], subjects: Path, shown: int = SUBJECTS_SHOWN) -> Iterator[dict[str, Any]]:
    """Rows of the sheet Subjects: all places of subjects with alerts, the first ``shown`` of the others."""
    alerts: dict[str, list[str]] = {}
    for alert in found:
        alerts.setdefault(alert.hit["subject_id"], []).append(alert.hit["priority"])
    ids = pa.array(sorted(alerts), pa.string())
    for table in batches(subjects):
        alerted = pc.is_in(table["subject_id"], ids)
        plain = pc.cumulative_sum(pc.cast(pc.invert(alerted), pa.int64()))
        keep = pc.or_(alerted, pc.less_equal(plain, shown))
        shown -= min(shown, len(table) - (pc.sum(alerted).as_py() or 0))
        for row in table.filter(keep).to_pylist():
            priorities = alerts.get(row["subject_id"], [])
            yield {
                **{key: row[key] for key in ("name", "schema", "role", "address", "source", "place", "date")},
                "found_by": row["found_by"],
                "subject_id": row["subject_id"],
                "alerts": len(priorities),
                "priority": min(priorities, key=PRIORITIES.index) if priorities else "",
                "country": ", ".join(row["country"] or ()),
                "born": day_or_text(row["birth_date"] or row["incorporated_on"]),
                "identifiers": identifiers_line(row["identifiers"]),
            }


def in_reading_order(rows: Iterator[dict[str, Any]], count: int) -> Iterable[dict[str, Any]]:
    """Rows of the sheet Subjects as the files have them: row 2 before row 10. Very many stay as they are."""
    if count > REORDERED:
        return rows
    return sorted(rows, key=lambda row: (row["source"], _natural(row["place"])))


def _natural(text: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d{1,18})", text)]


def subject_row_count(found: Sequence[Alert], subjects: Path, shown: int = SUBJECTS_SHOWN) -> tuple[int, int]:
    """How many rows `subject_rows` gives, and how many it leaves out."""
    ids = pa.array(sorted({alert.hit["subject_id"] for alert in found}), pa.string())
    alerted = total = 0
    for table in batches(subjects, ["subject_id"]):
        total += len(table)
        alerted += pc.sum(pc.is_in(table["subject_id"], ids)).as_py() or 0
    kept = alerted + min(shown, total - alerted)
    return kept, total - kept
