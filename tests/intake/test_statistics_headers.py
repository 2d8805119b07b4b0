"""Tables as statistics offices publish them: headers of several rows, phrases for headings, columns without any."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from screening.errors import InputError
from screening.intake.statistics import Statistics, StatisticsReader
from screening.intake.statistics_phrases import Heading, heading


def read(path: Path, *mapping: str) -> Statistics:
    return StatisticsReader([path], mapping).read()


def workbook(tmp_path: Path, sheets: dict[str, list[list[Any]]], merged: tuple[str, ...] = ()) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for cells in merged:
            sheet.merge_cells(cells)
    path = tmp_path / "book.xlsx"
    book.save(path)
    book.close()
    return path


def figures(found: Statistics, *columns: str) -> list[tuple[Any, ...]]:
    return sorted(found.rows.filter(found.rows["value"].is_not_null()).select(columns).rows(), key=str)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("Imported value in 2019",), Heading("value", flow="import", period="2019")),
        (("Imported value in 2022-M01",), Heading("value", flow="import", period="2022-01")),
        (("Exported value in 2022-Q3",), Heading("value", flow="export", period="2022-Q3")),
        (("2021 год", "количество"), Heading("quantity", period="2021")),
        (("2022 год*", "тыс. долларов США"), Heading("value", period="2022", currency="USD", scale="1000")),
        (("Value-Jan",), Heading("value", month=1)),
        (("Value-Year",), Heading("value", whole_year=True)),
        (("İhracat (ABD $)\nExports (US $)",), Heading("value", flow="export", currency="USD")),
        (("Ausfuhr: Gewicht", "t"), Heading("net_kg", 1000.0, flow="export")),
        (("Ausfuhr: Wert", "Tsd. EUR"), Heading("value", flow="export", currency="EUR", scale="1000")),
        (("Импорт", "январь-март / January-March 2022"), Heading(flow="import", period="2022-Q1")),
        (("Импорт", "январь-декабрь 2022 г."), Heading(flow="import", period="2022")),
        (("Импорт", "январь-июнь 2022 г."), Heading(flow="import", several=True)),
        (("9 месяцев 2022", "тыс. долларов США"), Heading("value", several=True, currency="USD", scale="1000")),
        (("2022", "в % к 2021"), Heading("other")),
        (("for ALL countries",), Heading()),
        (("9M 2022",), Heading(several=True)),
        (("2022 (11 мес.)",), Heading(several=True)),
        (("H1 2022",), Heading(several=True)),
        (("I-III кв. 2022",), Heading(several=True)),
        (("2022年1-11月",), Heading(several=True)),
        (("март 2022 нарастающим итогом",), Heading(several=True)),
        (("2022年3月",), Heading(period="2022年3月")),
        (("2022 1)",), Heading(period="2022")),
        (("2022¹",), Heading(period="2022")),
        (("Exports 2022 (USD 000)",), Heading("value", flow="export", period="2022", currency="USD", scale="1000")),
        (("Average 2021",), Heading("other", period="2021")),
        (("Description",), Heading()),
    ],
)
def test_the_texts_over_a_column_say_what_its_figures_are(texts: tuple[str, ...], said: Heading) -> None:
    assert heading(texts) == said


def test_years_over_quantities_and_values_with_the_code_in_the_first_row_of_a_group(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        {"импорт": [
            ["Импорт по отдельным товарам и странам"],
            [None, None, None, "2021 год", None, "2022 год*", None],
            ["Код ТН ВЭД", "Ед. изм.", "Страна", "количество", "тыс. долларов США", "количество", "тыс. долларов США"],
            ["8542 31", "шт", "Всего", "x", "1 500,5", "x", "3 000"],
            [None, None, "Германия", "1 700", "500,5", "20", "1 000"],
            [None, None, "Китай", "-", "1 000", "30", "-"],
            ["* Предварительные данные."],
        ]},
        ("D2:E2", "F2:G2"),
    )  # fmt: skip
    found = read(path, "reporter==KZ")
    rows = figures(found, "code", "partner", "period", "value", "quantity", "currency", "flow")
    assert ("854231", "DE", date(2021, 1, 1), 500500.0, 1700.0, "USD", "import") in rows
    assert ("854231", "CN", date(2021, 1, 1), 1e6, None, "USD", "import") in rows
    assert len(rows) == 5
    assert found.rejects.height == 0


def test_a_pivot_with_flags_beside_figures_and_the_reporter_over_each_sheet(tmp_path: Path) -> None:
    def sheet(reporter: str, value: int) -> list[list[Any]]:
        return [
            ["Reporter", None, reporter], ["Flow", None, "EXPORT"], ["Indicators", None, "VALUE_IN_EUROS"], [],
            ["TIME", "TIME", "2021", None, "2022", None], ["PARTNER (Labels)", "PRODUCT (Labels)"],
            ["Kyrgyzstan", "854231", value, None, ":", "c"], ["Extra-EU27 (from 2020)", "854231", 9999, "p", 9999, "p"],
            [], ["Special value"], [":", "not available"],
        ]  # fmt: skip

    notes: list[list[Any]] = [["Dimension", "Label"], ["Reporter", "Germany"], ["Flow", "EXPORT"]]
    path = workbook(
        tmp_path, {"Structure": notes, "Sheet 1": sheet("Germany", 5000), "Sheet 2": sheet("Lithuania", 70)}
    )
    found = read(path)
    of_countries = found.rows.filter((found.rows["partner"] == "KG") & found.rows["value"].is_not_null())
    assert of_countries.select("reporter", "value", "currency", "flow").sort("value").rows() == [
        ("LT", 70.0, "EUR", "export"),
        ("DE", 5000.0, "EUR", "export"),
    ]
    assert found.rejects.height == 0


def test_both_flows_of_a_row_whose_year_stands_in_the_first_row_of_its_group(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Dış Ticaret": [
        ["Yıl ve aylara göre dış ticaret"], [],
        ["Yıl\nYear", "Ay\nMonth", "Ülke adı\nCountry name", "HS6", "İhracat (ABD $)\nExports", "İthalat (ABD $)"],
        [2022, "Ocak", "Kırgızistan", "848210", "1.234,50", "7"],
        [None, None, "Kazakistan", "848210", "2.000,00", "8"],
        [None, None, "Toplam - Total", "848210", "3.234,50", "15"],
        [2022, "Şubat", "Kırgızistan", "848210", "10,00", "9"],
        [None, None, "Kazakistan", "848210", "20,00", "9"],
    ]})  # fmt: skip
    found = read(path, "reporter==TR")
    countries = found.rows.filter(found.rows["partner_kind"] == "country")
    assert countries.height == 8
    rows = set(countries.select("flow", "partner", "period", "value").rows())
    assert ("export", "KG", date(2022, 1, 1), 1234.5) in rows
    assert ("import", "KZ", date(2022, 2, 1), 9.0) in rows


def test_months_as_columns_beside_a_column_of_years_and_a_sheet_of_quantities(tmp_path: Path) -> None:
    head = ["Data Type", "HTS Number", "Country", "Year", "January", "February", "March"]
    path = workbook(tmp_path, {
        "Query": [["Parameter", "Value"], ["Trade Flow", "Total Exports"]],
        "FAS Value": [["U.S. Total Exports"], ["for ALL Countries"], head,
                      ["FAS Value", "854231", "Kyrgyzstan", 2022, 1000, 2000, None]],
        "Quantity": [["U.S. Total Exports"], head,
                     ["First Unit of Quantity", "854231", "Kyrgyzstan", 2022, 10, 20, None]],
    })  # fmt: skip
    found = read(path, "reporter==US", "currency==USD")
    assert figures(found, "period", "value", "quantity", "currency") == [
        (date(2022, 1, 1), 1000.0, 10.0, "USD"),
        (date(2022, 2, 1), 2000.0, 20.0, "USD"),
    ]


def test_the_sum_of_a_year_beside_its_months_is_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "months.csv"
    path.write_text("Year,HS,Country,Value-Year,Value-Jan,Value-Feb\n2022,'854231000',Kyrgyzstan,300,100,200\n")
    found = read(path, "reporter==JP", "currency==JPY", "flow==export", "scale==thousand")
    assert figures(found, "period", "frequency", "value") == [
        (date(2022, 1, 1), "M", 1e5),
        (date(2022, 2, 1), "M", 2e5),
    ]


def test_columns_without_headings_are_read_by_what_they_hold_and_said(tmp_path: Path) -> None:
    path = tmp_path / "genesis.csv"
    path.write_text(
        "Aus- und Einfuhr (Außenhandel);;;;;;\n"
        ";;;;Ausfuhr: Gewicht;Ausfuhr: Wert;Ausfuhr: Wert (US-Dollar)\n;;;;t;Tsd. EUR;Tsd. USD\n"
        "2022;Januar;Kirgisistan;WA85423190;80,5;8500;9350\n2022;Februar;Russische Föderation;WA85423190;.;.;.\n"
        "__________\n© Statistisches Bundesamt, Stand: 01.03.2024\n",
        encoding="utf-8",
    )
    found = read(path, "reporter==DE")
    assert figures(found, "code", "partner", "period", "value", "currency", "net_kg", "flow") == [
        ("85423190", "KG", date(2022, 1, 1), 8.5e6, "EUR", 80500.0, "export")
    ]
    assert found.rows.height == 2  # the confidential figure is missing, not zero
    assert found.rejects.height == 0
    assert any("column 3, which has no heading, is taken for the partner" in note for note in found.notes)
    assert any("set aside: 'Ausfuhr: Wert (US-Dollar) Tsd. USD'" in note for note in found.notes)
    assert not any("flow" in note and "by the title" in note for note in found.notes)


def test_one_list_in_several_languages_names_the_partner_and_its_numbers_are_no_goods(tmp_path: Path) -> None:
    path = tmp_path / "uz.csv"
    path.write_text(
        "Code,Klassifikator,Klassifikator_en,2021,2022\n1701,MDH davlatlari,CIS countries,9,9\n"
        "1702,Rossiya,Russia,2057.1,3072.4\n1703,Qozog‘iston,Kazakhstan,1176.6,\n1704,Xitoy,China,5,6\n"
    )
    found = read(path, "reporter==UZ", "flow==export", "currency==USD", "scale==million")
    assert set(found.rows["code"]) == {"TOTAL"}
    assert ("RU", date(2022, 1, 1), pytest.approx(3072.4e6)) in figures(found, "partner", "period", "value")


def test_imports_by_origin_and_by_consignment_are_not_added_up(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Countries": [
        ["Foreign trade by countries"], ["հազ. ԱՄՆ դոլար / тыс. долл. США / thsd. US dollars"],
        ["Երկրներ / Countries", "Արտահանում / Export", None, "Import (by origin)", None, "Import (by consignment)"],
        [None, *["2021\nJanuary-March", "2022\nJanuary-March"] * 3],
        ["Ընդամենը / Всего / Total", 10, 20, 30, 40, 30, 40],
        ["Ռուսաստան / Россия / Russia", 100.5, 200.5, 300.5, 400.5, 500.5, 600.5],
    ]})  # fmt: skip
    found = read(path, "reporter==AM")
    russia = found.rows.filter(found.rows["partner"] == "RU")
    assert russia.select("flow", "frequency", "value").sort("value").rows() == [
        ("export", "Q", 100500.0), ("export", "Q", 200500.0), ("import", "Q", 300500.0), ("import", "Q", 400500.0),
    ]  # fmt: skip
    assert any("Import (by consignment)" in note and "set aside" in note for note in found.notes)


def test_a_page_of_a_trade_map_is_a_table_whatever_its_name_says(tmp_path: Path) -> None:
    path = tmp_path / "list.xls"
    path.write_text(
        "<html><head><style>td{}</style></head><body><table><tr><td colspan=3>List of supplying markets for a product "
        "imported by Kyrgyzstan</td></tr><tr><td>Product: 854231 Processors</td></tr><tr><td>Unit : US Dollar thousand"
        "</td></tr></table><table><tr><th>Exporters</th><th>Imported value in 2021</th><th>Imported value in 2022</th>"
        "</tr><tr><td>World</td><td>9,400</td><td>41,000</td></tr><tr><td>T&uuml;rkiye</td><td>140</td><td>3,000</td>"
        "</tr><tr><td>Area Nes</td><td></td><td>2</td></tr></table></body></html>"
    )
    found = read(path)
    assert ("TR", "KG", "import", "854231", "USD", 3e6) in figures(
        found, "partner", "reporter", "flow", "code", "currency", "value"
    )
    assert found.rejects.height == 0


def test_a_page_without_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.xls"
    path.write_text("<html><body><p>Session expired</p></body></html>")
    with pytest.raises(InputError, match="HTML page without a table"):
        read(path)


def test_an_array_of_arrays_names_its_columns_first(tmp_path: Path) -> None:
    path = tmp_path / "census.json"
    rows = [
        ["CTY_CODE", "CTY_NAME", "E_COMMODITY", "ALL_VAL_MO", "ALL_VAL_YR", "time"],
        ["4635", "KYRGYZSTAN", "854231", "500", "1500", "2022-03"],
        ["-", "TOTAL FOR ALL COUNTRIES", "854231", "900", "2900", "2022-03"],
    ]
    path.write_text(json.dumps(rows))
    found = read(path, "reporter==US")
    assert figures(found, "partner", "flow", "code", "value", "currency") == [
        ("KG", "export", "854231", 500.0, "USD"),
        ("WORLD", "export", "854231", 900.0, "USD"),
    ]


def test_small_figures_under_years_are_no_months(tmp_path: Path) -> None:
    path = tmp_path / "small.csv"
    path.write_text("partner;2020;2021;2022\nRussia;1;2;3\nKyrgyzstan;9;8;7\n")
    found = read(path, "reporter==AM", "flow==export", "currency==USD")
    assert set(found.rows["frequency"]) == {"A"}
    assert found.rows["value"].sum() == 30


def test_figures_that_count_from_one_beside_a_country_are_figures(tmp_path: Path) -> None:
    path = tmp_path / "small.csv"
    path.write_text("Country,2021,2022\nRussia,1,2\nKyrgyzstan,300,400\n")
    assert read(path, "reporter==AM", "flow==export", "currency==USD").rows["value"].sum() == 703
    path.write_text("Country,2021,2022\nRussia,20221,\nKyrgyzstan,202203,2022\n")  # no periods beside a country
    assert read(path, "reporter==AM", "flow==export", "currency==USD").rows["value"].sum() == 224446


def test_what_the_user_says_goes_before_the_words_of_a_title(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Exports of goods (EUR)\npartner,hs6,2020,2021,2022\nKyrgyzstan,854231,1000,2000,3000\n")
    found = read(path, "reporter==CH", "currency==CHF", "flow==import")
    assert set(found.rows.select("currency", "flow").rows()) == {("CHF", "import")}


def test_flows_given_as_numbers_of_an_unknown_publisher_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("reporter,partner,flow,hs6,period,value,currency2\nJP,KG,1,854231,2022-01,5,JPY\n")
    with pytest.raises(InputError, match=r"says by numbers .1. whether"):
        read(path, "currency==JPY")


def test_cyrillic_capitals_are_no_half_width_katakana(tmp_path: Path) -> None:
    path = tmp_path / "dattsvt.csv"
    lines = ["NAPR\tPERIOD\tSTRANA\tTNVED\tEDIZM\tSTOIM\tNETTO\tREGION"]
    for region in ("45000 - ГОРОД МОСКВА", "40000 - ГОРОД САНКТ-ПЕТЕРБУРГ"):
        lines.append(f"ИМ\t03/2022\tNA\t8542319010\t796 - ШТ\t1500,50\t2,5\t{region}")
    path.write_bytes("\r\n".join(lines).encode("cp1251"))
    found = read(path, "reporter==RU", "currency==USD")
    assert found.rows.select("flow", "partner", "value", "net_kg").unique().rows() == [("import", "NA", 1500.5, 2.5)]
    assert found.rows.height == 2


def test_an_answer_in_json_stat_is_its_dimensions(tmp_path: Path) -> None:
    def dimension(labels: dict[str, str]) -> dict[str, Any]:
        return {"category": {"index": {code: at for at, code in enumerate(labels)}, "label": labels}}

    dimensions = {
        "reporter": {"DE": "Germany"}, "partner": {"0": "Kyrgyzstan", "1": "Russia"},
        "product": {"854231": "Processors"}, "flow": {"2": "EXPORT"},
        "indicators": {"QUANTITY_IN_100KG": "", "VALUE_IN_EUROS": ""},
        "time": {"2022-03": "2022-03", "2022-04": "2022-04"},
    }  # fmt: skip
    whole = {
        "version": "2.0", "class": "dataset", "id": list(dimensions), "size": [1, 2, 1, 1, 2, 2],
        "dimension": {name: dimension(labels) for name, labels in dimensions.items()},
        "value": {"0": 3, "2": 1000, "3": 2000, "6": 9.5, "7": None},
    }  # fmt: skip
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(whole))
    found = read(path)
    assert figures(found, "partner", "period", "value", "net_kg", "currency") == [
        ("KG", date(2022, 3, 1), 1000.0, 300.0, "EUR"),
        ("KG", date(2022, 4, 1), 2000.0, None, "EUR"),
        ("RU", date(2022, 3, 1), 9.5, None, "EUR"),
    ]
    path.write_text(json.dumps(whole | {"dimension": {}}))
    with pytest.raises(InputError, match="no whole JSON-stat data set"):
        read(path)


def test_exporter_and_importer_in_columns_are_exports_of_the_one_to_the_other(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text("exporter,importer,hs6,year,value_usd\nDEU,KGZ,854231,2022,5000\n")
    assert figures(read(path), "reporter", "partner", "flow") == [("DE", "KG", "export")]


def test_the_lettered_columns_of_baci_are_thousand_dollars_and_tonnes(tmp_path: Path) -> None:
    path = tmp_path / "baci.csv"
    path.write_text("t,i,j,k,v,q\n2022,276,417,854231,100.5,0.25\n2022,842,699,854231,7,NA\n")
    assert figures(read(path), "reporter", "partner", "flow", "value", "currency", "net_kg") == [
        ("DE", "KG", "export", 100500.0, "USD", 250.0),
        ("US", "IN", "export", 7000.0, "USD", None),
    ]


def test_a_heading_says_thousands_in_digits(tmp_path: Path) -> None:
    path = tmp_path / "wits.csv"
    path.write_text(
        "Reporter,TradeFlow,ProductCode,Year,Partner,Trade Value 1000USD\n"
        "Germany,Export,854231,2022,Kyrgyz Republic,100.5\nGermany,Re-Export,854231,2022,Kyrgyz Republic,1\n"
    )
    assert figures(read(path), "flow", "partner", "value", "currency") == [
        ("export", "KG", 100500.0, "USD"),
        ("re-export", "KG", 1000.0, "USD"),
    ]


def test_the_country_is_the_partner_where_the_user_names_the_reporter(tmp_path: Path) -> None:
    path = tmp_path / "hmrc.csv"
    path.write_text(
        "MonthId,FlowTypeId,FlowTypeDescription,Cn8Code,CountryId,CountryName,PortName,Value\n"
        "202203,4,Non-EU Exports,85423190,901,Kyrgyzstan,Dover,60\n"
        "202203,4,Non-EU Exports,85423190,901,Kyrgyzstan,Hull,40\n"
    )
    found = read(path, "reporter==GB", "currency==GBP")
    assert found.rows.select("reporter", "partner", "flow").unique().rows() == [("GB", "KG", "export")]
    assert found.rows["value"].sum() == 100


def test_a_row_of_column_numbers_is_no_figure(tmp_path: Path) -> None:
    rows = [["Экспорт, тысяч долларов США"], ["Страна", "Код ТН ВЭД ЕАЭС", "2021", "2022", "2022 в % к 2021"],
            ["1", "2", "3", "4", "5"], ["Кыргызстан", "8542 31", "...", "100,5", "180,0"]]  # fmt: skip
    found = read(workbook(tmp_path, {"1": rows}), "reporter==BY")
    assert figures(found, "partner", "period", "value") == [("KG", date(2022, 1, 1), 100500.0)]
    assert found.rejects.height == 0


def test_exports_and_imports_below_each_other_in_one_sheet_are_two_tables(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Foreign trade of Armenia (thousand USD)"], ["Exports by country"], ["Country", "2021", "2022"],
        ["Russia", 100, 200], ["Kyrgyzstan", 1, 2], [], ["Imports by country"], ["Country", "2021", "2022"],
        ["Russia", 1000, 2000], ["1) Imports are recorded by origin, exports by destination."],
    ]  # fmt: skip
    found = read(workbook(tmp_path, {"Trade": rows}), "reporter==AM")
    assert figures(found, "flow", "partner", "value") == [
        ("export", "KG", 1000.0), ("export", "KG", 2000.0), ("export", "RU", 100000.0), ("export", "RU", 200000.0),
        ("import", "RU", 1000000.0), ("import", "RU", 2000000.0),
    ]  # fmt: skip
    assert found.rejects.height == 0


def test_a_header_repeated_on_the_next_page_begins_no_new_table(tmp_path: Path) -> None:
    head = ["Country", "HS6", "2020", "2021", "2022"]
    rows = [["Exports, thousand USD"], head, ["Russia", "854231", 1, 2, 300], head, ["Kyrgyzstan", "854231", 4, 5, 600]]
    found = read(workbook(tmp_path, {"Trade": rows}), "reporter==AM")
    assert set(found.rows["flow"]) == {"export"}
    assert found.rows["value"].sum() == 912_000


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (("1.234", "987", "12.345"), [987, 1234, 12345]),
        (("1.234", "12.345.678", "2.000"), [1234, 2000, 12345678]),
        (("1.234", "98.7", "12.345"), [1.234, 12.345, 98.7]),
        (("1.234", "0.500", "12.345"), [0.5, 1.234, 12.345]),
        (("1.234", "1987", "12.345"), [1.234, 12.345, 1987]),
    ],
)
def test_points_group_thousands_where_the_column_shows_it(
    tmp_path: Path, cells: tuple[str, ...], values: list[float]
) -> None:
    path = tmp_path / "table.csv"
    lines = "".join(f"DE;KG;854231;{2019 + number};export;{cell}\n" for number, cell in enumerate(cells))
    path.write_text(f"reporter;partner;code;period;flow;value\n{lines}")
    assert sorted(read(path, "currency==EUR").rows["value"].to_list()) == values


def test_points_that_can_be_both_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("partner;2020;2021;2022\nRussia;1.234;2.345;3.456\n")
    told = ("reporter==DE", "flow==export", "currency==EUR")
    with pytest.raises(InputError, match="three decimals or one of thousands"):
        read(path, *told)
    assert read(path, *told, "decimal==,").rows["value"].max() == 3456
    assert read(path, *told, "decimal==.").rows["value"].max() == pytest.approx(3.456)


def test_a_table_of_sums_over_several_months_alone_is_refused_by_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("partner;январь-ноябрь 2021;январь-ноябрь 2022\nРоссия;100,5;200,5\n")
    with pytest.raises(InputError, match="add up several months"):
        read(path, "reporter==AM", "flow==export", "currency==USD")
