"""A firm that reviews its alerts: a store, its reviewers, reports that go out and come back. All names are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest

from screening import model
from screening.alerts import RatingSettings, alert_id, rate, storing_decisions
from screening.alerts.flag_alerts import PARTY_ALERTS
from screening.alerts.store import RunRecord, open_store
from screening.alerts.store.raising import Known, raised
from screening.reports import RunResult, alert_columns, write_run
from screening.reports.alerts import NO_LIST
from screening.reports.result import FlagAlerts
from screening.runs import review
from screening.watchlists import Snapshot

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
FIRST_LIST = """\
entry_id,schema,name,name_type,country,birth_date,address,id_type,id_number,id_country,programme,measure,listed_on
1,Company,Merkez Kimya Ltd,primary,TR,,"Liman Cad. 5, Mersin",Tax ID,1234567890,TR,T-1,asset_freeze,2024-05-01
2,Person,"KIMYAGER, Ayse Nur",primary,TR,1970-05-03,,,,,T-1,asset_freeze,2023-02-03
3,Vessel,MAVI YILDIZ,primary,PA,,,IMO,9187629,,T-2,port_ban,2022-01-01
4,Company,Merkez Holding,primary,TR,,,,,,T-3,sectoral,2022-01-01
"""
SECOND_LIST = """\
entry_id,schema,name,name_type,country,id_type,id_number,id_country,programme,measure,listed_on
X1,Company,MERKEZ KIMYA LIMITED,primary,TR,Tax ID,1234567890,TR,P-1,asset_freeze,2024-06-01
"""
SUBJECTS: list[dict[str, Any]] = [
    {"subject_id": "c1", "name": "Merkez Kimya", "country": ["DE"], "incorporated_on": "1999"},
    {"subject_id": "c2", "name": "Ayşe Nur Kimyager", "birth_date": "1991-01-01", "country": ["TR"]},
    {"subject_id": "c3", "name": "Mavi Yıldız", "schema": "Vessel"},
    {"subject_id": "c4", "name": "Merkez Holding AS", "country": ["TR"], "schema": "Company"},
]
MATCHES = [
    ("c1", "first", "1"),
    ("c1", "second", "X1"),
    ("c2", "first", "2"),
    ("c3", "first", "3"),
    ("c4", "first", "4"),
]
PEOPLE = """\
[[reviewer]]
name = "Ada Example"
roles = ["reviewer"]
also = ["ada@example.org"]

[[reviewer]]
name = "Bo Beispiel"
roles = ["approver"]

[[reviewer]]
name = "Cy Ejemplo"
roles = ["reviewer", "approver"]
from = 2026-01-01

