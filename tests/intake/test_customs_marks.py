"""Decimal marks: each column by what its own cells show, and a remark where nothing shows it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import polars as pl
import pytest

from screening.intake import customs_values as values
from screening.intake.customs import CustomsReader
from screening.intake.customs_numbers import numbers


def _read(tmp_path: Path, weights: list[str], amounts: list[str]) -> tuple[list[float], list[float], list[str]]:
    path = tmp_path / "records.csv"
    lines = [f"ACME LTD;8542310000;{weight};{amount}" for weight, amount in zip(weights, amounts, strict=True)]
    path.write_text("\n".join(["importer;hs code;net weight kg;value usd", *lines]) + "\n", encoding="utf-8")
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    notes = [note for note in reader.notes if "decimals" in note]
    return batch.records["net_kg"].to_list(), batch.records["value_usd"].to_list(), notes


def test_a_column_in_dollars_has_its_own_style_beside_one_with_decimal_commas(tmp_path: Path) -> None:
    weights, amounts, notes = _read(tmp_path, ["1,5", "2,5"], ["$1,000", "$12,500"])
    assert (weights, amounts, notes) == ([1.5, 2.5], [1000.0, 12500.0], [])


def test_a_column_of_two_styles_is_read_by_each_number_and_noted_once(tmp_path: Path) -> None:
    weights, amounts, notes = _read(tmp_path, ["1,5"] * 3, ["12,500", "7,250.5", "1.250,5"])
    assert (weights, amounts) == ([1.5] * 3, [12500.0, 7250.5, 1250.5])
    assert len(notes) == 1
    assert "'value usd' writes decimals both behind a comma and behind a point" in notes[0]


@pytest.mark.parametrize(
    ("cells", "read"), [(["1.000", "12.500"], [1.0, 12.5]), (["1,000", "12,500"], [1000.0, 12500.0])]
)
def test_a_column_that_can_be_either_is_noted_once_with_how_it_was_read(
    tmp_path: Path, cells: list[str], read: list[float]
) -> None:
    weights, amounts, notes = _read(tmp_path, ["1", "2"], cells)
    assert (weights, amounts) == ([1.0, 2.0], read)
    assert len(notes) == 1
    assert f"nothing shows whether {cells[0]} groups thousands" in notes[0]
    assert f"read as {read[0]:g}" in notes[0]


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (["1.234.567", "1.000"], [1234567.0, 1000.0]),  # two points can only group
        (["1,234,567", "1,000"], [1234567.0, 1000.0]),
        (["1,000", "950"], [1000.0, 950.0]),  # one below a thousand has no decimals
        (["1.000", "12500"], [1.0, 12500.0]),  # thousands are not grouped here
    ],
)
def test_what_the_cells_of_a_column_show_needs_no_remark(tmp_path: Path, cells: list[str], read: list[float]) -> None:
    _, amounts, notes = _read(tmp_path, ["1", "2"], cells)
    assert (amounts, notes) == (read, [])


def test_a_column_that_shows_nothing_is_read_as_its_neighbours_and_says_so(tmp_path: Path) -> None:
    _, amounts, notes = _read(tmp_path, ["1,5", "2,5"], ["12,500", "1,000"])
    assert amounts == [12.5, 1.0]
    assert "as the other columns of numbers are written" in notes[0]


@pytest.mark.parametrize("text", ["$1,000", "1,000 USD", "US$1,000", "£1,000"])
def test_three_digits_behind_a_comma_in_dollars_are_thousands(text: str) -> None:
    assert abs(values.number(text, ",") or 0) == 1000.0
    assert values.number("1,000 kg", ",") == 1.0


def _of_workbook(tmp_path: Path, weights: list[object]) -> tuple[list[float], list[str]]:
    book = openpyxl.Workbook()
    book.active.append(["importer", "hs code", "net weight kg", "description"])
    for weight in weights:
        book.active.append(["ACME LTD", "8542310000", weight, "integrated circuits"])
    book.save(tmp_path / "records.xlsx")
    reader = CustomsReader([tmp_path / "records.xlsx"])
    (batch,) = reader.batches()
    return batch.records["net_kg"].to_list(), [note for note in reader.notes if "decimals" in note]


@pytest.mark.parametrize(
    ("weights", "read"),
    [
        ([15.221, 273.41, "15,221", "3\u00a0418,63", "12,5"], [15.221, 273.41, 15.221, 3418.63, 12.5]),
        ([15.221, 273.41, "15,221", "3,418.63"], [15.221, 273.41, 15221.0, 3418.63]),
        ([15.221, "1,000,000", "15,221"], [15.221, 1000000.0, 15221.0]),
    ],
)
def test_commas_in_text_among_the_numbers_of_a_workbook_are_what_the_text_shows(
    tmp_path: Path, weights: list[object], read: list[float]
) -> None:
    assert _of_workbook(tmp_path, weights) == (read, [])


def _quantities(tmp_path: Path, quantities: list[object], weights: list[object]) -> list[float]:
    book = openpyxl.Workbook()
    book.active.append(["importer", "hs code", "quantity", "net weight kg", "description"])
    for quantity, weight in zip(quantities, weights, strict=True):
        book.active.append(["ACME LTD", "8542310000", quantity, weight, "integrated circuits"])
    book.save(tmp_path / "records.xlsx")
    (batch,) = CustomsReader([tmp_path / "records.xlsx"]).batches()
    return batch.records["quantity"].to_list()


def test_whole_numbers_typed_as_text_among_those_of_a_workbook_have_their_thousands_grouped(tmp_path: Path) -> None:
    weights: list[object] = [4033.9, "19.164,7", 12.5]
    assert _quantities(tmp_path, [20600, "19.000", 41], weights) == [20600.0, 19000.0, 41.0]
    assert _quantities(tmp_path, [20600, 19.125, 41], weights) == [20600.0, 19.125, 41.0]  # kept as a number
    assert _quantities(tmp_path, [20.5, "19.000", 41], weights) == [20.5, 19.0, 41.0]  # points are decimal there
    assert _quantities(tmp_path, [20600, "19.000", 41], [4033.9, 19.5, 12.5]) == [20600.0, 19.0, 41.0]


@pytest.mark.parametrize("text", ["1 2 3", "12 50", "5%", "@5", "#7", "1 2345", "12 34 567", "3 4 kg"])
@pytest.mark.parametrize("decimal", [".", ",", values.EITHER_MARK])
def test_what_is_several_numbers_or_a_share_is_no_amount(text: str, decimal: str) -> None:
    assert values.number(text, "." if decimal == values.EITHER_MARK else decimal) is None
    assert numbers(pl.Series([text, "1"]), decimal).to_list() == [None, 1.0]


@pytest.mark.parametrize(
    ("text", "read"),
    [("1 234", 1234.0), ("1\u00a0234\u00a0567,5", 1234567.5), (" 12 345 kg", 12345.0), ("$ 5", 5.0), ("- 5", -5.0)],
)
def test_thousands_may_be_grouped_by_spaces(text: str, read: float) -> None:
    assert values.number(text, ",") == read
    assert numbers(pl.Series([text]), ",").to_list() == [read]
