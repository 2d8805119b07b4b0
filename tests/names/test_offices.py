"""Offices told behind persons' names."""

from __future__ import annotations

import pytest

from screening.names.offices import without_office
from tests.matching.one_pair import is_found, is_match


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ivan Talyzin, General Director of OOO Vesna", "Ivan Talyzin"),
        ("Иван Талызин, генеральный директор ООО «Весна»", "Иван Талызин"),
        ("Иван Талызин (учредитель, 50 %)", "Иван Талызин"),
        ("Osman Karatepe - Yönetim Kurulu Üyesi", "Osman Karatepe"),
        ("Osman Karatepe, owner of Karatepe Denizcilik", "Osman Karatepe"),
        ("Capt. Osman Karatepe (Master M/V KARATEPE-2)", "Capt. Osman Karatepe"),
        ("Osman Karatepe, m/v KARATEPE-2", "Osman Karatepe"),
        ("李文涛（法定代表人）", "李文涛"),
        ("Kim Yong Chun, ambassador of the DPRK to Syria", "Kim Yong Chun"),
    ],
)
def test_an_office_behind_a_name_is_no_part_of_it(text: str, person: str) -> None:
    assert without_office(text) == person


@pytest.mark.parametrize(
    "text",
    [
        "Talyzin, Captain Ivan",
        "AL-TALYZI, General Maki",
        "AL-TALYZI, Muhandis",
        "TALYZI ZADEH, Vali",
        "Al Rashid, Captain Omar",
        "SMITH JONES, Dr. Maria",
        "Talyzin, Ivan",
        "Ivan Talyzin",
        "Master, Ivan",
        "Ivan Talyzin (Talyzin-Orlov)",
    ],
)
def test_a_name_that_goes_on_behind_a_title_stays_whole(text: str) -> None:
    assert without_office(text) is None


def test_a_master_is_found_without_the_ship_and_is_not_the_ships_patron() -> None:
    assert is_match("Capt. Dmitri TALYZIN, Master of M/T OKA TRADER", "Талызин Дмитрий Олегович", "Person")
    assert is_found("Capt. Dmitri TALYZIN, Master of M/T OKA TRADER", "Талызин Дмитрий Олегович", "Person")
    assert not is_match("Капитан т/х «Капитан Воронов»", "Igor Voronov", "Person")
