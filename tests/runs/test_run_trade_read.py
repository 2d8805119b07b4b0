"""What the reading of customs tables gives the red flags: the whole run on small tables. All names are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from screening import runs
from screening.errors import ExitCode


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("entry_id,schema,name,country,measure\n1,Company,REF Ltd,RU,asset_freeze\n", encoding="utf-8")
    return path


def flagged(run: Any, flag: str) -> dict[str, str]:
    """Outcome of a flag for each party, by name."""
    names = pl.read_parquet(run.path / "record_parties.parquet").select("subject_id", "name").unique()
    flags = pl.read_parquet(run.path / "flags.parquet").filter(pl.col("record_id").is_null())
    found = flags.filter(pl.col("flag_id") == flag).join(names, on="subject_id")
    return dict(found.select("name", "outcome").iter_rows())


def months(first: int, last: int) -> list[str]:
    return [f"{2021 + month // 12}-{month % 12 + 1:02d}-05" for month in range(first, last)]


def test_importers_are_of_the_country_of_the_customs_and_tested_for_their_history(
    tmp_path: Path, entries: Path
) -> None:
    head = "DECLARATION NUMBER,PROCEDURE CODE,DATE,SUPPLIER NAME,IMPORTER NAME,HS CODE,NET WEIGHT,ORIGIN COUNTRY,"
    head += "EXPORT COUNTRY,CUSTOMS VALUE USD,COUNTRY ISO CODE 2\n"
    row = "{},IM40,{},Alphawick Ltd,{},{},10,US,{},500,AM\n"
    text = head
    for number, day in enumerate(months(0, 36)):
        text += row.format(f"D{number}", day, "Betaford LLC", "06029000", "NL" if number % 2 else "DE")
        if number >= 18:
            text += row.format(f"E{number}", day, "Gamatron LLC", "85423190", "HK")
    path = tmp_path / "records.csv"
    path.write_text(text, encoding="utf-8")
    run = runs.trade([path], lists=[entries], out=tmp_path / "out")
    assert flagged(run, "first_imports_after") == {"Gamatron LLC": "raised", "Betaford LLC": "not_raised"}
    assert set(pl.read_parquet(run.path / "records.parquet")["destination"]) == {"AM"}


def test_a_declaration_whose_unknown_column_says_cancelled_raises_no_flag(tmp_path: Path, entries: Path) -> None:
    head = "REGISTRATION NO;REGISTRATION DATE;ZZYZX;EXPORTER NAME;BUYER NAME;HS CODE;NET WEIGHT KG;VALUE USD\n"
    row = "D{};2023-03-0{};{};ALFAVIK {} LTD STI;OOO BETAFORD;84821010;100,5;{}\n"
    text = head + "".join(row.format(n, n % 9 + 1, "KAPANDI", n % 8, 900 + n) for n in range(40))
    text += row.format(99, 1, "İPTAL EDİLDİ", 3, 90000)
    path = tmp_path / "records.csv"
    path.write_text(text, encoding="utf-8")
    run = runs.trade([path], lists=[entries], out=tmp_path / "out")
    assert set(flagged(run, "unit_value_high").values()) == {"not_raised"}
    assert pl.read_parquet(run.path / "records.parquet")["status"].to_list() == [None] * 40 + ["cancelled"]


def test_errors_of_a_spreadsheet_meet_no_list_and_their_rows_are_rejects(tmp_path: Path, entries: Path) -> None:
    head = "DECLARATION NO,DATE,EXPORTER,IMPORTER,HS CODE,NET WEIGHT KG\n"
    text = head + "D1,2023-02-01,Alphawick Ltd,Betaford LLC,85423190,5\n#REF!,#REF!,#REF!,#REF!,#REF!,#REF!\n"
    text += "D2,2023-02-01,#REF!,Betaford LLC,85423190,5\n"
    path = tmp_path / "records.csv"
    path.write_text(text, encoding="utf-8")
    run = runs.trade([path], lists=[entries], out=tmp_path / "out")
    assert run.hits.num_rows == 0
    assert run.exit_code == ExitCode.ROWS_REJECTED
    assert run.rejects.column("line").to_pylist() == [3]
    assert [each["encoding"] for each in run.manifest["inputs"]] == ["utf-8"]


def test_a_total_that_is_rejected_meets_no_list_and_a_party_first_named_beside_it_has_its_place(
    tmp_path: Path,
) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "entry_id,schema,name,country,measure\n1,Company,TOTAL Z LLC,RU,asset_freeze\n"
        "2,Company,Betaford LLC,RU,asset_freeze\n",
        encoding="utf-8",
    )
    head = "DATE,EXPORTER,IMPORTER,HS CODE,NET WEIGHT KG\n"
    text = head + "2023-02-01,Alphawick Ltd,Gamatron LLC,85423190,5\n,Total,Total,,5\n"
    text += "2023-03-01,Alphawick Ltd,Betaford LLC,85423190,5\n"
    path = tmp_path / "records.csv"
    path.write_text(text, encoding="utf-8")
    run = runs.trade([path], lists=[own], out=tmp_path / "out")
    assert run.exit_code is ExitCode.ROWS_REJECTED
    assert run.hits.column("subject_name").to_pylist() == ["Betaford LLC"]
    subjects = run.subjects.to_pylist()
    assert {row["name"] for row in subjects} == {"Alphawick Ltd", "Gamatron LLC", "Betaford LLC"}
    assert all(row["source"] and row["place"] for row in subjects)
    counts = run.manifest["inputs"][0]
    assert counts["rows_in"] == counts["rows_out"] + counts["rejected"] == 3
