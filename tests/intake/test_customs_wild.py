"""Customs tables as people and programs leave them: headings on two lines, totals, units in cells, other tongues."""

from __future__ import annotations

import openpyxl
import polars as pl
import pytest

from screening.errors import InputError
from screening.intake import customs_beside as beside
from screening.intake import customs_values as values
from screening.intake import customs_wording as wording
from screening.intake.customs import CustomsReader
from screening.intake.customs_heading_lines import joined
from screening.intake.customs_headings import understand
from screening.intake.customs_layout import layout

HEADINGS = [
    "Date",
    "Exporter",
    "Importer",
    "HS Code",
    "Description",
    "Net weight (kg)",
    "Quantity",
    "Value",
    "Currency",
]
CELLS = ["2022-05-04", "Alphawick Ltd", "Betaford LLC", "85423190", "Circuits", "10.5", "100", "1200.50", "USD"]


def read(path, mapping=()):
    reader = CustomsReader([str(path)], mapping)
    batches = list(reader.batches())
    records = pl.concat([batch.records for batch in batches])
    links = pl.concat([batch.links for batch in batches])
    rejects = [row for batch in batches for row in batch.rejects.to_pylist()]
    assert reader.inputs[0].rows_in == records.height + len(rejects)
    return reader, records, links, rejects


def text_table(tmp_path, *rows, name="wild.csv"):
    path = tmp_path / name
    path.write_text("\n".join(";".join(row) for row in rows) + "\n", encoding="utf-8")
    return path


def cells(**changes):
    by = dict(zip(HEADINGS, CELLS, strict=True))
    return list((by | {heading: changes.get(heading.split()[0], by[heading]) for heading in HEADINGS}).values())


def book(tmp_path, *rows, name="wild.xlsx", change=lambda sheet: None):
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    change(workbook.active)
    workbook.save(tmp_path / name)
    return tmp_path / name


def names(reader, links, role):
    return [reader.book.parties[party].name for party in links.filter(pl.col("role") == role)["party"]]


FORM = (
    ["Сведения об импорте"],
    [],
    ["№", "Декларация", "", "Отправитель", "", "Получатель", "", "Товар", "", "Страна", "", "Вес, тонн", "",
     "Стоимость, тыс. долл. США"],
    ["", "номер", "дата", "наименование", "адрес", "наименование", "БИН", "код ТН ВЭД", "наименование",
     "происхождения", "назначения", "нетто", "брутто", ""],
    [str(number) for number in range(1, 15)],
    ["1", "D-1", "04.05.2022", "Alphawick Ltd", "Ningbo", "ТОО Қара Бұлақ", "101140004563", "8542319000", "Микросхемы",
     "Китай", "Казахстан", "0,0125", "0,013", "1,5"],
)  # fmt: skip


@pytest.mark.parametrize("kind", ["text", "workbook"])
def test_headings_on_two_lines_are_one_and_a_row_of_column_numbers_is_none(tmp_path, kind):
    width = len(FORM[2])
    rows = [row + [""] * (width - len(row)) for row in FORM]
    path = text_table(tmp_path, *rows) if kind == "text" else book(tmp_path, *rows)
    reader, records, links, rejects = read(path)
    (record,) = records.to_dicts()
    assert not rejects
    assert record["row"] == 6
    assert (record["declaration"], record["hs_code"], record["description"]) == ("D-1", "8542319000", "Микросхемы")
    assert (record["origin"], record["destination"]) == ("CN", "KZ")
    assert (record["net_kg"], record["gross_kg"], record["value_usd"]) == (12.5, 13.0, 1500.0)
    assert names(reader, links, "exporter") == ["Alphawick Ltd"]
    assert names(reader, links, "importer") == ["ТОО Қара Бұлақ"]


