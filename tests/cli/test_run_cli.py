"""``screening run`` and ``screening store`` as a person or a scheduler meets them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from screening.cli.app import app
from screening.reference import lists_dir

runner = CliRunner()


@pytest.fixture(autouse=True)
def _no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.alerts.store.engine.SYNCHRONOUS", "OFF")


@pytest.fixture
def jobs(tmp_path: Path) -> Path:
    """The example jobs, beside a copy of the example, with a key."""
    shutil.copytree(lists_dir() / "demo", tmp_path / "demo")
    folder = tmp_path / "demo/jobs"
    assert run("store", "key", str(folder / "store.key")).exit_code == 0
    return folder


def run(*arguments: str):
    return runner.invoke(app, list(arguments))


def summary_schema() -> dict[str, object]:
    return json.loads((lists_dir() / "schemas/run_summary.json").read_text(encoding="utf-8"))


def test_the_examples_are_in_order(jobs: Path) -> None:
    (jobs / "statistics.csv").write_text("reporter,partner\n", encoding="utf-8")
    for path in sorted(jobs.glob("*.toml")):
        result = run("run", str(path), "--check")
        assert (result.exit_code, result.stdout) == (0, f"{path}: in order.\n"), result.stderr
        assert run("run", str(path), "--plan").exit_code == 0


def test_the_example_of_customers_from_plan_to_evidence(jobs: Path) -> None:
    job = str(jobs / "customers.toml")
    plan = json.loads(run("run", job, "--plan", "--json").stdout)
    assert plan["previous_run"] is None
    assert not (jobs / "alerts.db").exists()
    result = run("run", job, "--json")
    said = json.loads(result.stdout)
    jsonschema.validate(said, summary_schema())
    assert said["alerts"]["new"] == said["alerts"]["all"] > 0
    second = run("run", job, "--only-changes", "--fail-on-alert")
    assert second.exit_code == 10
    assert f"0 new, 0 changed, 0 back, {said['alerts']['all']} as they were; 0 gone." in second.stdout
    verified = run("store", "verify", "--job", job, "--against", str(jobs / "reports"), "--json")
    assert json.loads(verified.stdout)["whole"] is True
    alert = said["changes"][0]["alert_id"]
    exported = run("store", "export", "--job", job, "--alert", alert, "--out", str(jobs))
    page = Path(exported.stdout.strip()).read_text(encoding="utf-8")
    assert said["changes"][0]["entry_name"] in page
    assert "<script src" not in page
    inside = json.loads(page.split('id="case">')[1].split("</script>")[0])
    assert inside["alert"]["alert_id"] == alert
    assert [event["kind"] for event in inside["history"]] == ["new", "exported"]
    again = run("store", "export", "--job", job, "--alert", alert, "--out", str(jobs))
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)


def test_news_and_trade_make_alerts_that_are_remembered(jobs: Path) -> None:
    for name in ("news", "trade"):
        first = json.loads(run("run", str(jobs / f"{name}.toml"), "--json").stdout)
        jsonschema.validate(first, summary_schema())
        second = json.loads(run("run", str(jobs / f"{name}.toml"), "--only-changes", "--json").stdout)
        assert first["alerts"]["all"] > 0
        assert second["alerts"]["still"] == first["alerts"]["all"], name
        assert second["changes"] == []


def test_all_mistakes_of_a_job_are_printed(jobs: Path) -> None:
    path = jobs / "wrong.toml"
    listed = '[lists]\nuse = ["../example_us_ofac_2026-08-20.csv"]\n'
    path.write_text(f'naem = "x"\n[parties]\nfiles = ["none.csv"]\n{listed}', encoding="utf-8")
    result = run("run", str(path), "--check")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 3
    assert all(line.startswith("Error: ") for line in result.stderr.splitlines())


def test_a_missing_key_and_an_old_list_are_said_before_anything_runs(jobs: Path) -> None:
    (jobs / "store.key").unlink()
    job = jobs / "customers.toml"
    job.write_text(job.read_text(encoding="utf-8").replace("# max_age = 7", "max_age = 7"), encoding="utf-8")
    result = run("run", str(job), "--check")
    assert result.exit_code == 4
    assert "the key of the alert store cannot be read" in result.stderr
    assert "days old, more than the 7 allowed" in result.stderr
    assert run("run", str(job)).exit_code == 2
    assert not (jobs / "reports").exists()


def test_tampering_is_named_and_ends_with_an_exit_code(jobs: Path) -> None:
    import sqlite3

    job = str(jobs / "customers.toml")
    run("run", job)
    connection = sqlite3.connect(jobs / "alerts.db")
    connection.execute("UPDATE alerts SET state = 'false_positive' WHERE rowid = 1")
    connection.commit()
    connection.close()
    result = run("store", "verify", "--job", job, "--against", str(jobs / "reports"))
    assert result.exit_code == 2
    assert "altered since it was written" in result.stderr
    alert = re.search(r"alerts (A-\w+)", result.stderr)
    assert alert is not None
    exported = run("store", "export", "--job", job, "--alert", alert[1], "--out", str(jobs))
    assert exported.exit_code == 2
    assert "the store is not as it was written, and the page says so: alerts A-" in exported.stderr
    page = Path(exported.stdout.strip()).read_text(encoding="utf-8")
    assert f"alerts {alert[1]}: altered since it was written" in page


def test_progress_is_json_lines_for_collectors(jobs: Path) -> None:
    result = run("run", str(jobs / "customers.toml"), "--log-json")
    lines = [json.loads(line) for line in result.stderr.splitlines()]
    assert lines[-1]["event"] == "done"
    assert {line["event"] for line in lines[:-1]} == {"progress"}


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for name in ("screening@.service", "screening@.timer"):
        shutil.copy(lists_dir() / "demo/jobs/schedule" / name, tmp_path / name.replace("@", "@customers"))
    done = subprocess.run(
        ["systemd-analyze", "verify", *map(str, tmp_path.iterdir())], capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_lines_of_cron_name_commands_there_are() -> None:
    text = (lists_dir() / "demo/jobs/schedule/screening.cron").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and line[0].isdigit()]
    assert len(lines) == 3
    for line in lines:
        command = line.split(None, 6)[6].split(" >>")[0].split()[1:]
        options = [each for each in command if each.startswith("--")]
        help_text = run(*command[: 1 if command[0] == "run" else 2], "--help").stdout
        assert all(option in help_text for option in options), line


def _job(folder: Path, **lines: str) -> Path:
    (folder / "p.csv").write_text("name\nQuiet Meadow\n", encoding="utf-8")
    (folder / "own.csv").write_text("entry_id,name\n1,Grey Owl\n", encoding="utf-8")
    assert run("store", "key", str(folder / "k.key")).exit_code == 0
    said = {"top": "", "lists": 'use = ["own.csv"]', "place": "a.db", "files": 'files = ["p.csv"]'} | lines
    job = folder / "j.toml"
    job.write_text(
        f'name = "x"\n{said["top"]}\n[parties]\n{said["files"]}\n[lists]\n{said["lists"]}\n'
        f'[store]\nplace = "{said["place"]}"\nkey_file = "k.key"\n',
        encoding="utf-8",
    )
    return job


@pytest.mark.parametrize(
    ("lines", "code", "says"),
    [
        ({}, 0, ["in order"]),
        ({"place": "new/folder/a.db"}, 0, ["in order"]),
        ({"place": "p.csv/a.db"}, 2, ["store: ", "p.csv is no folder"]),
        ({"top": 'out = "p.csv/out"'}, 2, ["out: ", "p.csv is no folder"]),
        ({"lists": 'use = ["nolist"]'}, 4, ["no snapshot or list 'nolist'"]),
        ({"top": "foo = 1"}, 2, ["row 2: unknown key 'foo'"]),
        ({"top": "foo = 1", "lists": 'use = ["nolist"]'}, 4, ["'nolist'", "unknown key 'foo'"]),
        ({"files": 'files = ["none.csv"]', "lists": 'use = ["gone.csv"]'}, 4, ["gone.csv", "no file matches"]),
        ({"top": "foo = 1", "lists": "use = 3"}, 2, ["unknown key 'foo'", "use must be a list of texts"]),
    ],
)
def test_a_check_says_all_mistakes_and_a_missing_list_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: dict[str, str], code: int, says: list[str]
) -> None:
    monkeypatch.setenv("SCREENING_DATA_DIR", str(tmp_path / "data"))
    job = _job(tmp_path, **lines)
    before = {each.name for each in tmp_path.iterdir()} | {"data"}  # where parsed lists are kept
    result = run("run", str(job), "--check")
    assert result.exit_code == code
    assert all(each in result.output for each in says)
    assert {each.name for each in tmp_path.iterdir()} | {"data"} == before
    if code:
        assert run("run", str(job)).exit_code == code


def test_a_check_notices_a_store_and_an_output_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SCREENING_DATA_DIR", str(tmp_path / "data"))

    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    job = _job(tmp_path)
    monkeypatch.setattr("screening.runs.batch.plan.tempfile.TemporaryFile", refused)
    result = run("run", str(job), "--check")
    assert result.exit_code == 2
    assert re.findall(r"(\w+): \S+ cannot be written \(Permission denied\)", result.output) == ["out", "state", "store"]
