"""Names that go on in the next numbered field, and numbered fields that hold other names."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.errors import InputError
from screening.intake.numbered_names import joined_name
from screening.intake.parties import read_parties


def names(tmp_path: Path, text: str, *mapping: str) -> list[tuple[str, str]]:
    path = tmp_path / "p.csv"
    path.write_text(text, encoding="utf-8")
    return [(each["role"], each["name"]) for each in read_parties([path], mapping).subjects.to_pylist()]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("CUSTOMER.NO;NAME.1;NAME.2", "1;LILIYA;ROTENBERG"),
        ("KUNNR;NAME1;NAME2;NAME3;NAME4", "1;LILIYA;ROTENBERG;;"),
        ("PARTY_NUMBER;ADDRESS_NAME1;ADDRESS_NAME2", "1;LILIYA;ROTENBERG"),
        ("BU_PARTNER;NAME_ORG1;NAME_ORG2;NAME_ORG3", "1;LILIYA;ROTENBERG;"),
        ("Kundennummer;Name 1;Name 2;Name 3", "1;LILIYA;;ROTENBERG"),
        ("id;Name;Name 2", "1;LILIYA;ROTENBERG"),
        ("id;Наименование 1;Наименование 2", "1;LILIYA;ROTENBERG"),
        ("id;Müşteri Adı 1;Müşteri Adı 2", "1;LILIYA;ROTENBERG"),
        ("id;名称1;名称2", "1;LILIYA;ROTENBERG"),
    ],
)
def test_a_given_and_a_family_name_in_two_fields_are_one_name(tmp_path: Path, header: str, cells: str) -> None:
    assert [name for _, name in names(tmp_path, f"{header}\n{cells}\n")] == ["LILIYA ROTENBERG"]


def test_a_payers_name_goes_on_in_the_next_field(tmp_path: Path) -> None:
    found = names(tmp_path, "Debtor name 1;Debtor name 2;Amount\nLILIYA;ROTENBERG;5\n")
    assert found == [("payer", "LILIYA ROTENBERG")]


@pytest.mark.parametrize(
    ("fields", "name", "readings", "others"),
    [
        (["PUBLICHNOE AKTSIONERNOE OBSCHESTVO", "SBERBANK"], "PUBLICHNOE AKTSIONERNOE OBSCHESTVO SBERBANK", (), ()),
        (["Zarvon Trading", "LLC"], "Zarvon Trading LLC", ("Zarvon Trading",), ()),
        (
            ["Zarvon Trading LLC", "Uzlab GmbH"],
            "Zarvon Trading LLC Uzlab GmbH",
            ("Zarvon Trading LLC",),
            ("Uzlab GmbH",),
        ),
        (["John Smith", "Liliya Rotenberg"], "John Smith Liliya Rotenberg", ("John Smith",), ("Liliya Rotenberg",)),
        (["Sberbank", "Сбербанк"], "Sberbank", ("Сбербанк",), ()),
        (["Gazprom", "Moscow"], "Gazprom Moscow", ("Gazprom",), ()),
        (["ROTENBERG", "LILIYA ARKADYEVNA"], "ROTENBERG LILIYA ARKADYEVNA", (), ()),
        (["Zarvon", "N/A"], "Zarvon", (), ()),
        (["", ""], "", (), ()),
    ],
)
def test_what_fields_hold_is_told_by_their_content(
    fields: list[str], name: str, readings: tuple[str, ...], others: tuple[str, ...]
) -> None:
    assert joined_name(fields) == (name, readings, others)


def test_whom_a_second_field_names_in_whose_care_is_no_other_name(tmp_path: Path) -> None:
    assert names(tmp_path, "NAME1;NAME2\nZarvon LLC;c/o Uzlab GmbH\n") == [
        ("party", "Zarvon LLC"),
        ("party", "Uzlab GmbH"),
    ]


def test_numbered_directors_are_persons_each(tmp_path: Path) -> None:
    assert names(tmp_path, "name;Director 1;Director 2\nZarvon LLC;Ada Lux;Jo Nox\n")[1:] == [
        ("director", "Ada Lux"),
        ("director", "Jo Nox"),
    ]


def test_a_name_beside_numbered_ones_is_the_main_one(tmp_path: Path) -> None:
    text = "Full name;NAME1;NAME2\nZarvon Holding LLC;Oltin;Yol\n"
    assert names(tmp_path, text) == [("party", "Zarvon Holding LLC"), ("party", "Oltin Yol")]


def test_the_mapping_goes_before_what_fields_are_told_to_hold(tmp_path: Path) -> None:
    text = "NAME1;NAME2\nZarvon;Uzlab\n"
    assert names(tmp_path, text, "name=NAME1+NAME2") == [("party", "Zarvon Uzlab")]
    assert names(tmp_path, text, "name=NAME2") == [("party", "Uzlab")]


def test_two_columns_for_one_name_can_be_joined_says_the_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"--map name=COLUMN, or .*--map name=Name\+Full name"):
        names(tmp_path, "Name;Full name\nA;B\n")