def test_a_row_of_data_below_the_headings_is_no_second_line_of_them(tmp_path):
    sparse = ["", "USD Trade Ltd", "EUR Import LLC", "8542", "Goods", "1", "2", "3", "USD"]
    _, records, _, _ = read(text_table(tmp_path, HEADINGS, sparse, CELLS))
    assert records["row"].to_list() == [2, 3]


def test_the_words_of_a_heading_on_two_lines_take_the_order_that_says_more():
    assert understand(joined("Страна", "происхождения")).role == "origin"
    assert understand(joined("Товар", "код ТН ВЭД")).role == "hs_code"
    assert understand(joined("Importer", "Name")).role == "importer_name"
    assert joined("Date", "date") == "Date"


def test_headings_that_come_again_further_down_are_no_record(tmp_path):
    reader, records, _, rejects = read(text_table(tmp_path, HEADINGS, CELLS, HEADINGS, CELLS))
    assert records["row"].to_list() == [2, 4]
    assert [(each["line"], each["reason"]) for each in rejects] == [(3, "the headings again, not a record")]
    assert "Importer" not in {party.name for party in reader.book.parties}


@pytest.mark.parametrize("label", ["Итого за период", "TOTAL:", "Summe 2022", "Toplam", "合计", "Grand total"])
def test_a_total_labelled_in_the_column_of_a_party_is_no_record(tmp_path, label):
    total = ["", "", label, "", "", "21", "200", "2401", ""]
    _, records, links, rejects = read(text_table(tmp_path, HEADINGS, CELLS, CELLS, total))
    assert (records.height, [each["line"] for each in rejects]) == (2, [4])
    assert links["at"].max() == 1


def test_a_firm_called_total_is_a_party(tmp_path):
    reader, _records, links, _ = read(text_table(tmp_path, HEADINGS, cells(Importer="Total")))
    assert names(reader, links, "importer") == ["Total"]
    assert not beside.is_total("Total Fenwick LLC")


def test_a_value_merged_down_is_meant_for_all_its_rows_but_an_amount_only_once(tmp_path):
    second = ["", "", "", "85411000", "Diodes", 2, 5, "", ""]

    def merge(sheet):
        for column in "ABCHI":
            sheet.merge_cells(f"{column}2:{column}3")

    first = [*CELLS[:5], 10.5, 100, 1200.5, "USD"]
    reader, records, links, _ = read(book(tmp_path, HEADINGS, first, second, change=merge))
    assert names(reader, links, "importer") == ["Betaford LLC"] * 2
    assert records["date"].null_count() == 0
    assert records["value"].to_list() == [1200.5, None]


def test_formulas_without_results_are_said_to_be_empty(tmp_path):
    rows = [[*CELLS[:7], f"=F{number}*100", "USD"] for number in (2, 3)]
    reader, records, _, _ = read(book(tmp_path, HEADINGS, *rows))
    assert records["value"].null_count() == 2
    assert any("'Value' holds formulas without their results" in note for note in reader.notes)


def test_a_hidden_sheet_is_read_and_said_to_be_hidden(tmp_path):
    workbook = openpyxl.Workbook()
    for sheet in (workbook.active, workbook.create_sheet("Old")):
        sheet.append(HEADINGS)
        sheet.append(CELLS)
    workbook["Old"].sheet_state = "hidden"
    workbook.save(tmp_path / "hidden.xlsx")
    reader, records, _, _ = read(tmp_path / "hidden.xlsx")
    assert records.height == 2
    assert [note for note in reader.notes if "hidden" in note and "sheet Old" in note]


@pytest.mark.parametrize(
    ("cell", "kilograms"),
    [("12.5 t", 12500), ("2 000 LBS", 907.18474), ("500 g", 0.5), ("12 500 KGS", 12500), ("7", 7), ("1.5e3", 1500)],
)
def test_a_weights_own_unit_goes_before_that_of_its_heading(tmp_path, cell, kilograms):
    _, records, _, _ = read(text_table(tmp_path, HEADINGS, cells(Net=cell)))
    assert records["net_kg"].to_list() == [pytest.approx(kilograms)]


