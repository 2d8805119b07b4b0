"""National HS codes of an odd number of digits, of which some lost a zero when they were kept as numbers."""

from __future__ import annotations

import openpyxl
import polars as pl
import pytest

from screening.intake.customs import CustomsReader

HEAD = ["Date", "Exporter", "Importer", "HS code", "Net weight kg"]
ELEVEN = ["85423190000", "84821090000", "22042178110", "39172190000", "63026000000", "85176200000", "85044090000"] * 2


def codes(tmp_path, cells, kind="xlsx"):
    """The codes as read, and the notes on the table."""
    rows = [["2023-02-01", "Alphawick Ltd", "Betaford LLC", cell, number] for number, cell in enumerate(cells, start=1)]
    if kind == "xlsx":
        workbook = openpyxl.Workbook()
        for row in [HEAD, *rows]:
            workbook.active.append(row)
        workbook.save(tmp_path / "table.xlsx")
    else:
        lines = [";".join(map(str, row)) for row in [HEAD, *rows]]
        (tmp_path / "table.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    reader = CustomsReader([str(tmp_path / f"table.{kind}")])
    records = pl.concat([batch.records for batch in reader.batches()])
    return records["hs_code"].to_list(), " ".join(reader.notes)


@pytest.mark.parametrize(
    ("cell", "kind", "read"),
    [
        (8022200000, "xlsx", "08022200000"),
        (8022200000, "csv", "08022200000"),
        (9021000000, "xlsx", "09021000000"),  # tea as a number; 9021 is a heading too
        (9021000000, "csv", "9021000000"),
        (8542319010, "xlsx", "8542319010"),  # another country's code of ten digits: 0854 is no heading
        (10019900000, "xlsx", "10019900000"),
    ],
)
def test_a_shorter_code_among_those_of_eleven_digits_gets_back_the_zero_it_lost(tmp_path, cell, kind, read):
    found, notes = codes(tmp_path, [*ELEVEN, cell], kind)
    assert found == [*ELEVEN, read]
    assert ("throughout" in notes) is (read == str(cell))
    assert ("get back the zero" in notes) is (read != str(cell))


def test_codes_that_nearly_all_lost_their_zero_are_none_of_an_odd_number_of_digits(tmp_path):
    fruit = ["802220000", "810100000", "902100000", "713400000"] * 3
    assert codes(tmp_path, [*fruit, "2204217811"])[0] == [*(f"0{code}" for code in fruit), "2204217811"]


def test_codes_of_nine_digits_beside_one_of_ten_stay_so(tmp_path):
    nine = ["854231900", "848210900", "220421781", "391721900"] * 3
    assert codes(tmp_path, [*nine, "8542319010"])[0] == [*nine, "8542319010"]
