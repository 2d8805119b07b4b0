"""Headings cut short, in Latin letters, with the numbers of boxes; and columns of codes beside names."""

from __future__ import annotations

import random

import pytest

from screening.intake.customs_headings import understand
from screening.intake.customs_layout import layout
from screening.intake.customs_roles import heading_roles

RUSSIAN_IN_LATIN = {
    "NOMER_DT": "declaration", "DATA_DT": "date", "NAPRAVL": "direction", "PROTSED": "procedure",
    "OTPR_NAIM": "exporter_name", "OTPR_ADRES": "exporter_address", "POLUCH_INN": "importer_tax_id",
    "POLUCH_NAIM": "importer_name", "STR_OTPRAVL": "dispatch", "STR_PROISH": "origin", "STR_NAZN": "destination",
    "KOD_TNVED": "hs_code", "OPIS_TOVARA": "description", "KOLVO": "quantity", "ED_IZM": "unit",
    "VES_BRUTTO": "gross_kg", "VES_NETTO": "net_kg", "USL_POST": "incoterm", "MESTO_POST": "delivery_place",
    "VALYUTA": "currency", "FAKT_STOIM": "value", "STAT_STOIM_USD": "value_usd", "VERS": "version",
}  # fmt: skip
IN_CYRILLIC = {
    "НАИМ_ОТПР": "exporter_name", "ПОЛУЧ_НАИМ": "importer_name", "СТР_ПРОИСХ": "origin", "СТР_НАЗН": "destination",
    "ОПИС_ТОВ": "description", "КОЛ_ВО": "quantity", "ЕД_ИЗМ": "unit", "СТАТ_СТОИМ": "value_usd",
}  # fmt: skip
UKRAINIAN = {
    "ВІДПР_НАЙМ": "exporter_name", "ОДЕРЖ_НАЙМ": "importer_name", "КР_ПОХОДЖ": "origin", "КР_ПРИЗН": "destination",
    "VAHA_BRUTTO": "gross_kg", "FAKT_VART": "value",
}  # fmt: skip
ENGLISH = {
    "EXP_NM": "exporter_name", "IMP_ADDR": "importer_address", "CTY_ORIG": "origin", "NET_WT": "net_kg",
    "CTRY_OF_MANUFACTURE": "origin", "ARRIVAL_DT": "date",
    "GR_WT": "gross_kg", "QTY_UNT": "unit", "GOODS_DESC": "description",
}  # fmt: skip
OTHERS = {"ALICI_UNV": "importer_name", "MENSE_ULK": "origin", "BRUT_AGR": "gross_kg"}
SPANISH = {"PAIS_ORIG": "origin", "PESO_BRUT": "gross_kg", "CANT": "quantity", "DESC_MERC": "description"}
BOXES = {
    "гр.2 БИН/ИИН": "exporter_tax_id", "гр.8 БИН/ИИН (ИНН)": "importer_tax_id", "БИН (гр. 2)": "exporter_tax_id",
    "гр.2 Отправитель": "exporter_name", "гр.8 Получатель": "importer_name", "графа 14": "declarant_name",
    "гр.1 Тип": "direction", "гр. 31": "description", "гр.31 Кол-во ДЕИ": "quantity", "Box 34": "origin",
    "гр.31 Грузовые места и описание товаров": "description",
}  # fmt: skip


@pytest.mark.parametrize(
    "headings",
    [RUSSIAN_IN_LATIN, IN_CYRILLIC, UKRAINIAN, ENGLISH, OTHERS, SPANISH, BOXES],
    ids=lambda each: next(iter(each)),
)
def test_headings_cut_short_are_read_in_any_order(headings: dict[str, str]) -> None:
    order = list(headings)
    for seed in range(3):
        random.Random(seed).shuffle(order)
        said = heading_roles(order)
        assert {heading: said.get(index) for index, heading in enumerate(order)} == headings


@pytest.mark.parametrize(
    "heading", ["Trade", "TOTAL_COST", "т/р", "Prog.", "OTPR_ZZZ_QQQ", "графа 99", "TRADEMARK_FEE"]
)
def test_a_word_of_its_own_is_no_beginning(heading: str) -> None:
    guess = understand(heading)
    assert guess is None or guess.role not in ("trading_party_name", "manufacturer_name", "item", "exporter_name")


def test_a_box_of_another_number_is_another_party() -> None:
    assert understand("гр.2 БИН") != understand("гр.8 БИН")


@pytest.mark.parametrize(
    "heading",
    ["Shipper Licence", "رخصة المصدر", "Номер лицензии отправителя", "Exporter registration no", "Exportador licencia"],
)
def test_a_licence_is_the_number_of_its_party(heading: str) -> None:
    guess = understand(heading)
    assert guess
    assert guess.role == "exporter_tax_id"


@pytest.mark.parametrize("swapped", [False, True])
def test_of_two_columns_headed_as_a_name_the_one_with_codes_is_the_number(swapped: bool) -> None:
    header = ["Exporter", "Exporter", "Importer", "HS code", "Date"]
    firm, code = ["Akme Trading LLC", "Bolt Works Ltd"], ["LIC-625453", "LIC-970750"]
    rows = [
        [(code if swapped else firm)[n % 2], (firm if swapped else code)[n % 2], "Delta JSC", "854231", "2023-01-02"]
        for n in range(10)
    ]
    shape = layout(header, rows)
    assert [each.index for each in shape.columns["exporter_name"]] == [int(swapped)]
    assert [each.index for each in shape.columns["exporter_tax_id"]] == [int(not swapped)]