def test_a_unit_in_the_cell_is_not_applied_again_by_the_column_of_units(tmp_path):
    rows = [[*row, unit] for row, unit in ((HEADINGS, "Weight unit"), (cells(Net="2 t"), "t"), (cells(Net="3"), "t"))]
    rows[0][5] = "Net weight"
    _, records, _, _ = read(text_table(tmp_path, *rows))
    assert records["net_kg"].to_list() == [2000.0, 3000.0]


@pytest.mark.parametrize(
    ("heading", "cell", "unit"),
    [
        ("Quantity", "12 PCS", "PCS"),
        ("Quantity", "1 200 шт", "шт"),
        ("Кол-во, шт", "12", "шт"),
        ("Quantity", "12", None),
    ],
)
def test_the_unit_of_a_quantity_is_read_from_its_cell_or_heading(tmp_path, heading, cell, unit):
    headings = [heading if each == "Quantity" else each for each in HEADINGS]
    _, records, _, _ = read(text_table(tmp_path, headings, cells(Quantity=cell)))
    assert records["unit"].to_list() == [unit]


@pytest.mark.parametrize(("cell", "value"), [("1.5 млн", 1.5e6), ("12 тыс. USD", 12e3), ("3 mln", 3e6), ("7.00", 7)])
def test_an_amount_in_thousands_or_millions_beside_its_number(tmp_path, cell, value):
    _, records, _, _ = read(text_table(tmp_path, HEADINGS, cells(Value=cell)))
    assert records["value"].to_list() == [pytest.approx(value)]


def test_a_currency_beside_the_amount_goes_before_heading_and_column(tmp_path):
    rows = [cells(Value="EUR 1,200.00", Currency=""), cells(Value="99 ₽"), cells(Value="5.00")]
    _, records, _, _ = read(text_table(tmp_path, HEADINGS, *rows))
    assert records["currency"].to_list() == ["EUR", "RUB", "USD"]
    headings = [*HEADINGS[:7], "Value USD", "Note"]
    _, records, _, _ = read(text_table(tmp_path, headings, cells(Value="EUR 7.00", Currency=""), cells(Value="$8.00")))
    assert records.select("value", "currency", "value_usd").rows() == [(7.0, "EUR", None), (8.0, "USD", 8.0)]
    assert records["notes"][0].to_list() == ["the value is in EUR, though its heading says USD"]


@pytest.mark.parametrize(
    ("cell", "code", "said"),
    [
        ("HS 854231", "854231", "read as"),
        ("ТН ВЭД: 8542.31.90", "85423190", "read as"),
        ("8542319010 - Микросхемы", "8542319010", "read as"),
        ("841459 ; 854231", "841459", "2 HS codes"),
        ("['854231', '847150']", "854231", "2 HS codes"),
        ("８５４２３１", "854231", None),
        ("none of them", None, "not understood"),
        ("10000000/110121/3000000", None, "not understood"),
    ],
)
def test_an_hs_code_with_a_label_words_or_other_codes_beside_it(cell, code, said):
    found, note = beside.hs_in(cell)
    assert found == code
    assert (note is None) if said is None else (said in note)


@pytest.mark.parametrize(
    ("heading", "cells_below", "role"),
    [
        ("Ship", ["2021-01-11", "2021-02-02", "2021-02-24", "2021-03-01"], "vessel"),
        ("Containers", ["1", "2", "2", "1"], "container"),
        ("Unit", ["9.85", "7.40", "3.99", "12.10"], "unit"),
    ],
)
def test_a_heading_its_contents_belie_is_not_believed(heading, cells_below, role):
    shape = layout(["Importer", heading], [[f"Fen {place} Ltd", cell] for place, cell in enumerate(cells_below)])
    assert role not in shape.columns
    assert any(heading in note for note in shape.notes)


