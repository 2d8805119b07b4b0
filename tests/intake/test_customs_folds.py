"""What must not be added up twice."""

from __future__ import annotations

from datetime import date

import polars as pl

from screening.intake.customs_folds import _CONTENT, Folds, applied

BLANK = dict.fromkeys(each for each in (*_CONTENT, "declaration", "item", "value_usd") if each != "changed")


def folded(*rows):
    columns = {name: [row.get(name, BLANK.get(name)) for row in rows] for name in BLANK}
    texts = dict.fromkeys(BLANK, pl.String)
    numbers = dict.fromkeys(("value", "value_usd", "gross_kg", "net_kg", "quantity"), pl.Float64)
    records = pl.DataFrame(columns, schema=texts | numbers | {"date": pl.Date}).with_columns(
        notes=pl.Series([[]] * len(rows), dtype=pl.List(pl.String)),
        **{said: pl.Series([row.get(said, False) for row in rows]) for said in ("changed", "newer")},
    )
    folds = Folds()
    half = len(rows) // 2
    folds.add(records.head(half))
    folds.add(records.slice(half))
    return applied(records, 0, folds.updates())


def line(item, value, **more):
    return {"declaration": "D1", "item": item, "hs_code": "850421", "value": value, "net_kg": 10.0, **more}


def test_a_later_version_stands_for_the_earlier():
    out = folded(line("1", 100.0, version="0"), line("1", 90.0, version="1"), line("2", 5.0, hs_code="010121"))
    assert out["status"].to_list() == ["amended", None, None]


def test_an_older_version_further_down_does_not_win():
    out = folded(line("1", 90.0, version="2"), line("1", 100.0, version="1"))
    assert out["status"].to_list() == [None, "amended"]


def test_without_items_a_later_version_stands_for_the_earlier_row_that_agrees_with_it_in_a_figure():
    out = folded(
        line(None, 100.0, version="0"),
        line(None, 80.0, version="1", container="MSKU1234567"),
        line(None, 5.0, version="0", net_kg=2.0),
        line(None, 7.0, version="0", hs_code="010121"),
    )
    assert out["status"].to_list() == ["amended", None, None, None]


def test_without_items_lines_of_one_version_stand():
    out = folded(line(None, 100.0, version="1"), line(None, 80.0, version="1"))
    assert out["status"].null_count() == 2


def test_a_cancelled_item_takes_its_earlier_rows_with_it():
    out = folded(line("1", 100.0), line("1", 100.0, status="cancelled"), line("2", 7.0, net_kg=3.0))
    assert out["status"].to_list() == ["cancelled", "cancelled", None]


def test_a_declaration_cancelled_as_a_whole():
    out = folded(line("1", 100.0), line("2", 7.0, net_kg=3.0), line(None, None, status="cancelled"), line("1", 50.0))
    assert out["status"].to_list() == ["cancelled", "cancelled", "cancelled", None]


def test_the_same_line_again_is_repeated():
    out = folded(line("1", 100.0), line("1", 100.0))
    assert out["status"].to_list() == [None, "repeated"]


def test_lines_of_different_goods_stand():
    out = folded(line("1", 100.0), line("2", 90.0, hs_code="010121", net_kg=4.0))
    assert out["status"].null_count() == 2
    assert out["value"].to_list() == [100.0, 90.0]


def test_a_header_total_counts_once():
    rows = [line(str(n), 900.0, hs_code=f"85042{n}", net_kg=float(n), value_usd=900.0) for n in (1, 2, 3)]
    out = folded(*rows)
    assert out["value"].to_list() == [900.0, None, None]
    assert out["value_usd"].sum() == 900.0
    assert out["net_kg"].to_list() == [1.0, 2.0, 3.0]
    assert all("header total" in notes[0] for notes in out["notes"])


def test_equal_lines_of_different_goods_are_not_taken_for_a_total():
    out = folded(line("1", 900.0, hs_code="850421"), line("2", 900.0, hs_code="850422"))
    assert out["value"].to_list() == [900.0, 900.0]


def test_rows_without_a_declaration_are_left_alone():
    row = {"hs_code": "850421", "value": 5.0, "date": date(2023, 1, 1)}
    out = folded(row, row, {**row, "status": "cancelled"})
    assert out["status"].to_list() == [None, None, "cancelled"]


def test_the_version_that_says_it_is_the_newer_stands_though_the_older_is_written_behind_it():
    out = folded(line("1", 90.0, newer=True, changed=True), line("1", 100.0))
    assert out["status"].to_list() == [None, "amended"]


def test_the_version_that_says_it_was_replaced_falls_though_it_is_written_last():
    out = folded(line("1", 90.0, changed=True), line("1", 100.0, status="amended"))
    assert out["status"].to_list() == [None, "amended"]


def test_a_number_of_a_version_goes_before_what_the_status_says():
    out = folded(line("1", 90.0, version="1", newer=True), line("1", 100.0, version="2"))
    assert out["status"].to_list() == ["amended", None]
