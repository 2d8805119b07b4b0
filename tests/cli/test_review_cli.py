"""`screening review` on the command line, on a store and a report made for it."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from screening.cli.app import app

KEY = "a key for the tests of the command line"


@pytest.fixture
def arranged(small_list: Path, customers: Path, data_folder: Path, tmp_path: Path, monkeypatch):
    """A store with a run in it, its report, and the reviewers."""
    from dataclasses import replace

    from screening import runs
    from screening.alerts.store import RunRecord, open_store
    from screening.alerts.store.raising import Known, raised
    from screening.reports import RunResult, write_run
    from screening.runs import review
    from screening.watchlists import Snapshot

    monkeypatch.setenv("SCREENING_STORE_KEY", KEY)
    data_folder.mkdir(parents=True, exist_ok=True)
    (data_folder / "reviewers.toml").write_text(
        '[[reviewer]]\nname = "Ada Example"\nroles = ["reviewer"]\n'
        '[[reviewer]]\nname = "Bo Beispiel"\nroles = ["approver"]\n',
        encoding="utf-8",
    )
    run = runs.parties([customers], lists=[small_list], out=tmp_path / "runs")
    snapshot = Snapshot.read(small_list)
    store = open_store(data_folder / "alerts.db")
    stamp = run.manifest["started"]
    known = Known(run.subjects, [snapshot])
    store.record_run(
        RunRecord("r1", "nightly", stamp, stamp, {"snapshots": []}, "parties"), raised(run.hits, known), now=known
    )
    desk = review.open_desk()
    facts = RunResult(
        run_id="r1", command="parties", started=desk.now, snapshots=[snapshot], hits=run.hits, subjects=run.subjects,
        rejects=run.rejects,
    )  # fmt: skip
    told = review.reviewable(facts, desk, store.alerts())
    return write_run(tmp_path / "out", replace(told)) / "report.xlsx"


def _fill(path: Path, **values: str) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["Alerts"]
    heads = [cell.value for cell in sheet[2]]
    for heading, value in values.items():
        sheet.cell(3, heads.index(heading.replace("_", " ")) + 1).value = value
    book.save(path)


def _call(*words: str):
    return CliRunner().invoke(app, ["review", *words])


def test_a_report_is_imported_and_every_row_answered(arranged: Path) -> None:
    _fill(arranged, Decision="Escalate", Reason="ask", Reviewer="Ada Example")
    done = _call("import", str(arranged))
    assert done.exit_code == 0, done.output
    assert "1 accepted, 0 unchanged, 0 refused" in done.output
    again = _call("import", str(arranged), "--json")
    assert json.loads(again.output)["counts"] == {"accepted": 0, "unchanged": 1, "refused": 0}


def test_a_report_in_which_nothing_is_decided_is_said_to_be_one(arranged: Path) -> None:
    done = _call("import", str(arranged))
    assert done.exit_code == 0, done.output
    assert "No decision was found in it" in done.output
    assert "saved" in done.output
    _fill(arranged, Decision="Escalate", Reason="ask", Reviewer="Ada Example")
    assert "No decision" not in _call("import", str(arranged)).output


def test_all_that_is_missing_to_take_decisions_in_is_said_at_once(arranged: Path, data_folder: Path) -> None:
    (data_folder / "reviewers.toml").unlink()
    (data_folder / "alerts.db").unlink()
    done = _call("import", str(arranged))
    assert done.exit_code == 2
    assert done.output.count("Error:") == 1
    for said in ("nobody may decide", "there is no store", "screening run JOB.toml"):
        assert said in done.output


def test_refused_rows_give_exit_code_3_and_a_workbook(arranged: Path) -> None:
    _fill(arranged, Decision="Escalate", Reviewer="Ada Example")
    done = _call("import", str(arranged))
    assert done.exit_code == 3
    assert "Reason is missing" in done.output
    assert arranged.with_name("report-refused.xlsx").is_file()


def test_status_counts_what_waits(arranged: Path, tmp_path: Path) -> None:
    done = _call("status", "--xlsx", str(tmp_path / "management.xlsx"))
    assert done.exit_code == 0, done.output
    assert "By reviewer" in done.output
    told = json.loads(_call("status", "--json").output)
    assert told["open"] == sum(sum(ages.values()) for ages in told["by_priority"].values()) > 0
    assert told["trend"][0]["open"] == told["open"]
    sheet = openpyxl.load_workbook(tmp_path / "management.xlsx")["Management"]
    assert len(sheet._charts) == 1
    assert "Trend by run" in {cell.value for cell in sheet["A"]}


@pytest.mark.parametrize("words", [("import", "none.xlsx"), ("status", "--store", "none.db")])
def test_what_is_not_there_is_one_line(words, arranged: Path) -> None:
    done = _call(*words)
    assert done.exit_code == 2
    assert done.output.count("Error:") == 1
    assert "Traceback" not in done.output


def test_a_report_without_a_store_says_so(arranged: Path, small_list: Path, customers: Path, tmp_path: Path) -> None:
    from screening import runs

    run = runs.parties([customers], lists=[small_list], out=tmp_path / "single")
    _fill(run.workbook, Decision="Escalate", Reason="ask", Reviewer="Ada Example")
    done = _call("import", str(run.workbook))
    assert done.exit_code == 3
    assert "no seal" in done.output
    assert "not kept" in " ".join(done.output.split())


def test_a_job_says_which_store_key_and_reviewers(
    tmp_path: Path, small_list: Path, customers: Path, monkeypatch
) -> None:
    runner = CliRunner()
    monkeypatch.chdir(tmp_path)
    assert runner.invoke(app, ["store", "key", "store.key"]).exit_code == 0
    (tmp_path / "reviewers.toml").write_text('[[reviewer]]\nname = "Ada Example"\nroles = ["reviewer"]\n')
    job = tmp_path / "job.toml"
    job.write_text(
        f'name = "nightly"\n[parties]\nfiles = ["{customers.name}"]\n[lists]\nuse = ["{small_list.name}"]\n'
        "[settings]\nholidays = [2026-12-25]\nservice_levels = { critical = 3 }\n"
        '[store]\nplace = "alerts.db"\nkey_file = "store.key"\nreviewers = "reviewers.toml"\n',
        encoding="utf-8",
    )
    done = runner.invoke(app, ["run", str(job)])
    assert done.exit_code in (0, 3), done.output
    (report,) = (tmp_path / "reports").glob("*/report.xlsx")
    _fill(report, Decision="Escalate", Reason="ask", Reviewer="Ada Example")
    done = _call("import", str(report), "--job", str(job))
    assert done.exit_code == 0, done.output
    assert "1 accepted" in done.output
    customers.unlink()  # tonight's files are gone by now: that is no hindrance
    told = json.loads(_call("status", "--job", str(job), "--json").output)
    assert told["by_state"]["Escalated"] == 1
    assert not told["overdue"]
    assert runner.invoke(app, ["store", "verify", "--job", str(job)]).exit_code == 0
    page = _call("dossier", "UZSTANEX MChJ", "--job", str(job), "--reports", "reports", "--out", "dossiers")
    assert page.exit_code == 0, page.output
    assert "Escalate" in next((tmp_path / "dossiers").glob("*.html")).read_text(encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert _call("dossier", "UZSTANEX MChJ", "--job", str(job)).exit_code == 0
    assert not any(elsewhere.iterdir())  # a job says where its reports go
    assert len([*(tmp_path / "reports").glob("dossier-*")]) == 2