@pytest.mark.parametrize(
    ("heading", "currency", "dollars"),
    [("Statistical value", "USD", 5.0), ("Wartość statystyczna (PLN)", "PLN", None), ("CIF value EUR", "EUR", None)],
)
def test_a_statistical_value_is_in_dollars_unless_its_heading_says_not(tmp_path, heading, currency, dollars):
    path = text_table(tmp_path, [*HEADINGS[:7], heading], cells(Value="5.00")[:8])
    _, records, _, _ = read(path)
    assert records.select("value", "currency", "value_usd").rows() == [(5.0, currency, dollars)]


def test_of_columns_with_one_heading_the_user_says_which(tmp_path):
    headings = [*HEADINGS, "Importer"]
    path = text_table(tmp_path, headings, [*CELLS, "Deltaquay Ltd"])
    with pytest.raises(InputError, match=r"'Importer' \(column 3\) and 'Importer' \(column 10\).*Importer#1"):
        read(path)
    with pytest.raises(InputError, match=r"2 columns are headed 'Importer'.*Importer#1"):
        read(path, ["importer=Importer"])
    reader, _, links, _ = read(path, ["importer=Importer#2"])
    assert names(reader, links, "importer") == ["Deltaquay Ltd"]
    with pytest.raises(InputError, match="there is no column 'Importer#3'"):
        read(path, ["importer=Importer#3"])


def test_headings_far_below_titles_are_found_and_titles_alone_are_said(tmp_path):
    titles = [["About this table"]] * 60
    width = len(HEADINGS) - 1
    padded = [[*row, *[""] * width] for row in titles]
    _, records, _, _ = read(text_table(tmp_path, *padded, HEADINGS, CELLS))
    assert records["row"].to_list() == [62]
    with pytest.raises(InputError, match="title rows only, and no table below them, in the first 60 rows"):
        read(text_table(tmp_path, *padded, name="titles.csv"))


TONGUES = {
    "ka": ["დეკლარაციის ნომერი", "თარიღი", "გამგზავნი", "მიმღები", "საიდენტიფიკაციო კოდი", "სეს ესნ კოდი",
           "საქონლის დასახელება", "წარმოშობის ქვეყანა", "ნეტო წონა, კგ", "რაოდენობა", "ზომის ერთეული"],
    "vi": ["Số tờ khai", "Ngày đăng ký", "Người xuất khẩu", "Người nhập khẩu", "Mã số thuế", "Mã HS", "Tên hàng",
           "Nước xuất xứ", "Khối lượng tịnh (kg)", "Số lượng", "Đơn vị tính"],
    "uz-Latn": ["BYuD raqami", "BYuD sanasi", "Yuk joʻnatuvchi nomi", "Yuk oluvchi nomi", "Yuk oluvchi STIR",
                "TIF TN kodi", "Tovar tavsifi", "Kelib chiqish mamlakati", "Sof vazni (kg)", "Miqdori",
                "Oʻlchov birligi"],
    "uz-Cyrl": ["БЮД рақами", "БЮД санаси", "Жўнатувчи", "Олувчи", "Олувчи СТИР", "ТИФ ТН коди", "Товар тавсифи",
                "Ишлаб чиқарилган мамлакат", "Нетто оғирлиги, кг", "Миқдори", "Ўлчов бирлиги"],
    "hy": ["Հայտարարագրի համար", "Ամսաթիվ", "Ուղարկող", "Ստացող", "Ստացողի ՀՎՀՀ", "ԱՏԳ ԱԱ ծածկագիր",
           "Ապրանքի նկարագիր", "Ծագման երկիր", "Զուտ քաշ (կգ)", "Քանակ", "Չափման միավոր"],
    "zh": ["海关编号", "进出口日期", "境内发货人", "境外收货人", "", "商品编码", "商品名称", "原产国(地区)",
           "净重(千克)", "成交数量", "成交单位"],
    "de": ["Anmeldenummer", "Datum", "Versender", "Empfänger", "Empfänger USt-ID", "Warennummer", "Warenbezeichnung",
           "Ursprungsland", "Eigenmasse (kg)", "Menge", "Einheit"],
    "g-codes": ["G071", "G072", "G022", "G082", "G081", "G33", "G31_1", "G16", "G38", "G315A", "G317A"],
}  # fmt: skip
ROLES = ["declaration", "date", "exporter_name", "importer_name", "importer_tax_id", "hs_code", "description", "origin",
         "net_kg", "quantity", "unit"]  # fmt: skip


