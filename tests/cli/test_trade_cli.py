"""The command that screens customs records."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from screening.cli.app import app
from screening.reference import lists_dir

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


def test_goods_and_rules_of_our_own(tmp_path: Path, small_list: Path, records: Path) -> None:
    goods = tmp_path / "goods.tsv"
    goods.write_text(
        "# source: ours\n# date: 2026-11-01\n"
        "regime\tcode\tdepth\ths_edition\tfrom\tto\ttier\tweight\tdescription\n"
        "ours\t391220\t6\tHS2017 HS2022\t2020-01-01\t\tx\t0.9\tNitrocellulose\n",
        encoding="utf-8",
    )
    rules = tmp_path / "rules.toml"
    rules.write_text("[flags.watched_good]\nweight = 3\n[flags.through_hub]\nenabled = false\n", encoding="utf-8")
    call = ["trade", str(records), "--list", str(small_list), "--out", str(tmp_path / "out")]
    result = runner.invoke(app, [*call, "--goods", str(goods), "--flag-rules", str(rules)])
    assert result.exit_code == 0, result.output
    (folder,) = (tmp_path / "out").iterdir()
    settings = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["settings"]
    assert settings["goods"] == [str(goods)]
    assert settings["flag_rules"] == str(rules)
    assert "through_hub" not in pq.read_table(folder / "flags.parquet").column("flag_id").to_pylist()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[flags.nonsense]\nz = 1\n", "'nonsense'"),
        ('[flags.unit_value_high]\nz = "much"\n', "'much'"),
        ("[flags.unit_value_high]\nroles = [1]\n", "[1]"),
        ("= =\n", "rules.toml"),
    ],
)
def test_rules_that_cannot_be_used_are_one_clear_line(
    tmp_path: Path, small_list: Path, records: Path, text: str, said: str
) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(text, encoding="utf-8")
    call = ["trade", str(records), "--list", str(small_list), "--out", str(tmp_path / "out")]
    result = runner.invoke(app, [*call, "--flag-rules", str(rules)])
    assert result.exit_code == 2
    assert said in result.output
    assert len(result.output.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "content", [None, "", "regime\tcode\nours\t06\n", "# source: x\n# date: 2026-01-01\na\tb\n1\t2\n"]
)
def test_a_goods_list_that_cannot_be_used(tmp_path: Path, small_list: Path, records: Path, content: str | None) -> None:
    goods = tmp_path / "goods.tsv"
    if content is not None:
        goods.write_text(content, encoding="utf-8")
    call = ["trade", str(records), "--list", str(small_list), "--out", str(tmp_path / "out")]
    result = runner.invoke(app, [*call, "--goods", str(goods)])
    assert result.exit_code == 2
    assert "goods.tsv" in result.output
    assert "Reinstall" not in result.output


def test_articles_take_customs_records_and_our_own_parties(tmp_path: Path, small_list: Path, records: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("A title\n\nThe company UZSTANEX MChJ denied everything.\n", encoding="utf-8")
    book = tmp_path / "book.csv"
    book.write_text("Name,Country\nAnother Garden LLC,RU\n", encoding="utf-8")
    call = ["articles", str(story), "--list", str(small_list), "--out", str(tmp_path / "out")]
    result = runner.invoke(app, [*call, "--trade", str(records), "--parties", str(book), "--log-json"])
    assert result.exit_code == 0, result.output
    counts = json.loads(result.output.splitlines()[-1])["counts"]
    assert (counts["records"], counts["chain_trades"], counts["own_parties"]) == (1, 1, 1)


def test_columns_of_our_own_parties_are_named_beside_those_of_the_records(
    tmp_path: Path, small_list: Path, records: Path
) -> None:
    book = tmp_path / "book.csv"
    book.write_text("zzz one,zzz two\nAnother Garden,LLC\n", encoding="utf-8")
    call = ["trade", str(records), "--list", str(small_list), "--out", str(tmp_path / "out"), "--log-json"]
    refused = runner.invoke(app, [*call, "--parties", str(book)])
    assert refused.exit_code == 2
    assert "--map parties.name=COLUMN" in refused.stderr
    mapped = ["--map", "parties.name=zzz one+zzz two", "--map", "carrier=Zzz house"]
    result = runner.invoke(app, [*call, "--parties", str(book), "--party", "UZSTANEX MChJ", *mapped])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout.splitlines()[-1])["counts"]["own_parties"] == 1
    nobody = runner.invoke(app, [*call, *mapped])
    assert nobody.exit_code == 2
    assert "none was given" in nobody.stderr


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("Date,HS code,Description\n2024-01-02,848210,bearings\n", "no column names a party: there was no party"),
        ("Date,HS code,Importer\n2024-01-02,848210,\n2024-01-03,848210,N/A\n", "no row names a party: there was"),
    ],
)
def test_a_table_that_names_nobody_is_said_to_and_nothing_found_is_not(
    tmp_path: Path, small_list: Path, table: str, says: str
) -> None:
    path = tmp_path / "goods.csv"
    path.write_text(table, encoding="utf-8")
    result = runner.invoke(app, ["trade", str(path), "--list", str(small_list), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert f"goods.csv: {says}" in result.stderr
    assert "no column names who sold" not in result.stderr
    assert "Nobody was screened" in result.stdout
    assert "Nothing found" not in result.output
    (manifest,) = (tmp_path / "out").glob("*/manifest.json")
    assert any(says in note for note in json.loads(manifest.read_text(encoding="utf-8"))["notes"])


def test_flows_print_beside_times_what_they_are_times_of(tmp_path: Path) -> None:
    demo = lists_dir() / "demo" / "flows" / "invented_exports.csv"
    result = runner.invoke(app, ["flows", str(demo), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    heads = next(line for line in result.output.splitlines() if line.startswith("No."))
    assert "Baseline   Times" in heads
    row = next(line.split() for line in result.output.splitlines() if " 854231 " in line)
    last, baseline, times = (float(row[at]) for at in (4, 6, 7))
    assert last / baseline == pytest.approx(times, rel=0.05)
    assert "the mean of the years before" in result.output
