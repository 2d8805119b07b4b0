"""Trade statistics as published: every format is told by its content, and read as its publisher means it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from screening.intake.statistics import STATISTICS, Statistics, StatisticsReader
from screening.intake.statistics_periods import month, period
from screening.intake.statistics_places import trader

TRADE = "trade"


def read(*paths: Path, mapping: tuple[str, ...] = ()) -> Statistics:
    return StatisticsReader(list(paths), mapping).read()


def text(tmp_path: Path, content: str, name: str = "table.csv", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("cell", "start", "frequency"),
    [
        ("2022", date(2022, 1, 1), "A"),
        ("Y2019", date(2019, 1, 1), "A"),
        ("2022г.", date(2022, 1, 1), "A"),
        ("202252", date(2022, 1, 1), "A"),
        ("2022-01", date(2022, 1, 1), "M"),
        ("202211", date(2022, 11, 1), "M"),
        ("2022M03", date(2022, 3, 1), "M"),
        ("11/2021", date(2021, 11, 1), "M"),
        ("2022-07-01", date(2022, 7, 1), "M"),
        ("Aug. 2024", date(2024, 8, 1), "M"),
        ("May. 2019", date(2019, 5, 1), "M"),
        ("март 2021 г.", date(2021, 3, 1), "M"),
        ("янв. 2022", date(2022, 1, 1), "M"),
        ("Ocak 2022", date(2022, 1, 1), "M"),
        ("қаңтар 2022", date(2022, 1, 1), "M"),
        ("2022-Q1", date(2022, 1, 1), "Q"),
        ("2022Q3", date(2022, 7, 1), "Q"),
        ("Q4 2021", date(2021, 10, 1), "Q"),
        ("2nd quarter of 2023", date(2023, 4, 1), "Q"),
        ("IV квартал 2021 г.", date(2021, 10, 1), "Q"),
        ("1 кв. 2022 года", date(2022, 1, 1), "Q"),
        ("2022 3. çeyrek", date(2022, 7, 1), "Q"),
        ("1er trimestre 2022", date(2022, 1, 1), "Q"),
        ("2022¹", date(2022, 1, 1), "A"),
        ("2022年11月", date(2022, 11, 1), "M"),
        ("март 2022²⁾", date(2022, 3, 1), "M"),
    ],
)
def test_a_year_quarter_or_month_is_read_however_it_is_written(cell: str, start: date, frequency: str) -> None:
    assert period(cell) == (start, frequency)


@pytest.mark.parametrize(
    "cell",
    [
        "2022-Q5",
        "2022-W05",
        "I-II квартал 2022",
        "9 месяцев 2022",
        "март 2022 нарастающим итогом",
        "¹",
        "quarter 2022",
        "KW 1 2022",
        "Q1",
        "13/2022",
        "jui 2020",
        "total",
        "",
        "12",
        "2022-13",
        "198765",
    ],
)
def test_what_is_no_year_quarter_or_month_is_not_guessed(cell: str) -> None:
    assert period(cell) is None


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("year,quarter", ["2021,1", "2021,II", "2021,Q3", "2021,4 кв"]),
        ("год,квартал", ["2021,1", "2021,2", "2021,3", "2021,IV"]),
        ("year,month", ["2021,Q1", "2021,Q2", "2021,Q3", "2021,Q4"]),
    ],
)
def test_a_quarter_may_stand_in_a_column_beside_the_year(tmp_path: Path, header: str, cells: list[str]) -> None:
    rows = "".join(f"DE,KG,export,854231,{cell},{number},EUR\n" for number, cell in enumerate(cells))
    found = read(text(tmp_path, f"reporter,partner,flow,code,{header},value,currency\n{rows}"))
    assert found.rows["period"].to_list() == [date(2021, first, 1) for first in (1, 4, 7, 10)]
    assert found.rows["frequency"].to_list() == ["Q"] * 4


def test_quarters_may_be_the_columns_of_a_table(tmp_path: Path) -> None:
    found = read(
        text(tmp_path, "partner;2021;;;;2022;;;\n;I кв.;II кв.;III кв.;IV кв.;I кв.;II кв.;III кв.;IV кв.\n"
        "Германия;1;2;3;4;5;6;7;8\n"),
        mapping=("reporter==KG", "flow==import", "currency==USD"),
    )  # fmt: skip
    assert found.rows["frequency"].unique().to_list() == ["Q"]
    assert found.rows.sort("period")["value"].to_list() == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_beginning_that_fits_two_months_is_neither() -> None:
    assert month("ma") is None
    assert month("march") == 3


@pytest.mark.parametrize(
    ("cell", "who", "kind"),
    [
        ("Spain (incl. Canary Islands 'XB' from 1997)", "ES", "country"),
        ("Germany (incl. German Democratic Republic 'DD' from 1991)", "DE", "country"),
        ("Russian Federation (Russia)", "RU", "country"),
        ("Lesotho, Kingdom of", "LS", "country"),
        ("Rep. of Korea", "KR", "country"),
        ("842", "US", "country"),
        ("490", "TW", "country"),
        ("EL", "GR", "country"),
        ("NA", "NA", "country"),
        ("W00", "WORLD", "world"),
        ("Всего 2", "WORLD", "world"),
        ("European Union - 27 countries (AT, BE, BG, CY, CZ)", "EU27", "group"),
        ("Euro area - 20 countries (AT, BE)", "EA", "group"),
        ("Out of CIS countries", "NON-CIS", "group"),
        ("Areas, nes", "UNSPECIFIED", "unspecified"),
    ],
)
def test_countries_are_told_from_groups_of_them(cell: str, who: str, kind: str) -> None:
    found = trader(cell)
    assert found is not None
    assert (found.id, found.kind) == (who, kind)


@pytest.mark.real
def test_every_name_in_the_real_files_is_understood(shared: Path) -> None:
    paths = [
        path
        for folder in ("", "national", "weights", "comtrade")
        for path in sorted((shared / TRADE / folder).iterdir())
        if path.suffix in (".csv", ".json", ".xlsx") and "headings" not in path.name
    ]
    found = read(*paths)
    assert len(found.inputs) == 14
    assert found.rejects.height == 0
    assert found.rows.schema == STATISTICS
    assert {(each.rows_in, each.rows_out + each.rejected) for each in found.inputs} == {
        (each.rows_in, each.rows_in) for each in found.inputs
    }


@pytest.mark.real
def test_an_answer_of_the_comtrade_api_is_read(shared: Path) -> None:
    found = read(shared / TRADE / "comtrade/comtrade_newapi_CA_HS_response.json")
    rows = found.rows.select("reporter", "partner", "flow", "code", "edition", "value", "currency", "frequency").rows()
    assert rows[0] == ("CN", "AR", "import", "TOTAL", "HS2007", 6804128143.0, "USD", "A")
    assert [row[2] for row in rows] == ["import", "import", "export", "export"]
    assert found.inputs[0].format.startswith("UN Comtrade")


@pytest.mark.real
def test_the_long_layout_of_comtrade_is_read_with_weights(shared: Path) -> None:
    found = read(shared / TRADE / "comtrade/comtradr_vignette3_47cols.csv")
    first = found.rows.row(0, named=True)
    assert (first["reporter"], first["partner"], first["flow"], first["code"]) == ("TH", "MZ", "import", "030613")
    assert (first["value"], first["net_kg"], first["unit"], first["edition"]) == (2482223.0, 292990.0, "kg", "HS2007")
    assert set(found.rows["flow"]) == {"import", "export", "re-import"}


@pytest.mark.real
def test_the_older_layout_that_is_not_utf8_throughout_is_read(shared: Path) -> None:
    """Trap 5: a BOM at the start, and bytes that are not UTF-8 further down."""
    found = read(shared / TRADE / "weights/mobile_phone_reexports.csv")
    assert found.rows.height == 286
    assert set(found.rows["reporter"]) == {"AM"}
    july = found.rows.filter(
        (pl.col("partner") == "RU") & (pl.col("flow") == "export") & (pl.col("period") == date(2022, 7, 1))
    ).row(0, named=True)
    assert round(july["net_kg"] / july["quantity"], 1) == 7.1
    assert july["unit"] == "u"


@pytest.mark.real
def test_both_styles_of_comext_are_read(shared: Path) -> None:
    plain = read(shared / TRADE / "eu27_exports_chpl_subset.csv")
    assert plain.rows.height == 23_654
    assert plain.rows.row(0) == (
        str(shared / TRADE / "eu27_exports_chpl_subset.csv"), 2, "AT", "country", "AM", "country", "export", "84715000",
        None, date(2020, 1, 1), "M", 24709.0, "EUR", None, None, None, "",
    )  # fmt: skip
    assert any("flow export, by the name of the file" in note for note in plain.notes)
    totals = read(shared / TRADE / "eu_exports_monthly_total_by_destination.csv.gz")
    assert totals.rows.height == 12_358
    assert set(totals.rows["code"]) == {"TOTAL"}
    assert set(totals.rows["flow"]) == {"export"}
    assert set(totals.rows.filter(pl.col("reporter_kind") == "group")["reporter"]) == {"EU27", "EU", "EA"}


@pytest.mark.real
def test_imf_partners_are_millions_by_year_and_an_empty_cell_is_missing(shared: Path) -> None:
    """Trap 3: Kazakhstan has nothing for 2024, which is not zero."""
    found = read(shared / TRADE / "national/imf_russia_partners.csv")
    mine = found.rows.filter((pl.col("partner") == "KZ") & (pl.col("flow") == "export")).sort("period")
    values = dict(zip(mine["period"].dt.year().to_list(), mine["value"].to_list(), strict=True))
    assert values[2021] == pytest.approx(18_474_116_961)
    assert values[2024] is None
    assert 2024 in values


@pytest.mark.real
def test_the_kyrgyz_workbook_is_read_as_published(shared: Path) -> None:
    """Titles, three languages, thousands of som, footnotes; and nothing in it but aggregates."""
    found = read(shared / TRADE / "national/kyrgyzstan_exports_by_country.xlsx")
    world = found.rows.filter((pl.col("partner") == "WORLD") & (pl.col("period") == date(2023, 1, 1))).row(
        0, named=True
    )
    assert (world["reporter"], world["flow"], world["currency"]) == ("KG", "export", "KGS")
    assert world["value"] == pytest.approx(298_131_096_400)
    assert set(found.rows["partner_kind"]) == {"world", "group"}
    assert found.rejects.height == 0
    assert any("4 rows of text" in note for note in found.notes)


@pytest.mark.real
def test_modes_of_transport_without_a_total_are_added_up_and_said(shared: Path) -> None:
    """Trap 1, the other way round: no row of this file is the total over modes."""
    found = read(shared / TRADE / "weights/vehicle_trade_armenia.csv")
    assert found.rows.height == 10_405
    assert any("without a total: their sum stands for it" in note for note in found.notes)


def test_of_modes_procedures_and_second_partners_only_the_total_is_kept(tmp_path: Path) -> None:
    """Trap 1: summing over all of them doubles the total."""
    path = text(
        tmp_path,
        "period,reporterISO,flowCode,partnerISO,partner2Code,cmdCode,customsCode,mosCode,motCode,primaryValue\n"
        "202201,ARM,X,RUS,0,851713,C00,0,0,100\n"
        "202201,ARM,X,RUS,0,851713,C00,0,3200,60\n"
        "202201,ARM,X,RUS,0,851713,C00,0,1000,40\n"
        "202201,ARM,X,RUS,0,851713,C01,0,0,70\n"
        "202201,ARM,X,RUS,276,851713,C00,0,0,55\n"
        "202202,ARM,X,RUS,0,851713,C00,0,3000,80\n"
        "202202,ARM,X,RUS,0,851713,C00,0,3200,50\n"
        "202202,ARM,X,RUS,0,851713,C00,0,3100,30\n",
    )
    found = read(path)
    sums = found.rows.group_by("period").agg(pl.col("value").sum()).sort("period")["value"].to_list()
    assert sums == [100.0, 80.0]
    assert any("not added up" in note for note in found.notes)


def test_our_own_csv_carries_units_and_currency(tmp_path: Path) -> None:
    path = text(
        tmp_path,
        "reporter,partner,flow,code,period,value,currency,net_kg,quantity,unit\nDE,KG,export,8542.31,2022-03,1200.5,EUR,3,40,p/st\n",
    )
    row = read(path).rows.row(0, named=True)
    assert (row["code"], row["value"], row["currency"]) == ("854231", 1200.5, "EUR")
    assert (row["net_kg"], row["quantity"], row["unit"]) == (3.0, 40.0, "p/st")


def test_a_mapping_says_what_headings_do_not(tmp_path: Path) -> None:
    path = text(tmp_path, "wer;wohin;wann;was;wieviel\nDE;KG;2022;854231;1.200,50\nDE;KZ;2022;854231;7,25\n")
    mapping = (
        "reporter=wer",
        "partner=wohin",
        "period=wann",
        "code=was",
        "value=wieviel",
        "flow==export",
        "currency==EUR",
    )
    found = read(path, mapping=mapping)
    assert found.rows["value"].to_list() == [1200.5, 7.25]
    assert found.rows["partner"].to_list() == ["KG", "KZ"]


def test_columns_by_year_and_flow_under_merged_headings_are_read(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["External trade of Georgia"])
    sheet.append(["(thousand USD)"])
    sheet.append(["Preliminary"])
    sheet.append(["Country", 2021, None, 2022, None])
    sheet.append([None, "Export", "Import", "Export", "Import"])
    sheet.merge_cells("A4:A5")
    sheet.merge_cells("B4:C4")
    sheet.merge_cells("D4:E4")
    sheet.append(["Germany", 10, 20, 30, 40])
    sheet.append(["Russian Federation 1", 1, 2, 3.5, None])
    sheet.append(["1 Without parcels"])
    path = tmp_path / "table.xlsx"
    book.save(path)
    found = read(path, mapping=("reporter==Georgia",))
    rows = {(row["partner"], row["flow"], row["period"].year): row["value"] for row in found.rows.iter_rows(named=True)}
    assert rows["DE", "import", 2022] == 40_000
    assert rows["RU", "export", 2022] == 3_500
    assert rows["RU", "import", 2022] is None
    assert len(rows) == 8
    assert set(found.rows["currency"]) == {"USD"}
    assert found.rejects.height == 0