@pytest.mark.parametrize("tongue", TONGUES)
def test_headings_of_many_tongues_tell_their_roles(tongue):
    told = layout(TONGUES[tongue], []).columns
    for role, heading in zip(ROLES, TONGUES[tongue], strict=True):
        if heading:
            assert [source.heading for source in told.get(role, [])] == [heading], role


def test_parties_named_by_their_side_are_importer_or_exporter_by_the_direction(tmp_path):
    headings = ["申报日期", "进出口标志", "境内收发货人", "境外收发货人", "商品编码", "商品名称"]
    for flow, home in (("出口", "exporter"), ("进口", "importer")):
        rows = [["20220304", flow, "宁波临河虚构贸易有限公司", "OOO Lesnoozersk", "85423190", "集成电路"]] * 4
        reader, records, links, _ = read(text_table(tmp_path, headings, *rows, name=f"{home}.csv"))
        assert set(names(reader, links, home)) == {"宁波临河虚构贸易有限公司"}
        assert records["direction"].unique().to_list() == [{"exporter": "export", "importer": "import"}[home]]


def test_an_end_user_beside_the_consignee_is_an_importer_too(tmp_path):
    path = text_table(tmp_path, [*HEADINGS, "End user"], [*CELLS, "Gammafen Works"])
    reader, _, links, _ = read(path)
    assert names(reader, links, "importer") == ["Betaford LLC", "Gammafen Works"]


def test_a_number_only_one_countrys_firms_have_tells_the_partys_country(tmp_path):
    path = text_table(tmp_path, [*HEADINGS, "Importer EDRPOU"], [*CELLS, "32855961"], [*CELLS, ""])
    reader, _, links, _ = read(path)
    countries = [reader.book.parties[number].country for number in links.filter(pl.col("role") == "importer")["party"]]
    assert countries == ["UA", None]


def test_headings_only_imports_or_exports_have_tell_the_direction(tmp_path):
    for heading, way in (("SB NO", "export"), ("Bill of Entry No", "import")):
        reader, records, _, _ = read(text_table(tmp_path, [*HEADINGS, heading], [*CELLS, "4001"], name=f"{way}.csv"))
        assert records["direction"].to_list() == [way]
        assert any(f"{way} is read from the" in note for note in reader.notes)


@pytest.mark.parametrize(("text", "way"), [("IM 40", "import"), ("ИМ", "import"), ("EX1", "export"), ("A11", None)])
def test_a_code_of_another_system_is_no_procedure(text, way):
    assert wording.direction(text) == way


@pytest.mark.parametrize("text", ["\ufeff2022-03-05", "05.мар.22", "٠٥/٠٣/2022", "2022-03-05\u200e"])
def test_unseen_marks_other_digits_and_dotted_months_do_not_hide_a_date(tmp_path, text):
    _, records, _, _ = read(text_table(tmp_path, HEADINGS, cells(Date="15/03/2022"), cells(Date=text)))
    assert str(records["date"][1]) == "2022-03-05"


@pytest.mark.parametrize(("text", "number"), [("١٢٫٥", 12.5), ("１２", 12.0), ("١٬٢٠٠", 1200.0), ("\ufeff7.5", 7.5)])
def test_numbers_in_digits_of_other_scripts(text, number):
    assert values.number(text) == number
