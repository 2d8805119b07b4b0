"""The countries of parties abroad that several things tell together and none states."""

from __future__ import annotations

from pathlib import Path

import pytest

from screening.intake.check_digits import check, is_checked_of, kinds_headed
from screening.intake.customs import CustomsReader

HEAD = "Declaration;Date;Direction;Exporter;Importer;БИН/ИИН получателя;Importer address;Dispatch country"
ENDS = "Destination country;Trading country;HS code;Description"
RIGHT, WRONG = "7707083893", "7707083894"
"""Ten digits with the check digit of Russian numbers, and without."""


def importer(
    tmp_path: Path,
    *,
    number: str = "",
    address: str = "",
    destination: str = "RU",
    trading: str = "RU",
    direction: str = "export",
) -> tuple[str | None, bool, tuple[tuple[str, str, str | None], ...]]:
    """The country of the importer, whether it is inferred, and its numbers."""
    path = tmp_path / "table.csv"
    row = f"D1;2023-05-01;{direction};Alfabeta LLP;Velgor Ltd;{number};{address};KZ;{destination};{trading};848210;x"
    path.write_text("\n".join((f"{HEAD};{ENDS}", row)), encoding="utf-8")
    reader = CustomsReader([path])
    list(reader.batches())
    party = next(each for each in reader.book.parties if each.name == "Velgor Ltd")
    return party.country, party.inferred, party.identifiers


def test_where_goods_go_and_with_whom_the_trade_is_tell_a_country_together(tmp_path: Path) -> None:
    assert importer(tmp_path)[:2] == ("RU", True)
    assert importer(tmp_path, trading="DE")[:2] == (None, False)
    assert importer(tmp_path, trading="")[:2] == (None, False)
    assert importer(tmp_path, direction="import")[:2] == ("KZ", False)  # at home


def test_the_towns_of_an_address_tell_it_beside_one_of_them_and_contradict_both(tmp_path: Path) -> None:
    assert importer(tmp_path, address="Samara, Lenin street 5", trading="DE")[:2] == ("RU", True)
    assert importer(tmp_path, address="Cairo Montenotte, Via Roma 3", destination="IT", trading="IT")[:2] == (
        None,
        False,
    )
    assert importer(tmp_path, address="Samara, Lenin street 5", destination="DE", trading="AE")[:2] == (None, False)


def test_an_address_that_states_its_country_is_believed_before(tmp_path: Path) -> None:
    assert importer(tmp_path, address="Dubai, United Arab Emirates")[:2] == ("AE", False)


def test_a_number_with_the_check_digit_of_that_country_is_its_number(tmp_path: Path) -> None:
    country, inferred, numbers = importer(tmp_path, number=RIGHT, trading="AE")
    assert (country, inferred, numbers) == ("RU", True, (("INN", RIGHT, "RU"),))
    assert importer(tmp_path, number=WRONG, trading="AE")[0] != "RU"
    assert importer(tmp_path, number=RIGHT, destination="DE", trading="DE")[2][0][2] is None


def test_one_party_whose_country_is_inferred_on_one_row_only_is_one(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = [
        f"D{n};2023-05-0{n};export;Alfabeta LLP;Velgor Ltd;;;KZ;RU;{to};848210;x" for n, to in ((1, "RU"), (2, "AE"))
    ]
    path.write_text("\n".join((f"{HEAD};{ENDS}", *rows)), encoding="utf-8")
    reader = CustomsReader([path])
    list(reader.batches())
    found = {each.subject_id for each in reader.book.parties if each.name == "Velgor Ltd"}
    assert len(found) == 1


@pytest.mark.parametrize(("country", "kind"), [("RU", "INN"), ("KZ", "Tax ID"), (None, "Tax ID")])
def test_a_number_of_another_country_under_a_heading_of_ours(country: str | None, kind: str) -> None:
    assert is_checked_of(RIGHT, "RU")
    assert check(RIGHT, country, headed=kinds_headed("БИН/ИИН")).kind == kind
