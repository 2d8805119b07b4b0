"""A look-back compares other days' lists or subjects; it is marked, and never mixed into the open alerts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from screening.errors import InputError
from screening.runs.batch.run import run_job
from screening.watchlists.admission import import_file
from screening.watchlists.store import Store as ListStore

from .conftest import CUSTOMERS, LIST_ROWS


def test_yesterdays_subjects_against_todays_lists(bench) -> None:
    first = bench.run()
    bench.customers(*CUSTOMERS[1:2])
    bench.run()
    alerts = bench.store().alerts()
    outcome = bench.run(subjects=first.run.path)
    assert outcome.kind == "look_back"
    assert len(outcome.run.subjects) == len(first.run.subjects)
    assert bench.store().alerts() == alerts
    assert outcome.run.open_alerts == 0
    assert [run["kind"] for run in bench.store().runs()] == ["regular", "regular", "look_back"]
    book = openpyxl.load_workbook(outcome.run.workbook, read_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            says = next(sheet.iter_rows(values_only=True))[0]
            assert says.startswith(f"Look-back: the subjects of {first.run.path.name}"), sheet.title
    book.close()
    # the next night goes on from the night before, not from the look-back
    assert bench.run().run.manifest["counts"]["delta"]["gone"] == 0
    assert bench.store().verify() == []


def test_todays_subjects_against_the_lists_then(bench, tmp_path: Path, data_folder: Path) -> None:
    for day, rows in (("2024-01-01", LIST_ROWS[1:]), ("2026-01-01", LIST_ROWS)):
        bench.list(*rows)
        dated = tmp_path / f"names_{day}.csv"
        dated.write_bytes((bench.folder / "names.csv").read_bytes())
        import_file(ListStore(data_folder), dated, list_id="names")
    bench.write(bench.path.read_text(encoding="utf-8").replace('"names.csv"', '"names"'))
    today = bench.run()
    then = run_job(bench.job(), as_of=date(2024, 6, 1))
    names = [set(each.run.hits.column("subject_name").to_pylist()) for each in (today, then)]
    assert names[0] - names[1] == {"UZSTANEX MChJ", "Other Name MChJ"}
    assert then.run.manifest["look_back"].startswith("Look-back: the subjects of today against the lists in force on")


def test_a_folder_without_subjects_is_said(bench) -> None:
    with pytest.raises(InputError, match="does not hold the subjects of a run"):
        bench.run(subjects=bench.folder / "in")
