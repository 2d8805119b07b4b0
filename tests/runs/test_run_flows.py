"""A run over trade statistics: tables, workbook, manifest, and what the command line says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from screening import runs
from screening.cli.app import app
from screening.errors import InputError, SettingsError
from screening.model import FLOW_VERDICTS, FLOWS

HEADER = "reporter,partner,flow,code,period,value,currency\n"


def rows(partner: str, code: str, low: float, high: float) -> str:
    """Three years at one value, a fourth at another."""
    return "".join(
        f"DE,{partner},export,{code},{year}-{month:02d},{high if year == 2022 else low},EUR\n"
        for year in (2019, 2020, 2021, 2022)
        for month in range(1, 13)
    )


@pytest.fixture
def diverted(tmp_path: Path) -> Path:
    """Germany's exports of two goods: one goes to Kyrgyzstan instead of Russia, the other as ever."""
    path = tmp_path / "germany.csv"
    content = HEADER + rows("KG", "854231", 20_000, 400_000) + rows("RU", "854231", 900_000, 100_000)
    content += rows("KG", "392690", 300_000, 310_000) + rows("RU", "392690", 500_000, 490_000)
    path.write_text(content, encoding="utf-8")
    return path


def test_a_run_writes_measures_verdicts_workbook_and_manifest(diverted: Path, tmp_path: Path) -> None:
    run = runs.flows(diverted, out=tmp_path / "out")
    assert run.flows.schema.equals(FLOWS)
    assert run.verdicts.schema.equals(FLOW_VERDICTS)
    assert pq.read_schema(run.path / "flows.parquet").metadata[b"schema_version"]
    first = next(row for row in run.verdicts.to_pylist() if row["scope"] == "good")
    assert (first["rank"], first["hub"], first["good"]) == (1, "KG", "854231")
    assert first["verdict"] == "rise while the direct trade fell"
    assert first["certainty"] == "strong"
    manifest = json.loads((run.path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["command"] == "flows"
    assert manifest["counts"]["flows"] == len(run.flows)
    assert manifest["inputs"][0]["rows_in"] == 192
    assert set(manifest["files"]) >= {"flows.parquet", "flow_verdicts.parquet", "report.xlsx"}


def test_the_workbook_says_in_words_what_rose_and_has_charts(diverted: Path, tmp_path: Path) -> None:
    run = runs.flows(diverted, out=tmp_path / "out")
    book = load_workbook(run.workbook)
    assert book.sheetnames[0] == "Summary"
    assert {"Flows", "Series", "Charts", "Method", "Rejected"} <= set(book.sheetnames)
    words = " ".join(str(cell.value) for row in book["Summary"].iter_rows() for cell in row if cell.value)
    assert "Kyrgyzstan, 8542.31" in words
    assert "20.0 times its baseline" in words
    assert "neither is a finding" in words
    heads = [cell.value for cell in book["Flows"][1]]
    firsts = [row for row in book["Flows"].iter_rows(min_row=2, values_only=True) if row[heads.index("Rank")] == 1]
    assert firsts[0][heads.index("Hub")] == "Kyrgyzstan"
    assert firsts[0][heads.index("Times")] == pytest.approx(20.0)
    charts = book["Charts"]._charts
    assert len(charts) >= 1
    references = str(charts[0].series[0].val.numRef.f)
    assert references.startswith("'Series'!")


def test_the_same_files_give_the_same_tables(diverted: Path, tmp_path: Path) -> None:
    one, two = (runs.flows(diverted, out=tmp_path / name) for name in ("a", "b"))
    assert one.flows.equals(two.flows)
    assert one.verdicts.equals(two.verdicts)


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(HEADER + rows("KG", "854231", 1, 2) + "=1+1,KG,export,854231,2022-01,5,EUR\n", encoding="utf-8")
    run = runs.flows(path, out=tmp_path / "out")
    assert run.rejects.num_rows == 1
    cell = next(
        cell for row in load_workbook(run.workbook)["Rejected"].iter_rows() for cell in row if cell.value == "=1+1"
    )
    assert cell.data_type == "s"


def test_thresholds_and_hubs_of_ones_own_replace_the_shipped_ones(diverted: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[measure]\nrise_ratio = 1000.0\n[places]\nmore_hubs = []\n", encoding="utf-8")
    run = runs.flows(diverted, out=tmp_path / "out", rules=own)
    assert {row["verdict"] for row in run.verdicts.to_pylist()} == {"no rise"}


def test_a_threshold_there_is_not_is_refused(diverted: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[measure]\nrise_rate = 2.0\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="'rise_rate' is no rule"):
        runs.flows(diverted, out=tmp_path / "out", rules=own)
    assert not list((tmp_path / "out").glob("*"))


def test_an_unknown_kind_of_picture_is_refused(diverted: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gif"):
        runs.flows(diverted, out=tmp_path / "out", pictures=["gif"])


def test_pictures_are_drawn_where_matplotlib_is_there(diverted: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    run = runs.flows(diverted, out=tmp_path / "out", pictures=["png", "svg"])
    drawn = sorted(path.name for path in (run.path / "pictures").iterdir())
    assert any(name.endswith("_KG_854231.png") for name in drawn)
    assert any(name.endswith("_KG_854231.svg") for name in drawn)
    assert f"pictures/{drawn[0]}" in run.manifest["files"]


def test_the_command_prints_the_rises_and_the_exit_code_of_rejected_rows(diverted: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["flows", str(diverted), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert "854231" in result.output
    assert "rise while the direct trade fell" in result.output
    broken = tmp_path / "broken.csv"
    broken.write_text(diverted.read_text() + "DE,Atlantis,export,854231,2022-01,5,EUR\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["flows", str(broken), "--out", str(tmp_path / "out")])
    assert result.exit_code == 3
    assert "1 row rejected" in result.output


def test_a_file_that_is_no_table_of_statistics_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    path = tmp_path / "note.csv"
    path.write_text("nothing,to,see\n1,2,3\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["flows", str(path), "--out", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "holds no table of trade statistics" in result.output
    assert "--map" in result.output


def test_rows_the_sheet_does_not_show_are_counted(diverted: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[report]\nrows = 1\n", encoding="utf-8")
    run = runs.flows(diverted, out=tmp_path / "out", rules=own)
    assert "the sheet Flows shows the first 1 of 2 rows: flow_verdicts.parquet has all" in run.notes


def test_a_single_file_of_goods_or_editions_need_be_no_list(tmp_path: Path) -> None:
    path = tmp_path / "germany_exports.csv"
    path.write_text(
        "reporter,partner,flow,code,period,value,currency\n"
        + "".join(f"DE,KG,export,854231,{year}-{m:02d},1000,EUR\n" for year in (2021, 2022) for m in range(1, 13)),
        encoding="utf-8",
    )
    empty = tmp_path / "editions.csv"
    empty.write_text("HS2022,HS2017\n,\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"editions.csv: holds no pair of codes"):
        runs.flows(path, concordances=empty, out=tmp_path / "out")
    editions = tmp_path / "good.csv"
    editions.write_text("HS2022,HS2017\n854231,854231\n", encoding="utf-8")
    run = runs.flows(str(path), concordances=str(editions), out=tmp_path / "out")
    assert run.manifest["settings"]["concordances"] == [str(editions)]
