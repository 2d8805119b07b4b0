"""Identifiers in common: which numbers are one number, and when a name must agree too."""

from __future__ import annotations

from typing import Any

import pytest

from screening.matching.identifier_kinds import plain
from screening.matching.identifiers import IdentifierIndex, number_of


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("IMO 9123456", "9123456"),
        ("imo9123456", "9123456"),
        ("30.123-456/7", "301234567"),
        ("２５４９００", "254900"),
        ("", ""),
        ("№ -", "NO"),
        ("IMOGEN1", "IMOGEN1"),
        ("ОГРН 1037700000123", "1037700000123"),
        ("ИНН: 7701234567", "7701234567"),
        ("VKN No. 1234567890", "1234567890"),
        ("Reg. No. AB-12345", "AB12345"),
        ("HRB 12345", "HRB12345"),
        ("ИНН7701234567", "7701234567"),
        ("PIB123456", "PIB123456"),
        ("Tax ID", "TAXID"),
    ],
)
def test_numbers_are_compared_by_letters_and_digits(written: str, expected: str) -> None:
    assert plain(written) == expected


@pytest.mark.parametrize("written", ["", "12", "0000000", "1111-1111", "n/a", "XX"])
def test_placeholders_and_stubs_are_no_identifiers(written: str) -> None:
    assert number_of({"type": "Tax ID", "number": written, "country": "UZ"}) is None


def _identifier(label: str, number: str, country: str | None = None) -> dict[str, Any]:
    return {"type": label, "number": number, "country": country}


@pytest.mark.parametrize(
    ("listed", "ours", "countries", "met", "needs_name"),
    [
        (("Registration Number", "301234567", "UZ"), ("INN", "301 234 567", "UZ"), (), True, False),
        (("Registration Number", "301234567", "UZ"), ("INN", "301234567", None), ("UZ",), True, False),
        (("Registration Number", "301234567", "UZ"), ("INN", "301234567", None), ("uz", "KZ"), True, False),
        (("Registration Number", "301234567", "UZ"), ("INN", "301234567", "RU"), (), False, None),
        (("Registration Number", "301234567", "UZ"), ("INN", "301234567", None), ("RU",), False, None),
        (("Registration Number", "301234567", "UZ"), ("No.", "301234567", None), (), True, True),
        (("Registration Number", "301234567", "UZ"), ("INN", "301234567", None), (), True, False),
        (("Registration Number", "301234567", "KZ"), ("INN", "301234567", None), (), True, True),
        (("OGRN", "1037700000123", None), ("ОГРН", "1037700000123", None), (), True, False),
        (("Tax ID No.", "7701234567", "RU"), ("whatever", "ИНН: 7701234567", None), (), True, False),
        (("Tax ID No.", "ИНН 7701234567", "RU"), ("", "7701234567", "RU"), (), True, False),
        (("Tax ID No.", "7701234567", "RU"), ("ИНН", "770123456", "RU"), (), False, None),
        (("КПП", "770101001", "RU"), ("КПП", "770101001", "RU"), (), False, None),
        (("Registration Number", "301234567", None), ("INN", "301234567", "UZ"), (), True, True),
        (("fiscalcode", "3012345678", None), ("VKN", "3012345678", "TR"), (), True, False),
        (("Tax ID No.", "12345", "UZ"), ("INN", "12345", "UZ"), (), True, True),
        (("Vessel Registration IMO", "IMO 9123456", None), ("imo", "9123456", "PA"), (), True, False),
        (("LEI", "5493001KJTIIGC8Y1R12", None), ("lei", "5493001KJTIIGC8Y1R12", "TR"), (), True, False),
        (("SWIFT/BIC", "SABRRUMM", "RU"), ("bic", "SABRRUMM", None), ("KZ",), True, False),
        (("SWIFT/BIC", "SABRRUMM", None), ("BIC", "SABRRUMMXXX", None), (), True, False),
        (("SWIFT/BIC", "SABRRUMM012", None), ("BIC", "SABRRUMMXXX", None), (), True, False),
        (("SWIFT/BIC", "SABRRUMM", None), ("BIC", "SABRKZKAXXX", None), (), False, False),
        (("Passport", "AB1234567", "IR"), ("passport", "AB1234568", "IR"), (), False, None),
        (("Passport", "728723089", "RU"), ("passport", "№ 728723089", None), (), True, False),
        (("Passport", "728723089", "RU"), ("passport", "72 8723089", None), ("DE",), True, False),
        (("Passport", "728723089", "RU"), ("passport", "728723089", "DE"), (), False, None),
        (("Passport", "72872308", "RU"), ("passport", "72872308", None), ("DE",), True, True),
        (("Registration Number", "728723089", "RU"), ("passport", "728723089", None), ("DE",), False, None),
        (("Tax ID No.", "7704274402", "RU"), ("tax number", "7704274402", None), (), True, False),
        (("Tax ID No.", "7704274402", "RU"), ("tax number", "7704274402.0", "RU"), (), True, False),
        (("Tax ID No.", "7704274402", "RU"), ("tax number", "7.704274402E9", "RU"), (), True, False),
        (("Tax ID No.", "7704274402", "RU"), ("tax number", "7,70427E+09", "RU"), (), False, None),
        (("Tax ID No.", "7704274402", "RU"), ("ИНН", "7704274402", "DE"), (), True, False),
        (("Tax ID No.", "7704274402", "RU"), ("tax number", "7704274402", None), ("DE",), True, False),
        (("Tax ID No.", "7704274403", "RU"), ("tax number", "7704274403", "DE"), (), False, None),
        (("Tax ID No.", "1000000034", "RU"), ("VKN", "1000000034", "TR"), (), False, None),
    ],
)
def test_the_number_and_its_country_count_not_the_label(
    listed: tuple[str, str, str | None],
    ours: tuple[str, str, str | None],
    countries: tuple[str, ...],
    met: bool,
    needs_name: bool | None,
) -> None:
    index = IdentifierIndex([(7, _identifier(*listed))])
    found = index.search([_identifier(*ours)], countries)
    assert [row for row, *_ in found] == ([7] if met else [])
    assert [needs for *_, needs in found] == ([needs_name] if met else [])


