"""Workbooks of several sheets: what is mapped for one of them, which is spoken of, and names of one party twice."""

from __future__ import annotations

import polars as pl
import pytest

from screening.errors import InputError
from screening.intake.customs import CustomsReader
from screening.intake.customs_headings import understand
from tests.intake.workbooks import workbook

IMPORTS = [
    ["Date", "Seller abroad", "Importer", "HS code", "Goods"],
    ["2023-01-02", "Alfa GmbH", "Velgor Ltd", "848210", "bearings"],
    ["2023-01-03", "Alfa GmbH", "Velgor Ltd", "848210", "bearings"],
]
EXPORTS = [
    ["Date", "Exporter", "Client X", "HS code", "Goods"],
    ["2023-02-02", "Velgor Ltd", "Dalkin LLC", "848210", "bearings"],
]
TWO_NAMES = [
    ["No", "报关单", None, "境内发货人", None, "境外收货人", None, None, "商品编号"],
    [None, "报关单号", "出口日期", "企业名称", "英文名称", "中文名称", "英文名称", "地址", None],
    [
        "1",
        "2920",
        "2023-02-02",
        "宁波锐峰有限公司",
        "NINGBO RUIFENG CO",
        "北风公司",
        "VELGOR LLC",
        "Osh",
        "848210",
    ],
    ["2", "2921", "2023-02-03", "宁波锐峰有限公司", "", "", "DALKIN LLC", "Osh", "848210"],
]


def records(tmp_path, **sheets):
    return [str(workbook(tmp_path / "records.xlsx", sheets))]


def names(reader):
    """For each record the names of its parties with their roles."""
    found = []
    for batch in reader.batches():
        for at in range(batch.records.height):
            mine = batch.links.filter(pl.col("at") == at)
            found.append(
                {(role, reader.book.parties[party].name) for role, party in mine.select("role", "party").rows()}
            )
    return found


def test_what_is_mapped_for_one_sheet_leaves_the_other_to_its_own_headings(tmp_path):
    reader = CustomsReader(records(tmp_path, Imports=IMPORTS, Exports=EXPORTS), ["importer=Client X"])
    assert names(reader) == [
        {("exporter", "Alfa GmbH"), ("importer", "Velgor Ltd")},
        {("exporter", "Alfa GmbH"), ("importer", "Velgor Ltd")},
        {("exporter", "Velgor Ltd"), ("importer", "Dalkin LLC")},
    ]
    assert any("sheet Imports: --map importer_name=Client X: no such column here" in note for note in reader.notes)


def test_a_mapped_column_that_no_sheet_has_is_an_error(tmp_path):
    with pytest.raises(InputError, match="there is no column 'Client Y'"):
        names(CustomsReader(records(tmp_path, Imports=IMPORTS, Exports=EXPORTS), ["importer=Client Y"]))


def test_a_second_name_of_a_party_in_another_language_is_a_name_of_it(tmp_path):
    reader = CustomsReader(records(tmp_path, Read=[["Exported by us"]], Exports=TWO_NAMES))
    assert names(reader) == [
        {
            ("exporter", "宁波锐峰有限公司"),
            ("exporter", "NINGBO RUIFENG CO"),
            ("importer", "北风公司"),
            ("importer", "VELGOR LLC"),
        },
        {("exporter", "宁波锐峰有限公司"), ("importer", "DALKIN LLC")},
    ]
    ids = {each.subject_id for each in reader.book.parties if each.name in ("宁波锐峰有限公司", "NINGBO RUIFENG CO")}
    assert len(ids) == 1


def test_beside_the_name_that_is_mapped_the_other_is_a_name_of_the_party_too(tmp_path):
    reader = CustomsReader(records(tmp_path, Exports=TWO_NAMES), ["importer=英文名称 境外收货人"])
    assert {("importer", "北风公司"), ("importer", "VELGOR LLC")} < names(reader)[0]


