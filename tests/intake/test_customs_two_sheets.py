"""Declarations whose heads stand on one sheet and whose goods on another."""

from __future__ import annotations

import polars as pl

from screening.intake.customs import CustomsReader
from tests.intake.workbooks import workbook

HEADS = ["Номер декларации", "Дата", "Отправитель", "Получатель", "Страна назначения", "Валюта", "Общий вес брутто, кг"]
GOODS = ["Номер декларации", "№ товара", "Код ТН ВЭД", "Описание товара", "Вес нетто, кг", "Фактурная стоимость"]


def head(number, importer="Далкин ООО", gross="900"):
    return [number, "02.03.2023", "Velgor GmbH", importer, "Казахстан", "EUR", gross]


def good(number, item=1, code="8482100000"):
    return [number, item, code, "Подшипники шариковые", "12,5", "1500,25"]


def read(tmp_path, mapping=(), **sheets):
    """The records with the names of their importers, and the reader."""
    book = workbook(tmp_path / "book.xlsx", sheets)
    reader = CustomsReader([str(book)], mapping)
    records = []
    for batch in reader.batches():
        names = batch.links.filter(pl.col("role") == "importer").with_columns(
            importer=pl.Series([reader.book.parties[at].name for at in batch.links.filter(role="importer")["party"]])
        )
        records.append(batch.records.join(names.select("record_id", "importer"), on="record_id", how="left"))
    return pl.concat(records, how="diagonal_relaxed"), reader


def noted(reader, text):
    return any(text in note for note in reader.notes)


def test_goods_are_given_the_heads_of_their_declarations_wherever_these_stand(tmp_path):
    numbers = [f"50401/0{n}0323/000{n}" for n in range(1, 5)]
    heads = [HEADS, *(head(number, f"Далкин {number[-1]} ООО") for number in reversed(numbers))]
    goods = [GOODS, *(good(f" {number.lower()} ") for number in numbers), good(numbers[0], 2, "8542319000")]
    records, reader = read(tmp_path, Декларации=heads, Товары=goods)
    assert records.select("place", "importer", "hs_code", "net_kg", "value", "currency").rows() == [
        *((f"Товары, row {n + 1}", f"Далкин {n} ООО", "8482100000", 12.5, 1500.25, "EUR") for n in range(1, 5)),
        ("Товары, row 6", "Далкин 1 ООО", "8542319000", 12.5, 1500.25, "EUR"),
    ]
    assert records["date"].null_count() == 0
    assert (reader.inputs[0].rows_in, reader.inputs[0].rows_out, reader.inputs[0].rejected) == (5, 5, 0)
    assert noted(reader, "sheet Товары: 5 rows of goods are joined to their heads on sheet Декларации")
    assert noted(reader, "sheet Декларации: 4 rows are heads of goods on another sheet, and no records of their own")
    assert not noted(reader, "trade statistics")


def test_what_a_whole_declaration_weighs_is_no_weight_of_one_of_several_goods(tmp_path):
    goods = [GOODS, good("1001"), good("1002"), good("1002", 2)]
    records, reader = read(tmp_path, Heads=[HEADS, head("1001"), head("1002")], Goods=goods)
    assert records["gross_kg"].to_list() == [900.0, None, None]
    assert noted(reader, "'Общий вес брутто, кг' of sheet Heads say how much a whole declaration is")


def test_heads_without_goods_and_goods_without_heads_are_records_by_themselves_and_said(tmp_path):
    numbers = [str(1000 + n) for n in range(20)]
    heads = [HEADS, *map(head, numbers), head("7777"), ["ИТОГО", "", "", "", "", "", "18900"]]
    goods = [GOODS, *map(good, numbers), good("9999")]
    records, reader = read(tmp_path, Heads=heads, Goods=goods)
    by_themselves = records.filter(pl.col("hs_code").is_null() | pl.col("importer").is_null())
    assert by_themselves.select("place", "importer", "hs_code").rows() == [
        ("Heads, row 22", "Далкин ООО", None),
        ("Goods, row 22", None, "8482100000"),
    ]
    account = reader.inputs[0]
    assert (account.rows_in, account.rows_out, account.rejected) == (23, 22, 1)
    assert noted(
        reader, "20 rows of goods are joined to their heads on sheet Heads by 'Номер декларации'; 1 find no head"
    )
    assert noted(
        reader, "sheet Heads: 20 rows are heads of goods on another sheet, and no records of their own; 2 others"
    )


def test_a_number_with_several_heads_that_differ_is_given_none_of_them(tmp_path):
    numbers = [str(1000 + n) for n in range(20)]
    heads = [HEADS, *map(head, numbers), head("1000"), head("5000", "Далкин ООО"), head("5000", "Заречье ООО")]
    records, reader = read(tmp_path, Heads=heads, Goods=[GOODS, *map(good, numbers), good("5000")])
    assert records.filter(pl.col("place").str.starts_with("Goods"))["importer"].null_count() == 1
    assert records.filter(pl.col("place").str.starts_with("Heads"))["place"].to_list() == [
        "Heads, row 23",
        "Heads, row 24",
    ]
    assert noted(reader, "1 find several heads that differ")


def test_further_goods_that_leave_out_the_number_are_of_the_same_declaration(tmp_path):
    goods = [GOODS, good("1001"), good(None, 2), good(None, 3), good("1002")]
    records, _ = read(tmp_path, Heads=[HEADS, head("1001", "Альта ООО"), head("1002")], Goods=goods)
    assert records["importer"].to_list() == ["Альта ООО", "Альта ООО", "Альта ООО", "Далкин ООО"]


def test_sheets_whose_numbers_do_not_agree_are_not_joined_and_it_is_said(tmp_path):
    heads, goods = [HEADS, head("1001"), head("1002")], [GOODS, good("1001"), good("2002"), good("2003")]
    records, reader = read(tmp_path, Heads=heads, Goods=goods)
    assert records["place"].to_list() == ["Heads, row 2", "Heads, row 3", *(f"Goods, row {n}" for n in (2, 3, 4))]
    assert records.filter(pl.col("hs_code").is_not_null())["importer"].null_count() == 3
    assert noted(reader, "not joined: of 3 rows of goods 1 find exactly one head by the declaration number")


def test_goods_without_a_column_of_declarations_are_not_joined_and_it_is_said(tmp_path):
    heads, goods = [HEADS, head("1001")], [GOODS[2:], good("1001")[2:]]
    _, reader = read(tmp_path, Heads=heads, Goods=goods)
    assert noted(reader, "not joined: only one of them has a column of declaration numbers")


def test_a_column_that_is_mapped_is_taken_from_the_heads_though_the_goods_have_one(tmp_path):
    goods = [[*GOODS, "Валюта"], [*good("1001"), "USD"]]
    heads = [[*HEADS[:5], "Валюта договора", HEADS[6]], head("1001")]
    records, _ = read(tmp_path, Heads=heads, Goods=goods)
    assert records["currency"].to_list() == ["USD"]
    records, _ = read(tmp_path, ["currency=Валюта договора"], Heads=heads, Goods=goods)
    assert records["currency"].to_list() == ["EUR"]


def test_two_sheets_that_both_name_parties_and_goods_stay_apart(tmp_path):
    whole = [[*HEADS, *GOODS[1:]], [*head("1001"), *good("1001")[1:]]]
    records, reader = read(tmp_path, A=whole, B=whole)
    assert records["place"].to_list() == ["A, row 2", "B, row 2"]
    assert not noted(reader, "joined")
