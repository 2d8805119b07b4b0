"""An auditor's check: what lies beside the store is what the store says was written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from screening.runs.alert_store import Verified, verify

from .batch.conftest import Bench


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr("screening.alerts.store.engine.SYNCHRONOUS", "OFF")
    return Bench(tmp_path / "job")


@pytest.fixture
def run(bench: Bench) -> Path:
    """The folder of a run."""
    return bench.run().run.path


def checked(bench: Bench, *places: Path) -> Verified:
    return verify(
        bench.folder / "alerts.db", key=bench.folder / "store.key", against=places or [bench.folder / "reports"],
        folder=bench.folder / "data",
    )  # fmt: skip


def findings(bench: Bench, *places: Path) -> list[tuple[str, str]]:
    return [(Path(each.key).name, each.what) for each in checked(bench, *places).findings]


def test_a_run_that_nobody_touched_is_whole(bench: Bench, run: Path) -> None:
    found = checked(bench)
    assert found.findings == []
    assert (found.folders, len(found.heads), found.saved_again) == (1, 2, [])


@pytest.mark.parametrize("table", ["hits", "subjects", "rejects"])
def test_a_table_that_was_altered_or_removed_is_named(bench: Bench, run: Path, table: str) -> None:
    path = run / f"{table}.parquet"
    pq.write_table(pq.read_table(path), path, compression="none")  # the same rows in other bytes
    assert findings(bench) == [(path.name, "altered since it was written")]
    path.unlink()
    assert findings(bench) == [(path.name, "removed")]


def test_a_table_altered_together_with_the_manifest_is_noticed(bench: Bench, run: Path) -> None:
    """Who alters a table can alter its hash as well; the manifest's own stands in the trail."""
    import hashlib

    path, manifest = run / "hits.parquet", run / "manifest.json"
    pq.write_table(pq.read_table(path).slice(0, 1), path)
    said = json.loads(manifest.read_bytes())
    said["files"][path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(said), encoding="utf-8")
    assert findings(bench) == [("manifest.json", "altered since it was written")]


@pytest.mark.parametrize("key", ["counts", "settings", "reasons", "inputs", "snapshots", "versions", "keep_until"])
def test_whatever_the_manifest_says_is_watched(bench: Bench, run: Path, key: str) -> None:
    manifest = run / "manifest.json"
    said: dict[str, Any] = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps(said | {key: "another"}), encoding="utf-8")
    assert ("manifest.json", "altered since it was written") in findings(bench)


def test_a_run_that_never_was_is_noticed(bench: Bench, run: Path) -> None:
    """A folder made up from another run's has that one's head of the trail."""
    forged = run.with_name("20200101T000000Z-customers-00000000")
    shutil.copytree(run, forged)
    text = (forged / "manifest.json").read_text(encoding="utf-8").replace(run.name, forged.name)
    (forged / "manifest.json").write_text(text, encoding="utf-8")
    assert ("manifest.json", f"the store knows of no run {forged.name}") in findings(bench)


def test_deciding_in_the_folder_is_no_tampering_and_is_said(bench: Bench, run: Path) -> None:
    book = openpyxl.load_workbook(run / "report.xlsx")
    book.save(run / "report.xlsx")
    (run / "report-refused.xlsx").write_bytes(b"what an import wrote beside it")
    found = checked(bench)
    assert found.findings == []
    assert found.saved_again == [run / "report.xlsx"]


def test_a_folder_may_move_and_a_copy_is_as_good(bench: Bench, run: Path, tmp_path: Path) -> None:
    copy = tmp_path / "archive 2026" / "a run"
    shutil.copytree(run, copy)
    assert findings(bench, copy) == []


def test_a_look_back_is_bound_to_the_trail_as_well(bench: Bench, run: Path) -> None:
    back = bench.run(subjects=run).run.path
    assert findings(bench) == []
    pq.write_table(pq.read_table(back / "hits.parquet").slice(0, 1), back / "hits.parquet")
    assert findings(bench) == [("hits.parquet", "altered since it was written")]


def test_imported_workbooks_are_watched(office) -> None:
    from screening.runs.store_files import import_findings

    path = office.report()
    office.fill(path, "c4", decision="Escalate", reason="ask", reviewer="Ada Example")
    done = office.send(path)
    assert done.kept is not None
    events = office.store.events()
    assert import_findings(done.kept.parent, events) == ([], 0)
    assert import_findings(office.folder / "elsewhere", events) == ([], 1)
    done.kept.write_bytes(b"another")
    [finding] = import_findings(done.kept.parent, events)[0]
    assert finding.what == "altered since it was imported"
    done.kept.unlink()
    [finding] = import_findings(done.kept.parent, events)[0]
    assert finding.what == "removed since it was imported"


def test_a_case_is_written_from_an_archived_store(bench: Bench, run: Path, tmp_path: Path, monkeypatch) -> None:
    import os

    from screening.runs.alert_store import export_case

    [alert_id, *_] = [row["alert_id"] for row in bench.store().alerts()]
    head = bench.store().head()
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere but on a disk that is read-only
    page = export_case(bench.folder / "alerts.db", alert_id, key=bench.folder / "store.key", out=tmp_path)
    monkeypatch.undo()
    assert alert_id in page.read_text(encoding="utf-8")
    assert bench.store().head() == head
