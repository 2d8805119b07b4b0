"""A name that only a list of another law has, of a party that the list that binds us has under others."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from screening import runs

HEAD = "entry_id,schema,name,name_type,country,measure\n"
SHORT, LONG = "AYIN DIS TIC LTD STI", "Ayin International Bilgi Teknolojileri Ve Dis Ticaret Limited Sirketi"
SETTINGS = {"binds_us": ["US"], "jurisdictions": {"theirs": "UK", "ours": "US"}}


@pytest.fixture
def lists(tmp_path: Path) -> list[Path]:
    theirs, ours = tmp_path / "theirs.csv", tmp_path / "ours.csv"
    rows = f"1,Company,{LONG},primary,TR,asset_freeze\n1,Company,{SHORT},alias,TR,asset_freeze\n"
    theirs.write_text(HEAD + rows, encoding="utf-8")
    ours.write_text(HEAD + f"9,Company,{LONG.upper()},primary,TR,asset_freeze\n", encoding="utf-8")
    return [theirs, ours]


def _on_theirs(hits):
    [row] = [row for row in hits.to_pylist() if row["list_id"] == "theirs"]
    return row["priority"], row["binds_us"]


def test_a_name_looked_up_says_whom_it_concerns_by_all_listings_of_the_party(lists, tmp_path: Path) -> None:
    found = runs.match([SHORT], lists=lists, settings=SETTINGS, data_dir=tmp_path)
    assert _on_theirs(found) == ("critical", True)
    assert _on_theirs(runs.match([SHORT], lists=lists[:1], settings=SETTINGS)) == ("medium", False)


def test_a_run_says_the_same_in_its_tables_and_its_workbook(lists, tmp_path: Path) -> None:
    table = tmp_path / "customers.csv"
    table.write_text(f"id,name,country\n7,{SHORT},TR\n", encoding="utf-8")
    run = runs.parties([table], lists=lists, settings=SETTINGS, out=tmp_path / "out", data_dir=tmp_path)
    assert _on_theirs(run.hits) == ("critical", True)
    heads, *rows = list(openpyxl.load_workbook(run.workbook)["Alerts"].iter_rows(min_row=2, values_only=True))
    row = next(each for row in rows if (each := dict(zip(heads, row, strict=True)))["List"] == "theirs")
    assert (row["Priority"], row["Binds us"]) == ("critical", "yes")
    assert "The same party is ours 9" in row["Why it matched"]
