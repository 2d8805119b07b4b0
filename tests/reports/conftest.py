"""A small run over a list in the toolkit's own form, of parties that do not exist; and the run made of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pytest

from screening import model
from screening.alerts import RatingSettings, rate
from screening.alerts.flag_alerts import PARTY_ALERTS
from screening.alerts.seals import Sealer
from screening.reports import RunResult, alert_columns, write_run
from screening.reports.result import FlagAlerts
from screening.reports.standing import ReviewFacts
from screening.watchlists import Snapshot

STARTED = datetime(2026, 11, 22, 10, 15, tzinfo=UTC)
LIST = """\
entry_id,schema,name,name_type,country,birth_date,address,id_type,id_number,id_country,programme,measure,listed_on
1,Company,ООО Меркез Химия,primary,TR,,"Liman Cad. 5, Mersin",Tax ID,1234567890,TR,T-1,asset_freeze,2024-05-01
1,Company,Merkez Kimya Ltd,alias,,,,,,,,,
2,Person,"KIMYAGER, Ayse Nur",primary,TR,1970-05-03,,,,,=1+1,asset_freeze,2023-02-03
3,Vessel,MAVI YILDIZ,primary,PA,,,IMO,9187629,,T-2,port_ban,1899-12-30
4,Company,Merkez Holding,primary,TR,,,,,,T-3,sectoral,
"""


def table(rows: list[dict[str, Any]], schema: pa.Schema) -> pa.Table:
    filled = []
    for row in rows:
        empty = {f.name: [] if pa.types.is_list(f.type) and not f.nullable else None for f in schema}
        filled.append(empty | row)
    return pa.Table.from_pylist(filled, schema=schema)


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    path = tmp_path / "test_list_2026-08-20.csv"
    path.write_text(LIST, encoding="utf-8")
    return Snapshot.read(path, list_id="test_list")


@pytest.fixture
def make_subjects() -> Callable[..., pa.Table]:
    def make(*rows: dict[str, Any]) -> pa.Table:
        usual = {"schema": "LegalEntity", "source": "news/a.txt", "place": "A story", "role": "mention"}
        return table([usual | row for row in rows], model.SUBJECTS)

    return make


@pytest.fixture
def make_hits(snapshot: Snapshot) -> Callable[..., pa.Table]:
    entries = {row["entry_id"]: row for row in snapshot.entries.to_pylist()}

    def make(subjects: pa.Table, *rows: dict[str, Any]) -> pa.Table:
        matches = []
        for row in rows:
            entry = entries[row["entry_id"]]
            matches.append(
                {
                    "subject_name": row["subject_id"],
                    "list_id": snapshot.list_id,
                    "snapshot_id": snapshot.snapshot_id,
                    "list_date": snapshot.list_date,
                    "entry_name": entry["name"],
                    "matched_name": entry["name"],
                    "name_type": "primary",
                    "schema": entry["schema"],
                    "measure": entry["measures"],
                    "matched_on": "name",
                    "relation": "same_party",
                    "score": 0.99,
                    "explanation": "merkez = merkez (same)",
                    **row,
                }
            )
        return rate(table(matches, model.MATCHES), subjects, [snapshot], RatingSettings())

    return make


@pytest.fixture
def make_run(
    snapshot: Snapshot, make_subjects: Callable[..., pa.Table], make_hits: Callable[..., pa.Table]
) -> Callable[..., RunResult]:
    def make(**changed: Any) -> RunResult:
        subjects = make_subjects(
            {
                "subject_id": "s1",
                "name": "Меркез Химия",
                "country": ["TR"],
                "context": "В отчёте названа «Меркез Химия».",
                "start": 120,
                "end": 132,
                "date": date(2026, 3, 4),
                "link": "https://example.org/a",
                "language": "ru",
                "found_by": "list",
                "identifiers": [{"type": "VKN", "number": "1234567890", "country": "TR"}],
            },
            {"subject_id": "s1", "name": "Меркез Химия", "start": 12, "end": 24, "context": "Другое место."},
            {
                "subject_id": "s2",
                "name": "Ayşe Nur Kimyager",
                "birth_date": "1971",
                "source": "b.csv",
                "place": "row 2",
            },
            {"subject_id": "s3", "name": "=SUM(A1)", "context": "+1", "source": "b.csv", "place": "row 3"},
            {"subject_id": "s4", "name": "GRОUP Merkez", "source": "b.csv", "place": "row 4"},
        )
        hits = make_hits(
            subjects,
            {"subject_id": "s1", "entry_id": "1", "subject_name": "Меркез Химия"},
            {"subject_id": "s2", "entry_id": "2", "subject_name": "Ayşe Nur Kimyager", "score": 0.97},
            {"subject_id": "s3", "entry_id": "3", "subject_name": "=SUM(A1)", "score": 0.9},
            {
                "subject_id": "s4",
                "entry_id": "4",
                "subject_name": "GRОUP Merkez",
                "relation": "possible_affiliate",
                "score": 0.82,
            },
        )
        facts: dict[str, Any] = {
            "run_id": "20261122T101500Z-articles-test",
            "command": "articles",
            "started": STARTED,
            "finished": datetime(2026, 11, 22, 10, 16, tzinfo=UTC),
            "snapshots": [snapshot],
            "settings": {"threshold": 0.8, "binds_us": ["US", "EU"]},
            "reasons": {"threshold": "the shipped default"},
            "hits": hits,
            "subjects": subjects,
            "rejects": table(
                [{"file": "b.csv", "line": 9, "column": "name", "value": "", "reason": "no name"}],
                model.REJECTS,
            ),
        }
        return RunResult(**(facts | changed))

    return make


class Reviewed:
    """A report a reviewer works on: cells by row and heading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.heads = [column.heading for column in alert_columns.ALERTS.columns]

    def fill(self, values: dict[str, Any], rows: range = range(3, 7)) -> None:
        book = openpyxl.load_workbook(self.path)
        for row in rows:
            for heading, value in values.items():
                book["Alerts"].cell(row, self.heads.index(heading) + 1).value = value
        book.save(self.path)

    def set(self, row: int, heading: str, value: Any) -> None:
        self.fill({heading: value}, range(row, row + 1))

    def get(self, row: int, heading: str) -> Any:
        return openpyxl.load_workbook(self.path)["Alerts"].cell(row, self.heads.index(heading) + 1).value


