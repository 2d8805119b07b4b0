"""A look-back compares other days' lists or subjects; it is marked, and never mixed into the open alerts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from screening.errors import InputError, ListError, SettingsError
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
    book = openpyxl.load_workbook(outcome.run.workbook)
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


def test_lists_named_as_files_are_taken_by_their_day(bench) -> None:
    for day, rows in (("2024-01-01", LIST_ROWS[1:]), ("2026-01-01", LIST_ROWS)):
        bench.list(*rows)
        (bench.folder / "names.csv").rename(bench.folder / f"names_{day}.csv")
    text = bench.path.read_text(encoding="utf-8")
    bench.write(text.replace('"names.csv"', '"names_2024-01-01.csv"'))
    then = run_job(bench.job(), as_of=date(2024, 6, 1))
    assert "UZSTANEX MChJ" not in then.run.hits.column("subject_name").to_pylist()
    assert len(then.run.hits)
    bench.write(text.replace('"names.csv"', '"names_2026-01-01.csv"'))
    with pytest.raises(ListError, match="after 2024-06-01: it was not out then"):
        run_job(bench.job(), as_of=date(2024, 6, 1))
    bench.list(*LIST_ROWS)
    bench.write(text)
    with pytest.raises(SettingsError, match=r"names\.csv does not say of which day it is"):
        run_job(bench.job(), as_of=date(2024, 6, 1))


@pytest.mark.real
@pytest.mark.usefixtures("same_screeners")
def test_of_a_list_in_two_files_the_one_in_force_then_is_taken(bench, shared: Path) -> None:
    files = [shared / "lists" / f"us_ofac_sdn/{day}" for day in ("2024-05-01", "2024-05-03")]
    named = ", ".join(f'"{path.as_posix()}"' for path in files)
    bench.customers('1,"EMPEROR AVIATION LTD",,,', '2,"TELEPORT COMPANY SAL",,,')
    bench.write(bench.path.read_text(encoding="utf-8").replace('"names.csv"', named))
    for day, listed in ((date(2024, 5, 2), "EMPEROR AVIATION LTD"), (date(2024, 5, 4), "TELEPORT COMPANY SAL")):
        outcome = run_job(bench.job(), as_of=day)
        assert outcome.run.hits.column("subject_name").unique().to_pylist() == [listed]


def test_a_folder_without_subjects_is_said(bench) -> None:
    with pytest.raises(InputError, match="does not hold the subjects of a run"):
        bench.run(subjects=bench.folder / "in")
