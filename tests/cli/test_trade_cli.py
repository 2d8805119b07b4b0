"""The command that screens customs records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from screening.cli.app import app

runner = CliRunner()
HEADER = "DECLARATION NUMBER,DATE,EXPORTER NAME,IMPORTER NAME,HS CODE,NET WEIGHT,Zzz house"
ROW = "D1,2023-04-03,UZSTANEX MChJ,Another Garden LLC,3912201100,100,Third Garden LLC"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.csv"
    path.write_text(f"{HEADER}\n{ROW}\n", encoding="utf-8")
    return path


def test_trade_prints_hits_and_where_the_workbook_is(tmp_path: Path, small_list: Path, records: Path) -> None:
    result = runner.invoke(app, ["trade", str(records), "--list", str(small_list), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert "UZSTANEX MChJ" in result.output
    assert "report.xlsx" in result.output


def test_the_mapping_is_shown_and_nothing_is_screened(tmp_path: Path, records: Path) -> None:
    result = runner.invoke(app, ["trade", str(records), "--show-mapping", "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert "exporter_name" in result.output
    assert not (tmp_path / "out").exists()


def test_the_mapping_as_json(records: Path) -> None:
    call = ["trade", str(records), "--show-mapping", "--log-json", "--map", "importer=Zzz house"]
    result = runner.invoke(app, call)
    (line,) = [json.loads(text) for text in result.output.splitlines()]
    told = {each["column"]: (each["role"], each["how"]) for each in line["columns"]}
    assert told["Zzz house"] == ("importer_name", "--map")
    assert told["IMPORTER NAME"] == ("", "not used")


@pytest.mark.parametrize(
    "options", [["--map", "importer=NOWHERE"], ["--map", "nonsense=DATE"], ["--rates", "absent.csv"]]
)
def test_a_mistake_is_one_clear_line(tmp_path: Path, small_list: Path, records: Path, options: list[str]) -> None:
    call = ["trade", str(records), "--list", str(small_list), "--out", str(tmp_path / "out"), *options]
    result = runner.invoke(app, call)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
