"""What a run raises, with all that is known of both sides, ready to be kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from screening.alerts import records
from screening.alerts.flag_alerts import LIST_ID
from screening.alerts.store.evidence import identifiers, texts
from screening.model import PRIORITIES, STRENGTHS

if TYPE_CHECKING:
    from screening.watchlists import Snapshot

PLACES_KEPT: Final = 20
"""Places of one subject that the store keeps with an alert; the run folder has all."""
_AGREEMENTS: Final = ("name", "date", "country", "identifier", "address")
_PLACE: Final = ("source", "place", "context", "title", "link", "date", "role", "name", "start", "end")
_DIGITS: Final = 6
"""Scores differ in the last places from machine to machine; this is no change."""


@dataclass(frozen=True, slots=True)
class Raised:
    """One alert as a run raises it. The evidence is of `evidence.SUBJECT_FIELDS` and the like, with more beside.

    Attributes:
        kind: ``list_match`` or ``red_flags``.
        list_id: The list; ``red_flags`` for those.
        entry_id: The entry; the flags joined by ``+`` for red flags.
        comparison: What the match rests on, `evidence.COMPARED_FIELDS` and ``why``.
        places: Where the subject was found.
    """

    alert_id: str
    kind: str
    subject_id: str
    subject_name: str
    list_id: str
    entry_id: str
    entry_name: str
    priority: str
    match_strength: str
    subject: Mapping[str, Any] = field(default_factory=dict)
    entry: Mapping[str, Any] = field(default_factory=dict)
    comparison: Mapping[str, Any] = field(default_factory=dict)
    places: Sequence[Mapping[str, Any]] = ()
    why: str = ""


class Known:
    """What a run knew of subjects and entries, whether they raised an alert or not.

    Args:
        subjects: A table of `model.SUBJECTS`, or the Parquet file of one.
        snapshots: What was screened against.
    """

    def __init__(self, subjects: pa.Table | Path, snapshots: Sequence[Snapshot]) -> None:
        self._subjects, self.snapshots = subjects, snapshots

    @property
    def lists(self) -> frozenset[str]:
        """The lists screened against."""
        return frozenset(each.list_id for each in self.snapshots)

    def ids(self) -> set[str]:
        """The ids of all subjects."""
        name = "subject_id"
        table = (
            self._subjects if isinstance(self._subjects, pa.Table) else pq.read_table(self._subjects, columns=[name])
        )
        return set(pc.unique(table[name]).to_pylist())

    def subjects(self, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The evidence of the subjects of those ids that were there."""
        rows = self._rows(ids)
        return {
            key: subject_evidence(record)
            for key, record in records.subjects(rows, rows.column("subject_id").to_pylist()).items()
        }

    def places(self, ids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        """Where those subjects stand, the first `PLACES_KEPT` of each."""
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in self._rows(ids).to_pylist():
            mine = found[row["subject_id"]]
            if len(mine) < PLACES_KEPT:
                mine.append({key: _plain(row.get(key)) for key in _PLACE if row.get(key) is not None})
        return dict(found)

    def entries(self, ids: Iterable[tuple[str, str]]) -> dict[tuple[str, str], dict[str, Any]]:
        """The evidence of the entries of those (list, entry) ids that were listed; of several snapshots the newest."""
        wanted: dict[str, list[str]] = defaultdict(list)
        for list_id, entry_id in ids:
            wanted[list_id].append(entry_id)
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for snapshot in sorted(self.snapshots, key=lambda each: (str(each.list_date or ""), each.snapshot_id)):
            here = wanted.get(snapshot.list_id)
            if here:
                for entry_id, evidence in entry_evidence(snapshot, here).items():
                    found[snapshot.list_id, entry_id] = evidence
        return found

    def filled(self, list_id: str) -> tuple[dict[str, int], int]:
        """How many entries of a list have each field of `evidence.ENTRY_FIELDS` that not all have, and of how many."""
        counts: dict[str, int] = {}
        size = 0
        for snapshot in (each for each in self.snapshots if each.list_id == list_id):
            size += len(snapshot)
            kinds = snapshot.names["name_type"]
            having = {
                "aliases": snapshot.names.filter(pc.equal(kinds, "alias")),
                "weak_aliases": snapshot.names.filter(pc.equal(kinds, "weak_alias")),
                "identifiers": snapshot.identifiers,
                "addresses": snapshot.addresses,
                **{
                    name: snapshot.entries.filter(pc.greater(pc.list_value_length(snapshot.entries[column]), 0))
                    for name, column in (("dates", "birth_dates"), ("countries", "countries"))
                },
            }
            for name, rows in having.items():
                counts[name] = counts.get(name, 0) + pc.count_distinct(rows["entry_id"]).as_py()
        return counts, size

    def _rows(self, ids: Iterable[str]) -> pa.Table:
        wanted = pa.array(sorted(set(ids)), pa.string())
        if isinstance(self._subjects, pa.Table):
            return self._subjects.filter(pc.is_in(self._subjects["subject_id"], wanted))
        return pq.read_table(self._subjects, filters=pc.is_in(pc.field("subject_id"), wanted))


def subject_evidence(record: records.SubjectRecord) -> dict[str, Any]:
    """A subject's evidence, the same whatever the order of its rows."""
    return {
        "subject_id": record.subject_id,
        "name": texts(record.names),
        "schema": record.schema,
        "countries": texts(record.countries),
        "dates": texts(record.dates),
        "addresses": texts(record.addresses),
        "identifiers": identifiers(record.identifiers),
    }


def entry_evidence(snapshot: Snapshot, ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The evidence of entries of a snapshot, by id."""
    wanted = pa.array(sorted(set(ids)), pa.string())
    asked = pa.table(
        {
            "list_id": pa.array([snapshot.list_id] * len(wanted), pa.string()),
            "snapshot_id": pa.array([snapshot.snapshot_id] * len(wanted), pa.string()),
            "entry_id": wanted,
        }
    )
    names: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in snapshot.names.filter(pc.is_in(snapshot.names["entry_id"], wanted)).to_pylist():
        names[row["entry_id"]].append(row)
    return {key[2]: _entry(entry, names[key[2]], snapshot) for key, entry in records.entries([snapshot], asked).items()}


def _entry(entry: records.EntryRecord, names: Iterable[Mapping[str, Any]], snapshot: Snapshot) -> dict[str, Any]:
    fields = entry.fields
    kinds: dict[str, list[str]] = defaultdict(list)
    for row in names:
        kinds[row["name_type"]].append(row["name"])
    return {
        "list_id": snapshot.list_id,
        "entry_id": fields["entry_id"],
        "name": texts(kinds["primary"] or [fields["name"]]),
        "aliases": texts(kinds["alias"]),
        "weak_aliases": texts(kinds["weak_alias"]),
        "schema": fields["schema"],
        "identifiers": identifiers(entry.identifiers),
        "dates": texts(entry.dates),
        "countries": texts(fields["countries"]),
        "addresses": texts(row["address"] for row in entry.addresses),
        "programmes": texts(fields["programmes"]),
        "measures": texts(fields["measures"]),
        "ended_on": _plain(fields["ended_on"]),
        "listed_on": _plain(fields["listed_on"]),
        "legal_basis": texts(fields["legal_basis"]),
        "birth_places": texts(fields["birth_places"]),
        "positions": texts(fields["positions"]),
        "links": texts(f"{row['relation']}: {row['name']}" for row in entry.links),
        "remarks": fields["remarks"],
        "url": fields["url"],
    }


def raised(hits: pa.Table, known: Known, party_alerts: pa.Table | None = None) -> list[Raised]:
    """The alerts of a table of hits and of red flags, in the order of their ids.

    Args:
        hits: Table of `model.HITS`. Hits of one alert are gathered; the newest list and the strongest stand first.
        known: The subjects and lists of the run.
        party_alerts: Table of `alerts.flag_alerts.PARTY_ALERTS`.
    """
    return sorted([*_matches(hits, known), *_flagged(party_alerts, known)], key=lambda each: each.alert_id)


def _matches(hits: pa.Table, known: Known) -> Iterator[Raised]:
    grouped: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in hits.drop_columns(["parts"]).to_pylist():
        grouped[row["alert_id"]].append(row)
    subjects, places = _sides(known, {row["subject_id"] for rows in grouped.values() for row in rows})
    entries = known.entries({(row["list_id"], row["entry_id"]) for rows in grouped.values() for row in rows})
    for alert_id, rows in grouped.items():
        newest = max(str(row["list_date"] or "") for row in rows)
        rows = sorted((row for row in rows if str(row["list_date"] or "") == newest), key=_first)
        best = rows[0]
        yield Raised(
            alert_id=alert_id,
            kind="list_match",
            **{key: best[key] for key in ("subject_id", "subject_name", "list_id", "entry_id", "entry_name")},
            priority=min((row["priority"] for row in rows), key=PRIORITIES.index),
            match_strength=best["match_strength"],
            subject=subjects.get(best["subject_id"], {"name": [best["subject_name"]]}),
            entry=entries.get((best["list_id"], best["entry_id"]), {"name": [best["entry_name"]]}),
            comparison=_comparison(rows),
            places=places.get(best["subject_id"], ()),
            why=best["why"],
        )


def _first(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return (STRENGTHS.index(row["match_strength"]), row["matched_on"] != "name", -row["score"], row["snapshot_id"])


def _comparison(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    best = rows[0]
    return {
        **{key: best[key] for key in ("matched_name", "name_type", "relation", "match_strength", "priority")},
        "matched_on": texts(row["matched_on"] for row in rows),
        "score": f"{round(best['score'], _DIGITS):g}",
        "agreements": [f"{name} {best[f'{name}_agrees']}" for name in _AGREEMENTS],
        "explanation": texts(row["explanation"] for row in rows),
        "rules": [best["strength_rule"], best["priority_rule"]],
    }


def _flagged(alerts: pa.Table | None, known: Known) -> Iterator[Raised]:
    rows = [] if alerts is None else alerts.to_pylist()
    subjects, places = _sides(known, {row["subject_id"] for row in rows})
    for row in rows:
        flags = texts(row["flags"])
        yield Raised(
            alert_id=row["alert_id"],
            kind="red_flags",
            subject_id=row["subject_id"],
            subject_name=row["subject_name"],
            list_id=LIST_ID,
            entry_id="+".join(flags),
            entry_name=", ".join(flag.replace("_", " ") for flag in flags),
            priority=row["priority"],
            match_strength="",
            subject=subjects.get(row["subject_id"], {"name": [row["subject_name"]]}),
            entry={"flags": flags, "sources": texts(row["sources"]), "not_testable": texts(row["not_testable"])},
            comparison={
                "flags": flags,
                "reasons": [row["why"]],
                "records": str(row["records"]),
                "priority": row["priority"],
                "value_usd": row["value_usd"],
                "not_converted": row["not_converted"],
                "first_on": _plain(row["first_on"]),
                "last_on": _plain(row["last_on"]),
                "sar_terms": texts(row["sar_terms"]),
            },
            places=places.get(row["subject_id"], ()),
            why=row["why"],
        )


def _sides(known: Known, ids: set[str]) -> tuple[dict[str, dict[str, Any]], dict[str, list[dict[str, Any]]]]:
    return (known.subjects(ids), known.places(ids)) if ids else ({}, {})


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
