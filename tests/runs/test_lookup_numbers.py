"""Numbers looked up in place of names: digits and country count, and what was found says by which number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from screening import Snapshot, runs

LIST = """\
entry_id,schema,name,name_type,country,id_type,id_number,id_country
1,Company,OOO UZSTANEX,primary,UZ,Registration Number,305636913,UZ
2,Company,OOO TITAN-MICRO,primary,RU,Tax ID No.,6230119259,RU
3,Vessel,DELVINA,primary,,IMO number,9331153,
4,Company,OJSC KEREMET BANK,primary,KG,SWIFT/BIC,RINBKG22,
5,Person,"PRIMEROV, Pavel",primary,RU,Passport,AB1234567,RU
6,Company,KOROTKO,primary,RU,Registration Number,12345,RU
"""


@pytest.fixture(scope="module")
def listed(own_list: Callable[[str], Snapshot]) -> Snapshot:
    return own_list(LIST)


@pytest.mark.parametrize(
    ("asked", "entry"),
    [
        ("305636913", "1"),
        ("6230119259", "2"),
        ("ИНН 6230119259", "2"),
        ("623 011 92 59", "2"),
        ("9331153", "3"),
        ("IMO 9331153", "3"),
        ("RINBKG22", "4"),
        ("RINBKG22XXX", "4"),
        ("AB 1234567", "5"),
    ],
)
def test_a_listed_number_is_found_and_said(listed: Snapshot, asked: str, entry: str) -> None:
    found = runs.look_up([asked], lists=[listed])
    assert [(row["entry_id"], row["matched_on"]) for row in found.hits.to_pylist()] == [(entry, "identifier")]
    assert any("same number" in note for note in found.notes)


def test_a_number_nobody_bears_is_said_to_be_so(listed: Snapshot) -> None:
    found = runs.look_up(["7712345678", "12345"], lists=[listed])
    assert not len(found.hits)
    assert any("bears the number 7712345678" in note for note in found.notes)
    assert any("12345 is too short a number" in note for note in found.notes)


def test_a_number_of_another_country_is_another_number(listed: Snapshot) -> None:
    assert not len(runs.look_up(["305636913"], lists=[listed], country="TR").hits)
    assert len(runs.look_up(["305636913"], lists=[listed], country="UZ").hits)
    assert len(runs.look_up(["9331153"], lists=[listed], country="TR").hits)


def test_names_are_looked_up_as_before(listed: Snapshot) -> None:
    found = runs.look_up(["Keremet Bank", "Nobody At All"], lists=[listed])
    assert [row["matched_on"] for row in found.hits.to_pylist()] == ["name"]
    assert not any("number" in note for note in found.notes)


def test_a_beneficiarys_bank_given_by_its_bic_is_found(listed: Snapshot, tmp_path) -> None:
    path = tmp_path / "payments.csv"
    path.write_text("Beneficiary,Beneficiary bank\nAkmaral Bakiyeva,RINBKG22\n", encoding="utf-8")
    hits = runs.parties([path], lists=[listed], out=tmp_path / "out").hits.to_pylist()
    assert [(row["subject_name"], row["entry_id"], row["matched_on"]) for row in hits] == [
        ("RINBKG22", "4", "identifier")
    ]
