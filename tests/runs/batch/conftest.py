"""A job over a small table and a small list, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from screening.alerts.store import Store, open_store
from screening.runs.batch.job import Job
from screening.runs.batch.job_reading import read_job
from screening.runs.batch.run import Outcome, run_job

KEY = "a key for tests, nowhere else used"
LIST_HEAD = "entry_id,schema,name,name_type,country,id_type,id_number,id_country,programme,measure,listed_on\n"
LIST_ROWS = (
    "1,Company,OOO UZSTANEX,primary,UZ,Registration Number,305636913,UZ,P-1,asset_freeze,2024-10-30",
    "2,Company,GUCLU GLOBAL LOJISTIK LIMITED SIRKETI,primary,TR,,,,P-1,asset_freeze,2024-10-30",
    '3,Person,"Beispielov, Igor Petrovich",primary,RU,,,,P-2,asset_freeze,2020-01-01',
)
CUSTOMERS = (
    "1,UZSTANEX MChJ,UZ,,",
    "2,Quiet Meadow Ltd,GB,,Igor Beispielov",
    "3,Other Name MChJ,UZ,305636913,",
    "4,Guclu Global Lojistik,TR,,",
)


class Bench:
    """A job's folder, with what its input is made of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "in").mkdir(parents=True)
        (folder / "store.key").write_text(KEY, encoding="ascii")
        self.list(*LIST_ROWS)
        self.customers(*CUSTOMERS)
        self.write(
            'name = "customers"\nout = "reports"\nstate = "state"\n[parties]\nfiles = ["in/*.csv"]\n'
            '[lists]\nuse = ["names.csv"]\n[store]\nplace = "alerts.db"\nkey_file = "store.key"\n'
            "[run]\nprocesses = 1\n"
        )

    @property
    def path(self) -> Path:
        return self.folder / "job.toml"

    def write(self, text: str) -> None:
        self.path.write_text(text, encoding="utf-8")

    def list(self, *rows: str) -> None:
        (self.folder / "names.csv").write_text(LIST_HEAD + "\n".join(rows) + "\n", encoding="utf-8")

    def customers(self, *rows: str, name: str = "customers.csv") -> None:
        text = "id,name,country,tax number,director\n" + "\n".join(rows) + "\n"
        (self.folder / "in" / name).write_text(text, encoding="utf-8")

    def job(self) -> Job:
        return read_job(self.path, default_store=self.folder / "default.db")

    def run(self, **options: Any) -> Outcome:
        return run_job(self.job(), **options)

    def store(self) -> Store:
        return open_store(self.folder / "alerts.db", key=KEY.encode())

    def changes(self, outcome: Outcome) -> dict[str, dict[str, str]]:
        """Of what a run changed: the kind and the reason, by the subject's name."""
        assert outcome.memory is not None
        assert outcome.memory.delta is not None
        names = {row["alert_id"]: row["subject_name"] for row in outcome.memory.rows}
        return {names[each.alert_id]: {"kind": each.kind, "why": each.why} for each in outcome.memory.delta.changes}


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr("screening.alerts.store.engine.SYNCHRONOUS", "OFF")
    return Bench(tmp_path / "job")


@pytest.fixture
def tables() -> Callable[[Outcome], dict[str, list[dict[str, Any]]]]:
    """What a run found, without what names the run."""

    def read(outcome: Outcome) -> dict[str, list[dict[str, Any]]]:
        found: dict[str, pa.Table] = {
            "hits": outcome.run.hits, "subjects": outcome.run.subjects, "rejects": outcome.run.rejects,
        }  # fmt: skip
        return {name: table.to_pylist() for name, table in found.items()}

    return read
