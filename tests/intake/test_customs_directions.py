"""Which way goods went: what columns say of it, and what a file's name does not."""

from __future__ import annotations

import pytest

from screening.intake import customs_wording as wording
from screening.intake.customs import CustomsReader
from screening.intake.customs_wording import code_beside_direction, procedure

HEADS = ["Shipper", "Shipper Country", "Consignee", "HS code"]


@pytest.fixture
def read(tmp_path):
    def reading(name, heads, *rows):
        path = tmp_path / name
        path.write_text("\n".join(";".join(row) for row in [heads, *rows]) + "\n", encoding="utf-8")
        reader = CustomsReader([str(path)])
        (batch,) = reader.batches()
        return batch.records, reader.notes

    return reading


def sold(*countries):
    return [[f"Seller {n} LLC", country, f"Buyer {n} LLC", "848210"] for n, country in enumerate(countries)]


def test_a_column_of_whose_imports_and_exports_tells_the_direction_whatever_it_is_headed(read):
    ways = ["India Exports", "UAE Imports", "India Imports", "UAE Exports", "India Exports"]
    rows = [[*row, way] for row, way in zip(sold(*["India"] * 5), ways, strict=True)]
    records, _ = read("bol_export.csv", [*HEADS, "Data Source"], *rows)
    assert records["direction"].to_list() == ["export", "import", "import", "export", "export"]


def test_sources_that_are_no_ways_tell_nothing(read):
    rows = [[*row, "Indian customs"] for row in sold(*["India"] * 5)]
    records, _ = read("bills.csv", [*HEADS, "Data Source"], *rows)
    assert records["direction"].null_count() == 5


def test_an_export_by_a_files_name_is_none_of_a_country_where_goods_come_from_many(read):
    records, _ = read("bol_export.csv", HEADS, *sold(*["India", "China", "Spain", "Japan"] * 4))
    assert records["direction"].null_count() == records.height


@pytest.mark.parametrize("countries", [["India"] * 16, ["India"] * 14 + ["Nepal"] * 2, [""] * 16])
def test_an_export_by_a_files_name_is_one_where_nothing_speaks_against_it(read, countries):
    records, notes = read("bol_export.csv", HEADS, *sold(*countries))
    assert set(records["direction"]) == {"export"}
    assert any("export is read from the file's name" in note for note in notes)


def test_the_kind_of_a_document_says_that_it_is_cancelled(read):
    rows = [[*row, "Simple Bill"] for row in sold(*["India"] * 8)]
    rows[3][-1] = "Cancelled"
    records, notes = read("bills.csv", [*HEADS, "Bill of Lading Type"], *rows)
    assert records["status"].to_list() == [None] * 3 + ["cancelled"] + [None] * 4
    assert any("taken for status by its contents" in note for note in notes)


def test_many_kinds_or_mostly_cancelled_ones_say_nothing_of_it(read):
    rows = [[*row, f"Kind {n}" if n else "Cancelled"] for n, row in enumerate(sold(*["India"] * 16))]
    records, _ = read("bills.csv", [*HEADS, "Bill of Lading Type"], *rows)
    assert records["status"].null_count() == records.height


def test_numbers_of_voyages_are_no_ships(read):
    ships = ["HANSA MALABAR", "OEL KEDAR", "", "EVER LOTUS", "KONKAN"]
    voyages = ["208E", "140E", "215E", "230W", "12"]
    rows = [[*row, *each] for row, *each in zip(sold(*["India"] * 5), ships, voyages, strict=True)]
    records, _ = read("bills.csv", [*HEADS, "Vessel", "Vessel Voyage ID"], *rows)
    assert records["vessel"].to_list() == ["HANSA MALABAR", "OEL KEDAR", None, "EVER LOTUS", "KONKAN"]


@pytest.mark.parametrize(
    ("kind", "way", "procedure", "code"),
    [
        ("ІМ40ДЕ", "import", "import", "40"),
        ("ЕК10АА", "export", "export", "10"),
        ("ТР80АА", "transit", "transit", "80"),
        ("ИМ40", "import", "import", "40"),
        ("ІМ 40 ДЕ", "import", "import", "40"),
        ("ІМ31АА", "import", "temporary import", "31"),
        ("ЭК 31", "export", "re-export", "31"),
        ("EX 3151", "export", "re-export", "31"),
        ("ИМ", "import", None, None),
        ("Import", "import", None, None),
    ],
)
def test_the_kind_of_a_declaration_tells_direction_procedure_and_its_code(read, kind, way, procedure, code):
    records, _ = read("md.csv", [*HEADS, "Тип МД"], *([*row, kind] for row in sold(*["India"] * 4)))
    assert set(records["direction"]) == {way}
    assert set(records["procedure"]) == {procedure}
    assert set(records["procedure_code"]) == {code}


@pytest.mark.parametrize("cell", ["XX40DE", "A11", "IM40X", "PA20EN", "T1"])
def test_other_letters_and_digits_are_no_procedure(cell):
    assert code_beside_direction(cell) is None
    assert procedure(cell)[0] is None


@pytest.mark.parametrize(
    "heading", ["Кількість у дод. од.", "Кількість у/в додаткових одиницях", "Кількість в додаткових одиницях"]
)
def test_ukrainian_headings_of_quantities_in_supplementary_units(read, heading):
    records, _ = read("md.csv", [*HEADS, heading, "Дод. од. виміру"], *([*row, "12", "шт"] for row in sold("India")))
    assert records["quantity"].to_list() == [12.0]


@pytest.mark.parametrize(
    ("cell", "code"),
    [("ИМ40", "40"), ("ЭК 10", "10"), ("IM 4000", "40"), ("ІМ74ДЕ", "74"), ("ЭК 2023", None), ("EXP 2022", None)],
)
def test_a_year_behind_the_letters_of_a_direction_is_no_code(cell, code):
    assert wording.code_beside_direction(cell) == code
