"""Addresses behind names in one cell: towns with their word, postal codes, nested quotation marks, forms cut in two."""

from __future__ import annotations

import pytest

from screening.intake.customs_addressed import surely_apart


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ('АО "КОНЦЕРН "ПРИМЕР"', "426006, УР, Г.ИЖЕВСК, ПР-Д ИМ. ПЕТРОВА, 3"),
        ('ООО "ПРИМЕР"', "г. Макеевка, ДНР"),
        ('ООО "ПРИМЕР"', "119361, г. Москва, ул. Лесная, д. 41"),
        ("«ՕՐԻՆԱԿ» ՍՊԸ", "Երևան, Տերյան 105"),
        ("«ՕՐԻՆԱԿ» ՓԲԸ", "ԵՐԵՎԱՆ 0010, ԱՄԻՐՅԱՆ 6"),
        ("«ՕՐԻՆԱԿ» ՀԲԸ", "ՌԴ, Նաբերեժնիե Չելնի"),
        ("EXAMPLE IMP.& EXP. CO., LTD.", "ROOM 1907, PUDONG, SHANGHAI"),
        ("EXAMPLE CO., LIMITED", "(HONGKONG) 3/F WAI YIP ST KWUN TONG"),
    ],
)
def test_what_stands_behind_a_name_and_a_comma_is_its_address(name: str, address: str) -> None:
    assert surely_apart(f"{name}, {address}" if not name.endswith(("LTD.", "LIMITED")) else f"{name} {address}") == (
        name,
        address,
    )


@pytest.mark.parametrize(
    ("cell", "name", "address"),
    [
        ("ФКП Примерный завод г Казань", "ФКП Примерный завод", "г Казань"),
        ('MCHJ "PRIMER" TOSHKENT SH.', 'MCHJ "PRIMER"', "TOSHKENT SH."),
        ("«ՕՐԻՆԱԿ» ՍՊԸ ք. Երևան, Տերյան 105/1, բն. 46", "«ՕՐԻՆԱԿ» ՍՊԸ", "ք. Երևան, Տերյան 105/1, բն. 46"),
    ],
)
def test_a_town_with_its_word_needs_no_comma(cell: str, name: str, address: str) -> None:
    assert surely_apart(cell) == (name, address)


@pytest.mark.parametrize(
    "cell",
    [
        "Администрация г. Казань",
        "X LLC, Y LLC",
        "X Inc., Subsidiary of Moscow Trading",
        'ООО "Иванов, Петров и партнёры"',
        "ООО Альфа, Бета и Москва",
        "GREEN BANK LLC NEW SH.",
        "GAMMA CO., LTD., OOO BETA 5",
        "ООО Альфа, г. Казань, ООО Бета",
        'АО "КОНЦЕРН, "ПРИМЕР',
    ],
)
def test_what_is_no_address_stays_with_the_name(cell: str) -> None:
    assert surely_apart(cell) == (cell, "")
