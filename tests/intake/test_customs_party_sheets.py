"""Sheets beside records: registers of parties and explanations of codes; and when firms were founded, as tables say."""

from __future__ import annotations

import openpyxl
import polars as pl
import pytest

from screening.errors import InputError
from screening.intake import customs_party_sheets
from screening.intake import customs_wording as wording
from screening.intake.country_cells import country_in
from screening.intake.customs import CustomsReader
from screening.intake.customs_founded import founded_apart
from screening.intake.customs_headings import understand
from screening.intake.customs_layout import layout
from screening.intake.customs_style import direction_of

RECORDS = [
    ["Дата", "Отправитель", "БИН получателя", "Получатель", "Код ТН ВЭД", "Описание товара", "Процедура"],
    ["2022-09-01", "Alfa GmbH", "220640031502", "ТОО «Нурлан»", "8542319010", "микросхемы", "B13"],
    ["2022-09-02", "Alfa GmbH", "", "ТОО «Астык»", "0902300009", "чай", "B11"],
    ["2022-09-03", "Alfa GmbH", "130140021905", "ТОО «Бета»", "0902300009", "чай", "Z99"],
]
REGISTER = [
    ["БИН", "Наименование", "Дата регистрации", "Адрес"],
    ["220640031502", "ТОО «Нурлан»", "14.06.2022", "г. Астана, ул. Абая, 1"],
    ["080540011276", "ТОО «Астык»", "27.05.2008", ""],
    ["999940021905", "ТОО «Бета»", "11.01.2013", ""],
]
GLOSSARY = [
    ["TYPE", "B11", "Commercial export"],
    ["TYPE", "B13", "Re-export of imported goods"],
    ["MST", "", "tax code"],
]


