"""Lines that go on from the one before, weights read by each other, former money, descriptions in two columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from screening.intake.currencies import currency
from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand
from tests.intake.workbooks import workbook


def records(path: Path) -> tuple[list[dict[str, Any]], list[str]]:
    reader = CustomsReader([path])
    rows = [row for batch in reader.batches() for row in batch.records.to_dicts()]
    return rows, list(reader.notes)


def table(tmp_path: Path, head: str, *lines: str) -> tuple[list[dict[str, Any]], list[str]]:
    path = tmp_path / "declared.csv"
    path.write_text("\n".join((head, *lines)), encoding="utf-8")
    return records(path)


CONTINUED = (
    "№ п/п;Номер ДТ;Дата;Отправитель;Получатель;Гр.32 Товар;Гр.33 Код ТН ВЭД;Гр.31 Описание;Гр.22 Вал.;Гр.42 Цена"
)
FIRST = "1;10/010223/0001;01.02.2023;Alba GmbH;ООО Сорним;1;848210;ПОДШИПНИКИ;EUR;100,50"


def test_the_next_item_of_a_declaration_that_leaves_out_the_rest_is_of_the_same_parties(tmp_path: Path) -> None:
    rows, _ = table(tmp_path, CONTINUED, FIRST, "2;;;;;2;848220;РОЛИКИ;;7,25", "3;;;;;3;848230;ИГЛЫ;;1,00")
    assert [row["declaration"] for row in rows] == ["10/010223/0001"] * 3
    assert [str(row["date"]) for row in rows] == ["2023-02-01"] * 3
    assert [(row["currency"], row["value"]) for row in rows] == [("EUR", 100.5), ("EUR", 7.25), ("EUR", 1.0)]


@pytest.mark.parametrize(
    "line",
    [
        "2;;;;;5;848220;РОЛИКИ;;7,25",  # it does not count on
        "2;;;;;1;848220;РОЛИКИ;;7,25",  # nor where it begins anew
        "2;;05.03.2023;;;2;848220;РОЛИКИ;;7,25",  # it has a day of its own
        "2;;;;ООО Другой;2;848220;РОЛИКИ;;7,25",  # and a party
    ],
)
def test_a_line_that_does_not_count_on_or_names_something_of_its_own_is_left_as_it_is(
    tmp_path: Path, line: str
) -> None:
    rows, _ = table(tmp_path, CONTINUED, FIRST, "2;;;;;2;848220;РОЛИКИ;;7,25", FIRST, line)
    assert rows[1]["declaration"] == "10/010223/0001"
    assert rows[3]["declaration"] is None
    assert rows[3]["currency"] is None


def test_numbers_that_count_the_rows_of_the_table_continue_nothing(tmp_path: Path) -> None:
    head = "№ п/п;Номер ДТ;Дата;Отправитель;Получатель;Код ТН ВЭД;Описание товара"
    lines = ("1;10/1;01.02.2023;Alba GmbH;ООО Сорним;848210;ПОДШИПНИКИ", "2;;;;;848220;РОЛИКИ")
    rows, _ = table(tmp_path, head, *lines)
    assert rows[1]["declaration"] is None


WEIGHED = "Declaration No;Date;Exporter;Importer;HS Code;Description;Net Weight;Gross Weight;Weight Unit"


def weighed(tmp_path: Path, *weights: str) -> list[dict[str, Any]]:
    lines = [f"D{n};2023-02-0{n};Alba GmbH;OOO Sornim;848210;bearings;{each}" for n, each in enumerate(weights, 1)]
    return table(tmp_path, WEIGHED, *lines)[0]


def test_a_weight_that_can_be_read_in_two_ways_is_read_by_the_other_of_its_line(tmp_path: Path) -> None:
    rows = weighed(tmp_path, "1,234.50;1,300.00;KG", "102,259;109.76;KG", "1,200;1,250;KG")
    assert [row["net_kg"] for row in rows] == [1234.5, 102.259, 1200.0]
    assert rows[2]["gross_kg"] == 1250.0  # as the two agree nothing is read anew


def test_a_net_weight_above_the_gross_that_has_one_reading_stays(tmp_path: Path) -> None:
    rows = weighed(tmp_path, "1,234.50;1,300.00;KG", "150.25;109.76;KG", "102,259;50.5;KG")
    assert [row["net_kg"] for row in rows] == [1234.5, 150.25, 102259.0]


def test_weights_to_the_thousandth_by_either_mark_have_no_thousands_without_decimals(tmp_path: Path) -> None:
    clear = [
        "3 113,164;3 359,426;KG",
        "0.588;0.612;KG",
        "1,008.847;1,185.655;KG",
        "1300.429;1315,620;KG",
        "20,500;21.750;KG",
        "5013,164;6001.200;KG",
    ]
    rows = weighed(tmp_path, *clear, "102,259;109.762;KG")
    assert rows[-1]["net_kg"] == 102.259
    assert rows[-1]["gross_kg"] == 109.762


@pytest.mark.parametrize(("unit", "kilograms"), [("տ", 441.0), ("ტონა", 441.0), ("KG", 0.441), ("գ", 0.000441)])
def test_units_of_weight_of_the_caucasus_are_known(tmp_path: Path, unit: str, kilograms: float) -> None:
    rows = weighed(tmp_path, f"0.420;0.441;{unit}")
    assert rows[0]["gross_kg"] == pytest.approx(kilograms)


def test_a_unit_of_weight_that_is_none_is_noted(tmp_path: Path) -> None:
    (row,) = weighed(tmp_path, "0.420;0.441;xyzzy")
    assert any("unit of weight 'xyzzy'" in note for note in row["notes"])


PAID = "Declaration No;Date;Exporter;Importer;HS Code;Description;Value;Currency"


@pytest.mark.parametrize(
    ("day", "code", "read"),
    [
        ("2023-02-01", "RUR", "RUB"),
        ("1999-02-01", "RUR", "RUR"),
        ("2016-03-01", "BYR", "BYR"),
        ("2019-03-01", "BYR", "BYN"),
    ],
)
def test_a_former_currency_is_todays_on_records_of_after_its_end(
    tmp_path: Path, day: str, code: str, read: str
) -> None:
    rows, _ = table(tmp_path, PAID, f"D1;{day};Alba GmbH;OOO Sornim;848210;bearings;100.00;{code}")
    assert rows[0]["currency"] == read


def test_the_sign_of_the_dram_is_known() -> None:
    assert currency("֏") == "AMD"
    assert currency("դրամ") == "AMD"
    assert currency("₿") is None


def test_two_columns_of_descriptions_are_read_together(tmp_path: Path) -> None:
    head = "Beyanname No;Tarih;İhracatçı;Alıcı;GTİP;Ticari Tanım;Eşya Tanımı (31)"
    lines = (
        "A1;01.02.2023;Alba AŞ;Sornim LLC;850811;SÜPÜRGE;XCZU7EV ENTEGRE DEVRE",
        "A2;02.02.2023;Alba AŞ;Sornim LLC;848210;RULMAN;BİLYALI RULMAN 6204",
        "A3;03.02.2023;Alba AŞ;Sornim LLC;848210;;MAKARALI RULMAN",
    )
    rows, notes = table(tmp_path, head, *lines)
    said = ["SÜPÜRGE; XCZU7EV ENTEGRE DEVRE", "BİLYALI RULMAN 6204", "MAKARALI RULMAN"]
    assert [row["description"] for row in rows] == said
    assert any("descriptions, read together" in note for note in notes)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Гр.34 Товар", "origin"),
        ("Гр.32 Товар", "item"),
        ("Гр.33 Товар", "hs_code"),
        ("Гр.31 Товар", "description"),
        ("Товар", "description"),
        ("Гр.33 Наименование товара", "description"),  # its own words say more than the number
        ("Отм.", "status"),
        ("Antrepo Malı Göndericisi", "ship_from_name"),
    ],
)
def test_a_box_of_a_good_says_what_a_heading_over_several_does_not(heading: str, role: str) -> None:
    guess = understand(heading)
    assert guess is not None
    assert guess.role == role


def test_a_sheet_whose_further_lines_are_blank_reads_as_one_whose_cells_are_merged(tmp_path: Path) -> None:
    head = [each.strip() for each in CONTINUED.split(";")]
    second = ["2", "", "", "", "", "2", "848220", "РОЛИКИ", "", "7,25"]
    path = str(workbook(tmp_path / "records.xlsx", {"Экспорт": [head, FIRST.split(";"), second]}))
    rows, _ = records(path)
    assert [row["declaration"] for row in rows] == ["10/010223/0001"] * 2


ASKEW = "Beyanname No;Tarih;İhracatçı;Alıcı;GTİP;Eşya Tanımı;Kap;Net Kg;Fatura Bedeli;Döviz;Durum"
STRAIGHT = "A1;01.02.2023;Alba AŞ;Sornim LLC;848210;RULMAN;4;120,500;1.050,25;USD;"


def test_a_description_cut_by_its_own_separator_is_put_together(tmp_path: Path) -> None:
    cut = "A2;02.02.2023;Alba AŞ;Sornim LLC;251512;MERMER BLOK;AMBALAJLI;36;128925,463;23618,83;EUR;"
    rows, _ = table(tmp_path, ASKEW, STRAIGHT, cut)
    assert rows[1]["description"] == "MERMER BLOK; AMBALAJLI"
    assert (rows[1]["net_kg"], rows[1]["value"], rows[1]["currency"]) == (128925.463, 23618.83, "EUR")
    assert rows[0]["value"] == 1050.25


@pytest.mark.parametrize(
    "line",
    [
        STRAIGHT + ";",  # a separator too many at the end, and all in place
        "A2;02.02.2023;Alba AŞ;Sornim LLC;251512;MERMER;36;20 kg?;5,00;USD;;",  # a weight that no other cut mends
    ],
)
def test_a_row_whose_cells_fit_is_left_as_it_is(tmp_path: Path, line: str) -> None:
    rows, _ = table(tmp_path, ASKEW, STRAIGHT, line)
    assert rows[1]["description"] in ("RULMAN", "MERMER")
    assert rows[1]["currency"] == "USD"