@pytest.mark.parametrize(
    ("heading", "version"),
    [
        ("境外收货人 英文名称", "english"),
        ("境内发货人 中文名称", "original"),
        ("Получатель (латиницей)", "english"),
        ("Наименование получателя на английском", "english"),
        ("Importer name (Chinese)", "original"),
        ("Получатель", ""),
    ],
)
def test_headings_say_in_which_language_a_name_is(heading, version):
    assert understand(heading).version == version


def test_two_columns_of_one_heading_in_two_scripts_are_one_party_and_in_one_script_are_asked_about(tmp_path):
    head = ["Date", "Exporter", "Importer", "Importer", "HS code"]
    rows = [["2023-01-02", "Alfa GmbH", "ТОО Велгор", "Velgor LLP", "848210"]] * 2
    reader = CustomsReader(records(tmp_path, A=[head, *rows]))
    assert {("importer", "ТОО Велгор"), ("importer", "Velgor LLP")} < names(reader)[0]
    rows = [["2023-01-02", "Alfa GmbH", "Dalkin LLP", "Velgor LLP", "848210"]] * 2
    with pytest.raises(InputError, match="both claim the role"):
        names(CustomsReader(records(tmp_path, A=[head, *rows])))


def test_where_no_sheet_can_be_read_the_error_is_that_of_the_one_which_looks_like_records(tmp_path):
    head = ["No", "Date", "Exporter", "Importer", "Importer", "HS code", "Procedure"]
    rows = [[str(n), "2023-01-02", "Alfa GmbH", "Dalkin LLP", "Velgor LLP", "848210", "export"] for n in range(1, 5)]
    with pytest.raises(InputError, match="both claim the role") as told:
        names(CustomsReader(records(tmp_path, Notes=[["Invented"], ["Exports"]], Data=[head, *rows])))
    assert str(told.value.where).endswith("sheet Data")


def test_a_sheet_of_records_that_cannot_be_read_explains_no_codes(tmp_path):
    head = ["No", "Date", "Exporter", "Importer", "Importer", "HS code", "Procedure"]
    rows = [[str(n), "2023-01-02", "Alfa GmbH", "Dalkin LLP", "Velgor LLP", "848210", "export"] for n in range(1, 5)]
    reader = CustomsReader(records(tmp_path, Bad=[head, *rows], Exports=EXPORTS))
    assert len(names(reader)) == 1
    assert any("passed over" in note and "both claim the role" in note for note in reader.notes)
    assert not any("codes of procedures" in note for note in reader.notes)


def test_remarks_may_stand_in_several_columns_and_can_be_mapped(tmp_path):
    path = tmp_path / "records.csv"
    path.write_text(
        "Date,Exporter,Importer,HS code,Remarks,Special terms,Column Q\n"
        "2023-01-02,Alfa GmbH,Velgor Ltd,848210,end user not known,,\n"
        "2023-01-03,Alfa GmbH,Velgor Ltd,848210,,end user not known,\n"
        "2023-01-04,Alfa GmbH,Velgor Ltd,848210,,,end user not known\n",
        encoding="utf-8",
    )
    for mapping, said in (([], [True, True, False]), (["remarks=Column Q"], [True, True, True])):
        (batch,) = CustomsReader([path], mapping).batches()
        assert [bool(notes) for notes in batch.records["notes"].to_list()] == said


def test_which_of_two_dates_counts_is_said_and_styles_are_those_of_a_column(tmp_path):
    path = tmp_path / "records.csv"
    path.write_text(
        "申报日期,出口日期,发货人,收货人,商品编号\n"
        "2023/1/4,20230106,Alfa GmbH,Velgor Ltd,848210\n"
        ",20230107,Alfa GmbH,Velgor Ltd,848210\n",
        encoding="utf-8",
    )
    reader = CustomsReader([path])
    (batch,) = reader.batches()
    assert [str(each) for each in batch.records["date"].to_list()] == ["2023-01-04", "2023-01-07"]
    assert any("of the dates '申报日期', '出口日期' the first that says something" in note for note in reader.notes)
    assert not any("styles in" in note for note in reader.notes)
