"""What is wrong in tables of trade statistics is said, with the place and what to do; nothing is dropped in silence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from screening.errors import InputError
from screening.intake.statistics import StatisticsReader

HEADER = "reporter,partner,flow,code,period,value,currency\n"


def table(tmp_path: Path, content: str, name: str = "table.csv") -> Path:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize("value", ["-5", "5-"])
def test_negative_values_are_rejected_by_row_and_column(tmp_path: Path, value: str) -> None:
    path = table(tmp_path, HEADER + f"DE,KG,export,854231,2022-01,{value},EUR\nDE,KG,export,854231,2022-02,5,EUR\n")
    found = StatisticsReader([path]).read()
    assert found.rows.height == 1
    reject = found.rejects.row(0, named=True)
    assert (reject["line"], reject["column"], reject["value"]) == (2, "value", value)
    assert "negative" in reject["reason"]
    assert (found.inputs[0].rows_in, found.inputs[0].rows_out, found.inputs[0].rejected) == (2, 1, 1)


def test_months_are_read_by_their_names_in_three_languages(tmp_path: Path) -> None:
    content = "Reporter;Partner;Flow;Code;Period;Value;Currency\n"
    content += "DE;KG;export;854231;March 2022;1,5;EUR\nDE;KG;export;854231;апрель 2022;2,5;EUR\n"
    content += "DE;KG;export;854231;Mayıs 2022;3,5;EUR\n"
    found = StatisticsReader([table(tmp_path, content)]).read()
    assert found.rows["period"].to_list() == [date(2022, 3, 1), date(2022, 4, 1), date(2022, 5, 1)]
    assert found.rows["value"].to_list() == [1.5, 2.5, 3.5]


def test_year_and_month_may_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    content = "Год,Месяц,Страна,Направление,Код товара,Стоимость долл США\n2022,март,Германия,экспорт,854231,10\n"
    found = StatisticsReader([table(tmp_path, content)], ["reporter==Kyrgyzstan"]).read()
    row = found.rows.row(0, named=True)
    assert (row["reporter"], row["partner"], row["period"]) == ("KG", "DE", date(2022, 3, 1))
    assert (row["currency"], row["frequency"]) == ("USD", "M")


def test_a_country_nobody_knows_is_rejected_and_not_taken_for_one(tmp_path: Path) -> None:
    found = StatisticsReader([table(tmp_path, HEADER + "DE,Atlantis,export,854231,2022-01,5,EUR\n")]).read()
    assert found.rows.height == 0
    assert found.rejects.row(0) == (
        str(tmp_path / "table.csv"), 2, "partner", "Atlantis", "partner is no country or group that is known",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        ("DE,KG,export,854231,2022-W05,5,EUR", "period", "no year, quarter or month"),
        ("DE,KG,transit,854231,2022-01,5,EUR", "flow", "neither export nor import"),
        ("DE,KG,export,widget,2022-01,5,EUR", "code", "no code"),
        ("DE,KG,export,854231,2022-01,5,XXQ", "currency", "no currency"),
        ("DE,KG,export,854231,2022-01,many,EUR", "value", "no number"),
        ("DE,KG,export,854231,2022-01,1e400,EUR", "value", "no number"),
    ],
)
def test_each_cell_that_cannot_be_read_is_named(tmp_path: Path, line: str, column: str, reason: str) -> None:
    found = StatisticsReader([table(tmp_path, HEADER + line + "\n")]).read()
    assert found.rows.height == 0
    reject = found.rejects.row(0, named=True)
    assert reject["column"] == column
    assert reason in reject["reason"]


def test_an_empty_cell_or_a_sign_for_nothing_is_missing_and_not_zero(tmp_path: Path) -> None:
    rows = "".join(
        f"DE,KG,export,854231,2022-{n:02d},{cell},EUR\n" for n, cell in enumerate(("", ":", "NA", "…", "0"), 1)
    )
    found = StatisticsReader([table(tmp_path, HEADER + rows)]).read()
    assert found.rows["value"].to_list() == [None, None, None, None, 0.0]
    assert found.rejects.height == 0


def test_a_code_that_was_changed_is_carried_on_by_its_successor(tmp_path: Path) -> None:
    content = HEADER + "ROM,KG,export,854231,2021-01,5,EUR\nROU,KG,export,854231,2022-01,7,EUR\n"
    found = StatisticsReader([table(tmp_path, content)]).read()
    assert found.rows["reporter"].to_list() == ["RO", "RO"]
    assert any("'rom' is carried on as RO" in note for note in found.notes)


def test_a_country_that_fell_apart_keeps_its_own_code(tmp_path: Path) -> None:
    content = HEADER + "DE,Serbia and Montenegro,export,854231,2005-01,5,EUR\nDE,Serbia,export,854231,2022-01,7,EUR\n"
    found = StatisticsReader([table(tmp_path, content)]).read()
    assert found.rows["partner"].to_list() == ["CS", "RS"]


def test_codes_that_lost_a_leading_zero_are_mended_and_said(tmp_path: Path) -> None:
    content = HEADER + "DE,KG,export,10121,2022-01,5,EUR\nDE,KG,export,854231,2022-01,5,EUR\n"
    found = StatisticsReader([table(tmp_path, content)]).read()
    assert found.rows["code"].to_list() == ["010121", "854231"]
    assert any("lost a leading zero" in note for note in found.notes)


def test_title_rows_merged_cells_and_footnotes_do_not_become_figures(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for line in ("Imports of Uzbekistan by country", "million US dollars", "as of 1 November 2022"):
        sheet.append([line])
    sheet.append(["Group", "Country", 2020, 2021, 2022])
    sheet.append(["Europe", "Germany", 1.5, 2, 3])
    sheet.append([None, "Poland", 4, 5, "..."])
    sheet.append(["Asia", "China", 7, 8, 9])
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A5:A6")
    sheet.append(["1) Preliminary figures."])
    sheet.append(["2) Without parcels."])
    path = tmp_path / "table.xlsx"
    book.save(path)
    found = StatisticsReader([path], ["reporter==UZ", "currency==USD"]).read()
    assert found.rows.height == 9
    assert found.rejects.height == 0
    poland = found.rows.filter(pl.col("partner") == "PL").sort("period")
    assert poland["value"].to_list() == [4e6, 5e6, None]
    assert set(found.rows["flow"]) == {"import"}
    assert (found.inputs[0].rows_in, found.inputs[0].rows_out) == (3, 3)


@pytest.mark.parametrize(
    ("header", "line", "missing", "option"),
    [
        ("partner,flow,code,period,value,currency", "KG,export,1,2022,5,EUR", "who reports", "--map reporter==COUNTRY"),
        ("reporter,flow,code,period,value,currency", "DE,export,1,2022,5,EUR", "who the partner is", "--map partner="),
        (
            "reporter,partner,code,period,value,currency",
            "DE,KG,1,2022,5,EUR",
            "exports or imports",
            "--map flow==export",
        ),
        ("reporter,partner,flow,code,period,value", "DE,KG,export,1,2022,5", "currency", "--map currency==EUR"),
        ("reporter,partner,flow,code,period,currency", "DE,KG,export,1,2022,EUR", "values", "--map value="),
        ("reporter,partner,flow,code,value,currency", "DE,KG,export,1,5,EUR", "period", "--map period="),
    ],
)
def test_what_stands_nowhere_is_asked_for(tmp_path: Path, header: str, line: str, missing: str, option: str) -> None:
    with pytest.raises(InputError) as caught:
        StatisticsReader([table(tmp_path, f"{header}\n{line}\n")]).read()
    message = str(caught.value)
    assert missing in message
    assert option in message
    assert "table.csv" in message


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        ("partner", "is not ROLE=COLUMN"),
        ("partnr=X", "did you mean partner"),
        ("value==5", "cannot be the same for all rows"),
        ("partner=Contry", "did you mean"),
    ],
)
def test_a_wrong_mapping_is_said_in_one_line(tmp_path: Path, mapping: str, says: str) -> None:
    path = table(tmp_path, "country,flow,code,period,value,currency\nKG,export,1,2022,5,EUR\n")
    with pytest.raises(InputError, match=f"(?i){says}"):
        StatisticsReader([path], [mapping]).read()


def test_no_file_and_an_empty_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file was named"):
        StatisticsReader([])
    with pytest.raises(InputError, match="the file is empty"):
        StatisticsReader([table(tmp_path, "")]).read()


def test_an_answer_with_a_row_that_is_none_is_read_without_it(tmp_path: Path) -> None:
    content = (
        '{"count": 2, "data": [{"reporterISO": "DEU", "partnerISO": "KGZ", "flowCode": "X", "cmdCode": "854231", '
        '"period": "202201", "primaryValue": 5}, 7], "error": ""}'
    )
    found = StatisticsReader([table(tmp_path, content, "answer.json")]).read()
    assert found.rows.height == 1
    assert found.rejects["reason"].to_list() == ["not a JSON object"]
