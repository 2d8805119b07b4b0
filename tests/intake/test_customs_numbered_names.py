"""Numbers of parties behind their names, in the same cell."""

from __future__ import annotations

import polars as pl
import pytest

from screening.intake.customs import CustomsReader


def parties(tmp_path, *rows):
    """The parties of a table by role, as ``(name, number, id)``; its first row holds the headings."""
    path = tmp_path / "records.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    reader = CustomsReader([str(path)])
    (batch,) = reader.batches()
    found: dict[str, list[tuple[str, str, str]]] = {}
    for role, number in batch.links.select(pl.col("role").cast(pl.String), "party").iter_rows():
        party = reader.book.parties[number]
        numbers = ";".join(f"{kind} {each}" for kind, each, _ in party.identifiers)
        found.setdefault(role, []).append((party.name, numbers, party.subject_id))
    return found


HEADINGS = (
    "Дата оформлення;Відправник;Одержувач;Код ЄДРПОУ одержувача;Країна одержувача;"
    "Особа, відповідальна за фінансове врегулювання (гр. 9);Код товару за УКТ ЗЕД"
)


def declared(buyer, number, payer):
    return f"21.02.2020;VELGOR GMBH;{buyer};{number};UA;{payer};8482100000"


@pytest.mark.parametrize(
    ("number", "payer"),
    [
        ("55255971", "ТОВ ДАЛКІН, 55255971"),
        ("55255971", "ТОВ ДАЛКІН 55255971"),
        ("55255971", "ТОВ ДАЛКІН (55255971)"),
        ("55255971", "DALKIN TOV, 55255971"),
        ("5255971", "ТОВ ДАЛКІН, 05255971"),
    ],
)
def test_a_name_with_the_number_that_another_column_gives_is_the_party_of_that_column(tmp_path, number, payer):
    found = parties(tmp_path, HEADINGS, declared("ТОВ ДАЛКІН", number, payer))
    (buyer,), (holder,) = found["importer"], found["contract_holder"]
    assert holder[0] in ("ТОВ ДАЛКІН", "DALKIN TOV")
    assert holder[1:] == buyer[1:]


def test_a_number_without_a_label_that_nothing_bears_out_stays_in_the_name(tmp_path):
    found = parties(tmp_path, HEADINGS, declared("ТОВ ДАЛКІН", "55255971", "ТОВ ВЕЛГА, 20230115"))
    assert [each[:2] for each in found["contract_holder"]] == [("ТОВ ВЕЛГА, 20230115", "")]


def test_a_number_that_is_right_in_the_country_of_the_party_is_its_number(tmp_path):
    head = "Дата;Отправитель;Получатель;Страна получателя;Код ТН ВЭД"
    rows = [
        "21.02.2020;VELGOR GMBH;ООО Далкин, 7707083893;RU;8482100000",
        "21.02.2020;VELGOR GMBH;ООО Велга, 7707083894;RU;8482100000",
    ]
    found = parties(tmp_path, head, *rows)
    assert [each[:2] for each in found["importer"]] == [("ООО Далкин", "INN 7707083893"), ("ООО Велга, 7707083894", "")]


@pytest.mark.parametrize(
    ("cell", "name", "numbers"),
    [
        ("ООО Далкин ИНН 7707083893", "ООО Далкин", "INN 7707083893"),
        ("ООО Далкин (ИНН 7707083893)", "ООО Далкин", "INN 7707083893"),
        ("ООО Далкин, ИНН/КПП 7707083893/770701001", "ООО Далкин", "INN 7707083893"),
        ("ТОО Далкин БИН 210140736180", "ТОО Далкин", "BIN/IIN 210140736180"),
        ("ООО ИНН 7707083893", "ООО ИНН 7707083893", ""),
        ("Войсковая часть № 12345678", "Войсковая часть № 12345678", ""),
        ("Далкин 2000 ООО", "Далкин 2000 ООО", ""),
        ("Trading LLC 12345678", "Trading LLC 12345678", ""),
    ],
)
def test_a_number_with_its_label_is_no_part_of_the_name_and_a_number_that_is_the_name_is(tmp_path, cell, name, numbers):
    head = "Дата;Отправитель;Получатель;Код ТН ВЭД"
    found = parties(tmp_path, head, f"21.02.2020;VELGOR GMBH;{cell};8482100000")
    assert [each[:2] for each in found["importer"]] == [(name, numbers)]


def test_a_number_of_its_own_column_stays_before_one_of_another_kind_in_the_name(tmp_path):
    head = "Дата;Отправитель;Получатель;ИНН получателя;Код ТН ВЭД"
    row = "21.02.2020;VELGOR GMBH;ООО Далкин ОГРН 1027700132195;7707083893;8482100000"
    found = parties(tmp_path, head, row)
    assert [each[:2] for each in found["importer"]] == [("ООО Далкин", "INN 7707083893;OGRN 1027700132195")]


def test_another_number_without_a_label_than_that_of_the_column_stays_in_the_name(tmp_path):
    found = parties(tmp_path, HEADINGS, declared("ТОВ ДАЛКІН, 20230115", "55255971", "ТОВ ВЕЛГА"))
    assert [each[:2] for each in found["importer"]] == [("ТОВ ДАЛКІН, 20230115", "EDRPOU 55255971")]