@pytest.mark.parametrize(
    ("ours", "needs_name"),
    [
        (("INN", "301234567", "UZ"), False),
        (("INN", "301234567", None), False),
        (("No.", "301234567", None), True),
        (("whatever", "301234567", "KZ"), True),
    ],
)
def test_a_listed_number_without_a_country_is_of_the_countries_of_its_party(
    ours: tuple[str, str, str | None], needs_name: bool
) -> None:
    listed = {**_identifier("Registration Number", "301234567"), "party_countries": ["TR", "UZ"]}
    found = IdentifierIndex([(7, listed)]).search([_identifier(*ours)])
    assert [(row, needs) for row, *_, needs in found] == [(7, needs_name)]


def test_a_label_that_tells_a_country_goes_before_the_countries_of_the_party() -> None:
    listed = {**_identifier("OGRN", "1037700000123"), "party_countries": ["CY"]}
    [(_, _, theirs, _, needs_name)] = IdentifierIndex([(7, listed)]).search([_identifier("no.", "1037700000123", "RU")])
    assert theirs.countries == {"RU"}
    assert not needs_name


@pytest.mark.parametrize(
    ("ours", "elsewhere"),
    [
        (("ИНН", "7704274402", "DE"), {"DE"}),
        (("ИНН", "7704274402", "RU"), set()),
        (("ИНН", "7704274402", None), set()),
    ],
)
def test_a_number_of_another_country_than_its_party_says_so(
    ours: tuple[str, str, str | None], elsewhere: set[str]
) -> None:
    [found] = IdentifierIndex([(7, _identifier("Tax ID No.", "7704274402", "RU"))]).search([_identifier(*ours)])
    assert found.elsewhere == elsewhere


def test_an_empty_index_finds_nothing() -> None:
    index = IdentifierIndex([])
    assert len(index) == 0
    assert index.search([_identifier("INN", "301234567", "UZ")]) == []
