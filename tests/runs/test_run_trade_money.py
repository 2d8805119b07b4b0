"""Rows read twice and money without a rate: what tables, alerts, sheets and the command line say of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest

from screening import runs
from screening.cli.tables import print_flag_alerts
from screening.runs.dossier import dossier

MONEY = {1: "5,USD", 2: "70,KGS"}
HEADER = "DECLARATION NUMBER,DATE,EXPORTER NAME,EXPORTER COUNTRY,IMPORTER NAME,HS CODE,NET WEIGHT,VALUE,CURRENCY"
LINES = [
    "D1,2023-07-03,Beispielchem MChJ,UZ,OOO Romashka,3912201100,100,5000,USD",
    "D2,2023-07-04,Beispielchem MChJ,UZ,OOO Romashka,3912201100,100,180000,KGS",
    "D3,2023-07-05,Quite Another Name LLC,UZ,OOO Lyutik,3912201100,300,7000,KGS",
]


@pytest.fixture(autouse=True)
def _no_rates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "currency_converter", None)


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(
        "entry_id,schema,name,country,measure,listed_on\n1,Company,Beispielchem MChJ,UZ,asset_freeze,2023-06-01\n",
        encoding="utf-8",
    )
    return path


def _table(path: Path, lines: list[str], header: str = HEADER) -> Path:
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return path


def _without_declarations(lines: list[str]) -> list[str]:
    return [line.split(",", 1)[1] for line in lines]


def _sheet(run: Any, title: str) -> list[dict[str, Any]]:
    rows = list(openpyxl.load_workbook(run.workbook)[title].iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if len(row) > 4 and all(row))
    return [dict(zip(rows[head], row, strict=False)) for row in rows[head + 1 :]]


def _alert(run: Any, name: str = "Beispielchem MChJ") -> dict[str, Any]:
    return next(row for row in run.table("party_alerts").to_pylist() if row["subject_name"] == name)


@pytest.mark.parametrize("declared", [True, False])
def test_a_file_given_twice_is_added_up_once(tmp_path: Path, entries: Path, declared: bool) -> None:
    header, lines = (HEADER, LINES) if declared else (HEADER.split(",", 1)[1], _without_declarations(LINES))
    files = [_table(tmp_path / name, lines, header) for name in ("a.csv", "b.csv")]
    run = runs.trade(files, lists=[entries], out=tmp_path / "out")
    alert = _alert(run)
    assert (alert["records"], alert["value_usd"], alert["not_converted"]) == (2, 5000.0, "KGS 180,000 on 1 record")
    records = pl.read_parquet(run.path / "records.parquet")
    assert records["record_id"].n_unique() == records.height == 6
    assert records["status"].to_list() == [None, None, None, "repeated", "repeated", "repeated"]
    assert [note for note in run.notes if "repeated" in note] == ["3 rows repeated: kept, not added up"]
    again = "b.csv: the same file, byte for byte, was read already: its rows are not added up again"
    assert any(note.endswith(again) for note in run.notes)
    assert "2 of 2 records are of that day or later" in run.hits.column("why")[0].as_py()


def test_rows_of_one_file_that_stand_in_another_too_are_added_up_once(tmp_path: Path, entries: Path) -> None:
    more = "D4,2023-07-06,Beispielchem MChJ,UZ,OOO Romashka,3912201100,100,1000,USD"
    files = [_table(tmp_path / "a.csv", LINES), _table(tmp_path / "b.csv", [*LINES, more])]
    run = runs.trade(files, lists=[entries], out=tmp_path / "out")
    assert (_alert(run)["records"], _alert(run)["value_usd"]) == (3, 6000.0)
    assert not any("byte for byte" in note for note in run.notes)


def test_two_files_of_other_rows_are_both_added_up(tmp_path: Path, entries: Path) -> None:
    header, lines = HEADER.split(",", 1)[1], _without_declarations(LINES)
    files = [_table(tmp_path / "a.csv", lines[:1], header), _table(tmp_path / "b.csv", lines[1:], header)]
    run = runs.trade(files, lists=[entries], out=tmp_path / "out")
    assert (_alert(run)["records"], _alert(run)["value_usd"]) == (2, 5000.0)
    assert not any("repeated" in note or "byte for byte" in note for note in run.notes)


def test_a_file_read_anew_by_the_same_command_keeps_the_ids_of_its_records(tmp_path: Path, entries: Path) -> None:
    table = _table(tmp_path / "a.csv", LINES)
    first, second = (runs.trade([table], lists=[entries], out=tmp_path / out) for out in ("x", "y"))
    ids = [pl.read_parquet(run.path / "records.parquet")["record_id"].to_list() for run in (first, second)]
    assert ids[0] == ids[1]


def test_a_listing_of_whom_only_repeated_rows_name_says_that_none_counts(tmp_path: Path, entries: Path) -> None:
    header = HEADER + ",STATUS"
    run = runs.trade(
        [_table(tmp_path / "a.csv", [f"{LINES[0]},cancelled", f"{LINES[2]},"], header)],
        lists=[entries],
        out=tmp_path / "out",
    )
    assert "none of its records counts" in run.hits.column("why")[0].as_py()


def test_alerts_sheets_and_the_command_line_say_what_was_not_converted(
    tmp_path: Path, entries: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["Beispielchem MChJ"]
    run = runs.trade([_table(tmp_path / "a.csv", LINES)], lists=[entries], party=asked, out=tmp_path / "out")
    why = "\n".join(str(cell) for row in _sheet(run, "Alerts") for cell in row.values() if cell)
    assert "Evidence: 2 records, USD 5,000 and KGS 180,000 on 1 record (not converted), 2023-07-03" in why
    led = [row for row in _sheet(run, "Leading parties") if row["Side"] == "sold"]
    assert [(row["Party"], row["Share in this file"], row["Of value"]) for row in led] == [
        ("Quite Another Name LLC", "60 % of the weight of this good in this file", None),
        ("Beispielchem MChJ", "40 % of the weight of this good in this file", None),
    ]
    part = "100 % of the value converted, 1 of 3 records"
    assert led[1]["Where only part is known"] == f"{part}; its USD are of 1 of its 2 records"
    (followed,) = _sheet(run, "Goods followed")
    assert (followed["USD"], followed["Not converted"]) == (5000, "KGS 180,000 on 1 record")
    share = followed["Party's share of the good in this file"]
    assert share.startswith(f"40 % of the weight, 67 % of the records of this good in this file; {part}")
    months = _sheet(run, "Share by month")
    assert {(row["Of value"], row["Where only part is known"].split(";")[0]) for row in months} == {(None, part)}
    print_flag_alerts(run.table("party_alerts"))
    assert "5,000 + KGS 180,000 on 1 record" in " ".join(capsys.readouterr().out.split())
    summary = {row[0]: row[1] for row in openpyxl.load_workbook(run.workbook)["Summary"].iter_rows(values_only=True)}
    assert summary["consignee"] == "100% of the rows, 100% of the value converted"
    assert summary["value in USD"] == "33% of the rows; not converted: KGS 187,000 on 2 records"


def test_the_chain_of_a_dossier_has_what_was_not_converted(tmp_path: Path, entries: Path) -> None:
    runs.trade([_table(tmp_path / "a.csv", LINES)], lists=[entries], out=tmp_path / "out")
    page, _ = dossier("Quite Another Name LLC", out=tmp_path, reports=tmp_path / "out")
    text = page.read_text(encoding="utf-8")
    assert ">Not converted<" in text
    assert "KGS 7,000 on 1 record" in text


def test_goods_that_go_straight_to_the_destination_are_told_with_money_not_converted(
    tmp_path: Path, entries: Path
) -> None:
    header = HEADER + ",DESTINATION COUNTRY"
    chips = [f"D{n},2023-07-05,Firm {n},CN,OOO Lyutik,8542310000,300,{money},RU" for n, money in MONEY.items()]
    run = runs.trade([_table(tmp_path / "a.csv", chips, header)], lists=[entries], out=tmp_path / "out")
    (finding,) = run.findings
    assert finding.startswith("2 records (USD 5, not converted: KGS 70 on 1 record) of high-priority goods go straight")


UNCONVERTED = [
    ("2023-07-03", "KGS", "are in currency KGS without a rate into USD, 9 in all: not converted; give rates with"),
    (
        "2023-07-03",
        "XXQ",
        "are in 'XXQ', which names no one currency that is known, 9 in all: not converted; correct it",
    ),
    ("2023-07-03", "dinar", "are in 'dinar', which names no one currency that is known"),
    ("2023-07-03", "", "state no currency, 9 in all: not converted; correct it in the file"),
    ("", "KGS", "they have no date, without which there is no rate"),
]


@pytest.mark.parametrize(("day", "currency", "said"), UNCONVERTED)
def test_notes_say_why_money_was_not_converted_and_what_helps(
    tmp_path: Path, entries: Path, day: str, currency: str, said: str
) -> None:
    line = f"D9,{day},Beispielchem MChJ,UZ,OOO Romashka,3912201100,100,9,{currency}"
    run = runs.trade([_table(tmp_path / "a.csv", [*LINES[:1], line])], lists=[entries], out=tmp_path / "out")
    (note,) = (each for each in run.notes if "rows with a value" in each)
    assert note.startswith("1 of 2 rows with a value (50.0%)")
    assert said in note
    assert ("--rates" in note) == (currency == "KGS" and bool(day))