[[reviewer]]
name = "Di Gone"
roles = ["approver"]
until = 2026-01-31
"""
NAMES = {row["subject_id"]: row["name"] for row in SUBJECTS}


def _table(rows: list[dict[str, Any]], schema: pa.Schema) -> pa.Table:
    filled = []
    for row in rows:
        empty = {f.name: [] if pa.types.is_list(f.type) and not f.nullable else None for f in schema}
        filled.append(empty | row)
    return pa.Table.from_pylist(filled, schema=schema)


class Office:
    """The firm's morning: `report` screens and writes a workbook, `fill` decides in it, `send` imports it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now, self.runs = folder, MONDAY, 0
        self.store = open_store(folder / "alerts.db", key=b"a key for tests only", now=lambda: self.now)
        (folder / "reviewers.toml").write_text(PEOPLE, encoding="utf-8")
        self.lists = {"first": FIRST_LIST, "second": SECOND_LIST}
        self.subjects = [dict(row) for row in SUBJECTS]
        self.matches = list(MATCHES)
        self.settings: dict[str, Any] = {}
        self.flags: dict[str, list[str]] = {}  # subject → its red flags

    @property
    def desk(self) -> review.Desk:
        return review.open_desk(
            store=self.folder / "alerts.db", key=b"a key for tests only", people=self.folder / "reviewers.toml",
            settings=self.settings, folder=self.folder / "data", now=self.now,
        )  # fmt: skip

    def pass_days(self, days: int) -> None:
        self.now += timedelta(days=days)

    def report(self) -> Path:
        """Screen, remember, and write the workbook."""
        self.runs += 1
        run_id = f"run-{self.runs}"
        snapshots = []
        for name, text in self.lists.items():
            path = self.folder / f"{name}_2026-11-20.csv"
            path.write_text(text, encoding="utf-8")
            snapshots.append(Snapshot.read(path, list_id=name))
        usual = {"schema": "LegalEntity", "source": "customers.csv", "place": "row 2", "role": "customer"}
        subjects = _table([usual | row for row in self.subjects], model.SUBJECTS)
        hits = self._hits(subjects, snapshots)
        known = Known(subjects, snapshots)
        record = RunRecord(run_id, "nightly", _stamp(self.now), _stamp(self.now), {"snapshots": []}, "parties")
        with self.store.transaction():
            flagged = self._flagged()
            self.store.record_run(record, raised(hits, known, flagged), now=known)
            ids = {*hits.column("alert_id").to_pylist(), *flagged.column("alert_id").to_pylist()}
            storing_decisions.lapse(self.store, self.now.date(), raised=ids, run_id=run_id)
            rows = self.store.alerts(ids)
        facts = RunResult(
            run_id=run_id, command="parties", started=self.now, finished=self.now, snapshots=snapshots, hits=hits,
            subjects=subjects, rejects=_table([], model.REJECTS), flag_alerts=FlagAlerts(flagged, {}),
        )  # fmt: skip
        told = review.reviewable(facts, self.desk, rows)
        return write_run(self.folder / "reports", told) / "report.xlsx"  # type: ignore[arg-type]

    def _hits(self, subjects: pa.Table, snapshots: list[Snapshot]) -> pa.Table:
        by_list = {each.list_id: each for each in snapshots}
        rows = []
        for subject_id, list_id, entry_id in self.matches:
            snapshot = by_list[list_id]
            entry = next((row for row in snapshot.entries.to_pylist() if row["entry_id"] == entry_id), None)
            name = next((row["name"] for row in self.subjects if row["subject_id"] == subject_id), None)
            if entry is None or name is None:
                continue
            rows.append(
                {
                    "subject_id": subject_id, "subject_name": name, "list_id": list_id, "entry_id": entry_id,
                    "snapshot_id": snapshot.snapshot_id, "list_date": snapshot.list_date, "entry_name": entry["name"],
                    "matched_name": entry["name"], "name_type": "primary", "schema": entry["schema"],
                    "measure": entry["measures"], "matched_on": "name", "relation": "same_party", "score": 0.95,
                    "explanation": f"{name} ~ {entry['name']}",
                }
            )  # fmt: skip
        return rate(_table(rows, model.MATCHES), subjects, snapshots, RatingSettings())

    def _flagged(self) -> pa.Table:
        rows = []
        for subject, flags in self.flags.items():
            name = next(row["name"] for row in self.subjects if row["subject_id"] == subject)
            rows.append(
                {
                    "alert_id": alert_id(subject, "red_flags", "+".join(sorted(flags))), "subject_id": subject,
                    "subject_name": name, "country": "TR", "priority": "high", "weight": 2.0, "flags": flags,
                    "records": 3, "value_usd": 190000.0, "why": "Ships a watched good.", "sources": ["A source"],
                }
            )  # fmt: skip
        return _table(rows, PARTY_ALERTS)

    def fill(self, path: Path, on: str, list_id: str = "first", **values: Any) -> None:
        """Fill in the row of a subject (its id) and list; keys are those of the columns."""
        book = openpyxl.load_workbook(path)
        keys = [column.key for column in alert_columns.ALERTS.columns]
        shown = NO_LIST if list_id == "red_flags" else list_id
        for sheet in (book[name] for name in book.sheetnames if name == "Alerts"):
            heads = [cell.value for cell in sheet[2]]
            at = {column.key: heads.index(column.heading) + 1 for column in alert_columns.ALERTS.columns}
            for number in range(3, sheet.max_row + 1):
                mine = sheet.cell(number, at["subject_id"]).value == on
                if mine and sheet.cell(number, at["list_id"]).value == shown:
                    for key, value in values.items():
                        assert key in keys
                        sheet.cell(number, at[key]).value = value
        book.save(path)

    def send(self, path: Path, **options: Any) -> review.ReviewImport:
        """Import a workbook."""
        return review.review_import(path, desk=self.desk, account="tester", **options)

    def alert(self, on: str, list_id: str = "first") -> dict[str, Any]:
        """The alert of a subject and list as the store has it."""
        return next(row for row in self.store.alerts() if (row["subject_id"], row["list_id"]) == (on, list_id))

    def rows(self, path: Path, sheet: str = "Alerts") -> list[dict[str, Any]]:
        """The rows of a sheet by heading."""
        book = openpyxl.load_workbook(path)
        if sheet not in book.sheetnames:
            return []
        values = [[cell.value for cell in row] for row in book[sheet].iter_rows()]
        head = next(at for at, row in enumerate(values) if "Alert ID" in row)
        return [dict(zip(values[head], row, strict=True)) for row in values[head + 1 :]]


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    (tmp_path / "office").mkdir()
    return Office(tmp_path / "office")


FALSE = {"decision": "False positive", "reason_code": "DOB", "reason": "another birth date", "reviewer": "Ada Example"}
TRUE = {
    "decision": "True match: prohibited", "reason": "the same tax number", "action": "blocked",
    "reviewer": "Ada Example",
}  # fmt: skip


@pytest.fixture
def false_positive() -> Callable[..., dict[str, Any]]:
    return lambda **changed: FALSE | changed


@pytest.fixture
def true_match() -> Callable[..., dict[str, Any]]:
    return lambda **changed: TRUE | changed
