"""Alerts of the store that a run did not raise and keeps open, in the form the sheets take alerts.

Their entry or their subject is not among what the run read; what is shown of both is the evidence the store keeps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from screening.alerts import jurisdictions, rating_rules
from screening.alerts.flag_alerts import LIST_ID
from screening.alerts.rating_settings import RatingSettings
from screening.alerts.records import EntryRecord
from screening.alerts.store.evidence import identifier_rows
from screening.model import SUBJECTS
from screening.reports.alerts import AGREEMENTS, Alert
from screening.reports.flag_alerts import RELATION

_EARLIER: Final = "@earlier"
"""Stands in the id of the snapshot an alert is of, which is none of this run's."""


def of_kept(kept: Sequence[Mapping[str, Any]], settings: RatingSettings, publishers: Mapping[str, str]) -> list[Alert]:
    """The alerts, each with the places the store keeps of it.

    Args:
        kept: As `result.RunFacts` has them.
        settings: Whose law binds the firm.
        publishers: Those of the lists of the run, by list.
    """
    rulebook = rating_rules.load(settings.rules, settings.own_rules)
    made = []
    for row in kept:
        listed = row["list_id"] != LIST_ID
        law = jurisdictions.jurisdiction(row["list_id"], publishers.get(row["list_id"], ""), settings)
        binding = jurisdictions.binds(law, settings, rulebook) if listed else None
        entry = _entry(row["entry"] or {}) if listed else None
        hit = _as_hit(row, listed=listed) | {"binds_us": binding}
        made.append(Alert(hit, [], entry, _places(row)))
        made[-1].place_count = len(made[-1].places)
    return made


def _as_hit(row: Mapping[str, Any], *, listed: bool) -> dict[str, Any]:
    """What an alert's hit holds, as far as its evidence has it."""
    compared, entry = row["comparison"] or {}, row["entry"] or {}
    agreements = dict(each.rsplit(" ", 1) for each in compared.get("agreements", ()))
    explained = compared.get("explanation" if listed else "reasons") or ()
    return {
        **{key: row[key] for key in ("alert_id", "subject_id", "subject_name", "list_id", "entry_id", "entry_name")},
        **{key: row[key] for key in ("priority", "match_strength")},
        "snapshot_id": f"{row['list_id']}{_EARLIER}" if listed else "",
        "list_date": None,
        "matched_name": compared.get("matched_name", ""),
        "name_type": compared.get("name_type", ""),
        "schema": (entry.get("schema") or "") if listed else "",
        "measure": list(entry.get("measures") or ()),
        "matched_on": "",
        "relation": compared.get("relation", "") if listed else RELATION,
        "score": float(compared["score"]) if compared.get("score") else None,
        "weight": 0,
        "explanation": "\n".join(explained),
        **{name: agreements.get(name.removesuffix("_agrees"), "") for name in AGREEMENTS},
        "why": "" if listed else "\n".join(explained),
    }


def _entry(entry: Mapping[str, Any]) -> EntryRecord:
    fields = {
        **{key: entry.get(key) or () for key in ("programmes", "countries")},
        **{key: entry.get(key) for key in ("remarks", "url")},
        **{key: _day(entry.get(key)) for key in ("listed_on", "ended_on")},
        "birth_dates": entry.get("dates") or (),
    }
    links = [dict(zip(("relation", "name"), each.split(": ", 1), strict=True)) for each in entry.get("links") or ()]
    addresses = [{"address": each, "country": None} for each in entry.get("addresses") or ()]
    return EntryRecord(fields, identifier_rows(entry.get("identifiers") or ()), addresses, links)


def _places(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Rows of `model.SUBJECTS`: the places, each with what the store knows of the subject as a whole."""
    subject = row["subject"] or {}
    known = {
        **dict.fromkeys(SUBJECTS.names),
        "subject_id": row["subject_id"],
        "schema": subject.get("schema") or "",
        "country": subject.get("countries"),
        "birth_date": next(iter(subject.get("dates") or ()), None),
        "address": next(iter(subject.get("addresses") or ()), None),
        "identifiers": identifier_rows(subject.get("identifiers") or ()),
    }
    return [{**known, **place, "date": _day(place.get("date"))} for place in row["places"] or ()]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None