def read(tmp_path, **sheets):
    """The records of a workbook, its parties by name, and the reader."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(tmp_path / "records.xlsx")
    reader = CustomsReader([str(tmp_path / "records.xlsx")])
    batches = list(reader.batches())
    return (
        pl.concat([batch.records for batch in batches]),
        {each.name: each for each in reader.book.parties},
        reader,
    )


def test_a_register_is_told_by_its_numbers_and_dates_under_title_rows_in_turkish(tmp_path):
    register = [
        ["Cari kart listesi"],
        [],
        ["Ünvan", "VKN", "Adres", "Ülke", "Kuruluş Tarihi", "Telefon"],
        ["ТОО «Нурлан»", "-", "Uydurma Cad. 5", "Kazakistan", "04.06.2022", "+7 727 000 00 00"],
        ["ТОО «Астык»", "-", "Hayali Cad. 7", "Kazakistan", None, None],
        ["Alfa GmbH", "-", "Musterweg 1", "Almanya", "03.02.1999", None],
    ]
    records, parties, reader = read(tmp_path, Records=RECORDS, Firmalar=register)
    assert records.height == 3
    assert parties["ТОО «Нурлан»"].incorporated_on == "2022-06-04"
    assert parties["Alfa GmbH"].incorporated_on == "1999-02-03"
    assert parties["Alfa GmbH"].address == "Musterweg 1"
    assert any("Firmalar is a register of parties" in note for note in reader.notes)


def test_dates_of_a_register_that_show_no_order_are_read_as_its_language_writes_them(tmp_path):
    register = [
        ["დასახელება", "ს/ნ", "მისამართი", "ქვეყანა", "რეგისტრაციის თარიღი"],
        ["ТОО «Нурлан»", "-", "გამოგონილის ქ. 5", "ყაზახეთი", "01/09/2022"],
        ["Alfa GmbH", "-", "Musterweg 1", "გერმანია", "02/02/2011"],
    ]
    _, parties, _ = read(tmp_path, Records=RECORDS, Register=register)
    assert parties["ТОО «Нурлан»"].incorporated_on == "2022-09-01"


def test_a_register_alone_that_names_nobody_in_its_headings_is_refused_as_before(tmp_path):
    header = ["Ünvan", "VKN", "Adres", "Ülke", "Kuruluş Tarihi"]
    firms = [
        ["Alfa GmbH", "-", "Musterweg 1", "Almanya", "04.06.2022"],
        ["Beta GmbH", "-", "Musterweg 2", "Almanya", ""],
    ]
    with pytest.raises(InputError, match="no column names a party or a good"):
        read(tmp_path, Register=[header, *firms])


@pytest.mark.parametrize("order", [("Records", "Register"), ("Register", "Records")])
def test_a_register_beside_records_gives_no_records_and_tells_of_the_parties_on_them(tmp_path, order):
    whole = {"Records": RECORDS, "Register": REGISTER}
    records, parties, reader = read(tmp_path, **{name: whole[name] for name in order})
    assert records["description"].to_list() == ["микросхемы", "чай", "чай"]
    assert parties["ТОО «Нурлан»"].incorporated_on == "2022-06-14"
    assert parties["ТОО «Нурлан»"].address == "г. Астана, ул. Абая, 1"
    assert any("sheet Register is a register of parties, no records" in note for note in reader.notes)


def test_rows_of_a_register_that_cannot_be_read_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(customs_party_sheets, "_MOST_ROWS", 2)
    _, parties, reader = read(tmp_path, Records=RECORDS, Register=REGISTER)
    assert parties["ТОО «Нурлан»"].incorporated_on == "2022-06-14"
    assert any("they are is read from 2 rows; 1 rows could not be read" in note for note in reader.notes)


def test_a_register_tells_of_a_party_by_its_name_where_no_number_says_it_is_another(tmp_path):
    header = [cell for cell in REGISTER[0] if cell != "БИН"]
    _, parties, _ = read(tmp_path, Records=RECORDS, Register=[header, *(row[1:] for row in REGISTER[1:])])
    assert parties["ТОО «Бета»"].incorporated_on == "2013-01-11"
    _, parties, _ = read(tmp_path, Records=RECORDS, Register=REGISTER)
    assert parties["ТОО «Бета»"].incorporated_on is None
    assert parties["ТОО «Астык»"].incorporated_on == "2008-05-27"


def test_a_column_of_the_records_goes_before_a_register(tmp_path):
    rows = [[*RECORDS[0], "Дата регистрации получателя"], *([*row, "2001-01-01"] for row in RECORDS[1:])]
    _, parties, _ = read(tmp_path, Records=rows, Register=REGISTER)
    assert parties["ТОО «Нурлан»"].incorporated_on == "2001-01-01"


def test_a_second_sheet_of_records_is_no_register(tmp_path):
    records, _, _ = read(tmp_path, January=RECORDS, February=RECORDS)
    assert records.height == 6
    goods = [["Наименование", "Код ТН ВЭД", "Дата регистрации"], ["ООО-плёнка", "3920100000", "2022-01-01"]]
    records, _, _ = read(tmp_path, January=RECORDS, Goods=goods)
    assert records.height == 4


def test_codes_of_procedures_are_read_as_another_sheet_explains_them(tmp_path):
    records, _, reader = read(tmp_path, Records=RECORDS, Glossary=GLOSSARY)
    assert records["procedure"].to_list() == ["re-export", "export", "Z99"]
    assert any("codes of procedures are read as a sheet explains them: B11, B13" in note for note in reader.notes)
    records, _, _ = read(tmp_path, Records=RECORDS, Glossary=GLOSSARY[:1])
    assert records["procedure"].to_list() == ["B13", "B11", "Z99"]


def test_a_sheet_of_sums_by_code_and_one_of_codes_that_no_row_holds_explain_no_procedure(tmp_path):
    for other in ([["8542", "4000", "12"], ["8471", "1000", "9"]], [["8542", "экспорт"], ["8471", "импорт"]]):
        _, _, reader = read(tmp_path, Records=RECORDS, Свод=other)
        assert not any("codes of procedures" in note for note in reader.notes)


def test_what_a_code_is_known_to_mean_is_not_taken_from_a_sheet_of_counts(tmp_path):
    rows = [RECORDS[0], *([*row[:-1], "40"] for row in RECORDS[1:])]
    records, _, _ = read(tmp_path, Records=rows, Counts=[["40", "экспорт"], ["10", "импорт"], ["80", "импорт"]])
    assert set(records["procedure"]) == {"import"}


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Alıcı Kuruluş", "importer_incorporated"),
        ("მიმღების რეგისტრაციის თარიღი", "importer_incorporated"),
        ("CNEE_INC", "importer_incorporated"),
        ("收货人成立日期", "importer_incorporated"),
        ("收货人注册日期", "importer_incorporated"),
        ("Imp reg date", "importer_incorporated"),
        ("Gründung Empf.", "importer_incorporated"),
        ("Data rejestracji odbiorcy", "importer_incorporated"),
        ("Дата регистрации отправителя", "exporter_incorporated"),
        ("Ro‘yxatdan o‘tgan sana (UZ firma)", "domestic_incorporated"),
        ("რეგისტრაციის თარიღი", "date"),
        ("Reg date", "date"),
        ("Дата регистрации", "date"),
        ("تاريخ تسجيل المستورد", "importer_incorporated"),
        ("تاريخ تسجيل البيان", "date"),
        ("Est date", "date"),
        ("Registrierungsdatum", "date"),
    ],
)
def test_a_date_of_registration_is_a_firms_beside_a_word_for_it_and_else_the_records(heading, role):
    said = understand(heading)
    assert said is not None
    assert said.role == role


def test_a_founding_that_is_no_date_is_the_institution_of_that_name():
    header = ["Tarih", "GTİP", "Gönderici", "Alıcı Kuruluş"]
    rows = [["2022-01-01", "85423190", "Alfa A.Ş.", cell] for cell in ("2012", "08.2022", "15.08.2022", "2009")]
    assert "importer_incorporated" in layout(header, rows).columns
    rows = [
        [*row[:3], cell] for row, cell in zip(rows, ("Beta Ltd", "Gama A.Ş.", "Delta 2000", "Su Kurumu"), strict=True)
    ]
    assert "importer_name" in layout(header, rows).columns


def test_countries_under_shipped_from_are_where_goods_are_dispatched_and_firms_are_firms():
    header = ["date", "hs_code", "importer", "shipped_from", "goods description"]
    rows = [["2022-01-01", "85423190", "Alfa Ltd", cell, "chips"] for cell in ("Turkey", "China", "Poland", "China")]
    assert "dispatch" in layout(header, rows).columns
    rows = [[*row[:3], f"Firm {n} Ltd, China", "chips"] for n, row in enumerate(rows)]
    assert "dispatch" not in layout(header, rows).columns


@pytest.mark.parametrize(
    ("cell", "name", "on"),
    [
        ("OSOO NOVY TEKH (成立2022年7月)", "OSOO NOVY TEKH", "2022-07"),
        ("Alfa Ltd (est. 2022-07)", "Alfa Ltd", "2022-07"),
        ("ТОО «Бета» (осн. 2022)", "ТОО «Бета»", "2022"),
        ("Foo (осн. 15 марта 2022 г.)", "Foo", "2022-03-15"),
        ("ABC MCHJ (tashkil etilgan 2022-yil)", "ABC MCHJ", "2022"),
        ("Delta GmbH, gegr. 08.2022", "Delta GmbH", "2022-08"),
        ("ООО «Основа 2022»", "ООО «Основа 2022»", ""),
        ("Established 1900 Ltd", "Established 1900 Ltd", ""),
        ("Alfa (2022) Ltd", "Alfa (2022) Ltd", ""),
        ("Gamma LLC (Reg. No 20220712345)", "Gamma LLC (Reg. No 20220712345)", ""),
        ("(est. 2022)", "(est. 2022)", ""),
    ],
)
def test_a_remark_behind_a_name_says_when_the_firm_was_founded_and_is_no_part_of_it(cell, name, on):
    assert founded_apart(cell) == (name, on)


@pytest.mark.parametrize(
    ("heading", "factor"),
    [
        ("ბრუტო წონა, ტ", 1000),
        ("Вес брутто, т", 1000),
        ("Համախառն քաշ, տ", 1000),
        ("毛重(吨)", 1000),
        ("净重（公吨）", 1000),
        ("משקל ברוטו (טון)", 1000),
        ("الوزن القائم (طن)", 1000),
        ("Bruto, t", 1000),
        ("Вес брутто, кг", 1),
        ("毛重(千克)", 1),
        ("Gross weight", 1),
    ],
)
def test_weights_in_tonnes_by_their_heading_are_converted(heading, factor):
    said = understand(heading)
    assert said is not None
    assert said.role in ("gross_kg", "net_kg")
    assert said.factor == factor


def test_a_weight_of_a_vehicle_is_none_of_the_goods():
    assert understand("Вес т/с") is None


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Whg.", "currency"),
        ("CTRY_DSP", "dispatch"),
        ("REC_STS", "status"),
        ("MFR", "manufacturer_name"),
        ("CARR", "carrier_name"),
        ("AMT_FC", "value"),
        ("Stat. qiymat, ming AQSh doll.", "value_usd"),
        ("İhbar Makamı", "notify_name"),
        ("Gavėjo mokesčių kodas", "importer_tax_id"),
        ("Mat. vnt.", "unit"),
        ("Maršrutas", "via"),
        ("Код декларанта", "declarant_tax_id"),
        ("Код отправителя", "exporter_tax_id"),
        ("Код товара", "hs_code"),
        ("Код страны отправителя", "exporter_country"),
        ("Страны Отправления", "dispatch"),
        ("Назначения Страны", "destination"),
        ("შესვლის გამშვები პუნქტი", "border_post"),
    ],
)
def test_headings_of_vendors_and_customs_are_read(heading, role):
    said = understand(heading)
    assert said is not None
    assert said.role == role


def test_a_price_of_one_piece_is_no_value():
    assert understand("U_PRICE_FC") is None


@pytest.mark.parametrize(
    ("cell", "procedure"),
    [
        ("TEMP EXP", "temporary export"),
        ("TEMP IMP", "temporary import"),
        ("RE-EXP", "re-export"),
        ("暂时出口 2600", "temporary export"),
        ("T1 tranzitas", "transit"),
        ("EXP", None),
    ],
)
def test_procedures_cut_short_or_with_a_code_behind_are_read(cell, procedure):
    assert wording.procedure(cell)[0] == procedure


def test_ordinary_trade_is_the_procedure_of_its_direction(tmp_path):
    header = ["申报日期", "监管方式", "发货人", "收货人", "商品编码", "商品名称"]
    rows = [
        ["2022-01-01", cell, "某公司", "Alfa Ltd", "85423190", "芯片"]
        for cell in ("一般贸易", "一般贸易 出口 0110", "进料加工")
    ]
    records, _, _ = read(tmp_path, 出口明细=[["出口报关明细表"], header, *rows])
    assert records["procedure"].to_list()[:2] == ["export", "export"]
    records, _, _ = read(tmp_path, 明细=[header, *rows])
    assert records["procedure"].to_list()[:2] == ["一般贸易", "export"]


@pytest.mark.parametrize(
    ("title", "way"),
    [
        ("出口装箱及报关明细表", "export"),
        ("2023年進口明細", "import"),
        ("某进出口有限公司 出货台账", None),
        ("进口与出口统计", None),
        ("进口商: 某公司", None),
    ],
)
def test_a_chinese_title_tells_import_or_export_among_other_words(title, way):
    assert direction_of("records.csv", "", [title], ["日期"])[0] == way


@pytest.mark.parametrize(("cell", "code"), [("MALDIV", "MV"), ("Seyshel", "SC"), ("Filippinlar", "PH")])
def test_islands_are_read_without_the_word_for_islands(cell, code):
    assert country_in(cell) == code