@pytest.fixture
def sealer() -> Sealer:
    return Sealer(b"a key for tests only")


@pytest.fixture
def review_facts(sealer: Sealer) -> ReviewFacts:
    return ReviewFacts("store1", sealer, ["Ada Example", "Bo Beispiel"], ["Bo Beispiel"])


@pytest.fixture
def reviewed(make_run: Callable[..., RunResult], review_facts: ReviewFacts, tmp_path: Path) -> Reviewed:
    path = write_run(tmp_path / "runs", make_run(review=review_facts))
    return Reviewed(path / "report.xlsx")


@pytest.fixture
def flag_alerts() -> FlagAlerts:
    row = {
        "alert_id": "A-FLAGS",
        "subject_id": "p1",
        "subject_name": "Deniz Selüloz",
        "country": "TR",
        "priority": "high",
        "weight": 2.5,
        "flags": ["watched_good", "first_shipments"],
        "not_testable": ["unit_value_high"],
        "records": 12,
        "value_usd": 190000.0,
        "first_on": date(2023, 3, 15),
        "last_on": date(2024, 5, 1),
        "why": "Ships a watched good.",
        "sar_terms": ["FIN-TEST"],
        "sources": ["A source"],
    }
    place = dict.fromkeys(model.SUBJECTS.names) | {"name": "Deniz Selüloz", "schema": "Company", "country": ["TR"]}
    place |= {"source": "c.csv", "place": "row 2", "context": "a record", "subject_id": "p1"}
    return FlagAlerts(pa.Table.from_pylist([row], schema=PARTY_ALERTS), {"A-FLAGS": [place]})
