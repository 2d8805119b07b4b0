"""Customs tables as files: headers, mappings, dirt, bad input; rows in are rows out and rejected."""

from __future__ import annotations

import zipfile
from datetime import date

import openpyxl
import polars as pl
import pytest

from screening.errors import InputError
from screening.intake.customs import CustomsReader
from screening.intake.customs_layout import layout
from screening.intake.rates import Rates

HEADER = (
    "DECLARATION NUMBER,DATE,EXPORTER NAME,IMPORTER NAME,IMPORTER ID,HS CODE,PRODUCT DESCRIPTION,NET WEIGHT,"
    "INVOICE VALUE,CURRENCY,ORIGIN COUNTRY,DIRECTION"
)
ROW = "D-1,2023-04-03,ALPHA TRADING LTD,ООО РОМАШКА,7707083893,8504219009,TRANSFORMERS,120.5,3400.25,USD,Türkiye,IM"


def write(tmp_path, *lines, name="records.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes("\n".join(lines).encode(encoding) + b"\n")
    return path


def read(*paths, mapping=(), rates=None):
    reader = CustomsReader([str(path) for path in paths], mapping, rates)
    batches = list(reader.batches())
    records = pl.concat([batch.records for batch in batches])
    links = pl.concat([batch.links for batch in batches])
    rejects = [row for batch in batches for row in batch.rejects.to_pylist()]
    account = reader.inputs[0]
    assert account.rows_in == account.rows_out + account.rejected
    assert (records.height, len(rejects)) == (account.rows_out, account.rejected)
    return reader, records, links, rejects


def parties(reader, links, role):
    return [reader.book.parties[number].name for number in links.filter(pl.col("role") == role)["party"]]


def edited(**changes):
    cells = dict(zip(HEADER.split(","), ROW.split(","), strict=True)) | {
        key.replace("_", " "): value for key, value in changes.items()
    }
    return ",".join(cells.values())


def test_a_plain_row_becomes_a_record(tmp_path):
    reader, records, links, _ = read(write(tmp_path, HEADER, ROW))
    (record,) = records.to_dicts()
    assert record["date"] == date(2023, 4, 3)
    assert (record["hs_code"], record["hs_digits"], record["hs_edition"]) == ("8504219009", 10, "HS2022")
    assert (record["value"], record["currency"], record["value_usd"], record["net_kg"]) == (
        3400.25,
        "USD",
        3400.25,
        120.5,
    )
    assert (record["origin"], record["direction"], record["place"], record["row"]) == ("TR", "import", "row 2", 2)
    assert record["notes"] == []
    assert parties(reader, links, "exporter") == ["ALPHA TRADING LTD"]
    assert reader.book.parties[links["party"][1]].identifiers == (("INN", "7707083893", "RU"),)
    assert "importer_tax_id" in next(iter(reader.mappings.values()))


def test_title_rows_semicolons_decimal_commas_and_windows_1251(tmp_path):
    header = (
        "Номер декларации;Дата;Наименование отправителя;Наименование получателя;Код ТН ВЭД;Вес нетто;"
        "Фактурная стоимость;Валюта"
    )
    path = write(
        tmp_path, "Сведения об импорте за 2023 год;;;;;;;", ";;;;;;;", header,
        "1/1;03.04.2023;АЛЬФА;ООО РОМАШКА;8504219009;1 200,50;3 400,25;евро", encoding="cp1251",
    )  # fmt: skip
    _, records, _, _ = read(path)
    (record,) = records.to_dicts()
    assert (record["net_kg"], record["value"], record["currency"]) == (1200.5, 3400.25, "EUR")
    assert (record["direction"], record["row"], record["value_usd"]) == ("import", 4, None)


def test_several_sheets_of_a_workbook(tmp_path):
    book = openpyxl.Workbook()
    for title in ("2022", "2023"):
        sheet = book.create_sheet(title)
        sheet.append(["Customs records"])
        sheet.append(HEADER.split(","))
        sheet.append([*ROW.split(",")[:5], 8504219009.0, *ROW.split(",")[6:]])
    book.create_sheet("Notes").append(["nothing here"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    reader, records, _, _ = read(path)
    assert records["place"].to_list() == ["2022, row 3", "2023, row 3"]
    assert records["hs_code"].to_list() == ["8504219009"] * 2
    assert records["record_id"].n_unique() == 2
    assert any("Notes" in note for note in reader.notes)


def test_parquet_reads_as_text_does(tmp_path):
    frame = pl.read_csv(write(tmp_path, HEADER, ROW), infer_schema_length=0)
    path = tmp_path / "records.parquet"
    frame.with_columns(pl.col("NET WEIGHT").cast(pl.Float64), pl.col("DATE").str.to_date()).write_parquet(path)
    _, records, _, _ = read(path)
    assert (records["net_kg"][0], records["date"][0], records["row"][0]) == (120.5, date(2023, 4, 3), 1)


# --- bad input --------------------------------------------------------------------------------------------------


def test_no_header(tmp_path):
    with pytest.raises(InputError, match=r"no header found.*--map"):
        read(write(tmp_path, "1,2,3,4", "5,6,7,8", "9,1,2,3"))


def test_title_rows_only(tmp_path):
    with pytest.raises(InputError, match="title rows only"):
        read(write(tmp_path, "Customs report", "for 2023", "Ministry of Trade"))


def test_a_header_without_rows(tmp_path):
    with pytest.raises(InputError, match="no rows below the header"):
        read(write(tmp_path, HEADER))


def test_two_columns_claiming_one_role(tmp_path):
    path = write(tmp_path, HEADER + ",IMPORTER NAME", ROW + ",АО ЛЮТИК")
    with pytest.raises(InputError, match=r"both claim the role 'importer_name'.*--map importer_name="):
        read(path)


def test_a_mapping_settles_it(tmp_path):
    path = write(tmp_path, HEADER + ",CONSIGNEE", ROW + ",АО ЛЮТИК")
    reader, _, links, _ = read(path, mapping=["importer=CONSIGNEE"])
    assert parties(reader, links, "importer") == ["АО ЛЮТИК"]


def test_two_styles_of_date_in_one_column_are_flagged(tmp_path):
    lines = [edited(DATE=day) for day in ("2023-04-03", "03.04.2023", "04.04.2023")]
    reader, records, _, _ = read(write(tmp_path, HEADER, *lines))
    assert records["date"].null_count() == 0
    assert any("dates of 2 styles in the column" in note for note in reader.notes)


def test_day_first_and_month_first_in_one_column_leave_no_guess(tmp_path):
    lines = [edited(DATE=day) for day in ("25/12/2023", "12/25/2023", "03/04/2023")]
    reader, records, _, _ = read(write(tmp_path, HEADER, *lines))
    assert records["date"].to_list() == [date(2023, 12, 25), date(2023, 12, 25), None]
    assert any("date '03/04/2023' not understood" in note for note in records["notes"][2])
    assert any("both day first and month first" in note for note in reader.notes)


@pytest.mark.parametrize("weight", ["-5", "5-", "9999999999999", "heavy"])
def test_negative_and_absurd_weights_are_left_out_and_noted(tmp_path, weight):
    _, records, _, _ = read(write(tmp_path, HEADER, edited(NET_WEIGHT=weight), ROW, ROW, ROW))
    assert records["net_kg"][0] is None
    assert any("weight" in note for note in records["notes"][0])


def test_unknown_country_and_currency_are_noted(tmp_path):
    bad = edited(ORIGIN_COUNTRY="Ruritania", CURRENCY="ZZQ")
    _, records, _, _ = read(write(tmp_path, HEADER, bad, ROW, ROW, ROW))
    assert (records["origin"][0], records["currency"][0], records["value_usd"][0]) == (None, None, None)
    assert records["value"][0] == 3400.25
    assert {note.partition(" ")[0] for note in records["notes"][0]} == {"country", "currency"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("85", "85"), ("8504.21", "850421"), ("8504 21 900 9", "8504219009"), ("101210000", "0101210000"),
        ("85042190090000", "85042190090000"), ("8.54231E+11", "854231"), ("nonsense", None),
    ],
)  # fmt: skip
def test_hs_codes_in_every_dress(tmp_path, text, code):
    _, records, _, _ = read(write(tmp_path, HEADER, edited(HS_CODE=text), ROW, ROW, ROW))
    assert records["hs_code"][0] == code


def test_a_row_of_33_in_a_table_of_32_is_rejected_by_number(tmp_path):
    wide = HEADER + "," + ",".join(f"X{number}" for number in range(20))
    row = ROW + "," * 20
    path = write(tmp_path, wide, row, row + ",one too many", row)
    _, records, _, rejects = read(path)
    assert records["row"].to_list() == [2, 4]
    (reject,) = rejects
    assert reject["line"] == 3
    assert "33 cells, the header has 32" in reject["reason"]


def test_windows_1251_with_a_stray_utf8_line(tmp_path):
    good = edited(IMPORTER_NAME="ООО РОМАШКА").replace("Türkiye", "Турция")
    stray = edited(IMPORTER_NAME="ООО ИНЫЕ ГРУЗЫ").replace("Türkiye", "Турция")
    path = tmp_path / "mixed.csv"
    lines = [HEADER.encode(), *[good.encode("cp1251")] * 30, stray.encode("utf-8"), good.encode("cp1251")]
    path.write_bytes(b"\r\n".join(lines) + b"\r\n")
    reader, records, links, _ = read(path)
    assert set(parties(reader, links, "importer")) == {"ООО РОМАШКА", "ООО ИНЫЕ ГРУЗЫ"}
    assert set(records["origin"]) == {"TR"}


def test_a_total_row_is_no_record(tmp_path):
    total = ",".join(["ИТОГО", "", "", "", "", "", "", "241", "6800.5", "", "", ""])
    _, records, _, rejects = read(write(tmp_path, HEADER, ROW, ROW, total))
    assert records.height == 2
    assert rejects[0]["reason"] == "the row names no party and no HS code: a total, not a record"
    assert rejects[0]["value"] == "ИТОГО"


def test_a_row_without_party_and_code_that_is_called_no_total_may_be_a_record(tmp_path):
    _, records, _, rejects = read(
        write(tmp_path, HEADER, ROW, ",".join(["5", "", "", "", "", "", "", "241", "6800.5", "", "", ""]))
    )
    assert records.height == 1
    assert rejects[0]["reason"] == "the row names no party and no HS code: a total, or not a record"


def test_rows_that_are_no_records_at_the_top_leave_the_parties_of_the_others_in_their_places(tmp_path):
    total = ",".join(["ИТОГО", "", "", "", "", "", "", "241", "6800.5", "", "", ""])
    rows = [total, total, ROW, edited(EXPORTER_NAME="BETA TRADING LTD")]
    reader, records, links, rejects = read(write(tmp_path, HEADER, *rows))
    assert [each["line"] for each in rejects] == [2, 3]
    assert records["row"].to_list() == [4, 5]
    assert parties(reader, links, "exporter") == ["ALPHA TRADING LTD", "BETA TRADING LTD"]
    assert records["record_id"].gather(links["at"]).to_list() == links["record_id"].to_list()


def test_a_table_of_rows_that_are_no_records_is_all_rejected(tmp_path):
    total = ",".join(["ИТОГО", "", "", "", "", "", "", "241", "6800.5", "", "", ""])
    _, records, links, rejects = read(write(tmp_path, HEADER, total, total))
    assert (records.height, links.height, len(rejects)) == (0, 0, 2)


@pytest.mark.parametrize("mapping", ["importer", "importer=NOWHERE", "wizard=DATE", "=X"])
def test_a_wrong_mapping_is_one_clear_line(tmp_path, mapping):
    with pytest.raises(InputError, match="--map"):
        read(write(tmp_path, HEADER, ROW), mapping=[mapping])


def test_a_constant_is_taken_for_every_row(tmp_path):
    _, records, _, _ = read(write(tmp_path, HEADER, ROW), mapping=["destination==KZ", "currency==EUR"])
    assert (records["destination"][0], records["currency"][0]) == ("KZ", "EUR")


def test_a_heading_is_not_believed_when_its_contents_are_something_else(tmp_path):
    lines = [edited(HS_CODE=word) for word in ("alpha", "beta", "gamma", "delta")]
    reader, records, _, _ = read(write(tmp_path, HEADER, *lines))
    assert records["hs_code"].null_count() == 4
    assert any("headed like hs_code" in note for note in reader.notes)


def test_codes_under_an_unknown_heading_are_told_by_content():
    header = ["EXPORTER NAME", "IMPORTER NAME", "Zzz", "Qqq"]
    rows = [["A", "B", f"85042190{number:02d}", "USD"] for number in range(9)]
    found = layout(header, rows)
    assert found.columns["hs_code"][0].how == "content"
    assert found.columns["currency"][0].heading == "Qqq"


def test_parties_two_in_a_cell_same_as_and_nobody(tmp_path):
    lines = [
        edited(EXPORTER_NAME="ALPHA LTD ON BEHALF OF BETA LLC", IMPORTER_NAME="TO ORDER", IMPORTER_ID=""),
        edited(EXPORTER_NAME="SAME AS CONSIGNEE"),
    ]
    reader, records, links, _ = read(write(tmp_path, HEADER, *lines))
    assert parties(reader, links, "exporter") == ["ALPHA LTD", "BETA LLC", "ООО РОМАШКА"]
    assert parties(reader, links, "importer") == ["ООО РОМАШКА"]
    assert len(records["notes"][0]) == 2


# --- money ------------------------------------------------------------------------------------------------------


def test_money_is_converted_by_the_users_table_only_near_its_dates(tmp_path):
    table = write(tmp_path, "date,currency,rate", "2023-04-01,EUR,1.09", "2023-04-01,KZT,0.0022", name="rates.csv")
    lines = [edited(CURRENCY="EUR"), edited(CURRENCY="EUR", DATE="2023-09-01"), edited(CURRENCY="GBP")]
    _, records, _, _ = read(write(tmp_path, HEADER, *lines), rates=Rates(table, package=False))
    assert records["value_usd"].to_list() == [pytest.approx(3400.25 * 1.09), None, None]


@pytest.mark.parametrize("header", ["Дата,Валюта,Курс", "tarih,para birimi,kur", "day,code,usd"])
def test_headings_of_a_table_of_rates_are_known_in_its_languages(tmp_path, header):
    rates = Rates(write(tmp_path, header, "2023-04-01,EUR,1.09", name="rates.csv"), package=False)
    assert rates.usd("EUR", date(2023, 4, 2)) == 1.09


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (("date,currency", "2023-04-01,EUR"), "rate"),
        (("date,currency,rate", "2023-04-01,EUR,x"), "no rate"),
        (("date,currency,rate", "2023-04-01,QQQ,1"), "no currency"),
        (("date,currency,rate", "soon,EUR,1"), "no date"),
        (("date,currency,rate", "2023-04-01,EUR,-1"), "negative"),
    ],
)
def test_a_wrong_table_of_rates_is_one_clear_line(tmp_path, lines, what):
    with pytest.raises(InputError, match=what):
        Rates(write(tmp_path, *lines, name="rates.csv"), package=False)


def test_rates_in_a_workbook_without_a_sheet_of_rows_are_one_clear_line(tmp_path):
    path = tmp_path / "rates.xlsx"
    openpyxl.Workbook().save(path)
    parts = {}
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist() if not name.endswith("sheet1.xml")}
    with zipfile.ZipFile(path, "w") as gone:
        for name, content in parts.items():
            gone.writestr(name, content)
    with pytest.raises(InputError, match="its sheet 'Sheet' is not in the file"):
        Rates(path, package=False)
